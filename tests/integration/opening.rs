//! Files that are no database of ours stay as they are, and a file left by a stopped load comes to rest.

use std::process::Stdio;

use rusqlite::Connection;

use crate::desk::{Desk, PROGRAM};

const REPORT: &str = "Harbour closed\n\nThe harbour of Port Amber was closed on Monday, the mayor said.\n";

/// Every command that takes a database.
const COMMANDS: &[&[&str]] = &[
    &["load", "news.db", "a.txt"],
    &["load", "news.db", "a.txt", "--dry-run"],
    &["check", "news.db"],
    &["migrate", "news.db"],
    &["migrate", "news.db", "--status"],
    &["report", "news.db", "claims"],
    &["query", "news.db", "SELECT 1"],
];

fn refused_untouched(desk: &Desk, words: &str) {
    let before = desk.bytes("news.db");
    for command in COMMANDS {
        desk.run(command).with(4).says(words);
        assert_eq!(desk.bytes("news.db"), before, "{command:?}");
        assert!(!desk.path("news.db-wal").exists() && !desk.path("news.db-journal").exists(), "{command:?}");
    }
}

#[test]
fn a_text_is_no_database() {
    let desk = Desk::with("a.txt", REPORT);
    desk.file("news.db", "A text that somebody called news.db.");
    refused_untouched(&desk, "this is no database");
}

#[test]
fn a_database_of_another_application_is_refused() {
    let desk = Desk::with("a.txt", REPORT);
    desk.database().execute_batch("CREATE TABLE recipes (name)").unwrap();
    refused_untouched(&desk, "another application");
    desk.database().execute_batch("PRAGMA application_id = 77; DROP TABLE recipes").unwrap();
    refused_untouched(&desk, "another application");
}

#[test]
fn a_database_of_a_newer_program_is_refused() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt"]).with(0);
    desk.database().execute_batch("PRAGMA user_version = 9999").unwrap();
    refused_untouched(&desk, "newer newsfacts");
}

#[test]
fn a_folder_is_no_database() {
    let desk = Desk::with("a.txt", REPORT);
    std::fs::create_dir(desk.path("news.db")).unwrap();
    for command in COMMANDS {
        desk.run(command).with(4).says("this is a folder");
    }
}

#[test]
fn only_load_makes_a_database() {
    let desk = Desk::with("a.txt", REPORT);
    for command in COMMANDS.iter().filter(|command| command[0] != "load") {
        desk.run(command).with(4).says("newsfacts load makes one");
        assert!(!desk.path("news.db").exists());
    }
    desk.run(&["load", "nowhere/news.db", "a.txt"]).with(4).says("there is no folder nowhere");
}

#[test]
fn an_empty_file_becomes_a_database() {
    let desk = Desk::with("a.txt", REPORT);
    desk.file("news.db", "");
    desk.load(&["a.txt"]).with(0);
    assert_eq!(desk.column("PRAGMA application_id"), [0x4E45_5753.to_string()]);
}

#[test]
fn a_database_that_another_program_writes_is_told() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt"]).with(0);
    desk.file("b.txt", "Another report.");
    let other = desk.database();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    desk.load(&["b.txt"]).with(4).says("another program is writing");
    other.execute_batch("ROLLBACK").unwrap();
    desk.load(&["b.txt"]).with(0);
}

#[test]
fn a_file_at_rest_is_one_file() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt"]).with(0);
    assert_eq!(desk.column("PRAGMA journal_mode"), ["delete"]);
    assert!(!desk.path("news.db-wal").exists());
}

#[test]
fn a_load_that_was_killed_leaves_whole_articles_and_can_be_repeated() {
    let desk = Desk::new();
    for number in 0..600 {
        desk.file(&format!("in/{number:03}.txt"), format!("{REPORT}This is report number {number}. ").repeat(5));
    }
    let mut load = desk.command(PROGRAM).args(["load", "news.db", "in"]).stderr(Stdio::null()).spawn().unwrap();
    while !desk.path("news.db").exists() {
        std::thread::yield_now();
    }
    std::thread::sleep(std::time::Duration::from_millis(150));
    // It may have finished already, which is as well.
    let _ = load.kill();
    load.wait().unwrap();
    let status = desk.run(&["migrate", "news.db"]);
    if status.code == Some(0) {
        assert_eq!(desk.column("PRAGMA journal_mode"), ["delete"]);
        desk.run(&["check", "news.db"]).with(0);
    }
    desk.load(&["in"]).with(0);
    desk.run(&["check", "news.db"]).with(0);
    assert_eq!(desk.column("SELECT count(*) FROM articles"), ["600"]);
}

#[test]
fn a_file_left_in_wal_mode_comes_to_rest_when_it_is_read() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt"]).with(0);
    desk.database().pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).unwrap();
    desk.run(&["query", "news.db", "SELECT count(*) FROM articles"]).with(0);
    assert_eq!(desk.column("PRAGMA journal_mode"), ["delete"]);
}

#[test]
fn damage_is_found_and_told() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt"]).with(0);
    let database = Connection::open(desk.path("news.db")).unwrap();
    database.execute_batch("UPDATE articles SET body = replace(body, 'closed', 'opened')").unwrap();
    desk.run(&["check", "news.db"]).with(1).prints("a body is the text that was hashed");
    desk.run(&["check", "news.db", "--format", "json"]).with(1).prints("\"findings\"");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt"]).with(0);
    let long = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT i FROM n";
    let mut query = desk.command(PROGRAM);
    query.args(["query", "news.db", long]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut query = query.spawn().unwrap();
    drop(query.stdout.take());
    let ended = crate::desk::ended(&query.wait_with_output().unwrap()).with(0);
    assert_eq!(ended.err, "");
}

#[test]
fn a_trigger_is_rejected_before_anything_is_written() {
    let desk = Desk::with("a.txt", "Rain fell.");
    desk.load(&["a.txt"]).with(0);
    desk.database().execute_batch("CREATE TRIGGER gone AFTER INSERT ON claims BEGIN DELETE FROM claims; END").unwrap();
    desk.file("b.txt", "Snow fell.");
    desk.load(&["b.txt"]).with(4).says("the trigger \"gone\" would change what is written");
    desk.load(&["b.txt", "--dry-run"]).with(4).says("gone");
    desk.run(&["check", "news.db"]).with(1).prints("trigger gone");
    desk.run(&["report", "news.db", "claims"]).with(0);
}

#[test]
fn reading_asks_the_programs_views_whatever_those_of_the_file_are() {
    let desk = Desk::with("a.txt", "Rain fell on the town.");
    desk.load(&["a.txt"]).with(0);
    let report = || desk.run(&["report", "news.db", "claims", "-f", "csv"]).with(0).out;
    let before = report();
    desk.database().execute_batch("DROP VIEW claim_details; CREATE VIEW claim_details AS SELECT 1 AS x").unwrap();
    desk.database().execute_batch("DROP INDEX claims_by_sentence").unwrap();
    assert_eq!(report(), before);
    let check = desk.run(&["check", "news.db"]).with(1);
    check.prints("view claim_details differs").prints("index claims_by_sentence is missing");
    desk.run(&["migrate", "news.db"]).with(0).says("views were updated");
    assert!(!desk.run(&["check", "news.db"]).with(1).out.contains("view claim_details"));
}
