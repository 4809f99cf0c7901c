//! Values of invented sentences, read from end to end: each rule with an example and a counter-example.

use crate::reading::{ArticleText, FactKind, Value, read};

fn values(text: &str, kind: FactKind) -> Vec<Value> {
    let article = ArticleText { body: text, ..ArticleText::default() };
    read(&article).values.into_iter().filter(|value| value.kind == kind).collect()
}

/// Each value's words with its question, or "-" where it has none.
fn questions(text: &str, kind: FactKind) -> Vec<String> {
    let shown = |value: &Value| {
        let question = value.frame.as_ref().map_or("-", |frame| frame.question.as_str());
        format!("{}: {question}", value.span.of(text))
    };
    values(text, kind).iter().map(shown).collect()
}

#[test]
fn a_question_names_what_is_counted_whose_it_is_and_what_happened() {
    for (text, expected) in [
        ("The Harbour police found six rifles and 12 crates.", "12: How many crates did the Harbour police find?"),
        ("A Danish climber has fallen 300ft in Norway.", "300ft: How many feet did the Danish climber fall?"),
        ("Ann Roe was stopped four times by police.", "four: How many times was Ann Roe stopped?"),
        ("Ann Roe played in 12 games for Arden.", "12: In how many games did Ann Roe play?"),
        (
            "The 5.1-magnitude quake hit Kestrel Island.",
            "5.1: What was the magnitude of the quake that hit Kestrel Island?",
        ),
        ("Nine boats.", "Nine: -"),
        ("The climber fell 300 feet (91 metres).", "91 metres: -"),
    ] {
        let found = questions(text, FactKind::Quantity);
        assert!(found.iter().any(|question| question == expected), "{text}: {found:?}");
    }
}

#[test]
fn one_thing_that_something_was_done_to_is_a_count_of_one() {
    let found = |text: &str| questions(text, FactKind::Quantity);
    assert_eq!(found("The driver hit a parked car."), ["a parked car: How many cars did the driver hit?"]);
    assert_eq!(found("The driver wrote a letter."), [""; 0]);
}

#[test]
fn part_of_a_toll_is_no_toll() {
    let part = |text: &str| {
        let of_part = |value: &Value| value.frame.iter().flat_map(|frame| &frame.terms).any(|term| term.word == "part");
        values(text, FactKind::Casualties).iter().map(of_part).collect::<Vec<_>>()
    };
    assert_eq!(part("Two women and a man were killed in the blast."), [true]);
    assert_eq!(part("Two women were killed in the blast."), [false]);
}
