//! The reports themselves, sentence by sentence, so that every link ends at the words it rests on.

use maud::{Markup, html};

use super::dossier::{Article, Sentence};
use super::nothing;

pub(super) fn section(articles: &[Article]) -> Markup {
    if articles.is_empty() {
        return nothing("No report is linked.");
    }
    html! { @for article in articles { (whole(article)) } }
}

fn whole(article: &Article) -> Markup {
    html! {
        article class="report" {
            h3 { (article.outlet) @if !article.headline.is_empty() { ": " (article.headline) } }
            p class="figures" {
                (article.file) @if !article.published.is_empty() { ", published " (article.published) } @else { ", undated" }
                @if !article.url.is_empty() { ", " (article.url) }
            }
            @for paragraph in article.sentences.chunk_by(|a, b| a.paragraph == b.paragraph && a.section == b.section) { (words(paragraph)) }
        }
    }
}

fn words(paragraph: &[Sentence]) -> Markup {
    html! {
        p class=(paragraph[0].section) {
            @for sentence in paragraph {
                span id={ "s" (sentence.id) } tabindex="-1" title={ "line " (sentence.line) } { (sentence.words) } " "
            }
        }
    }
}
