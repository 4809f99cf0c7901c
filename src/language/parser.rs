//! Trees: a greedy parser that asks two linear models, one for the next action and one for the name of each arc.

use super::arcs::{Action, Machine, NONE};
use super::grammar::Relation;
use super::parser_features::{Known, action_features, label_features};
use super::table::{Table, best};

/// Room for the actions.
pub const ACTION_ROOM: usize = 4;
/// Room for the relations.
pub const LABEL_ROOM: usize = 64;

/// The two models.
#[derive(Debug, Clone, Copy)]
pub struct Parser {
    /// Which action is next.
    pub actions: Table<ACTION_ROOM>,
    /// What an arc is called.
    pub labels: Table<LABEL_ROOM>,
}

impl Parser {
    /// Runs `machine` over a sentence.
    pub fn parse(&self, known: &[Known], machine: &mut Machine) {
        machine.start(known.len());
        while !machine.is_done() {
            let action = self.next_action(known, machine);
            let relation = match machine.arc(action) {
                Some((head, word)) if head < known.len() => self.relation(known, machine, head, word),
                _ => Relation::Root,
            };
            machine.act(action, relation);
        }
    }

    fn next_action(&self, known: &[Known], machine: &Machine) -> Action {
        let mut allowed = Action::ALL.into_iter().filter(|&action| machine.allows(action));
        if let (Some(only), None) = (allowed.next(), allowed.next()) {
            return only;
        }
        let mut scores = [0; ACTION_ROOM];
        self.actions.score(&action_features(known, machine), &mut scores);
        best_allowed(machine, &scores)
    }

    fn relation(&self, known: &[Known], machine: &Machine, head: usize, word: usize) -> Relation {
        let mut scores = [0; LABEL_ROOM];
        self.labels.score(&label_features(known, machine, head, word), &mut scores);
        Relation::ALL[best(&scores[..Relation::ALL.len()])]
    }
}

/// The best of the actions that can be done.
pub fn best_allowed<S: PartialOrd + Copy>(machine: &Machine, scores: &[S; ACTION_ROOM]) -> Action {
    let mut chosen: Option<(Action, S)> = None;
    for (&action, &score) in Action::ALL.iter().zip(scores) {
        if machine.allows(action) && chosen.is_none_or(|(_, best)| score > best) {
            chosen = Some((action, score));
        }
    }
    debug_assert!(chosen.is_some() || machine.stacked(0) == NONE);
    chosen.map_or(Action::Shift, |(action, _)| action)
}
