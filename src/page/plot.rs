//! The plot of the timeline: days from left to right, a row an outlet, a circle for the claims of one day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use svg::Document;
use svg::node::Text as Words;
use svg::node::element::{Anchor, Circle, Line, Text, Title};

use super::dossier::Event;
use super::words::counted;

const WIDTH: i64 = 1000;
const ROW: i64 = 48;
/// Room left and right for half a circle.
const MARGIN: i64 = 20;
/// Days of one event lie close together and those of its history far apart: the plot shows so many days, those of which
/// most is told.
const SHOWN_DAYS: i64 = 60;
/// Days between two lines of the grid: the first of these that leaves at most `MOST_LINES`.
const STEPS: [i64; 4] = [1, 2, 7, 14];
const MOST_LINES: i64 = 10;
/// A claim on a longer span of days ("in 2016") has no place in the plot.
const LONGEST_SPAN: i64 = 7;

pub(super) fn plot(events: &[Event]) -> Markup {
    let dated: Vec<(i64, &Event)> = events.iter().filter_map(|event| Some((narrow(event)?, event))).collect();
    let Some((first, last)) = window(&dated) else { return html! {} };
    let shown: Vec<_> = dated.into_iter().filter(|(day, _)| (first..=last).contains(day)).collect();
    let others = events.len() - shown.len();
    html! {
        div class="scroll" tabindex="0" role="region" aria-label="Plot of days and outlets" {
            (PreEscaped(drawing(&shown, first, last).to_string()))
        }
        @if others > 0 { p class="figures" {
            (counted(others, "claim", "claims")) " on other days, or on more than a week, only in the list."
        } }
    }
}

fn drawing(shown: &[(i64, &Event)], first: i64, last: i64) -> Document {
    let mut rows: BTreeMap<&str, BTreeMap<i64, Vec<&Event>>> = BTreeMap::new();
    for (day, event) in shown {
        rows.entry(&event.outlet).or_default().entry(*day).or_default().push(event);
    }
    let foot = ROW * rows.len() as i64 + 8;
    let x = |day: i64| MARGIN + (day - first) * (WIDTH - 2 * MARGIN) / (last - first).max(1);
    let mut drawing = Document::new()
        .set("viewBox", (0, 0, WIDTH, foot + 26))
        .set("class", "plot")
        .set("role", "img")
        .set("aria-label", "Dated claims by day and outlet; the list below says the same in words");
    let step = STEPS.into_iter().find(|step| (last - first) / step < MOST_LINES).unwrap_or(14);
    for day in (first..=last).step_by(step.unsigned_abs() as usize) {
        let anchor = if day == first {
            "start"
        } else if x(day) > WIDTH - 60 {
            "end"
        } else {
            "middle"
        };
        let at = if day == first {
            0
        } else if anchor == "end" {
            WIDTH
        } else {
            x(day)
        };
        drawing = drawing
            .add(Line::new().set("x1", x(day)).set("x2", x(day)).set("y1", 0).set("y2", foot).set("class", "axis"))
            .add(
                Text::new("").set("x", at).set("y", foot + 18).set("text-anchor", anchor).add(Words::new(written(day))),
            );
    }
    for (row, (outlet, days)) in rows.iter().enumerate() {
        let y = ROW * row as i64 + 34;
        drawing = drawing
            .add(Line::new().set("x1", MARGIN).set("x2", WIDTH - MARGIN).set("y1", y).set("y2", y).set("class", "axis"))
            .add(Text::new("").set("x", 0).set("y", y - 18).add(Words::new(*outlet)));
        for (day, claims) in days {
            drawing = drawing.add(circle(x(*day), y, outlet, claims));
        }
    }
    drawing
}

/// As large as its claims are many, with their number in it, leading to the sentence or to the day's list.
fn circle(x: i64, y: i64, outlet: &str, claims: &[&Event]) -> Anchor {
    let first = claims[0];
    let told = format!("{}, {outlet}: {}", first.low, counted(claims.len(), "claim", "claims"));
    let target = match claims {
        [claim] => format!("#s{}", claim.place.sentence_id),
        _ => format!("#d{}_{}", first.low, first.high),
    };
    let number = Text::new("").set("x", x).set("y", y + 5).set("text-anchor", "middle").set("class", "count");
    let circle = Circle::new().set("cx", x).set("cy", y).set("r", 8 + claims.len().min(4));
    // The list below has the same links for the keyboard.
    Anchor::new()
        .set("href", target)
        .set("tabindex", -1)
        .add(circle.add(Title::new(told)))
        .add(number.add(Words::new(claims.len().to_string())))
}

/// The first day of a claim whose days are few.
fn narrow(event: &Event) -> Option<i64> {
    let (low, high) = (day(&event.low)?, day(&event.high)?);
    (high - low < LONGEST_SPAN).then_some(low)
}

/// The first and last day of the days on which most is told; the later ones where several are alike.
fn window(dated: &[(i64, &Event)]) -> Option<(i64, i64)> {
    let mut days: Vec<i64> = dated.iter().map(|(day, _)| *day).collect();
    days.sort_unstable();
    let ends = |start: usize| days.partition_point(|day| *day < days[start] + SHOWN_DAYS);
    let start = (0..days.len()).max_by_key(|&start| (ends(start) - start, start))?;
    Some((days[start], days[ends(start) - 1]))
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
    use super::super::dossier::{Passage, Place};
    use super::*;

    fn event(low: &str, high: &str) -> Event {
        let place = Place { file: "a.txt".into(), line: 1, sentence_id: 1 };
        let [low, high] = [low, high].map(ToOwned::to_owned);
        Event {
            low,
            high,
            words: "x".into(),
            claim: "x".into(),
            words_in: Passage::default(),
            chain: "x".into(),
            outlet: "A".into(),
            place,
        }
    }

    #[test]
    fn a_day_is_read_and_written_alike() {
        assert_eq!(day("2019-03-23").map(written).as_deref(), Some("2019-03-23"));
        assert_eq!(day("no day"), None);
    }

    #[test]
    fn the_days_of_which_most_is_told_are_shown() {
        let days = ["2016-01-01", "2019-03-20", "2019-03-23", "2019-03-23", "2030-01-01"];
        let mut events: Vec<Event> = days.iter().map(|day| event(day, day)).collect();
        events.push(event("2019-01-01", "2019-12-31"));
        let dated: Vec<_> = events.iter().filter_map(|event| Some((narrow(event)?, event))).collect();
        assert_eq!(
            window(&dated).map(|(a, b)| (written(a), written(b))),
            Some(("2019-03-20".into(), "2019-03-23".into()))
        );
        let drawn = plot(&events).into_string();
        assert!(drawn.contains("3 claims on other days"), "{drawn}");
        assert!(drawn.contains("#d2019-03-23_2019-03-23"), "{drawn}");
        assert_eq!(plot(&[event("2019-01-01", "2019-12-31")]).into_string(), "");
    }
}
