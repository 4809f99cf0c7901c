//! Bad input: each is reported with its file and line, rejected or repaired, and everything else comes in.

use crate::desk::{Desk, ended};

const REPORT: &str = "Harbour closed\n\nThe harbour of Port Amber was closed on Monday, the mayor said.\n";

#[test]
fn an_empty_file_is_refused_and_the_others_come_in() {
    let desk = Desk::with("in/a.txt", "");
    desk.file("in/b.txt", " \n\t\n");
    desk.file("in/c.txt", REPORT);
    desk.load(&["in"]).with(3).says("a.txt: it holds no text").says("1 report in, 2 rejected");
    assert_eq!(desk.rejects(), ["empty a.txt", "empty b.txt"]);
    assert_eq!(desk.column("SELECT file FROM articles"), ["c.txt"]);
}

#[test]
fn a_file_over_the_limit_is_refused_and_the_option_is_named() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt", "--max-size", "20"]).with(3).says("--max-size");
    assert_eq!(desk.rejects(), ["too-large a.txt"]);
    desk.load(&["a.txt", "--max-size", "1K"]).with(0);
    desk.load(&["a.txt", "--max-size", "plenty"]).with(2).says("number of bytes");
}

#[test]
fn one_line_of_ten_megabytes_is_read() {
    let mut line = "The mayor of Port Amber said on Monday that 12 ships had left. ".repeat(40);
    line.push_str(&"x".repeat(10 << 20));
    let desk = Desk::with("long.txt", &line);
    desk.load(&["long.txt"]).with(0);
    assert_eq!(desk.column("SELECT length(body) FROM articles"), [line.len().to_string()]);
    desk.run(&["check", "news.db"]).with(0);
}

#[test]
fn binary_files_and_u0000_are_refused() {
    let desk = Desk::with("in/picture.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0");
    desk.file("in/zero.txt", "A good beginning\0 and a bad end.");
    desk.load(&["in"]).with(3).says("no text");
    assert_eq!(desk.rejects(), ["binary picture.txt", "binary zero.txt"]);
}

#[test]
fn a_database_is_no_article() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["a.txt"]).with(0);
    desk.load(&["news.db", "a.txt"]).with(3);
    assert_eq!(desk.rejects(), ["binary news.db"]);
}

#[test]
fn invalid_utf8_is_decoded_with_a_note() {
    let desk =
        Desk::with("in/latin.txt", b"Le maire d\xE9clara que la mer \xE9tait calme, tr\xE8s calme, apr\xE8s l'orage.");
    desk.file("in/broken.txt", b"Zo\xC3\xAB said the caf\xC3\xA9 had clos\xC3\xA9d early \xFF yesterday.");
    desk.load(&["in"]).with(0).says("latin.txt: read as windows-1252").says("U+FFFD");
    assert_eq!(desk.column("SELECT body LIKE '%déclara%' FROM articles WHERE file = 'latin.txt'"), ["1"]);
    assert_eq!(desk.column("SELECT body LIKE 'Zoë%\u{FFFD}%' FROM articles WHERE file = 'broken.txt'"), ["1"]);
    assert_eq!(desk.column("SELECT count(*) FROM load_notes WHERE note LIKE '%U+FFFD%' OR note LIKE '%1252%'"), ["2"]);
}

#[test]
fn a_mark_and_windows_line_ends_leave_no_trace_in_the_body() {
    let desk = Desk::with("a.txt", "\u{FEFF}One\r\n\r\nTwo lines.\r\n");
    desk.load(&["a.txt"]).with(0);
    assert_eq!(desk.column("SELECT body FROM articles"), ["One\n\nTwo lines.\n"]);
}

#[test]
fn a_bad_row_of_a_manifest_is_refused_with_file_and_line() {
    let desk = Desk::with("in/a.txt", REPORT);
    desk.file("in/b.txt", format!("{REPORT}More."));
    desk.file(
        "in/manifest.csv",
        "file,outlet,published,colour\na.txt,Herald,2024-05-06,red\ngone.txt,Courier,,\na.txt,Gazette,,\nb.txt,Courier,6 May 2024,\n",
    );
    desk.load(&["in"]).with(3).says("manifest.csv:3: the file \"gone.txt\" is not there").says("manifest.csv:5");
    let rejects = [
        "unknown-column manifest.csv:1",
        "missing manifest.csv:3",
        "duplicate manifest.csv:4",
        "bad-date manifest.csv:5",
    ];
    assert_eq!(desk.rejects(), rejects);
    assert_eq!(
        desk.column(
            "SELECT name || ' ' || published_basis FROM articles JOIN sources ON source_id = outlet_id ORDER BY file"
        ),
        ["Herald manifest", "Courier none"]
    );
}

#[test]
fn a_manifest_that_cannot_be_read_is_refused_and_the_texts_come_in() {
    let desk = Desk::with("a.txt", REPORT);
    desk.file("headless.csv", "outlet\nHerald\n");
    desk.load(&["a.txt", "--manifest", "gone.csv", "--manifest", "headless.csv"]).with(3);
    assert_eq!(desk.rejects(), ["bad-manifest gone.csv", "bad-manifest headless.csv:1"]);
    assert_eq!(desk.column("SELECT file FROM articles"), ["a.txt"]);
}

#[test]
fn of_two_manifests_that_name_one_file_the_first_counts() {
    let desk = Desk::with("in/a.txt", REPORT);
    desk.file("in/manifest.csv", "file,outlet\na.txt,Herald\n");
    desk.file("list.csv", "file,outlet\nin/a.txt,Courier\n");
    desk.load(&["in", "--manifest", "list.csv"]).with(3).says("manifest.csv:2: the file \"a.txt\" has a row already");
    assert_eq!(desk.column("SELECT name FROM articles JOIN sources ON source_id = outlet_id"), ["Courier"]);
    // The folder's own manifest, named as well, is one manifest.
    desk.load(&["in", "--manifest", "in/manifest.csv", "--dry-run"]).with(0);
}

#[test]
fn a_path_that_is_not_there_is_told_and_the_others_come_in() {
    let desk = Desk::with("a.txt", REPORT);
    desk.load(&["nowhere", "a.txt"]).with(3).says("nowhere: there is no such file or folder");
    assert_eq!(desk.column("SELECT count(*) FROM articles"), ["1"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_told_and_the_others_come_in() {
    use std::fs::{Permissions, read_dir, set_permissions};
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::with("in/locked/a.txt", REPORT);
    desk.file("in/open/b.txt", format!("{REPORT}More."));
    let locked = desk.path("in/locked");
    set_permissions(&locked, Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    let all_powerful = read_dir(&locked).is_ok();
    let ended = desk.load(&["in"]);
    set_permissions(&locked, Permissions::from_mode(0o755)).unwrap();
    if all_powerful {
        ended.with(0);
    } else {
        ended.with(3).says("permissions");
        assert_eq!(desk.column("SELECT file FROM articles"), ["open/b.txt"]);
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_in_a_circle_end() {
    use std::os::unix::fs::symlink;

    let desk = Desk::with("in/a.txt", REPORT);
    symlink(desk.path("in"), desk.path("in/again")).unwrap();
    symlink(desk.path("gone"), desk.path("in/dead.txt")).unwrap();
    desk.load(&["in"]).with(3);
    assert_eq!(desk.column("SELECT file FROM articles"), ["a.txt"]);
}

/// A file that may not grow, as on a full disk: the shell sets the limit, and the signal that goes with it is ignored.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_in_before() {
    let desk = Desk::with("first.txt", REPORT);
    desk.load(&["first.txt"]).with(0);
    let before = desk.content();
    for number in 0..300 {
        desk.file(&format!("in/{number}.txt"), format!("{REPORT}This is report number {number}. ").repeat(60));
    }
    let limit = "trap '' XFSZ; ulimit -f 1500; exec \"$0\" load news.db in";
    let full = ended(&desk.command("sh").args(["-c", limit, crate::desk::PROGRAM]).output().unwrap());
    full.with(5).says("full");
    assert_eq!(desk.column("PRAGMA integrity_check"), ["ok"]);
    assert!(desk.content().iter().any(|row| before.contains(row)));
    desk.load(&["in"]).with(0);
    desk.run(&["check", "news.db"]).with(0);
    assert_eq!(desk.column("SELECT count(*) FROM articles"), ["301"]);
}
