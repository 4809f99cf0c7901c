//! Word lists of `data/lexicon/`: tab-separated tables that are built into the program.
//!
//! The first line that is no `#` comment is the header. A list is read at its first use (keep the result in a
//! `LazyLock`); `check` proves it in a test, so that a bad row is found before anything ships.

/// The rows of a list below its header, each as its cells; comment lines and blank lines are skipped.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(table).skip(1).map(|(_, line)| line.split('\t').collect())
}

/// Proves that every row has the header's number of cells, none blank at its ends, and that rows are sorted and unique.
///
/// # Errors
/// The first bad row, with its line number.
pub fn check(table: &'static str) -> Result<(), String> {
    let mut all = lines(table);
    let Some((_, header)) = all.next() else { return Err("a word list needs a header row".into()) };
    let columns = header.split('\t').count();
    let mut earlier = "";
    for (number, line) in all {
        let cells: Vec<_> = line.split('\t').collect();
        if cells.len() != columns {
            return Err(format!("line {number}: {} cells where the header has {columns}", cells.len()));
        }
        if cells.iter().any(|cell| cell.trim() != *cell) {
            return Err(format!("line {number}: a cell begins or ends with white space"));
        }
        if line <= earlier {
            return Err(format!("line {number}: {line:?} does not sort after {earlier:?}"));
        }
        earlier = line;
    }
    Ok(())
}

fn lines(table: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    let numbered = table.lines().enumerate().map(|(at, line)| (at + 1, line));
    numbered.filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_row_is_named_with_its_line() {
        assert_eq!(check("# origin\nword\tgrade\nadd\tneutral\nsay\tneutral\n"), Ok(()));
        assert!(check("word\tgrade\nsay\n").unwrap_err().starts_with("line 2"));
        assert!(check("word\nsay\nadd\n").unwrap_err().contains("does not sort"));
    }

    #[test]
    fn rows_are_what_stands_below_the_header() {
        assert_eq!(rows("word\tgrade\nsay\tneutral\n").collect::<Vec<_>>(), [["say", "neutral"]]);
    }
}
