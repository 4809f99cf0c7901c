//! Whether the clause that a value stands in is hedged, or told plainly: "four men were reportedly hurt" against "four men
//! were hurt". A hedge of another clause of the sentence says nothing of the value.

use crate::language::{Relation, Upos};
use crate::reading::{Claim, Firmness, Modality, Polarity, Value};

use super::deeds;
use super::scene::Scene;

/// As many heads as may stand between a value and its predicate.
const REACH: usize = 5;

/// Marks the values of one sentence.
pub(super) fn mark(scene: &Scene, values: &mut [Value]) {
    for value in values.iter_mut().filter(|value| value.frame.is_some()) {
        let claim = &scene.reading.claims[value.claim];
        value.firmness = predicate(scene, value).and_then(|verb| firmness(scene, claim, verb));
    }
}

/// The predicate that the value is a part of: as its subject, object or setting, not as part of a clause below.
fn predicate(scene: &Scene, value: &Value) -> Option<usize> {
    let mut now = scene.head_of(value.span)?;
    if scene.is_verb(now) {
        return Some(now);
    }
    for _ in 0..REACH {
        let up = scene.head(now)?;
        match scene.relation(now) {
            Relation::Nsubj
            | Relation::NsubjPass
            | Relation::Obj
            | Relation::Iobj
            | Relation::Obl
            | Relation::OblUnmarked
            | Relation::OblAgent => return Some(up).filter(|&up| scene.is_verb(up)),
            Relation::Nummod | Relation::Det | Relation::Compound | Relation::Amod | Relation::Flat => now = up,
            _ => return None,
        }
    }
    None
}

fn firmness(scene: &Scene, claim: &Claim, verb: usize) -> Option<Firmness> {
    match claim.modality {
        Modality::Hedged | Modality::Reported | Modality::Possible => {
            let hedge = scene.tokens_in(claim.hedge?).find(|&at| scene.upos(at) != Upos::Punct)?;
            (governed(scene, hedge) == Some(verb) && claim.polarity == Polarity::Affirmed).then_some(Firmness::Hedged)
        }
        Modality::Asserted if claim.polarity == Polarity::Affirmed => is_plain(scene, verb).then_some(Firmness::Plain),
        _ => None,
    }
}

/// The predicate that a word of doubt governs: "reportedly fled", "may have fled", "is believed to have fled". What can be
/// seen is not in doubt.
fn governed(scene: &Scene, hedge: usize) -> Option<usize> {
    if matches!(scene.lower(hedge).as_str(), "can" | "could") {
        return None;
    }
    if matches!(scene.relation(hedge), Relation::Aux | Relation::Advmod) {
        return scene.head(hedge).filter(|&verb| scene.is_verb(verb));
    }
    let below = [Relation::Xcomp, Relation::Ccomp, Relation::Advcl, Relation::Obl];
    scene
        .children(hedge)
        .iter()
        .copied()
        .find(|&child| child > hedge && below.contains(&scene.relation(child)) && scene.is_verb(child))
}

/// Whether a finite clause tells it, under no word that accuses, supposes or doubts.
fn is_plain(scene: &Scene, verb: usize) -> bool {
    let finite = match scene.tree.tokens[verb].xpos {
        "VBD" | "VBZ" | "VBP" => true,
        "VBN" => scene.child(verb, &[Relation::Aux, Relation::AuxPass]).is_some(),
        _ => false,
    };
    let mark = scene.child(verb, &[Relation::Mark]).map(|mark| scene.lower(mark));
    let asked = matches!(mark.as_deref(), Some("if" | "whether" | "unless"));
    finite && !asked && scene.negation(verb).is_none() && !deeds::is_doubted(scene, verb)
}

#[cfg(test)]
mod tests {
    use crate::reading::{ArticleText, Firmness, read};

    #[test]
    fn a_hedge_holds_for_its_own_clause() {
        let found = |body: &str| {
            let reading = read(&ArticleText { body, ..ArticleText::default() });
            let wanted = |value: &&crate::reading::Value| value.quantity.is_some();
            reading.values.iter().filter(wanted).map(|value| value.firmness).collect::<Vec<_>>()
        };
        assert_eq!(found("The men reportedly stole 12 crates."), [Some(Firmness::Hedged)]);
        assert_eq!(found("The men may have stolen 12 crates."), [Some(Firmness::Hedged)]);
        assert_eq!(found("The men stole 12 crates."), [Some(Firmness::Plain)]);
        assert_eq!(found("The men stole 12 crates that may hold salt."), [None]);
        assert_eq!(found("Police suspect that the men stole 12 crates."), [None]);
    }
}
