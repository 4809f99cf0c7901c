//! The conflicts side by side: a card a question, in it a block an answer, with the sentences it rests on.

use maud::{Markup, html};

use super::dossier::{Conflict, Side};
use super::passage::marked;
use super::words::way;
use super::{nothing, place};

pub(super) fn section(conflicts: &[Conflict]) -> Markup {
    if conflicts.is_empty() {
        return nothing("No two answers to one question were found to differ.");
    }
    html! { @for conflict in conflicts { (card(conflict)) } }
}

fn card(conflict: &Conflict) -> Markup {
    let several = conflict.sides.iter().any(|side| side.answer != conflict.sides[0].answer);
    let strength = if conflict.strength == "hard" { "cannot all be true" } else { "may be reconciled" };
    html! {
        article class={ "conflict " (conflict.strength) } {
            h3 dir="auto" { (conflict.question) " " span class="strength" { (strength) } }
            p class="why" dir="auto" { (conflict.why) }
            div class={ "sides" @if !several { " one" } } {
                @for sides in conflict.sides.chunk_by(|a, b| a.answer == b.answer) {
                    div class="answer" {
                        h4 dir="auto" { (sides[0].words) }
                        @for side in sides { (evidence(side)) }
                    }
                }
            }
        }
    }
}

fn evidence(side: &Side) -> Markup {
    html! {
        blockquote {
            p dir="auto" { (marked(&side.words_in)) }
            footer {
                strong { (side.outlet) } @if !side.published.is_empty() { ", " (side.published) }
                ", " (way(&side.chain)) ". " (place(&side.place))
            }
        }
    }
}
