//! The noun that a row of nouns is headed by: in "Kelso Police Chief Ann Lee" it is Lee who speaks, in "a Kelso Post
//! analysis" the analysis, whatever the parser took for the head.
//!
//! It looks at words and names side by side; whose voice they are is the work of `voices`.

use super::lexicon::voice_noun;
use super::report::Words;
use super::site::Site;
use crate::language::{Relation, Upos};
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::reading::names::coreference::human_noun;
use crate::reading::{Mention, Reading};

/// The words of a source headed by the last noun of the row in which their head stands, where that can speak.
pub fn last_noun(site: &Site, words: Words, reading: &Reading) -> Words {
    let head = words.head;
    if words.sentence != site.sentence || !is_noun(site, head) {
        return words;
    }
    let own = name_at(site, head, reading);
    let last = row_end(site, words, reading);
    if last == head || own.is_some_and(|own| own.span.contains(site.token(last))) {
        return words;
    }
    let name = name_at(site, last, reading);
    let person = name.is_some_and(|name| is_person(name, reading));
    let time = matches!(site.relation(last), Relation::OblUnmarked | Relation::NmodUnmarked);
    let lemma = site.lemma(last);
    let speaks = name.is_none() && (voice_noun(lemma).is_some() || human_noun(lemma).is_some());
    // "the witness Ana Ruiz", "Kelso Police Chief Ann Lee"; but "Ann Lee Kelso Post" are two names.
    let headed = person || speaks && own.is_none_or(|own| !is_person(own, reading));
    if headed && !time { Words { head: last, ..words } } else { words }
}

/// The last token of the row of nouns, names and adjectives that goes through the head, inside the words.
fn row_end(site: &Site, words: Words, reading: &Reading) -> usize {
    let joins = |&at: &usize| {
        let inside = words.span.contains(site.token(at));
        let dot = site.word(at) == "." && site.word(at - 1).len() < 5;
        let named = name_at(site, at, reading).is_some();
        inside && !site.is_quoted(at) && (named || is_noun(site, at) || site.upos(at) == Upos::Adj || dot)
    };
    let row = (words.head + 1..site.len()).take_while(joins);
    row.filter(|&at| is_noun(site, at)).last().unwrap_or(words.head)
}

fn is_noun(site: &Site, at: usize) -> bool {
    matches!(site.upos(at), Upos::Noun | Upos::Propn)
}

fn is_person(name: &Mention, reading: &Reading) -> bool {
    name.entity.is_some_and(|entity| reading.entities[entity].kind == EntityKind::Person)
}

fn name_at<'r>(site: &Site, at: usize, reading: &'r Reading) -> Option<&'r Mention> {
    let token = site.token(at);
    let from = reading.mentions.partition_point(|mention| mention.span.end <= token.start);
    let mention = reading.mentions.get(from)?;
    (mention.kind == MentionKind::Name && mention.span.contains(token)).then_some(mention)
}

#[cfg(test)]
mod tests {
    use crate::reading::{ArticleText, read};

    /// The voices of a sentence.
    fn voices(sentence: &str) -> Vec<String> {
        let body = format!("The valley was calm on Sunday and nothing moved there.\n\n{sentence}\n");
        let reading = read(&ArticleText { body: &body, outlet: "Valley Post", ..ArticleText::default() });
        reading.voices.into_iter().map(|voice| voice.name).collect()
    }

    #[test]
    fn the_bearer_of_a_title_speaks_and_not_its_body() {
        for (sentence, wanted) in [
            ("“It was a bad night,” Houston Police Chief Art Lindgren said.", "Art Lindgren"),
            ("Vermont Sen. Mark Brandt said that the bank was closed.", "Mark Brandt"),
            ("According to Essex County Sheriff Bill Brandt, the road was closed.", "Bill Brandt"),
            ("Cleveland Mayor Ann Lee, who left the town, said that the road was closed.", "Ann Lee"),
        ] {
            assert_eq!(voices(sentence), [wanted], "{sentence}");
        }
    }

    #[test]
    fn a_name_alone_keeps_its_voice() {
        assert_eq!(
            voices("The Houston Police Department said that the road was closed."),
            ["Houston Police Department"]
        );
    }
}
