//! Quotations: which quotation marks belong together, and what stands between them.
//!
//! It knows marks and paragraphs, not speakers. Marks are paired inside one paragraph, so that an unbalanced one can
//! never swallow the article; a quotation that runs over several paragraphs is joined afterwards. Any text is read.

use super::marks::{Mark, Side, marks};
use crate::span::Span;

/// Words in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// From the first mark to the last one.
    pub span: Span,
    /// The words without their marks and without white space at the ends: one part, or one a paragraph.
    pub parts: Vec<Span>,
    /// How much of a sentence they are.
    pub kind: QuotationKind,
    /// How many quotations it stands in: 0 for most, 1 for a quotation in a quotation.
    pub depth: u8,
    /// Whether a closing mark was found; otherwise it was taken to the end of its paragraph.
    pub closed: bool,
}

impl Quotation {
    /// The same quotation, so many bytes further on.
    #[must_use]
    pub fn moved(self, by: usize) -> Self {
        let on = |span: Span| Span::new(span.start + by, span.end + by);
        Self { span: on(self.span), parts: self.parts.into_iter().map(on).collect(), ..self }
    }
}

/// How much of a sentence stands in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotationKind {
    /// One or more sentences, or the beginning of one that a reporting clause interrupts or ends.
    Sentence,
    /// A piece of the writer's sentence: `called it "a risk to all of us"`.
    Fragment,
    /// One to three words: a scare quote, a nickname, a title.
    Term,
}

/// A quotation left open is looked for in as many paragraphs without a mark, and the one after them.
const FARTHEST: usize = 3;

/// Depths beyond this one are read as flat: such marks are unbalanced, not nested.
const DEEPEST: usize = 3;

/// The quotations of paragraphs that follow each other, in the order of their first marks.
pub fn quotations(body: &str, paragraphs: &[Span]) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut open: Option<usize> = None;
    // Paragraphs without a mark that follow the one in which a quotation was left open.
    let mut between: Vec<Span> = Vec::new();
    for &paragraph in paragraphs {
        let first = found.len();
        let mut marks = marks(body, paragraph);
        if let Some(earlier) = open.filter(|&at| !found[at].closed) {
            if marks.is_empty() && between.len() < FARTHEST {
                between.push(paragraph);
                continue;
            }
            if let Some(end) = stray_end(paragraph, &marks) {
                let quotation = &mut found[earlier];
                let last = Span::new(paragraph.start, marks[end].span.start).trim(body);
                quotation.parts.extend(between.drain(..).chain([last]).filter(|part| !part.is_empty()));
                quotation.span.end = marks[end].span.end;
                (quotation.closed, quotation.kind) = (true, QuotationKind::Sentence);
                marks.drain(..=end);
            }
        }
        // The next paragraph takes up what was left open, with a mark of its own; one without any does not.
        if !between.is_empty() {
            (open, between) = (None, Vec::new());
        }
        let (pairs, unclosed) = paired(&marks);
        for (opening, closing) in pairs {
            let span = Span::new(opening.start, closing.map_or(paragraph.end, |mark| mark.end));
            let inside = Span::new(opening.end, closing.map_or(paragraph.end, |mark| mark.start)).trim(body);
            if inside.is_empty() {
                continue;
            }
            let kind = kind(body, paragraph, span, inside);
            found.push(Quotation { span, parts: vec![inside], kind, depth: 0, closed: closing.is_some() });
        }
        found[first..].sort_unstable_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
        let continues =
            open.filter(|&at| !found[at].closed && found.get(first).is_some_and(|q| q.span.start == paragraph.start));
        if let Some(earlier) = continues {
            let next = found.remove(first);
            found[earlier].span.end = next.span.end;
            found[earlier].parts.extend(next.parts);
            found[earlier].closed = next.closed;
            found[earlier].kind = QuotationKind::Sentence;
        }
        open = match (unclosed, continues) {
            (true, Some(earlier)) if !found[earlier].closed => Some(earlier),
            (true, _) => (first..found.len()).find(|&at| !found[at].closed),
            (false, _) => None,
        };
    }
    set_depths(&mut found);
    found
}

type Pair = (Span, Option<Span>);

/// The mark that ends a quotation of an earlier paragraph: it comes first, and nothing here opened one. Texts with a line
/// for each sentence have it so.
fn stray_end(paragraph: Span, marks: &[Mark]) -> Option<usize> {
    let double = || marks.iter().enumerate().filter(|(_, mark)| !mark.single);
    let (first, mark) = double().next()?;
    let odd = double().count() % 2 == 1;
    let ends = mark.side == Side::Closes || mark.side == Side::Either && odd;
    (ends && mark.span.start > paragraph.start).then_some(first)
}

/// The pairs of marks in one paragraph, and whether the last outer quotation is left open.
fn paired(marks: &[Mark]) -> (Vec<Pair>, bool) {
    let mut pairs = Vec::new();
    let mut stack: Vec<&Mark> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        match side(mark, marks.get(at + 1), &stack) {
            Side::Opens if stack.len() < DEEPEST => stack.push(mark),
            Side::Opens => {}
            _ => {
                // A mark of another shape inside was never closed: it ends with the quotation around it.
                if let Some(at) = stack.iter().rposition(|open| open.shape == mark.shape) {
                    pairs.push((stack[at].span, Some(mark.span)));
                    stack.truncate(at);
                }
            }
        }
    }
    // A single quotation mark that is never closed was an apostrophe; of the others only the outermost stays open.
    let outermost = stack.iter().find(|mark| !mark.single);
    if let Some(mark) = outermost {
        pairs.push((mark.span, None));
    }
    (pairs, outermost.is_some())
}

/// What a mark does, given what is open; a mark that could be both closes what is open, unless one that surely closes
/// comes next, as behind a quotation in a quotation.
fn side(mark: &Mark, next: Option<&Mark>, stack: &[&Mark]) -> Side {
    let is_open = stack.iter().any(|open| open.shape == mark.shape);
    let closed_next = next.is_some_and(|next| next.shape == mark.shape && next.side == Side::Closes);
    match mark.side {
        Side::Either if is_open && !closed_next => Side::Closes,
        Side::Either => Side::Opens,
        side => side,
    }
}

fn kind(body: &str, paragraph: Span, span: Span, inside: Span) -> QuotationKind {
    let words = inside.of(body);
    let before = Span::new(paragraph.start, span.start).of(body).trim_end();
    let starts = before.is_empty() || before.ends_with([',', ':', '.', '!', '?', '”', '"', '—', '–']);
    let ends = words.ends_with(['.', '!', '?', ',', '…', '—', '–']);
    let capital = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let count = words.split_whitespace().count();
    if ends && (capital || starts) || starts && capital && count > 3 || words.contains(". ") {
        QuotationKind::Sentence
    } else if count <= 3 {
        QuotationKind::Term
    } else {
        QuotationKind::Fragment
    }
}

/// Counts around how many others each quotation lies; they are in the order of their starts.
fn set_depths(quotations: &mut [Quotation]) {
    let mut around: Vec<usize> = Vec::new();
    for quotation in quotations {
        around.retain(|&end| end > quotation.span.start);
        quotation.depth = around.iter().filter(|&&end| end >= quotation.span.end).count() as u8;
        around.push(quotation.span.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quotations of paragraphs parted by line ends: their words, depth and whether they are closed.
    fn found(text: &str) -> Vec<(Vec<&str>, u8, bool)> {
        let mut at = 0;
        let paragraphs: Vec<Span> = text
            .split_inclusive('\n')
            .map(|line| {
                at += line.len();
                Span::new(at - line.len(), at).trim(text)
            })
            .collect();
        let quotations = quotations(text, &paragraphs).into_iter();
        quotations.map(|q| (q.parts.iter().map(|part| part.of(text)).collect(), q.depth, q.closed)).collect()
    }

    fn words(text: &str) -> Vec<&str> {
        found(text).into_iter().flat_map(|(parts, ..)| parts).collect()
    }

    #[test]
    fn all_shapes_of_marks_are_paired() {
        for text in [
            "She said: \"We go.\"",
            "She said: “We go.”",
            "She said: „We go.“",
            "She said: «We go.»",
            "She said: ‘We go.’",
            "She said: 'We go.'",
            "She said: ``We go.''",
            "She said: ”We go.”",
        ] {
            assert_eq!(words(text), ["We go."], "{text}");
        }
    }

    #[test]
    fn a_quotation_with_a_line_for_each_sentence_ends_at_the_stray_mark() {
        assert_eq!(
            found("\"The tide was high.\nNobody saw the rock,\"said the pilot.\nHe left."),
            [(vec!["The tide was high.", "Nobody saw the rock,"], 0, true)]
        );
        assert_eq!(
            words("\"The tide was high.\nIt was dark.\nNobody saw it,\" he said."),
            ["The tide was high.", "It was dark.", "Nobody saw it,"]
        );
        // A quotation that somebody forgot to close does not run into the next one.
        let forgotten = "\"The tide was high, he said.\nThe pilot left. \"Nobody saw it,\" he said.";
        assert_eq!(words(forgotten), ["The tide was high, he said.", "Nobody saw it,"]);
        assert_eq!(words("\"The tide was high.\nHe said,\"We go.\""), ["The tide was high.", "We go."]);
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        for text in
            ["The boys' mother and the dogs' owner came.", "It was the '90s, rock 'n' roll and all.", "It’s Ann’s."]
        {
            assert_eq!(words(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(words("'It's the dogs' home. We like it,' she said."), ["It's the dogs' home. We like it,"]);
        assert_eq!(words("The 'rebels' left."), ["rebels"]);
    }

    #[test]
    fn stray_spaces_do_not_matter() {
        assert_eq!(words("'We will go home, ' the captain said."), ["We will go home,"]);
        assert_eq!(words("\"We will go home, \"the captain said."), ["We will go home,"]);
    }

    #[test]
    fn quotations_nest_even_with_the_same_marks() {
        let nested = [(vec!["A \"small port\" in the north, no more,"], 0, true), (vec!["small port"], 1, true)];
        assert_eq!(found("\"A \"small port\" in the north, no more,\" he said."), nested);
        let mixed = [(vec!["He said ‘go’ and left,"], 0, true), (vec!["go"], 1, true)];
        assert_eq!(found("“He said ‘go’ and left,” she said."), mixed);
    }

    #[test]
    fn a_quotation_over_paragraphs_opens_again_and_is_one() {
        assert_eq!(
            found("“The sea was high.\n“Then the light went out,” he said. “We swam.”"),
            [(vec!["The sea was high.", "Then the light went out,"], 0, true), (vec!["We swam."], 0, true)]
        );
        assert_eq!(found("“The sea was high.\nHe wept."), [(vec!["The sea was high."], 0, false)]);
    }

    #[test]
    fn an_unbalanced_mark_never_leaves_its_paragraph() {
        assert_eq!(words("He called it \"a shame.\nNobody knew. The \"port\" slept.\n"), ["a shame.", "port"]);
        assert_eq!(words("We go,” he said."), Vec::<&str>::new());
        assert_eq!(words("A 6\" pipe and a 5' pole."), Vec::<&str>::new());
    }

    #[test]
    fn a_quotation_is_a_sentence_a_fragment_or_a_term() {
        let kind = |text| quotations(text, &[Span::new(0, text.len())])[0].kind;
        assert_eq!(kind("“We go home,” he said."), QuotationKind::Sentence);
        assert_eq!(kind("He called it “a danger to every ship” at sea."), QuotationKind::Fragment);
        assert_eq!(kind("The “rebels” left."), QuotationKind::Term);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "([a-z ]|[\"'“”‘’«».,\n]){0,60}") {
            for (parts, ..) in found(&text) {
                proptest::prop_assert!(parts.iter().all(|part| !part.trim().is_empty()));
            }
        }
    }
}
