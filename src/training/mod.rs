//! Training of the language models. Not part of the program: feature `train` only.
//!
//! The same data gives the same bytes: one thread, exact sums, a random generator of its own with fixed seeds.

mod augment;
mod clusters;
mod corpus;
mod lemmas;
mod parsing;
mod random;
mod scores;
mod tagging;
mod weights;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Parser;

use crate::language::Clusters;
use corpus::Treebank;

/// What goes wrong is told in words.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// Trains the models that newsfacts embeds.
#[derive(Debug, Parser)]
#[command(name = "train")]
pub struct Options {
    /// Folder with `*-train.conllu.gz` and `*-dev.conllu.gz`.
    #[arg(long)]
    pub treebanks: PathBuf,
    /// `en_lexeme_cluster.json.gz` of spacy-lookups-data.
    #[arg(long)]
    pub clusters: PathBuf,
    /// Where the models go.
    #[arg(long, default_value = "data/model")]
    pub out: PathBuf,
    /// Rounds over the data for tags.
    #[arg(long, default_value_t = 8)]
    pub tag_rounds: usize,
    /// Rounds over the data for trees.
    #[arg(long, default_value_t = 12)]
    pub tree_rounds: usize,
    /// Powers of two: rows for tags, actions and relations.
    #[arg(long, value_delimiter = ',', default_values_t = [16, 20, 16])]
    pub bits: Vec<u32>,
    /// By how much the right tag, action and relation must win while learning.
    #[arg(long, value_delimiter = ',', default_values_t = [10, 10, 10])]
    pub margins: Vec<i32>,
}

/// Trains everything and writes it.
///
/// # Errors
/// Data that cannot be read, or a folder that cannot be written.
pub fn run(options: &Options) -> Outcome<()> {
    fs::create_dir_all(&options.out)?;
    let train = Treebank::read(&options.treebanks, "train")?;
    let dev = Treebank::read(&options.treebanks, "dev")?;
    eprintln!("{} sentences to learn from, {} to measure on", train.sentences.len(), dev.sentences.len());
    scores::tokens(&dev);

    let table: &'static [u8] = clusters::table(&options.clusters)?.leak();
    let clusters = Clusters::new(corpus::aligned(table));
    pack(&options.out, "clusters", table)?;

    lemmas::write(&train, &options.out.join("lemmas.tsv"))?;

    let tagset = tagging::TagSet::of(&train);
    fs::write(options.out.join("tags.tsv"), tagset.list())?;
    let train = augment::augmented(&train);
    let learner = tagging::Tagging {
        tagset: &tagset,
        clusters,
        bits: options.bits[0],
        rounds: options.tag_rounds,
        margin: options.margins[0],
    };
    let tagger = learner.train(&train.sentences);
    let tagged_dev = learner.tag_all(&tagger, &dev.sentences);
    scores::tags(&tagset, &dev, &tagged_dev);
    pack(&options.out, "tags", tagger.bytes())?;

    let tagged_train = learner.jackknife(&train.sentences, 4);
    scores::tags(&tagset, &train, &tagged_train);
    let parser = parsing::Parsing {
        clusters,
        action_bits: options.bits[1],
        label_bits: options.bits[2],
        rounds: options.tree_rounds,
        margins: [options.margins[1], options.margins[2]],
    };
    let (actions, labels) = parser.train(&train.sentences, &tagged_train);
    pack(&options.out, "actions", actions)?;
    pack(&options.out, "labels", labels)?;
    scores::trees(&parser, actions, labels, &dev, &tagged_dev);
    Ok(())
}

fn pack(folder: &Path, name: &str, bytes: &[u8]) -> Outcome<()> {
    let file = fs::File::create(folder.join(format!("{name}.xz")))?;
    let mut packer = liblzma::write::XzEncoder::new(file, 9);
    packer.write_all(bytes)?;
    let size = packer.finish()?.metadata()?.len();
    eprintln!("{name}: {} bytes, packed {size}", bytes.len());
    Ok(())
}
