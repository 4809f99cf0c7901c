//! Which names of one article are one thing: full name and surname, acronym and expansion, spellings of the lists.
//!
//! Names are compared word by word, never by likeness of letters, and never merged across kinds.

use rustc_hash::{FxHashMap, FxHashSet};

use super::evidence::Evidence;
use super::fold::{is_capitals, words};
use super::fuller::{Form, Index, expansion, fuller_body, fuller_person};
use super::gazetteer::{Gazetteer, Gender};
use crate::reading::article_reading::Entity;
use crate::reading::kinds::EntityKind;

/// One place where a name stands.
#[derive(Debug, Clone)]
pub struct Named<'t> {
    /// Its words as they stand.
    pub name: &'t str,
    /// What its surroundings tell of its kind.
    pub evidence: Evidence,
    /// The gender that a title or a given name tells.
    pub gender: Option<Gender>,
    /// Whether nothing but a given name that stands alone tells the gender.
    pub guessed: bool,
}

/// The entities of an article, and which one each name means.
#[derive(Debug, Default)]
pub struct Clusters {
    /// In order of their first names.
    pub entities: Vec<Entity>,
    /// Whether an entity's names or titles tell the person's gender.
    pub genders: Vec<Option<Gender>>,
    /// For each name, its entity; nothing where what was taken for a name is none.
    pub of: Vec<Option<usize>>,
}

/// Groups the names of an article.
pub fn clusters(names: &[Named<'_>], lists: &Gazetteer) -> Clusters {
    let (mut forms, form_of) = forms(names, lists);
    let index = Index::of(&forms);
    for at in 0..forms.len() {
        let fuller = fuller_person(&forms, &index, at)
            .or_else(|| expansion(&forms, at, lists))
            .or_else(|| fuller_body(&forms, &index, at, lists));
        forms[at].stands_for = fuller;
    }
    gather(names, &forms, &form_of)
}

fn forms(names: &[Named<'_>], lists: &Gazetteer) -> (Vec<Form>, Vec<usize>) {
    let mut forms: Vec<Form> = Vec::new();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    let mut of = Vec::with_capacity(names.len());
    for named in names {
        let known = lists.known(named.name);
        let own = words(named.name);
        let key = known.map_or_else(|| own.join(" "), |known| format!("{}\t{}", known.canonical(), known.kind()));
        let at = *by_key.entry(key).or_insert_with(|| {
            forms.push(Form {
                words: own.clone(),
                known,
                evidence: Evidence::default(),
                genders: [0, 0],
                guessed: [0, 0],
                count: 0,
                capitals: is_capitals(named.name),
                spaced: named.name.contains(char::is_whitespace),
                stands_for: None,
            });
            forms.len() - 1
        });
        let form = &mut forms[at];
        form.evidence.merge(named.evidence);
        form.count += 1;
        if own.len() > form.words.len() {
            form.words = own;
        }
        let tally = if named.guessed { &mut form.guessed } else { &mut form.genders };
        match named.gender {
            Some(Gender::Female) => tally[0] += 1,
            Some(Gender::Male) => tally[1] += 1,
            None => {}
        }
        of.push(at);
    }
    (forms, of)
}

fn gather(names: &[Named<'_>], forms: &[Form], form_of: &[usize]) -> Clusters {
    let root = |mut at: usize| {
        for _ in 0..4 {
            match forms[at].stands_for {
                Some(fuller) => at = fuller,
                None => break,
            }
        }
        at
    };
    let mut evidence: FxHashMap<usize, (Evidence, [usize; 2], [usize; 2])> = FxHashMap::default();
    for (at, form) in forms.iter().enumerate() {
        let (sum, genders, guessed) = evidence.entry(root(at)).or_default();
        let whole = &forms[root(at)];
        let is_surname = root(at) != at && form.last() == whole.last();
        if is_surname && whole.kind() == EntityKind::Person {
            // A surname may be a town's name too: whoever bears it stays a person.
            sum.add(EntityKind::Person, form.evidence.lead(EntityKind::Person).max(0));
        } else {
            sum.merge(form.evidence);
        }
        for side in 0..2 {
            genders[side] += form.genders[side];
            guessed[side] += if is_surname { 0 } else { form.guessed[side] };
        }
    }
    let surnames: FxHashSet<&str> =
        forms.iter().filter(|form| form.spaced && form.kind() == EntityKind::Person).map(Form::last).collect();
    let mut clusters = Clusters::default();
    let mut entity_of: FxHashMap<usize, usize> = FxHashMap::default();
    for (named, &form) in names.iter().zip(form_of) {
        let root = root(form);
        let is_name = evidence.get(&root).is_none_or(|(sum, ..)| sum.is_name()) && !is_pair(&forms[form], &surnames);
        if !is_name {
            clusters.of.push(None);
            continue;
        }
        let at = *entity_of.entry(root).or_insert_with(|| {
            let (sum, genders, guessed) = evidence.get(&root).copied().unwrap_or_default();
            let whole = Form {
                words: forms[root].words.clone(),
                known: forms[root].known,
                evidence: sum,
                genders,
                guessed,
                count: 0,
                capitals: forms[root].capitals,
                spaced: forms[root].spaced,
                stands_for: None,
            };
            let kind = whole.kind();
            clusters.genders.push(whole.gender().filter(|_| kind == EntityKind::Person));
            clusters.entities.push(Entity { name: String::new(), kind, names: Vec::new() });
            clusters.entities.len() - 1
        });
        let entity = &mut clusters.entities[at];
        if !entity.names.iter().any(|name| name == named.name) {
            entity.names.push(named.name.to_owned());
        }
        clusters.of.push(Some(at));
    }
    for entity in &mut clusters.entities {
        entity.name = fullest(&entity.names).to_owned();
        entity.names.sort();
    }
    clusters
}

/// "Roe-Doe" where the article names a Roe and a Doe: two people.
fn is_pair(form: &Form, surnames: &FxHashSet<&str>) -> bool {
    !form.spaced && form.words.len() == 2 && form.words.iter().all(|word| surnames.contains(word.as_str()))
}

/// The name with most words, then most letters; the first of equal ones.
fn fullest(names: &[String]) -> &str {
    let mut best = "";
    for name in names {
        let size = |name: &str| (words(name).len(), name.len());
        if best.is_empty() || size(name) > size(best) {
            best = name;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::names::gazetteer::gazetteer;

    fn named(name: &str, kind: EntityKind, points: i32) -> Named<'_> {
        let mut evidence = Evidence::default();
        evidence.add(kind, points);
        Named { name, evidence, gender: None, guessed: false }
    }

    fn grouped(names: &[(&str, EntityKind)]) -> Vec<usize> {
        let named: Vec<Named<'_>> = names.iter().map(|&(name, kind)| named(name, kind, 14)).collect();
        clusters(&named, gazetteer()).of.into_iter().flatten().collect()
    }

    #[test]
    fn a_surname_means_its_full_name() {
        use EntityKind::{Organization, Person, Place};
        assert_eq!(grouped(&[("Jane Roe", Person), ("Roe", Person)]), [0, 0]);
        assert_eq!(grouped(&[("Juan Peña", Person), ("Pena", Person)]), [0, 0]);
        assert_eq!(grouped(&[("Jane Q. Roe", Person), ("Jane Roe", Person), ("Roe", Person)]), [0, 0, 0]);
        assert_eq!(grouped(&[("Jane Roe", Person), ("John Roe", Person)]), [0, 1]);
        assert_eq!(grouped(&[("Jane France", Person), ("France", Place)]), [0, 1]);
        assert_eq!(grouped(&[("Roe Industries", Organization), ("Jane Roe", Person)]), [0, 1]);
        assert_eq!(
            grouped(&[("Jane Roe", Person), ("Doe-Roe", Person), ("Doe-Roe", Person), ("Roe", Person)]),
            [0, 1, 1, 0]
        );
        assert_eq!(grouped(&[("al-Roe", Person), ("Roe", Person)]), [0, 0]);
    }

    #[test]
    fn a_surname_that_is_a_mans_name_may_be_a_womans_and_a_towns() {
        let named = |name, kind, gender, guessed| Named { gender, guessed, ..named(name, kind, 18) };
        let whole = named("Jane Stanley", EntityKind::Person, Some(Gender::Female), false);
        let alone = named("Stanley", EntityKind::Place, Some(Gender::Male), true);
        let found = clusters(&[whole, alone.clone(), alone], gazetteer());
        assert_eq!(found.of, [Some(0); 3]);
        assert_eq!((found.entities[0].kind, found.genders[0]), (EntityKind::Person, Some(Gender::Female)));
    }

    #[test]
    fn a_pair_of_surnames_is_no_name() {
        let names = ["Jane Roe", "John Doe", "Roe-Doe"].map(|name| named(name, EntityKind::Person, 14));
        assert_eq!(clusters(&names, gazetteer()).of, [Some(0), Some(1), None]);
    }

    #[test]
    fn an_acronym_means_its_expansion() {
        use EntityKind::{Organization, Person};
        assert_eq!(grouped(&[("Arden Vale Police", Organization), ("Arden Vale", Organization)]), [0, 1]);
        assert_eq!(grouped(&[("Lake Rescue Association", Organization), ("LRA", Organization)]), [0, 0]);
        assert_eq!(grouped(&[("Lars Rolf Andersson", Person), ("LRA", Organization)]), [0, 1]);
    }

    #[test]
    fn spellings_of_the_lists_meet_and_unlike_states_do_not() {
        use EntityKind::Place;
        assert_eq!(grouped(&[("U.S.", Place), ("United States", Place), ("US", Place)]), [0, 0, 0]);
        assert_eq!(grouped(&[("Iran", Place), ("Iraq", Place)]), [0, 1]);
    }

    #[test]
    fn a_body_is_found_without_its_kind_and_its_parts_are_others() {
        use EntityKind::Organization;
        let same = |a, b| grouped(&[(a, Organization), (b, Organization)]) == [0, 0];
        assert!(same("Kelso Police Department", "Kelso Police"));
        assert!(same("Zorvex Steel Corporation", "Zorvex"));
        assert!(!same("Kelso University Press", "Kelso University"));
        assert!(!same("Zorvex Reading Club", "Zorvex"));
        assert!(!same("Senate Harbour Committee", "Senate"));
    }

    #[test]
    fn a_body_is_found_without_its_state() {
        use EntityKind::Organization;
        assert_eq!(
            grouped(&[("Ruritanian Transport Ministry", Organization), ("Transport Ministry", Organization)]),
            [0, 0]
        );
        let two = [
            ("Ruritanian Transport Ministry", Organization),
            ("Arcadian Transport Ministry", Organization),
            ("Transport Ministry", Organization),
        ];
        assert_eq!(grouped(&two), [0, 1, 2]);
    }
}
