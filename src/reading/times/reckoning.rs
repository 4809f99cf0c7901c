//! Reckoning with days and stretches: what begins or ends by a day, a part of one year, the day so many units away.
//!
//! It knows the calendar, not words of time.

use jiff::civil::Date;

use super::calendar::{Season, Stretch, Unit, days_after, holiday};
use super::meaning::InYear;

/// Days from one day to another.
pub(super) fn distance(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// Whether a stretch has begun by a day.
pub(super) fn starts_by(stretch: Stretch, day: Date) -> bool {
    let first = match stretch {
        // A winter begins in December of its year, or is the one that ends in it.
        Stretch::Season(year, Season::Winter) => Date::new(year, 1, 1).ok(),
        stretch => stretch.first(),
    };
    first.is_some_and(|first| first <= day)
}

/// Whether a stretch is over before a day.
pub(super) fn ends_before(stretch: Stretch, day: Date) -> bool {
    stretch.days().is_some_and(|(first, last)| match stretch {
        Stretch::Season(..) => first < day && !(first..=last).contains(&day),
        // "last February" said in March is the one of the year before: this one was "last month".
        Stretch::Month(..) => distance(last, day) > 31,
        _ => last < day,
    })
}

/// A part of a year in one year.
pub(super) fn part_of(part: InYear, year: i16) -> Option<Stretch> {
    Some(match part {
        InYear::Month(month) => Stretch::Month(year, month),
        InYear::Day(month, day) => Stretch::Day(Date::new(year, month, day).ok()?),
        InYear::Quarter(part) => Stretch::Quarter(year, part),
        InYear::Half(part) => Stretch::Half(year, part),
        InYear::Season(season) => Stretch::Season(year, season),
        InYear::Holiday(rule) => Stretch::Day(holiday(rule, year)?),
    })
}

/// The day so many units away.
pub(super) fn far(day: Date, unit: Unit, count: f64) -> Option<Date> {
    if !count.is_finite() || count.abs() > 20_000.0 {
        return None;
    }
    let months = |each: f64| -> Option<Date> {
        let months = (count * each).round() as i32;
        day.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
    };
    match unit {
        Unit::Second | Unit::Minute => Some(day),
        Unit::Hour => days_after(day, (count / 24.0).trunc() as i32),
        Unit::Day => days_after(day, count.round() as i32),
        Unit::Week | Unit::Weekend => days_after(day, (count * 7.0).round() as i32),
        Unit::Fortnight => days_after(day, (count * 14.0).round() as i32),
        Unit::Month => months(1.0),
        Unit::Quarter => months(3.0),
        Unit::Year => months(12.0),
        Unit::Decade => months(120.0),
        Unit::Century => months(1200.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_lead_to_their_day_and_no_count_leads_out_of_the_calendar() {
        let day = Date::constant(2021, 6, 4);
        assert_eq!(far(day, Unit::Week, -2.0), Some(Date::constant(2021, 5, 21)));
        assert_eq!(far(day, Unit::Month, 3.0), Some(Date::constant(2021, 9, 4)));
        assert_eq!(far(day, Unit::Century, 30_000.0), None);
    }
}
