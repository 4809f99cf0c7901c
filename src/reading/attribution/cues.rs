//! Goes over the words of a sentence and asks the rules, the most telling first.

use super::lexicon::{Class, Entry, Frame, reporting};
use super::parts;
use super::report::Report;
use super::site::Site;
use super::{
    according, as_said, clause, clause_start, document, gate, nominal, object, passive, proposition, quoted_phrase,
    rejected, silence, standing, witness,
};
use crate::language::{Relation, Upos};
use crate::reading::Declined;
use crate::span::Span;

/// The reports of one sentence, in the order of their cues; words in whole-sentence quotations report nothing. What a
/// rule found and another declined is added to `declined`.
pub fn reports(site: &Site, declined: &mut Vec<Declined>) -> Vec<Report> {
    let read = |at: &usize| !site.is_quoted(*at) && !site.is_mark(*at);
    let mut found: Vec<Report> = (0..site.len()).filter(read).filter_map(|at| checked(site, at, declined)).collect();
    // "quoted him as saying X" is one report, not a second one of "saying".
    let carried = |report: &Report| report.rule == passive::CARRIED;
    let saying: Vec<usize> = found.iter().filter(|report| carried(report)).map(|report| report.at).collect();
    found.retain(|report| carried(report) || !saying.contains(&report.at));
    if found.is_empty() {
        found.extend(document::report(site));
    }
    found
}

/// The report of a word, if it was made, by somebody or something that can speak.
fn checked(site: &Site, at: usize, declined: &mut Vec<Declined>) -> Option<Report> {
    let found = report(site, at)?;
    let (cue, rule) = (found.cue, found.rule);
    let mut decline = |why: &'static str| {
        declined.push(Declined { cue, rule, why });
        None
    };
    let Some(found) = standing::made(site, found) else {
        return decline("not said: negated, asked, supposed, possible");
    };
    if matches!(found.rule, "it-was-said" | "is-said-to") && found.source.is_none() {
        return Some(found);
    }
    match found.source {
        Some(words) if !gate::can_speak(site, words) => decline("its source cannot speak"),
        Some(words) if found.rule != rejected::BEFORE && gate::describes(site, &found, words) => {
            decline("it only tells which one is meant")
        }
        Some(words) if gate::says_nothing(site, &found, words) => decline("nothing is said"),
        // Without a voice only a quotation is worth a search for its speaker.
        None if !found.content.is_empty() && !found.content.iter().any(|part| quoted_in(site, *part)) => {
            decline("without a source")
        }
        // What is no content may still stand beside a quotation: "“…”, she said when it opened".
        _ if !proposition::put_forward(site, &found) && found.quotes => Some(Report { content: Vec::new(), ..found }),
        _ if !proposition::put_forward(site, &found) => decline("its content puts nothing forward"),
        _ => Some(found),
    }
}

/// Whether a quotation of whole sentences touches a stretch.
fn quoted_in(site: &Site, part: Span) -> bool {
    (0..site.len()).any(|at| site.is_quoted(at) && part.contains(site.token(at)))
}

fn report(site: &Site, at: usize) -> Option<Report> {
    if let Some(found) = according::report(site, at).or_else(|| as_said::report(site, at)) {
        return Some(found);
    }
    match site.upos(at) {
        Upos::Verb | Upos::Aux => {
            if let Some(found) = silence::report(site, at)
                .or_else(|| passive::quoted_as_saying(site, at))
                .or_else(|| witness::report(site, at))
                .or_else(|| rejected::plea(site, at))
            {
                return Some(found);
            }
            let entry = reporting_verb(site, at)?;
            if site.is_passive(at) {
                return passive::report(site, at, entry);
            }
            if let Some(found) = rejected::before(site, at, entry) {
                return Some(found);
            }
            let with_clause = clause::report(site, at, entry);
            match with_clause {
                Some(found) if !found.content.is_empty() => Some(found),
                bare => object::report(site, at, entry).or_else(|| quoted_phrase::report(site, at, entry)).or(bare),
            }
        }
        Upos::Sconj | Upos::Adp => mistagged(site, at),
        Upos::Noun => match reporting(Class::Noun, site.lemma(at)) {
            Some(entry) => nominal::noun(site, at, entry).or_else(|| mistaken(site, at)),
            None => mistaken(site, at),
        },
        Upos::Intj | Upos::Propn | Upos::Punct | Upos::Sym | Upos::X => mistaken(site, at),
        Upos::Adj => silence::report(site, at)
            .or_else(|| nominal::adjective(site, at, reporting(Class::Adjective, site.lemma(at))?))
            .or_else(|| progressive(site, at))
            .or_else(|| mistagged(site, at)),
        _ => None,
    }
}

/// The entry of a verb, with its particle where it has one ("point out").
pub fn reporting_verb(site: &Site, at: usize) -> Option<&'static Entry> {
    parts::with_particle(site, at).map(|(entry, _)| entry).or_else(|| reporting(Class::Verb, site.lemma(at)))
}

/// A verb of speech that the tagger took for a noun: "others in the town say they would".
fn mistaken(site: &Site, at: usize) -> Option<Report> {
    let small = !site.token(at).of(site.text).starts_with(char::is_uppercase);
    if !small || at == 0 || !clause_start::opens_clause(site, at + 1) {
        return None;
    }
    let word = site.word(at);
    let speaks = |entry: &&Entry| entry.takes(Frame::Clause) && entry.takes(Frame::Quote);
    let entry =
        [word, word.strip_suffix('s').unwrap_or(word)].into_iter().find_map(|stem| reporting(Class::Verb, stem));
    clause::report(site, at, entry.filter(speaks)?)
        .filter(|report| !report.content.is_empty() && report.source.is_some())
}

/// "is hoping to win", whose verb the tagger took for an adjective.
fn progressive(site: &Site, at: usize) -> Option<Report> {
    let stem = site.word(at).strip_suffix("ing").filter(|_| site.child(at, &[Relation::Cop]).is_some())?;
    let entry = [stem.to_owned(), format!("{stem}e")].iter().find_map(|stem| reporting(Class::Verb, stem))?;
    let found = clause::report(site, at, entry).filter(|report| !report.content.is_empty());
    found.or_else(|| object::report(site, at, entry)).filter(|report| report.source.is_some())
}

/// A verb that the tagger took for another word: ", insist they are late", ", determined that it was late".
fn mistagged(site: &Site, at: usize) -> Option<Report> {
    let word = site.word(at);
    let opens = |at: usize| matches!(site.word(at), "that" | "it" | "they" | "he" | "she" | "there");
    let interrupted = word.ends_with("ed") && site.word(at + 1) == ",";
    if !(opens(at + 1) || interrupted) {
        return None;
    }
    let stems = [word, word.strip_suffix('d').unwrap_or(word), word.strip_suffix("ed").unwrap_or(word)];
    let entry = stems.into_iter().find_map(|stem| reporting(Class::Verb, stem))?;
    clause::report(site, at, entry).filter(|report| !report.content.is_empty() && report.source.is_some())
}
