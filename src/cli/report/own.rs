//! The flags of reports of one's own: each named parameter of their SQL is a flag.
//!
//! The folder must be known before the rest of the command line can be read, so it is looked for first.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, FromArgMatches};

use crate::report::{self, Filters, Report};

/// What was typed for parameters that the program's own reports do not have.
#[derive(Debug, Clone, Default)]
pub struct OwnFlags(Vec<(String, String)>);

impl OwnFlags {
    /// Adds them to the other filters.
    pub fn add_to(&self, filters: &mut Filters) {
        for (name, value) in &self.0 {
            filters.set(name, Some(report::typed(value)));
        }
    }
}

impl clap::Args for OwnFlags {
    fn augment_args(command: Command) -> Command {
        // A parameter with the name of a filter is that filter.
        let taken: Vec<String> =
            command.get_arguments().filter_map(|known| known.get_long().map(ToOwned::to_owned)).collect();
        parameters().into_iter().filter(|name| !taken.contains(&flag(name))).fold(command, |command, name| {
            let help = "A parameter of a report of one's own";
            command.arg(Arg::new(id(&name)).long(flag(&name)).value_name("VALUE").help(help))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for OwnFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut flags = Self::default();
        flags.update_from_arg_matches(matches)?;
        Ok(flags)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for name in parameters() {
            if let Ok(Some(value)) = matches.try_get_one::<String>(&id(&name)) {
                self.0.push((name, value.clone()));
            }
        }
        Ok(())
    }
}

fn flag(name: &str) -> String {
    name.replace('_', "-")
}

/// Apart from the ids of the command's own arguments.
fn id(name: &str) -> String {
    format!("own:{name}")
}

/// The names of all parameters in the folder; a folder that cannot be read is told when the report is asked for.
fn parameters() -> Vec<String> {
    let reports: Vec<Report> = folder().and_then(|folder| report::own_reports(&folder).ok()).unwrap_or_default();
    let mut names: Vec<String> = reports
        .iter()
        .flat_map(|report| report.parameters().into_iter().map(ToOwned::to_owned).collect::<Vec<_>>())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The folder of `--reports`, else of the environment.
fn folder() -> Option<PathBuf> {
    let mut words = std::env::args_os().skip_while(|word| word != "report");
    while let Some(word) = words.next() {
        if word == "--reports" {
            return words.next().map(PathBuf::from);
        }
        if let Some(folder) = word.to_str().and_then(|word| word.strip_prefix("--reports=")) {
            return Some(PathBuf::from(folder));
        }
    }
    std::env::var_os(report::FOLDER).map(PathBuf::from)
}
