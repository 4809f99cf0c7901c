//! Reports of a few quoted words inside the outlet's sentence: "called her “third-rate”", "accused them of being “duped”",
//! "which the mayor called “a disgrace”".
//!
//! Read by place, not by tree, because quotation marks lead parsers astray: from the reporting word to the mark that
//! closes the words. It knows nothing of quotations of whole sentences.

use super::lexicon::{Entry, Frame};
use super::parts::{cue, cue_tokens};
use super::report::Report;
use super::site::Site;
use super::sources::source;
use super::subjects::{subject, subject_beside};

/// The rule of a few quoted words behind a reporting word.
pub const RULE: &str = "quoted-phrase";

/// So many words may stand between the reporting word and the quoted ones.
const BEFORE: usize = 12;
/// So many words may be quoted.
const QUOTED: usize = 25;

/// The report of a verb with a few quoted words behind it.
pub fn report(site: &Site, verb: usize, entry: &Entry) -> Option<Report> {
    let names = entry.takes(Frame::Naming)
        || entry.takes(Frame::As)
        || entry.takes(Frame::Object)
        || entry.takes(Frame::Quote)
        || entry.object_prepositions().next().is_some()
        || entry.prepositions().next().is_some();
    if !names || site.is_passive(verb) {
        return None;
    }
    let (_, cue_end) = cue_tokens(site, verb);
    let first = cue_end + 1;
    let opening = (first..site.len().min(first + BEFORE)).find(|&at| is_mark(site, at) || ends(site, at))?;
    if !is_mark(site, opening) || is_open(site, opening) {
        return None;
    }
    let closing = (opening + 1..site.len().min(opening + QUOTED)).find(|&at| is_mark(site, at))?;
    if (first..closing).any(|at| site.is_quoted(at)) || closing == opening + 1 {
        return None;
    }
    let outside = |head: &usize| !(first..=closing).contains(head);
    let who = subject(site, verb).filter(outside).or_else(|| subject_beside(site, verb).filter(outside))?;
    let mut report = Report::new(RULE, site.sentence, (cue(site, verb), verb), entry);
    report.source = source(site, who, verb);
    report.content = vec![site.words(first, closing)?];
    Some(report)
}

fn is_mark(site: &Site, at: usize) -> bool {
    matches!(site.word(at), "“" | "”" | "\"" | "``" | "''")
}

/// Whether something else begins before the quoted words: a clause, another part of the sentence.
fn ends(site: &Site, at: usize) -> bool {
    let clause = matches!(site.word(at), "who" | "which" | "that" | "but" | "while" | "because" | "when" | "after");
    let mark = matches!(site.word(at), "," | ";" | ":" | "—" | "–" | "--" | "." | "(");
    clause || mark || site.is_finite(at)
}

/// Whether quotation marks are open already before a mark, which then closes them.
fn is_open(site: &Site, mark: usize) -> bool {
    let curly = |at: usize| matches!(site.word(at), "“" | "``");
    site.word(mark) == "”"
        || !curly(mark) && (0..mark).filter(|&at| matches!(site.word(at), "\"" | "''")).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_few_quoted_words_are_those_of_the_subject() {
        check(
            "The talks cost $3 million, which the mayor called “a disgrace,” blaming the bank.",
            &["quoted-phrase: the mayor: a disgrace"],
        );
    }

    #[test]
    fn quoted_words_of_another_clause_are_not() {
        check("The mayor left the hall, which bore a “closed” sign.", &[]);
    }
}
