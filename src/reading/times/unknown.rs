//! Values of times that nothing anchors: unknown digits are X ("XXXX-WXX-6", "XXXX-12").

use super::calendar::{Stretch, Unit, holiday};
use super::meaning::{InYear, Length, Meaning};

/// The value of what could not be anchored, unknown digits as X.
#[must_use]
pub fn unknown(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Weekday(day) => format!("XXXX-WXX-{day}"),
        Meaning::InYear(part) => match part {
            InYear::Month(month) => format!("XXXX-{month:02}"),
            InYear::Day(month, day) => format!("XXXX-{month:02}-{day:02}"),
            InYear::Quarter(part) => format!("XXXX-Q{part}"),
            InYear::Half(part) => format!("XXXX-H{part}"),
            InYear::Season(season) => Stretch::Season(1, *season).value().replacen("0001", "XXXX", 1),
            InYear::Holiday(rule) => match holiday(rule, 2001) {
                Some(day) if !rule.contains("th") && !rule.contains("easter") => {
                    format!("XXXX-{:02}-{:02}", day.month(), day.day())
                }
                _ => "XXXX-XX-XX".to_owned(),
            },
        },
        Meaning::Near { unit, .. } | Meaning::Shift { length: Length { unit, .. }, .. } => match unit {
            Unit::Week | Unit::Fortnight => "XXXX-WXX",
            Unit::Weekend => "XXXX-WXX-WE",
            Unit::Month => "XXXX-XX",
            Unit::Quarter => "XXXX-QX",
            Unit::Year => "XXXX",
            Unit::Decade => "XXX",
            Unit::Century => "XX",
            _ => "XXXX-XX-XX",
        }
        .to_owned(),
        Meaning::Named { what, .. } => unknown(what),
        Meaning::Of { part, .. } => unknown(part),
        Meaning::End { of, .. } => unknown(of),
        _ => "XXXX-XX-XX".to_owned(),
    }
}
