//! Treebanks in CoNLL-U, packed with gzip.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::language::{Relation, Upos};
use crate::span::Span;

use super::Outcome;

/// Sentences of several files.
#[derive(Debug, Clone, Default)]
pub struct Treebank {
    /// In the order of the files' names.
    pub sentences: Vec<Sentence>,
}

/// A sentence with its right answers.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// The text as it was written.
    pub text: String,
    /// Its words.
    pub words: Vec<GoldWord>,
    /// Whether it comes from GUM (else EWT).
    pub is_gum: bool,
    /// Whether it is news.
    pub is_news: bool,
    /// The document that it stands in.
    pub document: String,
    /// Whether a paragraph begins with it.
    pub opens_paragraph: bool,
    /// The noun phrases that GUM marks.
    pub phrases: Vec<Phrase>,
}

/// A noun phrase with the kind of what it names.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Its words.
    pub words: std::ops::Range<usize>,
    /// Kind as GUM calls it.
    pub kind: String,
    /// The chain of what it means, within its document.
    pub chain: String,
}

/// A word with its right answers.
#[derive(Debug, Clone)]
pub struct GoldWord {
    /// The word as it was written.
    pub form: String,
    /// Dictionary form.
    pub lemma: String,
    /// Universal class.
    pub upos: Upos,
    /// Penn tag.
    pub xpos: String,
    /// Index of the head; the number of words for the root.
    pub head: usize,
    /// Relation to it.
    pub relation: Relation,
    /// Where it stands in the text, if it can be found there.
    pub span: Option<Span>,
}

impl Treebank {
    /// Every `*-PART.conllu.gz` of a folder, in name order.
    pub fn read(folder: &Path, part: &str) -> Outcome<Self> {
        let ending = format!("-{part}.conllu.gz");
        let mut files: Vec<_> = fs::read_dir(folder)
            .map_err(|error| format!("reading the folder {}: {error}", folder.display()))?
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .map(|entry| entry.path())
            .filter(|path| path.to_string_lossy().ends_with(&ending))
            .collect();
        files.sort();
        let mut bank = Self::default();
        for file in files {
            let is_gum = file.to_string_lossy().contains("gum");
            bank.add(&unzipped(&file)?, is_gum);
        }
        Ok(bank)
    }

    fn add(&mut self, conllu: &str, is_gum: bool) {
        let mut document = String::new();
        for block in conllu.split("\n\n") {
            let mut sentence = Sentence { is_gum, ..Sentence::default() };
            let mut open = Vec::new();
            for line in block.lines() {
                if let Some(name) = line.strip_prefix("# newdoc id = ") {
                    name.clone_into(&mut document);
                } else if line.starts_with("# newpar") {
                    sentence.opens_paragraph = true;
                } else if let Some(text) = line.strip_prefix("# text = ") {
                    text.clone_into(&mut sentence.text);
                } else if let Some(word) = gold_word(line) {
                    if let Some(marks) = line.split(['\t', '|']).find_map(|cell| cell.strip_prefix("Entity=")) {
                        mark_phrases(marks, sentence.words.len(), &mut open, &mut sentence.phrases);
                    }
                    sentence.words.push(word);
                }
            }
            let size = sentence.words.len();
            for word in &mut sentence.words {
                word.head = if word.head == 0 { size } else { word.head - 1 };
            }
            document.clone_into(&mut sentence.document);
            sentence.is_news = document.contains("news") && !document.contains("newsgroup");
            if size > 0 {
                sentence.locate();
                self.sentences.push(sentence);
            }
        }
    }
}

impl Sentence {
    /// Finds the words in the text.
    fn locate(&mut self) {
        let mut at = 0;
        for word in &mut self.words {
            let found = self.text.get(at..).and_then(|rest| {
                let gap = rest.len() - rest.trim_start().len();
                rest[gap..].starts_with(word.form.as_str()).then_some(at + gap)
            });
            let Some(start) = found else { return };
            at = start + word.form.len();
            word.span = Some(Span::new(start, at));
        }
    }
}

/// A word line; comments, contractions as one and empty nodes are none.
fn gold_word(line: &str) -> Option<GoldWord> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [number, form, lemma, upos, xpos, _, head, relation, ..] = cells[..] else { return None };
    number.parse::<usize>().ok()?;
    Some(GoldWord {
        form: form.to_owned(),
        lemma: lemma.to_owned(),
        upos: upos.parse().unwrap_or(Upos::X),
        xpos: xpos.to_owned(),
        head: head.parse().ok()?,
        relation: Relation::of_label(relation),
        span: None,
    })
}

/// Reads the brackets of GUM, "(12-person-…" to open and "12)" to close, at word `at`.
fn mark_phrases(marks: &str, at: usize, open: &mut Vec<(String, String, usize)>, phrases: &mut Vec<Phrase>) {
    for piece in marks.replace('(', "\u{1}(").replace(')', ")\u{1}").split('\u{1}').filter(|piece| !piece.is_empty()) {
        let mut number = piece.trim_matches(['(', ')']).to_owned();
        if let Some(inner) = piece.strip_prefix('(') {
            let mut parts = inner.trim_end_matches(')').splitn(3, '-');
            let (Some(id), Some(kind)) = (parts.next(), parts.next()) else { continue };
            open.push((id.to_owned(), kind.to_owned(), at));
            id.clone_into(&mut number);
        }
        if piece.ends_with(')')
            && let Some(found) = open.iter().rposition(|(id, ..)| *id == number)
        {
            let (chain, kind, start) = open.remove(found);
            phrases.push(Phrase { words: start..at + 1, kind, chain });
        }
    }
}

/// The text of a file packed with gzip.
pub fn unzipped(file: &Path) -> Outcome<String> {
    let packed = fs::File::open(file).map_err(|error| format!("opening {}: {error}", file.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed).read_to_string(&mut text)?;
    Ok(text)
}

/// The same bytes, on a boundary of four, for the rest of the run.
pub fn aligned(bytes: &[u8]) -> &'static [u8] {
    let words: Vec<u32> =
        bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect();
    bytemuck::cast_slice(words.leak())
}
