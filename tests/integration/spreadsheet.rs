//! CSV, CSV for spreadsheets and xlsx, opened by `LibreOffice` and written back: the same cells.
//!
//! Where `LibreOffice` is not installed the test says so on standard error and ends.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::desk::Desk;
use crate::programs::{installed, patiently, skipped};

const PATIENCE: Duration = Duration::from_mins(3);
/// How `LibreOffice` writes what it has read: commas, quotes, UTF-8, cells as they are shown.
const WRITTEN: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
/// How it reads CSV as a person does who double-clicks it.
const AS_IT_IS: &str = "--infilter=CSV:44,34,76,1,,0,false,true,false";

/// A number beside each of these, and what stands in a cell guarded for spreadsheets.
const AWKWARD: [(&str, &str); 20] = [
    ("=1+1", "'=1+1"),
    ("+49 30", "'+49 30"),
    ("-5 degrees", "'-5 degrees"),
    ("@home", "'@home"),
    ("＝2", "'＝2"),
    ("\ttab", "'\ttab"),
    ("she said \"no\", twice", "she said \"no\", twice"),
    ("a line\nand another", "a line\nand another"),
    ("plane \u{1f6e9}\u{fe0f} flag \u{1f1fb}\u{1f1ea}", "plane \u{1f6e9}\u{fe0f} flag \u{1f1fb}\u{1f1ea}"),
    (
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd} 12 \u{645}\u{631}\u{62d}\u{628}\u{627}",
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd} 12 \u{645}\u{631}\u{62d}\u{628}\u{627}",
    ),
    ("007", "'007"),
    ("12e5", "'12e5"),
    ("98765432109876543210", "'98765432109876543210"),
    ("5,000", "'5,000"),
    ("10/11", "'10/11"),
    ("2 July 2031", "'2 July 2031"),
    ("March 2031", "'March 2031"),
    ("2031-03-23", "2031-03-23"),
    ("semi;colon, comma", "semi;colon, comma"),
    ("|pipe| and \\ slash", "|pipe| and \\ slash"),
];
const NUMBERS: [&str; 4] = ["-3", "-0.5", "12345678901", "0.125"];
const LONG: usize = 40_000;
/// What a cell of a spreadsheet can hold.
const LONGEST: usize = 32_767;

/// Files of the desk, opened and written to `folder` as CSV.
fn written_back(desk: &Desk, files: &[&str], options: &[&str], folder: &str) -> bool {
    let mut command = desk.command("soffice");
    command.arg(format!("-env:UserInstallation=file://{}", desk.path("office").display()));
    command.args(["--headless", "--norestore"]).args(options).args(["--convert-to", WRITTEN, "--outdir", folder]);
    command.args(files).stdout(Stdio::null()).stderr(Stdio::null());
    patiently(&mut command, PATIENCE).expect("LibreOffice hung")
}

fn cells(path: &Path) -> Vec<Vec<String>> {
    let bytes = std::fs::read(path).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(ToOwned::to_owned).collect()).collect()
}

fn sql() -> String {
    let rows = AWKWARD.iter().enumerate().map(|(at, (words, _))| {
        format!("SELECT {at} AS n, '{}' AS words, {} AS number", words.replace('\'', "''"), NUMBERS[at % 4])
    });
    let long = format!("SELECT 99, '{}', -1", "x".repeat(LONG));
    rows.chain([long]).collect::<Vec<_>>().join(" UNION ALL ")
}

#[test]
fn awkward_cells_come_back_from_a_spreadsheet() {
    if !installed("soffice") {
        return skipped("cells in a spreadsheet", "soffice");
    }
    let desk = sample();
    for (file, options) in [("plain.csv", &[][..]), ("excel.csv", &["--excel"]), ("book.xlsx", &[])] {
        desk.run(&[&["query", "news.db", &sql(), "-o", file], options].concat()).with(0);
    }
    // Plain CSV with its second column read as text; the others as they are.
    assert!(written_back(
        &desk,
        &["plain.csv"],
        &["--infilter=CSV:44,34,76,1,1/1/2/2/3/1,0,false,true,false"],
        "plain"
    ));
    assert!(written_back(&desk, &["excel.csv"], &[AS_IT_IS], "excel"));
    assert!(written_back(&desk, &["book.xlsx"], &[], "book"));
    for (file, guarded, longest) in
        [("plain/plain.csv", false, LONG), ("excel/excel.csv", true, LONG), ("book/book.csv", false, LONGEST)]
    {
        let cells = cells(&desk.path(file));
        assert_eq!(cells.len(), AWKWARD.len() + 2, "{file}");
        for (at, (words, guard)) in AWKWARD.iter().enumerate() {
            let expected =
                [at.to_string().as_str(), if guarded { guard } else { words }, NUMBERS[at % 4]].map(ToOwned::to_owned);
            assert_eq!(cells[at + 1], expected, "{file}");
        }
        let last = cells.last().unwrap();
        assert_eq!([last[0].as_str(), last[2].as_str()], ["99", "-1"], "{file}");
        assert_eq!(last[1], "x".repeat(longest), "{file}");
    }
}

#[test]
fn reports_of_the_sample_come_back_from_a_spreadsheet() {
    if !installed("soffice") {
        return skipped("reports in a spreadsheet", "soffice");
    }
    let desk = sample();
    let reports = ["attribution", "claims", "conflict-sides", "numbers", "timeline"];
    let mut files = [Vec::new(), Vec::new()];
    for report in reports {
        for (ending, options) in [("csv", &["--excel"][..]), ("xlsx", &[])] {
            let file = format!("{report}.{ending}");
            desk.run(&[&["report", "news.db", report, "-o", &file], options].concat()).with(0);
            files[usize::from(ending == "xlsx")].push(file);
        }
    }
    let [csv, xlsx] = files.each_ref().map(|files| files.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(written_back(&desk, &csv, &[AS_IT_IS], "excel"));
    assert!(written_back(&desk, &xlsx, &[], "book"));
    for report in reports {
        desk.run(&["report", "news.db", report, "-f", "csv", "-o", "plain"]).with(0);
        let expected = cells(&desk.path("plain"));
        assert!(expected.len() > 1, "{report}");
        for folder in ["excel", "book"] {
            let found = cells(&desk.path(&format!("{folder}/{report}.csv")));
            assert_eq!(found.len(), expected.len(), "{folder}: {report}");
            for (found, expected) in found.iter().zip(&expected) {
                for (found, expected) in found.iter().zip(expected) {
                    assert!(same(found, expected), "{folder}: {report}: {found:?} was {expected:?}");
                }
            }
        }
    }
}

/// The same text, with or without a guard, or the same number.
fn same(found: &str, expected: &str) -> bool {
    let number = |cell: &str| cell.parse::<f64>().ok();
    found == expected
        || found.strip_prefix('\'') == Some(expected)
        || number(found).is_some_and(|found| number(expected).is_some_and(|expected| (found - expected).abs() < 1e-9))
}

fn sample() -> Desk {
    let desk = Desk::new();
    desk.load(&[concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles"), "-q"]).with(0);
    desk
}
