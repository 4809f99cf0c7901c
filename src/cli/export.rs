//! `newsfacts export`: every table and report as files, described by a `datapackage.json`.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rusqlite::Connection;

use super::{Ending, Messages};
use crate::error::Error;
use crate::output::{self, Field, Format, Resource, Rows, Style, Typed, Workbook};
use crate::report::{self, Filters};
use crate::store;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  newsfacts export news.db -o news-export --xlsx\n\
                        The same database gives the same bytes; SOURCE_DATE_EPOCH dates the files.")]
pub struct Args {
    /// The database
    db: PathBuf,
    /// The folder to write to; it is made where there is none
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The format of the files
    #[arg(short, long, value_enum, default_value = "csv")]
    format: Format,
    /// CSV that spreadsheets open well: byte-order mark, CRLF, no cell that runs as a formula
    #[arg(long)]
    excel: bool,
    /// Write reports.xlsx too: one workbook, one sheet a report
    #[arg(long)]
    xlsx: bool,
    /// Write the tables that tell of loads too: loads, notes, rejects
    #[arg(long)]
    all: bool,
}

/// Writes the folder.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    let ending = args.ending()?;
    let connection = store::open_for_reading(&args.db)?;
    let created = created(&connection)?;
    let mut export =
        Export { args, ending, created, connection: &connection, messages, files: Vec::new(), resources: Vec::new() };
    export.tables()?;
    export.reports()?;
    export.describe()?;
    messages.say(&format!("{} files in {}", export.files.len(), args.output.display()));
    Ok(Ending::Done)
}

impl Args {
    fn ending(&self) -> Result<&'static str, Error> {
        if self.excel && self.format != Format::Csv {
            return Err(Error::Usage("--excel is for csv".to_owned()));
        }
        match self.format {
            Format::Csv => Ok("csv"),
            Format::Tsv => Ok("tsv"),
            Format::Json => Ok("json"),
            Format::Jsonl => Ok("jsonl"),
            Format::Table | Format::Markdown | Format::Xlsx => Err(Error::Usage(
                "export writes csv, tsv, json or jsonl; --xlsx adds a workbook of the reports".to_owned(),
            )),
        }
    }
}

/// The date of the files: told by `SOURCE_DATE_EPOCH`, else that of the newest load.
fn created(connection: &Connection) -> Result<i64, Error> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(told) => {
            told.parse().map_err(|_| Error::Usage(format!("SOURCE_DATE_EPOCH is no number of seconds: {told}")))
        }
        Err(_) => report::newest_load(connection),
    }
}

struct Export<'a> {
    args: &'a Args,
    ending: &'static str,
    created: i64,
    connection: &'a Connection,
    messages: Messages,
    files: Vec<PathBuf>,
    resources: Vec<Resource>,
}

impl Export<'_> {
    fn tables(&mut self) -> Result<(), Error> {
        let tables = report::tables(self.connection)?;
        let is_in = |name: &str| tables.iter().any(|table| table.name == name && (self.args.all || !table.of_loads));
        for table in tables.iter().filter(|table| is_in(&table.name)) {
            let mut resource = self.write("tables", &table.name, &table.select, None)?;
            table.help().clone_into(&mut resource.description);
            resource.key.clone_from(&table.key);
            resource.references = table.references.iter().filter(|[_, to, _]| is_in(to)).cloned().collect();
            for field in &mut resource.fields {
                table.meaning(&field.name).unwrap_or_default().clone_into(&mut field.description);
            }
            self.resources.push(resource);
        }
        Ok(())
    }

    fn reports(&mut self) -> Result<(), Error> {
        let mut book = self.args.xlsx.then(Workbook::default);
        for report in report::reports() {
            if let Some(book) = &mut book {
                book.sheet(&report.name);
            }
            let mut resource = self.write("reports", &report.name, &report.sql, book.as_mut())?;
            report.help().clone_into(&mut resource.description);
            resource.name = report.view();
            for field in &mut resource.fields {
                report::meaning(&field.name).unwrap_or_default().clone_into(&mut field.description);
            }
            self.resources.push(resource);
        }
        if let Some(book) = book {
            let path = self.args.output.join("reports.xlsx");
            let (bytes, notes) = book.bytes(self.created).map_err(|error| writing(&path, error))?;
            for note in notes {
                self.messages.warning(&format!("{}: {note}", path.display()));
            }
            create(&path)?.write_all(&bytes).map_err(|error| writing(&path, error))?;
            self.close(path)?;
        }
        Ok(())
    }

    /// Writes one file, and the same rows to a sheet.
    fn write(
        &mut self,
        folder: &str,
        name: &str,
        sql: &str,
        mut book: Option<&mut Workbook>,
    ) -> Result<Resource, Error> {
        let path = format!("{folder}/{name}.{}", self.ending);
        let file = self.args.output.join(&path);
        let out = BufWriter::new(create(&file)?);
        let style = Style { excel: self.args.excel, ..Style::default() };
        let mut rows = Typed::new(output::rows(self.args.format, style, Box::new(out)));
        let asked = report::run(self.connection, sql, &Filters::default())?;
        let columns = asked.columns.clone();
        rows.header(&columns).map_err(|error| writing(&file, error))?;
        if let Some(book) = &mut book {
            book.header(&columns)?;
        }
        asked.each(None, |values| {
            if let Some(book) = &mut book {
                book.row(values)?;
            }
            rows.row(values).map_err(|error| writing(&file, error))
        })?;
        for note in rows.end().map_err(|error| writing(&file, error))? {
            self.messages.warning(&format!("{}: {note}", file.display()));
        }
        let fields = columns.into_iter().zip(rows.kinds()).map(|(name, kind)| Field {
            name,
            kind: *kind,
            description: String::new(),
        });
        let fields = fields.collect();
        drop(rows);
        self.close(file)?;
        Ok(Resource { name: name.to_owned(), path, excel: self.args.excel, fields, ..Resource::default() })
    }

    fn describe(&mut self) -> Result<(), Error> {
        let stem = self.args.db.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
        let name: String = stem.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect();
        let time = jiff::Timestamp::from_second(self.created).unwrap_or_default();
        let text = output::package(&name, &time.to_string(), &self.resources);
        let path = self.args.output.join("datapackage.json");
        create(&path)?.write_all(text.as_bytes()).map_err(|error| writing(&path, error))?;
        self.close(path)
    }

    /// Dates the file, so that two exports of one database are the same in an archive too.
    fn close(&mut self, path: PathBuf) -> Result<(), Error> {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(self.created.unsigned_abs());
        let file = File::options().append(true).open(&path).map_err(|error| writing(&path, error))?;
        file.set_modified(time).map_err(|error| writing(&path, error))?;
        self.files.push(path);
        Ok(())
    }
}

/// Opens a file to write, in a folder that is made where there is none.
fn create(path: &Path) -> Result<File, Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| Error::file(format!("making the folder {}", folder.display()), error))?;
    }
    File::create(path).map_err(|error| writing(path, error))
}

fn writing(path: &Path, error: std::io::Error) -> Error {
    Error::file(format!("writing {}", path.display()), error)
}
