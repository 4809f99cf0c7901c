//! A sentence as words with classes, lemmas, names and one dependency tree.
//!
//! It only answers questions about the tree; what the tree means for news is the work of `reading`.

use std::ops::{Deref, DerefMut, Index};

use super::grammar::{Relation, Upos};
use crate::span::Span;

/// A word or a mark of a sentence. The parts of a contraction ("do", "n't") are tokens of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// In bytes of the text that was read.
    pub span: Span,
    /// Universal word class.
    pub upos: Upos,
    /// Penn tag ("VBD", "NNS").
    pub xpos: &'static str,
    /// Dictionary form, lower case but for names.
    pub lemma: String,
    /// Index of the governing token; `None` for the root.
    pub head: Option<usize>,
    /// How it hangs on its head.
    pub relation: Relation,
    /// The part it has in a name.
    pub name: NameTag,
}

/// A token's part in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NameTag {
    /// In no name.
    #[default]
    Outside,
    /// The first token of a name.
    Begin(NameKind),
    /// A further token of a name.
    Inside(NameKind),
}

/// What the sequence tagger tells apart; entities refine it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body that acts.
    Organization,
    /// A place or facility.
    Location,
    /// Nationalities, events, works, products and others.
    Misc,
}

/// The tokens of a sentence: a list that cannot be indexed outside. Beyond its end stands a blank token without words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens(Vec<Token>);

/// What stands beyond the end of a sentence.
static BEYOND: Token = Token {
    span: Span::new(0, 0),
    upos: Upos::Punct,
    xpos: "",
    lemma: String::new(),
    head: None,
    relation: Relation::Punct,
    name: NameTag::Outside,
};

impl Tokens {
    /// Adds a token at the end.
    pub fn push(&mut self, token: Token) {
        self.0.push(token);
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize) {
        self.0.reserve(more);
    }
}

impl Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.0
    }
}

impl DerefMut for Tokens {
    fn deref_mut(&mut self) -> &mut [Token] {
        &mut self.0
    }
}

impl Index<usize> for Tokens {
    type Output = Token;

    fn index(&self, at: usize) -> &Token {
        self.0.get(at).unwrap_or(&BEYOND)
    }
}

impl<'t> IntoIterator for &'t Tokens {
    type Item = &'t Token;
    type IntoIter = std::slice::Iter<'t, Token>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// The tokens of one sentence and the tree over them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// In text order.
    pub tokens: Tokens,
}

impl Tree {
    /// The words of token `at`.
    #[must_use]
    pub fn word<'t>(&self, text: &'t str, at: usize) -> &'t str {
        self.tokens[at].span.of(text)
    }

    /// The root, if the sentence has a token.
    #[must_use]
    pub fn root(&self) -> Option<usize> {
        self.tokens.iter().position(|token| token.head.is_none())
    }

    /// The dependents of `head`, in text order.
    #[must_use]
    pub fn children(&self, head: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.tokens.len()).filter(move |&at| self.tokens[at].head == Some(head))
    }

    /// The first dependent of `head` with one of `relations`.
    #[must_use]
    pub fn child(&self, head: usize, relations: &[Relation]) -> Option<usize> {
        self.children(head).find(|&at| relations.contains(&self.tokens[at].relation))
    }

    /// The governors of `at`, nearest first.
    pub fn ancestors(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.tokens[at].head, |&up| self.tokens[up].head)
    }

    /// Whether `at` is `head` or hangs below it.
    #[must_use]
    pub fn is_below(&self, at: usize, head: usize) -> bool {
        at == head || self.ancestors(at).any(|up| up == head)
    }

    /// The tokens of the subtree of `head`, in text order, `head` among them.
    #[must_use]
    pub fn subtree(&self, head: usize) -> Vec<usize> {
        (0..self.tokens.len()).filter(|&at| self.is_below(at, head)).collect()
    }

    /// From the first to the last token of the subtree of `head`.
    #[must_use]
    pub fn extent(&self, head: usize) -> Span {
        let tokens = self.subtree(head);
        match (tokens.first(), tokens.last()) {
            (Some(&first), Some(&last)) => self.tokens[first].span.hull(self.tokens[last].span),
            _ => self.tokens[head].span,
        }
    }

    /// The token that covers byte `at`.
    #[must_use]
    pub fn token_at(&self, at: usize) -> Option<usize> {
        let next = self.tokens.partition_point(|token| token.span.end <= at);
        self.tokens.get(next).filter(|token| token.span.start <= at).map(|_| next)
    }
}
