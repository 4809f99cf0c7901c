//! What a model sees of a word: numbers for its spelling, ends, shape and cluster.
//!
//! Digits count as one digit, and the many marks for one thing (quotes, dashes) as one mark.

use super::clusters::Clusters;

/// A word as numbers; equal words have equal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Word {
    /// The spelling as it is, but a word in capitals as a name: "LAGOS" as "Lagos".
    pub spelling: u64,
    /// The lower-case spelling.
    pub form: u32,
    /// The last one to four characters of it.
    pub ends: [u32; 4],
    /// The first one to three characters of it.
    pub starts: [u32; 3],
    /// Capitals, digits and marks, runs shortened.
    pub shape: u32,
    /// The whole cluster code, 0 if unknown.
    pub cluster: u32,
    /// How the word is written.
    pub case: Case,
}

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Case {
    /// No letter at all.
    #[default]
    None,
    /// Lower-case letters only.
    Lower,
    /// One capital, at the start.
    Title,
    /// More than one letter, all capitals.
    Upper,
    /// Anything else.
    Mixed,
}

impl Word {
    /// The numbers of `word`.
    pub fn new(word: &str, clusters: Clusters) -> Self {
        let mut lower: [char; 64] = ['\0'; 64];
        let mut count = 0;
        let mut exact = Hasher::new();
        let mut folded = Hasher::new();
        let mut shape = Hasher::new();
        let mut last_shape = '\0';
        let (mut capitals, mut small, mut first_is_capital) = (0_usize, 0_usize, false);
        for (at, read) in word.chars().enumerate() {
            let read = canonical(read);
            exact.add(read);
            let small_one = if read.is_ascii() { read.to_ascii_lowercase() } else { lower_case(read) };
            let kind = if small_one != read {
                capitals += 1;
                first_is_capital |= at == 0;
                'X'
            } else if read.is_alphabetic() {
                small += 1;
                'x'
            } else if read.is_numeric() {
                'd'
            } else {
                read
            };
            if kind != last_shape {
                shape.add(kind);
                last_shape = kind;
            }
            let seen = if kind == 'd' { '0' } else { small_one };
            folded.add(seen);
            if count < lower.len() {
                lower[count] = seen;
                count += 1;
            }
        }
        let case = match (capitals, small) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (1, _) if first_is_capital => Case::Title,
            (_, 0) => Case::Upper,
            _ => Case::Mixed,
        };
        let lower = &lower[..count];
        let mut cluster = clusters.code(exact.long());
        if cluster == 0 && capitals > 0 {
            cluster = Self::cluster_of_other_case(lower, case, clusters);
        }
        let spelling = if case == Case::Upper && capitals > 4 { titled(lower) } else { exact.long() };
        let mut ends = [0; 4];
        for (size, end) in ends.iter_mut().enumerate() {
            *end = hash(lower.iter().rev().take(size + 1));
        }
        let mut starts = [0; 3];
        for (size, start) in starts.iter_mut().enumerate() {
            *start = hash(lower.iter().take(size + 1));
        }
        Self { spelling, form: folded.short(), ends, starts, shape: shape.short(), cluster, case }
    }

    /// A word in capitals is looked up as a name, then in lower case.
    fn cluster_of_other_case(lower: &[char], case: Case, clusters: Clusters) -> u32 {
        let mut small = Hasher::new();
        for &letter in lower {
            small.add(letter);
        }
        let code = clusters.code(small.long());
        if code != 0 || case == Case::Title {
            return code;
        }
        clusters.code(titled(lower))
    }

    /// Whether a capital is in it.
    #[inline]
    pub const fn has_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper | Case::Mixed)
    }

    /// The first bits of the cluster code.
    #[inline]
    pub const fn cluster_start(&self, bits: u32) -> u32 {
        self.cluster & ((1 << bits) - 1)
    }
}

/// The number of a spelling with a capital at its start.
fn titled(lower: &[char]) -> u64 {
    let mut title = Hasher::new();
    for (at, &letter) in lower.iter().enumerate() {
        title.add(if at == 0 { letter.to_ascii_uppercase() } else { letter });
    }
    title.long()
}

/// The number of a spelling in the table of clusters.
#[cfg(feature = "train")]
pub fn spelling(word: &str) -> u64 {
    let mut hasher = Hasher::new();
    word.chars().for_each(|read| hasher.add(canonical(read)));
    hasher.long()
}

/// One mark for the many ways to print it.
const fn canonical(read: char) -> char {
    match read {
        '’' | '´' => '\'',
        '–' | '—' | '‒' | '―' => '—',
        other => other,
    }
}

fn lower_case(read: char) -> char {
    read.to_lowercase().next().unwrap_or(read)
}

fn hash<'c>(letters: impl Iterator<Item = &'c char>) -> u32 {
    let mut hasher = Hasher::new();
    letters.for_each(|&letter| hasher.add(letter));
    hasher.short()
}

/// A running hash of characters.
#[derive(Clone, Copy)]
struct Hasher(u64);

impl Hasher {
    const fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    #[inline]
    fn add(&mut self, read: char) {
        self.0 = (self.0 ^ u64::from(u32::from(read))).wrapping_mul(0x9FB2_1C65_1E98_DF25).rotate_left(23);
    }

    fn long(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        mixed ^ (mixed >> 31)
    }

    fn short(self) -> u32 {
        (self.long() >> 16) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        Word::new(text, Clusters::new(&[]))
    }

    #[test]
    fn case_and_digits_do_not_change_the_form() {
        assert_eq!(word("Report").form, word("REPORT").form);
        assert_eq!(word("1997").form, word("2019").form);
        assert_ne!(word("Report").form, word("Reports").form);
        assert_ne!(word("Report").shape, word("REPORT1").shape);
        assert_eq!(word("n’t"), word("n't"));
    }

    #[test]
    fn the_case_of_a_word_is_told() {
        for (text, case) in [
            ("the", Case::Lower),
            ("Lagos", Case::Title),
            ("UN", Case::Upper),
            ("McKay", Case::Mixed),
            ("1997", Case::None),
            ("", Case::None),
        ] {
            assert_eq!(word(text).case, case, "{text}");
        }
    }
}
