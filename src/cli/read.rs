//! `newsfacts read`: how one text is read, for people who improve the rules.

mod layers;
mod rulers;

use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use jiff::civil::Date;

use super::Ending;
use crate::error::Error;
use crate::input;
use crate::language::{NameTag, Tree};
use crate::reading::{self, ArticleText, Section};
use crate::span::Span;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: newsfacts read report.txt --published 2019-03-25 --trees")]
pub struct Args {
    /// A text; - is standard input
    file: PathBuf,
    /// Its day of publication
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// Its outlet
    #[arg(long, value_name = "NAME", default_value = "this outlet")]
    outlet: String,
    /// Show the words of each sentence with class, lemma and tree too
    #[arg(long)]
    trees: bool,
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
    let text = decoded.text.as_str();
    let article = ArticleText { body: text, headline: None, published: args.published, outlet: &args.outlet };
    let (reading, trees) = reading::read_with_trees(&article);
    let marks = layers::marks(text, &reading);
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0).clamp(40, 160));
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (number, sentence) in reading.sentences.iter().enumerate() {
        writeln!(out, "{number} [{}, paragraph {}]", sentence.section, sentence.paragraph)?;
        for line in rulers::lines(text, sentence.span, width - 4, &marks) {
            writeln!(out, "  {line}")?;
        }
        if args.trees && sentence.section != Section::Boilerplate {
            if let Some(used) = trees.get(number) {
                tree(&mut out, text, used)?;
            }
            let here = |cue: Span| sentence.span.contains(cue);
            for no in reading.declined.iter().filter(|no| here(no.cue)) {
                writeln!(out, "    declined: {} ({}): {}", no.cue.of(text), no.rule, no.why)?;
            }
        }
    }
    for line in layers::lists(text, &reading) {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(Ending::Done)
}

/// The words of a sentence as the reading had them, one a line, each with its class, lemma, relation and head.
fn tree(out: &mut impl Write, text: &str, tree: &Tree) -> io::Result<()> {
    for (number, token) in tree.tokens.iter().enumerate() {
        let head = token.head.and_then(|head| tree.tokens.get(head)).map_or("-", |head| head.span.of(text));
        let name = if token.name == NameTag::Outside { String::new() } else { format!("  {:?}", token.name) };
        let word = token.span.of(text);
        writeln!(
            out,
            "    {number:>3} {word:<18} {:<18} {:?} {} {:?} < {head}{name}",
            token.lemma, token.upos, token.xpos, token.relation
        )?;
    }
    Ok(())
}
