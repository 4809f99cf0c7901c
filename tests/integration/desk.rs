//! A folder of its own for one test, and the program run in it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use rusqlite::Connection;
use tempfile::TempDir;

/// A desk with reports on it and a database `news.db`.
pub struct Desk {
    folder: TempDir,
}

/// How a run ended.
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ended {
    #[track_caller]
    pub fn with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "standard output:\n{}\nstandard error:\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.err.contains(words), "{words:?} is not in:\n{}", self.err);
        self
    }

    #[track_caller]
    pub fn prints(self, words: &str) -> Self {
        assert!(self.out.contains(words), "{words:?} is not in:\n{}", self.out);
        self
    }
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A desk with one file and its database.
    pub fn with(file: &str, text: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        desk.file(file, text);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).stdin(Stdio::null()).env_remove("NO_COLOR");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        ended(&self.command(PROGRAM).args(arguments).output().unwrap())
    }

    /// `newsfacts load news.db …`
    pub fn load(&self, arguments: &[&str]) -> Ended {
        self.run(&[&["load", "news.db"], arguments].concat())
    }

    pub fn database(&self) -> Connection {
        Connection::open(self.path("news.db")).unwrap()
    }

    /// The first column of every row, NULL as an empty word.
    #[track_caller]
    pub fn column(&self, sql: &str) -> Vec<String> {
        let database = self.database();
        let mut statement = database.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| {
            Ok(match row.get_ref(0)? {
                rusqlite::types::ValueRef::Null => String::new(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                rusqlite::types::ValueRef::Real(number) => number.to_string(),
                other => other.as_str()?.to_owned(),
            })
        });
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// Code, file and line of everything that was rejected.
    pub fn rejects(&self) -> Vec<String> {
        self.column("SELECT code || ' ' || file || coalesce(':' || line, '') FROM rejects ORDER BY reject_id")
    }

    /// Everything that depends on content only, as text, without ids and times.
    pub fn content(&self) -> Vec<String> {
        let mut rows = Vec::new();
        for sql in CONTENT {
            rows.extend(self.column(sql));
        }
        rows
    }
}

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_newsfacts");

pub fn ended(output: &Output) -> Ended {
    Ended {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Rows named by what they say and not by their ids.
const CONTENT: &[&str] = &[
    "SELECT s.name || '|' || file || '|' || coalesce(published, '') || '|' || published_basis || '|' || sha256
     FROM articles JOIN sources AS s ON source_id = outlet_id ORDER BY 1",
    "SELECT claim_key || '|' || c.kind || '|' || polarity || '|' || modality || '|' || s.name || '|' || text
     FROM claims AS c JOIN sources AS s ON source_id = origin_id ORDER BY 1",
    "SELECT claim_key || '|' || hop || '|' || s.name || '|' || s.kind || '|' || coalesce(cue, '')
     FROM attributions JOIN claims USING (claim_id) JOIN sources AS s USING (source_id) ORDER BY 1",
    "SELECT sha256 || '|' || m.start_char || '|' || m.kind || '|' || coalesce(e.name || '|' || e.kind, '')
     FROM mentions AS m JOIN articles USING (article_id) LEFT JOIN entities AS e USING (entity_id) ORDER BY 1",
    "SELECT e.name || '|' || e.kind || '|' || n.name FROM entity_names AS n JOIN entities AS e USING (entity_id) ORDER BY 1",
    "SELECT name || '|' || kind FROM sources ORDER BY 1",
    "SELECT claim_key || '|' || v.start_char || '|' || v.kind || '|' || v.answer || '|' || coalesce(fact_key, '')
     FROM claim_values AS v JOIN claims USING (claim_id) LEFT JOIN facts USING (fact_id) ORDER BY 1",
    "SELECT fact_key || '|' || question || '|' || f.kind FROM facts AS f ORDER BY 1",
    "SELECT fact_key || '|' || strength || '|' || score || '|' || min(a.answer, b.answer) || '|' || max(a.answer, b.answer)
     FROM conflicts JOIN facts USING (fact_id) JOIN claim_values AS a ON a.value_id = value_a
     JOIN claim_values AS b ON b.value_id = value_b ORDER BY 1",
    "SELECT relation || '|' || min(a.answer, b.answer) || '|' || max(a.answer, b.answer)
     FROM relations JOIN claim_values AS a ON a.value_id = value_a JOIN claim_values AS b ON b.value_id = value_b ORDER BY 1",
    "SELECT min(a.place, b.place) || '|' || max(a.place, b.place) || '|' || alignment || '|' || score || '|' || differs
     FROM comparisons JOIN (SELECT sentence_id AS id, sha256 || ' ' || ordinal AS place FROM sentences JOIN articles USING (article_id)) AS a ON a.id = sentence_a
     JOIN (SELECT sentence_id AS id, sha256 || ' ' || ordinal AS place FROM sentences JOIN articles USING (article_id)) AS b ON b.id = sentence_b ORDER BY 1",
    "SELECT fact_key || '|' || s.name || '|' || standing || '|' || outlets
     FROM fact_origins JOIN facts USING (fact_id) JOIN sources AS s USING (source_id) ORDER BY 1",
    "SELECT label || '|' || reason FROM stories ORDER BY 1",
    "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY 1",
];
