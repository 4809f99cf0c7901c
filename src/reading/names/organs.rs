//! Organs of a state that stand in small letters: "the Ruritanian embassy", "Ruritania's foreign ministry".
//!
//! They are named by their state, so they are bodies of their own, told apart from those of other states.

use super::gazetteer::{Gazetteer, Known, NameWord};
use crate::language::{Tree, Upos};
use crate::span::Span;

/// An organ in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organ {
    /// Its words, nationality included, article left out.
    pub span: Span,
    /// The nationality or state before it and the rest.
    pub name: String,
}

/// The organs of one sentence, in text order.
pub fn organs(text: &str, tree: &Tree, lists: &Gazetteer) -> Vec<Organ> {
    let mut found = Vec::new();
    for at in 1..tree.tokens.len() {
        let token = &tree.tokens[at];
        if !matches!(token.upos, Upos::Noun | Upos::Propn)
            || !lists.is(&token.span.of(text).to_lowercase(), NameWord::Organ)
        {
            continue;
        }
        // A compound such as "embassy staff" names no organ.
        if tree.tokens.get(at + 1).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Propn)) {
            continue;
        }
        let branch = (1..at).rev().take_while(|&before| is_branch(text, tree, before, lists)).last().unwrap_or(at);
        let Some(before) = branch.checked_sub(1) else { continue };
        let word = tree.word(text, before);
        let first = match (word, lists.known(word)) {
            (_, Some(Known::Group(group))) if !group.place.is_empty() => before,
            ("'s" | "’s", _) => {
                let Some(owner) = before.checked_sub(1) else { continue };
                if lists.place(tree.word(text, owner)).is_none() {
                    continue;
                }
                owner
            }
            _ => continue,
        };
        let span = tree.tokens[first].span.hull(token.span);
        found.push(Organ { span, name: span.of(text).to_owned() });
    }
    found
}

/// "foreign", "defense": what comes between the state and the kind of organ.
fn is_branch(text: &str, tree: &Tree, at: usize, lists: &Gazetteer) -> bool {
    let word = tree.word(text, at);
    let known = lists.known(word).is_some();
    matches!(tree.tokens[at].upos, Upos::Noun | Upos::Adj) && !known && word.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tree;
    use crate::reading::names::gazetteer::gazetteer;

    fn found(text: &str) -> Vec<String> {
        let tree = tree(text, Span::new(0, text.len()));
        organs(text, &tree, gazetteer()).into_iter().map(|organ| organ.name).collect()
    }

    #[test]
    fn an_organ_is_known_by_its_state() {
        assert_eq!(found("The Portuguese embassy in Oslo was closed."), ["Portuguese embassy"]);
        assert_eq!(found("Norway's foreign ministry said nothing."), ["Norway's foreign ministry"]);
        assert!(found("The embassy was closed.").is_empty());
        assert!(found("Portuguese embassy staff left.").is_empty());
    }
}
