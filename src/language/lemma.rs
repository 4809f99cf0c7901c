//! Dictionary forms: a table of what the treebanks show, and rules for all other words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::grammar::Upos;
use crate::lexicon;

const LIST: &str = include_str!(concat!(env!("OUT_DIR"), "/lemmas.tsv"));

/// Word and Penn tag to lemma, where the rules would go wrong.
static EXCEPTIONS: LazyLock<FxHashMap<(&'static str, &'static str), &'static str>> = LazyLock::new(|| {
    lexicon::rows(LIST)
        .filter_map(|row| match row[..] {
            [word, xpos, lemma] => Some(((word, xpos), lemma)),
            _ => None,
        })
        .collect()
});

/// The lemma of a word: lower case, but a name as it is written.
#[must_use]
pub fn lemma(word: &str, xpos: &str, upos: Upos) -> String {
    let lower = lower(word);
    if let Some(&known) = EXCEPTIONS.get(&(lower.as_str(), xpos)) {
        return known.to_owned();
    }
    by_rule(word, lower, xpos, upos)
}

fn lower(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase().replace(['’', '‘'], "'") }
}

/// The lemma by the ending alone.
pub(crate) fn by_rule(word: &str, lower: String, xpos: &str, upos: Upos) -> String {
    if upos == Upos::Propn {
        return if xpos == "NNPS" { singular(word).unwrap_or_else(|| word.to_owned()) } else { word.to_owned() };
    }
    let found = match xpos {
        "NNS" | "VBZ" => singular(&lower),
        "VBD" | "VBN" if lower.ends_with("ed") && lower.len() > 4 => Some(stem(&lower[..lower.len() - 2], "ed")),
        "VBG" if lower.ends_with("ing") && lower.len() > 4 => Some(stem(&lower[..lower.len() - 3], "ing")),
        "JJR" | "RBR" if lower.ends_with("er") && lower.len() > 4 => Some(stem(&lower[..lower.len() - 2], "er")),
        "JJS" | "RBS" if lower.ends_with("est") && lower.len() > 5 => Some(stem(&lower[..lower.len() - 3], "est")),
        _ => None,
    };
    found.unwrap_or(lower)
}

/// Without the -s of plurals and third persons.
fn singular(word: &str) -> Option<String> {
    let has = |end: &str| word.ends_with(end);
    if word.len() < 4 || has("ss") || has("us") || !has("s") {
        None
    } else if has("ies") && word.len() > 4 {
        Some(format!("{}y", &word[..word.len() - 3]))
    } else if ["sses", "shes", "ches", "xes", "zzes"].iter().any(|&end| has(end)) {
        Some(word[..word.len() - 2].to_owned())
    } else {
        Some(word[..word.len() - 1].to_owned())
    }
}

/// What stands before -ed, -ing, -er, -est, with its e, its y or its single consonant again.
fn stem(stem: &str, ending: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    let is_vowel = |at: usize| matches!(letters.get(at), Some('a' | 'e' | 'i' | 'o' | 'u'));
    let size = letters.len();
    let last = letters.last().copied().unwrap_or(' ');
    if last == 'i' && ending != "ing" {
        return format!("{}y", &stem[..stem.len() - 1]);
    }
    if size > 2 && letters[size - 2] == last && !matches!(last, 'l' | 's' | 'z' | 'f' | 'e' | 'o') {
        return stem[..stem.len() - last.len_utf8()].to_owned();
    }
    let two_vowels = size > 2 && is_vowel(size - 2) && is_vowel(size - 3);
    let short = size >= 2 && is_vowel(size - 2) && !two_vowels;
    let restores = match last {
        'v' | 'c' | 'u' | 'z' => !(size > 1 && letters[size - 2] == 'z'),
        's' => size > 1 && letters[size - 2] != 's',
        'g' => {
            size > 1 && matches!(letters[size - 2], 'd' | 'r' | 'a' | 'l')
                || stem.ends_with("ng") && stem.ends_with("ang")
        }
        't' => (stem.ends_with("at") || stem.ends_with("ut")) && !two_vowels || stem.ends_with("ot") && size < 4,
        'l' => size > 1 && !is_vowel(size - 2) && !matches!(letters[size - 2], 'l' | 'r' | 'w'),
        'r' => stem.ends_with("ir") || stem.ends_with("ur") || stem.ends_with("ar") && size > 2 && !two_vowels,
        'd' | 'k' | 'm' | 'n' | 'p' | 'b' => short && size > 2 && !matches!(letters[size - 2], 'e' | 'o' if size > 4),
        _ => false,
    };
    if restores { format!("{stem}e") } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_lemmas_is_sound() {
        assert_eq!(lexicon::check(LIST), Ok(()));
    }

    #[test]
    fn words_get_their_dictionary_form() {
        for (word, xpos, upos, expected) in [
            ("said", "VBD", Upos::Verb, "say"),
            ("Said", "VBD", Upos::Verb, "say"),
            ("denies", "VBZ", Upos::Verb, "deny"),
            ("planning", "VBG", Upos::Verb, "plan"),
            ("arrived", "VBD", Upos::Verb, "arrive"),
            ("landed", "VBD", Upos::Verb, "land"),
            ("soldiers", "NNS", Upos::Noun, "soldier"),
            ("agencies", "NNS", Upos::Noun, "agency"),
            ("men", "NNS", Upos::Noun, "man"),
            ("larger", "JJR", Upos::Adj, "large"),
            ("were", "VBD", Upos::Aux, "be"),
            ("n’t", "RB", Upos::Part, "not"),
            ("Lagos", "NNP", Upos::Propn, "Lagos"),
            ("him", "PRP", Upos::Pron, "he"),
        ] {
            assert_eq!(lemma(word, xpos, upos), expected, "{word}");
        }
    }
}
