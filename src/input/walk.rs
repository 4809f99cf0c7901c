//! Finding files: what was named, and what lies below the folders among it, in the order of names.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::document::Rejection;

/// The name under which a manifest is found by itself in a folder.
const MANIFEST: &str = "manifest.csv";

/// Endings that are read inside folders; a file that is named itself is read whatever it is called.
pub(super) const ENDINGS: &[&str] =
    &["txt", "html", "htm", "xhtml", "json", "jsonl", "ndjson", "csv", "tsv", "xml", "rss", "atom"];

/// A file to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it lies; `-` is standard input.
    pub path: PathBuf,
    /// Its name in the database: the path below the folder that was given, with `/`.
    pub file: String,
}

/// Everything that was found.
#[derive(Debug, Default)]
pub struct Found {
    /// Files to be read, each once, in order.
    pub items: Vec<Item>,
    /// Manifests inside folders, outer ones first.
    pub manifests: Vec<PathBuf>,
    /// What could not be looked into.
    pub rejections: Vec<Rejection>,
    /// Files of folders that are left out, counted by their ending.
    pub left_out: BTreeMap<String, usize>,
}

/// Looks for files in everything that was named.
#[must_use]
pub fn find(paths: &[PathBuf]) -> Found {
    let mut search = Search::default();
    for path in paths {
        search.named(path);
    }
    search.found
}

#[derive(Default)]
struct Search {
    found: Found,
    seen: HashSet<PathBuf>,
}

impl Search {
    fn named(&mut self, path: &Path) {
        let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy()).into_owned();
        if path.as_os_str() == "-" {
            self.found.items.push(Item { path: path.to_owned(), file: "-".into() });
            return;
        }
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => self.folder(path, ""),
            Ok(_) => self.item(path.to_owned(), name),
            Err(error) => self.refuse(path, &error),
        }
    }

    fn item(&mut self, path: PathBuf, file: String) {
        let real = path.canonicalize().unwrap_or_else(|_| path.clone());
        if self.seen.insert(real) {
            self.found.items.push(Item { path, file });
        }
    }

    fn refuse(&mut self, path: &Path, error: &std::io::Error) {
        let (code, what) = match error.kind() {
            std::io::ErrorKind::NotFound => ("missing", "there is no such file or folder".to_owned()),
            std::io::ErrorKind::PermissionDenied => {
                ("no-permission", "it may not be read; look at its permissions".to_owned())
            }
            _ => ("unreadable", error.to_string()),
        };
        self.found.rejections.push(Rejection::whole(path.to_string_lossy(), code, what));
    }

    /// A folder's entries in the order of their names; links to folders above would never end, so a folder is entered once.
    fn folder(&mut self, path: &Path, below: &str) {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if !self.seen.insert(real) {
            return;
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.refuse(path, &error),
        };
        let mut names = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => names.push(entry.file_name()),
                Err(error) => self.refuse(path, &error),
            }
        }
        names.sort_unstable();
        if names.iter().any(|name| name == MANIFEST) {
            self.found.manifests.push(path.join(MANIFEST));
        }
        for name in names {
            let entry = path.join(&name);
            let name = name.to_string_lossy();
            let file = if below.is_empty() { name.to_string() } else { format!("{below}/{name}") };
            if name.starts_with('.') || name == MANIFEST {
                continue;
            }
            match fs::metadata(&entry) {
                Ok(about) if about.is_dir() => self.folder(&entry, &file),
                Ok(_) if has_known_ending(&entry) => self.item(entry, file),
                Ok(_) if is_database(&entry) => {}
                Ok(_) => {
                    let ending = entry
                        .extension()
                        .map_or_else(|| "no ending".into(), |ending| format!(".{}", ending.to_string_lossy()));
                    *self.found.left_out.entry(ending).or_default() += 1;
                }
                Err(error) => self.refuse(&entry, &error),
            }
        }
    }
}

/// A database in the folder of its reports is no one's report, and needs no word.
fn is_database(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending
        .is_some_and(|ending| ["db", "db-wal", "db-shm", "db-journal", "sqlite", "sqlite3"].contains(&ending.as_str()))
}

fn has_known_ending(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_read_in_the_order_of_names_and_manifests_are_no_articles() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        for name in ["c.txt", "a.TXT", "b/z.txt", "b/y.txt", "b/manifest.csv", ".hidden.txt", "picture.png"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let found = find(&[folder.path().join("c.txt"), folder.path().to_owned(), folder.path().join("gone")]);
        let files: Vec<_> = found.items.iter().map(|item| item.file.as_str()).collect();
        assert_eq!(files, ["c.txt", "a.TXT", "b/y.txt", "b/z.txt"]);
        assert_eq!(found.manifests, [folder.path().join("b/manifest.csv")]);
        assert_eq!(found.rejections[0].code, "missing");
        assert_eq!(found.left_out.get(".png"), Some(&1));
    }
}
