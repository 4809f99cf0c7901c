//! Whom "he" and "she" mean: the person named or described before who fits best, or no one where that is not settled.
//!
//! It goes through an article, keeps whom it has met and asks a judge, in the program the learnt weights, about each
//! pronoun. It knows trees, names and quotation marks, no claims.

pub mod features;
mod grammar;
mod named;
mod nouns;
mod people;
pub mod ranker;
mod speech;

use self::features::{Features, Question};
use self::named::{Named, persons};
pub use self::nouns::human as human_noun;
pub use self::people::Who;
use self::people::{Form, People, Place};
use self::ranker::Weights;
use super::gazetteer::Gender;
use crate::language::{Relation, Tree, Upos};
use crate::reading::article_reading::{Entity, Mention, Sentence};
use crate::reading::kinds::{MentionKind, Section};
use crate::span::Span;

/// No one named is looked for further back than so many sentences.
const REACH: usize = 10;
/// No one described is.
const REACH_OF_NOUNS: usize = 3;
/// Persons met in the last sentences up to this compete.
const NEAR: usize = 2;
/// A pronoun is given to a person from this chance on.
const ENOUGH: f64 = 0.4;

/// Whether a noun means a human being: "boy", "wife", "senator".
#[must_use]
pub fn means_human(lemma: &str) -> bool {
    nouns::human(lemma).is_some()
}

/// What pronouns are looked at with.
pub struct Text<'a> {
    /// The body.
    pub body: &'a str,
    /// The article's sentences.
    pub sentences: &'a [Sentence],
    /// The trees of its sentences.
    pub trees: &'a [Tree],
    /// The stretches inside quotation marks, in text order.
    pub quoted: &'a [Span],
}

/// One whom a pronoun may mean.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The person; `None` is no one who is listed.
    pub who: Option<Who>,
    /// The words that named or described the person last.
    pub anchor: Option<Span>,
    /// What speaks for and against.
    pub features: Features,
}

/// Says of a pronoun and its candidates which one is meant, as an index, and how sure that is.
pub type Judge<'a> = dyn FnMut(Span, &[Candidate]) -> (Option<usize>, f64) + 'a;

/// The judge of the program: the likeliest by the learnt weights.
#[must_use]
pub fn likeliest(weights: &Weights, candidates: &[Candidate]) -> (Option<usize>, f64) {
    let chances = weights.chances(candidates.iter().map(|candidate| &candidate.features));
    let best = (0..chances.len()).max_by(|&a, &b| chances[a].total_cmp(&chances[b]));
    best.filter(|&at| chances[at] >= ENOUGH).map_or((None, 0.0), |at| (Some(at), chances[at]))
}

/// The pronouns of third persons with whom they mean, in text order. `names` are the name mentions and the nouns that
/// mean a named entity, in text order.
pub fn pronouns(
    input: &Text<'_>,
    names: &[Mention],
    entities: &[Entity],
    genders: &[Option<Gender>],
    judge: &mut Judge<'_>,
) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut people = People::default();
    for (sentence, tree) in input.trees.iter().enumerate() {
        let reader = Reader {
            input,
            tree,
            sentence,
            coming: &persons(input.body, names, entities, tree, sentence),
            genders,
            names,
        };
        reader.read(&mut people, &mut found, judge);
    }
    found
}

struct Reader<'a> {
    input: &'a Text<'a>,
    tree: &'a Tree,
    sentence: usize,
    /// The persons named in this sentence, in text order.
    coming: &'a [Named],
    genders: &'a [Option<Gender>],
    names: &'a [Mention],
}

/// Who was met at which token of the sentence.
type Here = Vec<(usize, usize)>;

impl Reader<'_> {
    /// Meets everybody in the sentence, first outside of quotation marks: who speaks is known before what is said.
    fn read(&self, people: &mut People, found: &mut Vec<Mention>, judge: &mut Judge<'_>) {
        let mut here = Here::new();
        let first = found.len();
        for inside in [false, true] {
            for at in 0..self.tree.tokens.len() {
                if self.quotation(at).is_some() == inside {
                    self.token(at, people, &mut here, found, judge);
                }
            }
            if !inside && let Some(speaker) = speech::speaker(self.tree, &here, |at| self.quotation(at).is_some()) {
                people.floor = speaker.map(|who| (who, self.sentence));
            }
        }
        found[first..].sort_by_key(|mention| mention.span.start);
    }

    fn token(&self, at: usize, people: &mut People, here: &mut Here, found: &mut Vec<Mention>, judge: &mut Judge<'_>) {
        if let Some(named) = self.coming.iter().find(|named| named.token == at) {
            let form = if named.is_name { Form::Name } else { Form::Noun };
            let (who, gender) = (named.who.clone(), self.gender(&named.who));
            let met = people.meet(who, gender, self.place(named.site, form), named.span, false);
            people.list[met].in_headline |= self.is_headline();
            people.list[met].unlike = named.unlike;
            here.push((named.site, met));
        } else if let Some((word, gender)) = self.third_person(at) {
            let question = self.question(at, &word, gender, people, here);
            let (candidates, indexes) = self.candidates(&question, at);
            let span = self.tree.tokens[at].span;
            let (answer, chance) = judge(span, &candidates);
            let meant =
                answer.and_then(|at| candidates[at].who.clone().map(|who| (who, indexes[at], candidates[at].anchor)));
            let entity =
                meant.as_ref().and_then(|(who, ..)| if let Who::Named(entity) = who { Some(*entity) } else { None });
            if let Some((who, known, anchor)) = meant {
                let place = self.place(at, Form::Pronoun);
                let person = known.unwrap_or_else(|| {
                    let known = self.gender(&who);
                    people.meet(who, known, place, anchor.unwrap_or(span), false)
                });
                people.again(person, place);
                let known = &mut people.list[person];
                known.by_pronoun |= known.gender.is_none();
                known.gender = known.gender.or(Some(gender));
                here.push((at, person));
            }
            found.push(Mention {
                span,
                sentence: self.sentence,
                entity,
                claim: None,
                kind: MentionKind::Pronoun,
                confidence: if entity.is_some() { chance } else { 0.0 },
            });
        } else if let Some((gender, way)) = nouns::described(self.input.body, self.tree, at) {
            let token = &self.tree.tokens[at];
            let taken = self.coming.iter().any(|named| named.span.overlaps(token.span) || named.site == at);
            if !taken {
                let who = Who::Described(token.lemma.clone());
                let met = people.meet(who, gender, self.place(at, Form::Noun), token.span, way == nouns::Way::New);
                here.push((at, met));
            }
        }
    }

    fn gender(&self, who: &Who) -> Option<Gender> {
        if let Who::Named(entity) = who { self.genders[*entity] } else { None }
    }

    fn place(&self, at: usize, form: Form) -> Place {
        let token = &self.tree.tokens[at];
        Place {
            sentence: self.sentence,
            paragraph: self.input.sentences.get(self.sentence).map_or(0, |sentence| sentence.paragraph),
            token: at,
            relation: token.relation,
            main: token.head.is_none_or(|up| self.tree.tokens[up].head.is_none()),
            quotation: self.quotation(at),
            form,
        }
    }

    fn is_headline(&self) -> bool {
        self.input.sentences.get(self.sentence).is_some_and(|sentence| sentence.section == Section::Headline)
    }

    fn third_person(&self, at: usize) -> Option<(String, Gender)> {
        let token = &self.tree.tokens[at];
        if !matches!(token.upos, Upos::Pron | Upos::Det) {
            return None;
        }
        let word = token.span.of(self.input.body).to_ascii_lowercase();
        let gender = match word.as_str() {
            "he" | "him" | "his" | "himself" => Gender::Male,
            "she" | "her" | "hers" | "herself" => Gender::Female,
            _ => return None,
        };
        Some((word, gender))
    }

    /// The index of the quotation in which a token stands.
    fn quotation(&self, token: usize) -> Option<usize> {
        let at = self.tree.tokens[token].span.start;
        let next = self.input.quoted.partition_point(|span| span.end <= at);
        self.input.quoted.get(next).filter(|span| span.start <= at).map(|_| next)
    }

    fn question<'p>(&self, at: usize, word: &str, gender: Gender, people: &'p People, here: &Here) -> Question<'p> {
        let place = self.place(at, Form::Pronoun);
        let token = &self.tree.tokens[at];
        let around = grammar::around(self.tree, at);
        let speaks =
            token.relation.is_subject() && token.head.is_some_and(|verb| speech::reports(&self.tree.tokens[verb]));
        Question {
            place,
            gender,
            reflexive: word.ends_with("self"),
            possessive: token.relation == Relation::NmodPoss,
            speaks,
            around,
            content: if token.relation.is_subject() { self.content(at, speaks) } else { Vec::new() },
            speaker: place.quotation.and_then(|quotation| self.speaker(quotation, people, here)),
            people,
        }
    }

    /// The persons named after the subject at `at` in what hangs on its verb, or in the quotation that it speaks: it can
    /// mean none of them ("He saw Jane Roe", "she said that Jane Roe …").
    fn content(&self, at: usize, speaks: bool) -> Vec<Who> {
        let Some(verb) = self.tree.tokens[at].head else { return Vec::new() };
        let below = |token: usize| {
            let path = std::iter::once(token).chain(self.tree.ancestors(token));
            let up = path.take_while(|&up| up != verb).last();
            let joined = up.is_some_and(|up| {
                self.tree.tokens[up].head != Some(verb) || self.tree.tokens[up].relation == Relation::Conj
            });
            token > at && self.tree.is_below(token, verb) && !joined
        };
        let said = |named: &&Named| {
            let quoted = speaks && self.quotation(named.token).is_some();
            named.is_name && (quoted || below(named.token))
        };
        self.coming.iter().filter(said).map(|named| named.who.clone()).collect()
    }

    /// Who speaks a quotation: the subject of a verb that reports outside of it, in this sentence or where it ends, else
    /// whoever spoke last in the paragraph.
    fn speaker(&self, quotation: usize, people: &People, here: &Here) -> Option<usize> {
        let quoted = |tree: &Tree, at: usize| {
            let start = tree.tokens[at].span.start;
            let next = self.input.quoted.partition_point(|span| span.end <= start);
            self.input.quoted.get(next).is_some_and(|span| span.start <= start)
        };
        if let Some(speaker) = speech::speaker(self.tree, here, |at| quoted(self.tree, at)) {
            return speaker;
        }
        let end = self.input.quoted.get(quotation)?.end;
        let last = self.input.sentences.partition_point(|sentence| sentence.span.end < end);
        if last > self.sentence
            && last <= self.sentence + REACH
            && let Some(tree) = self.input.trees.get(last)
        {
            let from = self.names.partition_point(|mention| mention.sentence < last);
            let named: Here = self.names[from..]
                .iter()
                .take_while(|mention| mention.sentence == last)
                .filter_map(|mention| {
                    let who = Who::Named(mention.entity?);
                    let person = people.list.iter().position(|person| person.who == who)?;
                    Some((grammar::head_at(tree, mention.span)?, person))
                })
                .collect();
            if let Some(speaker) = speech::speaker(tree, &named, |at| quoted(tree, at)) {
                return speaker;
            }
        }
        let paragraph = |sentence: usize| self.input.sentences.get(sentence).map(|sentence| sentence.paragraph);
        people.floor.filter(|&(_, sentence)| paragraph(sentence) == paragraph(self.sentence)).map(|(who, _)| who)
    }

    /// Everybody whom the pronoun can mean, and no one at the end; beside them their indexes among the people.
    fn candidates(&self, question: &Question<'_>, at: usize) -> (Vec<Candidate>, Vec<Option<usize>>) {
        let people = question.people;
        let mut fits: Vec<usize> = (0..people.list.len())
            .filter(|&one| {
                let person = &people.list[one];
                let reach = if matches!(person.who, Who::Named(_)) { REACH } else { REACH_OF_NOUNS };
                self.sentence - person.last.sentence <= reach && !question.is_barred(self.tree, at, person)
            })
            .collect();
        // Latest first.
        fits.sort_by_key(|&one| {
            let last = &people.list[one].last;
            std::cmp::Reverse((last.sentence, last.token))
        });
        let agrees = |one: usize| people.list[one].gender.is_none_or(|known| known == question.gender);
        let most = fits.iter().filter(|&&one| agrees(one)).map(|&one| people.list[one].count).max().unwrap_or(0);
        let only = fits.iter().filter(|&&one| agrees(one)).count() == 1;
        let (mut since, mut sure, mut near) = (0, 0, 0);
        let (mut candidates, mut indexes) = (Vec::with_capacity(fits.len() + 1), Vec::with_capacity(fits.len() + 1));
        for one in fits {
            let person = &people.list[one];
            let features = question.features(one, since, most, only && agrees(one));
            candidates.push(Candidate { who: Some(person.who.clone()), anchor: Some(person.anchor), features });
            indexes.push(Some(one));
            if agrees(one) {
                since += 1;
                let known = person.gender.is_some();
                sure += usize::from(known);
                near += usize::from(known && self.sentence - person.last.sentence <= NEAR);
            }
        }
        for named in self.coming.iter().filter(|named| named.token > at) {
            let who = named.who.clone();
            let fresh = !named.unlike && people.list.iter().all(|person| person.who != who);
            let subject = self.tree.tokens[named.site].relation.is_subject();
            if fresh && subject && self.gender(&named.who).is_none_or(|known| known == question.gender) {
                let features = question.ahead(&self.place(named.site, Form::Name), self.gender(&named.who));
                candidates.push(Candidate { who: Some(who), anchor: Some(named.span), features });
                indexes.push(None);
            }
        }
        candidates.push(Candidate { who: None, anchor: None, features: question.no_one(sure, near) });
        indexes.push(None);
        (candidates, indexes)
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

    #[test]
    fn gender_and_grammar_forbid() {
        assert_eq!(meant("Mrs. Ruiz came. He was late."), [("He", None)]);
        assert_eq!(meant("Mr. Ruiz went after him."), [("him", None)]);
    }
}
