//! Texts with their names marked, from sets of several makers, brought to one form.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Outcome;
use super::corpus::{GoldWord, Sentence, Treebank};
use crate::language::NameKind;
use crate::span::Span;

/// A text with its sentences and names, in bytes.
#[derive(Debug, Clone, Default)]
pub struct NamedText {
    /// The text.
    pub text: String,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// Its names, in order, none inside another.
    pub names: Vec<(Span, NameKind)>,
    /// Whether words of nations are marked as names, as kind other.
    pub marks_groups: bool,
    /// Whether a name may be missing: sentences with such are left out.
    pub has_gaps: bool,
}

/// A set of texts by its name.
#[derive(Debug, Clone, Default)]
pub struct NamedSet {
    /// "wikigold", "uner-ewt", "meantime", "gum".
    pub name: &'static str,
    /// Its texts.
    pub texts: Vec<NamedText>,
}

/// The sets that lie in a folder.
pub fn sets(folder: &Path, bank: &Treebank) -> Outcome<Vec<NamedSet>> {
    let simple = |name, file: &str, marks_groups| -> Outcome<NamedSet> {
        let texts = lines(&folder.join(file))?.iter().map(|line| simple(line, marks_groups)).collect();
        Ok(NamedSet { name, texts })
    };
    Ok(vec![
        simple("wikigold", "ner-wikigold-dev.jsonl", true)?,
        simple("uner-ewt", "ner-uner-ewt-dev.jsonl", false)?,
        NamedSet {
            name: "meantime",
            texts: lines(&folder.join("xdoc-meantime.jsonl"))?.iter().map(meantime).collect(),
        },
        NamedSet {
            name: "gum",
            texts: bank
                .sentences
                .chunk_by(|one, next| one.document == next.document)
                .filter(|sentences| sentences[0].is_gum)
                .map(gum_text)
                .collect(),
        },
    ])
}

fn lines(file: &Path) -> Outcome<Vec<Value>> {
    let text = fs::read_to_string(file).map_err(|error| format!("reading {}: {error}", file.display()))?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// Sets that mark names with plain kinds.
fn simple(line: &Value, marks_groups: bool) -> NamedText {
    let text = line["text"].as_str().unwrap_or_default().to_owned();
    let bytes = Bytes::of(&text);
    let sentences = line["sentences"].as_array().into_iter().flatten().filter_map(|pair| bytes.span(pair)).collect();
    let names = line["entities"].as_array().into_iter().flatten();
    let names = names.filter_map(|name| Some((bytes.span(&name["span"])?, kind(name["type"].as_str()?)?)));
    let names = names.collect();
    NamedText { sentences, names, text, marks_groups, has_gaps: false }
}

fn kind(word: &str) -> Option<NameKind> {
    match word {
        "PER" | "person" => Some(NameKind::Person),
        "ORG" | "organization" => Some(NameKind::Organization),
        "LOC" | "place" => Some(NameKind::Location),
        "MISC" | "PRO" | "FIN" | "event" | "object" | "abstract" => Some(NameKind::Misc),
        _ => None,
    }
}

/// MEANTIME marks whole noun phrases: the innermost named ones count, without their small words at the ends.
fn meantime(line: &Value) -> NamedText {
    let text = line["text"].as_str().unwrap_or_default().to_owned();
    let bytes = Bytes::of(&text);
    let until = bytes.at(line["annotated_until"].as_u64().unwrap_or(0) as usize);
    let sentences = line["sentences"].as_array().into_iter().flatten().filter_map(|pair| bytes.span(pair));
    let sentences = sentences.filter(|span| span.end <= until).collect();
    let mut all: Vec<(Span, NameKind)> = Vec::new();
    for name in line["entities"].as_array().into_iter().flatten() {
        let spans = name["spans"].as_array();
        let (Some(spans), Some(kind)) = (spans, name["type"].as_str().and_then(kind)) else { continue };
        if !matches!(name["syn"].as_str(), Some("NAM" | "PRE.NAM")) || spans.len() != 1 {
            continue;
        }
        if let Some(span) = bytes.span(&spans[0]).and_then(|span| bare(&text, span)) {
            all.push((span, kind));
        }
    }
    let inner = |one: &(Span, NameKind)| {
        !all.iter().any(|other| other.0 != one.0 && one.0.overlaps(other.0) && other.0.len() < one.0.len())
    };
    let mut names: Vec<_> = all.iter().filter(|name| inner(name)).copied().collect();
    names.sort();
    names.dedup_by_key(|name| name.0);
    NamedText { sentences, names, text, marks_groups: false, has_gaps: true }
}

/// A phrase from its first to its last capitalised word, up to a comma or bracket.
fn bare(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let words = &words[..words.find([',', '(', '[']).unwrap_or(words.len())];
    let words = words.strip_suffix("'s").unwrap_or(words);
    let mut at = 0;
    let mut found: Option<Span> = None;
    for word in words.split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        let is_article = found.is_none() && (bare.eq_ignore_ascii_case("the") || bare.eq_ignore_ascii_case("a"));
        if !is_article && bare.chars().any(|read| read.is_uppercase() || read.is_ascii_digit()) {
            let here = Span::new(span.start + at, span.start + at + bare.len());
            found = Some(found.map_or(here, |before| before.hull(here)));
        }
        at += word.len();
    }
    found
}

/// The sentences of a document, a line each.
fn gum_text(sentences: &[Sentence]) -> NamedText {
    let mut whole = NamedText::default();
    for one in sentences.iter().filter_map(gum) {
        let shift = |span: Span| Span::new(span.start + whole.text.len(), span.end + whole.text.len());
        whole.sentences.extend(one.sentences.iter().map(|&span| shift(span)));
        whole.names.extend(one.names.iter().map(|&(span, kind)| (shift(span), kind)));
        whole.text.push_str(&one.text);
        whole.text.push('\n');
    }
    whole
}

/// GUM marks every noun phrase: those with a proper noun as head are names, of which the words of the name itself count.
fn gum(sentence: &Sentence) -> Option<NamedText> {
    let words = &sentence.words;
    let spans: Vec<Span> = words.iter().map(|word| word.span).collect::<Option<_>>()?;
    let mut names: Vec<(Span, NameKind)> = Vec::new();
    let mut phrases: Vec<_> = sentence.phrases.iter().collect();
    phrases.sort_by_key(|phrase| phrase.words.len());
    for phrase in phrases {
        let Some(kind) = kind(&phrase.kind) else { continue };
        let inside = phrase.words.clone();
        let Some(head) = inside.clone().find(|&at| !inside.contains(&words[at].head)) else { continue };
        if !is_name_word(&words[head]) {
            continue;
        }
        let (first, last) = core(words, inside, head);
        let span = spans[first].hull(spans[last]);
        // The name inside a longer one ("the University of Lagos") gives way to it.
        names.retain(|(other, _)| !span.contains(*other));
        if !names.iter().any(|(other, _)| other.overlaps(span)) {
            names.push((span, kind));
        }
    }
    names.sort();
    let whole = Span::new(0, sentence.text.len());
    Some(NamedText { text: sentence.text.clone(), sentences: vec![whole], names, marks_groups: false, has_gaps: false })
}

fn is_name_word(word: &GoldWord) -> bool {
    word.xpos.starts_with("NNP") && word.form.starts_with(char::is_uppercase)
}

/// The words of a name around its head: proper nouns, small words between them, no title before it.
fn core(words: &[GoldWord], inside: std::ops::Range<usize>, head: usize) -> (usize, usize) {
    let fits = |at: usize| {
        let word = &words[at];
        let is_part =
            is_name_word(word) || (word.xpos == "CD" || word.xpos == "JJ") && word.form.starts_with(char::is_uppercase);
        is_part && word.relation.as_str() != "nmod:desc" && word.relation.as_str() != "appos"
    };
    let links = |at: usize| {
        matches!(words[at].form.as_str(), "of" | "-" | "&" | "de" | "al" | "bin" | "van" | "von" | "the" | "for")
    };
    let (mut first, mut last) = (head, head);
    while first > inside.start {
        let next = if fits(first - 1) {
            first - 1
        } else if first > inside.start + 1 && links(first - 1) && fits(first - 2) && words[first - 1].form != "the" {
            first - 2
        } else {
            break;
        };
        first = next;
    }
    loop {
        let mut next = last + 1;
        while next < inside.end && links(next) && next - last <= 2 {
            next += 1;
        }
        if next >= inside.end || !fits(next) {
            break;
        }
        last = next;
    }
    (first, last)
}

/// Code points to bytes.
struct Bytes(Vec<usize>);

impl Bytes {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    fn at(&self, point: usize) -> usize {
        self.0.get(point).or(self.0.last()).copied().unwrap_or(0)
    }

    fn span(&self, pair: &Value) -> Option<Span> {
        Some(Span::new(self.at(pair[0].as_u64()? as usize), self.at(pair[1].as_u64()? as usize)))
    }
}
