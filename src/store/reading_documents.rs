//! Documents read for the database: each with its hash and its reading, and what could not be read of it.
//!
//! A panic of reading costs its sentence. It is shown on no terminal, but noted with its place.

use std::cell::Cell;
use std::panic;
use std::sync::Once;

use super::articles::Ready;
use crate::input::Document;
use crate::reading::{self, ArticleText, TextOf};

/// A document with its text's hash.
pub type Hashed = (Document, String);

/// Reads a document.
pub fn read((document, sha256): Hashed) -> Ready {
    let article = ArticleText {
        body: &document.body,
        headline: document.headline.as_deref(),
        published: document.published,
        outlet: &document.outlet,
    };
    let (reading, skipped) = quietly(|| reading::read_carefully(&article));
    let line = |sentence: &usize| match reading.sentences.get(*sentence).map(|sentence| reading.locate(sentence.span)) {
        Some((TextOf::Body, span)) => {
            1 + document.body.get(..span.start).map_or(0, |before| before.matches('\n').count())
        }
        _ => 0,
    };
    let unread = skipped.iter().map(line).collect();
    Ready { document, sha256, reading, unread }
}

/// What a person should know of sentences that reading failed at.
pub fn note(ready: &Ready) -> Option<String> {
    let lines: Vec<String> = ready.unread.iter().take(3).map(ToString::to_string).collect();
    let more = if ready.unread.len() > lines.len() { " …" } else { "" };
    let what = match ready.unread.len() {
        0 => return None,
        1 => "1 sentence was".to_owned(),
        many => format!("{many} sentences were"),
    };
    let file = &ready.document.file;
    Some(format!(
        "{file}: newsfacts failed at reading, and {what} left unread (line {}{more}); please report it",
        lines.join(", ")
    ))
}

thread_local! {
    /// Whether this thread reads.
    static READS: Cell<bool> = const { Cell::new(false) };
}

/// Runs `read` without a word about its panics on the terminal.
fn quietly<T>(read: impl FnOnce() -> T) -> T {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let shown = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !READS.get() {
                shown(info);
            }
        }));
    });
    READS.set(true);
    let result = read();
    READS.set(false);
    result
}
