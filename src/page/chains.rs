//! The ways claims came, as a graph of three columns: outlet, whom it names, who said it.

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};
use svg::Document;
use svg::node::Text as Words;
use svg::node::element::{Anchor, Path, Text, Title};

use super::dossier::Chain;
use super::nothing;

const COLUMN: usize = 340;
const ROW: usize = 34;
const TOP: usize = 30;
/// Characters of a name that fit a column; the whole name stands in its tooltip and in the list.
const FITS: usize = 34;

pub(super) fn section(chains: &[Chain]) -> Markup {
    if chains.is_empty() {
        return nothing("Nobody stands between an outlet and an origin.");
    }
    html! {
        div class="scroll" tabindex="0" role="region" aria-label="Graph of chains" { (PreEscaped(graph(chains))) }
        ul { @for chain in chains { li {
            (chain.outlet) " ← " (chain.via) " ← " (chain.origin) ": "
            a href={ "#s" (chain.sentence_id) } { (chain.claims) " " @if chain.claims == 1 { "claim" } @else { "claims" } }
        } } }
    }
}

fn graph(chains: &[Chain]) -> String {
    let columns: [BTreeMap<&str, usize>; 3] = [
        rows(chains.iter().map(|chain| chain.outlet.as_str())),
        rows(chains.iter().map(|chain| chain.via.as_str())),
        rows(chains.iter().map(|chain| chain.origin.as_str())),
    ];
    let height = TOP + ROW * columns.iter().map(BTreeMap::len).max().unwrap_or(1);
    let mut drawing = Document::new()
        .set("viewBox", (0, 0, 3 * COLUMN, height))
        .set("class", "graph")
        .set("role", "img")
        .set("aria-label", "Chains from outlet to origin; the list below says the same in words");
    for chain in chains {
        let rows =
            [columns[0][chain.outlet.as_str()], columns[1][chain.via.as_str()], columns[2][chain.origin.as_str()]];
        for column in 0..2 {
            drawing = drawing.add(edge(column, rows[column], rows[column + 1], chain));
        }
    }
    for (column, names) in columns.iter().enumerate() {
        for (name, &row) in names {
            drawing = drawing.add(node(column, row, name));
        }
    }
    drawing.to_string()
}

/// Each name once, in the order of the alphabet, with its row.
fn rows<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let sorted: std::collections::BTreeSet<_> = names.collect();
    sorted.into_iter().enumerate().map(|(row, name)| (name, row)).collect()
}

fn middle(row: usize) -> usize {
    TOP + row * ROW
}

fn edge(column: usize, from: usize, to: usize, chain: &Chain) -> Anchor {
    let (start, end) = (column * COLUMN + COLUMN - 60, (column + 1) * COLUMN);
    let (y, z, turn) = (middle(from), middle(to), usize::midpoint(start, end));
    let path = Path::new()
        .set("d", format!("M{start} {y} C{turn} {y} {turn} {z} {end} {z}"))
        .set("class", "edge")
        .set("stroke-width", 1 + chain.claims.min(8))
        .add(Title::new(format!("{} ← {} ← {}: {}", chain.outlet, chain.via, chain.origin, chain.claims)));
    Anchor::new().set("href", format!("#s{}", chain.sentence_id)).add(path)
}

fn node(column: usize, row: usize, name: &str) -> Text {
    let short: String = if name.chars().count() > FITS {
        name.chars().take(FITS - 1).chain(['…']).collect()
    } else {
        name.to_owned()
    };
    Text::new("").set("x", column * COLUMN + 6).set("y", middle(row) + 5).add(Words::new(short)).add(Title::new(name))
}
