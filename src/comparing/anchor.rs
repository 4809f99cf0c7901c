//! The days that an undated article means by "Saturday" or "in March", told by the other articles of its story.
//!
//! Reports on one event come out within days of each other, so the day in the middle of the dated ones stands in for
//! the day that an undated one does not tell. It knows TIMEX3 values and dates, no text and no table.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// Dated articles further apart than this tell nothing about an undated one: a week, because a weekday would be another.
const APART: i32 = 7;

/// The day that stands in for a missing day of publication: the middle one of the dated articles' days.
#[must_use]
pub fn reference(mut published: Vec<Date>) -> Option<Date> {
    published.sort_unstable();
    let (first, last) = (published.first()?, published.last()?);
    let near = (*last - *first).get_days() <= APART;
    near.then(|| published[(published.len() - 1) / 2])
}

/// First and last day of a TIMEX3 value without its year or week (`XXXX-WXX-6`, `XXXX-03`, `XXXX-03-23`), seen from `day`.
///
/// News tells of what was: a weekday or month is the last one up to that day, a day of a month the nearest one.
#[must_use]
pub fn days(value: &str, day: Date) -> Option<(Date, Date)> {
    if let Some(weekday) = value.strip_prefix("XXXX-WXX-") {
        let weekday = Weekday::from_monday_one_offset(weekday.parse().ok()?).ok()?;
        let back = weekday.until(day.weekday());
        let that = day.checked_sub(i32::from(back).days()).ok()?;
        return Some((that, that));
    }
    let rest = value.strip_prefix("XXXX-")?;
    if let Some((month, date)) = rest.split_once('-') {
        let (month, date) = (month.parse().ok()?, date.parse().ok()?);
        let years = [day.year() - 1, day.year(), day.year() + 1];
        let near = years.iter().filter_map(|&year| Date::new(year, month, date).ok());
        return near.min_by_key(|that| (*that - day).get_days().abs()).map(|that| (that, that));
    }
    let month = rest.parse().ok()?;
    let year = if month > day.month() { day.year() - 1 } else { day.year() };
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.checked_add(Span::new().months(1)).ok()?.yesterday().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(written: &str) -> Date {
        written.parse().unwrap()
    }

    #[test]
    fn the_middle_of_the_dated_articles_stands_in_where_they_lie_close() {
        let reference = |days: &[&str]| reference(days.iter().map(|written| day(written)).collect());
        assert_eq!(reference(&["2024-05-08", "2024-05-06", "2024-05-07"]), Some(day("2024-05-07")));
        assert_eq!(reference(&["2024-05-06", "2024-06-06"]), None);
        assert_eq!(reference(&[]), None);
    }

    #[test]
    fn values_without_a_year_or_week_lie_before_the_day_or_nearest_to_it() {
        // 7 May 2024 was a Tuesday.
        for (value, low, high) in [
            ("XXXX-WXX-2", "2024-05-07", "2024-05-07"),
            ("XXXX-WXX-3", "2024-05-01", "2024-05-01"),
            ("XXXX-05", "2024-05-01", "2024-05-31"),
            ("XXXX-12", "2023-12-01", "2023-12-31"),
            ("XXXX-01-02", "2024-01-02", "2024-01-02"),
            ("XXXX-12-30", "2023-12-30", "2023-12-30"),
        ] {
            assert_eq!(days(value, day("2024-05-07")), Some((day(low), day(high))), "{value}");
        }
        for value in ["XXXX-XX-XX", "P3M", "XXXX-13", "2024-05", "XXXX-WXX-9", "PRESENT_REF", "XXXX-02-30"] {
            assert_eq!(days(value, day("2024-05-07")), None, "{value}");
        }
    }
}
