//! Joins the entities of one block: full names by their words, surnames and acronyms by the full name they can mean.

use std::collections::BTreeMap;

use super::kinds::agree_on_kinds;
use super::short_names::is_short_form;
use crate::reading::EntityKind;

/// One article's entity, with its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Whatever the caller knows it by.
    pub id: i64,
    /// Its article.
    pub article: i64,
    /// What it is.
    pub kind: EntityKind,
    /// The words that tell it from others.
    pub key: String,
    /// Whether the name is only a part.
    pub partial: bool,
    /// The fullest name of the article.
    pub name: String,
}

/// One thing in the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The name that most articles use in full; of equal ones the longest, then the first of the alphabet.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Indexes into the items, ascending.
    pub members: Vec<usize>,
}

/// What the articles of a block name, each with how much it tells, by article.
///
/// A surname, with or without the rest of the name, stands there under `SURNAME` and its word.
pub type Context = BTreeMap<i64, BTreeMap<String, u8>>;

/// Opens the key of a surname in a context.
pub const SURNAME: &str = "~";

/// The groups of a block, each by its kind and key, as indexes into the items.
pub(super) type Groups = BTreeMap<(EntityKind, String), Vec<usize>>;

/// More steps than any name has from its shortest form to its fullest.
const LONGEST_CHAIN: usize = 8;

/// So much the names that two articles share must tell for a surname of one to mean a full name of the other: two persons
/// or bodies, or one of them and two places.
pub const SHARED: u32 = 4;

/// Groups a block. `context` gives what else its articles name.
#[must_use]
pub fn clusters(items: &[Item], context: &Context) -> Vec<Cluster> {
    let mut groups = Groups::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.partial) {
        groups.entry((item.kind, item.key.clone())).or_default().push(at);
    }
    fill_in_names(&mut groups);
    let full: Vec<(EntityKind, String)> = groups.keys().cloned().collect();
    let mut apart = Groups::new();
    let mut unknown = Vec::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| item.partial) {
        match item.kind {
            EntityKind::Person => match full_name(items, &groups, &full, at, context) {
                FullName::Of(key) => groups.entry(key).or_default().push(at),
                FullName::None => apart.entry((item.kind, item.key.clone())).or_default().push(at),
                FullName::Open => {
                    apart.entry((item.kind, format!("{} {}", item.key, item.article))).or_default().push(at);
                }
            },
            // The ministry of one article need not be that of another.
            EntityKind::Organization if item.key.contains(' ') => {
                apart.entry((item.kind, format!("{} {}", item.key, item.article))).or_default().push(at);
            }
            EntityKind::Organization => {
                let mut expansions = full.iter().filter(|(kind, key)| *kind == item.kind && key.contains(' '));
                match (expansions.next(), expansions.next()) {
                    (Some(only), None) => groups.entry(only.clone()).or_default().push(at),
                    _ => apart.entry((item.kind, item.key.clone())).or_default().push(at),
                }
            }
            _ => unknown.push(at),
        }
    }
    for (key, members) in apart {
        groups.entry(key).or_default().extend(members);
    }
    for at in unknown {
        join_unknown(&mut groups, &items[at], at);
    }
    agree_on_kinds(&mut groups, items, context);
    groups.into_iter().map(|((kind, _), members)| cluster(items, kind, members)).collect()
}

/// "Jane Q. Roe" and "Jane Roe", "J. Roe" and "Jane Roe", "Bill Roe" and "William Roe": one where the longer name is the
/// only one that fits.
fn fill_in_names(groups: &mut Groups) {
    let persons: Vec<String> =
        groups.keys().filter(|(kind, _)| *kind == EntityKind::Person).map(|(_, key)| key.clone()).collect();
    let mut longer: BTreeMap<&str, &str> = BTreeMap::new();
    for short in &persons {
        let fits: Vec<&String> = persons.iter().filter(|long| *long != short && is_short_for(short, long)).collect();
        let maximal: Vec<&&String> =
            fits.iter().filter(|long| !fits.iter().any(|other| other != *long && is_short_for(long, other))).collect();
        if let [only] = maximal[..] {
            longer.insert(short, only);
        }
    }
    for short in longer.keys() {
        // A longer name may itself be short for another; no name has more than a few steps.
        let steps = std::iter::successors(Some(*short), |name| longer.get(name).copied());
        let Some(whole) = steps.take(LONGEST_CHAIN).last() else { continue };
        let members = groups.remove(&(EntityKind::Person, (*short).to_owned())).unwrap_or_default();
        groups.entry((EntityKind::Person, whole.to_owned())).or_default().extend(members);
    }
}

/// Whether the words of a person's name are those of a longer one with some left out, one cut to its first letter, or
/// the first in its short form.
fn is_short_for(short: &str, long: &str) -> bool {
    let (short, long): (Vec<&str>, Vec<&str>) = (short.split(' ').collect(), long.split(' ').collect());
    if short == long || short.len() > long.len() || short.last() != long.last() {
        return false;
    }
    // "H. Dale Roe" is called "Dale Roe".
    let called = usize::from(long[0].len() == 1 && long.len() > 2 && short[0].len() > 1);
    let long = &long[called.min(long.len() - short.len())..];
    let same = |a: &str, b: &str| a == b || a.len() == 1 && b.starts_with(a);
    if !same(short[0], long[0]) && !is_short_form(short[0], long[0]) {
        return false;
    }
    let mut rest = long[1..].iter();
    short[1..].iter().all(|word| rest.any(|other| same(word, other)))
}

enum FullName {
    Of((EntityKind, String)),
    /// No article names anybody of that surname in full.
    None,
    /// Somebody is, but nothing tells that it is the same person.
    Open,
}

/// The person of that surname in the articles on the same matter, by the telling names they share.
fn full_name(items: &[Item], groups: &Groups, full: &[(EntityKind, String)], at: usize, context: &Context) -> FullName {
    let nothing = BTreeMap::new();
    let mine = context.get(&items[at].article).unwrap_or(&nothing);
    let mut best: Vec<(u32, &(EntityKind, String))> = Vec::new();
    for key in full.iter().filter(|(kind, _)| *kind == EntityKind::Person) {
        let members = groups.get(key).into_iter().flatten().filter(|&&member| !items[member].partial);
        let shared = members
            .map(|&member| shared(mine, context.get(&items[member].article).unwrap_or(&nothing), &items[at].key))
            .max();
        best.push((shared.unwrap_or_default(), key));
    }
    best.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    match best[..] {
        [] => FullName::None,
        [(shared, key)] if shared >= SHARED => FullName::Of(key.clone()),
        [(shared, key), (next, _), ..] if shared >= SHARED && shared > next => FullName::Of(key.clone()),
        _ => FullName::Open,
    }
}

/// How much the names that both articles have tell; places tell no more than one person, and a surname that only one of
/// them gives in full half as much. The surname `but` tells nothing.
pub(super) fn shared(mine: &BTreeMap<String, u8>, theirs: &BTreeMap<String, u8>, but: &str) -> u32 {
    let both: Vec<(&str, u8)> = mine
        .iter()
        .filter(|(key, _)| theirs.contains_key(*key))
        .map(|(key, &telling)| (key.as_str(), telling))
        .collect();
    let in_full = |surname: &str| both.iter().any(|(key, _)| key.rsplit(' ').next() == Some(surname));
    let (mut places, mut others) = (0, 0);
    for &(key, telling) in &both {
        match (key.strip_prefix(SURNAME), telling) {
            (Some(surname), _) => others += u32::from(surname != but && !in_full(surname)),
            (None, 0 | 1) => places += u32::from(telling),
            (None, more) => others += u32::from(more),
        }
    }
    others + places.min(2)
}

/// A name of unknown kind joins the one group that bears it.
fn join_unknown(groups: &mut Groups, item: &Item, at: usize) {
    let mut same = groups.keys().filter(|(kind, key)| *kind != EntityKind::Other && *key == item.key);
    let key = match (same.next(), same.next()) {
        (Some(only), None) => only.clone(),
        _ => (EntityKind::Other, item.key.clone()),
    };
    groups.entry(key).or_default().push(at);
}

fn cluster(items: &[Item], kind: EntityKind, mut members: Vec<usize>) -> Cluster {
    members.sort_unstable();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let any_full = members.iter().any(|&at| !items[at].partial);
    for &at in members.iter().filter(|&&at| !any_full || !items[at].partial) {
        *names.entry(&items[at].name).or_default() += 1;
    }
    let best = names.iter().max_by(|a, b| (a.1, a.0.len()).cmp(&(b.1, b.0.len())).then_with(|| b.0.cmp(a.0)));
    Cluster { name: best.map_or_else(String::new, |(name, _)| (*name).to_owned()), kind, members }
}

#[cfg(test)]
mod tests {
    use super::super::key;
    use super::*;

    /// Articles with the persons they name; all of them share the given telling names.
    fn grouped(names: &[(i64, &str)], shared: &[&str]) -> Vec<Vec<usize>> {
        let items: Vec<Item> = names
            .iter()
            .map(|&(article, name)| {
                let kind = if name.contains("Association") || name == "LRA" {
                    EntityKind::Organization
                } else {
                    EntityKind::Person
                };
                let key = key(&[name], kind);
                Item { id: article, article, kind, key: key.key, partial: key.partial, name: name.to_owned() }
            })
            .collect();
        let telling: BTreeMap<String, u8> = shared.iter().map(|&key| (key.to_owned(), 2)).collect();
        let context = names.iter().map(|&(article, _)| (article, telling.clone())).collect();
        clusters(&items, &context).into_iter().map(|cluster| cluster.members).collect()
    }

    #[test]
    fn a_surname_means_the_full_name_of_an_article_on_the_same_matter() {
        let names = [(1, "Jane Roe"), (2, "Roe")];
        assert_eq!(grouped(&names, &["acme", "kelso harbour"]), [vec![0, 1]]);
        assert_eq!(grouped(&names, &[]), [vec![0], vec![1]]);
        assert_eq!(grouped(&[(1, "Jane Roe"), (2, "Roe"), (3, "John Roe")], &["acme", "kelso harbour"]).len(), 3);
    }

    #[test]
    fn names_with_and_without_initials_are_one_unless_two_fit() {
        assert_eq!(grouped(&[(1, "Jane Q. Roe"), (2, "Jane Roe"), (3, "J. Roe")], &[]), [vec![0, 1, 2]]);
        assert_eq!(grouped(&[(1, "Jane Q. Roe"), (2, "Jane P. Roe"), (3, "Jane Roe")], &[]).len(), 3);
        assert_eq!(grouped(&[(1, "H. Dale Roe"), (2, "Dale Roe")], &[]), [vec![0, 1]]);
        assert_eq!(grouped(&[(1, "Mary Dale Roe"), (2, "Dale Roe")], &[]).len(), 2);
    }

    #[test]
    fn a_short_form_of_a_given_name_means_the_only_bearer() {
        assert_eq!(grouped(&[(1, "Bill Roe"), (2, "William P. Roe"), (3, "William Roe")], &[]), [vec![0, 1, 2]]);
        assert_eq!(grouped(&[(1, "Ed Roe"), (2, "Edward Roe"), (3, "Edwin Roe")], &[]).len(), 3);
        assert_eq!(grouped(&[(1, "Bill Roe"), (2, "Robert Roe")], &[]).len(), 2);
    }

    #[test]
    fn surnames_tell_what_an_article_is_about() {
        let names = |keys: &[&str]| keys.iter().map(|&key| (key.to_owned(), 2)).collect::<BTreeMap<_, _>>();
        let (mine, theirs) = (names(&["~roe", "~doe", "~ruiz"]), names(&["~roe", "jane roe", "~doe", "~brandt"]));
        assert_eq!(shared(&mine, &theirs, "doe"), 1);
        assert_eq!(shared(&theirs, &theirs, ""), 4);
    }

    #[test]
    fn an_acronym_means_the_only_expansion() {
        assert_eq!(grouped(&[(1, "Lake Rescue Association"), (2, "LRA")], &[]), [vec![0, 1]]);
        assert_eq!(
            grouped(&[(1, "Lake Rescue Association"), (2, "LRA"), (3, "Late Risers Association")], &[]).len(),
            3
        );
    }

    #[test]
    fn ministries_without_a_state_stay_apart() {
        let item = |article: i64, name: &str| {
            let key = key(&[name], EntityKind::Organization);
            let name = name.to_owned();
            Item { id: article, article, kind: EntityKind::Organization, key: key.key, partial: key.partial, name }
        };
        let items = [item(1, "Foreign Ministry"), item(2, "Foreign Ministry")];
        assert_eq!(clusters(&items, &Context::new()).len(), 2);
    }

    #[test]
    fn the_order_of_articles_does_not_matter() {
        let names = [(1, "Jane Roe"), (2, "Roe"), (3, "Jane Q. Roe"), (4, "J. Roe")];
        let mut turned = names;
        turned.reverse();
        let sizes = |names: &[(i64, &str)]| {
            let mut sizes: Vec<usize> = grouped(names, &["acme", "kelso harbour"]).iter().map(Vec::len).collect();
            sizes.sort_unstable();
            sizes
        };
        assert_eq!(sizes(&names), sizes(&turned));
    }
}
