//! The outputs that README shows are what the program prints. `BLESS=1 cargo test readme` rewrites them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::desk::{Desk, PROGRAM, ended};

#[test]
fn the_readme_shows_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let desk = Desk::new();
    for (name, content) in sample() {
        desk.file(&format!("data/articles/{name}"), content);
    }
    desk.load(&["data/articles"]).with(0);
    let printed = with_outputs(&text, &desk);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, printed).unwrap();
    } else {
        assert_eq!(text, printed, "README.md shows other outputs; BLESS=1 cargo test readme rewrites them");
    }
}

fn sample() -> impl Iterator<Item = (String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/articles");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.map(|file| (file.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&file).unwrap()))
}

/// The text with the lines under each `$ command` of its `console` blocks replaced by what the command prints.
fn with_outputs(text: &str, desk: &Desk) -> String {
    let mut printed = String::new();
    let mut in_block = false;
    for line in text.lines() {
        match line.strip_prefix("$ ") {
            _ if line == "```console" => in_block = true,
            Some(command) if in_block => {
                let _ = writeln!(printed, "{line}\n{}", output(command, desk).trim_end());
                continue;
            }
            None if in_block && line != "```" => continue,
            _ => in_block = false,
        }
        let _ = writeln!(printed, "{line}");
    }
    printed
}

/// What a command prints, on both streams; `cargo run --release --` is the program that cargo has built.
fn output(command: &str, desk: &Desk) -> String {
    let loads = command.contains(" load ");
    if loads {
        std::fs::remove_file(desk.path("news.db")).unwrap();
    }
    let script = command.replace("cargo run --release --", "newsfacts").replace("newsfacts ", &format!("'{PROGRAM}' "));
    let run = ended(&desk.command("sh").args(["-c", &script]).output().unwrap()).with(0);
    let whole = if loads { run.err + &run.out } else { run.out };
    let lines = whole.lines().map(|line| without_seconds(line.trim_end()));
    lines.collect::<Vec<_>>().join("\n")
}

/// A line without how long it took, which is never the same.
fn without_seconds(line: &str) -> String {
    match line.rsplit_once(" (") {
        Some((before, seconds)) if seconds.ends_with(" s)") => before.to_owned(),
        _ => line.to_owned(),
    }
}
