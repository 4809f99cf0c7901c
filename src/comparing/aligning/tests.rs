//! Passages of small reports side by side.

use super::*;
use crate::reading::{ArticleText, FactKind, read};

const HERALD: &str = "A dam above Kelso broke on Sunday and flooded forty houses.\n\n\
    Mayor Ann Doe said the town had warned the owner of the dam twice.\n\n\
    \"No one slept in Kelso that night,\" said Tom Reed, a baker.\n\n\
    The county fair opens on Friday with a parade of tractors.";
const TIMES: &str = "Sixty houses were flooded when a dam above Kelso broke on Sunday.\n\n\
    Tom Reed, who bakes bread there, said: \"No one slept in Kelso all that night.\"\n\n\
    Schools in Millford stay closed for the summer.";

/// An article whose sentences have rows from `first` on.
fn article(key: &str, body: &str, first: i64) -> TellingArticle {
    let reading = read(&ArticleText { body, ..ArticleText::default() });
    let told = |passage: crate::reading::Passage| {
        let sentence = reading.sentences[passage.sentence];
        Told {
            sentence_id: first + passage.sentence as i64,
            section: sentence.section,
            text: sentence.span.of(body).to_owned(),
            passage,
        }
    };
    let told = reading.passages.iter().cloned().map(told).collect();
    TellingArticle { key: key.to_owned(), outlet: key.to_owned(), published: None, told }
}

fn found() -> Vec<Comparison> {
    comparisons(&[article("herald", HERALD, 0), article("times", TIMES, 10)])
}

fn row(rows: &[Comparison], a: i64, b: i64) -> Option<&Comparison> {
    rows.iter().find(|row| (row.a, row.b) == (a, b))
}

#[test]
fn passages_on_one_thing_stand_side_by_side_with_what_differs() {
    let rows = found();
    let houses = row(&rows, 0, 10).expect("both tell of the houses");
    assert!(houses.alignment > 0.5, "{houses:?}");
    assert_eq!(houses.differs, [FactKind::Quantity]);
    let quoted = row(&rows, 2, 11).expect("both quote the baker");
    assert_eq!(quoted.differs, [FactKind::QuoteWording]);
    assert!(rows.iter().all(|row| row.a < row.b && (0.0..=1.0).contains(&row.score)));
}

#[test]
fn passages_on_other_things_do_not() {
    let rows = found();
    assert_eq!(row(&rows, 3, 12), None, "a fair and a school");
    assert!(row(&rows, 1, 11).is_none_or(|row| row.alignment < 0.5), "a warning and a remark");
}

#[test]
fn no_sentence_has_more_partners_than_a_reader_can_look_at() {
    let same: Vec<TellingArticle> = (0..9).map(|at| article(&format!("outlet {at}"), HERALD, at * 100)).collect();
    let rows = comparisons(&same);
    for sentence in 0..3 {
        let partners = rows.iter().filter(|row| row.a == sentence || row.b == sentence).count();
        assert!((1..=PARTNERS).contains(&partners), "{partners}");
    }
}

#[test]
fn the_order_of_articles_changes_nothing() {
    let (one, other) = (article("herald", HERALD, 0), article("times", TIMES, 10));
    let three = article("weekly", "The dam above Kelso broke on Monday, its owner said.", 20);
    let straight = comparisons(&[one.clone(), other.clone(), three.clone()]);
    assert!(straight.len() >= 3);
    assert_eq!(straight, comparisons(&[three, one, other]));
    assert!(comparisons(&[]).is_empty());
}
