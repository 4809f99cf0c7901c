//! The dossier: one HTML file, complete in itself, that an editor can read, print and pass on.
//!
//! No script, no font, no picture from elsewhere. Text of articles is escaped by `maud`. Only `collect` knows SQL.

mod articles;
mod chains;
mod collect;
mod conflicts;
mod dossier;
mod passage;
mod plot;
mod shares;
mod timeline;
mod voices;
mod words;

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use collect::subject;
pub use dossier::{Dossier, Narrowing};

use words::counted;

/// What the head of a page says.
#[derive(Debug, Clone, Copy)]
pub struct Heading<'a> {
    /// The title, for the tab and the first line.
    pub title: &'a str,
    /// What narrows the page, in words; empty for everything.
    pub narrowed: &'a str,
    /// The day of the newest load, `YYYY-MM-DD`.
    pub day: &'a str,
}

/// The page.
#[must_use]
pub fn page(heading: Heading<'_>, dossier: &Dossier) -> String {
    let sections = [
        ("conflicts", "Where they disagree", conflicts::section(&dossier.conflicts)),
        ("voices", "Who is quoted by whom", voices::section(&dossier.citations)),
        ("shares", "On whose word", shares::section(&dossier.shares)),
        ("chains", "How it came", chains::section(&dossier.chains)),
        ("timeline", "What happened when", timeline::section(&dossier.events)),
        ("quotes", "What each voice says", voices::list(&dossier.citations)),
        ("articles", "The reports", articles::section(&dossier.articles)),
    ];
    let whole = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { (heading.title) }
                style { (PreEscaped(include_str!("page.css"))) }
            }
            body {
                header {
                    h1 dir="auto" { (heading.title) }
                    p { (summary(dossier)) @if !heading.narrowed.is_empty() { " Only " (heading.narrowed) "." } }
                    nav aria-label="Sections" { @for (id, title, _) in &sections { a href={ "#" (id) } { (title) } " " } }
                }
                main { @for (id, title, content) in &sections {
                    section id=(id) aria-labelledby={ (id) "-title" } {
                        h2 id={ (id) "-title" } { (title) }
                        (content)
                    }
                } }
                footer { p {
                    "Read by newsfacts from the articles loaded by " (heading.day) ". It says who says what and where answers differ, "
                    "not who is right; every line leads to the words it rests on. Mistakes of reading happen: look at the sentence."
                } }
            }
        }
    };
    whole.into_string()
}

fn summary(dossier: &Dossier) -> Markup {
    let hard = dossier.conflicts.iter().filter(|conflict| conflict.strength == "hard").count();
    let claims: BTreeSet<i64> = dossier.citations.iter().map(|citation| citation.claim_id).collect();
    html! {
        a href="#articles" { (counted(dossier.articles.len(), "report", "reports")) } ", "
        a href="#quotes" { (counted(claims.len(), "claim", "claims")) } " in others' mouths, "
        a href="#conflicts" { (counted(dossier.conflicts.len(), "question", "questions")) } " with different answers, "
        @match hard { 0 => "none of them beyond reconciling.", 1 => "those of 1 cannot all be true.", more => { "those of " (more) " cannot all be true." } }
    }
}

/// A link to a sentence, that also tells on paper where it stands.
fn place(place: &dossier::Place) -> Markup {
    html! { a class="place" href={ "#s" (place.sentence_id) } { (place.file) ", line " (place.line) } }
}

/// What stands in a section that has nothing to show.
fn nothing(words: &str) -> Markup {
    html! { p class="nothing" { (words) } }
}
