//! Learning word classes.

use crate::language::words::Word;
use crate::language::{
    Clusters,
    table::{Table, best},
    tagger::{NO_TAG, Sight, TAG_FEATURES, TAG_ROOM, tag, tag_features},
};

use super::corpus::{Sentence, Treebank};
use super::random::Random;
use super::weights::Learner;

/// The joint tags of the treebanks, in the order of their spelling.
pub struct TagSet {
    tags: Vec<(String, String)>,
}

impl TagSet {
    /// Those that are seen more than twice, up to the room there is.
    pub fn of(bank: &Treebank) -> Self {
        let mut all: Vec<_> = bank.sentences.iter().flat_map(|sentence| &sentence.words).map(names).collect();
        all.sort();
        let mut counted: Vec<_> = all.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0].clone())).collect();
        counted.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let mut tags: Vec<_> =
            counted.into_iter().filter(|(count, _)| *count > 2).take(TAG_ROOM).map(|(_, tag)| tag).collect();
        tags.sort();
        Self { tags }
    }

    /// The list as the program reads it.
    pub fn list(&self) -> String {
        let mut list =
            String::from("# Joint tags that the tagger knows, drawn from the treebanks by `train`.\nxpos\tupos\n");
        for (xpos, upos) in &self.tags {
            list.extend([xpos.as_str(), "\t", upos.as_str(), "\n"]);
        }
        list
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// Penn tag and universal class of a joint tag.
    pub fn get(&self, tag: usize) -> (&str, &str) {
        self.tags.get(tag).map_or(("", ""), |(xpos, upos)| (xpos, upos))
    }

    /// The joint tags of a sentence; a rare one is taken for another with the same Penn tag.
    pub fn gold(&self, sentence: &Sentence) -> Vec<u8> {
        let find = |word| {
            let wanted = names(word);
            let exact = self.tags.binary_search(&wanted).ok();
            exact.or_else(|| self.tags.iter().position(|tag| tag.0 == wanted.0)).unwrap_or(0) as u8
        };
        sentence.words.iter().map(find).collect()
    }
}

fn names(word: &super::corpus::GoldWord) -> (String, String) {
    (word.xpos.clone(), word.upos.as_str().to_owned())
}

/// How tags are learnt.
pub struct Tagging<'t> {
    /// The tags to learn.
    pub tagset: &'t TagSet,
    /// Brown clusters.
    pub clusters: Clusters,
    /// Rows as a power of two.
    pub bits: u32,
    /// Rounds over the data.
    pub rounds: usize,
    /// By how much the right tag must win.
    pub margin: i32,
}

/// A trained tagger.
#[derive(Clone, Copy)]
pub struct Tagger {
    bytes: &'static [u8],
}

impl Tagger {
    /// Its weights.
    pub fn bytes(self) -> &'static [u8] {
        self.bytes
    }
}

impl Tagging<'_> {
    /// The words of a sentence as the models see them.
    pub fn words(sentence: &Sentence, clusters: Clusters) -> Vec<Word> {
        sentence.words.iter().map(|word| Word::new(&word.form, clusters)).collect()
    }

    /// Learns from all sentences.
    pub fn train(&self, sentences: &[Sentence]) -> Tagger {
        self.train_on(&sentences.iter().collect::<Vec<_>>())
    }

    fn train_on(&self, sentences: &[&Sentence]) -> Tagger {
        let mut data: Vec<(Vec<Word>, Vec<u8>)> = sentences
            .iter()
            .map(|sentence| (Self::words(sentence, self.clusters), self.tagset.gold(sentence)))
            .collect();
        let mut random = Random::new(1);
        let mut learner = Learner::<TAG_ROOM>::new(self.bits, features(&data));
        for round in 0..self.rounds {
            random.shuffle(&mut data);
            let (mut right, mut all) = (0, 0);
            for (words, gold) in &data {
                right += self.learn(&mut learner, words, gold);
                all += words.len();
            }
            eprintln!("tags, round {round}: {:.2} % right while learning", 100.0 * right as f64 / all as f64);
        }
        Tagger { bytes: learner.bytes().leak() }
    }

    fn learn(&self, learner: &mut Learner<TAG_ROOM>, words: &[Word], gold: &[u8]) -> usize {
        let sight = Sight::new(words);
        let (mut before, mut second_before) = (NO_TAG, NO_TAG);
        let mut right = 0;
        for (at, &gold) in gold.iter().enumerate() {
            let features: [u32; TAG_FEATURES] = tag_features(&sight, at, before, second_before);
            let scores = learner.scores(&features);
            let mut chosen = 0;
            for class in 1..self.tagset.len() {
                if scores[class] > scores[chosen] {
                    chosen = class;
                }
            }
            learner.tick();
            if let Some(rival) =
                Learner::<TAG_ROOM>::rival(&scores[..self.tagset.len()], usize::from(gold), self.margin)
            {
                learner.update(&features, usize::from(gold), rival);
            }
            right += usize::from(chosen == usize::from(gold));
            (second_before, before) = (before, chosen as u32);
        }
        right
    }

    /// Tags every sentence.
    pub fn tag_all(&self, tagger: &Tagger, sentences: &[Sentence]) -> Vec<Vec<u8>> {
        let table = Table::<TAG_ROOM>::new(tagger.bytes);
        let _ = best(&[0]);
        sentences.iter().map(|sentence| tag(&table, &Self::words(sentence, self.clusters), self.tagset.len())).collect()
    }

    /// Tags every sentence by a tagger that has not seen its part of the data, as the parser will meet them.
    pub fn jackknife(&self, sentences: &[Sentence], parts: usize) -> Vec<Vec<u8>> {
        // Copies of a sentence follow it: parts are long stretches.
        let size = sentences.len().div_ceil(parts * 8);
        let part_of = |at: usize| (at / size.max(1)) % parts;
        let mut tagged = vec![Vec::new(); sentences.len()];
        for part in 0..parts {
            let seen: Vec<&Sentence> =
                sentences.iter().enumerate().filter(|&(at, _)| part_of(at) != part).map(|(_, one)| one).collect();
            let quick = Tagging { rounds: self.rounds.min(4), ..*self };
            let table = Table::<TAG_ROOM>::new(quick.train_on(&seen).bytes);
            for (at, sentence) in sentences.iter().enumerate().filter(|&(at, _)| part_of(at) == part) {
                tagged[at] = tag(&table, &Self::words(sentence, self.clusters), self.tagset.len());
            }
        }
        tagged
    }
}

/// Every feature of every word, the tags before it being right.
fn features(data: &[(Vec<Word>, Vec<u8>)]) -> Vec<u32> {
    let mut all = Vec::new();
    for (words, gold) in data {
        let sight = Sight::new(words);
        let tag = |at: usize| gold.get(at).map_or(NO_TAG, |&tag| u32::from(tag));
        for at in 0..words.len() {
            all.extend(tag_features(&sight, at, tag(at.wrapping_sub(1)), tag(at.wrapping_sub(2))));
        }
    }
    all
}
