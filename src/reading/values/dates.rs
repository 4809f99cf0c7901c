//! Times bound to what happened then: dates answer "when did …", durations "how long did …".

use crate::language::{NameTag, Relation, Upos};
use crate::reading::{FactKind, Frame, Section, Term, Time, TimeType, Value};
use crate::span::Span;

use super::blank;
use super::dating::dates_claim;
use super::frames::{modifiers, of_event, push, term};
use super::lexicons;
use super::questions::asked_of_event;
use super::scene::Scene;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    let times = &scene.reading.times;
    let first = times.partition_point(|time| time.sentence < scene.sentence);
    for (at, time) in times.iter().enumerate().skip(first) {
        if time.sentence != scene.sentence {
            break;
        }
        let Some(claim) = scene.claim_at(time.span) else { continue };
        let mut value = blank(claim, FactKind::Date, time.span);
        (value.date_low, value.date_high) = (time.low, time.high);
        value.word = Some(time.value.clone());
        value.time = Some(at);
        if time.kind == TimeType::Duration {
            value.attribute = Some("duration".into());
        }
        value.frame = frame(scene, time);
        // "since 2008", "the 2008 crisis", "posted Monday": neither is when the claim's own event was.
        let aside = is_limit(scene, time) || is_aside(scene, at, time, value.frame.is_some());
        value.dates_claim = !aside && dates_claim(scene, at, &scene.reading.claims[claim]);
        into.push(value);
    }
}

/// "since 2008", "until Friday", "by March": a day that begins or ends a stretch.
fn is_limit(scene: &Scene, time: &Time) -> bool {
    let first = scene.tokens_in(time.span).start;
    let before = (1..=2).filter_map(|back| first.checked_sub(back)).map(|at| scene.lower(at));
    let mut before = before.skip_while(|word| matches!(word.as_str(), "the" | "at" | "least"));
    match before.next().as_deref() {
        Some("since" | "by") => time.kind == TimeType::Date,
        Some("until" | "till") => true,
        _ => false,
    }
}

/// Whether a day dates something beside what the claim tells: "the 2008 crisis", "more than in March 2014", the second
/// end of a range, the day on which a post or page came out.
fn is_aside(scene: &Scene, at: usize, time: &Time, asked: bool) -> bool {
    let tokens = scene.tokens_in(time.span);
    let times = &scene.reading.times;
    let range_end = at.checked_sub(1).map(|before| &times[before]).is_some_and(|before| {
        before.sentence == time.sentence
            && before.low != before.high
            && (before.low, before.high) == (time.low, time.high)
            && time.span.start.saturating_sub(before.span.end) < 9
    });
    if range_end || is_published(scene, tokens.start) {
        return true;
    }
    let than = tokens.start.checked_sub(2).is_some_and(|than| scene.lower(than) == "than");
    if than {
        return true;
    }
    let Some(head) = scene.head_of(time.span) else { return false };
    let adnominal = matches!(
        scene.relation(head),
        Relation::Compound
            | Relation::Nummod
            | Relation::Amod
            | Relation::NmodUnmarked
            | Relation::NmodPoss
            | Relation::Flat
    );
    let noun = scene
        .head(head)
        .filter(|&noun| adnominal && noun > head && matches!(scene.upos(noun), Upos::Noun | Upos::Propn));
    // "Sunday's raid" is a happening of its own.
    noun.is_some_and(|noun| {
        !asked || scene.relation(head) != Relation::NmodPoss && !lexicons::is_event(scene.lemma(noun))
    })
}

/// "Posted Monday", "Updated: May 3", "— Ann Roe (@annroe) May 3", "© 2016": the day something came out.
fn is_published(scene: &Scene, first: usize) -> bool {
    let label = |word: &str| {
        matches!(word, "posted" | "published" | "updated" | "copyright" | "©" | "(c)" | "modified" | "photo" | "file")
    };
    let near = (first.saturating_sub(3)..first).any(|at| label(&scene.lower(at)));
    let opens = near && (first < 4 || (first.saturating_sub(3)..first).any(|at| scene.lower(at) == ":"));
    let post = scene.reading.sentences[scene.sentence].section == Section::Embed;
    let signed = first > 0 && scene.lower(first - 1) == ")" && (0..first).any(|at| scene.lower(at).starts_with('@'));
    opens || signed || post && first + 5 >= scene.tree.tokens.len()
}

/// What happened then; `None` where the time tells of nothing that reports could differ on.
fn frame(scene: &Scene, time: &Time) -> Option<Frame> {
    if time.kind == TimeType::Set || matches!(time.value.as_str(), "PRESENT_REF" | "PAST_REF" | "FUTURE_REF") {
        return None;
    }
    // "three months after the raid" measures no raid.
    let next = scene.body[time.span.end..].split_whitespace().next().unwrap_or_default();
    if time.kind == TimeType::Duration
        && matches!(next, "after" | "before" | "ago" | "later" | "earlier" | "from" | "old")
    {
        return None;
    }
    let head = scene.head_of(time.span)?;
    if is_named_day(scene, time) {
        return None;
    }
    let governor = event_of(scene, head)?;
    let event = that_happens(scene, governor);
    let noun = scene.upos(event) != Upos::Verb;
    if !noun && lexicons::weak(scene.lemma(event)).is_some() {
        return None;
    }
    let mut frame = of_event(scene, event, time.span);
    frame.terms.retain(|term| term.role != "time");
    if !noun && scene.relation(event) == Relation::Acl {
        around_noun(scene, event, time.span, &mut frame.terms);
    }
    if noun {
        modifiers(scene, event, time.span, "topic", &mut frame.terms);
    }
    let start = if time.kind == TimeType::Duration { "how long" } else { "when" };
    frame.question = asked_of_event(scene, start, event, usize::MAX)?;
    if is_limit(scene, time) || is_of_another(scene, head, governor) {
        frame.question.clear();
    }
    Some(frame)
}

/// "came into Tuesday's contests", "on stage at the debate in May": the time is that of another noun than what is asked.
fn is_of_another(scene: &Scene, head: usize, event: usize) -> bool {
    let Some(noun) = scene.head(head).filter(|&noun| noun != event) else { return false };
    let adnominal = matches!(
        scene.relation(head),
        Relation::NmodPoss | Relation::NmodUnmarked | Relation::Compound | Relation::Amod
    );
    matches!(scene.upos(noun), Upos::Noun | Upos::Propn)
        && !scene.is_time(noun)
        && (adnominal || scene.upos(event) == Upos::Noun)
}

/// "Patch Tuesday" is a name, whatever day it falls on.
fn is_named_day(scene: &Scene, time: &Time) -> bool {
    let first = scene.tokens_in(time.span).start;
    scene.tree.tokens.get(first).is_some_and(|token| matches!(token.name, NameTag::Inside(_)))
}

/// "the raid came on Friday", "convictions dating from 1990": the noun happened, not the verb.
fn that_happens(scene: &Scene, event: usize) -> usize {
    if !scene.is_verb(event) || lexicons::is_event(scene.lemma(event)) {
        return event;
    }
    let noun = scene.subject(event).map(|(subject, _)| subject);
    noun.filter(|&noun| scene.upos(noun) == Upos::Noun && lexicons::is_event(scene.lemma(noun))).unwrap_or(event)
}

/// "told the Courier in an interview published Sunday": whom the clause above names tells which interview it was.
fn around_noun(scene: &Scene, event: usize, except: Span, terms: &mut Vec<Term>) {
    let mut now = event;
    for _ in 0..5 {
        let Some(up) = scene.head(now) else { return };
        now = up;
        if !scene.is_verb(now) {
            continue;
        }
        let near = scene
            .children(now)
            .iter()
            .flat_map(|&child| std::iter::once(child).chain(scene.children(child).iter().copied()));
        for at in near.filter(|&at| scene.entity(at).is_some() && !except.overlaps(scene.span(at))) {
            push(terms, term(scene, "topic", at));
        }
        return;
    }
}

/// The verb or the noun of a happening that a time belongs to.
fn event_of(scene: &Scene, head: usize) -> Option<usize> {
    let mut now = head;
    for _ in 0..5 {
        let Some(up) = scene.head(now) else {
            // "Three months earlier the two held talks", read as if the time bore the clause.
            let clause = scene.child(now, &[Relation::Advcl, Relation::Ccomp, Relation::Parataxis]);
            return clause.filter(|&clause| scene.is_verb(clause) && clause > now);
        };
        match scene.relation(now) {
            Relation::Obl | Relation::OblUnmarked | Relation::Advmod | Relation::Obj | Relation::Nsubj
                if scene.is_verb(up) =>
            {
                return Some(up);
            }
            Relation::Nmod | Relation::NmodPoss | Relation::NmodUnmarked | Relation::Compound
                if lexicons::is_event(scene.lemma(up)) || scene.is_verb(up) =>
            {
                return Some(up);
            }
            Relation::Nmod
            | Relation::NmodPoss
            | Relation::NmodUnmarked
            | Relation::Compound
            | Relation::Nummod
            | Relation::Appos
            | Relation::Flat => {
                now = up;
            }
            _ => return None,
        }
    }
    None
}
