//! What one mention of a name can show of its kind.
//!
//! Plain data: `surroundings` looks for the signs, `evidence` weighs them.

use super::gazetteer::Gender;
use crate::reading::kinds::EntityKind;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// One thing that a mention shows.
    Sign {
        /// There in every mention: how frequent the kinds are.
        Always = "always",
        /// The lists hold it as a state, a land or a water.
        ListedLand = "listed_land",
        /// The lists hold it as a town.
        ListedTown = "listed_town",
        /// The lists hold it as a nation, faith or movement.
        ListedGroup = "listed_group",
        /// The lists hold it as a medium.
        ListedMedium = "listed_medium",
        /// The lists hold it as a body.
        ListedBody = "listed_body",
        /// The lists hold it as something built.
        ListedFacility = "listed_facility",
        /// The lists hold it as a person.
        ListedPerson = "listed_person",
        /// The lists hold it as a product, event, work or anything else.
        ListedThing = "listed_thing",
        /// "Jane Roe": a given name opens it.
        GivenFirst = "given_first",
        /// "Jane Roe Foundation".
        GivenBeforeHead = "given_before_head",
        /// "Jane".
        GivenAlone = "given_alone",
        /// "Mr. Roe", "Mayor Roe".
        Title = "title",
        /// "economist Jane Roe".
        RoleBefore = "role_before",
        /// "his wife Jane Roe".
        RelationBefore = "relation_before",
        /// "NATO".
        Acronym = "acronym",
        /// "BREAKING".
        Shouted = "shouted",
        /// "Kelso Bank".
        HeadBody = "head_body",
        /// "Bank of Kelso".
        HeadBodyOf = "head_body_of",
        /// "Kelso Bank Holding".
        HeadBodyInside = "head_body_inside",
        /// "Kelso County".
        HeadPlace = "head_place",
        /// "Mount Kelso", "Republic of Kelso".
        HeadPlaceFirst = "head_place_first",
        /// "Kelso Road".
        HeadFacility = "head_facility",
        /// "Kelso Festival".
        HeadThing = "head_thing",
        /// "Orchard Av NE".
        Street = "street",
        /// "SW Kelso".
        PartOfPlace = "part_of_place",
        /// "WKLO News".
        CallSign = "call_sign",
        /// "Honda Accord".
        Model = "model",
        /// "Jane Roe": a given name and one or two words that are neither everyday words nor tell of a body or place.
        FullName = "full_name",
        /// "Jane Q. Roe", "John Doe Jr.".
        Initial = "initial",
        /// "Roe & Doe".
        Ampersand = "ampersand",
        /// Two or three plain words.
        PlainWords = "plain_words",
        /// One plain word.
        OneWord = "one_word",
        /// More than three words.
        ManyWords = "many_words",
        /// "G20".
        Digit = "digit",
        /// "the Roe".
        The = "the",
        /// "in Kelso".
        PlaceBefore = "place_before",
        /// "at Kelso".
        PlacePerhaps = "place_perhaps",
        /// "of Kelso".
        OfBefore = "of_before",
        /// "by Roe", "with Roe".
        OtherBefore = "other_before",
        /// Subject of a verb of speech.
        Speaks = "speaks",
        /// Subject of another verb.
        Subject = "subject",
        /// "Kelso, Ohio".
        BeforePlace = "before_place",
        /// "Kelso, VA".
        StateAfterComma = "state_after_comma",
        /// "Roe, 41".
        Age = "age",
        /// "Roe, who".
        Who = "who",
        /// "Kelso-based".
        Based = "based",
        /// "Roe's".
        Owner = "owner",
        /// An adjective of one word.
        Adjective = "adjective",
        /// "Kelso police": before a common noun that it hangs on.
        BeforeNoun = "before_noun",
        /// "Roe, a spokeswoman".
        RoleAfter = "role_after",
        /// "Acme, a company".
        BodyAfter = "body_after",
        /// All of it in quotation marks.
        Quoted = "quoted",
        /// The tagger says person.
        TaggedPerson = "tagged_person",
        /// The tagger says organization.
        TaggedBody = "tagged_body",
        /// The tagger says location.
        TaggedPlace = "tagged_place",
        /// The tagger says a name of another kind.
        TaggedThing = "tagged_thing",
        /// The tagger sees no name.
        Untagged = "untagged",
        /// One word at the start of a sentence.
        Opens = "opens",
        /// Nearly all words of its line have capitals.
        Loud = "loud",
        /// A word of everyday English.
        Common = "common",
        /// Its word stands in small letters elsewhere in the article.
        Lowered = "lowered",
        /// In boilerplate.
        Boilerplate = "boilerplate",
        /// In a headline or subhead.
        Headline = "headline",
    }
}

/// What one mention shows, and the person's gender.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs {
    /// A bit for each sign.
    pub all: u64,
    /// The kind that the lists or a head word tell beyond the four that are learnt.
    pub told: Option<EntityKind>,
    /// From a title or a given name.
    pub gender: Option<Gender>,
    /// Whether nothing but a given name that stands alone tells the gender: "Clinton" may as well be a surname.
    pub guessed: bool,
}

impl Signs {
    /// Adds a sign.
    pub fn add(&mut self, sign: Sign) {
        self.all |= 1 << sign as u64;
    }

    /// Whether a sign is there.
    #[must_use]
    pub const fn has(&self, sign: Sign) -> bool {
        self.all & (1 << sign as u64) != 0
    }

    /// The signs, in order.
    pub fn each(&self) -> impl Iterator<Item = Sign> + '_ {
        Sign::ALL.iter().copied().filter(|&sign| self.has(sign))
    }
}
