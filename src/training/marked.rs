//! Articles in which people have marked who says what: the text, and of each attribution its source, cue and content.

use std::fs;
use std::path::Path;

use super::Outcome;
use crate::span::Span;

/// One article with its marks.
#[derive(Debug)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The outlet.
    pub outlet: String,
    /// What people marked in it.
    pub attributions: Vec<Attribution>,
    tokens: Vec<Span>,
}

/// One marked attribution, as numbers of tokens.
#[derive(Debug)]
pub struct Attribution {
    /// Who.
    pub source: Vec<usize>,
    /// By which words.
    pub cue: Vec<usize>,
    /// Says what.
    pub content: Vec<usize>,
    /// The stretches of the source.
    pub source_spans: Vec<Span>,
}

impl Marked {
    /// Reads a file of articles, one JSON object a line.
    pub fn read(path: &Path) -> Outcome<Vec<Self>> {
        let file = fs::read_to_string(path).map_err(|error| format!("reading {}: {error}", path.display()))?;
        file.lines().filter(|line| !line.trim().is_empty()).map(Self::of_line).collect()
    }

    fn of_line(line: &str) -> Outcome<Self> {
        let row: serde_json::Value = serde_json::from_str(line)?;
        let text = row["text"].as_str().ok_or("an article without text")?.to_owned();
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let spans = |value: &serde_json::Value| -> Vec<Span> {
            let span = |pair: &serde_json::Value| {
                let at = |end: usize| bytes.get(pair[end].as_u64()? as usize).copied();
                Some(Span::new(at(0)?, at(1)?))
            };
            value.as_array().map(|pairs| pairs.iter().filter_map(span).collect()).unwrap_or_default()
        };
        let tokens = tokens(&text);
        let attribution = |marked: &serde_json::Value| {
            let source_spans = spans(&marked["source"]);
            let content = cover(&tokens, &spans(&marked["content"]));
            let cue = cover(&tokens, &spans(&marked["cue"]));
            (!content.is_empty()).then(|| Attribution {
                source: cover(&tokens, &source_spans),
                cue,
                content,
                source_spans,
            })
        };
        let attributions =
            row["attributions"].as_array().map(|all| all.iter().filter_map(attribution).collect()).unwrap_or_default();
        let outlet = row["outlet"].as_str().unwrap_or_default().to_owned();
        Ok(Self { text, outlet, attributions, tokens })
    }

    /// The numbers of the tokens that spans touch, sorted.
    pub fn cover(&self, spans: &[Span]) -> Vec<usize> {
        cover(&self.tokens, spans)
    }
}

/// Words, with what an apostrophe, hyphen or full stop ties to them.
fn tokens(text: &str) -> Vec<Span> {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found: Vec<Span> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !word(c) {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            let ties =
                matches!(c, '\'' | '’' | '-' | '.') && text[at + c.len_utf8()..].chars().next().is_some_and(word);
            if !word(c) && !ties {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        found.push(Span::new(start, end));
    }
    found
}

fn cover(tokens: &[Span], spans: &[Span]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for span in spans {
        let first = tokens.partition_point(|token| token.end <= span.start);
        let last = tokens.partition_point(|token| token.start < span.end);
        found.extend(first..last);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// How many two sorted lists share.
pub fn shared(a: &[usize], b: &[usize]) -> usize {
    a.iter().filter(|number| b.binary_search(number).is_ok()).count()
}

/// The share of what either has that both have; of nothing and nothing it is all.
pub fn likeness(a: &[usize], b: &[usize]) -> f64 {
    let both = shared(a, b);
    let either = a.len() + b.len() - both;
    if either == 0 { 1.0 } else { both as f64 / either as f64 }
}
