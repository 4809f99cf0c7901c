//! Yes against no, and what stands between them: what is meant, nearly done, or only alleged.

use super::answer::Answer;
use super::relation::Relation;
use crate::reading::Modality;

/// Two answers to one question of yes and no.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    let said = |word: &str| [a, b].into_iter().find(|answer| answer.word.as_deref() == Some(word));
    // An issue is a matter of what somebody wants.
    let of_issue = a.attribute.as_deref().is_some_and(|kind| kind.starts_with("issue"));
    if !of_issue && [a, b].iter().any(|answer| answer.voice.modality == Modality::Wanted) {
        return Relation::not_comparable("wanted-is-not-what-happened");
    }
    if a.word == b.word {
        return Relation::AGREES;
    }
    if let (Some(fact), Some(_)) = (said("yes"), said("allegedly")) {
        if apart_in_time(a, b) {
            return Relation::compatible("fact-after-a-verdict");
        }
        let own = fact.voice.name.is_none() && fact.attribute.as_deref() == Some("deed");
        return if own {
            Relation::soft("fact-against-allegation")
        } else {
            Relation::compatible("fact-and-allegation")
        };
    }
    match (said("yes"), said("no")) {
        (Some(_), Some(_)) if certain(a) && certain(b) => Relation::hard("yes-against-no"),
        (Some(_), Some(_)) => Relation::soft("yes-against-no-of-another-mood"),
        (None, Some(_)) if said("wants").is_some() => Relation::soft("meant-against-no"),
        (None, Some(_)) if said("allegedly").is_some() => Relation::soft("no-against-allegation"),
        (Some(_), None) if said("almost").is_some() => Relation::soft("nearly-against-yes"),
        _ => Relation::compatible("no-plain-answer"),
    }
}

/// Days between two reports after which a court may have spoken.
const LONG: i32 = 10;

fn apart_in_time(a: &Answer, b: &Answer) -> bool {
    a.place.published.zip(b.place.published).is_some_and(|(one, other)| (one - other).get_days().abs() > LONG)
}

/// Put as what is so or will be so: the tense of an issue tells nothing, that of an event stands in its attribute.
const fn certain(answer: &Answer) -> bool {
    !matches!(answer.voice.modality, Modality::Possible)
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    fn said(word: &str, modality: Modality) -> Answer {
        let mut found = answer(FactKind::Polarity, "a", word);
        found.voice.modality = modality;
        found
    }

    #[test]
    fn yes_and_no_of_one_mood_exclude_each_other_and_a_wish_does_not() {
        use Modality::{Asserted, Planned, Possible, Wanted};
        for (one, other, found) in [
            (("yes", Asserted), ("no", Asserted), Relation::hard("yes-against-no")),
            (("yes", Planned), ("no", Planned), Relation::hard("yes-against-no")),
            (("yes", Possible), ("no", Asserted), Relation::soft("yes-against-no-of-another-mood")),
            (("wants", Asserted), ("no", Asserted), Relation::soft("meant-against-no")),
            (("yes", Wanted), ("no", Asserted), Relation::not_comparable("wanted-is-not-what-happened")),
            (("wants", Asserted), ("yes", Asserted), Relation::compatible("no-plain-answer")),
            (("no", Asserted), ("no", Asserted), Relation::AGREES),
        ] {
            assert_eq!(relation(&said(one.0, one.1), &said(other.0, other.1)), found, "{one:?} {other:?}");
        }
    }
}
