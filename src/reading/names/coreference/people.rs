//! The persons whom an article has named or described so far, with where and how they were met last.

use crate::language::Relation;
use crate::reading::names::gazetteer::Gender;
use crate::span::Span;

/// Who a person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Named: index into the entities.
    Named(usize),
    /// Described by a noun alone: its lemma.
    Described(String),
}

/// By what words a person was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Name,
    Noun,
    Pronoun,
}

/// A place of a person in a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
    pub(super) token: usize,
    pub(super) relation: Relation,
    /// Whether its verb heads the sentence.
    pub(super) main: bool,
    /// Index of the quotation that it stands in.
    pub(super) quotation: Option<usize>,
    pub(super) form: Form,
}

impl Place {
    pub(super) const fn is_subject(&self) -> bool {
        self.relation.is_subject()
    }
}

/// A person as far as the article has come.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is a sign that the ranker weighs by itself")]
pub(super) struct Person {
    pub(super) who: Who,
    pub(super) gender: Option<Gender>,
    /// Whether pronouns told the gender.
    pub(super) by_pronoun: bool,
    /// Where the person was met last.
    pub(super) last: Place,
    /// The best place in the sentence where the person was met last.
    pub(super) best: Place,
    /// The words by which the person was last named or described.
    pub(super) anchor: Span,
    /// The sentence of these words.
    pub(super) named: usize,
    /// How often so far.
    pub(super) count: usize,
    /// How often as a subject.
    pub(super) subjects: usize,
    pub(super) in_headline: bool,
    /// Whether the name is taken for that of something else.
    pub(super) unlike: bool,
    /// Introduced by "a".
    pub(super) new: bool,
}

/// Everybody met so far.
#[derive(Debug, Clone, Default)]
pub(super) struct People {
    pub(super) list: Vec<Person>,
    /// How often somebody was met.
    pub(super) met: usize,
    /// Who spoke last, in which sentence.
    pub(super) floor: Option<(usize, usize)>,
}

impl People {
    /// Meets a person; gives the index.
    pub(super) fn meet(&mut self, who: Who, gender: Option<Gender>, place: Place, span: Span, new: bool) -> usize {
        // "A boy" is somebody else than the boy before; "the boy" is the last one.
        let known = self.list.iter().rposition(|person| person.who == who && !new);
        let Some(at) = known else {
            self.met += 1;
            self.list.push(Person {
                who,
                gender,
                by_pronoun: false,
                last: place,
                best: place,
                anchor: span,
                named: place.sentence,
                count: 1,
                subjects: usize::from(place.is_subject()),
                in_headline: false,
                unlike: false,
                new,
            });
            return self.list.len() - 1;
        };
        let person = &mut self.list[at];
        person.anchor = span;
        person.named = place.sentence;
        person.new = false;
        self.again(at, place);
        at
    }

    /// Meets a person once more.
    pub(super) fn again(&mut self, at: usize, place: Place) {
        self.met += 1;
        let person = &mut self.list[at];
        let better = person.best.sentence == place.sentence && rank(&person.best) >= rank(&place);
        if !better {
            person.best = place;
        }
        person.last = place;
        person.count += 1;
        person.subjects += usize::from(place.is_subject());
    }
}

/// How much a place in the sentence makes a person the one whom it is about.
fn rank(place: &Place) -> usize {
    match place.relation {
        relation if relation.is_subject() => 2 + usize::from(place.main),
        Relation::Root | Relation::Parataxis | Relation::Obj | Relation::Iobj | Relation::Conj => 1,
        _ => 0,
    }
}
