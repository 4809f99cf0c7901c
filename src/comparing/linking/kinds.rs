//! One name, several kinds: where articles on one matter read a name differently, the reading of most of them holds.
//!
//! Only names that no list knows are looked at; a town and a person of one name on different matters stay apart.

use std::collections::{BTreeMap, BTreeSet};

use super::clusters::{Context, Groups, Item, SHARED, shared};
use crate::reading::EntityKind;
use crate::reading::names::fold::capitalised;
use crate::reading::names::gazetteer::gazetteer;

/// So many members of a group are looked at for what they share with another.
const LOOKED_AT: usize = 20;

/// Joins the groups of one key over kinds: full names at once, single words where the articles share other names and
/// no one of the block bears the word as a surname.
pub fn agree_on_kinds(groups: &mut Groups, items: &[Item], context: &Context) {
    let is_person = |(kind, key): &(EntityKind, String)| *kind == EntityKind::Person && key.contains(' ');
    let surname = groups.keys().any(is_person);
    let mut kinds: BTreeMap<String, Vec<EntityKind>> = BTreeMap::new();
    for (kind, key) in groups.keys() {
        kinds.entry(key.clone()).or_default().push(*kind);
    }
    for (key, kinds) in kinds.into_iter().filter(|(_, kinds)| kinds.len() > 1) {
        let whole = key.contains(' ');
        if gazetteer().known(&key).is_some() || !whole && surname {
            continue;
        }
        let articles: BTreeMap<EntityKind, BTreeSet<i64>> = kinds
            .iter()
            .map(|&kind| {
                let members = groups.get(&(kind, key.clone())).into_iter().flatten();
                (kind, members.map(|&member| items[member].article).collect())
            })
            .collect();
        let known = kinds.iter().copied().filter(|kind| *kind != EntityKind::Other);
        let most = known.map(|kind| (articles[&kind].len(), likelihood(kind, &key), kind)).max();
        let Some((.., winner)) = most else { continue };
        for kind in kinds.into_iter().filter(|kind| *kind != winner) {
            if whole || on_one_matter(&articles[&kind], &articles[&winner], context, &key) {
                let members = groups.remove(&(kind, key.clone())).unwrap_or_default();
                groups.entry((winner, key.clone())).or_default().extend(members);
            }
        }
    }
}

/// How well a kind fits the words of a name, where as many articles speak for it as for another.
fn likelihood(kind: EntityKind, key: &str) -> u8 {
    let lists = gazetteer();
    let word = |word: Option<&str>| word.map(|word| capitalised(&word.to_uppercase())).unwrap_or_default();
    let (first, last) = (word(key.split(' ').next()), word(key.rsplit(' ').next()));
    let told = lists.head(&last).or_else(|| lists.head(&first)).map(|(told, _)| told);
    let given = key.contains(' ') && lists.given_name(&first).is_some();
    match kind {
        _ if told == Some(kind) => 3,
        EntityKind::Person => u8::from(given) * 2,
        _ => 1,
    }
}

/// Whether some article of one side and some of the other share enough other names.
fn on_one_matter(ours: &BTreeSet<i64>, theirs: &BTreeSet<i64>, context: &Context, key: &str) -> bool {
    let nothing = BTreeMap::new();
    let names = |article: &i64| context.get(article).unwrap_or(&nothing).clone();
    let theirs: Vec<_> = theirs.iter().take(LOOKED_AT).map(names).collect();
    ours.iter().take(LOOKED_AT).map(names).any(|mine| theirs.iter().any(|other| shared(&mine, other, key) >= SHARED))
}

#[cfg(test)]
mod tests {
    use super::super::{clusters, key};
    use super::*;

    fn groups_of(names: &[(i64, &str, EntityKind)], telling: &[&str]) -> usize {
        let item = |&(article, name, kind): &(i64, &str, EntityKind)| {
            let key = key(&[name], kind);
            Item { id: article, article, kind, key: key.key, partial: key.partial, name: name.to_owned() }
        };
        let items: Vec<Item> = names.iter().map(item).collect();
        let all: BTreeMap<String, u8> = telling.iter().map(|&key| (key.to_owned(), 2)).collect();
        let context = names.iter().map(|&(article, ..)| (article, all.clone())).collect();
        clusters(&items, &context).len()
    }

    #[test]
    fn a_name_has_the_kind_that_most_articles_give_it() {
        use EntityKind::{Organization, Person, Place};
        let both = ["acme", "kelso harbour"];
        assert_eq!(likelihood(Place, "orrin county"), 3);
        assert_eq!(groups_of(&[(1, "Vilma Orrin", Person), (2, "Vilma Orrin", Place)], &[]), 1);
        assert_eq!(groups_of(&[(1, "Zorvex", Person), (2, "Zorvex", Organization)], &both), 1);
        assert_eq!(groups_of(&[(1, "Zorvex", Person), (2, "Zorvex", Organization)], &[]), 2);
        assert_eq!(groups_of(&[(1, "Ana Zorvex", Person), (2, "Zorvex", Place)], &both), 2);
    }
}
