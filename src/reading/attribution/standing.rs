//! Whether a report was made: not one that is denied, asked, supposed, merely possible or still to come.
//!
//! "did not say that X", "would say X", "has yet to say X", "if she said X" put nothing forward. What a voice does not
//! believe, want or support it rejects.

use super::lexicon::{Class, Entry, Frame, carries_on, reporting};
use super::rejected;
use super::report::{Report, Strength};
use super::site::Site;
use crate::language::clause::{Form, Link, Mood};
use crate::language::{Relation, Upos};
use crate::reading::kinds::{Modality, Polarity};

/// The report as it was made, if it was.
pub fn made(site: &Site, mut report: Report) -> Option<Report> {
    if report.strength == Strength::Silence || report.rule == rejected::PLEA {
        return Some(report);
    }
    let Some(clause) = site.clause(report.at) else {
        // "no claim that X"
        let no = site.children(report.at).iter().any(|&child| matches!(site.word(child), "no" | "without"));
        return (!no).then_some(report);
    };
    let quotes = report.quotes && holds_quotation(site, &report);
    if quotes {
        return Some(report);
    }
    if clause.mood != Mood::Told || clause.modal.is_some_and(|modal| !is_said_by_it(site, report.at, modal)) {
        return None;
    }
    if clause.form == Form::Infinitive && !is_done(site, report.at, 0)
        || is_of_anyone(site, &report)
        || has_no_sign(site, report.at)
    {
        return None;
    }
    if clause.negation.is_none() {
        return Some(report);
    }
    let entry = reporting(Class::Verb, site.lemma(report.at)).filter(|entry| entry.takes(Frame::Raise))?;
    reject(&mut report, entry);
    Some(report)
}

/// "anyone who knows that X": no one in particular knows it.
fn is_of_anyone(site: &Site, report: &Report) -> bool {
    let Some(words) = report.source.filter(|words| words.sentence == site.sentence) else { return false };
    let pronoun = |at: usize| matches!(site.word(at), "anyone" | "anybody" | "everyone");
    let relative = || matches!(site.word(words.head), "who" | "that") && words.head.checked_sub(1).is_some_and(pronoun);
    matches!(site.word(words.head), "anyone" | "anybody") || relative()
}

/// "no evidence that Ruiz objected": a clause that a denied noun takes.
fn has_no_sign(site: &Site, verb: usize) -> bool {
    let Some(noun) = site.head(verb).filter(|&at| at < verb && site.upos(at) == Upos::Noun) else { return false };
    let that = site.child(verb, &[Relation::Mark]).is_some_and(|mark| site.word(mark) == "that");
    that && site.children(noun).iter().any(|&child| child < noun && matches!(site.word(child), "no" | "little"))
}

/// "does not believe that X": X is rejected; "does not want X": that X come about.
fn reject(report: &mut Report, entry: &Entry) {
    report.polarity = if entry.polarity == Polarity::Denied { Polarity::Affirmed } else { Polarity::Denied };
    if report.modality == Modality::Possible {
        report.modality = entry.modality;
    }
}

fn holds_quotation(site: &Site, report: &Report) -> bool {
    report.content.is_empty() || (0..site.len()).any(|at| site.is_quoted(at) && report.holds(site.token(at)))
}

/// "I can say that X", "we would argue that X", "I must admit that X": said by saying so.
fn is_said_by_it(site: &Site, verb: usize, modal: usize) -> bool {
    let speaker = site.clause(verb).and_then(|clause| clause.subject);
    let first = speaker.is_some_and(|subject| matches!(site.word(subject.head), "i" | "we"));
    first && matches!(site.word(modal), "can" | "must" | "would" | "'d" | "’d" | "will" | "'ll" | "’ll")
        || site.word(verb + 1) == "like" && matches!(site.word(modal), "would" | "'d" | "’d")
}

/// Whether what an infinitive tells was done: "went on to say", "was quick to say", "is said to believe"; not "the wish
/// to say", "has yet to say".
fn is_done(site: &Site, verb: usize, depth: usize) -> bool {
    let Some(clause) = site.clause(verb) else { return false };
    let Some(above) = clause.above.filter(|&above| above < verb) else { return false };
    let carried = match clause.link {
        Link::Complement | Link::Adverbial if site.upos(above) == Upos::Adj => {
            let dummy = site.child(above, &[Relation::Nsubj, Relation::Expl]).map(|it| site.word(it));
            !matches!(dummy, Some("it") | None)
        }
        Link::Complement => carries_on(site.lemma(above), site.word(above + 1)),
        Link::Conjunct => return depth < 4 && is_done(site, above, depth + 1),
        _ => false,
    };
    let told = site.clause(above).is_none_or(|up| up.mood == Mood::Told && up.negation.is_none() && up.modal.is_none());
    carried && told
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::{check, reported};

    #[test]
    fn what_was_not_said_is_no_report() {
        for sentence in [
            "The mayor did not say that the bridge was safe.",
            "The mayor did not have reason to believe that the bridge was safe.",
            "The mayor has yet to say that the bridge was safe.",
            "The mayor would say that the bridge was safe.",
            "If the mayor said that the bridge was safe, the clerk was late.",
            "It is not yet clear if the mayor will insist that the bridge is safe.",
            "The mayor did not dispute that the bridge was safe.",
            "The mayor refused to rule out a strike.",
        ] {
            assert!(
                reported(sentence).iter().all(|claim| claim.starts_with("silence")),
                "{sentence}: {:?}",
                reported(sentence)
            );
        }
    }

    #[test]
    fn what_was_said_in_the_end_is_one() {
        check(
            "The mayor went on to say that the bridge was safe.",
            &["clause-after: The mayor: that the bridge was safe"],
        );
        check(
            "The mayor does not believe that the bridge is safe.",
            &["clause-after: The mayor: that the bridge is safe"],
        );
    }
}
