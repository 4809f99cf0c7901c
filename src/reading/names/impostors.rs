//! Stretches of capitals that look like names and name nothing: addresses, codes, party labels, single letters, days, roles.
//!
//! It looks at one stretch and the tokens beside it; whether a word is a name at all by what an article says of it is
//! weighed in `evidence`.

use super::gazetteer::{Gazetteer, NameWord};
use super::spans::Piece;
use crate::language::{NameKind, NameTag, Tree};

/// A code of letters and digits has so many of them at least: `DkTi1InbrO`, not "G20" nor "AK-47".
const CODE: usize = 8;

/// Whether a stretch is no name whatever the article says.
pub fn is_impostor(text: &str, tree: &Tree, lists: &Gazetteer, piece: Piece) -> bool {
    let words = tree.tokens[piece.first].span.hull(tree.tokens[piece.last].span).of(text);
    let single = piece.first == piece.last;
    is_address(text, tree, piece)
        || is_party_label(text, tree, piece)
        || words.chars().filter(|c| c.is_alphabetic()).count() < 2 && !words.chars().any(|c| c.is_ascii_digit())
        || single && is_code(words)
        || words.contains("://")
        || is_file(lists, words)
        || single && is_prefixed(lists, words)
        || !single && is_of_everyday_words(text, tree, lists, piece)
        || single && lists.known(words).is_none() && lists.is(&words.to_lowercase(), NameWord::Alone)
        || single && lists.known(words).is_none() && is_word_of_no_name(tree, lists, piece, words)
}

/// `@janeroe`, `#harbour`, `https://kelso.example`, `kelso.example/JaneRoe`, also where the tokens cut it.
fn is_address(text: &str, tree: &Tree, piece: Piece) -> bool {
    let bytes = text.as_bytes();
    let token = |at: usize| tree.tokens[at].span.of(text);
    let marked = |word: &str| word.starts_with(['@', '#']) || word.contains("://") || word.contains('@');
    if (piece.first..=piece.last).any(|at| marked(token(at))) {
        return true;
    }
    let (start, end) = (tree.tokens[piece.first].span.start, tree.tokens[piece.last].span.end);
    let before = start.checked_sub(1).map(|at| bytes[at]);
    let host_before =
        before == Some(b'/') && text[..start - 1].rsplit(char::is_whitespace).next().is_some_and(ends_in_host);
    let inner = |at: Option<u8>| matches!(at, Some(b'_' | b'@'));
    host_before || inner(before) || inner(bytes.get(end).copied()) || before == Some(b'#')
}

/// "kelso.example", "www.kelso.example/news": a dot between letters, small letters behind it.
fn ends_in_host(chunk: &str) -> bool {
    let host = chunk.trim_start_matches(|c: char| !c.is_alphanumeric()).split('/').next().unwrap_or_default();
    host.rsplit_once('.').is_some_and(|(name, end)| {
        !name.is_empty() && (2..=8).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase())
    })
}

/// "R-Ohio", "D-Calif.": a party and where its member is elected.
fn is_party_label(text: &str, tree: &Tree, piece: Piece) -> bool {
    let party = |word: &str| matches!(word, "R" | "D" | "I" | "DFL");
    let words = tree.tokens[piece.first].span.hull(tree.tokens[piece.last].span).of(text);
    let label = |words: &str| {
        words.split_once(['-', '–']).is_some_and(|(sign, place)| party(sign) && place.starts_with(char::is_uppercase))
    };
    let before = |back: usize| piece.first.checked_sub(back).map_or("", |at| tree.word(text, at));
    let touches = piece.first.checked_sub(1).is_some_and(|at| {
        tree.tokens[at].span.end == tree.tokens[piece.first].span.start && matches!(before(1), "-" | "–")
    });
    label(words) || touches && party(before(2))
}

/// "Large Classes", "Open Gallery": nothing but everyday words, none of them the kind of a body or place.
///
/// Not "State Police", nor a title in quotation marks.
fn is_of_everyday_words(text: &str, tree: &Tree, lists: &Gazetteer, piece: Piece) -> bool {
    let word = |at: usize| tree.word(text, at);
    let whole = tree.tokens[piece.first].span.hull(tree.tokens[piece.last].span).of(text);
    let everyday = |at: usize| super::common::is_common(&word(at).to_lowercase());
    let before = piece.first.checked_sub(1).map_or("", word);
    let told = before.eq_ignore_ascii_case("the") || matches!(before, "\"" | "“" | "‘" | "''" | "``" | "'");
    let given = lists.given_name(word(piece.first)).is_some();
    piece.title.is_none()
        && !told
        && !given
        && lists.known(whole).is_none()
        && (piece.first..=piece.last).all(|at| everyday(at) && lists.head(word(at)).is_none())
}

/// "anti-Roe", "mid-April": a prefix in small letters; "al-Roe" is a name.
fn is_prefixed(lists: &Gazetteer, words: &str) -> bool {
    let prefix = words.split_once(['-', '–']).map_or("", |(prefix, _)| prefix);
    lists.is(prefix, NameWord::Prefix)
}

/// `kelso_bridge.jpg`, "05/13/16Another": names of files, and dates run into the next word.
fn is_file(lists: &Gazetteer, words: &str) -> bool {
    let picture = |word: &str| {
        let (name, end) = word.rsplit_once('.').unwrap_or_default();
        !name.is_empty() && lists.is(end, NameWord::File)
    };
    let dated = |word: &str| word.matches('/').count() == 2 && word.starts_with(|c: char| c.is_ascii_digit());
    words.split_whitespace().any(|word| picture(word) || dated(word))
}

/// Letters of both cases and digits all mixed up, as in short links (`DkTi1InbrO`), not `News4Kelso`.
fn is_code(word: &str) -> bool {
    let class = |c: char| (c.is_ascii_digit(), c.is_uppercase());
    let turns = word.chars().zip(word.chars().skip(1)).filter(|&(a, b)| class(a) != class(b)).count();
    word.len() >= CODE
        && word.chars().any(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric())
        && turns * 2 >= word.len()
}

/// "Feb.", "Editor", "Neighbor": a word of the calendar or a role that the tagger takes for no person's surname.
fn is_word_of_no_name(tree: &Tree, lists: &Gazetteer, piece: Piece, word: &str) -> bool {
    let small = word.to_lowercase();
    let person = matches!(tree.tokens[piece.first].name, NameTag::Begin(NameKind::Person));
    let calendar = lists.is_no_name(word) && lists.given_name(word).is_none();
    let role = !person && (lists.title(&small).is_some() || lists.relation(&small).is_some());
    calendar && (!person || word.ends_with('.')) || role && piece.title.is_none()
}

#[cfg(test)]
mod tests {
    use crate::reading::names::examples::found;
    use crate::reading::names::gazetteer::gazetteer;

    #[test]
    fn a_party_label_is_no_name_and_a_hyphen_may_be_in_one() {
        assert_eq!(found("Rep. Jane Roe, R-Ohio, and Rep. John Doe (D-Calif.) left."), ["Jane Roe", "John Doe"]);
        assert!(found("He met Jane Roe-Ohlsen there.").contains(&"Jane Roe-Ohlsen".to_owned()));
    }

    #[test]
    fn a_word_with_a_prefix_is_no_name() {
        assert!(!found("Jane Roe met anti-Ruritania marchers.").iter().any(|name| name.starts_with("anti")));
        let prefixed = |word: &str| super::is_prefixed(gazetteer(), word);
        assert!(prefixed("anti-Roe") && prefixed("mid-April") && !prefixed("al-Roe"));
    }

    #[test]
    fn everyday_words_alone_are_no_name() {
        assert!(!found("Jane Roe saw that Large Classes are taught there.").iter().any(|name| name.contains("Large")));
        assert!(found("Jane Roe called the State Police.").contains(&"State Police".to_owned()));
    }

    #[test]
    fn addresses_codes_and_days_are_no_names() {
        assert_eq!(found("Jane Roe wrote to @JohnDoe at pic.kelso.com/DkTi1InbrO on Feb. 3."), ["Jane Roe"]);
        assert!(!super::is_code("News4Kelso") && !super::is_code("Kelsotracker24") && !super::is_code("G20"));
    }
}
