//! What stands around a pronoun in its sentence: the subjects of its clause and of those above, its fellow arguments.

use crate::language::{Relation, Tree, Upos};
use crate::span::Span;

/// The tokens around a pronoun that can hold whom it means.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    /// The subject of its own clause.
    pub(super) own: Option<usize>,
    /// The subject of the clause on which its clause hangs.
    pub(super) upper: Option<usize>,
    /// The subject of the clause with which its clause is joined.
    pub(super) joined: Option<usize>,
    /// Who says its clause: "Jane Roe said on Friday that she …".
    pub(super) teller: Option<usize>,
    /// Whom it is said to: "He told Jane Roe that she …".
    pub(super) addressees: Vec<usize>,
    /// Whether its clause is a question: "He asked Jane Roe whether she …".
    pub(super) question: bool,
    /// Other parts of its own verb.
    pub(super) arguments: Vec<usize>,
    /// The nouns to whose relative clauses it belongs.
    pub(super) relatives: Vec<usize>,
}

/// The token of a span on which the others hang.
pub(super) fn head_at(tree: &Tree, span: Span) -> Option<usize> {
    let first = tree.token_at(span.start)?;
    let inside = |at: usize| tree.tokens.get(at).is_some_and(|token| span.contains(token.span));
    (first..tree.tokens.len())
        .take_while(|&at| inside(at))
        .find(|&at| tree.tokens[at].head.is_none_or(|up| !inside(up)))
}

/// The head of the noun phrase in which a name stands: "father" of "his father John Roe", "mayor" of "the mayor, Jane Roe,".
pub(super) fn phrase_head(tree: &Tree, name: usize, human: impl Fn(&str) -> bool) -> usize {
    let mut at = name;
    for _ in 0..3 {
        let token = &tree.tokens[at];
        let belongs = matches!(
            token.relation,
            Relation::Appos | Relation::Flat | Relation::Compound | Relation::NmodDesc | Relation::Dep
        );
        let up =
            token.head.filter(|&up| belongs && tree.tokens[up].upos == Upos::Noun && human(&tree.tokens[up].lemma));
        let Some(up) = up else { break };
        at = up;
    }
    at
}

/// The verb or noun of whose clause a token is a part.
fn clause(tree: &Tree, token: usize) -> Option<usize> {
    let is_clause = |at: &usize| {
        let token = &tree.tokens[*at];
        token.upos == Upos::Verb || tree.children(*at).any(|child| tree.tokens[child].relation.is_subject())
    };
    tree.ancestors(token).find(is_clause)
}

/// The subject of a clause: its own, or for a conjunct or an open complement that of the verb before.
fn subject_of(tree: &Tree, mut clause: usize) -> Option<usize> {
    for _ in 0..4 {
        let own = tree.child(clause, &[Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter]);
        let token = &tree.tokens[clause];
        if let Some(own) = own {
            // "Jane Roe, who said …": the noun before speaks.
            let relative = token.relation == Relation::AclRelcl && tree.tokens[own].xpos.starts_with('W');
            return if relative { token.head.or(Some(own)) } else { Some(own) };
        }
        let inherits = matches!(token.relation, Relation::Conj | Relation::Xcomp | Relation::Advcl);
        clause = token.head.filter(|_| inherits)?;
    }
    None
}

/// Whether a clause is what somebody asks; the parser may take "whether he left" for a condition.
fn is_asked(tree: &Tree, clause: usize) -> bool {
    tree.child(clause, &[Relation::Mark]).is_some_and(|mark| tree.tokens[mark].lemma == "whether")
}

/// Looks around the pronoun at `at`.
pub(super) fn around(tree: &Tree, at: usize) -> Around {
    let mut found = Around::default();
    let Some(clause) = clause(tree, at) else { return found };
    found.own = subject_of(tree, clause).filter(|&subject| subject != at);
    found.relatives = tree
        .ancestors(at)
        .filter(|&up| matches!(tree.tokens[up].relation, Relation::AclRelcl | Relation::Acl))
        .filter_map(|up| tree.tokens[up].head)
        .collect();
    found.arguments =
        tree.children(clause).filter(|&child| child != at && !tree.tokens[child].relation.is_subject()).collect();
    let token = &tree.tokens[clause];
    let Some(head) = token.head else { return found };
    match token.relation {
        Relation::Ccomp | Relation::Advcl if token.relation == Relation::Ccomp || is_asked(tree, clause) => {
            found.teller = subject_of(tree, head).filter(|&subject| subject < clause);
            let told = tree
                .children(head)
                .filter(|&child| matches!(tree.tokens[child].relation, Relation::Obj | Relation::Iobj));
            let mark = tree.child(clause, &[Relation::Mark]);
            found.question = mark.is_some_and(|mark| matches!(tree.tokens[mark].lemma.as_str(), "whether" | "if"));
            found.addressees = told.collect();
        }
        Relation::Conj | Relation::Parataxis => found.joined = subject_of(tree, head),
        _ => found.upper = self::clause(tree, clause).and_then(|above| subject_of(tree, above)),
    }
    found
}
