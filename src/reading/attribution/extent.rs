//! Where the words of a silence or of a thing denied end: before the next clause, not where a parser hangs the last word.
//!
//! It looks at marks and word classes alone and knows nothing of who speaks.

use super::site::Site;
use crate::language::Upos;

/// The last token of a phrase that begins at `first` and reaches to `last` at most.
pub fn of_phrase(site: &Site, first: usize, last: usize) -> usize {
    trimmed(site, first, last, |at| opens_clause(site, at) || site.word(at) == "by" && site.xpos(at + 1) == "VBG")
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
            let second = || (first..at).any(|before| site.is_finite(before));
            word || site.xpos(next) == "VBG" || site.is_finite(next) && second()
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
