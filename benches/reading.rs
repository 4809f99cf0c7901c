//! How fast text is read, in tokens a second on one core: `cargo bench --bench reading`.
//!
//! The text is that of the sample reports, so that the figures can be compared from one day to the next.

use divan::Bencher;
use divan::counter::ItemsCount;
use newsfacts::language;
use newsfacts::reading::{self, ArticleText};
use newsfacts::span::Span;

const REPORTS: [&str; 5] = [
    include_str!("../data/articles/01-harbor-courier.txt"),
    include_str!("../data/articles/02-plaza-digital.txt"),
    include_str!("../data/articles/03-northfield-observer.txt"),
    include_str!("../data/articles/04-meridian-post.txt"),
    include_str!("../data/articles/05-civic-eye.txt"),
];

fn main() {
    divan::main();
}

/// The reports with their sentences.
fn reports() -> Vec<(&'static str, Vec<Span>)> {
    REPORTS.iter().map(|text| (*text, language::sentences(text, Span::new(0, text.len())))).collect()
}

fn tokens(reports: &[(&'static str, Vec<Span>)]) -> ItemsCount {
    let trees = reports.iter().flat_map(|(text, sentences)| language::trees(text, sentences));
    ItemsCount::new(trees.map(|tree| tree.tokens.len()).sum::<usize>())
}

/// Tokens, classes, trees, lemmas and names.
#[divan::bench]
fn language_alone(bencher: Bencher) {
    let reports = reports();
    bencher
        .counter(tokens(&reports))
        .bench(|| reports.iter().map(|(text, sentences)| language::trees(text, sentences).len()).sum::<usize>());
}

/// Everything that one article's reading is.
#[divan::bench]
fn whole_reading(bencher: Bencher) {
    bencher.counter(tokens(&reports())).bench(|| {
        let read =
            |text: &&str| reading::read(&ArticleText { body: text, outlet: "The Sample", ..ArticleText::default() });
        REPORTS.iter().map(|text| read(text).claims.len()).sum::<usize>()
    });
}
