//! The reports themselves, sentence by sentence, so that every link ends at the words it rests on.
//!
//! Behind each sentence stands its line and on whose word it is; on paper, where nothing can be followed, its file too.

use maud::{Markup, html};

use super::dossier::{Article, Sentence};
use super::nothing;
use super::words::OWN_WORDS;

pub(super) fn section(articles: &[Article]) -> Markup {
    if articles.is_empty() {
        return nothing("No report is linked.");
    }
    html! { @for article in articles { (whole(article)) } }
}

fn whole(article: &Article) -> Markup {
    html! {
        article class="report" {
            h3 dir="auto" { (article.outlet) @if !article.headline.is_empty() { ": " (article.headline) } }
            p class="figures" {
                (article.file) @if !article.published.is_empty() { ", published " (article.published) } @else { ", undated" }
                @if !article.url.is_empty() { ", " (article.url) }
            }
            @for paragraph in article.sentences.chunk_by(|a, b| a.paragraph == b.paragraph && a.section == b.section) {
                p class=(paragraph[0].section) dir="auto" { @for sentence in paragraph { (words(sentence, &article.file)) } }
            }
        }
    }
}

fn words(sentence: &Sentence, file: &str) -> Markup {
    let own = sentence.chains.iter().all(|chain| chain == OWN_WORDS);
    let origins: Vec<&str> = sentence.chains.iter().map(|chain| chain.trim_matches(['(', ')'])).collect();
    html! {
        span id={ "s" (sentence.id) } tabindex="-1" { (sentence.words) } " "
        small class={ "where" @if own { " own" } } {
            "[" span class="file" { (file) ", " } "line " (sentence.line)
            @if sentence.section == "boilerplate" { ", set aside" } @else if !origins.is_empty() { ": " (origins.join("; ")) }
            "] "
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_each_sentence_stand_its_file_line_and_origin() {
        let sentence = Sentence {
            id: 4,
            paragraph: 0,
            section: "body".into(),
            words: "It fell, he said.".into(),
            line: 9,
            chains: vec![OWN_WORDS.into(), "Northwire > a clerk".into()],
        };
        let told = words(&sentence, "a.txt").into_string();
        assert!(told.starts_with("<span id=\"s4\" tabindex=\"-1\">It fell, he said.</span>"), "{told}");
        assert!(told.contains("a.txt, </span>line 9: own words; Northwire &gt; a clerk] "), "{told}");
    }
}
