//! Names that go on behind their capitals: in a number ("Route 46", "Kelso News 4", "Ward 8") or behind a possessive mark
//! ("Arden Children's Hospital").
//!
//! It looks at one stretch of capitals and the token behind it.

use super::gazetteer::{Gazetteer, Known, NameWord};
use super::spans::Piece;
use crate::language::{NameKind, NameTag, Tree, Upos};

/// No road, station or ward has a number with more digits.
const DIGITS: usize = 4;

/// Takes the number behind a name into it, and drops what is no name without one: "off the Highway".
pub fn with_numbers(text: &str, tree: &Tree, lists: &Gazetteer, pieces: &mut Vec<Piece>) {
    for piece in pieces.iter_mut() {
        if takes_number(text, tree, lists, *piece) {
            piece.last += 1;
        }
    }
    for at in 0..pieces.len() {
        if let Some(last) = over_owner(text, tree, lists, pieces[at]) {
            pieces[at].last = last;
            let whole = pieces[at];
            // What stood apart behind the mark is now inside.
            for other in &mut pieces[at + 1..] {
                if other.first <= whole.last {
                    *other = whole;
                }
            }
        }
    }
    pieces.dedup();
    pieces.retain(|piece| piece.first < piece.last || !is_street_alone(text, tree, lists, *piece));
}

/// "Route | 46", "Fox | 35", not "Kelso | 3, Arden 1" nor "Fox | 12 times".
fn takes_number(text: &str, tree: &Tree, lists: &Gazetteer, piece: Piece) -> bool {
    let Some(next) = tree.tokens.get(piece.last + 1) else { return false };
    let digits = next.span.of(text);
    if next.upos != Upos::Num || digits.len() > DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let counts = tree.tokens.get(piece.last + 2).is_some_and(|after| {
        matches!(after.upos, Upos::Noun | Upos::Adj | Upos::Num) && !after.span.of(text).starts_with(char::is_uppercase)
            || matches!(after.span.of(text), "-" | "–" | "%")
    });
    let last = tree.word(text, piece.last);
    let name = tree.tokens[piece.first].span.hull(tree.tokens[piece.last].span).of(text);
    let medium = matches!(lists.known(name), Some(Known::Medium(_))) && digits.len() < 3;
    let station = lists.is(&last.to_lowercase(), NameWord::Station) || super::shape::is_call_sign(last);
    // "Route 46 corridor": what follows a road's number is no count of it.
    is_numbered(lists, last) || (medium || station && digits.len() < 3) && !counts
}

fn is_numbered(lists: &Gazetteer, word: &str) -> bool {
    lists.is(&word.trim_end_matches('.').to_lowercase(), NameWord::Numbered)
}

/// "Arden Children's | Hospital": the last word of a name whose owner is an everyday noun; not "Kelso's Hospital".
fn over_owner(text: &str, tree: &Tree, lists: &Gazetteer, piece: Piece) -> Option<usize> {
    let word = |at: usize| tree.tokens.get(at).map_or("", |token| token.span.of(text));
    let owner = matches!(word(piece.last + 1), "'s" | "’s") && piece.last > piece.first;
    let everyday = owner
        && super::common::is_common(&word(piece.last).to_lowercase())
        && lists.head(word(piece.last)).is_none()
        && lists.known(tree.tokens[piece.first].span.hull(tree.tokens[piece.last].span).of(text)).is_none();
    let capital = |at: usize| word(at).starts_with(char::is_uppercase);
    let from = piece.last + 2;
    let end = (from..from + 4).take_while(|&at| capital(at)).last().filter(|_| everyday)?;
    lists.head(word(end)).is_some().then_some(end)
}

/// "Ave.", "Street", "Highway" and nothing else.
fn is_street_alone(text: &str, tree: &Tree, lists: &Gazetteer, piece: Piece) -> bool {
    let word = tree.word(text, piece.first);
    super::shape::is_street_word(lists, word) || is_numbered(lists, word) && !is_person(tree, piece)
}

/// "Ward" may be somebody's surname.
fn is_person(tree: &Tree, piece: Piece) -> bool {
    piece.title.is_some() || matches!(tree.tokens[piece.first].name, NameTag::Begin(NameKind::Person))
}

#[cfg(test)]
mod tests {
    use crate::reading::names::examples::found;

    #[test]
    fn a_road_and_a_station_keep_their_numbers() {
        assert!(found("The car was found on Route 46 near the lake.").contains(&"Route 46".to_owned()));
        assert!(found("The mayor told Fox 35 that the bridge is safe.").contains(&"Fox 35".to_owned()));
        assert!(!found("She told Fox 12 ships were lost.").contains(&"Fox 12".to_owned()));
    }

    #[test]
    fn an_everyday_owner_belongs_to_the_name() {
        let text = "She was taken to Zorvex Children's Hospital in Arden.";
        assert!(found(text).contains(&"Zorvex Children's Hospital".to_owned()), "{:?}", found(text));
        assert!(found("He praised Zorvex's Hospital today.").contains(&"Zorvex".to_owned()));
    }

    #[test]
    fn a_word_for_a_road_alone_is_no_name() {
        assert!(!found("He ran from the Ave. to the shop.").iter().any(|name| name.starts_with("Ave")));
    }
}
