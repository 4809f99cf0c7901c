//! One sentence as the rules see it: its tree with every question answered in constant time, and what is quoted in it.
//!
//! It knows trees and marks, not what reports.

use std::borrow::Cow;

use crate::language::{Relation, Tree, Upos};
use crate::span::Span;

/// A sentence, its tree and the quotation marks over it.
#[derive(Debug)]
pub struct Site<'a> {
    /// The article's body.
    pub text: &'a str,
    /// Index of the sentence in the reading.
    pub sentence: usize,
    /// Its stretch of the body.
    pub span: Span,
    /// Its tree.
    pub tree: &'a Tree,
    /// Each token in lower case.
    lower: Vec<Cow<'a, str>>,
    /// First and last token of each token's subtree.
    reach: Vec<(usize, usize)>,
    /// For each token its dependents, in text order.
    children: Vec<Vec<usize>>,
    /// Whether each token stands in a whole-sentence quotation.
    quoted: Vec<bool>,
}

impl<'a> Site<'a> {
    /// Prepares a sentence; `quoted` are the stretches that stand in whole-sentence quotations.
    pub fn new(text: &'a str, sentence: usize, span: Span, tree: &'a Tree, quoted: &[Span]) -> Self {
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
        let is_quoted = |at: Span| quoted.iter().any(|quotation| quotation.contains(at));
        let quoted = tree.tokens.iter().map(|token| is_quoted(token.span)).collect();
        Self { text, sentence, span, tree, lower, reach, children, quoted }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.tree.tokens.len()
    }

    /// The token in lower case; empty beyond the end.
    pub fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |word| word)
    }

    /// Its dictionary form.
    pub fn lemma(&self, at: usize) -> &str {
        &self.tree.tokens[at].lemma
    }

    /// Its word class.
    pub fn upos(&self, at: usize) -> Upos {
        self.tree.tokens[at].upos
    }

    /// How it hangs on its head.
    pub fn relation(&self, at: usize) -> Relation {
        self.tree.tokens[at].relation
    }

    /// What it hangs on.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.tree.tokens[at].head
    }

    /// Its stretch of the body.
    pub fn token(&self, at: usize) -> Span {
        self.tree.tokens[at].span
    }

    /// Its dependents, in text order.
    pub fn children(&self, at: usize) -> &[usize] {
        &self.children[at]
    }

    /// Its first dependent with one of `relations`.
    pub fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children[at].iter().copied().find(|&child| relations.contains(&self.relation(child)))
    }

    /// First and last token of its subtree.
    pub fn reach(&self, at: usize) -> (usize, usize) {
        self.reach[at]
    }

    /// Whether it stands in a quotation of whole sentences.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted[at]
    }

    /// Whether it is a mark of punctuation.
    pub fn is_mark(&self, at: usize) -> bool {
        self.upos(at) == Upos::Punct || self.word(at).chars().all(|c| !c.is_alphanumeric() && !"$€£%&@#".contains(c))
    }

    /// Whether it is a verb in the past participle or passive.
    pub fn is_passive(&self, at: usize) -> bool {
        let unmarked = || self.child(at, &[Relation::NsubjPass]).is_some() && self.tree.tokens[at].xpos == "VBN";
        self.child(at, &[Relation::AuxPass]).is_some() || unmarked() && self.child(at, &[Relation::Nsubj]).is_none()
    }

    /// Whether a dependent negates it.
    pub fn is_negated(&self, at: usize) -> bool {
        self.children(at)
            .iter()
            .any(|&child| matches!(self.word(child), "not" | "n't" | "n’t" | "never" | "neither" | "nor"))
    }

    /// The adposition or mark of `at` ("of" of "of theft").
    pub fn preposition(&self, at: usize) -> Option<usize> {
        self.child(at, &[Relation::Case]).or_else(|| self.child(at, &[Relation::Mark]))
    }

    /// From token `first` to token `last` without white space, marks and commas at the ends.
    pub fn words(&self, first: usize, last: usize) -> Option<Span> {
        let first = (first..=last).find(|&at| !self.is_mark(at) || self.opens(at))?;
        let last = (first..=last).rev().find(|&at| !self.is_mark(at) || self.closes(at))?;
        Some(self.token(first).hull(self.token(last)))
    }

    fn opens(&self, at: usize) -> bool {
        matches!(self.word(at), "(" | "[")
    }

    fn closes(&self, at: usize) -> bool {
        matches!(self.word(at), ")" | "]" | "%")
    }
}

/// `word` in lower case, without a copy where it is already.
fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}
