//! One written form for the spellings of a name: accents, curly apostrophes and dots of acronyms taken away.
//!
//! It compares letters only; whether two names mean one thing is decided elsewhere.

use std::borrow::Cow;

/// The name in plain ASCII letters, with straight apostrophes; unchanged, and not copied, where it is so already.
///
/// "Guaidó" and "Guaido" fold to the same; case stays, for "US" and "us" are different words.
#[must_use]
pub fn fold(name: &str) -> Cow<'_, str> {
    if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(any_ascii::any_ascii(name)) }
}

/// The words of a name in lower case, folded, without dots and apostrophes, split at everything that is no letter or digit;
/// initials that stand apart are one word ("U. N." is "U.N.").
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let split = folded.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '\'' | '&')));
    let mut all: Vec<String> = Vec::new();
    let mut initials = false;
    for word in split.filter(|word| !word.is_empty()) {
        let initial = word.len() == 2 && word.ends_with('.') && word.as_bytes()[0].is_ascii_uppercase();
        let bare: String = word.chars().filter(|c| !matches!(c, '.' | '\'')).collect::<String>().to_ascii_lowercase();
        match all.last_mut() {
            Some(letters) if initial && initials => letters.push_str(&bare),
            _ if bare.is_empty() => continue,
            _ => all.push(bare),
        }
        initials = initial;
    }
    all
}

/// Whether a word is written in capitals only, as acronyms and shouting are ("NATO", "U.N.", "G20").
#[must_use]
pub fn is_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && !word.chars().any(char::is_lowercase)
}

/// The word with a capital and small letters: "VENEZUELA" becomes "Venezuela", "AL-ASSAD" "Al-Assad".
#[must_use]
pub fn capitalised(word: &str) -> String {
    let mut inside = false;
    let each = word.chars().flat_map(|c| {
        let cased: Vec<char> = if inside { c.to_lowercase().collect() } else { vec![c] };
        inside = c.is_alphabetic() || matches!(c, '\'' | '’');
        cased
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        assert_eq!(fold("Peña"), "Pena");
        assert_eq!(words("L. O’Brien-Núñez"), ["l", "obrien", "nunez"]);
        assert_eq!(words("U.N."), words("UN"));
        assert_eq!(words("U. N. Council"), words("U.N. Council"));
        assert_eq!(words("Ann R. Roe"), ["ann", "r", "roe"]);
        assert_ne!(words("Iran"), words("Iraq"));
    }

    #[test]
    fn shouting_is_told_from_names() {
        assert!(is_capitals("U.N.") && is_capitals("G20A") && !is_capitals("Un") && !is_capitals("A"));
        assert_eq!(capitalised("O'NEILL-SMITH"), "O'neill-Smith");
    }
}
