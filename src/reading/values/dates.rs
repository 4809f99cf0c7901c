//! Times bound to what happened then: dates answer "when did …", durations "how long did …".

use crate::language::{Relation, Upos};
use crate::reading::{FactKind, Frame, Time, TimeType, Value};

use super::blank;
use super::frames::{modifiers, of_event};
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
        into.push(value);
    }
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
    let event = event_of(scene, head)?;
    let noun = scene.upos(event) != Upos::Verb;
    if !noun && lexicons::weak(scene.lemma(event)).is_some() {
        return None;
    }
    let mut frame = of_event(scene, event, time.span);
    frame.terms.retain(|term| term.role != "time");
    if noun {
        modifiers(scene, event, time.span, "topic", &mut frame.terms);
    }
    let start = if time.kind == TimeType::Duration { "how long" } else { "when" };
    frame.question = asked_of_event(scene, start, event, usize::MAX)?;
    Some(frame)
}

/// The verb or the noun of a happening that a time belongs to.
fn event_of(scene: &Scene, head: usize) -> Option<usize> {
    let mut now = head;
    for _ in 0..5 {
        let up = scene.head(now)?;
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
