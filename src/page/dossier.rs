//! What a page tells, as plain data.
//!
//! It knows neither the database (`collect` fills it) nor HTML (the sections write it).

/// What narrows a page; `None` is everything.
#[derive(Debug, Clone, Default)]
pub struct Narrowing {
    /// Only what mentions the entity of this name, or is about it.
    pub entity: Option<String>,
    /// Only this fact.
    pub fact: Option<i64>,
    /// Only facts in which the outlet of this name takes part.
    pub outlet: Option<String>,
    /// Only the story of this label.
    pub story: Option<String>,
}

/// Everything that a page shows.
#[derive(Debug, Default)]
pub struct Dossier {
    /// Facts whose answers conflict, each with its sides.
    pub conflicts: Vec<Conflict>,
    /// Who is cited by whom, a row an attributed claim and voice (a joint voice is a row for each member).
    pub citations: Vec<Citation>,
    /// On whose word each outlet's claims rest.
    pub shares: Vec<Shares>,
    /// Dated claims.
    pub events: Vec<Event>,
    /// Chains of two hops and more, and reports that an outlet takes over from an agency.
    pub chains: Vec<Chain>,
    /// The articles that something above leads to, whole.
    pub articles: Vec<Article>,
}

/// A fact whose answers conflict.
#[derive(Debug)]
pub struct Conflict {
    /// The question.
    pub question: String,
    /// `hard` or `soft`.
    pub strength: String,
    /// One sentence that says why.
    pub why: String,
    /// Its answers, equal ones side by side.
    pub sides: Vec<Side>,
}

/// One answer in one article.
#[derive(Debug)]
pub struct Side {
    /// Who reports it.
    pub outlet: String,
    /// When, or nothing.
    pub published: String,
    /// The normalised answer.
    pub answer: String,
    /// The answer in words for people.
    pub words: String,
    /// On whose word.
    pub chain: String,
    /// The sentence with the words that give the answer.
    pub words_in: Passage,
    /// Where.
    pub place: Place,
}

/// Words in their sentence.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    /// The sentence in which the words begin.
    pub sentence: String,
    /// The words in it, in code points; not always inside it.
    pub span: (i64, i64),
}

/// A sentence of an article, as a link and as words for paper.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file of the article.
    pub file: String,
    /// The 1-based line of its body.
    pub line: i64,
    /// The sentence that a link leads to.
    pub sentence_id: i64,
}

/// A claim with the outlet that carries it and the voice it comes from.
#[derive(Debug)]
pub struct Citation {
    /// Who cites.
    pub outlet: String,
    /// Who is cited.
    pub voice: String,
    /// What is cited.
    pub claim: String,
    /// The claim in its sentence.
    pub words_in: Passage,
    /// How it came.
    pub chain: String,
    /// Which claim it is; a joint voice has several rows of one claim.
    pub claim_id: i64,
    /// Where.
    pub place: Place,
}

/// How many claims of an outlet rest on whom.
#[derive(Debug)]
pub struct Shares {
    /// The outlet.
    pub outlet: String,
    /// Claims by voices with a name, described, collective, without a name, left open, and in the outlet's own words.
    pub counts: [i64; 6],
    /// The sentence of the first claim of each kind.
    pub firsts: [Option<i64>; 6],
}

/// A claim with the days it tells of.
#[derive(Debug)]
pub struct Event {
    /// First day.
    pub low: String,
    /// Last day, or nothing.
    pub high: String,
    /// The words of time.
    pub words: String,
    /// The claim.
    pub claim: String,
    /// The claim in its sentence.
    pub words_in: Passage,
    /// On whose word.
    pub chain: String,
    /// Who reports it.
    pub outlet: String,
    /// Where.
    pub place: Place,
}

/// Outlet, whom it names, origin.
#[derive(Debug)]
pub struct Chain {
    /// Who reports.
    pub outlet: String,
    /// Whom the outlet names.
    pub via: String,
    /// Who said it.
    pub origin: String,
    /// How many claims came this way.
    pub claims: usize,
    /// The sentence of the first of them.
    pub sentence_id: i64,
}

/// An article, sentence by sentence.
#[derive(Debug)]
pub struct Article {
    /// Its outlet.
    pub outlet: String,
    /// Its day, or nothing.
    pub published: String,
    /// Its headline, or nothing.
    pub headline: String,
    /// Its file.
    pub file: String,
    /// Its address, or nothing.
    pub url: String,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

/// A sentence of an article.
#[derive(Debug)]
pub struct Sentence {
    /// What links lead to.
    pub id: i64,
    /// Sentences of one paragraph stand together.
    pub paragraph: i64,
    /// Its section.
    pub section: String,
    /// Its words.
    pub words: String,
    /// Its line.
    pub line: usize,
    /// The way each claim in it came, each way once; empty where nothing is claimed.
    pub chains: Vec<String>,
}
