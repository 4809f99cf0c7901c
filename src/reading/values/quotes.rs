//! The wording of quotations: every quoted stretch of some words is a value, to be laid beside other reports' wording.

use crate::reading::structure::{Quotation, QuotationKind};
use crate::reading::{FactKind, Frame, Reading, Section, Value};
use crate::span::Span;

use super::blank;
use super::questions::close;
use super::scene::Claims;

/// Fewer words than this are a name or a scare quote.
const SHORTEST: usize = 4;
/// A mark that was never closed may take in half an article.
const LONGEST: usize = 60;
/// The question names a voice that is at least so likely the right one.
const SURE: f32 = 0.8;
/// As many words of a quotation as its question shows.
const SHOWN: usize = 8;

pub(super) fn values(body: &str, quotations: &[Quotation], reading: &Reading, claims: &Claims, into: &mut Vec<Value>) {
    for quotation in quotations.iter().filter(|quotation| quotation.kind != QuotationKind::Term) {
        let hull = match (quotation.parts.first(), quotation.parts.last()) {
            (Some(first), Some(last)) => first.hull(*last),
            _ => continue,
        };
        let words = hull.of(body).split_whitespace().count();
        let cut = !quotation.closed && words > LONGEST || opens_after_a_word(body, quotation.span.start);
        if words < SHORTEST || cut || is_title(body, hull, reading) {
            continue;
        }
        // What a quotation says may be spread over claims; its wording belongs to the one in which it begins.
        let begin = Span::new(hull.start, hull.start + body[hull.start..].chars().next().map_or(0, char::len_utf8));
        let Some(claim) = claims.at(reading, hull).or_else(|| claims.at(reading, begin)) else { continue };
        let end = hull.end.min(reading.claims[claim].hull().end);
        into.push(value(body, reading, claim, Span::new(hull.start, end).trim(body)));
    }
}

/// `her,"said the officer` is the end of a quotation, not the beginning of one.
fn opens_after_a_word(body: &str, mark: usize) -> bool {
    body[..mark].chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '.' | '!' | '?'))
}

/// "The Ferry That Never Came" in running text is the title of a work, not what anyone said; in a headline it may be.
fn is_title(body: &str, hull: Span, reading: &Reading) -> bool {
    let at = reading.sentences.partition_point(|sentence| sentence.span.end <= hull.start);
    let headline = reading.sentences.get(at).is_some_and(|sentence| sentence.section == Section::Headline);
    let words = hull.of(body).trim_end();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let (capitals, small): (Vec<&str>, Vec<&str>) = words.split_whitespace().partition(capital);
    let ends = words.ends_with(['.', '!', '?', ',']);
    !headline && !ends && capitals.len() >= 3 && small.iter().all(|word| word.chars().count() < 4)
}

fn value(body: &str, reading: &Reading, claim: usize, span: Span) -> Value {
    let hops = &reading.claims[claim].hops;
    let voice = hops.last().and_then(|hop| reading.voices.get(hop.voice));
    let sure = hops.iter().all(|hop| hop.confidence >= SURE);
    let mut value = blank(claim, FactKind::QuoteWording, span);
    let words: Vec<_> = span.of(body).split_whitespace().collect();
    let dots = if words.len() > SHOWN { " …" } else { "" };
    let start = words[..words.len().min(SHOWN)].join(" ");
    let asked = match voice.filter(|voice| sure && voice.entity.is_some()) {
        Some(voice) => format!("what exactly did {} say (“{start}{dots}”)", voice.name),
        None => format!("what is the exact wording of “{start}{dots}”"),
    };
    value.frame =
        Some(Frame { about: voice.and_then(|voice| voice.entity), question: close(&asked), ..Frame::default() });
    value
}
