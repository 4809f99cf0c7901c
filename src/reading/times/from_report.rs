//! Words that count from the day of the report, told from a day that stands in for it.
//!
//! TIMEX3 has no value for "three months earlier" of a report without a date, so the words themselves are asked.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::reading::numerals::{number, scan};
use crate::span::Span;

/// First and last day of words that count from the day of the report ("yesterday", "three months earlier"), seen from `day`.
#[must_use]
pub fn counted_days(words: &str, day: Date) -> Option<(Date, Date)> {
    let words = words.to_lowercase();
    let shift = match words.split_whitespace().next()? {
        "yesterday" => Some(-1),
        "today" | "tonight" => Some(0),
        "tomorrow" => Some(1),
        _ => None,
    };
    if let Some(shift) = shift {
        let that = day.checked_add(shift.days()).ok()?;
        return Some((that, that));
    }
    let scanned = scan(&words, Span::new(0, words.len()));
    let count = number(&scanned, 0).filter(|count| !count.vague && count.low.fract() == 0.0 && count.low < 100.0)?;
    let back = scanned.get(count.end + 1)?.is_any(&["earlier", "ago"]).then_some(count.low as i64)?;
    match &*scanned[count.end].lower {
        "day" | "days" => day.checked_sub(back.days()).ok().map(|that| (that, that)),
        "week" | "weeks" => {
            let that = day.checked_sub(back.weeks()).ok()?;
            Some((that.checked_sub(3.days()).ok()?, that.checked_add(3.days()).ok()?))
        }
        "month" | "months" => {
            let first = day.checked_sub(back.months()).ok()?.first_of_month();
            Some((first, first.last_of_month()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(written: &str) -> Date {
        written.parse().unwrap()
    }

    #[test]
    fn words_that_count_from_the_report_are_told_from_its_day() {
        for (words, low, high) in [
            ("Yesterday", "2024-05-06", "2024-05-06"),
            ("three months earlier", "2024-02-01", "2024-02-29"),
            ("two days ago", "2024-05-05", "2024-05-05"),
        ] {
            assert_eq!(counted_days(words, day("2024-05-07")), Some((day(low), day(high))), "{words}");
        }
        assert_eq!(counted_days("months earlier", day("2024-05-07")), None);
        assert_eq!(counted_days("the year", day("2024-05-07")), None);
    }
}
