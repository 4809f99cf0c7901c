//! What holds for every reading, whatever the rules made of a text: no empty words, nothing outside its sentence, no claim
//! in two texts, no index that leads nowhere. What breaks it is dropped here, so that the article can be stored.
//!
//! It knows what rows need, not English; the rules keep to it themselves where they can.

use super::{BETWEEN, Claim, Hop, Reading, Sentence};
use crate::span::Span;

/// Drops what cannot be: a claim without words, a hop's words in another text, a value outside its claim.
pub fn keep(text: &str, reading: &mut Reading) {
    let above = reading.above;
    let sentences = std::mem::take(&mut reading.sentences);
    let lies = |span: Span, sentence: usize| {
        says(text, span) && sentences.get(sentence).is_some_and(|sentence| sentence.span.contains(span))
    };
    let voices = reading.voices.len();
    for claim in &mut reading.claims {
        sound(text, &sentences, above, voices, claim);
    }
    let claims = kept(&mut reading.claims, |claim| !claim.parts.is_empty());
    let times = kept(&mut reading.times, |time| lies(time.span, time.sentence));
    let quantities = kept(&mut reading.quantities, |quantity| lies(quantity.span, quantity.sentence));
    let mentions = kept(&mut reading.mentions, |mention| lies(mention.span, mention.sentence));
    for mention in &mut reading.mentions {
        mention.claim = claims.of(mention.claim);
    }
    for value in &mut reading.values {
        value.claim = claims.of(Some(value.claim)).unwrap_or(usize::MAX);
        (value.time, value.quantity) = (times.of(value.time), quantities.of(value.quantity));
    }
    let claims = &reading.claims;
    reading.values.retain(|value| {
        let host = claims.get(value.claim);
        says(text, value.span) && host.is_some_and(|claim| holds(claim, value.span))
    });
    for descriptor in &mut reading.descriptors {
        descriptor.mention = mentions.of(Some(descriptor.mention)).unwrap_or(usize::MAX);
    }
    let mentions = reading.mentions.len();
    reading.descriptors.retain(|descriptor| says(text, descriptor.span) && descriptor.mention < mentions);
    reading.sentences = sentences;
}

/// Whether a span has words in the text.
fn says(text: &str, span: Span) -> bool {
    !span.of(text).trim().is_empty()
}

/// Leaves a claim only parts with words in the text in which it starts, and hops only words of that text.
fn sound(text: &str, sentences: &[Sentence], above: usize, voices: usize, claim: &mut Claim) {
    claim.parts.retain(|part| says(text, *part));
    let Some(start) = claim.parts.iter().map(|part| part.start).min() else { return };
    let is_above = start < above;
    // A quotation that opens in the headline and closes in the body stands in neither.
    let here = |span: &Span| {
        says(text, *span) && (span.start < above) == is_above && (!is_above || span.end + BETWEEN.len() <= above)
    };
    claim.parts.retain(here);
    claim.parts.sort_unstable();
    claim.hedge = claim.hedge.filter(here);
    claim.hops.retain(|hop: &Hop| hop.voice < voices);
    for hop in &mut claim.hops {
        (hop.cue, hop.source) = (hop.cue.filter(here), hop.source.filter(here));
        for chance in [&mut hop.confidence, &mut hop.voice_confidence] {
            *chance = if chance.is_nan() { 0.0 } else { chance.clamp(0.0, 1.0) };
        }
    }
    let holder = sentences.partition_point(|sentence| sentence.span.end <= start);
    match sentences.get(holder) {
        Some(sentence) if sentence.span.start <= start => claim.sentence = holder,
        _ => claim.parts.clear(),
    }
}

/// Whether a value lies in its claim, or in the words of a hop.
fn holds(claim: &Claim, value: Span) -> bool {
    let near = |hop: &Hop| [hop.cue, hop.source].into_iter().flatten().any(|words| words.contains(value));
    claim.hull().contains(value) || claim.hops.iter().any(near)
}

/// Where the rows of a list went; nothing where all of them stayed.
struct Moved(Option<Vec<Option<usize>>>);

impl Moved {
    fn of(&self, index: Option<usize>) -> Option<usize> {
        match &self.0 {
            None => index,
            Some(places) => index.and_then(|index| places.get(index).copied().flatten()),
        }
    }
}

fn kept<T>(list: &mut Vec<T>, keep: impl Fn(&T) -> bool) -> Moved {
    if list.iter().all(&keep) {
        return Moved(None);
    }
    let mut places = Vec::with_capacity(list.len());
    let mut next = 0;
    list.retain(|item| {
        let stays = keep(item);
        places.push(stays.then_some(next));
        next += usize::from(stays);
        stays
    });
    Moved(Some(places))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::reading::{ArticleText, Reading, TextOf, read};

    /// What rows need of a reading, broken nowhere.
    fn prove(article: &ArticleText<'_>, reading: &Reading) {
        let headline = article.headline.unwrap_or_default();
        let words = |span| {
            let (of, span) = reading.locate(span);
            let text = if of == TextOf::Headline { headline } else { article.body };
            assert!(span.end <= text.len() && !span.of(text).trim().is_empty(), "{span:?} of {text:?}");
            of
        };
        for claim in &reading.claims {
            let here = reading.locate(reading.sentences[claim.sentence].span).0;
            assert!(!claim.parts.is_empty());
            for &part in &claim.parts {
                assert_eq!(words(part), here);
            }
            for hop in &claim.hops {
                assert!((0.0..=1.0).contains(&hop.confidence) && (0.0..=1.0).contains(&hop.voice_confidence));
                assert!(hop.voice < reading.voices.len());
                for span in [hop.cue, hop.source].into_iter().flatten() {
                    assert_eq!(words(span), here);
                }
            }
        }
        for value in &reading.values {
            assert_eq!(words(value.span), words(reading.claims[value.claim].hull()));
        }
        for mention in &reading.mentions {
            words(mention.span);
            assert!(reading.sentences[mention.sentence].span.contains(mention.span));
        }
    }

    fn soup() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "said",
            "accused",
            "of",
            "the",
            "senator",
            "What",
            "told",
            "Ana",
            "Ruiz",
            "Kelso",
            "Reuters",
            "that",
            "who",
            "by",
            "according",
            "to",
            "denied",
            "claims",
            "he",
            "she",
            "they",
            "was",
            "were",
            "killed",
            "12",
            "$3",
            "March",
            "2031",
            "on",
            "Monday",
            "and",
            "not",
            "neither",
            "nor",
            "'s",
            "’s",
            "â€™s",
            "Ã©",
            "“",
            "”",
            "\"",
            ",",
            ".",
            ":",
            ";",
            "—",
            "-",
            "(",
            ")",
            "?",
            "\n",
            "\n\n",
            "urged",
            "called",
            "as",
            "declined",
            "comment",
            "mayor",
            "police",
            "source",
            "reportedly",
            "%",
            "@x",
            "é",
            "the city of",
            "Mr.",
            "at",
            "a.m.",
            "first",
            "I",
            "we",
            "quoted",
            "saying",
            "no one",
            "would",
            "have",
        ]);
        prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(192))]

        #[test]
        fn nothing_that_is_read_breaks_a_row(body in soup(), headline in soup()) {
            let article = ArticleText { body: &body, headline: Some(&headline), ..ArticleText::default() };
            prove(&article, &read(&article));
        }

        #[test]
        fn any_characters_can_be_read(body in "([a-zA-Z .,\"'“”‘’():|@0-9$%-]|\n|\\PC){0,160}") {
            let article = ArticleText { body: &body, ..ArticleText::default() };
            prove(&article, &read(&article));
        }
    }

    #[test]
    fn a_question_that_ends_with_its_preposition_is_read() {
        for body in [
            "What the Prosecutors Accused the Senator of",
            "Whom the Mayor Blamed the Fire on",
            "The â€™s lawyer said it rained.",
            "“ according urged claims Ana denied",
            "s said that it rained.",
            "said said according said said said said said said 's told accused claims she denied said",
            "”@0.",
            "𐵐𚿽$",
        ] {
            let article = ArticleText { body, ..ArticleText::default() };
            prove(&article, &read(&article));
        }
    }

    #[test]
    fn a_headline_that_the_body_lacks_is_read_above_it() {
        let article = ArticleText {
            headline: Some("Mayor Ruiz says the bridge is safe"),
            body: "The bridge was closed on Monday.\n\nRuiz said it would open soon.",
            ..ArticleText::default()
        };
        let reading = read(&article);
        prove(&article, &reading);
        assert_eq!(reading.locate(reading.sentences[0].span).0, TextOf::Headline);
        assert_eq!(reading.locate(reading.sentences[1].span), (TextOf::Body, crate::span::Span::new(0, 32)));
        let heard: Vec<&str> = reading
            .claims
            .iter()
            .filter_map(|claim| claim.hops.last())
            .map(|hop| reading.voices[hop.voice].name.as_str())
            .collect();
        assert_eq!(heard.len(), 2);
        // A line of the body that says the same is the headline, and is read once.
        let twice = ArticleText { headline: Some("The Bridge was closed on Monday"), ..article };
        assert_eq!(read(&twice).above, 0);
    }
}
