//! What happened when, by the days that claims tell of: a plot of days and outlets, and the claims under it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use svg::Document;
use svg::node::element::{Anchor, Circle, Line, Text, Title};

use super::dossier::Event;
use super::{nothing, place};

const WIDTH: i64 = 1000;
const ROW: i64 = 36;
/// Room left of the plot for nothing but its first circle.
const MARGIN: i64 = 20;

pub(super) fn section(events: &[Event]) -> Markup {
    if events.is_empty() {
        return nothing("No claim has a day.");
    }
    let mut days: BTreeMap<(&str, &str), Vec<&Event>> = BTreeMap::new();
    for event in events {
        days.entry((&event.low, &event.high)).or_default().push(event);
    }
    html! {
        div class="scroll" tabindex="0" role="region" aria-label="Plot of days and outlets" { (PreEscaped(plot(events))) }
        ol class="timeline" { @for ((low, high), claims) in &days { li {
            h3 { time datetime=(low) { (low) } @if !high.is_empty() && high != low { " to " (high) } }
            ul { @for event in claims { li {
                (event.claim) " " small { "(" (event.outlet) "; " (event.chain) "; “" (event.words) "”) " } (place(&event.place))
            } } }
        } } }
    }
}

/// Days of one event lie close together and those of its history far apart, so the plot shows the last 60 days told.
const SHOWN_DAYS: i64 = 60;

fn plot(events: &[Event]) -> String {
    let dated: Vec<(i64, &Event)> = events.iter().filter_map(|event| Some((day(&event.low)?, event))).collect();
    let last = dated.iter().map(|(day, _)| *day).max().unwrap_or_default();
    let shown: Vec<_> = dated.iter().filter(|(day, _)| last - day < SHOWN_DAYS).collect();
    let first = shown.iter().map(|(day, _)| *day).min().unwrap_or(last);
    let mut outlets: Vec<&str> = shown.iter().map(|(_, event)| event.outlet.as_str()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let height = ROW * (outlets.len() as i64 + 1);
    let x = |day: i64| MARGIN + (day - first) * (WIDTH - 2 * MARGIN) / (last - first).max(1);
    let mut drawing = Document::new()
        .set("viewBox", (0, 0, WIDTH, height))
        .set("class", "plot")
        .set("role", "img")
        .set("aria-label", "Dated claims by day and outlet; the list below says the same in words");
    for (row, outlet) in outlets.iter().enumerate() {
        let y = ROW * (row as i64 + 1) - 6;
        drawing = drawing.add(Text::new(*outlet).set("x", 4).set("y", y - 12)).add(
            Line::new().set("x1", MARGIN).set("x2", WIDTH - MARGIN).set("y1", y).set("y2", y).set("class", "axis"),
        );
        let mut cells: BTreeMap<i64, Vec<&Event>> = BTreeMap::new();
        for (day, event) in shown.iter().filter(|(_, event)| event.outlet == *outlet) {
            cells.entry(*day).or_default().push(event);
        }
        for (day, claims) in cells {
            let words = format!("{}: {} claims, {outlet}", claims[0].low, claims.len());
            let circle =
                Circle::new().set("cx", x(day)).set("cy", y).set("r", 4 + claims.len().min(8)).add(Title::new(words));
            drawing = drawing.add(Anchor::new().set("href", format!("#s{}", claims[0].place.sentence_id)).add(circle));
        }
    }
    let ends = [(first, "start", MARGIN), (last, "end", WIDTH - MARGIN)];
    for (day, anchor, at) in ends {
        drawing = drawing.add(Text::new(written(day)).set("x", at).set("y", height - 8).set("text-anchor", anchor));
    }
    drawing.to_string()
}

/// Days since 1970-01-01.
fn day(date: &str) -> Option<i64> {
    let date: Date = date.parse().ok()?;
    Some(i64::from((date - EPOCH).get_days()))
}

const EPOCH: Date = Date::constant(1970, 1, 1);

fn written(day: i64) -> String {
    EPOCH.checked_add(jiff::Span::new().days(day)).map(|date| date.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_and_written_alike() {
        assert_eq!(day("2019-03-23").map(written).as_deref(), Some("2019-03-23"));
        assert_eq!(day("no day"), None);
    }
}
