//! The closed word lists of what reading finds: the kinds of the contract, each a word in the tables.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What part of an article a sentence belongs to.
    Section {
        /// The title of the article.
        Headline = "headline",
        /// A headline-like line between body paragraphs.
        Subhead = "subhead",
        /// The running text.
        Body = "body",
        /// Words under a picture.
        Caption = "caption",
        /// A post or document shown in full ("— Jane Roe (@janeroe) …").
        Embed = "embed",
        /// Boilerplate: sharing bars, related links, newsletter plugs. Never read.
        Boilerplate = "boilerplate",
    }
}

vocabulary! {
    /// In which text of an article words stand.
    TextOf {
        /// The article's text.
        Body = "body",
        /// A headline that is no part of the body.
        Headline = "headline",
    }
}

vocabulary! {
    /// What an entity is.
    EntityKind {
        /// A human being.
        Person = "person",
        /// A body that can act: state organs, companies, media, parties.
        Organization = "organization",
        /// A place with a people or a position: states, cities, rivers.
        Place = "place",
        /// Something built: airports, bridges, prisons.
        Facility = "facility",
        /// Something made: aircraft types, software, drugs.
        Product = "product",
        /// A named happening.
        Event = "event",
        /// A nation, faith or movement ("Russians").
        Group = "group",
        /// A book, law, film or treaty.
        Work = "work",
        /// A name of none of these.
        Other = "other",
    }
}

vocabulary! {
    /// How a mention names its entity.
    MentionKind {
        /// By its name.
        Name = "name",
        /// By a noun ("the ministry").
        Nominal = "nominal",
        /// By a pronoun.
        Pronoun = "pronoun",
    }
}

vocabulary! {
    /// What a descriptor says of the entity beside it.
    DescriptorKind {
        /// "President" before a name.
        Title = "title",
        /// "chief of staff of the ground forces" by apposition, relative clause or copula.
        Post = "post",
        /// "his wife".
        Relation = "relation",
        /// "embattled", "socialist dictator".
        Epithet = "epithet",
    }
}

vocabulary! {
    /// How entities hang together.
    LinkRelation {
        /// An organ of a body.
        PartOf = "part_of",
        /// A spokesman, embassy or ministry for whom it speaks.
        SpeaksFor = "speaks_for",
        /// A place in a place.
        LocatedIn = "located_in",
    }
}

vocabulary! {
    /// What a voice is.
    SourceKind {
        /// A medium, ours or one that is cited.
        Outlet = "outlet",
        /// A news agency.
        Agency = "agency",
        /// A named human being.
        Person = "person",
        /// A named body, or a state that speaks.
        Organization = "organization",
        /// A report, letter, law, court filing.
        Document = "document",
        /// A data service ("Flightradar24").
        Data = "data",
        /// A social network as such.
        Social = "social",
        /// Somebody who saw it.
        Witness = "witness",
        /// An official without a name.
        Official = "official",
        /// Several voices together.
        Group = "group",
        /// Only that there is a voice.
        Unnamed = "unnamed",
    }
}

vocabulary! {
    /// How a claim is put.
    ClaimKind {
        /// All content in quotation marks.
        Direct = "direct",
        /// Part of the content in quotation marks.
        Mixed = "mixed",
        /// In the outlet's words.
        Indirect = "indirect",
        /// A refusal or failure to comment.
        Silence = "silence",
        /// The outlet's own voice.
        Narration = "narration",
    }
}

vocabulary! {
    /// The origin's stance to the content.
    Polarity {
        /// Put forward (a negated sentence too).
        Affirmed = "affirmed",
        /// Rejected by its origin ("denied that X").
        Denied = "denied",
    }
}

vocabulary! {
    /// How real the content is said to be; the first that fits, from the bottom up.
    Modality {
        /// As it is.
        Asserted = "asserted",
        /// "reportedly": no voice, no hop.
        Reported = "reported",
        /// Hedged in the speaker's own words.
        Hedged = "hedged",
        /// May happen.
        Possible = "possible",
        /// Is to happen.
        Planned = "planned",
        /// Urged, asked, ordered, threatened, feared.
        Wanted = "wanted",
    }
}

vocabulary! {
    /// How well a voice is known.
    Anonymity {
        /// By a proper name.
        Named = "named",
        /// One voice, by role or place ("a local journalist").
        Described = "described",
        /// Several without a name ("officials", "media reports").
        Collective = "collective",
        /// Nothing but that there is one ("a source", "it was reported").
        Unnamed = "unnamed",
        /// The article does not settle who it is ("he"): left open rather than guessed.
        Unresolved = "unresolved",
    }
}

vocabulary! {
    /// TIMEX3 types.
    TimeType {
        /// A day or a longer calendar unit.
        Date = "DATE",
        /// A time of day.
        Time = "TIME",
        /// A length of time.
        Duration = "DURATION",
        /// Something that recurs.
        Set = "SET",
    }
}

vocabulary! {
    /// What a time was anchored on.
    TimeBasis {
        /// Says it all itself.
        Explicit = "explicit",
        /// The publication date.
        Published = "published",
        /// Another time in the article.
        Article = "article",
        /// Another article of the story.
        Story = "story",
        /// Nothing: it has no interval.
        None = "none",
    }
}

vocabulary! {
    /// What kind of question a value answers.
    FactKind {
        /// How many, how much.
        Quantity = "quantity",
        /// How many killed, injured, missing, arrested.
        Casualties = "casualties",
        /// How much money.
        Money = "money",
        /// How old.
        Age = "age",
        /// When, how long.
        Date = "date",
        /// Where.
        Place = "place",
        /// What post somebody holds.
        Role = "role",
        /// Why it happened.
        Cause = "cause",
        /// What for.
        Purpose = "purpose",
        /// Who did it.
        Identity = "identity",
        /// Whether it happened.
        Polarity = "polarity",
        /// What a party answered.
        Response = "response",
        /// How a quotation was worded.
        QuoteWording = "quote-wording",
        /// Who said it.
        Attribution = "attribution",
        /// Anything else.
        Other = "other",
    }
}
