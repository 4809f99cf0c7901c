//! Loading: documents in, whole articles with their facts out, many a transaction.
//!
//! Reading runs in parallel, writing in the order of the input, so that the same input gives the same rows whatever the
//! number of threads.

use rayon::prelude::*;
use rusqlite::{Connection, params};

use super::articles::{self, Ready};
use super::claim_key::sha256;
use super::identity::{Identity, identify};
use super::inheriting::inherit;
use super::reading_documents::{self, Hashed, read};
use super::touched::Touched;
use super::{facts, linking, rest, stale, stories, views};
use crate::error::Error;
use crate::input::{Basis, Documents, Given, Item, Manifest, Rejection, documents};

/// So many files are read together at most …
const FILES: usize = 128;
/// … fewer when they are large, in bytes.
const BYTES: u64 = 8 << 20;
/// A transaction ends when it holds so many articles: linking and comparing are done once for all of them.
const ARTICLES: usize = 1024;

/// What is loaded, and how.
#[derive(Debug)]
pub struct Plan<'a> {
    /// Files, in order.
    pub items: &'a [Item],
    /// What is known about them.
    pub manifest: &'a Manifest,
    /// What the command line says about all of them.
    pub given: &'a Given,
    /// What was rejected before any file was read.
    pub rejections: Vec<Rejection>,
    /// What a person should know before any file was read.
    pub notes: Vec<String>,
    /// The options as typed, JSON.
    pub options: String,
    /// Any rejection rolls all back.
    pub strict: bool,
    /// Threads that read; 0 takes one a core.
    pub jobs: usize,
}

/// What became of a load.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Its row in `loads`.
    pub load_id: i64,
    /// Articles that are new.
    pub added: usize,
    /// Articles that have a changed text.
    pub versions: usize,
    /// Stored articles of which more is known now.
    pub described: usize,
    /// Documents that were there already.
    pub stored: usize,
    /// What was rejected.
    pub rejections: Vec<Rejection>,
    /// Every note.
    pub notes: Vec<String>,
    /// All that was written, in order.
    pub articles: Vec<i64>,
    /// Written articles that no one dates.
    pub undated: usize,
    /// Written articles whose outlet is only a file's name.
    pub named_after_files: usize,
    /// Articles of the database that another reading has read.
    pub stale: usize,
    /// Strict, and something was rejected: nothing is in.
    pub rolled_back: bool,
}

impl Outcome {
    /// Notes on what the reports lack, once for all of them.
    fn warn(&mut self) {
        let all = self.articles.len();
        if self.stale > 0 {
            let (articles, were) = if self.stale == 1 { ("article", "was") } else { ("articles", "were") };
            self.notes.push(format!(
                "{} {articles} of the database {were} read by another version: newsfacts migrate reads them again",
                self.stale
            ));
        }
        let mut warn = |count: usize, lack: &str, next: &str| {
            if count > 0 {
                let have = if count == 1 { "has" } else { "have" };
                let reports = if all == 1 { "1 report".to_owned() } else { format!("{count} of {all} reports") };
                self.notes.push(format!("{reports} {have} no {lack}: {next}"));
            }
        };
        warn(self.undated, "date", "use --published or a manifest.csv");
        warn(self.named_after_files, "outlet but the name of the file", "use --outlet or a manifest.csv");
    }
}

/// Loads everything; `progress` learns how many files are done.
pub fn load(connection: &mut Connection, plan: Plan<'_>, progress: &(dyn Fn(usize) + Sync)) -> Result<Outcome, Error> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(plan.jobs)
        .stack_size(16 << 20)
        .build()
        .map_err(|error| Error::Internal(format!("the threads that read could not be started: {error}")))?;
    begin_writing(connection)?;
    let mut load = Load { strict: plan.strict, outcome: Outcome::default(), touched: Touched::default() };
    let ended = pool.install(|| load.run(connection, plan, progress));
    if ended.is_err() {
        // Whole articles that are in stay in; the one that failed leaves nothing.
        let _ = connection.execute_batch("ROLLBACK");
    }
    let rested = rest(connection);
    ended?;
    rested?;
    Ok(load.outcome)
}

/// Faster writing for the length of a load; the file is back in one piece at its end.
fn begin_writing(connection: &Connection) -> Result<(), Error> {
    let _: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -65_536)?;
    Ok(())
}

/// Files that are read together.
fn batches(items: &[Item]) -> Vec<&[Item]> {
    let mut batches = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        bytes += std::fs::metadata(&item.path).map_or(0, |about| about.len());
        if at + 1 - start >= FILES || bytes >= BYTES {
            batches.push(&items[start..=at]);
            (start, bytes) = (at + 1, 0);
        }
    }
    if start < items.len() {
        batches.push(&items[start..]);
    }
    batches
}

struct Load {
    strict: bool,
    outcome: Outcome,
    /// By the transaction that is open.
    touched: Touched,
}

impl Load {
    /// Reads one batch while the one before it is written.
    fn run(
        &mut self,
        connection: &mut Connection,
        plan: Plan<'_>,
        progress: &(dyn Fn(usize) + Sync),
    ) -> Result<(), Error> {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        self.open(connection, &plan.options)?;
        self.outcome.notes = plan.notes;
        self.outcome.rejections = plan.rejections;
        let mut waiting = Vec::new();
        let mut done = 0;
        for batch in batches(plan.items) {
            let files = batch.par_iter().map(|item| documents(item, plan.manifest, plan.given)).collect();
            let new = self.take(connection, files)?;
            let earlier = std::mem::take(&mut waiting);
            let (written, read) =
                rayon::join(|| self.write(connection, earlier), || new.into_par_iter().map(read).collect());
            written?;
            waiting = read;
            done += batch.len();
            progress(done);
        }
        self.write(connection, waiting)?;
        self.tie(connection)?;
        self.close(connection)
    }

    fn open(&mut self, connection: &Connection, options: &str) -> Result<(), Error> {
        views::make(connection, &views::of_program())?;
        connection.execute(
            "INSERT INTO loads (started, program, options) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?1, ?2)",
            params![concat!("newsfacts ", env!("CARGO_PKG_VERSION")), options],
        )?;
        self.outcome.load_id = connection.last_insert_rowid();
        Ok(())
    }

    /// Keeps rejections and notes, and hands back what must be read.
    fn take(&mut self, connection: &Connection, files: Vec<Documents>) -> Result<Vec<Hashed>, Error> {
        let mut new = Vec::new();
        for file in files {
            self.outcome.rejections.extend(file.rejections);
            self.outcome.notes.extend(file.notes);
            for mut document in file.articles {
                let sha256 = sha256(&document.body);
                match identify(connection, &document, &sha256)? {
                    Identity::Stored(_) => self.outcome.stored += 1,
                    identity => {
                        inherit(connection, &mut document, identity)?;
                        new.push((document, sha256));
                    }
                }
            }
        }
        Ok(new)
    }

    /// Writes a batch of articles, and ends the transaction when it holds enough of them.
    ///
    /// The connection is borrowed for this thread alone, because reading runs beside it.
    fn write(&mut self, connection: &mut Connection, batch: Vec<Ready>) -> Result<(), Error> {
        for ready in batch {
            self.article(connection, ready)?;
        }
        if self.touched.articles.len() < ARTICLES {
            return Ok(());
        }
        self.tie(connection)?;
        if self.strict { Ok(()) } else { Ok(connection.execute_batch("COMMIT; BEGIN IMMEDIATE")?) }
    }

    /// Ties what was written to the world and compares it: only then are its articles whole.
    fn tie(&mut self, connection: &Connection) -> Result<(), Error> {
        let mut touched = std::mem::take(&mut self.touched);
        if !touched.is_empty() {
            linking::link(connection, &mut touched)?;
            facts::compare(connection, &mut touched)?;
        }
        Ok(())
    }

    fn article(&mut self, connection: &Connection, mut ready: Ready) -> Result<(), Error> {
        let identity = identify(connection, &ready.document, &ready.sha256)?;
        let known = ready.document.clone();
        inherit(connection, &mut ready.document, identity)?;
        if known != ready.document {
            // Another document of this batch gave more of the article.
            ready = read((ready.document, ready.sha256));
        }
        connection.execute_batch("SAVEPOINT article")?;
        match articles::write(connection, self.outcome.load_id, &ready, identity, &mut self.touched) {
            Ok(article_id) => {
                connection.execute_batch("RELEASE article")?;
                match identity {
                    Identity::New => self.outcome.added += 1,
                    Identity::Version(_) => self.outcome.versions += 1,
                    Identity::Described(_) => self.outcome.described += 1,
                    Identity::Stored(_) => self.outcome.stored += 1,
                }
                if !matches!(identity, Identity::Stored(_)) {
                    self.outcome.articles.push(article_id);
                    self.outcome.notes.extend(reading_documents::note(&ready));
                    self.outcome.undated += usize::from(ready.document.published.or(ready.reading.dated).is_none());
                    self.outcome.named_after_files += usize::from(ready.document.outlet_basis == Basis::File);
                }
            }
            // A row that the schema refuses is a mistake of reading: this article stays out, the others come in.
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                connection.execute_batch("ROLLBACK TO article; RELEASE article")?;
                let message = format!("newsfacts read something impossible in this text ({error}); please report it");
                self.outcome.rejections.push(Rejection::whole(ready.document.file.as_str(), "not-read", message));
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Keeps what was rejected and noted, and ends the load.
    fn close(&mut self, connection: &Connection) -> Result<(), Error> {
        let outcome = &mut self.outcome;
        if self.strict && !outcome.rejections.is_empty() {
            outcome.rolled_back = true;
            return Ok(connection.execute_batch("ROLLBACK")?);
        }
        outcome.stale = stale::stale(connection)?;
        outcome.warn();
        outcome.notes.extend(stories::note(connection, outcome.load_id)?);
        let mut reject = connection
            .prepare_cached("INSERT INTO rejects (load_id, file, line, code, message) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for rejection in &outcome.rejections {
            let line = rejection.line.map(|line| line as i64);
            reject.execute(params![outcome.load_id, rejection.file, line, rejection.code, rejection.message])?;
        }
        let mut note = connection.prepare_cached("INSERT INTO load_notes (load_id, note) VALUES (?1, ?2)")?;
        for words in &outcome.notes {
            note.execute(params![outcome.load_id, words])?;
        }
        connection.execute(
            "UPDATE loads SET finished = strftime('%Y-%m-%dT%H:%M:%SZ'), articles = ?2, rejected = ?3 WHERE load_id = ?1",
            params![outcome.load_id, outcome.articles.len() as i64, outcome.rejections.len() as i64],
        )?;
        Ok(connection.execute_batch("COMMIT")?)
    }
}
