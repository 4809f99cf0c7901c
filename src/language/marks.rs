//! Marks: which of them belong inside words, which stand for letters left out, and how many make one token.
//!
//! It looks at the characters of one stretch without white space, never at word lists or at the sentence.

/// Characters that print as nothing and are no part of a word: byte-order marks, zero-width spaces, soft line ends.
pub const fn is_invisible(read: char) -> bool {
    matches!(read, '\u{FEFF}' | '\u{200B}' | '\u{2060}' | '\u{2028}' | '\u{2029}')
}

/// Marks that stand inside words of other scripts: accents that combine, joiners.
pub const fn is_joining_mark(read: char) -> bool {
    matches!(read, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{FE0F}' | '\u{AD}' | '\u{93C}'..='\u{94D}' | '\u{64B}'..='\u{65F}')
}

/// A straight or a curly apostrophe.
pub const fn is_apostrophe(read: char) -> bool {
    matches!(read, '\'' | '’')
}

/// "'90s", "'em", "'cause": the mark stands for what is left out.
pub fn elides(rest: &str) -> bool {
    let letters = rest.trim_start_matches(is_apostrophe);
    let word: &str = &letters[..letters.find(|read: char| !read.is_alphanumeric()).unwrap_or(letters.len())];
    let digits = word.strip_suffix('s').unwrap_or(word);
    (digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        || ["em", "til", "cause", "n"].iter().any(|short| word.eq_ignore_ascii_case(short))
}

/// "'s", "'ll", "n't" that stand by themselves after a word: "Lagos’s" cut by a mark, "the UN's".
pub fn contraction_mark(rest: &str, glued: bool) -> Option<usize> {
    let first = rest.chars().next().filter(|&read| is_apostrophe(read))?;
    let letters = &rest[first.len_utf8()..];
    let word = &letters[..letters.find(|read: char| !read.is_alphanumeric()).unwrap_or(letters.len())];
    let known = ["s", "m", "d", "ll", "re", "ve"].iter().any(|short| word.eq_ignore_ascii_case(short));
    (glued && known).then(|| first.len_utf8() + word.len())
}

/// How many bytes a mark has: runs of one mark stay together where they mean one thing.
pub fn mark_size(rest: &str, first: char) -> usize {
    let width = first.len_utf8();
    let run = || rest.chars().take_while(|&read| read == first).count();
    match first {
        '.' | '-' | '_' | '=' | '*' | '~' | '—' | '–' | '#' | '+' => width * run(),
        '!' | '?' => rest.chars().take_while(|read| matches!(read, '!' | '?')).count(),
        '<' | '>' | '\'' | '`' => width * run().min(2),
        ':' | ';' if is_face(rest) => {
            rest.chars().take_while(|read| matches!(read, ':' | ';' | '-' | ')' | '(')).count().min(3)
        }
        _ => {
            let joined = rest[width..].chars().take_while(|&read| is_joining_mark(read) || is_modifier(read));
            width + joined.map(char::len_utf8).sum::<usize>()
        }
    }
}

/// Skin tones of emoji.
const fn is_modifier(read: char) -> bool {
    matches!(read, '\u{1F3FB}'..='\u{1F3FF}')
}

/// ":)" and ";-(" at the end of a chunk.
fn is_face(rest: &str) -> bool {
    matches!(rest, ":)" | ":(" | ";)" | ":-)" | ":-(" | ";-)")
}
