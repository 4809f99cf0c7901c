//! Learning names.

use crate::language::lists::Lists;
use crate::language::model::Model;
use crate::language::name_memory::Memory;
use crate::language::names::{
    NAME_LABELS, NAME_ROOM, OUTSIDE, Place, View, best_following, find_names, follows, label, live_features, meaning,
    plain_features, plain_scores,
};
use crate::language::table::Table;
use crate::language::words::Word;
use crate::language::{Analysis, NameKind, NameTag, Relation, analyse, joins_names, tokens};
use crate::span::Span;

/// Parts of the data for the first pass.
const FOLDS: usize = 4;

use super::lists::{GROUP, NO_NAME};
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
    /// Whether all its names are marked.
    is_whole: bool,
}

impl Example {
    fn view(&self, lists: Lists) -> View<'_> {
        View::new(&self.words, &self.tags, &self.arcs, lists, |at| self.joins[at])
    }

    fn view_with(&self, lists: Lists, memory: Option<&Memory>) -> View<'_> {
        let view = self.view(lists);
        match memory {
            Some(memory) => view.with(memory),
            None => view,
        }
    }
}

/// The sentences of a text, and what a first pass tells of it, if there was one.
struct Lesson {
    examples: Vec<Example>,
    memory: Option<Memory>,
}

impl Naming {
    /// The weights learnt from all sets but the one left out: first without what the rest of a text tells, to learn
    /// what a first pass gets right and wrong, then with and without it.
    pub fn train(&self, sets: &[NamedSet], left_out: Option<&str>) -> Vec<u8> {
        let texts = sets.iter().filter(|set| Some(set.name) != left_out).flat_map(|set| &set.texts);
        let mut lessons: Vec<Lesson> =
            texts.map(|text| Lesson { examples: self.examples(text), memory: None }).collect();
        let memories: Vec<Memory> = (0..FOLDS).flat_map(|fold| self.memories(&lessons, fold)).collect();
        let places = (0..FOLDS).flat_map(|fold| (fold..lessons.len()).step_by(FOLDS)).collect::<Vec<_>>();
        for (place, memory) in places.into_iter().zip(memories) {
            lessons[place].memory = Some(memory);
        }
        let all: Vec<&Lesson> = lessons.iter().collect();
        self.learn_from(&all)
    }

    /// What a first pass by a model that has not seen them tells of every `FOLDS`th text.
    fn memories(&self, lessons: &[Lesson], fold: usize) -> Vec<Memory> {
        let others: Vec<&Lesson> =
            lessons.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).map(|(_, lesson)| lesson).collect();
        let weights = self.learn_from(&others).leak();
        let table = Table::new(weights);
        lessons[fold.min(lessons.len())..].iter().step_by(FOLDS).map(|lesson| self.memory(lesson, &table)).collect()
    }

    fn memory(&self, lesson: &Lesson, table: &Table<NAME_ROOM>) -> Memory {
        let mut memory = Memory::default();
        for example in &lesson.examples {
            memory.add(&example.words, &find(table, &example.view(self.model.lists)));
        }
        memory
    }

    fn learn_from(&self, lessons: &[&Lesson]) -> Vec<u8> {
        let mut data: Vec<(&Example, Option<&Memory>)> = Vec::new();
        for lesson in lessons {
            let known: Vec<&Example> = lesson.examples.iter().filter(|example| example.is_whole).collect();
            data.extend(known.iter().map(|&example| (example, None)));
            data.extend(known.iter().filter_map(|&example| Some((example, Some(lesson.memory.as_ref()?)))));
        }
        let mut learner = Learner::<NAME_ROOM>::new(self.bits, self.features(&data));
        let mut random = Random::new(3);
        for round in 0..self.rounds {
            random.shuffle(&mut data);
            for &(example, memory) in &data {
                self.learn(&mut learner, example, memory, round, &mut random);
            }
        }
        learner.bytes()
    }

    /// Every feature of every word that may be in a name, the labels before it being right.
    fn features(&self, data: &[(&Example, Option<&Memory>)]) -> Vec<u32> {
        let mut all = Vec::new();
        for &(example, memory) in data {
            let view = example.view_with(self.model.lists, memory);
            let gold = |at: usize| example.gold.get(at).copied().unwrap_or(OUTSIDE);
            for at in 0..example.words.len() {
                let before = gold(at.wrapping_sub(1));
                if !follows(before, OUTSIDE, false) || view.may_begin(at) {
                    all.extend(all_features(&view, at, before, gold(at.wrapping_sub(2))));
                }
            }
        }
        all
    }

    fn learn(
        &self,
        learner: &mut Learner<NAME_ROOM>,
        example: &Example,
        memory: Option<&Memory>,
        round: usize,
        random: &mut Random,
    ) {
        let view = example.view_with(self.model.lists, memory);
        let (mut before, mut second_before) = (OUTSIDE, OUTSIDE);
        let size = example.words.len();
        for at in 0..size {
            let right = reachable(example.gold[at], before, at + 1 == size);
            let mut chosen = OUTSIDE;
            if !follows(before, OUTSIDE, false) || view.may_begin(at) {
                let features = all_features(&view, at, before, second_before);
                let scores = learner.scores(&features);
                chosen = best_following(&scores, before, at + 1 == size);
                learner.tick();
                let others = (0..NAME_LABELS).filter(|&one| one != right && follows(before, one, at + 1 == size));
                if let Some(rival) = others.max_by_key(|&one| (scores[one], std::cmp::Reverse(one)))
                    && scores[right] - scores[rival] <= self.margin
                {
                    learner.update(&features, right, rival);
                }
            }
            let next = if round > 0 && random.chance(80) { chosen } else { right };
            (second_before, before) = (before, next);
        }
    }

    /// The sentences of a text, ready to learn from.
    fn examples(&self, text: &NamedText) -> Vec<Example> {
        text.sentences.iter().map(|&sentence| self.example(text, sentence)).collect()
    }

    fn example(&self, text: &NamedText, sentence: Span) -> Example {
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
        let is_whole = !text.has_gaps || !(0..spans.len()).any(suspicious);
        Example { spans, words, tags, arcs, joins, gold, is_whole }
    }

    /// Right, found and wanted names of a set, over persons, bodies and places, then of each kind.
    pub fn score(&self, set: &NamedSet, weights: &'static [u8]) -> String {
        let table = Table::<NAME_ROOM>::new(weights);
        let mut counts = [[0_usize; 3]; 5];
        for text in &set.texts {
            let wanted: Vec<(Span, NameKind)> =
                text.names.iter().filter(|name| name.1 != NameKind::Misc).copied().collect();
            let mut found = Vec::new();
            let lesson = Lesson { examples: self.examples(text), memory: None };
            let memory = self.memory(&lesson, &table);
            for example in &lesson.examples {
                let names = find(&table, &example.view(self.model.lists).with(&memory));
                found.extend(spans(&example.spans, &names).into_iter().filter(|name| name.1 != NameKind::Misc));
            }
            if std::env::var_os("TRAIN_SHOW_NAMES").is_some() {
                let show = |name: &(Span, NameKind)| format!("{:?} {}", name.1, name.0.of(&text.text));
                for name in found.iter().filter(|name| !wanted.contains(name)) {
                    let end = (name.0.end + 20).min(text.text.len());
                    let around = text.text.get(name.0.start.saturating_sub(20)..end).unwrap_or_default();
                    let gold = text.names.iter().filter(|other| other.0.overlaps(name.0)).map(show);
                    eprintln!(
                        "  + {} | {} | {}",
                        show(name),
                        gold.collect::<Vec<_>>().join("; "),
                        around.replace('\n', " / ")
                    );
                }
                for name in wanted.iter().filter(|name| !found.iter().any(|other| other.0.overlaps(name.0))) {
                    let end = (name.0.end + 20).min(text.text.len());
                    let around = text.text.get(name.0.start.saturating_sub(20)..end).unwrap_or_default();
                    eprintln!("  - {} | {}", show(name), around.replace('\n', " / "));
                }
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
        for (at, token) in gold.iter_mut().enumerate().take(end).skip(first) {
            let place = match (at == first, at + 1 == end) {
                (true, true) => Place::Single,
                (true, false) => Place::Begin,
                (false, true) => Place::Last,
                (false, false) => Place::Inside,
            };
            *token = label(kind, place);
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

/// All features of a label.
fn all_features(view: &View<'_>, at: usize, before: usize, second_before: usize) -> Vec<u32> {
    let mut all = plain_features(view, at).to_vec();
    all.extend(live_features(view, at, before, second_before));
    all
}

fn find(table: &Table<NAME_ROOM>, view: &View<'_>) -> Vec<NameTag> {
    find_names(table, view, &plain_scores(table, view))
}
