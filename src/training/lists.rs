//! The word lists of `data/lexicon/` as hints for names, made into the table that the program embeds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::Outcome;
use crate::language::lists::{ListMask, longer, table};
use crate::language::tokens;
use crate::language::words::spelling;
use crate::span::Span;

/// Given names.
const GIVEN: ListMask = 1;
/// Cities.
const CITY: ListMask = 1 << 1;
/// States, regions, waters.
const LAND: ListMask = 1 << 2;
/// Well-known bodies.
const BODY: ListMask = 1 << 3;
/// Well-known facilities.
const FACILITY: ListMask = 1 << 4;
/// Well-known events, works, products.
const THING: ListMask = 1 << 5;
/// Nations, faiths, peoples.
pub const GROUP: ListMask = 1 << 6;
/// Words inside names of bodies: "Ministry".
const BODY_WORD: ListMask = 1 << 7;
/// Words inside names of facilities and places: "Airport", "River".
const PLACE_WORD: ListMask = 1 << 8;
/// Words inside names of other things: "Prize".
const THING_WORD: ListMask = 1 << 9;
/// Honorifics, ranks and offices.
const TITLE: ListMask = 1 << 10;
/// Roles in lower case.
const ROLE: ListMask = 1 << 11;
/// Media and agencies.
const MEDIUM: ListMask = 1 << 12;
/// Capitalised words that are no names.
pub const NO_NAME: ListMask = 1 << 13;
/// Words of everyday English.
const COMMON: ListMask = 1 << 14;
/// Words in every other text.
const VERY_COMMON: ListMask = 1 << 15;

/// Slots of the table, as a power of two.
const BITS: u32 = 16;
/// A word in so many of 1000 texts says little about names.
const OFTEN: usize = 100;

/// The bytes of the table.
pub fn lists(folder: &Path) -> Outcome<Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut add = |phrase: &str, mask: ListMask| *found.entry(number(phrase)).or_insert(0) |= mask;
    read(folder, "given_names", |row| add(row[0], GIVEN))?;
    read(folder, "places", |row| add(row[0], if matches!(row[1], "city" | "capital") { CITY } else { LAND }))?;
    read(folder, "groups", |row| add(row[0], GROUP))?;
    read(folder, "media", |row| add(row[0], MEDIUM))?;
    read(folder, "not_names", |row| add(row[0], NO_NAME))?;
    read(folder, "bodies", |row| match row[2] {
        "organization" => add(row[0], BODY),
        "facility" | "place" => add(row[0], FACILITY),
        _ => add(row[0], THING),
    })?;
    read(folder, "name_heads", |row| match row[1] {
        "organization" => add(row[0], BODY_WORD),
        "facility" | "place" => add(row[0], PLACE_WORD),
        _ => add(row[0], THING_WORD),
    })?;
    read(folder, "titles", |row| {
        let mask = if row[1] == "role" { ROLE } else { TITLE };
        add(row[0], mask);
        add(&row[0].to_lowercase(), mask);
    })?;
    read(folder, "common_words", |row| {
        let often = row[1].parse::<usize>().is_ok_and(|texts| texts >= OFTEN);
        let mask = if often { COMMON | VERY_COMMON } else { COMMON };
        add(row[0], mask);
        let capital: String =
            row[0].chars().take(1).flat_map(char::to_uppercase).chain(row[0].chars().skip(1)).collect();
        add(&capital, mask);
    })?;
    let phrases: Vec<(u64, ListMask)> = found.into_iter().collect();
    eprintln!("{} words and phrases of lists", phrases.len());
    Ok(table(BITS, &phrases))
}

/// The number of a phrase, cut as text is.
fn number(phrase: &str) -> u64 {
    let words = tokens(phrase, Span::new(0, phrase.len()));
    words.iter().fold(0, |number, span| longer(number, spelling(span.of(phrase))))
}

fn read(folder: &Path, name: &str, mut each: impl FnMut(&[&str])) -> Outcome<()> {
    let file = folder.join(format!("{name}.tsv"));
    let text = fs::read_to_string(&file).map_err(|error| format!("reading {}: {error}", file.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    for line in lines.skip(1) {
        let mut cells: Vec<&str> = line.split('\t').collect();
        cells.resize(cells.len().max(3), "");
        each(&cells);
    }
    Ok(())
}
