//! `newsfacts report`: a canned report, narrowed by filters.

mod own;

use std::io::{self, Write};
use std::path::PathBuf;

use jiff::civil::Date;
use rusqlite::Connection;
use rusqlite::types::Value;

use self::own::OwnFlags;
use super::query;
use super::{Ending, Messages};
use crate::error::Error;
use crate::output::Target;
use crate::report::{self, Filters, Report};
use crate::store;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  newsfacts report news.db\n  newsfacts report news.db conflicts --story flood\n  \
                        newsfacts report news.db claims --source Reuters -o reuters.csv")]
pub struct Args {
    /// The database
    db: PathBuf,
    /// The report; without it, the list of reports
    name: Option<String>,
    /// Facts in which this outlet takes part, with all their sides; claims of this outlet
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// A voice at any hop, in a joint voice too, and whoever speaks for it
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// A voice that is the origin (the last hop)
    #[arg(long, value_name = "NAME")]
    origin: Option<String>,
    /// Whom or what a claim mentions or a fact is about
    #[arg(long, value_name = "NAME")]
    entity: Option<String>,
    /// A story's label
    #[arg(long, value_name = "LABEL")]
    story: Option<String>,
    /// A fact: its id, its key or the start of its key
    #[arg(long, value_name = "ID")]
    fact: Option<String>,
    /// Published on this day or later; undated articles are left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<Date>,
    /// Published on this day or earlier; undated articles are left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    until: Option<Date>,
    /// What happened on this day or later
    #[arg(long, value_name = "YYYY-MM-DD")]
    happened_since: Option<Date>,
    /// What happened on this day or earlier
    #[arg(long, value_name = "YYYY-MM-DD")]
    happened_until: Option<Date>,
    /// What at least so many outlets carry
    #[arg(long, value_name = "N")]
    min_outlets: Option<u32>,
    /// Claims, conflicts and comparisons that are at least so sure, 0 to 1; 0.8 in reports that say something against a party
    #[arg(long, value_name = "N", value_parser = probability)]
    at_least: Option<f64>,
    /// At most so many rows
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// Print the SQL, ready for sqlite3, instead of asking
    #[arg(long)]
    sql: bool,
    /// A folder of reports of one's own: .sql files, their named parameters are flags
    #[arg(long, value_name = "DIR", env = report::FOLDER)]
    reports: Option<PathBuf>,
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    own: OwnFlags,
}

/// Prints the report, its SQL, or the list of reports.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    args.target.format()?;
    let mut connection = store::open_for_reading(&args.db)?;
    query::guard(&mut connection)?;
    let own = args.reports.as_deref().map_or_else(|| Ok(Vec::new()), report::own_reports)?;
    let Some(name) = &args.name else {
        return if args.target.is_asked_for() { rows(&own, &args.target, messages) } else { list(&own) };
    };
    let mine = own.iter().find(|report| report.name == name.as_str()).cloned();
    let report = mine.or_else(|| report::find(name)).ok_or_else(|| unknown(name, &own))?;
    let mut filters = args.filters();
    filters.check(&report)?;
    for unknown in report::resolve(&connection, &mut filters)? {
        messages.warning(&unknown);
    }
    if args.sql {
        io::stdout().write_all(report.literal_sql(&filters, args.limit).as_bytes())?;
        return Ok(Ending::Done);
    }
    if args.since.is_some() || args.until.is_some() {
        tell_undated(&connection, &filters, messages)?;
    }
    query::answer(&connection, &report.sql, &filters, args.limit, &args.target, messages)?;
    Ok(Ending::Done)
}

impl Args {
    fn filters(&self) -> Filters {
        let mut filters = Filters::default();
        let names = [
            ("outlet", &self.outlet),
            ("source", &self.source),
            ("origin", &self.origin),
            ("entity", &self.entity),
            ("story", &self.story),
            ("fact", &self.fact),
        ];
        for (name, value) in names {
            filters.set(name, value.clone());
        }
        let days = [
            ("since", self.since),
            ("until", self.until),
            ("happened_since", self.happened_since),
            ("happened_until", self.happened_until),
        ];
        for (name, value) in days {
            filters.set(name, value.map(|day| day.to_string()));
        }
        filters.set("min_outlets", self.min_outlets);
        filters.set("at_least", self.at_least);
        self.own.add_to(&mut filters);
        filters
    }
}

/// A number from 0 to 1.
fn probability(typed: &str) -> Result<f64, String> {
    let number = typed.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "write a number from 0 to 1, such as 0.9".to_owned())
}

/// One line a report, grouped.
fn list(own: &[Report]) -> Result<Ending, Error> {
    let width = report::reports().chain(own.iter().cloned()).map(|report| report.name.len()).max().unwrap_or(0);
    let mut out = io::stdout().lock();
    let mut group = |title: &str, reports: &mut dyn Iterator<Item = Report>| -> io::Result<()> {
        writeln!(out, "{title}")?;
        for report in reports {
            writeln!(out, "  {:width$}  {}", report.name, first_sentence(report.help()))?;
        }
        writeln!(out)
    };
    for known in report::groups() {
        group(known.title, &mut known.reports())?;
    }
    if !own.is_empty() {
        group(OF_YOUR_OWN, &mut own.iter().cloned())?;
    }
    writeln!(out, "newsfacts report DB NAME prints one; --help tells how to narrow it")?;
    Ok(Ending::Done)
}

/// The list as rows, for a script.
fn rows(own: &[Report], target: &Target, messages: Messages) -> Result<Ending, Error> {
    let known = report::groups().iter().flat_map(|group| group.reports().map(|report| (group.title, report)));
    let mut rows = target.open(messages.colored(&io::stdout()))?;
    rows.header(&["report", "about", "help", "columns", "narrowed_by"].map(ToOwned::to_owned))?;
    for (group, report) in known.chain(own.iter().map(|report| (OF_YOUR_OWN, report.clone()))) {
        let (columns, narrowed_by) = (report.columns().join(", "), report.parameters().join(", "));
        let cells = [report.name.as_ref(), group, report.help(), &columns, &narrowed_by];
        rows.row(&cells.map(|cell| Value::Text(cell.to_owned())))?;
    }
    rows.end()?;
    Ok(Ending::Done)
}

/// The group of reports that a person added.
const OF_YOUR_OWN: &str = "of your own";

/// As much of a help as fits a line of its own.
fn first_sentence(help: &str) -> &str {
    help.split([';', '.']).next().unwrap_or(help)
}

fn unknown(name: &str, own: &[Report]) -> Error {
    let all = report::reports().chain(own.iter().cloned());
    let near = all.map(|report| (strsim::jaro_winkler(name, &report.name), report)).max_by(|a, b| a.0.total_cmp(&b.0));
    let hint = match near {
        Some((nearness, report)) if nearness > 0.8 => format!("did you mean {}?", report.name),
        _ => "without a name, newsfacts report lists them".to_owned(),
    };
    Error::Usage(format!("there is no report {name:?}; {hint}"))
}

fn tell_undated(connection: &Connection, filters: &Filters, messages: Messages) -> Result<(), Error> {
    let mut undated = 0;
    report::run(connection, report::UNDATED, filters)?.each(None, |row| {
        if let Some(Value::Integer(count)) = row.first() {
            undated = *count;
        }
        Ok(())
    })?;
    match undated {
        0 => {}
        1 => messages.warning(&"1 article without a date is left out"),
        more => messages.warning(&format!("{more} articles without a date are left out")),
    }
    Ok(())
}
