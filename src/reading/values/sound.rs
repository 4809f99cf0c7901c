//! Whether the question of a clause can be put in sound English: who did it stands in the clause or is surely meant, its
//! object can be named, nothing that completes the verb is left out, and it is said to happen.
//!
//! A value whose question cannot be put keeps its frame, so that it is compared all the same; it is asked for in no words.

use crate::language::{Relation, Upos};

use super::questions::party;
use super::scene::Scene;

/// Whether "when", "where" or "how long" can be asked of a verb, with `asked` left out.
pub(super) fn is_sound(scene: &Scene, verb: usize, asked: usize) -> bool {
    if !scene.is_verb(verb) {
        return true;
    }
    happens(scene, verb) && is_whole(scene, verb, asked) && has_own_subject(scene, verb)
}

/// "were not released", "can win", "if they meet": nothing is said to happen then.
fn happens(scene: &Scene, verb: usize) -> bool {
    let unreal = scene.children(verb).iter().any(|&child| match scene.relation(child) {
        Relation::Aux => matches!(
            scene.lower(child).as_str(),
            "can" | "could" | "may" | "might" | "must" | "should" | "would" | "'d" | "’d"
        ),
        Relation::Mark => matches!(scene.lower(child).as_str(), "if" | "unless" | "whether"),
        _ => false,
    });
    !unreal
        && scene.syntax.clauses().iter().all(|clause| clause.predicate != verb || clause.negation.is_none())
        && scene.negation(verb).is_none()
}

/// Whether subject, verb and object are all that the clause says: "planned to visit" and "brought it" leave something out.
fn is_whole(scene: &Scene, verb: usize, asked: usize) -> bool {
    scene.children(verb).iter().all(|&child| match scene.relation(child) {
        Relation::Xcomp | Relation::Ccomp => false,
        // "stepped into it"
        Relation::Obl if child != asked && scene.child(child, &[Relation::Case]) == Some(verb + 1) => {
            scene.is_time(child) || party(scene, child).is_some()
        }
        Relation::Obj | Relation::Iobj if child != asked && !scene.is_time(child) => party(scene, child).is_some(),
        _ => true,
    })
}

/// Whether its subject is its own, or that of the clause that it continues: what a phrase of purpose or the object of
/// another verb does ("a chance to stand", "asked voters to wait") is not surely its subject's doing.
fn has_own_subject(scene: &Scene, verb: usize) -> bool {
    let own = scene.child(verb, &[Relation::Nsubj, Relation::NsubjPass]);
    let relation = scene.relation(verb);
    if own.is_some() {
        // "the channel that Roe founded": the object stands outside its clause.
        let gap = relation == Relation::AclRelcl
            && !scene.is_passive(verb)
            && scene.child(verb, &[Relation::Obj, Relation::Obl, Relation::OblUnmarked]).is_none()
            && !own.is_some_and(|own| scene.upos(own) == Upos::Pron && scene.entity(own).is_none());
        return !gap;
    }
    let infinitive = scene.tree.tokens[verb].xpos == "VB";
    match relation {
        Relation::Xcomp => scene.head(verb).is_some_and(|up| {
            scene.is_passive(up) || infinitive && scene.child(up, &[Relation::Obj]).is_none() && scene.is_verb(up)
        }),
        Relation::Acl | Relation::Advcl => !infinitive,
        _ => true,
    }
}
