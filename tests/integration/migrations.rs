//! Upgrades: every step from every earlier version, and a history that nobody changes.

use std::path::{Path, PathBuf};

use newsfacts::store::migrations;
use rusqlite::Connection;

use crate::desk::Desk;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn files() -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(root().join("migrations"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Rows that an article alone leaves, in the tables that the first version has.
const ROWS: &str = "
    INSERT INTO loads (started, program, options) VALUES ('2024-05-06T00:00:00Z', 'newsfacts', '[]');
    INSERT INTO sources (name, kind) VALUES ('Herald', 'outlet');
    INSERT INTO articles (outlet_id, file, published_basis, outlet_basis, sha256, body, load_id)
      VALUES (1, 'a.txt', 'none', 'file', printf('%064d', 0), 'Rain.', 1);
    INSERT INTO sentences (article_id, ordinal, paragraph, section, start_char, end_char) VALUES (1, 0, 0, 'body', 0, 5);";

fn schema(connection: &Connection) -> Vec<String> {
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'refinery%' ORDER BY name")
        .unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_step_from_every_earlier_version_ends_in_the_same_schema_and_keeps_its_rows() {
    let mut new = Connection::open_in_memory().unwrap();
    migrations::run(&mut new).unwrap();
    for from in 1..=migrations::latest() {
        let mut database = Connection::open_in_memory().unwrap();
        migrations::to(&mut database, from).unwrap();
        assert_eq!(migrations::version(&database).unwrap(), from);
        database.execute_batch(ROWS).unwrap();
        for step in from..=migrations::latest() {
            migrations::to(&mut database, step).unwrap();
            assert_eq!(migrations::version(&database).unwrap(), step);
        }
        assert_eq!(schema(&database), schema(&new), "from version {from}");
        let words: String = database
            .query_row("SELECT body FROM sentences JOIN articles USING (article_id)", [], |row| row.get(0))
            .unwrap();
        assert_eq!(words, "Rain.");
    }
}

#[test]
fn as_many_are_embedded_as_there_are_files_and_each_name_says_its_version() {
    let files = files();
    assert_eq!(migrations::steps().len(), files.len());
    for (step, file) in migrations::steps().iter().zip(&files) {
        assert_eq!(*file, format!("V{:03}__{}.sql", step.version, step.name));
        let sql = std::fs::read_to_string(root().join("migrations").join(file)).unwrap();
        assert!(
            sql.ends_with(&format!("PRAGMA user_version = {};\n", step.version)),
            "{file} does not set its version"
        );
        for heading in ["-- What:", "-- Why:", "-- Rows that are there:"] {
            assert!(sql.contains(heading), "{file} does not say {heading}");
        }
    }
}

/// A migration that shipped never changes. `BLESS=1` writes the list anew, for a migration that never shipped.
#[test]
fn no_migration_was_changed() {
    let golden = root().join("tests/integration/migrations.tsv");
    let steps = migrations::steps();
    let lines = steps.iter().map(|step| format!("{}\t{}\t{}", step.version, step.name, step.checksum));
    let now = lines.collect::<Vec<_>>().join("\n") + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&golden, &now).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&golden).unwrap(), now);
}

#[test]
fn a_changed_history_stops_the_upgrade() {
    let desk = Desk::with("a.txt", "Rain fell.");
    let mut database = Connection::open(desk.path("news.db")).unwrap();
    database.execute_batch("PRAGMA application_id = 1313167187").unwrap();
    migrations::to(&mut database, 1).unwrap();
    database.execute_batch("UPDATE refinery_schema_history SET checksum = '1'").unwrap();
    drop(database);
    desk.run(&["migrate", "news.db"]).with(5).says("different");
    assert_eq!(desk.column("PRAGMA user_version"), ["1"]);
}

#[test]
fn an_earlier_version_is_upgraded_by_load_and_migrate_and_told_by_others() {
    for command in [&["migrate", "news.db"][..], &["load", "news.db", "a.txt"]] {
        let desk = Desk::with("a.txt", "Rain fell.");
        let mut database = Connection::open(desk.path("news.db")).unwrap();
        database.execute_batch("PRAGMA application_id = 1313167187").unwrap();
        migrations::to(&mut database, 1).unwrap();
        database.execute_batch(ROWS).unwrap();
        drop(database);
        desk.run(&["query", "news.db", "SELECT 1"]).with(4).says("newsfacts migrate");
        desk.run(&["migrate", "news.db", "--status"]).with(0).prints("1\tarticles\tdone\n2\treadings\tto do");
        desk.run(command).with(0);
        assert_eq!(desk.column("PRAGMA user_version"), [migrations::latest().to_string()]);
        assert_eq!(desk.column("SELECT file FROM articles WHERE sha256 LIKE '0%'"), ["a.txt"]);
        assert!(
            desk.column("SELECT name FROM sqlite_schema WHERE type = 'view'").contains(&"claim_details".to_owned())
        );
        if command[0] == "load" {
            // Loading leaves what an earlier program has read, and tells of it.
            desk.run(&["check", "news.db"]).says("1 article is stale");
            desk.run(&["migrate", "news.db"]).with(0).says("1 article was read again");
        }
        desk.run(&["migrate", "news.db"]).with(0).says("nothing to do");
    }
}
