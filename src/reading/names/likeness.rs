//! Whether two different names are one name spelled in two ways: a letter more, less, other or swapped, another way to
//! write down foreign sounds.
//!
//! It knows the words of two names and nothing of where they stand; no one is merged by it.

use super::fold::{capitalised, words};
use super::gazetteer::{NameWord, gazetteer};

/// A word of fewer letters has too many neighbours.
const SHORTEST: usize = 4;
/// From this length on two slips may be one word.
const LONG: usize = 7;
/// Letters at the start of a place's name that a slip leaves alone.
const START: usize = 3;
/// Two forms of one word share so many letters at their start ("Distributors", "Distribution").
const STEM: usize = 6;

/// Whether two names, each of a kind of thing (`person`, `organization`, `place` …), are one, spelled in two ways. The kinds
/// may differ: a misspelled name is often taken for another kind of thing.
#[must_use]
pub fn is_respelled(kind: &str, other_kind: &str, a: &str, b: &str) -> bool {
    let several = a.contains(' ') && b.contains(' ');
    match (kind, other_kind) {
        ("person", "person") => is_respelled_person(a, b),
        ("organization", "organization") => is_respelled_body(a, b),
        ("person", _) | (_, "person") if several => is_respelled_person(a, b),
        ("place", _) | (_, "place") => is_respelled_place(a, b),
        _ => false,
    }
}

/// What two spellings of one name share: a word, or the start of the name.
#[must_use]
pub fn keys(name: &str) -> Vec<String> {
    let words = name.split(' ').filter(|_| name.contains(' ')).map(str::to_owned);
    words.chain([name.chars().take(START).collect::<String>() + "-"]).collect()
}

/// Whether two places' names are one, spelled in two ways: one long word has a slip, and the list has one of them only.
#[must_use]
pub fn is_respelled_place(a: &str, b: &str) -> bool {
    let known = |name: &str| {
        let capital: Vec<String> = name.split(' ').map(|word| capitalised(&word.to_uppercase())).collect();
        gazetteer().known(&capital.join(" ")).is_some()
    };
    let (one, other) = (words(a), words(b));
    let mut unlike = one.iter().zip(&other).filter(|(one, other)| one != other);
    match (unlike.next(), unlike.next()) {
        (Some((left, right)), None) if one.len() == other.len() => {
            let long = left.len().min(right.len()) >= LONG && left.len().abs_diff(right.len()) <= 1;
            long && is_slip(left, right) && !is_variant(left, right) && known(a) != known(b)
        }
        _ => false,
    }
}

/// Whether two persons' names are one, spelled in two ways: "Karol Lindt" and "Karol Lind", but not "Karol Lindt" and
/// "Karla Lindt".
#[must_use]
pub fn is_respelled_person(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let ends = |name: &[String]| Some((name.first()?.clone(), name.last().filter(|_| name.len() > 1)?.clone()));
    let (Some((first, last)), Some((other_first, other_last))) = (ends(&a), ends(&b)) else { return false };
    if first == other_first {
        return first.len() > 1 && is_slip(&last, &other_last);
    }
    last == other_last && is_slip(&first, &other_first) && !are_two_names(&first, &other_first)
}

/// "Mario" and "Maria" are two people, "Charlie" is what friends call Charles.
fn are_two_names(a: &str, b: &str) -> bool {
    let given = |name: &str| gazetteer().given_name(&capitalised(&name.to_uppercase()));
    if given(a).is_some() && given(b).is_some() && sounds(a) != sounds(b) {
        return true;
    }
    let gender = |name: &str| given(name).flatten();
    // "Marjorie" and "Marjoria" are one name with a slip, "Karol" and "Karola" two.
    let woman = |name: &str| name.ends_with('a');
    let slip = |name: &str| name.ends_with('e');
    matches!((gender(a), gender(b)), (Some(one), Some(other)) if one != other)
        || woman(a) != woman(b) && !slip(a) && !slip(b)
}

/// Whether two bodies' names are one, spelled in two ways: "Oakfield Distributors" and "Oakfield Distribution".
#[must_use]
pub fn is_respelled_body(a: &str, b: &str) -> bool {
    let lists = gazetteer();
    let bare = |name: &str| -> Vec<String> {
        words(name).into_iter().filter(|word| !lists.is(word, NameWord::Tail) && word != "the").collect()
    };
    let (a, b) = (bare(a), bare(b));
    if a.len() != b.len() || a.len() < 2 {
        return false;
    }
    let mut unlike = a.iter().zip(&b).filter(|(one, other)| one != other);
    match (unlike.next(), unlike.next()) {
        (Some((one, other)), None) => {
            let long = one.chars().count().min(other.chars().count()) > SHORTEST;
            long && !is_variant(one, other) && (is_slip(one, other) || share_a_stem(one, other))
        }
        _ => false,
    }
}

/// "Korea" and "Korean" are two words, "Defence" and "Defense" are one.
fn is_variant(a: &str, b: &str) -> bool {
    let american = |word: &str| {
        let word = word.replace("our", "or").replace("isation", "ization").replace("ence", "ense");
        word.strip_suffix("tre").map_or(word.clone(), |stem| format!("{stem}ter"))
    };
    a.starts_with(b) || b.starts_with(a) || american(a) == american(b)
}

fn share_a_stem(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(one, other)| one == other).count();
    shared >= STEM && shared * 10 >= a.len().max(b.len()) * 6
}

/// Whether one word is the other with a slip: one letter, two in a long word, or the same sounds written otherwise.
#[must_use]
pub fn is_slip(a: &str, b: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = one.len().min(other.len());
    let plural = a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a);
    let digit = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
    if one == other || shorter < SHORTEST || plural || digit(a) || digit(b) || one.len().abs_diff(other.len()) > 2 {
        return false;
    }
    let same_start = one.first() == other.first();
    let allowed = if shorter >= LONG { 2 } else { 1 };
    same_start && distance(&one, &other) <= allowed
        || shorter > SHORTEST && sounds(a).len() > 2 && sounds(a) == sounds(b)
}

/// How many letters must be put in, left out, changed or swapped to make one word of the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// The consonants as they sound: "Qaddafi" and "Gadhafi" are "kdf".
fn sounds(word: &str) -> String {
    let word = word.replace("ph", "f").replace("ck", "k").replace("ge", "je").replace("gi", "ji");
    let mut found = String::new();
    for c in word.chars() {
        let sound = match c {
            'q' | 'g' | 'c' => 'k',
            'z' => 's',
            'w' => 'v',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' => continue,
            other => other,
        };
        if !found.ends_with(sound) {
            found.push(sound);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_leaves_a_person_one() {
        for (a, b, one) in [
            ("Karol Lindt", "Karol Lind", true),
            ("Karol Lindt", "Karol Jan Lindt", false),
            ("Karol Lindt", "Karol Brandt", false),
            ("Ottis Bramwel", "Otis Bramwel", true),
            ("Mario Bramwel", "Maria Bramwel", false),
            ("Gerold Bramwel", "Jerold Bramwel", true),
            ("Charlie Bramwel", "Charles Bramwel", false),
            ("Stefanie Bramwel", "Stephanie Bramwel", true),
            ("Marjoria Bramwel", "Marjorie Bramwel", true),
            ("Karol Lindt", "Otto Lind", false),
            ("Omar Qaddar", "Omar Gadhar", true),
            ("Ann Roe", "Ann Rowe", false),
        ] {
            assert_eq!(is_respelled_person(a, b), one, "{a} / {b}");
            assert_eq!(is_respelled_person(b, a), one, "{b} / {a}");
        }
    }

    #[test]
    fn a_place_is_one_with_a_slip_unless_the_list_has_both() {
        for (a, b, one) in [
            ("Minneapolis", "Mineapolis", true),
            ("Austria", "Australia", false),
            ("Kelso Wharfs", "Kelso Whorfs", false),
        ] {
            assert_eq!(is_respelled_place(a, b), one, "{a} / {b}");
        }
    }

    #[test]
    fn a_name_taken_for_another_kind_of_thing_is_one_all_the_same() {
        for (kind, other_kind, a, b, one) in [
            ("organization", "person", "ezequiel bramwel", "ezekiel bramwel", true),
            ("person", "place", "mineapolis", "minneapolis", true),
            ("organization", "other", "kelso harbor", "kelso harbour", false),
            ("person", "organization", "bramwel", "bramwell", false),
        ] {
            assert_eq!(is_respelled(kind, other_kind, a, b), one, "{a} / {b}");
        }
    }

    #[test]
    fn a_body_is_one_in_two_forms_of_a_word_but_not_under_another_name() {
        for (a, b, one) in [
            ("Oakfield Distributors Ltd.", "OakField Distribution Ltd", true),
            ("Oakfield Distributors", "Oakfield Insurance", false),
            ("Ministry of Defence", "Ministry of Defense", false),
            ("North Korea", "North Korean", false),
            ("Channel Four", "Channel Five", false),
        ] {
            assert_eq!(is_respelled_body(a, b), one, "{a} / {b}");
        }
    }
}
