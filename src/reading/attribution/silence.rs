//! Silences: "declined to comment on the reports", "did not respond to requests", "could not be reached",
//! "has yet to comment", "neither side has issued a comment".

use super::lexicon::{Silence, comment_word, silences};
use super::parts::cue;
use super::report::{Report, Strength};
use super::site::Site;
use super::sources::source;
use super::subjects::subject;
use crate::language::Relation;
use crate::reading::kinds::{Modality, Polarity};

/// The silence of which `at` is the head.
pub fn report(site: &Site, at: usize) -> Option<Report> {
    let kinds = silences(site.lemma(at));
    let silence = kinds.iter().find(|silence| fits(site, at, silence))?;
    let who = subject(site, at)
        .or_else(|| site.child(at, &[Relation::NsubjPass, Relation::Nsubj]))
        .or_else(|| above(site, at).and_then(|verb| site.child(verb, &[Relation::Nsubj, Relation::NsubjPass])))?;
    let top = above(site, at).filter(|_| silence.needs == "yet").unwrap_or(at);
    let mut cue = cue(site, at);
    if silence.needs == "yet" {
        cue = cue.hull(site.token(top));
    }
    if let Some(copula) = site.child(at, &[Relation::Cop]) {
        let first = site.children(at).iter().copied().find(|&child| child < copula && child > who).unwrap_or(copula);
        cue = cue.hull(site.token(first));
    }
    let last = if matches!(silence.complement, "question" | "deny") { whole(site, at) } else { last_of(site, at, who) };
    let start = site.tree.token_at(cue.start).unwrap_or(at);
    Some(Report {
        rule: "silence",
        sentence: site.sentence,
        cue,
        at,
        source: source(site, who, at),
        content: site.words(start, last).into_iter().collect(),
        polarity: Polarity::Affirmed,
        modality: Modality::Asserted,
        addressee: None,
        strength: Strength::Silence,
        quotes: false,
        quoted: None,
    })
}

fn fits(site: &Site, at: usize, silence: &Silence) -> bool {
    let needed = match silence.needs {
        "not" => {
            site.is_negated(at)
                || above(site, at).is_some_and(|verb| site.is_negated(verb))
                || has_neither_subject(site, at)
        }
        "yet" => {
            above(site, at).is_some_and(|verb| site.children(verb).iter().any(|&child| site.word(child) == "yet"))
                || site.children(at).iter().any(|&child| site.word(child) == "yet")
        }
        _ => true,
    };
    let complement = match silence.complement {
        "-" => answers_a_person(site, at),
        // "would not say whether …"
        "question" => asks(site, at),
        // "would neither confirm nor deny …"
        "deny" => site.children(at).iter().any(|&child| {
            site.relation(child) == Relation::Conj && matches!(site.lemma(child), "deny" | "confirm" | "dispute")
        }),
        kind => {
            let (_, last) = site.reach(at);
            // "No arrest had been made, but the mayor said …": what stands in the next clause is not withheld.
            let own = |token: &usize| !matches!(site.word(*token), "," | ";" | "and" | "but" | "while");
            (at + 1..=last.min(at + 8)).take_while(own).any(|token| {
                comment_word(site.lemma(token)) == Some(kind) || comment_word(site.word(token)) == Some(kind)
            })
        }
    };
    needed && complement
}

/// Whether a question follows: "whether", "why", "how many".
fn asks(site: &Site, at: usize) -> bool {
    let question = |&token: &usize| {
        matches!(site.word(token), "whether" | "if" | "who" | "what" | "why" | "where" | "when" | "how" | "which")
    };
    (at + 1..site.len().min(at + 4)).take_while(|&token| !site.is_mark(token)).any(|token| question(&token))
}

/// Whether what is not answered is a request or nothing: an engine that did not respond to the throttle is no silence.
fn answers_a_person(site: &Site, at: usize) -> bool {
    let to =
        site.children(at).iter().copied().find(|&child| {
            child > at && site.preposition(child).is_some_and(|case| site.word(case) == "to" && case > at)
        });
    to.is_none_or(|object| {
        let (first, last) = site.reach(object);
        (first..=last).any(|token| comment_word(site.lemma(token)).is_some())
    })
}

/// "Neither Oslo nor Rome has commented", "No ministry commented".
fn has_neither_subject(site: &Site, at: usize) -> bool {
    let Some(who) = site.child(at, &[Relation::Nsubj, Relation::NsubjPass]) else { return false };
    let (first, _) = site.reach(who);
    matches!(site.word(first), "neither" | "none" | "no" | "nobody")
}

/// "has yet to comment": the verb above an infinitive.
fn above(site: &Site, at: usize) -> Option<usize> {
    site.head(at)
        .filter(|_| matches!(site.relation(at), Relation::Xcomp | Relation::Advcl | Relation::Ccomp | Relation::Acl))
}

/// The end of a refusal with what it leaves open: "would not say whether …", "would neither confirm nor deny …".
fn whole(site: &Site, at: usize) -> usize {
    let last = site.clause(at).map_or(at, |clause| clause.extent.1);
    (at..=last).rev().find(|&token| !site.is_mark(token)).unwrap_or(at)
}

/// The end of the refusal: its complements, but no further clause and no second verb.
fn last_of(site: &Site, at: usize, who: usize) -> usize {
    let beyond = site.children(at).iter().copied().filter(|&child| {
        let clause = matches!(site.relation(child), Relation::Conj | Relation::Parataxis | Relation::Ccomp);
        child > at && (clause || child == who)
    });
    let end = beyond.map(|child| site.reach(child).0.saturating_sub(1)).min();
    let last = site.reach(at).1;
    let mut last = end.map_or(last, |end| end.min(last)).max(at);
    while last > at && (site.is_mark(last) || matches!(site.word(last), "and" | "but")) {
        last -= 1;
    }
    last
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn refusals_and_failures_to_answer_are_silences() {
        check(
            "The embassy declined to comment on the report.",
            &["silence: The embassy: declined to comment on the report"],
        );
        check(
            "The ministry did not respond to a request for comment.",
            &["silence: The ministry: did not respond to a request for comment"],
        );
        check(
            "Neither Oslo nor Rome has issued a comment on the raid.",
            &["silence: Neither Oslo nor Rome: has issued a comment on the raid"],
        );
    }

    #[test]
    fn an_engine_is_not_silent() {
        check("The engine did not respond to the throttle.", &[]);
        check("No arrest had been made, but the mayor said it was late.", &["clause-after: the mayor: it was late"]);
    }
}
