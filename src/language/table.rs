//! Hashed tables of small weights: the linear models behind tags, trees and names.
//!
//! A row of a table belongs to one feature and holds one weight for each class and, as its last byte, a check of the
//! feature. The hash of a feature chooses a pair of rows, of which one or none is its own; a feature without a row knows nothing. Nothing
//! is unpacked or copied: the rows are the bytes of the program.

/// Rows of `W` bytes, a power of two of them: the weights of `W - 1` classes and a check.
#[derive(Debug, Clone, Copy)]
pub struct Table<const W: usize> {
    rows: &'static [[i8; W]],
    shift: u32,
}

impl<const W: usize> Table<W> {
    /// The table over `bytes`; too few of them make an empty one, which knows nothing and scores zero.
    pub fn new(bytes: &'static [u8]) -> Self {
        let (all, _) = bytemuck::cast_slice::<u8, i8>(bytes).as_chunks::<W>();
        let bits = all.len().checked_ilog2().unwrap_or(0);
        Self { rows: &all[..all.len().min(1 << bits)], shift: 32 - bits }
    }

    /// Adds the weights of every feature that owns a row to `scores`; the last one stays meaningless.
    #[inline]
    pub fn score(&self, features: &[u32], scores: &mut [i16; W]) {
        let pairs = self.rows.as_chunks::<2>().0;
        for &feature in features {
            let Some([one, other]) = pairs.get(row_of(feature, self.shift) / 2) else { continue };
            let check = check_of(feature);
            if let Some(row) = [one, other].into_iter().find(|row| row[W - 1] == check) {
                for (score, &weight) in scores.iter_mut().zip(row) {
                    *score = score.wrapping_add(i16::from(weight));
                }
            }
        }
    }
}

/// What the last byte of a row must be for a feature to own it; never 0, which a row without owner has.
#[inline]
pub const fn check_of(feature: u32) -> i8 {
    let check = feature as i8;
    if check == 0 { 1 } else { check }
}

/// The row of a feature in a table of `2^(32 - shift)` rows.
#[inline]
pub fn row_of(feature: u32, shift: u32) -> usize {
    feature.checked_shr(shift).unwrap_or(0) as usize
}

/// The best class, the first among equals.
#[inline]
pub fn best(scores: &[i16]) -> usize {
    let mut best = 0;
    for (class, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = class;
        }
    }
    best
}

/// One number for a feature: its template and up to three values.
#[inline]
pub const fn feature(template: u32, a: u32, b: u32, c: u32) -> u32 {
    let mixed = (((a as u64) << 32) | b as u64) ^ (c as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (template as u64).wrapping_mul(0xD6E8_FEB8_6659_FD93)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    (mixed >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_rows_scores_nothing() {
        let mut scores = [0; 4];
        Table::<4>::new(&[]).score(&[1, 2, 3], &mut scores);
        assert_eq!(scores, [0; 4]);
    }

    #[test]
    fn a_feature_adds_the_weights_of_its_row() {
        static BYTES: [u8; 8] = [1, 2, 0xFF, 7, 10, 20, 30, 9];
        let mut scores = [0; 4];
        // The first owns row 0, the second row 1 from its neighbour, the third none.
        Table::<4>::new(&BYTES).score(&[7, 9, 0x8000_0001], &mut scores);
        assert_eq!(scores[..3], [11, 22, 29]);
        assert_eq!(best(&scores[..3]), 2);
    }
}
