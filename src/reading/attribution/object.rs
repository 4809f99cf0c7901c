//! Reports whose content is no clause: "denounced the raid", "accused him of theft", "called it a farce",
//! "urged them to leave", "vowed to stay", "denied taking it", "pointed to the raid".

use super::cues::reporting_verb;
use super::lexicon::{Entry, Frame, medium, voice_noun};
use super::parts::{cue, cue_tokens};
use super::report::Report;
use super::site::Site;
use super::sources::source;
use super::subjects::{is_nominal, noun_ending_at, subject};
use crate::language::{Relation, Upos};
use crate::reading::kinds::{Polarity, SourceKind};
use crate::span::Span;

/// The rule of a noun phrase that is itself what is put forward: "denounced the raid".
pub const OBJECT: &str = "object";
/// The rule of a noun phrase behind a preposition: "called for a ban".
pub const PREPOSITION: &str = "preposition";

/// The report of a verb by one of its frames without a clause.
pub fn report(site: &Site, verb: usize, entry: &Entry) -> Option<Report> {
    if site.is_passive(verb) {
        return None;
    }
    let (rule, extended, content) = content(site, verb, entry)?;
    // "cited a diplomat who said X": the diplomat's own report is found by its verb.
    let carries = matches!(site.lemma(verb), "cite" | "quote");
    if carries && (verb..site.len()).any(|at| site.word(at) == "who" && content.contains(site.token(at))) {
        return None;
    }
    let who = subject(site, verb).or_else(|| noun_right_before(site, verb))?;
    let cue = extended.map_or_else(|| cue(site, verb), |last| cue(site, verb).hull(site.token(last)));
    let mut report = Report::new(rule, site.sentence, (cue, verb), entry);
    report.source = source(site, who, verb);
    report.content = vec![without_hearer(site, onward(site, content))];
    Some(report)
}

/// "about 6 in 10 voters backed her": the noun right before a finite verb, where the tree has no subject.
fn noun_right_before(site: &Site, verb: usize) -> Option<usize> {
    let (first, _) = cue_tokens(site, verb);
    let finite = site.is_finite(verb) || site.is_finite(first) && site.upos(first) == Upos::Aux;
    let before = first.checked_sub(1).filter(|&at| finite && is_nominal(site, at))?;
    Some(noun_ending_at(site, before))
}

/// The content up to the next mark or the next clause: what a parser hangs on the reporting verb ("urged a strike | in
/// the port") is rarely meant so.
pub fn onward(site: &Site, content: Span) -> Span {
    let Some(mut last) = site.tree.token_at(content.end.saturating_sub(1)) else { return content };
    let word_class = |at: usize| site.tree.tokens.get(at).map_or("", |token| token.xpos);
    while last + 1 < site.len() {
        let next = last + 1;
        let quote =
            matches!(site.word(next), "\"" | "“" | "”" | "''" | "``" | "-" | "‘" | "’" | "'" | "(" | ")" | "%" | "$");
        let joint = matches!(site.word(next), "and" | "or" | "but")
            && (matches!(word_class(next + 1), "VBD" | "VBZ" | "VBP" | "MD" | "RB") || site.word(next) == "but");
        let clause = matches!(word_class(next), "VBD" | "VBZ" | "VBP" | "MD" | "WP" | "WRB")
            || matches!(
                site.word(next),
                "after"
                    | "before"
                    | "while"
                    | "because"
                    | "when"
                    | "as"
                    | "if"
                    | "although"
                    | "though"
                    | "during"
                    | "since"
            );
        if site.is_mark(next) && !quote || joint || clause || site.is_quoted(next) {
            break;
        }
        last = next;
    }
    let end = (site.tree.token_at(content.start).unwrap_or(last)..=last).rev().find(|&at| !site.is_mark(at));
    Span::new(content.start, end.map_or(content.end, |end| site.token(end).end.max(content.end)))
}

/// The content without the medium to which it was said: "confirmed the news | to the Valley Post".
fn without_hearer(site: &Site, content: Span) -> Span {
    let mut tokens = (0..site.len()).filter(|&at| content.contains(site.token(at)));
    let Some((first, last)) = tokens.next().zip(tokens.next_back()) else { return content };
    let to = (first + 1..last).rev().find(|&at| site.upos(at) != Upos::Propn && site.word(at) != "the");
    let Some(to) = to.filter(|&at| at > first + 1 && site.word(at) == "to") else { return content };
    let heard = site.token(to + 1).hull(site.token(last)).of(site.text);
    match site.words(first, to - 1).filter(|_| medium(heard).is_some()) {
        Some(rest) => rest,
        None => content,
    }
}

/// Rule, last token of a cue that is longer than its verb, content.
fn content(site: &Site, verb: usize, entry: &Entry) -> Option<(&'static str, Option<usize>, Span)> {
    let object = right_child(site, verb, &[Relation::Obj, Relation::Iobj]);
    if entry.takes(Frame::Naming) && object.is_none() {
        let whole_name = right_child(site, verb, &[Relation::Ccomp, Relation::Xcomp]).filter(|&at| {
            !is_infinitive(site, at) && site.children(at).iter().any(|&child| site.relation(child).is_subject())
        });
        if let Some(name) = whole_name {
            return found("naming", None, whole(site, name));
        }
    }
    let infinitive = right_child(site, verb, &[Relation::Xcomp, Relation::Ccomp, Relation::Advcl])
        .filter(|&at| is_infinitive(site, at));
    let gerund = right_child(site, verb, &[Relation::Xcomp, Relation::Ccomp, Relation::Advcl])
        .filter(|&at| site.xpos(at) == "VBG" && site.child(at, &[Relation::Mark]).is_none());
    if let Some(object) = object {
        if entry.takes(Frame::Urge) && infinitive.is_some_and(|at| at > object) {
            return found("urge", None, stretch(site, object, infinitive?));
        }
        if entry.takes(Frame::Naming) {
            // A parser sees the name as a second object, a complement or an apposition.
            let second = site.children(verb).iter().copied().filter(|&at| {
                use Relation::{Ccomp, Obj, OblUnmarked, Xcomp};
                at > object
                    && matches!(site.relation(at), Xcomp | Obj | Ccomp | OblUnmarked)
                    && !is_infinitive(site, at)
            });
            if let Some(name) = second.chain(site.child(object, &[Relation::Appos])).find(|&at| at > object) {
                return found("naming", None, stretch(site, object, name));
            }
            // "called the deal “a farce”": a name in quotation marks right behind the object.
            let (first, last) = site.reach(object);
            let opening = (object + 1..=last + 1).find(|&at| matches!(site.word(at), "“" | "\"" | "``"));
            let closing = opening.and_then(|open| {
                (open + 1..site.len().min(open + 20)).find(|&at| matches!(site.word(at), "”" | "\"" | "''"))
            });
            if let Some(closing) = closing {
                return found("naming", None, site.words(first, closing));
            }
        }
        let role = || prepositional(site, verb, object, "as").or_else(|| prepositional(site, object, object, "as"));
        if let Some(role) = entry.takes(Frame::As).then(role).flatten() {
            return found("as", None, stretch(site, object, role));
        }
        for preposition in entry.object_prepositions() {
            let other = prepositional(site, verb, object, preposition)
                .or_else(|| prepositional(site, object, object, preposition));
            if let Some(other) = other {
                return found("object-and", None, stretch(site, object, other));
            }
        }
        // "accused the mayor and those around him of theft": a preposition that the parser hung elsewhere.
        for preposition in entry.object_prepositions().filter(|_| entry.needs_preposition()) {
            let by_place = (object + 1..site.len().min(object + 12))
                .take_while(|&at| !site.is_mark(at) && !site.is_finite(at))
                .find(|&at| site.word(at) == preposition);
            if let Some(at) = by_place {
                return found("object-and", None, site.words(site.reach(object).0, site.reach(object).1.max(at + 1)));
            }
        }
        if entry.takes(Frame::Object) {
            return found(OBJECT, None, whole(site, object));
        }
        // "The survey showed support falling": what a document or data shows is put forward by it.
        let document = || {
            let who = subject(site, verb).and_then(|who| voice_noun(site.lemma(who)));
            who.is_some_and(|voice| matches!(voice.kind, SourceKind::Document | SourceKind::Data))
        };
        if entry.takes(Frame::Finding) && document() {
            return found("finding", None, whole(site, object));
        }
        return None;
    }
    if let Some(at) = infinitive.filter(|_| entry.takes(Frame::Infinitive)) {
        // "refused to rule it out": two denials put nothing forward.
        let denies = |entry: &Entry| entry.polarity == Polarity::Denied;
        if denies(entry) && reporting_verb(site, at).is_some_and(denies) {
            return None;
        }
        return found("infinitive", None, whole(site, at));
    }
    if let Some(at) = gerund.filter(|_| entry.takes(Frame::Gerund)) {
        return found("gerund", None, whole(site, at));
    }
    for preposition in entry.prepositions() {
        let other = site.children(verb).iter().copied().find(|&at| {
            at > verb
                && matches!(site.relation(at), Relation::Obl | Relation::Advcl | Relation::Obj | Relation::Xcomp)
                && site.preposition(at).is_some_and(|case| site.word(case) == preposition && case < at)
        });
        if let Some(at) = other {
            let case = site.preposition(at)?;
            if case > verb + 2 {
                continue;
            }
            // "called on the board to close the mine": what another party should do.
            let to = infinitive.filter(|&to| to > at).map_or(0, |to| site.reach(to).1);
            return found(PREPOSITION, Some(case), site.words(case + 1, site.reach(at).1.max(to)));
        }
    }
    None
}

impl Entry {
    /// Whether the object is nothing without its preposition: "accuse X of", "blame X on", not "praise X for".
    fn needs_preposition(&self) -> bool {
        self.object_prepositions().any(|preposition| matches!(preposition, "of" | "on" | "to" | "at"))
    }
}

fn found(
    rule: &'static str,
    extended: Option<usize>,
    content: Option<Span>,
) -> Option<(&'static str, Option<usize>, Span)> {
    content.map(|content| (rule, extended, content))
}

fn right_child(site: &Site, verb: usize, relations: &[Relation]) -> Option<usize> {
    site.children(verb).iter().copied().find(|&at| at > verb && relations.contains(&site.relation(at)))
}

/// The dependent of `head` behind `after` that `preposition` introduces.
fn prepositional(site: &Site, head: usize, after: usize, preposition: &str) -> Option<usize> {
    site.children(head).iter().copied().find(|&at| {
        at > after
            && matches!(
                site.relation(at),
                Relation::Obl | Relation::Nmod | Relation::Advcl | Relation::Acl | Relation::Xcomp | Relation::Ccomp
            )
            && site.preposition(at).is_some_and(|case| site.word(case) == preposition)
    })
}

/// Whether a clause is "to" with a bare verb.
pub fn is_infinitive(site: &Site, at: usize) -> bool {
    let to = |&child: &usize| site.word(child) == "to" && child < at;
    site.children(at).iter().any(to) && matches!(site.upos(at), Upos::Verb | Upos::Aux | Upos::Adj | Upos::Noun)
}

/// From the first word of `first`'s subtree to the last of `last`'s.
fn stretch(site: &Site, first: usize, last: usize) -> Option<Span> {
    site.words(site.reach(first).0, site.reach(last).1.max(last))
}

fn whole(site: &Site, head: usize) -> Option<Span> {
    let (first, last) = site.reach(head);
    site.words(first, last)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn verbs_of_judgement_and_will_take_objects() {
        check("Critics denounced the raid on the village.", &["object: Critics: the raid on the village"]);
        check(
            "Prosecutors accused the mayor of taking bribes from builders.",
            &["object-and: Prosecutors: the mayor of taking bribes from builders"],
        );
        check("The senator called the vote a farce.", &["naming: The senator: the vote a farce"]);
        check("Unions urged the company to reopen the mine.", &["urge: Unions: the company to reopen the mine"]);
        check("The minister described the talks as a success.", &["as: The minister: the talks as a success"]);
        check("The minister denied taking the money.", &["gerund: The minister: taking the money"]);
        check("The survey showed support for the dam.", &["finding: The survey: support for the dam"]);
        check("The mayor showed restraint.", &[]);
    }

    #[test]
    fn acts_are_no_reports() {
        check("The board fired the manager.", &[]);
        check("The senator called his wife.", &[]);
    }
}
