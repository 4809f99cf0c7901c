//! Named parameters (`:outlet`) in a SQL text: which there are, and the same text with literals in their place.
//!
//! Strings, quoted names and comments are left alone. It knows nothing of what a parameter means.

use std::fmt::Write;

use rusqlite::types::Value;

/// The names of the parameters in a SQL text, each once, in the order in which they first stand there.
#[must_use]
pub fn named(sql: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in pieces(sql) {
        if let Piece::Parameter(name) = piece
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// The SQL text with something in place of each parameter.
#[must_use]
pub fn filled(sql: &str, replacement: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(sql.len());
    for piece in pieces(sql) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Parameter(name) => out.push_str(&replacement(name)),
        }
    }
    out
}

/// A value as SQL writes it.
#[must_use]
pub fn literal(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "NULL".to_owned(),
        Some(Value::Integer(number)) => number.to_string(),
        Some(Value::Real(number)) => format!("{number:?}"),
        // U+0000 ends a text for the shell.
        Some(Value::Text(text)) => format!("'{}'", text.replace('\'', "''").replace('\0', "")),
        Some(Value::Blob(bytes)) => {
            let mut hex = String::from("x'");
            for byte in bytes {
                let _ = write!(hex, "{byte:02x}");
            }
            hex + "'"
        }
    }
}

enum Piece<'a> {
    Text(&'a str),
    Parameter(&'a str),
}

fn pieces(sql: &str) -> Vec<Piece<'_>> {
    let bytes = sql.as_bytes();
    let (mut pieces, mut from, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'\'' | b'"' | b'`') => at = after(sql, at + 1, &[quote]),
            b'[' => at = after(sql, at + 1, b"]"),
            b'-' if bytes[at..].starts_with(b"--") => at = after(sql, at, b"\n"),
            b'/' if bytes[at..].starts_with(b"/*") => at = after(sql, at + 2, b"*/"),
            b':' => {
                let length =
                    bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
                if length > 0 {
                    pieces.push(Piece::Text(&sql[from..at]));
                    pieces.push(Piece::Parameter(&sql[at + 1..=at + length]));
                    from = at + 1 + length;
                }
                at += 1 + length;
            }
            _ => at += 1,
        }
    }
    pieces.push(Piece::Text(&sql[from..]));
    pieces
}

/// The place after the next `end`; a doubled quote ends and starts again, which comes to the same.
fn after(sql: &str, from: usize, end: &[u8]) -> usize {
    let rest = &sql.as_bytes()[from..];
    rest.windows(end.len()).position(|window| window == end).map_or(sql.len(), |found| from + found + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found_outside_strings_names_and_comments() {
        let sql =
            "-- :no\nSELECT ':no', \":no\", [:no], `:no`, 'it''s :no' /* :no */ WHERE :a IS NULL OR x = :a_2 AND :b";
        assert_eq!(named(sql), ["a", "a_2", "b"]);
        assert_eq!(named("SELECT 1 :"), Vec::<&str>::new());
        assert_eq!(named("SELECT 'open :a"), Vec::<&str>::new());
    }

    #[test]
    fn literals_stand_where_parameters_stood() {
        let values = |name: &str| literal((name == "a").then(|| Value::Text("it's".into())).as_ref());
        assert_eq!(filled("x = :a AND y = ':a' OR :b IS NULL", values), "x = 'it''s' AND y = ':a' OR NULL IS NULL");
    }

    #[test]
    fn every_type_has_a_literal() {
        let cases = [
            (Value::Null, "NULL"),
            (Value::Integer(-3), "-3"),
            (Value::Real(2.0), "2.0"),
            (Value::Blob(vec![1, 255]), "x'01ff'"),
        ];
        for (value, expected) in cases {
            assert_eq!(literal(Some(&value)), expected);
        }
    }
}
