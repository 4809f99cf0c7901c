//! Which word lists hold a word or a phrase: hints for finding names.
//!
//! A static hash table without a start-up cost, drawn by `train` from the lists of `data/lexicon/`.

use super::words::Word;

/// The lists, one bit each; which bit is which list is only for training to know.
pub type ListMask = u16;

/// Phrases are followed up to this many words.
pub const LONGEST_PHRASE: usize = 6;

/// Words and phrases with their lists.
#[derive(Debug, Clone, Copy)]
pub struct Lists {
    slots: &'static [u32],
}

impl Lists {
    /// The table over `bytes`; anything but a power of two of slots is an empty one.
    pub fn new(bytes: &'static [u8]) -> Self {
        let slots: &[u32] = bytemuck::try_cast_slice(bytes).unwrap_or_default();
        Self { slots: if slots.len().is_power_of_two() { slots } else { &[] } }
    }

    /// The lists that hold the phrase with this number.
    #[inline]
    pub fn of(&self, phrase: u64) -> ListMask {
        if self.slots.is_empty() {
            return 0;
        }
        let mark = mark(phrase);
        let mut at = home(phrase, self.slots.len());
        loop {
            match self.slots[at] {
                0 => return 0,
                slot if slot >> 16 == mark => return slot as ListMask,
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }
}

/// The number of a phrase with one more word; 0 is the phrase without words.
#[inline]
pub const fn longer(phrase: u64, word: u64) -> u64 {
    if phrase == 0 {
        return word;
    }
    let mixed = (phrase.rotate_left(27) ^ word).wrapping_mul(0x9FB2_1C65_1E98_DF25);
    mixed ^ (mixed >> 29)
}

/// What the lists tell of each word of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Listed {
    /// Lists that hold the word alone.
    pub alone: ListMask,
    /// Lists that hold the longest phrase around it, with 1 in the highest bit where the phrase began earlier.
    pub phrase: u32,
}

/// Looks up all words and phrases.
pub fn listed(lists: Lists, words: &[Word]) -> Vec<Listed> {
    let mut found = vec![Listed::default(); words.len()];
    let mut covered = 0;
    for (at, word) in words.iter().enumerate() {
        found[at].alone = lists.of(word.spelling);
        if !word.has_capital() || at < covered {
            continue;
        }
        let mut phrase = 0;
        for (size, next) in words[at..].iter().take(LONGEST_PHRASE).enumerate() {
            phrase = longer(phrase, next.spelling);
            let mask = lists.of(phrase);
            if size > 0 && mask != 0 {
                covered = at + size + 1;
                for (inside, listed) in found[at..covered].iter_mut().enumerate() {
                    listed.phrase = u32::from(mask) | (u32::from(inside > 0) << 31);
                }
            }
        }
    }
    found
}

fn home(phrase: u64, slots: usize) -> usize {
    (phrase as usize) & (slots - 1)
}

fn mark(phrase: u64) -> u32 {
    ((phrase >> 48) as u32).max(1)
}

/// The bytes of a table of `1 << bits` slots; the lists of one phrase add up.
#[cfg(any(test, feature = "train"))]
pub fn table(bits: u32, phrases: &[(u64, ListMask)]) -> Vec<u8> {
    let mut slots = vec![0_u32; 1 << bits];
    for &(phrase, mask) in phrases {
        let mut at = home(phrase, slots.len());
        while slots[at] != 0 && slots[at] >> 16 != mark(phrase) {
            at = (at + 1) & (slots.len() - 1);
        }
        slots[at] |= (mark(phrase) << 16) | u32::from(mask);
    }
    slots.iter().flat_map(|slot| slot.to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::clusters::Clusters;
    use super::*;

    const CITY: ListMask = 1;
    const LAND: ListMask = 2;
    const THING: ListMask = 4;

    #[test]
    fn the_longest_phrase_is_found() {
        let words: Vec<Word> =
            ["North", "Lagos", "River", "is", "wide"].map(|word| Word::new(word, Clusters::new(&[]))).to_vec();
        let number = |words: &[Word]| words.iter().fold(0, |phrase, word| longer(phrase, word.spelling));
        let bytes =
            table(4, &[(number(&words[1..2]), CITY), (number(&words[..2]), LAND), (number(&words[..3]), THING)]);
        let slots: Vec<u32> =
            bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect();
        let found = listed(Lists::new(bytemuck::cast_slice(slots.leak())), &words);
        assert_eq!(found[1], Listed { alone: CITY, phrase: u32::from(THING) | 1 << 31 });
        assert_eq!(found[0], Listed { alone: 0, phrase: u32::from(THING) });
        assert_eq!(found[3], Listed::default());
    }
}
