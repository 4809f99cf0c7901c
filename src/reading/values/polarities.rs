//! Whether it is so: yes and no of what somebody does, of the issues that have contrary words, and of what a thing is.
//!
//! Three layers, the first that fits: an issue of the list ("opposes the plan": support, no), a predicate noun or
//! adjective ("is no amnesty": be amnesty, no), and the class of any other verb with a named doer.

use crate::language::{Relation, Upos};
use crate::reading::{FactKind, Frame, Polarity, Term, Value};
use crate::span::Span;

use super::blank;
use super::deeds;
use super::frames::{of_event, push, term};
use super::issues::{Issue, class_of, issue};
use super::lexicons;
use super::questions::{close, is_or_are, party, whether};
use super::scene::Scene;
use super::stance::{Says, Stance, denial, instead, is_earlier, stance};

/// Values of the issues and of what things are meet whatever their tense, but for what is told of an earlier time.
fn time_of_issue(scene: &Scene, at: usize) -> &'static str {
    if is_earlier(scene, at) { "issue-before" } else { "issue" }
}

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        let found = match issue(scene, at) {
            Some(issue) => of_issue(scene, at, issue),
            None if scene.is_verb(at) => deeds::value(scene, at).or_else(|| of_verb(scene, at)),
            None => deeds::value(scene, at).or_else(|| of_predicate(scene, at)),
        };
        into.extend(found);
    }
}

/// As many words of what is said of a thing as a question can bear.
const LONGEST: usize = 7;

fn word(says: Says) -> &'static str {
    match says {
        Says::Yes => "yes",
        Says::No => "no",
        Says::Wants => "wants",
        Says::Almost => "almost",
    }
}

fn value(scene: &Scene, span: Span, says: Says, attribute: &str) -> Option<Value> {
    let (claim, own_cue) = scene.claim_or_cue_at(span)?;
    let told = &scene.reading.claims[claim];
    let cue = told.hops.last().and_then(|hop| hop.cue).and_then(|cue| scene.head_of(cue));
    // What a claim rejects is its content, not the word that reports it.
    let denied = told.polarity == Polarity::Denied && own_cue.is_none();
    if denied && cue.is_some_and(|cue| scene.negation(cue).is_some()) {
        return None; // "did not dispute that …"
    }
    let mut value = blank(claim, FactKind::Polarity, own_cue.unwrap_or(span));
    value.word = Some(word(if denied { says.flipped()? } else { says }).into());
    value.attribute = Some(attribute.into());
    Some(value)
}

/// "will not seek re-election", "opposes the plan", "was ill-equipped", "an ill-equipped climber".
fn of_issue(scene: &Scene, at: usize, issue: Issue) -> Option<Value> {
    let (who, stance) = match scene.upos(at) {
        // Of several one may be armed and another not.
        Upos::Adj if is_predicate(scene, at) => {
            let single = |&who: &usize| scene.tree.tokens[who].xpos != "NNS";
            (scene.subject(at).map(|(who, _)| who).filter(single), stance(scene, at)?)
        }
        Upos::Adj => {
            let one = |&noun: &usize| {
                let person = scene.party(noun).is_some() || scene.is_person_noun(noun);
                scene.relation(at) == Relation::Amod && scene.tree.tokens[noun].xpos == "NN" && person
            };
            let noun = scene.head(at).filter(one)?;
            (Some(noun), Stance { says: Says::Yes, span: scene.span(at), top: at })
        }
        _ if issue.party == "object" => (scene.object(at), stance(scene, at)?),
        // "is opposed by the mayor"; "is survived by his wife" tells of no one who came away with his life.
        _ if scene.is_passive(at) => (scene.doer(at).filter(|_| issue.question.contains("{what}")), stance(scene, at)?),
        _ => (scene.subject(at).map(|(who, _)| who), stance(scene, at)?),
    };
    // "a man survived": who he is, no one can tell.
    let mut who = who.filter(|&who| scene.upos(at) == Upos::Adj || !is_indefinite(scene, who))?;
    let mut object = issue.object;
    if issue.party == "view" {
        // "his feelings have changed", "he has the same view": the question is his.
        let view = [who].into_iter().chain(object).find(|&noun| class_of(scene, noun) == Some("view"))?;
        who = match scene.child(view, &[Relation::NmodPoss]) {
            Some(owner) => owner,
            None => {
                scene
                    .head(view)
                    .filter(|_| scene.relation(view) == Relation::Obj)
                    .and_then(|verb| scene.subject(verb))?
                    .0
            }
        };
        object = None;
    }
    let says = if issue.yes { stance.says } else { stance.says.flipped()? };
    let mut span = stance.span.hull(scene.span(issue.last));
    if let Some(object) = issue.object.filter(|&object| object > at) {
        span = span.hull(scene.span(object));
    }
    let mut value = value(scene, span, says, time_of_issue(scene, stance.top))?;
    let asked = asked_of(scene, who)?;
    let mut frame = Frame { predicate: Some(issue.name.into()), about: scene.party(who), ..Frame::default() };
    push(&mut frame.terms, term(scene, "agent", who));
    if let Some(object) = object {
        narrowed(scene, at, object, &mut frame);
    }
    let what = object.and_then(|object| party(scene, object)).unwrap_or_else(|| "it".to_owned());
    let question = match (is_or_are(scene, who), issue.question.strip_prefix("is {who}")) {
        ("are", Some(rest)) => format!("are {{who}}{rest}"),
        _ => issue.question.to_string(),
    };
    frame.question = close(&question.replace("{who}", &asked).replace("{what}", &what));
    value.frame = Some(frame);
    Some(value)
}

fn is_indefinite(scene: &Scene, at: usize) -> bool {
    let article = scene.child(at, &[Relation::Det]).map(|article| scene.lower(article));
    scene.upos(at) == Upos::Noun && matches!(article.as_deref(), Some("a" | "an" | "another" | "one"))
}

/// What an issue is about: its object, the deed that it is about ("bars agencies from selling"), and whom the object names.
fn narrowed(scene: &Scene, at: usize, object: usize, frame: &mut Frame) {
    let deed =
        scene.child(at, &[Relation::Xcomp, Relation::Advcl]).filter(|&deed| deed > object && scene.is_verb(deed));
    match deed {
        Some(deed) => {
            let word = lexicons::event(scene.lemma(deed)).to_owned();
            push(&mut frame.terms, Some(Term { role: "patient", word, entity: None }));
        }
        None => push(&mut frame.terms, term(scene, "patient", object)),
    }
    for below in scene.tree.subtree(object).into_iter().filter(|&below| below != object) {
        if scene.entity(below).is_some() {
            push(&mut frame.terms, term(scene, "topic", below));
        }
    }
}

fn asked_of(scene: &Scene, who: usize) -> Option<String> {
    party(scene, who).or_else(|| scene.party(who).map(|entity| scene.reading.entities[entity].name.clone()))
}

/// Whether a noun or adjective is what is said of its subject.
fn is_predicate(scene: &Scene, at: usize) -> bool {
    scene.child(at, &[Relation::Cop]).is_some()
        || scene.relation(at) == Relation::Xcomp && scene.head(at).is_some_and(|verb| scene.lemma(verb) != "make")
}

/// "the deal is no amnesty", "there will be no amnesty".
fn of_predicate(scene: &Scene, at: usize) -> Option<Value> {
    let lemma = scene.lemma(at).to_lowercase();
    if !matches!(scene.upos(at), Upos::Noun | Upos::Adj)
        || scene.entity(at).is_some()
        || scene.is_time(at)
        || lexicons::is_post(&lemma)
        || is_counted(scene, at)
    {
        return None;
    }
    let (who, stance) = if scene.child(at, &[Relation::Cop]).is_some() {
        (scene.subject(at).map(|(who, _)| who), stance(scene, at)?)
    } else {
        let verb = scene.head(at).filter(|&verb| scene.is_verb(verb))?;
        (None, existence(scene, verb, at)?)
    };
    let span = stance.span.hull(scene.span(at));
    let mut value = value(scene, span, stance.says, time_of_issue(scene, stance.top))?;
    let about = who.and_then(|who| scene.party(who));
    let mut frame = Frame { predicate: Some(format!("be {lemma}")), about, ..Frame::default() };
    if let Some(who) = who {
        push(&mut frame.terms, term(scene, "agent", who));
    }
    for &child in scene.children(at) {
        if matches!(scene.relation(child), Relation::Nmod | Relation::Compound | Relation::Obl) {
            push(&mut frame.terms, term(scene, "topic", child));
        }
    }
    let said = phrase(scene, at);
    frame.question = match who.map(|who| (who, asked_of(scene, who))) {
        Some((who, Some(name))) => close(&format!("{} {name} {said}", is_or_are(scene, who))),
        // "It was no accident": no one can be asked about "it".
        Some((_, None)) => String::new(),
        None if scene.child(at, &[Relation::Cop]).is_some() => String::new(),
        // "There is no bridge."
        None if said.starts_with("a ") || said.starts_with("an ") => close(&format!("is there {said}")),
        None => close(&format!("is there any {said}")),
    };
    value.frame = Some(frame);
    Some(value)
}

/// "the first time", "one of two ways": what is numbered, counted or pointed at is told of several things.
fn is_counted(scene: &Scene, at: usize) -> bool {
    scene.children(at).iter().any(|&child| match scene.relation(child) {
        Relation::Nummod => true,
        Relation::Det => matches!(scene.lower(child).as_str(), "the" | "this" | "that" | "another"),
        Relation::Amod => {
            matches!(scene.tree.tokens[child].xpos, "JJS" | "CD") || lexicons::is_scope(scene.lemma(child))
        }
        Relation::Advmod => {
            matches!(scene.lower(child).as_str(), "more" | "most" | "less" | "too" | "enough" | "only" | "just")
        }
        _ => false,
    }) || matches!(scene.tree.tokens[at].xpos, "JJR" | "JJS")
}

/// What is said of a thing, in a few words: "a war of choice".
fn phrase(scene: &Scene, at: usize) -> String {
    let inside = |child: &&usize| {
        let article = scene.relation(**child) == Relation::Det && matches!(scene.lower(**child).as_str(), "a" | "an");
        let case = scene.relation(**child) == Relation::Case && **child < at;
        article
            || case
            || matches!(
                scene.relation(**child),
                Relation::Amod | Relation::Compound | Relation::Nmod | Relation::NmodPoss
            )
    };
    let parts: Vec<_> = scene.children(at).iter().filter(inside).flat_map(|&child| scene.tree.subtree(child)).collect();
    let first = parts.iter().copied().filter(|&part| part < at).min().unwrap_or(at);
    let last = parts.iter().copied().filter(|&part| part > at && part < at + LONGEST).max().unwrap_or(at);
    scene.words(first, last)
}

/// "there is no N", "X amounts to N".
fn existence(scene: &Scene, verb: usize, noun: usize) -> Option<Stance> {
    let there = || scene.child(verb, &[Relation::Expl]).is_some_and(|at| scene.lower(at) == "there");
    let amounts = || matches!(scene.lemma(verb), "amount" | "constitute");
    let role = matches!(scene.relation(noun), Relation::Nsubj | Relation::Obj | Relation::Obl);
    (role && noun > verb && scene.upos(noun) == Upos::Noun && (there() || amounts())).then_some(())?;
    let found = stance(scene, verb)?;
    if instead(scene, noun).is_some() {
        return None; // "was not without drama"
    }
    match denial(scene, noun) {
        Some(not) => Some(Stance { says: found.says.flipped()?, span: found.span.hull(scene.span(not)), ..found }),
        None => Some(found),
    }
}

/// What a named party does or does not do.
fn of_verb(scene: &Scene, verb: usize) -> Option<Value> {
    if lexicons::weak(scene.lemma(verb)).is_some() {
        return None;
    }
    let doer = scene.doer(verb).or_else(|| scene.object(verb))?;
    let found = stance(scene, verb)?;
    let bare = scene.object(verb).is_none_or(|at| scene.upos(at) == Upos::Pron);
    if scene.entity(doer).is_none() || (found.says == Says::Yes && bare) || !is_main(scene, found.top) {
        return None;
    }
    let mut value = value(scene, found.span, found.says, time_of(scene, found.top))?;
    let mut frame = of_event(scene, verb, found.span);
    if found.says == Says::No {
        restrict(scene, verb, &mut frame);
    }
    if let Some(question) = whether(scene, verb) {
        frame.question = question;
        value.frame = Some(frame);
    }
    Some(value)
}

/// "did not offer her a paid post": another post may have been offered.
fn restrict(scene: &Scene, verb: usize, frame: &mut Frame) {
    let end = scene.tree.tokens.len().min(verb + LONGEST);
    let clause = |at: &usize| !matches!(scene.upos(*at), Upos::Sconj) && scene.lower(*at) != ",";
    for at in (verb + 1..end).take_while(clause).filter(|&at| matches!(scene.lower(at).as_str(), "a" | "an")) {
        if at + 1 < end && scene.upos(at + 1) == Upos::Adj {
            let word = scene.lemma(at + 1).to_lowercase();
            push(&mut frame.terms, Some(Term { role: "scope", word, entity: None }));
        }
    }
}

/// Clauses that say something of their own, not conditions or wishes.
fn is_main(scene: &Scene, verb: usize) -> bool {
    matches!(scene.relation(verb), Relation::Root | Relation::Ccomp | Relation::Conj | Relation::Parataxis)
        && scene.child(verb, &[Relation::Mark]).is_none_or(|mark| scene.lower(mark) == "that")
}

/// What is to come is another question than what was.
fn time_of(scene: &Scene, verb: usize) -> &'static str {
    let auxiliaries = || {
        scene.children(verb).iter().filter(|&&child| matches!(scene.relation(child), Relation::Aux | Relation::AuxPass))
    };
    let has = |words: &[&str]| auxiliaries().any(|&child| words.contains(&scene.lower(child).as_str()));
    if has(&["will", "would", "'ll", "’ll", "shall", "wo", "ca", "can", "could", "may", "might", "should", "must"]) {
        return "will";
    }
    let past =
        matches!(scene.tree.tokens[verb].xpos, "VBD" | "VBN") || has(&["did", "had", "was", "were", "has", "have"]);
    if past { "did" } else { "does" }
}

#[cfg(test)]
mod tests {
    use super::super::examples::check;

    #[test]
    fn contraries_answer_one_question() {
        for (sentence, found) in [
            ("Vera Lund opposes the bridge.", "polarity issue no: Does Vera Lund support the bridge?"),
            ("Vera Lund backs the bridge.", "polarity issue yes: Does Vera Lund support the bridge?"),
            ("Vera Lund will not seek re-election.", "polarity issue no: Is Vera Lund running for office?"),
            ("Vera Lund wants to run for another term.", "polarity issue wants: Is Vera Lund running for office?"),
            ("Vera Lund refused to back the bridge.", "polarity issue no: Does Vera Lund support the bridge?"),
            ("Vera Lund may back the bridge.", ""),
            ("Vera Lund runs a bakery.", ""),
            ("Vera Lund is survived by two sons.", ""),
            ("The levy is no ransom.", "polarity issue no: Is the levy ransom?"),
            ("This is the third ransom.", ""),
        ] {
            check(sentence, "issue", found);
        }
    }

    #[test]
    fn what_was_before_is_another_question() {
        let found = "polarity issue-before no: Does Vera Lund support the bridge?";
        check("Vera Lund had opposed the bridge.", "issue-before", found);
        check("Vera Lund opposes the bridge.", "issue-before", "");
    }
}
