//! Programs that are not ours and need not be there: a browser, a spreadsheet. A test that misses one says so and ends.

use std::io::{Write, stderr};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Says on the terminal, past the harness, what could not be tested.
pub fn skipped(what: &str, program: &str) {
    let _ = writeln!(stderr(), "SKIPPED, {what}: {program} is not installed");
}

pub fn installed(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Runs a program to its end; nothing where it takes too long, and it is ended then.
pub fn patiently(command: &mut Command, patience: Duration) -> Option<bool> {
    let mut child = command.spawn().unwrap();
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status.success());
        }
        if begun.elapsed() > patience {
            child.kill().unwrap();
            child.wait().unwrap();
            return None;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
