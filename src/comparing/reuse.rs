//! Copied sentences: found by rare pairs of words, weighed word by word, each tied to the earliest of its copies.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::wordings;
use crate::span::Span;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a copy changed.
    Changed {
        /// Another source, or none.
        Source = "source",
        /// A hedge put in or left out.
        Hedge = "hedge",
        /// Another figure.
        Figure = "figure",
        /// Other words.
        Wording = "wording",
    }
}

/// A sentence of an article of the story.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// The row.
    pub sentence_id: i64,
    /// The article, by content (outlet and file), and its row.
    pub article: (String, i64),
    /// When it was published, as exactly as is known.
    pub published: Option<Date>,
    /// Its place in the article.
    pub ordinal: i64,
    /// Its paragraph.
    pub paragraph: i64,
    /// Its words.
    pub text: String,
    /// The stretches of `text` that quote somebody, in bytes: several outlets may carry one remark without copying.
    pub quoted: Vec<Span>,
    /// Whom it names for what, outer voices too.
    pub attributed: Vec<Attributed>,
    /// Words that hedge in it, in lower case, sorted.
    pub hedges: Vec<String>,
    /// Figures in it as numbers with their units, sorted.
    pub figures: Vec<String>,
}

/// A voice in a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributed {
    /// The row of the claim's origin.
    pub origin_id: i64,
    /// The voice by its name, empty where it has none.
    pub name: String,
    /// Its words in the sentence, empty where it is named elsewhere.
    pub source: String,
    /// The words that report.
    pub cue: String,
    /// Whether it has a proper name.
    pub is_named: bool,
    /// The kind of the source, as in the table.
    pub kind: String,
}

/// A pair of sentences of which one copies the other (or both a third).
#[derive(Debug, Clone, PartialEq)]
pub struct Reuse {
    /// The earlier one, as far as is known.
    pub a: i64,
    /// Its copy.
    pub b: i64,
    /// 0 to 1.
    pub similarity: f64,
    /// What the copy changed.
    pub changed: Option<Changed>,
    /// Whether the dates say which came first.
    pub known: bool,
    /// Whether both credit one origin.
    pub same_origin: bool,
}

/// What a look at a story's sentences told.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The sentences that were looked at.
    pub looked_at: Vec<i64>,
    /// What of them is copied; the others of them copy nothing.
    pub found: Vec<Reuse>,
}

/// How alike two sentences must be.
const COPIED: f64 = 0.72;
/// How alike two sentences must be that share at least [`MANY`] words in one order: a long copy may be edited.
const COPIED_LONG: f64 = 0.6;
/// So many words in one order are no chance.
const MANY: usize = 16;
/// Fewer words than this outside of quotation marks are a phrase that anyone may use.
const SHORTEST: usize = 8;
/// So many words of a copy may differ where a voice or hedge is said to be lost: no other attribution fits into them.
const SPARE: usize = 1;
/// Pairs of words that stand in more sentences than this say nothing.
const WIDESPREAD: usize = 200;

/// The copied sentences of a story, in the order of its lines: those among the fresh lines, and those that a fresh line
/// may be the first of. What the other lines copy is as it was.
#[must_use]
pub fn reuses(lines: &[Line], is_fresh: impl Fn(&Line) -> bool) -> Told {
    let words: Vec<Vec<String>> = lines.iter().map(own_words).collect();
    let places: FxHashMap<(i64, i64), usize> =
        lines.iter().enumerate().map(|(at, line)| ((line.article.1, line.ordinal), at)).collect();
    let mut order: Vec<usize> = (0..lines.len()).filter(|&at| words[at].len() >= SHORTEST).collect();
    order.sort_by(|&a, &b| rank(&lines[a]).cmp(&rank(&lines[b])));
    let mut index: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
    let (mut found, mut looked_at) = (Vec::new(), Vec::new());
    for (position, &at) in order.iter().enumerate() {
        let pairs: FxHashSet<_> = words[at].windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str())).collect();
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for pair in &pairs {
            for &earlier in index.get(pair).into_iter().flatten().take(WIDESPREAD) {
                *shared.entry(earlier).or_default() += 1;
            }
        }
        let mut earliest: Option<(usize, f64)> = None;
        let mut candidates: Vec<_> =
            shared.into_iter().filter(|&(_, count)| count >= 3).map(|(earlier, _)| earlier).collect();
        candidates.sort_unstable();
        let is_open = is_fresh(&lines[at]) || candidates.iter().any(|&earlier| is_fresh(&lines[order[earlier]]));
        if is_open {
            looked_at.push(lines[at].sentence_id);
        }
        for earlier in candidates.into_iter().filter(|_| is_open) {
            let other = order[earlier];
            if lines[other].article.1 == lines[at].article.1 {
                continue;
            }
            if let Some(similarity) = similarity(&words[other], &words[at]) {
                earliest = Some((other, similarity));
                break;
            }
        }
        if let Some((other, similarity)) = earliest {
            let around = around(lines, &places, &lines[at]);
            found.push(reuse(&lines[other], &lines[at], &around, similarity));
        }
        for pair in pairs {
            index.entry(pair).or_default().push(position);
        }
    }
    found.sort_by_key(|reuse| (reuse.a, reuse.b));
    Told { looked_at, found }
}

/// Undated articles come last; then by content, never by row.
fn rank(line: &Line) -> (bool, Option<Date>, &str, i64) {
    (line.published.is_none(), line.published, &line.article.0, line.ordinal)
}

/// The sentences beside one in its paragraph.
fn around<'a>(lines: &'a [Line], places: &FxHashMap<(i64, i64), usize>, line: &Line) -> Vec<&'a Line> {
    let beside = [line.ordinal - 1, line.ordinal + 1].into_iter();
    let found = beside.filter_map(|ordinal| places.get(&(line.article.1, ordinal)).map(|&at| &lines[at]));
    found.filter(|other| other.paragraph == line.paragraph).collect()
}

fn reuse(a: &Line, b: &Line, around_b: &[&Line], similarity: f64) -> Reuse {
    let known = matches!((a.published, b.published), (Some(one), Some(other)) if one < other);
    let same = |voice: &Attributed| b.attributed.iter().any(|other| other.origin_id == voice.origin_id);
    let same_origin = a.attributed.iter().any(same);
    let changed = changed(a, b, around_b);
    Reuse { a: a.sentence_id, b: b.sentence_id, similarity, changed, known, same_origin }
}

/// The gravest change: the source, then a hedge, then a figure, then the words.
fn changed(a: &Line, b: &Line, around_b: &[&Line]) -> Option<Changed> {
    if lost_source(a, b, around_b) || swapped_source(a, b) {
        Some(Changed::Source)
    } else if lost_hedge(a, b, around_b) {
        Some(Changed::Hedge)
    } else if a.figures != b.figures {
        Some(Changed::Figure)
    } else {
        (plain_words(&a.text) != plain_words(&b.text)).then_some(Changed::Wording)
    }
}

/// Whether `b` puts forward in its own voice what `a` credits to somebody.
///
/// "The ferry sank at dawn, the coast guard said" and "The ferry sank at dawn". The voice's words stand in `a`, neither
/// they nor any attribution stand in `b` or beside it, and `b` has no words to spare for one that was not recognised.
fn lost_source(a: &Line, b: &Line, around_b: &[&Line]) -> bool {
    let credits = |line: &Line| !line.attributed.is_empty();
    let named: Vec<&Attributed> = a.attributed.iter().filter(|voice| !voice.source.is_empty()).collect();
    let absent = |voice: &&Attributed| {
        let gone = |words: &str| telling(words).all(|word| !has_word(b, &word));
        gone(&voice.source) && gone(&voice.name) && gone(&voice.cue)
    };
    !named.is_empty()
        && named.iter().all(absent)
        && !credits(b)
        && !around_b.iter().any(|line| credits(line))
        && b.quoted.is_empty()
        && spare_words(a, b) <= SPARE
}

/// Whether both credit somebody for it, and not the same one: two named persons, or two voices without a name of
/// different kinds behind the same words ("according to media reports", "according to a local journalist").
fn swapped_source(a: &Line, b: &Line) -> bool {
    let [one] = a.attributed.as_slice() else { return false };
    let [other] = b.attributed.as_slice() else { return false };
    let apart = |voice: &Attributed, line: &Line| {
        !voice.source.is_empty()
            && telling(&voice.name).chain(telling(&voice.source)).all(|word| !has_word(line, &word))
    };
    let comparable = match (one.is_named, other.is_named) {
        (true, true) => one.kind == "person" && other.kind == "person",
        (false, false) => one.kind != other.kind && one.cue.eq_ignore_ascii_case(&other.cue),
        _ => false,
    };
    comparable && one.origin_id != other.origin_id && apart(one, b) && apart(other, a)
}

/// Whether `b` leaves out the words by which `a` holds back, and names no one for it instead.
fn lost_hedge(a: &Line, b: &Line, around_b: &[&Line]) -> bool {
    let gone = |words: &String| telling(words).all(|word| !has_word(b, &word));
    !a.hedges.is_empty()
        && b.hedges.is_empty()
        && b.attributed.is_empty()
        && a.hedges.iter().all(gone)
        && !around_b.iter().any(|line| !line.attributed.is_empty() || !line.hedges.is_empty())
        && spare_words(a, b) <= SPARE
}

/// How many words of `b` do not stand in `a`.
fn spare_words(a: &Line, b: &Line) -> usize {
    let known: FxHashSet<String> = plain_words(&a.text).into_iter().collect();
    plain_words(&b.text).into_iter().filter(|word| !known.contains(word)).count()
}

/// The words of a phrase that are long enough to tell it from others; all of them where none is.
fn telling(words: &str) -> impl Iterator<Item = String> {
    let all = plain_words(words);
    let is_long = |word: &String| word.chars().count() > 3;
    let any_long = all.iter().any(is_long);
    all.into_iter().filter(move |word| !any_long || is_long(word))
}

fn has_word(line: &Line, word: &str) -> bool {
    plain_words(&line.text).iter().any(|own| own == word)
}

/// How alike two sentences are, 0 to 1, as read side by side; `None` where one is no copy of the other.
///
/// A copy may hang on into more words: the shorter one must be nearly whole, the longer one half.
fn similarity(a: &[String], b: &[String]) -> Option<f64> {
    let (left, right) = (a.join(" "), b.join(" "));
    let matched = wordings::variation(&left, &right)?.matched;
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    let whole = matched as f64 / shorter.max(1) as f64;
    let half = matched as f64 / longer.max(1) as f64;
    let similarity = f64::midpoint(whole, half);
    let enough = if matched >= MANY { COPIED_LONG } else { COPIED };
    (half >= 0.45 && similarity >= enough).then_some(similarity)
}

/// The words of a line outside of what it quotes.
fn own_words(line: &Line) -> Vec<String> {
    let mut own = String::with_capacity(line.text.len());
    let mut from = 0;
    for span in &line.quoted {
        own.push_str(line.text.get(from..span.start.max(from)).unwrap_or_default());
        own.push(' ');
        from = span.end.max(from);
    }
    own.push_str(line.text.get(from..).unwrap_or_default());
    plain_words(&own)
}

fn plain_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: i64, article: &str, day: i8, text: &str, source: &str) -> Line {
        let attributed = Attributed {
            origin_id: source.len() as i64,
            name: source.into(),
            source: source.into(),
            cue: "said".into(),
            is_named: source.starts_with(char::is_uppercase),
            kind: if source.ends_with('s') { "group".into() } else { "person".into() },
        };
        Line {
            sentence_id: id,
            article: (article.into(), id),
            published: Date::new(2021, 6, day).ok(),
            text: text.into(),
            attributed: if source.is_empty() { Vec::new() } else { vec![attributed] },
            ..Line::default()
        }
    }

    /// What a copy of the first text in the second changed, if it is one; the voices are those of each.
    #[allow(clippy::option_option, reason = "no copy and an unchanged copy are two answers")]
    fn change(a: (&str, &str), b: (&str, &str)) -> Option<Option<Changed>> {
        let lines = [line(1, "a", 3, a.0, a.1), line(2, "b", 4, b.0, b.1)];
        reuses(&lines, |_| true).found.first().map(|found| found.changed)
    }

    const BARE: &str = "The ferry left Marlow harbour on Sunday evening with forty passengers and two cars.";

    #[test]
    fn a_copy_is_tied_to_the_earliest() {
        let lines = [
            line(1, "b", 4, BARE, ""),
            line(2, "a", 3, BARE, ""),
            line(3, "c", 5, "The mayor of Marlow will speak on Monday about the new parking fees in town", ""),
        ];
        let found = reuses(&lines, |_| true).found;
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].a, found[0].b, found[0].changed, found[0].known), (2, 1, None, true));
    }

    #[test]
    fn a_source_is_lost_where_the_copy_has_none() {
        let with =
            "The ferry left Marlow harbour on Sunday evening with forty passengers and two cars, a dock worker said.";
        assert_eq!(change((with, "a dock worker"), (BARE, "")), Some(Some(Changed::Source)));
        // The copy names the same voice in other words, or has words to spare for an attribution not recognised.
        let same =
            "A dock worker said the ferry left Marlow harbour on Sunday evening with forty passengers and two cars.";
        assert_eq!(change((with, "a dock worker"), (same, "")), Some(Some(Changed::Wording)));
        let other = "The ferry left Marlow harbour on Sunday evening with forty passengers and two cars, the harbour master recalled.";
        assert_eq!(change((with, "a dock worker"), (other, "")), Some(Some(Changed::Wording)));
    }

    #[test]
    fn another_person_is_a_swap_and_a_fuller_name_is_none() {
        let said =
            |who: &str| format!("{who} said the ferry left Marlow harbour on Sunday evening with forty passengers.");
        let (roe, doe, ann) = (said("Roe"), said("Ann Doe"), said("Ann Roe"));
        assert_eq!(change((&roe, "Roe"), (&doe, "Ann Doe")), Some(Some(Changed::Source)));
        assert_eq!(change((&roe, "Roe"), (&ann, "Ann Roe")), Some(Some(Changed::Wording)));
        let (reports, worker, town) = (said("Reports"), said("A dock worker"), said("A man of the town"));
        assert_eq!(change((&reports, "reports"), (&worker, "a dock worker")), Some(Some(Changed::Source)));
        assert_eq!(change((&town, "a man of the town"), (&worker, "a dock worker")), Some(Some(Changed::Wording)));
    }

    #[test]
    fn a_remark_that_two_outlets_quote_is_no_copy() {
        let quoted = |text: &str| Line { quoted: vec![Span::new(0, text.len() - 10)], ..line(1, "a", 3, text, "") };
        let text = "“The ferry left the harbour on Sunday evening with forty passengers on board,” he said";
        let lines = [quoted(text), Line { sentence_id: 2, article: ("b".into(), 2), ..quoted(text) }];
        assert!(reuses(&lines, |_| true).found.is_empty());
    }
}
