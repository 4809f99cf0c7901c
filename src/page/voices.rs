//! Who is quoted by whom: a heat map of voices and outlets, and the list of what each voice says.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::dossier::Citation;
use super::passage::in_sentence;
use super::words::{counted, way};
use super::{nothing, place};

/// Voices of a heat map; the list has all. So many rows fit a printed page.
const MOST_VOICES: usize = 30;
/// Outlets of a heat map: so many columns fit a page.
const MOST_OUTLETS: usize = 8;

/// The claims of each voice and outlet, with the number of their place in the list.
struct Cells<'a>(BTreeMap<(&'a str, &'a str), (usize, Vec<&'a Citation>)>);

impl<'a> Cells<'a> {
    fn of(citations: &'a [Citation]) -> Self {
        let mut cells: BTreeMap<(&str, &str), (usize, Vec<&Citation>)> = BTreeMap::new();
        for citation in citations {
            cells.entry((&citation.voice, &citation.outlet)).or_default().1.push(citation);
        }
        for (number, cell) in cells.values_mut().enumerate() {
            cell.0 = number;
        }
        Self(cells)
    }

    /// Each voice with its outlets and claims, those of most outlets and then of most claims first.
    fn voices(&self) -> Vec<(&'a str, usize, usize)> {
        let mut voices: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for ((voice, _), (_, claims)) in &self.0 {
            let counts = voices.entry(voice).or_default();
            counts.0 += 1;
            counts.1 += claims.len();
        }
        let mut ranked: Vec<_> =
            voices.into_iter().map(|(voice, (outlets, claims))| (voice, outlets, claims)).collect();
        ranked.sort_by_key(|&(voice, outlets, claims)| (Reverse(outlets), Reverse(claims), voice));
        ranked
    }

    /// The outlets with most claims, in the order of the alphabet, and how many others there are.
    fn outlets(&self) -> (Vec<&'a str>, usize) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for ((_, outlet), (_, claims)) in &self.0 {
            *counts.entry(outlet).or_default() += claims.len();
        }
        let mut ranked: Vec<_> = counts.into_iter().collect();
        ranked.sort_by_key(|&(outlet, claims)| (Reverse(claims), outlet));
        let others = ranked.len().saturating_sub(MOST_OUTLETS);
        ranked.truncate(MOST_OUTLETS);
        let shown: BTreeSet<&str> = ranked.into_iter().map(|(outlet, _)| outlet).collect();
        (shown.into_iter().collect(), others)
    }
}

pub(super) fn section(citations: &[Citation]) -> Markup {
    if citations.is_empty() {
        return nothing("Nobody is quoted.");
    }
    let cells = Cells::of(citations);
    let voices = cells.voices();
    // A row with a single 1 says nothing that the list does not.
    let often = voices.iter().filter(|(_, _, claims)| *claims > 1).count();
    let shown = &voices[..if often == 0 { voices.len() } else { often }.min(MOST_VOICES)];
    let (outlets, others) = cells.outlets();
    let most = cells.0.values().map(|(_, claims)| claims.len()).max().unwrap_or(1);
    html! {
        p class="figures" { "How many claims each outlet takes from whom; a number leads to them." }
        div class="scroll" tabindex="0" role="region" aria-label="Heat map of voices and outlets" {
            table class="heat" {
                thead { tr { th scope="col" { "Voice" } @for outlet in &outlets { th scope="col" { (outlet) } } } }
                tbody { @for (voice, ..) in shown { tr {
                    th scope="row" dir="auto" { (voice) }
                    @for outlet in &outlets { @match cells.0.get(&(*voice, *outlet)) {
                        Some((number, claims)) => td class={ "heat-" (heat(claims.len(), most)) } {
                            a href=(target(*number, claims)) { (claims.len()) }
                        },
                        None => td { },
                    } }
                } } }
            }
        }
        @if others > 0 { p { (counted(others, "outlet", "outlets")) " with fewer claims are not shown." } }
        @if voices.len() > shown.len() { p {
            "And " a href="#quotes" { (counted(voices.len() - shown.len(), "voice", "voices")) " more" }
            @if often <= MOST_VOICES && often > 0 { ", each with one claim" } "."
        } }
    }
}

/// One claim is its sentence, several are their place in the list.
fn target(number: usize, claims: &[&Citation]) -> String {
    match claims {
        [claim] => format!("#s{}", claim.place.sentence_id),
        _ => format!("#c{number}"),
    }
}

/// What each voice says, outlet by outlet.
pub(super) fn list(citations: &[Citation]) -> Markup {
    if citations.is_empty() {
        return nothing("Nobody is quoted.");
    }
    let cells = Cells::of(citations);
    html! { @for (voice, ..) in cells.voices() {
        h3 dir="auto" { (voice) }
        ul { @for ((_, outlet), (number, claims)) in cells.0.range((voice, "")..).take_while(|((other, _), _)| *other == voice) {
            @for (at, citation) in claims.iter().enumerate() {
                li id=[(at == 0 && claims.len() > 1).then(|| format!("c{number}"))] tabindex=[(at == 0 && claims.len() > 1).then_some("-1")] {
                    span dir="auto" { (in_sentence(&citation.claim, &citation.words_in)) } " "
                    small { (outlet) @if citation.chain != *voice { ", " (way(&citation.chain)) } ". " (place(&citation.place)) }
                }
            }
        } }
    } }
}

/// Five steps of heat, 1 to 5, in proportion to the largest cell.
fn heat(count: usize, most: usize) -> usize {
    (count * 5).div_ceil(most.max(1)).clamp(1, 5)
}

#[cfg(test)]
mod tests {
    use super::super::dossier::{Passage, Place};
    use super::*;

    fn citation(voice: &str, outlet: &str, sentence_id: i64) -> Citation {
        let place = Place { file: "a.txt".to_owned(), line: 1, sentence_id };
        Citation {
            outlet: outlet.to_owned(),
            voice: voice.to_owned(),
            claim: "x".to_owned(),
            words_in: Passage::default(),
            chain: voice.to_owned(),
            claim_id: 1,
            place,
        }
    }

    #[test]
    fn heat_has_five_steps_whatever_the_largest_cell() {
        assert_eq!([heat(1, 100), heat(50, 100), heat(100, 100), heat(1, 1)], [1, 3, 5, 5]);
    }

    #[test]
    fn a_voice_of_several_outlets_stands_before_one_of_many_claims() {
        let all = [
            citation("a clerk", "A", 1),
            citation("a clerk", "A", 2),
            citation("a clerk", "A", 3),
            citation("Voss", "A", 4),
            citation("Voss", "B", 5),
        ];
        assert_eq!(Cells::of(&all).voices(), [("Voss", 2, 2), ("a clerk", 1, 3)]);
        let drawn = section(&all).into_string();
        for part in ["href=\"#s4\"", "href=\"#s5\"", "href=\"#c2\">3<"] {
            assert!(drawn.contains(part), "{part} in {drawn}");
        }
        assert!(list(&all).into_string().contains("id=\"c2\""));
    }
}
