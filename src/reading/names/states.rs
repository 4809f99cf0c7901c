//! A capital that speaks is its state: "Moscow said" is the word of Russia; the mention stays the city.

use super::gazetteer::{PlaceClass, gazetteer};
use crate::reading::article_reading::{Entity, Reading};
use crate::reading::kinds::EntityKind;

/// Gives every voice that is a capital the entity of its state, which is added where the article does not name it.
pub fn let_states_speak(reading: &mut Reading) {
    for at in 0..reading.voices.len() {
        let Some(city) = reading.voices[at].entity else { continue };
        let Some(state) = state_of(&reading.entities[city]) else { continue };
        let is_state = |entity: &Entity| {
            entity.kind == EntityKind::Place
                && entity.names.iter().any(|name| gazetteer().place(name).is_some_and(|place| place.canonical == state))
        };
        let entity = reading.entities.iter().position(is_state).unwrap_or_else(|| {
            reading.entities.push(Entity { name: state.into(), kind: EntityKind::Place, names: vec![state.into()] });
            reading.entities.len() - 1
        });
        reading.voices[at].entity = Some(entity);
    }
}

/// The state whose capital an entity is.
fn state_of(entity: &Entity) -> Option<&'static str> {
    let place =
        entity.names.iter().find_map(|name| gazetteer().place(name)).filter(|_| entity.kind == EntityKind::Place)?;
    (place.class == PlaceClass::Capital && !place.within.is_empty()).then_some(place.within)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> Entity {
        Entity { name: name.into(), kind: EntityKind::Place, names: vec![name.into()] }
    }

    #[test]
    fn a_capital_tells_its_state_and_another_town_does_not() {
        assert_eq!(state_of(&place("Lisbon")), Some("Portugal"));
        assert_eq!(state_of(&place("Porto")), None);
        assert_eq!(state_of(&place("Portugal")), None);
    }
}
