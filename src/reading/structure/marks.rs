//! Quotation marks of one paragraph: of which shape they are, and whether each opens or closes.
//!
//! The hard part is the single mark, which is an apostrophe more often than a quotation mark: only those that find a
//! partner are given. Pairing marks into quotations is the work of `quotations`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;
use crate::span::Span;

/// One quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The mark itself; two characters for marks typed as two.
    pub span: Span,
    /// Marks of one shape close each other.
    pub shape: Shape,
    /// What it does.
    pub side: Side,
    /// Whether it is a single mark, which an apostrophe could be.
    pub single: bool,
}

/// Marks of one shape close each other: straight and curly ones are mixed in the wild.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `"…"`, `“…”`, `„…“`, two backticks and two apostrophes.
    Double,
    /// `'…'`, `‘…’`.
    Single,
    /// `«…»`, `‹…›`.
    Angle,
}

/// Whether a mark opens or closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A quotation begins after it.
    Opens,
    /// A quotation ends before it.
    Closes,
    /// Its neighbours do not tell.
    Either,
}

/// How far a mark looks for its neighbours past other marks.
const NEAR: usize = 6;

/// Words that are written with an apostrophe at their start.
static ELISIONS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::rows(ELISION_LIST).filter_map(|row| row.first().copied()).collect());
const ELISION_LIST: &str = include_str!("../../../data/lexicon/elisions.tsv");

/// The marks of a paragraph in order, apostrophes left out.
pub fn marks(body: &str, paragraph: Span) -> Vec<Mark> {
    let mut found = Vec::new();
    let text = paragraph.of(body);
    let mut at = 0;
    while let Some(offset) = text[at..].find(is_mark) {
        let start = at + offset;
        let (character, length) = mark_at(&text[start..]);
        at = start + length;
        let around = Around::of(text, start, at);
        let span = Span::new(paragraph.start + start, paragraph.start + at);
        if let Some((shape, side)) = shape_and_side(character, &around, text) {
            found.push(Mark { span, shape, side, single: shape == Shape::Single });
        }
    }
    settle_singles(body, &mut found);
    found
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’' | '‚' | '`' | '＂')
}

/// The mark at the start of a text, two typed as one included, and its length.
fn mark_at(text: &str) -> (char, usize) {
    let character = text.chars().next().unwrap_or('"');
    if text.starts_with("``") {
        ('“', 2)
    } else if text.starts_with("''") {
        ('”', 2)
    } else {
        (character, character.len_utf8())
    }
}

/// The characters beside a mark, other marks passed over.
struct Around {
    left: Option<char>,
    right: Option<char>,
    /// The last character before the mark that is neither white space nor a mark.
    word_before: Option<char>,
    /// Where the text goes on after the mark.
    after: usize,
}

impl Around {
    fn of(text: &str, start: usize, end: usize) -> Self {
        Self {
            left: text[..start].chars().rev().take(NEAR).find(|&c| !is_mark(c)),
            right: text[end..].chars().take(NEAR).find(|&c| !is_mark(c)),
            word_before: text[..start].chars().rev().take(NEAR).find(|&c| !is_mark(c) && !c.is_whitespace()),
            after: end,
        }
    }

    fn opens(&self) -> bool {
        let left = self.left.is_none_or(|c| c.is_whitespace() || "([{—–-/:;=>…".contains(c));
        left && self.right.is_some_and(|c| !c.is_whitespace() && !",;:!?)]}".contains(c))
    }

    fn closes(&self) -> bool {
        let right = self.right.is_none_or(|c| !c.is_alphanumeric() && !"$€£#@".contains(c));
        right && self.left.is_some_and(|c| !c.is_whitespace())
    }

    /// A space strayed before a closing mark (`in the port, "he said`), or a quotation begins after a comma.
    fn follows_a_stop(&self) -> bool {
        self.left.is_some_and(char::is_whitespace) && self.word_before.is_some_and(|c| ",.!?".contains(c))
    }

    /// Stray spaces on both sides: `of the party, ' he added`.
    fn stands_alone(&self) -> bool {
        self.left.is_none_or(char::is_whitespace) && self.right.is_none_or(char::is_whitespace)
    }
}

fn shape_and_side(character: char, around: &Around, text: &str) -> Option<(Shape, Side)> {
    let by_neighbours = match (around.opens(), around.closes()) {
        (true, false) if character == '"' && around.follows_a_stop() => Side::Either,
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ if around.stands_alone() && around.word_before.is_some_and(|c| ",.!?".contains(c)) => Side::Closes,
        _ => Side::Either,
    };
    Some(match character {
        '„' | '‟' => (Shape::Double, Side::Opens),
        '“' | '”' | '"' | '＂' => (Shape::Double, curly(character, ['“', '”'], by_neighbours)),
        '«' | '‹' => (Shape::Angle, Side::Opens),
        '»' | '›' => (Shape::Angle, Side::Closes),
        '`' => (Shape::Single, Side::Opens),
        _ => (Shape::Single, single(character, around, by_neighbours, text)?),
    })
}

/// A curly mark means what it shows unless its neighbours say the contrary: some outlets type the wrong one.
fn curly(character: char, [opening, closing]: [char; 2], by_neighbours: Side) -> Side {
    match by_neighbours {
        Side::Either if character == opening => Side::Opens,
        Side::Either if character == closing => Side::Closes,
        side => side,
    }
}

fn single(character: char, around: &Around, by_neighbours: Side, text: &str) -> Option<Side> {
    let within_a_word =
        around.left.is_some_and(char::is_alphanumeric) && around.right.is_some_and(char::is_alphanumeric);
    if within_a_word {
        return None;
    }
    let side = curly(character, ['‘', '’'], by_neighbours);
    (side != Side::Opens || !is_elision(&text[around.after..])).then_some(side)
}

/// Whether the word after an opening apostrophe is a clipped one: `'em`, `'90s`.
fn is_elision(after: &str) -> bool {
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).take(8).collect();
    let decade = word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit());
    decade || ELISIONS.contains(word.to_lowercase().as_str())
}

/// Keeps of the single marks those that find a partner: an opening one and the best closing one before the next
/// opening one, with as many double marks opened as closed between them.
fn settle_singles(body: &str, marks: &mut Vec<Mark>) {
    let mut keep = vec![false; marks.len()];
    let mut opening: Option<usize> = None;
    let mut closing: Option<(usize, bool)> = None;
    let mut doubles = 0;
    for (at, mark) in marks.iter().enumerate() {
        if !mark.single {
            doubles += 1;
            continue;
        }
        match (mark.side, opening) {
            (Side::Opens, _) | (Side::Either, None) => {
                settle(&mut keep, opening, closing);
                (opening, closing, doubles) = (Some(at), None, 0);
            }
            (_, None) => {}
            (_, Some(_)) if doubles % 2 == 1 => {}
            (_, Some(_)) => {
                let sure = !may_be_possessive(body, mark.span);
                if closing.is_none_or(|(_, was_sure)| sure && !was_sure) {
                    closing = Some((at, sure));
                }
            }
        }
    }
    settle(&mut keep, opening, closing);
    let mut kept: Vec<Mark> = Vec::with_capacity(marks.len());
    let mut is_open = false;
    for (mark, keep) in marks.iter().zip(keep) {
        if !mark.single {
            kept.push(*mark);
        } else if keep {
            // Partners alternate: each kept opening mark is followed by its closing one.
            kept.push(Mark { side: if is_open { Side::Closes } else { Side::Opens }, ..*mark });
            is_open = !is_open;
        }
    }
    *marks = kept;
}

fn settle(keep: &mut [bool], opening: Option<usize>, closing: Option<(usize, bool)>) {
    if let (Some(opening), Some((closing, _))) = (opening, closing) {
        keep[opening] = true;
        keep[closing] = true;
    }
}

/// `the troops' arrival`: an s before the mark, a small letter after the space.
fn may_be_possessive(body: &str, mark: Span) -> bool {
    let before = body[..mark.start].ends_with(['s', 'S', 'z', 'x']);
    let mut after = body[mark.end..].chars();
    before && after.next() == Some(' ') && after.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_well_formed() {
        assert_eq!(lexicon::check(ELISION_LIST), Ok(()));
    }

    #[test]
    fn marks_open_and_close_by_their_neighbours() {
        let sides = |text: &str| marks(text, Span::new(0, text.len())).iter().map(|mark| mark.side).collect::<Vec<_>>();
        assert_eq!(sides("He said \"go\"."), [Side::Opens, Side::Closes]);
        assert_eq!(sides("He said ”go”."), [Side::Opens, Side::Closes]);
        assert_eq!(sides("(\"go\")"), [Side::Opens, Side::Closes]);
        assert_eq!(sides("the boys' dog and Ann's cat"), []);
    }
}
