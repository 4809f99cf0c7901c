//! What a text as a whole tells of its words: in which names a first pass found each of them.
//!
//! "Reed" in one sentence is a person because "Maria Reed" in another one is.

use rustc_hash::FxHashMap;

use super::tree::NameTag;
use super::words::Word;

/// How often each word with a capital stood in names of each kind.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    tallies: FxHashMap<u64, Tally>,
}

/// Counts of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    /// In names of several words, by kind.
    long: [u16; 4],
    /// As a whole name, by kind.
    alone: [u16; 4],
    /// As the first word of a longer name, and as its last word.
    ends: [u16; 2],
    /// In no name.
    outside: u16,
}

/// What the memory tells of a word, in few numbers; all 0 without one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recollection {
    /// The most frequent kind of the longer names with it, from 1.
    pub long: u32,
    /// The most frequent kind of the names that it is alone, from 1.
    pub alone: u32,
    /// Whether it mostly ends longer names (2), mostly begins them (1), or neither.
    pub end: u32,
    /// How often it is in no name: 0, 1 or 2 for more.
    pub outside: u32,
    /// How often it is there at all, in steps.
    pub often: u32,
}

impl Recollection {
    /// All of it as one number.
    pub const fn whole(self) -> u32 {
        self.long | (self.alone << 3) | (self.end << 6) | (self.outside << 8) | (self.often << 10) | (1 << 31)
    }

    /// Only the kinds.
    pub const fn kinds(self) -> u32 {
        self.long | (self.alone << 3) | (1 << 31)
    }
}

impl Memory {
    /// Adds a sentence of the first pass.
    pub fn add(&mut self, words: &[Word], names: &[NameTag]) {
        for (at, (word, &name)) in words.iter().zip(names).enumerate() {
            if !word.has_capital() {
                continue;
            }
            let goes_on = matches!(names.get(at + 1), Some(NameTag::Inside(_)));
            let tally = self.tallies.entry(word.spelling).or_default();
            match name {
                NameTag::Outside => count(&mut tally.outside),
                NameTag::Begin(kind) if !goes_on => count(&mut tally.alone[kind as usize]),
                NameTag::Begin(kind) => {
                    count(&mut tally.long[kind as usize]);
                    count(&mut tally.ends[0]);
                }
                NameTag::Inside(kind) => {
                    count(&mut tally.long[kind as usize]);
                    if !goes_on {
                        count(&mut tally.ends[1]);
                    }
                }
            }
        }
    }

    /// What there is to tell of a word.
    pub fn of(&self, word: &Word) -> Recollection {
        let Some(tally) = self.tallies.get(&word.spelling).filter(|_| word.has_capital()) else {
            return Recollection::default();
        };
        let all: u32 =
            tally.long.iter().chain(&tally.alone).chain([&tally.outside]).map(|&count| u32::from(count)).sum();
        Recollection {
            long: most(tally.long),
            alone: most(tally.alone),
            end: match tally.ends {
                [0, 0] => 0,
                [first, last] if first > last => 1,
                _ => 2,
            },
            outside: u32::from(tally.outside.min(2)),
            often: match all {
                0..=2 => all,
                3..=5 => 3,
                _ => 4,
            },
        }
    }
}

/// One more, up to a count that says enough.
fn count(counter: &mut u16) {
    *counter = counter.saturating_add(1);
}

/// The kind with the highest count, from 1; 0 without any.
fn most(counts: [u16; 4]) -> u32 {
    let best = counts.iter().copied().enumerate().reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|&(_, count)| count > 0).map_or(0, |(kind, _)| kind as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::super::clusters::Clusters;
    use super::super::tree::NameKind;
    use super::*;

    #[test]
    fn a_word_may_come_ever_so_often() {
        let word = Word::new("He", Clusters::new(&[]));
        let mut memory = Memory::default();
        for _ in 0..3 {
            memory.add(&vec![word; 40_000], &vec![NameTag::Outside; 40_000]);
        }
        assert_eq!(memory.of(&word).often, 4);
    }

    #[test]
    fn a_surname_is_known_from_the_full_name() {
        let words =
            |text: &str| -> Vec<Word> { text.split(' ').map(|word| Word::new(word, Clusters::new(&[]))).collect() };
        let mut memory = Memory::default();
        let person = NameKind::Person;
        memory.add(&words("Maria Reed spoke"), &[NameTag::Begin(person), NameTag::Inside(person), NameTag::Outside]);
        let reed = memory.of(&words("Reed")[0]);
        assert_eq!((reed.long, reed.alone, reed.end, reed.outside), (1, 0, 2, 0));
        assert_eq!(memory.of(&words("spoke")[0]), Recollection::default());
    }
}
