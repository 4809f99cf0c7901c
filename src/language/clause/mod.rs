//! The grammar of the clause: predicate, subject, doer, object, obliques, negation and its scope, coordination,
//! modality, tense, mood. Made once a sentence; who asks finds an answer and no tree.
//!
//! A clause is also what a proposition is made of: a predicate and its arguments, each with its role. It knows grammar
//! only: which words report, and who can speak, is the work of reading.

mod build;
mod subject;
#[cfg(test)]
mod tests;
mod verb_group;

pub(super) use build::find;

/// A predicate with all that belongs to it; every number is a token of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The word that says something: a verb, or the noun or adjective behind a copula.
    pub predicate: usize,
    /// The predicate of the clause on which it hangs.
    pub above: Option<usize>,
    /// How it hangs there.
    pub link: Link,
    /// Of whom it is said.
    pub subject: Option<Subject>,
    /// Who does it in a passive: "by the ministry".
    pub agent: Option<usize>,
    /// The direct object.
    pub object: Option<usize>,
    /// The indirect object.
    pub indirect: Option<usize>,
    /// Noun phrases with a preposition, and times and measures without one.
    pub obliques: Vec<Oblique>,
    /// The predicates of its complement clauses ("said that it rained", "wants to leave").
    pub complements: Vec<usize>,
    /// Its adverbs.
    pub adverbs: Vec<usize>,
    /// Whether its subject suffers what the verb says.
    pub passive: bool,
    /// The word that negates it, in it or in the clause with which it shares its negation: "not", "never", "no longer",
    /// the "no" of its subject or object, "without", "neither … nor".
    pub negation: Option<usize>,
    /// The modal verb that stands over it, its own or shared: "may", "would".
    pub modal: Option<usize>,
    /// When it is said to be.
    pub tense: Tense,
    /// The form of its verb.
    pub form: Form,
    /// Whether it is told, asked, supposed or ordered.
    pub mood: Mood,
    /// Its first and last token, without the clauses joined to it that have a subject of their own: as far as its
    /// negation goes.
    pub extent: (usize, usize),
}

/// How a clause hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// On none.
    Main,
    /// Joined by "and", "or", "but".
    Conjunct,
    /// What is said, known, wanted: "said that it rained", "wants to leave".
    Complement,
    /// As a subject: "that it rained is no news".
    Subject,
    /// "the man who left"
    Relative,
    /// "the man leaving the house", "the plan to leave"
    Noun,
    /// "left because it rained", "left, adding that it rained"
    Adverbial,
    /// "it rained, she said"
    Beside,
}

/// A subject and how the clause came by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// Its head; of a relative clause the pronoun.
    pub head: usize,
    /// The noun that a relative pronoun stands for.
    pub antecedent: Option<usize>,
    /// Where it stands.
    pub origin: Origin,
}

/// Where a subject stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// In the clause itself.
    Own,
    /// In the clause to which this one is joined.
    Shared,
    /// In the clause above: "wants to leave", "left, adding".
    Controlled,
    /// It is the noun that the clause describes: "the man leaving".
    Described,
}

impl Subject {
    /// The noun that is meant: the antecedent of a relative pronoun, or the subject itself.
    #[must_use]
    pub fn noun(self) -> usize {
        self.antecedent.unwrap_or(self.head)
    }
}

/// A noun phrase that tells a circumstance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oblique {
    /// Its head.
    pub head: usize,
    /// Its preposition; `None` for "on Friday" without "on".
    pub preposition: Option<usize>,
}

/// When a clause is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// "said"
    Past,
    /// "had said"
    PastPerfect,
    /// "has said"
    Perfect,
    /// "says"
    Present,
    /// "will say"
    Future,
    /// A form without tense.
    None,
}

/// The form of a clause's verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "says", "has said", "may say"
    Finite,
    /// "to say"
    Infinitive,
    /// "say" without "to" and without a modal verb
    Bare,
    /// "saying"
    Participle,
    /// "said" of "the words said by him"
    PastParticiple,
    /// No verb: "with the road closed"
    Verbless,
}

/// What a clause is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// It tells.
    Told,
    /// It asks: "did she say so?", "whether she said so".
    Asked,
    /// It supposes: "if she said so".
    Supposed,
    /// It orders: "say so!".
    Ordered,
}

/// The part that an argument has in what its clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who does it.
    Doer,
    /// To whom or what it is done.
    Patient,
    /// To whom it is given or said.
    Recipient,
    /// A circumstance with its preposition: a place, a time, a means.
    Circumstance,
}

/// A participant of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// Its part.
    pub role: Role,
    /// The head of its phrase.
    pub head: usize,
    /// Its preposition.
    pub preposition: Option<usize>,
}

impl Clause {
    /// Who does it: the subject of an active verb, the agent of a passive one.
    #[must_use]
    pub fn doer(&self) -> Option<usize> {
        if self.passive { self.agent } else { self.subject.map(Subject::noun) }
    }

    /// To whom or what it is done: the object of an active verb, the subject of a passive one.
    #[must_use]
    pub fn patient(&self) -> Option<usize> {
        if self.passive { self.subject.map(Subject::noun) } else { self.object }
    }

    /// Whether it says that something was or is so: told, not negated, not merely possible, and finite or carried by a
    /// finite clause.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.mood == Mood::Told && self.negation.is_none() && self.modal.is_none() && self.form != Form::Infinitive
    }

    /// Doer, patient, recipient and circumstances, in this order.
    #[must_use]
    pub fn arguments(&self) -> Vec<Argument> {
        let one = |role: Role, head: Option<usize>| head.map(|head| Argument { role, head, preposition: None });
        let circumstance =
            |at: &Oblique| Argument { role: Role::Circumstance, head: at.head, preposition: at.preposition };
        let named = [one(Role::Doer, self.doer()), one(Role::Patient, self.patient())];
        let recipient = one(Role::Recipient, self.indirect);
        named.into_iter().chain([recipient]).flatten().chain(self.obliques.iter().map(circumstance)).collect()
    }
}
