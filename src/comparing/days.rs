//! Dates against dates, durations against durations.

use super::answer::{Answer, AnswerTerm};
use super::numbers;
use super::relation::Relation;
use crate::reading::ClaimKind;

/// Compares two times of one event.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    if a.attribute.as_deref() == Some("duration") {
        return if a.word == b.word { Relation::AGREES } else { numbers::relation(a, b) };
    }
    match (interval(a), interval(b)) {
        (Some(left), Some(right)) if left == right => Relation::AGREES,
        (Some(left), Some(right)) if left.0 <= right.1 && right.0 <= left.1 => Relation::compatible("dates-overlap"),
        (Some(_), Some(_)) if one_quotation(a, b) => Relation::compatible("same-words-quoted"),
        (Some(_), Some(_)) if one_weekday(a, b) => Relation::compatible("same-weekday"),
        (Some(_), Some(_)) if is_unsure(a) || is_unsure(b) || both_of_the_report(a, b) => {
            Relation::not_comparable("days-counted-from-another")
        }
        (Some(left), Some(right))
            if [a, b].into_iter().any(|answer| counts_from_then(answer) || is_yesterday(answer)) =>
        {
            apart(a, b, left, right).softened("days-counted-from-another")
        }
        (Some(left), Some(right)) => apart(a, b, left, right),
        _ => without_anchor(a, b),
    }
}

/// Days that lie near each other are two answers; those of other months tell of something that happened twice.
fn apart(one: &Answer, other: &Answer, a: Days, b: Days) -> Relation {
    let (first, then) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    let gap = (then.0 - first.1).get_days();
    let shared = |named: bool| {
        let both = |term: &AnswerTerm| other.terms_of("patient").any(|known| known.word == term.word);
        one.terms_of("patient").any(|term| both(term) && (term.entity.is_some() || !named))
    };
    // "will hold it this year", "next year", of one party
    let seen_from_now = || {
        let words = |answer: &Answer| {
            answer.text.to_lowercase().starts_with("this ") || answer.text.to_lowercase().starts_with("next ")
        };
        one.about.is_some() && one.about == other.about && words(one) && words(other)
    };
    match (length(a).max(length(b)), gap) {
        // "the weekend" may begin on a Friday.
        (1..=9, 0..=1) => Relation::compatible("next-to-each-other"),
        (0..=2, 0..=7) => Relation::hard("dates-differ"),
        (0..=26, 0..=100) if shared(true) => Relation::soft("dates-far-apart"),
        (27..=31, 0..=100) if shared(gap > 31) => Relation::soft("dates-far-apart"),
        // "this year", "next March"
        (32..=366, 0..=62) if shared(false) || seen_from_now() => Relation::soft("years-differ"),
        _ => Relation::not_comparable("perhaps-another-occasion"),
    }
}

fn length(days: Days) -> i32 {
    (days.1 - days.0).get_days()
}

/// "We open today", quoted on two days: whoever said it said it on one of them.
fn one_quotation(a: &Answer, b: &Answer) -> bool {
    let quoted = |answer: &Answer| matches!(answer.voice.kind, ClaimKind::Direct | ClaimKind::Mixed);
    quoted(a) && quoted(b) && a.text.to_lowercase() == b.text.to_lowercase()
}

/// "Saturday" of two reports is one Saturday, though one may count it from another day of publication.
fn one_weekday(a: &Answer, b: &Answer) -> bool {
    let named = |answer: &Answer| {
        let day = answer.date_low.filter(|low| answer.date_high == Some(*low))?;
        let name = day.strftime("%A").to_string().to_lowercase();
        answer.text.to_lowercase().contains(&name).then_some(name)
    };
    named(a).is_some() && named(a) == named(b)
}

/// "four days earlier": counted from another day of the story.
fn counts_from_then(answer: &Answer) -> bool {
    let counted = answer.text.to_lowercase();
    ["earlier", "later", "before", "after", "previous", "following"].iter().any(|word| counted.contains(word))
}

/// "this morning", "yesterday": counted from the day of the report.
fn counts_from_report(answer: &Answer) -> bool {
    let counted = answer.text.to_lowercase();
    let words =
        ["today", "tonight", "yesterday", "tomorrow", "overnight", "this morning", "this afternoon", "this evening"];
    words.iter().any(|word| counted.contains(word))
}

/// A day that hangs on one which no one told; a month that does may still be laid beside another.
fn is_unsure(answer: &Answer) -> bool {
    let short = interval(answer).is_some_and(|days| length(days) < 27);
    short && (counts_from_then(answer) || counts_from_report(answer) && !answer.place.dated && !is_yesterday(answer))
}

/// "yesterday" of a report whose day its story lends it: an editor may want to look.
fn is_yesterday(answer: &Answer) -> bool {
    answer.place.published.is_none() && answer.text.eq_ignore_ascii_case("yesterday")
}

/// "today" against "today": each report tells of its own day.
fn both_of_the_report(a: &Answer, b: &Answer) -> bool {
    counts_from_report(a) && counts_from_report(b) && a.text.to_lowercase() == b.text.to_lowercase()
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
        (Some(_), Some(_)) if is_unsure(a) || is_unsure(b) => Relation::not_comparable("days-counted-from-another"),
        // "11 March 2005" against a Saturday of no known week
        (Some(_), Some(_)) if is_numbered(a) || is_numbered(b) => Relation::not_comparable("no-anchor"),
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
    weekday_word(answer)
}

fn is_numbered(answer: &Answer) -> bool {
    answer.text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The weekday that a TIMEX3 value names.
fn weekday_word(answer: &Answer) -> Option<i8> {
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
    fn one_weekday_of_two_weeks_is_one_day_and_days_counted_from_another_differ_softly() {
        let saturday = |day| Answer { text: "Saturday".into(), ..days(day, day) };
        assert_eq!(relation(&saturday(2), &saturday(9)), Relation::compatible("same-weekday"));
        let earlier = Answer { text: "four days earlier".into(), ..days(4, 4) };
        assert_eq!(relation(&earlier, &days(6, 6)), Relation::not_comparable("days-counted-from-another"));
        let months = Answer { text: "three months earlier".into(), ..days(1, 31) };
        let april = Answer { date_low: "2019-04-01".parse().ok(), date_high: "2019-04-30".parse().ok(), ..days(1, 1) };
        let of_drill = |answer: Answer| {
            let drill = AnswerTerm { role: "patient".into(), word: "drill".into(), entity: None };
            Answer { terms: vec![drill], ..answer }
        };
        let found = relation(&of_drill(months), &of_drill(april));
        assert_eq!(found, Relation::soft("dates-far-apart"));
        let today = |dated: bool| {
            let mut found = Answer { text: "today".into(), ..days(4, 4) };
            found.place.dated = dated;
            found
        };
        assert_eq!(relation(&today(true), &days(6, 6)), Relation::hard("dates-differ"));
        assert_eq!(relation(&today(false), &days(6, 6)), Relation::not_comparable("days-counted-from-another"));
        let year = |year: i16| {
            let end = |month, day| jiff::civil::Date::new(year, month, day).ok();
            let fair = AnswerTerm { role: "patient".into(), word: "fair".into(), entity: None };
            let year = answer(FactKind::Date, "a", "year");
            Answer { date_low: end(1, 1), date_high: end(12, 31), terms: vec![fair], ..year }
        };
        assert_eq!(relation(&year(2013), &year(2014)), Relation::soft("years-differ"));
        assert_eq!(relation(&year(2007), &year(2014)), Relation::not_comparable("perhaps-another-occasion"));
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
