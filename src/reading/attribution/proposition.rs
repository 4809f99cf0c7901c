//! Whether the content of a report puts something forward: that something is so, is to be, or happened; not a person or a
//! body that is only spoken of, not a pronoun, not a clause of time.
//!
//! It looks at the content alone; who puts it forward is the work of the rules.

use super::lexicon::{Class, Entry, Frame, reporting, voice_noun};
use super::nominal;
use super::object;
use super::passive;
use super::report::{Report, Strength};
use super::site::Site;
use crate::language::{Relation, Upos};
use crate::reading::kinds::SourceKind;
use crate::reading::names::coreference::means_human;
use crate::span::Span;

/// Whether the content of `report`, the words of `site`, is something that can be so.
pub fn put_forward(site: &Site, report: &Report) -> bool {
    // Quotations and silences are weighed elsewhere.
    if report.content.is_empty() || report.strength == Strength::Silence {
        return true;
    }
    let inside = |at: &usize| !site.is_mark(*at) && report.content.iter().any(|part| part.contains(site.token(*at)));
    let words: Vec<usize> = (0..site.len()).filter(inside).collect();
    if words.is_empty() || words.iter().any(|&at| site.is_quoted(at) || in_marks(site, at)) {
        return true;
    }
    let (first, last) = (words[0], words[words.len() - 1]);
    let small = |at: usize| matches!(site.upos(at), Upos::Pron | Upos::Det | Upos::Adp | Upos::Adv | Upos::Part);
    let pronouns = words.iter().all(|&at| small(at));
    let count = |mark: char| report.content.iter().map(|part| part.of(site.text).matches(mark).count()).sum::<usize>();
    let cut = words.len() < 5 && count('(') != count(')');
    if pronouns || cut || is_echo(site, &words) {
        return false;
    }
    match report.rule {
        "clause-after" => {
            // "the minister stood by it", whose verb a tagger takes for a participle
            let past = |at: usize| site.xpos(at) == "VBN" && at > first && site.is_nominal(at - 1);
            let verb = words.iter().any(|&at| site.is_finite(at) || matches!(site.xpos(at), "VB" | "VBG") || past(at));
            verb && !opens_aside(site, report, first)
        }
        object::OBJECT | object::PREPOSITION | passive::OBJECT | nominal::RULE => {
            let full = words.iter().filter(|&&at| !small(at) && site.xpos(at) != "POS").count();
            full > 1 && !only_names(site, first, last, &report.content)
        }
        "infinitive" => words.iter().any(|&at| matches!(site.xpos(at), "VB")),
        _ => true,
    }
}

/// Whether a mark of quotation stands beside a token: part of a phrase that is quoted word for word.
fn in_marks(site: &Site, at: usize) -> bool {
    let mark = |at: usize| matches!(site.word(at), "“" | "”" | "\"" | "``" | "''");
    mark(at + 1) || at.checked_sub(1).is_some_and(mark)
}

/// "twice what she said | she expected": a subject and a verb that reports, whose own content stands elsewhere.
fn is_echo(site: &Site, words: &[usize]) -> bool {
    let &[who, .., verb] = words else { return false };
    let speaks = || reporting(Class::Verb, site.lemma(verb)).is_some_and(|entry| entry.takes(Frame::Clause));
    words.len() <= 3 && site.upos(who) == Upos::Pron && site.is_finite(verb) && speaks()
}

/// A clause of time or a relative clause, which says of something else when or which: "mentioned | when he spoke".
fn opens_aside(site: &Site, report: &Report, first: usize) -> bool {
    let entry = reporting(Class::Verb, site.lemma(report.at));
    let asks = |entry: &Entry| entry.takes(Frame::Whether) || entry.takes(Frame::Clause) && entry.takes(Frame::Quote);
    let question = entry.is_some_and(asks);
    match site.word(first) {
        "while" | "after" | "before" | "because" | "since" | "until" | "although" | "though" => {
            // "said after the match it was over": the clause follows.
            !(first..site.len()).any(|at| site.word(at) == ",")
        }
        // "explained when it would open" answers a question; "bought when it opened" does not.
        "when" | "where" => {
            // "learned of it when she called": the time of what was learned.
            let apart = first.checked_sub(1).is_some_and(|at| site.token(at).start >= report.cue.end);
            !question || apart || site.xpos(report.at) == "VBN"
        }
        "who" | "which" | "whose" => first.checked_sub(1).is_some_and(|at| site.word(at) == ","),
        // "did critics try": a question that is turned round hangs on no verb.
        "did" | "does" | "do" => {
            let subject = site.head(first).and_then(|verb| site.child(verb, &[Relation::Nsubj]));
            subject.is_some_and(|who| who > first)
        }
        _ => false,
    }
}

/// Whether what is spoken of is a person, a body or a place: "mentioned the former secretary of state".
fn only_names(site: &Site, first: usize, last: usize, content: &[Span]) -> bool {
    let inside = |at: usize| content.iter().any(|part| part.contains(site.token(at)));
    let head = (first..=last).find(|&at| site.head(at).is_none_or(|head| !inside(head)));
    let Some(head) = head else { return false };
    let clause = (first..=last).any(|at| site.is_finite(at) || matches!(site.xpos(at), "VBG" | "VB"));
    let name = site.upos(head) == Upos::Propn || site.upos(head) == Upos::Pron;
    let lemma = site.lemma(head);
    let body = || voice_noun(lemma).is_some_and(|voice| !matches!(voice.kind, SourceKind::Document | SourceKind::Data));
    let person = site.upos(head) == Upos::Noun && (means_human(lemma) || body());
    !clause && (name || person)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn who_is_spoken_of_is_not_put_forward() {
        check("The mayor mentioned the former secretary of state on Monday.", &[]);
        check("The union endorsed Ana Ruiz.", &[]);
        check("The mayor proposed a ban on heavy trucks.", &["object: The mayor: a ban on heavy trucks"]);
        check("The mayor praised it.", &[]);
        check("The union rejected it.", &[]);
    }

    #[test]
    fn an_echo_and_a_time_are_not_put_forward() {
        check("The repair cost twice what the mayor said he expected.", &[]);
        check("The mayor asked when the bridge would open.", &["clause-after: The mayor: when the bridge would open"]);
    }
}
