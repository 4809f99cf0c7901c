//! The question that a value answers, in plain English, from a few templates.
//!
//! What fits no template gets the shortest question or none: a crooked sentence helps no one.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::{Relation, Upos};
use crate::lexicon::rows;
use crate::reading::{EntityKind, MentionKind};

use super::lexicons;
use super::scene::Scene;
use super::sound::is_sound;

/// Nouns that questions of a count treat in a way of their own, with their role.
static ROLES: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/question_words.tsv")).map(|row| (row[1], row[0])).collect()
});

/// Whether a noun has a role in questions of a count: `sum`, `size`, `plural` or `uncounted`.
pub(super) fn has_role(role: &str, word: &str) -> bool {
    ROLES.contains(&(role, word))
}

/// As many words of a participant as a question can bear.
const LONGEST: usize = 4;

/// "When did Chile send soldiers to Arden?", "When were the soldiers sent?", "When was the raid?"; no words where the
/// question cannot be put in sound English.
pub(super) fn asked_of_event(scene: &Scene, word: &str, verb: usize, asked: usize) -> Option<String> {
    if scene.upos(verb) == Upos::Noun {
        return Some(close(&format!("{word} {} the {}", was_or_were(scene, verb), bare(scene, verb))));
    }
    let question = close(&format!("{word} {}", clause(scene, verb, asked)?));
    Some(question).filter(|_| is_sound(scene, verb, asked)).or_else(|| Some(String::new()))
}

/// "Why did the trawlers come?": what did not happen, or may, has its reasons too.
pub(super) fn explained(scene: &Scene, word: &str, verb: usize) -> Option<String> {
    clause(scene, verb, usize::MAX).map(|rest| close(&format!("{word} {rest}")))
}

/// What happened to the thing that is asked for; `None` where no template fits.
pub(super) fn event(scene: &Scene, verb: usize, asked: usize) -> Option<String> {
    if !scene.is_verb(verb) {
        return None;
    }
    let place = place(scene, verb, asked);
    let (subject, _) = scene.subject(verb).unzip();
    let finite = scene.tree.tokens[verb].xpos != "VBG" && scene.tree.tokens[verb].xpos != "VB";
    if subject == Some(asked) && finite {
        return Some(format!("{}{place}", group(scene, verb)));
    }
    if scene.child(verb, &[Relation::Obj]) == Some(asked)
        && let Some(who) = subject.and_then(|subject| party(scene, subject))
    {
        return Some(format!("{} {who} {}{place}", helper(scene, verb, subject?), base(scene, verb)));
    }
    participle(scene, verb).filter(|_| scene.object(verb) == Some(asked)).map(|word| format!("were {word}{place}"))
}

/// A whole clause turned into a question: "did Chile send soldiers to Arden", "were the soldiers sent".
pub(super) fn clause(scene: &Scene, verb: usize, asked: usize) -> Option<String> {
    let who = scene.subject(verb).and_then(|(subject, _)| somebody(scene, subject))?;
    clause_of(scene, &who, verb, asked)
}

fn clause_of(scene: &Scene, who: &str, verb: usize, asked: usize) -> Option<String> {
    let (subject, passive) = scene.subject(verb)?;
    let place = place(scene, verb, asked);
    if passive {
        let word = participle(scene, verb)?;
        return Some(if is_future(scene, verb) {
            format!("will {who} be {word}{place}")
        } else {
            format!("{} {who} {word}{place}", was_or_were(scene, subject))
        });
    }
    let object = scene.child(verb, &[Relation::Obj]).filter(|&object| object != asked && !scene.is_time(object));
    let object = object.and_then(|object| party(scene, object)).map(|object| format!(" {object}")).unwrap_or_default();
    let end = if object.is_empty() && place.is_empty() { complement(scene, verb, asked) } else { place };
    Some(format!("{} {who} {}{object}{end}", helper(scene, verb, subject), base(scene, verb)))
}

/// The yes-or-no question of a clause: "Did Chile send soldiers?".
pub(super) fn whether(scene: &Scene, verb: usize) -> Option<String> {
    let who = scene.subject(verb).and_then(|(subject, _)| party(scene, subject))?;
    clause_of(scene, &who, verb, usize::MAX).map(|rest| close(&rest))
}

/// A participant in a few words: its name, or its noun with what stands right before it. No one can be asked about "it".
pub(super) fn party(scene: &Scene, at: usize) -> Option<String> {
    if let Some(mention) = scene.mention(at) {
        let named = mention.kind == MentionKind::Name;
        return match mention.entity {
            Some(_)
                if named
                    && scene.mention(at).is_some_and(|mention| {
                        mention.span.contains(scene.span(at)) || scene.upos(at) == Upos::Propn
                    }) =>
            {
                Some(with_article(scene, at, mention.span.of(scene.body)))
            }
            Some(entity) => Some(with_article(scene, at, &scene.reading.entities[entity].name)),
            None if named => Some(mention.span.of(scene.body).to_owned()),
            None => None,
        };
    }
    described(scene, at)
}

/// A participant by name, or by its noun though no one knows who it is: "the two countries".
pub(super) fn somebody(scene: &Scene, at: usize) -> Option<String> {
    let nominal = scene.mention(at).is_some_and(|mention| mention.kind == MentionKind::Nominal);
    party(scene, at).or_else(|| described(scene, at).filter(|_| nominal))
}

/// A participant that has no name: "the ferry", "two countries".
fn described(scene: &Scene, at: usize) -> Option<String> {
    if !matches!(scene.upos(at), Upos::Noun | Upos::Propn) || scene.is_time(at) {
        return None;
    }
    let words = bare(scene, at);
    let definite =
        scene.children(at).iter().any(|&child| matches!(scene.relation(child), Relation::Det | Relation::NmodPoss));
    Some(if definite || !is_plural(scene, at) { format!("the {words}") } else { words })
}

/// "the United States", "the ministry": the article that stands before a name.
fn with_article(scene: &Scene, at: usize, name: &str) -> String {
    let article =
        scene.children(at).iter().any(|&child| scene.relation(child) == Relation::Det && scene.lower(child) == "the");
    let has = name.to_lowercase().starts_with("the ");
    if article && !has { format!("the {name}") } else { name.to_owned() }
}

/// A noun with the adjectives and nouns right before it, without article and number.
pub(super) fn bare(scene: &Scene, at: usize) -> String {
    let mut first = at;
    while first > 0
        && at - first < LONGEST - 1
        && matches!(scene.upos(first - 1), Upos::Adj | Upos::Noun | Upos::Propn)
        && !scene.is_time(first - 1)
        && !scene.is_number(first - 1)
        && scene.tree.is_below(first - 1, at)
    {
        first -= 1;
    }
    // "work-related emails": no half of a compound.
    while first < at
        && first > 0
        && matches!(scene.lower(first - 1).as_str(), "-" | "–")
        && scene.span(first - 1).end == scene.span(first).start
    {
        first += 1;
    }
    scene.words(first, at)
}

/// The counted things in the plural: the words between the number and its noun, and the noun.
pub(super) fn things(scene: &Scene, at: usize) -> Option<String> {
    if !matches!(scene.upos(at), Upos::Noun | Upos::Propn) {
        return None;
    }
    // "ages 6 and 11": such nouns are not what is counted.
    if has_role("uncounted", scene.lemma(at)) {
        return None;
    }
    let words = bare(scene, at);
    let singular = matches!(scene.tree.tokens[at].xpos, "NN" | "NNP") && !words.ends_with('s');
    Some(if singular { plural(&words) } else { words })
}

/// The regular plural, and that of the people who are counted most.
pub(super) fn plural(words: &str) -> String {
    let (front, last) = words.rsplit_once(' ').map_or(("", words), |(front, last)| (front, last));
    let last = match last {
        "person" => "people".to_owned(),
        "child" => "children".to_owned(),
        _ if has_role("plural", last) => last.to_owned(),
        _ if last.ends_with("man") => format!("{}men", last.trim_end_matches("man")),
        _ if last.ends_with('y')
            && !last.ends_with(['a', 'e', 'o', 'u'])
            && !last.ends_with("ay")
            && !last.ends_with("ey") =>
        {
            format!("{}ies", last.trim_end_matches('y'))
        }
        _ if last.ends_with('s') || last.ends_with("ch") || last.ends_with("sh") || last.ends_with('x') => {
            format!("{last}es")
        }
        _ => format!("{last}s"),
    };
    if front.is_empty() { last } else { format!("{front} {last}") }
}

/// The verb as it stands, with its auxiliaries and particle: "had landed", "were sent".
pub(super) fn group(scene: &Scene, verb: usize) -> String {
    let of_verb =
        |child: usize| matches!(scene.relation(child), Relation::Aux | Relation::AuxPass | Relation::CompoundPrt);
    let mut parts: Vec<_> =
        scene.children(verb).iter().copied().filter(|&child| of_verb(child)).chain([verb]).collect();
    parts.sort_unstable();
    let alone = !parts.iter().any(|&part| scene.relation(part) != Relation::CompoundPrt && part != verb);
    let words: Vec<_> = parts.into_iter().map(|at| scene.lower(at)).collect();
    if alone && scene.is_passive(verb) { format!("were {}", words.join(" ")) } else { words.join(" ") }
}

/// The dictionary form with its particle.
fn base(scene: &Scene, verb: usize) -> String {
    let particle = scene.child(verb, &[Relation::CompoundPrt]);
    particle.map_or_else(|| scene.lemma(verb).to_owned(), |at| format!("{} {}", scene.lemma(verb), scene.lower(at)))
}

fn participle(scene: &Scene, verb: usize) -> Option<String> {
    let word = scene.lower(verb);
    let particle = scene.child(verb, &[Relation::CompoundPrt, Relation::Advmod]).filter(|&at| at == verb + 1);
    let particle = particle.map(|at| format!(" {}", scene.lower(at))).unwrap_or_default();
    (scene.tree.tokens[verb].xpos == "VBN" || word.ends_with("ed")).then(|| word + &particle)
}

/// Where it happened, where that has a name: " in Arden".
fn place(scene: &Scene, verb: usize, asked: usize) -> String {
    let found = scene.children(verb).iter().copied().find(|&child| {
        child != asked
            && scene.relation(child) == Relation::Obl
            && matches!(scene.entity_kind(child), Some(EntityKind::Place | EntityKind::Facility))
    });
    let case = found.and_then(|at| scene.child(at, &[Relation::Case])).map(|case| scene.lower(case));
    match (found.and_then(|at| party(scene, at)), case.as_deref()) {
        (Some(name), Some(case @ ("in" | "at" | "to" | "into" | "near" | "from" | "on"))) => format!(" {case} {name}"),
        _ => String::new(),
    }
}

/// " to the debate": what a verb without an object cannot go without stands right behind it.
fn complement(scene: &Scene, verb: usize, asked: usize) -> String {
    let tight = |&child: &usize| {
        let case = scene.child(child, &[Relation::Case]);
        scene.relation(child) == Relation::Obl && child != asked && !scene.is_time(child) && case == Some(verb + 1)
    };
    let found = scene.children(verb).iter().copied().find(tight);
    let words = found.and_then(|at| Some(format!(" {} {}", scene.lower(verb + 1), party(scene, at)?)));
    words.unwrap_or_default()
}

fn is_future(scene: &Scene, verb: usize) -> bool {
    let will = |word: &str| matches!(word, "will" | "would" | "shall") || matches!(word, "'ll" | "’ll");
    let future = |&child: &usize| scene.relation(child) == Relation::Aux && will(&scene.lower(child));
    scene.children(verb).iter().any(future)
}

fn helper(scene: &Scene, verb: usize, subject: usize) -> &'static str {
    match scene.tree.tokens[verb].xpos {
        _ if is_future(scene, verb) => "will",
        "VBP" if is_plural(scene, subject) => "do",
        "VBZ" | "VBP" => "does",
        _ => "did",
    }
}

fn was_or_were(scene: &Scene, at: usize) -> &'static str {
    if is_plural(scene, at) { "were" } else { "was" }
}

/// The form of "be" that goes with a participant.
pub(super) fn is_or_are(scene: &Scene, at: usize) -> &'static str {
    if is_plural(scene, at) { "are" } else { "is" }
}

fn is_plural(scene: &Scene, at: usize) -> bool {
    matches!(scene.tree.tokens[at].xpos, "NNS" | "NNPS") && scene.entity_kind(at) != Some(EntityKind::Place)
        || scene.child(at, &[Relation::Conj]).is_some()
}

/// Closes a question: one space between words, a capital at its front, a question mark at its end.
pub(super) fn close(words: &str) -> String {
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = flat.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}?", letters.as_str().trim_end_matches(['?', '.', ',', ' ']))
}

/// The name of a unit in the plural: "t" is "tonnes".
pub(super) fn unit_name(unit: &str) -> &str {
    lexicons::unit_name(unit).unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_words_in_questions_is_sound() {
        assert_eq!(crate::lexicon::check(include_str!("../../../data/lexicon/question_words.tsv")), Ok(()));
    }

    #[test]
    fn nouns_are_put_into_the_plural() {
        for (one, many) in [
            ("ferry", "ferries"),
            ("dead woman", "dead women"),
            ("box", "boxes"),
            ("day", "days"),
            ("troops", "troops"),
        ] {
            assert_eq!(plural(one), many);
        }
    }

    #[test]
    fn a_question_is_closed_once() {
        assert_eq!(close("when did  it end ,"), "When did it end?");
    }
}
