//! Which course a happening took, where one word tells another than the next: fired or laid off, put off or called off.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::{Relation, Upos};
use crate::lexicon::rows;
use crate::reading::{EntityKind, FactKind, Frame, Value};

use super::blank;
use super::frames::{of_event, push, term};
use super::questions::{close, is_or_are, party};
use super::scene::Scene;
use super::stance::{Says, stance};

#[derive(Debug)]
struct Row {
    words: Vec<&'static str>,
    of_subject: bool,
    of_person: bool,
    course: &'static str,
    answer: &'static str,
    question: &'static str,
}

/// The rows by first word, longer phrases first.
static ROWS: LazyLock<FxHashMap<&'static str, Vec<Row>>> = LazyLock::new(|| {
    let mut found: FxHashMap<_, Vec<Row>> = FxHashMap::default();
    for row in rows(include_str!("../../../data/lexicon/courses.tsv")) {
        let words: Vec<_> = row[0].split(' ').collect();
        found.entry(words[0]).or_default().push(Row {
            of_subject: row[1] == "subject",
            of_person: row[2] == "person",
            course: row[3],
            answer: row[4],
            question: row[5],
            words,
        });
    }
    for rows in found.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
    }
    found
});

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        into.extend(value(scene, at));
    }
}

fn value(scene: &Scene, at: usize) -> Option<Value> {
    // Lemmas of rare verbs may have lost their last letter.
    let lemma = scene.lemma(at);
    let rows = ROWS.get(lemma).or_else(|| ROWS.get(format!("{lemma}e").as_str()))?;
    let row = rows.iter().find(|row| {
        let follows = |(next, word): (usize, &&str)| next < scene.tree.tokens.len() && scene.lower(next) == **word;
        row.words[1..].iter().enumerate().map(|(gap, word)| (at + 1 + gap, word)).all(follows)
    })?;
    // "the fired clerk" is as good as "the clerk was fired".
    let described = scene.relation(at) == Relation::Amod && scene.tree.tokens[at].xpos == "VBN" && !row.of_subject;
    let who = match described {
        true => scene.head(at)?,
        false if !scene.is_verb(at) || stance(scene, at)?.says != Says::Yes => return None,
        false if row.of_subject => scene.doer(at)?,
        false => scene.object(at)?,
    };
    let person = scene.party(who).map(|entity| scene.reading.entities[entity].kind);
    // "fired a shot", "considered the bill": the course is a person's. "the plan": one in particular.
    let fits = match person {
        Some(kind) => !row.of_person || kind == EntityKind::Person,
        None if row.of_person => scene.is_person_noun(who),
        None => scene.upos(who) == Upos::Noun,
    };
    let span = scene.span(at).hull(scene.span(at + row.words.len() - 1));
    let mut value = blank(scene.claim_at(span).filter(|_| fits)?, FactKind::Other, span);
    value.attribute = Some("course".into());
    value.word = Some(row.answer.into());
    let asked =
        party(scene, who).or_else(|| scene.party(who).map(|entity| scene.reading.entities[entity].name.clone()))?;
    let mut frame = Frame {
        head: Some(row.course.into()),
        about: scene.party(who),
        question: close(&number(row.question, is_or_are(scene, who)).replace("{}", &asked)),
        ..Frame::default()
    };
    push(&mut frame.terms, term(scene, "patient", who));
    for time in of_event(scene, at, span).terms.into_iter().filter(|term| term.role == "time") {
        push(&mut frame.terms, Some(time));
    }
    value.frame = Some(frame);
    Some(value)
}

/// "How was the clerk hurt", "how were the clerks hurt".
fn number(question: &str, be: &str) -> String {
    if be == "are" { question.replacen("was {}", "were {}", 1) } else { question.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::examples::check;

    #[test]
    fn the_list_of_courses_is_sound() {
        assert_eq!(crate::lexicon::check(include_str!("../../../data/lexicon/courses.tsv")), Ok(()));
    }

    #[test]
    fn a_person_is_fired_and_a_shot_is_not() {
        for (sentence, found) in [
            (
                "Vera Lund was fired from the harbour office on Monday.",
                "other course fired: How did Vera Lund lose the job?",
            ),
            ("Vera Lund was laid off in spring.", "other course laid off: How did Vera Lund lose the job?"),
            ("The council postponed the summit.", "other course put off: Was the summit put off or called off?"),
            ("Vera Lund fired a shot into the air.", ""),
            ("The council did not postpone the summit.", ""),
        ] {
            check(sentence, "course", found);
        }
    }
}
