//! Reports by a phrase: "according to X, Y", "Y, as per X", "in the words of X".

use super::lexicon::{Class, attribution_phrase, reporting, voice_noun};
use super::report::{Report, Strength, Words};
use super::site::Site;
use crate::language::{NameTag, Relation, Upos};
use crate::reading::kinds::{Modality, Polarity};
use crate::span::Span;

/// The report of the phrase that starts at `at`.
pub fn report(site: &Site, at: usize) -> Option<Report> {
    let words = |offset: usize| Some(site.word(at + offset)).filter(|word| !word.is_empty());
    let (length, _) = attribution_phrase(words).filter(|(_, role)| *role == "source")?;
    let cue_end = at + length - 1;
    let first = cue_end + 1;
    if first >= site.len() || site.is_mark(first) {
        return None;
    }
    let opens = opens_clause(site, at);
    let last = voice_end(site, first, opens);
    let head = head_of(site, first, last);
    if length == 1 && site.word(at) == "per" && site.upos(head) != Upos::Propn {
        return None;
    }
    // "works according to plan": a bare noun that is no voice is no source.
    let named = site.at(head).name != NameTag::Outside;
    if first == last && site.xpos(head) == "NN" && !named && voice_noun(site.lemma(head)).is_none() {
        return None;
    }
    let span = site.words(first, last)?;
    let content = around(site, at, last, opens);
    if content.is_empty() {
        return None;
    }
    Some(Report {
        rule: "according-to",
        sentence: site.sentence,
        cue: site.token(at).hull(site.token(cue_end)),
        at,
        source: Some(Words { span, sentence: site.sentence, head }),
        content,
        polarity: Polarity::Affirmed,
        modality: Modality::Asserted,
        addressee: None,
        strength: Strength::Speech,
        quotes: true,
        quoted: None,
    })
}

/// Whether the phrase stands before its clause: at the start of the sentence, or after "that", "and", ";".
fn opens_clause(site: &Site, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let word =
        if site.word(before) == "," { before.checked_sub(1).map_or("", |at| site.word(at)) } else { site.word(before) };
    matches!(word, "that" | "and" | "but" | ";" | ":" | "—" | "meanwhile" | "however" | "but,")
        || (0..at).all(|at| site.is_mark(at))
}

/// The last token of the voice: up to the next mark, and over an apposition behind it.
fn voice_end(site: &Site, first: usize, opens: bool) -> usize {
    let ends = |&at: &usize| {
        let mark = site.is_mark(at) && !matches!(site.word(at), "'" | "’" | "-" | "." | "(" | ")" | "&" | "/");
        mark || site.is_quoted(at) || at + 1 == site.len() && site.is_mark(at)
    };
    let end = (first..site.len()).find(ends).unwrap_or(site.len());
    // A verb ends a voice that no mark ends: "according to the mayor the road is closed".
    let relative = |&at: &usize| matches!(site.word(at), "who" | "which" | "that");
    let verb =
        (first..end).take_while(|at| !relative(at)).find(|&at| matches!(site.xpos(at), "VBD" | "VBZ" | "VBP" | "MD"));
    if verb.is_some() && opens {
        let (_, last) = site.reach(head_of(site, first, end - 1));
        return last.clamp(first, end - 1);
    }
    let mut last = end - 1;
    // "according to Flightwatch, another tracking site." and "according to Ruiz, head of the port, the ship sank".
    if site.word(end) == "," && !opens {
        let next = (end + 1..site.len())
            .find(|&at| site.is_mark(at) && !matches!(site.word(at), "'" | "’" | "-" | "(" | ")"))
            .unwrap_or(site.len());
        let noun = end + 1 < next && matches!(site.upos(end + 1), Upos::Det | Upos::Noun | Upos::Adj);
        let quiet = (end + 1..next).all(|at| !matches!(site.upos(at), Upos::Verb | Upos::Aux));
        if noun && quiet {
            last = next - 1;
        }
    }
    last
}

fn head_of(site: &Site, first: usize, last: usize) -> usize {
    let inside = |at: usize| (first..=last).contains(&at);
    let nominal = |at: usize| matches!(site.upos(at), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
    let tops = (first..=last).filter(|&at| nominal(at));
    tops.clone()
        .find(|&at| site.head(at).is_none_or(|head| !inside(head)))
        .or_else(|| tops.clone().next())
        .unwrap_or(first)
}

/// The words around the phrase `first..=last`: the clause that it comments on.
pub(super) fn around(site: &Site, first: usize, last: usize, opens: bool) -> Vec<Span> {
    let end = site.len() - 1;
    if opens {
        // To the end of the sentence, or to the next voice's clause.
        return site.words((last + 1).min(end), next_voice(site, last + 1).unwrap_or(end)).into_iter().collect();
    }
    let from = (1..first).rev().find(|&at| site.word(at) == ";").map_or(0, |at| at + 1);
    let mut content: Vec<Span> = site.words(from, first - 1).into_iter().collect();
    // "Y, according to X, amid Z": what follows a second comma goes on with the clause.
    if last + 2 < site.len() && site.word(last + 1) == "," {
        content.extend(site.words(last + 2, next_voice(site, last + 2).unwrap_or(end)));
    }
    content
}

/// The last token before a clause that has its own phrase or voice: ", and another site showed …".
fn next_voice(site: &Site, from: usize) -> Option<usize> {
    let speaks = |verb: usize| {
        let reports = matches!(site.upos(verb), Upos::Verb) && reporting(Class::Verb, site.lemma(verb)).is_some();
        reports && site.child(verb, &[Relation::Nsubj]).is_some()
    };
    let joint = |&at: &usize| site.word(at) == "," && matches!(site.word(at + 1), "and" | "but" | "while");
    let break_at = (from..site.len()).find(|at| {
        joint(at)
            && (at + 2..site.len())
                .take_while(|&token| site.word(token) != ",")
                .find(|&token| site.is_finite(token))
                .is_some_and(speaks)
    });
    break_at.map(|at| at.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn the_voice_behind_the_phrase_puts_the_clause_forward() {
        check(
            "According to the harbor office, three boats sank.",
            &["according-to: the harbor office: three boats sank"],
        );
        check(
            "Three boats sank, according to Seawatch, another tracking site.",
            &["according-to: Seawatch: Three boats sank"],
        );
    }

    #[test]
    fn a_bare_noun_is_no_voice() {
        check("The office works according to plan.", &[]);
    }
}
