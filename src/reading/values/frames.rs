//! From a predicate and its participants to a frame: classes and terms.

use crate::language::{Relation, Upos};
use crate::reading::{EntityKind, Frame, Term};
use crate::span::Span;

use super::lexicons;
use super::scene::Scene;

/// The class of a predicate, with its particle ("touch down").
pub(super) fn class(scene: &Scene, verb: usize) -> String {
    if let Some(particle) = scene.child(verb, &[Relation::CompoundPrt]) {
        let both = format!("{} {}", scene.lemma(verb), scene.lower(particle));
        if lexicons::is_event(&both) {
            return lexicons::event(&both).to_owned();
        }
    }
    lexicons::event(scene.lemma(verb)).to_owned()
}

/// The frame of what a predicate tells: participants as terms, `except` (the value itself) left out.
pub(super) fn of_event(scene: &Scene, verb: usize, except: Span) -> Frame {
    let mut frame = Frame { predicate: Some(class(scene, verb)), ..Frame::default() };
    let outside = |at: usize| !except.overlaps(scene.span(at));
    let doer = scene.doer(verb).filter(|&at| outside(at));
    let object = scene.object(verb).filter(|&at| outside(at));
    if let Some(at) = doer {
        push(&mut frame.terms, term(scene, "agent", at));
    }
    if let Some(at) = object {
        push(&mut frame.terms, term(scene, "patient", at));
    }
    // "the clerk was offered a post": the post is a part of it too.
    for &child in scene.children(verb) {
        let second = matches!(scene.relation(child), Relation::Obj | Relation::Iobj) && Some(child) != object;
        if second && outside(child) {
            push(&mut frame.terms, term(scene, "topic", child));
        }
    }
    frame.about = doer.and_then(|at| scene.entity(at)).or_else(|| object.and_then(|at| scene.entity(at)));
    around(scene, verb, except, &mut frame.terms);
    // A participle tells more of what its verb tells: "two planes landed at the airport carrying …".
    if let Some(up) = scene
        .head(verb)
        .filter(|_| matches!(scene.relation(verb), Relation::Advcl | Relation::Acl | Relation::Xcomp | Relation::Conj))
    {
        around(scene, up, except, &mut frame.terms);
    }
    frame
}

/// Places, times and topics that hang on a predicate.
fn around(scene: &Scene, verb: usize, except: Span, terms: &mut Vec<Term>) {
    for &child in scene.children(verb) {
        let relation = scene.relation(child);
        let oblique = matches!(relation, Relation::Obl | Relation::OblUnmarked | Relation::Nmod | Relation::NmodPoss);
        if !oblique || except.overlaps(scene.span(child)) {
            continue;
        }
        match scene.entity_kind(child) {
            Some(EntityKind::Place | EntityKind::Facility) => push(terms, term(scene, "place", child)),
            _ if is_time(scene, child) => push(terms, time_term(scene, child)),
            _ => push(terms, term(scene, "topic", child)),
        }
        for &below in scene.children(child) {
            if matches!(relation, Relation::Obl) && scene.entity(below).is_some() && !except.overlaps(scene.span(below))
            {
                push(terms, term(scene, "topic", below));
            }
        }
    }
}

fn is_time(scene: &Scene, at: usize) -> bool {
    time_at(scene, at).is_some()
}

fn time_at<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a crate::reading::Time> {
    let times = &scene.reading.times;
    let first = times.partition_point(|time| time.span.end <= scene.span(at).start);
    times.get(first).filter(|time| time.span.overlaps(scene.span(at)))
}

/// A time as a term: its days, or its TIMEX3 value where it has none.
fn time_term(scene: &Scene, at: usize) -> Option<Term> {
    let time = time_at(scene, at)?;
    let word = match (time.low, time.high) {
        (Some(low), Some(high)) => format!("{low}..{high}"),
        _ => time.value.clone(),
    };
    Some(Term { role: "time", word, entity: None })
}

/// A participant as a term: its entity, or the class of its noun; pronouns that no one could link are none.
pub(super) fn term(scene: &Scene, role: &'static str, at: usize) -> Option<Term> {
    if let Some(entity) = scene.entity(at) {
        let known = &scene.reading.entities[entity];
        let word = match known.kind {
            EntityKind::Group => lexicons::nation(&known.name).map(str::to_owned),
            _ => None,
        };
        return Some(Term { role, word: word.unwrap_or_else(|| known.name.to_lowercase()), entity: Some(entity) });
    }
    match scene.upos(at) {
        Upos::Noun => Some(Term { role, word: lexicons::noun(scene.lemma(at)).to_owned(), entity: None }),
        Upos::Propn => Some(Term { role, word: scene.lower(at), entity: None }),
        _ => None,
    }
}

/// What narrows a counted noun: nations and kinds ("Chilean troops", "fishing boats"), scopes ("another 12"), topics.
///
/// A kind takes the part that `kind` names.
pub(super) fn modifiers(scene: &Scene, noun: usize, except: Span, kind: &'static str, terms: &mut Vec<Term>) {
    for &child in scene.children(noun) {
        let relation = scene.relation(child);
        let named = scene.entity(child).is_some();
        let wanted = matches!(
            relation,
            Relation::Amod
                | Relation::Compound
                | Relation::Nmod
                | Relation::NmodPoss
                | Relation::Det
                | Relation::NmodUnmarked
        );
        if !wanted {
            continue;
        }
        if lexicons::is_scope(scene.lemma(child)) {
            push(terms, Some(Term { role: "scope", word: scene.lemma(child).to_lowercase(), entity: None }));
        } else if named && !except.overlaps(scene.span(child)) {
            let role = match (relation, scene.entity_kind(child)) {
                (Relation::Nmod, Some(EntityKind::Place | EntityKind::Facility)) => "place",
                _ => "modifier",
            };
            push(terms, term(scene, role, child));
        } else if matches!(scene.upos(child), Upos::Noun | Upos::Adj | Upos::Propn)
            && !except.overlaps(scene.span(child))
        {
            let role = match relation {
                Relation::Amod | Relation::Compound => kind,
                _ => "topic",
            };
            let word = lexicons::noun(scene.lemma(child)).to_lowercase();
            push(terms, Some(Term { role, word, entity: None }));
        }
    }
}

/// Whose participant it is: "the sales of Harbour Motors", "Kestrel shares".
pub(super) fn owners(scene: &Scene, participant: Option<usize>, except: Span, terms: &mut Vec<Term>) {
    let Some(at) = participant.filter(|&at| scene.upos(at) == Upos::Noun && scene.entity(at).is_none()) else { return };
    for &child in scene.children(at) {
        let owns = matches!(scene.relation(child), Relation::NmodPoss | Relation::Compound | Relation::Nmod);
        let party = matches!(
            scene.entity_kind(child),
            Some(EntityKind::Organization | EntityKind::Person | EntityKind::Group | EntityKind::Product)
        );
        if owns && party && !except.overlaps(scene.span(child)) {
            push(terms, term(scene, "modifier", child));
        }
    }
}

/// "14 rifles so far", "a total of 14 rifles": more than this one time.
pub(super) fn totals(scene: &Scene, noun: usize, verb: Option<usize>, terms: &mut Vec<Term>) {
    let above = scene.head(noun).filter(|_| scene.relation(noun) == Relation::Nmod);
    let near =
        scene.children(noun).iter().copied().chain(above).any(|at| matches!(scene.lower(at).as_str(), "total" | "sum"));
    let so_far = verb.is_some_and(|verb| {
        scene.children(verb).iter().any(|&child| {
            let before = |words: &[&str]| child > 0 && words.contains(&scene.lower(child - 1).as_str());
            match scene.lower(child).as_str() {
                "altogether" | "overall" | "total" => true,
                "far" => before(&["so", "thus"]),
                _ => false,
            }
        })
    });
    // "in their five raids so far, the crew have seized …"
    let led = (1..noun).any(|at| scene.lower(at) == "far" && matches!(scene.lower(at - 1).as_str(), "so" | "thus"));
    if near || so_far || led {
        push(terms, Some(Term { role: "scope", word: "total".into(), entity: None }));
    }
}

pub(super) fn push(terms: &mut Vec<Term>, term: Option<Term>) {
    if let Some(term) = term
        && !terms.iter().any(|known| known.role == term.role && known.word == term.word)
    {
        terms.push(term);
    }
}
