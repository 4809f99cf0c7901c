//! Anchoring: from what words of time mean to TIMEX3 values and days, by the publication and the times said before.
//!
//! What cannot be anchored keeps its unknown digits ("XXXX-WXX-6") and has no days.

use jiff::civil::{Date, Weekday};

use super::calendar::{Stretch, Unit, days_after};
use super::durations::period;
use super::meaning::{ClockTime, From, InYear, Length, Meaning, Which};
use super::reckoning::{distance, ends_before, far, part_of, starts_by};
use super::tense::Tense;
use super::terms::{Edge, Hedge};
use super::unknown::unknown;
use crate::reading::{TimeBasis, TimeType};

/// A day without a year this near is the one that is meant, whatever the tense.
const NEAR_DAY: i32 = 92;
/// A month behind that began longer ago than this is not meant by a verb of the past …
const OLD_MONTH: i32 = 305;
/// … and longer ago than this not where no verb tells.
const OLDER_MONTH: i32 = 275;
const HALF_YEAR: i32 = 183;

/// What the words so far give to count from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Anchors {
    /// The day of publication.
    pub published: Option<Date>,
    /// The last stretch that the text spoke of.
    pub then: Option<Stretch>,
    /// The sentence that spoke of it.
    pub then_in: usize,
    /// The last quarter, and the sentence that named it.
    pub quarter: Option<(Stretch, usize)>,
}

/// What words of time come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// First and last day.
    pub days: (Option<Date>, Option<Date>),
    /// What it was anchored on.
    pub basis: TimeBasis,
    /// The stretch, where it is one.
    pub stretch: Option<Stretch>,
}

/// Resolves a meaning in sentence `sentence`, where the governing verb has `tense`.
#[must_use]
pub fn resolve(meaning: &Meaning, anchors: &Anchors, tense: Tense, sentence: usize) -> Resolved {
    let resolver = Resolver { anchors, tense, sentence };
    resolver.resolve(meaning)
}

struct Resolver<'a> {
    anchors: &'a Anchors,
    tense: Tense,
    sentence: usize,
}

type Placed = Option<(Stretch, TimeBasis)>;

impl Resolver<'_> {
    fn resolve(&self, meaning: &Meaning) -> Resolved {
        match meaning {
            Meaning::Reference(value) => open(TimeType::Date, (*value).to_owned()),
            Meaning::Set(value) => open(TimeType::Set, value.clone()),
            Meaning::Duration { length, towards } => self.duration(*length, *towards),
            Meaning::Part { day, part } => self.timed(Some(day), &format!("T{part}")),
            Meaning::Clock { day, time } => self.timed(day.as_deref(), &clock(*time)),
            Meaning::End { of, which } => {
                let mut resolved = self.resolve(of);
                if let (Some(low), Some(high)) = resolved.days {
                    resolved.days = self.narrowed(low, high, *which);
                }
                resolved
            }
            Meaning::Shift { length, by, .. } if length.count.is_none() => {
                open(TimeType::Date, if *by < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned())
            }
            _ => match self.place(meaning) {
                Some((stretch, basis)) => {
                    let mut days = stretch.days().map_or((None, None), |(low, high)| (Some(low), Some(high)));
                    if let (Meaning::Shift { length, .. }, (Some(low), Some(high))) = (meaning, days) {
                        days = widened(low, high, *length);
                    }
                    if let Some(rolling) = self.rolling(meaning) {
                        days = rolling;
                    }
                    Resolved { kind: TimeType::Date, value: stretch.value(), days, basis, stretch: Some(stretch) }
                }
                None => open(TimeType::Date, unknown(meaning)),
            },
        }
    }

    /// "the last decade" ends and "the next decade" begins with the publication.
    fn rolling(&self, meaning: &Meaning) -> Option<(Option<Date>, Option<Date>)> {
        let Meaning::Near { unit: unit @ (Unit::Decade | Unit::Century), by, from: From::Now } = meaning else {
            return None;
        };
        let published = self.anchors.published.filter(|_| *by != 0)?;
        let other = far(published, *unit, f64::from(*by))?;
        Some((Some(published.min(other)), Some(published.max(other))))
    }

    fn timed(&self, day: Option<&Meaning>, suffix: &str) -> Resolved {
        let placed = match day {
            Some(day) => self.place(day),
            None => self.that_day(),
        };
        let Some((stretch, basis)) = placed else {
            return open(TimeType::Time, format!("{}{suffix}", day.map_or_else(|| "XXXX-XX-XX".to_owned(), unknown)));
        };
        let days = stretch.days().map_or((None, None), |(low, high)| (Some(low), Some(high)));
        Resolved {
            kind: TimeType::Time,
            value: format!("{}{suffix}", stretch.value()),
            days,
            basis,
            stretch: Some(stretch),
        }
    }

    fn duration(&self, length: Length, towards: i32) -> Resolved {
        let mut resolved = open(TimeType::Duration, period(length.count, length.unit));
        if let (Some(published), Some(count)) = (self.anchors.published, length.count)
            && towards != 0
            && let Some(other) = far(published, length.unit, count * f64::from(towards))
        {
            resolved.days = (Some(published.min(other)), Some(published.max(other)));
            resolved.basis = TimeBasis::Published;
        }
        resolved
    }

    /// The day that a time of day without a date belongs to.
    fn that_day(&self) -> Placed {
        match self.anchors.then {
            Some(day @ Stretch::Day(_)) => Some((day, TimeBasis::Article)),
            _ => self.anchors.published.map(|day| (Stretch::Day(day), TimeBasis::Published)),
        }
    }

    /// The day that relative times count from.
    fn base(&self, from: From) -> Option<(Date, TimeBasis)> {
        let published = self.anchors.published.map(|day| (day, TimeBasis::Published));
        match from {
            From::Now => published,
            From::Either => {
                let then = self.anchors.then.and_then(Stretch::year);
                let here = self.anchors.then_in == self.sentence || then == self.anchors.published.map(Date::year);
                self.base(if here || published.is_none() { From::Then } else { From::Now })
            }
            From::Then => {
                let then = self.anchors.then.and_then(Stretch::first).map(|day| (day, TimeBasis::Article));
                then.or(published)
            }
        }
    }

    fn place(&self, meaning: &Meaning) -> Placed {
        match meaning {
            Meaning::Stretch(stretch) => Some((*stretch, TimeBasis::Explicit)),
            Meaning::Weekday(day) => self.weekday(*day),
            Meaning::InYear(part) => self.in_year(*part),
            Meaning::Near { unit, by, from } => self.near(*unit, *by, *from),
            Meaning::Named { what, by, from } => self.named(what, *by, *from),
            Meaning::Of { part, whole } => {
                let (whole, basis) = self.place(whole)?;
                let Meaning::InYear(part) = &**part else { return None };
                Some((part_of(*part, whole.year()?)?, basis))
            }
            Meaning::Shift { length, by, from } => self.shift(*length, *by, *from),
            Meaning::End { of, .. } => self.place(of),
            _ => None,
        }
    }

    fn weekday(&self, day: i8) -> Placed {
        let published = self.anchors.published?;
        let today = published.weekday().to_monday_one_offset();
        let back = i32::from((today - day).rem_euclid(7));
        let ahead = i32::from((day - today).rem_euclid(7));
        let by = match self.tense {
            Tense::Future => ahead,
            // No one calls yesterday week by its bare weekday: a report that was updated on the next day tells of that day.
            Tense::Past if ahead == 1 => ahead,
            Tense::Near if ahead < back => ahead,
            _ => -back,
        };
        Some((Stretch::Day(days_after(published, by)?), TimeBasis::Published))
    }

    /// A part of a year that is not named: by tense for months and seasons, the nearest one for days.
    fn in_year(&self, part: InYear) -> Placed {
        let published = self.anchors.published?;
        let candidate = |by: i16| part_of(part, published.year().checked_add(by)?);
        let candidates = || [-1, 0, 1].into_iter().filter_map(candidate);
        let behind = || candidates().rfind(|stretch| starts_by(*stretch, published));
        let ahead = || candidates().find(|stretch| stretch.days().is_some_and(|days| days.1 >= published));
        let away = |stretch: Option<Stretch>| {
            stretch.and_then(Stretch::first).map_or(i32::MAX, |day| distance(published, day))
        };
        let found = match part {
            InYear::Day(..) | InYear::Holiday(_) => {
                let nearest = candidates().min_by_key(|stretch| away(Some(*stretch)).abs());
                match self.tense {
                    _ if away(nearest).abs() <= NEAR_DAY => nearest,
                    Tense::Past => behind(),
                    Tense::Future => ahead(),
                    Tense::Near | Tense::Unknown => nearest,
                }
            }
            // No one says "in November" in October for one that is eleven months old.
            InYear::Month(_) => {
                let old = -away(behind());
                let (open, limit) = (ahead(), if self.tense == Tense::Past { OLD_MONTH } else { OLDER_MONTH });
                if self.tense == Tense::Future || old > limit { open } else { behind() }
            }
            InYear::Quarter(_) if self.tense == Tense::Future => {
                ahead().filter(|open| away(Some(*open)) < HALF_YEAR).or_else(behind)
            }
            _ if self.tense == Tense::Future => ahead(),
            _ => behind(),
        };
        found.map(|stretch| (stretch, TimeBasis::Published))
    }

    fn near(&self, unit: Unit, by: i32, from: From) -> Placed {
        if unit == Unit::Quarter && from != From::Now && by == 0 {
            if let Some((quarter, _)) = self.anchors.quarter {
                return Some((quarter, TimeBasis::Article));
            }
            let quarter = Stretch::of(Unit::Quarter, self.anchors.published?).step(-1)?;
            return Some((quarter, TimeBasis::Published));
        }
        if unit == Unit::Day && from != From::Now && by == 0 && !matches!(self.anchors.then, Some(Stretch::Day(_))) {
            return self.that_day();
        }
        let (mut day, basis) = self.base(from)?;
        // The week of a Sunday paper begins that day: "last week" is the one that ended the day before.
        let looks_ahead = by == 0 && matches!(self.tense, Tense::Future | Tense::Unknown);
        if unit == Unit::Week && from == From::Now && day.weekday() == Weekday::Sunday && (by == -1 || looks_ahead) {
            day = day.tomorrow().ok()?;
        }
        if unit == Unit::Weekend {
            return Some((self.weekend(day, by)?, basis));
        }
        Some((Stretch::of(unit, day).step(by)?, basis))
    }

    /// "the weekend" is the last one unless it lies ahead; on a Saturday or Sunday it is that day's.
    fn weekend(&self, day: Date, by: i32) -> Option<Stretch> {
        let within = day.weekday().to_monday_one_offset() >= 6;
        let step = match by {
            0 if !within && self.tense != Tense::Future => -1,
            by => by,
        };
        Stretch::Weekend(day).step(step)
    }

    fn named(&self, what: &Meaning, by: i32, from: From) -> Placed {
        let (base, basis) = self.base(from)?;
        let stretch = match what {
            Meaning::Weekday(day) => {
                let today = base.weekday().to_monday_one_offset();
                let ahead = i32::from((day - today).rem_euclid(7));
                let back = i32::from((today - day).rem_euclid(7));
                let steps = match by {
                    0 if from == From::Now && self.tense == Tense::Past => -back,
                    0 => ahead,
                    by if by > 0 => {
                        if ahead == 0 {
                            7
                        } else {
                            ahead
                        }
                    }
                    _ => {
                        if back == 0 {
                            -7
                        } else {
                            -back
                        }
                    }
                };
                Stretch::Day(days_after(base, steps)?)
            }
            Meaning::InYear(part) => {
                let candidate = |step: i16| part_of(*part, base.year().checked_add(step)?);
                match by {
                    0 => candidate(0)?,
                    by if by > 0 => [0, 1]
                        .into_iter()
                        .filter_map(candidate)
                        .find(|stretch| stretch.first().is_some_and(|first| first > base))?,
                    _ => [0, -1].into_iter().filter_map(candidate).find(|stretch| ends_before(*stretch, base))?,
                }
            }
            _ => return None,
        };
        Some((stretch, basis))
    }

    fn shift(&self, length: Length, by: i32, from: From) -> Placed {
        let count = length.count?;
        // "a year earlier" of a quarter is a quarter.
        if length.unit == Unit::Year
            && let Some((quarter, sentence)) = self.anchors.quarter
            && sentence + 1 >= self.sentence
            && count.fract() == 0.0
        {
            return Some((quarter.step(by * 4 * count as i32)?, TimeBasis::Article));
        }
        let (base, basis) = self.base(from)?;
        let day = far(base, length.unit, count * f64::from(by))?;
        let unit = match length.unit {
            Unit::Decade | Unit::Century | Unit::Year if count.fract() == 0.0 => Unit::Year,
            Unit::Decade | Unit::Century | Unit::Year | Unit::Quarter => Unit::Month,
            Unit::Fortnight => Unit::Week,
            Unit::Weekend => Unit::Weekend,
            unit => unit,
        };
        Some((Stretch::of(unit, day), basis))
    }

    fn narrowed(&self, low: Date, high: Date, which: Which) -> (Option<Date>, Option<Date>) {
        let length = distance(low, high);
        let (low, high) = match which {
            Which::Edge(Edge::Start) => (Some(low), days_after(low, length / 2)),
            Which::Edge(Edge::Middle) => (days_after(low, length / 4), days_after(high, -(length / 4))),
            Which::Edge(Edge::End) => (days_after(high, -(length / 2)), Some(high)),
            Which::BeforeNow => {
                (Some(low), Some(self.anchors.published.filter(|day| (low..=high).contains(day)).unwrap_or(high)))
            }
            Which::AfterNow => {
                (Some(self.anchors.published.filter(|day| (low..=high).contains(day)).unwrap_or(low)), Some(high))
            }
            Which::Through(day) => (Some(low), low.with().day(day).build().ok().or(Some(high))),
        };
        (low, high)
    }
}

/// A shifted time with a hedge is one unit wider on the side that the hedge opens.
fn widened(low: Date, high: Date, length: Length) -> (Option<Date>, Option<Date>) {
    let by = distance(low, high) + 1;
    match length.hedge {
        Some(Hedge::Less) => (Some(low), days_after(high, by)),
        Some(Hedge::About) => (days_after(low, -by), days_after(high, by)),
        Some(Hedge::More) => (days_after(low, -by), Some(high)),
        None => (Some(low), Some(high)),
    }
}

fn open(kind: TimeType, value: String) -> Resolved {
    Resolved { kind, value, days: (None, None), basis: TimeBasis::None, stretch: None }
}

fn clock(time: ClockTime) -> String {
    format!("T{:02}:{:02}{}", time.hour, time.minute.unwrap_or(0), if time.utc { "Z" } else { "" })
}
