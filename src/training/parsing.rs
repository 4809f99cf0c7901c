//! Learning trees: a dynamic oracle tells which actions lose no arc, from any state that the parser gets into.

use crate::language::arcs::{Action, Machine};
use crate::language::parser::{ACTION_ROOM, LABEL_ROOM, Parser, best_allowed};
use crate::language::parser_features::{Known, action_features, known, label_features};
use crate::language::table::Table;
use crate::language::{Clusters, Relation, mark_kind};

use super::corpus::Sentence;
use super::random::Random;
use super::tagging::Tagging;
use super::weights::Learner;

/// How trees are learnt.
pub struct Parsing {
    /// Brown clusters.
    pub clusters: Clusters,
    /// Rows for actions, as a power of two.
    pub action_bits: u32,
    /// Rows for relations, as a power of two.
    pub label_bits: u32,
    /// Rounds over the data.
    pub rounds: usize,
    /// By how much the right action and the right relation must win.
    pub margins: [i32; 2],
}

/// Right heads and relations of a sentence.
struct Gold {
    heads: Vec<usize>,
    relations: Vec<Relation>,
}

/// How often the parser goes its own way while learning, in percent.
const OWN_WAY: usize = 90;

impl Parsing {
    /// The weights of actions and relations, learnt from sentences with the tags that the tagger gave them.
    pub fn train(&self, sentences: &[Sentence], tags: &[Vec<u8>]) -> (&'static [u8], &'static [u8]) {
        let mut data: Vec<(Vec<Known>, Gold)> = sentences
            .iter()
            .zip(tags)
            .map(|(sentence, tags)| {
                let gold = Gold {
                    heads: sentence.words.iter().map(|word| word.head).collect(),
                    relations: sentence.words.iter().map(|word| word.relation).collect(),
                };
                (self.known(sentence, tags), gold)
            })
            .collect();
        let mut random = Random::new(2);
        let (of_actions, of_labels) = features(&data);
        let mut actions = Learner::<ACTION_ROOM>::new(self.action_bits, of_actions);
        let mut labels = Learner::<LABEL_ROOM>::new(self.label_bits, of_labels);
        let mut machine = Machine::default();
        for round in 0..self.rounds {
            random.shuffle(&mut data);
            let (mut right, mut all) = (0, 0);
            for (known, gold) in &data {
                machine.start(known.len());
                while !machine.is_done() {
                    let own_way = round > 0 && random.chance(OWN_WAY);
                    right +=
                        usize::from(step(&mut actions, &mut labels, &mut machine, known, gold, own_way, self.margins));
                    all += 1;
                }
            }
            eprintln!(
                "trees, round {round}: {:.2} % of actions right while learning",
                100.0 * right as f64 / f64::from(all)
            );
        }
        (actions.bytes().leak(), labels.bytes().leak())
    }

    /// A sentence as the parser sees it.
    pub fn known(&self, sentence: &Sentence, tags: &[u8]) -> Vec<Known> {
        let words = Tagging::words(sentence, self.clusters);
        known(&words, tags, |at| mark_kind(&sentence.words[at].form))
    }

    /// Heads and relations that weights give to a sentence.
    pub fn parse(
        &self,
        actions: &'static [u8],
        labels: &'static [u8],
        sentence: &Sentence,
        tags: &[u8],
    ) -> Vec<(Option<usize>, Relation)> {
        let parser = Parser { actions: Table::new(actions), labels: Table::new(labels) };
        let mut machine = Machine::default();
        parser.parse(&self.known(sentence, tags), &mut machine);
        machine.arcs().collect()
    }
}

/// One action: chosen, corrected, done. Whether it was right.
fn step(
    actions: &mut Learner<ACTION_ROOM>,
    labels: &mut Learner<LABEL_ROOM>,
    machine: &mut Machine,
    known: &[Known],
    gold: &Gold,
    own_way: bool,
    margins: [i32; 2],
) -> bool {
    let features = action_features(known, machine);
    let scores = actions.scores(&features);
    let chosen = best_allowed(machine, &scores);
    let costs = costs(machine, gold);
    let least =
        Action::ALL.iter().filter(|&&action| machine.allows(action)).map(|&action| costs[action as usize]).min();
    let is_good = |action: Action| machine.allows(action) && Some(costs[action as usize]) == least;
    let mut wanted = chosen;
    if !is_good(chosen) {
        let good = Action::ALL.into_iter().filter(|&action| is_good(action));
        wanted = good.max_by_key(|&action| scores[action as usize]).unwrap_or(chosen);
    }
    actions.tick();
    if wanted == chosen {
        let bad = Action::ALL.into_iter().filter(|&action| machine.allows(action) && !is_good(action));
        if let Some(rival) = bad.max_by_key(|&action| scores[action as usize])
            && scores[wanted as usize] - scores[rival as usize] <= margins[0]
        {
            actions.update(&features, wanted as usize, rival as usize);
        }
    } else {
        actions.update(&features, wanted as usize, chosen as usize);
    }
    let done = if own_way { chosen } else { wanted };
    let mut relation = Relation::Root;
    if let Some((head, word)) = machine.arc(done).filter(|&(head, _)| head < known.len()) {
        let features = label_features(known, machine, head, word);
        let scores = labels.scores(&features);
        let mut best = 0;
        for class in 1..Relation::ALL.len() {
            if scores[class] > scores[best] {
                best = class;
            }
        }
        if gold.heads[word] == head {
            labels.tick();
            let right = gold.relations[word] as usize;
            if let Some(rival) = Learner::<LABEL_ROOM>::rival(&scores[..Relation::ALL.len()], right, margins[1]) {
                labels.update(&features, right, rival);
            }
        }
        relation = Relation::ALL[best];
    }
    machine.act(done, relation);
    wanted == chosen
}

/// How many right arcs each action makes impossible.
fn costs(machine: &Machine, gold: &Gold) -> [usize; 3] {
    let next = machine.ahead(0);
    let size = gold.heads.len();
    let (top, below) = (machine.stacked(0), machine.stacked(1));
    let mut costs = [0; 3];
    if next < size {
        let lower = machine.stack().len().saturating_sub(1);
        let head = gold.heads[next];
        costs[0] += usize::from(machine.stack()[..lower].iter().any(|&word| word as usize == head));
        costs[0] += machine.stack().iter().filter(|&&word| gold.heads[word as usize] == next).count();
    }
    if top < size {
        let head = gold.heads[top];
        let lost = (next..size).filter(|&word| gold.heads[word] == top).count();
        costs[1] = lost + usize::from(head != next && (head > next || head == below));
        costs[2] = lost + usize::from(head >= next);
    }
    costs
}

/// Every feature on the way to the right trees.
fn features(data: &[(Vec<Known>, Gold)]) -> (Vec<u32>, Vec<u32>) {
    let (mut of_actions, mut of_labels) = (Vec::new(), Vec::new());
    let mut machine = Machine::default();
    for (known, gold) in data {
        machine.start(known.len());
        while !machine.is_done() {
            of_actions.extend(action_features(known, &machine));
            let costs = costs(&machine, gold);
            let allowed = Action::ALL.into_iter().filter(|&action| machine.allows(action));
            let Some(action) = allowed.min_by_key(|&action| costs[action as usize]) else { break };
            let mut relation = Relation::Root;
            if let Some((head, word)) = machine.arc(action).filter(|&(head, _)| head < known.len()) {
                of_labels.extend(label_features(known, &machine, head, word));
                relation = gold.relations[word];
            }
            machine.act(action, relation);
        }
    }
    (of_actions, of_labels)
}
