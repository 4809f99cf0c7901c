//! A reading as labelled stretches of its text, layer by layer, and as lists of what stands behind them.

use super::rulers::Mark;
use crate::reading::{Claim, Reading, Value};
use crate::span::Span;

/// Every stretch that reading marked: names, times and quantities, then who says what, then values.
pub fn marks(text: &str, reading: &Reading) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut mark = |span: Span, label: String| marks.push(Mark { span, label });
    for mention in &reading.mentions {
        let entity = mention.entity.map_or_else(|| "?".to_owned(), |entity| format!("e{entity}"));
        mark(mention.span, format!("{entity} {}", mention.kind));
    }
    for descriptor in &reading.descriptors {
        mark(descriptor.span, descriptor.kind.to_string());
    }
    for time in &reading.times {
        mark(time.span, format!("{} {}", time.kind, time.value));
    }
    for quantity in &reading.quantities {
        let unit = quantity.unit.as_deref().or(quantity.noun.as_deref()).unwrap_or_default();
        mark(quantity.span, format!("{} {unit}", interval(quantity.low, quantity.high)));
    }
    for (number, claim) in reading.claims.iter().enumerate().filter(|(_, claim)| !claim.hops.is_empty()) {
        for (before, hop) in claim.hops.iter().enumerate() {
            let label = |what: &str| format!("{what} c{number}.{} v{}", before + 1, hop.voice);
            if let Some(source) = hop.source {
                mark(source, label("source"));
            }
            if let Some(cue) = hop.cue {
                mark(cue, label("cue"));
            }
        }
        for (part, span) in claim.parts.iter().enumerate() {
            mark(*span, if part == 0 { format!("c{number} {}", kind(claim)) } else { format!("c{number}") });
        }
        if let Some(hedge) = claim.hedge {
            mark(hedge, format!("hedge c{number}"));
        }
    }
    for (number, value) in reading.values.iter().enumerate() {
        mark(value.span, format!("x{number} {}", answer(text, value)));
    }
    marks
}

/// Entities, voices and claims with what is known of each, and values with their questions.
pub fn lists(text: &str, reading: &Reading) -> Vec<String> {
    let mut lines = Vec::new();
    let told = |words: Option<Span>| words.map_or("-", |span| span.of(text));
    lines.push(format!(
        "dated {}, credit {}, headline {}",
        reading.dated.map_or_else(|| "-".into(), |day| day.to_string()),
        reading.credit.and_then(|voice| reading.voices.get(voice)).map_or("-", |voice| voice.name.as_str()),
        told(reading.headline),
    ));
    for (number, entity) in reading.entities.iter().enumerate() {
        lines.push(format!("e{number} {} [{}] {}", entity.name, entity.kind, entity.names.join(", ")));
    }
    for link in &reading.links {
        lines.push(format!("   e{} {} e{}", link.entity, link.relation, link.of));
    }
    for (number, voice) in reading.voices.iter().enumerate() {
        let entity = voice.entity.map_or_else(String::new, |entity| format!(" e{entity}"));
        let members = list(" +", voice.members.iter().map(|member| format!("v{member}")));
        lines.push(format!("v{number} {} [{}, {}]{entity}{members}", voice.name, voice.kind, voice.anonymity));
    }
    for (number, claim) in reading.claims.iter().enumerate() {
        let chain = list(" > ", claim.hops.iter().map(|hop| format!("v{}", hop.voice)));
        let words = claim.hull().of(text).replace('\n', " ");
        lines.push(format!("c{number} {}{chain} ({}) {words}", kind(claim), claim.rule));
    }
    for (number, value) in reading.values.iter().enumerate() {
        let question = value.frame.as_ref().map_or_else(
            || "no question".to_owned(),
            |frame| {
                let terms = list(" ", frame.terms.iter().map(|term| format!("{}:{}", term.role, term.word)));
                let part = |word: &Option<String>| word.clone().unwrap_or_else(|| "-".into());
                format!("{} <{} {}{terms}>", frame.question, part(&frame.predicate), part(&frame.head))
            },
        );
        lines.push(format!("x{number} c{} {} {}: {question}", value.claim, value.kind, answer(text, value)));
    }
    lines
}

/// Items, each with a mark before it.
fn list(mark: &str, items: impl Iterator<Item = String>) -> String {
    items.fold(String::new(), |list, item| list + mark + &item)
}

/// Kind, stance and modality of a claim, the usual ones left out.
fn kind(claim: &Claim) -> String {
    use crate::reading::{Modality, Polarity};
    let mut words = claim.kind.to_string();
    if claim.polarity != Polarity::Affirmed {
        words = format!("{words} {}", claim.polarity);
    }
    if claim.modality != Modality::Asserted {
        words = format!("{words} {}", claim.modality);
    }
    words
}

fn answer(text: &str, value: &Value) -> String {
    if value.low.is_some() || value.high.is_some() {
        let unit = value.unit.as_deref().map_or_else(String::new, |unit| format!(" {unit}"));
        return interval(value.low, value.high) + &unit;
    }
    match (value.date_low, value.date_high) {
        (Some(low), Some(high)) if low != high => format!("{low}..{high}"),
        (Some(day), _) | (None, Some(day)) => day.to_string(),
        (None, None) => value.word.clone().unwrap_or_else(|| value.span.of(text).to_owned()),
    }
}

/// `100`, `100..`, `..100` or `20..90`.
fn interval(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low.total_cmp(&high).is_eq() => low.to_string(),
        (low, high) => {
            let end = |end: Option<f64>| end.map_or_else(String::new, |end| end.to_string());
            format!("{}..{}", end(low), end(high))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_show_which_end_is_open() {
        let cases = [
            (Some(100.0), Some(100.0), "100"),
            (Some(100.0), None, "100.."),
            (None, Some(2.5), "..2.5"),
            (Some(20.0), Some(90.0), "20..90"),
        ];
        for (low, high, shown) in cases {
            assert_eq!(interval(low, high), shown);
        }
    }
}
