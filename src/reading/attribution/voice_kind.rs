//! What kind of voice the words of a source are and how well it is known, where no entity of the article stands for them.
//!
//! It looks at one noun and the word lists; whose words they are is the work of `voices`.

use super::lexicon::{medium, voice_noun, voice_noun_after};
use super::site::Site;
use super::wording::{is_described, name_around};
use crate::language::{NameKind, NameTag, Upos};
use crate::reading::Mention;
use crate::reading::kinds::{Anonymity, EntityKind, MentionKind, SourceKind};
use crate::reading::names::coreference::human_noun;
use crate::reading::names::gazetteer::{Known, gazetteer};

/// "A New Hampshire Republican", "many Muslims": who is of a nation, faith or party does not speak as it.
pub fn of_group(site: &Site, head: usize) -> (SourceKind, Anonymity) {
    let plural = matches!(site.xpos(head), "NNS" | "NNPS");
    (SourceKind::Unnamed, if plural { Anonymity::Collective } else { Anonymity::Described })
}

/// What a voice that no entity stands for is, and how well it is known.
pub fn kind(site: &Site, head: usize, mention: Option<&Mention>) -> (SourceKind, Anonymity) {
    // A surname that two people of the article bear.
    if mention.is_some_and(|mention| mention.kind == MentionKind::Name && mention.entity.is_none()) {
        return (SourceKind::Unnamed, Anonymity::Unresolved);
    }
    if site.upos(head) == Upos::Pron {
        let anonymity = match site.word(head) {
            "some" | "others" | "many" | "those" | "these" | "both" => Anonymity::Collective,
            word if is_personal(word) => Anonymity::Unresolved,
            _ => Anonymity::Described,
        };
        return (SourceKind::Unnamed, anonymity);
    }
    let name = name_around(site, head);
    if let Some(kind) = medium(name.of(site.text)) {
        return (kind, Anonymity::Named);
    }
    let lone = lone_noun(site, head);
    let capital = site.token(head).of(site.text).starts_with(char::is_uppercase);
    let named =
        mention.is_some_and(|mention| mention.kind == MentionKind::Name) || capital && site.upos(head) == Upos::Propn;
    if is_body(site, head) {
        return (SourceKind::Organization, Anonymity::Named);
    }
    if named && lone.is_none() {
        let kind = match site.at(head).name {
            NameTag::Begin(NameKind::Organization | NameKind::Location)
            | NameTag::Inside(NameKind::Organization | NameKind::Location) => SourceKind::Organization,
            _ => SourceKind::Person,
        };
        return (kind, Anonymity::Named);
    }
    let plural = matches!(site.xpos(head), "NNS" | "NNPS") || lone.as_ref().is_some_and(|&(_, plural)| plural);
    let before = head.checked_sub(1).map(|at| site.word(at));
    let own = lone.as_ref().map_or(site.lemma(head), |(noun, _)| noun.as_str());
    let Some(noun) = voice_noun_after(before, own) else {
        return (SourceKind::Unnamed, if plural { Anonymity::Collective } else { Anonymity::Described });
    };
    let described = noun.anonymity == Anonymity::Unnamed && is_described(site, head);
    let anonymity = match noun.anonymity {
        _ if plural => Anonymity::Collective,
        Anonymity::Unnamed if described => Anonymity::Described,
        other => other,
    };
    (noun.kind, anonymity)
}

/// Whether a pronoun stands for a person whom the article names elsewhere.
fn is_personal(word: &str) -> bool {
    matches!(
        word,
        "i" | "we"
            | "you"
            | "he"
            | "she"
            | "it"
            | "they"
            | "me"
            | "us"
            | "him"
            | "her"
            | "them"
            | "himself"
            | "herself"
            | "itself"
            | "themselves"
    )
}

/// "Detectives said": a noun with a capital only because it opens its sentence, in small letters, and whether it is a plural.
pub fn lone_noun(site: &Site, head: usize) -> Option<(String, bool)> {
    let beside = head.checked_sub(1).is_some_and(|at| !site.is_mark(at) && site.upos(at) != Upos::Adv)
        || matches!(site.upos(head + 1), Upos::Propn | Upos::Noun);
    if beside {
        return None;
    }
    let word = site.word(head);
    let plural =
        word.strip_suffix("ies").map(|stem| format!("{stem}y")).or_else(|| Some(word.strip_suffix('s')?.into()));
    let people = |noun: &str| {
        let Some((first, rest)) = noun.split_at_checked(1) else { return false };
        let capital = first.to_uppercase() + rest;
        human_noun(noun).is_some() || matches!(gazetteer().known(&capital), Some(Known::Group(_)))
    };
    let plural = plural.filter(|noun: &String| word.is_ascii() && (voice_noun(noun).is_some() || people(noun)));
    let single = || voice_noun(word).is_some().then(|| (word.to_owned(), false));
    plural.map(|noun| (noun, true)).or_else(single)
}

/// "the Kelso County Sheriff's Office": a row of capitals that ends in a noun for a body.
fn is_body(site: &Site, head: usize) -> bool {
    let capital = |at: usize| site.token(at).of(site.text).starts_with(char::is_uppercase);
    let Some(before) = head.checked_sub(1) else { return false };
    let owner = if site.xpos(before) == "POS" { before.checked_sub(1) } else { Some(before) };
    let named = owner.is_some_and(|at| at > 0 && capital(at) && matches!(site.upos(at), Upos::Propn | Upos::Noun));
    let word = site.token(head).of(site.text);
    let body = || {
        let told = gazetteer().head(word).is_some_and(|(kind, _)| kind == EntityKind::Organization);
        told || voice_noun(site.word(head)).is_some_and(|noun| noun.kind == SourceKind::Organization)
    };
    capital(head) && word.chars().any(char::is_lowercase) && named && body()
}

#[cfg(test)]
mod tests {
    use crate::reading::{Anonymity, ArticleText, SourceKind, read};

    #[test]
    fn a_voice_is_what_its_noun_says() {
        for (sentence, wanted) in [
            ("Detectives said that it was late.", ("Detectives", SourceKind::Official, Anonymity::Collective)),
            ("The Kelso Tribune said that it was late.", ("Kelso Tribune", SourceKind::Outlet, Anonymity::Named)),
            (
                "The road was closed, according to new court papers.",
                ("new court papers", SourceKind::Document, Anonymity::Collective),
            ),
            (
                "The Orrin County Sheriff’s Office said that it was late.",
                ("Orrin County Sheriff’s Office", SourceKind::Organization, Anonymity::Named),
            ),
            ("His family said that it was late.", ("His family", SourceKind::Unnamed, Anonymity::Described)),
        ] {
            let body = format!("The valley was calm on Sunday and nothing moved there.\n\n{sentence}\n");
            let reading = read(&ArticleText { body: &body, outlet: "Valley Post", ..ArticleText::default() });
            let voice = &reading.voices[0];
            assert_eq!((voice.name.as_str(), voice.kind, voice.anonymity), wanted, "{sentence}");
        }
    }

    #[test]
    fn a_letter_alone_is_no_noun() {
        let reading = read(&ArticleText { body: "s said that it was late.\n", ..ArticleText::default() });
        assert!(reading.voices.iter().all(|voice| voice.kind != SourceKind::Official));
    }
}
