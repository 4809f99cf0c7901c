//! What each rule of comparing says, and what would make it wrong: for `show fact` and for people who read rules in rows.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;

/// A rule in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// What it takes for true of the two values.
    pub says: &'static str,
    /// When it would not be.
    pub wrong_if: &'static str,
}

static RULES: LazyLock<FxHashMap<&'static str, Rule>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/lexicon/rules.tsv"))
        .map(|row| (row[0], Rule { says: row[2], wrong_if: row[3] }))
        .collect()
});

/// The rule of this name, as it stands in `facts.rule`, `conflicts.rule` or `relations.rule`.
#[must_use]
pub fn rule(name: &str) -> Option<Rule> {
    RULES.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules that a source file names: `rule: "…"` and `Relation::hard("…")` with its sisters.
    fn named(source: &str) -> impl Iterator<Item = &str> {
        const BEFORE: [&str; 6] =
            ["rule: \"", "hard(\"", "soft(\"", "compatible(\"", "not_comparable(\"", "softened(\""];
        BEFORE.iter().flat_map(move |before| {
            source.split(before).skip(1).filter_map(|rest| rest.split('"').next()).filter(|name| name.contains('-'))
        })
    }

    #[test]
    fn the_list_of_rules_is_sound() {
        assert_eq!(lexicon::check(include_str!("../../data/lexicon/rules.tsv")), Ok(()));
    }

    #[test]
    fn every_rule_of_the_source_is_explained() {
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/comparing"))];
        let mut missing = std::collections::BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let source = std::fs::read_to_string(&path).unwrap();
                missing.extend(named(&source).filter(|name| rule(name).is_none()).map(str::to_owned));
            }
        }
        assert!(missing.is_empty(), "data/lexicon/rules.tsv does not explain {missing:?}");
    }
}
