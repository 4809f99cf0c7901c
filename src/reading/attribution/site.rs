//! One sentence as the rules see it: its grammar, and what is quoted in it.
//!
//! It knows grammar and marks, not what reports.

use std::ops::Deref;

use crate::language::clause::Link;
use crate::language::{Relation, Syntax};
use crate::span::Span;

/// A sentence, its grammar and the quotation marks over it.
#[derive(Debug)]
pub struct Site<'a> {
    /// Index of the sentence in the reading.
    pub sentence: usize,
    /// Its stretch of the body.
    pub span: Span,
    syntax: &'a Syntax<'a>,
    /// Whether each token stands in a whole-sentence quotation.
    quoted: Vec<bool>,
}

impl<'a> Deref for Site<'a> {
    type Target = Syntax<'a>;

    fn deref(&self) -> &Syntax<'a> {
        self.syntax
    }
}

impl<'a> Site<'a> {
    /// Prepares a sentence; `quoted` are the stretches that stand in whole-sentence quotations.
    pub fn new(sentence: usize, span: Span, syntax: &'a Syntax<'a>, quoted: &[Span]) -> Self {
        let is_quoted = |at: Span| quoted.iter().any(|quotation| quotation.contains(at));
        let quoted = syntax.tree.tokens.iter().map(|token| is_quoted(token.span)).collect();
        Self { sentence, span, syntax, quoted }
    }

    /// Its stretch of the body.
    pub fn token(&self, at: usize) -> Span {
        self.syntax.span(at)
    }

    /// Whether it stands in a quotation of whole sentences.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or_default()
    }

    /// Whether it is a verb whose subject suffers what it says. A participle behind a noun that nothing else marks is
    /// taken for the verb of that noun: "Ruiz, head of the port, predicted …".
    pub fn is_passive(&self, at: usize) -> bool {
        let marked = || self.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        self.clause(at).is_some_and(|clause| {
            clause.passive && (clause.agent.is_some() || clause.link == Link::Conjunct || marked())
        })
    }

    /// Whether its clause is negated.
    pub fn is_negated(&self, at: usize) -> bool {
        self.clause(at).is_some_and(|clause| clause.negation.is_some())
    }

    /// From token `first` to token `last` without white space, marks and commas at the ends.
    pub fn words(&self, first: usize, last: usize) -> Option<Span> {
        let last = last.min(self.len().checked_sub(1)?);
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
