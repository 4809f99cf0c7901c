//! Runs of units that stand side by side: how far a run goes, and how it is cut into names.
//!
//! It joins over "of" and its like, and parts titles, nationalities and states from the name behind them.

use super::gazetteer::{Gazetteer, HeadPlace, Known, NameWord, PlaceClass};
use super::spans::Piece;
use super::units::{Unit, What};
use crate::language::{Tree, Upos};
use crate::reading::kinds::EntityKind;

/// No body has more kinds of business in its name.
const LONGEST_LIST: usize = 6;

/// A sentence, or a stretch of it, as units.
#[derive(Clone, Copy)]
pub struct Stretch<'a> {
    /// The article.
    pub text: &'a str,
    /// The tree of the sentence.
    pub tree: &'a Tree,
    /// The lists of names.
    pub lists: &'a Gazetteer,
    /// Its units, in text order.
    pub units: &'a [Unit],
}

impl Stretch<'_> {
    /// The text of a unit.
    pub fn words(&self, unit: usize) -> &str {
        let Unit { first, last, .. } = self.units[unit];
        self.tree.tokens[first].span.hull(self.tree.tokens[last].span).of(self.text)
    }

    fn touches(&self, left: usize, right: usize) -> bool {
        self.tree.tokens[self.units[left].last].span.end == self.tree.tokens[self.units[right].first].span.start
    }

    /// The end of the run that begins at a unit: units side by side, joined over a particle where it fits.
    pub fn run(&self, from: usize) -> usize {
        let mut end = from + 1;
        while end < self.units.len() {
            let next = self.units[end];
            if self.units[end - 1].last + 1 != next.first {
                let Some(last) = self.over_commas(from, end) else { break };
                end = last + 1;
                continue;
            }
            if next.what != What::Joint {
                end += 1;
                continue;
            }
            let Some(after) = self.over_joints(from, end) else { break };
            end = after + 1;
        }
        end
    }

    /// "Bureau of Alcohol, Tobacco, Firearms and Explosives": the last unit of a list after "of", where "and" closes it.
    ///
    /// Not "the Ministry of Health, Acme and the police": whatever is listed must be plain words of one piece each.
    fn over_commas(&self, from: usize, end: usize) -> Option<usize> {
        let of = (from..end).rev().find(|&unit| self.units[unit].what == What::Joint)?;
        let organ =
            |unit: usize| self.lists.head(self.words(unit)).is_some_and(|(kind, _)| kind == EntityKind::Organization);
        if !matches!(self.words(of), "of" | "on" | "for") || of == from || !organ(of - 1) || end != of + 2 {
            return None;
        }
        let plain = |unit: usize| matches!(self.units[unit].what, What::Word | What::Title);
        let word = |at: usize| self.tree.tokens.get(at).map_or("", |token| token.span.of(self.text));
        let mut last = end - 1;
        for _ in 0..LONGEST_LIST {
            let after = self.units[last].last + 1;
            let closes = |at: usize| matches!(word(at), "and" | "&");
            let (step, closed) = match (word(after), closes(after + 1), closes(after)) {
                (",", true, _) => (2, true),
                (",", false, _) => (1, false),
                (_, _, true) => (1, true),
                _ => return None,
            };
            last = (last + 1..self.units.len().min(last + 3))
                .find(|&unit| self.units[unit].first == after + step && plain(unit))?;
            if closed {
                return Some(last);
            }
        }
        None
    }

    /// The unit after the particles at `at`, where they belong inside a name.
    fn over_joints(&self, from: usize, at: usize) -> Option<usize> {
        let after = (at..self.units.len().min(at + 3)).find(|&unit| self.units[unit].what != What::Joint)?;
        if (at..after).any(|unit| self.units[unit].last + 1 != self.units[unit + 1].first) {
            return None;
        }
        let word = self.words(at);
        let fits = match word {
            "-" | "–" => {
                self.touches(at - 1, at) && self.touches(at, after) && !(self.is_land(at - 1) && self.is_land(after))
            }
            "&" => true,
            "of" | "for" | "on" => {
                let head = self.tree.word(self.text, self.units[at - 1].last);
                let takes_of = self.lists.head(head).is_some_and(|(kind, _)| {
                    word == "of"
                        || word == "for" && matches!(kind, EntityKind::Organization | EntityKind::Facility)
                        || word == "on" && kind == EntityKind::Organization
                });
                let plain = (word != "for" || after == at + 1) && !self.modifies(after);
                takes_of && plain && self.units[at - 1].what != What::Title && !self.owns(after)
            }
            "and" => self.is_list_in_a_body(from, at, after),
            "the" => false,
            _ => {
                matches!(self.units[after].what, What::Word | What::Known(_)) && self.units[at - 1].what != What::Title
            }
        };
        fits.then_some(after)
    }

    fn is_land(&self, unit: usize) -> bool {
        matches!(self.units[unit].what, What::Known(Known::Place(_) | Known::Group(_)))
    }

    /// Whether a nationality stands before a common noun: "a directorate of the Ruritanian army".
    fn modifies(&self, unit: usize) -> bool {
        let next = self.units[unit].last + 1;
        matches!(self.units[unit].what, What::Known(Known::Group(_)))
            && self.tree.tokens.get(next).is_some_and(|token| matches!(token.upos, Upos::Noun | Upos::Adj))
    }

    /// Whether a possessive mark follows: "a directorate of Ruritania's army" names no "directorate of Ruritania".
    fn owns(&self, unit: usize) -> bool {
        let next = self.units[unit].last + 1;
        next < self.tree.tokens.len() && matches!(self.tree.word(self.text, next), "'s" | "’s" | "'" | "’")
    }

    /// "Department of Health and Human Services": an "and" after "of", the left side a head word's complement.
    fn is_list_in_a_body(&self, from: usize, at: usize, after: usize) -> bool {
        let of = (from..at)
            .find(|&unit| self.units[unit].what == What::Joint && matches!(self.words(unit), "of" | "for" | "on"));
        let organ =
            |unit: usize| self.lists.head(self.words(unit)).is_some_and(|(kind, _)| kind == EntityKind::Organization);
        let plain = self.units[at - 1].what == What::Word && self.units[after].what == What::Word;
        of.is_some_and(|of| of > from && organ(of - 1)) && plain
    }

    fn last_word(&self, end: usize) -> &str {
        self.tree.word(self.text, self.units[end - 1].last)
    }

    /// Whether the last word before `end` tells what the name in front of it names ("Airport").
    pub fn ends_in_head(&self, end: usize) -> bool {
        self.lists.head(self.last_word(end)).is_some_and(|(_, place)| place != HeadPlace::First)
    }

    /// Whether a run is the name of a body or place by its last word, or by the word before its "of".
    fn has_head(&self, from: usize, end: usize) -> bool {
        let of = (from + 1..end)
            .find(|&unit| self.units[unit].what == What::Joint && matches!(self.words(unit), "of" | "for"));
        self.ends_in_head(of.unwrap_or(end))
    }

    fn given(&self, unit: usize) -> bool {
        self.lists.given_name(self.tree.word(self.text, self.units[unit].first)).is_some()
    }

    /// Cuts a run of units into names.
    pub fn split(&self, from: usize, end: usize, found: &mut Vec<Piece>) {
        let end = (from..end).rev().find(|&unit| self.units[unit].what != What::Joint).map_or(from, |unit| unit + 1);
        let Some(from) = (from..end).find(|&unit| self.units[unit].what != What::Joint) else { return };
        let whole = self.units[from].first..=self.units[end - 1].last;
        if end - from == 1 {
            if self.units[from].what != What::Title {
                found.push(Piece { first: *whole.start(), last: *whole.end(), title: None });
            }
            return;
        }
        let title = (from..end - 1).rev().find(|&unit| self.units[unit].what == What::Title);
        if let Some(title) = title.filter(|&title| self.is_title_of_a_person(title, end)) {
            let first_title =
                (from..title).rev().take_while(|&unit| self.units[unit].what == What::Title).last().unwrap_or(title);
            self.split(from, first_title, found);
            let at = found.len();
            self.split(title + 1, end, found);
            if let Some(person) = found.get_mut(at) {
                person.title = Some((self.units[first_title].first, self.units[title].last));
            }
            return;
        }
        let ends_in_title = self.units[end - 1].what == What::Title
            && !self.ends_in_head(end)
            && self.units[end - 2].what != What::Joint
            && !self.is_surname(from, end);
        if ends_in_title {
            // "Foreign Ministry Spokesman", "CIA Director": the office is no part of the name before it.
            return self.split(from, end - 1, found);
        }
        if let Some(cut) = self.second_name(from, end) {
            self.split(from, cut, found);
            return self.split(cut, end, found);
        }
        if self.leads_apart(from, end) {
            found.push(Piece { first: self.units[from].first, last: self.units[from].last, title: None });
            return self.split(from + 1, end, found);
        }
        found.push(Piece { first: *whole.start(), last: *whole.end(), title: None });
    }

    /// "Larry King", "Howard J. Dean": a title that is a surname too, behind a given name.
    fn is_surname(&self, from: usize, end: usize) -> bool {
        let Unit { first, last, .. } = self.units[end - 1];
        let small = self.words(end - 1).to_lowercase();
        let middle = |unit: usize| self.given(unit) || self.words(unit).ends_with('.');
        first == last
            && self.lists.is(&small, NameWord::Surname)
            && (2..=3).contains(&(end - from))
            && self.given(from)
            && !matches!(self.units[from].what, What::Title | What::Joint)
            && (from + 1..end - 1).all(middle)
    }

    /// Where a second name begins inside a run: "Speaker of the House | Jane Roe", "Fort Kelso | U.S. Army",
    /// "Republican | of Kelso".
    fn second_name(&self, from: usize, end: usize) -> Option<usize> {
        if let (What::Known(Known::Group(_)), What::Joint) = (self.units[from].what, self.units[from + 1].what)
            && self.words(from + 1) == "of"
            && !self.words(from).ends_with('s')
        {
            return Some(from + 1);
        }
        if let [What::Known(Known::Place(_)), What::Known(Known::Group(_))] =
            [self.units[from].what, self.units[end - 1].what]
            && end - from == 2
        {
            // "Kelso | Republican"
            return Some(from + 1);
        }
        let person = end.checked_sub(2).filter(|&given| {
            given > from
                && self.given(given)
                && self.units[given].what == What::Word
                && self.units[given - 1].what == What::Word
                && self.ends_in_head(given)
                && matches!(self.units[end - 1].what, What::Word)
                && !self.ends_in_head(end)
        });
        let body = || {
            (from + 1..end).find(|&unit| {
                // "Fort Kelso | U.S. Army", not "Kelso | Supreme Court".
                let state = self.tree.word(self.text, self.units[unit].first);
                let of_state = self.units[unit].last > self.units[unit].first
                    && self.lists.place(state).is_some_and(|place| place.class == PlaceClass::Country);
                of_state
                    && matches!(self.units[unit].what, What::Known(Known::Body(_)))
                    && !matches!(self.units[unit - 1].what, What::Joint | What::Title)
            })
        };
        person.or_else(body)
    }

    /// Whether a title inside a run stands before a person's name and does not open the name of a body ("Justice Department").
    fn is_title_of_a_person(&self, title: usize, end: usize) -> bool {
        !self.has_head(title, end) || self.given(title + 1) && end - title > 2
    }

    /// Whether the first unit is a name of its own: a nationality, a state or a medium before somebody's name.
    fn leads_apart(&self, from: usize, end: usize) -> bool {
        let What::Known(known) = self.units[from].what else { return false };
        let person = self.given(from + 1) && !self.has_head(from, end);
        match known {
            Known::Group(_) => !self.has_head(from, end) && self.units[from + 1].what != What::Joint,
            Known::Place(place) => {
                let before_person = person && place.class == PlaceClass::Country && !self.given(from);
                let two_places = matches!(self.units[from + 1].what, What::Known(Known::Place(_))) && end - from == 2;
                // "David Kendall" is no one's town beside another.
                before_person || two_places && !self.given(from)
            }
            Known::Medium(_) => person,
            Known::Body(_) => person && !self.given(from),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::names::examples::found;

    #[test]
    fn a_body_with_commas_in_its_name_is_one_and_a_list_of_bodies_is_not() {
        let text = "Agents of the Bureau of Alcohol, Tobacco and Firearms left.";
        assert_eq!(found(text), ["Bureau of Alcohol, Tobacco and Firearms"]);
        assert!(found("The Ministry of Health, Jane Roe and John Doe left.").contains(&"Jane Roe".to_owned()));
    }

    #[test]
    fn a_title_behind_a_given_name_may_be_a_surname() {
        assert_eq!(found("The talk was led by Larry King in June."), ["Larry King"]);
        assert!(!found("Foreign Ministry Spokesman John Doe left.").iter().any(|name| name.contains("Spokesman")));
    }

    #[test]
    fn a_party_member_is_named_apart_from_where_he_is_elected() {
        assert_eq!(found("Senator Jane Roe, Republican of Alabama, left."), ["Jane Roe", "Republican", "Alabama"]);
    }

    #[test]
    fn a_saint_in_a_name_belongs_to_it() {
        assert!(found("They met in St. Clairsville, Ohio, on Monday.").contains(&"St. Clairsville".to_owned()));
    }
}
