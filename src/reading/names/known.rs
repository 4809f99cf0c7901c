//! What the lists of names tell: the classes of places, titles and words beside names, and the things that have a name.
//!
//! Plain data; it is looked up in `gazetteer`.

use crate::reading::kinds::{EntityKind, SourceKind};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of place a name of the list is.
    PlaceClass {
        /// A state.
        Country = "country",
        /// The seat of a state's government: its name may stand for the state.
        Capital = "capital",
        /// A town.
        City = "city",
        /// A part of a federal state.
        State = "state",
        /// A land, a province, a part of the world.
        Region = "region",
        /// A sea, a river, a strait.
        Water = "water",
    }
}

vocabulary! {
    /// Which human beings a word is used of.
    Gender {
        /// "she".
        Female = "female",
        /// "he".
        Male = "male",
    }
}

vocabulary! {
    /// What a word before a personal name is.
    TitleClass {
        /// "Mr."
        Honorific = "honorific",
        /// "Gen."
        Rank = "rank",
        /// "President", capitalised.
        Office = "office",
        /// "economist", in lower case.
        Role = "role",
    }
}

vocabulary! {
    /// Where a telling word must stand in a name.
    HeadPlace {
        /// At its start ("Mount").
        First = "first",
        /// At its end ("Airport").
        Last = "last",
        /// Anywhere ("Ministry").
        Any = "any",
    }
}

vocabulary! {
    /// The part that a small word plays in or beside names.
    NameWord {
        /// Begins or joins parts of personal names ("van").
        Particle = "particle",
        /// Left out of an acronym ("of").
        Small = "small",
        /// An organ of a state ("ministry").
        Organ = "organ",
        /// A kind of medium: "the network" may mean the only one that an article names ("network").
        Medium = "medium",
        /// A form of company that is no part of its name ("Inc").
        Tail = "tail",
        /// Tells that "the company" may mean the name it stands in.
        Company = "company",
        /// Stands after a personal name ("Jr").
        Suffix = "suffix",
        /// A title that is a surname as well ("King").
        Surname = "surname",
        /// Belongs to the title behind it ("deputy").
        Rank = "rank",
        /// Its subject holds a post ("heads").
        PostVerb = "post_verb",
        /// An adjective that describes no one ("other").
        NoEpithet = "no_epithet",
        /// Stands before places ("in").
        PlaceBefore = "place_before",
        /// Stands before places and others ("at").
        PlacePerhaps = "place_perhaps",
        /// A verb with persons and bodies as subjects ("say").
        Speech = "speech",
        /// Ends the name of a street and hardly any other ("road").
        Street = "street",
        /// Ends the name of a street or of something else ("court").
        StreetPerhaps = "street_perhaps",
        /// A number belongs to the name that ends in it ("route").
        Numbered = "numbered",
        /// Stands before or behind a street or town ("ne").
        Quarter = "quarter",
        /// Stands before the place of which it names a part ("downtown").
        Part = "part",
        /// Ends the name of a station, before its number ("news").
        Station = "station",
        /// Stands in small letters between two names ("or").
        Seam = "seam",
        /// No name where it stands alone ("CPR").
        Alone = "alone",
        /// Ends the name of a file ("jpg").
        File = "file",
        /// A maker of cars or guns, before the name of a model ("Honda").
        Make = "make",
        /// A body of which each town or state has one ("court").
        Local = "local",
        /// Opens a word that is no name ("anti").
        Prefix = "prefix",
        /// Ends the address of a site ("com").
        Domain = "domain",
        /// Tells what a name names, but is a surname, too ("Woods").
        SurnameHead = "surname_head",
    }
}

/// A known place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What kind of place.
    pub class: PlaceClass,
    /// The name under which its spellings meet.
    pub canonical: &'static str,
    /// The land around it, or nothing.
    pub within: &'static str,
}

/// A known name of anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body {
    /// The name under which its spellings meet.
    pub canonical: &'static str,
    /// What it is.
    pub kind: EntityKind,
}

/// A medium, data service or network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Medium {
    /// The name under which its spellings meet.
    pub canonical: &'static str,
    /// Outlet, agency, data or social.
    pub kind: SourceKind,
}

/// A nation, faith or movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The name under which its spellings meet.
    pub canonical: &'static str,
    /// Where it lives, or nothing.
    pub place: &'static str,
}

/// A word before or beside a personal name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// What kind of word.
    pub class: TitleClass,
    /// Whom it is used of, where it tells.
    pub gender: Option<Gender>,
}

/// What a name of the lists is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A place.
    Place(Place),
    /// A medium.
    Medium(Medium),
    /// A nation, faith or movement.
    Group(Group),
    /// Anything else.
    Body(Body),
}

impl Known {
    /// The name under which its spellings meet.
    #[must_use]
    pub const fn canonical(&self) -> &'static str {
        match self {
            Self::Place(place) => place.canonical,
            Self::Medium(medium) => medium.canonical,
            Self::Group(group) => group.canonical,
            Self::Body(body) => body.canonical,
        }
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        match self {
            Self::Place(_) => EntityKind::Place,
            Self::Medium(_) => EntityKind::Organization,
            Self::Group(_) => EntityKind::Group,
            Self::Body(body) => body.kind,
        }
    }
}
