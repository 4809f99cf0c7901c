//! Turns: what one voice says in a transcript or an interview, from its label (`MR. ORR:`, `Q`) to the next one.
//!
//! It knows labels by their look and by their repetition in one text; whose they are is decided where voices are.

use rustc_hash::FxHashMap;

use super::blocks::Block;
use super::embeds::{Embed, embeds, signed, without_links};
use super::labels::{is_speaker, spoken_by};
use crate::reading::Section;
use crate::span::Span;

/// Words of one voice that a label or a signature names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The words that name the voice: `MR. ORR` of `MR. ORR:`, `Ann Orr` of a signature.
    pub by: Span,
    /// The label with its mark, or the signature with its date: no claim's words.
    pub label: Span,
    /// What is said, one span a block; nothing where a signature stands alone.
    pub words: Vec<Span>,
    /// What names the voice.
    pub kind: TurnKind,
}

/// What names the voice of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnKind {
    /// The label of a transcript.
    Speaker,
    /// `Q`, `QUESTION`: somebody who asks.
    Question,
    /// `A`: who is asked.
    Answer,
    /// The signature of a post.
    Post,
}

/// The posts among blocks, each as a turn of its signer.
pub fn posts(body: &str, blocks: &[Block]) -> Vec<Turn> {
    let texts: Vec<&str> = blocks.iter().map(|block| block.span.of(body)).collect();
    let post = |Embed { words, signature }| {
        let block = blocks[signature].span;
        let (by, start) = signed(body, block)?;
        let parts = words.map(|at| Span::new(blocks[at].span.start, blocks[at].span.end.min(start)).trim(body));
        Some(Turn {
            by,
            label: Span::new(start, block.end),
            words: parts.map(|part| without_links(body, part)).filter(|part| !part.is_empty()).collect(),
            kind: TurnKind::Post,
        })
    };
    embeds(&texts).into_iter().filter_map(post).collect()
}

impl Turn {
    /// The same turn in a text in which it stands `down` bytes later.
    #[must_use]
    pub fn moved(self, down: usize) -> Self {
        let moved = |span: Span| Span::new(span.start + down, span.end + down);
        let words = self.words.into_iter().map(moved).collect();
        Self { by: moved(self.by), label: moved(self.label), words, kind: self.kind }
    }
}

/// So many turns make a transcript; fewer labels are those of an update or a link.
const LEAST: usize = 4;

/// The turns of a text: it has several labels of at least two voices, one of which comes back.
pub fn turns(body: &str, blocks: &[Block], sections: &[Section]) -> Vec<Turn> {
    let read = || blocks.iter().zip(sections).filter(|(_, section)| **section != Section::Boilerplate);
    let labels: Vec<_> = read().map(|(block, _)| spoken_by(block.span.of(body))).collect();
    let mut voices: FxHashMap<&str, usize> = FxHashMap::default();
    for ((block, _), label) in read().zip(&labels) {
        if let Some(label) = label {
            *voices.entry(&block.span.of(body)[..label.name]).or_default() += 1;
        }
    }
    let back: usize = voices.values().filter(|&&count| count > 1).sum();
    if voices.len() < 2 || voices.values().sum::<usize>() < LEAST || back < 2 {
        return Vec::new();
    }
    let asked = voices.keys().any(|voice| voice.starts_with('Q'));
    let mut turns: Vec<Turn> = Vec::new();
    let mut open = false;
    for ((block, section), label) in read().zip(&labels) {
        let start = block.span.start;
        match label.filter(|label| asked || label.kind != TurnKind::Answer) {
            Some(label) => {
                let words = Span::new(start + label.end, block.span.end).trim(body);
                turns.push(Turn {
                    by: Span::new(start, start + label.name),
                    label: Span::new(start, start + label.end),
                    words: Some(words).filter(|words| !words.is_empty()).into_iter().collect(),
                    kind: label.kind,
                });
                open = true;
            }
            None if *section == Section::Body => {
                if let Some(turn) = turns.last_mut().filter(|_| open && !is_speaker(block.span.of(body))) {
                    turn.words.push(block.span);
                }
            }
            // A subhead, a caption or a post ends a turn.
            None => open = false,
        }
    }
    end_last(&mut turns);
    turns
}

/// Nothing tells where the last turn ends: it has as many blocks as the longest turn before it at most.
fn end_last(turns: &mut [Turn]) {
    if let Some((last, before)) = turns.split_last_mut() {
        let longest = before.iter().map(|turn| turn.words.len()).max().unwrap_or(1);
        last.words.truncate(longest.max(1));
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::*;

    fn found(lines: &[&str]) -> Vec<String> {
        let body = lines.join("\n");
        let blocks = blocks(&body);
        let sections = vec![Section::Body; blocks.len()];
        let shown = |turn: Turn| {
            let words: Vec<&str> = turn.words.iter().map(|words| words.of(&body)).collect();
            format!("{}: {}", turn.by.of(&body), words.join(" | "))
        };
        turns(&body, &blocks, &sections).into_iter().map(shown).collect()
    }

    #[test]
    fn a_turn_reaches_from_its_label_to_the_next_one() {
        assert_eq!(
            found(&[
                "The captain spoke to reporters on Monday.",
                "Q Why did the ferry sink?",
                "CAPT. ORR: It was the storm.",
                "We could not hold her.",
                "Q Was she old?",
                "CAPT. ORR: No.",
                "She was built last year.",
            ]),
            [
                "Q: Why did the ferry sink?",
                "CAPT. ORR: It was the storm. | We could not hold her.",
                "Q: Was she old?",
                "CAPT. ORR: No. | She was built last year.",
            ]
        );
    }

    #[test]
    fn labels_of_updates_links_and_places_make_no_transcript() {
        assert!(found(&["UPDATE: It sank.", "RELATED: Storm.", "UPDATE: It rose.", "RELATED: Rain."]).is_empty());
        assert!(
            found(&["KELSO: It sank.", "It rained.", "A ferry sank.", "A boy was lost.", "A man wept."]).is_empty()
        );
        assert!(found(&["MR. ORR: It sank.", "It rained."]).is_empty());
    }
}
