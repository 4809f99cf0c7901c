//! What pages, feeds and records tell of an article, before manifest and options have their say.
//!
//! It chooses the reader by the file's ending or its first characters; each reader is a file of its own.

use jiff::civil::Date;

use super::{feed, page, records};

/// One article inside a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extract {
    /// The article's text, without its headline.
    pub text: String,
    /// Its headline.
    pub headline: Option<String>,
    /// Whose report it is.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The moment of publication in UTC.
    pub published_at: Option<String>,
    /// The story that a person put it into.
    pub story: Option<String>,
}

/// Why a part of a file gives no article: the line, where one line is meant, a word for scripts, and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its 1-based line.
    pub line: Option<u64>,
    /// A short word for scripts.
    pub code: &'static str,
    /// What is wrong, and what to do next.
    pub message: String,
}

impl Fault {
    /// A fault of the whole file.
    pub fn whole(code: &'static str, message: impl Into<String>) -> Self {
        Self { line: None, code, message: message.into() }
    }

    /// A fault of one line.
    pub fn line(line: u64, code: &'static str, message: impl Into<String>) -> Self {
        Self { line: Some(line), code, message: message.into() }
    }
}

/// The articles of a file, or what is wrong, in the order of the file.
pub type Extracts = Vec<Result<Extract, Fault>>;

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text: one article, which is the text itself.
    Text,
    /// A web page.
    Page,
    /// RSS or Atom.
    Feed,
    /// A JSON value: a record, a list of records, or an object that holds one.
    Json,
    /// A JSON record a line.
    JsonLines,
    /// A table with a header row.
    Csv,
}

impl Form {
    /// The form of a file, by its ending; by its first characters where the ending is unknown.
    pub fn of(file: &str, text: &str) -> Self {
        let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        match ending.as_deref() {
            Some("txt") => Self::Text,
            Some("html" | "htm" | "xhtml") => Self::Page,
            Some("json") => Self::Json,
            Some("jsonl" | "ndjson") => Self::JsonLines,
            Some("csv" | "tsv") => Self::Csv,
            Some("xml" | "rss" | "atom") => Self::Feed,
            _ => Self::by_start(text),
        }
    }

    fn by_start(text: &str) -> Self {
        let start = text.trim_start();
        let head: String = start.chars().take(200).flat_map(char::to_lowercase).collect();
        if head.starts_with("<!doctype html") || head.starts_with("<html") {
            Self::Page
        } else if head.starts_with("<rss") || head.starts_with("<feed") || head.starts_with("<?xml") {
            Self::Feed
        } else if head.starts_with("{\"") && start.lines().take(2).filter(|line| line.ends_with('}')).count() == 2 {
            Self::JsonLines
        } else if head.starts_with("{\"") || head.starts_with("[{") {
            Self::Json
        } else if records::is_table(text) {
            Self::Csv
        } else {
            Self::Text
        }
    }

    /// The articles of a text of this form; none of plain text, which needs no reader.
    pub fn extracts(self, text: &str) -> Extracts {
        match self {
            Self::Text => Vec::new(),
            Self::Page => vec![page::extract(text)],
            Self::Feed => feed::extracts(text),
            Self::Json => records::json(text),
            Self::JsonLines => records::json_lines(text),
            Self::Csv => records::csv(text),
        }
    }
}

/// The body of an article: the headline, a blank line and the text; the headline once, where the text begins with it.
pub fn body(headline: Option<&str>, text: &str) -> String {
    let text = text.trim();
    let headline = headline.map(|headline| headline.split_whitespace().collect::<Vec<_>>().join(" "));
    let Some(headline) = headline.filter(|headline| !headline.is_empty()) else { return text.to_owned() };
    // A text whose first sentence begins with the words of the headline keeps them.
    let own_line =
        text.strip_prefix(headline.as_str()).filter(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']));
    format!("{headline}\n\n{}", own_line.map_or(text, str::trim_start)).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headline_stands_once_above_the_text() {
        for (headline, text, wanted) in [
            (Some("Ferry sinks"), "It sank.", "Ferry sinks\n\nIt sank."),
            (Some("Ferry sinks"), "Ferry sinks\nIt sank.\n", "Ferry sinks\n\nIt sank."),
            (Some("Ferry sinks"), "Ferry sinks in Kelso.", "Ferry sinks\n\nFerry sinks in Kelso."),
            (Some(" Ferry\n sinks "), "It sank.", "Ferry sinks\n\nIt sank."),
            (None, " It sank. ", "It sank."),
        ] {
            assert_eq!(body(headline, text), wanted);
        }
    }

    #[test]
    fn a_form_is_told_by_ending_or_start() {
        for (file, text, form) in [
            ("a.HTML", "", Form::Page),
            ("a.txt", "<html>", Form::Text),
            ("-", "<!DOCTYPE html><p>", Form::Page),
            ("-", "<?xml version=\"1.0\"?><rss>", Form::Feed),
            ("-", "[{\"title\": 1}]", Form::Json),
            ("-", "{\"a\": 1}\n{\"a\": 2}\n", Form::JsonLines),
            ("-", "{\"a\": 1}\n", Form::Json),
            ("-", "headline,text,outlet\nFerry sinks,It sank.,Kelso Mirror\n", Form::Csv),
            ("-", "Title;Body\nFerry sinks;It sank.\n", Form::Csv),
            ("-", "headline,text,outlet\n", Form::Text),
            ("-", "Text, date and outlet\n\nThe ferry sank.\n", Form::Text),
            ("report", "A ferry sank.", Form::Text),
        ] {
            assert_eq!(Form::of(file, text), form, "{file} {text}");
        }
    }
}
