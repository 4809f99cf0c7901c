//! What `show` shows, as plain data: fields, then parts with fields and passages of articles.

use serde::{Serialize, Serializer};

use crate::vocabulary::vocabulary;

/// A row and what stands behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    /// What it is.
    pub kind: &'static str,
    /// Its own words or name.
    pub title: String,
    /// What its row says.
    #[serde(serialize_with = "object")]
    pub fields: Vec<Field>,
    /// What stands behind it.
    pub parts: Vec<Part>,
}

/// A name and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The column, mostly.
    pub name: &'static str,
    /// As text.
    pub value: String,
}

/// One side of what stands behind a row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is about.
    pub title: String,
    /// What can be said in a few words.
    pub lines: Vec<String>,
    /// Where it stands.
    pub passages: Vec<Passage>,
    /// Passages that are left out.
    pub left_out: usize,
}

/// Words of an article with what is marked in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// What it shows.
    pub shows: String,
    /// Whose report.
    pub outlet: String,
    /// Its day, or nothing.
    pub published: String,
    /// Its file.
    pub file: String,
    /// The line where the passage starts.
    pub line: i64,
    /// The first code point of the body that is shown.
    pub start_char: i64,
    /// The words.
    pub text: String,
    /// Parts of the words, by their place in the body.
    pub marks: Vec<Mark>,
}

/// Some words of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// What they are.
    #[serde(serialize_with = "word")]
    pub role: Role,
    /// In code points of the body.
    pub start_char: i64,
    /// In code points of the body.
    pub end_char: i64,
}

vocabulary! {
    /// What marked words are.
    Role {
        /// Who says it.
        Source = "source",
        /// The words that report.
        Cue = "cue",
        /// What is put forward.
        Claim = "claim",
        /// The words that hedge it.
        Hedge = "hedge",
        /// An answer.
        Value = "value",
        /// A name.
        Name = "name",
    }
}

impl Card {
    /// Adds a field, unless it has nothing to say.
    pub fn field(&mut self, name: &'static str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.fields.push(Field { name, value });
        }
    }

    /// Adds a part, unless it is empty.
    pub fn part(&mut self, part: Part) {
        if !part.lines.is_empty() || !part.passages.is_empty() {
            self.parts.push(part);
        }
    }
}

impl Part {
    /// A part that is still empty.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }
}

/// Fields as one object, in their order.
fn object<S: Serializer>(fields: &[Field], out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(fields.iter().map(|field| (field.name, &field.value)))
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
fn word<S: Serializer>(role: &Role, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(role.as_str())
}
