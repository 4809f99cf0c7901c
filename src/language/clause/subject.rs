//! Whose clause it is: its own subject, the one that it shares as a conjunct, the one that the clause above lends it, or
//! the noun that it describes. The only definition of a subject.

use super::super::syntax::Syntax;
use super::super::{Relation, Upos};
use super::{Clause, Form, Link, Origin, Subject};

/// The subject of the clause of `at`; `up` is the clause above.
pub fn subject(sentence: &Syntax, at: usize, link: Link, form: Form, up: Option<&Clause>) -> Option<Subject> {
    if let Some(head) = nearest(sentence, at) {
        return Some(Subject { head, antecedent: antecedent(sentence, at, head), origin: Origin::Own });
    }
    let lent = |origin: Origin| up.and_then(|up| up.subject).map(|subject| Subject { origin, ..subject });
    let described = || {
        let noun = sentence.head(at).filter(|&noun| sentence.is_nominal(noun) && noun < at)?;
        Some(Subject { head: noun, antecedent: None, origin: Origin::Described })
    };
    let untensed = form != Form::Finite;
    match link {
        Link::Conjunct => lent(Origin::Shared),
        // "told them to leave": they leave; "promised them to leave" is rare.
        Link::Complement if sentence.relation(at) == Relation::Xcomp || untensed => up
            .filter(|up| up.predicate < at && !up.passive && form == Form::Infinitive)
            .and_then(|up| up.indirect.or(up.object))
            .map(|head| Subject { head, antecedent: None, origin: Origin::Controlled })
            .or_else(|| lent(Origin::Controlled)),
        Link::Adverbial | Link::Beside if untensed => lent(Origin::Controlled),
        Link::Noun if matches!(form, Form::Participle | Form::PastParticiple) => described(),
        Link::Relative => described(),
        _ => None,
    }
}

/// The subject that stands nearest before its verb, or the first behind it: in "the mine, which Clarke says is open" a
/// parser may see two. Of "two women and a man were hurt" it may see two as well: they are one, headed by the first.
fn nearest(sentence: &Syntax, at: usize) -> Option<usize> {
    let subjects = || sentence.children(at).iter().copied().filter(|&child| sentence.relation(child).is_subject());
    let last = subjects().take_while(|&child| child < at).last().or_else(|| subjects().next())?;
    let joint = |first: &usize| {
        let joins = |at: usize| sentence.upos(at) == Upos::Cconj;
        let verb = |at: usize| matches!(sentence.upos(at), Upos::Verb | Upos::Aux);
        *first < last && (first + 1..last).any(joins) && !(first + 1..last).any(verb)
    };
    // "several clerks backing Ruiz declined": Ruiz is the object of the participle.
    let described = |first: &usize| {
        *first < last
            && last > 0
            && sentence.xpos(last - 1) == "VBG"
            && sentence.head(last - 1) == Some(*first)
            && sentence.relation(last - 1) == Relation::Acl
    };
    Some(subjects().find(|first| joint(first) || described(first)).unwrap_or(last))
}

/// The noun that a relative pronoun stands for.
pub fn antecedent(sentence: &Syntax, verb: usize, pronoun: usize) -> Option<usize> {
    if !matches!(sentence.word(pronoun), "who" | "which" | "that" | "whom") {
        return None;
    }
    let mut at = verb;
    for _ in 0..6 {
        let Some(up) = sentence.head(at) else { break };
        match sentence.relation(at) {
            Relation::AclRelcl | Relation::Acl if sentence.is_nominal(up) && up < pronoun => return Some(up),
            Relation::Conj => at = up,
            _ => break,
        }
    }
    // The parser hung the clause elsewhere: the noun before the pronoun and its comma.
    let before = (0..pronoun).rev().find(|&at| sentence.word(at) != ",")?;
    matches!(sentence.upos(before), Upos::Noun | Upos::Propn).then(|| top(sentence, before))
}

/// The head of the noun phrase whose last token is `end`: "the mayor of Oslo" is headed by "mayor".
fn top(sentence: &Syntax, end: usize) -> usize {
    let mut at = end;
    while let Some(up) = sentence.head(at).filter(|&up| up < end && sentence.is_nominal(up)) {
        at = up;
    }
    at
}
