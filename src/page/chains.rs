//! The ways claims came, as a graph of three columns: outlet, whom it names, who said it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};
use svg::Document;
use svg::node::Text as Words;
use svg::node::element::{Anchor, Group, Path, Rectangle, Text, Title};

use super::dossier::Chain;
use super::nothing;
use super::words::{counted, lines};

/// Chains of a graph, those of most claims; the list has all.
const MOST: usize = 30;
const WIDTH: usize = 1000;
/// A box with a name.
const BOX: usize = 250;
/// Characters of a name that fit a line of its box.
const FITS: usize = 30;
const LINE: usize = 18;
const GAP: usize = 14;
const HEADS: [&str; 3] = ["Outlet", "Whom it names", "Whose word it is"];

pub(super) fn section(chains: &[Chain]) -> Markup {
    if chains.is_empty() {
        return nothing("Nobody stands between an outlet and an origin.");
    }
    let mut shown: Vec<&Chain> = chains.iter().collect();
    shown.sort_by_key(|chain| (Reverse(chain.claims), &chain.outlet, &chain.via, &chain.origin));
    shown.truncate(MOST);
    html! {
        div class="scroll" tabindex="0" role="region" aria-label="Graph of chains" { (PreEscaped(graph(&shown))) }
        @if shown.len() < chains.len() { p class="figures" {
            "The graph has the " (shown.len()) " chains of most claims, the list all " (chains.len()) "."
        } }
        ul { @for chain in chains { li dir="auto" {
            (chain.outlet) " ← " (chain.via) " ← " (chain.origin) ": "
            a href={ "#s" (chain.sentence_id) } { (counted(chain.claims, "claim", "claims")) }
        } } }
    }
}

/// A name in its column: where its box begins and how high it is.
type Boxes<'a> = BTreeMap<&'a str, (usize, usize)>;

fn graph(chains: &[&Chain]) -> String {
    let outlets = boxes(chains.iter().map(|chain| (chain.outlet.as_str(), 0)));
    let vias = boxes(chains.iter().map(|chain| (chain.via.as_str(), outlets[chain.outlet.as_str()].0)));
    let origins = boxes(chains.iter().map(|chain| (chain.origin.as_str(), vias[chain.via.as_str()].0)));
    let mut columns = [outlets, vias, origins];
    let foot = |names: &Boxes<'_>| names.values().map(|(top, height)| top + height).max().unwrap_or(0);
    let lowest = columns.iter().map(foot).max().unwrap_or(0);
    for names in &mut columns {
        let lower = (lowest - foot(names)) / 2;
        for place in names.values_mut() {
            place.0 += lower;
        }
    }
    let height = lowest + GAP;
    let mut drawing = Document::new()
        .set("viewBox", (0, 0, WIDTH, height))
        .set("class", "graph")
        .set("role", "img")
        .set("aria-label", "Chains from outlet to origin; the list below says the same in words");
    for chain in chains {
        drawing = drawing.add(edge(&columns, chain));
    }
    for (column, (names, head)) in columns.iter().zip(HEADS).enumerate() {
        let x = left(column);
        drawing = drawing.add(Text::new("").set("x", x).set("y", 14).set("class", "head").add(Words::new(head)));
        for (name, place) in names {
            drawing = drawing.add(node(x, *place, name));
        }
    }
    drawing.to_string()
}

/// Each name once, beside those it is joined with: `names` come with a place of the column before.
fn boxes<'a>(names: impl Iterator<Item = (&'a str, usize)>) -> Boxes<'a> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (name, place) in names {
        places.entry(name).or_default().push(place);
    }
    let mut ranked: Vec<(usize, &str)> =
        places.into_iter().map(|(name, beside)| (beside.iter().sum::<usize>() / beside.len(), name)).collect();
    ranked.sort_unstable();
    let mut top = LINE + 8;
    let mut boxes = BTreeMap::new();
    for (_, name) in ranked {
        let height = lines(name, FITS).len().max(1) * LINE + 10;
        boxes.insert(name, (top, height));
        top += height + GAP;
    }
    boxes
}

/// Where a column begins.
const fn left(column: usize) -> usize {
    column * (WIDTH - BOX - 2) / 2 + 1
}

fn edge(columns: &[Boxes<'_>; 3], chain: &Chain) -> Anchor {
    let told =
        format!("{} ← {} ← {}: {}", chain.outlet, chain.via, chain.origin, counted(chain.claims, "claim", "claims"));
    let names = [&chain.outlet, &chain.via, &chain.origin];
    let middle = |column: usize| {
        let (top, height) = columns[column][names[column].as_str()];
        top + height / 2
    };
    // The list below has the same links for the keyboard.
    let link = Anchor::new().set("href", format!("#s{}", chain.sentence_id)).set("tabindex", -1);
    let paths = (0..2).map(|column| {
        let (start, end) = (left(column) + BOX, left(column + 1));
        let (y, z, turn) = (middle(column), middle(column + 1), usize::midpoint(start, end));
        let path = Path::new().set("d", format!("M{start} {y} C{turn} {y} {turn} {z} {end} {z}")).set("class", "edge");
        path.set("stroke-width", 1 + chain.claims.min(8)).add(Title::new(told.as_str()))
    });
    paths.fold(link, Anchor::add)
}

fn node(x: usize, (top, height): (usize, usize), name: &str) -> Group {
    let frame = Rectangle::new().set("x", x).set("y", top).set("width", BOX).set("height", height).set("rx", 4);
    let group = Group::new().set("class", "node").add(frame.add(Title::new(name)));
    lines(name, FITS).into_iter().enumerate().fold(group, |group, (at, line)| {
        group.add(Text::new("").set("x", x + 8).set("y", top + 5 + LINE * (at + 1) - 4).add(Words::new(line)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_once_in_their_column_and_a_chain_is_one_link() {
        let chain = |outlet: &str, origin: &str| Chain {
            outlet: outlet.into(),
            via: "Northwire".into(),
            origin: origin.into(),
            claims: 2,
            sentence_id: 5,
        };
        let chains = [chain("A", "a clerk"), chain("B", "a clerk"), chain("B", "Anna Voss")];
        let drawn = section(&chains).into_string();
        for (part, count) in
            [("\nNorthwire\n</text>", 1), ("\na clerk\n</text>", 1), ("<path", 6), ("<a href=\"#s5\"", 6)]
        {
            assert_eq!(drawn.matches(part).count(), count, "{part} in {drawn}");
        }
    }
}
