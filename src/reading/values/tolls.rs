//! What an article's tellings of deaths and injuries come to: how many were killed, how many hurt.
//!
//! One person told of ten times is one. Where the article counts ("three people were killed"), those whom it names are
//! part of that count and give none of their own; where it tells of several one by one, the last of them completes the
//! count. Of people who were shot or taken to hospital, those who died are not counted as injured.

use crate::reading::{FactKind, Frame, Reading, Term, Value};

use super::blank;
use super::casualties::how_many;
use super::fates::Fate;
use super::tellings::Telling;
use super::victims::Victim;

/// A telling with what is known of its sufferer, and the frame of its question.
pub(super) struct Told {
    pub telling: Telling,
    pub victim: Option<Victim>,
    pub frame: Frame,
}

/// One sufferer and the places that tell of them.
struct Person {
    victim: Victim,
    killed: bool,
    told: Vec<usize>,
}

/// The scope of a count that no number tells: it agrees with counts of the same number and contradicts none.
const TOLD: &str = "told";

/// As many sentences as may lie between two who were killed or hurt in one event.
const NEAR: usize = 8;

/// Adds the values of an article's tellings to those of its numbers.
pub(super) fn values(reading: &Reading, told: &[Told], found: &mut Vec<Value>) {
    let sums = sums(told);
    let people = people(told);
    let count = |killed: bool| people.iter().filter(|person| person.killed == killed).count();
    let named =
        (f64::from(u32::try_from(count(true)).unwrap_or(0)), f64::from(u32::try_from(count(false)).unwrap_or(0)));
    let killed = largest(found, "killed").max(sum_of(&sums, Fate::Killed));
    let injured = largest(found, "injured").max(sum_of(&sums, Fate::Injured));
    let hit = told
        .iter()
        .filter(|told| counts(told) && told.telling.fate == Fate::Hit)
        .filter_map(|told| told.telling.who?.count);
    let hit = hit.fold(sum_of(&sums, Fate::Hit), f64::max);
    let dead = if killed > 0.0 { killed } else { named.0 };
    let mut made = Vec::new();
    for sum in sums.iter().filter(|sum| sum.fate != Fate::Hit) {
        made.push(value(reading, &told[sum.last], sum.fate, sum.of, sum.of));
    }
    if injured < 1.0 {
        // "Five people were shot", one of whom died: four or five were hurt and live.
        for (told, of) in told.iter().enumerate().filter_map(|(at, told)| hits(at, told, &sums)) {
            if of > dead {
                made.push(value(reading, told, Fate::Injured, of - dead, of));
            }
        }
    }
    singles(reading, told, &people, (true, killed, named.0), &mut made);
    singles(reading, told, &people, (false, injured.max(hit), named.1), &mut made);
    for fate in [Fate::Killed, Fate::Injured] {
        let some = if fate == Fate::Killed { dead } else { injured.max(hit).max(named.1) };
        let none =
            told.iter().filter(|told| told.telling.no_one && !told.telling.elsewhere && is(told.telling.fate, fate));
        made.extend(none.filter(|_| some < 1.0).map(|told| value(reading, told, fate, 0.0, 0.0)));
    }
    if dead < 1.0 {
        // "a fatal shooting": at least one.
        let evidence = told.iter().find(|told| told.telling.who.is_none() && !told.telling.elsewhere);
        made.extend(evidence.map(|told| Value { high: None, ..value(reading, told, Fate::Killed, 1.0, 1.0) }));
    }
    parts(found, "killed", killed);
    parts(found, "injured", injured);
    found.extend(made);
}

/// Whether a fate counts as another: who was shot counts as injured.
fn is(fate: Fate, of: Fate) -> bool {
    (fate == Fate::Killed) == (of == Fate::Killed)
}

/// Whether a telling says how many, of the event that is reported.
fn counts(told: &Told) -> bool {
    !told.telling.elsewhere && !told.telling.no_one && told.telling.who.is_some_and(|who| who.count.is_some())
}

/// Sufferers joined in one phrase: "Ann Roe and her son were killed", "both were hurt".
struct Sum {
    fate: Fate,
    of: f64,
    first: usize,
    last: usize,
}

fn sums(told: &[Told]) -> Vec<Sum> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < told.len() {
        let one = &told[at].telling;
        let same = |other: &&Told| (other.telling.sentence, other.telling.at) == (one.sentence, one.at);
        let length = told[at..].iter().take_while(same).count();
        let group = &told[at..at + length];
        let whole =
            group.iter().all(counts).then(|| group.iter().filter_map(|told| told.telling.who?.count).sum::<f64>());
        let implied = length > 1 || one.who.is_some_and(|who| who.quantity.is_none());
        if let Some(of) = whole.filter(|&of| implied && of > 1.0) {
            found.push(Sum { fate: one.fate, of, first: at, last: at + length - 1 });
        }
        at += length;
    }
    found
}

fn sum_of(sums: &[Sum], fate: Fate) -> f64 {
    sums.iter().filter(|sum| sum.fate == fate).map(|sum| sum.of).fold(0.0, f64::max)
}

/// A number of people who were hit, once a phrase.
fn hits<'t>(at: usize, told: &'t Told, sums: &[Sum]) -> Option<(&'t Told, f64)> {
    if told.telling.fate != Fate::Hit || !counts(told) {
        return None;
    }
    if let Some(sum) = sums.iter().find(|sum| (sum.first..=sum.last).contains(&at)) {
        return (sum.last == at).then_some((told, sum.of));
    }
    let who = told.telling.who?;
    who.quantity?;
    Some((told, who.count.filter(|&count| count > 1.0)?))
}

/// The largest exact number that the text itself counts, of the event that is reported.
fn largest(found: &[Value], attribute: &str) -> f64 {
    let counted = found.iter().filter(|value| {
        value.kind == FactKind::Casualties
            && value.attribute.as_deref() == Some(attribute)
            && value
                .frame
                .as_ref()
                .is_some_and(|frame| !frame.terms.iter().any(|term| term.role == "scope" && term.word == "elsewhere"))
    });
    counted.filter_map(|value| value.low.filter(|low| value.high == Some(*low))).fold(0.0, f64::max)
}

/// "one of them at the scene": part of a larger count answers no question of its own.
fn parts(found: &mut [Value], attribute: &str, of: f64) {
    for value in found.iter_mut() {
        let one = value.low == Some(1.0) && value.high == Some(1.0) && of > 1.0;
        if one && value.kind == FactKind::Casualties && value.attribute.as_deref() == Some(attribute) {
            value.frame = None;
        }
    }
}

/// The values of people told of one by one, unless a count holds them: `counted` is what the text counts, `named` they.
fn singles(
    reading: &Reading,
    told: &[Told],
    people: &[Person],
    (killed, counted, named): (bool, f64, f64),
    made: &mut Vec<Value>,
) {
    let fate = if killed { Fate::Killed } else { Fate::Injured };
    let mut those = people.iter().filter(|person| person.killed == killed);
    if counted > 1.0 || counted > 0.0 && named > counted {
        return;
    }
    let tells = |&&at: &&usize| is(told[at].telling.fate, fate);
    if named > 1.0 {
        // Deaths told far from one another are of several events.
        let first = |person: &Person| person.told.iter().find(tells).map(|&at| told[at].telling.sentence);
        let places: Vec<_> = those.clone().filter_map(first).collect();
        if places.windows(2).any(|pair| pair[1].saturating_sub(pair[0]) > NEAR) {
            return;
        }
        let last = those.next_back().and_then(|person| person.told.iter().find(tells));
        made.extend(last.map(|&at| value(reading, &told[at], fate, named, named)));
        return;
    }
    for person in those {
        let own = |&&at: &&usize| told[at].telling.who.is_some_and(|who| who.quantity.is_none());
        made.extend(person.told.iter().filter(tells).filter(own).map(|&at| value(reading, &told[at], fate, 1.0, 1.0)));
    }
}

/// Who suffered, each once.
fn people(told: &[Told]) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    for (at, one) in told.iter().enumerate() {
        let Some(victim) = one.victim.as_ref().filter(|_| counts(one)) else { continue };
        if one.telling.who.and_then(|who| who.count) != Some(1.0) {
            continue;
        }
        let joint = |person: &Person| {
            person.told.last().is_some_and(|&last| {
                let other = &told[last].telling;
                (other.sentence, other.at) == (one.telling.sentence, one.telling.at)
            })
        };
        let known = found.iter().position(|person| !joint(person) && person.victim.is_surely(victim));
        let known = known.or_else(|| found.iter().rposition(|person| !joint(person) && person.victim.may_be(victim)));
        let killed = one.telling.fate == Fate::Killed;
        match known {
            Some(person) => {
                let person = &mut found[person];
                person.victim.learn(victim);
                person.killed |= killed;
                person.told.push(at);
            }
            None => found.push(Person { victim: victim.clone(), killed, told: vec![at] }),
        }
    }
    found
}

fn value(reading: &Reading, told: &Told, fate: Fate, low: f64, high: f64) -> Value {
    let attribute = if fate == Fate::Killed { "killed" } else { "injured" };
    let mut value = blank(told.telling.claim, FactKind::Casualties, told.telling.span);
    (value.low, value.high, value.attribute) = (Some(low), Some(high), Some(attribute.to_owned()));
    let mut frame = told.frame.clone();
    frame.predicate = Some(attribute.to_owned());
    frame.terms.push(Term { role: "scope", word: TOLD.to_owned(), entity: None });
    // Who was shot may have died: not "injured" to a reader.
    let hit = fate != Fate::Killed && told.telling.fate == Fate::Hit;
    frame.question = how_many(reading, "people", if hit { "shot or hurt" } else { attribute }, &frame.terms);
    value.frame = Some(frame);
    value
}
