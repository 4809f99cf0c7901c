//! Reports whose clause stands before or around the reporting words: "X, she said", "X, said the mayor, Y",
//! "X, a diplomat in the capital said".
//!
//! Read by place, not by tree: a reporting clause is a noun phrase and a verb between marks.

use super::clause_end::end;
use super::lexicon::{Entry, Frame};
use super::parts::cue_tokens;
use super::site::Site;
use super::subjects::subject_beside;
use crate::language::{Relation, Upos};
use crate::span::Span;

/// What stands around a reporting clause.
pub struct Around {
    /// The pieces of content.
    pub content: Vec<Span>,
    /// The head of the subject.
    pub subject: usize,
    /// Where a joint voice begins whose halves the parser may have parted: "the captain and his mate".
    pub joint: Option<usize>,
}

/// The most words of a reporting clause after its verb ("told reporters in Oslo on Monday").
const TAIL: usize = 14;

/// The content around a verb of speech or belief that has no clause of its own.
pub fn content(site: &Site, verb: usize, entry: &Entry) -> Option<Around> {
    let speaks = entry.takes(Frame::Clause) || entry.takes(Frame::Quote);
    let participle = site.xpos(verb) == "VBN";
    // "a bad thing, say some clerks": a plain form behind its comma has no subject before it.
    let plain = site.xpos(verb) == "VB" && site.child(verb, &[Relation::Aux, Relation::Mark]).is_none();
    let comma = verb.checked_sub(1).is_some_and(|at| site.word(at) == ",");
    let may_be_finite = site.is_finite(verb) || participle || plain && comma;
    if !speaks || site.word(verb + 1) == "to" || !may_be_finite || site.is_passive(verb) {
        return None;
    }
    let (first, last) = stretch(site, verb, entry)?;
    let subject =
        subject_beside(site, verb).filter(|&at| !matches!(site.word(at), "who" | "which" | "that" | "whom"))?;
    let before = (first > 1).then(|| site.words(0, first - 1)).flatten();
    let finite = |at: usize| site.is_finite(at) && !site.is_quoted(at);
    let whole = before.is_some() && (0..first).any(finite);
    let rest = (last + 2..site.len()).find(|&at| !site.is_mark(at)).filter(|_| site.word(last + 1) != ".");
    // What describes the speaker or tells what she did beside it is the outlet's: ", said Ana Ruiz, who runs the port".
    let rest = rest.filter(|&at| !matches!(site.word(at), "who" | "which" | "whose") && site.xpos(at) != "VBG");
    let goes_on = rest.filter(|&rest| {
        let own = || before.is_some() && (0..first).all(|at| !site.is_quoted(at));
        // "a bridge, said Ana Ruiz, would cost more" needs its end.
        // Who tells or advises tells someone: "The trouble, she told the Post, is that it rains".
        let says = last > cue_tokens(site, verb).1 || !(entry.takes(Frame::Tell) || entry.takes(Frame::Urge));
        let cut = || says && own() && bare(site, (first, last), verb) && (rest..site.len()).any(finite);
        if whole { subject < verb } else { cut() }
    });
    if !whole && goes_on.is_none() {
        return None;
    }
    let mut content: Vec<Span> = before.into_iter().collect();
    content.extend(goes_on.and_then(|rest| site.words(rest, end(site, verb, rest))));
    let joint = (first..subject).any(|at| site.word(at) == "and").then_some(first);
    Some(Around { content, subject, joint })
}

/// Whether a reporting clause is nothing but its subject and its verb.
fn bare(site: &Site, (first, last): (usize, usize), verb: usize) -> bool {
    use Upos::{Adj, Adp, Aux, Cconj, Det, Noun, Num, Pron, Propn};
    let name = |at: usize| matches!(site.upos(at), Det | Noun | Propn | Adj | Pron | Num | Adp | Cconj | Aux);
    (first..=last).all(|at| at == verb || name(at)) && !is_time(site, verb + 1)
}

/// First and last token of the reporting clause, which lies between marks.
fn stretch(site: &Site, verb: usize, entry: &Entry) -> Option<(usize, usize)> {
    let (cue_first, cue_last) = cue_tokens(site, verb);
    let is_comma = |at: usize| matches!(site.word(at), "," | "—" | "–" | "--" | "\"" | "”" | "''");
    let last = (cue_last + 1..site.len())
        .find(|&at| is_comma(at) || site.is_mark(at) && at + 1 == site.len())
        .map_or(site.len() - 1, |at| at - 1);
    if last - cue_last > TAIL {
        return None;
    }
    // "said the mayor": the verb comes first; "Ruiz, who leads, mocked the mayor" has its subject before it.
    let object = entry.takes(Frame::Object) && site.word(cue_first.saturating_sub(1)) == ",";
    if cue_first > 0
        && is_comma(cue_first - 1)
        && starts_noun(site, cue_last + 1)
        && !entry.takes(Frame::Tell)
        && (!object || is_inverted(site, verb))
    {
        return Some((cue_first, last));
    }
    // "the mayor said", "Ana Ruiz, head of the port, said": back to a comma before a noun phrase.
    let mut comma = (0..cue_first).rev().find(|&at| is_comma(at))?;
    if comma + 1 == cue_first {
        comma = (0..comma).rev().find(|&at| is_comma(at))?;
    }
    loop {
        let first = comma + 1;
        let no_verb = (first..cue_first).all(|at| {
            let joins_nouns = site.word(at) == "and" && at > first && starts_noun(site, at + 1);
            !site.is_finite(at)
                && (joins_nouns
                    || !matches!(site.word(at), "which" | "that" | "what" | "and" | "but" | "as" | "because"))
        });
        if !no_verb {
            return None;
        }
        // Nothing but circumstances may follow the verb: a noun there would be its object.
        let bare = cue_last == last
            || entry.takes(Frame::Tell)
            || !starts_noun(site, cue_last + 1)
            || is_time(site, cue_last + 1);
        if starts_noun(site, first) && bare {
            return Some((first, last));
        }
        comma = (0..comma).rev().find(|&at| is_comma(at))?;
        if cue_first - comma > TAIL {
            return None;
        }
    }
}

/// Whether nothing but its speaker follows a verb that a comma parts from a whole clause: "as it sped away, said witness
/// Ana Ruiz, who had …", or from the one stretch before it: "a bridge, said Ana Ruiz, would …". In "the guard, who slept,
/// said Ana Ruiz, who …" the clause before the comma is no whole one.
pub fn is_inverted(site: &Site, verb: usize) -> bool {
    let (first, last) = cue_tokens(site, verb);
    let Some(comma) = first.checked_sub(1).filter(|&at| site.word(at) == ",") else { return false };
    let from = (0..comma).rev().find(|&at| site.word(at) == ",").map_or(0, |at| at + 1);
    let relative = matches!(site.word(from), "who" | "which" | "whose" | "that");
    let whole = !relative && (from..comma).any(|at| site.is_finite(at));
    let clause = (whole || from == 0) && (from..comma).all(|at| !site.is_quoted(at));
    let end = (last + 1..site.len()).find(|&at| site.is_mark(at)).unwrap_or(site.len());
    let name = |at: usize| matches!(site.upos(at), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj);
    let speaker = last + 1 < end
        && (last + 1..end).all(name)
        && site.upos(end - 1) == Upos::Propn
        && matches!(site.word(end), "," | "." | "");
    clause && speaker
}

fn starts_noun(site: &Site, at: usize) -> bool {
    at < site.len()
        && matches!(site.upos(at), Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num)
}

/// "said Monday", "said last week": a time is no object.
fn is_time(site: &Site, at: usize) -> bool {
    let unmarked = |at: usize| matches!(site.relation(at), Relation::OblUnmarked | Relation::NmodUnmarked);
    unmarked(at) || site.head(at).is_some_and(unmarked)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_clause_before_its_verb_is_content() {
        check(
            "The ferry will not sail on Sunday, a harbor official said.",
            &["clause-around: a harbor official: The ferry will not sail on Sunday"],
        );
        check(
            "The plant was shut in June, a source told Reuters.",
            &["clause-around: Reuters > a source: The plant was shut in June"],
        );
    }

    #[test]
    fn two_speakers_may_stand_behind_a_clause() {
        check(
            "The ferry will not sail on Sunday, the captain and his mate said.",
            &["clause-around: the captain and his mate: The ferry will not sail on Sunday"],
        );
        check(
            "The judge may become the next mayor of the town, party and court officials said Tuesday.",
            &["clause-around: party and court officials: The judge may become the next mayor of the town"],
        );
    }

    #[test]
    fn a_speaker_behind_the_verb_is_no_content() {
        check(
            "The cart hit the gate as it sped away, said witness Ana Ruiz, who had just left the shop.",
            &["clause-around: Ana Ruiz: The cart hit the gate as it sped away"],
        );
        check("The guard, who slept all day, said Ana Ruiz was late.", &["clause-after: The guard: Ana Ruiz was late"]);
    }

    #[test]
    fn a_sentence_is_interrupted_by_its_speaker() {
        check(
            "A bridge, she said, would make the trip shorter.",
            &["clause-around: she: A bridge … would make the trip shorter"],
        );
        check(
            "The only problem, said Ana Orr, is that it is closed.",
            &["clause-around: Ana Orr: The only problem … is that it is closed"],
        );
        check(
            "The ferry will not sail, said Ana Ruiz, head of the port, but it is new.",
            &["clause-around: Ana Ruiz: The ferry will not sail"],
        );
        check(
            "The ferry will not sail, she said, adding that it was broken.",
            &["clause-around: she: The ferry will not sail", "clause-after: she: that it was broken"],
        );
    }

    #[test]
    fn a_second_clause_reports_nothing() {
        check("The ferry sailed on Sunday, and the harbor was quiet.", &[]);
    }
}
