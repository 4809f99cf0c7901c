//! Training of the language models. Not part of the program: feature `train` only.
//!
//! The same data gives the same bytes: one thread, exact sums, a random generator of its own with fixed seeds.

mod attributing;
mod augment;
mod clusters;
mod comparing;
mod confidences;
mod contexts;
mod corpus;
mod ending;
mod grouped;
mod kinds;
mod lemmas;
mod lists;
mod logistic;
mod marked;
mod named;
mod naming;
mod newton;
mod parsing;
mod pronouns;
mod random;
mod scores;
mod tagging;
mod tying;
mod weights;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Parser;

use crate::language::Clusters;
use crate::language::lists::Lists;
use crate::language::model::Model;
use crate::language::parser::Parser as TreeParser;
use crate::language::table::Table;
use corpus::Treebank;

/// What goes wrong is told in words.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// Trains the models that newsfacts embeds.
#[derive(Debug, Parser)]
#[command(name = "train")]
pub struct Options {
    /// Folder with `*-train.conllu.gz` and `*-dev.conllu.gz`.
    #[arg(long, required_unless_present_any = ["attributions", "conflicts", "passages", "stories"])]
    pub treebanks: Option<PathBuf>,
    /// `en_lexeme_cluster.json.gz` of spacy-lookups-data.
    #[arg(long)]
    pub clusters: Option<PathBuf>,
    /// Folder of the sets with names: wikigold, uner-ewt, meantime.
    #[arg(long)]
    pub names: Option<PathBuf>,
    /// Folder of `attribution-train.jsonl`: trains only who speaks a quotation and the confidence of attributions.
    #[arg(long)]
    pub attributions: Option<PathBuf>,
    /// Folder of `conflicts-train.articles.json` and `conflicts-dev.articles.json`: trains only which passages are laid side
    /// by side.
    #[arg(long, requires = "gold")]
    pub conflicts: Option<PathBuf>,
    /// Folder of the marks of these sets, `*.gold.json`.
    #[arg(long)]
    pub gold: Option<PathBuf>,
    /// Folder with the texts of the judged pairs of passages, `*.jsonl`: trains only how their articles make them surer. Built
    /// again after `--conflicts`, whose weights it rests on.
    #[arg(long)]
    pub passages: Option<PathBuf>,
    /// Folder of `stories-dev.jsonl`, `xdoc-events-train.jsonl`, `conflicts-*.articles.json`: trains only what ties articles.
    #[arg(long)]
    pub stories: Option<PathBuf>,
    /// Folder of the word lists.
    #[arg(long, default_value = "data/lexicon")]
    pub lexicon: PathBuf,
    /// A set of names that the model must not see: wikigold, uner-ewt, meantime, gum.
    #[arg(long)]
    pub leave_out: Option<String>,
    /// Only names; tags and trees stay as they lie in the folder of the models.
    #[arg(long)]
    pub names_only: bool,
    /// Only the weights of pronouns.
    #[arg(long)]
    pub pronouns_only: bool,
    /// Only the weights of the signs around names.
    #[arg(long)]
    pub kinds_only: bool,
    /// Rounds over the data for names.
    #[arg(long, default_value_t = 10)]
    pub name_rounds: usize,
    /// Where the models go.
    #[arg(long, default_value = "data/model")]
    pub out: PathBuf,
    /// Rounds over the data for tags.
    #[arg(long, default_value_t = 8)]
    pub tag_rounds: usize,
    /// Rounds over the data for trees.
    #[arg(long, default_value_t = 12)]
    pub tree_rounds: usize,
    /// Powers of two: rows for tags, actions, relations and names.
    #[arg(long, value_delimiter = ',', default_values_t = [16, 20, 16, 16])]
    pub bits: Vec<u32>,
    /// By how much the right tag, action, relation and label of a name must win while learning.
    #[arg(long, value_delimiter = ',', default_values_t = [10, 10, 10, 10])]
    pub margins: Vec<i32>,
}

/// Trains everything and writes it.
///
/// # Errors
/// Data that cannot be read, or a folder that cannot be written.
pub fn run(options: &Options) -> Outcome<()> {
    fs::create_dir_all(&options.out)?;
    if let Some(folder) = &options.attributions {
        return attributing::train(folder, &options.out);
    }
    if let (Some(articles), Some(gold)) = (&options.conflicts, &options.gold) {
        return comparing::train(articles, gold, &options.out);
    }
    if let Some(folder) = &options.passages {
        return contexts::train(folder, &options.out);
    }
    if let Some(folder) = &options.stories {
        return tying::train(folder, &options.out);
    }
    let Some(treebanks) = &options.treebanks else { return Err("--treebanks names no folder".into()) };
    let train = Treebank::read(treebanks, "train")?;
    if options.pronouns_only {
        return pronouns(treebanks, options, &train);
    }
    let Some(clusters_file) = &options.clusters else { return Err("--clusters names no file".into()) };
    let table = corpus::aligned(&clusters::table(clusters_file)?);
    let clusters = Clusters::new(table);
    let model = if options.names_only || options.kinds_only {
        Model { clusters, ..Model::embedded() }
    } else {
        pack(&options.out, "clusters", table)?;
        trees(options, treebanks, &train, clusters)?
    };
    names(options, &train, &model)?;
    if options.kinds_only { Ok(()) } else { pronouns(treebanks, options, &train) }
}

/// Whom pronouns mean, with the models that the program embeds.
fn pronouns(treebanks: &Path, options: &Options, train: &Treebank) -> Outcome<()> {
    let dev = Treebank::read(treebanks, "dev")?;
    pronouns::train(&[train, &dev], &options.out)
}

/// Tags, trees and lemmas.
fn trees(options: &Options, treebanks: &Path, train: &Treebank, clusters: Clusters) -> Outcome<Model> {
    let dev = Treebank::read(treebanks, "dev")?;
    eprintln!("{} sentences to learn from, {} to measure on", train.sentences.len(), dev.sentences.len());
    scores::tokens(&dev);
    lemmas::write(train, &options.out.join("lemmas.tsv"))?;

    let tagset = tagging::TagSet::of(train);
    fs::write(options.out.join("tags.tsv"), tagset.list())?;
    let train = augment::augmented(train);
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
    let parsing = parsing::Parsing {
        clusters,
        action_bits: options.bits[1],
        label_bits: options.bits[2],
        rounds: options.tree_rounds,
        margins: [options.margins[1], options.margins[2]],
    };
    let (actions, labels) = parsing.train(&train.sentences, &tagged_train);
    pack(&options.out, "actions", actions)?;
    pack(&options.out, "labels", labels)?;
    scores::trees(&parsing, actions, labels, &dev, &tagged_dev);
    let parser = TreeParser { actions: Table::new(actions), labels: Table::new(labels) };
    Ok(Model { clusters, classes: tagset.len(), tags: Table::new(tagger.bytes()), parser, ..Model::embedded() })
}

/// Names, once the rest stands.
fn names(options: &Options, train: &Treebank, model: &Model) -> Outcome<()> {
    let Some(folder) = &options.names else { return Ok(()) };
    let table = corpus::aligned(&lists::lists(&options.lexicon)?);
    pack(&options.out, "lists", table)?;
    let naming = naming::Naming {
        model: Model { lists: Lists::new(table), ..*model },
        bits: options.bits[3],
        rounds: options.name_rounds,
        margin: options.margins[3],
    };
    let sets = named::sets(folder, train)?;
    if options.kinds_only {
        fs::write(options.out.join("kinds.tsv"), kinds::kinds(&naming, &sets))?;
        return Ok(());
    }
    let weights = naming.train(&sets, options.leave_out.as_deref()).leak();
    pack(&options.out, "names", weights)?;
    for set in &sets {
        let seen = options.leave_out.as_deref() != Some(set.name);
        eprintln!("{}{}", naming.score(set, weights), if seen { ", seen in training" } else { "" });
    }
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
