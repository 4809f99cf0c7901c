//! Whom a bare surname means that two people of the article bear: a married couple, father and son, namesakes.
//!
//! A title, who was named in full before it and who was named near it decide; otherwise it is left open. It takes
//! persons as they were grouped and merges none.

use rustc_hash::FxHashMap;

use super::Names;
use super::fold::words;
use super::gazetteer::{Gazetteer, Gender};
use crate::reading::kinds::{DescriptorKind, EntityKind, MentionKind};

/// Whoever was named in so many sentences before is near.
const NEAR: usize = 2;
/// The one whom the article is about is named in full so many times as often as the others.
const MAIN: usize = 3;

/// Whose name stood where last.
#[derive(Debug, Clone, Copy, Default)]
struct Bearer {
    entity: usize,
    /// Sentence of the last mention by a name that is surely this person's.
    last: Option<usize>,
    /// How often named in full in the whole article.
    full: usize,
}

/// Gives each surname that several people bear to one of them, or to none.
pub(super) fn settle(text: &str, names: &mut Names, lists: &Gazetteer) {
    let mut bearers = bearers(text, names);
    if bearers.is_empty() {
        return;
    }
    let mut titles: FxHashMap<usize, Gender> = FxHashMap::default();
    for descriptor in names.descriptors.iter().filter(|descriptor| descriptor.kind == DescriptorKind::Title) {
        let gender = lists.title(descriptor.span.of(text)).and_then(|title| title.gender);
        titles.extend(gender.map(|gender| (descriptor.mention, gender)));
    }
    for (at, mention) in names.mentions.iter_mut().enumerate() {
        let name = words(mention.span.of(text));
        let (Some(entity), Some(surname)) = (mention.entity, name.last()) else { continue };
        let Some(list) = bearers.get_mut(surname).filter(|_| mention.kind == MentionKind::Name) else { continue };
        if name.len() > 1 {
            let full = list.iter_mut().find(|bearer| bearer.entity == entity);
            if let Some(bearer) = full {
                bearer.last = Some(mention.sentence);
            }
            continue;
        }
        if list.iter().all(|bearer| bearer.entity != entity) {
            continue;
        }
        let title = titles.get(&at).copied();
        let fits: Vec<Bearer> = list
            .iter()
            .copied()
            .filter(|bearer| title.is_none_or(|title| names.genders[bearer.entity].is_none_or(|own| own == title)))
            .collect();
        let meant =
            meant(&fits, mention.sentence).or_else(|| by_pronoun(text, mention.span.end, &fits, &names.genders));
        mention.entity = meant;
        if let Some(bearer) = list.iter_mut().find(|bearer| Some(bearer.entity) == meant) {
            bearer.last = Some(mention.sentence);
        }
    }
}

/// The people of each surname that several bear.
fn bearers(text: &str, names: &Names) -> FxHashMap<String, Vec<Bearer>> {
    let mut bearers: FxHashMap<String, Vec<Bearer>> = FxHashMap::default();
    for (entity, known) in names.entities.iter().enumerate().filter(|(_, known)| known.kind == EntityKind::Person) {
        let name = words(&known.name);
        if let Some(surname) = name.last().filter(|_| name.len() > 1) {
            bearers.entry(surname.clone()).or_default().push(Bearer { entity, ..Bearer::default() });
        }
    }
    bearers.retain(|_, list| list.len() > 1);
    for mention in names.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let name = words(mention.span.of(text));
        let list = name.last().filter(|_| name.len() > 1).and_then(|surname| bearers.get_mut(surname));
        if let Some(bearer) = list.and_then(|list| list.iter_mut().find(|one| Some(one.entity) == mention.entity)) {
            bearer.full += 1;
        }
    }
    bearers
}

/// The only one of the gender that the pronoun behind its verb tells: "Roe said that she was late".
fn by_pronoun(text: &str, from: usize, fits: &[Bearer], genders: &[Option<Gender>]) -> Option<usize> {
    let rest = text.get(from..)?;
    let end = rest.find(['.', ',', '\n', ';', '“', '"']).unwrap_or(rest.len());
    let told = rest[..end].split_whitespace().take(3).find_map(|word| match word {
        "he" => Some(Gender::Male),
        "she" => Some(Gender::Female),
        _ => None,
    })?;
    let mut found = fits.iter().filter(|bearer| genders[bearer.entity].is_none_or(|own| own == told));
    let one = found.next()?;
    (found.next().is_none() && genders[one.entity] == Some(told)).then_some(one.entity)
}

fn meant(fits: &[Bearer], sentence: usize) -> Option<usize> {
    let only = |list: Vec<&Bearer>| match list[..] {
        [one] => Some(one.entity),
        _ => None,
    };
    if let [one] = fits {
        return Some(one.entity);
    }
    let named: Vec<&Bearer> = fits.iter().filter(|bearer| bearer.last.is_some()).collect();
    let near = |bearer: &&Bearer| bearer.last.is_some_and(|last| last + NEAR >= sentence);
    let close: Vec<&Bearer> = named.iter().copied().filter(near).collect();
    match (named.len(), close.len()) {
        (1, _) => only(named),
        (_, 1) => only(close),
        _ => {
            let most = fits.iter().max_by_key(|bearer| bearer.full)?;
            let others = fits.iter().filter(|bearer| bearer.entity != most.entity).map(|bearer| bearer.full).max()?;
            let last = fits.iter().filter_map(|bearer| bearer.last).max();
            let latest = close.is_empty() || most.last == last;
            (latest && most.full >= MAIN * others).then_some(most.entity)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::{ArticleText, MentionKind, read};

    /// Whom each bare "Roe" means.
    fn meant(body: &str) -> Vec<Option<String>> {
        let reading = read(&ArticleText { body, ..ArticleText::default() });
        let bare = reading
            .mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Name && mention.span.of(body) == "Roe");
        bare.map(|mention| mention.entity.map(|at| reading.entities[at].name.clone())).collect()
    }

    #[test]
    fn a_surname_of_two_people_needs_evidence() {
        let couple = "John Roe, 42, and his wife Jane Roe were on the ferry, police said on Monday.";
        assert_eq!(meant(&format!("{couple} Roe said it was dark.")), [None]);
        assert_eq!(meant(&format!("{couple} Mrs. Roe said it was dark.")), [Some("Jane Roe".into())]);
        assert_eq!(meant(&format!("{couple} Roe said that she was late.")), [Some("Jane Roe".into())]);
        let alone = "John Roe said on Monday that the ferry was late.";
        assert_eq!(meant(&format!("{alone} Roe said it was dark.")), [Some("John Roe".into())]);
        let later = "John Roe said on Monday that the ferry was late. Roe left early. His wife, Jane Roe, was ill.";
        assert_eq!(meant(later), [Some("John Roe".into())]);
    }
}
