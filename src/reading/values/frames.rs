//! From a predicate and its participants to a frame: classes, terms, and the question in readable words.

use crate::language::{Relation, Upos};
use crate::reading::{EntityKind, Frame, Term};
use crate::span::Span;

use super::lexicons;
use super::scene::Scene;

/// As many words of a participant as a question can bear.
const LONGEST: usize = 7;

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

/// A participant as a term: its entity, or the class of its noun; pronouns that nobody could link are none.
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

/// What narrows a counted noun: nations ("Chilean troops"), scopes ("another 12"), other words as topics.
pub(super) fn modifiers(scene: &Scene, noun: usize, except: Span, terms: &mut Vec<Term>) {
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
            let word = lexicons::noun(scene.lemma(child)).to_lowercase();
            push(terms, Some(Term { role: "topic", word, entity: None }));
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
    if near || so_far {
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

/// "Russia send 100 troops to Arden" as the rest of a question whose asked-for part is `asked`:
/// with the subject asked for "landed in Arden", with another part "did Russia send … to Arden".
pub(super) fn rest_of_question(scene: &Scene, verb: usize, asked: usize) -> String {
    let place = place_of(scene, verb, asked);
    let verbal = scene.is_verb(verb);
    let Some((subject, passive)) = scene.subject(verb).filter(|_| verbal) else {
        let word = scene.lower(verb);
        return match (verbal, word.ends_with("ed") || scene.tree.tokens[verb].xpos == "VBN") {
            (true, true) => format!("were {word}{place}"),
            (true, false) => place,
            (false, _) if scene.upos(verb) == Upos::Noun => format!("in the {}{place}", scene.lemma(verb)),
            (false, _) => place,
        };
    };
    let object = scene.child(verb, &[Relation::Obj]).filter(|&object| object != asked && !passive);
    let object = object.map(|object| format!(" {}", scene.phrase(object, LONGEST))).unwrap_or_default();
    if subject == asked {
        return format!("{}{object}{place}", verb_group(scene, verb));
    }
    let who = scene.phrase(subject, LONGEST);
    let lemma = with_particle(scene, verb);
    match (passive, future(scene, verb)) {
        (true, true) => format!("will {who} be {}{place}", scene.lower(verb)),
        (true, false) => format!("{} {who} {}{object}{place}", was_or_were(scene, subject), scene.lower(verb)),
        (false, true) => format!("will {who} {lemma}{object}{place}"),
        (false, false) => format!("{} {who} {lemma}{object}{place}", do_or_did(scene, verb, subject)),
    }
}

/// The verb as it stands, with its auxiliaries and particle.
fn verb_group(scene: &Scene, verb: usize) -> String {
    let mut parts: Vec<_> = scene
        .children(verb)
        .iter()
        .copied()
        .filter(|&child| matches!(scene.relation(child), Relation::Aux | Relation::AuxPass | Relation::CompoundPrt))
        .chain([verb])
        .collect();
    parts.sort_unstable();
    let words: Vec<_> = parts.into_iter().map(|at| scene.lower(at)).collect();
    words.join(" ")
}

fn with_particle(scene: &Scene, verb: usize) -> String {
    let particle = scene.child(verb, &[Relation::CompoundPrt]);
    particle.map_or_else(|| scene.lemma(verb).to_owned(), |at| format!("{} {}", scene.lemma(verb), scene.lower(at)))
}

/// The place that the question should name: "in Arden".
fn place_of(scene: &Scene, verb: usize, asked: usize) -> String {
    let found = scene.children(verb).iter().copied().find(|&child| {
        child != asked
            && scene.relation(child) == Relation::Obl
            && matches!(scene.entity_kind(child), Some(EntityKind::Place | EntityKind::Facility))
    });
    let Some(at) = found else { return String::new() };
    let case = scene.child(at, &[Relation::Case]).map_or_else(|| "in".into(), |case| scene.lower(case));
    format!(" {case} {}", scene.phrase(at, LONGEST))
}

fn future(scene: &Scene, verb: usize) -> bool {
    scene.children(verb).iter().any(|&child| {
        matches!(scene.relation(child), Relation::Aux)
            && matches!(scene.lower(child).as_str(), "will" | "would" | "'ll" | "shall")
    })
}

fn do_or_did(scene: &Scene, verb: usize, subject: usize) -> &'static str {
    match scene.tree.tokens[verb].xpos {
        "VBZ" => "does",
        "VBP" if is_plural(scene, subject) => "do",
        "VBP" => "does",
        _ => "did",
    }
}

fn was_or_were(scene: &Scene, subject: usize) -> &'static str {
    if is_plural(scene, subject) { "were" } else { "was" }
}

fn is_plural(scene: &Scene, at: usize) -> bool {
    matches!(scene.tree.tokens[at].xpos, "NNS" | "NNPS")
        || matches!(scene.lower(at).as_str(), "they" | "we" | "you" | "i" | "these" | "those")
        || scene.child(at, &[Relation::Conj]).is_some()
}

/// Closes a question: one space between words, a question mark at its end.
pub(super) fn question(words: &str) -> String {
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = flat.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}?", letters.as_str().trim_end_matches(['?', '.', ',']))
}
