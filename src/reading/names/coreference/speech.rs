//! Who speaks in a sentence: the subject of a verb that reports, outside of quotation marks.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::{Relation, Token, Tree, Upos};
use crate::lexicon::rows;

/// Verbs that bring in words in quotation marks.
static VERBS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../../data/lexicon/reporting.tsv"))
        .filter(|row| row[1] == "verb" && row[2].split(' ').any(|frame| frame == "quote"))
        .map(|row| row[0])
        .collect()
});

/// Whether a verb reports.
pub(super) fn reports(token: &Token) -> bool {
    token.upos == Upos::Verb && VERBS.contains(token.lemma.as_str())
}

/// Who speaks in a sentence in which persons were met at tokens: `None` where no one speaks, `Some(None)` where somebody
/// else does.
#[allow(clippy::option_option, reason = "no one speaks and someone else speaks are two answers")]
pub(super) fn speaker(tree: &Tree, here: &[(usize, usize)], quoted: impl Fn(usize) -> bool) -> Option<Option<usize>> {
    let mut subjects = (0..tree.tokens.len()).filter(|&at| {
        let token = &tree.tokens[at];
        let verb = token.head.filter(|_| token.relation == Relation::Nsubj);
        !quoted(at) && verb.is_some_and(|verb| reports(&tree.tokens[verb]) && !quoted(verb))
    });
    let subject = subjects.next()?;
    Some(here.iter().find(|&&(token, _)| token == subject).map(|&(_, person)| person))
}
