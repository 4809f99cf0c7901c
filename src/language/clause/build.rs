//! Finds the clauses of a sentence, each after the one that it hangs on, so that what is shared is known already.

use super::super::syntax::Syntax;
use super::super::{Relation, Upos};
use super::subject::subject;
use super::verb_group::{agent, form, is_passive, modal, mood, negation, tense};
use super::{Clause, Link, Oblique};

/// Finds every clause and adds it to the sentence.
pub fn find(sentence: &mut Syntax) {
    let Some(root) = sentence.tree.root() else { return };
    let mut open = vec![(root, None)];
    while let Some((at, above)) = open.pop() {
        let inside = if is_predicate(sentence, at) {
            let clause = clause(sentence, at, above);
            sentence.add(clause);
            Some(at)
        } else {
            above
        };
        // The first dependent is read first: a conjunct may share with the one before it.
        open.extend(sentence.children(at).iter().rev().map(|&child| (child, inside)));
    }
}

/// Whether a word says something of a subject: a verb that helps no other, or a word with a subject or copula.
fn is_predicate(sentence: &Syntax, at: usize) -> bool {
    let helps = matches!(
        sentence.relation(at),
        Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Case | Relation::Mark | Relation::Amod
    );
    let verb = matches!(sentence.upos(at), Upos::Verb | Upos::Aux);
    let says = |&child: &usize| sentence.relation(child).is_subject() || sentence.relation(child) == Relation::Cop;
    !helps && (verb || sentence.relation(at) == Relation::Xcomp || sentence.children(at).iter().any(says))
}

fn clause(sentence: &Syntax, at: usize, above: Option<usize>) -> Clause {
    let up = above.and_then(|above| sentence.clause(above));
    let link = link(sentence, at, above);
    let form = form(sentence, at, up.filter(|_| link == Link::Conjunct));
    let shared = up.filter(|_| link == Link::Conjunct && shares(sentence, at));
    // "was arrested and charged": one auxiliary for both.
    let passive = is_passive(sentence, at) || sentence.xpos(at) == "VBN" && shared.is_some_and(|up| up.passive);
    let of = |relations: &[Relation]| sentence.child(at, relations);
    let with = |relations: &[Relation]| {
        sentence.children(at).iter().copied().filter(|&child| relations.contains(&sentence.relation(child))).collect()
    };
    let complements: Vec<usize> = with(&[Relation::Ccomp, Relation::Xcomp]);
    let adverbs = with(&[Relation::Advmod]);
    let agent = agent(sentence, at).filter(|_| passive);
    let oblique = |&child: &usize| {
        let circumstance = matches!(sentence.relation(child), Relation::Obl | Relation::OblUnmarked);
        let preposition = sentence.child(child, &[Relation::Case]);
        (circumstance && Some(child) != agent).then_some(Oblique { head: child, preposition })
    };
    Clause {
        predicate: at,
        above,
        link,
        subject: subject(sentence, at, link, form, up),
        agent,
        // "did not lock or open the gate": the object behind both verbs hangs on the first.
        object: of(&[Relation::Obj]).or_else(|| {
            shared.and_then(|up| up.object).filter(|&object| object > at && sentence.upos(at) == Upos::Verb)
        }),
        indirect: of(&[Relation::Iobj]),
        obliques: sentence.children(at).iter().filter_map(oblique).collect(),
        complements,
        adverbs,
        passive,
        negation: negation(sentence, at, shared),
        modal: modal(sentence, at).or(shared.filter(|_| sentence.xpos(at) == "VB").and_then(|up| up.modal)),
        tense: tense(sentence, at, shared),
        form,
        mood: mood(sentence, at, link, form, up),
        extent: extent(sentence, at),
    }
}

/// Whether a conjunct has no subject and no auxiliary of its own, so that those before it count for it, too.
fn shares(sentence: &Syntax, at: usize) -> bool {
    let own = |&child: &usize| {
        let relation = sentence.relation(child);
        relation.is_subject() || matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
    };
    !sentence.children(at).iter().any(own)
}

fn link(sentence: &Syntax, at: usize, above: Option<usize>) -> Link {
    if above.is_none() {
        return Link::Main;
    }
    match sentence.relation(at) {
        Relation::Conj => Link::Conjunct,
        Relation::Ccomp | Relation::Xcomp => Link::Complement,
        Relation::Csubj | Relation::CsubjPass => Link::Subject,
        Relation::AclRelcl | Relation::AdvclRelcl => Link::Relative,
        Relation::Acl | Relation::Nmod | Relation::Appos => Link::Noun,
        Relation::Parataxis | Relation::Dep | Relation::List | Relation::Root => Link::Beside,
        _ => Link::Adverbial,
    }
}

/// From the first to the last token of a clause, without clauses joined to it that have a subject of their own.
fn extent(sentence: &Syntax, at: usize) -> (usize, usize) {
    let (first, mut last) = sentence.reach(at);
    for &child in sentence.children(at) {
        let joined = matches!(sentence.relation(child), Relation::Conj | Relation::Parataxis) && child > at;
        if joined && sentence.children(child).iter().any(|&below| sentence.relation(below).is_subject()) {
            last = last.min(sentence.reach(child).0.saturating_sub(1));
        }
    }
    while last > at && (sentence.is_mark(last) || sentence.upos(last) == Upos::Cconj) {
        last -= 1;
    }
    (first, last.max(at))
}
