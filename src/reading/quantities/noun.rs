//! What a number counts: "almost 100 Russian troops" counts troops, "three of the five men" men.
//!
//! It asks word classes rather than the tree where it can: they are right more often.

use crate::language::{Relation, Tree, Upos};
use crate::span::Span;

/// The lemma of what the number that ends at byte `end` counts, and the byte where its word ends.
#[must_use]
pub fn counted(tree: &Tree, body: &str, end: usize) -> Option<(String, Span)> {
    let first = tree.tokens.partition_point(|token| token.span.start < end);
    let head = phrase_head(tree, body, first)?;
    let token = &tree.tokens[head];
    let mut lemma = token.lemma.to_lowercase();
    // A plural that has no singular in dictionaries ("troops") is counted all the same.
    if token.xpos == "NNS"
        && lemma.ends_with('s')
        && !lemma.ends_with("ss")
        && lemma == token.span.of(body).to_lowercase()
    {
        lemma.pop();
    }
    Some((lemma, token.span))
}

/// The last noun of the noun phrase that goes on at token `at`, over adjectives, "of the" and another number.
fn phrase_head(tree: &Tree, body: &str, at: usize) -> Option<usize> {
    let mut head: Option<usize> = None;
    let mut hyphen = false;
    if let Some(inner) = hyphened(tree, body, at) {
        return Some(inner);
    }
    for next in at..tree.tokens.len().min(at + 8) {
        let token = &tree.tokens[next];
        let word = tree.word(body, next);
        match token.upos {
            // "one letter Friday": a name after a noun is another phrase.
            Upos::Propn if head.is_some_and(|head| tree.tokens[head].upos == Upos::Noun) => break,
            Upos::Noun | Upos::Propn => head = Some(next),
            // "two of the state's members": the members are counted, not the state.
            _ if head.is_some() && matches!(word, "'s" | "’s") => head = None,
            // After a noun, only what continues its compound.
            _ if head.is_some() => {
                if word == "-" && tree.tokens.get(next + 1).is_some_and(|after| after.span.start == token.span.end) {
                    head = None;
                    hyphen = true;
                    continue;
                }
                break;
            }
            Upos::Adj | Upos::Num => {}
            _ if hyphen && at + 1 == next => {}
            Upos::Det | Upos::Pron if next > at && follows_of(tree, body, next) => {}
            Upos::Adp if next == at && word == "of" => {}
            Upos::Verb if matches!(token.xpos, "VBN" | "VBG") && modifies_next(tree, next) => {}
            Upos::Adv if matches!(token.relation, Relation::Advmod) && next == at && word.ends_with("ly") => {}
            Upos::Punct if word == "-" || word == "," && hyphen => hyphen = true,
            _ => break,
        }
    }
    head
}

/// "100-member council", "15-seat bus": what hangs on the number; "3,000-strong" and "forty-odd" count what follows.
fn hyphened(tree: &Tree, body: &str, at: usize) -> Option<usize> {
    let (hyphen, noun) = (tree.tokens.get(at)?, tree.tokens.get(at + 1)?);
    let glued = at > 0 && tree.tokens[at - 1].span.end == hyphen.span.start && hyphen.span.end == noun.span.start;
    (glued && hyphen.span.of(body) == "-" && noun.upos == Upos::Noun).then_some(at + 1)
}

fn follows_of(tree: &Tree, body: &str, at: usize) -> bool {
    at > 0 && (tree.word(body, at - 1) == "of" || at > 1 && tree.word(body, at - 2) == "of")
}

/// "15 wounded soldiers": the participle hangs on the noun that follows.
fn modifies_next(tree: &Tree, at: usize) -> bool {
    tree.tokens[at].head.is_some_and(|head| head > at && matches!(tree.tokens[head].upos, Upos::Noun | Upos::Propn))
        && matches!(tree.tokens[at].relation, Relation::Amod | Relation::Compound)
}
