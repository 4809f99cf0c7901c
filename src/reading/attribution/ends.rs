//! Where the content behind a cue may end: before each mark, conjunction, preposition or time behind its start, or with
//! the sentence.
//!
//! Each end is described by features without words: what the rules chose, what stands behind it, how that hangs in the
//! tree, how much has been said by then. What they weigh is trained (`data/model/ends.tsv`). It changes no report.

use std::sync::LazyLock;

use super::report::{Report, Strength};
use super::site::Site;
use super::weighing::{Features, Weights, step};
use super::{object, quoted_phrase};
use crate::language::{Relation, Upos};
use crate::span::Span;

const TABLE: &str = include_str!("../../../data/model/ends.tsv");

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::of(TABLE));

/// The most ends that are weighed for one content.
const MOST: usize = 40;

/// A place where content may end.
#[derive(Debug)]
pub struct End {
    /// The piece of content that ends there.
    pub piece: Span,
    /// What tells for and against it.
    pub features: Features,
}

/// The ends of the last piece of a report's content, that of the rules first; none where it is not behind its cue or
/// only quotation marks tell where it ends. `before` is where the next report of the sentence begins.
pub fn ends(site: &Site, report: &Report, before: Option<usize>) -> Vec<End> {
    let Some(&piece) = report.content.last().filter(|piece| piece.start >= report.cue.end) else { return Vec::new() };
    let spoken =
        report.strength == Strength::Silence || report.sentence != site.sentence || family(report.rule).is_none();
    let (Some(first), Some(last)) = (site.tree.token_at(piece.start), site.tree.token_at(piece.end.saturating_sub(1)))
    else {
        return Vec::new();
    };
    if spoken || (first..=last).any(|at| site.is_quoted(at)) {
        return Vec::new();
    }
    let stop = before.filter(|&at| at > last).map_or(site.len(), |at| at.min(site.len()));
    let stop = (last + 1..stop).find(|&at| site.is_quoted(at)).unwrap_or(stop);
    let weighed = Weighed { site, report, first, chosen: last };
    let mut found = vec![weighed.end(last)];
    for next in first + 1..=stop {
        let opens = next == site.len() || next == stop || may_begin(site, next);
        let Some(end) = (first..next).rev().find(|&at| !site.is_mark(at) || matches!(site.word(at), ")" | "]" | "%"))
        else {
            continue;
        };
        if site.word(next - 1) == ";" && next > last {
            break;
        }
        // A mark and what follows it are one place.
        if opens
            && end != last
            && !site.is_mark(next - 1)
            && may_end(site, (first, last), end, report)
            && found.len() < MOST
        {
            found.push(weighed.end(end));
        }
    }
    found
}

/// The likeliest of some ends.
pub fn choose(ends: &[End]) -> usize {
    choose_by(&WEIGHTS, ends)
}

/// The same with other weights.
pub fn choose_by(weights: &Weights, ends: &[End]) -> usize {
    let sums: Vec<f32> = ends.iter().map(|end| weights.sum(&end.features)).collect();
    (0..ends.len()).max_by(|&a, &b| sums[a].total_cmp(&sums[b]).then(b.cmp(&a))).unwrap_or(0)
}

/// Whether words may end with a token: with no conjunction, preposition or auxiliary, and not inside quotation marks.
fn may_end(site: &Site, (first, chosen): (usize, usize), end: usize, report: &Report) -> bool {
    let hangs = matches!(site.upos(end), Upos::Sconj | Upos::Cconj | Upos::Adp | Upos::Det | Upos::Part)
        && !(site.upos(end) == Upos::Adp && site.relation(end) == Relation::CompoundPrt);
    let auxiliary = site.upos(end) == Upos::Aux && site.relation(end) != Relation::Root;
    let marks = (first..=end).filter(|&at| matches!(site.word(at), "“" | "”" | "\"" | "``" | "''")).count();
    // A mark that closes right behind the end is part of it.
    let open = marks % 2 == 1
        && !matches!(site.word(end + 1), "”" | "\"" | "''")
        && !matches!(site.word(end + 2), "”" | "\"" | "''");
    // "the gap he promised to bridge | has grown": the verb of another clause.
    let beyond = report.rule == "infinitive"
        && end > chosen
        && (site.is_finite(chosen + 1) || site.upos(chosen + 1) == Upos::Aux);
    !(hangs || auxiliary || open || beyond)
}

/// Whether another phrase may begin at a token: a mark, a conjunction, a preposition, a relative word, a time.
fn may_begin(site: &Site, at: usize) -> bool {
    let hyphen = matches!(site.word(at), "-" | "'" | "’" | "." | "/" | "\"" | "“" | "”" | "``" | "''");
    let time = matches!(site.relation(at), Relation::OblUnmarked | Relation::NmodUnmarked)
        || site.head(at).is_some_and(|head| {
            head > at
                && matches!(site.relation(head), Relation::OblUnmarked | Relation::NmodUnmarked)
                && site.reach(head).0 == at
        });
    site.is_mark(at) && (!hyphen || is_dash(site, at))
        || matches!(site.upos(at), Upos::Adp | Upos::Sconj | Upos::Cconj)
        || matches!(site.xpos(at), "WDT" | "WP" | "WP$" | "WRB" | "TO")
        || site.xpos(at) == "VBG" && site.relation(at) == Relation::Advcl
        || time
}

/// A hyphen that stands alone.
fn is_dash(site: &Site, at: usize) -> bool {
    site.word(at) == "-" && site.text[..site.token(at).start].ends_with(char::is_whitespace)
}

struct Weighed<'a> {
    site: &'a Site<'a>,
    report: &'a Report,
    first: usize,
    chosen: usize,
}

impl Weighed<'_> {
    fn end(&self, end: usize) -> End {
        let site = self.site;
        let piece = site.token(self.first).hull(site.token(end));
        End { piece, features: self.features(end) }
    }

    fn features(&self, end: usize) -> Features {
        let Self { site, report, first, chosen } = *self;
        let mut features = Features::default();
        let rule = family(report.rule).unwrap_or_default();
        let side = match end.cmp(&chosen) {
            std::cmp::Ordering::Less => "less",
            std::cmp::Ordering::Equal => "chosen",
            std::cmp::Ordering::Greater => "more",
        };
        let rest = end + 1..site.len();
        let words = |from: usize, to: usize| (from..to).filter(|&at| !site.is_mark(at)).count();
        let told = (first..=end).any(|at| site.is_finite(at));
        let whole = rest.clone().all(|at| site.is_mark(at));
        features.add(format_args!("end={side} rule={}", report.rule));
        features.add(format_args!("end={side} whole={whole} family={rule}"));
        features.add(format_args!("finite={told} end={side} family={rule}"));
        features.add(format_args!("length={} family={rule}", step(words(first, end + 1), &[1, 2, 4, 8, 15, 25])));
        let commas = (first..=end).filter(|&at| matches!(site.word(at), "," | "—" | "–" | "--")).count();
        features.add(format_args!("commas={} family={rule}", commas.min(4)));
        let marks = (first..=end).filter(|&at| matches!(site.word(at), "“" | "”" | "\"" | "``" | "''")).count();
        let opened = (first..=end).filter(|&at| site.word(at) == "(").count()
            != (first..=end).filter(|&at| site.word(at) == ")").count();
        features.add(format_args!("inside={} opened={opened}", marks % 2 == 1));
        let changed: Vec<usize> =
            if end < chosen { (end + 1..=chosen).collect() } else { (chosen + 1..=end).collect() };
        let finite = changed.iter().filter(|&&at| site.is_finite(at)).count();
        let quoted = changed.iter().any(|&at| matches!(site.word(at), "“" | "”" | "\"" | "``" | "''"));
        features.add(format_args!("end={side} words={} family={rule}", step(changed.len(), &[0, 2, 4, 8, 16])));
        features.add(format_args!("end={side} verbs={} marks={quoted}", finite.min(3)));
        if whole {
            return features;
        }
        let after = rest.clone().find(|&at| !site.is_mark(at)).unwrap_or(end + 1);
        let mark = mark(site, end + 1, after);
        let opening = opening(site, after);
        features.add(format_args!("next={mark} {opening}"));
        features.add(format_args!("next={mark} {opening} family={rule}"));
        features.add(format_args!("next={mark} end={side}"));
        features.add(format_args!("next={mark} finite={told} family={rule}"));
        let (top, hangs) = self.hangs(after, end);
        let relation = site.relation(top);
        features.add(format_args!("hangs={hangs} {relation} family={rule}"));
        features.add(format_args!("hangs={hangs} next={mark} {opening}"));
        // The words up to the next mark, and whether the sentence goes on behind it.
        let closing = (after..site.len()).find(|&at| matches!(site.word(at), "," | ";" | "—" | "–" | "--"));
        let to = closing.unwrap_or(site.len());
        features.add(format_args!(
            "next={mark} then={} closed={}",
            step(words(after, to), &[2, 5, 10]),
            closing.is_some()
        ));
        let verb = (after..site.len()).take(12).find(|&at| site.is_finite(at));
        let tense = |at: Option<usize>| at.map_or("none", |at| site.xpos(at));
        let own = (first..=end).find(|&at| site.is_finite(at));
        let near = (after..to).find(|&at| site.is_finite(at));
        let past = |tag: &str| matches!(tag, "VBD" | "VBN");
        let like =
            |tag: &str| near.map_or("none", |at| if past(site.xpos(at)) == past(tag) { "like" } else { "unlike" });
        let (cue, mine) = (like(site.xpos(report.at)), own.map_or("alone", |at| like(site.xpos(at))));
        features.add(format_args!("tense={} own={} {opening}", tense(verb), tense(own)));
        features.add(format_args!("like-cue={cue} like-own={mine} {mark} {opening} family={rule}"));
        features.add(format_args!("hangs={hangs} {opening} like-cue={cue} like-own={mine}"));
        let sooner = (first + 1..=end).filter(|&at| matches!(site.word(at), "," | "—" | "–" | "--" | ";")).count();
        features.add(format_args!("sooner={} {mark} {opening} family={rule}", sooner.min(2)));
        features.add(format_args!("finite={told} {mark} {opening} end={side}"));
        let speaks = site.child(report.at, &[Relation::Nsubj]).map(|who| site.word(who));
        let again = matches!(site.upos(after), Upos::Pron) && speaks == Some(site.word(after));
        features.add(format_args!("again={again} next={mark}"));
        features
    }

    /// The head of what begins at `after`, and on what it hangs.
    fn hangs(&self, after: usize, end: usize) -> (usize, &'static str) {
        let site = self.site;
        let mut top = after;
        for _ in 0..site.len() {
            match site.head(top).filter(|&head| head > end) {
                Some(head) => top = head,
                None => break,
            }
        }
        let hangs = match site.head(top) {
            None => "root",
            Some(head) if head == self.report.at => "cue",
            Some(head) if head < self.first => "above",
            Some(head) if site.head(head) == Some(self.report.at) => "content",
            Some(head) if site.is_finite(head) || site.upos(head) == Upos::Verb => "verb",
            Some(_) => "noun",
        };
        (top, hangs)
    }
}

/// What kind of content a rule finds, a clause or a phrase; nothing where its end is not weighed.
fn family(rule: &str) -> Option<&'static str> {
    let is = |name: &str| rule == name;
    if is("clause-after") {
        return Some("clause");
    }
    if is(object::OBJECT) || is(object::PREPOSITION) {
        return Some("object");
    }
    let acts = is("infinitive") || is("urge") || is("is-said-to");
    let tells = is("object-and") || is("as") || is("naming") || is("finding") || is(quoted_phrase::RULE);
    (acts || tells).then_some("other")
}

fn mark(site: &Site, from: usize, to: usize) -> &'static str {
    let marks = || (from..to).map(|at| site.word(at));
    if marks().any(|mark| mark == ";") {
        "semicolon"
    } else if marks().any(|mark| mark == ":") {
        "colon"
    } else if marks().any(|mark| matches!(mark, "—" | "–" | "--" | "-" | "―")) {
        "dash"
    } else if marks().any(|mark| matches!(mark, "(" | "[")) {
        "bracket"
    } else if marks().any(|mark| mark == ",") {
        "comma"
    } else if from < to {
        "mark"
    } else {
        "none"
    }
}

/// What kind of word begins what stands behind an end.
fn opening(site: &Site, at: usize) -> &'static str {
    match site.word(at) {
        "and" | "or" | "nor" => "and",
        "but" | "yet" => "but",
        "while" => "while",
        "although" | "though" => "though",
        "as" => "as",
        "because" | "so" => "because",
        "after" | "before" | "when" | "since" | "until" | "once" => "when",
        "if" | "unless" | "whether" => "if",
        "that" => "that",
        "who" | "whom" | "whose" => "who",
        "which" => "which",
        "where" | "how" | "why" | "what" => "question",
        "of" => "of",
        "to" => "to",
        "in" | "on" | "at" | "during" => "in",
        "with" | "without" => "with",
        "by" | "from" => "by",
        "for" | "against" => "for",
        _ => match site.upos(at) {
            Upos::Verb if site.xpos(at) == "VBG" => "gerund",
            Upos::Verb | Upos::Aux => "verb",
            Upos::Pron => "pronoun",
            Upos::Propn => "name",
            Upos::Adv => "adverb",
            Upos::Adp | Upos::Sconj => "preposition",
            _ => "noun",
        },
    }
}
