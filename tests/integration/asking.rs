//! `report`, `query`, `export`: what people and scripts rely on at the command line.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use newsfacts::report;

use crate::desk::{Desk, PROGRAM, ended};

fn sample() -> Desk {
    let desk = Desk::new();
    desk.load(&[concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles"), "-q"]).with(0);
    desk
}

/// What the stock shell prints, or nothing where it is not installed.
fn stock_shell(desk: &Desk, sql: &str) -> Option<String> {
    let mut command = Command::new("sqlite3");
    command.args(["-readonly", "-csv", "-header"]).arg(desk.path("news.db"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()?;
    child.stdin.take().unwrap().write_all(sql.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{sql}\n{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_report_of_the_sample_is_the_same_twice_and_in_the_stock_shell() {
    let desk = sample();
    for report in report::reports() {
        let once = desk.run(&["report", "news.db", &report.name, "-f", "tsv"]).with(0).out;
        assert_eq!(once, desk.run(&["report", "news.db", &report.name, "-f", "tsv"]).out, "{}", report.name);
        assert_eq!(once.lines().next().unwrap(), report.columns().join("\t"), "{}", report.name);
        let view = format!("SELECT * FROM {}", report.view());
        assert_eq!(once, desk.run(&["query", "news.db", &view, "-f", "tsv"]).with(0).out, "{}", report.name);
        let sql = desk.run(&["report", "news.db", &report.name, "--sql"]).with(0).out;
        let view = stock_shell(&desk, &view);
        assert_eq!(stock_shell(&desk, &sql), view, "{}", report.name);
    }
}

#[test]
fn every_question_of_the_cookbook_is_answered_by_the_stock_shell() {
    let desk = sample();
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/cookbook.md")).unwrap();
    let queries: Vec<&str> = text.split("```sql\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(queries.len(), 15);
    for sql in queries {
        desk.run(&["query", "news.db", sql]).with(0);
        stock_shell(&desk, sql);
    }
}

#[test]
fn without_a_name_the_reports_are_listed_one_line_each() {
    let desk = sample();
    let list = desk.run(&["report", "news.db"]).with(0).out;
    for report in report::reports() {
        assert_eq!(
            list.lines().filter(|line| line.starts_with(&format!("  {} ", report.name))).count(),
            1,
            "{}",
            report.name
        );
    }
}

#[test]
fn wrong_usage_and_bad_sql_end_with_two() {
    let desk = sample();
    let before = desk.bytes("news.db");
    for (arguments, words) in [
        (&["report", "news.db", "conflict"][..], "did you mean conflicts?"),
        (&["report", "news.db", "coverage", "--source", "x"], "means nothing to the report coverage"),
        (&["report", "news.db", "facts", "--fact", "zzz"], "there is no fact"),
        (&["report", "news.db", "facts", "-f", "xlsx"], "needs a file"),
        (&["report", "news.db", "facts", "-o", "a.docx"], "the ending names no format"),
        (&["query", "news.db", "SELECT x FROM claims"], "no such column: x (line 1, column 8)"),
        (&["query", "news.db", "DELETE FROM claims"], "only reads"),
        (&["query", "news.db", "SELECT 1; SELECT 2"], "more than one statement"),
        (&["query", "news.db", "ATTACH 'other.db' AS other"], "only reads"),
        (&["query", "news.db", "PRAGMA journal_mode = WAL"], "only reads"),
        (&["query", "news.db", "CREATE TEMP TABLE t (x)"], "only reads"),
        (&["query", "news.db", ""], "gives no rows"),
    ] {
        desk.run(arguments).with(2).says(words);
    }
    assert_eq!(before, desk.bytes("news.db"));
    assert!(!desk.path("other.db").exists());
    desk.run(&["query", "none.db", "SELECT 1"]).with(4);
}

#[test]
fn sql_is_read_from_standard_input() {
    let desk = sample();
    let mut command = desk.command(PROGRAM);
    let mut child =
        command.args(["query", "news.db", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"SELECT count(*) AS articles FROM articles").unwrap();
    ended(&child.wait_with_output().unwrap()).with(0).prints("articles\n5\n");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let desk = sample();
    let mut command = desk.command(PROGRAM);
    let sql = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 200000) SELECT x FROM n";
    let mut child =
        command.args(["query", "news.db", sql]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = ended(&child.wait_with_output().unwrap()).with(0);
    assert_eq!(ended.err, "");
}

#[test]
fn a_file_gets_the_format_of_its_ending() {
    let desk = sample();
    for (file, start) in [
        ("a.csv", "outlet,"),
        ("a.tsv", "outlet\t"),
        ("a.json", "[\n {\""),
        ("a.jsonl", "{\""),
        ("a.md", "| outlet |"),
        ("a.xlsx", "PK"),
        ("a.txt", "┌"),
    ] {
        let ended = desk.run(&["report", "news.db", "attribution", "-o", file]).with(0);
        assert_eq!((ended.out, ended.err), (String::new(), String::new()), "{file}");
        assert!(desk.bytes(file).starts_with(start.as_bytes()), "{file}");
    }
}

#[test]
fn a_report_of_ones_own_runs_with_its_parameters_as_flags() {
    let desk = sample();
    desk.file("own/long.sql", "-- Long claims.\nSELECT outlet FROM claim_details WHERE length(claim) > :min_length");
    desk.run(&["report", "news.db", "--reports", "own"]).with(0).prints("  long ").prints("Long claims");
    desk.run(&["report", "news.db", "long", "--reports", "own", "--min-length", "100000"]).with(0).prints("outlet\n");
    desk.run(&["report", "news.db", "facts", "--reports", "own", "--min-length", "3"])
        .with(2)
        .says("--min-length means nothing");
    desk.file("own/bad.sql", "DELETE FROM claims");
    desk.run(&["report", "news.db", "bad", "--reports", "own"]).with(2).says("only reads");
}

#[test]
fn undated_articles_are_left_out_of_a_span_of_days_and_counted() {
    let desk = sample();
    let ended = desk.run(&["report", "news.db", "articles", "--since", "2019-01-01"]).with(0);
    assert_eq!(ended.out.lines().count(), 5);
    ended.says("1 article without a date is left out");
}

#[test]
fn two_exports_are_the_same_and_leave_loads_out() {
    let desk = sample();
    for folder in ["a", "b"] {
        desk.run(&["export", "news.db", "-o", folder, "--xlsx"]).with(0);
    }
    let (a, b) = (files(&desk.path("a")), files(&desk.path("b")));
    assert_eq!(a, b);
    let names: Vec<&str> = a.iter().map(|(name, _)| name.as_str()).collect();
    for name in ["datapackage.json", "reports.xlsx", "reports/conflicts.csv", "tables/claims.csv"] {
        assert!(names.contains(&name), "{name} is not in {names:?}");
    }
    assert!(!names.contains(&"tables/loads.csv"));
    desk.run(&["export", "news.db", "-o", "c", "--all"]).with(0);
    assert!(desk.path("c/tables/rejects.csv").exists());
}

#[test]
fn a_data_package_describes_every_column_of_every_file() {
    let desk = sample();
    desk.run(&["export", "news.db", "-o", "a"]).with(0);
    let package: serde_json::Value = serde_json::from_slice(&desk.bytes("a/datapackage.json")).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let text = String::from_utf8(desk.bytes(&format!("a/{path}"))).unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(text.lines().next().unwrap(), names.join(","), "{path}");
        assert!(fields.iter().all(|field| field["description"].is_string()), "{path}");
        assert!(!resource["description"].as_str().unwrap().is_empty(), "{path}");
    }
}

/// Every file below a folder with its bytes and its date, by name.
fn files(folder: &Path) -> Vec<(String, (Vec<u8>, std::time::SystemTime))> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.push((name, (fs::read(&path).unwrap(), path.metadata().unwrap().modified().unwrap())));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_report_of_an_empty_database_is_its_header() {
    let desk = Desk::new();
    fs::create_dir(desk.path("nothing")).unwrap();
    desk.load(&["nothing", "-q"]).with(0);
    for report in report::reports() {
        let header = report.columns().join(",") + "\n";
        for (format, expected) in [("csv", header.as_str()), ("json", "[]\n"), ("jsonl", "")] {
            let ended = desk.run(&["report", "news.db", &report.name, "-f", format]).with(0);
            assert_eq!((ended.out.as_str(), ended.err.as_str()), (expected, ""), "{}", report.name);
        }
        let view = desk.run(&["query", "news.db", &format!("SELECT * FROM {}", report.view())]).with(0);
        assert_eq!(view.out, header, "{}", report.name);
    }
    desk.run(&["export", "news.db", "-o", "out", "--xlsx"]).with(0);
    desk.run(&["dossier", "news.db", "-o", "page.html"]).with(0);
    desk.run(&["check", "news.db"]).with(0);
}

#[test]
fn the_list_of_reports_comes_in_every_format_too() {
    let desk = sample();
    let list = desk.run(&["report", "news.db", "-f", "csv"]).with(0).out;
    assert_eq!(list.lines().next(), Some("report,about,help,columns,narrowed_by"));
    assert_eq!(list.lines().count(), report::reports().count() + 1);
    desk.run(&["report", "news.db", "-o", "list.json"]).with(0);
    assert!(desk.bytes("list.json").starts_with(b"[\n {\"report\": \"articles\""));
}
