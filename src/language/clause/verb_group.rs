//! What stands around a verb: auxiliaries, negation, modal verbs, and what they make of it.

use super::super::syntax::Syntax;
use super::super::{Relation, Upos};
use super::{Clause, Form, Link, Mood, Tense};

/// Whether the subject suffers what the verb says.
pub fn is_passive(sentence: &Syntax, at: usize) -> bool {
    let participle = sentence.xpos(at) == "VBN";
    let subject = || sentence.child(at, &[Relation::NsubjPass]).is_some();
    let active = || sentence.child(at, &[Relation::Nsubj]).is_some();
    // "the ship sunk in May": a participle that describes a noun, without an object; not "a clerk told Reuters".
    let describes = || {
        let object = sentence.child(at, &[Relation::Obj]).is_some() || sentence.is_nominal(at + 1);
        sentence.relation(at) == Relation::Acl && !object
    };
    // "Ruiz has called for it": no passive, whatever the parser made of its subject.
    let perfect = || {
        let have = |&child: &usize| {
            sentence.relation(child) == Relation::Aux && child < at && matches!(sentence.lemma(child), "have")
        };
        sentence.children(at).iter().any(have)
    };
    sentence.child(at, &[Relation::AuxPass]).is_some()
        || participle && (subject() && !active() && !perfect() || describes())
}

/// Who does it in a passive: "by the ministry".
pub fn agent(sentence: &Syntax, at: usize) -> Option<usize> {
    let by = |&child: &usize| {
        matches!(sentence.relation(child), Relation::OblAgent | Relation::Obl)
            && sentence.preposition(child).is_some_and(|case| sentence.word(case) == "by")
    };
    sentence.children(at).iter().copied().find(by)
}

/// The word that negates a clause, its own or the one that it shares.
pub fn negation(sentence: &Syntax, at: usize, shared: Option<&Clause>) -> Option<usize> {
    let mut near = sentence.children(at).iter().copied().filter(|&child| !of_clause_before(sentence, child, at));
    let own = near.find(|&child| match sentence.word(child) {
        "not" | "n't" | "n’t" | "never" | "hardly" | "scarcely" | "without" => true,
        "neither" | "nor" => child < at,
        "longer" => child > 0 && sentence.word(child - 1) == "no",
        "nobody" | "none" | "nothing" | "no-one" => {
            sentence.relation(child).is_subject() || sentence.relation(child) == Relation::Obj
        }
        "no" => sentence.relation(child) == Relation::Det,
        _ => false,
    });
    own.or_else(|| no_participant(sentence, at))
        // "did not confirm or deny it": one "not" for both; "did not resign and said so" has a "but" or an "and".
        .or_else(|| shared.filter(|_| joined_by_or(sentence, at) && !sentence.is_finite(at)).and_then(|up| up.negation))
        .or_else(|| paired_neither(sentence, at))
}

/// "But it is not, and Ruiz says it was": a word of the clause before, which the parser hung on the verb of the next.
fn of_clause_before(sentence: &Syntax, child: usize, at: usize) -> bool {
    let mut between = sentence.children(at).iter().filter(|&&other| child < other && other < at);
    let conjunction = between.find(|&&other| sentence.relation(other) == Relation::Cc);
    conjunction.is_some() && between.any(|&other| sentence.relation(other).is_subject())
}

/// "No one said so", "none of them said so", "gave no details".
fn no_participant(sentence: &Syntax, at: usize) -> Option<usize> {
    let participant = |&&child: &&usize| {
        let relation = sentence.relation(child);
        relation.is_subject() || relation == Relation::Obj && child > at
    };
    let no = |&child: &usize| {
        let word = |of: usize| matches!(sentence.word(of), "no" | "neither");
        sentence.children(child).iter().copied().find(|&below| below < child && word(below))
    };
    sentence.children(at).iter().filter(participant).find_map(no)
}

/// Whether "or" or "nor" joins a conjunct to the one before it.
fn joined_by_or(sentence: &Syntax, at: usize) -> bool {
    sentence
        .children(at)
        .iter()
        .any(|&child| sentence.relation(child) == Relation::Cc && matches!(sentence.word(child), "or" | "nor"))
}

/// "would neither confirm nor deny it": a "neither" right before the auxiliaries or the verb.
fn paired_neither(sentence: &Syntax, at: usize) -> Option<usize> {
    (at.saturating_sub(3)..at)
        .rev()
        .take_while(|&before| matches!(sentence.upos(before), Upos::Aux | Upos::Adv | Upos::Cconj | Upos::Part))
        .find(|&before| sentence.word(before) == "neither")
}

/// The modal verb of a clause.
pub fn modal(sentence: &Syntax, at: usize) -> Option<usize> {
    sentence.children(at).iter().copied().find(|&child| child < at && sentence.xpos(child) == "MD")
}

/// When a clause is said to be.
pub fn tense(sentence: &Syntax, at: usize, shared: Option<&Clause>) -> Tense {
    let helps = |&child: &usize| {
        matches!(sentence.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop) && child < at
    };
    let first = sentence.children(at).iter().copied().find(helps);
    let has_perfect = || matches!(sentence.xpos(at), "VBN") && !is_passive(sentence, at);
    match first {
        Some(aux) => match (sentence.word(aux), sentence.xpos(aux)) {
            ("will" | "'ll" | "’ll" | "wo" | "shall", _) => Tense::Future,
            ("had" | "'d" | "’d", "VBD") => Tense::PastPerfect,
            ("has" | "have" | "'s" | "’s" | "'ve" | "’ve", _) if has_perfect() || perfect_passive(sentence, at) => {
                Tense::Perfect
            }
            (_, "VBD") => Tense::Past,
            (_, "VBZ" | "VBP") => Tense::Present,
            _ => Tense::None,
        },
        None => match sentence.xpos(at) {
            "VBD" => Tense::Past,
            "VBZ" | "VBP" => Tense::Present,
            _ => shared.map_or(Tense::None, |up| up.tense),
        },
    }
}

/// "has been told"
fn perfect_passive(sentence: &Syntax, at: usize) -> bool {
    sentence.child(at, &[Relation::AuxPass]).is_some_and(|been| sentence.word(been) == "been")
}

/// The form of a clause's verb; a conjunct has that of the one before it where it has no sign of its own.
pub fn form(sentence: &Syntax, at: usize, before: Option<&Clause>) -> Form {
    let children = sentence.children(at);
    let helps = |&child: &usize| {
        let relation = sentence.relation(child);
        matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop) && sentence.is_finite(child)
    };
    if children.iter().any(|&child| child < at && sentence.word(child) == "to" && sentence.upos(child) == Upos::Part) {
        return Form::Infinitive;
    }
    if sentence.is_finite(at) || children.iter().any(helps) {
        return Form::Finite;
    }
    match sentence.xpos(at) {
        "VB" => before.map_or(Form::Bare, |up| up.form),
        "VBG" => Form::Participle,
        "VBN" => before.filter(|up| up.form == Form::Finite).map_or(Form::PastParticiple, |up| up.form),
        _ => Form::Verbless,
    }
}

/// Whether the sentence ends with a quotation that begins behind `at`: "She rose and said, “Is it late?”".
fn is_asked_inside(sentence: &Syntax, at: usize) -> bool {
    let last = sentence.len().saturating_sub(1);
    let opening = |at: &usize| matches!(sentence.word(*at), "“" | "``" | "\"" | "''");
    matches!(sentence.word(last), "”" | "''" | "\"") && (0..last).rev().find(opening).is_some_and(|open| at < open)
}

/// What a clause is for; one that belongs to a question or a condition has its mood.
pub fn mood(sentence: &Syntax, at: usize, link: Link, form: Form, up: Option<&Clause>) -> Mood {
    let mark = sentence.child(at, &[Relation::Mark]).map(|mark| sentence.word(mark));
    match mark {
        Some("whether") => return Mood::Asked,
        Some("if") if link == Link::Complement => return Mood::Asked,
        Some("if" | "unless") => return Mood::Supposed,
        _ => {}
    }
    // "would not say who had called": a question within.
    let asks = |&child: &usize| {
        let word = matches!(sentence.word(child), "who" | "what" | "why" | "where" | "when" | "how" | "which");
        word && child < at
    };
    if link == Link::Complement && form == Form::Finite && sentence.children(at).iter().any(asks) {
        return Mood::Asked;
    }
    match (link, up) {
        (Link::Conjunct | Link::Complement, Some(up)) if up.mood != Mood::Ordered => up.mood,
        (Link::Main | Link::Beside, _) => {
            let last = sentence.len().saturating_sub(1);
            let question =
                (last.saturating_sub(1)..=last).any(|end| sentence.word(end) == "?") && !is_asked_inside(sentence, at);
            let ordered = form == Form::Bare && link == Link::Main && at < 3;
            match (question, ordered) {
                (true, _) => Mood::Asked,
                (_, true) if sentence.children(at).iter().all(|&child| !sentence.relation(child).is_subject()) => {
                    Mood::Ordered
                }
                _ => Mood::Told,
            }
        }
        _ => Mood::Told,
    }
}
