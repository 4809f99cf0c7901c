//! Amounts: numbers with the words that soften them, their units, and the ranges and shares that two numbers make.
//!
//! Each rule takes a place among the words and gives the words it read and an inclusive interval; an end that is
//! excluded ("nearly 100") stands for itself.

use super::lists::{Approximation, Unit, approximation_after, approximation_before, sign, unit};
use crate::reading::numerals::{Neighbour, Number, Shape, Word, fraction, is_neighbour, number};

/// An amount as the words give it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// First word, the words of approximation among them.
    pub start: usize,
    /// First word of the number itself.
    pub number: usize,
    /// The word after the number.
    pub number_end: usize,
    /// The word after the last.
    pub end: usize,
    /// Lower end; `None` is open.
    pub low: Option<f64>,
    /// Upper end; `None` is open.
    pub high: Option<f64>,
    /// The unit and its words, half-open.
    pub unit: Option<(&'static str, usize, usize)>,
    /// The words of approximation, half-open.
    pub approx: Option<(usize, usize)>,
}

/// The amount whose number begins at word `at`.
#[must_use]
pub fn amount(words: &[Word<'_>], at: usize) -> Option<Amount> {
    share(words, at).or_else(|| between(words, at)).or_else(|| counted(words, at))
}

/// "two-thirds of the seats", "half of voters", "one in five": a share in percent.
fn share(words: &[Word<'_>], at: usize) -> Option<Amount> {
    let percent = |end: usize, value: f64| {
        let value = (value * 1e4).round() / 100.0;
        softened(
            words,
            at,
            end,
            Number { end, low: value, high: value, digits: false, vague: false },
            Some(("%", at, end)),
        )
    };
    if let Some((end, value)) = fraction(words, at) {
        let of = words.get(end)?.is("of");
        let half_the = words[at].is("half")
            && words.get(end).is_some_and(|next| next.is_any(&["the", "its", "his", "their", "all"]));
        let spelled = words[at].shape == Shape::Letters && end > at + 1 && !words[at].is_any(&["a", "an"]);
        let followed = spelled && words.get(end).is_some_and(|next| next.is_any(&["majority", "the"]));
        return (of || half_the || followed).then(|| percent(end, value));
    }
    let first = number(words, at)?;
    if !(words.get(first.end)?.is("in") || (words[first.end].is("out") && words.get(first.end + 1)?.is("of"))) {
        return None;
    }
    let second_at = if words[first.end].is("in") { first.end + 1 } else { first.end + 2 };
    let second = number(words, second_at)?;
    let small = second.low <= 1000.0 && first.low < second.low && first.low <= 10.0 && !first.vague && !second.vague;
    let next = words.get(second.end);
    let bare = words[first.end].is("in")
        && next.is_some_and(|next| unit(words, second.end).is_some() || next.is_any(&["the"]));
    let dated = words[second_at].shape == Shape::Digits && words[second_at].lower.len() == 4;
    (small && !bare && !dated).then(|| percent(second.end, first.low / second.low))
}

/// "between 50 and 60 people", "50 to 60 people", "50-60%", "$5 million to $10 million", "two or three men".
fn between(words: &[Word<'_>], at: usize) -> Option<Amount> {
    let first = number(words, at)?;
    let led = at > 0 && words[before_sign(words, at).saturating_sub(1)].is("between");
    let (first_unit, joint) = match unit_after(words, first.end) {
        Some((end, name)) => (Some(name), end),
        None => (None, first.end),
    };
    let mark = words.get(joint)?;
    let from = at > 0 && words[before_sign(words, at).saturating_sub(1)].is("from");
    let joins = match &*mark.lower {
        "and" => led,
        "to" | "or" => !led && !from,
        "-" | "–" | "‑" => mark.glued && words.get(joint + 1).is_some_and(|next| next.glued),
        _ => false,
    };
    if !joins {
        return None;
    }
    let second_at = (joint + 1..joint + 4).find(|&place| number(words, place).is_some())?;
    if second_at > joint + 1 && sign(words, second_at).is_none_or(|found| found.0 != joint + 1) {
        return None;
    }
    let second = number(words, second_at)?;
    let scale = shared_scale(words, &first, &second, second_at);
    let (low, high) = (first.low * scale, second.high);
    let unit_here = unit_after(words, second.end);
    let end = unit_here.map_or(second.end, |found| found.0);
    // What stands after a range is counted by it; without that "3-1" is a score and "5 to 4" a vote.
    let counts = unit_here.is_some()
        || sign(words, at).is_some()
        || first_unit.is_some()
        || scale > 1.0
        || words
            .get(end)
            .is_some_and(|next| next.shape == Shape::Letters && !is_neighbour(next, Neighbour::ScoreAfter));
    let near = !mark.is("or") || high <= low * 3.0;
    if low >= high || !(led || counts) || !near {
        return None;
    }
    let range = Number { end: second.end, low, high, ..first };
    let begin = before_sign(words, at);
    let start = if led { begin - 1 } else { begin };
    let money = sign(words, at);
    let unit = unit_here
        .map(|(end, unit)| (unit, second.end, end))
        .or_else(|| money.map(|(from, unit)| (unit, from, at)))
        .or_else(|| first_unit.map(|unit| (unit, first.end, joint)));
    let factor = unit.map_or(1.0, |(unit, ..)| unit.factor);
    let scaled = Number { low: range.low * factor, high: range.high * factor, ..range };
    let found = softened(words, start, end, scaled, unit.map(|(unit, from, to)| (unit.name, from, to)));
    Some(Amount { number: at, number_end: second.end, ..found })
}

/// In "5 to 10 million" the first number is in millions too.
fn shared_scale(words: &[Word<'_>], first: &Number, second: &Number, second_at: usize) -> f64 {
    let bare = first.digits && second.digits && second.end > second_at + 1;
    let plain: Option<f64> = words[second_at].lower.replace(',', "").parse().ok();
    match plain {
        Some(plain) if bare && plain > 0.0 && first.low < 1000.0 && first.low < plain => second.low / plain,
        _ => 1.0,
    }
}

fn before_sign(words: &[Word<'_>], at: usize) -> usize {
    sign(words, at).map_or(at, |found| found.0)
}

fn counted(words: &[Word<'_>], at: usize) -> Option<Amount> {
    let number = number(words, at)?;
    let begin = before_sign(words, at);
    let money = sign(words, at);
    // "millions of dollars": a vague plural has its unit behind "of".
    let of = number.vague && words.get(number.end).is_some_and(|next| next.is("of"));
    let after = unit_after(words, if of { number.end + 1 } else { number.end });
    let unit = match (money, after) {
        (Some((from, money)), _) => Some((money, from, at)),
        (None, Some((end, unit))) => Some((unit, number.end, end)),
        _ => None,
    };
    let end = unit.map_or(number.end, |(_, _, to)| to.max(number.end));
    let factor = unit.map_or(1.0, |(unit, ..)| unit.factor);
    let sign = if negative(words, begin) { -1.0 } else { 1.0 };
    let (low, high) = (number.low * factor * sign, number.high * factor * sign);
    let number_end = number.end;
    let scaled = Number { low: low.min(high), high: low.max(high), ..number };
    let start = if sign < 0.0 { begin - 1 } else { begin };
    let found = softened(words, start, end, scaled, unit.map(|(unit, from, to)| (unit.name, from, to)));
    Some(Amount { number: at, number_end, ..found })
}

/// "-5 degrees", "minus 5": a sign that belongs to the number.
fn negative(words: &[Word<'_>], at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).map(|before| &words[before]) else { return false };
    let free = !mark.glued && words[at].glued && mark.is_any(&["-", "−"]);
    free || mark.is("minus")
}

/// The unit after a number, over a hyphen ("40-mile").
fn unit_after(words: &[Word<'_>], at: usize) -> Option<(usize, Unit)> {
    let hyphen = words.get(at).is_some_and(|word| word.is_hyphen() && word.glued);
    let place = if hyphen { at + 1 } else { at };
    let found = unit(words, place)?;
    // "5 in the house": an inch needs its number glued or a hyphen; "5 m" and "5 won" likewise.
    let short = words[place].is_any(&["in", "m", "real", "won", "mark", "marks", "t", "v", "b", "l"]);
    (!short || hyphen || words[place].glued || !words[place].is("in")).then_some(found)
}

/// Puts the words of approximation around an amount to it.
fn softened(
    words: &[Word<'_>],
    start: usize,
    end: usize,
    number: Number,
    unit: Option<(&'static str, usize, usize)>,
) -> Amount {
    let mut amount = Amount {
        start,
        number: start,
        number_end: number.end,
        end,
        low: Some(number.low),
        high: Some(number.high),
        unit,
        approx: None,
    };
    let article =
        start.checked_sub(1).filter(|&before| words[before].is_any(&["a", "an"]) && !words[start].is_any(&["a", "an"]));
    let before = approximation_before(words, start).or_else(|| approximation_before(words, article?));
    if let Some((from, kind)) = before {
        // "over" and "under" after a verb of motion belong to it, not to the number: too rare to tell apart here.
        soften(&mut amount, kind);
        amount.approx = Some((from, start));
        amount.start = from;
    }
    let after = number.end.max(end);
    let hyphen = words.get(after).is_some_and(|word| word.is_hyphen() && word.glued);
    let from = if hyphen { after + 1 } else { after };
    // "$1 or more than $3": what belongs to the next number is not ours.
    let own = |to: usize| words.get(to).is_none_or(|next| !next.is_any(&["than", "to"]));
    if let Some((to, kind)) = approximation_after(words, from).filter(|(to, _)| own(*to)) {
        soften(&mut amount, kind);
        amount.approx = Some(amount.approx.map_or((from, to), |(first, _)| (first, to)));
        amount.end = to;
    }
    amount
}

fn soften(amount: &mut Amount, kind: Approximation) {
    let scale = |value: Option<f64>, by: f64| value.map(|value| ((value * by) * 1e4).round() / 1e4);
    match kind {
        Approximation::About => {
            let (low, high) = (amount.low, amount.high);
            amount.low = scale(low, if low.is_some_and(|low| low < 0.0) { 1.05 } else { 0.95 });
            amount.high = scale(high, if high.is_some_and(|high| high < 0.0) { 0.95 } else { 1.05 });
        }
        Approximation::Below => amount.low = scale(amount.low, 0.9),
        Approximation::Above => amount.high = scale(amount.high, 1.1),
        Approximation::Least => amount.high = None,
        Approximation::Most => amount.low = None,
    }
}
