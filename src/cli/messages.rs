//! What the program says to the person at the terminal: all of it on standard error, never on standard output.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;

/// Where messages go, how many of them, and whether in colour.
#[derive(Debug, Clone, Copy)]
pub struct Messages {
    quiet: bool,
    verbose: bool,
    color: ColorChoice,
}

impl Messages {
    /// As `-q`, `-v` and `--color` say.
    #[must_use]
    pub const fn new(quiet: bool, verbose: bool, color: ColorChoice) -> Self {
        Self { quiet, verbose, color }
    }

    /// Whether a stream gets colours: `--color` first, then `NO_COLOR`, then only a terminal.
    #[must_use]
    pub fn colored(self, stream: &impl IsTerminal) -> bool {
        match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()) && stream.is_terminal(),
        }
    }

    /// Whether a progress bar may be shown.
    #[must_use]
    pub fn progress(self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// What ended the command.
    pub fn error(self, error: &impl Display) {
        self.line(&"error: ", AnsiColor::Red, error);
    }

    /// Something that the person should know; left out by `-q`.
    pub fn warning(self, warning: &impl Display) {
        if !self.quiet {
            self.line(&"warning: ", AnsiColor::Yellow, warning);
        }
    }

    /// What was done; left out by `-q`.
    pub fn say(self, words: &impl Display) {
        if !self.quiet {
            // No one to tell is no reason to fail.
            let _ = writeln!(io::stderr(), "{words}");
        }
    }

    /// What only `-v` tells.
    pub fn detail(self, words: &impl Display) {
        if self.verbose {
            let _ = writeln!(io::stderr(), "{words}");
        }
    }

    fn line(self, label: &impl Display, color: AnsiColor, words: &impl Display) {
        let style =
            if self.colored(&io::stderr()) { Style::new().bold().fg_color(Some(color.into())) } else { Style::new() };
        let _ = writeln!(io::stderr(), "{style}{label}{style:#}{words}");
    }
}
