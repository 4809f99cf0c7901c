//! Whether a time dates its claim: what the claim says happened then, and not a part of it, its bound or a name in it.
//!
//! It reads one sentence and knows no calendar. A day that is left out here still answers "when did …" of its own verb.

use crate::language::{NameTag, Relation, Upos};
use crate::reading::times::{is_month, is_time_noun, is_weekday};
use crate::reading::{Claim, Time, TimeBasis, TimeType};

use super::lexicons;
use super::scene::Scene;

/// Prepositions after which a time is when it happened.
const WITHIN: [&str; 11] =
    ["on", "in", "at", "during", "over", "within", "throughout", "around", "about", "near", "across"];
/// Prepositions that leave a time of day on its day: "shortly after 11 p.m. Friday".
const BESIDE: [&str; 5] = ["after", "before", "by", "between", "toward"];
/// Words that make a clause a part of another.
const SUBORDINATE: [&str; 15] = [
    "when", "if", "after", "before", "as", "because", "while", "since", "until", "although", "though", "unless",
    "whether", "once", "where",
];

/// Whether what the claim says happened at that time.
pub(super) fn dates_claim(scene: &Scene, at: usize, claim: &Claim) -> bool {
    let time = &scene.reading.times[at];
    let sentence = scene.reading.sentences[scene.sentence].span;
    let whole = claim.parts.iter().any(|part| part.contains(time.span)) && sentence.contains(claim.hull());
    let counted = time.basis == TimeBasis::Article && time.kind == TimeType::Date;
    let dated = time.low.is_some() && time.high.is_some() && !matches!(time.kind, TimeType::Set | TimeType::Duration);
    if !whole
        || !dated
        || counted
        || asks(scene)
        || in_name(scene, time)
        || is_narrowed(scene, time)
        || is_unnamed(scene, time)
        || is_compared(scene, time)
    {
        return false;
    }
    let Some(head) = scene.head_of(time.span) else { return false };
    let placed = placed(scene, time, head).filter(|&event| !belongs_before(scene, time, event));
    placed.is_some_and(|event| {
        has_day(scene, at, event) && !is_of_these_days(scene, time, event) && is_told(scene, claim, event)
    })
}

/// "today few travel by rail", "a party seldom wins in November": what is so these days or as a rule, and no event.
fn is_of_these_days(scene: &Scene, time: &Time, event: usize) -> bool {
    let present = |at: usize| matches!(scene.tree.tokens[at].xpos, "VBZ" | "VBP");
    let helpers = || {
        scene
            .children(event)
            .iter()
            .copied()
            .filter(|&child| matches!(scene.relation(child), Relation::Aux | Relation::Cop | Relation::AuxPass))
    };
    let perfect = helpers().any(|helper| scene.lemma(helper) == "have");
    let modal = helpers().any(|helper| scene.tree.tokens[helper].xpos == "MD");
    let now = (present(event) || helpers().any(present)) && !perfect && !modal;
    let today = &*time.span.of(scene.body).to_lowercase() == "today";
    let rule = scene.children(event).iter().any(|&child| {
        child < event
            && scene.relation(child) == Relation::Advmod
            && lexicons::weak(&scene.lower(child)) == Some("habit")
    });
    now && (today || rule)
}

/// "the Saturday before the vote" is no Saturday of this week.
fn is_narrowed(scene: &Scene, time: &Time) -> bool {
    let tokens = scene.tokens_in(time.span);
    let article = tokens.start.checked_sub(1).is_some_and(|before| scene.lower(before) == "the");
    article && tokens.len() == 1 && scene.upos(tokens.start) == Upos::Propn
}

/// "that morning" of a day that the text has not named: the report's own is none.
fn is_unnamed(scene: &Scene, time: &Time) -> bool {
    let tokens = scene.tokens_in(time.span);
    let first = scene.lower(tokens.start);
    let now = tokens.clone().any(|at| matches!(&*scene.lower(at), "from" | "now"));
    // "4 p.m." and "the afternoon" of a day that nothing names; "this morning" is the report's.
    let names_day = tokens.clone().any(|at| {
        let word = scene.lower(at);
        is_weekday(&word)
            || is_month(word.trim_end_matches('.'))
            || matches!(&*word, "this" | "today" | "tonight" | "yesterday" | "last")
    });
    let article = first == "the" || tokens.start > 0 && scene.lower(tokens.start - 1) == "the" && tokens.len() == 1;
    let clock =
        time.kind == TimeType::Time && (article || first.starts_with(|c: char| c.is_ascii_digit())) && !names_day;
    time.basis == TimeBasis::Published && (matches!(&*first, "that" | "same") || clock)
        || first == "this" && tokens.clone().last().is_some_and(|last| scene.lower(last) == "day")
        || now
}

/// "rose in May compared to the same month in 2014": the time of what it is compared with.
fn is_compared(scene: &Scene, time: &Time) -> bool {
    let first = scene.tokens_in(time.span).start;
    (first.saturating_sub(7)..first)
        .any(|at| lexicons::weak(scene.lemma(at)) == Some("comparing") || scene.lemma(at) == "than")
}

/// Whether a time of day has its day from near by and is no habit: not "the shift starts at 6 a.m.".
fn has_day(scene: &Scene, at: usize, event: usize) -> bool {
    let times = &scene.reading.times;
    let time = &times[at];
    if time.basis != TimeBasis::Article {
        return true;
    }
    let mut near = times[..at].iter().rev().take_while(|other| other.sentence + 3 >= time.sentence);
    let habit = matches!(scene.tree.tokens[event].xpos, "VBZ" | "VBP");
    !habit && near.any(|other| other.basis != TimeBasis::Article && (other.low, other.high) == (time.low, time.high))
}

/// Whether the words right before a time take it for themselves, whatever the tree says: "the poll released Friday found",
/// "after the vote in Lima last week he left".
fn belongs_before(scene: &Scene, time: &Time, event: usize) -> bool {
    let first = scene.tokens_in(time.span).start;
    let Some(before) = (0..first).rev().find(|&at| scene.upos(at) != Upos::Adp) else { return false };
    if scene.is_verb(before) && before != event && event > before {
        return true;
    }
    let bare = before + 1 == first && matches!(scene.upos(before), Upos::Noun | Upos::Propn);
    let mut now = before;
    while bare && now != event && !is_predicate(scene, now) {
        let bound =
            |word: &str| matches!(word, "after" | "before" | "since" | "until" | "following" | "despite" | "of" | "to");
        if case(scene, now).is_some_and(|word| bound(&word)) {
            return true;
        }
        let Some(up) = scene.head(now) else { break };
        now = up;
    }
    false
}

/// Whether the sentence is a question.
fn asks(scene: &Scene) -> bool {
    let last =
        scene.tree.tokens.iter().rev().find(|token| !matches!(token.span.of(scene.body), "\"" | "”" | "'" | "’"));
    last.is_some_and(|token| token.span.of(scene.body).ends_with('?'))
}

/// Whether the time is a part of a name: the Friday of "Friday Harbor Times", not of "on Friday Ann Bell left".
fn in_name(scene: &Scene, time: &Time) -> bool {
    let tokens = scene.tokens_in(time.span);
    let inside = |at: usize| matches!(scene.tree.tokens.get(at).map(|token| token.name), Some(NameTag::Inside(_)));
    inside(tokens.start)
        || (inside(tokens.end) && tokens.clone().any(|at| scene.tree.tokens[at].name != NameTag::Outside))
}

/// The predicate or noun of a happening that the time places; `None` where it only bounds it or tells which thing is meant.
fn placed(scene: &Scene, time: &Time, head: usize) -> Option<usize> {
    let mut now = head;
    let mut preposition = led_by(scene, time);
    for _ in 0..4 {
        let up = scene.head(now)?;
        let relation = scene.relation(now);
        let circumstance = matches!(relation, Relation::Obl | Relation::OblUnmarked | Relation::Advmod | Relation::Obj);
        let noun_time =
            matches!(relation, Relation::Nmod | Relation::NmodUnmarked | Relation::OblUnmarked | Relation::Compound);
        let beside = noun_time && relation != Relation::Compound;
        // "March 1 is the deadline"; not "Saturday was like any other", "this year is different".
        let deadline = relation == Relation::Nsubj
            && has_copula(scene, up)
            && time.span.of(scene.body).bytes().any(|b| b.is_ascii_digit())
            && time.low == time.high;
        if is_predicate(scene, up) && (circumstance || deadline || beside && has_copula(scene, up)) {
            return fits(scene, time, preposition.as_deref(), up).then_some(up);
        }
        if !noun_time && relation != Relation::NmodPoss && relation != Relation::Nummod && relation != Relation::Flat {
            return None;
        }
        let own = case(scene, up);
        if is_time_noun(scene.lemma(up)) || relation == Relation::Flat {
            // "on the night of May 5": where the night stands, the day does.
            preposition = own.or(preposition.filter(|word| word != "of"));
        } else {
            return beside_noun(scene, time, preposition.as_deref(), relation, up);
        }
        now = up;
    }
    None
}

/// "at a rally Sunday", "during Monday's storm", "saw the mayor on Friday": when the noun's own verb happened, too.
fn beside_noun(
    scene: &Scene,
    time: &Time,
    preposition: Option<&str>,
    relation: Relation,
    noun: usize,
) -> Option<usize> {
    let verb = scene.head(noun).filter(|&verb| is_predicate(scene, verb))?;
    let day = time.low == time.high;
    let happening = lexicons::is_event(scene.lemma(noun)) || scene.upos(noun) == Upos::Noun;
    let plain = preposition.is_none_or(|word| WITHIN.contains(&word));
    match scene.relation(noun) {
        // "at a rally Sunday", "in the 2012 election"
        Relation::Obl => {
            let at = case(scene, noun)?;
            let clock = time.kind == TimeType::Time && relation == Relation::Compound;
            // "meddled in the 2012 election": a year that tells which one is meant.
            let which = matches!(relation, Relation::Compound | Relation::Nummod) && time.value.len() == 4;
            (plain && happening && !clock && !which && matches!(&*at, "at" | "in" | "during" | "on")).then_some(verb)
        }
        // "Saturday's storm killed two"; not "the 2012 storm became a symbol".
        Relation::Nsubj if day && relation != Relation::Nmod => {
            let past = scene.tree.tokens[verb].xpos == "VBD" && !has_copula(scene, verb);
            (past && lexicons::is_event(scene.lemma(noun))).then_some(verb)
        }
        // "there were six arrests Friday", "held a rally Friday"; a thing has no day of its own: "saw the mayor on Friday".
        Relation::Obj | Relation::Nsubj if relation != Relation::NmodPoss && relation != Relation::Compound => {
            let there = scene.child(verb, &[Relation::Expl]).is_some();
            let held = lexicons::weak(scene.lemma(verb)) == Some("light") || scene.lemma(verb) == "hold";
            let thing = day && !lexicons::is_event(scene.lemma(noun)) && scene.entity(noun).is_some();
            (plain && (there || held || thing)).then_some(verb)
        }
        _ => None,
    }
}

/// Whether a preposition lets the time be the one of its predicate.
fn fits(scene: &Scene, time: &Time, preposition: Option<&str>, predicate: usize) -> bool {
    let Some(word) = preposition else { return true };
    WITHIN.contains(&word)
        || (time.kind == TimeType::Time && BESIDE.contains(&word))
        // "scheduled for Tuesday"; "left for good in May" has its own "in".
        || (word == "for" && matches!(scene.lemma(predicate), "schedule" | "set" | "plan" | "slate" | "due" | "book" | "expect"))
}

/// The preposition right before a time: "since" of "since early 2008"; of "as of Friday" none.
fn led_by(scene: &Scene, time: &Time) -> Option<String> {
    let first = scene.tokens_in(time.span).start;
    for at in (first.saturating_sub(4)..first).rev() {
        let word = scene.lower(at);
        match scene.upos(at) {
            Upos::Det | Upos::Adv | Upos::Adj if !matches!(&*word, "ago" | "as" | "ahead") => {}
            Upos::Adp | Upos::Sconj | Upos::Adv | Upos::Cconj => {
                let clock = matches!(&*word, "about" | "around" | "at") && at > 0 && scene.upos(at - 1) == Upos::Adp;
                let night = at > 0 && is_time_noun(scene.lemma(at - 1));
                if word == "of" && at > 0 && (scene.lower(at - 1) == "as" || night) || clock {
                    return clock.then(|| scene.lower(at - 1));
                }
                return (scene.upos(at) != Upos::Cconj).then_some(word);
            }
            _ if word == "than" || word == "to" => return Some(word),
            _ => return None,
        }
    }
    None
}

fn case(scene: &Scene, at: usize) -> Option<String> {
    scene.child(at, &[Relation::Case]).map(|case| scene.lower(case))
}

fn has_copula(scene: &Scene, at: usize) -> bool {
    scene.child(at, &[Relation::Cop]).is_some()
}

fn is_predicate(scene: &Scene, at: usize) -> bool {
    matches!(scene.upos(at), Upos::Verb | Upos::Aux) || has_copula(scene, at)
}

/// Whether the event is what the claim says: its uppermost predicate, one joined to it, or what that one begins or plans.
fn is_told(scene: &Scene, claim: &Claim, event: usize) -> bool {
    let inside = |at: usize| claim.parts.iter().any(|part| part.contains(scene.span(at)));
    let mut now = event;
    for _ in 0..5 {
        let Some(up) = scene.head(now).filter(|&up| inside(up)) else { break };
        match scene.relation(now) {
            Relation::Conj | Relation::Xcomp if is_predicate(scene, up) => now = up,
            // "Two men died Friday", read as if the men bore the sentence.
            Relation::Acl if is_finite(scene, now) && scene.head(up).is_none() && !has_copula(scene, up) => {
                return up < now && !is_marked(scene, now);
            }
            _ => return false,
        }
    }
    let subject = |at: usize| {
        let relations = [Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter, Relation::Expl, Relation::Csubj];
        scene.child(at, &relations).filter(|&subject| inside(subject))
    };
    // "with Ann Bell aired Monday" is a clipped claim.
    let is_led =
        |at: usize| scene.children(at).iter().any(|&child| child < at && scene.relation(child) == Relation::Case);
    // "the man who was arrested in 2014 runs", read as if he ran because of it.
    let relative = |at: usize| {
        scene
            .children(at)
            .iter()
            .any(|&child| scene.relation(child).is_subject() && matches!(scene.tree.tokens[child].xpos, "WP" | "WDT"))
    };
    is_predicate(scene, now)
        && !is_marked(scene, now)
        && !relative(event)
        && !relative(now)
        && !is_reduced(scene, now)
        && subject(now).is_some_and(|subject| !is_led(subject))
}

/// "the man arrested on Friday was freed", read as if he arrested: a participle without its auxiliary.
fn is_reduced(scene: &Scene, at: usize) -> bool {
    scene.tree.tokens[at].xpos == "VBN" && scene.child(at, &[Relation::Aux, Relation::AuxPass, Relation::Cop]).is_none()
}

fn is_finite(scene: &Scene, at: usize) -> bool {
    matches!(scene.tree.tokens[at].xpos, "VBD" | "VBZ" | "VBP")
}

/// Whether a subordinating word opens the clause: "when they met on Friday".
fn is_marked(scene: &Scene, at: usize) -> bool {
    scene.children(at).iter().any(|&child| {
        child < at
            && matches!(scene.relation(child), Relation::Mark | Relation::Advmod)
            && SUBORDINATE.contains(&&*scene.lower(child))
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::reading::{ArticleText, read};

    /// The times of an article of Monday 2019-03-25 that date their claims.
    fn dating(body: &str) -> Vec<&str> {
        let reading = read(&ArticleText { body, published: Some(date(2019, 3, 25)), ..ArticleText::default() });
        reading.values.iter().filter(|value| value.dates_claim).map(|value| value.span.of(body)).collect()
    }

    #[test]
    fn a_time_dates_the_main_predicate_of_its_claim() {
        for (text, days) in [
            ("The old bridge collapsed on Friday.", vec!["Friday"]),
            ("The council met Friday and approved the plan.", vec!["Friday"]),
            ("The company began selling in 2010.", vec!["2010"]),
            ("The leaders will meet this week.", vec!["this week"]),
            ("The trial is set for Tuesday.", vec!["Tuesday"]),
            ("The fire broke out shortly after 11 p.m. Friday.", vec!["11 p.m. Friday"]),
            ("The mayor spoke at a rally Sunday.", vec!["Sunday"]),
            ("Police said the bridge collapsed on Friday.", vec!["Friday"]),
            ("The bridge was closed on the night of March 5.", vec!["March 5"]),
        ] {
            assert_eq!(dating(text), days, "{text}");
        }
    }

    #[test]
    fn a_time_of_a_part_a_bound_or_a_name_dates_nothing() {
        for text in [
            "The man who was arrested in 2014 runs a bakery.",
            "The mayor praised the crews after the bridge collapsed on Friday.",
            "The price has risen since 2008.",
            "The price is lower than in April.",
            "The gates were closed until Friday.",
            "The company is a victim of the 2008 crisis.",
            "The survey released Friday found little.",
            "The debate was held the Saturday before the vote.",
            "The mayor reads the Sunday Chronicle.",
            "The club meets every Friday.",
            "Why did the bridge collapse on Friday?",
            "The spies meddled in the 2012 election.",
            "Revenue rose sharply compared to the same month in 2014.",
            "Today few people travel by rail.",
            "A small party seldom wins in November.",
            "Saturday was like any other.",
            "The mayor arrived at the hall at 4 p.m.",
        ] {
            assert_eq!(dating(text), Vec::<&str>::new(), "{text}");
        }
    }
}
