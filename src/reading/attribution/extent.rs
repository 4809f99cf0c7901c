//! Where the words of a silence or of a thing denied end: before the next clause, not where a parser hangs the last word.
//!
//! It looks at marks and word classes alone and knows nothing of who speaks.

use super::lexicon::{comment_word, voice_noun};
use super::site::Site;
use crate::language::Upos;
use crate::reading::kinds::SourceKind;

/// The last token of a phrase that begins at `first` and reaches to `last` at most.
pub fn of_phrase(site: &Site, first: usize, last: usize) -> usize {
    trimmed(site, first, last, |at| opens_clause(site, at) || site.word(at) == "by" && site.xpos(at + 1) == "VBG")
}

/// The last token of an object without the way by which it is denied: "denied the charge | through his lawyer", "… | in a
/// statement", but "the error in the statement".
pub fn of_denied(site: &Site, first: usize, last: usize) -> usize {
    let last = of_phrase(site, first, last);
    (first + 1..=last).find(|&at| opens_way(site, at)).map_or(last, |at| at - 1)
}

/// Whether a preposition opens the way by which something is said.
fn opens_way(site: &Site, at: usize) -> bool {
    let near = || (at + 1..site.len().min(at + 6)).take_while(|&next| !site.is_mark(next));
    match site.word(at) {
        "through" | "via" => near().any(|next| voice_noun(site.lemma(next)).is_some()),
        "in" | "during" => {
            let medium = |next: usize| {
                let paper = voice_noun(site.lemma(next)).is_some_and(|voice| voice.kind == SourceKind::Document);
                paper || comment_word(site.lemma(next)).is_some()
            };
            matches!(site.word(at + 1), "a" | "an") && near().any(medium)
        }
        _ => false,
    }
}

/// The last token of a question or clause that begins at `first` and reaches to `last` at most: a conjunction of time
/// belongs to it, a contrast does not.
pub fn of_clause(site: &Site, first: usize, last: usize) -> usize {
    trimmed(site, first, last, |at| {
        matches!(site.word(at), "although" | "though" | "but") && !matches!(site.word(at - 1), "even" | "all")
    })
}

fn trimmed(site: &Site, first: usize, last: usize, stops: impl Fn(usize) -> bool) -> usize {
    let last = last.min(site.len().saturating_sub(1));
    let stop = (first + 1..=last).find(|&at| breaks(site, first, at) || stops(at));
    let mut end = stop.map_or(last, |stop| stop - 1);
    while end > first && (site.is_mark(end) && site.word(end) != ")" || matches!(site.word(end), "and" | "but" | "or"))
    {
        end -= 1;
    }
    end
}

/// A mark behind which something else begins: "declined to comment; …", "denied it — saying …", "…, and he went on".
fn breaks(site: &Site, first: usize, at: usize) -> bool {
    match site.word(at) {
        ";" | "—" | "–" | "--" | "―" => true,
        "-" => !site.text[..site.token(at).start].ends_with(char::is_alphanumeric),
        "," => {
            let next = at + 1;
            // "denied it, however", "denied it, with aides calling it a lie"
            let aside = || {
                let with = site.word(next) == "with";
                let gerund = (next + 1..site.len().min(next + 8)).take_while(|&at| !site.is_mark(at));
                matches!(site.word(next), "however" | "too" | "either")
                    || with && gerund.skip(1).any(|at| site.xpos(at) == "VBG")
            };
            let word = matches!(
                site.word(next),
                "and"
                    | "but"
                    | "yet"
                    | "so"
                    | "while"
                    | "who"
                    | "which"
                    | "whose"
                    | "where"
                    | "although"
                    | "though"
                    | "because"
            );
            // "that the mayor, a lawyer, had lied": the verb of the clause that goes on.
            let second = || (first..at).any(|before| site.is_finite(before)) || site.xpos(first) == "VB";
            word || aside() || site.xpos(next) == "VBG" || site.is_finite(next) && second()
        }
        _ => false,
    }
}

/// A conjunction before another clause: "spoke to no one as she left", "declined to comment and aides said so later".
fn opens_clause(site: &Site, at: usize) -> bool {
    match site.word(at) {
        "although" | "though" | "but" | "while" | "because" | "until" | "before" | "prior" | "even" => true,
        "as" | "and" | "when" | "after" => {
            let own = (at + 1..site.len().min(at + 8)).take_while(|&next| !site.is_mark(next));
            own.take_while(|&next| site.word(next) != "and")
                .any(|next| site.is_finite(next) || site.upos(next) == Upos::Aux)
        }
        _ => false,
    }
}
