//! Reading that a mistake of ours cannot stop: a panic costs the sentence that causes it, never its article.
//!
//! The sentence stays in the reading as text, with nothing found in it. How panics are shown is not known here.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{ArticleText, Reading, Section, Sentence, read_but};
use crate::span::Span;

/// Sentences of one article that are given up before the article is.
const MOST: usize = 16;

/// Reads one article, and tells which sentences were left unread because reading failed at them, as indexes into
/// `sentences`.
#[must_use]
pub fn read_carefully(article: &ArticleText<'_>) -> (Reading, Vec<usize>) {
    let read = |skipped: &dyn Fn(usize) -> bool| catch_unwind(AssertUnwindSafe(|| read_but(article, skipped))).ok();
    skipping(read, |reading| reading.sentences.len()).unwrap_or_else(|| (unread(article.body), vec![0]))
}

/// A text in which nothing was found: one sentence.
fn unread(body: &str) -> Reading {
    let span = Span::new(0, body.len()).trim(body);
    Reading { sentences: vec![Sentence { span, paragraph: 0, section: Section::Body }], ..Reading::default() }
}

/// What `read` gives without the sentences at which it fails; `count` tells how many sentences a result has.
///
/// A sentence is found by halving: everything behind a place is left out until the failure is gone.
fn skipping<T>(
    read: impl Fn(&dyn Fn(usize) -> bool) -> Option<T>,
    count: impl Fn(&T) -> usize,
) -> Option<(T, Vec<usize>)> {
    if let Some(whole) = read(&|_| false) {
        return Some((whole, Vec::new()));
    }
    let sentences = count(&read(&|_| true)?);
    let mut skipped: Vec<usize> = Vec::new();
    while skipped.len() < MOST {
        // Reading up to `fine` works, reading up to `fails` does not.
        let (mut fine, mut fails) = (0, sentences);
        while fails - fine > 1 {
            let middle = fine.midpoint(fails);
            let works = read(&|at| at >= middle || skipped.contains(&at)).is_some();
            (fine, fails) = if works { (middle, fails) } else { (fine, middle) };
        }
        skipped.push(fine);
        if let Some(rest) = read(&|at| skipped.contains(&at)) {
            skipped.sort_unstable();
            return Some((rest, skipped));
        }
    }
    read(&|_| true).map(|text| (text, (0..sentences).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a list of words, and fails at some of them.
    fn read(bad: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
        let one = |skipped: &dyn Fn(usize) -> bool| {
            let read: Vec<usize> = (0..9).filter(|&at| !skipped(at)).collect();
            read.iter().all(|at| !bad.contains(at)).then_some(read)
        };
        skipping(one, |_| 9)
    }

    #[test]
    fn only_the_sentences_that_fail_are_skipped() {
        assert_eq!(read(&[]), Some(((0..9).collect(), vec![])));
        assert_eq!(read(&[4]), Some((vec![0, 1, 2, 3, 5, 6, 7, 8], vec![4])));
        assert_eq!(read(&[0, 3, 8]), Some((vec![1, 2, 4, 5, 6, 7], vec![0, 3, 8])));
    }

    #[test]
    fn an_article_is_read_whole_where_nothing_fails() {
        let body = "Rain fell on Kelso.\n\nThe mayor said the road was dry.";
        let (reading, skipped) = read_carefully(&ArticleText { body, ..ArticleText::default() });
        assert_eq!((reading.sentences.len(), skipped.len()), (2, 0));
    }
}
