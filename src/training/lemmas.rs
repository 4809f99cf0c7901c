//! The table of lemmas: what the treebanks say where the rules of the program would say otherwise.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::Outcome;
use super::corpus::Treebank;
use crate::language::Upos;
use crate::language::lemma::by_rule;

/// Writes the words whose usual lemma is not what the rules make of them.
pub fn write(bank: &Treebank, file: &Path) -> Outcome<()> {
    let mut counts: BTreeMap<(String, String, Upos), BTreeMap<String, usize>> = BTreeMap::new();
    for word in bank.sentences.iter().flat_map(|sentence| &sentence.words) {
        let form = word.form.to_lowercase().replace(['’', '‘'], "'");
        let clean = |text: &str| !text.contains(['\t', '#', '"']) && !text.trim().is_empty() && text != "_";
        if word.upos == Upos::Propn || !clean(&form) || !clean(&word.lemma) || word.xpos == "GW" {
            continue;
        }
        *counts.entry((form, word.xpos.clone(), word.upos)).or_default().entry(word.lemma.clone()).or_default() += 1;
    }
    let mut rows = BTreeMap::new();
    for ((form, xpos, upos), lemmas) in &counts {
        let Some((lemma, count)) = lemmas.iter().max_by_key(|&(lemma, count)| (*count, std::cmp::Reverse(lemma)))
        else {
            continue;
        };
        let entry = rows.entry((form.clone(), xpos.clone())).or_insert_with(|| (String::new(), 0, *upos));
        if *count > entry.1 {
            *entry = (lemma.clone(), *count, *upos);
        }
    }
    let mut table = String::from(
        "# Lemmas that the rules of newsfacts would get wrong, drawn by `train` from UD English EWT (CC BY-SA 4.0)\n# and GUM (CC BY 4.0).\nword\txpos\tlemma\n",
    );
    let mut lines: Vec<String> = rows
        .iter()
        .filter(|((form, xpos), (lemma, _, upos))| by_rule(form, form.clone(), xpos, *upos) != *lemma)
        .map(|((form, xpos), (lemma, ..))| format!("{form}\t{xpos}\t{lemma}"))
        .collect();
    lines.sort();
    eprintln!("lemmas: {} exceptions", lines.len());
    table.push_str(&lines.join("\n"));
    table.push('\n');
    fs::write(file, table)?;
    Ok(())
}
