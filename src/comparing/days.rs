//! Dates against dates, durations against durations.

use super::answer::Answer;
use super::numbers;
use super::relation::Relation;

/// Compares two times of one event.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    if a.attribute.as_deref() == Some("duration") {
        return if a.word == b.word { Relation::AGREES } else { numbers::relation(a, b) };
    }
    match (interval(a), interval(b)) {
        (Some(left), Some(right)) if left == right => Relation::AGREES,
        (Some(left), Some(right)) if left.0 <= right.1 && right.0 <= left.1 => Relation::compatible("dates-overlap"),
        (Some(left), Some(right)) => apart(left, right),
        _ => without_anchor(a, b),
    }
}

/// Days that lie near each other are two answers; those of other months tell of something that happened twice.
fn apart(a: Days, b: Days) -> Relation {
    let days = |days: Days| (days.1 - days.0).get_days();
    let (first, then) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    let gap = (then.0 - first.1).get_days();
    match (days(a).max(days(b)), gap) {
        // "the weekend" may begin on a Friday.
        (1..=9, 0..=1) => Relation::compatible("next-to-each-other"),
        (0..=2, 0..=14) => Relation::hard("dates-differ"),
        (0..=31, 0..=100) => Relation::soft("dates-far-apart"),
        _ => Relation::not_comparable("perhaps-another-occasion"),
    }
}

type Days = (jiff::civil::Date, jiff::civil::Date);

fn interval(answer: &Answer) -> Option<Days> {
    answer.date_low.zip(answer.date_high)
}

/// Without an anchor a weekday is still a weekday: "Friday" is not "Saturday".
fn without_anchor(a: &Answer, b: &Answer) -> Relation {
    if a.word.is_some() && a.word == b.word {
        return Relation::AGREES;
    }
    match (weekday(a), weekday(b)) {
        (Some(left), Some(right)) if left == right => Relation::compatible("same-weekday"),
        (Some(_), Some(_)) => Relation::hard("weekdays-differ"),
        _ => match (month(a), month(b)) {
            (Some(left), Some(right)) if left != right => Relation::soft("months-differ"),
            _ => Relation::not_comparable("no-anchor"),
        },
    }
}

/// The weekday of a time: of its day, or the one it names ("XXXX-WXX-5").
fn weekday(answer: &Answer) -> Option<i8> {
    if let Some((low, high)) = interval(answer) {
        return (low == high).then(|| low.weekday().to_monday_one_offset());
    }
    let (_, day) = answer.word.as_deref()?.split_once("-WXX-")?;
    day.get(..1)?.parse().ok()
}

/// The month of a time without a year ("XXXX-03-12", "XXXX-03").
fn month(answer: &Answer) -> Option<i8> {
    if let Some((low, high)) = interval(answer) {
        return (low.first_of_month() == high.first_of_month()).then(|| low.month());
    }
    answer.word.as_deref()?.strip_prefix("XXXX-")?.get(..2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    fn days(low: i8, high: i8) -> Answer {
        let day = |day| jiff::civil::Date::new(2019, 3, day).ok();
        Answer { date_low: day(low), date_high: day(high), ..answer(FactKind::Date, "a", "day") }
    }

    fn unanchored(word: &str) -> Answer {
        answer(FactKind::Date, "b", word)
    }

    #[test]
    fn days_meet_or_differ() {
        assert_eq!(relation(&days(8, 8), &days(8, 8)), Relation::AGREES);
        assert_eq!(relation(&days(8, 8), &days(1, 31)), Relation::compatible("dates-overlap"));
        assert_eq!(relation(&days(8, 8), &days(9, 9)), Relation::hard("dates-differ"));
    }

    #[test]
    fn weekdays_without_a_date_can_still_differ() {
        let friday = Answer { word: Some("XXXX-WXX-5".into()), ..unanchored("Friday") };
        let saturday = Answer { word: Some("XXXX-WXX-6".into()), ..unanchored("Saturday") };
        assert_eq!(relation(&friday, &saturday), Relation::hard("weekdays-differ"));
        assert_eq!(relation(&friday, &days(8, 8)), Relation::compatible("same-weekday"));
        assert_eq!(relation(&friday, &unanchored("PAST_REF")), Relation::not_comparable("no-anchor"));
    }
}
