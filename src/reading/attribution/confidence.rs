//! How likely the voice of a report is the right one.
//!
//! A logistic model over features without words (`data/model/confidence.tsv`): the rule that found the report, what the
//! cue takes, how the source was found and what it is, how content, cue and source lie to each other. It changes no report.

use std::sync::LazyLock;

use super::candidates::Text;
use super::lexicon::{Class, Entry, Frame, reporting, voice_noun};
use super::report::{Report, Strength};
use super::site::Site;
use super::weighing::{Features, Weights, probability, step};
use super::{dash, headline, passive, rejected};
use crate::language::{Relation, Upos};
use crate::span::Span;

const TABLE: &str = include_str!("../../../data/model/confidence.tsv");

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::of(TABLE));

static VOICES: LazyLock<Weights> =
    LazyLock::new(|| Weights::of(include_str!("../../../data/model/voice_confidence.tsv")));

/// How sure a report is, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Confidence {
    /// That the voice is right and what it says is cut at the right places.
    pub whole: f32,
    /// That the voice is right, if this is a report at all: a word too many in what it says changes nothing of that.
    pub voice: f32,
}

/// The confidence of a silence. The corpora mark few of them, so that weights learnt there doubt all; of eight read by
/// hand on fresh news the voice was right in six and one was no silence by a rule that is gone.
pub const SILENT: f32 = 0.85;
/// The confidence of the voice of a silence: of 92 that people marked as well, 86 have the voice that they marked.
const SILENT_VOICE: f32 = 0.93;

/// The confidence of a report with these features.
pub fn of(report: &Report, features: &Features) -> Confidence {
    if report.strength == Strength::Silence {
        return Confidence { whole: SILENT, voice: SILENT_VOICE };
    }
    Confidence { whole: probability(WEIGHTS.sum(features)), voice: probability(VOICES.sum(features)) }
}

/// Whether a report is so unlikely that the outlet's own words are the better guess.
///
/// Quotations have been weighed already; silences, levels inside another report and lines that name their speaker by
/// a mark are too rare for the model.
pub fn is_doubtful(report: &Report, depth: usize, confidence: f32) -> bool {
    let weighed = report.quoted.is_some() || report.strength == Strength::Silence || depth > 0;
    let marked = matches!(
        report.rule,
        headline::TRANSCRIPT | headline::HEADLINE | dash::RULE | passive::CARRIED | rejected::BEFORE | rejected::PLEA
    );
    // Without words for a voice there is none that could be wrong.
    report.source.is_some() && !weighed && !marked && confidence < WEIGHTS.alone("limit").unwrap_or(0.0)
}

/// What tells for and against a report that stands in `depth` others; `marked` are the quotations of any length.
pub fn features(text: &Text, report: &Report, depth: usize, marked: &[Span]) -> Features {
    let mut features = Features::default();
    let rule = report.rule;
    features.add(format_args!("always"));
    features.add(format_args!("rule={rule}"));
    features.add(format_args!("depth={} strength={:?}", depth.min(2), report.strength));
    if let Some(chance) = report.quoted {
        features.add(format_args!("quoted={}", (chance * 10.0).min(9.0) as u8));
    }
    if let Some(sentence) = text.sentences.get(report.sentence) {
        features.add(format_args!("section={}", sentence.section));
    }
    let Some(site) = text.sites.get(report.sentence).and_then(Option::as_ref) else { return features };
    let quotation = if report.quoted.is_some() { "quotation" } else { "indirect" };
    of_cue(site, report, quotation, &mut features);
    of_source(text, report, quotation, &mut features);
    of_content(text, site, report, quotation, &mut features);
    let touches = |piece: &Span| {
        let from = marked.partition_point(|span| span.end <= piece.start);
        marked.get(from).is_some_and(|span| span.overlaps(*piece))
    };
    let marks = report.content.iter().any(touches);
    features.add(format_args!("marks={marks} rule={rule}"));
    features.add(format_args!("marks={marks} {quotation}"));
    features
}

fn of_cue(site: &Site, report: &Report, quotation: &str, features: &mut Features) {
    let at = report.at;
    if at >= site.len() {
        return;
    }
    let form = site.tree.tokens[at].xpos;
    features.add(format_args!("cue={form} {quotation}"));
    features.add(format_args!("cue-relation={} rule={}", site.relation(at), report.rule));
    features.add(format_args!("negated={}", site.is_negated(at)));
    features.add(format_args!("modality={:?} polarity={:?}", report.modality, report.polarity));
    let marked = |word: &str| site.children(at).iter().any(|&child| site.word(child) == word);
    features.add(format_args!("infinitive={} {quotation}", marked("to")));
    let modal = site.children(at).iter().any(|&child| site.tree.tokens[child].xpos == "MD");
    features.add(format_args!("modal={modal}"));
    let conditional = site.children(at).iter().any(|&child| {
        site.relation(child) == Relation::Mark
            && matches!(site.word(child), "if" | "whether" | "because" | "as" | "that")
    });
    features.add(format_args!("conditional={conditional}"));
    features.add(format_args!("cue-length={}", step(report.cue.of(site.text).split_whitespace().count(), &[1, 3])));
    features.add(format_args!("sentence={}", step(site.len(), &[10, 20, 35, 50])));
    features.add(format_args!("question={}", site.word(site.len().saturating_sub(1)) == "?"));
    let class = match site.upos(at) {
        Upos::Noun => Class::Noun,
        Upos::Adj => Class::Adjective,
        _ => Class::Verb,
    };
    let Some(entry) = reporting(class, site.lemma(at)) else { return };
    features.add(format_args!("takes={}", takes(entry)));
    features.add(format_args!("takes={} rule={}", takes(entry), report.rule));
}

/// What a cue takes, as one word for each kind of cue.
fn takes(entry: &Entry) -> String {
    let frames = [
        (Frame::Quote, 'q'),
        (Frame::Clause, 'c'),
        (Frame::Whether, 'w'),
        (Frame::Tell, 't'),
        (Frame::Object, 'o'),
        (Frame::Infinitive, 'i'),
        (Frame::Gerund, 'g'),
        (Frame::Urge, 'u'),
        (Frame::Naming, 'n'),
        (Frame::As, 'a'),
    ];
    frames.iter().filter(|(frame, _)| entry.takes(*frame)).map(|(_, letter)| letter).collect()
}

fn of_source(text: &Text, report: &Report, quotation: &str, features: &mut Features) {
    let rule = report.rule;
    let site_of = |sentence: usize| text.sites.get(sentence).and_then(Option::as_ref);
    let Some((words, own)) = report.source.and_then(|words| Some((words, site_of(words.sentence)?))) else {
        features.add(format_args!("source=none rule={rule}"));
        return;
    };
    let standing = text.named.standing(own, words);
    features.add(format_args!("source={standing} {quotation}"));
    features.add(format_args!("source={standing} strength={:?}", report.strength));
    features.add(format_args!("source={standing} rule={rule}"));
    let relation = own.relation(words.head);
    features.add(format_args!("source-relation={relation}"));
    let mut up = own.head(words.head);
    let mut steps = 0;
    while let Some(at) = up.filter(|&at| at != report.at && steps < 4) {
        steps += 1;
        up = own.head(at);
    }
    // How far above the source the tree has the cue: 0 is its own subject.
    let above = if up.is_some() && words.sentence == report.sentence { steps } else { 9 };
    features.add(format_args!("above={above} subject={} rule={rule}", relation.is_subject()));
    let first = words.span.start < report.cue.start;
    let distance = if first {
        text.body[words.span.end.min(report.cue.start)..report.cue.start].split_whitespace().count()
    } else {
        let from = report.cue.end.min(words.span.start);
        text.body[from..words.span.start.max(from)].split_whitespace().count()
    };
    features.add(format_args!("source-first={first} distance={}", step(distance, &[0, 1, 3, 8])));
    let between =
        Span::new(words.span.end.min(report.cue.start), report.cue.start.max(words.span.end.min(report.cue.start)));
    let commas = if first { between.of(text.body).matches(',').count() } else { 0 };
    features.add(format_args!("commas={} rule={rule}", commas.min(3)));
    let length = words.span.of(text.body).split_whitespace().count();
    features.add(format_args!("source-length={}", step(length, &[1, 2, 4, 8, 15])));
    features.add(format_args!(
        "source-class={} source-form={}",
        own.upos(words.head),
        own.tree.tokens[words.head].xpos
    ));
    let known = voice_noun(own.lemma(words.head)).is_some();
    features.add(format_args!("voice-noun={known} source={standing}"));
    let opening = own.tree.token_at(words.span.start).unwrap_or(words.head);
    features.add(format_args!("opens={}", own.upos(opening)));
    let verb = (opening..=words.head).any(|at| own.upos(at) == Upos::Verb);
    let preposition = own.child(words.head, &[Relation::Case]).is_some();
    features.add(format_args!("source-verb={verb} source-case={preposition}"));
    let overlaps = report.content.iter().any(|piece| piece.overlaps(words.span));
    features.add(format_args!("source-in-content={overlaps}"));
}

fn of_content(text: &Text, site: &Site, report: &Report, quotation: &str, features: &mut Features) {
    let Some(hull) = report.hull() else { return };
    let words: usize = report.content.iter().map(|piece| piece.of(text.body).split_whitespace().count()).sum();
    features.add(format_args!("content={} {quotation}", step(words, &[1, 3, 6, 12, 25, 40])));
    features.add(format_args!("content={} rule={}", step(words, &[2, 5, 12, 30]), report.rule));
    features.add(format_args!("pieces={} {quotation}", report.content.len().min(3)));
    let side = if hull.start >= report.cue.end {
        "after"
    } else if hull.end <= report.cue.start {
        "before"
    } else {
        "around"
    };
    features.add(format_args!("side={side} {quotation}"));
    let gap = if side == "after" { text.body[report.cue.end..hull.start].split_whitespace().count() } else { 0 };
    features.add(format_args!("content-gap={}", step(gap, &[0, 1, 3, 8])));
    let inside = |at: &usize| report.content.iter().any(|piece| piece.contains(site.token(*at)));
    let finite = |at: usize| matches!(site.tree.tokens[at].xpos, "VBD" | "VBZ" | "VBP" | "MD");
    let finite = (0..site.len()).filter(inside).any(finite);
    features.add(format_args!("content-finite={finite} rule={}", report.rule));
    if let Some(first) = (0..site.len()).find(inside) {
        let opening = match site.word(first) {
            "that" => "that",
            "whether" | "if" => "whether",
            "to" => "to",
            "how" | "why" | "what" | "who" | "when" | "where" => "question",
            _ if site.tree.tokens[first].xpos == "VBG" => "gerund",
            _ => site.upos(first).as_str(),
        };
        features.add(format_args!("content-opens={opening} {quotation}"));
        let by_tree = report.at < site.len() && {
            let (from, to) = site.reach(report.at);
            (from..=to).contains(&first)
        };
        features.add(format_args!("content-by-tree={by_tree} rule={}", report.rule));
    }
    let ends = site.span.end.saturating_sub(hull.end) <= 2;
    features.add(format_args!("content-ends={ends} side={side}"));
}
