//! The list of the program's own reports, grouped as `newsfacts report DB` shows them, and of its views.

use super::{Report, filled};

/// Reports that belong together.
#[derive(Debug)]
pub struct Group {
    /// What they have in common.
    pub title: &'static str,
    /// Name and SQL of each.
    members: &'static [(&'static str, &'static str)],
}

impl Group {
    /// Its reports.
    pub fn reports(&self) -> impl Iterator<Item = Report> + use<> {
        let members = self.members;
        members.iter().map(|&(name, sql)| Report { name: name.into(), sql: sql.into(), own: false })
    }
}

macro_rules! group {
    ($title:literal: $($name:literal),+ $(,)?) => {
        Group { title: $title, members: &[$(($name, include_str!(concat!("canned/", $name, ".sql")))),+] }
    };
}

macro_rules! views {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("views/", $name, ".sql")))),+]
    };
}

const GROUPS: &[Group] = &[
    group!("what is in the database": "articles", "stories", "entities", "coverage", "not-linked", "edits"),
    group!("who says what": "claims", "attribution", "sources", "chains", "anonymous", "quotes", "responses", "denials", "framing"),
    group!("questions and their answers": "facts", "numbers", "dates", "timeline"),
    group!("where reports disagree": "conflicts", "conflict-sides", "compare", "headline-vs-body", "hedges", "not-comparable"),
    group!("on whose word": "origins", "single-source", "lost-attribution", "reuse", "reuse-articles", "omissions", "exclusives"),
];

/// A view that another view asks stands before it.
const VIEWS: &[(&str, &str)] = views!(
    "article_details",
    "claim_details",
    "fact_values",
    "sentence_details",
    "earlier_sentences",
    "voice_names",
    "claim_voices",
    "claim_entities",
    "answer_relations",
    "answer_words",
    "value_pairs"
);

/// The reports by what they are about.
#[must_use]
pub const fn groups() -> &'static [Group] {
    GROUPS
}

/// Every report of the program.
pub fn reports() -> impl Iterator<Item = Report> {
    GROUPS.iter().flat_map(Group::reports)
}

/// Every view with its SELECT: those for people, then one a report, the same text with NULL in place of its filters.
#[must_use]
pub fn views() -> Vec<(String, String)> {
    let views = VIEWS.iter().map(|&(name, sql)| (name.to_owned(), sql.trim_end().to_owned()));
    let reports = reports().map(|report| (report.view(), filled(report.sql.trim_end(), |_| "NULL".to_owned())));
    views.chain(reports).collect()
}
