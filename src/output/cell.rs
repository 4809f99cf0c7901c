//! One value as text: numbers as people write them, and nothing that a terminal would obey.

use std::borrow::Cow;
use std::fmt::Write;

use rusqlite::types::Value;

/// Whether a column holds shares, which are printed with two places.
pub fn is_share(column: &str) -> bool {
    column.ends_with("_share") || column == "share" || column == "similarity" || column == "mean_hops"
}

/// A value as text, faithful; NULL is empty.
pub fn text(value: &Value, share: bool) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::Integer(number) => Cow::Owned(number.to_string()),
        Value::Real(number) if share => Cow::Owned(format!("{number:.2}")),
        Value::Real(number) => Cow::Owned(real(*number)),
        Value::Text(text) => Cow::Borrowed(text),
        Value::Blob(bytes) => Cow::Owned(hexadecimal(bytes)),
    }
}

/// Whole numbers without `.0`, open ends as SQL can write them.
pub fn real(number: f64) -> String {
    if number == f64::INFINITY {
        "9e999".to_owned()
    } else if number == f64::NEG_INFINITY {
        "-9e999".to_owned()
    } else if number != 0.0 && !(1e-7..1e17).contains(&number.abs()) {
        format!("{number:e}")
    } else {
        // Displays whole numbers without a point, and as many places as are needed to read the same number back.
        format!("{number}")
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// Text for a terminal: control characters become visible signs, marks that reorder text are spelled out.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\n' => out.push('⏎'),
            '\t' => out.push(' '),
            '\u{7f}' => out.push('␡'),
            control if control < ' ' => out.extend(char::from_u32(0x2400 + control as u32)),
            harmful if is_harmful(harmful) => {
                let _ = write!(out, "<U+{:04X}>", harmful as u32);
            }
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

/// Controls (C0, DEL, C1), line separators, and the marks that can make a line read backwards.
fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_people_write_them() {
        for (number, expected) in [
            (100.0, "100"),
            (0.25, "0.25"),
            (-3.0, "-3"),
            (0.0, "0"),
            (f64::INFINITY, "9e999"),
            (f64::NEG_INFINITY, "-9e999"),
            (1e30, "1e30"),
            (4_500_000_000.0, "4500000000"),
            (0.000_001, "0.000001"),
        ] {
            assert_eq!(real(number), expected);
        }
        assert_eq!(text(&Value::Real(0.5), true), "0.50");
        assert_eq!(text(&Value::Integer(1), true), "1");
        assert_eq!(text(&Value::Blob(vec![0, 171]), false), "00ab");
    }

    #[test]
    fn a_terminal_gets_nothing_to_obey() {
        for (text, expected) in [
            ("plain ünïcode 漢", "plain ünïcode 漢"),
            ("a\nb\tc", "a⏎b c"),
            ("\u{1b}[31mred", "␛[31mred"),
            ("bell\u{7} del\u{7f} c1\u{9b}", "bell␇ del␡ c1<U+009B>"),
            ("abc\u{202e}fdp", "abc<U+202E>fdp"),
            ("e\u{200d}e", "e\u{200d}e"),
        ] {
            assert_eq!(visible(text), expected);
        }
    }
}
