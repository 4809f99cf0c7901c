//! The question of a count: what is counted, whose it is, and what happened, or no question at all.
//!
//! "How many crates?" asks nothing: a reader must know of which crates without seeing the report.

use crate::language::{Relation, Upos};
use crate::reading::{EntityKind, Quantity, Term};
use crate::span::Span;

use super::questions::{bare, clause, close, event, group, has_role, party, plural, things, unit_name};
use super::scene::Scene;

/// What a number is asked for.
pub(super) enum Asked<'a> {
    /// So many things; the number's own words are no part of them.
    Things { own: Span },
    /// So much of a unit, of something or in what happened.
    Measure { quantity: &'a Quantity, of: Option<usize> },
    /// A sum, for something or in what happened.
    Money { of: Option<usize> },
    /// How large a thing is: "a seven-boat attack".
    Dimension { dimension: usize, thing: usize },
}

/// The question in full, or a plain label where no template fits what happened; `None` where nothing is told.
pub(super) fn asked(scene: &Scene, asked: &Asked, verb: Option<usize>, at: usize, terms: &[Term]) -> Option<String> {
    let words = match asked {
        Asked::Money { of: Some(of) } if is_plain_noun(scene, *of) => {
            described(scene, *of, verb).map(|of| format!("how much was {of}"))
        }
        Asked::Measure { quantity, of: Some(of) } if !is_share(quantity) => {
            described(scene, *of, verb).map(|of| format!("how many {} was {of}", unit_words(quantity)))
        }
        Asked::Dimension { dimension, thing } => dimension_of(scene, *dimension, *thing, verb),
        Asked::Money { .. } => verb
            .filter(|&verb| is_paid(scene, verb, at))
            .and_then(|verb| happened(scene, "how much money", verb, at, terms)),
        Asked::Measure { quantity, of: None } if !is_share(quantity) => {
            let what = format!("how many {}{}", unit_words(quantity), of_what(scene, at));
            verb.and_then(|verb| happened(scene, &what, verb, at, terms))
        }
        Asked::Measure { .. } => None,
        // "a 100,000-word letter was sent": the letter was.
        Asked::Things { own } if scene.body.get(own.end..).is_some_and(|rest| rest.starts_with(['-', '–'])) => None,
        Asked::Things { own } => {
            let things = format!("how many {}{}", without(scene, &things(scene, at)?, *own), of_what(scene, at));
            verb.and_then(|verb| happened(scene, &things, verb, at, terms))
        }
    };
    // "Two Ruritanian planes landed …", read without its verb: whose they are tells enough to ask for.
    let told = verb.is_some()
        || matches!(asked, Asked::Things { .. })
            && terms.iter().any(|term| term.role == "modifier" && term.entity.is_some());
    words.map(|words| close(&words)).or_else(|| told.then(|| label(scene, asked, at)).flatten())
}

/// What is counted, measured or paid, in its own words: "crates", "percent of the vote", "money".
fn label(scene: &Scene, asked: &Asked, at: usize) -> Option<String> {
    let words = match asked {
        Asked::Things { own } if scene.upos(at) == Upos::Noun => {
            format!("{}{}", without(scene, &things(scene, at)?, *own), of_what(scene, at))
        }
        Asked::Things { .. } => String::new(),
        // "percent", "money" alone: no one can tell of what.
        Asked::Measure { quantity, of } => {
            let of = of.filter(|&of| is_plain_noun(scene, of)).map(|of| format!(" ({})", bare(scene, of)));
            let of = of.unwrap_or_else(|| of_what(scene, at));
            if of.is_empty() { of } else { format!("{}{of}", unit_words(quantity)) }
        }
        Asked::Money { of } => {
            let of = of.filter(|&of| is_plain_noun(scene, of)).map(|of| format!("money ({})", bare(scene, of)));
            of.unwrap_or_default()
        }
        Asked::Dimension { dimension, thing } => {
            let of = described(scene, *thing, None).unwrap_or_else(|| bare(scene, *thing));
            format!("{} ({of})", plural(&scene.lower(*dimension)))
        }
    };
    Some(words.trim().to_owned())
}

/// Whether a sum is what somebody pays, earns or loses: the object of a verb, without a preposition.
fn is_paid(scene: &Scene, verb: usize, at: usize) -> bool {
    top(scene, verb, at).is_some_and(|top| {
        scene.relation(top) == Relation::Obj && scene.child(top, &[Relation::Case]).is_none() && !scene.is_passive(verb)
    })
}

/// A share of a whole, which no verb measures: "won 19 percent".
fn is_share(quantity: &Quantity) -> bool {
    matches!(quantity.unit.as_deref(), Some("%" | "pp"))
}

/// A noun for a thing, not for the doing of one ("the pressing for $60 billion") nor a number ("millions").
fn is_plain_noun(scene: &Scene, at: usize) -> bool {
    scene.upos(at) == Upos::Noun && !scene.lemma(at).ends_with("ing") && !scene.is_number(at) && !is_sum(scene, at)
}

/// "How many crates were seized from the trawler", "in how many games did Ann Roe score".
fn happened(scene: &Scene, what: &str, verb: usize, at: usize, terms: &[Term]) -> Option<String> {
    if !scene.is_verb(verb) {
        return (scene.upos(verb) == Upos::Noun && !scene.lemma(verb).ends_with("ing"))
            .then(|| described(scene, verb, None))
            .flatten()
            .map(|noun| format!("{what} did {noun} involve"))
            .or_else(|| owned(what, scene, at, terms));
    }
    let top = top(scene, verb, at)?;
    let core = matches!(scene.relation(top), Relation::Nsubj | Relation::NsubjPass | Relation::Obj);
    // "spare up to 5 million": the preposition belongs to the number.
    let own = |case: usize| scene.reading.quantities.iter().any(|quantity| quantity.span.contains(scene.span(case)));
    let case = scene.child(top, &[Relation::Case]).filter(|&case| !own(case)).map(|case| scene.lower(case));
    let found = match case.filter(|case| !matches!(case.as_str(), "of" | "about" | "around" | "than")) {
        // "a shower, attended by 100 people": what was attended is not the subject of the clause.
        Some(case)
            if case == "by"
                && scene.tree.tokens[verb].xpos == "VBN"
                && scene.child(verb, &[Relation::Aux, Relation::AuxPass]).is_none() =>
        {
            None
        }
        Some(case) if !core && matches!(case.as_str(), "in" | "on" | "at" | "from" | "to" | "by" | "with" | "for") => {
            clause(scene, verb, top).map(|rest| format!("{case} {what} {rest}"))
        }
        None if !core && scene.relation(top) == Relation::OblUnmarked => {
            clause(scene, verb, top).map(|rest| format!("{what} {rest}"))
        }
        // "there are two other suits" tells nothing of them.
        _ if !core || scene.lemma(verb) == "be" => None,
        _ => event(scene, verb, top).map(|rest| {
            let about = scene
                .child(verb, &[Relation::Obj])
                .filter(|&object| object != top)
                .and_then(|object| party(scene, object));
            let about = about
                .filter(|about| !rest.contains(about.as_str()))
                .map(|about| format!(" {about}"))
                .unwrap_or_default();
            format!("{what} {rest}{about}{}", setting(scene, verb, top, &rest))
        }),
    };
    found.filter(|words| words.split(' ').count() > 4).or_else(|| owned(what, scene, at, terms))
}

/// Where, from what or by whom, unless the question has a setting already.
fn setting(scene: &Scene, verb: usize, top: usize, rest: &str) -> String {
    if ["in", "at", "to", "from", "near"].iter().any(|case| rest.contains(&format!(" {case} ")))
        || rest.starts_with("did ")
    {
        return String::new();
    }
    let found = scene.children(verb).iter().copied().filter(|&child| child != top).find_map(|child| {
        let oblique = matches!(scene.relation(child), Relation::Obl | Relation::OblAgent);
        let case = scene.child(child, &[Relation::Case]).filter(|_| oblique).map(|case| scene.lower(case))?;
        let said = matches!(case.as_str(), "in" | "at" | "on" | "from" | "by" | "during" | "near" | "for");
        let definite = scene.child(child, &[Relation::Det, Relation::NmodPoss]).is_some();
        party(scene, child)
            .filter(|_| said && (definite || scene.entity(child).is_some()) && !scene.is_time(child))
            .map(|party| format!(" {case} {party}"))
    });
    found.unwrap_or_default()
}

/// Whose they are: "how many crates of the Petrel".
fn owned(what: &str, scene: &Scene, at: usize, terms: &[Term]) -> Option<String> {
    let is_group = |entity: usize| scene.reading.entities[entity].kind == EntityKind::Group;
    let named =
        |role: &str| terms.iter().find(|term| term.role == role && term.entity.is_some_and(|entity| !is_group(entity)));
    let name = |term: &Term| term.entity.map(|entity| scene.reading.entities[entity].name.clone());
    // "crates of the Petrel", "the Petrel's crates"; a name further off owns nothing.
    let owns = |&below: &usize| {
        let of = scene.child(below, &[Relation::Case]).is_some_and(|case| scene.lower(case) == "of");
        scene.relation(below) == Relation::NmodPoss || scene.relation(below) == Relation::Nmod && of
    };
    let owners: Vec<usize> =
        scene.children(at).iter().filter(|below| owns(below)).filter_map(|&below| scene.entity(below)).collect();
    let owner =
        named("modifier").filter(|term| term.entity.is_some_and(|entity| owners.contains(&entity))).and_then(name);
    owner.map(|owner| format!("{what} of {owner}"))
}

/// "what was the magnitude of the earthquake"; of other dimensions a label tells more: "pages (the list of guests)".
fn dimension_of(scene: &Scene, dimension: usize, thing: usize, verb: Option<usize>) -> Option<String> {
    let word = scene.lower(dimension);
    let of = described(scene, thing, verb).filter(|_| has_role("size", &word))?;
    Some(format!("what was the {word} of {}", of.replacen(&format!("{word} "), "", 1)))
}

/// A noun with what tells which one it is: "the fine for Kestrel", "Ann Roe's farm", "the quake that hit Arden".
fn described(scene: &Scene, noun: usize, verb: Option<usize>) -> Option<String> {
    let words = bare(scene, noun);
    let owner = scene.child(noun, &[Relation::NmodPoss]).and_then(|owner| party(scene, owner));
    if let Some(owner) = owner {
        return Some(format!("{owner}’s {words}"));
    }
    let of = scene.children(noun).iter().copied().filter(|&child| scene.relation(child) == Relation::Nmod).find_map(
        |child| {
            let case = scene.child(child, &[Relation::Case]).map(|case| scene.lower(case))?;
            party(scene, child).map(|party| format!("the {words} {case} {party}"))
        },
    );
    if of.is_some() {
        return of;
    }
    let verb = verb.filter(|&verb| scene.is_verb(verb) && verb != noun)?;
    let rest = match scene.subject(verb) {
        Some((subject, _)) if subject == noun => event(scene, verb, noun).map(|rest| {
            let object = scene.child(verb, &[Relation::Obj]).and_then(|object| party(scene, object));
            format!("that {rest}{}", object.map(|object| format!(" {object}")).unwrap_or_default())
        }),
        Some((subject, false)) if is_finite(scene, verb) => {
            party(scene, subject).map(|who| format!("that {who} {}", group(scene, verb)))
        }
        _ => None,
    };
    rest.map(|rest| format!("the {words} {rest}"))
}

fn is_finite(scene: &Scene, verb: usize) -> bool {
    matches!(scene.tree.tokens[verb].xpos, "VBD" | "VBZ" | "VBP") || scene.child(verb, &[Relation::Aux]).is_some()
}

/// The participant of a verb that a counted noun is, or is listed in.
fn top(scene: &Scene, verb: usize, at: usize) -> Option<usize> {
    let mut now = at;
    for _ in 0..6 {
        let up = scene.head(now)?;
        if up == verb {
            return Some(now);
        }
        let listed = matches!(
            scene.relation(now),
            Relation::Conj
                | Relation::Nummod
                | Relation::Compound
                | Relation::Flat
                | Relation::Amod
                | Relation::Det
                | Relation::Appos
        );
        // "dozens of crates", "a total of six crates"
        let of_a_number = scene.relation(now) == Relation::Nmod && (scene.upos(up) == Upos::Num || is_sum(scene, up));
        if !listed && !of_a_number {
            return None;
        }
        now = up;
    }
    None
}

fn is_sum(scene: &Scene, at: usize) -> bool {
    has_role("sum", scene.lemma(at))
}

/// The counted things without the number's own words: "several boats" are boats.
fn without(scene: &Scene, things: &str, own: Span) -> String {
    let own = own.of(scene.body).to_lowercase();
    let mut words = things.split(' ').peekable();
    while words.peek().is_some_and(|word| own.split(' ').any(|own| own == word.to_lowercase())) {
        words.next();
    }
    words.collect::<Vec<_>>().join(" ")
}

/// The unit in words.
fn unit_words(quantity: &Quantity) -> &str {
    quantity.unit.as_deref().map(unit_name).unwrap_or_default()
}

/// " of equipment" for "35 tons of equipment".
fn of_what(scene: &Scene, at: usize) -> String {
    let of = scene.child(at, &[Relation::Nmod]).filter(|&of| {
        matches!(scene.upos(of), Upos::Noun | Upos::Propn)
            && scene.child(of, &[Relation::Case]).is_some_and(|case| scene.lower(case) == "of")
    });
    let bare_noun =
        |of: usize| scene.mention(of).is_none() && scene.child(of, &[Relation::Det, Relation::NmodPoss]).is_none();
    let words = |of: usize| if bare_noun(of) { Some(bare(scene, of)) } else { party(scene, of) };
    of.and_then(words).map(|of| format!(" of {of}")).unwrap_or_default()
}
