//! Quotations of whole sentences and who speaks them: each goes to the report that was chosen for it, as its content or
//! as further words of the same voice ("“X,” she said. “Y.”").
//!
//! It joins quotations to reports that the other rules found; whom to choose is the work of `speakers`.

use super::Judge;
use super::candidates::{Before, Place, Text, candidates, open, signed, speak_from_outside};
use super::report::Report;
use super::speakers::Speaker;
use crate::reading::structure::{Quotation, QuotationKind};
use crate::span::Span;

/// So many speakers before a quotation are candidates for it.
const FLOOR: usize = 2;

/// The rule of quotations whose speaker stays open.
pub const OPEN: &str = "quotation-open";

/// The rule of quotations that go on without a cue of their own.
pub const CARRIED: &str = "quotation-carried";

/// How likely a quotation is the words of the name behind its dash.
const SIGNED: f32 = 0.95;

/// Gives every whole-sentence quotation to the report that the judge chooses, and adds reports for quotations that go on
/// without a cue of their own and for those whose speaker stays open.
pub fn join(text: &Text<'_>, quotations: &[Quotation], reports: &mut Vec<Report>, judge: &mut dyn Judge) {
    for report in reports.iter_mut() {
        speak_from_outside(text.sites, report);
    }
    reports.sort_by_key(|report| report.cue);
    let mut before: Vec<Before> = Vec::new();
    let mut last: Vec<Option<Span>> = vec![None; reports.len()];
    let mut further = Vec::new();
    for quotation in quotations.iter().filter(|quotation| is_speech(quotation)) {
        let place = Place::of(text.sentences, quotation);
        let speaker = signed(&place, reports).map(|at| (at, SIGNED)).or_else(|| {
            let mut candidates = candidates(text, &place, reports, &before);
            if is_put_to(text, &place) {
                candidates.retain(|candidate| reports[candidate.report].cue.start >= place.span().end);
            }
            let no_one = open(text, &place, &candidates, &before);
            match judge.speaker(text, &place, reports, &candidates, &no_one) {
                Speaker::Known(chosen, chance) => Some((candidates[chosen].report, chance)),
                Speaker::Open(chance) => {
                    if says(text, &place) {
                        further.push(unresolved(&place, chance));
                    }
                    None
                }
                Speaker::NoOne => None,
            }
        });
        if let Some((at, chance)) = speaker {
            let report = &mut reports[at];
            match way(text, &place, report, last[at]) {
                Way::Introduces => add(text.body, &place, report),
                Way::Same => report.content.extend(quotation.parts.iter().copied()),
                Way::Carried => {
                    let mut report = Report { rule: CARRIED, quoted: None, ..report.clone() };
                    report.content.clone_from(&quotation.parts);
                    report.is_said_with(chance);
                    further.push(report);
                }
            }
            reports[at].is_said_with(chance);
            last[at] = Some(quotation.span);
            before.retain(|earlier| earlier.report != at);
            before.insert(0, Before { report: at, quotation });
            before.truncate(FLOOR);
        }
    }
    reports.append(&mut further);
    for report in reports.iter_mut() {
        report.content.sort_unstable();
        merge(text.body, &mut report.content);
    }
}

/// Whether a quotation has a verb; a title or a term in marks has no voice to look for.
fn says(text: &Text, place: &Place) -> bool {
    let sites = text.sites.iter().take(place.last + 1).skip(place.first).flatten();
    sites.into_iter().any(|site| {
        let inside = |at: &usize| place.quotation.parts.iter().any(|part| part.contains(site.token(*at)));
        (0..site.len()).filter(inside).any(|at| site.is_finite(at) || site.xpos(at) == "VB")
    })
}

/// "Ruiz was asked, “How old is she?”": whoever asked is not named before it, and is not who spoke last.
fn is_put_to(text: &Text, place: &Place) -> bool {
    let Some(site) = text.sites.get(place.first).and_then(Option::as_ref) else { return false };
    let before =
        (0..site.len()).take_while(|&at| site.token(at).end <= place.span().start).filter(|&at| !site.is_mark(at));
    let verb = before.last().filter(|&at| site.word(at) == "asked" && site.is_passive(at));
    verb.is_some_and(|at| site.clause(at).is_some_and(|clause| clause.agent.is_none()))
}

/// A quotation that somebody spoke whom the article does not tell for certain.
fn unresolved(place: &Place, chance: f32) -> Report {
    let span = place.span();
    let mark = Span::new(span.start, place.quotation.parts.first().map_or(span.start, |part| part.start));
    let mut report = Report::introducing(OPEN, place.first, (mark, 0), None);
    report.content.clone_from(&place.quotation.parts);
    report.is_said_with(chance);
    report
}

/// Whether a quotation is somebody's words, not a term or a piece of the writer's sentence.
pub fn is_speech(quotation: &Quotation) -> bool {
    quotation.depth == 0 && quotation.kind == QuotationKind::Sentence
}

/// How a quotation belongs to the report of its speaker.
enum Way {
    /// The report's cue introduces it.
    Introduces,
    /// Part of the same quotation.
    Same,
    /// Further words of the same speaker.
    Carried,
}

/// `before` is the quotation that the report had last.
fn way(text: &Text, place: &Place, report: &Report, before: Option<Span>) -> Way {
    let span = place.span();
    let ends = |gap: Span| gap.of(text.body).matches(['.', '!', '?']).count();
    let Some(before) = before else {
        if report.cue.start >= span.end {
            return Way::Introduces;
        }
        let gap = Span::new(report.cue.end.min(span.start), span.start);
        let near = report.sentence == place.first || gap.of(text.body).trim_end().ends_with(':');
        return if near { Way::Introduces } else { Way::Carried };
    };
    let gap = Span::new(before.end.max(report.cue.end).min(span.start), span.start);
    let paragraph = text.sentences.get(report.sentence).map_or(0, |sentence| sentence.paragraph);
    let between = Span::new(before.end.min(span.start), span.start).of(text.body);
    let together = place.paragraph == paragraph || !between.contains('\n');
    if together && ends(gap) <= 1 { Way::Same } else { Way::Carried }
}

/// Puts a quotation into a report: what the tree took for its content gives way where the quotation stands for it.
fn add(body: &str, place: &Place, report: &mut Report) {
    let mut content: Vec<Span> = Vec::new();
    for &piece in &report.content {
        if !piece.overlaps(place.span()) {
            content.push(piece);
            continue;
        }
        // Words before the quotation are content too ("said it was late: “…”"); what follows it is the cue's.
        let lead = Span::new(piece.start.min(place.span().start), place.span().start).trim(body);
        if lead.of(body).split_whitespace().count() > 1 {
            content.push(lead);
        }
    }
    content.extend(place.quotation.parts.iter().copied());
    report.content = content;
    if report.rule.starts_with("clause") {
        report.rule = "quotation";
    }
}

/// Joins pieces with nothing but white space between them.
fn merge(body: &str, pieces: &mut Vec<Span>) {
    let mut merged: Vec<Span> = Vec::with_capacity(pieces.len());
    for &piece in pieces.iter() {
        match merged.last_mut() {
            Some(last) if piece.start <= last.end || Span::new(last.end, piece.start).of(body).trim().is_empty() => {
                last.end = last.end.max(piece.end);
            }
            _ => merged.push(piece),
        }
    }
    *pieces = merged;
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_question_put_to_somebody_is_not_of_who_spoke_last() {
        check(
            "“The road is closed,” Bo Lee said. Ana Ruiz was asked, “What is the best road that you know?”",
            &["quotation: Bo Lee: The road is closed,"],
        );
    }

    #[test]
    fn a_quotation_goes_to_the_cue_beside_it() {
        check(
            "“The dam is safe,” the minister said. “Nobody needs to leave.”",
            &["quotation: the minister: The dam is safe, … Nobody needs to leave."],
        );
        check(
            "The minister said: “The dam is safe.” He wore a red tie.",
            &["quotation: The minister: The dam is safe."],
        );
    }

    #[test]
    fn a_sign_speaks_for_no_one() {
        check("The band played “Dust and Rain” at noon.", &[]);
    }
}
