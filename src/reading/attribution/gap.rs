//! Reports whose content is a relative clause around them: "a rule that courts said was unfair", "what she said was a slip".
//!
//! Read by place: the relative word, the speaker, the verb, and at once the verb of the content.

use super::around::Around;
use super::lexicon::{Entry, Frame};
use super::parts::cue_tokens;
use super::site::Site;
use super::subjects::subject_beside;
use crate::language::Upos;

/// The most words of the speaker.
const SPEAKER: usize = 6;

/// The relative word and the clause behind a verb of speech or belief that stands between them.
pub fn content(site: &Site, verb: usize, entry: &Entry) -> Option<Around> {
    let speaks = entry.takes(Frame::Clause) && site.is_finite(verb) && !site.is_passive(verb);
    let (first, last) = cue_tokens(site, verb);
    let next = (last + 1..site.len()).find(|&at| site.upos(at) != Upos::Adv)?;
    if !speaks || !site.is_finite(next) || site.is_quoted(next) {
        return None;
    }
    // A verb right behind "said" has its subject before: whatever stands between it and the relative word is who said it.
    let relative = |at: &usize| matches!(site.word(*at), "that" | "which" | "who" | "what");
    let opening = (first.saturating_sub(SPEAKER)..verb).rev().find(relative)?;
    let speaker = opening + 1..verb;
    if speaker.is_empty()
        || speaker.clone().any(|at| site.is_mark(at) || site.is_finite(at) && site.upos(at) == Upos::Verb)
    {
        return None;
    }
    let subject = subject_beside(site, verb).filter(|at| speaker.contains(at)).unwrap_or(verb - 1);
    let end = (next..site.len()).find(|&at| matches!(site.word(at), "," | ";" | "—" | "–") || site.is_quoted(at));
    let content = [site.words(opening, opening)?, site.words(next, end.unwrap_or(site.len()) - 1)?].to_vec();
    Some(Around { content, subject, joint: None })
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_relative_clause_is_attributed() {
        check("She left a club that Orr says led him to ruin.", &["clause-around: Orr: that … led him to ruin"]);
        check("The mayor spoke of what she said was a slip.", &["clause-around: she: what … was a slip"]);
    }

    #[test]
    fn who_speaks_in_a_relative_clause_is_no_content() {
        check("The guard who said it rained was late.", &["clause-after: The guard: it rained was late"]);
    }
}
