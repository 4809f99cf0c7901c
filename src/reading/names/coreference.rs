//! Whom "he" and "she" mean: the person named before who fits in gender, place and part of the sentence.
//!
//! It weighs the persons that the article has named so far; a pronoun for which none fits stays open.

use super::gazetteer::Gender;
use crate::language::{Relation, Tree, Upos};
use crate::reading::article_reading::{Entity, Mention};
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::span::Span;

/// No person is looked for further back than so many sentences.
const REACH: usize = 6;

/// So much weighs it that somebody tells the clause in which a pronoun stands.
const TELLER: i32 = 4;

/// A person as far as the article has come.
#[derive(Debug, Clone, Copy)]
struct Person {
    entity: usize,
    gender: Option<Gender>,
    /// Where the person was named or meant last.
    last: Place,
    /// How often so far.
    count: usize,
}

/// A place of a person in a sentence.
#[derive(Debug, Clone, Copy)]
struct Place {
    sentence: usize,
    token: usize,
    weight: i32,
    quoted: bool,
}

/// What pronouns are looked at with.
pub struct Text<'a> {
    /// The body.
    pub body: &'a str,
    /// The trees of its sentences.
    pub trees: &'a [Tree],
    /// The stretches inside quotation marks, in text order.
    pub quoted: &'a [Span],
}

/// The pronouns of third persons with whom they mean, in text order. `names` are the name mentions in text order.
pub fn pronouns(input: &Text<'_>, names: &[Mention], entities: &[Entity], genders: &[Option<Gender>]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut people: Vec<Person> = Vec::new();
    let mut rest = names;
    for (sentence, tree) in input.trees.iter().enumerate() {
        let here = rest.partition_point(|mention| mention.sentence <= sentence);
        let (inside, later) = rest.split_at(here);
        rest = later;
        let persons: Vec<(usize, usize)> = inside
            .iter()
            .filter_map(|mention| {
                let entity = mention.entity.filter(|&entity| entities[entity].kind == EntityKind::Person)?;
                Some((head_at(tree, mention.span)?, entity))
            })
            .collect();
        let reader = Reader { input, tree, sentence, coming: &persons, genders };
        reader.read(&mut people, &mut found);
    }
    found
}

/// The token of a span on which the others hang.
fn head_at(tree: &Tree, span: Span) -> Option<usize> {
    let first = tree.token_at(span.start)?;
    let inside = |at: usize| tree.tokens.get(at).is_some_and(|token| span.contains(token.span));
    (first..tree.tokens.len())
        .take_while(|&at| inside(at))
        .find(|&at| tree.tokens[at].head.is_none_or(|up| !inside(up)))
}

struct Reader<'a> {
    input: &'a Text<'a>,
    tree: &'a Tree,
    sentence: usize,
    /// The persons named in this sentence: head token and entity.
    coming: &'a [(usize, usize)],
    genders: &'a [Option<Gender>],
}

impl Reader<'_> {
    fn read(&self, people: &mut Vec<Person>, found: &mut Vec<Mention>) {
        let mut coming = self.coming.iter().peekable();
        for at in 0..self.tree.tokens.len() {
            if let Some(&&(_, entity)) = coming.peek().filter(|(token, _)| *token == at) {
                coming.next();
                self.meet(people, entity, at);
            } else if let Some(gender) = self.third_person(at) {
                let whom = self.whom(people, at, gender);
                if let Some(entity) = whom {
                    self.meet(people, entity, at);
                    if let Some(person) = people.iter_mut().find(|person| person.entity == entity) {
                        person.gender = person.gender.or(Some(gender));
                    }
                }
                found.push(Mention {
                    span: self.tree.tokens[at].span,
                    sentence: self.sentence,
                    entity: whom,
                    claim: None,
                    kind: MentionKind::Pronoun,
                });
            }
        }
    }

    fn meet(&self, people: &mut Vec<Person>, entity: usize, token: usize) {
        let last = Place { sentence: self.sentence, token, weight: self.weight(token), quoted: self.is_quoted(token) };
        if let Some(person) = people.iter_mut().find(|person| person.entity == entity) {
            // A person met twice in a sentence keeps the better place of the two.
            let better = person.last.sentence == self.sentence && person.last.weight > last.weight;
            person.last = if better { Place { weight: person.last.weight, ..last } } else { last };
            person.count += 1;
        } else {
            people.push(Person { entity, gender: self.genders[entity], last, count: 1 });
        }
    }

    fn third_person(&self, at: usize) -> Option<Gender> {
        let token = &self.tree.tokens[at];
        if !matches!(token.upos, Upos::Pron | Upos::Det) {
            return None;
        }
        let word = token.span.of(self.input.body).to_ascii_lowercase();
        match word.as_str() {
            "he" | "him" | "his" | "himself" => Some(Gender::Male),
            "she" | "her" | "hers" | "herself" => Some(Gender::Female),
            _ => None,
        }
    }

    fn is_quoted(&self, token: usize) -> bool {
        let at = self.tree.tokens[token].span.start;
        let next = self.input.quoted.partition_point(|span| span.end <= at);
        self.input.quoted.get(next).is_some_and(|span| span.start <= at)
    }

    /// How much a place in the sentence makes a person the one whom it is about.
    fn weight(&self, token: usize) -> i32 {
        match self.tree.tokens[token].relation {
            Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter => 6,
            Relation::Root
            | Relation::Parataxis
            | Relation::Obj
            | Relation::Iobj
            | Relation::Appos
            | Relation::Conj => 3,
            Relation::Obl | Relation::OblAgent | Relation::NmodPoss => 2,
            _ => 1,
        }
    }

    /// The verb or noun of whose clause a token is a part.
    fn clause(&self, token: usize) -> Option<usize> {
        let is_clause = |at: &usize| {
            let token = &self.tree.tokens[*at];
            token.upos == Upos::Verb
                || self.tree.children(*at).any(|child| self.tree.tokens[child].relation.is_subject())
        };
        self.tree.ancestors(token).find(is_clause)
    }

    fn subject_of(&self, clause: usize) -> Option<usize> {
        self.tree.child(clause, &[Relation::Nsubj, Relation::NsubjPass])
    }

    /// Who tells the clause: "Jane Roe said on Friday that she …".
    fn teller(&self, clause: usize) -> Option<usize> {
        let token = &self.tree.tokens[clause];
        let verb = token.head.filter(|_| token.relation == Relation::Ccomp)?;
        self.subject_of(verb).filter(|&subject| subject < clause)
    }

    fn whom(&self, people: &[Person], at: usize, gender: Gender) -> Option<usize> {
        let word = self.tree.tokens[at].span.of(self.input.body).to_ascii_lowercase();
        let quoted = self.is_quoted(at);
        let clause = self.clause(at);
        let subject = clause.and_then(|clause| self.subject_of(clause));
        let speaker = if quoted { self.speaker() } else { None };
        let teller = clause.and_then(|clause| self.teller(clause));
        let mut best: Option<(i32, usize)> = None;
        for person in people {
            let distance = self.sentence - person.last.sentence;
            if distance > REACH || person.gender.is_some_and(|known| known != gender) || speaker == Some(person.entity)
            {
                continue;
            }
            let same = distance == 0;
            let is_subject = same && subject == Some(person.last.token);
            if is_subject
                && matches!(word.as_str(), "him" | "her")
                && self.tree.tokens[at].relation != Relation::NmodPoss
            {
                continue;
            }
            let mut score = person.last.weight - 4 * distance as i32 + (person.count as i32).min(6) / 2;
            score += if person.gender == Some(gender) { 3 } else { 0 };
            score += i32::from(same);
            score += if is_subject && matches!(word.as_str(), "himself" | "herself") { 9 } else { 0 };
            score += if same && teller == Some(person.last.token) { TELLER } else { 0 };
            score -= if person.last.quoted && !quoted { 4 } else { 0 };
            if best.is_none_or(|(points, _)| score >= points) {
                best = Some((score, person.entity));
            }
        }
        best.map(|(_, entity)| entity).or_else(|| self.coming_subject(at, gender))
    }

    /// The person named later in the sentence, for a pronoun that runs ahead: "In her speech, Jane Roe said …".
    fn coming_subject(&self, at: usize, gender: Gender) -> Option<usize> {
        let fits = |entity: usize| self.genders[entity].is_none_or(|known| known == gender);
        let later = self
            .coming
            .iter()
            .find(|&&(token, entity)| token > at && self.tree.tokens[token].relation.is_subject() && fits(entity));
        later.map(|&(_, entity)| entity)
    }

    /// The person who speaks the quotation of this sentence: a subject outside of it whose verb reports.
    fn speaker(&self) -> Option<usize> {
        let outside = self.coming.iter().filter(|(token, _)| !self.is_quoted(*token));
        let mut speaks = outside.filter(|(token, _)| {
            let token = &self.tree.tokens[*token];
            token.relation.is_subject() && token.head.is_some_and(|verb| self.tree.tokens[verb].upos == Upos::Verb)
        });
        speaks.next().map(|&(_, entity)| entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{sentences, tree};
    use crate::reading::names::names;
    use crate::reading::{MentionKind, Section, Sentence};
    use crate::span::Span;

    /// Each pronoun with the name of whom it means.
    fn meant(text: &str) -> Vec<(&str, Option<String>)> {
        let spans = sentences(text, Span::new(0, text.len()));
        let sentences: Vec<Sentence> =
            spans.into_iter().map(|span| Sentence { span, paragraph: 0, section: Section::Body }).collect();
        let trees: Vec<_> = sentences.iter().map(|sentence| tree(text, sentence.span)).collect();
        let names = names(text, &sentences, &trees, &[]);
        let pronouns = names.mentions.iter().filter(|mention| mention.kind == MentionKind::Pronoun);
        pronouns
            .map(|mention| (mention.span.of(text), mention.entity.map(|at| names.entities[at].name.clone())))
            .collect()
    }

    #[test]
    fn who_tells_a_clause_is_meant_in_it() {
        let text = "Mr. Ruiz told Mr. Brandt he would resign.";
        assert_eq!(meant(text), [("he", Some("Ruiz".into()))]);
        let text = "Mr. Ruiz left the town. Mr. Brandt stayed, and he slept.";
        assert_eq!(meant(text), [("he", Some("Brandt".into()))]);
    }
}
