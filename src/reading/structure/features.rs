//! What a block looks like, apart from where it stands: its length, its letters, its marks.

use super::boilerplate::{Boilerplate, boilerplate};

/// The looks of one block.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Features {
    /// White-space separated words.
    pub words: usize,
    /// Whether it ends as a sentence does.
    pub ends: bool,
    /// How many of its words begin with a small letter, of those that begin with a letter.
    pub small: f32,
    /// How many of its characters are digits.
    pub digits: f32,
    /// Whether it holds marks that part the items of a list or the parts of a title: `|`, `»`, `·`.
    pub parted: bool,
    /// Whether it holds an address, a handle or a hashtag.
    pub linked: bool,
    /// Full stops followed by a capital letter.
    pub stops: usize,
    /// What its words say.
    pub boilerplate: Boilerplate,
}

impl Features {
    /// The looks of a block's text.
    pub fn of(text: &str) -> Self {
        let (mut words, mut small, mut lettered, mut stops) = (0_usize, 0_usize, 0_usize, 0);
        let (mut parted, mut linked, mut stopped) = (false, false, false);
        for word in text.split_whitespace() {
            words += 1;
            let first = word.chars().find(|c| c.is_alphanumeric());
            lettered += usize::from(first.is_some_and(char::is_alphabetic));
            small += usize::from(first.is_some_and(char::is_lowercase));
            stops += usize::from(stopped && first.is_some_and(char::is_uppercase));
            stopped = word.len() > 3 && word.ends_with(['.', '?', '!']);
            parted |= ["|", "»", "«", "·", "•", "›", "/", "→", "▶", "►", "::", ">"].contains(&word);
            linked |= is_link(word);
        }
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        Self {
            words,
            ends: ends(text),
            small: small as f32 / lettered.max(1) as f32,
            digits: digits as f32 / text.len().max(1) as f32,
            parted,
            linked,
            stops,
            boilerplate: boilerplate(text),
        }
    }

    /// How much it looks like running text: above 0 rather yes, below rather no.
    ///
    /// The weights were set by hand against labelled lines of real pages; each is one visible sign.
    pub fn prose(&self) -> f32 {
        let length = self.words.min(60) as f32;
        let mut score = -1.6 + length * 0.05;
        score += match (self.ends, self.words) {
            (true, 4..) => 1.5,
            (true, _) => 0.3,
            (false, ..12) => -0.6,
            (false, _) => 0.0,
        };
        score += match self.small {
            small if small >= 0.55 => 1.0,
            small if small >= 0.35 => 0.3,
            _ => -0.6,
        };
        score += 0.3 * self.stops.min(3) as f32;
        score -= 3.0 * self.digits;
        score -= if self.parted { 0.7 } else { 0.0 };
        score -= if self.linked { 0.5 } else { 0.0 };
        score -= 0.9 * self.boilerplate.within.min(3) as f32;
        score -= match self.boilerplate.start {
            Some(super::boilerplate::Grade::Sure) => 3.0,
            Some(super::boilerplate::Grade::Likely) => 0.9,
            None => 0.0,
        };
        score - if self.boilerplate.line.is_some() { 3.0 } else { 0.0 }
    }
}

/// Whether a text ends as a sentence does: with a full stop, or one and closing marks.
pub fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| "\"”’'»)]*".contains(c) || c.is_whitespace());
    bare.ends_with(['.', '!', '?', '…', '。']) && !bare.ends_with("...")
        || bare.len() < text.len() && bare.ends_with(',')
}

fn is_link(word: &str) -> bool {
    let bare = word.trim_start_matches(|c: char| "(\"“‘'[.".contains(c));
    let tagged = bare.starts_with(['@', '#']) && bare.len() > 2;
    tagged || bare.starts_with("http") || bare.starts_with("www.") || bare.contains(".com") || bare.contains("t.co/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_look_like_prose_and_menus_do_not() {
        for prose in [
            "The ferry sank at dawn on Friday, a few miles off the harbour of Kelso, the coast guard said.",
            "“Nobody was hurt,” she said.",
            "It was over in minutes.",
        ] {
            assert!(Features::of(prose).prose() > 0.0, "{prose}");
        }
        for other in [
            "World",
            "Kelso Mirror | News, Sport and Weather",
            "Ferry Sinks Off Kelso After Storm",
            "Sign up for our newsletter and get the news in your inbox every morning.",
            "© 2031 Kelso Mirror. All rights reserved.",
        ] {
            assert!(Features::of(other).prose() < 0.0, "{other}");
        }
    }

    #[test]
    fn a_sentence_may_end_in_a_quotation() {
        assert!(ends("She said: “No.”") && ends("He left (in haste).") && ends("“We go,”"));
        assert!(!ends("Ferry sinks") && !ends("Loading...") && !ends("Read more:"));
    }
}
