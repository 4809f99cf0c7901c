//! `docs/metadata.yaml`, which gives datasette titles, descriptions and canned queries, is made of the program's own
//! texts; `BLESS=1 cargo test` rewrites it.

use std::fmt::Write;
use std::fs;

use newsfacts::report::{self, Report};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/metadata.yaml");

#[test]
fn datasettes_metadata_says_what_the_program_says() {
    let made = metadata();
    if std::env::var_os("BLESS").is_some() {
        fs::write(FILE, &made).unwrap();
    }
    assert!(
        fs::read_to_string(FILE).unwrap() == made,
        "docs/metadata.yaml is out of date: BLESS=1 cargo test datasette"
    );
}

fn metadata() -> String {
    let mut out = String::from(
        "# For datasette: datasette news.db -m docs/metadata.yaml (the database is called `news` below).\n\
         # Made of the reports' own texts; BLESS=1 cargo test datasette rewrites it.\n\
         title: Facts of news reports, with their sources\n\
         description: Who says what, on whose word, and where reports disagree.\n\
         databases:\n  news:\n    tables:\n",
    );
    for (table, help) in report::described_tables() {
        let _ = write!(out, "      {table}:\n        description: {}\n", quoted(help));
        if table.starts_with("x_") {
            out.push_str("        hidden: true\n"); // serves the program alone
        }
        let columns: Vec<_> = report::described_columns(table).collect();
        if !columns.is_empty() {
            out.push_str("        columns:\n");
        }
        for (column, meaning) in columns {
            let _ = writeln!(out, "          {column}: {}", quoted(meaning));
        }
    }
    for (name, sql) in report::views() {
        let view = Report { name: name.clone().into(), sql: sql.into(), own: false };
        let _ = write!(out, "      {name}:\n        description: {}\n        columns:\n", quoted(view.help()));
        for column in view.columns() {
            let _ = writeln!(out, "          {column}: {}", quoted(report::meaning(column).unwrap_or_default()));
        }
    }
    out.push_str("    queries:\n");
    for report in report::reports().filter(|report| !report.parameters().is_empty()) {
        let _ = write!(
            out,
            "      {}:\n        title: {}\n        description: {}\n",
            report.name,
            quoted(&report.name),
            quoted(report.help())
        );
        let _ = write!(out, "        params: [{}]\n        sql: |-\n", report.parameters().join(", "));
        // A field that is left blank in a form is no filter.
        for line in report::filled(report.sql.trim_end(), |name| format!("nullif(:{name}, '')")).lines() {
            let _ = writeln!(out, "          {line}");
        }
    }
    out
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
