//! Whether a predicate is said to be so: its negation and the verbs above it ("refused to run", "wants to run").

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Relation, Upos};
use crate::lexicon::rows;
use crate::reading::Polarity;
use crate::span::Span;

use super::scene::Scene;

/// What a sentence says of a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Somebody means it to be so.
    Wants,
    /// It came near to being so.
    Almost,
}

impl Says {
    /// No to "no", and no to "yes"; of one who means to end a thing no one can say that it goes on.
    pub(super) const fn flipped(self) -> Option<Self> {
        match self {
            Self::Yes => Some(Self::No),
            Self::No => Some(Self::Yes),
            Self::Wants | Self::Almost => None,
        }
    }

    fn under(self, above: Self) -> Option<Self> {
        match (self, above) {
            (says, Self::Yes) => Some(says),
            (Self::Yes, above) => Some(above),
            (Self::No, Self::No) => Some(Self::Yes),
            _ => None,
        }
    }
}

/// A stance with the words that tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stance {
    pub says: Says,
    /// From the first verb above to the predicate itself.
    pub span: Span,
    /// The uppermost verb: what stands above it belongs to somebody else.
    pub top: usize,
}

static ASPECTS: LazyLock<FxHashMap<&'static str, Says>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/aspects.tsv"))
        .filter(|row| !matches!(row[1], "denies" | "earlier"))
        .map(|row| {
            let says = match row[1] {
                "no" => Says::No,
                "wants" => Says::Wants,
                "almost" => Says::Almost,
                _ => Says::Yes,
            };
            (row[0], says)
        })
        .collect()
});

/// Verbs whose object is a claim that they reject: "disputed the suggestion that …".
static DENIALS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| saying("denies"));

/// Adverbs of a time before that of the sentence.
static EARLIER: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| saying("earlier"));

fn saying(says: &str) -> FxHashSet<&'static str> {
    rows(include_str!("../../../data/lexicon/aspects.tsv")).filter(|row| row[1] == says).map(|row| row[0]).collect()
}

/// As far before a claim as the verb that denies it may stand.
const NEAR: usize = 9;

/// As many verbs as may stand above one.
const HIGHEST: usize = 4;

/// What is said of a predicate; `None` where it is asked, supposed, wished by the speaker or only possible.
pub(super) fn stance(scene: &Scene, at: usize) -> Option<Stance> {
    let mut found = Stance { says: Says::Yes, span: scene.span(at), top: at };
    // "gave no details": the deed was not done.
    let nothing = scene.child(at, &[Relation::Obj]).filter(|_| scene.is_verb(at));
    if let Some(no) =
        nothing.and_then(|object| scene.child(object, &[Relation::Det])).filter(|&no| scene.lower(no) == "no")
    {
        found = Stance { says: Says::No, span: found.span.hull(scene.span(no)), ..found };
    }
    for _ in 0..=HIGHEST {
        if is_possible(scene, found.top) {
            return None;
        }
        if let Some(not) = denial(scene, found.top) {
            found.span = found.span.hull(scene.span(not));
            found.says = match found.says {
                Says::Yes | Says::Wants | Says::Almost => Says::No,
                Says::No => Says::Yes,
            };
        }
        let Some((above, says)) = aspect(scene, found.top) else { break };
        found = Stance { says: found.says.under(says)?, span: found.span.hull(scene.span(above)), top: above };
    }
    match instead(scene, found.top) {
        // "was not without drama": there was some.
        Some(without) if without > 0 && scene.lower(without - 1) == "not" => found.says = Says::Yes,
        Some(_) => found.says = found.says.flipped()?,
        None if is_denied(scene, found.top) => found.says = found.says.flipped()?,
        None => {}
    }
    is_told(scene, found.top).then_some(found)
}

/// "instead of stopping", "without stopping".
pub(super) fn instead(scene: &Scene, at: usize) -> Option<usize> {
    let front = |child: usize| matches!(scene.relation(child), Relation::Mark | Relation::Case | Relation::Fixed);
    let word = |child: usize| matches!(scene.lower(child).as_str(), "instead" | "without");
    let phrase = || (at > 1 && scene.lower(at - 1) == "of" && scene.lower(at - 2) == "instead").then(|| at - 2);
    scene.children(at).iter().copied().find(|&child| front(child) && word(child)).or_else(phrase)
}

/// "dismissed the claim that it was unsafe", "disputed a report that said it was unsafe".
fn is_denied(scene: &Scene, at: usize) -> bool {
    let clause = |at: usize| matches!(scene.relation(at), Relation::Acl | Relation::Ccomp | Relation::AclRelcl);
    let above = scene.head(at).filter(|_| clause(at));
    let start = match above.filter(|&verb| scene.is_verb(verb)) {
        // "a report that said it was unsafe": the report is denied.
        Some(said) if said > 0 && scene.lower(said - 1) == "that" => Some(said - 1),
        Some(_) => None,
        None => above.filter(|&noun| scene.upos(noun) == Upos::Noun),
    };
    // By the order of words, since long sentences hide the object from the parser: no other verb stands between.
    let verb = start.and_then(|start| (start.saturating_sub(NEAR)..start).rev().find(|&verb| scene.is_verb(verb)));
    let verb = verb.filter(|&verb| DENIALS.contains(scene.lemma(verb)));
    // Where a voice denies, its claim says so already.
    let told =
        scene.claim_at(scene.span(at)).is_none_or(|claim| scene.reading.claims[claim].polarity == Polarity::Affirmed);
    told && verb.is_some_and(|verb| scene.negation(verb).is_none())
}

/// Whether it is told of a time before that of the sentence: "had opposed", "once opposed", "previously said he opposed".
pub(super) fn is_earlier(scene: &Scene, at: usize) -> bool {
    let mut now = at;
    for _ in 0..4 {
        let before = scene.children(now).iter().any(|&child| match scene.relation(child) {
            Relation::Aux => scene.lower(child) == "had",
            Relation::Advmod => EARLIER.contains(scene.lower(child).as_str()),
            _ => false,
        });
        if before {
            return true;
        }
        match scene.head(now).filter(|&head| scene.is_verb(head)) {
            Some(head) if scene.relation(now) != Relation::Advcl => now = head,
            _ => return false,
        }
    }
    false
}

/// The verb of the list above a predicate, and what it says.
fn aspect(scene: &Scene, at: usize) -> Option<(usize, Says)> {
    let above = scene.head(at).filter(|&above| scene.is_verb(above) && above < at)?;
    match scene.relation(at) {
        Relation::Xcomp => {}
        Relation::Ccomp if scene.child(at, &[Relation::Nsubj, Relation::NsubjPass]).is_none() => {}
        // "stopped short of saying", "avoided saying": the verb stands where an oblique would.
        Relation::Advcl if above + 3 >= at && scene.tree.tokens[at].xpos == "VBG" => {}
        _ => return None,
    }
    let next = scene.lower(above + 1);
    let phrase = format!("{} {next}", scene.lemma(above));
    ASPECTS.get(phrase.as_str()).or_else(|| ASPECTS.get(scene.lemma(above))).map(|says| (above, *says))
}

/// The word that negates a predicate: "not", "never", "no longer", and "no" before a noun.
pub(super) fn denial(scene: &Scene, at: usize) -> Option<usize> {
    scene.negation(at).or_else(|| {
        scene.children(at).iter().copied().find(|&child| match scene.lower(child).as_str() {
            "neither" | "hardly" => true,
            "no" => scene.relation(child) == Relation::Det,
            "longer" => child > 0 && scene.lower(child - 1) == "no",
            _ => false,
        })
    })
}

fn is_possible(scene: &Scene, at: usize) -> bool {
    scene.children(at).iter().any(|&child| {
        scene.relation(child) == Relation::Aux
            && matches!(
                scene.lower(child).as_str(),
                "may" | "might" | "could" | "can" | "ca" | "should" | "must" | "cannot"
            )
    })
}

/// Clauses that tell something of their own, not conditions, wishes or questions.
fn is_told(scene: &Scene, at: usize) -> bool {
    let last = scene.tree.tokens.len() - 1;
    if (last.saturating_sub(1)..=last).any(|end| scene.lower(end) == "?") {
        return false;
    }
    // "would not say who approached him": asked, not told. (In "the man who approached him" a noun stands before.)
    let asked = scene.child(at, &[Relation::Nsubj, Relation::NsubjPass]).is_some_and(|who| {
        matches!(scene.lower(who).as_str(), "who" | "what")
            && !(who > 0 && matches!(scene.upos(who - 1), Upos::Noun | Upos::Propn | Upos::Punct | Upos::Pron))
    });
    if asked {
        return false;
    }
    let mark = scene.child(at, &[Relation::Mark]).map(|mark| scene.lower(mark));
    let bare = scene.tree.tokens[at].xpos == "VB" && scene.child(at, &[Relation::Aux]).is_none();
    !bare && !matches!(mark.as_deref(), Some("if" | "whether" | "unless" | "until" | "to" | "before" | "for" | "lest"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_aspects_is_sound() {
        assert_eq!(crate::lexicon::check(include_str!("../../../data/lexicon/aspects.tsv")), Ok(()));
    }

    #[test]
    fn a_verb_above_colours_the_one_below() {
        for (below, above, both) in [
            (Says::Yes, Says::No, Some(Says::No)),
            (Says::No, Says::No, Some(Says::Yes)),
            (Says::Yes, Says::Wants, Some(Says::Wants)),
            (Says::No, Says::Wants, None),
        ] {
            assert_eq!(below.under(above), both);
        }
    }
}
