//! Words shown in their sentence.

use maud::{Markup, html};

use super::dossier::Passage;

impl Passage {
    /// What stands before the words, the words, and what stands behind them, where all lie in the sentence.
    fn parts(&self) -> Option<(&str, &str, &str)> {
        let byte = |point: i64| {
            let point = usize::try_from(point).ok()?;
            self.sentence.char_indices().map(|(at, _)| at).chain([self.sentence.len()]).nth(point)
        };
        let (from, to) = (byte(self.span.0)?, byte(self.span.1)?);
        (from < to).then(|| (&self.sentence[..from], &self.sentence[from..to], &self.sentence[to..]))
    }
}

/// The sentence with the words of an answer marked.
pub(super) fn marked(passage: &Passage) -> Markup {
    let Some((before, words, behind)) = passage.parts() else { return html! { (passage.sentence) } };
    html! { (before) mark { (words) } (behind) }
}

/// A claim in its sentence; alone where it goes on behind it.
pub(super) fn in_sentence(claim: &str, passage: &Passage) -> Markup {
    let Some((before, words, behind)) = passage.parts() else { return html! { em class="claim" { (claim) } } };
    html! { (before) em class="claim" { (words) } (behind) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(sentence: &str, span: (i64, i64)) -> Passage {
        Passage { sentence: sentence.to_owned(), span }
    }

    #[test]
    fn the_words_are_marked_and_the_rest_is_escaped() {
        assert_eq!(
            marked(&passage("Añez said <b>40</b> left", (13, 15))).into_string(),
            "Añez said &lt;b&gt;<mark>40</mark>&lt;/b&gt; left"
        );
    }

    #[test]
    fn words_that_are_not_in_the_sentence_are_not_marked() {
        assert_eq!(marked(&passage("It rained.", (40, 44))).into_string(), "It rained.");
        assert_eq!(marked(&passage("It rained.", (-4, 2))).into_string(), "It rained.");
        let long = in_sentence("It rained. It snowed.", &passage("It rained.", (0, 21)));
        assert_eq!(long.into_string(), "<em class=\"claim\">It rained. It snowed.</em>");
    }
}
