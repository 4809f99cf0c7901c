//! Names that their own words tell: streets, quarters of a town, broadcasting stations.
//!
//! It knows the words of one name, not where it stands.

use super::gazetteer::{Gazetteer, Known, NameWord};

/// "Elm Road", "Orchard Av NE", "Liberty Rd S", "Linden Road West"; not "Arden Court" nor "Kelso Square".
#[must_use]
pub fn is_street(lists: &Gazetteer, words: &[&str]) -> bool {
    last_of_street(lists, words).is_some_and(|word| is_street_word(lists, word))
}

/// "Elm Court", "Arden Place": streets where the words before them tell it.
#[must_use]
pub fn may_be_street(lists: &Gazetteer, words: &[&str]) -> bool {
    last_of_street(lists, words).is_some_and(|word| has(lists, word, NameWord::StreetPerhaps))
}

/// The last word of two or more, without the quarter behind it.
fn last_of_street<'w>(lists: &Gazetteer, words: &[&'w str]) -> Option<&'w str> {
    let quarter = words.last().is_some_and(|word| has(lists, word, NameWord::Quarter));
    let end = words.len() - usize::from(quarter && words.len() > 2);
    (end > 1).then(|| words[end - 1])
}

/// "Road", "Blvd.", "Av": hardly ever part of another name.
#[must_use]
pub fn is_street_word(lists: &Gazetteer, word: &str) -> bool {
    word.starts_with(char::is_uppercase) && has(lists, word, NameWord::Street)
}

/// "SW Kelso", "Downtown Kelso", "Southern New England": a part of a listed place.
#[must_use]
pub fn is_part_of_place(lists: &Gazetteer, name: &str, first: &str) -> bool {
    let side = has(lists, first, NameWord::Quarter) || has(lists, first, NameWord::Part);
    let rest = name.strip_prefix(first).map(str::trim_start).unwrap_or_default();
    side && lists.known(name).is_none() && lists.place(rest).is_some()
}

/// "Honda Accord", not "Ford Foundation": a maker's name before a model's.
#[must_use]
pub fn is_model(lists: &Gazetteer, words: &[&str]) -> bool {
    let make = words.len() > 1 && has(lists, words[0], NameWord::Make);
    let maker = |word: &&str| {
        lists.head(word).is_some() || has(lists, word, NameWord::Tail) || has(lists, word, NameWord::Suffix)
    };
    make && !words[1..].iter().any(maker)
}

/// A maker's name alone, which may stand for one of its cars.
#[must_use]
pub fn is_make(lists: &Gazetteer, name: &str) -> bool {
    has(lists, name, NameWord::Make)
}

/// "KQRX", "WKLO-TV": the sign under which an American station goes on air.
#[must_use]
pub fn is_call_sign(word: &str) -> bool {
    let sign = word.strip_suffix("-TV").or_else(|| word.strip_suffix("-FM")).or_else(|| word.strip_suffix("-AM"));
    let bare = sign.unwrap_or(word);
    let letters = bare.bytes().all(|b| b.is_ascii_uppercase()) && bare.starts_with(['K', 'W']);
    letters && (bare.len() == 4 || bare.len() == 3 && sign.is_some())
}

/// "kelso.com": the address of a site, which stands for those who run it.
#[must_use]
pub fn is_site(lists: &Gazetteer, word: &str) -> bool {
    let (name, end) = word.rsplit_once('.').unwrap_or_default();
    name.len() > 2 && !name.contains('/') && lists.is(&end.to_ascii_lowercase(), NameWord::Domain)
}

/// "Fox 35", "Kelso News 4": a station by its channel.
#[must_use]
pub fn is_numbered_station(lists: &Gazetteer, words: &[&str]) -> bool {
    let [name @ .., number] = words else { return false };
    let channel = number.len() < 3 && number.bytes().all(|b| b.is_ascii_digit());
    let medium = || matches!(lists.known(&name.join(" ")), Some(Known::Medium(_)));
    channel && name.last().is_some_and(|last| has(lists, last, NameWord::Station) || medium())
}

/// "Roe v. Doe": a case in court.
#[must_use]
pub fn is_case(words: &[&str]) -> bool {
    words.len() > 2 && words[1..words.len() - 1].iter().any(|word| matches!(*word, "v." | "vs."))
}

/// "Jane Woods", "John Hall": a given name before a word that is a surname as well as a kind of place.
#[must_use]
pub fn may_be_surname(lists: &Gazetteer, words: &[&str]) -> bool {
    let [given, last] = words else { return false };
    lists.given_name(given).is_some() && lists.known(given).is_none() && has(lists, last, NameWord::SurnameHead)
}

fn has(lists: &Gazetteer, word: &str, role: NameWord) -> bool {
    lists.is(&word.trim_end_matches('.').to_lowercase(), role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::names::gazetteer::gazetteer;

    #[test]
    fn streets_are_told_by_their_last_word_and_quarter() {
        let words = |name: &'static str| name.split(' ').collect::<Vec<_>>();
        for street in ["Elm Road", "Orchard Av NE", "Liberty Rd S", "Linden Road West", "Dr. Jane Roe Boulevard"] {
            assert!(is_street(gazetteer(), &words(street)), "{street}");
        }
        for other in ["Supreme Court", "Elm Place", "Road", "Kelso Court"] {
            assert!(!is_street(gazetteer(), &words(other)), "{other}");
        }
        assert!(may_be_street(gazetteer(), &words("Elm Court")) && !may_be_street(gazetteer(), &words("Elm Bank")));
    }

    #[test]
    fn parts_of_towns_and_stations_are_told_by_their_words() {
        assert!(is_part_of_place(gazetteer(), "SW Houston", "SW"));
        assert!(!is_part_of_place(gazetteer(), "Southern Comfort", "Southern"));
        assert!(is_site(gazetteer(), "zorvex.com") && !is_site(gazetteer(), "U.S."));
        assert!(is_numbered_station(gazetteer(), &["Kelso", "News", "4"]));
        assert!(is_numbered_station(gazetteer(), &["Fox", "35"]) && !is_numbered_station(gazetteer(), &["Ward", "8"]));
        assert!(is_case(&["Roe", "v.", "Doe"]) && !is_case(&["Roe", "Doe"]));
        assert!(may_be_surname(gazetteer(), &["Jane", "Woods"]) && !may_be_surname(gazetteer(), &["Zorvex", "Woods"]));
        assert!(is_call_sign("WKLO-TV") && is_call_sign("KQRX") && !is_call_sign("WHO") && !is_call_sign("NASA"));
    }
}
