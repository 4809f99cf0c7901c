//! The fuller name that a name stands for: a surname's full name, an acronym's expansion, a body with its state or kind.
//!
//! It knows the forms of names of one article and what they look like, not where they stand.

use rustc_hash::FxHashMap;

use super::evidence::Evidence;
use super::gazetteer::{Gazetteer, Gender, Known, NameWord, PlaceClass};
use super::local_bodies::canonical;
use crate::reading::kinds::EntityKind;

/// All names that are written alike, or that the lists hold for one.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) words: Vec<String>,
    pub(super) known: Option<Known>,
    pub(super) evidence: Evidence,
    pub(super) genders: [usize; 2],
    /// As above, of a given name that stands alone: it tells nothing where it is a surname.
    pub(super) guessed: [usize; 2],
    /// How often it stands in the article.
    pub(super) count: usize,
    pub(super) capitals: bool,
    /// Whether it has words of its own, and not only parts of one: "Roe-Doe" may be two people.
    pub(super) spaced: bool,
    /// The form of a fuller name that it stands for.
    pub(super) stands_for: Option<usize>,
}

impl Form {
    pub(super) fn kind(&self) -> EntityKind {
        self.evidence.best().0
    }

    pub(super) fn gender(&self) -> Option<Gender> {
        let [female, male] = self.genders;
        let [guessed_female, guessed_male] = self.guessed;
        match (female, guessed_female).cmp(&(male, guessed_male)) {
            std::cmp::Ordering::Greater => Some(Gender::Female),
            std::cmp::Ordering::Less => Some(Gender::Male),
            std::cmp::Ordering::Equal => None,
        }
    }

    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
}

/// The forms by their last and first words.
pub(super) struct Index {
    by_last: FxHashMap<String, Vec<usize>>,
    by_first: FxHashMap<String, Vec<usize>>,
}

impl Index {
    pub(super) fn of(forms: &[Form]) -> Self {
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
pub(super) fn fuller_person(forms: &[Form], index: &Index, at: usize) -> Option<usize> {
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
        Some(Known::Place(place)) if place.class == PlaceClass::City => 40,
        Some(_) if kind != EntityKind::Person => 20,
        _ => 30,
    };
    let contrary =
        kind != EntityKind::Person && points > form.evidence.of(EntityKind::Person) + margin * form.count as i32;
    let country = matches!(form.known, Some(Known::Place(place)) if place.class == PlaceClass::Country);
    if contrary || country && kind != EntityKind::Person {
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
pub(super) fn expansion(forms: &[Form], at: usize, lists: &Gazetteer) -> Option<usize> {
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
pub(super) fn fuller_body(forms: &[Form], index: &Index, at: usize, lists: &Gazetteer) -> Option<usize> {
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
            // A body of the lists is whole: "Democratic Party" is not the "Kelso Democratic Party".
            && form.known.is_none()
            && longer.ends_with(&form.words)
            && fits(forms[other].kind())
    });
    let own_head = form.words.len() > 1 && is_head(lists, form.last());
    let with_head = index.by_first.get(form.words.first()?).into_iter().flatten().copied().filter(|&other| {
        let longer = &forms[other].words;
        let more = longer.get(form.words.len()..).unwrap_or_default();
        // "Kelso" beside "Kelso Police" is the town.
        let town = canonical(longer).is_some() && canonical(&form.words).is_none();
        // "Kelso Police | Department", "Acme | Steel Corp", not "Kelso University | Press" nor "Acme | Reading Club".
        let tail = more.iter().any(|word| lists.is(word, NameWord::Tail) || lists.is(word, NameWord::Company));
        let organ = matches!(more, [only] if !own_head || only == "department");
        other != at
            && longer.len() > form.words.len()
            && longer.starts_with(&form.words)
            && fits(forms[other].kind())
            && !town
            && (form.known.is_none() && organ || tail && !own_head)
            && (form.known.is_none() || forms[other].known.is_none())
            && is_head(lists, forms[other].last())
    });
    let all: Vec<usize> = with_state.chain(with_head).collect();
    match all[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// Whether a word in small letters tells, with a capital, what a name names.
fn is_head(lists: &Gazetteer, word: &str) -> bool {
    lists.head(&super::fold::capitalised(&word.to_uppercase())).is_some()
}
