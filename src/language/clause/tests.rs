//! One table of examples for the grammar of the clause.

use super::super::syntax::Syntax;
use super::super::tree;
use super::{Clause, Form, Mood, Role};
use crate::span::Span;

/// What a sentence says by `verb`: "subject | doer | patient | marks", the marks in a fixed order.
fn shown(text: &str, verb: &str) -> String {
    let tree = tree(text, Span::new(0, text.len()));
    let syntax = Syntax::new(text, &tree);
    let word = |at: Option<usize>| at.map_or("-", |at| syntax.span(at).of(text));
    let Some(clause) = (0..syntax.len()).filter(|&at| syntax.word(at) == verb).find_map(|at| syntax.clause(at)) else {
        return "no clause".into();
    };
    let mut marks = Vec::new();
    let mut mark = |holds: bool, name: &str| marks.extend(holds.then(|| name.to_owned()));
    mark(clause.passive, "passive");
    mark(clause.negation.is_some(), "negated");
    mark(clause.modal.is_some(), word(clause.modal));
    mark(clause.mood != Mood::Told, &format!("{:?}", clause.mood).to_lowercase());
    mark(clause.form != Form::Finite, &format!("{:?}", clause.form).to_lowercase());
    let subject = clause.subject.map(super::Subject::noun);
    format!("{} {} {} | {}", word(subject), word(clause.doer()), word(clause.patient()), marks.join(" "))
}

#[test]
fn a_clause_has_its_subject_its_doer_and_its_marks() {
    for (text, verb, wanted) in [
        ("The clerk opened the gate.", "opened", "clerk clerk gate | "),
        ("The gate was opened by the clerk.", "opened", "gate clerk gate | passive"),
        ("The gate was not opened.", "opened", "gate - gate | passive negated"),
        ("The clerk came in and opened the gate.", "opened", "clerk clerk gate | "),
        ("The clerk was arrested and charged.", "charged", "clerk - clerk | passive"),
        ("The clerk, who opened the gate, left.", "opened", "clerk clerk gate | "),
        ("The clerk wants to open the gate.", "open", "clerk clerk gate | infinitive"),
        ("The mayor told the clerk to open the gate.", "open", "clerk clerk gate | infinitive"),
        ("The clerk may open the gate.", "open", "clerk clerk gate | may"),
        ("The clerk never opened the gate.", "opened", "clerk clerk gate | negated"),
        ("The clerk did not lock or open the gate.", "open", "clerk clerk gate | negated"),
        ("The clerk did not lock the gate but opened it.", "opened", "clerk clerk it | "),
        ("The clerk would neither confirm nor deny the report.", "deny", "clerk clerk report | negated would"),
        ("No clerk opened the gate.", "opened", "clerk clerk gate | negated"),
        ("The mayor left without opening the gate.", "opening", "mayor mayor gate | negated participle"),
        ("The mayor asked whether the clerk opened the gate.", "opened", "clerk clerk gate | asked"),
        ("Did the clerk open the gate?", "open", "clerk clerk gate | asked"),
        ("If the clerk opened the gate, the dog ran.", "opened", "clerk clerk gate | supposed"),
        ("The mayor left, adding that it rained.", "adding", "mayor mayor - | participle"),
        ("Police arrested a man carrying a bag.", "carrying", "man man bag | participle"),
    ] {
        assert_eq!(shown(text, verb), wanted, "{text}");
    }
}

#[test]
fn negation_ends_where_another_subject_begins() {
    let text = "The firm denied any part in it, and inspectors have cleared the plant.";
    let tree = tree(text, Span::new(0, text.len()));
    let syntax = Syntax::new(text, &tree);
    let denied: Vec<&Clause> =
        syntax.clauses().iter().filter(|clause| syntax.lemma(clause.predicate) == "deny").collect();
    let [denied] = denied[..] else { panic!("one clause") };
    let (first, last) = denied.extent;
    assert_eq!(syntax.span(first).hull(syntax.span(last)).of(text), "The firm denied any part in it");
}

#[test]
fn arguments_have_roles() {
    let text = "The clerk gave him a key on Friday.";
    let tree = tree(text, Span::new(0, text.len()));
    let syntax = Syntax::new(text, &tree);
    let gave = syntax.clauses().first().map(Clause::arguments).unwrap_or_default();
    let shown: Vec<_> = gave.iter().map(|argument| (argument.role, syntax.word(argument.head))).collect();
    let wanted =
        [(Role::Doer, "clerk"), (Role::Patient, "key"), (Role::Recipient, "him"), (Role::Circumstance, "friday")];
    assert_eq!(shown, wanted);
}
