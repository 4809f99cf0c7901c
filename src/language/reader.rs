//! From a sentence to its tree: tokens, classes, arcs, lemmas, one after the other.

use std::cell::RefCell;

use super::arcs::Machine;
use super::grammar::Relation;
use super::lemma::lemma;
use super::lists::Lists;
use super::model::Model;
use super::name_links::joins_names;
use super::name_memory::Memory;
use super::names::{PlainScores, View, find_names, plain_scores};
use super::parser_features::{MarkKind, known};
use super::tagger::tag;
use super::tagset::{UNKNOWN, tags};
use super::tokenizer::tokens;
use super::tree::{NameTag, Token, Tree};
use super::words::Word;
use crate::span::Span;

/// More tokens than this are read in pieces: no time is lost on a table that is no sentence.
const PIECE: usize = 256;

thread_local! {
    static MACHINE: RefCell<Machine> = RefCell::new(Machine::default());
}

/// Tokens, classes, lemmas, names and tree of one sentence. Any text is fine; a sentence with a token has one root.
#[must_use]
pub fn tree(text: &str, sentence: Span) -> Tree {
    let model = Model::embedded();
    let mut tree = Tree::default();
    for piece in pieces(&model, text, sentence) {
        let view = piece.view(text, model.lists);
        let names = find_names(&model.names, &view, &plain_scores(&model.names, &view));
        piece.add_to(&mut tree, text, &names);
    }
    tree
}

/// The trees of the sentences of one text; names are found better than by [`tree`], since what one sentence tells of
/// a name counts in the others.
#[must_use]
pub fn trees(text: &str, sentences: &[Span]) -> Vec<Tree> {
    trees_by(&Model::embedded(), text, sentences)
}

/// The trees of the sentences of one text, by a given model.
pub(crate) fn trees_by(model: &Model, text: &str, sentences: &[Span]) -> Vec<Tree> {
    let read: Vec<Vec<Piece>> = sentences.iter().map(|&sentence| pieces(model, text, sentence)).collect();
    let mut memory = Memory::default();
    let views: Vec<Vec<(View<'_>, PlainScores)>> = read
        .iter()
        .map(|pieces| {
            let of_piece = |piece| {
                let view = Piece::view(piece, text, model.lists);
                let plain = plain_scores(&model.names, &view);
                memory.add(&piece.analysis.words, &find_names(&model.names, &view, &plain));
                (view, plain)
            };
            pieces.iter().map(of_piece).collect()
        })
        .collect();
    let to_tree = |(pieces, views): (&Vec<Piece>, Vec<(View<'_>, PlainScores)>)| {
        let mut tree = Tree::default();
        for (piece, (view, plain)) in pieces.iter().zip(views) {
            let names = find_names(&model.names, &view.with(&memory), &plain);
            piece.add_to(&mut tree, text, &names);
        }
        tree
    };
    read.iter().zip(views).map(to_tree).collect()
}

/// A stretch of a sentence that is read at once.
struct Piece {
    spans: Vec<Span>,
    analysis: Analysis,
}

/// Cuts and analyses a sentence.
fn pieces(model: &Model, text: &str, sentence: Span) -> Vec<Piece> {
    let spans = tokens(text, sentence);
    let piece = |spans: &[Span]| Piece { spans: spans.to_vec(), analysis: analyse(model, text, spans) };
    spans.chunks(PIECE).map(piece).collect()
}

impl Piece {
    fn view(&self, text: &str, lists: Lists) -> View<'_> {
        let Analysis { words, tags, arcs } = &self.analysis;
        View::new(words, tags, arcs, lists, |at| joins_names(self.spans[at].of(text)))
    }

    /// Adds its tokens to `tree`; the root of a further piece hangs loosely on the first one.
    fn add_to(&self, tree: &mut Tree, text: &str, names: &[NameTag]) {
        let classes = tags();
        let offset = tree.tokens.len();
        let first_root = tree.root();
        tree.tokens.reserve(self.spans.len());
        for (at, &(head, relation)) in self.analysis.arcs.iter().enumerate() {
            let span = self.spans[at];
            let tag = classes.get(usize::from(self.analysis.tags[at])).copied().unwrap_or(UNKNOWN);
            let (head, relation) = match (head, first_root) {
                (Some(head), _) => (Some(head + offset), relation),
                (None, Some(root)) => (Some(root), Relation::Parataxis),
                (None, None) => (None, Relation::Root),
            };
            tree.tokens.push(Token {
                span,
                upos: tag.upos,
                xpos: tag.xpos,
                lemma: lemma(span.of(text), tag.xpos, tag.upos),
                head,
                relation,
                name: names.get(at).copied().unwrap_or_default(),
            });
        }
    }
}

/// Words, joint tags and arcs of a piece of a sentence; the root's head is `None`.
#[derive(Debug)]
pub(crate) struct Analysis {
    /// As the models see them.
    pub words: Vec<Word>,
    /// Joint tags.
    pub tags: Vec<u8>,
    /// Heads and relations.
    pub arcs: Vec<(Option<usize>, Relation)>,
}

/// Tags and parses the tokens at `spans`.
pub(crate) fn analyse(model: &Model, text: &str, spans: &[Span]) -> Analysis {
    let words: Vec<Word> = spans.iter().map(|span| Word::new(span.of(text), model.clusters)).collect();
    let tags = tag(&model.tags, &words, model.classes);
    let known = known(&words, &tags, |at| mark_kind(spans[at].of(text)));
    let arcs = MACHINE.with_borrow_mut(|machine| {
        model.parser.parse(&known, machine);
        machine.arcs().collect()
    });
    Analysis { words, tags, arcs }
}

/// What a token is to the parser's counts of marks.
pub(crate) fn mark_kind(word: &str) -> MarkKind {
    match word {
        "\"" | "“" | "”" | "''" | "``" | "«" | "»" => MarkKind::Quote,
        "," | ";" | ":" | "-" | "--" | "—" | "–" | "(" | ")" => MarkKind::Comma,
        _ => MarkKind::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(text: &str) -> Tree {
        tree(text, Span::new(0, text.len()))
    }

    /// The words of the first subject of `verb`.
    fn subject<'t>(text: &'t str, tree: &Tree, verb: &str) -> Option<&'t str> {
        let said = (0..tree.tokens.len()).find(|&at| tree.word(text, at) == verb)?;
        let subject = tree.child(said, &[Relation::Nsubj])?;
        Some(tree.word(text, subject))
    }

    #[test]
    fn speech_verbs_find_their_speakers() {
        for (text, verb, speaker) in [
            ("The minister said that the bridge was safe.", "said", "minister"),
            ("“The bridge is safe,” said Maria Reed of the ministry.", "said", "Maria"),
            ("The bridge is safe, the minister said on Tuesday.", "said", "minister"),
            ("Officials told reporters that two workers were injured.", "told", "Officials"),
            ("Reed, the head of the agency, denied the report.", "denied", "Reed"),
            ("Police confirmed the arrest of three men.", "confirmed", "Police"),
        ] {
            assert_eq!(subject(text, &whole(text), verb), Some(speaker), "{text}");
        }
    }

    #[test]
    fn a_sentence_longer_than_a_piece_is_one_tree() {
        let text = "The town is quiet and ".repeat(200);
        let tree = whole(&text);
        assert_eq!(tree.tokens.len(), 1000);
        assert_sound(&tree).unwrap();
    }

    fn assert_sound(tree: &Tree) -> Result<(), TestCaseError> {
        prop_assert_eq!(
            tree.tokens.iter().filter(|token| token.head.is_none()).count(),
            usize::from(!tree.tokens.is_empty())
        );
        for at in 0..tree.tokens.len() {
            prop_assert!(tree.ancestors(at).take(tree.tokens.len() + 1).count() <= tree.tokens.len(), "a cycle");
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn any_text_has_a_sound_tree(text in "\\PC{0,80}|([A-Za-z'’]{1,8}[ ,.“”]){0,30}") {
            let tree = whole(&text);
            assert_sound(&tree)?;
            for pair in tree.tokens.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for token in &tree.tokens {
                prop_assert!(!token.span.is_empty() && text.is_char_boundary(token.span.start) && text.is_char_boundary(token.span.end));
            }
        }
    }
}
