//! `newsfacts dossier`: one HTML page, complete in itself, to read, print and pass on.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use rusqlite::types::Value;

use super::query;
use super::{Ending, Messages};
use crate::error::Error;
use crate::page::{self, Dossier, Heading, Narrowing};
use crate::report::{self, Filters};
use crate::store;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  newsfacts dossier news.db -o page.html\n  \
                        newsfacts dossier news.db --entity Pompeo --title 'What Pompeo said' -o pompeo.html")]
pub struct Args {
    /// The database
    db: PathBuf,
    /// The page; standard output where it is not given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Only what mentions this person, body or place
    #[arg(long, value_name = "NAME")]
    entity: Option<String>,
    /// Only this fact: its id, its key or the start of its key
    #[arg(long, value_name = "ID")]
    fact: Option<String>,
    /// Only facts in which this outlet takes part, and its own claims
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// Only this story
    #[arg(long, value_name = "LABEL")]
    story: Option<String>,
    /// The title of the page; the name of its story, or of the largest, where it is not given
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
}

/// Collects the page and writes it.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    let mut connection = store::open_for_reading(&args.db)?;
    query::guard(&mut connection)?;
    let mut filters = Filters::default();
    for (name, typed) in
        [("entity", &args.entity), ("fact", &args.fact), ("outlet", &args.outlet), ("story", &args.story)]
    {
        filters.set(name, typed.clone());
    }
    for unknown in report::resolve(&connection, &mut filters)? {
        messages.warning(&unknown);
    }
    let narrowing = Narrowing {
        entity: words(&filters, "entity"),
        fact: filters.get("fact").and_then(|value| if let Value::Integer(id) = value { Some(*id) } else { None }),
        outlet: words(&filters, "outlet"),
        story: words(&filters, "story"),
    };
    let dossier = Dossier::collect(&connection, &narrowing)?;
    let (label, day) = page::subject(&connection)?;
    let title = args.title.clone().or_else(|| narrowing.story.clone()).unwrap_or(label);
    let heading = Heading { title: &title, narrowed: &narrowed(args), day: &day };
    let html = page::page(heading, &dossier);
    match &args.output {
        Some(file) => {
            fs::write(file, html).map_err(|error| Error::file(format!("writing {}", file.display()), error))?;
        }
        None => io::stdout().lock().write_all(html.as_bytes())?,
    }
    Ok(Ending::Done)
}

fn words(filters: &Filters, name: &str) -> Option<String> {
    filters.get(name).and_then(|value| if let Value::Text(words) = value { Some(words.clone()) } else { None })
}

/// What narrows the page, in words.
fn narrowed(args: &Args) -> String {
    let parts = [
        ("what mentions", &args.entity),
        ("the fact", &args.fact),
        ("facts with", &args.outlet),
        ("the story", &args.story),
    ];
    let said: Vec<String> =
        parts.iter().filter_map(|(words, name)| name.as_ref().map(|name| format!("{words} {name}"))).collect();
    said.join(" and ")
}
