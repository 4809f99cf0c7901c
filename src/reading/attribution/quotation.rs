//! Quotations of whole sentences and who speaks them: the cue beside them, the cue before them, or the speaker of the
//! quotation before ("“X,” she said. “Y.”").
//!
//! It joins quotations to reports that the other rules found; it looks at no tree.

use super::report::{Report, Strength};
use crate::reading::Sentence;
use crate::reading::structure::{Quotation, QuotationKind};
use crate::span::Span;

/// Gives every whole-sentence quotation to the report that introduces it, and adds reports for quotations that go on
/// without a cue of their own.
pub fn join(body: &str, sentences: &[Sentence], quotations: &[Quotation], reports: &mut Vec<Report>) {
    reports.sort_by_key(|report| report.cue);
    let mut last: Option<(usize, Span)> = None;
    let mut carried = Vec::new();
    for quotation in quotations.iter().filter(|quotation| is_speech(quotation)) {
        let place = Place::of(sentences, quotation);
        if let Some(at) = introducing(body, sentences, &place, reports) {
            add(body, &place, &mut reports[at], quotation);
            last = Some((at, quotation.span));
        } else if let Some((at, before)) = last {
            match place.after(body, sentences, before, &reports[at]) {
                Next::Same => reports[at].content.extend(quotation.parts.iter().copied()),
                Next::Carried => {
                    let mut report = reports[at].clone();
                    report.rule = "quotation-carried";
                    report.content.clone_from(&quotation.parts);
                    carried.push(report);
                }
                Next::Other => continue,
            }
            last = Some((at, quotation.span));
        }
    }
    reports.append(&mut carried);
    for report in reports.iter_mut() {
        report.content.sort_unstable();
        merge(body, &mut report.content);
    }
}

/// Whether a quotation is somebody's words, not a term or a piece of the writer's sentence.
pub fn is_speech(quotation: &Quotation) -> bool {
    quotation.depth == 0 && quotation.kind == QuotationKind::Sentence
}

/// Where a quotation stands.
struct Place {
    span: Span,
    /// The sentence in which it starts, the one in which it ends.
    first: usize,
    last: usize,
    paragraph: usize,
}

enum Next {
    /// Part of the same quotation.
    Same,
    /// Further words of the same speaker.
    Carried,
    /// Somebody else's, or nobody's.
    Other,
}

impl Place {
    fn of(sentences: &[Sentence], quotation: &Quotation) -> Self {
        let at = |byte: usize| {
            sentences.partition_point(|sentence| sentence.span.end <= byte).min(sentences.len().saturating_sub(1))
        };
        let first = at(quotation.span.start);
        let last = at(quotation.span.end.saturating_sub(1));
        Self {
            span: quotation.span,
            first,
            last,
            paragraph: sentences.get(first).map_or(0, |sentence| sentence.paragraph),
        }
    }

    /// How the quotation goes on after the one that ended at `before` and was `report`'s.
    fn after(&self, body: &str, sentences: &[Sentence], before: Span, report: &Report) -> Next {
        let gap = Span::new(before.end.max(report.cue.end).min(self.span.start), self.span.start);
        let paragraph = sentences.get(report.sentence).map_or(0, |sentence| sentence.paragraph);
        let between = Span::new(before.end, self.span.start).of(body);
        if self.paragraph == paragraph || !between.contains('\n') {
            let ends = gap.of(body).matches(['.', '!', '?']).count();
            return if ends <= 1 { Next::Same } else { Next::Carried };
        }
        // The next paragraph opens with a quotation: the same speaker goes on.
        let opens = sentences.get(self.first).is_some_and(|sentence| sentence.span.start == self.span.start);
        let near = between.trim().len() < 200;
        if opens && near { Next::Carried } else { Next::Other }
    }
}

/// The report whose cue introduces the quotation.
fn introducing(body: &str, sentences: &[Sentence], place: &Place, reports: &[Report]) -> Option<usize> {
    let speaks = |report: &Report| report.quotes && report.strength != Strength::Silence;
    let split = reports.partition_point(|report| report.cue.start < place.span.start);
    let before = (0..split)
        .rev()
        .take_while(|&at| reports[at].sentence + 1 >= place.first)
        .find(|&at| speaks(&reports[at]) && stands_before(body, sentences, place, &reports[at]));
    let after = (split..reports.len())
        .take_while(|&at| reports[at].sentence <= place.last + 1)
        .filter(|&at| reports[at].cue.start >= place.span.end)
        .find(|&at| speaks(&reports[at]) && stands_after(body, sentences, place, &reports[at]));
    match (before, after) {
        (Some(before), Some(after)) => {
            let gap = Span::new(reports[before].cue.end, place.span.start).of(body).trim_end();
            let direct = gap.ends_with([',', ':']) || gap.is_empty();
            Some(if direct || reports[before].sentence == place.first { before } else { after })
        }
        (before, after) => before.or(after),
    }
}

/// "She said, “X.”": in the same sentence, or in one that ends with a colon.
fn stands_before(body: &str, sentences: &[Sentence], place: &Place, report: &Report) -> bool {
    let gap = Span::new(report.cue.end, place.span.start).of(body);
    if gap.contains(['“', '”', '"']) && !gap.trim_end().ends_with([',', ':']) {
        return false;
    }
    if report.sentence == place.first {
        return true;
    }
    report.sentence + 1 == place.first
        && gap.trim_end().ends_with(':')
        && sentences[place.first].paragraph <= sentences[report.sentence].paragraph + 1
}

/// "“X,” she said": in the sentence where the quotation ends, or in the next one of its paragraph when that is nothing
/// but the reporting clause.
fn stands_after(body: &str, sentences: &[Sentence], place: &Place, report: &Report) -> bool {
    let gap = Span::new(place.span.end, report.cue.start).of(body);
    if gap.contains(['“', '"']) || gap.contains('\n') {
        return false;
    }
    if report.sentence == place.last {
        return true;
    }
    report.sentence == place.last + 1
        && sentences.get(report.sentence).is_some_and(|sentence| sentence.paragraph == place.paragraph)
        && report.content.is_empty()
}

/// Puts a quotation into a report: what the tree took for its content gives way where the quotation stands for it.
fn add(body: &str, place: &Place, report: &mut Report, quotation: &Quotation) {
    let mut content: Vec<Span> = Vec::new();
    for &piece in &report.content {
        if !piece.overlaps(place.span) {
            content.push(piece);
            continue;
        }
        // Words before the quotation are content too ("said it was late: “…”"); what follows it is the cue's.
        let lead = Span::new(piece.start.min(place.span.start), place.span.start).trim(body);
        if lead.of(body).split_whitespace().count() > 1 {
            content.push(lead);
        }
    }
    content.extend(quotation.parts.iter().copied());
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
    fn a_sign_speaks_for_nobody() {
        check("The band played “Dust and Rain” at noon.", &[]);
    }
}
