//! Trains how surely two articles tell of one event, from articles whose events people have marked.
//!
//! The features name no word. Figures are of events that the weights have not seen, parted by topic.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Outcome;
use super::newton;
use crate::comparing::stories::groups::{JOINED, among, groups, rivals};
use crate::comparing::stories::profile::Profile;
use crate::comparing::stories::ties::{CANDIDATE, FEATURES, Shared, TABLE};
use crate::lexicon;
use crate::reading::attribution::Trained;
use crate::reading::{ArticleText, Section, read_by};

/// How much weights are drawn to nothing.
const PULL: f64 = 0.01;
/// Topics are parted in so many.
const FOLDS: usize = 5;
/// Pairs that share less are no candidates; a little below the limit of the program, so that it is no edge of the data.
const LEAST: f64 = 0.05;

/// Articles on several events in one heap, on one event each, and undated ones on two events a topic.
const HEAP: &str = "stories-dev.jsonl";
const GROUPS: [&str; 2] = ["conflicts-train.articles.json", "conflicts-dev.articles.json"];
const TOPICS: &str = "xdoc-events-train.jsonl";

struct Article {
    profile: Profile,
    event: String,
    fold: usize,
    /// Whether it is one of the heap.
    heaped: bool,
}

struct Pair {
    one: usize,
    two: usize,
    shared: Shared,
    together: bool,
}

/// Trains the weights from the sets of a folder and writes `ties.tsv`.
pub fn train(folder: &Path, out: &Path) -> Outcome<()> {
    let (articles, alone) = read(folder)?;
    let pairs = pairs(&articles);
    let together = pairs.iter().filter(|pair| pair.together).count();
    eprintln!("{} articles, {} pairs, {together} of one event", articles.len(), pairs.len());
    let scores = left_out(&articles, &pairs);
    eprintln!("left out: average precision of pairs {:.3}", average_precision(&pairs, &scores));
    let heap: BTreeSet<usize> = (0..articles.len()).filter(|&at| articles[at].heaped).collect();
    let found = grouped(&heap, &pairs, &scores);
    eprintln!("left out: {} articles in one heap: {}", heap.len(), agreement(&articles, &found));
    let whole = alone.iter().filter(|group| grouped(group, &pairs, &scores).len() == 1).count();
    eprintln!("left out: of {} groups on one event, each alone, {whole} are one story", alone.len());
    let weights = learn(pairs.iter());
    let mut table = String::from(
        "# How surely two articles tell of one event: weights over features without words; see README.md for how they were trained.\n\
         feature\tweight\tmeaning\n",
    );
    for (row, weight) in lexicon::rows(TABLE).zip(&weights) {
        writeln!(table, "{}\t{weight:.3}\t{}", row[0], row[2])?;
    }
    Ok(fs::write(out.join("ties.tsv"), table)?)
}

/// All articles, each text once, and the groups that stand for one folder each.
fn read(folder: &Path) -> Outcome<(Vec<Article>, Vec<BTreeSet<usize>>)> {
    let (mut rows, mut members) = (Vec::new(), Vec::new());
    let lines = |name: &str| -> Outcome<Vec<Value>> {
        let file = fs::read_to_string(folder.join(name)).map_err(|error| format!("reading {name}: {error}"))?;
        file.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    };
    for row in lines(HEAP)? {
        rows.push((words(&row, "story"), words(&row, "story"), true, row));
    }
    for name in GROUPS {
        let file = fs::read_to_string(folder.join(name)).map_err(|error| format!("reading {name}: {error}"))?;
        let all: Vec<Value> = serde_json::from_str(&file)?;
        for group in all {
            let event = words(&group, "cluster");
            let topic = event.split('-').take(2).collect::<Vec<_>>().join("-");
            let articles = group["articles"].as_array().cloned().unwrap_or_default();
            members.push(articles.iter().map(|row| words(row, "text")).collect::<Vec<_>>());
            rows.extend(articles.into_iter().map(|row| (event.clone(), topic.clone(), false, row)));
        }
    }
    for row in lines(TOPICS)? {
        let topic = format!("ecb-{}", words(&row, "topic"));
        rows.push((format!("{topic}-{}", words(&row, "subtopic")), topic, false, row));
    }
    let topics: BTreeSet<String> = rows.iter().map(|row| row.1.clone()).collect();
    let folds: BTreeMap<String, usize> =
        topics.into_iter().enumerate().map(|(at, topic)| (topic, at % FOLDS)).collect();
    let mut places = BTreeMap::new();
    let mut articles: Vec<Article> = Vec::new();
    for (event, topic, heaped, row) in rows {
        let text = words(&row, "text");
        let at = *places.entry(text.trim().to_owned()).or_insert(articles.len());
        if at == articles.len() {
            articles.push(Article { profile: profile(&row), event, fold: folds[&topic], heaped });
        }
    }
    let place = |text: &String| places.get(text.trim()).copied();
    Ok((articles, members.iter().map(|texts| texts.iter().filter_map(place).collect()).collect()))
}

fn words(row: &Value, name: &str) -> String {
    row[name].as_str().unwrap_or_default().to_owned()
}

/// The profile of an article as the program makes it: without boilerplate.
fn profile(row: &Value) -> Profile {
    let (body, title, date) = (words(row, "text"), words(row, "title"), words(row, "date"));
    let headline = Some(title.as_str()).filter(|title| !title.is_empty());
    let published = date.get(..10).and_then(|day| day.parse().ok());
    let article = ArticleText { body: &body, headline, published, outlet: "" };
    let reading = read_by(&article, &|_| true, &mut Trained);
    let text = if reading.above > 0 { format!("{}\n\n{body}", title.trim_end()) } else { body.clone() };
    let (mut headlines, mut bodies) = (String::new(), String::new());
    for sentence in reading.sentences.iter().filter(|sentence| sentence.section != Section::Boilerplate) {
        let into = if sentence.section == Section::Headline { &mut headlines } else { &mut bodies };
        into.push_str(sentence.span.of(&text));
        into.push('\n');
    }
    Profile::of(&headlines, &bodies, published.or(reading.dated))
}

fn pairs(articles: &[Article]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (one, first) in articles.iter().enumerate() {
        for (two, second) in articles.iter().enumerate().skip(one + 1) {
            let shared = Shared::of(&first.profile, &second.profile);
            if shared.words >= LEAST {
                pairs.push(Pair { one, two, shared, together: first.event == second.event });
            }
        }
    }
    pairs
}

fn learn<'p>(pairs: impl Iterator<Item = &'p Pair>) -> [f64; FEATURES] {
    let rows: Vec<_> = pairs.map(|pair| (pair.shared.features(), pair.together)).collect();
    newton::learn(&rows, PULL)
}

/// The score of each pair by weights that have not seen the topic of its first article.
fn left_out(articles: &[Article], pairs: &[Pair]) -> Vec<f64> {
    let of = |fold: usize| {
        let seen = |pair: &&Pair| articles[pair.one].fold != fold && articles[pair.two].fold != fold;
        learn(pairs.iter().filter(seen))
    };
    let weights: Vec<_> = (0..FOLDS).map(of).collect();
    let score = |pair: &Pair| newton::sum(&weights[articles[pair.one].fold], &pair.shared.features());
    pairs.iter().map(score).collect()
}

fn average_precision(pairs: &[Pair], scores: &[f64]) -> f64 {
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    let (mut right, mut sum) = (0.0, 0.0);
    for (rank, at) in order.into_iter().enumerate() {
        if pairs[at].together {
            right += 1.0;
            sum += right / (rank + 1) as f64;
        }
    }
    sum / f64::max(right, 1.0)
}

/// The stories of a database of these articles.
fn grouped(members: &BTreeSet<usize>, pairs: &[Pair], scores: &[f64]) -> Vec<Vec<usize>> {
    let order: Vec<usize> = members.iter().copied().collect();
    let places: BTreeMap<usize, usize> = order.iter().enumerate().map(|(place, &at)| (at, place)).collect();
    let (mut ties, mut days) = (Vec::new(), Vec::new());
    let mut of: Vec<Vec<f64>> = vec![Vec::new(); order.len()];
    for (pair, &score) in pairs.iter().zip(scores) {
        let (Some(&one), Some(&two)) = (places.get(&pair.one), places.get(&pair.two)) else { continue };
        if pair.shared.words >= CANDIDATE && score >= JOINED {
            of[one].push(score);
            of[two].push(score);
            ties.push((one, two, score));
            days.push(pair.shared.days);
        }
    }
    let rivals: Vec<usize> = of.into_iter().map(|scores| rivals(scores.into_iter())).collect();
    for ((one, two, score), days) in ties.iter_mut().zip(days) {
        *score = among(*score, days, [rivals[*one], rivals[*two]]);
    }
    let found = groups(order.len(), &ties);
    found.into_iter().map(|group| group.into_iter().map(|at| order[at]).collect()).collect()
}

/// B3 of stories against events, and the share of events that are whole.
fn agreement(articles: &[Article], found: &[Vec<usize>]) -> String {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut parts: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut precision, mut recall, mut all) = (0.0, 0.0, 0.0);
    for &at in found.iter().flatten() {
        *sizes.entry(&articles[at].event).or_default() += 1;
    }
    for group in found {
        let mut held: BTreeMap<&str, usize> = BTreeMap::new();
        for &at in group {
            *held.entry(&articles[at].event).or_default() += 1;
        }
        for (event, count) in held {
            *parts.entry(event).or_default() += 1;
            let square = (count * count) as f64;
            precision += square / group.len() as f64;
            recall += square / sizes[event] as f64;
        }
        all += group.len() as f64;
    }
    let (precision, recall) = (precision / all, recall / all);
    let several: Vec<_> = sizes.iter().filter(|(_, size)| **size > 1).map(|(event, _)| parts[event]).collect();
    let whole = several.iter().filter(|parts| **parts == 1).count() as f64 / several.len() as f64;
    let b3 = 2.0 * precision * recall / (precision + recall);
    format!("B3 {b3:.3} (precision {precision:.3}, recall {recall:.3}), events whole {whole:.3}")
}
