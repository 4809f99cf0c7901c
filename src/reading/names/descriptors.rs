//! Words that describe the bearer of a name beside it: titles, posts, relations, epithets, with their exact places.
//!
//! It looks at one mention and its sentence; what the words mean for a fact is the work of `values`.

use super::gazetteer::{Gazetteer, NameWord, TitleClass};
use super::spans::Piece;
use crate::language::{Relation, Tree, Upos};
use crate::reading::article_reading::Descriptor;
use crate::reading::kinds::{DescriptorKind, EntityKind};
use crate::span::Span;

/// A description of more bytes than this is a mistaken tree.
const LONGEST: usize = 160;

/// Where a name stands.
pub struct Site<'a> {
    /// The body.
    pub text: &'a str,
    /// The tree of its sentence.
    pub tree: &'a Tree,
    /// Its tokens.
    pub piece: Piece,
    /// What it names.
    pub kind: EntityKind,
}

/// The descriptors of one name, in text order.
pub fn descriptors(site: &Site<'_>, lists: &Gazetteer, mention: usize) -> Vec<Descriptor> {
    let mut found: Vec<(Span, DescriptorKind)> = Vec::new();
    if site.kind == EntityKind::Person {
        before(site, lists, &mut found);
    }
    if matches!(site.kind, EntityKind::Person | EntityKind::Organization) {
        after(site, lists, &mut found);
    }
    found.retain(|(span, _)| !span.is_empty() && span.len() <= LONGEST);
    found.sort_unstable_by_key(|(span, _)| *span);
    found.dedup_by_key(|(span, _)| *span);
    found.into_iter().map(|(span, kind)| Descriptor { mention, span, kind }).collect()
}

/// "embattled | opposition leader | Jane Roe", "his wife Jane Roe": nouns and adjectives right before the name.
fn before(site: &Site<'_>, lists: &Gazetteer, found: &mut Vec<(Span, DescriptorKind)>) {
    let tokens = &site.tree.tokens;
    let mut from = site.piece.first;
    if let Some((first, last)) = site.piece.title {
        let title = tokens[first].span.hull(tokens[last].span);
        let office = lists.title(title.of(site.text)).is_some_and(|title| title.class == TitleClass::Office);
        from = if office { with_rank(site, lists, first) } else { first };
        found.push((tokens[from].span.hull(title), DescriptorKind::Title));
    } else if let Some(noun) = from.checked_sub(1).filter(|&at| matches!(tokens[at].upos, Upos::Noun | Upos::Adj)) {
        let word = site.tree.word(site.text, noun);
        let kind = if lists.relation(word).is_some() && owned(site, noun) {
            Some(DescriptorKind::Relation)
        } else if lists.title(word).is_some() || lists.title(&tokens[noun].lemma).is_some() {
            Some(DescriptorKind::Title)
        } else {
            None
        };
        let Some(kind) = kind else { return };
        let first = with_rank(site, lists, compound_start(site, lists, noun));
        found.push((tokens[first].span.hull(tokens[noun].span), kind));
        from = first;
    }
    let adjective = from.checked_sub(1).filter(|&at| is_epithet(site, lists, at));
    found.extend(adjective.map(|at| (tokens[at].span, DescriptorKind::Epithet)));
}

/// Whether "his", "her" or a possessor stands before a noun of relation.
fn owned(site: &Site<'_>, noun: usize) -> bool {
    site.tree.child(noun, &[Relation::NmodPoss]).is_some()
        || noun
            .checked_sub(1)
            .is_some_and(|at| site.tree.tokens[at].xpos == "PRP$" || site.tree.tokens[at].xpos == "POS")
}

/// "former | Kelso | mayor", "then-President": the first of the words before a post that say when or under whom it was held,
/// names of at most two words between them.
///
/// Not "Then President Roe left": small letters only.
fn with_rank(site: &Site<'_>, lists: &Gazetteer, first: usize) -> usize {
    let tokens = &site.tree.tokens;
    let rank = |at: usize| lists.is(site.tree.word(site.text, at), NameWord::Rank);
    let small = |at: usize| tokens[at].span.of(site.text) == "-";
    let names = (0..first).rev().take_while(|&at| tokens[at].upos == Upos::Propn).take(2).count();
    let mut start = first;
    for behind in [first, first - names] {
        let mut at = behind;
        while let Some(before) = at.checked_sub(1) {
            let hyphen = small(before) && before > 0 && rank(before - 1);
            match (rank(before), hyphen) {
                (true, _) => at = before,
                (_, true) => at = before - 1,
                _ => break,
            }
            start = start.min(at);
        }
    }
    start
}

/// The first of the nouns that a noun is compounded with: "opposition leader", "deputy press secretary".
fn compound_start(site: &Site<'_>, lists: &Gazetteer, noun: usize) -> usize {
    let joins = |&at: &usize| {
        let token = &site.tree.tokens[at];
        let rank = lists.is(&token.lemma, NameWord::Rank);
        token.upos == Upos::Noun || rank
    };
    (0..noun).rev().take_while(joins).take(4).last().unwrap_or(noun)
}

/// An adjective in small letters that says what somebody is like; nationalities and numbers are none.
fn is_epithet(site: &Site<'_>, lists: &Gazetteer, at: usize) -> bool {
    let token = &site.tree.tokens[at];
    let word = site.tree.word(site.text, at);
    let small = word.chars().next().is_some_and(char::is_lowercase);
    token.upos == Upos::Adj
        && small
        && lists.title(word).is_none()
        && !lists.is(word, NameWord::NoEpithet)
        && token.xpos != "CD"
}

/// Appositions, relative clauses and copulas of the name.
fn after(site: &Site<'_>, lists: &Gazetteer, found: &mut Vec<(Span, DescriptorKind)>) {
    let (tree, piece) = (site.tree, site.piece);
    let inside = |at: usize| (piece.first..=piece.last).contains(&at);
    let Some(head) = (piece.first..=piece.last).find(|&at| tree.tokens[at].head.is_none_or(|up| !inside(up))) else {
        return;
    };
    for child in tree.children(head).filter(|&child| child > piece.last) {
        match tree.tokens[child].relation {
            Relation::Appos => found.extend(noun_phrase(site, lists, child, head)),
            Relation::AclRelcl => found.extend(relative(site, lists, child)),
            _ => {}
        }
    }
    let token = &tree.tokens[head];
    let Some(governor) = token.head else { return };
    if token.relation == Relation::Nsubj && tree.child(governor, &[Relation::Cop]).is_some() && !negated(tree, governor)
    {
        found.extend(noun_phrase(site, lists, governor, head));
    }
    if token.relation == Relation::Appos && governor < piece.first {
        let phrase = noun_phrase(site, lists, governor, head);
        found.extend(phrase.filter(|(span, _)| found.iter().all(|(other, _)| !other.overlaps(*span))));
    }
}

fn negated(tree: &Tree, at: usize) -> bool {
    tree.children(at).any(|child| matches!(tree.tokens[child].lemma.as_str(), "not" | "never" | "n't" | "no"))
}

/// The words of a noun that describes: its subtree without article, subject, copula, marks and what hangs on loosely.
fn noun_phrase(site: &Site<'_>, lists: &Gazetteer, noun: usize, name: usize) -> Option<(Span, DescriptorKind)> {
    let tree = site.tree;
    let token = &tree.tokens[noun];
    if token.upos != Upos::Noun {
        return None;
    }
    let mut span = token.span;
    let mut from = noun;
    for child in tree.children(noun).filter(|&child| child != name) {
        let relation = tree.tokens[child].relation;
        let belongs = match relation {
            Relation::Amod | Relation::Compound | Relation::NmodPoss | Relation::Nummod => child < noun,
            Relation::Nmod => child > noun,
            Relation::AclRelcl | Relation::Acl => child > noun && name < noun,
            _ => false,
        };
        let covers_name = tree.is_below(name, child);
        if belongs && !covers_name {
            span = span.hull(tree.extent(child));
            from = from.min(child);
        }
    }
    let span = without_edges(site, span);
    let kind = if lists.relation(&token.lemma).is_some() {
        DescriptorKind::Relation
    } else if lists.title(&token.lemma).is_some() || lists.title(tree.word(site.text, noun)).is_some() {
        DescriptorKind::Post
    } else {
        DescriptorKind::Epithet
    };
    (!span.overlaps(tree.tokens[name].span)).then_some((span, kind))
}

/// "who heads the directorate": the clause without its pronoun, where its verb is one of holding a post.
fn relative(site: &Site<'_>, lists: &Gazetteer, verb: usize) -> Option<(Span, DescriptorKind)> {
    let token = &site.tree.tokens[verb];
    let posts = lists.is(&token.lemma, NameWord::PostVerb);
    if !posts || token.upos != Upos::Verb {
        return None;
    }
    let objects = site
        .tree
        .children(verb)
        .filter(|&child| child > verb && matches!(site.tree.tokens[child].relation, Relation::Obj | Relation::Obl));
    let span = objects.fold(token.span, |span, object| span.hull(site.tree.extent(object)));
    Some((without_edges(site, span), DescriptorKind::Post))
}

/// Without an article at its start and marks at its ends.
fn without_edges(site: &Site<'_>, span: Span) -> Span {
    let words = span.of(site.text);
    let article = ["the ", "a ", "an ", "The ", "A ", "An "].into_iter().find(|article| words.starts_with(article));
    let start = span.start + article.map_or(0, str::len);
    let end =
        start + Span::new(start, span.end).of(site.text).trim_end_matches([',', ';', '.', ' ', '—', '–', '-']).len();
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use crate::language::tree;
    use crate::reading::names::names;
    use crate::reading::{DescriptorKind, Section, Sentence};
    use crate::span::Span;

    fn described(text: &str) -> Vec<(&str, DescriptorKind)> {
        let sentence = Sentence { span: Span::new(0, text.len()), paragraph: 0, section: Section::Body };
        let names = names(text, &[sentence], &[tree(text, sentence.span)], &[]);
        names.descriptors.iter().map(|descriptor| (descriptor.span.of(text), descriptor.kind)).collect()
    }

    #[test]
    fn words_before_a_name_describe_its_bearer() {
        use DescriptorKind::{Epithet, Title};
        for (text, wanted) in [
            ("President Maria Lopez left the town.", vec![("President", Title)]),
            ("The embattled mayor Maria Lopez left the town.", vec![("embattled", Epithet), ("mayor", Title)]),
            ("The Ruritanian economist Maria Lopez left the town.", vec![("economist", Title)]),
            ("On Friday Maria Lopez left the town.", vec![]),
            ("They met former President Maria Lopez there.", vec![("former President", Title)]),
            ("They met the late Mr. Lopez there.", vec![("Mr.", Title)]),
            ("They met former Vermont governor Maria Lopez there.", vec![("former Vermont governor", Title)]),
        ] {
            assert_eq!(described(text), wanted, "{text}");
        }
    }

    #[test]
    fn an_apposition_tells_a_post_whole() {
        let text = "Maria Lopez, director of the harbour office, left the town.";
        assert_eq!(described(text), [("director of the harbour office", DescriptorKind::Post)]);
        let text = "Maria Lopez is the chief of staff of the navy.";
        assert_eq!(described(text), [("chief of staff of the navy", DescriptorKind::Post)]);
        let text = "Maria Lopez is not the director.";
        assert!(described(text).is_empty());
    }
}
