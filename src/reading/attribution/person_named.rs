//! The person whom the words of a source name beside titles, posts and appositions: "Harbour Secretary of State Ann Lee",
//! "the author of the book, Ann Lee", "contender and former surgeon Ann Lee".
//!
//! It looks at the words and the names in them; who spoke is the work of the rules, and a source that joins two people
//! names none of them alone.

use super::report::Words;
use super::site::Site;
use super::voice_kind::lone_noun;
use crate::language::{NameKind, NameTag, Upos};
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::reading::names::coreference::human_noun;
use crate::reading::names::gazetteer::gazetteer;
use crate::reading::{Mention, Reading};

/// The only person whom the words of a source name as the one who speaks.
pub fn person_named<'r>(site: &Site, words: Words, reading: &'r Reading) -> Option<&'r Mention> {
    let first = site.tree.token_at(words.span.start)?;
    let last = site.tree.token_at(words.span.end.checked_sub(1)?)?;
    if words.sentence != site.sentence || (first..=last).any(|at| site.is_quoted(at)) {
        return None;
    }
    // "contender and former surgeon | Ann Lee": the parser cut the name off.
    let behind = || person_at(site, last + 1, reading).filter(|_| is_post(site, last));
    let last = behind().map_or(last, |(_, end)| end);
    at_the_start(site, (first, last), reading).or_else(|| behind_a_comma(site, (first, last), reading))
}

/// "Representative Ann Lee, a clerk from Kelso": titles, then the name; behind it nothing or an apposition.
fn at_the_start<'r>(site: &Site, (first, last): (usize, usize), reading: &'r Reading) -> Option<&'r Mention> {
    let (name, end) = row(site, first, last, reading)?;
    let apposition = || {
        let opens = matches!(site.upos(end + 2), Upos::Det | Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num);
        let closes = last + 1 >= site.len() || site.is_mark(last + 1) || matches!(site.word(last + 1), "who" | "whose");
        site.word(end + 1) == "," && opens && closes && !joins_another(site, end + 2, last, reading)
    };
    let label = || matches!(site.word(end + 1), "(" | "who" | "of" | "from" | "for" | "with" | "at");
    let whole = end >= last;
    (whole || label() && !has_and(site, end + 1, last) || apposition()).then_some(name)
}

/// "the author of the book, Ann Lee": the name with its titles behind the last comma, at the very end.
fn behind_a_comma<'r>(site: &Site, (first, last): (usize, usize), reading: &'r Reading) -> Option<&'r Mention> {
    let comma = (first + 1..last).rev().find(|&at| site.word(at) == ",")?;
    let person = person_at(site, first, reading).is_some();
    let (name, end) = row(site, comma + 1, last, reading)?;
    let closes = end == last || site.word(end + 1) == "(" && site.word(last) == ")";
    (closes && !person && !has_and(site, first, comma)).then_some(name)
}

/// The person at the end of a row of titles and nouns that starts at `first`, with the last token of the name.
fn row<'r>(site: &Site, first: usize, last: usize, reading: &'r Reading) -> Option<(&'r Mention, usize)> {
    let mut at = first;
    let mut joined = false;
    while at <= last {
        if let Some((name, end)) = person_at(site, at, reading) {
            // "Brandt's lawyer Ann Lee"
            if end < last && site.xpos(end + 1) == "POS" {
                at = end + 2;
                continue;
            }
            let opened = site.upos(first) == Upos::Det;
            return (!(joined && opened)).then_some((name, end));
        }
        match site.upos(at) {
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num => {}
            Upos::Det | Upos::Pron if at == first => {}
            Upos::Part if site.xpos(at) == "POS" => {}
            _ if matches!(site.word(at), "-" | ".") => {}
            // "contender and former surgeon Ann Lee": two posts of one person.
            Upos::Cconj if at > first && site.word(at) == "and" && is_post(site, at - 1) => joined = true,
            // "Secretary of State Ann Lee", not "director of Mr. Lee".
            Upos::Adp if at > first && is_office(site, at - 1) && !is_honorific(site, at + 1) => {}
            _ if matches!(site.word(at), "of") && at > first => {
                let name = site.upos(at - 1) == Upos::Propn && site.upos(at + 1) == Upos::Propn;
                if !name || person_at(site, at + 1, reading).is_some() {
                    return None;
                }
            }
            Upos::Det if at > first && site.upos(at - 1) == Upos::Adp => {}
            _ => return None,
        }
        at += 1;
    }
    None
}

/// The person whose name starts at a token, with the last token of the name.
fn person_at<'r>(site: &Site, at: usize, reading: &'r Reading) -> Option<(&'r Mention, usize)> {
    let token = (at < site.len()).then(|| site.token(at))?;
    let from = reading.mentions.partition_point(|mention| mention.span.start < token.start);
    let mention = reading.mentions.get(from).filter(|mention| mention.span.start == token.start)?;
    let person = |entity: usize| reading.entities[entity].kind == EntityKind::Person;
    let named = mention.kind == MentionKind::Name && mention.entity.is_some_and(person);
    let end = site.tree.token_at(mention.span.end.checked_sub(1)?)?;
    (named && lone_noun(site, at).is_none()).then_some((mention, end))
}

/// Whether the words behind a name join another one to it: "Ann Lee, the clerk Bo Roe and Mark Brandt".
fn joins_another(site: &Site, from: usize, last: usize, reading: &Reading) -> bool {
    (from..=last).filter(|&at| matches!(site.word(at), "and" | "or" | "&")).any(|joint| {
        let named = (joint + 1..=last).find_map(|at| person_at(site, at, reading));
        let ends = |end: usize| end >= last || site.is_mark(end + 1);
        let several = matches!(site.xpos(last), "NNS" | "NNPS");
        named.is_some_and(|(_, end)| ends(end)) || several
    })
}

fn has_and(site: &Site, from: usize, last: usize) -> bool {
    (from..=last).any(|at| matches!(site.word(at), "and" | "or" | "&"))
}

fn is_post(site: &Site, at: usize) -> bool {
    matches!(site.xpos(at), "NN" | "NNP") && human_noun(site.lemma(at)).is_some()
}

/// Whether a noun is that of an office, which may have an "of" before its bearer.
fn is_office(site: &Site, at: usize) -> bool {
    let word = site.token(at).of(site.text);
    let office = gazetteer().title(word).is_some() || gazetteer().title(&word.to_lowercase()).is_some();
    let kin = gazetteer().relation(site.lemma(at)).is_some();
    office && !kin && site.word(at + 1) == "of"
}

/// Whether a name of a person or its title starts here.
fn is_honorific(site: &Site, at: usize) -> bool {
    let title = gazetteer().title(site.token(at).of(site.text)).is_some();
    title || matches!(site.at(at).name, NameTag::Begin(NameKind::Person)) && site.word(at) != "state"
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::last_voice as voice;

    #[test]
    fn the_name_beside_titles_speaks() {
        for (text, wanted) in [
            ("“It is cold,” said Representative Ann Lee, a Democrat from New York.", "Ann Lee"),
            ("Former Secretary of State Ann Lee urged voters to go.", "Ann Lee"),
            ("Presidential contender and former surgeon Ann Lee said that it was late.", "Ann Lee"),
            ("“It is cold,” said Ann Lee, a Democrat and former senator who ran in 2008.", "Ann Lee"),
            ("The author of the book, Ann Lee, said that it was late.", "Ann Lee"),
            ("“It is cold,” wrote Ann Lee for the Valley Post.", "Ann Lee"),
        ] {
            assert_eq!(voice(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_name_in_a_description_does_not_speak() {
        for (text, unwanted) in [
            ("The brother of Ann Lee said that it was late.", "Ann Lee"),
            ("Allies of Mark Brandt, like Ann Lee, said that it was late.", "Ann Lee"),
            ("The mayor and Ann Lee said that it was late.", "Ann Lee"),
            ("Aides to Governor Ann Lee said that it was late.", "Ann Lee"),
        ] {
            assert_ne!(voice(text), unwanted, "{text}");
        }
    }
}
