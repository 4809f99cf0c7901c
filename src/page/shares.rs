//! On whose word each outlet's claims rest, as stacked bars.

use maud::{Markup, PreEscaped, html};
use svg::Document;
use svg::node::element::{Rectangle, Title};

use super::dossier::Shares;
use super::nothing;

/// The classes of `Shares::counts`, in their order.
const KINDS: [&str; 6] = ["named", "described", "collective", "unnamed", "unresolved", "own words"];
const WIDTH: i64 = 1000;
const HEIGHT: i64 = 28;

pub(super) fn section(shares: &[Shares]) -> Markup {
    if shares.is_empty() {
        return nothing("There are no claims.");
    }
    html! {
        p class="legend" { @for (kind, name) in KINDS.iter().enumerate() { span { i class={ "share-" (kind) } {} " " (name) } " " } }
        p class="figures" { "Named has a proper name; described is one voice known by role or place; collective is several without a name; "
            "of an unnamed voice nothing is told; of an unresolved one the article does not settle who it is. A number leads to the first such claim." }
        @for row in shares {
            h3 { (row.outlet) }
            (bar(row))
            p class="figures" { (figures(row)) }
        }
    }
}

fn figures(row: &Shares) -> Markup {
    let total: i64 = row.counts.iter().sum();
    let parts = KINDS.iter().zip(row.counts.iter().zip(row.firsts)).filter(|(_, (count, _))| **count > 0);
    html! {
        (total) @if total == 1 { " claim: " } @else { " claims: " }
        @for (at, (name, (count, first))) in parts.enumerate() {
            @if at > 0 { ", " }
            (name) " "
            @match first { Some(id) => a href={ "#s" (id) } { (count) }, None => (count) }
        }
    }
}

fn bar(row: &Shares) -> Markup {
    let total = row.counts.iter().sum::<i64>().max(1);
    let mut drawing = Document::new()
        .set("viewBox", (0, 0, WIDTH, HEIGHT))
        .set("class", "bar")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true");
    let mut before = 0;
    for (kind, &count) in row.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (start, end) = (before * WIDTH / total, (before + count) * WIDTH / total);
        before += count;
        let part = Rectangle::new()
            .set("x", start)
            .set("y", 0)
            .set("width", end - start)
            .set("height", HEIGHT)
            .set("class", format!("share-{kind}"))
            .add(Title::new(format!("{} {count}", KINDS[kind])));
        drawing = drawing.add(part);
    }
    html! { (PreEscaped(drawing.to_string())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_filled_by_its_parts_and_its_numbers_lead_to_sentences() {
        let shares = Shares {
            outlet: "A".into(),
            counts: [1, 0, 0, 1, 0, 2],
            firsts: [Some(7), None, None, Some(9), None, Some(3)],
        };
        let drawn = section(&[shares]).into_string();
        for part in
            ["x=\"0\"", "x=\"250\"", "x=\"500\"", "width=\"500\"", "4 claims: named <a href=\"#s7\">1</a>, unnamed"]
        {
            assert!(drawn.contains(part), "{part} in {drawn}");
        }
    }
}
