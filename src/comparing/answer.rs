//! A value as comparing sees it: what it says, what it is asked for, and where it stands.
//!
//! Identities of entities are those of the world (after linking); they serve for equality only, never for an order.

use jiff::civil::Date;

use crate::reading::{Anonymity, ClaimKind, FactKind, Modality, Polarity};

/// One value of one claim of one article of a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The row it stands in.
    pub value_id: i64,
    /// By content only: the claim's key, then kind and place. Facts are made in the order of these keys.
    pub key: String,
    /// The article, its claim and its sentence.
    pub place: Place,
    /// On whose word.
    pub voice: Voice,
    /// What kind of question it answers.
    pub kind: FactKind,
    /// Its further kind: killed, injured; home; duration.
    pub attribute: Option<String>,
    /// Its words.
    pub text: String,
    /// Normalised: equal for equal answers.
    pub answer: String,
    /// The words of approximation ("nearly"), where it is a number.
    pub approx: Option<String>,
    /// Lower end; `None` is open.
    pub low: Option<f64>,
    /// Upper end; `None` is open.
    pub high: Option<f64>,
    /// Normalised unit.
    pub unit: Option<String>,
    /// The unit's own words.
    pub unit_text: Option<String>,
    /// First day.
    pub date_low: Option<Date>,
    /// Last day.
    pub date_high: Option<Date>,
    /// The entity that is the answer.
    pub entity: Option<i64>,
    /// Normalised words, for kinds without numbers; the TIMEX3 value of a time.
    pub word: Option<String>,
    /// The question as this claim alone puts it; `None`: it answers none.
    pub question: Option<String>,
    /// What happened.
    pub predicate: Option<String>,
    /// What is asked for.
    pub head: Option<String>,
    /// Whom or what the question is about.
    pub about: Option<i64>,
    /// What narrows the question.
    pub terms: Vec<AnswerTerm>,
}

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The article's row.
    pub article_id: i64,
    /// The article by content: outlet and file.
    pub article: String,
    /// Who published it.
    pub outlet: String,
    /// When it was published.
    pub published: Option<Date>,
    /// Whether somebody told that day, so that "today" is sure; a day found in the text is not.
    pub dated: bool,
    /// The claim's row.
    pub claim_id: i64,
    /// The sentence's row.
    pub sentence_id: i64,
    /// First character of the value.
    pub start: i64,
    /// Whether it stands in the headline.
    pub headline: bool,
    /// The words of its sentence.
    pub sentence: String,
}

/// On whose word a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The source of the last hop.
    pub source_id: i64,
    /// Its name; `None` where the outlet speaks in its own words.
    pub name: Option<String>,
    /// The entity behind it.
    pub entity: Option<i64>,
    /// How well it is known; `None` at hop 0.
    pub anonymity: Option<Anonymity>,
    /// The sources of all its hops but the outlet.
    pub chain: Vec<i64>,
    /// How the claim is put.
    pub kind: ClaimKind,
    /// The origin's stance.
    pub polarity: Polarity,
    /// How real it is said to be.
    pub modality: Modality,
}

/// One word or entity that narrows a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerTerm {
    /// Its part: agent, patient, place, time, modifier, topic.
    pub role: String,
    /// The normalised word.
    pub word: String,
    /// The entity it names.
    pub entity: Option<i64>,
}

impl Answer {
    /// The terms of one part of the question.
    pub fn terms_of<'a>(&'a self, role: &'a str) -> impl Iterator<Item = &'a AnswerTerm> {
        self.terms.iter().filter(move |term| term.role == role)
    }

    /// The answer in one form, equal for equal answers: an interval, days, the name of an entity, or normalised words.
    /// `answer` holds the entity's name until then.
    #[must_use]
    pub fn normalised(&self) -> String {
        match self.kind {
            FactKind::Quantity | FactKind::Casualties | FactKind::Money | FactKind::Age => self.interval(),
            FactKind::Date => match (self.date_low, self.date_high) {
                (Some(low), Some(high)) if low == high => low.to_string(),
                (Some(low), Some(high)) => format!("{low} to {high}"),
                _ => self.word.clone().unwrap_or_else(|| self.plain()),
            },
            FactKind::QuoteWording => self.plain(),
            _ if !self.answer.is_empty() && self.entity.is_some() => self.answer.clone(),
            _ => self.word.clone().filter(|word| !word.is_empty()).unwrap_or_else(|| self.plain()),
        }
    }

    fn interval(&self) -> String {
        let unit = self.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        match (self.low, self.high) {
            (Some(low), Some(high)) if low.total_cmp(&high).is_eq() => format!("{low}{unit}"),
            (Some(low), Some(high)) => format!("{low} to {high}{unit}"),
            (Some(low), None) => format!("at least {low}{unit}"),
            (None, Some(high)) => format!("at most {high}{unit}"),
            (None, None) => self.plain(),
        }
    }

    /// The words in lower case, without marks.
    fn plain(&self) -> String {
        let words = self.text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        let words: Vec<_> =
            words.filter(|word| !word.is_empty()).map(|word| word.to_lowercase().replace('’', "'")).collect();
        words.join(" ")
    }

    /// Whether both stand in one article.
    #[must_use]
    pub fn same_article(&self, other: &Self) -> bool {
        self.place.article_id == other.place.article_id
    }

    /// Whether the claim speaks of what is so, not of what is planned, possible or wanted.
    #[must_use]
    pub const fn speaks_of_what_is(&self) -> bool {
        matches!(self.voice.modality, Modality::Asserted | Modality::Reported | Modality::Hedged)
    }
}

#[cfg(test)]
pub(crate) mod sample {
    //! The smallest answer, for tests of comparing.

    use super::*;

    /// An answer of an article, otherwise empty.
    pub fn answer(kind: FactKind, article: &str, text: &str) -> Answer {
        let place = Place {
            article_id: article.bytes().map(i64::from).sum(),
            article: article.into(),
            outlet: article.into(),
            published: None,
            dated: false,
            claim_id: article.bytes().chain(text.bytes()).fold(7, |sum, byte| sum * 31 % 100_003 + i64::from(byte)),
            sentence_id: article.bytes().chain(text.bytes()).fold(3, |sum, byte| sum * 31 % 100_003 + i64::from(byte)),
            start: 0,
            headline: false,
            sentence: text.into(),
        };
        let voice = Voice {
            source_id: 0,
            name: None,
            entity: None,
            anonymity: None,
            chain: Vec::new(),
            kind: ClaimKind::Narration,
            polarity: Polarity::Affirmed,
            modality: Modality::Asserted,
        };
        Answer {
            value_id: 0,
            key: format!("{article}:{text}"),
            place,
            voice,
            kind,
            attribute: None,
            text: text.into(),
            answer: text.to_lowercase(),
            approx: None,
            low: None,
            high: None,
            unit: None,
            unit_text: None,
            date_low: None,
            date_high: None,
            entity: None,
            word: Some(text.to_lowercase()),
            question: Some("?".into()),
            predicate: None,
            head: None,
            about: None,
            terms: Vec::new(),
        }
    }
}
