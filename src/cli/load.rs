//! `newsfacts load`: files and folders into a database.

mod ending;

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::{Ending, Messages};
use crate::error::Error;
use crate::input::{self, Found, Given, Manifest};
use crate::store::{self, load::Plan};

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  newsfacts load news.db reports/\n  newsfacts load news.db reports/ --manifest list.csv --story \"Harbour fire\"\n  curl -s https://example.org/report.txt | newsfacts load news.db - --outlet Herald"
)]
pub struct Args {
    /// The database; it is made where there is none
    db: PathBuf,
    /// Files and folders; - is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// A CSV table that names outlet, date, url and headline of each file
    #[arg(long, value_name = "FILE.csv")]
    manifest: Vec<PathBuf>,
    /// The outlet of every article that no manifest names
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// The day of publication of every article that no manifest dates
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// Put all articles into one story of this label
    #[arg(long, value_name = "LABEL")]
    story: Option<String>,
    /// Threads that read; one a core where it is not given
    #[arg(long, short, value_name = "N", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    /// The largest file that is read: bytes, or with K, M, G
    #[arg(long, value_name = "SIZE", default_value = "16M", value_parser = bytes)]
    max_size: u64,
    /// Read and tell, write nothing
    #[arg(long)]
    dry_run: bool,
    /// Let any refusal roll all back
    #[arg(long)]
    strict: bool,
}

/// Loads, and tells what came of it.
pub fn run(args: Args, messages: Messages) -> Result<Ending, Error> {
    let mut found = input::find(&args.paths);
    let manifest = manifests(&args.manifest, &mut found);
    let given = Given { outlet: args.outlet, published: args.published, story: args.story, max_size: args.max_size };
    let plan = Plan {
        items: &found.items,
        manifest: &manifest,
        given: &given,
        notes: left_out(&found).into_iter().collect(),
        rejections: found.rejections,
        options: options(),
        strict: args.strict,
        jobs: args.jobs,
    };
    if plan.items.is_empty() && plan.rejections.is_empty() {
        messages.warning(
            &"there is nothing to read: .txt, .html, .json, .jsonl, .csv and .xml files are, and - is standard input",
        );
    }
    let bar = progress(messages, plan.items.len());
    let began = Instant::now();
    let is_new = !args.dry_run && !args.db.exists();
    let mut connection = if args.dry_run { store::open_copy(&args.db)? } else { store::open_for_writing(&args.db)? };
    let outcome = store::load::load(&mut connection, plan, &|done| bar.set_position(done as u64))?;
    bar.finish_and_clear();
    warn(outcome.rejections.iter().map(ToString::to_string), "rejects", messages);
    if outcome.rolled_back {
        drop(connection);
        if is_new {
            fs::remove_file(&args.db).map_err(|error| Error::file(format!("removing {}", args.db.display()), error))?;
        }
        messages.say(&format!("nothing is in: {} rejected, and --strict rolls all back", outcome.rejections.len()));
        return Ok(Ending::Refused);
    }
    let summary = store::summary(&connection, outcome.load_id)?;
    for line in ending::lines(&outcome, &summary, began.elapsed(), args.dry_run) {
        messages.say(&line);
    }
    warn(outcome.notes.iter().cloned(), "load_notes", messages);
    if !args.dry_run && !outcome.articles.is_empty() {
        messages.say(&ending::next(&args.db, &summary));
    }
    Ok(if outcome.rejections.is_empty() { Ending::Done } else { Ending::Refused })
}

/// Warnings that are shown one by one; the table has them all.
const SHOWN: usize = 20;

fn warn(warnings: impl ExactSizeIterator<Item = String>, table: &str, messages: Messages) {
    let more = warnings.len().saturating_sub(SHOWN);
    for warning in warnings.take(SHOWN) {
        messages.warning(&warning);
    }
    if more > 0 {
        messages.warning(&format!("and {more} more, all of them in the table {table}"));
    }
}

/// A bar on a terminal, for loads that take a while.
fn progress(messages: Messages, files: usize) -> ProgressBar {
    if !messages.progress() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} files, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(files as u64).with_style(style)
}

/// The manifests that were named, then those found in folders.
fn manifests(named: &[PathBuf], found: &mut Found) -> Manifest {
    let mut manifest = Manifest::default();
    for path in named.iter().chain(&found.manifests) {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        found.rejections.extend(manifest.add(path, &name));
    }
    manifest
}

/// What folders hold beside what is read.
fn left_out(found: &Found) -> Option<String> {
    let endings: Vec<_> = found.left_out.iter().map(|(ending, count)| format!("{count} {ending}")).collect();
    (!endings.is_empty()).then(|| format!("files of other kinds were left out: {}", endings.join(", ")))
}

/// The options as typed, without the program's name.
fn options() -> String {
    let typed: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    serde_json::Value::from(typed).to_string()
}

/// A size: a number with or without K, M, G.
fn bytes(typed: &str) -> Result<u64, String> {
    let upper = typed.to_ascii_uppercase();
    let upper = upper.strip_suffix("IB").or_else(|| upper.strip_suffix('B')).unwrap_or(&upper);
    let (digits, shift) = match upper.as_bytes().last() {
        Some(b'K') => (&upper[..upper.len() - 1], 10),
        Some(b'M') => (&upper[..upper.len() - 1], 20),
        Some(b'G') => (&upper[..upper.len() - 1], 30),
        _ => (upper, 0),
    };
    let number: u64 = digits.trim().parse().map_err(|_| "write a number of bytes, or one with K, M or G".to_owned())?;
    number.checked_mul(1 << shift).ok_or_else(|| "this is too large".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_type_them() {
        for (typed, size) in [("100", 100), ("16M", 16 << 20), ("1k", 1024), ("2GiB", 2 << 30), ("5MB", 5 << 20)] {
            assert_eq!(bytes(typed), Ok(size), "{typed}");
        }
        assert!(bytes("many").is_err());
        assert!(bytes("99999999999G").is_err());
    }
}
