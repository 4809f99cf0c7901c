//! The words of attribution: what reports, what stands for a voice, what keeps silent, what hedges.
//!
//! It reads `data/lexicon/` and answers look-ups; what the words do in a sentence is the work of the rules.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::rows;
use crate::reading::kinds::{Anonymity, Modality, Polarity, SourceKind};
use crate::reading::names::gazetteer::{Known, gazetteer};

const REPORTING: &str = include_str!("../../../data/lexicon/reporting.tsv");
const ASPECTS: &str = include_str!("../../../data/lexicon/aspects.tsv");
const VOICES: &str = include_str!("../../../data/lexicon/voices.tsv");
const PHRASES: &str = include_str!("../../../data/lexicon/attribution_phrases.tsv");
const SILENCES: &str = include_str!("../../../data/lexicon/silences.tsv");
const COMMENT_WORDS: &str = include_str!("../../../data/lexicon/comment_words.tsv");
const TIMES: &str = include_str!("../../../data/lexicon/times.tsv");
const OUTLET_HEADS: &str = include_str!("../../../data/lexicon/outlet_heads.tsv");
const FINDINGS: &str = include_str!("../../../data/lexicon/findings.tsv");
const HEDGES: &str = include_str!("../../../data/lexicon/hedges.tsv");

/// What a reporting word takes: where its content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// A clause, with or without "that": "said it rained".
    Clause,
    /// A question: "asked whether it rained".
    Whether,
    /// Words in quotation marks: "he continued: “…”".
    Quote,
    /// A noun phrase that is itself what is put forward: "denounced the raid".
    Object,
    /// What the subject is to do: "vowed to leave".
    Infinitive,
    /// "denied taking it".
    Gerund,
    /// What somebody else is to do, with whom: "urged them to leave".
    Urge,
    /// An addressee before the content: "told them it rained".
    Tell,
    /// A noun phrase, of documents and data alone: "the survey showed support for it".
    Finding,
    /// What is negated with it is rejected: "does not believe that X".
    Raise,
    /// A name for something: "called it a raid".
    Naming,
    /// "described it as a raid".
    As,
    /// An object and what is said of it: "accused him of theft" (`of`), "blamed it on him" (`on`).
    ObjectAnd(&'static str),
    /// A preposition that belongs to the cue: "pointed to the raid" (`+to`; for nouns and adjectives without a plus).
    Preposition(&'static str),
}

/// What kind of word reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// "say"
    Verb,
    /// "claim"
    Noun,
    /// "confident"
    Adjective,
}

/// A reporting word.
#[derive(Debug)]
pub struct Entry {
    /// What it takes.
    pub frames: Vec<Frame>,
    /// Its subject's stance.
    pub polarity: Polarity,
    /// How real it makes its content.
    pub modality: Modality,
}

impl Entry {
    /// Whether it takes `frame`.
    pub fn takes(&self, frame: Frame) -> bool {
        self.frames.contains(&frame)
    }

    /// Whether it takes a clause of any kind.
    pub fn takes_clause(&self) -> bool {
        self.takes(Frame::Clause) || self.takes(Frame::Whether)
    }

    /// The prepositions of its object ("accuse X of").
    pub fn object_prepositions(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.frames.iter().filter_map(|frame| match frame {
            Frame::ObjectAnd(preposition) => Some(*preposition),
            _ => None,
        })
    }

    /// The prepositions that belong to it ("point to").
    pub fn prepositions(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.frames.iter().filter_map(|frame| match frame {
            Frame::Preposition(preposition) => Some(*preposition),
            _ => None,
        })
    }
}

/// A noun that stands for a voice.
#[derive(Debug, Clone, Copy)]
pub struct VoiceNoun {
    /// What the voice is.
    pub kind: SourceKind,
    /// How well one of them is known.
    pub anonymity: Anonymity,
}

/// A refusal or failure to answer.
#[derive(Debug, Clone, Copy)]
pub struct Silence {
    /// `comment`, `request` or `-`: the kind of word that must hang on it.
    pub complement: &'static str,
    /// `not`, `yet` or `-`: what must stand with it.
    pub needs: &'static str,
}

static ENTRIES: LazyLock<FxHashMap<(Class, &'static str), Entry>> =
    LazyLock::new(|| rows(REPORTING).filter_map(|cells| entry(&cells)).collect());

fn entry(cells: &[&'static str]) -> Option<((Class, &'static str), Entry)> {
    let &[lemma, class, frames, polarity, modality] = cells else { return None };
    let class = match class {
        "verb" => Class::Verb,
        "noun" => Class::Noun,
        "adjective" => Class::Adjective,
        _ => return None,
    };
    let frames = frames.split(' ').map(|word| frame(class, word)).collect::<Option<Vec<_>>>()?;
    let (polarity, modality) = (polarity.parse().ok()?, modality.parse().ok()?);
    Some(((class, lemma), Entry { frames, polarity, modality }))
}

fn frame(class: Class, word: &'static str) -> Option<Frame> {
    Some(match word {
        "clause" => Frame::Clause,
        "whether" => Frame::Whether,
        "quote" => Frame::Quote,
        "object" => Frame::Object,
        "infinitive" => Frame::Infinitive,
        "gerund" => Frame::Gerund,
        "urge" => Frame::Urge,
        "tell" => Frame::Tell,
        "naming" => Frame::Naming,
        "finding" => Frame::Finding,
        "raise" => Frame::Raise,
        _ => match (word.strip_prefix('+'), class, word) {
            (Some(preposition), ..) => Frame::Preposition(preposition),
            (_, Class::Verb, "as") => Frame::As,
            (_, Class::Verb, "of" | "on" | "for" | "with" | "to" | "against" | "at") => Frame::ObjectAnd(word),
            (_, Class::Verb, _) => return None,
            _ => Frame::Preposition(word),
        },
    })
}

/// Verbs above another verb that say that it is so ("continued", "went on"), by lemma or lemma and next word.
static CARRYING: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(ASPECTS).filter(|row| row[1] == "yes").map(|row| row[0]).collect());

/// Whether a verb says of the infinitive below it that it was done: "went on to say", "continued to say".
pub fn carries_on(lemma: &str, next: &str) -> bool {
    CARRYING.contains(lemma) || CARRYING.contains(format!("{lemma} {next}").as_str())
}

static VOICE_NOUNS: LazyLock<FxHashMap<&'static str, VoiceNoun>> = LazyLock::new(|| {
    let voice = |cells: &[&'static str]| {
        let &[noun, kind, anonymity] = cells else { return None };
        Some((noun, VoiceNoun { kind: kind.parse().ok()?, anonymity: anonymity.parse().ok()? }))
    };
    rows(VOICES).filter_map(|cells| voice(&cells)).collect()
});

static SILENCE_HEADS: LazyLock<FxHashMap<&'static str, Vec<Silence>>> = LazyLock::new(|| {
    let mut heads: FxHashMap<&'static str, Vec<Silence>> = FxHashMap::default();
    for cells in rows(SILENCES) {
        if let &[head, complement, needs] = cells.as_slice() {
            heads.entry(head).or_default().push(Silence { complement, needs });
        }
    }
    heads
});

static COMMENTING: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(COMMENT_WORDS).filter_map(|cells| Some((*cells.first()?, *cells.get(1)?))).collect());

/// Phrases by their first word, the longest first.
type Phrases = FxHashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>>;

fn phrases(table: &'static str, default_role: &'static str) -> Phrases {
    let mut found = Phrases::default();
    for cells in rows(table) {
        let Some(words) = cells.first().map(|phrase| phrase.split(' ').collect::<Vec<_>>()) else { continue };
        let role = cells.get(1).copied().unwrap_or(default_role);
        found.entry(words[0]).or_default().push((words, role));
    }
    for list in found.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    found
}

static ATTRIBUTION_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(PHRASES, ""));
static HEDGE_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(HEDGES, "hedge"));

/// The reporting word of a class with this lemma.
pub fn reporting(class: Class, lemma: &str) -> Option<&'static Entry> {
    // The map's keys are 'static only because the table is; a look-up by any string is fine.
    static KEYS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| ENTRIES.keys().map(|key| key.1).collect());
    ENTRIES.get(&(class, *KEYS.get(lemma)?))
}

/// The voice that a noun (its lemma, in lower case) stands for.
pub fn voice_noun(lemma: &str) -> Option<VoiceNoun> {
    VOICE_NOUNS.get(lemma).copied()
}

static TIME_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let days = |cells: &Vec<&str>| cells[1] == "weekday" || cells[1] == "part";
    rows(TIMES).filter(days).map(|cells| cells[0]).collect()
});

/// Whether a word (in lower case) names a day or a part of one: "wednesday", "evening".
pub fn time_word(word: &str) -> bool {
    TIME_WORDS.contains(word)
}

/// In which other sense a verb reports: `show`, `find`, `grasp` (`data/lexicon/findings.tsv`).
pub fn other_sense(lemma: &str) -> Option<&'static str> {
    OTHER_SENSES.get(lemma).copied()
}

static OTHER_SENSES: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(FINDINGS).map(|row| (row[0], row[1])).collect());

/// Whether a word (in lower case) ends names of newspapers: "tribune".
pub fn outlet_head(word: &str) -> bool {
    OUTLETS.contains(word)
}

static OUTLETS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| rows(OUTLET_HEADS).map(|row| row[0]).collect());

/// What kind of medium a name is, with or without its article: a listed one, or a name that ends as a newspaper's does.
pub fn medium(name: &str) -> Option<SourceKind> {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    match gazetteer().known(name) {
        Some(Known::Medium(medium)) => Some(medium.kind),
        Some(_) => None,
        None => {
            let (before, last) = name.rsplit_once(' ')?;
            let capitals = before.split(' ').all(|word| word.starts_with(char::is_uppercase));
            let headed = last.starts_with(char::is_uppercase) && outlet_head(&last.to_lowercase());
            (capitals && headed).then_some(SourceKind::Outlet)
        }
    }
}

/// The voice that a noun stands for with the noun or adjective before it, or alone: "court papers" are no newspaper.
pub fn voice_noun_after(before: Option<&str>, lemma: &str) -> Option<VoiceNoun> {
    before.and_then(|before| voice_noun(&format!("{before} {lemma}"))).or_else(|| voice_noun(lemma))
}

/// The silences that a word can be the head of.
pub fn silences(lemma: &str) -> &'static [Silence] {
    SILENCE_HEADS.get(lemma).map_or(&[], Vec::as_slice)
}

/// Whether a word is one of commenting (`comment`) or of asking for comment (`request`).
pub fn comment_word(lemma: &str) -> Option<&'static str> {
    COMMENTING.get(lemma).copied()
}

/// The longest phrase of attribution that starts with the first of `words` (lower case): its length and role.
pub fn attribution_phrase<'w>(words: impl Fn(usize) -> Option<&'w str>) -> Option<(usize, &'static str)> {
    phrase_at(&ATTRIBUTION_PHRASES, words)
}

/// The longest hedge that starts with the first of `words` (lower case): its length.
pub fn hedge<'w>(words: impl Fn(usize) -> Option<&'w str>) -> Option<usize> {
    phrase_at(&HEDGE_PHRASES, words).map(|(length, _)| length)
}

fn phrase_at<'w>(phrases: &'static Phrases, words: impl Fn(usize) -> Option<&'w str>) -> Option<(usize, &'static str)> {
    let candidates = phrases.get(words(0)?)?;
    let fits = |phrase: &[&str]| phrase.iter().enumerate().all(|(at, word)| words(at) == Some(*word));
    candidates.iter().find(|(phrase, _)| fits(phrase)).map(|(phrase, role)| (phrase.len(), *role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::check;

    #[test]
    fn every_list_is_sound() {
        for (name, table) in [
            ("reporting", REPORTING),
            ("voices", VOICES),
            ("outlet_heads", OUTLET_HEADS),
            ("findings", FINDINGS),
            ("attribution_phrases", PHRASES),
            ("silences", SILENCES),
            ("comment_words", COMMENT_WORDS),
            ("hedges", HEDGES),
        ] {
            assert_eq!(check(table), Ok(()), "{name}.tsv");
        }
        assert_eq!(rows(REPORTING).count(), ENTRIES.len(), "a row of reporting.tsv has an unknown word");
        assert_eq!(rows(VOICES).count(), VOICE_NOUNS.len(), "a row of voices.tsv has an unknown word");
    }

    #[test]
    fn a_word_is_found_with_its_frames() {
        let accuse = reporting(Class::Verb, "accuse").unwrap();
        assert_eq!(accuse.object_prepositions().collect::<Vec<_>>(), ["of"]);
        assert!(reporting(Class::Verb, "point out").unwrap().takes(Frame::Clause));
        assert!(reporting(Class::Verb, "eat").is_none());
    }

    #[test]
    fn the_longest_phrase_wins() {
        let words = ["in", "a", "statement", "on"];
        assert_eq!(attribution_phrase(|at| words.get(at).copied()), Some((3, "medium")));
        assert_eq!(attribution_phrase(|at| ["in", "June"].get(at).copied()), None);
    }
}
