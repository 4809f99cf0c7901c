//! The conflicts side by side: a card a question, in it a block an answer, with the sentences it rests on.

use maud::{Markup, html};

use super::dossier::{Conflict, Side};
use super::{nothing, place};

pub(super) fn section(conflicts: &[Conflict]) -> Markup {
    if conflicts.is_empty() {
        return nothing("No two answers to one question were found to differ.");
    }
    html! { @for conflict in conflicts { (card(conflict)) } }
}

fn card(conflict: &Conflict) -> Markup {
    let mut answers: Vec<&str> = conflict.sides.iter().map(|side| side.answer.as_str()).collect();
    answers.sort_unstable();
    answers.dedup();
    html! {
        article class={ "conflict " (conflict.strength) } {
            h3 { (conflict.question) " " span class="strength" { @if conflict.strength == "hard" { "cannot both be true" } @else { "worth a look" } } }
            p class="why" { (conflict.why) }
            div class="sides" { @for answer in answers {
                div class="answer" {
                    h4 { (answer) }
                    @for side in conflict.sides.iter().filter(|side| side.answer == answer) { (evidence(side)) }
                }
            } }
        }
    }
}

fn evidence(side: &Side) -> Markup {
    html! {
        blockquote {
            p { (marked(&side.sentence, side.value)) }
            footer {
                strong { (side.outlet) } @if !side.published.is_empty() { ", " (side.published) }
                @if side.chain == "(own words)" { ". In its own words. " } @else { ". On the word of " (side.chain) ". " }
                (place(&side.place))
            }
        }
    }
}

/// The sentence with the answer's words marked, where they stand in it. `value` counts code points.
fn marked(sentence: &str, (start, end): (i64, i64)) -> Markup {
    let byte = |point: i64| {
        let point = usize::try_from(point).ok()?;
        sentence.char_indices().map(|(at, _)| at).chain([sentence.len()]).nth(point)
    };
    match (byte(start), byte(end)) {
        (Some(from), Some(to)) if from < to => {
            html! { (sentence[..from]) mark { (sentence[from..to]) } (sentence[to..]) }
        }
        _ => html! { (sentence) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answers_words_are_marked_and_the_rest_is_escaped() {
        assert_eq!(
            marked("Añez said <b>40</b> left", (13, 15)).into_string(),
            "Añez said &lt;b&gt;<mark>40</mark>&lt;/b&gt; left"
        );
    }

    #[test]
    fn a_value_outside_its_first_sentence_marks_nothing() {
        assert_eq!(marked("It rained.", (40, 44)).into_string(), "It rained.");
        assert_eq!(marked("It rained.", (-4, 2)).into_string(), "It rained.");
    }
}
