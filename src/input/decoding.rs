//! Bytes to text: byte-order marks, encodings, line ends, and what is no text at all.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// A text, and how it was encoded where that is worth a note.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without byte-order mark, with LF for CRLF.
    pub text: String,
    /// The encoding, unless it was UTF-8.
    pub encoding: Option<&'static str>,
    /// Bytes that were no character of the encoding stand as U+FFFD.
    pub damaged: bool,
}

/// Decodes a file; `None` where it is binary.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    let (text, encoding, damaged) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => decoded(encoding, &bytes[mark..]),
        None => without_mark(bytes),
    };
    if is_binary(&text) {
        return None;
    }
    let text = if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text.into_owned() };
    Some(Decoded { text, encoding: (encoding != UTF_8).then(|| encoding.name()), damaged })
}

fn decoded<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Encoding, bool) {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    (text, encoding, damaged)
}

fn without_mark(bytes: &[u8]) -> (Cow<'_, str>, &'static Encoding, bool) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), UTF_8, false);
    }
    if is_damaged_utf8(bytes) {
        return decoded(UTF_8, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    decoded(detector.guess(None, Utf8Detection::Deny), bytes)
}

/// A few broken bytes in a text whose other characters are UTF-8: another encoding would spoil those.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 2 * broken
}

/// U+0000 stands in no text, and other control characters are rare in one.
fn is_binary(text: &str) -> bool {
    let controls = text.bytes().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31)).count();
    text.contains('\0') || controls * 50 > text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_and_decoded() {
        let cases: [(&[u8], &str, Option<&str>); 7] = [
            (b"caf\xC3\xA9", "café", None),
            (b"caf\xC3\xA9 \xC3\xA0 c\xC3\xB4t\xC3\xA9 \xFF", "café à côté \u{FFFD}", None),
            (b"\xEF\xBB\xBFcaf\xC3\xA9\r\n", "café\n", None),
            (b"\xFF\xFEc\0a\0f\0\xE9\0", "café", Some("UTF-16LE")),
            (b"\xFE\xFF\0c\0a\0f\0\xE9", "café", Some("UTF-16BE")),
            (b"Le caf\xE9 est ferm\xE9 \x93aujourd'hui\x94", "Le café est fermé “aujourd'hui”", Some("windows-1252")),
            (b"one\rtwo", "one\rtwo", None),
        ];
        for (bytes, text, encoding) in cases {
            let damaged = text.contains('\u{FFFD}');
            assert_eq!(decode(bytes), Some(Decoded { text: text.into(), encoding, damaged }), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"text with \0 in it"[..], b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", b"\x01\x02\x03\x04 and"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
