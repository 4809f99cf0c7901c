//! Reports by a phrase: "according to X, Y", "Y, as per X", "in the words of X".

use super::lexicon::attribution_phrase;
use super::report::{Report, Strength};
use super::site::Site;
use super::sources::source;
use crate::language::{Relation, Upos};
use crate::reading::kinds::{Modality, Polarity};
use crate::span::Span;

/// The report of the phrase that starts at `at`, and the token after it.
pub fn report(site: &Site, at: usize) -> Option<Report> {
    let words = |offset: usize| Some(site.word(at + offset)).filter(|word| !word.is_empty());
    let (length, _) = attribution_phrase(words).filter(|(_, role)| *role == "source")?;
    let cue_end = at + length - 1;
    let head = voice(site, cue_end)?;
    let who = source(site, head, cue_end)?;
    let mut first = at;
    let last = (cue_end..site.len()).take_while(|&token| site.token(token).start < who.span.end).last()?;
    if length == 1 && site.word(at) == "per" && !site.upos(head).eq(&Upos::Propn) {
        return None;
    }
    while first > 0 && site.upos(first - 1) == Upos::Adv && first - 1 > 0 && !site.is_mark(first - 1) {
        first -= 1;
    }
    let content = around(site, first, last);
    if content.is_empty() {
        return None;
    }
    Some(Report {
        rule: "according-to",
        sentence: site.sentence,
        cue: site.token(at).hull(site.token(cue_end)),
        at,
        source: Some(who),
        content,
        polarity: Polarity::Affirmed,
        modality: Modality::Asserted,
        addressee: None,
        strength: Strength::Speech,
        quotes: true,
    })
}

/// The head of the noun phrase behind the cue: the highest token of the phrase that starts there.
fn voice(site: &Site, cue_end: usize) -> Option<usize> {
    let mut at = cue_end + 1;
    while site.upos_or_punct(at) == Upos::Punct && at < site.len() {
        at += 1;
    }
    if at >= site.len() {
        return None;
    }
    while let Some(head) = site.head(at) {
        let nominal =
            matches!(site.upos(head), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Sym | Upos::Adj);
        let inside =
            !matches!(site.relation(at), Relation::Obl | Relation::Advcl | Relation::Parataxis | Relation::Root);
        if head <= cue_end || !nominal || !inside {
            break;
        }
        at = head;
    }
    Some(at)
}

/// The words around the phrase `first..=last`: the clause that it comments on.
fn around(site: &Site, first: usize, last: usize) -> Vec<Span> {
    let mut content = Vec::new();
    let end = site.len() - 1;
    let starts_clause = first == 0 || site.is_mark(first - 1) && opens_clause(site, first);
    if starts_clause {
        // "According to X, Y": to the end of the sentence, or to the next voice's clause.
        let until = next_voice(site, last + 1).unwrap_or(end);
        content.extend(site.words((last + 1).min(end), until));
        return content;
    }
    let from = clause_start(site, first);
    if let Some(span) =
        first.checked_sub(1).filter(|&before| before >= from).and_then(|before| site.words(from, before))
    {
        content.push(span);
    }
    // "Y, according to X, amid Z": what follows a second comma goes on with the clause.
    if last + 2 < site.len() && site.is_mark(last + 1) && site.word(last + 1) == "," {
        let until = next_voice(site, last + 2).unwrap_or(end);
        content.extend(site.words(last + 2, until));
    }
    content
}

/// Whether a phrase in mid-sentence opens its clause: "…, and according to X, Y".
fn opens_clause(site: &Site, first: usize) -> bool {
    first > 0 && matches!(site.word(first - 1), ";" | ":" | "—" | "–")
}

/// Where the clause before the phrase starts: the sentence, or what follows "; " or ", but".
fn clause_start(site: &Site, first: usize) -> usize {
    (1..first).rev().find(|&at| site.word(at) == ";").map_or(0, |at| at + 1)
}

/// The last token before a clause that has its own phrase or voice: ", and another site showed …".
fn next_voice(site: &Site, from: usize) -> Option<usize> {
    let is_break = |at: usize| {
        site.word(at) == "," && matches!(site.word(at + 1), "and" | "but" | "while") && {
            let coordinated = site.tree.tokens.get(at + 1).and_then(|token| token.head);
            coordinated.is_some_and(|verb| {
                super::lexicon::reporting(super::lexicon::Class::Verb, site.lemma(verb)).is_some()
                    && site.child(verb, &[Relation::Nsubj]).is_some()
            })
        }
    };
    (from..site.len()).find(|&at| is_break(at)).map(|at| at.saturating_sub(1))
}

impl Site<'_> {
    fn upos_or_punct(&self, at: usize) -> Upos {
        if at < self.len() && !self.is_mark(at) { self.upos(at) } else { Upos::Punct }
    }
}
