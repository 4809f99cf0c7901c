//! Options of `load`: what they give every article, and what they write or do not write.

use std::io::Write;
use std::process::Stdio;

use crate::desk::{Desk, PROGRAM, ended};

const REPORT: &str = "Harbour closed\n\nThe harbour of Port Amber was closed on Monday, the mayor said.\n";

#[test]
fn folders_are_read_to_the_bottom_in_the_order_of_names() {
    let desk = Desk::new();
    for name in ["b/2.txt", "b/1.txt", "a.txt", "c/d/e.TXT", "notes.md"] {
        desk.file(&format!("in/{name}"), format!("{REPORT}{name}"));
    }
    desk.load(&["in"]).with(0).says("files of other kinds were left out: 1 .md");
    assert_eq!(
        desk.column("SELECT file FROM articles ORDER BY article_id"),
        ["a.txt", "b/1.txt", "b/2.txt", "c/d/e.TXT"]
    );
    // A file that is named itself is read whatever it is called.
    desk.load(&["in/notes.md"]).with(0);
    assert_eq!(desk.column("SELECT file FROM articles WHERE file LIKE '%md'"), ["notes.md"]);
}

#[test]
fn options_fill_in_what_no_manifest_says() {
    let desk = Desk::with("in/a.txt", REPORT);
    desk.file("in/b.txt", format!("{REPORT}More."));
    desk.file("in/manifest.csv", "file,outlet,published,story\na.txt,Herald,2024-05-06,storm\n");
    desk.load(&["in", "--outlet", "Courier", "--published", "2024-05-07", "--story", "harbour"]).with(0);
    assert_eq!(
        desk.column(
            "SELECT s.name || ' ' || outlet_basis || ' ' || published || ' ' || published_basis || ' ' || label
             FROM articles JOIN sources AS s ON source_id = outlet_id JOIN stories USING (story_id) ORDER BY file"
        ),
        ["Herald manifest 2024-05-06 manifest storm", "Courier option 2024-05-07 option harbour"]
    );
    desk.load(&["in", "--published", "yesterday"]).with(2);
}

#[test]
fn standard_input_is_an_article() {
    let desk = Desk::new();
    let mut load = desk.command(PROGRAM);
    load.args(["load", "news.db", "-", "--outlet", "Herald"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut load = load.spawn().unwrap();
    load.stdin.take().unwrap().write_all(REPORT.as_bytes()).unwrap();
    ended(&load.wait_with_output().unwrap()).with(0);
    assert_eq!(desk.column("SELECT file || body FROM articles"), [format!("-{REPORT}")]);
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt", "--dry-run"]).with(0).says("1 report");
    assert!(!desk.path("news.db").exists());
    desk.load(&["a.txt"]).with(0);
    let before = desk.bytes("news.db");
    desk.file("b.txt", format!("{REPORT}More."));
    desk.load(&["a.txt", "b.txt", "gone.txt", "--dry-run"]).with(3).says("1 already there");
    assert_eq!(desk.bytes("news.db"), before);
}

#[test]
fn a_strict_load_is_all_or_nothing() {
    let desk = Desk::with("in/a.txt", REPORT);
    desk.file("in/b.txt", "");
    desk.load(&["in", "--strict"]).with(3).says("nothing is in");
    assert!(!desk.path("news.db").exists());
    desk.load(&["in/a.txt", "--strict"]).with(0);
    let before = desk.content();
    desk.file("in/c.txt", format!("{REPORT}More."));
    desk.load(&["in", "--strict"]).with(3);
    assert_eq!(desk.content(), before);
    assert_eq!(desk.column("SELECT count(*) FROM loads"), ["1"]);
}

#[test]
fn quiet_says_only_what_went_wrong_and_data_alone_goes_to_standard_output() {
    let desk = Desk::with("a.txt", REPORT);
    let ended = desk.load(&["a.txt", "-q"]).with(0);
    assert_eq!((ended.out.as_str(), ended.err.as_str()), ("", ""));
    let ended = desk.load(&["a.txt"]).with(0);
    assert_eq!(ended.out, "");
    desk.load(&[]).with(2);
    desk.run(&["load", "news.db", "a.txt", "-q", "-v"]).with(2);
}

#[test]
fn a_load_keeps_what_it_was_and_what_it_warned_of() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt", "gone.txt"]).with(3);
    assert_eq!(
        desk.column("SELECT articles || ' ' || rejected || ' ' || (finished >= started) || ' ' || program FROM loads"),
        [format!("1 1 1 newsfacts {}", env!("CARGO_PKG_VERSION"))]
    );
    assert_eq!(desk.column("SELECT options FROM loads"), [r#"["load","news.db","a.txt","gone.txt"]"#]);
    assert_eq!(desk.column("SELECT count(*) FROM load_notes WHERE note LIKE '%no date%'"), ["1"]);
}

/// Two reports on one accident, one on a council; all of one day.
const OF_TWO_EVENTS: [(&str, &str); 3] = [
    (
        "in/a.txt",
        "Ferry Albatross aground\n\nThe ferry Albatross ran aground off Kestrel Point on Monday with 47 passengers. \
         Captain Ida Sorrel said the rudder had failed. The coastguard took the passengers to Marlow.\n",
    ),
    (
        "in/b.txt",
        "Passengers of stranded ferry safe in Marlow\n\nAll 47 passengers of the Albatross reached Marlow after the \
         ferry struck rocks at Kestrel Point. Captain Ida Sorrel blamed the rudder.\n",
    ),
    (
        "in/c.txt",
        "Dunmere raises parking fees\n\nThe council of Dunmere voted on Monday to raise parking fees by half. \
         Mayor Olive Parrish said the town needs the money for its library.\n",
    ),
];

#[test]
fn a_folder_of_two_events_is_two_stories_with_reasons_and_a_note_that_says_how_to_make_them_one() {
    let desk = Desk::new();
    for (name, text) in OF_TWO_EVENTS {
        desk.file(name, text);
    }
    let note = "3 reports came out as 2 stories";
    desk.load(&["in", "--published", "2024-05-07"]).with(0).says(note).says("--story LABEL").says("aground” (2)");
    assert_eq!(desk.column("SELECT count(*) FROM load_notes WHERE note LIKE '3 reports came out%'"), ["1"]);
    let reasons = desk.column("SELECT reason FROM stories ORDER BY reason");
    assert!(reasons[0].starts_with("2 reports share the words ") && reasons[0].contains("Albatross"), "{reasons:?}");
    assert!(reasons[0].ends_with("; published on 2024-05-07"), "{reasons:?}");
    assert!(reasons[1].starts_with("a report of its own"), "{reasons:?}");
}

#[test]
fn a_forced_story_holds_a_folder_together() {
    let desk = Desk::new();
    for (name, text) in OF_TWO_EVENTS {
        desk.file(name, text);
    }
    desk.load(&["in"]).with(0);
    assert_eq!(desk.column("SELECT count(*) FROM stories"), ["2"]);
    desk.load(&["in", "--story", "Monday"]).with(0);
    assert_eq!(desk.column("SELECT DISTINCT label FROM stories JOIN articles USING (story_id)"), ["Monday"]);
    assert_eq!(desk.column("SELECT count(*) FROM x_article_ties"), ["0"]);
}
