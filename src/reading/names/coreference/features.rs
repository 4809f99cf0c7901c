//! What speaks for and against a person as the one whom a pronoun means: features without words.
//!
//! It describes; how much each counts is learnt and lies in `data/model/pronouns.tsv`.

use super::grammar::Around;
use super::people::{Form, People, Person, Place, Who};
use crate::language::{Relation, Tree, Upos};
use crate::reading::names::gazetteer::Gender;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A feature by the name under which its weight is kept.
    Feature {
        /// The person is described, not named.
        Described = "described",
        /// Described by "a …" and met once.
        DescribedNew = "described_new",
        /// Described: times met, as a logarithm.
        DescribedCount = "described_count",
        /// Described, and met last by a pronoun.
        DescribedByPronoun = "described_by_pronoun",
        /// Described, and the verb of the pronoun reports.
        DescribedSpeaks = "described_speaks",
        /// The name is taken for that of something else than a person.
        UnlikePerson = "unlike_person",
        /// As above, and met several times.
        UnlikePersonAgain = "unlike_person_again",
        /// Named later in the sentence.
        Ahead = "ahead",
        /// Named later in the sentence, as the subject of its main clause.
        AheadMain = "ahead_main",
        /// Named later in the sentence, for a possessor.
        AheadPossessor = "ahead_possessor",
        /// Named later in the sentence, for a subject.
        AheadSubject = "ahead_subject",
        /// A name, title or noun tells the same gender.
        GenderKnown = "gender_known",
        /// An earlier pronoun told the same gender.
        GenderMeant = "gender_meant",
        /// Met in the sentence of the pronoun.
        Same = "same",
        /// Met last in the sentence before.
        OneBack = "one_back",
        /// Met last two sentences before.
        TwoBack = "two_back",
        /// Sentences beyond two.
        Further = "further",
        /// Met last more than one paragraph before.
        ParagraphBack = "paragraph_back",
        /// No one who fits was met since.
        Nearest = "nearest",
        /// One who fits was met since.
        Second = "second",
        /// Several who fit were met since.
        Behind = "behind",
        /// Subject where met last.
        Subject = "subject",
        /// Subject of the main clause where met last.
        MainSubject = "main_subject",
        /// Object where met last.
        Object = "object",
        /// In a prepositional phrase where met last.
        Oblique = "oblique",
        /// Possessor where met last.
        Possessor = "possessor",
        /// Part of a noun phrase or apposition where met last.
        Inside = "inside",
        /// Subject in the sentence of the pronoun.
        SubjectSame = "subject_same",
        /// Subject in the sentence before.
        SubjectBefore = "subject_before",
        /// Both are subjects.
        Parallel = "parallel",
        /// Neither is a subject.
        ParallelObject = "parallel_object",
        /// Met last by a pronoun.
        ByPronoun = "by_pronoun",
        /// Met by a pronoun in the sentence of this one.
        ByPronounSame = "by_pronoun_same",
        /// How often met, as a logarithm.
        Count = "count",
        /// Met more often than everybody else who fits.
        Most = "most",
        /// Met once.
        Once = "once",
        /// Sentences since named or described, as a logarithm.
        SinceNamed = "since_named",
        /// No one else who fits is in reach.
        Only = "only",
        /// Share of all meetings with persons, where there are some.
        Prominent = "prominent",
        /// Share of the meetings in which the person was a subject.
        Subjects = "subjects",
        /// Named in the headline.
        Headline = "headline",
        /// Met last inside a quotation, the pronoun stands outside.
        OutOfQuotation = "out_of_quotation",
        /// Met last outside, the pronoun stands inside a quotation.
        IntoQuotation = "into_quotation",
        /// Both in one quotation.
        SameQuotation = "same_quotation",
        /// Speaks the quotation in which the pronoun stands.
        SpeaksIt = "speaks_it",
        /// Spoke last.
        SpokeLast = "spoke_last",
        /// Spoke last, and the pronoun is the subject of a verb that reports.
        SpeaksAgain = "speaks_again",
        /// Named in what hangs on the verb of the pronoun, or in what it says.
        InContent = "in_content",
        /// Says the clause in which the pronoun stands.
        Teller = "teller",
        /// Says the clause, and the pronoun is its subject.
        TellerSubject = "teller_subject",
        /// Is told the clause in which the pronoun stands.
        Addressee = "addressee",
        /// Is asked the question in which the pronoun stands.
        Asked = "asked",
        /// Subject of the clause in which the pronoun is a possessor.
        OwnPossessive = "own_possessive",
        /// Subject of the clause of a reflexive.
        OwnReflexive = "own_reflexive",
        /// Subject of the clause in which the pronoun has another part.
        OwnOther = "own_other",
        /// Subject of the clause on which the clause of the pronoun hangs.
        Upper = "upper",
        /// Subject of the clause with which the clause of the pronoun is joined.
        JoinedClause = "joined_clause",
        /// Object of the verb whose subject the pronoun is.
        CoArgument = "co_argument",
        /// The relative clause of the person holds the pronoun.
        Relative = "relative",
        /// Named by a surname or title alone, and nothing tells the gender.
        GenderOpen = "gender_open",
        /// No one who is listed here.
        NoOne = "no_one",
        /// No one, for a pronoun that is no subject.
        NoOneObject = "no_one_object",
        /// No one, for a possessor.
        NoOnePossessor = "no_one_possessor",
        /// No one, for a pronoun in a quotation.
        NoOneQuoted = "no_one_quoted",
        /// No one, where no one of this gender is known.
        NoOneFits = "no_one_fits",
        /// No one, where several of this gender were met in the last sentences.
        NoOneSeveral = "no_one_several",
        /// No one, for the subject of a verb that reports.
        NoOneSpeaks = "no_one_speaks",
    }
}

/// What is asked: a pronoun and where it stands.
pub(super) struct Question<'a> {
    pub(super) place: Place,
    pub(super) gender: Gender,
    pub(super) reflexive: bool,
    /// Whether it is a possessor.
    pub(super) possessive: bool,
    /// Whether it is the subject of a verb that reports.
    pub(super) speaks: bool,
    /// What stands around it in the sentence.
    pub(super) around: Around,
    /// The persons named below the verb whose subject it is, or in what it says.
    pub(super) content: Vec<Who>,
    /// The person who speaks the quotation in which it stands.
    pub(super) speaker: Option<usize>,
    pub(super) people: &'a People,
}

/// A description: features with how much of each there is.
pub type Features = Vec<(Feature, f64)>;

impl Question<'_> {
    /// What speaks for and against one person; `since` is how many who fit were met after.
    pub(super) fn features(&self, at: usize, since: usize, most: usize, only: bool) -> Features {
        let person = &self.people.list[at];
        let (last, best) = (&person.last, &person.best);
        let distance = self.place.sentence.saturating_sub(last.sentence);
        let ahead = distance == 0 && last.token > self.place.token && person.count == 1;
        let mut found = Features::new();
        let mut add = |feature, holds: bool| {
            if holds {
                found.push((feature, 1.0));
            }
        };
        let described = matches!(person.who, Who::Described(_));
        add(Feature::Described, described);
        add(Feature::DescribedNew, described && person.new && person.count == 1);
        add(Feature::DescribedByPronoun, described && last.form == Form::Pronoun);
        add(Feature::UnlikePerson, person.unlike);
        add(Feature::UnlikePersonAgain, person.unlike && person.count > 2);
        add(Feature::Only, only);
        add(Feature::InContent, self.content.contains(&person.who));
        add(Feature::DescribedSpeaks, described && self.speaks);
        add(Feature::Ahead, ahead);
        add(Feature::AheadMain, ahead && last.is_subject() && last.main);
        self.gender(person, &mut add);
        if !ahead {
            add(Feature::Same, distance == 0);
            add(Feature::OneBack, distance == 1);
            add(Feature::TwoBack, distance == 2);
            add(Feature::ParagraphBack, last.paragraph + 1 < self.place.paragraph);
            add(Feature::Nearest, since == 0);
            add(Feature::Second, since == 1);
            add(Feature::Behind, since > 1);
        }
        let role = best.relation;
        add(Feature::Subject, best.is_subject());
        add(Feature::MainSubject, best.is_subject() && best.main);
        add(Feature::Object, matches!(role, Relation::Obj | Relation::Iobj));
        add(Feature::Oblique, matches!(role, Relation::Obl | Relation::OblAgent));
        add(Feature::Possessor, role == Relation::NmodPoss);
        add(
            Feature::Inside,
            matches!(role, Relation::Nmod | Relation::Appos | Relation::Compound | Relation::Flat | Relation::Conj),
        );
        add(Feature::SubjectSame, best.is_subject() && distance == 0 && !ahead);
        add(Feature::SubjectBefore, best.is_subject() && distance == 1);
        add(Feature::Parallel, best.is_subject() && self.place.is_subject());
        add(Feature::ParallelObject, !last.is_subject() && !self.place.is_subject() && !self.possessive);
        add(Feature::ByPronoun, last.form == Form::Pronoun);
        add(Feature::ByPronounSame, last.form == Form::Pronoun && distance == 0);
        add(Feature::Most, person.count >= most && most > 1);
        add(Feature::Once, person.count == 1);
        add(Feature::Headline, person.in_headline);
        self.speech(at, person, &mut add);
        if distance == 0 {
            self.grammar(person, &mut add);
        }
        if !ahead && distance > 2 {
            found.push((Feature::Further, ((distance - 2) as f64).min(10.0)));
        }
        let since = self.place.sentence.saturating_sub(person.named);
        found.push((Feature::SinceNamed, (since as f64).ln_1p()));
        if described {
            found.push((Feature::DescribedCount, (person.count as f64).ln()));
        }
        if self.people.met > 5 {
            found.push((Feature::Prominent, person.count as f64 / self.people.met as f64));
        }
        found.push((Feature::Count, (person.count as f64).ln()));
        found.push((Feature::Subjects, person.subjects as f64 / person.count as f64));
        found
    }

    /// What speaks for a person who is named for the first time later in the sentence.
    pub(super) fn ahead(&self, place: &Place, gender: Option<Gender>) -> Features {
        let mut found = vec![(Feature::Ahead, 1.0)];
        let mut add = |feature, holds: bool| {
            if holds {
                found.push((feature, 1.0));
            }
        };
        add(Feature::AheadMain, place.main);
        add(Feature::AheadPossessor, self.possessive);
        add(Feature::AheadSubject, self.place.is_subject());
        add(Feature::GenderKnown, gender == Some(self.gender));
        add(Feature::GenderOpen, gender.is_none());
        found
    }

    /// Whether gender or grammar forbid that the pronoun at `at` means a person: "Jane Roe saw her", "her friend Jane Roe".
    pub(super) fn is_barred(&self, tree: &Tree, at: usize, person: &Person) -> bool {
        if person.gender.is_some_and(|known| known != self.gender) {
            return true;
        }
        if person.last.sentence != self.place.sentence {
            return false;
        }
        let (own, token) = (self.around.own, person.last.token);
        // "went after him" is of another, "took the dog with him" is not.
        let beside = |at: usize| {
            tree.child(at, &[Relation::Case]).is_none_or(|case| {
                matches!(
                    tree.tokens[case].lemma.as_str(),
                    "with" | "behind" | "around" | "beside" | "before" | "near" | "over"
                )
            })
        };
        let object = match self.place.relation {
            Relation::Obj | Relation::Iobj => true,
            Relation::Obl | Relation::OblAgent => !beside(at),
            _ => false,
        };
        if object && !self.reflexive && own.is_some_and(|own| own == token || own == person.best.token) {
            return true;
        }
        // It hangs on the noun itself, and not through a clause.
        let through =
            |up: &usize| matches!(tree.tokens[*up].relation, Relation::AclRelcl | Relation::Acl | Relation::Appos);
        let path: Vec<usize> = std::iter::once(at).chain(tree.ancestors(at).take_while(|&up| up != token)).collect();
        let below = tree.ancestors(at).any(|up| up == token);
        let verbal = tree.tokens[token].upos == Upos::Verb
            || tree.children(token).any(|child| tree.tokens[child].relation.is_subject());
        below && !verbal && !path.iter().any(through)
    }

    fn gender(&self, person: &Person, add: &mut impl FnMut(Feature, bool)) {
        let same = person.gender == Some(self.gender);
        add(Feature::GenderKnown, same && !person.by_pronoun);
        add(Feature::GenderMeant, same && person.by_pronoun);
        add(Feature::GenderOpen, person.gender.is_none());
    }

    fn speech(&self, at: usize, person: &Person, add: &mut impl FnMut(Feature, bool)) {
        let (theirs, mine) = (person.last.quotation, self.place.quotation);
        add(Feature::OutOfQuotation, theirs.is_some() && mine.is_none());
        add(Feature::IntoQuotation, theirs.is_none() && mine.is_some());
        add(Feature::SameQuotation, theirs.is_some() && theirs == mine);
        add(Feature::SpeaksIt, mine.is_some() && self.speaker == Some(at));
        let floor = self.people.floor.is_some_and(|(who, _)| who == at) && mine.is_none();
        add(Feature::SpokeLast, floor);
        add(Feature::SpeaksAgain, floor && self.speaks);
    }

    fn grammar(&self, person: &Person, add: &mut impl FnMut(Feature, bool)) {
        // A person met twice in the sentence has two places.
        let is = |token: Option<usize>| token.is_some_and(|at| at == person.last.token || at == person.best.token);
        let among = |tokens: &[usize]| tokens.iter().any(|&at| is(Some(at)));
        let own = is(self.around.own) && self.around.own != Some(self.place.token);
        add(Feature::OwnPossessive, own && self.possessive);
        add(Feature::OwnReflexive, own && self.reflexive);
        add(Feature::OwnOther, own && !self.possessive && !self.reflexive);
        add(Feature::Upper, is(self.around.upper));
        add(Feature::JoinedClause, is(self.around.joined));
        add(Feature::Teller, is(self.around.teller));
        add(Feature::TellerSubject, is(self.around.teller) && self.place.is_subject());
        add(Feature::Addressee, among(&self.around.addressees));
        add(Feature::Asked, self.around.question && among(&self.around.addressees));
        add(Feature::CoArgument, among(&self.around.arguments) && !own);
        add(Feature::Relative, among(&self.around.relatives));
    }

    /// What speaks for no one: `fitting` persons of this gender are known, `near` of them within the last sentences.
    pub(super) fn no_one(&self, fitting: usize, near: usize) -> Features {
        let mut found = vec![(Feature::NoOne, 1.0)];
        let mut add = |feature, holds: bool| {
            if holds {
                found.push((feature, 1.0));
            }
        };
        add(Feature::NoOneObject, !self.place.is_subject() && !self.possessive);
        add(Feature::NoOnePossessor, self.possessive);
        add(Feature::NoOneQuoted, self.place.quotation.is_some());
        add(Feature::NoOneFits, fitting == 0);
        add(Feature::NoOneSeveral, near > 1);
        add(Feature::NoOneSpeaks, self.speaks);
        found
    }
}
