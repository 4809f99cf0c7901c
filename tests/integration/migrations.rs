//! Upgrades: every step from every earlier version, and a history that does not change.

use std::path::{Path, PathBuf};

use newsfacts::store::migrations;
use rusqlite::Connection;
use rusqlite::types::Value;

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

/// A migration that shipped never changes. `BLESS=1` rewrites the list, for a migration that never shipped.
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

/// Rows in those tables of the seventh version that the sample leaves empty.
const SELDOM: &str = "
    INSERT INTO fact_aliases (fact_key, fact_id) SELECT 'an earlier key', min(fact_id) FROM facts;
    INSERT OR IGNORE INTO source_members (source_id, member_id) SELECT min(source_id), max(source_id) FROM sources;
    INSERT OR IGNORE INTO entity_links (entity_id, of_entity_id, relation) SELECT min(entity_id), max(entity_id), 'part_of' FROM entities;
    INSERT OR IGNORE INTO x_article_entity_links (article_entity_id, of_article_entity_id, relation)
      SELECT min(article_entity_id), max(article_entity_id), 'part_of' FROM x_article_entities;
    INSERT OR IGNORE INTO x_article_voice_members (article_voice_id, member_id) SELECT min(article_voice_id), max(article_voice_id) FROM x_article_voices;
    INSERT OR IGNORE INTO fact_origins (fact_id, source_id, standing, outlets) SELECT min(fact_id), max(source_id), 'unattributed', 1 FROM facts, sources;";

/// What later versions drop and make again.
const REMADE: [&str; 2] = ["x_article_ties", "x_article_words"];

/// The sample, a new version of one of its articles, and a file that is rejected.
fn sample(desk: &Desk) {
    let folder = root().join("data/articles");
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        desk.file(&format!("news/{name}"), std::fs::read(folder.join(&name)).unwrap());
    }
    desk.load(&["news"]).with(0);
    let first = "news/01-harbor-courier.txt";
    let text = String::from_utf8(desk.bytes(first)).unwrap();
    desk.file(first, format!("{}\n\nThe harbour stayed open.\n", text.trim_end()));
    desk.file("news/empty.txt", "");
    desk.load(&["news"]).with(3);
}

fn tables(connection: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'refinery%' ORDER BY name";
    connection.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn columns(connection: &Connection, table: &str) -> Vec<String> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
    statement.query_map([table], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn rows(connection: &Connection, table: &str) -> Vec<Vec<Value>> {
    let columns = columns(connection, table);
    let mut statement =
        connection.prepare(&format!("SELECT {0} FROM {table} ORDER BY {0}", columns.join(", "))).unwrap();
    let row = |row: &rusqlite::Row<'_>| (0..columns.len()).map(|at| row.get(at)).collect();
    statement.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap()
}

/// A file of the sixth version with the rows of another one.
fn of_the_sixth_version(file: &Path, with: &Path) -> Connection {
    let mut old = Connection::open(file).unwrap();
    old.execute_batch("PRAGMA application_id = 1313167187").unwrap();
    migrations::to(&mut old, 6).unwrap();
    old.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    old.execute("ATTACH ?1 AS new", [with.to_str().unwrap()]).unwrap();
    for table in tables(&old) {
        let now = if is_prefixed(&table) { format!("x_{table}") } else { table.clone() };
        if REMADE.contains(&now.as_str()) {
            continue;
        }
        let names = columns(&old, &table).join(", ");
        let taken = names.replace(
            "standing",
            "CASE standing WHEN 'own_voice' THEN 'own_word' WHEN 'unattributed' THEN 'nobody' ELSE standing END",
        );
        old.execute_batch(&format!("INSERT INTO main.{table} ({names}) SELECT {taken} FROM new.{now}")).unwrap();
    }
    old.execute_batch("DETACH new; PRAGMA foreign_keys = ON").unwrap();
    old
}

fn is_prefixed(table: &str) -> bool {
    let of_articles = table.starts_with("article_") && table != "article_versions";
    of_articles || ["value_terms", "value_blocks", "value_joins"].contains(&table)
}

#[test]
fn the_seventh_version_keeps_the_rows_of_every_table() {
    let desk = Desk::new();
    sample(&desk);
    let given = desk.database();
    given.execute_batch(SELDOM).unwrap();
    let mut old = of_the_sixth_version(&desk.path("old.db"), &desk.path("news.db"));
    for table in tables(&old).into_iter().filter(|table| !REMADE.contains(&format!("x_{table}").as_str())) {
        assert!(!rows(&old, &table).is_empty(), "{table} is empty");
    }
    migrations::to(&mut old, 7).unwrap();
    assert!(!old.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
    // What an earlier version cannot have.
    given
        .execute_batch("UPDATE conflicts SET score = 0.5; UPDATE articles SET read_by = ''; DELETE FROM comparisons; DELETE FROM x_passages")
        .unwrap();
    for table in tables(&given).into_iter().filter(|table| !REMADE.contains(&table.as_str())) {
        assert!(rows(&old, &table) == rows(&given, &table), "{table} differs");
    }
}

#[test]
fn a_file_of_the_sixth_version_comes_to_what_a_load_gives() {
    let (fresh, desk) = (Desk::new(), Desk::new());
    sample(&fresh);
    drop(of_the_sixth_version(&desk.path("news.db"), &fresh.path("news.db")));
    desk.run(&["migrate", "news.db"]).with(0).says("5 articles were read again");
    desk.run(&["check", "news.db"]).with(0);
    assert_eq!(desk.content(), fresh.content());
    for sql in [
        "SELECT question, state, named_origins, own_voice_outlets, fact_key FROM report_facts",
        "SELECT strength, score, question, answer_count, fact_key FROM report_conflicts",
        "SELECT question, unattributed_outlets, origin_names, fact_key FROM report_origins",
        "SELECT question, source, addressee, chain, fact_key FROM report_single_source",
    ] {
        let rows = |desk: &Desk| desk.run(&["query", "news.db", sql, "-f", "csv"]).with(0).out;
        assert_eq!(rows(&desk), rows(&fresh), "{sql}");
    }
}

/// Programs that follow keys (datasette) need the column.
#[test]
fn every_foreign_key_names_its_column() {
    let mut database = Connection::open_in_memory().unwrap();
    migrations::run(&mut database).unwrap();
    let known = tables(&database);
    for table in &known {
        let mut keys = database.prepare("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)").unwrap();
        let keys = keys.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        for key in keys {
            let (from, of, to): (String, String, Option<String>) = key.unwrap();
            assert!(known.contains(&of), "{table}.{from} leads to {of}");
            assert!(
                to.is_some_and(|to| columns(&database, &of).contains(&to)),
                "{table}.{from} names no column of {of}"
            );
        }
    }
}

#[test]
fn what_a_person_added_stays_over_an_upgrade_and_a_load() {
    let desk = Desk::with("a.txt", "Rain fell.");
    let mut old = Connection::open(desk.path("news.db")).unwrap();
    old.execute_batch("PRAGMA application_id = 1313167187").unwrap();
    migrations::to(&mut old, 6).unwrap();
    old.execute_batch(ROWS).unwrap();
    old.execute_batch(
        "CREATE TABLE notes (article_id INTEGER REFERENCES articles (article_id), note TEXT);
         INSERT INTO notes VALUES (1, 'to call');
         CREATE INDEX by_headline ON articles (headline);
         CREATE INDEX by_block ON article_entities (block);
         CREATE VIEW called AS SELECT file, note FROM notes JOIN articles USING (article_id);",
    )
    .unwrap();
    drop(old);
    desk.run(&["migrate", "news.db"]).with(0);
    desk.load(&["a.txt"]).with(0);
    assert_eq!(desk.column("SELECT file || note FROM called"), ["a.txtto call"]);
    assert_eq!(desk.column("SELECT \"table\" FROM pragma_foreign_key_list('notes')"), ["articles"]);
    // An index on a table that is gone goes with it.
    assert_eq!(
        desk.column("SELECT name FROM sqlite_schema WHERE name IN ('by_headline', 'by_block')"),
        ["by_headline"]
    );
    let check = desk.run(&["check", "news.db"]);
    assert!(!check.out.contains("the program's"), "{}", check.out);
}
