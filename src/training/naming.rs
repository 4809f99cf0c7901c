//! Learning names.

use crate::language::lists::Lists;
use crate::language::model::Model;
use crate::language::names::{
    NAME_LABELS, NAME_ROOM, OUTSIDE, Place, View, best_following, find_names, follows, label, meaning, name_features,
};
use crate::language::table::Table;
use crate::language::words::Word;
use crate::language::{
    Analysis, NameKind, NameTag, Relation, analyse, joins_names,
    lists::{GROUP, NO_NAME},
    tokens,
};
use crate::span::Span;

use super::named::{NamedSet, NamedText};
use super::random::Random;
use super::weights::Learner;

/// How names are learnt.
pub struct Naming {
    /// Clusters, lists, tagger and parser.
    pub model: Model,
    /// Rows as a power of two.
    pub bits: u32,
    /// Rounds over the data.
    pub rounds: usize,
    /// By how much the right label must win.
    pub margin: i32,
}

/// A sentence with all that the tagger sees, and the right labels.
struct Example {
    spans: Vec<Span>,
    words: Vec<Word>,
    tags: Vec<u8>,
    arcs: Vec<(Option<usize>, Relation)>,
    joins: Vec<bool>,
    gold: Vec<usize>,
}

impl Example {
    fn view(&self, lists: Lists) -> View<'_> {
        View::new(&self.words, &self.tags, &self.arcs, lists, |at| self.joins[at])
    }
}

impl Naming {
    /// The weights learnt from all sets but the one left out.
    pub fn train(&self, sets: &[NamedSet], left_out: Option<&str>) -> Vec<u8> {
        let mut data: Vec<Example> = sets
            .iter()
            .filter(|set| Some(set.name) != left_out)
            .flat_map(|set| &set.texts)
            .flat_map(|text| self.examples(text, true))
            .collect();
        let views: Vec<View<'_>> = data.iter().map(|example| example.view(self.model.lists)).collect();
        let mut learner = Learner::<NAME_ROOM>::new(self.bits, features(&data, &views));
        drop(views);
        let mut random = Random::new(3);
        for round in 0..self.rounds {
            random.shuffle(&mut data);
            let mut wrong = 0;
            for example in &data {
                wrong += self.learn(&mut learner, example, round, &mut random);
            }
            if round + 1 == self.rounds {
                eprintln!(
                    "names without {}: {} sentences, {wrong} labels wrong at last",
                    left_out.unwrap_or("nothing"),
                    data.len()
                );
            }
        }
        learner.bytes()
    }

    fn learn(&self, learner: &mut Learner<NAME_ROOM>, example: &Example, round: usize, random: &mut Random) -> usize {
        let view = example.view(self.model.lists);
        let (mut before, mut second_before) = (OUTSIDE, OUTSIDE);
        let size = example.words.len();
        let mut wrong = 0;
        for at in 0..size {
            let right = reachable(example.gold[at], before, at + 1 == size);
            let mut chosen = OUTSIDE;
            if !follows(before, OUTSIDE, false) || view.may_begin(at) {
                let features = name_features(&view, at, before, second_before);
                let scores = learner.scores(&features);
                chosen = best_following(&scores, before, at + 1 == size);
                learner.tick();
                let others = (0..NAME_LABELS).filter(|&one| one != right && follows(before, one, at + 1 == size));
                if let Some(rival) = others.max_by_key(|&one| (scores[one], std::cmp::Reverse(one))) {
                    if scores[right] - scores[rival] <= self.margin {
                        learner.update(&features, right, rival);
                    }
                }
            }
            wrong += usize::from(chosen != right);
            let next = if round > 0 && random.chance(80) { chosen } else { right };
            (second_before, before) = (before, next);
        }
        wrong
    }

    /// The sentences of a text, ready to learn from.
    fn examples(&self, text: &NamedText, to_learn: bool) -> Vec<Example> {
        text.sentences.iter().filter_map(|&sentence| self.example(text, sentence, to_learn)).collect()
    }

    fn example(&self, text: &NamedText, sentence: Span, to_learn: bool) -> Option<Example> {
        let spans = tokens(&text.text, sentence);
        let Analysis { words, tags, arcs } = analyse(&self.model, &text.text, &spans);
        let joins = spans.iter().map(|span| joins_names(span.of(&text.text))).collect();
        let mut gold = gold(&spans, &text.names);
        if !text.marks_groups {
            for (label_of, word) in gold.iter_mut().zip(&words) {
                if *label_of == OUTSIDE && word.has_capital() && self.model.lists.of(word.spelling) & GROUP != 0 {
                    *label_of = label(NameKind::Misc, Place::Single);
                }
            }
        }
        let suspicious = |at: usize| {
            gold[at] == OUTSIDE && words[at].has_capital() && self.model.lists.of(words[at].spelling) & NO_NAME == 0
        };
        if to_learn && text.has_gaps && (1..spans.len()).any(suspicious) {
            return None;
        }
        Some(Example { spans, words, tags, arcs, joins, gold })
    }

    /// Right, found and wanted names of a set, over persons, bodies and places, then of each kind.
    pub fn score(&self, set: &NamedSet, weights: &'static [u8]) -> String {
        let table = Table::<NAME_ROOM>::new(weights);
        let mut counts = [[0_usize; 3]; 5];
        for text in &set.texts {
            let wanted: Vec<(Span, NameKind)> =
                text.names.iter().filter(|name| name.1 != NameKind::Misc).copied().collect();
            let mut found = Vec::new();
            for example in self.examples(text, false) {
                let names = find_names(&table, &example.view(self.model.lists));
                found.extend(spans(&example.spans, &names).into_iter().filter(|name| name.1 != NameKind::Misc));
            }
            for name in &found {
                let right = usize::from(wanted.contains(name));
                let bare = usize::from(wanted.iter().any(|other| other.0 == name.0));
                counts[0][0] += right;
                counts[0][1] += 1;
                counts[4][0] += bare;
                counts[4][1] += 1;
                counts[name.1 as usize + 1][0] += right;
                counts[name.1 as usize + 1][1] += 1;
            }
            for name in &wanted {
                counts[0][2] += 1;
                counts[4][2] += 1;
                counts[name.1 as usize + 1][2] += 1;
            }
        }
        let f1 = |[right, found, wanted]: [usize; 3]| 200.0 * right as f64 / (found + wanted).max(1) as f64;
        let part = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
        format!(
            "names {}: F1 {:.1} (P {:.1}, R {:.1}), persons {:.1}, bodies {:.1}, places {:.1}, without kind {:.1}",
            set.name,
            f1(counts[0]),
            part(counts[0][0], counts[0][1]),
            part(counts[0][0], counts[0][2]),
            f1(counts[1]),
            f1(counts[2]),
            f1(counts[3]),
            f1(counts[4])
        )
    }
}

/// The label to learn where the history allows no right one: end as soon as can be, begin late.
fn reachable(gold: usize, before: usize, is_last: bool) -> usize {
    if follows(before, gold, is_last) {
        return gold;
    }
    let open = meaning(before).filter(|(_, place)| matches!(place, Place::Begin | Place::Inside));
    match (open, meaning(gold)) {
        (Some((kind, _)), Some((_, Place::Begin | Place::Inside))) if !is_last => label(kind, Place::Inside),
        (Some((kind, _)), _) => label(kind, Place::Last),
        (None, Some((kind, Place::Begin | Place::Inside))) if !is_last => label(kind, Place::Begin),
        (None, Some((kind, _))) => label(kind, Place::Single),
        (None, None) => OUTSIDE,
    }
}

/// The labels of tokens from names by their place.
fn gold(spans: &[Span], names: &[(Span, NameKind)]) -> Vec<usize> {
    let mut gold = vec![OUTSIDE; spans.len()];
    for &(name, kind) in names {
        let first = spans.partition_point(|span| span.end <= name.start);
        let end = spans.partition_point(|span| span.start < name.end);
        for at in first..end {
            let place = match (at == first, at + 1 == end) {
                (true, true) => Place::Single,
                (true, false) => Place::Begin,
                (false, true) => Place::Last,
                (false, false) => Place::Inside,
            };
            gold[at] = label(kind, place);
        }
    }
    gold
}

/// Names by their place from the tags of tokens.
fn spans(spans: &[Span], tags: &[NameTag]) -> Vec<(Span, NameKind)> {
    let mut found: Vec<(Span, NameKind)> = Vec::new();
    for (&span, &tag) in spans.iter().zip(tags) {
        match (tag, found.last_mut()) {
            (NameTag::Begin(kind), _) => found.push((span, kind)),
            (NameTag::Inside(_), Some(last)) => last.0 = last.0.hull(span),
            _ => {}
        }
    }
    found
}

/// Every feature of every word that may be in a name, the labels before it being right.
fn features(data: &[Example], views: &[View<'_>]) -> Vec<u32> {
    let mut all = Vec::new();
    for (example, view) in data.iter().zip(views) {
        let gold = |at: usize| example.gold.get(at).copied().unwrap_or(OUTSIDE);
        for at in 0..example.words.len() {
            let before = gold(at.wrapping_sub(1));
            if !follows(before, OUTSIDE, false) || view.may_begin(at) {
                all.extend(name_features(view, at, before, gold(at.wrapping_sub(2))));
            }
        }
    }
    all
}
