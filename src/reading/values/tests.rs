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
fn who_dies_of_an_illness_or_of_age_is_not_counted_as_killed() {
    let killed = |text: &str| questions(text, FactKind::Casualties).len();
    assert_eq!(killed("Ann Roe died in a crash near Arden on Sunday."), 1);
    assert_eq!(killed("Ann Roe, the painter, died of cancer in Arden on Sunday."), 0);
    assert_eq!(killed("Ann Roe, the painter, died at 74 in Arden on Sunday."), 0);
    assert_eq!(killed("Ann Roe died at the age of 24 after she was shot on Sunday."), 1);
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

/// The casualties of a text: "killed 1", "injured 4..5"; those of other events in brackets.
fn tolls(text: &str) -> Vec<String> {
    let shown = |value: &Value| {
        let apart = value.frame.iter().flat_map(|frame| &frame.terms).any(|term| term.word == "elsewhere");
        let ends = match (value.low, value.high) {
            (Some(low), Some(high)) if high - low < 0.5 => format!("{low}"),
            (low, high) => {
                let end = |end: Option<f64>| end.map(|end| end.to_string()).unwrap_or_default();
                format!("{}..{}", end(low), end(high))
            }
        };
        let found = format!("{} {ends}", value.attribute.as_deref().unwrap_or_default());
        if apart { format!("({found})") } else { found }
    };
    let asked = |value: &&Value| value.frame.is_some();
    values(text, FactKind::Casualties).iter().filter(asked).map(shown).collect()
}

#[test]
fn who_was_killed_or_hurt_is_counted_without_a_number() {
    for (text, expected) in [
        ("A man was shot dead in Arden on Sunday.", &["killed 1"][..]),
        ("A man was shot in Arden on Sunday.", &["injured 1"]),
        ("Ann Roe, 34, died at the hospital.", &["killed 1"]),
        ("Police say Ann Roe killed her husband.", &["killed 1"]),
        ("A woman was pronounced dead at the scene.", &["killed 1"]),
        ("Police found the body of a man in the yard.", &["killed 1"]),
        ("The gunman shot himself in the leg.", &["injured 1"]),
        ("Ann Roe and her son were killed in the fire.", &["killed 2"]),
        ("Three teens were hospitalized with gunshot wounds.", &["injured 3"]),
        ("A boy was taken to the hospital in critical condition.", &["injured 1"]),
        ("No one was hurt in the fire.", &["injured 0"]),
        ("Police say it was a triple homicide.", &["killed 3"]),
        ("A body was found in the yard.", &["killed 1"]),
        ("The gunman fired into the crowd, striking two men.", &["injured 2"]),
    ] {
        let mut found = tolls(text);
        found.dedup();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_did_not_happen_here_is_no_casualty() {
    for text in [
        "He threatened to kill a neighbor.",
        "The man could have been killed.",
        "He is charged with the attempted murder of a deputy.",
        "Police asked whether a man was killed.",
        "The deputy was not shot.",
        "No one else was hurt.",
        "A man was killed in an unrelated shooting.",
        "She is a wounded candidate.",
        "The book hit a nerve.",
        "The body of the car was found in the yard.",
    ] {
        assert_eq!(tolls(text), [""; 0], "{text}");
    }
    assert_eq!(tolls("Last year 40 people were killed in the city."), ["(killed 40)"]);
}

#[test]
fn one_person_counts_once_and_a_count_holds_its_parts() {
    let both = "A man was shot on Elm Street.\n\nThe man, Jon Doe, 34, died at the hospital.";
    assert_eq!(tolls(both), ["killed 1"]);
    let counted = "Three people were killed.\n\nAnn Roe, 34, was shot dead. Jon Doe, 20, died later.";
    assert_eq!(tolls(counted), ["killed 3"]);
    let by_one = "Ann Roe, 34, was shot dead at home.\n\nJon Doe, 20, died at the hospital.";
    assert_eq!(tolls(by_one), ["killed 2"]);
    let hit = "Five people were shot in Arden.\n\nOne of them, Ann Roe, 34, died at the hospital.";
    assert_eq!(tolls(hit), ["injured 4..5", "killed 1"]);
}

#[test]
fn what_no_question_fits_has_a_plain_label() {
    let found = |text: &str| questions(text, FactKind::Quantity);
    // "percent" alone is no label: of what, no one can tell.
    assert_eq!(found("Ann Roe led with 19 percent."), ["19 percent: "]);
    assert_eq!(found("The raid came after 12 men landed on the beach."), ["12: How many men landed on the beach?"]);
}
