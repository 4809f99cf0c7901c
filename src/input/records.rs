//! Records: articles in JSON, JSON Lines and CSV, as crawlers and news services write them.
//!
//! What a field means is told by its name (`data/lexicon/fields.tsv`); fields of other names are left out.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use super::extract::{Extract, Extracts, Fault};
use super::manifest::delimiter;
use super::page::{any_moment, host, text_of};
use crate::lexicon;

const FIELDS: &str = include_str!("../../data/lexicon/fields.tsv");

/// What a field is, and its rank among fields of the same meaning.
static MEANINGS: LazyLock<FxHashMap<&str, (&str, u32)>> = LazyLock::new(|| {
    let rows = lexicon::rows(FIELDS);
    rows.filter_map(|row| Some((*row.first()?, (*row.get(1)?, row.get(2)?.parse().ok()?)))).collect()
});

/// The records of a JSON text: one, a list, or an object that holds a list of them.
pub fn json(text: &str) -> Extracts {
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(records)) => records.iter().map(|record| of_value(record, None)).collect(),
        Ok(Value::Object(record)) => match inner_list(&record) {
            Some(records) => records.iter().map(|record| of_value(record, None)).collect(),
            None => vec![of_record(&record, None)],
        },
        Ok(_) => vec![Err(Fault::whole("bad-json", "it holds no record; wanted is an object or a list of objects"))],
        // Several values one after the other: JSON Lines under the wrong name.
        Err(error) if error.line() > 1 && error.to_string().starts_with("trailing characters") => json_lines(text),
        Err(error) => {
            vec![Err(Fault {
                line: Some(error.line() as u64),
                code: "bad-json",
                message: format!("it is no JSON: {error}"),
            })]
        }
    }
}

/// The list of records inside a service's answer: `{"status": "ok", "articles": […]}`.
fn inner_list(record: &Map<String, Value>) -> Option<&Vec<Value>> {
    let is_article = record.keys().any(|name| meaning(name).is_some_and(|(meaning, _)| meaning == "text"));
    let lists = record.values().filter_map(Value::as_array).filter(|list| list.iter().any(Value::is_object));
    if is_article { None } else { lists.max_by_key(|list| list.len()) }
}

/// A record a line; blank lines are skipped.
pub fn json_lines(text: &str) -> Extracts {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = lines.map(|(at, line)| {
        let number = at as u64 + 1;
        match serde_json::from_str::<Value>(line) {
            Ok(value) => of_value(&value, Some(number)),
            Err(error) => Err(Fault::line(number, "bad-json", format!("the line is no JSON: {error}"))),
        }
    });
    read.collect()
}

/// Whether a text without an ending is a table: its first line names fields of an article only, the words among them, and rows follow.
pub fn is_table(text: &str) -> bool {
    let Some((header, rows)) = text.split_once('\n') else { return false };
    let mut meanings = header.trim_end().split(char::from(delimiter(text))).map(|name| meaning(name.trim_matches('"')));
    let known: Option<Vec<_>> = meanings.by_ref().collect();
    let has_text = known.is_some_and(|known| known.len() > 1 && known.iter().any(|(meaning, _)| *meaning == "text"));
    has_text && rows.lines().next().is_some_and(|row| !row.trim().is_empty())
}

/// The rows of a table below its header.
pub fn csv(text: &str) -> Extracts {
    let mut table = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let header = match table.headers() {
        Ok(header) => header.clone(),
        Err(error) => return vec![Err(Fault::line(1, "bad-table", format!("the table has no header row: {error}")))],
    };
    if !header.iter().any(|name| meaning(name).is_some_and(|(meaning, _)| meaning == "text")) {
        let hint = if header.iter().any(|name| name.trim().eq_ignore_ascii_case("file")) {
            "it looks like a manifest: name it with --manifest"
        } else {
            "name the column of the articles' words text"
        };
        return vec![Err(Fault::line(1, "bad-table", format!("the table has no column of text; {hint}")))];
    }
    let mut found = Vec::new();
    for row in table.records() {
        match row {
            Ok(row) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(row) => {
                let line = row.position().map(csv::Position::line);
                let fields = header.iter().zip(&row).map(|(name, cell)| (name.to_owned(), Value::from(cell)));
                found.push(of_record(&fields.collect(), line));
            }
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                found.push(Err(Fault::line(line, "bad-row", format!("the row cannot be read: {error}"))));
            }
        }
    }
    found
}

fn of_value(value: &Value, line: Option<u64>) -> Result<Extract, Fault> {
    match value {
        Value::Object(record) => of_record(record, line),
        _ => Err(Fault {
            line,
            code: "bad-json",
            message: "it is no record; wanted is an object with named fields".into(),
        }),
    }
}

fn of_record(record: &Map<String, Value>, line: Option<u64>) -> Result<Extract, Fault> {
    let mut best: FxHashMap<&str, (u32, String)> = FxHashMap::default();
    for (name, value) in record {
        let Some((meaning, rank)) = meaning(name) else { continue };
        let Some(words) = words(value) else { continue };
        if best.get(meaning).is_none_or(|(earlier, _)| rank < *earlier) {
            best.insert(meaning, (rank, words));
        }
    }
    let mut take = |meaning| best.remove(meaning).map(|(_, words)| words);
    let Some(text) = take("text").map(|text| text_of(uncut(&text))).filter(|text| !text.trim().is_empty()) else {
        let message = "the record has no text; its field must be called text, body, content or maintext";
        return Err(Fault { line, code: "no-text", message: message.into() });
    };
    let moment = take("published").as_deref().and_then(any_moment);
    let outlet = take("outlet");
    let url = take("url");
    let outlet =
        outlet.map(|outlet| if outlet.contains("://") { host(&outlet).unwrap_or(&outlet).to_owned() } else { outlet });
    Ok(Extract {
        text,
        headline: take("headline"),
        outlet: outlet.or_else(|| url.as_deref().and_then(host).map(str::to_owned)),
        url,
        published: moment.as_ref().map(|(day, _)| *day),
        published_at: moment.and_then(|(_, at)| at),
        story: take("story"),
    })
}

/// What a field means by its name, however that is spelled: `publishedAt`, `Published At`, `published-at`.
fn meaning(name: &str) -> Option<(&'static str, u32)> {
    let flat: String =
        name.trim().chars().map(|c| if c == ' ' || c == '-' { '_' } else { c.to_ascii_lowercase() }).collect();
    MEANINGS.get(flat.as_str()).copied()
}

/// The words of a field: a text, a number, the name of an object (`{"id": …, "name": "Kelso Mirror"}`).
fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Object(object) => object.get("name").or_else(|| object.get("title"))?.as_str()?.trim().to_owned(),
        _ => return None,
    };
    (!words.is_empty() && words != "null" && words != "None").then_some(words)
}

/// Without the mark of a service that cuts texts short: `… [+1234 chars]`.
fn uncut(text: &str) -> &str {
    let mark = text.rfind("[+").filter(|_| text.trim_end().ends_with("chars]"));
    mark.map_or(text, |at| text[..at].trim_end().trim_end_matches('…'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_fields_is_well_formed() {
        assert_eq!(lexicon::check(FIELDS), Ok(()));
        for row in lexicon::rows(FIELDS) {
            assert!(["text", "headline", "outlet", "url", "published", "story"].contains(&row[1]), "{row:?}");
            assert!(row[2].parse::<u32>().is_ok(), "{row:?}");
        }
    }

    #[test]
    fn a_crawlers_record_is_an_article() {
        let found = json(
            r#"{"maintext": "A ferry sank.", "title": "Ferry sinks", "source_domain": "kelso.example",
                "date_publish": "2031-03-04 06:30:00", "url": "https://kelso.example/ferry", "image_url": null}"#,
        );
        let article = found[0].as_ref().unwrap();
        assert_eq!((article.text.as_str(), article.headline.as_deref()), ("A ferry sank.", Some("Ferry sinks")));
        assert_eq!(article.outlet.as_deref(), Some("kelso.example"));
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2031-03-04"));
    }

    #[test]
    fn a_services_answer_is_a_list_of_articles() {
        let found = json(
            r#"{"status": "ok", "articles": [{"source": {"id": null, "name": "Kelso Mirror"}, "title": "Ferry sinks",
                "publishedAt": "2031-03-04T06:30:00Z", "content": "<p>A ferry sank.</p> [+120 chars]"}]}"#,
        );
        let article = found[0].as_ref().unwrap();
        assert_eq!((article.outlet.as_deref(), article.text.as_str()), (Some("Kelso Mirror"), "A ferry sank."));
        assert_eq!(article.published_at.as_deref(), Some("2031-03-04T06:30:00Z"));
    }

    #[test]
    fn lines_are_read_one_by_one_and_a_bad_one_is_named() {
        let found = json_lines("{\"text\": \"A ferry sank.\"}\n\n{\"text\": \n{\"title\": \"x\"}\n");
        assert!(found[0].is_ok());
        assert_eq!(found[1].as_ref().unwrap_err().line, Some(3));
        assert_eq!(found[2].as_ref().unwrap_err().code, "no-text");
        assert_eq!(json("{\"text\": \"a\"}\n{\"text\": \"b\"}\n").len(), 2);
    }

    #[test]
    fn a_table_is_read_by_its_header() {
        let found = csv(
            "Title;Text;Publication;Publish Date\nFerry sinks;\"A ferry; it sank.\";Kelso Mirror;4 March 2031\n;;;\n",
        );
        assert_eq!(found.len(), 1);
        let article = found[0].as_ref().unwrap();
        assert_eq!((article.text.as_str(), article.outlet.as_deref()), ("A ferry; it sank.", Some("Kelso Mirror")));
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2031-03-04"));
    }

    #[test]
    fn a_table_without_text_is_refused_with_a_hint() {
        let fault = csv("file,outlet\na.txt,Herald\n")[0].clone().unwrap_err();
        assert!(fault.message.contains("--manifest"), "{}", fault.message);
    }
}
