//! Every format on the same rows.

use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;

use super::*;

/// A writer whose bytes can be looked at while the format still holds it.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn bytes(format: Format, style: Style, columns: &[&str], values: &[Vec<Value>]) -> (Vec<u8>, Vec<String>) {
    let kept = Kept::default();
    let mut writer = rows(format, style, Box::new(kept.clone()));
    writer.header(&columns.iter().map(|&name| name.to_owned()).collect::<Vec<_>>()).unwrap();
    for row in values {
        writer.row(row).unwrap();
    }
    let notes = writer.end().unwrap();
    drop(writer);
    (kept.0.take(), notes)
}

fn printed(format: Format, style: Style, columns: &[&str], values: &[Vec<Value>]) -> String {
    String::from_utf8(bytes(format, style, columns, values).0).unwrap()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn sample() -> Vec<Vec<Value>> {
    vec![
        vec![text("a \"quoted\", one\nand two"), Value::Real(100.0), Value::Real(0.5), Value::Null],
        vec![text("=1+1 | \u{1b}[31m"), Value::Real(f64::INFINITY), Value::Real(1.0), Value::Integer(-3)],
    ]
}

const COLUMNS: [&str; 4] = ["words", "high", "named_share", "id"];

#[test]
fn csv_is_faithful() {
    let expected =
        "words,high,named_share,id\n\"a \"\"quoted\"\", one\nand two\",100,0.50,\n=1+1 | \u{1b}[31m,9e999,1.00,-3\n";
    assert_eq!(printed(Format::Csv, Style::default(), &COLUMNS, &sample()), expected);
}

#[test]
fn tsv_quotes_only_what_it_must() {
    let rows = [vec![text("a\tb"), text("c,d")]];
    assert_eq!(printed(Format::Tsv, Style::default(), &["x", "y"], &rows), "x\ty\n\"a\tb\"\tc,d\n");
}

#[test]
fn csv_for_spreadsheets_has_a_mark_crlf_and_a_guard_on_text_only() {
    let rows = [
        vec![text("=1+1"), Value::Integer(-3)],
        vec![text("＝1"), Value::Real(-0.5)],
        vec![text("-3"), Value::Null],
        vec![text("@x"), text("plain")],
        vec![text("\tx"), text("a=b")],
    ];
    let style = Style { excel: true, ..Style::default() };
    let expected = "\u{feff}x,n\r\n'=1+1,-3\r\n'＝1,-0.5\r\n'-3,\r\n'@x,plain\r\n'\tx,a=b\r\n";
    assert_eq!(printed(Format::Csv, style, &["x", "n"], &rows), expected);
}

#[test]
fn a_text_that_a_spreadsheet_would_write_otherwise_is_guarded() {
    let style = Style { excel: true, ..Style::default() };
    for (cell, guarded) in [
        ("007", true),
        ("12e5", true),
        ("12345678901234567890", true),
        ("5.000.000", true),
        ("10/11", true),
        ("12:30", true),
        ("1.50", true),
        ("2 July 2013", true),
        ("March 2019", true),
        ("Mar 5", true),
        ("35 tonnes", false),
        ("Saturday", false),
        ("May", false),
        ("100", false),
        ("0", false),
        ("0.5", false),
        ("2024-05-01", false),
        ("12 e5", false),
        ("beef", false),
    ] {
        let expected = format!("\u{feff}x\r\n{}{cell}\r\n", if guarded { "'" } else { "" });
        assert_eq!(printed(Format::Csv, style, &["x"], &[vec![text(cell)]]), expected);
    }
}

#[test]
fn a_cell_too_long_for_a_spreadsheet_is_told_not_cut() {
    let rows = [vec![text(&"x".repeat(40_000))]];
    let (bytes, notes) = bytes(Format::Csv, Style { excel: true, ..Style::default() }, &["x"], &rows);
    assert_eq!(bytes.len(), 40_000 + "\u{feff}x\r\n\r\n".len());
    assert_eq!(notes, ["row 2, x: 40000 characters, a spreadsheet shows 32767; csv or json keep them all"]);
}

#[test]
fn json_keeps_types_and_control_characters_escaped() {
    let printed = printed(Format::Json, Style::default(), &COLUMNS, &sample());
    let expected = "[\n {\"words\": \"a \\\"quoted\\\", one\\nand two\", \"high\": 100, \"named_share\": 0.5, \"id\": null},\n \
                    {\"words\": \"=1+1 | \\u001b[31m\", \"high\": 9e999, \"named_share\": 1, \"id\": -3}\n]\n";
    assert_eq!(printed, expected);
}

#[test]
fn a_column_name_that_stands_twice_keeps_both_values_in_json() {
    let rows = [vec![Value::Integer(1), Value::Integer(2)]];
    assert_eq!(printed(Format::Jsonl, Style::default(), &["a", "a"], &rows), "{\"a\": 1, \"a_2\": 2}\n");
}

#[test]
fn no_rows_are_a_header_or_an_empty_array() {
    for (format, expected) in [
        (Format::Csv, "a,b\n"),
        (Format::Tsv, "a\tb\n"),
        (Format::Json, "[]\n"),
        (Format::Jsonl, ""),
        (Format::Markdown, "| a | b |\n| --- | --- |\n"),
        (Format::Table, "┌───┬───┐\n│ a ┆ b │\n╞═══╪═══╡\n└───┴───┘\n"),
    ] {
        assert_eq!(printed(format, Style::default(), &["a", "b"], &[]), expected, "{format:?}");
    }
}

#[test]
fn a_single_empty_cell_is_still_a_row_of_csv() {
    assert_eq!(printed(Format::Csv, Style::default(), &["a"], &[vec![Value::Null]]), "a\n\"\"\n");
}

#[test]
fn tables_fit_the_terminal_by_wrapping() {
    let style = Style { width: Some(40), ..Style::default() };
    let rows = [vec![text("words that are much too long for one line of forty"), Value::Integer(7)]];
    let printed = printed(Format::Table, style, &["words", "n"], &rows);
    assert!(printed.lines().all(|line| line.chars().count() <= 40), "{printed}");
    assert!(["words", "forty", "7 │"].iter().all(|word| printed.contains(word)), "{printed}");
}

#[test]
fn too_many_columns_for_the_terminal_are_shown_as_records() {
    let style = Style { width: Some(30), ..Style::default() };
    let columns = ["first_column", "second_column", "third_column", "fourth"];
    let rows = [vec![text("one two three four"), text("x\u{1b}y"), Value::Integer(3), Value::Null]];
    let printed = printed(Format::Table, style, &columns, &rows);
    let expected = "── 1 ─────────────\n first_column  one two three\n               four\nsecond_column  x␛y\n third_column  3\n       fourth  \n";
    assert_eq!(printed, expected);
}

#[test]
fn markdown_stays_in_its_cells() {
    let rows = [vec![text("a|b\nc *d*"), Value::Integer(1)]];
    let expected = "| x | n |\n| --- | ---: |\n| a\\|b<br>c \\*d\\* | 1 |\n";
    assert_eq!(printed(Format::Markdown, Style::default(), &["x", "n"], &rows), expected);
}

#[test]
fn the_same_rows_are_the_same_spreadsheet() {
    let first = bytes(Format::Xlsx, Style::default(), &COLUMNS, &sample());
    assert_eq!(first, bytes(Format::Xlsx, Style::default(), &COLUMNS, &sample()));
    assert!(first.0.starts_with(b"PK"));
}

#[test]
fn endings_choose_formats() {
    assert_eq!(Format::of(Path::new("a.XLSX")).unwrap(), Format::Xlsx);
    assert_eq!(Format::of(Path::new("a.b.jsonl")).unwrap(), Format::Jsonl);
    assert!(Format::of(Path::new("a.docx")).is_err());
}
