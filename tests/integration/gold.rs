//! The sample reports against what a careful reader wrote down for them (`tests/gold/claims.tsv`).
//!
//! The bounds are what the program reached when they were last raised; they only ever go up.

use std::collections::HashMap;
use std::path::Path;

use crate::desk::Desk;

/// Of the hand-made claims: how many are found with about their words, and how many with the whole chain as well.
const CONTENT: usize = 42;
const CHAINS: usize = 40;
/// Attributed claims that the hand-made list, which is complete, does not have with their words and chain. It only ever
/// goes down.
const WRONG: usize = 20;

struct Wanted {
    file: String,
    content: String,
    chain: Vec<String>,
    kind: String,
}

struct Found {
    file: String,
    text: String,
    chain: Vec<String>,
    kind: String,
}

#[test]
fn the_sample_is_read_as_a_careful_reader_reads_it() {
    let desk = Desk::new();
    desk.load(&[concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles")]).with(0);
    let (wanted, found) = (wanted(), found(&desk));
    let mut counts = (0, 0);
    let mut misses = Vec::new();
    for gold in &wanted {
        let same: Vec<&Found> = found.iter().filter(|claim| says(claim, gold)).collect();
        let right = same.iter().any(|claim| came(&claim.chain, &gold.chain));
        counts.0 += usize::from(!same.is_empty());
        counts.1 += usize::from(right);
        if !right {
            let chains: Vec<String> = same.iter().map(|claim| claim.chain.join(" > ")).collect();
            misses.push(format!("{}: {:?} of {}, found {chains:?}", gold.file, gold.content, gold.chain.join(" > ")));
        }
    }
    let is_wrong = |claim: &&Found| !wanted.iter().any(|gold| says(claim, gold) && came(&claim.chain, &gold.chain));
    let wrong: Vec<&Found> = found.iter().filter(is_wrong).collect();
    let listed = wrong.iter().map(|claim| format!("{}: {:?} of {}", claim.file, claim.text, claim.chain.join(" > ")));
    let listed = listed.collect::<Vec<_>>().join("\n");
    assert!(wrong.len() <= WRONG, "{} of {} claims are in no hand-made row:\n{listed}", wrong.len(), found.len());
    let misses = misses.join("\n");
    assert!(
        counts.0 >= CONTENT && counts.1 >= CHAINS,
        "of {} claims {} found, {} with their chain:\n{misses}",
        wanted.len(),
        counts.0,
        counts.1
    );
}

fn wanted() -> Vec<Wanted> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/claims.tsv");
    let table = std::fs::read_to_string(path).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        Wanted {
            file: cells[0].into(),
            content: cells[1].into(),
            chain: cells[2].split(" > ").map(Into::into).collect(),
            kind: cells[3].into(),
        }
    })
    .collect()
}

/// The attributed claims, each hop by the words of the report and the name of its source.
fn found(desk: &Desk) -> Vec<Found> {
    let database = desk.database();
    let mut hops = database
        .prepare(
            "SELECT claim_id, coalesce(source_text, '') || ' / ' || s.name
             FROM attributions JOIN sources AS s USING (source_id) WHERE hop > 0 ORDER BY claim_id, hop",
        )
        .unwrap();
    let mut chains: HashMap<i64, Vec<String>> = HashMap::new();
    let rows = hops.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))).unwrap();
    for row in rows {
        let (claim_id, hop) = row.unwrap();
        chains.entry(claim_id).or_default().push(hop);
    }
    let mut claims =
        database.prepare("SELECT claim_id, file, text, kind FROM claims JOIN articles USING (article_id)").unwrap();
    let rows = claims
        .query_map([], |row| {
            let chain = chains.remove(&row.get(0)?).unwrap_or_default();
            Ok(Found { file: row.get(1)?, text: row.get(2)?, kind: row.get(3)?, chain })
        })
        .unwrap();
    rows.map(Result::unwrap).filter(|claim| !claim.chain.is_empty()).collect()
}

/// About the same words of the same report: token F1 of .6 and more; for a silence the one stretch holds the other.
fn says(claim: &Found, gold: &Wanted) -> bool {
    if claim.file != gold.file || (claim.kind == "silence") != (gold.kind == "silence") {
        return false;
    }
    let (a, b) = (words(&claim.text), words(&gold.content));
    if gold.kind == "silence" {
        return a.iter().all(|word| b.contains(word)) || b.iter().all(|word| a.contains(word));
    }
    let mut left = b.clone();
    let mut shared = 0;
    for word in &a {
        if let Some(at) = left.iter().position(|other| other == word) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    10 * shared * 2 >= 6 * (a.len() + b.len())
}

/// Every hop in order, the last one the origin: the hand-made name stands in the hop's words or name.
fn came(chain: &[String], gold: &[String]) -> bool {
    let names = |hop: &String, name: &String| {
        let hop = words(hop);
        words(name).iter().all(|word| hop.contains(word))
    };
    let mut at = 0;
    for hop in chain {
        at += usize::from(at < gold.len() && names(hop, &gold[at]));
    }
    at == gold.len() && chain.last().is_some_and(|origin| names(origin, &gold[gold.len() - 1]))
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
