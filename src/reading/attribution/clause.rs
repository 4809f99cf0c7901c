//! Reports with a clause after the verb: "said that X", "told them X", "asked whether X", ", adding that X".
//!
//! The tree says which clause hangs on the verb; how far it reaches is taken from the sentence, because a parser often
//! hangs the end of a long clause elsewhere: a clause ends where the sentence ends or the next report begins.

use super::around;
use super::gap;
use super::lexicon::{Class, Entry, Frame, reporting};
use super::parts::{cue, cue_tokens};
use super::report::{Report, Strength, Words};
use super::site::Site;
use super::sources::source;
use super::subjects::{
    behind_quotation, is_nominal, is_participle, subject, subject_beside, subject_of_verb_before, subject_over_commas,
};
use crate::language::{Relation, Upos};

/// The report of a verb that takes a clause or a quotation; its content is empty where only a quotation can give it.
pub fn report(site: &Site, verb: usize, entry: &Entry) -> Option<Report> {
    if !entry.takes_clause() && !entry.takes(Frame::Quote) {
        return None;
    }
    let mut report = Report::new("clause", site.sentence, (cue(site, verb), verb), entry);
    report.strength = if entry.takes(Frame::Quote) { Strength::Speech } else { Strength::Attitude };
    let inverted = || around::is_inverted(site, verb) || behind_quotation(site, verb).is_some();
    let start = start(site, verb, entry).filter(|_| !inverted());
    let after = start.and_then(|start| site.words(start, end(site, verb, start)));
    if let Some(found) = gap::content(site, verb, entry) {
        report.rule = "clause-around";
        report.content = found.content;
        report.source = source(site, found.subject, verb);
    } else if let Some(span) = after {
        report.rule = "clause-after";
        report.content = vec![span];
        // A noun inside the content is no speaker.
        let outside = |head: &usize| *head < verb || site.token(*head).start < span.start;
        let speaker = who(site, verb, entry)
            .filter(outside)
            .or_else(|| subject_beside(site, verb).filter(outside))
            .or_else(|| subject_over_commas(site, verb))
            .or_else(|| subject_of_verb_before(site, verb).filter(outside));
        report.source = speaker.and_then(|head| source(site, head, verb));
    } else if let Some(found) = around::content(site, verb, entry) {
        report.rule = "clause-around";
        report.content = found.content;
        report.source = source(site, found.subject, verb);
        if let (Some(words), Some(first)) = (report.source.as_mut(), found.joint) {
            words.span.start = site.token(first).start;
        }
    } else if entry.takes(Frame::Quote) {
        report.source = who(site, verb, entry).and_then(|head| source(site, head, verb));
    } else {
        return None;
    }
    if entry.takes(Frame::Tell) || entry.takes(Frame::Urge) {
        report.addressee = addressee(site, verb);
    }
    Some(report)
}

/// The subject by the tree, or for verbs of speech by its place.
fn who(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    let infinitive = site.child(verb, &[Relation::Mark]).is_some_and(|mark| site.word(mark) == "to");
    let by_place = !is_participle(site, verb) && !infinitive && entry.takes(Frame::Quote);
    subject(site, verb)
        .or_else(|| subject_beside(site, verb).filter(|_| by_place))
        .or_else(|| subject_of_verb_before(site, verb).filter(|_| !infinitive))
}

/// To whom it is told: the name or pronoun behind the cue, or the object before the clause.
fn addressee(site: &Site, verb: usize) -> Option<Words> {
    let (_, cue_end) = cue_tokens(site, verb);
    let mut last = cue_end + 1;
    let is_name = |at: usize| {
        site.upos(at) == Upos::Propn
            || site.upos(at) == Upos::Noun && site.token(at).of(site.text).starts_with(char::is_uppercase)
    };
    while last < site.len() && is_name(last) {
        last += 1;
    }
    if last > cue_end + 1 {
        let span = site.words(cue_end + 1, last - 1)?;
        return Some(Words { span, sentence: site.sentence, head: last - 1 });
    }
    let object = site.child(verb, &[Relation::Iobj, Relation::Obj]).filter(|&at| at > verb)?;
    source(site, object, verb)
}

/// The first token of the content.
fn start(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    let (_, cue_end) = cue_tokens(site, verb);
    let marked = introduced(site, verb, cue_end, entry);
    if let Some(at) = marked {
        return Some(with_object(site, verb, cue_end, at, entry));
    }
    if entry.takes(Frame::Tell) {
        let first = past_addressee(site, cue_end + 1);
        let finite = |from: usize| (from..site.len()).take_while(|&at| !site.is_mark(at)).any(|at| site.is_finite(at));
        if first > cue_end + 1 && !site.is_quoted(first) && finite(first + 1) {
            return Some(first);
        }
    }
    // "acknowledged it would be easier": a pronoun and its verb begin a clause, whatever the parser made of them.
    let bare = past_modifiers(site, verb, cue_end + 1, entry);
    if entry.takes(Frame::Clause) && !entry.takes(Frame::Tell) && opens_clause(site, bare) {
        return Some(bare);
    }
    if entry.takes(Frame::Clause) && entry.takes(Frame::Quote) && opens_condition(site, cue_end + 1) {
        return Some(cue_end + 1);
    }
    let complement = complement(site, verb, entry).map(|at| site.reach(at).0.max(cue_end + 1));
    // "charged with murder, the chief said": what a comma parts is no content unless a parenthesis closes there.
    let comma = |at: usize| site.word(at) == ",";
    let quote = |at: usize| matches!(site.word(at), "“" | "\"" | "``" | "‘");
    let parted = |first: usize| {
        let mark = comma(first - 1) && !quote(first) || comma(first) && !quote(first + 1);
        first > cue_end + 2 && mark && !comma(cue_end + 1)
    };
    if let Some(first) = complement.filter(|&first| follows(site, verb, cue_end, first)) {
        let whole = with_subject(site, verb, cue_end, first, entry);
        if !parted(whole) {
            return Some(with_object(site, verb, cue_end, whole, entry));
        }
    }
    // No clause in the tree: a verb that takes nothing but clauses, before a noun and a finite verb.
    let only_clauses = entry.takes(Frame::Clause) && !entry.takes(Frame::Object) && !site.is_passive(verb);
    let first = past_modifiers(site, verb, cue_end + 1, entry);
    let nominal = |at: usize| {
        matches!(site.upos(at), Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num)
            && !site.is_quoted(at)
    };
    let opens =
        only_clauses && first < site.len() && nominal(first) && subject(site, verb).is_none_or(|who| who <= verb);
    let finite = || {
        (first + 1..site.len())
            .take_while(|&at| !matches!(site.word(at), "," | ";" | "—" | "who" | "which"))
            .any(|at| site.is_finite(at))
    };
    (opens && !parted(first) && finite()).then_some(first)
}

fn is_modifier(site: &Site, at: usize) -> bool {
    matches!(site.upos(at), Upos::Det | Upos::Adj | Upos::Num) && !site.is_quoted(at)
}

/// Whether a pronoun that can only be a subject and a finite verb begin at `at`: "he would", "it was", "there had".
pub fn opens_clause(site: &Site, at: usize) -> bool {
    let pronoun = matches!(site.word(at), "he" | "she" | "it" | "they" | "we" | "i" | "you" | "there");
    let verb = (at + 1..site.len()).find(|&next| site.upos(next) != Upos::Adv);
    pronoun && !site.is_quoted(at) && verb.is_some_and(|verb| site.is_finite(verb) || site.upos(verb) == Upos::Aux)
}

/// "confirmed the ship had sunk", "said its owner and her sons were away": where a clause begins whose subject the parser
/// took for an object, so that the clause at `first` begins with its verb.
fn with_subject(site: &Site, verb: usize, cue_end: usize, first: usize, entry: &Entry) -> usize {
    let headless = first < site.len() && (site.is_finite(first) || site.upos(first) == Upos::Aux);
    let joint = first.checked_sub(1).is_some_and(|at| site.upos(at) == Upos::Cconj);
    if !headless || joint || entry.takes(Frame::Tell) {
        return first;
    }
    let there = site.word(cue_end + 1) == "there";
    let from = if there { cue_end + 1 } else { past_modifiers(site, verb, cue_end + 1, entry).min(first) };
    // "said the fund, known as a model, has grown": a parenthesis may stand behind the subject.
    let marks = (from..first).filter(|&at| site.is_mark(at)).count();
    let whole =
        marks == 0 || marks == 2 && site.word(first - 1) == "," && (is_nominal(site, from) || is_modifier(site, from));
    let subject = whole && (there || (from..first).any(|at| is_nominal(site, at)));
    if subject { from } else { first }
}

/// "rejected the notion that it was late": the object that a clause belongs to is put forward with it.
fn with_object(site: &Site, verb: usize, cue_end: usize, first: usize, entry: &Entry) -> usize {
    if entry.takes(Frame::Tell) || entry.takes(Frame::Urge) || first <= cue_end + 1 {
        return first;
    }
    let object = site.children(verb).iter().copied().find(|&at| {
        let noun = site.upos(at) == Upos::Noun && site.preposition(at).is_none();
        (cue_end + 1..first).contains(&at) && site.relation(at) == Relation::Obj && noun
    });
    let from = object.map(|at| site.reach(at).0.max(cue_end + 1));
    from.filter(|&from| from < first && (from..first).all(|at| !site.is_mark(at))).unwrap_or(first)
}

/// Where "that" opens the content of a passive: "it was reported at the weekend that …".
pub fn introduced_by_that(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    introduced(site, verb, cue_tokens(site, verb).1, entry)
}

/// Where "that" or "whether" opens the content behind the cue, its addressee and its circumstances.
fn introduced(site: &Site, verb: usize, cue_end: usize, entry: &Entry) -> Option<usize> {
    let farthest = (cue_end + 12).min(site.len());
    if let Some(at) = after_parenthesis(site, cue_end, entry) {
        return Some(at);
    }
    let at = (cue_end + 1..farthest).find(|&at| {
        matches!(site.word(at), "that" | "whether" | "if" | "," | ";" | ":" | "—")
            || site.is_quoted(at)
            || site.is_finite(at)
    })?;
    let takes = match site.word(at) {
        "that" => entry.takes(Frame::Clause),
        "whether" => true,
        "if" => entry.takes(Frame::Whether),
        _ => false,
    };
    // "said that night", "asked that man": no clause follows.
    let opens_clause = site.upos(at) != Upos::Det && at + 2 < site.len();
    let gap_fits = at == cue_end + 1
        || past_modifiers(site, verb, cue_end + 1, entry) == at
        || site
            .head(at)
            .is_some_and(|head| site.head(head) == Some(verb) || hangs_on_circumstance(site, verb, at, head));
    (takes && opens_clause && gap_fits).then_some(at)
}

/// "said in an interview that he stands by it": a clause that the parser hangs on the circumstance before it.
fn hangs_on_circumstance(site: &Site, verb: usize, that: usize, clause: usize) -> bool {
    let circumstance =
        site.head(clause).filter(|&at| site.head(at) == Some(verb) && site.relation(at) == Relation::Obl);
    let whole = site.child(clause, &[Relation::Nsubj, Relation::NsubjPass]).is_some_and(|who| who > that);
    whole && circumstance.is_some_and(|at| verb < at && at < that && site.preposition(at).is_some())
}

/// "said if it rained, the fair would be moved": a clause before the main one of the content.
fn opens_condition(site: &Site, at: usize) -> bool {
    let mark = matches!(
        site.word(at),
        "if" | "when" | "unless" | "because" | "although" | "though" | "while" | "once" | "until"
    );
    let farthest = (at + 30).min(site.len());
    let comma = (at + 3..farthest).find(|&at| site.word(at) == "," || site.is_quoted(at));
    mark && comma.is_some_and(|comma| {
        let main = comma + 1;
        let near = main + 1..(main + 9).min(site.len());
        main < site.len()
            && (is_nominal(site, main) || is_modifier(site, main))
            && near.clone().any(|at| site.is_finite(at))
    })
}

/// "disclosed, in a letter to the court, that …": over the words between the commas.
fn after_parenthesis(site: &Site, cue_end: usize, entry: &Entry) -> Option<usize> {
    if site.word(cue_end + 1) != "," || !entry.takes(Frame::Clause) {
        return None;
    }
    let closing = (cue_end + 2..(cue_end + 25).min(site.len())).find(|&at| site.word(at) == ",")?;
    (site.word(closing + 1) == "that").then_some(closing + 1)
}

/// The token after the addressee and the circumstances that start at `at` ("on Twitter on Saturday").
fn past_modifiers(site: &Site, verb: usize, mut at: usize, entry: &Entry) -> usize {
    if entry.takes(Frame::Tell) {
        at = past_addressee(site, at);
    }
    loop {
        let next = site.children(verb).iter().copied().find(|&child| {
            let fits = match site.relation(child) {
                Relation::Obl | Relation::OblUnmarked | Relation::Advmod | Relation::Iobj => true,
                Relation::Obj => entry.takes(Frame::Tell),
                _ => false,
            };
            fits && child > verb && site.reach(child).0 == at && site.reach(child).1 + 2 < site.len()
        });
        match next {
            // A clause that hangs on a modifier by mistake is no part of it.
            Some(child) => {
                match (at..=site.reach(child).1).find(|&token| matches!(site.word(token), "that" | "whether")) {
                    Some(token) if token > at => return token,
                    _ => at = site.reach(child).1 + 1,
                }
            }
            None => return at,
        }
    }
}

/// The token after a name, pronoun or bare plural to whom it is told, if a clause follows: "told Reuters it was late".
fn past_addressee(site: &Site, at: usize) -> usize {
    let mut end = at;
    while end < site.len() && site.upos(end) == Upos::Propn {
        end += 1;
    }
    if end == at && end < site.len() && matches!(site.xpos(end), "PRP" | "NNS") {
        end += 1;
    }
    if end == at && end < site.len() && site.upos(end) == Upos::Det {
        let part = |at: &usize| matches!(site.upos(*at), Upos::Adj | Upos::Noun | Upos::Propn);
        let next = (end + 1..site.len()).take_while(part).last().map_or(end, |noun| noun + 1);
        let opens =
            next < site.len() && (matches!(site.upos(next), Upos::Det | Upos::Pron) || site.word(next) == "that");
        end = if opens { next } else { end };
    }
    let clause =
        end > at && end < site.len() && (is_nominal(site, end) || is_modifier(site, end) || site.word(end) == "that");
    if clause { end } else { at }
}

/// The clause that hangs on the verb behind it.
fn complement(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    site.children(verb).iter().copied().find(|&at| {
        let is_complement = match site.relation(at) {
            Relation::Ccomp => true,
            Relation::Parataxis | Relation::Dep | Relation::Advcl => {
                is_clause(site, at) && follows_closely(site, verb, at)
            }
            _ => false,
        };
        at > verb && !site.is_quoted(at) && is_complement && introduced_as_content(site, at, entry)
    })
}

/// Whether no conjunction of reason or time introduces a clause: "spoke after the vote was lost" is no content.
fn introduced_as_content(site: &Site, clause: usize, entry: &Entry) -> bool {
    let mark = site.children(clause).iter().copied().find(|&at| site.relation(at) == Relation::Mark);
    mark.is_none_or(|at| match site.word(at) {
        "if" => entry.takes(Frame::Whether),
        word => matches!(word, "that" | "whether" | "how" | "why" | "for"),
    })
}

/// Whether the clause at `first` follows the cue directly, its addressee or its circumstances.
fn follows(site: &Site, verb: usize, cue_end: usize, first: usize) -> bool {
    first > cue_end && (cue_end + 1..first).all(|at| !site.is_quoted(at) && site.word(at) != ";") && first > verb
}

/// Whether only an addressee, a time or "that" stands between a verb and its clause.
fn follows_closely(site: &Site, verb: usize, clause: usize) -> bool {
    let first = site.reach(clause).0;
    first > verb && (verb + 1..first).all(|at| !site.is_mark(at))
}

/// Whether a token heads a clause: a finite verb, or a predicate with a subject.
fn is_clause(site: &Site, at: usize) -> bool {
    let has_subject = site.children(at).iter().any(|&child| site.relation(child).is_subject());
    has_subject || site.upos(at) == Upos::Verb && !is_participle(site, at)
}

/// The last token of content that starts at `start`.
pub fn end(site: &Site, verb: usize, start: usize) -> usize {
    let mut end = site.len() - 1;
    let embedded = embedded_end(site, verb);
    if let Some(limit) = embedded {
        // A subtree that breaks off at once is a slip of the parser.
        end = if limit > start + 1 { limit } else { end };
    }
    // "the state, which hinted that it was over, went on": the verb after a mark is that of the main clause.
    let resumes = |&at: &usize| site.is_finite(at) && site.is_mark(at - 1) && site.word(at - 1) != "-";
    if let Some(at) = (start + 2..=end).find(resumes).filter(|_| embedded.is_some() || in_relative(site, verb)) {
        end = at - 1;
    }
    if let Some(comma) = main_clause(site, verb, start) {
        end = end.min(comma - 1);
    }
    for at in start + 1..=end {
        if let Some(before) = begins_report(site, verb, start, at) {
            end = before;
            break;
        }
    }
    while end > start && matches!(site.word(end), "and" | "but" | "while" | "," | ";" | "as") {
        end -= 1;
    }
    end
}

/// Whether a relative word behind a comma opens the clause of the cue: "the boy, who neighbors said had left, …".
fn in_relative(site: &Site, verb: usize) -> bool {
    let mark = (1..verb).rev().find(|&at| site.word(at) == ",");
    mark.is_some_and(|at| matches!(site.word(at + 1), "who" | "which" | "whose" | "whom"))
}

/// "After the chief confirmed he knew of it, Ruiz asked why": the comma that ends a clause before the main one.
fn main_clause(site: &Site, verb: usize, start: usize) -> Option<usize> {
    let opening = (0..verb).find(|&at| !site.is_mark(at) && site.upos(at) != Upos::Cconj)?;
    let before = matches!(
        site.word(opening),
        "after" | "when" | "while" | "as" | "although" | "though" | "since" | "because" | "if" | "once" | "before"
    );
    let first =
        before && !(opening..verb).any(|at| site.word(at) == "," || site.is_finite(at) && site.head(at) != Some(verb));
    let main = |comma: &usize| {
        let near = (comma + 2..(comma + 10).min(site.len())).any(|at| site.is_finite(at));
        site.word(*comma) == "," && (is_nominal(site, comma + 1) || is_modifier(site, comma + 1)) && near
    };
    if first { (start + 2..site.len()).find(main) } else { None }
}

/// Where the content of a verb in a relative or adverbial clause ends: with that clause.
fn embedded_end(site: &Site, verb: usize) -> Option<usize> {
    let mut at = verb;
    while let Some(head) = site.head(at) {
        match site.relation(at) {
            Relation::Conj | Relation::Parataxis => at = head,
            Relation::Advcl if is_participle(site, at) && at > head => at = head,
            Relation::AclRelcl
            | Relation::Acl
            | Relation::Advcl
            | Relation::AdvclRelcl
            | Relation::Ccomp
            | Relation::Csubj => {
                return Some(site.reach(verb).1);
            }
            _ => return None,
        }
    }
    None
}

/// If the next report of the same level begins at `at`, the last token before it.
fn begins_report(site: &Site, verb: usize, start: usize, at: usize) -> Option<usize> {
    if site.word(at) == ";" {
        return Some(at - 1);
    }
    if site.word(at) == "according" && site.word(at + 1) == "to" && at > start + 2 {
        return Some(at - 1);
    }
    if site.is_quoted(at) || !matches!(site.upos(at), Upos::Verb) {
        return None;
    }
    let entry = reporting(Class::Verb, site.lemma(at));
    let mut before = at - 1;
    while before > start && matches!(site.upos(before), Upos::Adv | Upos::Aux) {
        before -= 1;
    }
    let of_verb = site.relation(at) == Relation::Conj && site.head(at) == Some(verb);
    if entry.is_some() && is_participle(site, at) && site.word(before) == "," {
        return Some(before - 1);
    }
    let coordinated = matches!(site.word(before), "and" | "but");
    let that = || site.word(at + 1) == "that" && entry.is_some_and(|entry| entry.takes(Frame::Quote));
    if entry.is_some() && coordinated && (of_verb || that() && site.xpos(at) == site.xpos(verb)) {
        return Some(before - 1);
    }
    // A clause beside the report: ", but officials told them otherwise".
    let own_subject = site.child(at, &[Relation::Nsubj, Relation::NsubjPass]).filter(|&who| who < at);
    let first = own_subject.map(|who| site.reach(who).0)?;
    let joint = first.checked_sub(2).filter(|&joint| joint > start)?;
    let contrast = site.word(joint) == "," && matches!(site.word(joint + 1), "but" | "while" | "and");
    (contrast && (of_verb || entry.is_some_and(|entry| entry.takes(Frame::Quote)))).then_some(joint.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_clause_behind_its_verb_is_content() {
        check(
            "The mayor said the bridge would open in May.",
            &["clause-after: The mayor: the bridge would open in May"],
        );
        check(
            "Ana Ruiz wrote on Monday that the ship had sunk, adding that two sailors were missing.",
            &[
                "clause-after: Ana Ruiz: that the ship had sunk",
                "clause-after: Ana Ruiz: that two sailors were missing",
            ],
        );
        check(
            "Engineers told Reuters the pump had failed.",
            &["clause-after: Reuters > Engineers: the pump had failed"],
        );
        check(
            "The mayor, who lost the vote in May, said the count was wrong.",
            &["clause-after: The mayor: the count was wrong"],
        );
        check(
            "The mayor said it rained, but the coach said it was dry.",
            &["clause-after: The mayor: it rained", "clause-after: the coach: it was dry"],
        );
    }

    #[test]
    fn a_clause_keeps_its_subject_and_an_object_its_clause() {
        check(
            "The captain said the mate and his crew were awake.",
            &["clause-after: The captain: the mate and his crew were awake"],
        );
        check(
            "The mayor rejected the notion that the bridge was old.",
            &["object: The mayor: the notion that the bridge was old"],
        );
        check("The captain said on Sunday that it rained.", &["clause-after: The captain: that it rained"]);
    }

    #[test]
    fn a_clause_before_the_main_one_ends_with_it() {
        check(
            "After the chief confirmed he knew of the letter, Ana Ruiz left.",
            &["clause-after: The chief: he knew of the letter"],
        );
        check("The boy, who neighbors said was calm, had left.", &["clause-around: neighbors: who … was calm"]);
    }

    #[test]
    fn a_clause_of_time_is_no_content() {
        check("The mayor spoke after the bridge was closed.", &[]);
    }
}
