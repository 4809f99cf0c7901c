//! Deeds of which people are accused: told as a fact, or as what is alleged.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::{Relation, Upos};
use crate::lexicon::rows;
use crate::reading::{ClaimKind, EntityKind, FactKind, Frame, Modality, Value};
use crate::span::Span;

use super::blank;
use super::frames::{of_event, push, term};
use super::lexicons;
use super::questions::{close, party};
use super::scene::Scene;
use super::stance::{Says, stance};

type Words = FxHashMap<&'static str, FxHashMap<&'static str, &'static str>>;

/// The words of deeds and of doubt, by their class.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut found = Words::default();
    for row in rows(include_str!("../../../data/lexicon/deeds.tsv")) {
        found.entry(row[1]).or_default().insert(row[0], row[2]);
    }
    found
});

fn listed(class: &str, word: &str) -> Option<&'static str> {
    WORDS.get(class)?.get(word).copied()
}

/// A deed with the one who is said to have done it.
struct Deed {
    class: &'static str,
    doer: Option<usize>,
    sufferer: Option<usize>,
    span: Span,
    alleged: bool,
}

/// The value of a verb or noun that tells a deed; `None` where it tells none.
pub(super) fn value(scene: &Scene, at: usize) -> Option<Value> {
    let deed = if scene.is_verb(at) { done(scene, at)? } else { charged(scene, at)? };
    let claim = scene.claim_at(deed.span)?;
    let told = &scene.reading.claims[claim];
    // What a voice says stands on its word, and what may be or is feared happened to no one. That a gunman shot says
    // nothing of whoever is accused of it.
    let own = told.kind == ClaimKind::Narration && told.modality == Modality::Asserted;
    let told = own && deed.doer.is_some_and(|doer| is_known(scene, doer));
    if !(deed.alleged || told) {
        return None;
    }
    let mut value = blank(claim, FactKind::Polarity, deed.span);
    value.word = Some(if deed.alleged { "allegedly" } else { "yes" }.into());
    value.attribute = Some("deed".into());
    let mut frame = Frame { predicate: Some(deed.class.into()), ..Frame::default() };
    for (role, noun) in [("agent", deed.doer), ("patient", deed.sufferer)] {
        if let Some(noun) = noun {
            push(&mut frame.terms, term(scene, role, noun));
        }
    }
    let event = scene.head(at).filter(|&verb| !scene.is_verb(at) && scene.is_verb(verb)).unwrap_or(at);
    let times = of_event(scene, event, deed.span).terms.into_iter().filter(|term| term.role == "time");
    for time in times {
        push(&mut frame.terms, Some(time));
    }
    frame.about = deed.doer.and_then(|doer| scene.party(doer));
    let by_person = |&doer: &usize| scene.entity_kind(doer).is_none_or(|kind| kind == EntityKind::Person);
    let whose = deed
        .doer
        .filter(by_person)
        .and_then(|doer| party(scene, doer))
        .map(|who| format!(" by {who}"))
        .unwrap_or_default();
    frame.question = close(&format!("is the {}{whose} a fact or an allegation", deed.class));
    value.frame = Some(frame);
    Some(value)
}

/// Whether a doer is somebody in particular: named, or called by a post or trade ("a former clerk").
fn is_known(scene: &Scene, doer: usize) -> bool {
    if scene.party(doer).is_some() {
        return matches!(
            scene.entity_kind(doer),
            Some(EntityKind::Person | EntityKind::Organization | EntityKind::Group | EntityKind::Place) | None
        );
    }
    let lemma = scene.lemma(doer).to_lowercase();
    scene.upos(doer) == Upos::Noun && listed("unknown", &lemma).is_none() && scene.is_person_noun(doer)
}

fn is_person(scene: &Scene, at: usize) -> bool {
    let lemma = scene.lemma(at).to_lowercase();
    match scene.entity_kind(at) {
        Some(kind) => matches!(kind, EntityKind::Person | EntityKind::Group),
        None => {
            matches!(scene.upos(at), Upos::Pron | Upos::Propn)
                || scene.is_person_noun(at)
                || matches!(lexicons::noun(&lemma), "troop" | "police")
        }
    }
}

/// "opened fire", "allegedly struck the woman", "is accused of robbing the bank".
fn done(scene: &Scene, verb: usize) -> Option<Deed> {
    let phrase = || listed("verb", &format!("{} {}", scene.lemma(verb), scene.lower(verb + 1)));
    let whole = if verb + 1 < scene.tree.tokens.len() { phrase() } else { None };
    let class = whole.or_else(|| listed("verb", scene.lemma(verb)))?;
    let doer = scene.doer(verb)?;
    // "Woman killed in crash": the participle of a headline tells who suffered.
    let finite = scene.tree.tokens[verb].xpos != "VBN"
        || scene.is_passive(verb)
        || scene.child(verb, &[Relation::Aux, Relation::Obj]).is_some();
    let alleged = is_alleged(scene, verb, doer);
    if !finite || !alleged && stance(scene, verb)?.says != Says::Yes || scene.negation(verb).is_some() {
        return None;
    }
    let person = matches!(scene.upos(doer), Upos::Noun | Upos::Propn | Upos::Pron) && !scene.is_time(doer);
    let sufferer = scene.object(verb).filter(|&object| object != doer);
    // Who hit the gas or another car is not accused of violence.
    if class == "violence" && whole.is_none() && sufferer.is_none_or(|sufferer| !is_person(scene, sufferer)) {
        return None;
    }
    let span = scene.span(verb);
    person.then_some(Deed { class, doer: Some(doer), sufferer, span, alleged })
}

/// "was charged with murder", "is suspected of theft".
fn charged(scene: &Scene, noun: usize) -> Option<Deed> {
    let class = listed("noun", scene.lemma(noun)).filter(|_| scene.upos(noun) == Upos::Noun)?;
    let verb = scene.head(noun).filter(|&verb| {
        scene.is_verb(verb) && scene.relation(noun) == Relation::Obl && listed("accusing", scene.lemma(verb)).is_some()
    })?;
    let case = scene.child(noun, &[Relation::Case]).map(|case| scene.lower(case));
    matches!(case.as_deref(), Some("with" | "of")).then_some(())?;
    let span = scene.span(verb).hull(scene.span(noun));
    // "of assault on his sister"
    let sufferer = scene.children(noun).iter().chain(scene.children(verb)).copied().find(|&child| {
        let case = scene.child(child, &[Relation::Case]).map(|case| scene.lower(case));
        child > noun && matches!(case.as_deref(), Some("on" | "against" | "of")) && is_person(scene, child)
    });
    Some(Deed { class, doer: scene.object(verb), sufferer, span, alleged: true })
}

/// As many heads as may stand between a deed and the word that doubts it.
const REACH: usize = 3;

/// Whether it is left open that the deed was done, or by whom.
fn is_alleged(scene: &Scene, verb: usize, doer: usize) -> bool {
    let doubted = |at: usize| scene.children(at).iter().any(|&child| listed("doubt", &scene.lower(child)).is_some());
    if doubted(verb) || doubted(doer) || listed("doubt", &scene.lower(doer)).is_some() {
        return true;
    }
    let mut now = verb;
    for _ in 0..REACH {
        let Some(above) = scene.head(now) else { return false };
        let clause = matches!(
            scene.relation(now),
            Relation::Ccomp | Relation::Xcomp | Relation::Advcl | Relation::Conj | Relation::Acl | Relation::AclRelcl
        );
        if !clause || !scene.is_verb(above) {
            return false;
        }
        let below = matches!(scene.relation(now), Relation::Ccomp | Relation::Xcomp | Relation::Advcl);
        let supposed = listed("supposing", scene.lemma(above)).is_some() && scene.relation(now) != Relation::Advcl;
        // "Police allege he fled": parsers often take the clause for a second verb.
        let joined = scene.relation(now) == Relation::Conj && scene.child(now, &[Relation::Nsubj]).is_some();
        if doubted(above) && below
            || (below || joined) && listed("accusing", scene.lemma(above)).is_some() && above < now
            || below && supposed
        {
            return true;
        }
        now = above;
    }
    false
}

/// Whether a word beside a predicate or above it accuses, supposes or doubts, whatever the predicate tells.
pub(super) fn is_doubted(scene: &Scene, verb: usize) -> bool {
    let doubts = |at: usize| listed("doubt", &scene.lower(at)).is_some();
    let mut now = verb;
    for _ in 0..2 * REACH {
        let beside = scene.children(now).iter().any(|&child| doubts(child));
        let accuses = |at: usize| {
            let lemma = scene.lemma(at);
            scene.is_verb(at) && (listed("accusing", lemma).is_some() || listed("supposing", lemma).is_some())
        };
        if beside || now != verb && (accuses(now) || doubts(now)) {
            return true;
        }
        let Some(above) = scene.head(now) else { return false };
        now = above;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::examples::check;

    #[test]
    fn a_fact_names_its_doer_and_an_allegation_says_that_it_is_one() {
        for (sentence, found) in [
            (
                "Ivo Brandt stabbed a clerk.",
                "polarity deed yes: Is the violence by Ivo Brandt a fact or an allegation?",
            ),
            (
                "Ivo Brandt allegedly stabbed a clerk.",
                "polarity deed allegedly: Is the violence by Ivo Brandt a fact or an allegation?",
            ),
            (
                "Ivo Brandt is accused of stabbing a clerk.",
                "polarity deed allegedly: Is the violence by Ivo Brandt a fact or an allegation?",
            ),
            ("A gunman stabbed a clerk.", ""),
            ("Ivo Brandt hit the brakes.", ""),
        ] {
            check(sentence, "deed", found);
        }
    }

    #[test]
    fn the_list_of_deeds_is_sound() {
        assert_eq!(crate::lexicon::check(include_str!("../../../data/lexicon/deeds.tsv")), Ok(()));
    }
}
