//! What post somebody holds: titles, appositions, verbs of leading, appointments.

use crate::language::{Relation, Upos};
use crate::reading::{DescriptorKind, EntityKind, FactKind, Term, Value};
use crate::span::Span;

use super::blank;
use super::lexicons;
use super::people::{about, person, person_of, subject};
use super::people_words;
use super::scene::Scene;

/// A sentence has fewer values.
const NEAR: usize = 60;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    posts(scene, into);
    appositions(scene, into);
    after_comma(scene, into);
    leaders(scene, into);
    newcomers(scene, into);
}

/// Titles and posts beside a name: "Vera Lund, head of the harbour board".
fn posts(scene: &Scene, into: &mut Vec<Value>) {
    let reading = scene.reading;
    for descriptor in &reading.descriptors {
        let mention = &reading.mentions[descriptor.mention];
        if mention.sentence != scene.sentence
            || !matches!(descriptor.kind, DescriptorKind::Post | DescriptorKind::Title)
        {
            continue;
        }
        let Some(person) = mention.entity.filter(|&entity| reading.entities[entity].kind == EntityKind::Person) else {
            continue;
        };
        let title = descriptor.kind == DescriptorKind::Title;
        if title && !lexicons::is_office(descriptor.span.of(scene.body)) {
            continue; // "Mr.", "General": no post
        }
        push_post(scene, person, descriptor.span, into);
    }
}

/// "Vera Lund, head of the harbour board": an apposition of some words that no descriptor has.
fn appositions(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        if scene.relation(at) != Relation::Appos || scene.upos(at) != Upos::Noun {
            continue;
        }
        let Some(person) = scene.head(at).and_then(|head| person_of(scene, head)) else { continue };
        let inner: Vec<_> = scene.tree.subtree(at);
        let clause = scene.children(at).iter().copied().find(|&child| {
            matches!(
                scene.relation(child),
                Relation::AclRelcl | Relation::Acl | Relation::Appos | Relation::Parataxis | Relation::Conj
            )
        });
        let end = clause.map_or(usize::MAX, |clause| scene.tree.subtree(clause).first().copied().unwrap_or(clause));
        let mut tokens = inner.into_iter().take_while(|&token| token < end && scene.upos(token) != Upos::Punct);
        let Some(first) = tokens.next() else { continue };
        let last = tokens.last().unwrap_or(first);
        let span = scene.span(first).hull(scene.span(last));
        let known = into.iter().any(|value| value.kind == FactKind::Role && value.span.overlaps(span));
        if !known && scene.mention(at).is_none() && lexicons::is_post(scene.lemma(at)) {
            push_post(scene, person, span, into);
        }
    }
}

/// "Vera Lund, chief of the harbour board, came": a post right behind the comma, whatever the tree made of it.
fn after_comma(scene: &Scene, into: &mut Vec<Value>) {
    let tokens = &scene.tree.tokens;
    for at in 1..tokens.len().saturating_sub(2) {
        let person = scene.entity(at - 1).filter(|_| scene.entity_kind(at - 1) == Some(EntityKind::Person));
        let Some(person) = person.filter(|_| scene.lower(at) == "," && scene.entity(at + 1).is_none()) else {
            continue;
        };
        let end = (at + 1..tokens.len())
            .find(|&token| {
                matches!(scene.lower(token).as_str(), "," | "." | ";" | ")" | "who" | "and" | "which")
                    || scene.is_verb(token)
            })
            .unwrap_or(tokens.len());
        let post = (at + 1..end.min(at + 5))
            .find(|&token| lexicons::is_post(scene.lemma(token)) && scene.upos(token) == Upos::Noun);
        let closed = end < tokens.len() && !scene.is_verb(end) && end - at < 14;
        if post.is_none() || !closed {
            continue;
        }
        let span = scene.span(at + 1).hull(scene.span(end - 1));
        if !into.iter().any(|value| value.kind == FactKind::Role && value.span.overlaps(span)) {
            push_post(scene, person, span, into);
        }
    }
}

/// "Vera Lund, who heads the harbour board": a verb of leading says the post.
fn leaders(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        if !scene.is_verb(at) || people_words::post_verb(scene.lemma(at)) != Some("leads") {
            continue;
        }
        // "led the field": only a body that one leads now is a post.
        let present = matches!(scene.tree.tokens[at].xpos, "VBZ" | "VBP" | "VBG");
        let object = scene.child(at, &[Relation::Obj]).filter(|&object| present && is_body(scene, object));
        let Some(object) = object else { continue };
        let other_time = scene.children(at).iter().any(|&child| {
            scene.relation(child) == Relation::Advmod
                && people_words::post_verb(&scene.lower(child)) == Some("other time")
        });
        let Some(person) = subject(scene, at).filter(|_| !other_time) else { continue };
        let last = scene.tree.extent(object);
        push_post(scene, person, scene.span(at).hull(last), into);
    }
}

/// A body that has a head: one with a name, or a noun with its name beside it ("the harbour board").
fn is_body(scene: &Scene, object: usize) -> bool {
    let named = |at: usize| scene.entity_kind(at) == Some(EntityKind::Organization);
    named(object) || scene.children(object).iter().any(|&child| child < object && named(child))
}

/// "was named interim coach", "will take over as head coach": the post that somebody comes into.
fn newcomers(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        if !scene.is_verb(at) {
            continue;
        }
        let names = match people_words::post_verb(scene.lemma(at)) {
            Some("names") => true,
            Some("takes") => false,
            _ => continue,
        };
        let who = if names { scene.object(at).and_then(|object| person_of(scene, object)) } else { subject(scene, at) };
        let Some(who) = who else { continue };
        let Some(post) = complement(scene, at, names) else { continue };
        let first = (at + 1..post).rev().take_while(|&token| is_of_post(scene, token)).last().unwrap_or(post);
        let last = last_of_post(scene, post);
        let span = scene.span(first).hull(scene.span(last));
        let known = |value: &Value| value.kind == FactKind::Role && value.span.overlaps(span);
        if !into.iter().rev().take(NEAR).any(known) {
            push_post(scene, who, span, into);
        }
        let frames =
            into.iter_mut().rev().take(NEAR).filter(|value| known(value)).filter_map(|value| value.frame.as_mut());
        for frame in frames {
            frame.terms.push(Term { role: "scope", word: "new".into(), entity: None });
        }
    }
}

/// The noun of the post: behind "as", or right behind a verb of naming.
fn complement(scene: &Scene, verb: usize, names: bool) -> Option<usize> {
    let end = scene.tree.tokens.len().min(verb + 14);
    let marked = (verb + 1..end).take_while(|&at| !is_end(scene, at)).find(|&at| scene.lower(at) == "as");
    let start = marked.or_else(|| names.then_some(verb))? + 1;
    (start..end.min(start + 7))
        .take_while(|&at| is_of_post(scene, at) || matches!(scene.upos(at), Upos::Det | Upos::Pron | Upos::Num))
        .filter(|&at| lexicons::is_post(scene.lemma(at)) && scene.upos(at) == Upos::Noun)
        .last()
}

fn is_of_post(scene: &Scene, at: usize) -> bool {
    matches!(scene.upos(at), Upos::Noun | Upos::Adj) || scene.upos(at) == Upos::Propn && person(scene, at).is_none()
}

/// With "of the harbour board" behind it.
fn last_of_post(scene: &Scene, post: usize) -> usize {
    let tokens = scene.tree.tokens.len();
    if post + 1 >= tokens || !matches!(scene.lower(post + 1).as_str(), "of" | "for") {
        return post;
    }
    let rest = (post + 2..tokens).take_while(|&at| is_of_post(scene, at) || scene.lower(at) == "the");
    rest.take(7).filter(|&at| is_of_post(scene, at)).last().unwrap_or(post)
}

fn is_end(scene: &Scene, at: usize) -> bool {
    matches!(scene.lower(at).as_str(), "." | ";" | ":" | "who" | "which" | "when" | "after" | "but")
}

fn push_post(scene: &Scene, person: usize, span: Span, into: &mut Vec<Value>) {
    let span = with_rank(scene, shortened(scene, span));
    let Some(claim) = scene.claim_at(span) else { return };
    let word = content(scene, span);
    if word.is_empty() || is_of_many(scene, span) {
        return;
    }
    let mut value = blank(claim, FactKind::Role, span);
    value.word = Some(word);
    // Not all that a person is said to be is a post: "actress", "a friend of the mayor".
    let office = scene.tokens_in(span).any(|at| lexicons::is_word_of_office(&scene.lower(at)));
    value.frame = Some(about(scene, person, if office { "what post does {} hold" } else { "who is {}" }));
    into.push(value);
}

/// "two outsider candidates", "the court's judges": what several people are is no one's post.
fn is_of_many(scene: &Scene, span: Span) -> bool {
    let nouns = scene.tokens_in(span).take_while(|&at| scene.upos(at) != Upos::Adp);
    let head = nouns.filter(|&at| matches!(scene.upos(at), Upos::Noun | Upos::Propn)).last();
    head.is_none_or(|head| scene.tree.tokens[head].xpos == "NNS")
}

/// With the word right before it that says when it is held: "former", "acting".
fn with_rank(scene: &Scene, span: Span) -> Span {
    let before = scene.tokens_in(span).start.checked_sub(1);
    let rank = before.filter(|&at| people_words::is_of_another_time(&scene.lower(at)));
    rank.map_or(span, |at| scene.span(at).hull(span))
}

/// A post ends where a clause, a list or a list of people begins.
fn shortened(scene: &Scene, span: Span) -> Span {
    let tokens = scene.tokens_in(span);
    let first = tokens.start;
    let ends = |at: &usize| {
        matches!(scene.lower(*at).as_str(), "," | ";" | "(" | "who" | "which" | "whose" | "when" | "since" | "until")
            || *at > first && matches!(scene.tree.tokens[*at].xpos, "VBD" | "VBZ" | "VBP" | "MD")
    };
    match tokens.clone().find(ends) {
        Some(end) if end > first => scene.span(first).hull(scene.span(end - 1)),
        _ => span,
    }
}

/// The telling words of a post, by lemma, without articles and prepositions.
fn content(scene: &Scene, span: Span) -> String {
    let words: Vec<_> = scene
        .tokens_in(span)
        .filter(|&at| matches!(scene.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::Adv))
        .map(|at| match scene.entity(at).map(|entity| &scene.reading.entities[entity]) {
            Some(group) if group.kind == EntityKind::Group => {
                lexicons::nation(&group.name).map_or_else(|| scene.lower(at), str::to_owned)
            }
            _ => scene.lemma(at).to_lowercase(),
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use crate::reading::FactKind;

    #[test]
    fn a_post_ends_where_a_clause_begins() {
        for (text, post) in [
            ("Ann Roe was named interim coach on Monday.", "interim coach"),
            ("Ann Roe will take over as head coach.", "head coach"),
            ("Ann Roe, director of the harbour board, spoke.", "director of the harbour board"),
        ] {
            let found = told(text, FactKind::Role, "");
            assert_eq!(found.first().map(|(words, _)| words.as_str()), Some(post), "{text}");
        }
        assert!(told("Ann Roe took the train as usual.", FactKind::Role, "").is_empty());
    }
}
