//! Whose verb it is: the subject by the tree, by place, or inherited from the verb before.
//!
//! It finds the head of a noun phrase; how far the phrase reaches is the work of `sources`.

use super::issuer::giving_out;
use super::lexicon::{Class, Frame, reporting, time_word, voice_noun};
use super::parts::cue_tokens;
use super::site::Site;
use super::wording::may_be_name;
use crate::language::clause::{Form, Link, Origin};
use crate::language::{NameKind, NameTag, Relation, Upos};

/// The subject of a verb: its own, or the one that it inherits as a conjunct or participle.
///
/// `She said it rained, adding that …`: "She" for both verbs. `the minister saying …`: the noun that it modifies.
pub fn subject(site: &Site, verb: usize) -> Option<usize> {
    if let Some(speaker) = is_participle(site, verb).then(|| speaker_before(site, verb)).flatten() {
        return Some(speaker);
    }
    if let Some(speaker) = behind_quotation(site, verb) {
        return Some(speaker);
    }
    if let Some(speaker) = giving_out(site, verb).and_then(|giving| subject(site, giving)) {
        return Some(speaker);
    }
    let clause = site.clause(verb)?;
    if site.is_passive(verb) {
        return clause.agent;
    }
    let found = clause.subject?;
    // "Ruiz, who led the search for the boats, determined …": the parser takes the verb for one that describes the boats.
    let comma = cue_tokens(site, verb).0.checked_sub(1).is_some_and(|at| site.word(at) == ",");
    if let Some(over) = (found.origin == Origin::Described && comma && site.xpos(verb) != "VBG")
        .then(|| subject_over_commas(site, verb))
        .flatten()
    {
        return Some(over);
    }
    if let Some(blamed) = blamed(site, verb, found.origin) {
        return Some(blamed);
    }
    let borrowed = found.origin == Origin::Controlled && clause.form == Form::Infinitive;
    // "left the hall to tell …": a purpose is no report; "Ruiz was quick to retort" is one.
    let purpose = borrowed && matches!(clause.link, Link::Adverbial | Link::Beside);
    let quick = || clause.above.is_some_and(|above| above < verb && site.upos(above) == Upos::Adj);
    (!purpose || quick()).then(|| {
        let head = before_time(site, found.head).unwrap_or(found.head);
        past_relative(site, head, verb).or_else(|| past_description(site, head, verb)).unwrap_or(head)
    })
}

/// "A clerk who had left | the port said": the noun before the description, where the parser took its last noun.
fn past_description(site: &Site, head: usize, verb: usize) -> Option<usize> {
    let (cue, _) = cue_tokens(site, verb);
    let who = (1..head).rev().find(|&at| site.word(at) == "who").filter(|_| head < cue && site.is_finite(verb))?;
    let marks = (who..cue).any(|at| site.is_mark(at) || matches!(site.word(at), "and" | "but" | "that"));
    let verbs = (who..cue).filter(|&at| site.is_finite(at) && !site.is_quoted(at)).count();
    let opens = (0..who).rev().find(|&at| site.is_mark(at)).map_or(0, |mark| mark + 1);
    let whole = (opens..who).all(|at| !site.is_finite(at));
    let object = !matches!(site.upos(who + 1), Upos::Pron | Upos::Propn | Upos::Noun | Upos::Det);
    Some(who - 1)
        .filter(|&at| is_nominal(site, at) && !marks && verbs == 1 && whole && object)
        .map(|at| noun_ending_at(site, at))
}

/// "Ana Ruiz on Monday evening said": the noun before a time that the parser took for the subject.
fn before_time(site: &Site, head: usize) -> Option<usize> {
    if !time_word(site.word(head)) || site.at(head).name != NameTag::Outside {
        return None;
    }
    let small = |at: usize| {
        time_word(site.word(at))
            || matches!(site.upos(at), Upos::Adp | Upos::Det)
            || matches!(site.word(at), "early" | "late")
    };
    let before = (0..head).rev().find(|&at| !small(at))?;
    // "Ruiz, who leads the port, on Monday praised it": the noun before the commas.
    if site.word(before) == "," {
        let opening = (1..before).rev().find(|&at| site.word(at) == ",")?;
        let described =
            matches!(site.word(opening + 1), "who" | "which" | "whose") || site.upos(opening + 1) == Upos::Det;
        return Some(opening - 1).filter(|&at| described && is_nominal(site, at)).map(|at| noun_ending_at(site, at));
    }
    // "a poll released on Monday showed": the noun of the participle.
    let before = if site.xpos(before) == "VBN" { before.checked_sub(1)? } else { before };
    Some(before).filter(|&at| is_nominal(site, at)).map(|at| noun_ending_at(site, at))
}

/// "criticized Ruiz for saying that", "accused them of hiding": who is blamed for it is who did it.
fn blamed(site: &Site, verb: usize, origin: Origin) -> Option<usize> {
    let preposition = site.preposition(verb).filter(|&case| case < verb && matches!(site.word(case), "for" | "of"))?;
    let above = site.clause(verb)?.above.filter(|&above| above < preposition)?;
    let object = site.child(above, &[Relation::Obj]).filter(|&at| above < at && at < preposition)?;
    (origin == Origin::Controlled && site.xpos(verb) == "VBG").then_some(object)
}

/// The noun before a relative clause that has a verb of its own: "Ruiz, who runs the port, said" is Ruiz, and so is
/// "anyone who knows her says".
fn past_relative(site: &Site, pronoun: usize, verb: usize) -> Option<usize> {
    let (cue, _) = cue_tokens(site, verb);
    if !matches!(site.word(pronoun), "who" | "which" | "that") || pronoun >= cue {
        return None;
    }
    let own = (pronoun + 1..cue).find(|&at| site.is_finite(at) && site.head(at) != Some(verb))?;
    let closed = matches!(site.word(cue - 1), "," | "—" | "–" | "-" | "--" | ")");
    let joins =
        |at: usize| matches!(site.word(at), "and" | "or" | "but" | "that" | "," | "when" | "if" | "as" | "because");
    let bare = own + 1 < cue && !(own..cue).any(joins) && !matches!(site.upos(cue - 1), Upos::Pron | Upos::Propn);
    if !(closed || bare) {
        return None;
    }
    let before = (0..pronoun).rev().find(|&at| site.word(at) != ",").filter(|&at| may_be_name(site, at))?;
    Some(noun_ending_at(site, before))
}

/// The speaker behind a verb that follows a closing quotation mark: "“X,” said Ana Ruiz, head of the port".
///
/// By place alone, since no parser reads names right after a long quotation.
pub fn behind_quotation(site: &Site, verb: usize) -> Option<usize> {
    let (first, last) = cue_tokens(site, verb);
    let mark = first.checked_sub(1)?;
    let closing = |at: usize| matches!(site.word(at), "”" | "\"" | "''" | "’’") || site.is_quoted(at);
    let closes = closing(mark) || site.word(mark) == "," && mark > 0 && closing(mark - 1);
    if !closes || !matches!(site.xpos(verb), "VBD" | "VBZ" | "VBN" | "VBP") || last + 1 >= site.len() {
        return None;
    }
    let ends = |&at: &usize| {
        let mark = site.is_mark(at) && !matches!(site.word(at), "-" | "." | "'s" | "’s" | "'" | "’" | "&");
        mark || matches!(
            site.word(at),
            "who" | "which" | "that" | "in" | "on" | "at" | "of" | "for" | "during" | "after"
        ) || site.xpos(at) == "IN" && !is_capital(site, at)
    };
    let end = (last + 1..site.len()).find(ends).unwrap_or(site.len());
    let opens = matches!(site.upos(last + 1), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
        || is_capital(site, last + 1)
        || matches!(site.xpos(last + 1), "VBN" | "VBD") && is_nominal(site, last + 2)
        || matches!(site.word(last + 1), "he" | "she" | "they" | "one" | "another");
    if !opens || end <= last + 1 {
        return None;
    }
    // "said former Orr adviser Ana Ruiz" is Ruiz, "said Orr adviser" no one by name.
    let person = |at: &usize| site.at(*at).name == NameTag::Begin(NameKind::Person);
    let before_noun = |at: usize| {
        (at + 1..end).find(|&next| !matches!(site.at(next).name, NameTag::Inside(_))).is_some_and(|next| {
            site.upos(next) == Upos::Noun && !time_word(site.word(next)) || site.xpos(next) == "POS"
        })
    };
    let named = (last + 1..end).rev().find(person).filter(|&at| !before_noun(at));
    let time = |at: usize| time_word(site.word(at)) || site.relation(at) == Relation::OblUnmarked;
    let noun = (last + 1..end).rev().find(|&at| (is_nominal(site, at) || is_capital(site, at)) && !time(at));
    let single = matches!(site.upos(last + 1), Upos::Pron).then_some(last + 1);
    single.or(named).or(noun)
}

fn is_capital(site: &Site, at: usize) -> bool {
    site.token(at).of(site.text).starts_with(char::is_uppercase)
}

/// The subject that a verb goes on with where the tree does not join the two: "experts discounted the claim, but have
/// speculated that …".
pub fn subject_of_verb_before(site: &Site, verb: usize) -> Option<usize> {
    let (first, _) = cue_tokens(site, verb);
    let before = first.checked_sub(1)?;
    let goes_on = matches!(site.word(before), "and" | "but" | "then" | "also" | "," | "-" | "—" | "–");
    if !goes_on && !is_participle(site, verb) {
        return None;
    }
    let clauses = site.clauses().iter().filter(|clause| clause.predicate < first && !site.is_quoted(clause.predicate));
    let told = clauses.filter(|clause| {
        clause.form == Form::Finite && matches!(clause.link, Link::Main | Link::Conjunct | Link::Beside)
    });
    let last = told.max_by_key(|clause| clause.predicate)?;
    let subject = last.subject.filter(|_| !site.is_passive(last.predicate) || is_participle(site, verb))?;
    Some(subject.head).filter(|&head| head < first && is_nominal(site, head))
}

/// Who spoke before a participle that goes on: "Ruiz wrote that the ship sank, adding that …" is Ruiz, not the ship.
fn speaker_before(site: &Site, participle: usize) -> Option<usize> {
    let mut before = participle.checked_sub(1)?;
    while before > 0 && site.upos(before) == Upos::Adv {
        before -= 1;
    }
    if site.word(before) != "," {
        return None;
    }
    let speaks = |&at: &usize| {
        let verb = site.upos(at) == Upos::Verb && !site.is_quoted(at) && !is_participle(site, at);
        verb && reporting(Class::Verb, site.lemma(at)).is_some_and(|entry| entry.takes(Frame::Quote))
    };
    let first = (0..before).find(speaks)?;
    let relative = site.relation(first) == Relation::AclRelcl;
    subject(site, first).or_else(|| subject_beside(site, first)).filter(|_| !relative)
}

/// The subject by position alone, where the tree has none: the noun right before the cue, or right after a verb that
/// follows a mark ("“X,” said the mayor").
pub fn subject_beside(site: &Site, verb: usize) -> Option<usize> {
    let (first, last) = cue_tokens(site, verb);
    let before = first.checked_sub(1).map(|at| before_parenthesis(site, at));
    if let Some(before) = before.filter(|&at| is_nominal(site, at)) {
        return before_time(site, before).or_else(|| Some(noun_ending_at(site, before)));
    }
    // "42% say": the number.
    let percent = before.filter(|&at| site.word(at) == "%").and_then(|at| at.checked_sub(1));
    if let Some(number) = percent.filter(|&at| site.upos(at) == Upos::Num) {
        return Some(number);
    }
    // "river advocates said": a plural that the tagger took for a verb.
    let voice = |at: usize| site.xpos(at) == "VBZ" && voice_noun(site.lemma(at)).is_some();
    if let Some(noun) = before.filter(|&at| voice(at) && at > 0 && is_nominal(site, at - 1)) {
        return Some(noun);
    }
    let verbal = site.is_finite(verb) || site.is_finite(first) || site.upos(verb) == Upos::Intj;
    if let Some(number) = before.filter(|&at| verbal && is_quantity(site, at)) {
        return Some(number);
    }
    // "told the Times": what follows is who heard it.
    let entry = reporting(Class::Verb, site.lemma(verb));
    let hears = entry.is_some_and(|entry| entry.takes(Frame::Tell));
    // "“Is it late?” asked Ruiz", but "Ruiz, for one, asked the court".
    let asks = entry.is_some_and(|entry| entry.takes(Frame::Urge) || entry.takes(Frame::Whether));
    let comma = first.checked_sub(1).is_some_and(|at| site.word(at) == ",");
    let inverted = !(hears || asks && comma) && (first == 0 || site.is_mark(first - 1));
    let starts = |at: usize| is_nominal(site, at) || matches!(site.upos(at), Upos::Det | Upos::Adj | Upos::Num);
    if last + 1 < site.len()
        && inverted
        && starts(last + 1)
        && !site.is_quoted(last + 1)
        && !(time_word(site.word(last + 1)) && site.word(last + 2) == "that")
    {
        let noun = (last + 1..site.len()).take_while(|&at| !site.is_mark(at)).find(|&at| is_nominal(site, at))?;
        return Some(top(site, noun, |head| head > last && (last + 1..head).all(|at| !site.is_mark(at))));
    }
    subject_over_commas(site, verb)
}

/// The token before the parenthesis that ends at `at`: "Ana Ruiz (Ind., Orlin) said".
fn before_parenthesis(site: &Site, at: usize) -> usize {
    if site.word(at) != ")" {
        return at;
    }
    let opening = (at.saturating_sub(24)..at).rev().find(|&open| site.word(open) == "(");
    opening.and_then(|open| open.checked_sub(1)).unwrap_or(at)
}

/// "Four in ten said", "most said", "others said".
fn is_quantity(site: &Site, at: usize) -> bool {
    site.upos(at) == Upos::Num
        || matches!(site.word(at), "most" | "many" | "some" | "few" | "all" | "others" | "both" | "half")
}

/// "Ana Ruiz, who runs the port, said": the noun before the clause between the commas.
pub fn subject_over_commas(site: &Site, verb: usize) -> Option<usize> {
    let (first, _) = cue_tokens(site, verb);
    let comma = first.checked_sub(1).filter(|&at| site.word(at) == ",")?;
    let opens = |at: &usize| {
        let relative = matches!(site.word(at + 1), "who" | "which" | "whose");
        site.word(*at) == "," && (relative || !has_finite(site, at + 1, comma))
    };
    let relative = |at: &usize| site.word(*at) == "," && matches!(site.word(at + 1), "who" | "whose");
    let Some(opening) = (1..comma).rev().find(relative).or_else(|| (1..comma).rev().find(opens)) else {
        return subject_over_asides(site, comma);
    };
    // "the firm's chief executive, Ana Ruiz, said": the name itself, whatever the parser made of the noun.
    let named = (opening + 1..comma).all(|at| site.upos(at) == Upos::Propn) && opening + 1 < comma;
    if named && !is_nominal(site, opening - 1) {
        return Some(opening + 1);
    }
    let noun = Some(opening - 1).filter(|&at| is_nominal(site, at)).map(|at| noun_ending_at(site, at));
    noun.or_else(|| subject_over_asides(site, comma))
}

/// The head of the noun phrase whose last token is `end`: "the mayor of Oslo" is headed by "mayor".
pub fn noun_ending_at(site: &Site, end: usize) -> usize {
    // "KELSO - A girl is ill, a police source": no clause lies inside a noun phrase.
    let parted = |head: usize| (head..end).any(|at| site.is_finite(at) || matches!(site.word(at), "—" | "–" | "--"));
    let mut noun = top(site, end, |head| head <= end && !parted(head));
    for _ in 0..4 {
        let case = site.child(noun, &[Relation::Case]).filter(|&case| case > 0 && case < noun);
        // "a source | close to the inquiry": an adjective may stand between the noun and what it is tied to.
        let adjective = case.is_some_and(|case| case > 1 && site.upos(case - 1) == Upos::Adj);
        let before = case.map(|case| case - 1 - usize::from(adjective)).filter(|&at| is_nominal(site, at));
        let ties = case.is_some_and(|case| {
            let word = site.word(case);
            matches!(word, "of" | "in" | "at" | "for" | "on" | "from" | "with") || adjective && word == "to"
        });
        match before {
            Some(before) if ties && site.relation(noun) != Relation::NmodPoss => {
                noun = top(site, before, |head| head <= end);
            }
            _ => break,
        }
    }
    noun
}

fn top(site: &Site, mut at: usize, fits: impl Fn(usize) -> bool) -> usize {
    while let Some(head) = site.head(at).filter(|&head| fits(head) && is_nominal(site, head)) {
        at = head;
    }
    at
}

/// Whether a token is a noun, name or pronoun outside quotations.
pub fn is_nominal(site: &Site, at: usize) -> bool {
    site.is_nominal(at) && !site.is_quoted(at)
}

/// "Officials, speaking on the quiet because they were bound, said": the noun that opens the sentence, where nothing but
/// asides lies between it and the comma before the verb.
fn subject_over_asides(site: &Site, comma: usize) -> Option<usize> {
    let first = (1..comma).find(|&at| site.word(at) == ",")?;
    let opens = matches!(site.upos(0), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Pron);
    let aside = site.xpos(first + 1) == "VBG" || matches!(site.word(first + 1), "who" | "whose");
    if !opens || !aside || has_finite(site, 0, first) || (0..comma).any(|at| site.is_quoted(at)) {
        return None;
    }
    let noun = (0..first).find(|&at| is_nominal(site, at) && !is_nominal(site, at + 1))?;
    Some(top(site, noun, |head| head < first))
}

fn has_finite(site: &Site, from: usize, to: usize) -> bool {
    (from..to).any(|at| site.is_finite(at))
}

/// Whether a verb is a form in -ing without an auxiliary.
pub fn is_participle(site: &Site, at: usize) -> bool {
    site.xpos(at) == "VBG" && site.child(at, &[Relation::Aux]).is_none()
}
