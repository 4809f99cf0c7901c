//! Under which words an entity is looked for, and which words make two of them one.

use crate::reading::EntityKind;
use crate::reading::names::common::is_common;
use crate::reading::names::fold::{capitalised, is_capitals, words};
use crate::reading::names::gazetteer::{Known, NameWord, gazetteer};
use crate::reading::names::local_bodies::{canonical, short_acronym};

/// How one article's entity is compared with those of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Only entities of one block are ever compared.
    pub block: String,
    /// Entities of one kind and key are one.
    pub key: String,
    /// Whether the name is only a part, such as a surname or an acronym, that other articles may fill in.
    pub partial: bool,
    /// How much it tells that two articles that share it speak of one matter: 2 for persons and bodies, 1 for places, 0 for
    /// nationalities and media.
    pub telling: u8,
}

/// The key of an entity by its names, the fullest first.
#[must_use]
pub fn key(names: &[&str], kind: EntityKind) -> Key {
    let lists = gazetteer();
    // The address of a site names whose site it is.
    let sites: Vec<&str> =
        names.iter().map(|name| if kind == EntityKind::Organization { owner(name) } else { name }).collect();
    let names = sites.as_slice();
    for name in names {
        let known = lists.known(name).filter(|known| known.kind() == kind);
        if let Some(known) = known {
            let key = words(known.canonical()).join(" ");
            let telling = match known {
                Known::Group(_) | Known::Medium(_) => 0,
                Known::Place(_) => 1,
                Known::Body(_) => 2,
            };
            // Somebody whom the lists know is meant by the surname alone as anybody else is.
            let surname = key.rsplit(' ').next().filter(|_| kind == EntityKind::Person);
            return Key { block: surname.unwrap_or(&key).to_owned(), key, partial: false, telling };
        }
    }
    if let Some(words) = names.iter().find_map(|name| local(name, kind)) {
        return Key { block: initials(&words), key: words.join(" "), partial: false, telling: 2 };
    }
    let name = names.first().copied().unwrap_or_default();
    let bare = bare(name, kind);
    let key = bare.join(" ");
    let last = bare.last().cloned().unwrap_or_default();
    match (kind, bare.len()) {
        (_, 0) => Key { block: name.to_owned(), key: name.to_owned(), partial: false, telling: 0 },
        (EntityKind::Person | EntityKind::Other, 1) => Key { block: last, key, partial: true, telling: 0 },
        (EntityKind::Person, _) => Key { block: last, key, partial: false, telling: 2 },
        (EntityKind::Organization, 1) => {
            let block = if is_capitals(name) { short_acronym(&last) } else { None };
            Key { block: block.unwrap_or(last), key, partial: true, telling: 2 }
        }
        // What reads like somebody's name may be read so in another article.
        (EntityKind::Organization, 2 | 3) if is_given(&bare[0]) && !is_head(&last) => {
            Key { block: last, key, partial: false, telling: 2 }
        }
        // "Foreign Ministry": each state has one.
        (EntityKind::Organization, _) if is_any_states(&bare) => {
            Key { block: initials(&bare), key, partial: true, telling: 0 }
        }
        (EntityKind::Organization, _) if bare.iter().any(|word| is_head(word)) => {
            let singular: Vec<&str> = bare.iter().map(|word| singular(word)).collect();
            Key { block: initials(&bare), key: singular.join(" "), partial: false, telling: 2 }
        }
        (EntityKind::Organization, _) => Key { block: initials(&bare), key, partial: false, telling: 2 },
        _ => Key { block: last, key, partial: false, telling: u8::from(kind != EntityKind::Group) },
    }
}

/// The one form of a body of which each town has one: "Kelso police" and "Kelso Police Department" are one.
fn local(name: &str, kind: EntityKind) -> Option<Vec<String>> {
    canonical(&words(name)).filter(|_| kind == EntityKind::Organization)
}

/// "Acme" of "Acme.com"; any other name is itself.
fn owner(name: &str) -> &str {
    let Some((owner, ending)) = name.rsplit_once('.') else { return name };
    let site = !name.contains(' ') && gazetteer().is(&ending.to_lowercase(), NameWord::Domain);
    if site && owner.len() > 1 { owner } else { name }
}

/// "Election Commission" and "Elections Commission" are one.
fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s')).unwrap_or(word)
}

/// The words that tell a name from others: without article, honorific, suffix and form of company.
fn bare(name: &str, kind: EntityKind) -> Vec<String> {
    let mut bare = words(name);
    if bare.len() > 1 && bare[0] == "the" {
        bare.remove(0);
    }
    let is_tail = |word: &str| match kind {
        EntityKind::Person => gazetteer().is(word, NameWord::Suffix),
        EntityKind::Organization => gazetteer().is(word, NameWord::Tail),
        _ => false,
    };
    while bare.len() > 1 && bare.last().is_some_and(|word| is_tail(word)) {
        bare.pop();
    }
    bare
}

fn is_given(word: &str) -> bool {
    gazetteer().given_name(&capitalised(&word.to_uppercase())).is_some()
}

/// Whether a body is named by its branch alone, so that any state may have it: "Foreign Ministry", not "Ruritanian Foreign
/// Ministry" nor "Kelso Police".
fn is_any_states(bare: &[String]) -> bool {
    let lists = gazetteer();
    let owned = |word: &String| {
        let capital = capitalised(&word.to_uppercase());
        lists.known(&capital).is_some() || lists.given_name(&capital).is_some()
    };
    let ministry = |word: &String| matches!(word.as_str(), "ministry" | "cabinet" | "parliament");
    // "Police Department", "Circuit Court": each town or state has one, and everyday words do not tell which.
    let local = |word: &String| lists.is(word, NameWord::Local) && bare.iter().all(|word| is_common(word));
    let branch = |word: &String| ministry(word) || local(word);
    (2..=3).contains(&bare.len()) && bare.last().is_some_and(branch) && !bare.iter().any(owned)
}

/// Whether a word tells what a name names: "Association".
fn is_head(word: &str) -> bool {
    gazetteer().head(&capitalised(&word.to_uppercase())).is_some()
}

fn initials(words: &[String]) -> String {
    let small = |word: &str| gazetteer().is(word, NameWord::Small);
    words.iter().filter(|word| !small(word)).filter_map(|word| word.chars().next()).collect()
}

/// The words under which a named voice meets its other spellings: its listed name, or its own without article.
#[must_use]
pub fn voice_key(name: &str) -> String {
    let known = gazetteer().known(name).or_else(|| gazetteer().known(name.strip_prefix("The ").unwrap_or(name)));
    let mut words = words(known.map_or(name, |known| known.canonical()));
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    let words = canonical(&words).unwrap_or(words);
    if words.is_empty() { name.to_owned() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_key_and_unlike_names_do_not() {
        let same = |a: &str, b: &str, kind| key(&[a], kind).key == key(&[b], kind).key;
        assert!(same("Juan Peña", "Juan Pena", EntityKind::Person));
        assert!(same("U.S.", "United States of America", EntityKind::Place));
        assert!(same("Acme Corp.", "Acme", EntityKind::Organization));
        assert!(!same("Iran", "Iraq", EntityKind::Place));
        assert!(!same("Jane Roe", "John Roe", EntityKind::Person));
    }

    #[test]
    fn an_acronym_lies_in_the_block_of_its_expansion() {
        let block = |name| key(&[name], EntityKind::Organization).block;
        assert_eq!(block("LRA"), block("Lake Rescue Association"));
    }

    #[test]
    fn a_ministry_without_its_state_is_only_a_part_of_a_name() {
        let partial = |name| key(&[name], EntityKind::Organization).partial;
        assert!(partial("Foreign Ministry") && partial("Police Department") && partial("Fire Department"));
        assert!(!partial("Kelso Police Department") && !partial("Zorvex Court"));
        assert!(!partial("Portuguese Foreign Ministry") && !partial("Lake Rescue Association"));
    }

    #[test]
    fn an_outlet_is_found_with_and_without_its_article() {
        assert_eq!(voice_key("The Guardian"), voice_key("Guardian"));
        assert_eq!(voice_key("AFP"), voice_key("Agence France-Presse"));
        assert_ne!(voice_key("Daily Ruritanian"), voice_key("Ruritanian"));
    }
}
