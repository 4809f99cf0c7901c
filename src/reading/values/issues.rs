//! The questions of yes and no that several words answer: who opposes a plan does not support it.
//!
//! The words stand in `issues.tsv`; this finds them in a sentence, with the object that they need.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::{Relation, Upos};
use crate::lexicon::rows;

use super::scene::Scene;

/// What a word of the list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Issue {
    /// The question.
    pub name: &'static str,
    /// The question in words, with places for the party and what it is about.
    pub question: &'static str,
    /// Whether the word says yes to it.
    pub yes: bool,
    /// Whose question it is: subject, object or view.
    pub party: &'static str,
    /// The last token of the words.
    pub last: usize,
    /// What it is about, where that narrows the question.
    pub object: Option<usize>,
}

#[derive(Debug)]
struct Row {
    words: Vec<&'static str>,
    object: &'static str,
    form: &'static str,
    party: &'static str,
    issue: &'static str,
    question: &'static str,
    yes: bool,
}

/// The rows by class and first word.
static ROWS: LazyLock<FxHashMap<(&'static str, &'static str), Vec<Row>>> = LazyLock::new(|| {
    let mut found: FxHashMap<_, Vec<Row>> = FxHashMap::default();
    for row in rows(include_str!("../../../data/lexicon/issues.tsv")) {
        let words: Vec<_> = row[0].split(' ').collect();
        found.entry((row[1], words[0])).or_default().push(Row {
            object: row[2],
            form: row[3],
            party: row[4],
            issue: row[5],
            yes: row[6] == "yes",
            question: row[7],
            words,
        });
    }
    for rows in found.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
    }
    found
});

static OBJECTS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/issue_objects.tsv")).map(|row| (row[0], row[1])).collect()
});

/// As many words as may stand between a verb and its object.
const REACH: usize = 7;

/// The issue that a verb or adjective answers.
pub(super) fn issue(scene: &Scene, at: usize) -> Option<Issue> {
    let class = match scene.upos(at) {
        Upos::Verb => "verb",
        Upos::Adj => "adjective",
        _ => return None,
    };
    ROWS.get(&(class, scene.lemma(at)))?.iter().find_map(|row| matched(scene, at, row))
}

fn matched(scene: &Scene, at: usize, row: &Row) -> Option<Issue> {
    let mut last = at;
    for word in &row.words[1..] {
        last += 1;
        while last < scene.tree.tokens.len() && scene.lower(last) == "-" {
            last += 1;
        }
        (last < scene.tree.tokens.len() && scene.lower(last) == *word).then_some(())?;
    }
    let object = object(scene, at, last);
    if row.form == "bare" && object.is_some() {
        return None;
    }
    let narrowing = match row.object {
        "" => object,
        "thing" => Some(object.filter(|&at| matches!(scene.upos(at), Upos::Noun | Upos::Propn))?),
        "office" => {
            let object = object?;
            let wanted = ["office", "post"].contains(&class_of(scene, object)?);
            wanted.then_some(())?;
            // "another term", "re-election" say the same; "mayor" and "governor" do not.
            (class_of(scene, object) == Some("post")).then_some(object)
        }
        wanted => {
            let object = object?;
            (class_of(scene, object)? == wanted).then_some(())?;
            (wanted != "race").then_some(object)
        }
    };
    Some(Issue { name: row.issue, question: row.question, yes: row.yes, party: row.party, last, object: narrowing })
}

/// The class of a noun in the list of objects.
pub(super) fn class_of(scene: &Scene, at: usize) -> Option<&'static str> {
    OBJECTS.get(scene.lemma(at).to_lowercase().as_str()).copied()
}

/// What stands behind the words as their object: that of the verb, or the first noun behind their preposition.
fn object(scene: &Scene, verb: usize, last: usize) -> Option<usize> {
    if scene.is_passive(verb) {
        return scene.object(verb);
    }
    if last == verb {
        return scene.child(verb, &[Relation::Obj]);
    }
    let case = |child: usize| {
        scene.children(child).iter().any(|&below| (verb + 1..=last).contains(&below))
            || (verb + 1..=last).contains(&child) && scene.upos(child) == Upos::Noun
    };
    let oblique = scene.children(verb).iter().copied().find(|&child| child > last && case(child));
    oblique.or_else(|| {
        let end = scene.tree.tokens.len().min(last + 1 + REACH);
        let stop = (last + 1..end)
            .find(|&at| !matches!(scene.upos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num));
        (last + 1..stop.unwrap_or(end)).rev().find(|&at| scene.upos(at) == Upos::Noun)
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::check;

    #[test]
    fn the_lists_of_issues_are_sound() {
        for list in
            [include_str!("../../../data/lexicon/issues.tsv"), include_str!("../../../data/lexicon/issue_objects.tsv")]
        {
            assert_eq!(check(list), Ok(()));
        }
    }
}
