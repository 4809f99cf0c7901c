//! Silences: "declined to comment on the reports", "did not respond to requests", "could not be reached",
//! "has yet to comment", "neither side has issued a comment".

use super::extent;
use super::lexicon::{Silence, comment_word, silences, voice_noun};
use super::parts::cue;
use super::report::{Report, Strength};
use super::site::Site;
use super::sources::source;
use super::subjects::subject;
use crate::language::{Relation, Upos};
use crate::reading::kinds::{Modality, Polarity, SourceKind};

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
    let last = if matches!(silence.complement, "question" | "deny") {
        extent::of_clause(site, at, onward(site, at, whole(site, at), who))
    } else {
        extent::of_phrase(site, at, onward(site, at, last_of(site, at, who), who))
    };
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
    let clause = site.clause(at);
    let modal = clause.and_then(|clause| clause.modal).map_or("", |modal| site.word(modal));
    let can = matches!(modal, "can" | "could" | "ca");
    let needed = match silence.needs {
        "not" => is_refused(site, at, silence) || has_neither_subject(site, at),
        // "could not be reached"
        "could" => {
            can && clause.is_some_and(|clause| clause.passive) && (site.is_negated(at) || has_neither_subject(site, at))
        }
        "yet" => {
            above(site, at).is_some_and(|verb| site.children(verb).iter().any(|&child| site.word(child) == "yet"))
                || site.children(at).iter().any(|&child| site.word(child) == "yet")
        }
        _ => true,
    };
    // Who cannot say it does not know it.
    let able = !can || matches!(silence.complement, "-" | "person");
    // "will refuse to say": not yet.
    let to_come = silence.needs == "-" && matches!(modal, "will" | "'ll" | "’ll" | "may" | "might" | "should" | "must");
    needed && able && !to_come && !is_means(site, at) && complements(site, at, silence) && !is_generic(site, at)
}

/// Whether the word itself is negated: "did not say", "made no comment"; not "says no matter what".
fn is_refused(site: &Site, at: usize, silence: &Silence) -> bool {
    let own = |verb: usize| {
        let by = site.clause(verb).and_then(|clause| clause.negation);
        let its = |by: usize| by < verb && !site.is_quoted(by) && (by..verb).all(|at| site.word(at) != ",");
        by.is_some_and(|by| {
            its(by) && site.word(by) != "no"
                || site.word(by) == "no" && matches!(silence.complement, "comment" | "request")
        })
    };
    // "did not want to comment", not "did not let them say what they knew": others say it.
    let by_another = |verb: usize| site.child(verb, &[Relation::Obj]).is_some_and(|object| object < at);
    own(at)
        || above(site, at).is_some_and(|verb| site.relation(at) == Relation::Xcomp && own(verb) && !by_another(verb))
}

/// "by refusing to say so": a way of doing something else.
fn is_means(site: &Site, at: usize) -> bool {
    site.xpos(at) == "VBG" && at > 0 && matches!(site.word(at - 1), "by" | "for" | "of" | "from")
}

fn complements(site: &Site, at: usize, silence: &Silence) -> bool {
    match silence.complement {
        "-" => answers_a_person(site, at),
        // "would not say whether …"; a paper that does not say it keeps nothing back.
        "question" => asks(site, at) && !is_paper(site, at),
        // "would neither confirm nor deny …"
        "deny" => site.children(at).iter().any(|&child| {
            site.relation(child) == Relation::Conj && matches!(site.lemma(child), "deny" | "confirm" | "dispute")
        }),
        // "could not be reached": a person, or anyone for comment.
        "person" => is_party(site, at) || (at + 1..site.len().min(at + 5)).any(|next| site.lemma(next) == "comment"),
        // "declined to comment", "declined further comment", not "declined to claim it, only saying …"
        "refused" => {
            let means =
                |token: usize| comment_word(site.lemma(token)).is_some() || comment_word(site.word(token)).is_some();
            let speaks = |verb: usize| comment_word(site.lemma(verb)) == Some("comment");
            let bare = |head: usize| {
                let (first, last) = site.reach(head);
                (first..=last.min(first + 6)).any(means)
            };
            let by_place = || (at + 2..site.len().min(at + 5)).find(|&next| site.word(next - 1) == "to");
            let verb = site.child(at, &[Relation::Xcomp, Relation::Ccomp]).filter(|&verb| verb > at).or_else(by_place);
            match verb {
                // "declined to make a statement", not "refused to recant earlier remarks"
                Some(verb) => {
                    let gives = || {
                        silences(site.lemma(verb))
                            .iter()
                            .any(|silence| matches!(silence.complement, "comment" | "request"))
                    };
                    speaks(verb) || gives() && site.child(verb, &[Relation::Obj]).is_some_and(bare)
                }
                None => site.child(at, &[Relation::Obj]).is_some_and(bare),
            }
        }
        kind => {
            // "made no remark", not "made no gain with her remarks".
            if let Some(object) = site.child(at, &[Relation::Obj]).filter(|&object| object > at) {
                return comment_word(site.lemma(object)) == Some(kind) || comment_word(site.word(object)) == Some(kind);
            }
            let (_, last) = site.reach(at);
            // "No arrest had been made, but the mayor said …": what stands in the next clause is not withheld.
            let own = |token: &usize| !matches!(site.word(*token), "," | ";" | "and" | "but" | "while");
            (at + 1..=last.min(at + 8)).take_while(own).any(|token| {
                comment_word(site.lemma(token)) == Some(kind) || comment_word(site.word(token)) == Some(kind)
            })
        }
    }
}

fn subject_noun(site: &Site, at: usize) -> Option<usize> {
    site.clause(at).and_then(|clause| clause.subject).map(crate::language::clause::Subject::noun)
}

/// Whether its subject is a paper or a table.
fn is_paper(site: &Site, at: usize) -> bool {
    let kind = subject_noun(site, at).and_then(|who| voice_noun(site.lemma(who))).map(|voice| voice.kind);
    matches!(kind, Some(SourceKind::Document | SourceKind::Data))
}

/// Whether its subject is somebody: a name, a pronoun of persons, a noun for a voice.
fn is_party(site: &Site, at: usize) -> bool {
    subject_noun(site, at).is_some_and(|who| match site.upos(who) {
        Upos::Propn => true,
        Upos::Pron | Upos::Det => !matches!(site.word(who), "it" | "this" | "that" | "which"),
        _ => voice_noun(site.lemma(who)).is_some(),
    })
}

/// "someone who doesn't answer questions": no one in particular.
fn is_generic(site: &Site, at: usize) -> bool {
    let of_no_one = |who: usize| matches!(site.word(who), "someone" | "anyone" | "everyone" | "those");
    subject_noun(site, at).is_some_and(of_no_one)
}

/// Whether a question follows: "whether", "why", "how many".
fn asks(site: &Site, at: usize) -> bool {
    let question = |&token: &usize| {
        matches!(site.word(token), "whether" | "if" | "who" | "what" | "why" | "where" | "when" | "how" | "which")
    };
    // "have not said much about how …" tells something, "has told no one what to say" is of orders.
    let direct = |&token: &usize| !site.is_mark(token) && !matches!(site.word(token), "much" | "about" | "more");
    let open = |token: usize| question(&token) && site.word(token + 1) != "to";
    (at + 1..site.len().min(at + 4)).take_while(direct).any(open)
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

/// The end of a silence with what it leaves open: "would not say whether …", "would neither confirm nor deny …".
fn whole(site: &Site, at: usize) -> usize {
    let last = site.clause(at).map_or(at, |clause| clause.extent.1);
    (at..=last).rev().find(|&token| !site.is_mark(token)).unwrap_or(at)
}

/// The end up to the next mark where the tree breaks it off: "questions about how much parental | leave it offers",
/// "whether it was lost | or whether it was sold".
fn onward(site: &Site, at: usize, last: usize, who: usize) -> usize {
    let stop = (last + 1..site.len()).find(|&next| {
        let joint = matches!(site.word(next), "and" | "or" | "but") && !asks(site, next);
        let other =
            matches!(site.word(next), "as" | "who" | "after" | "before" | "when" | "while" | "because" | "since");
        site.is_mark(next) || site.is_quoted(next) || joint || other || next == who
    });
    let end = stop.map_or(site.len(), |stop| stop) - 1;
    if end > at { end.max(last) } else { last }
}

/// The end of the silence: its complements, but no second verb.
fn last_of(site: &Site, at: usize, who: usize) -> usize {
    let beyond = site.children(at).iter().copied().filter(|&child| {
        let clause = matches!(site.relation(child), Relation::Conj | Relation::Parataxis);
        child > at && (clause || child == who)
    });
    let end = beyond.map(|child| site.reach(child).0.saturating_sub(1)).min();
    let last = site.reach(at).1;
    end.map_or(last, |end| end.min(last)).max(at)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn silences_are_found() {
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
        check("No agreement on the dam has been reached.", &[]);
        check("An agreement could not be reached on Monday.", &[]);
        check("Ana Ruiz could not say whether the pump had failed.", &[]);
        check("The report did not say whether the pump had failed.", &[]);
        check("Someone who does not answer questions wins no vote.", &[]);
        check("The clerk will refuse to answer any questions.", &[]);
        for sentence in
            ["The mayor refused to recant earlier remarks.", "The paper did not let its staff say how they had voted."]
        {
            let told = crate::reading::attribution::examples::reported(sentence);
            assert!(told.iter().all(|claim| !claim.starts_with("silence")), "{told:?}");
        }
        check("The mayor has not said much about how the dam was built.", &[]);
    }

    #[test]
    fn a_silence_ends_before_the_next_clause() {
        for (sentence, silence) in [
            ("Ana Ruiz could not be reached for comment.", "silence: Ana Ruiz: could not be reached for comment"),
            (
                "The mayor would not say whether the dam was safe, but he left early.",
                "silence: The mayor: would not say whether the dam was safe",
            ),
            (
                "Ana Ruiz refused to speak to reporters as she left the court.",
                "silence: Ana Ruiz: refused to speak to reporters",
            ),
            (
                "The ministry did not say whether the dam was safe or whether it would be rebuilt.",
                "silence: The ministry: did not say whether the dam was safe or whether it would be rebuilt",
            ),
            (
                "Ana Ruiz, who did not respond to requests for comment, left the town.",
                "silence: Ana Ruiz: did not respond to requests for comment",
            ),
            (
                "The ministry did not respond to questions about how much money it had lost.",
                "silence: The ministry: did not respond to questions about how much money it had lost",
            ),
        ] {
            assert_eq!(
                crate::reading::attribution::examples::reported(sentence).first().map(String::as_str),
                Some(silence)
            );
        }
    }
}
