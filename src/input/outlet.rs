//! The outlet's name where no one gave one: the file's.

use std::path::Path;

/// The file's name without its ending.
#[must_use]
pub fn from_file(file: &str) -> String {
    Path::new(file).file_stem().map_or_else(|| file.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_its_outlet() {
        for (file, outlet) in [("monday/Harbour Herald.txt", "Harbour Herald"), ("a.b.txt", "a.b"), ("-", "-")] {
            assert_eq!(from_file(file), outlet);
        }
    }
}
