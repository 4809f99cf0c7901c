//! Ages of one person: years pass between reports, and a report tells of earlier years.

use super::answer::Answer;
use super::numbers;
use super::relation::Relation;

/// So many days apart two reports give one age, but for a birthday.
const ONE_TIME: i32 = 60;

/// Compares two ages of one person.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    let found = numbers::relation(a, b);
    if !found.is_conflict() {
        return found;
    }
    let gap = match (a.low, b.low) {
        (Some(one), Some(other)) => (one - other).abs(),
        _ => 0.0,
    };
    if is_of_earlier_years(a) != is_of_earlier_years(b) {
        return Relation::not_comparable("age-at-another-time");
    }
    match (a.place.published, b.place.published) {
        (Some(one), Some(other)) => {
            let days = (other - one).get_days().abs();
            let years = f64::from(days) / 365.0;
            if days > ONE_TIME && gap <= years + 1.0 { Relation::not_comparable("age-at-another-time") } else { found }
        }
        _ if a.same_article(b) || gap <= 1.0 => found,
        // No one knows how far apart two reports without a date were written.
        _ if gap <= 3.0 => found.softened("reports-without-a-date"),
        _ => Relation::not_comparable("age-at-another-time"),
    }
}

/// "then 29", "in 1957 the 29-year-old": an age of another time than the report's.
fn is_of_earlier_years(answer: &Answer) -> bool {
    let before = answer.place.sentence.split(answer.text.as_str()).next().unwrap_or_default();
    let then = before.trim_end_matches(['-', ' ', '\u{2013}']).to_lowercase();
    then.ends_with("then") || names_a_year(answer)
}

/// Whether the sentence tells of a year that is not the report's own.
pub(super) fn names_a_year(answer: &Answer) -> bool {
    let year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let published = answer.place.published.map(|day| day.year().to_string());
    let words = answer.place.sentence.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.bytes().all(|b| b.is_ascii_digit()))
        .any(|word| year(word) && Some(word) != published.as_deref())
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    fn aged(article: &str, years: f64, sentence: &str, day: Option<(i16, i8, i8)>) -> Answer {
        let mut found = answer(FactKind::Age, article, &format!("{years}"));
        (found.low, found.high) = (Some(years), Some(years));
        found.place.sentence = sentence.into();
        found.place.published = day.and_then(|(year, month, day)| jiff::civil::Date::new(year, month, day).ok());
        found
    }

    #[test]
    fn years_pass_between_reports() {
        let of = |article: &str, years: f64, day| aged(article, years, "The sailor was found", day);
        let (may, later) = (Some((2020, 5, 3)), Some((2021, 9, 3)));
        let hard = Relation::hard("numbers-differ");
        assert_eq!(relation(&of("a", 31.0, may), &of("b", 32.0, may)), hard);
        assert_eq!(relation(&of("a", 31.0, None), &of("b", 32.0, None)), hard);
        assert_eq!(
            relation(&of("a", 31.0, may), &of("b", 32.0, later)),
            Relation::not_comparable("age-at-another-time")
        );
        assert_eq!(relation(&of("a", 31.0, None), &of("b", 33.0, None)), Relation::soft("reports-without-a-date"));
        assert_eq!(
            relation(&of("a", 31.0, None), &of("b", 70.0, None)),
            Relation::not_comparable("age-at-another-time")
        );
    }

    #[test]
    fn an_age_of_earlier_years_is_another_age() {
        let now = aged("a", 16.0, "Ann Roe, 16, spoke", None);
        let then = aged("b", 15.0, "The sailor met the then-15 year old Ann Roe", None);
        assert_eq!(relation(&now, &then), Relation::not_comparable("age-at-another-time"));
    }
}
