//! Who can speak: a person, a body, a document, data, a group, a pronoun; no time, place, manner, feeling or sum, no part
//! of the body, no party label.
//!
//! It looks at the words of a source alone; whose words they are is the work of the rules.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::lexicon::{other_sense, outlet_head, time_word, voice_noun};
use super::report::{Report, Words};
use super::site::Site;
use crate::language::{NameKind, NameTag, Relation, Upos};
use crate::lexicon::rows;
use crate::reading::kinds::SourceKind;
use crate::reading::names::coreference::human_noun;

const MUTE: &str = include_str!("../../../data/lexicon/mute_nouns.tsv");

static MUTE_NOUNS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(MUTE).filter_map(|cells| cells.first().copied()).collect());

/// Whether the words of a source can stand for a voice.
pub fn can_speak(site: &Site, words: Words) -> bool {
    let head = words.head;
    if site.sentence != words.sentence {
        return true;
    }
    if is_torn(words.span.of(site.text)) {
        return false;
    }
    match site.upos(head) {
        Upos::Pron => {
            !matches!(site.word(head), "it" | "itself" | "there" | "what" | "this" | "whose") || is_text(site, head)
        }
        Upos::Propn => !is_label(site, head) && (!time_word(site.word(head)) || site.at(head).name != NameTag::Outside),
        // "Four in ten said so", "most said so", "the 46-year-old said so".
        Upos::Num | Upos::Det | Upos::Adj => true,
        Upos::Noun => {
            let named = site.at(head).name != NameTag::Outside || beside_name(site, head);
            let aged = site.word(head).ends_with("-old");
            named && !time_word(site.word(head))
                || aged
                || voice_noun(site.lemma(head)).is_some()
                || !is_mute(site, head)
        }
        // A name that the tagger took for another word.
        _ => site.at(head).name != NameTag::Outside || voice_noun(site.lemma(head)).is_some(),
    }
}

/// Whether a stance only tells which one is meant: "voters who back the dam", "a plan that supports it". Words that are
/// said in a relative clause are a report all the same: "Ruiz, who said that …".
pub fn describes(site: &Site, report: &Report, words: Words) -> bool {
    let pronoun = matches!(site.word(words.head), "who" | "which" | "that") && words.sentence == site.sentence;
    let stance = matches!(report.rule, "object" | "infinitive" | "gerund" | "urge" | "object-and");
    // "Ruiz, who praised the deal, left": who she is is known, so that it tells what she did.
    let name = |at: usize| matches!(site.upos(at), Upos::Propn) || site.at(at).name != NameTag::Outside;
    let known = words.head >= 2 && site.word(words.head - 1) == "," && name(words.head - 2);
    pronoun && stance && !known && (report.rule != "object" || site.word(words.head) != "which")
}

/// Whether nothing is said: a thing shows it ("the delay shows"), people come upon it or grasp it ("officers found four men",
/// "deputies realized that"), or the words are a stamp or a name ("Posted: Saturday", "the Kelso Post").
pub fn says_nothing(site: &Site, report: &Report, words: Words) -> bool {
    let Some(sense) = other_sense(site.lemma(report.at)) else { return is_stamp(site, report.at) };
    let head = words.head;
    if words.sentence != site.sentence || report.quotes && report.content.is_empty() {
        return false;
    }
    let common = site.upos(head) == Upos::Noun && site.at(head).name == NameTag::Outside && !beside_name(site, head);
    let noun = voice_noun(site.lemma(head));
    let people = noun.is_some_and(|noun| matches!(noun.kind, SourceKind::Official | SourceKind::Witness));
    match sense {
        "show" => common && noun.is_none() && human_noun(site.lemma(head)).is_none(),
        "find" => {
            let person =
                matches!(site.at(head).name, NameTag::Begin(NameKind::Person) | NameTag::Inside(NameKind::Person));
            let pronoun = matches!(site.word(head), "he" | "she" | "they" | "who");
            let opened = (report.at + 1..site.len().min(report.at + 12)).any(|at| site.word(at) == "that");
            (common && people || person || pronoun) && !opened
        }
        _ => common && (people || noun.is_none()),
    }
}

/// "Posted: Saturday, 3 p.m.", "told the Kelso Post": no verb.
fn is_stamp(site: &Site, verb: usize) -> bool {
    let capital = |at: usize| site.token(at).of(site.text).starts_with(char::is_uppercase);
    let stamp = site.word(verb + 1) == ":" && capital(verb) && matches!(site.word(verb), "posted" | "updated");
    stamp || verb > 0 && capital(verb) && capital(verb - 1) && outlet_head(site.word(verb))
}

/// Whether a noun stands for a time, a feeling, a part of the body …
fn is_mute(site: &Site, head: usize) -> bool {
    let time = matches!(site.relation(head), Relation::OblUnmarked | Relation::NmodUnmarked);
    time || time_word(site.word(head)) || MUTE_NOUNS.contains(site.lemma(head)) || matches!(site.xpos(head), "$")
}

/// "the witness Ana Ruiz": a name that hangs on the noun.
fn beside_name(site: &Site, head: usize) -> bool {
    site.children(head).iter().any(|&child| {
        matches!(site.relation(child), Relation::Appos | Relation::Flat) && site.upos(child) == Upos::Propn
    })
}

/// "it" may be a report or body that was named before; a dummy "it" has no voice.
fn is_text(site: &Site, head: usize) -> bool {
    matches!(site.word(head), "it" | "this") && site.relation(head) == Relation::Nsubj
}

/// "Ohio) said": a parenthesis that closes and does not open has cut the words from their name.
fn is_torn(words: &str) -> bool {
    words.find(')').is_some_and(|close| !words[..close].contains('('))
}

/// "R-Ohio", "D-Mass.": a letter, a hyphen and a state.
fn is_label(site: &Site, head: usize) -> bool {
    let first = |at: usize| matches!(site.word(at), "r" | "d" | "i");
    let hyphen = |at: usize| matches!(site.word(at), "-" | "–");
    let word = site.word(head);
    let joined = word.len() > 2 && word.is_char_boundary(1) && first_letter(word) && word[1..].starts_with(['-', '–']);
    joined || head >= 2 && hyphen(head - 1) && first(head - 2) || first(head) && hyphen(head + 1)
}

fn first_letter(word: &str) -> bool {
    word.starts_with(['r', 'd', 'i'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::attribution::examples::check;

    #[test]
    fn the_list_is_sound() {
        assert_eq!(crate::lexicon::check(MUTE), Ok(()));
    }

    #[test]
    fn a_time_or_a_feeling_has_no_voice() {
        check("The weekend said that the ferry was late.", &[]);
        check("The mayor met voters who support the dam.", &[]);
        check(
            "Ana Ruiz, who praised the new dam in May, has left the town.",
            &["object: Ana Ruiz: the new dam in May"],
        );
        check("A clerk said that the ferry was late.", &["clause-after: A clerk: that the ferry was late"]);
    }

    #[test]
    fn what_is_come_upon_or_grasped_is_not_said() {
        check("The delay shows that the ferry was old.", &[]);
        check("Officers realized that the ferry was old.", &[]);
        check("The survey shows that the ferry was old.", &["clause-after: The survey: that the ferry was old"]);
        check("Officers found that the ferry was old.", &["clause-after: Officers: that the ferry was old"]);
    }
}
