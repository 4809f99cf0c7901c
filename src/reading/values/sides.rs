//! Who a number of people were: bearers of arms here, others there.

use crate::language::Upos;
use crate::reading::{EntityKind, FactKind, Value};

use super::blank;
use super::frames::{modifiers, of_event};
use super::lexicons;
use super::people_words;
use super::questions::close;
use super::scene::Scene;

/// "26 Chilean pirates": no more words stand between the number and its noun.
const BETWEEN: usize = 4;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    let quantities = &scene.reading.quantities;
    let first = quantities.partition_point(|quantity| quantity.sentence < scene.sentence);
    for quantity in quantities[first..].iter().take_while(|quantity| quantity.sentence == scene.sentence) {
        let exact = quantity.low.filter(|low| quantity.high == Some(*low) && *low > 1.0 && quantity.unit.is_none());
        let Some(number) = exact else { continue };
        let start = scene.tokens_in(quantity.span).start;
        let noun = (start..scene.tree.tokens.len().min(start + 1 + BETWEEN)).find_map(|at| {
            let side = people_words::side(scene.lemma(at)).filter(|_| scene.upos(at) == Upos::Noun)?;
            Some((at, side))
        });
        let Some((noun, side)) = noun else { continue };
        let span = quantity.span.hull(scene.span(noun));
        let Some(claim) = scene.claim_at(span) else { continue };
        let mut value = blank(claim, FactKind::Identity, span);
        value.attribute = Some("side".into());
        value.word = Some(format!("{side} {}", lexicons::noun(scene.lemma(noun))));
        let mut frame = scene.governor(noun).map(|verb| of_event(scene, verb, span)).unwrap_or_default();
        frame.predicate = None;
        frame.terms.retain(|term| matches!(term.role, "place" | "time"));
        modifiers(scene, noun, quantity.span, "topic", &mut frame.terms);
        frame.terms.retain(|term| term.role != "topic");
        frame.head = Some(format!("{number}"));
        let nation = (start..noun).find(|&at| scene.entity_kind(at) == Some(EntityKind::Group));
        let nation = nation.map(|at| format!("{} ", scene.words(at, at))).unwrap_or_default();
        frame.question = close(&format!("who were the {number} {nation}people"));
        value.frame = Some(frame);
        into.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use crate::reading::FactKind;

    #[test]
    fn a_number_of_people_is_told_with_their_side() {
        let side = |text: &str| told(text, FactKind::Identity, "side");
        assert_eq!(
            side("The frigate took 26 Chilean pirates."),
            [("26 Chilean pirates".to_owned(), "armed pirate".to_owned())]
        );
        assert!(side("The frigate took 26 Chilean lamps.").is_empty());
    }
}
