//! Brown clusters: words that stand in like places of text share the first bits of a code.
//!
//! A static hash table without a start-up cost; a word that is not there has code 0.

/// How a word of 32 bits in the table is laid out: which word it is, and which code it has.
const CODE_BITS: u32 = 10;
/// As many codes stand before the table.
pub const CODES: usize = 1 << CODE_BITS;

/// The codes of some 190,000 spellings.
#[derive(Debug, Clone, Copy)]
pub struct Clusters {
    codes: &'static [u32],
    slots: &'static [u32],
}

impl Clusters {
    /// The table over `bytes`: the codes, then a power of two of slots. Anything else is an empty table.
    pub fn new(bytes: &'static [u8]) -> Self {
        let words: &[u32] = bytemuck::try_cast_slice(bytes).unwrap_or_default();
        let (codes, slots) = words.split_at_checked(CODES).unwrap_or_default();
        if slots.len().is_power_of_two() { Self { codes, slots } } else { Self { codes: &[], slots: &[] } }
    }

    /// The code of the spelling with this hash: its first bits are the lowest ones; 0 for an unknown one.
    #[inline]
    pub fn code(&self, spelling: u64) -> u32 {
        if self.slots.is_empty() {
            return 0;
        }
        let mark = mark(spelling);
        let mut at = home(spelling, self.slots.len());
        loop {
            match self.slots[at] {
                0 => return 0,
                slot if slot >> CODE_BITS == mark => return self.codes[(slot as usize) & (CODES - 1)],
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }
}

/// Where the search for a spelling starts.
fn home(spelling: u64, slots: usize) -> usize {
    (spelling as usize) & (slots - 1)
}

/// Which spelling a slot holds, never 0.
fn mark(spelling: u64) -> u32 {
    ((spelling >> 42) as u32).max(1)
}

/// The bytes of a table of `1 << bits` slots for these spellings with their codes; the first of equal marks wins.
#[cfg(any(test, feature = "train"))]
pub fn table(bits: u32, spellings: &[(u64, u32)]) -> Vec<u8> {
    let mut codes: Vec<u32> = spellings.iter().map(|&(_, code)| code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.truncate(CODES);
    let mut slots = vec![0_u32; 1 << bits];
    for &(spelling, code) in spellings {
        let Ok(index) = codes.binary_search(&code) else { continue };
        let mut at = home(spelling, slots.len());
        while slots[at] != 0 && slots[at] >> CODE_BITS != mark(spelling) {
            at = (at + 1) & (slots.len() - 1);
        }
        if slots[at] == 0 {
            slots[at] = (mark(spelling) << CODE_BITS) | index as u32;
        }
    }
    codes.resize(CODES, 0);
    codes.iter().chain(&slots).flat_map(|word| word.to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_has_its_code_and_others_have_none() {
        let spellings: Vec<(u64, u32)> =
            (1..100).map(|n: u64| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15), n as u32 % 7 + 1)).collect();
        let words: Vec<u32> = table(8, &spellings)
            .chunks_exact(4)
            .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
            .collect();
        let clusters = Clusters::new(bytemuck::cast_slice(words.leak()));
        for (spelling, code) in spellings {
            assert_eq!(clusters.code(spelling), code);
        }
        assert_eq!(clusters.code(12345), 0);
        assert_eq!(Clusters::new(&[1, 2, 3]).code(12345), 0);
    }
}
