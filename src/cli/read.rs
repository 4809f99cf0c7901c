//! `newsfacts read`: how one text is read, for people who improve the rules.

use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use jiff::civil::Date;

use super::Ending;
use crate::error::Error;
use crate::input;
use crate::reading::{self, ArticleText};

/// What was typed.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A text; - is standard input
    file: PathBuf,
    /// Its day of publication
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// Its outlet
    #[arg(long, value_name = "NAME", default_value = "this outlet")]
    outlet: String,
}

/// Reads the text and prints what was found in it.
pub fn run(args: &Args) -> Result<Ending, Error> {
    let bytes = if args.file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(&args.file)
    }
    .map_err(|error| Error::file(format!("reading {}", args.file.display()), error))?;
    let Some(decoded) = input::decode(&bytes) else {
        return Err(Error::Usage(format!("{} is no text", args.file.display())));
    };
    let article = ArticleText { body: &decoded.text, headline: None, published: args.published, outlet: &args.outlet };
    let reading = reading::read(&article);
    let mut out = io::BufWriter::new(io::stdout().lock());
    for sentence in &reading.sentences {
        writeln!(out, "[{}] {}", sentence.section, sentence.span.of(&decoded.text))?;
    }
    out.flush()?;
    Ok(Ending::Done)
}
