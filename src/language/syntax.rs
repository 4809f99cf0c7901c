//! A sentence with its tree, every question about a token answered in constant time.
//!
//! It is the one view of a tree that reading uses: any index is allowed, and beyond the end stands an empty token. It
//! knows grammar, not news.

use std::borrow::Cow;

use super::clause::{self, Clause};
use super::{NameTag, Relation, Token, Tree, Upos};
use crate::span::Span;

/// One sentence: its tokens, what hangs on each, how far each reaches, and its clauses.
#[derive(Debug)]
pub struct Syntax<'a> {
    /// The text that all spans count in.
    pub text: &'a str,
    /// The tree of the sentence.
    pub tree: &'a Tree,
    lower: Vec<Cow<'a, str>>,
    reach: Vec<(usize, usize)>,
    children: Vec<Vec<usize>>,
    clauses: Vec<Clause>,
    /// For each token the clause of which it is the predicate.
    predicates: Vec<Option<usize>>,
}

/// What stands beyond the end of a sentence.
static NOTHING: Token = Token {
    span: Span { start: 0, end: 0 },
    upos: Upos::X,
    xpos: "",
    lemma: String::new(),
    head: None,
    relation: Relation::Dep,
    name: NameTag::Outside,
};

impl<'a> Syntax<'a> {
    /// Prepares the sentence of a tree over `text`.
    #[must_use]
    pub fn new(text: &'a str, tree: &'a Tree) -> Self {
        let count = tree.tokens.len();
        let mut reach: Vec<_> = (0..count).map(|at| (at, at)).collect();
        let mut children = vec![Vec::new(); count];
        for (at, token) in tree.tokens.iter().enumerate() {
            if let Some(head) = token.head {
                children[head].push(at);
            }
            let mut up = token.head;
            while let Some(head) = up {
                let (first, last) = reach[head];
                reach[head] = (first.min(at), last.max(at));
                up = tree.tokens[head].head;
            }
        }
        let lower = tree.tokens.iter().map(|token| lower(token.span.of(text))).collect();
        let mut syntax =
            Self { text, tree, lower, reach, children, clauses: Vec::new(), predicates: vec![None; count] };
        clause::find(&mut syntax);
        syntax
    }

    /// How many tokens there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tree.tokens.len()
    }

    /// Whether there is no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tree.tokens.is_empty()
    }

    /// The token at a place, an empty one beyond the end.
    #[must_use]
    pub fn at(&self, at: usize) -> &'a Token {
        self.tree.tokens.get(at).unwrap_or(&NOTHING)
    }

    /// Its word in lower case; empty beyond the end.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |word| word)
    }

    /// Its dictionary form.
    #[must_use]
    pub fn lemma(&self, at: usize) -> &'a str {
        &self.at(at).lemma
    }

    /// Its word class.
    #[must_use]
    pub fn upos(&self, at: usize) -> Upos {
        self.at(at).upos
    }

    /// Its Penn tag.
    #[must_use]
    pub fn xpos(&self, at: usize) -> &'static str {
        self.at(at).xpos
    }

    /// How it hangs on its head.
    #[must_use]
    pub fn relation(&self, at: usize) -> Relation {
        self.at(at).relation
    }

    /// What it hangs on.
    #[must_use]
    pub fn head(&self, at: usize) -> Option<usize> {
        self.at(at).head
    }

    /// Its stretch of the text.
    #[must_use]
    pub fn span(&self, at: usize) -> Span {
        self.at(at).span
    }

    /// Its dependents, in text order.
    #[must_use]
    pub fn children(&self, at: usize) -> &[usize] {
        self.children.get(at).map_or(&[], Vec::as_slice)
    }

    /// Its first dependent with one of `relations`.
    #[must_use]
    pub fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children(at).iter().copied().find(|&child| relations.contains(&self.relation(child)))
    }

    /// First and last token of its subtree.
    #[must_use]
    pub fn reach(&self, at: usize) -> (usize, usize) {
        self.reach.get(at).copied().unwrap_or((at, at))
    }

    /// Whether it is a mark of punctuation.
    #[must_use]
    pub fn is_mark(&self, at: usize) -> bool {
        self.word(at).chars().all(|c| !c.is_alphanumeric() && !"$€£%&@#".contains(c))
    }

    /// Whether it is a noun, name or pronoun.
    #[must_use]
    pub fn is_nominal(&self, at: usize) -> bool {
        matches!(self.upos(at), Upos::Noun | Upos::Propn | Upos::Pron)
    }

    /// Whether it is a finite verb or auxiliary.
    #[must_use]
    pub fn is_finite(&self, at: usize) -> bool {
        matches!(self.xpos(at), "VBD" | "VBZ" | "VBP" | "MD")
    }

    /// The adposition or mark of a token ("of" of "of theft").
    #[must_use]
    pub fn preposition(&self, at: usize) -> Option<usize> {
        self.child(at, &[Relation::Case]).or_else(|| self.child(at, &[Relation::Mark]))
    }

    /// The clauses, each after the one that it hangs on.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The clause of which a token is the predicate.
    #[must_use]
    pub fn clause(&self, predicate: usize) -> Option<&Clause> {
        self.clauses.get((*self.predicates.get(predicate)?)?)
    }

    /// Adds a clause whose governing clauses are there already.
    pub(super) fn add(&mut self, clause: Clause) {
        self.predicates[clause.predicate] = Some(self.clauses.len());
        self.clauses.push(clause);
    }
}

/// `word` in lower case, without a copy where it is already.
fn lower(word: &str) -> Cow<'_, str> {
    // A horizontal bar is a dash.
    if word == "―" {
        return Cow::Borrowed("—");
    }
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_end_stands_nothing() {
        let text = "What the clerk spoke of";
        let tree = crate::language::tree(text, Span::new(0, text.len()));
        let syntax = Syntax::new(text, &tree);
        let end = syntax.len();
        assert_eq!((syntax.word(end), syntax.lemma(end), syntax.upos(end + 3)), ("", "", Upos::X));
        assert!(syntax.children(end).is_empty() && syntax.clause(end).is_none());
    }
}
