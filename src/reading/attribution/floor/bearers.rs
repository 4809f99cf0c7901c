//! Who bears which post by the words that the article puts beside names: "Sen. Ann Lee (R-Ohio)" is "the senator", "the
//! Ohio senator", "the Republican". It knows posts as they were read and settles no voice.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::rows;
use crate::reading::Reading;
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::reading::names::coreference::human_noun;
use crate::reading::names::gazetteer::{Known, gazetteer};

const TITLES: &str = include_str!("../../../../data/lexicon/title_nouns.tsv");
const EPITHETS: &str = include_str!("../../../../data/lexicon/epithets.tsv");

static TITLE_NOUNS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut nouns: FxHashMap<&'static str, Vec<&'static str>> = FxHashMap::default();
    for row in rows(TITLES) {
        nouns.entry(row[0]).or_default().push(row[1]);
    }
    nouns
});

static EPITHET_NOUNS: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(EPITHETS).map(|row| (row[0], row[1])).collect());

static FORMER: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let ranks = rows(include_str!("../../../../data/lexicon/ranks.tsv"));
    ranks.filter(|row| row[1] == "former").map(|row| row[0]).collect()
});

/// Whether a noun calls a person, or a company, again that was just named without telling its post.
pub fn calls_again(noun: &str, of: &str) -> bool {
    EPITHET_NOUNS.get(noun) == Some(&of)
}

/// What somebody is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Post {
    entity: usize,
    former: bool,
    /// Where it is given first.
    from: usize,
}

/// The posts of an article.
#[derive(Debug, Default)]
pub struct Bearers {
    posts: FxHashMap<String, Vec<Post>>,
    /// For each entity the words that describe it.
    words: FxHashMap<usize, FxHashSet<String>>,
}

/// "the former Ohio senator": its noun, whether in the past, its other words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// In lower case.
    pub noun: String,
    /// Whether it is a post of the past.
    pub former: bool,
    /// The other words.
    pub rest: Vec<String>,
}

impl Bearers {
    /// Those of an article whose text is `body`.
    pub fn of(body: &str, reading: &Reading) -> Self {
        let mut bearers = Self::default();
        for descriptor in &reading.descriptors {
            let Some(mention) = reading.mentions.get(descriptor.mention) else { continue };
            let person = |entity: &usize| reading.entities[*entity].kind == EntityKind::Person;
            if let Some(entity) = mention.entity.filter(person) {
                bearers.add(entity, &descriptor.span.of(body).to_lowercase(), mention.span.start);
            }
        }
        let names = reading.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
        for mention in names {
            let label = body.get(mention.span.end..).and_then(party);
            let (Some(entity), Some((noun, place))) = (mention.entity, label) else { continue };
            bearers.add(entity, noun, mention.span.start);
            let words = bearers.words.entry(entity).or_default();
            words.extend(canonical(place).split(' ').map(str::to_lowercase));
        }
        bearers
    }

    fn add(&mut self, entity: usize, description: &str, from: usize) {
        let known = self.words.entry(entity).or_default();
        let all = description.split([' ', ',', '-']).filter(|word| !word.is_empty());
        for word in all.clone() {
            known.insert(word.to_owned());
            known.extend(canonical(&capitalised(word)).split(' ').map(str::to_lowercase));
        }
        // "chairman | of the senate committee": the post itself stands before the first preposition.
        let own = |word: &&str| {
            !matches!(*word, "of" | "for" | "at" | "in" | "with" | "who" | "from" | "to" | "on" | "’s" | "'s")
        };
        let head: Vec<&str> = description.split([' ', ',']).filter(|word| !word.is_empty()).take_while(own).collect();
        let former = head.iter().any(|word| is_former(word));
        let nouns = head.iter().flat_map(|word| {
            let short = TITLE_NOUNS.get(word).map_or(&[][..], Vec::as_slice);
            let plain = human_noun(word).is_some() || gazetteer().title(word).is_some();
            short.iter().copied().chain(plain.then_some(*word))
        });
        for noun in nouns {
            let list = self.posts.entry(noun.to_owned()).or_default();
            if list.iter().all(|post| (post.entity, post.former) != (entity, former)) {
                list.push(Post { entity, former, from });
            }
        }
    }

    /// Whether the article says that it bears the post of a description.
    pub fn bears(&self, entity: usize, description: &Description) -> bool {
        self.with(description).any(|post| post.entity == entity)
    }

    /// Whether anyone is said to bear it of whom the article tells its names: Ann Lee of Ohio is not "the Kelso senator".
    pub fn has(&self, description: &Description) -> bool {
        let names: Vec<String> =
            description.rest.iter().filter(|word| word.starts_with(char::is_uppercase)).cloned().collect();
        self.with(description).any(|post| self.tells(post.entity, &names))
    }

    /// The only one who bears the post and of whom the article tells all words of a description before `place`.
    pub fn only(&self, description: &Description, place: usize) -> Option<usize> {
        let mut fits = self.with(description).filter(|post| self.tells(post.entity, &description.rest));
        let one = fits.next()?;
        (fits.all(|post| post.entity == one.entity) && one.from < place).then_some(one.entity)
    }

    /// Whether the article tells all of some words of somebody.
    pub fn tells(&self, entity: usize, words: &[String]) -> bool {
        let known = self.words.get(&entity);
        let told = |word: &str| known.is_some_and(|known| known.contains(&word.to_lowercase()));
        words.iter().all(|word| told(word) || canonical(word).split(' ').all(told))
    }

    fn with(&self, description: &Description) -> impl Iterator<Item = &Post> {
        let former = description.former;
        self.posts.get(&description.noun).into_iter().flatten().filter(move |post| post.former == former)
    }
}

/// Whether a word tells of the past.
pub fn is_former(word: &str) -> bool {
    FORMER.contains(word)
}

/// The name under which the spellings of a place or group meet: "Calif." is California, "GOP" Republican.
fn canonical(word: &str) -> &str {
    match gazetteer().known(word) {
        Some(Known::Place(place)) => place.canonical,
        Some(Known::Group(group)) => group.canonical,
        _ => word,
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The party and the place in "(R-Ohio)" or ", D-Calif.," behind a name.
fn party(after: &str) -> Option<(&'static str, &str)> {
    let label = after.strip_prefix(" (").or_else(|| after.strip_prefix(", "))?;
    let noun = match label.chars().next()? {
        'R' => "republican",
        'D' => "democrat",
        'I' => "independent",
        _ => return None,
    };
    let place = label[1..].strip_prefix(['-', '–']).or_else(|| label[1..].strip_prefix(". "))?;
    let end = place.find([',', ')', ';', '\n'])?;
    (end <= 14).then_some((noun, &place[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sound() {
        for list in [TITLES, EPITHETS] {
            assert_eq!(crate::lexicon::check(list), Ok(()));
        }
    }

    #[test]
    fn a_party_label_tells_party_and_place() {
        assert_eq!(party(" (R-Ohio) left."), Some(("republican", "Ohio")));
        assert_eq!(party(", D-Calif., left."), Some(("democrat", "Calif.")));
        assert_eq!(party(" (Rome, 1920)"), None);
    }
}
