//! Help, completions and manual pages: every command explains itself.

use clap::CommandFactory;
use newsfacts::cli::Cli;

use crate::desk::Desk;

fn commands() -> Vec<String> {
    Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

#[test]
fn every_command_has_help_with_an_example() {
    let desk = Desk::new();
    for command in commands() {
        let help = desk.run(&[&command, "--help"]).with(0).out;
        assert!(help.contains("Example"), "{command} has no example:\n{help}");
        assert!(help.contains(&format!("newsfacts {command}")), "{command}:\n{help}");
        let [own, every] = ["--jobs", "--quiet"].map(|option| help.find(option));
        assert!(own <= every, "{command}: the options that every command has stand below its own:\n{help}");
    }
}

#[test]
fn wrong_usage_ends_with_two_and_nothing_typed_shows_the_help() {
    let desk = Desk::new();
    desk.run(&["lode", "news.db"]).with(2).says("load");
    desk.run(&[]).with(2).says("Usage");
    desk.run(&["--version"]).with(0).prints(env!("CARGO_PKG_VERSION"));
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = desk.run(&["completions", shell]).with(0).out;
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
    }
    desk.run(&["man", "pages"]).with(0);
    for command in commands() {
        assert!(desk.path(&format!("pages/newsfacts-{command}.1")).exists(), "{command}");
    }
}
