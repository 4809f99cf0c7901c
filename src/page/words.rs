//! Small phrases that several sections need.

/// What a claim in the outlet's own voice has for a chain.
pub(super) const OWN_WORDS: &str = "(own words)";

/// "1 report", "2 reports".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The way a claim came, in words: the origin first, then those who passed it on.
pub(super) fn way(chain: &str) -> String {
    if chain == OWN_WORDS {
        return "in its own words".to_owned();
    }
    let mut voices = chain.split(" > ").collect::<Vec<_>>();
    let origin = voices.pop().unwrap_or_default();
    voices.reverse();
    if voices.is_empty() {
        format!("on the word of {origin}")
    } else {
        format!("on the word of {origin}, by way of {}", voices.join(", "))
    }
}

/// Words in lines of at most `width` characters, three lines at most; a word that is longer stands alone.
pub(super) fn lines(words: &str, width: usize) -> Vec<String> {
    const MOST: usize = 3;
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let full = lines.len() == MOST;
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if full => {
                line.push('…');
                break;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| shortened(&line, width)).collect()
}

fn shortened(line: &str, width: usize) -> String {
    if line.chars().count() <= width {
        return line.to_owned();
    }
    line.chars().take(width - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_told_from_its_origin() {
        assert_eq!(way("(own words)"), "in its own words");
        assert_eq!(way("the mayor"), "on the word of the mayor");
        assert_eq!(way("Northwire > Bay TV > a clerk"), "on the word of a clerk, by way of Bay TV, Northwire");
    }

    #[test]
    fn lines_hold_whole_words_and_end_with_a_sign_where_some_are_left_out() {
        assert_eq!(lines("a clerk of the harbour office", 12), ["a clerk of", "the harbour", "office"]);
        assert_eq!(lines("one two three four five", 5), ["one", "two", "thre…"]);
        assert_eq!(lines("Überseehafenverwaltung", 10), ["Überseeha…"]);
        assert!(lines("", 5).is_empty());
    }
}
