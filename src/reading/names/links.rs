//! How the entities of one article hang together: an embassy or ministry speaks for its state, a town lies in its land.

use super::fold::words;
use super::gazetteer::{Gazetteer, Known, NameWord};
use crate::reading::article_reading::{Entity, EntityLink};
use crate::reading::kinds::{EntityKind, LinkRelation};

/// Ties that the names alone tell: "Ruritanian Foreign Ministry" on Ruritania where the article names it too.
pub fn links(entities: &[Entity], lists: &Gazetteer) -> Vec<EntityLink> {
    let mut links = Vec::new();
    let states: Vec<(usize, &str)> = entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| entity.kind == EntityKind::Place)
        .filter_map(|(at, entity)| Some((at, entity.names.iter().find_map(|name| lists.place(name))?.canonical)))
        .collect();
    let named = |canonical: &str| states.iter().find(|(_, state)| *state == canonical).map(|(at, _)| *at);
    for (at, entity) in entities.iter().enumerate() {
        let (of, relation) = match entity.kind {
            EntityKind::Organization => (state_in(&entity.name, lists), LinkRelation::SpeaksFor),
            EntityKind::Place => {
                let within = entity.names.iter().find_map(|name| lists.place(name)).map(|place| place.within);
                (within.filter(|within| !within.is_empty()), LinkRelation::LocatedIn)
            }
            _ => continue,
        };
        if let Some(of) = of.and_then(named).filter(|&of| of != at) {
            links.push(EntityLink { entity: at, of, relation });
        }
    }
    links
}

/// The state whose name or adjective opens the name of an organ of state.
fn state_in(name: &str, lists: &Gazetteer) -> Option<&'static str> {
    if !words(name).iter().any(|word| lists.is(word, NameWord::Organ)) {
        return None;
    }
    let ends = name.match_indices([' ', '\'', '’']).map(|(end, _)| end);
    ends.filter_map(|end| lists.known(&name[..end])).find_map(|known| match known {
        Known::Place(place) => Some(place.canonical),
        Known::Group(group) if !group.place.is_empty() => Some(group.place),
        _ => None,
    })
}
