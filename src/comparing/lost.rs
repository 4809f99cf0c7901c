//! What a copied sentence lost on its way: whom it rests on, or the words by which it held back.
//!
//! It compares two sentences that are known to be one copied from the other, and knows no English.

use rustc_hash::FxHashSet;

use super::reuse::{Attributed, Line, plain_words};

/// One in so many words of a copy may differ where a voice or hedge is said to be lost: no other attribution fits into
/// them.
const SPARE: usize = 4;
/// Whether `b` puts forward in its own voice what `a` credits to somebody.
///
/// "The ferry sank at dawn, the coast guard said" and "The ferry sank at dawn". The voice's words stand in `a`, neither
/// they nor any attribution stand in `b`, near it or over it, and `b` begins and ends as `a` tells it, with few words to
/// spare for an attribution that was not recognised.
pub fn lost_source(a: &Line, b: &Line, around_b: &[&Line]) -> bool {
    let credits = |line: &Line| !line.attributed.is_empty();
    let named: Vec<&Attributed> = a.attributed.iter().filter(|voice| !voice.source.is_empty()).collect();
    let absent = |voice: &&Attributed| {
        let gone = |words: &str| telling(words).all(|word| !has_word(b, &word));
        gone(&voice.source) && gone(&voice.name) && gone(&voice.cue)
    };
    !named.is_empty()
        && named.len() == a.attributed.len()
        && named.iter().all(|voice| voice.is_sure && absent(voice))
        && !credits(b)
        && !b.headline_credits
        && !around_b.iter().any(|line| credits(line))
        && a.quoted.is_empty()
        && b.quoted.is_empty()
        && !b.text.contains(['"', '“', '”'])
        && b.figures.iter().all(|figure| a.figures.contains(figure))
        && is_framed(a, b)
}

/// Whether both credit somebody for it, and not the same one: two named persons, or two voices without a name of
/// different kinds behind the same words ("according to media reports", "according to a local journalist").
pub fn swapped_source(a: &Line, b: &Line) -> bool {
    let [one] = a.attributed.as_slice() else { return false };
    let [other] = b.attributed.as_slice() else { return false };
    let apart = |voice: &Attributed, line: &Line| {
        !voice.source.is_empty()
            && telling(&voice.name).chain(telling(&voice.source)).all(|word| !has_word(line, &word))
    };
    let comparable = match (one.is_named, other.is_named) {
        (true, true) => one.kind == "person" && other.kind == "person",
        // "Authorities" may be those whom the other names.
        (false, false) => {
            let body = |voice: &Attributed| voice.kind == "official" || voice.kind == "organization";
            one.kind != other.kind && !body(one) && !body(other) && one.cue.eq_ignore_ascii_case(&other.cue)
        }
        _ => false,
    };
    comparable && one.origin_id != other.origin_id && apart(one, b) && apart(other, a)
}

/// Whether `b` leaves out the words by which `a` holds back, and names no one for it instead.
pub fn lost_hedge(a: &Line, b: &Line, around_b: &[&Line]) -> bool {
    let gone = |words: &String| telling(words).all(|word| !has_word(b, &word));
    !a.hedges.is_empty()
        && b.hedges.is_empty()
        && b.attributed.is_empty()
        && a.hedges.iter().all(gone)
        && !around_b.iter().any(|line| !line.attributed.is_empty() || !line.hedges.is_empty())
        && is_framed(a, b)
}

/// Whether `b` begins and ends with words of `a` and has few others: an attribution stands at an end.
fn is_framed(a: &Line, b: &Line) -> bool {
    let known: FxHashSet<String> = plain_words(&a.text).into_iter().collect();
    let words = plain_words(&b.text);
    let others = words.iter().filter(|word| !known.contains(*word)).count();
    let ends = [words.first(), words.last()];
    let kept = ends.into_iter().flatten().filter(|word| known.contains(*word)).count();
    others <= words.len() / SPARE && kept == 2
}

/// The words of a phrase that are long enough to tell it from others; all of them where none is.
fn telling(words: &str) -> impl Iterator<Item = String> {
    let all = plain_words(words);
    let is_long = |word: &String| word.chars().count() > 3;
    let any_long = all.iter().any(is_long);
    all.into_iter().filter(move |word| !any_long || is_long(word))
}

fn has_word(line: &Line, word: &str) -> bool {
    plain_words(&line.text).iter().any(|own| own == word)
}
