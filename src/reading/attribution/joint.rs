//! Joint voices: which members the words of a source join ("the mayor and the governor").
//!
//! It cuts words; who the members are is the work of `voices`.

use super::report::Words;
use super::site::Site;
use super::subjects::is_nominal;
use crate::language::{NameKind, NameTag, Relation, Upos};

/// The members of a joint source: its head and the conjuncts.
pub fn members(site: &Site, words: Words) -> Vec<Words> {
    let conjuncts: Vec<usize> = site
        .children(words.head)
        .iter()
        .copied()
        .filter(|&at| {
            site.relation(at) == Relation::Conj
                && words.span.contains(site.token(at))
                && matches!(site.upos(at), Upos::Noun | Upos::Propn | Upos::Pron)
        })
        .collect();
    let named = names_of_several(site, words);
    if named.len() > 1 {
        return named;
    }
    let Some(&second) = conjuncts.first() else { return members_by_place(site, words) };
    if !is_joined(site, words) {
        return vec![alone(site, words, &conjuncts)];
    }
    let mut first_end = site.reach(second).0.saturating_sub(1);
    while first_end > words.head
        && (site.is_mark(first_end) || matches!(site.word(first_end), "and" | "or" | "nor" | "well" | "as"))
    {
        first_end -= 1;
    }
    let start = site.tree.token_at(words.span.start).unwrap_or(words.head);
    let mut found = Vec::new();
    found.extend(site.words(start, first_end).map(|span| Words { span, ..words }));
    for &at in &conjuncts {
        let (mut first, mut last) = site.reach(at);
        while first < at && (site.is_mark(first) || site.relation(first) == Relation::Cc) {
            first += 1;
        }
        if let Some(&next) = conjuncts.iter().find(|&&next| next > at && site.reach(next).0 <= last) {
            last = site.reach(next).0.saturating_sub(1);
        }
        found.extend(site.words(first, last.max(at)).map(|span| Words { span, head: at, sentence: words.sentence }));
    }
    found
}

/// The names in apposition to a noun for several: "two clerks, | Ana Ruiz and Bo Lee".
fn names_of_several(site: &Site, words: Words) -> Vec<Words> {
    let named = |at: &usize| site.upos(*at) == Upos::Propn && words.span.contains(site.token(*at));
    let first = site.child(words.head, &[Relation::Appos]).filter(named);
    let Some(first) = first.filter(|_| site.xpos(words.head) == "NNS") else { return Vec::new() };
    let others = site.children(first).iter().copied().filter(|&at| site.relation(at) == Relation::Conj);
    let heads: Vec<usize> = std::iter::once(first).chain(others.filter(named)).collect();
    let ends = |at: usize| heads.iter().filter(|&&other| other > at).map(|&other| site.reach(other).0).min();
    let member = |&head: &usize| {
        let (start, last) = site.reach(head);
        let start = (start..=head).find(|&at| !site.is_mark(at) && site.upos(at) != Upos::Cconj).unwrap_or(head);
        let last = ends(head).map_or(last, |next| last.min(next.saturating_sub(1)));
        let last = (head..=last).rev().find(|&at| !site.is_mark(at) && site.upos(at) != Upos::Cconj).unwrap_or(head);
        site.words(start, last).map(|span| Words { span, head, ..words })
    };
    heads.iter().filter_map(member).collect()
}

/// Whether a word joins the members: "Ruiz, R-Ohio," and "Ruiz, at the port," are one.
fn is_joined(site: &Site, words: Words) -> bool {
    let inside = (0..site.len()).filter(|&at| words.span.contains(site.token(at)));
    inside.into_iter().any(|at| matches!(site.word(at), "and" | "or" | "nor" | "&" | "/" | "well"))
}

/// The one who speaks where nothing joins the members: "on the pier, | Ana Ruiz said" is Ruiz.
fn alone(site: &Site, words: Words, conjuncts: &[usize]) -> Words {
    let person =
        |at: usize| matches!(site.at(at).name, NameTag::Begin(NameKind::Person) | NameTag::Inside(NameKind::Person));
    let last = conjuncts.last().copied().filter(|&at| person(at) && !person(words.head));
    let own = last.and_then(|at| {
        let (first, end) = site.reach(at);
        Some(Words { span: site.words(first.max(words.head + 1), end.max(at))?, head: at, ..words })
    });
    own.unwrap_or(words)
}

/// The two members of "former officials and local engineers" where the tree does not join them.
fn members_by_place(site: &Site, words: Words) -> Vec<Words> {
    let inside = |at: &usize| words.span.contains(site.token(*at));
    let tokens: Vec<usize> = (0..site.len()).filter(inside).collect();
    let joint = tokens.iter().copied().filter(|&at| matches!(site.word(at), "and" | "or")).collect::<Vec<_>>();
    let quiet =
        tokens.iter().all(|&at| !site.is_mark(at) && !matches!(site.upos(at), Upos::Adp | Upos::Verb | Upos::Sconj));
    let ([joint], true, Some(&first), Some(&last)) = (joint.as_slice(), quiet, tokens.first(), tokens.last()) else {
        return vec![words];
    };
    let joint = *joint;
    if joint == first || joint == last || !is_nominal(site, joint - 1) || !is_nominal(site, last) {
        return vec![words];
    }
    let member =
        |from: usize, to: usize| site.words(from, to).map(|span| Words { span, sentence: words.sentence, head: to });
    member(first, joint - 1).into_iter().chain(member(joint + 1, last)).collect()
}

#[cfg(test)]
mod tests {
    use crate::reading::{ArticleText, read};

    /// The members of the first voice of a sentence that has any.
    fn members(sentence: &str) -> Vec<String> {
        let body =
            format!("The valley was calm on Sunday and nothing moved there.\n\n{sentence}\n\nThe road was dry.\n");
        let reading = read(&ArticleText { body: &body, outlet: "Valley Post", ..ArticleText::default() });
        let joint = reading.voices.iter().find(|voice| !voice.members.is_empty());
        joint.map(|voice| voice.members.iter().map(|&at| reading.voices[at].name.clone()).collect()).unwrap_or_default()
    }

    #[test]
    fn a_joint_voice_has_its_members_and_a_single_one_has_none() {
        assert_eq!(members("Jane Roe and John Doe said the road was closed.").len(), 2);
        assert_eq!(members("Two analysts, Jane Roe and John Doe, said the road was closed."), ["Jane Roe", "John Doe"]);
        assert!(members("Senate leader Jane Roe, R-Ohio, said the road was closed.").is_empty());
        assert!(members("The mayor of Hull and Grimsby said the road was closed.").is_empty());
    }
}
