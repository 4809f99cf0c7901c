//! Tense: whether what happens at a weekday or a month lies behind the publication or ahead of it.

use super::line::Line;
use super::terms::Term;
use crate::language::{Relation, Tree, Upos};

/// Where the happening lies, seen from the publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// Behind it.
    Past,
    /// Ahead of it.
    Future,
    /// The words do not tell, but it is a day near the publication, on either side: "filed for Sunday's programme".
    Near,
    /// The words do not tell.
    Unknown,
}

/// The tense of what happens at the words from `at`.
#[must_use]
pub fn tense(line: &Line<'_>, at: usize) -> Tense {
    if (at > 1 && line.is_any(at - 1, &["until", "till"])) || is_as_soon_as(line, at) || is_awaited(line, at) {
        return Tense::Future;
    }
    if is_for_a_days_event(line, at) {
        return Tense::Near;
    }
    match line.token(at) {
        Some(token) => right_before(line, at).unwrap_or_else(|| {
            let found = of_tree(line, line.tree(), token);
            // "is coming off a debate Thursday" does not say when the debate was.
            let open = found == Tense::Unknown
                || found == Tense::Future && (is_progressive(line.tree(), token) || is_done_to(line.tree(), token));
            if open && is_of_a_noun(line.tree(), token) { Tense::Near } else { found }
        }),
        None => of_words(line, at),
    }
}

/// "for Sunday's programme", "before Tuesday's vote": not "the fire on Sunday".
fn is_for_a_days_event(line: &Line<'_>, at: usize) -> bool {
    let possessive = line.is_any(at + 1, &["'s", "’s"])
        || line.glued(at + 1) && line.is_any(at + 1, &["'", "’"]) && line.is(at + 2, "s");
    possessive && line.follows(at, &["for", "before"])
}

/// "is coming", not "will be coming".
fn is_progressive(tree: &Tree, token: usize) -> bool {
    let verb = tree.ancestors(token).find(|&up| tree.tokens[up].upos == Upos::Verb);
    verb.is_some_and(|verb| {
        tree.tokens[verb].xpos == "VBG" && !tree.children(verb).any(|child| tree.tokens[child].xpos == "MD")
    })
}

/// "is sought in the raid on Sunday": a participle of the passive without "will".
fn is_done_to(tree: &Tree, token: usize) -> bool {
    let verb = tree.ancestors(token).find(|&up| tree.tokens[up].upos == Upos::Verb);
    verb.is_some_and(|verb| {
        tree.tokens[verb].xpos == "VBN" && !tree.children(verb).any(|child| tree.tokens[child].xpos == "MD")
    })
}

/// "the meeting on Monday", "Monday's meeting": a noun that has no tense of its own.
fn is_of_a_noun(tree: &Tree, token: usize) -> bool {
    matches!(
        tree.tokens[token].relation,
        Relation::Nmod | Relation::NmodPoss | Relation::NmodUnmarked | Relation::Compound
    )
}

/// "as soon as Tuesday", "as early as March".
fn is_as_soon_as(line: &Line<'_>, at: usize) -> bool {
    at > 2 && line.is(at - 1, "as") && line.is_any(at - 2, &["soon", "early", "late"]) && line.is(at - 3, "as")
}

/// "ahead of the vote Tuesday", "the upcoming debate on Monday", "in the run-up to Monday's vote", "is set for Tuesday".
fn is_awaited(line: &Line<'_>, at: usize) -> bool {
    let set = at > 1 && line.is(at - 1, "for") && line.is_any(at - 2, &["scheduled", "set", "planned", "slated"]);
    let front = at.saturating_sub(6)..at;
    set || front.rev().take_while(|&before| !line.is_any(before, &[",", ";", "and", "said"])).any(|before| {
        line.is_any(before, &["upcoming", "forthcoming"])
            || line.is(before, "of") && line.is_any(before.saturating_sub(1), &["ahead", "eve"])
            || line.is(before, "to")
                && before > 1
                && line.is(before - 1, "up")
                && line.is_any(before - 2, &["-", "leading", "run"])
            || line.is(before, "of") && before > 1 && line.is(before - 1, "advance")
    })
}

/// "said Monday that it will": a verb of the past right before the words settles it.
fn right_before(line: &Line<'_>, at: usize) -> Option<Tense> {
    let before = at.checked_sub(1)?;
    let before = if line.is(before, "on") { before.checked_sub(1)? } else { before };
    let token = &line.tree().tokens[line.token(before)?];
    let past = match token.xpos {
        "VBD" => !looks_ahead(&token.lemma),
        "VBN" => of_verb(line.tree(), line.token(before)?) == Tense::Past,
        _ => false,
    };
    past.then_some(Tense::Past)
}

/// By the governing verb and what governs it: "will open Monday", "is scheduled to open Monday", "opened Monday".
fn of_tree(line: &Line<'_>, tree: &Tree, token: usize) -> Tense {
    let mut verbs = std::iter::once(token)
        .chain(tree.ancestors(token))
        .filter(|&up| matches!(tree.tokens[up].upos, Upos::Verb | Upos::Aux) || has_auxiliary(tree, up))
        .take(3);
    let Some(verb) = verbs.next() else { return of_words_before(line, tree, token) };
    let tense = of_verb(tree, verb);
    if tense != Tense::Unknown {
        return tense;
    }
    // "plans to open Monday": an infinitive looks ahead of its governor, unless that lies behind.
    let infinitive = tree.tokens[verb].xpos == "VB";
    match verbs.next() {
        // "he was going to rest Monday": seen from the time of the event.
        Some(up) if infinitive && is_going_to_be(tree, up) => Tense::Unknown,
        Some(up) if infinitive => match of_verb(tree, up) {
            Tense::Past if !looks_ahead(&tree.tokens[up].lemma) => Tense::Past,
            _ => Tense::Future,
        },
        Some(up) => of_verb(tree, up),
        // A headline: "Markets to stay closed until Friday".
        None if infinitive => Tense::Future,
        None => Tense::Unknown,
    }
}

/// "was going", "were going".
fn is_going_to_be(tree: &Tree, verb: usize) -> bool {
    let past = |child: usize| tree.tokens[child].lemma == "be" && tree.tokens[child].xpos == "VBD";
    tree.tokens[verb].lemma == "go" && tree.tokens[verb].xpos == "VBG" && tree.children(verb).any(past)
}

fn has_auxiliary(tree: &Tree, at: usize) -> bool {
    tree.child(at, &[Relation::Aux, Relation::Cop, Relation::AuxPass]).is_some()
}

fn of_verb(tree: &Tree, verb: usize) -> Tense {
    if is_to_be(tree, verb) {
        return Tense::Future;
    }
    let mut finite = tree.tokens[verb].xpos;
    let mut perfect = false;
    let mut modal = false;
    for child in tree.children(verb) {
        let token = &tree.tokens[child];
        if !matches!(token.relation, Relation::Aux | Relation::AuxPass | Relation::Cop) {
            continue;
        }
        if matches!(&*token.lemma, "will" | "shall" | "'ll" | "wo") {
            return Tense::Future;
        }
        modal |= token.xpos == "MD" && token.lemma != "could";
        if matches!(token.xpos, "MD") {
            finite = "MD";
        } else if finite != "MD" && matches!(token.xpos, "VBD" | "VBZ" | "VBP") {
            finite = token.xpos;
            perfect |= token.lemma == "have";
        }
    }
    let ahead = looks_ahead(&tree.tokens[verb].lemma);
    let surely = super::terms::named(&tree.tokens[verb].lemma).contains(&Term::Ahead(true));
    let have = tree
        .children(verb)
        .any(|child| tree.tokens[child].lemma == "have" && tree.tokens[child].relation == Relation::Aux);
    match finite {
        _ if modal && !have => Tense::Future,
        _ if surely => Tense::Future,
        "VBD" => Tense::Past,
        _ if perfect => Tense::Past,
        "VBN" if !ahead => Tense::Past,
        "VBZ" | "VBP" if ahead || tree.tokens[verb].xpos == "VBG" => Tense::Future,
        _ => Tense::Unknown,
    }
}

/// "is to meet Friday", "was to report Friday": what is arranged lies ahead.
fn is_to_be(tree: &Tree, verb: usize) -> bool {
    let child = |lemma: &str| tree.children(verb).any(|child| child < verb && tree.tokens[child].lemma == lemma);
    tree.tokens[verb].xpos == "VB" && child("to") && child("be")
}

fn looks_ahead(lemma: &str) -> bool {
    super::terms::named(lemma).iter().any(|term| matches!(term, Term::Ahead(_)))
}

fn of_words_before(line: &Line<'_>, tree: &Tree, token: usize) -> Tense {
    let start = tree.tokens[token].span.start;
    let at = line.words.iter().position(|word| word.span.start >= start).unwrap_or_default();
    of_words(line, at)
}

/// Without a tree: the nearest word that looks ahead, or a form of the past, before the words or right after them.
fn of_words(line: &Line<'_>, at: usize) -> Tense {
    let near = |at: &usize| -> Option<Tense> {
        let word = &line.words[*at];
        if line.term(*at, |term| if let Term::Ahead(true) = term { Some(()) } else { None }).is_some() {
            return Some(Tense::Future);
        }
        let past = word.is_any(&["was", "were", "had", "did", "said", "told"])
            || (word.lower.ends_with("ed") && word.lower.len() > 4);
        past.then_some(Tense::Past)
    };
    let before = at.saturating_sub(12)..at;
    let after = at..(at + 8).min(line.words.len());
    before.rev().find_map(|at| near(&at)).or_else(|| after.clone().find_map(|at| near(&at))).unwrap_or(Tense::Unknown)
}
