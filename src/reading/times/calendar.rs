//! The calendar: stretches of days with a TIMEX3 value, their first and last day, and steps from one to another.
//!
//! It knows no words and no articles.

use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A unit of the calendar or the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 1 s.
    Second,
    /// 60 s.
    Minute,
    /// 60 min.
    Hour,
    /// 24 h.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
    /// A hundred years.
    Century,
}

impl FromStr for Unit {
    type Err = ();
    fn from_str(letters: &str) -> Result<Self, ()> {
        Ok(match letters {
            "TS" => Self::Second,
            "TM" => Self::Minute,
            "TH" => Self::Hour,
            "D" => Self::Day,
            "WE" => Self::Weekend,
            "W" => Self::Week,
            "2W" => Self::Fortnight,
            "M" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "E" => Self::Decade,
            "C" => Self::Century,
            _ => return Err(()),
        })
    }
}

/// A season of a year; winter is the one that begins in it or ends in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// March to June.
    Spring,
    /// June to September.
    Summer,
    /// September to December.
    Fall,
    /// December to March.
    Winter,
}

impl FromStr for Season {
    type Err = ();
    fn from_str(letters: &str) -> Result<Self, ()> {
        Ok(match letters {
            "SP" => Self::Spring,
            "SU" => Self::Summer,
            "FA" => Self::Fall,
            "WI" => Self::Winter,
            _ => return Err(()),
        })
    }
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// One day.
    Day(Date),
    /// The week of a day.
    Week(Date),
    /// The weekend of a day's week.
    Weekend(Date),
    /// Year and month.
    Month(i16, i8),
    /// Year and quarter.
    Quarter(i16, i8),
    /// Year and half.
    Half(i16, i8),
    /// Year and season.
    Season(i16, Season),
    /// A year.
    Year(i16),
    /// A decade by its first three digits.
    Decade(i16),
    /// A century by its first two digits.
    Century(i16),
}

impl Stretch {
    /// The stretch of `unit` that holds `day`.
    #[must_use]
    pub fn of(unit: Unit, day: Date) -> Self {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Weekend => Self::Weekend(day),
            Unit::Week | Unit::Fortnight => Self::Week(day),
            Unit::Month => Self::Month(day.year(), day.month()),
            Unit::Quarter => Self::Quarter(day.year(), quarter(day.month())),
            Unit::Year => Self::Year(day.year()),
            Unit::Decade => Self::Decade(day.year() / 10),
            Unit::Century => Self::Century(day.year() / 100),
        }
    }

    /// The stretch `by` steps of its own size away.
    #[must_use]
    pub fn step(self, by: i32) -> Option<Self> {
        let years =
            |year: i16, by: i32| i16::try_from(i32::from(year) + by).ok().filter(|year| (1..=9999).contains(year));
        let parts = |year: i16, part: i8, of: i32| {
            let count = i32::from(year) * of + i32::from(part) - 1 + by;
            years(0, count.div_euclid(of)).map(|year| (year, (count.rem_euclid(of) + 1) as i8))
        };
        Some(match self {
            Self::Day(day) => Self::Day(days_after(day, by)?),
            Self::Week(day) => Self::Week(days_after(day, by.checked_mul(7)?)?),
            Self::Weekend(day) => Self::Weekend(days_after(day, by.checked_mul(7)?)?),
            Self::Month(year, month) => parts(year, month, 12).map(|(year, month)| Self::Month(year, month))?,
            Self::Quarter(year, part) => parts(year, part, 4).map(|(year, part)| Self::Quarter(year, part))?,
            Self::Half(year, part) => parts(year, part, 2).map(|(year, part)| Self::Half(year, part))?,
            Self::Season(year, season) => Self::Season(years(year, by)?, season),
            Self::Year(year) => Self::Year(years(year, by)?),
            Self::Decade(decade) => Self::Decade(years(decade, by)?),
            Self::Century(century) => Self::Century(years(century, by)?),
        })
    }

    /// First and last day.
    #[must_use]
    pub fn days(self) -> Option<(Date, Date)> {
        let first = |year: i16, month: i8| Date::new(year, month, 1).ok();
        let last = |year: i16, month: i8| first(year, month).map(Date::last_of_month);
        let months = |year, from: i8, to: i8| Some((first(year, from)?, last(year, to)?));
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(day) => {
                let monday = monday(day)?;
                Some((monday, days_after(monday, 6)?))
            }
            Self::Weekend(day) => {
                let monday = monday(day)?;
                Some((days_after(monday, 5)?, days_after(monday, 6)?))
            }
            Self::Month(year, month) => months(year, month, month),
            Self::Quarter(year, part) => months(year, part * 3 - 2, part * 3),
            Self::Half(year, part) => months(year, part * 6 - 5, part * 6),
            Self::Season(year, Season::Spring) => months(year, 3, 6),
            Self::Season(year, Season::Summer) => months(year, 6, 9),
            Self::Season(year, Season::Fall) => months(year, 9, 12),
            Self::Season(year, Season::Winter) => Some((first(year - 1, 12)?, last(year + 1, 3)?)),
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(decade) => Some((first(decade * 10, 1)?, last(decade * 10 + 9, 12)?)),
            Self::Century(century) => Some((first((century * 100).max(1), 1)?, last(century * 100 + 99, 12)?)),
        }
    }

    /// A day to count from: the first.
    #[must_use]
    pub fn first(self) -> Option<Date> {
        self.days().map(|days| days.0)
    }

    /// As TIMEX3 writes it.
    #[must_use]
    pub fn value(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Week(day) => week(day),
            Self::Weekend(day) => format!("{}-WE", week(day)),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, part) => format!("{year:04}-Q{part}"),
            Self::Half(year, part) => format!("{year:04}-H{part}"),
            Self::Season(year, season) => {
                let letters = match season {
                    Season::Spring => "SP",
                    Season::Summer => "SU",
                    Season::Fall => "FA",
                    Season::Winter => "WI",
                };
                format!("{year:04}-{letters}")
            }
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
        }
    }

    /// Whether it lies within one year and so tells which.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => Some(day.year()),
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _)
            | Self::Year(year) => Some(year),
            Self::Decade(_) | Self::Century(_) => None,
        }
    }
}

/// The quarter of a month.
#[must_use]
pub const fn quarter(month: i8) -> i8 {
    (month - 1) / 3 + 1
}

/// The day `by` days after `day`.
#[must_use]
pub fn days_after(day: Date, by: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(by).ok()?).ok()
}

/// A stretch with its own length added at both ends: what "around" makes of it.
#[must_use]
pub fn widened(days: (Option<Date>, Option<Date>)) -> (Option<Date>, Option<Date>) {
    let (Some(low), Some(high)) = days else { return days };
    let length = (high - low).get_days() + 1;
    (days_after(low, -length), days_after(high, length))
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(day: Date) -> Option<Date> {
    days_after(day, -i32::from(day.weekday().to_monday_zero_offset()))
}

fn week(day: Date) -> String {
    let week = ISOWeekDate::from(day);
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The day of a feast as the list writes it ("12-25", "11-4th-4", "easter-2") in a year.
#[must_use]
pub fn holiday(rule: &str, year: i16) -> Option<Date> {
    if let Some(days) = rule.strip_prefix("easter") {
        return days_after(easter(year)?, days.parse().ok()?);
    }
    let mut parts = rule.splitn(3, '-');
    let month: i8 = parts.next()?.parse().ok()?;
    let second = parts.next()?;
    let Some(weekday) = parts.next() else { return Date::new(year, month, second.parse().ok()?).ok() };
    let (weekday, more) = weekday.split_once('+').map_or((weekday, 0), |(day, more)| (day, more.parse().unwrap_or(0)));
    let weekday = Weekday::from_monday_one_offset(weekday.parse().ok()?).ok()?;
    let nth = if second == "last" { -1 } else { second.get(..1)?.parse().ok()? };
    days_after(Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?, more)
}

/// Easter Sunday of a Gregorian year (the anonymous algorithm, Nature 1876).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year as i16, (sum / 31) as i8, (sum % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_unit_has_its_value_and_its_days() {
        let day = date(2019, 3, 23);
        for (stretch, value, low, high) in [
            (Stretch::of(Unit::Day, day), "2019-03-23", day, day),
            (Stretch::of(Unit::Week, day), "2019-W12", date(2019, 3, 18), date(2019, 3, 24)),
            (Stretch::of(Unit::Weekend, day), "2019-W12-WE", day, date(2019, 3, 24)),
            (Stretch::of(Unit::Month, day), "2019-03", date(2019, 3, 1), date(2019, 3, 31)),
            (Stretch::of(Unit::Quarter, day), "2019-Q1", date(2019, 1, 1), date(2019, 3, 31)),
            (Stretch::Half(2019, 2), "2019-H2", date(2019, 7, 1), date(2019, 12, 31)),
            (Stretch::Season(2018, Season::Winter), "2018-WI", date(2017, 12, 1), date(2019, 3, 31)),
            (Stretch::of(Unit::Year, day), "2019", date(2019, 1, 1), date(2019, 12, 31)),
            (Stretch::of(Unit::Decade, day), "201", date(2010, 1, 1), date(2019, 12, 31)),
            (Stretch::Century(17), "17", date(1700, 1, 1), date(1799, 12, 31)),
        ] {
            assert_eq!(stretch.value(), value);
            assert_eq!(stretch.days(), Some((low, high)), "{value}");
        }
    }

    #[test]
    fn steps_cross_years() {
        assert_eq!(Stretch::Month(2019, 2).step(-3), Some(Stretch::Month(2018, 11)));
        assert_eq!(Stretch::Quarter(2018, 4).step(1), Some(Stretch::Quarter(2019, 1)));
        assert_eq!(Stretch::Day(date(2018, 12, 31)).step(1), Some(Stretch::Day(date(2019, 1, 1))));
        assert_eq!(Stretch::Year(9999).step(1), None);
    }

    #[test]
    fn feasts_are_found_in_a_year() {
        for (rule, day) in [
            ("12-25", date(2018, 12, 25)),
            ("11-4th-4", date(2018, 11, 22)),
            ("11-4th-4+1", date(2018, 11, 23)),
            ("05-last-1", date(2018, 5, 28)),
            ("easter+0", date(2018, 4, 1)),
            ("easter-2", date(2018, 3, 30)),
        ] {
            assert_eq!(holiday(rule, 2018), Some(day), "{rule}");
        }
    }
}
