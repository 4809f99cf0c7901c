//! What words of time mean before anything anchors them.

use super::calendar::{Season, Stretch, Unit};
use super::terms::{Edge, Hedge};

/// What the words say, without publication date or context.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// A stretch of the calendar that says all itself.
    Stretch(Stretch),
    /// A part of some year.
    InYear(InYear),
    /// A weekday, Monday 1.
    Weekday(i8),
    /// Units away: "last week", "that year".
    Near { unit: Unit, by: i32, from: From },
    /// A named stretch, counted away: "last Friday", "next May", "the following spring".
    Named { what: Box<Meaning>, by: i32, from: From },
    /// A part of a whole: "the third quarter of last year", "March this year".
    Of { part: Box<Meaning>, whole: Box<Meaning> },
    /// "three months earlier", "a year ago"; `None` counts unknown units.
    Shift { length: Length, by: i32, from: From },
    /// Part of a day.
    Part { day: Box<Meaning>, part: &'static str },
    /// A time of day.
    Clock { day: Option<Box<Meaning>>, time: ClockTime },
    /// One end of a stretch, or the part of it before or after the publication.
    End { of: Box<Meaning>, which: Which },
    /// `PRESENT_REF` and the like.
    Reference(&'static str),
    /// A length of time, which may end or begin with the publication ("the past three years").
    Duration { length: Length, towards: i32 },
    /// A recurring time: its value.
    Set(String),
}

/// A part of a year that does not say which.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum InYear {
    /// A month.
    Month(i8),
    /// A month and a day of it.
    Day(i8, i8),
    /// A quarter.
    Quarter(i8),
    /// A half.
    Half(i8),
    /// A season.
    Season(Season),
    /// A feast, as the list writes it.
    Holiday(&'static str),
}

/// What a relative time counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The day of publication.
    Now,
    /// The time that the text speaks of.
    Then,
    /// That one only where it is of this sentence or year: "the week".
    Either,
}

/// Which part of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// "early", "the end of".
    Edge(Edge),
    /// "earlier this year".
    BeforeNow,
    /// "later this year".
    AfterNow,
    /// "March 3-5": up to this day of the month.
    Through(i8),
}

/// So many units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Length {
    /// How many; `None` where the text does not say ("years").
    pub count: Option<f64>,
    /// Of what.
    pub unit: Unit,
    /// About, nearly, more than.
    pub hedge: Option<Hedge>,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockTime {
    /// 0 to 24.
    pub hour: u32,
    /// 0 to 59.
    pub minute: Option<u32>,
    /// Whether UTC is named.
    pub utc: bool,
}

impl Meaning {
    /// Whether it names days, months, years …: something that has ends.
    #[must_use]
    pub const fn is_stretch(&self) -> bool {
        matches!(
            self,
            Self::Stretch(_)
                | Self::InYear(_)
                | Self::Weekday(_)
                | Self::Near { .. }
                | Self::Named { .. }
                | Self::Of { .. }
                | Self::Part { .. }
        )
    }

    /// Whether it names one day, so that a part of the day may follow.
    #[must_use]
    pub fn is_day(&self) -> bool {
        match self {
            Self::Stretch(Stretch::Day(_)) | Self::Weekday(_) | Self::InYear(InYear::Day(..) | InYear::Holiday(_)) => {
                true
            }
            Self::Near { unit, .. } => *unit == Unit::Day,
            Self::Named { what, .. } => what.is_day(),
            Self::Of { part, .. } => part.is_day(),
            Self::End { of, .. } => of.is_day(),
            _ => false,
        }
    }

    /// Whether it names one year.
    #[must_use]
    pub const fn is_year(&self) -> bool {
        match self {
            Self::Stretch(Stretch::Year(_)) => true,
            Self::Near { unit, .. } => matches!(unit, Unit::Year),
            Self::Shift { length, .. } => matches!(length.unit, Unit::Year),
            _ => false,
        }
    }

    /// One end of it.
    #[must_use]
    pub fn end(self, which: Which) -> Self {
        Self::End { of: Box::new(self), which }
    }
}
