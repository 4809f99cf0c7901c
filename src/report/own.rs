//! Reports of one's own: a folder of `.sql` files, run like the program's, with named parameters as flags.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;

use super::{Report, find};
use crate::error::Error;

/// The folder where no option names one.
pub const FOLDER: &str = "NEWSFACTS_REPORTS";

/// The reports of a folder, by name; the file `who-is-silent.sql` is the report `who-is-silent`.
pub fn own_reports(folder: &Path) -> Result<Vec<Report>, Error> {
    let failed = |error| Error::file(format!("reading the reports in {}", folder.display()), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path: PathBuf = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("sql")) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut reports = Vec::new();
    for path in paths {
        let sql =
            fs::read_to_string(&path).map_err(|error| Error::file(format!("reading {}", path.display()), error))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if find(&name).is_some() {
            return Err(Error::Usage(format!(
                "{}: newsfacts has a report of this name; rename the file",
                path.display()
            )));
        }
        reports.push(Report { name: name.into(), sql: sql.into(), own: true });
    }
    Ok(reports)
}

/// A flag's value as SQL gets it: a number where it is written as one, else text.
#[must_use]
pub fn typed(value: &str) -> Value {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => Value::Integer(number),
        _ => match value.parse::<f64>() {
            Ok(number) if number.is_finite() && number.to_string() == value => Value::Real(number),
            _ => Value::Text(value.to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_sql_files_by_name_and_refuses_a_name_that_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b.sql"), "-- Second.\nSELECT :n AS n").unwrap();
        fs::write(folder.path().join("a.sql"), "-- First.\nSELECT 1").unwrap();
        fs::write(folder.path().join("notes.txt"), "no report").unwrap();
        let reports = own_reports(folder.path()).unwrap();
        let listed: Vec<(&str, &str)> = reports.iter().map(|report| (&*report.name, report.help())).collect();
        assert_eq!(listed, [("a", "First."), ("b", "Second.")]);
        assert_eq!(reports[1].parameters(), ["n"]);
        fs::write(folder.path().join("facts.sql"), "SELECT 1").unwrap();
        assert!(own_reports(folder.path()).unwrap_err().to_string().contains("rename the file"));
    }

    #[test]
    fn a_value_is_a_number_only_where_nothing_is_lost() {
        for (written, value) in [
            ("7", Value::Integer(7)),
            ("-0.5", Value::Real(-0.5)),
            ("007", Value::Text("007".into())),
            ("1e3", Value::Text("1e3".into())),
            ("nan", Value::Text("nan".into())),
            ("2019-03-23", Value::Text("2019-03-23".into())),
        ] {
            assert_eq!(typed(written), value);
        }
    }
}
