//! Who is quoted by whom: a heat map of outlets and voices, and under it the claims that each number counts.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::dossier::Citation;
use super::{counted, nothing, place};

/// Voices of a heat map; further ones are told in words. Forty rows fill a printed page.
const MOST_VOICES: usize = 40;

pub(super) fn section(citations: &[Citation]) -> Markup {
    if citations.is_empty() {
        return nothing("Nobody is quoted.");
    }
    let mut cells: BTreeMap<(&str, &str), Vec<&Citation>> = BTreeMap::new();
    let mut voices: BTreeMap<&str, usize> = BTreeMap::new();
    for citation in citations {
        cells.entry((&citation.voice, &citation.outlet)).or_default().push(citation);
        *voices.entry(&citation.voice).or_default() += 1;
    }
    let mut outlets: Vec<&str> = citations.iter().map(|citation| citation.outlet.as_str()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let mut ranked: Vec<(&str, usize)> = voices.into_iter().collect();
    ranked.sort_by_key(|&(voice, count)| (std::cmp::Reverse(count), voice));
    let most = cells.values().map(Vec::len).max().unwrap_or(1);
    let numbers: BTreeMap<_, usize> = cells.keys().enumerate().map(|(number, key)| (*key, number)).collect();
    let shown = &ranked[..ranked.len().min(MOST_VOICES)];
    html! {
        div class="scroll" tabindex="0" role="region" aria-label="Heat map of voices and outlets" {
            table class="heat" {
                thead { tr { th scope="col" { "Voice" } @for outlet in &outlets { th scope="col" { (outlet) } } } }
                tbody { @for (voice, _) in shown { tr {
                    th scope="row" { (voice) }
                    @for outlet in &outlets { @match cells.get(&(*voice, *outlet)) {
                        Some(claims) => td class={ "heat-" (heat(claims.len(), most)) } {
                            a href={ "#c" (numbers[&(*voice, *outlet)]) } { (claims.len()) }
                        },
                        None => td { },
                    } }
                } } }
            }
        }
        @if ranked.len() > shown.len() { p { "And " (counted(ranked.len() - shown.len(), "voice", "voices")) " more, in the list below." } }
        details { summary { "What each of them is quoted with" }
            @for ((voice, outlet), claims) in &cells {
                h3 id={ "c" (numbers[&(*voice, *outlet)]) } tabindex="-1" { (voice) ", in " (outlet) }
                ul { @for citation in claims { li { (citation.claim) " " (place(&citation.place)) } } }
            }
        }
    }
}

/// Five steps of heat, 1 to 5, in proportion to the largest cell.
const fn heat(count: usize, most: usize) -> usize {
    let step = (count * 5).div_ceil(if most == 0 { 1 } else { most });
    if step < 1 {
        1
    } else if step > 5 {
        5
    } else {
        step
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_has_five_steps_whatever_the_largest_cell() {
        assert_eq!([heat(1, 100), heat(50, 100), heat(100, 100), heat(1, 1)], [1, 3, 5, 5]);
    }
}
