//! Which names of one article are one thing: full name and surname, acronym and expansion, spellings of the lists.
//!
//! Names are compared word by word, never by likeness of letters, and never merged across kinds.

use rustc_hash::FxHashMap;

use super::evidence::{Evidence, Signs};
use super::fold::{is_capitals, words};
use super::gazetteer::{Gazetteer, Gender, Known, NameWord, PlaceClass};
use crate::reading::article_reading::Entity;
use crate::reading::kinds::EntityKind;

/// One place where a name stands.
#[derive(Debug, Clone)]
pub struct Named<'t> {
    /// Its words as they stand.
    pub name: &'t str,
    /// What its surroundings tell.
    pub signs: Signs,
}

/// The entities of an article, and which one each name means.
#[derive(Debug, Default)]
pub struct Clusters {
    /// In order of their first names.
    pub entities: Vec<Entity>,
    /// Whether an entity's names or titles tell the person's gender.
    pub genders: Vec<Option<Gender>>,
    /// For each name, its entity.
    pub of: Vec<usize>,
}

/// All names that are written alike, or that the lists hold for one.
#[derive(Debug)]
struct Form {
    words: Vec<String>,
    known: Option<Known>,
    evidence: Evidence,
    genders: [usize; 2],
    /// As above, of a given name that stands alone: it tells nothing where it is a surname.
    guessed: [usize; 2],
    /// How often it stands in the article.
    count: usize,
    capitals: bool,
    /// Whether it has words of its own, and not only parts of one: "Roe-Doe" may be two people.
    spaced: bool,
    /// The form of a fuller name that it stands for.
    stands_for: Option<usize>,
}

impl Form {
    fn kind(&self) -> EntityKind {
        let (kind, points) = self.evidence.best();
        if points > 0 {
            return kind;
        }
        match (self.words.len(), self.capitals) {
            (1, true) => EntityKind::Organization,
            (2 | 3, false) => EntityKind::Person,
            _ => EntityKind::Other,
        }
    }

    fn gender(&self) -> Option<Gender> {
        let [female, male] = self.genders;
        let [guessed_female, guessed_male] = self.guessed;
        match (female, guessed_female).cmp(&(male, guessed_male)) {
            std::cmp::Ordering::Greater => Some(Gender::Female),
            std::cmp::Ordering::Less => Some(Gender::Male),
            std::cmp::Ordering::Equal => None,
        }
    }

    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
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
        form.evidence.merge(named.signs.evidence);
        form.count += 1;
        if own.len() > form.words.len() {
            form.words = own;
        }
        let tally = if named.signs.guessed { &mut form.guessed } else { &mut form.genders };
        match named.signs.gender {
            Some(Gender::Female) => tally[0] += 1,
            Some(Gender::Male) => tally[1] += 1,
            None => {}
        }
        of.push(at);
    }
    (forms, of)
}

struct Index {
    by_last: FxHashMap<String, Vec<usize>>,
    by_first: FxHashMap<String, Vec<usize>>,
}

impl Index {
    fn of(forms: &[Form]) -> Self {
        let mut index = Self { by_last: FxHashMap::default(), by_first: FxHashMap::default() };
        for (at, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() > 1) {
            index.by_last.entry(form.last().to_owned()).or_default().push(at);
            index.by_first.entry(form.words[0].clone()).or_default().push(at);
        }
        index
    }
}

/// The full name of which a surname, a first name or a shorter full name is a part.
///
/// "Roe" after "Jane Roe"; of several of one surname the one with most full names, for that is whom the article is about.
fn fuller_person(forms: &[Form], index: &Index, at: usize) -> Option<usize> {
    let form = &forms[at];
    let persons = |list: Option<&Vec<usize>>| -> Vec<usize> {
        let all = list.into_iter().flatten().copied();
        all.filter(|&other| {
            other != at && forms[other].words.len() > form.words.len() && forms[other].kind() == EntityKind::Person
        })
        .collect()
    };
    let mut fuller = persons(index.by_last.get(form.last()));
    fuller.retain(|&other| {
        let longer = &forms[other].words;
        longer.ends_with(&form.words)
            || form.words.len() > 1 && longer[0] == form.words[0] && is_subsequence(&form.words, longer)
    });
    if fuller.is_empty() && form.words.len() == 1 {
        fuller = persons(index.by_first.get(&form.words[0]));
        if fuller.len() > 1 {
            return None;
        }
    }
    let (kind, points) = form.evidence.best();
    // A town of the name of a person in the article is hardly ever meant, unless much speaks for it.
    let margin = match form.known {
        Some(Known::Place(place)) if place.class == PlaceClass::City => 11,
        Some(_) if kind != EntityKind::Person => 6,
        _ => 9,
    };
    let contrary =
        kind != EntityKind::Person && points > form.evidence.of(EntityKind::Person) + margin * form.count as i32;
    let country = matches!(form.known, Some(Known::Place(place)) if place.class == PlaceClass::Country);
    if contrary || country && form.evidence.of(EntityKind::Person) <= 0 {
        return None;
    }
    let agrees = |other: &usize| {
        let surname = forms[*other].words.last() == form.words.last() && form.genders == [0, 0];
        match (form.gender(), forms[*other].gender()) {
            (Some(mine), Some(theirs)) => form.words.len() > 1 || surname || mine == theirs,
            _ => true,
        }
    };
    fuller
        .into_iter()
        .filter(agrees)
        .max_by_key(|&other| (forms[other].spaced, forms[other].count, std::cmp::Reverse(other)))
}

fn is_subsequence(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// The expansion of an acronym: a name whose capitals spell it, with or without its small words.
fn expansion(forms: &[Form], at: usize, lists: &Gazetteer) -> Option<usize> {
    let form = &forms[at];
    if !form.capitals || form.words.len() != 1 || !(2..=7).contains(&form.words[0].len()) {
        return None;
    }
    let letters = &form.words[0];
    let spells = |other: &Form| {
        other.words.len() > 1 && {
            let small = |word: &str| lists.is(word, NameWord::Small);
            let all: String = other.words.iter().filter_map(|word| word.chars().next()).collect();
            let main: String =
                other.words.iter().filter(|word| !small(word)).filter_map(|word| word.chars().next()).collect();
            all == *letters || main == *letters
        }
    };
    let kinds_fit =
        |other: &Form| other.kind() != EntityKind::Person && (form.known.is_none() || other.known.is_none());
    let mut fits = (0..forms.len()).filter(|&other| other != at && spells(&forms[other]) && kinds_fit(&forms[other]));
    let found = fits.next()?;
    fits.next().is_none().then_some(found)
}

/// The fuller name of a body: with its state before it, or with its kind of body after it.
///
/// "Foreign Ministry" after "Ruritanian Foreign Ministry"; "Acme" after "Acme Corp."; not "China" after "China Daily".
fn fuller_body(forms: &[Form], index: &Index, at: usize, lists: &Gazetteer) -> Option<usize> {
    let form = &forms[at];
    let fits = |kind: EntityKind| matches!(kind, EntityKind::Organization | EntityKind::Facility);
    if matches!(form.known, Some(Known::Place(_) | Known::Group(_)))
        || form.evidence.of(EntityKind::Person) > form.evidence.of(EntityKind::Organization)
    {
        return None;
    }
    let with_state = index.by_last.get(form.last()).into_iter().flatten().copied().filter(|&other| {
        let longer = &forms[other].words;
        other != at
            && longer.len() > form.words.len()
            && form.words.len() > 1
            && longer.ends_with(&form.words)
            && fits(forms[other].kind())
    });
    let with_head = index.by_first.get(&form.words[0]).into_iter().flatten().copied().filter(|&other| {
        let longer = &forms[other].words;
        other != at
            && longer.len() > form.words.len()
            && longer.starts_with(&form.words)
            && fits(forms[other].kind())
            && (form.known.is_none() || forms[other].known.is_none())
            && lists.head(&super::fold::capitalised(&forms[other].last().to_uppercase())).is_some()
    });
    let all: Vec<usize> = with_state.chain(with_head).collect();
    match all[..] {
        [one] => Some(one),
        _ => None,
    }
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
            sum.add(EntityKind::Person, form.evidence.of(EntityKind::Person));
        } else {
            sum.merge(form.evidence);
        }
        for side in 0..2 {
            genders[side] += form.genders[side];
            guessed[side] += if is_surname { 0 } else { form.guessed[side] };
        }
    }
    let mut clusters = Clusters::default();
    let mut entity_of: FxHashMap<usize, usize> = FxHashMap::default();
    for (named, &form) in names.iter().zip(form_of) {
        let root = root(form);
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
        clusters.of.push(at);
    }
    for entity in &mut clusters.entities {
        entity.name = fullest(&entity.names).to_owned();
        entity.names.sort();
    }
    clusters
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

    fn grouped(names: &[(&str, EntityKind)]) -> Vec<usize> {
        let named: Vec<Named<'_>> = names
            .iter()
            .map(|&(name, kind)| {
                let mut signs = Signs::default();
                signs.evidence.add(kind, 4);
                Named { name, signs }
            })
            .collect();
        clusters(&named, gazetteer()).of
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
        let named = |name, kind, gender, guessed| {
            let mut evidence = Evidence::default();
            evidence.add(kind, 6);
            Named { name, signs: Signs { evidence, gender, guessed } }
        };
        let whole = named("Jane Stanley", EntityKind::Person, Some(Gender::Female), false);
        let alone = named("Stanley", EntityKind::Place, Some(Gender::Male), true);
        let found = clusters(&[whole, alone.clone(), alone], gazetteer());
        assert_eq!(found.of, [0, 0, 0]);
        assert_eq!((found.entities[0].kind, found.genders[0]), (EntityKind::Person, Some(Gender::Female)));
    }

    #[test]
    fn an_acronym_means_its_expansion() {
        use EntityKind::{Organization, Person};
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
