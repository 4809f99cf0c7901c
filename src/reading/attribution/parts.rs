//! The words of a cue: the reporting word with what belongs to it.

use super::lexicon::{Class, Entry, attribution_phrase, reporting};
use super::site::Site;
use crate::language::{Relation, Upos};
use crate::span::Span;

/// The words of a cue: the verb with its auxiliaries, negation and adverbs beside it, and a set phrase after it
/// ("in a statement").
pub fn cue(site: &Site, verb: usize) -> Span {
    let (first, last) = cue_tokens(site, verb);
    site.token(first).hull(site.token(last))
}

/// The entry of a verb with the words behind it, and the last of them: "point out", "make it clear".
pub fn with_particle(site: &Site, verb: usize) -> Option<(&'static Entry, usize)> {
    if site.upos(verb) != Upos::Verb {
        return None;
    }
    let one = || format!("{} {}", site.lemma(verb), site.word(verb + 1));
    let two = || format!("{} {} {}", site.lemma(verb), site.word(verb + 1), site.word(verb + 2));
    let entry = |words: &str, last: usize| reporting(Class::Verb, words).map(|entry| (entry, last));
    match site.word(verb + 1) {
        "it" => entry(&two(), verb + 2),
        "" => None,
        _ => entry(&one(), verb + 1),
    }
}

/// First and last token of a cue.
pub fn cue_tokens(site: &Site, verb: usize) -> (usize, usize) {
    let mut first = verb;
    while let Some(before) = first.checked_sub(1) {
        let hangs =
            site.head(before) == Some(verb) || site.head(before).is_some_and(|head| (before..=verb).contains(&head));
        let small =
            matches!(site.upos(before), Upos::Aux | Upos::Adv | Upos::Part) || site.relation(before) == Relation::Aux;
        if !(hangs && small) || site.is_quoted(before) {
            break;
        }
        first = before;
    }
    // An adverb alone before its verb belongs to the cue; one at the start of the sentence does not.
    let mut last = verb;
    let by_tree = site.child(verb, &[Relation::CompoundPrt]) == Some(verb + 1);
    if by_tree {
        last = verb + 1;
    }
    if let Some((_, end)) = with_particle(site, verb) {
        last = end;
    }
    if let Some((length, "medium")) =
        attribution_phrase(|at| Some(site.word(last + 1 + at)).filter(|word| !word.is_empty()))
    {
        last += length;
    }
    (first, last)
}
