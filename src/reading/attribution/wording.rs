//! How far the words of a voice reach as its name, and for which noun a relative pronoun stands.
//!
//! It cuts words; whose voice they are is the work of `voices`.

use super::lexicon::time_word;
use super::site::Site;
use super::subjects::{is_nominal, noun_ending_at};
use crate::language::{NameTag, Relation, Upos};
use crate::span::Span;

/// Whether something tells which source it is: "a diplomatic source", "a source in the ministry".
pub fn is_described(site: &Site, head: usize) -> bool {
    site.children(head).iter().any(|&child| {
        let relation = site.relation(child);
        let empty = matches!(
            site.word(child),
            "unnamed" | "anonymous" | "unidentified" | "other" | "another" | "single" | "second"
        );
        matches!(relation, Relation::Amod | Relation::Compound | Relation::Nmod | Relation::NmodPoss) && !empty
    })
}

/// The noun that a relative pronoun stands for; any other head is itself.
pub fn antecedent(site: &Site, head: usize) -> usize {
    if !matches!(site.word(head), "who" | "which" | "that" | "whom") {
        return head;
    }
    let mut at = head;
    while let Some(up) = site.head(at) {
        if site.relation(at) == Relation::AclRelcl && is_nominal(site, up) && up < head {
            return body_of_people(site, up, head).unwrap_or(up);
        }
        at = up;
    }
    // The parser hung the clause elsewhere: the noun before the pronoun and its comma.
    let before = (0..head).rev().find(|&at| site.word(at) != ",");
    let noun = before.filter(|&at| may_be_name(site, at)).map(|at| noun_ending_at(site, at));
    noun.map_or(head, |noun| body_of_people(site, noun, head).unwrap_or(noun))
}

/// "members of the council, which has denied it": a verb in the singular is not of the members, but of the council.
fn body_of_people(site: &Site, noun: usize, pronoun: usize) -> Option<usize> {
    let last = (noun + 1..pronoun).rev().find(|&at| !site.is_mark(at)).filter(|&at| is_nominal(site, at))?;
    let of = site.child(last, &[Relation::Case]).filter(|&case| site.word(case) == "of" && case > noun)?;
    let verb = (pronoun + 1..site.len().min(pronoun + 4)).find(|&at| site.is_finite(at))?;
    let singular = site.xpos(verb) == "VBZ" || site.word(verb) == "was";
    let one = matches!(site.xpos(last), "NN" | "NNP");
    (site.xpos(noun) == "NNS" && one && singular && of < last && site.word(pronoun) == "which").then_some(last)
}

/// Whether a token is a noun, or a word with a capital inside a sentence that the tagger took for another: "Small, who …".
pub fn may_be_name(site: &Site, at: usize) -> bool {
    let capital = site.token(at).of(site.text).starts_with(char::is_uppercase);
    is_nominal(site, at) || capital && !site.is_quoted(at) && matches!(site.upos(at), Upos::Adj | Upos::X | Upos::Verb)
}

/// The noun phrase of a head without what follows in a relative clause.
pub fn phrase(site: &Site, head: usize) -> Span {
    let (first, _) = site.reach(head);
    // "for | all those who", "by | a message that"
    let joint = |at: &usize| matches!(site.relation(*at), Relation::Case | Relation::Mark | Relation::Cc);
    let first = (first..head).find(|at| !joint(at) && !site.is_mark(*at)).unwrap_or(head);
    let last = site
        .children(head)
        .iter()
        .filter(|&&child| {
            child > head
                && matches!(site.relation(child), Relation::AclRelcl | Relation::Acl | Relation::Conj | Relation::Appos)
        })
        .map(|&child| site.reach(child).0.saturating_sub(1))
        .min()
        .unwrap_or(site.reach(head).1);
    site.words(first, last.max(head)).unwrap_or(site.token(head))
}

/// The words without what only weighs them: "even | a top adviser", "but | the mayor".
pub fn without_focus(site: &Site, span: Span, head: usize) -> Span {
    let Some(first) = site.tree.token_at(span.start).filter(|&first| first < head) else { return span };
    let weighs = |at: &usize| matches!(site.word(*at), "even" | "but" | "and" | "also" | "only" | "yet");
    let next = (first..head).find(|at| !weighs(at)).unwrap_or(first);
    let opens = matches!(site.upos(next), Upos::Det | Upos::Pron | Upos::Propn | Upos::Adj | Upos::Noun);
    if next > first && opens { Span::new(site.token(next).start, span.end) } else { span }
}

/// The words without a relative clause or an aside behind the head: "the campaign, for example", "a clerk, speaking softly".
pub fn cut(site: &Site, span: Span, head: usize) -> Span {
    let relative =
        site.children(head).iter().copied().filter(|&child| child > head && site.relation(child) == Relation::AclRelcl);
    let clause = relative.map(|child| site.reach(child).0).filter(|&first| first > head);
    let aside = |&at: &usize| {
        let next = at + 1;
        let loose =
            matches!(site.upos(next), Upos::Adp | Upos::Adv | Upos::Sconj) || matches!(site.xpos(next), "VBG" | "VBN");
        site.word(at) == "," && next < site.len() && (loose || matches!(site.word(next), "who" | "which" | "whose"))
    };
    // "senior officials | on Wednesday"
    let time = |&at: &usize| {
        let next = at + usize::from(matches!(site.word(at), "on" | "late" | "early"));
        time_word(site.word(next)) && !matches!(site.word(at - 1), "-" | "the" | "last" | "this" | "next")
    };
    // "an affidavit | released Monday"
    let done = |at: usize| if at > head + 1 && site.xpos(at - 1) == "VBN" { at - 1 } else { at };
    let ends = [(head + 1..site.len()).find(aside), (head + 1..site.len()).find(time).map(done)];
    let end = clause.chain(ends.into_iter().flatten()).min();
    match end {
        Some(first) if site.token(first).start < span.end && site.token(first).start > span.start => {
            Span::new(span.start, site.token(first).start)
        }
        _ => span,
    }
}

/// The row of names around a token.
pub fn name_around(site: &Site, head: usize) -> Span {
    let is_name = |at: usize| site.upos(at) == Upos::Propn || site.at(at).name != NameTag::Outside;
    let mut first = head;
    while first > 0 && is_name(first - 1) {
        first -= 1;
    }
    let mut last = head;
    while last + 1 < site.len() && is_name(last + 1) {
        last += 1;
    }
    site.token(first).hull(site.token(last))
}

/// Words as a name: single spaces, no marks at the ends.
pub fn plain(words: &str) -> String {
    let marks = |c: char| c.is_whitespace() || ",;:.-–—\"“”".contains(c);
    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let trimmed = joined.trim_start_matches(marks).trim_end_matches(|c: char| marks(c) && c != '.');
    if trimmed.is_empty() { joined } else { trimmed.to_owned() }
}
