//! Manifests: CSV tables that say which outlet published which file, when, where and under which headline.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::decoding::decode;
use super::document::Rejection;

/// What a row says about its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Whose report it is.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Its headline.
    pub headline: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The moment of publication in UTC, where the row tells the hour.
    pub published_at: Option<String>,
    /// The story that a person put it into.
    pub story: Option<String>,
}

/// All manifests of a load, by the file that a row names.
#[derive(Debug, Default)]
pub struct Manifest {
    entries: HashMap<PathBuf, Entry>,
    read: Vec<PathBuf>,
}

/// The columns that a manifest may have; only `file` must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    File,
    Outlet,
    Url,
    Headline,
    Published,
    Language,
    Story,
    Unknown,
}

impl Column {
    fn of(name: &str) -> Self {
        match name.trim().to_lowercase().as_str() {
            "file" => Self::File,
            "outlet" => Self::Outlet,
            "url" => Self::Url,
            "headline" => Self::Headline,
            "published" => Self::Published,
            "language" => Self::Language,
            "story" => Self::Story,
            _ => Self::Unknown,
        }
    }
}

impl Manifest {
    /// What the manifests say about a file.
    #[must_use]
    pub fn entry(&self, path: &Path) -> Option<&Entry> {
        if self.entries.is_empty() {
            return None;
        }
        self.entries.get(&path.canonicalize().ok()?)
    }

    /// Adds a manifest; what is wrong with it is refused row by row, and the rest of it counts.
    ///
    /// `name` is what people call the file. Where two manifests name one file, the first one counts.
    pub fn add(&mut self, path: &Path, name: &str) -> Vec<Rejection> {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if self.read.contains(&real) {
            return Vec::new();
        }
        self.read.push(real);
        let text = match std::fs::read(path).map(|bytes| decode(&bytes)) {
            Ok(Some(decoded)) => decoded.text,
            Ok(None) => return vec![Rejection::whole(name, "bad-manifest", "the manifest is no text")],
            Err(error) => {
                return vec![Rejection::whole(name, "bad-manifest", format!("the manifest cannot be read: {error}"))];
            }
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut reader = Reader { name, folder, rejections: Vec::new() };
        reader.rows(&text, &mut self.entries);
        reader.rejections
    }
}

struct Reader<'a> {
    name: &'a str,
    folder: &'a Path,
    rejections: Vec<Rejection>,
}

impl Reader<'_> {
    fn refuse(&mut self, line: u64, code: &'static str, message: String) {
        self.rejections.push(Rejection::line(self.name, line, code, message));
    }

    fn rows(&mut self, text: &str, entries: &mut HashMap<PathBuf, Entry>) {
        let mut table =
            csv::ReaderBuilder::new().flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
        let columns: Vec<Column> = match table.headers() {
            Ok(header) => {
                let unknown =
                    header.iter().filter(|name| Column::of(name) == Column::Unknown).map(str::to_owned).collect();
                let columns = header.iter().map(Column::of).collect();
                self.unknown_columns(unknown);
                columns
            }
            Err(error) => return self.refuse(1, "bad-manifest", format!("the manifest has no header row: {error}")),
        };
        if !columns.contains(&Column::File) {
            return self.refuse(
                1,
                "bad-manifest",
                "the manifest has no column file; its first line names the columns".into(),
            );
        }
        for record in table.records() {
            match record {
                Ok(record) => {
                    let line = record.position().map_or(1, csv::Position::line);
                    self.row(line, &columns, &record, entries);
                }
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    self.refuse(line, "bad-row", format!("the row cannot be read: {error}"));
                }
            }
        }
    }

    fn unknown_columns(&mut self, unknown: Vec<String>) {
        for column in unknown {
            let message = format!(
                "the column {column:?} is not known and is left out; known are file, outlet, url, headline, published, language, story"
            );
            self.refuse(1, "unknown-column", message);
        }
    }

    fn row(
        &mut self,
        line: u64,
        columns: &[Column],
        record: &csv::StringRecord,
        entries: &mut HashMap<PathBuf, Entry>,
    ) {
        let cell = |wanted| {
            let cells = columns.iter().zip(record).filter(|(column, _)| **column == wanted);
            cells.map(|(_, cell)| cell.trim()).find(|cell| !cell.is_empty()).map(str::to_owned)
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let Some(file) = cell(Column::File) else {
            return self.refuse(line, "bad-row", "the row names no file".into());
        };
        let Ok(path) = self.folder.join(&file).canonicalize() else {
            return self.refuse(
                line,
                "missing",
                format!("the file {file:?} is not there; files are looked for beside the manifest"),
            );
        };
        if entries.contains_key(&path) {
            return self.refuse(line, "duplicate", format!("the file {file:?} has a row already, and that one counts"));
        }
        let (published, published_at) = match cell(Column::Published).as_deref().map(moment) {
            None => (None, None),
            Some(Some((day, at))) => (Some(day), at),
            Some(None) => {
                let written = cell(Column::Published).unwrap_or_default();
                self.refuse(line, "bad-date", format!("{written:?} is no date; write 2019-03-24, or leave it empty"));
                (None, None)
            }
        };
        let entry = Entry {
            outlet: cell(Column::Outlet),
            url: cell(Column::Url),
            headline: cell(Column::Headline),
            published,
            published_at,
            story: cell(Column::Story),
        };
        entries.insert(path, entry);
    }
}

/// A day, with the moment in UTC where an hour and a zone stand beside it.
#[must_use]
pub fn moment(written: &str) -> Option<(Date, Option<String>)> {
    if let Ok(at) = written.parse::<jiff::Timestamp>() {
        let day = written.get(..10)?.parse().ok()?;
        return Some((day, Some(at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())));
    }
    let day = match written.get(..10) {
        Some(day) if written.len() > 10 => {
            written.replacen(' ', "T", 1).parse::<jiff::civil::DateTime>().ok()?;
            day
        }
        _ => written,
    };
    let day: Date = (day.len() == 10).then(|| day.parse().ok()).flatten()?;
    (1000..=9999).contains(&day.year()).then_some((day, None))
}

/// Comma, semicolon or tab, whichever the header has most.
pub(super) fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |wanted: u8| header.matches(char::from(wanted)).count();
    [b';', b'\t'].into_iter().fold(b',', |best, other| if count(other) > count(best) { other } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Refusals and entries of a manifest beside two files, `a.txt` and `b.txt`.
    fn read(text: &str) -> (Vec<(u64, &'static str)>, Vec<Option<Entry>>) {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "b.txt"] {
            std::fs::write(folder.path().join(name), name).unwrap();
        }
        let path = folder.path().join("list.csv");
        std::fs::write(&path, text).unwrap();
        let mut manifest = Manifest::default();
        let rejections = manifest.add(&path, "list.csv").iter().map(|bad| (bad.line.unwrap(), bad.code)).collect();
        let entries = ["a.txt", "b.txt"].map(|name| manifest.entry(&folder.path().join(name)).cloned());
        (rejections, entries.into())
    }

    #[test]
    fn a_bad_row_is_refused_with_its_line_and_the_rest_counts() {
        type Case = (&'static str, &'static [(u64, &'static str)], Option<&'static str>);
        let cases: [Case; 8] = [
            ("file,outlet\na.txt,Herald\n", &[], Some("Herald")),
            ("file,outlet\ngone.txt,Courier\na.txt,Herald\n", &[(2, "missing")], Some("Herald")),
            ("file,outlet\na.txt,Herald\na.txt,Courier\n", &[(3, "duplicate")], Some("Herald")),
            ("file,outlet,published\na.txt,Herald,32 May\n", &[(2, "bad-date")], Some("Herald")),
            ("file,outlet,colour\na.txt,Herald,red\n", &[(1, "unknown-column")], Some("Herald")),
            ("outlet\nHerald\n", &[(1, "unknown-column"), (1, "bad-manifest")][1..], None),
            ("\u{FEFF}file;outlet\r\na.txt;Herald\r\n", &[], Some("Herald")),
            ("file,outlet\n,Herald\n\n", &[(2, "bad-row")], None),
        ];
        for (text, rejections, outlet) in cases {
            let (found, entries) = read(text);
            assert_eq!(found, rejections, "{text:?}");
            assert_eq!(entries[0].as_ref().and_then(|entry| entry.outlet.as_deref()), outlet, "{text:?}");
        }
    }

    #[test]
    fn dates_are_days_or_moments() {
        let day: Date = "2019-03-24".parse().unwrap();
        assert_eq!(moment("2019-03-24"), Some((day, None)));
        assert_eq!(moment("2019-03-24 18:30"), Some((day, None)));
        assert_eq!(moment("2019-03-24T23:30:00-04:00"), Some((day, Some("2019-03-25T03:30:00Z".into()))));
        for bad in ["24/03/2019", "2019-02-30", "2019", "yesterday", "0000-00-00"] {
            assert_eq!(moment(bad), None, "{bad}");
        }
    }
}
