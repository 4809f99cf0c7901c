//! A document: one article as it was found, with what is known about it, ready to be read.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use jiff::civil::Date;

use super::decoding::decode;
use super::extract::{Extract, Fault, Form, body};
use super::manifest::{Entry, Manifest};
use super::outlet;
use super::walk::Item;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Who says what an article's outlet or date is.
    Basis {
        /// A manifest.
        Manifest = "manifest",
        /// An option of the command line.
        Option = "option",
        /// The page or feed itself.
        Metadata = "metadata",
        /// The text: a dateline or date line.
        Text = "text",
        /// The name of the file.
        File = "file",
        /// No one.
        None = "none",
    }
}

/// One article as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its name in the database.
    pub file: String,
    /// Whose report it is.
    pub outlet: String,
    /// Who says so.
    pub outlet_basis: Basis,
    /// Where it was published.
    pub url: Option<String>,
    /// The headline of the manifest or page.
    pub headline: Option<String>,
    /// The day of publication; a text may still tell it.
    pub published: Option<Date>,
    /// The moment of publication in UTC.
    pub published_at: Option<String>,
    /// Who says so.
    pub published_basis: Basis,
    /// The story that a person put it into.
    pub story: Option<String>,
    /// The text that is read.
    pub body: String,
}

/// Input that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The file.
    pub file: String,
    /// Its line, where one line is meant.
    pub line: Option<u64>,
    /// A short word for scripts.
    pub code: &'static str,
    /// What is wrong, and what to do next.
    pub message: String,
}

impl Rejection {
    /// A whole file.
    pub fn whole<'a>(file: impl Into<Cow<'a, str>>, code: &'static str, message: impl Into<String>) -> Self {
        Self { file: file.into().into_owned(), line: None, code, message: message.into() }
    }

    /// One line of a file.
    pub fn line<'a>(file: impl Into<Cow<'a, str>>, line: u64, code: &'static str, message: impl Into<String>) -> Self {
        Self { file: file.into().into_owned(), line: Some(line), code, message: message.into() }
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(out, "{}:{line}: {}", self.file, self.message),
            None => write!(out, "{}: {}", self.file, self.message),
        }
    }
}

/// What the command line says about every document.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The outlet.
    pub outlet: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The story.
    pub story: Option<String>,
    /// The largest file that is read, in bytes.
    pub max_size: u64,
}

/// What one file gave.
#[derive(Debug, Default)]
pub struct Documents {
    /// Its articles.
    pub articles: Vec<Document>,
    /// What was refused of it.
    pub rejections: Vec<Rejection>,
    /// What a person should know about it.
    pub notes: Vec<String>,
}

/// Reads and decodes one file.
#[must_use]
pub fn documents(item: &Item, manifest: &Manifest, given: &Given) -> Documents {
    let mut documents = Documents::default();
    let entry = manifest.entry(&item.path);
    match text_of(item, given.max_size, &mut documents.notes) {
        Ok(text) => match Form::of(&item.file, &text) {
            Form::Text => {
                let extract = Extract { text, ..Extract::default() };
                documents.articles.push(document(item.file.clone(), extract, entry, given));
            }
            form => extracted(item, form, &text, entry, given, &mut documents),
        },
        Err(rejection) => documents.rejections.push(rejection),
    }
    documents
}

/// The articles of a page, feed or table of records.
fn extracted(item: &Item, form: Form, text: &str, entry: Option<&Entry>, given: &Given, documents: &mut Documents) {
    let extracts = form.extracts(text);
    if extracts.is_empty() {
        documents.rejections.push(Rejection::whole(item.file.as_str(), "empty", "it holds no article"));
    }
    for (at, extract) in extracts.into_iter().enumerate() {
        match extract {
            Ok(mut extract) => {
                let file = if form == Form::Page { item.file.clone() } else { part_of(&item.file, &extract, at) };
                let headline = extract.headline.as_deref().or(entry.and_then(|entry| entry.headline.as_deref()));
                extract.text = body(headline, &extract.text);
                documents.articles.push(document(file, extract, entry, given));
            }
            Err(Fault { line, code, message }) => {
                documents.rejections.push(Rejection { file: item.file.clone(), line, code, message });
            }
        }
    }
}

/// The name of one article of many in a file: by its address, which stays when the file grows; else by its place.
fn part_of(file: &str, extract: &Extract, at: usize) -> String {
    let address = extract.url.as_deref().map(|url| url.split_once("://").map_or(url, |(_, rest)| rest));
    address.map_or_else(|| format!("{file}#{}", at + 1), |address| format!("{file}#{address}"))
}

/// An article with what manifest, options, metadata and the file's name tell, in this order.
fn document(file: String, extract: Extract, entry: Option<&Entry>, given: &Given) -> Document {
    let nothing = Entry::default();
    let entry = entry.unwrap_or(&nothing);
    let (outlet, outlet_basis) = match (&entry.outlet, &given.outlet, extract.outlet) {
        (Some(outlet), ..) => (outlet.clone(), Basis::Manifest),
        (None, Some(outlet), _) => (outlet.clone(), Basis::Option),
        (None, None, Some(outlet)) => (outlet, Basis::Metadata),
        (None, None, None) => (outlet::from_file(&file), Basis::File),
    };
    let (published, published_at, published_basis) = match (entry.published, given.published, extract.published) {
        (Some(day), ..) => (Some(day), entry.published_at.clone(), Basis::Manifest),
        (None, Some(day), _) => (Some(day), None, Basis::Option),
        (None, None, Some(day)) => (Some(day), extract.published_at, Basis::Metadata),
        (None, None, None) => (None, None, Basis::None),
    };
    Document {
        file,
        outlet,
        outlet_basis,
        url: entry.url.clone().or(extract.url),
        headline: entry.headline.clone().or(extract.headline),
        published,
        published_at,
        published_basis,
        story: entry.story.clone().or_else(|| given.story.clone()).or(extract.story),
        body: extract.text,
    }
}

fn text_of(item: &Item, max_size: u64, notes: &mut Vec<String>) -> Result<String, Rejection> {
    let refuse = |code, message: String| Rejection::whole(item.file.as_str(), code, message);
    let bytes = bytes_of(&item.path, max_size).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => {
            refuse("no-permission", "it may not be read; look at its permissions".into())
        }
        _ => refuse("unreadable", error.to_string()),
    })?;
    if bytes.len() as u64 > max_size {
        return Err(refuse("too-large", format!("it is larger than {}; --max-size allows more", size(max_size))));
    }
    let Some(decoded) = decode(&bytes) else {
        return Err(refuse("binary", "it is no text (it holds U+0000 or other control characters)".into()));
    };
    if decoded.text.trim().is_empty() {
        return Err(refuse("empty", "it holds no text".into()));
    }
    match (decoded.encoding, decoded.damaged) {
        (Some(encoding), _) => {
            notes.push(format!("{}: read as {encoding}, which was guessed from its bytes", item.file));
        }
        (None, true) => notes.push(format!("{}: bytes that are not UTF-8 stand as U+FFFD", item.file)),
        (None, false) => {}
    }
    Ok(decoded.text)
}

/// At most one byte more than is allowed, which is enough to know.
fn bytes_of(path: &Path, max_size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = max_size.saturating_add(1);
    if path.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// A size in bytes as a person types it.
fn size(bytes: u64) -> String {
    match bytes {
        _ if bytes >= 1 << 20 && bytes.trailing_zeros() >= 20 => format!("{} MiB", bytes >> 20),
        _ if bytes >= 1 << 10 && bytes.trailing_zeros() >= 10 => format!("{} KiB", bytes >> 10),
        _ => format!("{bytes} bytes"),
    }
}
