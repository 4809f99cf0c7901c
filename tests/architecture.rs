//! What docs/architecture.md promises, held against the source: who may import whom, where word lists and SQL stand, and
//! that every list of `data/` is well formed, described and used.
//!
//! It reads the source as text and knows nothing of what the program does.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Which folders of `src/` each folder may import; what serves all (`error`, `span`, `lexicon`, `vocabulary`) is free.
const IMPORTS: [(&str, &[&str]); 9] = [
    ("input", &["reading"]),
    ("language", &[]),
    ("reading", &["language"]),
    ("comparing", &["reading"]),
    ("report", &[]),
    ("store", &["comparing", "reading", "input", "report"]),
    ("output", &["store"]),
    ("page", &["report", "store", "output"]),
    ("training", &["comparing", "language", "reading"]),
];
const FREE: [&str; 4] = ["error", "span", "lexicon", "vocabulary"];

/// Folders that judge English; only there can a word list hide in code.
const OF_ENGLISH: [&str; 3] = ["language", "reading", "comparing"];

/// From so many words on, alternatives in code are a word list.
const LIST: usize = 3;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` with this ending, in order of its path.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The source of a file without comments and without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let tests = text.find("#[cfg(test)]\nmod ").filter(|&at| !text[at..].trim_end().ends_with(';'));
    let shipped = &text[..tests.unwrap_or(text.len())];
    let lines = shipped.lines().map(|line| match line.find("//") {
        Some(at) if !line[..at].contains('"') => &line[..at],
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_of_tests(path: &Path) -> bool {
    path.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs" | "examples.rs")))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

#[test]
fn no_folder_imports_what_it_must_not_know() {
    let mut wrong = Vec::new();
    for (folder, allowed) in IMPORTS {
        for path in files(&root().join("src").join(folder), "rs").into_iter().filter(|path| !is_of_tests(path)) {
            let code = code(&path);
            for (at, _) in code.match_indices("crate::") {
                let name: String =
                    code[at + 7..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                let fits = name == folder || FREE.contains(&name.as_str()) || allowed.contains(&name.as_str());
                if !fits && !name.is_empty() {
                    wrong.push(format!("{}: crate::{name}", shown(&path)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "imports against docs/architecture.md:\n{}", wrong.join("\n"));
}

#[test]
fn sql_stands_in_migrations_store_and_report_only() {
    let statements = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "CREATE VIEW "];
    let mut wrong = Vec::new();
    for folder in ["input", "language", "reading", "comparing", "output", "page"] {
        for path in files(&root().join("src").join(folder), "rs").into_iter().filter(|path| !is_of_tests(path)) {
            let code = code(&path);
            let found = statements.iter().filter(|statement| code.contains(&format!("\"{statement}")));
            wrong.extend(found.map(|statement| format!("{}: {statement}", shown(&path))));
        }
    }
    assert!(wrong.is_empty(), "SQL outside of store and report:\n{}", wrong.join("\n"));
}

#[test]
fn word_lists_stand_in_data() {
    let closed = closed_classes();
    let known = words_in_code();
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for folder in OF_ENGLISH {
        for path in files(&root().join("src").join(folder), "rs").into_iter().filter(|path| !is_of_tests(path)) {
            for words in alternatives(&code(&path)) {
                let open: Vec<&String> = words.iter().filter(|word| !closed.contains(word.as_str())).collect();
                let open = open.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", ");
                let place = format!("{}\t{open}", shown(&path));
                if open.is_empty() {
                    continue;
                }
                if known.contains(&place) {
                    seen.insert(place);
                } else {
                    wrong.push(place);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "words of open classes in code; they belong into data/lexicon:\n{}", wrong.join("\n"));
    let gone: Vec<&String> = known.difference(&seen).collect();
    assert!(gone.is_empty(), "no longer in code; take these rows out of tests/words_in_code.tsv:\n{gone:#?}");
}

/// Word lists that still stand in code, as file and words: `tests/words_in_code.tsv` may only get shorter.
fn words_in_code() -> BTreeSet<String> {
    let table = fs::read_to_string(root().join("tests/words_in_code.tsv")).unwrap();
    table.lines().filter(|line| !line.starts_with('#')).skip(1).map(str::to_owned).collect()
}

/// The words that may stand in code: `tests/closed_classes.tsv`.
fn closed_classes() -> BTreeSet<String> {
    let table = fs::read_to_string(root().join("tests/closed_classes.tsv")).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| line.split('\t').next()).map(str::to_owned).collect()
}

/// Runs of at least [`LIST`] lower-case words between which only `|` or a comma stands.
fn alternatives(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut run: Vec<String> = Vec::new();
    let mut pieces = code.split('"');
    let mut between = pieces.next().unwrap_or_default();
    while let Some(literal) = pieces.next() {
        if !matches!(between.trim(), "|" | ",") {
            found.push(std::mem::take(&mut run));
        }
        run.push(literal.to_owned());
        between = pieces.next().unwrap_or_default();
    }
    found.push(run);
    let is_word = |word: &String| {
        word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || "'’ -".contains(c)) && word.trim() == *word
    };
    let words = found.into_iter().map(|run| run.into_iter().filter(is_word).collect::<Vec<_>>());
    words.filter(|run| run.len() >= LIST).collect()
}

#[test]
fn alternatives_are_found_in_code_and_not_in_calls() {
    assert_eq!(alternatives(r#"matches!(w, "red" | "blue" | "green")"#), [["red", "blue", "green"]]);
    assert!(alternatives(r#"join("red"); join("blue"); join("green")"#).is_empty());
}

#[test]
fn every_list_is_well_formed_described_and_used() {
    let readme = fs::read_to_string(root().join("data/README.md")).unwrap();
    let source: String =
        files(&root().join("src"), "rs").iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let mut wrong = Vec::new();
    for path in files(&root().join("data/lexicon"), "tsv") {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let mut complain = |what: String| wrong.push(format!("{name}: {what}"));
        if !text.starts_with("# ") {
            complain("does not open with a comment on what it is, its origin and licence".into());
        }
        if !readme.contains(&format!("`lexicon/{name}`")) {
            complain("is not in data/README.md".into());
        }
        if !source.contains(&format!("lexicon/{name}")) {
            complain("is read by no source file".into());
        }
        if let Some(fault) = fault(&text) {
            complain(fault);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The first row that is not as the header says, blank at an end, unsorted or double.
fn fault(table: &str) -> Option<String> {
    let mut rows = table.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let (_, header) = rows.next()?;
    let columns = header.split('\t').count();
    let mut earlier = "";
    for (at, row) in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        if cells.len() != columns || cells.iter().any(|cell| cell.trim() != *cell) || row <= earlier {
            return Some(format!("line {}: {row:?}", at + 1));
        }
        earlier = row;
    }
    None
}

#[test]
fn no_file_of_code_is_longer_than_four_hundred_lines() {
    let long = files(&root().join("src"), "rs").into_iter().filter_map(|path| {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        (lines > 400).then(|| format!("{}: {lines} lines", shown(&path)))
    });
    let long: Vec<String> = long.collect();
    assert!(long.is_empty(), "split what holds two things:\n{}", long.join("\n"));
}
