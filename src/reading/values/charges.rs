//! With what somebody is charged, and of what somebody is found guilty.

use crate::language::Upos;
use crate::reading::{FactKind, Value};

use super::blank;
use super::people::{about, person, person_of};
use super::people_words;
use super::scene::Scene;

/// No list of charges is longer, in words.
const LONGEST: usize = 40;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    let mut at = 0;
    while at < scene.tree.tokens.len() {
        let Some((stage, start)) = cue(scene, at) else {
            at += 1;
            continue;
        };
        at += 1;
        let Some((crimes, last)) = crimes(scene, start) else { continue };
        let first = crimes[0].0;
        at = last + 1;
        let denied = (start.saturating_sub(4)..start).any(|token| scene.negation(token).is_some());
        let Some(who) = accused(scene, start - 1).filter(|_| !denied) else { continue };
        let span = scene.span(first).hull(scene.span(last));
        let Some(claim) = scene.claim_at(span) else { continue };
        let mut words: Vec<String> = crimes.into_iter().map(|(_, crime)| crime).collect();
        words.sort_unstable();
        words.dedup();
        let mut value = blank(claim, FactKind::Other, span);
        value.attribute = Some(stage.into());
        value.word = Some(words.join(", "));
        value.frame = Some(about(
            scene,
            who,
            match stage {
                "verdict" => "of what is {} found guilty",
                _ => "what is {} charged with",
            },
        ));
        into.push(value);
    }
}

/// "charged with", "charges of", "counts of", "guilty of", "on suspicion of": the stage, and where the list begins.
fn cue(scene: &Scene, at: usize) -> Option<(&'static str, usize)> {
    let (stage, after) = people_words::charge_cue(scene.lemma(at))?;
    let next = scene.tree.tokens.get(at + 1).map(|_| scene.lower(at + 1))?;
    if after.split(' ').any(|word| word == next) {
        return Some((stage, at + 2));
    }
    // "faces charges including", "charged today with"
    let skipped = (at + 2..scene.tree.tokens.len())
        .take(3)
        .find(|&token| after.split(' ').any(|word| word == scene.lower(token)));
    skipped.filter(|_| scene.upos(at + 1) != Upos::Punct).map(|token| (stage, token + 1))
}

/// The crimes that are named from a token on, and the last token of the list.
fn crimes(scene: &Scene, start: usize) -> Option<(Vec<(usize, String)>, usize)> {
    let tokens = scene.tree.tokens.len();
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut last = start;
    let mut from = start;
    for at in start..tokens.min(start + LONGEST) {
        let word = scene.lower(at);
        let finite = matches!(scene.tree.tokens[at].xpos, "VBD" | "VBZ" | "VBP" | "MD");
        let stops = matches!(
            word.as_str(),
            "after"
                | "when"
                | "connection"
                | "following"
                | "but"
                | "who"
                | "which"
                | "that"
                | "because"
                | ";"
                | "."
                | "death"
                | "killing"
        );
        if finite || stops && (word != "death" || found.is_empty()) {
            break;
        }
        if let Some(crime) = people_words::crime(scene.lemma(at)).or_else(|| people_words::crime(&word)) {
            found.push((from.max(start), degree(scene, start, at, crime)));
            last = at;
            from = at + 1;
        } else if at > last + 9 {
            break;
        }
    }
    if let Some(first) = found.first_mut() {
        // Small words before the first crime are no part of it.
        while first.0 < last
            && matches!(scene.upos(first.0), Upos::Num | Upos::Adp | Upos::Det | Upos::Punct | Upos::Adv)
            && people_words::crime(scene.lemma(first.0)).is_none()
        {
            first.0 += 1;
        }
    }
    (!found.is_empty()).then_some((found, last))
}

/// "second-degree murder", "attempted murder" are other crimes than murder.
fn degree(scene: &Scene, start: usize, at: usize, crime: &str) -> String {
    let before = (start.max(at.saturating_sub(4))..at).rev();
    let before: Vec<String> = before
        .take_while(|&token| scene.upos(token) != Upos::Punct || scene.lower(token) == "-")
        .map(|token| scene.lower(token))
        .collect();
    let mut words: Vec<&str> =
        before.iter().flat_map(|word| word.split('-')).filter_map(people_words::degree).collect();
    words.push(crime);
    words.join(" ")
}

/// Who is accused: the person that the verb is said of, or the last one that is named before it.
fn accused(scene: &Scene, cue: usize) -> Option<usize> {
    let verb = (cue.saturating_sub(4)..=cue).rev().find(|&at| scene.is_verb(at));
    let of_verb = verb.and_then(|verb| scene.object(verb).or_else(|| scene.subject(verb).map(|(subject, _)| subject)));
    of_verb.and_then(|at| person_of(scene, at)).or_else(|| {
        let subject = |at: &usize| person(scene, *at).is_some() && scene.relation(*at).is_subject();
        (0..cue).rev().find(subject).and_then(|at| person(scene, at))
    })
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use crate::reading::FactKind;

    #[test]
    fn charges_are_a_list_of_crimes_with_their_degrees() {
        for (text, stage, words) in [
            (
                "Ann Roe was charged with arson and second-degree murder.",
                "charges",
                Some("arson, second-degree murder"),
            ),
            ("Ann Roe faces two counts of burglary.", "charges", Some("burglary")),
            ("Ann Roe was convicted of fraud.", "verdict", Some("fraud")),
            ("Ann Roe was not charged with fraud.", "charges", None),
            ("Ann Roe was charged with the task.", "charges", None),
        ] {
            let found = told(text, FactKind::Other, stage);
            assert_eq!(found.first().map(|(_, words)| words.as_str()), words, "{text}");
        }
    }
}
