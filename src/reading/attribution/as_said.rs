//! Reports by a clause with "as": "as the mayor put it, X", "X, as the union noted", "Yet, as the mayor put it, X".
//!
//! The clause holds nothing but its voice, its verb and circumstances; the words beside it are the content.

use super::according::around;
use super::cues::reporting_verb;
use super::lexicon::Frame;
use super::parts::cue;
use super::report::{Report, Strength};
use super::site::Site;
use super::sources::source;
use super::subjects::{is_nominal, noun_ending_at, subject};
use crate::language::Upos;

/// The most words of the voice.
const VOICE: usize = 12;
/// The most words behind the verb.
const TAIL: usize = 8;

/// The report of the clause that "as" opens at `at`.
pub fn report(site: &Site, at: usize) -> Option<Report> {
    // "Yet, as the mayor put it, X"
    let opens = (0..at)
        .all(|before| !matches!(site.upos(before), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Verb | Upos::Aux))
        || at <= 3 && (0..at).all(|before| !site.is_finite(before) && site.upos(before) != Upos::Pron);
    let parted = at.checked_sub(1).is_some_and(|before| matches!(site.word(before), "," | "—" | "–" | "--"));
    if site.word(at) != "as" || !(opens || parted) {
        return None;
    }
    let verb = (at + 2..site.len().min(at + 2 + VOICE))
        .find(|&verb| site.is_finite(verb) && site.upos(verb) == Upos::Verb)
        .filter(|&verb| !site.is_passive(verb) && !site.is_negated(verb))
        .filter(|&verb| (at + 1..verb).all(|at| !matches!(site.word(at), "," | ";" | ":" | "—" | "(")))?;
    let puts = site.lemma(verb) == "put" && site.word(verb + 1) == "it";
    let entry = reporting_verb(site, verb)?;
    if !(puts || entry.takes(Frame::Clause) && entry.takes(Frame::Quote)) || (at + 1..verb).any(|at| site.is_quoted(at))
    {
        return None;
    }
    let cue = if puts { site.token(verb).hull(site.token(verb + 1)) } else { cue(site, verb) };
    let behind = site.tree.token_at(cue.end.saturating_sub(1))? + 1;
    let last = (behind..site.len().min(behind + TAIL)).find(|&at| site.is_mark(at))?;
    // "as he said he would": what follows the verb is its own clause.
    let circumstance = |at: usize| !site.is_finite(at) && !matches!(site.xpos(at), "PRP" | "VB" | "VBG");
    let small = matches!(site.upos(behind), Upos::Adp | Upos::Adv) || behind == last || site.is_mark(behind);
    if !small || !(behind..last).all(circumstance) {
        return None;
    }
    let who = subject(site, verb)
        .filter(|&who| at < who && who < verb)
        .or_else(|| Some(verb - 1).filter(|&at| is_nominal(site, at)).map(|end| noun_ending_at(site, end)))?;
    let mut report = Report::new("as-said", site.sentence, (cue, verb), entry);
    report.strength = Strength::Speech;
    report.source = source(site, who, verb);
    report.content = around(site, at, last.saturating_sub(1), opens);
    let told =
        report.content.iter().any(|part| (0..site.len()).any(|at| part.contains(site.token(at)) && site.is_finite(at)));
    told.then_some(report)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn the_clause_beside_it_is_content() {
        check("As Ana Ruiz put it, the plan is dead.", &["as-said: Ana Ruiz: the plan is dead"]);
        check("The plan is dead, as Ana Ruiz noted on Monday.", &["as-said: Ana Ruiz: The plan is dead"]);
    }

    #[test]
    fn what_was_done_as_announced_is_no_content() {
        check("As Ana Ruiz left the hall, the lights went out.", &[]);
        check("As has been the case before, the union agreed to a two-tier system in May.", &[]);
    }
}
