//! Whom a word of death or injury speaks of: the noun phrase before or behind it, and how many it stands for.
//!
//! It goes by the order of words where the tree is silent: reports of crimes are cut short ("two shot in bar"), and the
//! parser takes many of their participles for nouns.

use crate::language::{Relation, Upos};
use crate::reading::EntityKind;

use super::scene::Scene;
use super::{fates, lexicons, people_words};

/// As far as the subject may stand before its verb, in words.
const FAR: usize = 16;

/// As long as a noun phrase may be.
const LONGEST: usize = 10;

/// A sentence with its words in lower case.
pub(super) struct Line<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub words: &'s [String],
}

/// Who suffers: the head of a noun phrase and how many it stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sufferer {
    /// The phrase's first word and its head.
    pub start: usize,
    pub head: usize,
    /// The number in words or figures, as an index into `quantities`.
    pub quantity: Option<usize>,
    /// How many; `None` where the phrase does not tell ("people").
    pub count: Option<f64>,
}

impl Line<'_, '_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    fn upos(&self, at: usize) -> Upos {
        self.scene.upos(at)
    }

    /// Whether a word can be one who suffers: a person's name, a noun for people, a pronoun, a number by itself.
    pub(super) fn is_human(&self, at: usize) -> bool {
        let word = self.word(at);
        // "a 9-month-old was hurt"
        if matches!(word, "old" | "olds") && at > 0 && self.word(at - 1) == "-" {
            return !self.words.get(at + 1).is_some_and(|next| is_people(next));
        }
        match self.upos(at) {
            Upos::Propn => {
                self.scene.entity_kind(at) == Some(EntityKind::Person)
                    || self.scene.mention(at).is_none() && is_people(&self.scene.lemma(at).to_lowercase())
            }
            Upos::Num => {
                !self.words.get(at + 1).is_some_and(|next| matches!(next.as_str(), "-" | "years" | "percent" | "%"))
            }
            Upos::Noun | Upos::Adj => {
                is_people(self.scene.lemma(at)) || is_people(word) || matches!(word, "others" | "one")
            }
            Upos::Pron | Upos::Det => is_pronoun(word),
            _ => false,
        }
    }

    /// The noun phrase that begins at a word, with those that are joined to it by commas and "and".
    pub(super) fn phrases_from(&self, start: usize) -> Vec<Sufferer> {
        let mut found = Vec::new();
        let mut at = start;
        while let Some(one) = self.phrase_from(at) {
            found.push(one);
            let mut next = one.head + 1;
            next = self.past_age(next);
            let comma = self.word(next) == ",";
            next += usize::from(comma);
            let and = matches!(self.word(next), "and" | "&" | "then");
            next += usize::from(and);
            if !(comma || and) || next >= self.words.len() || found.len() > 5 {
                break;
            }
            // "the death of Ann Roe, the daughter of …": the same once more.
            let again = comma && !and && self.upos(one.head) == Upos::Propn && self.upos(next) == Upos::Det;
            if again {
                break;
            }
            at = next;
        }
        found
    }

    /// "John Doe, 34, and …": past the age between commas.
    fn past_age(&self, at: usize) -> usize {
        let aged = self.word(at) == ","
            && self.words.get(at + 1).is_some_and(|age| age.len() <= 2 && age.bytes().all(|b| b.is_ascii_digit()));
        if aged { at + 2 } else { at }
    }

    /// The noun phrase of a human being that begins at a word.
    fn phrase_from(&self, start: usize) -> Option<Sufferer> {
        let mut head = None;
        let mut at = start;
        while at < self.words.len() && at < start + LONGEST && self.is_of_phrase(at) {
            if matches!(self.upos(at), Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron) || self.is_human(at) {
                // "killed a man Sunday", "shot him Friday"
                if self.scene.is_time(at)
                    || head.is_some_and(|head| {
                        self.upos(head) == Upos::Pron && self.scene.relation(head) != Relation::NmodPoss
                    })
                {
                    break;
                }
                head = Some(at);
            }
            at += 1;
        }
        let head = head?;
        // "one of the men", "a group of five people"
        if self.word(head + 1) == "of"
            && head + 2 < self.words.len()
            && (self.upos(head) == Upos::Num || fates::is("group", self.word(head)))
        {
            if self.upos(head) == Upos::Num {
                return self.is_human(head).then(|| self.counted(start, head));
            }
            return self.phrase_from(head + 2).map(|inner| Sufferer { start, ..inner });
        }
        self.is_human(head).then(|| self.counted(start, head))
    }

    fn is_of_phrase(&self, at: usize) -> bool {
        match self.upos(at) {
            Upos::Det | Upos::Num | Upos::Adj | Upos::Noun | Upos::Propn => !fates::is("done", self.word(at)),
            Upos::Pron => !matches!(self.word(at), "who" | "which" | "that" | "it"),
            Upos::Punct => matches!(self.word(at), "-" | "–" | "\"" | "“" | "”"),
            Upos::Part => matches!(self.word(at), "'s" | "’s" | "'" | "’"),
            Upos::Adv => matches!(self.word(at), "at" | "about" | "nearly" | "almost" | "both"),
            Upos::Adp => self.word(at) == "at" && self.word(at + 1) == "least",
            _ => matches!(self.word(at), "least"),
        }
    }

    /// The noun phrases that end right before a word, over an age between commas; joined ones too.
    pub(super) fn phrases_before(&self, end: usize) -> Vec<Sufferer> {
        let mut found: Vec<Sufferer> = Vec::new();
        let mut end = end;
        while let Some(head) = self.before_age(end).checked_sub(1).filter(|&head| self.is_human(head)) {
            let one = self.counted(self.start_of(head), head);
            found.push(one);
            let joint = one.start.checked_sub(1).filter(|&and| matches!(self.word(and), "and" | "&" | ","));
            let Some(joint) = joint else { break };
            // A comma joins only in a list that "and" closes.
            if self.word(joint) == "," && found.len() == 1 || found.len() > 5 {
                break;
            }
            end = joint;
            if end > 0 && self.word(end) == "and" && self.word(end - 1) == "," {
                end -= 1;
            }
        }
        found.reverse();
        found
    }

    fn before_age(&self, end: usize) -> usize {
        let number = |at: usize| self.word(at).len() <= 2 && self.word(at).bytes().all(|b| b.is_ascii_digit());
        match end {
            4.. if self.word(end - 1) == "," && number(end - 2) && self.word(end - 3) == "," => end - 3,
            3.. if number(end - 1) && self.word(end - 2) == "," => end - 2,
            _ => end,
        }
    }

    fn start_of(&self, head: usize) -> usize {
        let mut start = head;
        while start > 0 && head - start < LONGEST && self.is_of_phrase(start - 1) && !self.is_time_word(start - 1) {
            start -= 1;
            if self.upos(start) == Upos::Det {
                break;
            }
        }
        start
    }

    fn is_time_word(&self, at: usize) -> bool {
        self.scene.is_time(at)
    }

    /// The subject before a word: by the tree where it names people, else the nearest noun phrase of people that is
    /// no part of a prepositional phrase.
    pub(super) fn subject_before(&self, verb: usize, limit: usize) -> Vec<Sufferer> {
        for at in [verb, limit] {
            let subject =
                self.scene.child(at, &[Relation::Nsubj, Relation::NsubjPass]).filter(|&subject| subject < limit);
            if let Some(head) = subject.filter(|&subject| self.is_human(subject)) {
                let mut found = vec![self.counted(self.start_of(head), head)];
                let joint = self.scene.children(head).iter().filter(|&&child| {
                    child > head
                        && child < limit
                        && self.scene.relation(child) == Relation::Conj
                        && self.is_human(child)
                });
                found.extend(joint.map(|&child| self.counted(self.start_of(child), child)));
                return found;
            }
        }
        let mut at = limit;
        while at > 0 && limit - at < FAR {
            at -= 1;
            if matches!(self.word(at), ";" | ":" | "if" | "that" | "because") {
                break;
            }
            // "the man, who was shot": the antecedent.
            if self.word(at) == "who" {
                let end = if at > 0 && self.word(at - 1) == "," { at - 1 } else { at };
                return self.phrases_before(end);
            }
            if !self.is_human(at) || self.scene.is_time(at) || self.is_age(at) {
                continue;
            }
            let found = self.phrases_before(at + 1);
            let Some(first) = found.first() else { continue };
            let case = first.start.checked_sub(1).map_or("", |before| self.word(before));
            if self.upos(first.start.saturating_sub(1)) == Upos::Adp
                && first.start > 0
                && !matches!(case, "that" | "while")
            {
                at = first.start;
                continue;
            }
            return found;
        }
        Vec::new()
    }

    fn is_age(&self, at: usize) -> bool {
        self.upos(at) == Upos::Num && at > 0 && self.word(at - 1) == ","
    }

    /// How many a phrase stands for.
    fn counted(&self, start: usize, head: usize) -> Sufferer {
        let span = self.scene.span(start).hull(self.scene.span(head));
        let quantities = &self.scene.reading.quantities;
        let first = quantities.partition_point(|quantity| quantity.span.end <= span.start);
        let quantity = (first..quantities.len())
            .take_while(|&at| quantities[at].span.start < span.end)
            .find(|&at| quantities[at].unit.is_none() && quantities[at].low.is_some());
        let exact = quantity.and_then(|at| quantities[at].low.filter(|low| quantities[at].high == Some(*low)));
        let word = self.word(head);
        let count = match quantity {
            Some(_) => exact,
            None if self.word(start) == "both" || word == "both" || fates::is("two", word) => Some(2.0),
            None if self.upos(head) == Upos::Num => (word == "one").then_some(1.0),
            None if matches!(self.scene.tree.tokens[head].xpos, "NNS" | "NNPS")
                || fates::is("several", word)
                || matches!(word, "they" | "them" | "others" | "themselves" | "those" | "all" | "some" | "who") =>
            {
                None
            }
            None => Some(1.0),
        };
        Sufferer { start, head, quantity, count }
    }
}

fn is_people(lemma: &str) -> bool {
    lexicons::is_person(lemma) || people_words::is_human(lemma) || fates::is("people", lemma)
}

fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "he" | "she"
            | "him"
            | "her"
            | "they"
            | "them"
            | "someone"
            | "somebody"
            | "himself"
            | "herself"
            | "themselves"
            | "both"
            | "another"
            | "others"
            | "one"
            | "nobody"
            | "none"
            | "i"
            | "me"
    )
}
