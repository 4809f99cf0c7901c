//! Whether a telling of death or injury tells what happened, and whether it happened in the event that is reported.
//!
//! It goes by the words before the one that tells; who suffered is no matter here.

use crate::reading::TimeType;

use super::fates;
use super::scene::Scene;

/// Whether a sentence tells of another event: "in a separate shooting", "last year", "since 2010".
pub(super) fn is_elsewhere(scene: &Scene, words: &[String]) -> bool {
    let apart = words.iter().enumerate().any(|(at, word)| {
        fates::is("apart", word) && words.iter().skip(at + 1).take(3).any(|next| fates::is("incident", next))
    });
    let times = &scene.reading.times;
    let first = times.partition_point(|time| time.sentence < scene.sentence);
    let long =
        times.iter().skip(first).take_while(|time| time.sentence == scene.sentence).any(|time| match time.kind {
            TimeType::Set => true,
            TimeType::Date => match (time.low, time.high) {
                (Some(low), Some(high)) => low.until(high).is_ok_and(|length| length.get_days() >= 27),
                _ => matches!(time.value.len(), 4 | 7) && !time.value.contains("REF") && !time.value.contains('W'),
            },
            _ => false,
        });
    apart || long
}

/// Whether a word tells what happened: not what was tried, may be, is asked, or was not.
pub(super) fn is_so(scene: &Scene, words: &[String], at: usize) -> bool {
    let last = words.len();
    if words[last.saturating_sub(2)..].iter().any(|word| word == "?") {
        return false;
    }
    let word = |at: usize| words[at].as_str();
    let front = at.saturating_sub(8);
    for before in (front..at).rev() {
        match word(before) {
            // Another clause.
            "," | ";" | ":" | "." | "who" | "when" | "while" | "after" | "before" | "but" => {
                return !asked(words, front, before);
            }
            "not" | "n't" | "n’t" | "never" if at - before < 4 => return false,
            "if" | "whether" | "unless" | "until" => return false,
            // "could have hit her and killed her"
            "would" | "could" | "might" if word(before + 1) == "have" => return false,
            "will" | "would" | "could" | "might" | "may" | "can" | "should" | "must" if at - before < 5 => {
                return false;
            }
            "'ll" if at - before < 5 => return false,
            "to" if at - before == 1 && scene.tree.tokens[at].xpos == "VB"
                || at - before == 2 && matches!(word(at - 1), "be" | "get") =>
            {
                // "used to kill", "went on to kill" happened; "taken to be treated" too.
                return before > 0
                    && (fates::is("led", word(before - 1)) || matches!(word(before - 1), "on" | "expected"));
            }
            unreal if fates::is("unreal", unreal) && (at - before < 4 || unreal.starts_with("attempt")) => {
                return false;
            }
            _ => {}
        }
    }
    true
}

fn asked(words: &[String], front: usize, end: usize) -> bool {
    words[front..end].iter().any(|word| matches!(word.as_str(), "if" | "unless" | "whether"))
}
