//! Who gives out a document that says something: "Ruiz released a statement saying that …" is Ruiz.
//!
//! It looks at the words between the verb of giving out and the one of saying; a document that is only read, shown or
//! quoted keeps its own voice.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::lexicon::voice_noun;
use super::site::Site;
use crate::language::Upos;
use crate::lexicon::rows;
use crate::reading::kinds::SourceKind;

const LIST: &str = include_str!("../../../data/lexicon/issuing.tsv");

static VERBS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| rows(LIST).map(|row| row[0]).collect());

/// As many words may stand between the document and what it says: "a letter to the board on Friday saying".
const AFTER: usize = 6;
/// As many may stand between the verb and the document: "put out a long press release".
const BEFORE: usize = 5;

/// The verb of giving out a document that the participle or relative clause of `verb` tells the content of.
pub fn giving_out(site: &Site, verb: usize) -> Option<usize> {
    let related = verb > 0 && matches!(site.word(verb - 1), "that" | "which");
    if !(related || site.xpos(verb) == "VBG") {
        return None;
    }
    let end = verb - usize::from(related);
    let quiet = |&at: &usize| !site.is_mark(at) && !site.is_finite(at) && !site.is_quoted(at);
    let paper = |at: usize| voice_noun(site.lemma(at)).is_some_and(|noun| noun.kind == SourceKind::Document);
    let mut before = (end.saturating_sub(AFTER)..end).rev().take_while(quiet);
    let document = before.find(|&at| matches!(site.upos(at), Upos::Noun) && paper(at))?;
    let inside = |&at: &usize| !site.is_mark(at) && !site.is_quoted(at);
    let given = |at: usize| site.upos(at) == Upos::Verb && VERBS.contains(site.lemma(at));
    let giving = (document.saturating_sub(BEFORE)..document).rev().take_while(inside).find(|&at| given(at))?;
    let new = (giving + 1..document).all(|at| {
        matches!(site.upos(at), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adp | Upos::Adv | Upos::Num)
            || matches!(site.word(at), "a" | "an" | "out" | "own")
    });
    new.then_some(giving)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::last_voice as voice;

    #[test]
    fn the_list_is_sound() {
        assert_eq!(crate::lexicon::check(super::LIST), Ok(()));
    }

    #[test]
    fn who_gives_out_a_document_speaks() {
        for (text, wanted) in [
            ("Ana Ruiz issued a statement saying that the bridge was closed.", "Ana Ruiz"),
            ("Ana Ruiz put out a press release on Monday saying that the bridge was closed.", "Ana Ruiz"),
            ("Ana Ruiz read a report saying that the bridge was closed.", "a report"),
        ] {
            assert_eq!(voice(text), wanted, "{text}");
        }
    }
}
