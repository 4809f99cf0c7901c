//! What happened when, by the days that claims tell of: a plot of days and outlets, and the claims under it.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::dossier::Event;
use super::passage::in_sentence;
use super::words::way;
use super::{nothing, place, plot};

pub(super) fn section(events: &[Event]) -> Markup {
    if events.is_empty() {
        return nothing("No claim has a day.");
    }
    let mut days: BTreeMap<(&str, &str), Vec<&Event>> = BTreeMap::new();
    for event in events {
        days.entry((&event.low, &event.high)).or_default().push(event);
    }
    html! {
        (plot::plot(events))
        ol class="timeline" { @for ((low, high), claims) in &days { li {
            h3 id={ "d" (low) "_" (high) } tabindex="-1" { (span(low, high)) }
            ul { @for event in claims { li {
                span dir="auto" { (in_sentence(&event.claim, &event.words_in)) } " "
                small { (event.outlet) ", " (way(&event.chain)) ": “" (event.words) "”. " (place(&event.place)) }
            } } }
        } } }
    }
}

/// Days in words; an end that is open is told as such.
fn span(low: &str, high: &str) -> Markup {
    let day = |day: &str| html! { time datetime=(day) { (day) } };
    match (low, high) {
        ("0000-01-01", high) => html! { "by " (day(high)) },
        (low, "9999-12-31" | "") => html! { "from " (day(low)) " on" },
        (low, high) if low == high => day(low),
        (low, high) => html! { (day(low)) " to " (day(high)) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_ends_are_told_in_words() {
        for (low, high, words) in [
            ("2024-05-01", "2024-05-01", "2024-05-01"),
            ("2024-05-01", "2024-05-03", "2024-05-01 to 2024-05-03"),
            ("0000-01-01", "2024-05-01", "by 2024-05-01"),
            ("2024-05-01", "9999-12-31", "from 2024-05-01 on"),
        ] {
            let told = span(low, high).into_string();
            let plain: String = told.split('<').map(|part| part.rsplit('>').next().unwrap_or_default()).collect();
            assert_eq!(plain, words);
        }
    }
}
