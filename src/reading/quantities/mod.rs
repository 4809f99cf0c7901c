//! Quantities: every number of an article with its unit, as an exact or vague interval, and what it counts.
//!
//! A length of time is a time and no quantity; an age ("34-year-old", "aged 34") is a quantity of unit `year` (or
//! `month` …), which nothing else is. Ordinals, scores, dates, telephone numbers and numbers in names are none.

mod age;
mod amount;
mod lists;
mod not_counts;
mod noun;

use self::amount::{Amount, amount};
use super::numerals::{Neighbour, Shape, Word, is_neighbour, is_neighbouring, number, ordinal, scan};
use super::{ArticleText, Quantity, Section, Sentence, Time};
use crate::language::{NameTag, Relation, Tree, Upos};
use crate::span::Span;

/// The quantities of an article, in text order; none overlaps one of its `times`. `trees` stand beside the sentences.
#[must_use]
pub fn quantities(article: &ArticleText<'_>, sentences: &[Sentence], trees: &[Tree], times: &[Time]) -> Vec<Quantity> {
    let none = Tree::default();
    let mut found = Vec::new();
    let mut times = times.iter().peekable();
    for (sentence, placed) in sentences.iter().enumerate() {
        let mut taken = Vec::new();
        while let Some(time) = times.next_if(|time| time.sentence <= sentence) {
            taken.push(time.span);
        }
        if placed.section == Section::Boilerplate {
            continue;
        }
        let line = Line {
            body: article.body,
            words: scan(article.body, placed.span),
            tree: trees.get(sentence).unwrap_or(&none),
            taken,
            published: article.published.map(jiff::civil::Date::year),
        };
        line.quantities(sentence, &mut found);
    }
    for quantity in &mut found {
        // "aged 16 and 13": an interval runs upwards, however it is written.
        if let (Some(low), Some(high)) = (quantity.low, quantity.high)
            && low > high
        {
            (quantity.low, quantity.high) = (Some(high), Some(low));
        }
    }
    found
}

struct Line<'a> {
    body: &'a str,
    words: Vec<Word<'a>>,
    tree: &'a Tree,
    /// The words of time.
    taken: Vec<Span>,
    /// The year of publication.
    published: Option<i16>,
}

impl Line<'_> {
    fn quantities(&self, sentence: usize, found: &mut Vec<Quantity>) {
        let mut at = 0;
        while at < self.words.len() {
            let Some((end, quantity)) = self.quantity(at, sentence) else {
                at = self.after_nothing(at);
                continue;
            };
            // Words of approximation may reach back into the number before.
            if found.last().is_none_or(|before| before.span.end <= quantity.span.start) {
                found.push(quantity);
            }
            at = end.max(at + 1);
        }
    }

    /// Where to look on when no quantity begins at `at`: past a number that is none, at the next word otherwise.
    fn after_nothing(&self, at: usize) -> usize {
        ordinal(&self.words, at).map_or(at + 1, |found| found.0)
    }

    fn quantity(&self, at: usize, sentence: usize) -> Option<(usize, Quantity)> {
        let word = &self.words[at];
        if word.shape == Shape::Mark && !word.is_any(&["½", "¼", "¾", "⅓", "⅔"]) {
            return None;
        }
        if let Some(age) = age::age(&self.words, at, self.body) {
            let end = age.end;
            return Some((end, self.aged(&age, sentence)?));
        }
        let amount = self.free_amount(at)?;
        if !self.is_quantity(at, &amount) {
            return None;
        }
        let span = self.span(amount.start, amount.end);
        let noun = self.noun(&amount);
        let (low, high) = ordered(amount.low, amount.high);
        // "plus or minus three points": a margin.
        let margin =
            amount.start > 1 && self.words[amount.start - 1].is("or") && self.words[amount.start - 2].is("plus");
        let (low, high) = if margin { (high.map(f64::abs), low.map(f64::abs)) } else { (low, high) };
        Some((
            amount.end,
            Quantity {
                span,
                sentence,
                low,
                high,
                unit: amount.unit.map(|(unit, ..)| unit.to_owned()),
                unit_text: amount.unit.map(|(_, from, to)| self.span(from, to)),
                approx: amount.approx.map(|(from, to)| self.span(from, to)),
                noun,
            },
        ))
    }

    /// The amount at `at` as far as no time begins: in "a million barrels a day" the rate is a time.
    fn free_amount(&self, at: usize) -> Option<Amount> {
        let whole = amount(&self.words, at)?;
        let span = self.span(whole.start, whole.end);
        let Some(time) = self.taken.iter().find(|time| time.overlaps(span)) else { return Some(whole) };
        let first = self.words.partition_point(|word| word.span.start < time.start);
        let shorter = amount(&self.words[..first], at)?;
        let span = self.span(shorter.start, shorter.end);
        (!self.taken.iter().any(|time| time.overlaps(span))).then_some(shorter)
    }

    fn aged(&self, age: &age::Age, sentence: usize) -> Option<Quantity> {
        let span = self.span(age.start, age.end);
        if self.taken.iter().any(|time| time.overlaps(span)) {
            return None;
        }
        Some(Quantity {
            span,
            sentence,
            low: Some(age.low.min(age.high)),
            high: Some(age.high.max(age.low)),
            unit: Some(age.unit.to_owned()),
            unit_text: age.unit_words.map(|(from, to)| self.span(from, to)),
            approx: None,
            noun: None,
        })
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.words[from].span.start, self.words[to - 1].span.end)
    }

    /// What the amount counts; money counts nothing but "in aid", a share and a measure count what they are of.
    fn noun(&self, amount: &Amount) -> Option<String> {
        let end = self.words[amount.end - 1].span.end;
        let share = amount.unit.is_some_and(|(_, from, _)| from == amount.number);
        if !share && amount.unit.is_some() && !self.words.get(amount.end).is_some_and(|next| next.is("of")) {
            let money_in = self.words.get(amount.end).is_some_and(|next| next.is("in"));
            let after = self.words.get(amount.end + 1).filter(|_| money_in)?;
            return noun::counted(self.tree, self.body, after.span.start).map(|found| found.0);
        }
        noun::counted(self.tree, self.body, end).map(|found| found.0)
    }

    /// Whether the number counts or measures: not part of a name, a score, a place in a row, a year or a pronoun.
    fn is_quantity(&self, at: usize, amount: &Amount) -> bool {
        let word = &self.words[at];
        let marked = amount_marked(amount);
        if ordinal(&self.words, at).is_some() {
            return false;
        }
        if self.is_ratio(at, amount) || not_counts::is_calibre(&self.words, at, amount.number_end) {
            return false;
        }
        if word.shape == Shape::Letters {
            return !self.is_adjective(amount) && self.counts_in_words(at, amount);
        }
        // "2. A new road": a number at the head of a line counts its lines.
        let after = self.words.get(amount.number_end);
        if at == 0 && !marked && after.is_none_or(|after| after.glued && after.is_any(&[".", ")"])) {
            return false;
        }
        if !marked && not_counts::counts_nothing(&self.words, at, amount.number_end) || self.is_adjective(amount) {
            return false;
        }
        let sign = amount.unit.is_some_and(|(_, from, _)| from < at);
        !self.stands_in_a_word(at, amount)
            && (sign || !self.is_labelled(at))
            && (marked || !self.is_named_or_dated(at, amount))
    }

    /// "three of four voters": a share, neither three nor four of them. "three of the four men" counts three, "one of four
    /// men" four.
    fn is_ratio(&self, at: usize, amount: &Amount) -> bool {
        let cardinal = |place: usize| number(&self.words, place).filter(|found| found.low < 101.0);
        let of = |place: usize| self.words.get(place).is_some_and(|word| word.is("of"));
        let whole = of(amount.number_end).then(|| cardinal(amount.number_end + 1)).flatten();
        let part = at.checked_sub(2).filter(|_| of(at - 1)).and_then(cardinal);
        let own = cardinal(at);
        whole.zip(own).is_some_and(|(whole, own)| own.low < whole.low)
            || part.zip(own).is_some_and(|(part, own)| part.low > 1.0 && part.low < own.low)
    }

    /// "one" as a pronoun, "couple" as a noun and the like count nothing.
    fn counts_in_words(&self, at: usize, amount: &Amount) -> bool {
        let word = &self.words[at];
        let next = self.words.get(amount.number_end);
        let comma = |place: Option<&Word<'_>>| place.is_some_and(|word| word.is(","));
        let listed =
            comma(next) && comma(at.checked_sub(1).map(|before| &self.words[before])) && !amount_marked(amount);
        if listed || (at > 0 && self.words[at - 1].is_hyphen() && self.words[at].glued) {
            return false;
        }
        // "the first half of the year"
        if word.is("half")
            && at > 0
            && self.words[at - 1].is_any(&["first", "second", "latter", "other", "last", "better"])
        {
            return false;
        }
        if word.is_any(&["few", "couple", "handful"]) && at == amount.number {
            let led = at > 0
                && self.words[at - 1].is_any(&["last", "first", "next", "past", "the", "these", "those", "only"]);
            return led && word.is("few");
        }
        if word.is_any(&["a", "an"]) && self.words.get(at + 1).is_some_and(|next| next.is("couple")) {
            return next.is_some_and(|_| self.words[amount.number_end - 1].is("of") || amount.number_end > at + 2);
        }
        if word.is_any(&["one", "zero"]) && amount.number_end == at + 1 && amount.unit.is_none() {
            return self.one_counts(at);
        }
        let named = word.capital && self.inside_a_name(at);
        !(named || self.is_labelled(at))
    }

    fn one_counts(&self, at: usize) -> bool {
        let led = at > 0 && (is_neighbour(&self.words[at - 1], Neighbour::OneBefore) || self.words[at - 1].is("-"));
        let paired = self
            .words
            .get(at + 1)
            .is_some_and(|next| is_neighbour(next, Neighbour::OneAfter) || next.is_any(&["-", "'", "’"]));
        let token = self.tree.token_at(self.words[at].span.start);
        let class = token.map(|token| (self.tree.tokens[token].upos, self.tree.tokens[token].xpos));
        let counts = class.is_none_or(|(upos, xpos)| upos == Upos::Num || xpos == "CD");
        let capital = self.words[at].capital && at > 0;
        let approx = lists::approximation_before(&self.words, at).is_some();
        (!led && !paired && counts && !capital && !self.is_one_among(at)) || approx
    }

    /// "one reason is the cost", "is one that few saw", "pointing to one": one among others, or a pronoun.
    ///
    /// "one man was killed", "one of them", "killing one" count.
    fn is_one_among(&self, at: usize) -> bool {
        let Some(token) = self.tree.token_at(self.words[at].span.start) else { return false };
        let next = self.words.get(at + 1);
        let noun = noun::counted(self.tree, self.body, self.words[at].span.end).map(|found| found.0);
        if let Some(noun) = noun.filter(|_| !next.is_some_and(|next| next.is("of"))) {
            return is_neighbouring(&noun, Neighbour::OneAmong);
        }
        let clause = next.is_some_and(|next| {
            next.is_any(&["who", "that", "which", "nobody", "we", "they", "he", "she", "i", "you"])
        });
        let oblique =
            matches!(self.tree.tokens[token].relation, Relation::Obl | Relation::Nmod | Relation::OblUnmarked);
        clause || oblique && !next.is_some_and(|next| next.is("of"))
    }

    /// "a three-dimensional view": an adjective, not three of anything.
    fn is_adjective(&self, amount: &Amount) -> bool {
        let hyphen = self.words.get(amount.number_end).filter(|word| word.is_hyphen() && word.glued);
        let Some(word) = hyphen.and_then(|_| self.words.get(amount.number_end + 1)).filter(|word| word.glued) else {
            return false;
        };
        word.shape == Shape::Letters && word.lower.ends_with("al") && !word.is("al") && word.lower.len() > 5
    }

    /// "Flightradar24", "IL-62M", "737s", "555-1234", "3-1", "24/7": glued to what is no unit.
    fn stands_in_a_word(&self, at: usize, amount: &Amount) -> bool {
        if at > 0 && self.words[at].glued {
            let before = &self.words[at - 1];
            let opens = before.is_any(&["(", "[", "\"", "“", "‘", "'", "—", "–", "~", "<", ">", "+", "…", "−"]);
            let signed = lists::sign(&self.words, at).is_some();
            let lone = before.is_any(&["-"]) && !before.glued;
            if !(opens || signed || lone) {
                return true;
            }
        }
        let Some(next) = self.words.get(amount.end) else { return false };
        if !next.glued || amount.end > amount.number_end {
            return false;
        }
        match next.shape {
            Shape::Letters | Shape::Digits => true,
            Shape::Mark if next.is_hyphen() || next.is_any(&["/", ":", ".", "’", "'"]) => {
                let after = self.words.get(amount.end + 1).filter(|after| after.glued);
                match after.map(|after| after.shape) {
                    Some(Shape::Digits) => true,
                    Some(Shape::Letters) => !next.is_hyphen() && !next.is_any(&["'", "’"]),
                    _ => false,
                }
            }
            Shape::Mark => false,
        }
    }

    /// "Article 5", "No. 10", "#3".
    fn is_labelled(&self, at: usize) -> bool {
        let Some(mut before) = at.checked_sub(1) else { return false };
        if self.words[before].is(".") && self.words[before].glued && before > 0 {
            before -= 1;
        }
        let word = &self.words[before];
        let spelled = word.is("number") || !word.is_any(&["no", "nos"]) || word.capital || before + 1 < at;
        word.is("#") || (is_neighbour(word, Neighbour::Label) && spelled && !self.counts_clearly(at, word))
    }

    /// "Boeing 737" is a name, but "at Boeing 12 workers were hurt" counts.
    fn counts_clearly(&self, at: usize, label: &Word<'_>) -> bool {
        label.is_any(&["number"])
            && self.words.get(at.wrapping_sub(2)).is_some_and(|word| word.is("the"))
            && number(&self.words, at).is_some_and(|found| found.low > 1000.0)
    }

    /// A bare number that is a year, or part of a name.
    fn is_named_or_dated(&self, at: usize, amount: &Amount) -> bool {
        let word = &self.words[at];
        let year = amount.number_end == at + 1
            && word.whole().is_some_and(|year| word.lower.len() == 4 && (1500..2100).contains(&year));
        // "the 2016 candidates" of a report of 2015
        let today = self.published.map(|today| u32::from(today.unsigned_abs()));
        let near = today.zip(word.whole()).is_some_and(|(today, year)| year.abs_diff(today) < 5);
        if year && (near || !self.modifies_a_noun(at)) {
            return true;
        }
        if amount.number_end == at + 1
            && word.lower.len() > 1
            && word.lower.starts_with('0')
            && !word.lower.starts_with("0.")
        {
            return true;
        }
        let digits = word.lower.len() >= 7 && word.whole().is_some();
        digits || self.inside_a_name(at)
    }

    fn modifies_a_noun(&self, at: usize) -> bool {
        let next = self.words.get(at + 1);
        next.is_some_and(|next| next.shape == Shape::Letters && !next.capital && next.lower.ends_with('s'))
    }

    fn inside_a_name(&self, at: usize) -> bool {
        let Some(token) = self.tree.token_at(self.words[at].span.start) else { return false };
        let tagged = matches!(self.tree.tokens[token].name, NameTag::Inside(_));
        let counts = self
            .words
            .get(at + 1)
            .is_some_and(|next| next.shape == Shape::Letters && !next.capital && next.lower.ends_with('s'));
        let proper = at > 0
            && self.words[at - 1].capital
            && self.words[at - 1].shape == Shape::Letters
            && at > 1
            && !self.words[at].glued
            && matches!(self.tree.tokens[token].upos, Upos::Propn | Upos::Num)
            && self.tree.tokens[token].head == token.checked_sub(1);
        (tagged || proper) && !counts
    }
}

/// The lower end first: a share of a negative number has its ends the other way round.
fn ordered(low: Option<f64>, high: Option<f64>) -> (Option<f64>, Option<f64>) {
    match (low, high) {
        (Some(low), Some(high)) if low > high => (Some(high), Some(low)),
        ends => ends,
    }
}

fn amount_marked(amount: &Amount) -> bool {
    amount.unit.is_some() || amount.approx.is_some()
}

#[cfg(test)]
mod tests;
