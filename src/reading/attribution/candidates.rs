//! Who may have spoken a quotation: the reports around it, the one whose quotation came before, the one before that.
//!
//! Each candidate is described by features without words: place, marks between, what kind of words its source is, who
//! had the floor. What they weigh is the work of `speakers`.

use super::dash;
use super::report::{Report, Strength};
use super::site::Site;
use super::source_class::Named;
use super::weighing::{Features, step};
use crate::language::Upos;
use crate::reading::Sentence;
use crate::reading::structure::Quotation;
use crate::span::Span;

/// The most candidates on one side of a quotation.
const MOST: usize = 4;

/// What candidates are looked for in.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The body.
    pub body: &'a str,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// The sentences that are read, each beside its own.
    pub sites: &'a [Option<Site<'a>>],
    /// Its names.
    pub named: Named<'a>,
}

/// A quotation and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The quotation.
    pub quotation: &'a Quotation,
    /// The sentence in which it starts.
    pub first: usize,
    /// The sentence in which it ends.
    pub last: usize,
    /// The paragraph in which it starts.
    pub paragraph: usize,
}

/// The quotation before and whose it was.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    /// Index of the report.
    pub report: usize,
    /// The quotation.
    pub quotation: &'a Quotation,
}

/// Somebody who may speak a quotation.
#[derive(Debug)]
pub struct Candidate {
    /// Index of the report.
    pub report: usize,
    /// What tells for and against it.
    pub features: Features,
}

impl<'a> Place<'a> {
    /// Where a quotation stands.
    pub fn of(sentences: &[Sentence], quotation: &'a Quotation) -> Self {
        let at = |byte: usize| {
            sentences.partition_point(|sentence| sentence.span.end <= byte).min(sentences.len().saturating_sub(1))
        };
        let first = at(quotation.span.start);
        let last = at(quotation.span.end.saturating_sub(1));
        Self { quotation, first, last, paragraph: sentences.get(first).map_or(0, |sentence| sentence.paragraph) }
    }

    /// Its stretch, marks included.
    pub fn span(&self) -> Span {
        self.quotation.span
    }

    /// What the last words inside the marks end with: a comma wants its speaker behind it.
    fn ending(&self, body: &str) -> &'static str {
        let last = self.quotation.parts.last().map_or("", |part| part.of(body));
        match last.chars().next_back() {
            Some(',') => "comma",
            Some('.' | '!' | '?' | '…') => "stop",
            Some('—' | '–' | '-') => "dash",
            _ => "none",
        }
    }
}

/// The candidates for a quotation; `reports` are sorted by their cues, `before` are the quotations before it with the
/// reports to which they went, the last one first.
pub fn candidates(text: &Text, place: &Place, reports: &[Report], before: &[Before]) -> Vec<Candidate> {
    let speaks = |report: &Report| report.strength != Strength::Silence && report.rule != dash::RULE;
    let split = reports.partition_point(|report| report.cue.start < place.span().start);
    let mut found: Vec<usize> = (0..split)
        .rev()
        .take_while(|&at| reports[at].sentence + 2 >= place.first)
        .filter(|&at| speaks(&reports[at]) && reports[at].cue.end <= place.span().start)
        .take(MOST)
        .collect();
    let after = (split..reports.len())
        .take_while(|&at| reports[at].sentence <= place.last + 1)
        .filter(|&at| speaks(&reports[at]) && reports[at].cue.start >= place.span().end)
        .take(MOST);
    found.extend(after);
    for earlier in before {
        if !found.contains(&earlier.report) {
            found.push(earlier.report);
        }
    }
    let asker = Asker { text, place, reports, before };
    found.iter().map(|&report| Candidate { report, features: asker.features(report, &found) }).collect()
}

/// The report of a dash and a name right behind the quotation, which can be no one else's.
pub fn signed(place: &Place, reports: &[Report]) -> Option<usize> {
    let first = reports.partition_point(|report| report.cue.start < place.span().end);
    reports.get(first).filter(|report| report.rule == dash::RULE && report.sentence <= place.last + 1).map(|_| first)
}

/// The features of no one among the candidates having spoken.
pub fn open(text: &Text, place: &Place, candidates: &[Candidate], before: &[Before]) -> Features {
    let mut features = Features::default();
    let body = text.body;
    let words = place.span().of(body).split_whitespace().count();
    let paragraph = text.sentences.get(place.first).map_or(place.span(), |sentence| sentence.span);
    let starts = paragraph.start == place.span().start;
    let ending = place.ending(body);
    features.add(format_args!("open"));
    features.add(format_args!("open ending={ending}"));
    features.add(format_args!("open length={}", step(words, &[3, 6, 12, 25])));
    features.add(format_args!("open starts={starts} ending={ending}"));
    features.add(format_args!("open candidates={}", step(candidates.len(), &[0, 1, 3])));
    features.add(format_args!("open closed={}", place.quotation.closed));
    features.add(format_args!("open verb={}", has_finite(text, place)));
    let near = before.first().is_some_and(|last| {
        !Span::new(last.quotation.span.end.min(place.span().start), place.span().start).of(body).contains('\n')
    });
    features.add(format_args!("open paragraph-speaks={near} starts={starts}"));
    features
}

fn has_finite(text: &Text, place: &Place) -> bool {
    let finite = |site: &Site| {
        (0..site.len()).any(|at| {
            place.span().contains(site.token(at)) && matches!(site.tree.tokens[at].xpos, "VBD" | "VBZ" | "VBP" | "MD")
        })
    };
    text.sites[place.first.min(text.sites.len())..text.sites.len().min(place.last + 1)].iter().flatten().any(finite)
}

struct Asker<'a> {
    text: &'a Text<'a>,
    place: &'a Place<'a>,
    reports: &'a [Report],
    before: &'a [Before<'a>],
}

impl Asker<'_> {
    fn features(&self, at: usize, all: &[usize]) -> Features {
        let Self { text, place, reports, before } = self;
        let report = &reports[at];
        let span = place.span();
        let mut features = Features::default();
        let behind = report.cue.start >= span.end;
        let side = if behind { "after" } else { "before" };
        let distance = if behind {
            report.sentence.saturating_sub(place.last)
        } else {
            place.first - report.sentence.min(place.first)
        };
        let far = step(distance, &[0, 1, 2, 5]);
        let ending = place.ending(text.body);
        let gap = self.gap(report, behind);
        let marks = marks(gap);
        let words = step(gap.split_whitespace().count(), &[0, 2, 6, 15]);
        let lines = step(gap.matches('\n').count(), &[0, 2]);
        features.add(format_args!("side={side} far={far}"));
        features.add(format_args!("side={side} far={far} marks={marks}"));
        features.add(format_args!("side={side} far={far} ending={ending}"));
        features.add(format_args!("side={side} words={words} marks={marks}"));
        features.add(format_args!("side={side} lines={lines} far={far}"));
        features.add(format_args!("rule={} side={side}", report.rule));
        features.add(format_args!("quotes={} strength={:?} side={side}", report.quotes, report.strength));
        features.add(format_args!("content={} side={side} far={far}", self.content(report)));
        let nearer =
            all.iter().filter(|&&other| other != at && self.is_between(&reports[other], report, behind)).count();
        features.add(format_args!("nearer={} side={side}", step(nearer, &[0, 1])));
        features.add(format_args!("nearer={} far={far} rule={}", step(nearer, &[0, 1]), report.rule));
        if let Some(site) = text.sites.get(report.sentence).and_then(Option::as_ref)
            && let Some(token) = site.tree.tokens.get(report.at)
        {
            let form = token.xpos;
            features.add(format_args!("cue={form} side={side}"));
            features.add(format_args!("cue-relation={} side={side}", token.relation));
            features.add(format_args!("negated={} passive={}", site.is_negated(report.at), site.is_passive(report.at)));
            let infinitive = site.children(report.at).iter().any(|&child| site.word(child) == "to");
            features.add(format_args!("infinitive={infinitive}"));
        }
        self.of_source(report, side, far, &mut features);
        for (rank, earlier) in before.iter().enumerate() {
            if self.is_voice_of(report, earlier.report) {
                let same = if earlier.report == at { "report" } else { "voice" };
                self.of_floor(earlier, same, rank, side, &mut features);
                break;
            }
        }
        if before.iter().all(|earlier| !self.is_voice_of(report, earlier.report)) {
            features.add(format_args!("floor=new side={side} far={far}"));
        }
        features
    }

    fn of_source(&self, report: &Report, side: &str, far: usize, features: &mut Features) {
        let Self { text, place, .. } = self;
        let site = report.source.and_then(|words| text.sites.get(words.sentence)?.as_ref().map(|site| (words, site)));
        let Some((words, site)) = site else {
            features.add(format_args!("source=none side={side}"));
            return;
        };
        let standing = text.named.standing(site, words);
        let order = if words.span.start < report.cue.start { "first" } else { "last" };
        features.add(format_args!("source={standing}"));
        features.add(format_args!("source={standing} side={side} far={far}"));
        features.add(format_args!("order={order} side={side} far={far}"));
        let length = step(words.span.of(text.body).split_whitespace().count(), &[1, 3, 8, 15]);
        features.add(format_args!("source-length={length}"));
        if let Some(entity) = text.named.entity(site, words) {
            // No one speaks of oneself by name.
            let inside = text.named.names(place.span(), entity);
            features.add(format_args!("named-inside={inside}"));
        }
        let tree = site.head(words.head) == Some(report.at) && site.relation(words.head).is_subject();
        features.add(format_args!("subject={tree} side={side}"));
    }

    /// How the one who spoke before comes into it.
    fn of_floor(&self, earlier: &Before, same: &str, rank: usize, side: &str, features: &mut Features) {
        let Self { text, place, reports, .. } = self;
        let span = place.span();
        let from = earlier.quotation.span.end.min(span.start);
        let between = Span::new(from, span.start).of(text.body);
        let lines = step(between.lines().filter(|line| !line.trim().is_empty()).count(), &[0, 1, 2, 3]);
        let breaks = between.contains('\n');
        let starts = text.sentences.get(place.first).is_some_and(|sentence| sentence.span.start == span.start);
        let ends = step(between.matches(['.', '!', '?']).count(), &[0, 1, 2, 4]);
        // Others who have said something since.
        let others = reports
            .iter()
            .skip(reports.partition_point(|report| report.cue.start < from))
            .take_while(|report| report.cue.start < span.start)
            .filter(|report| report.strength == Strength::Speech && report.source.is_some())
            .filter(|report| !self.same_source(report, &reports[earlier.report]))
            .count();
        let others = step(others, &[0, 1]);
        features.add(format_args!("floor={rank} same={same} side={side}"));
        features.add(format_args!("floor={rank} same={same} breaks={breaks} starts={starts}"));
        features.add(format_args!("floor={rank} breaks={breaks} others={others}"));
        features.add(format_args!("floor={rank} breaks={breaks} ends={ends} starts={starts}"));
        features.add(format_args!("floor={rank} lines={lines}"));
        features.add(format_args!("floor={rank} closed={} breaks={breaks}", earlier.quotation.closed));
        features.add(format_args!("floor={rank} ending={} breaks={breaks}", place.ending(text.body)));
    }

    /// Whether a report's voice is that of another one: the same report, words at the same place, one entity.
    fn is_voice_of(&self, report: &Report, other: usize) -> bool {
        std::ptr::eq(report, &raw const self.reports[other]) || self.same_source(report, &self.reports[other])
    }

    fn same_source(&self, a: &Report, b: &Report) -> bool {
        let (Some(a), Some(b)) = (a.source, b.source) else { return false };
        if a.span == b.span {
            return true;
        }
        let entity =
            |words: super::report::Words| self.text.named.entity(self.text.sites.get(words.sentence)?.as_ref()?, words);
        entity(a).is_some_and(|one| Some(one) == entity(b))
    }

    /// The text between a report's cue and source and the quotation.
    fn gap(&self, report: &Report, behind: bool) -> &str {
        let span = self.place.span();
        let source = report.source.map(|words| words.span);
        let gap = if behind {
            let first = source
                .filter(|source| source.start >= span.end)
                .map_or(report.cue.start, |source| source.start.min(report.cue.start));
            Span::new(span.end, first)
        } else {
            let last = source
                .filter(|source| source.end <= span.start)
                .map_or(report.cue.end, |source| source.end.max(report.cue.end));
            Span::new(last, span.start)
        };
        gap.of(self.text.body)
    }

    /// Whether `other` stands between `report` and the quotation.
    fn is_between(&self, other: &Report, report: &Report, behind: bool) -> bool {
        let span = self.place.span();
        if behind {
            other.cue.start >= span.end && other.cue.start < report.cue.start
        } else {
            other.cue.end <= span.start && other.cue.start > report.cue.start
        }
    }

    /// Where a report's own content lies.
    fn content(&self, report: &Report) -> &'static str {
        let span = self.place.span();
        match report.hull() {
            None => "none",
            Some(_) if report.content.iter().any(|piece| piece.overlaps(span)) => "here",
            Some(hull) if hull.end <= span.start => "earlier",
            Some(_) => "later",
        }
    }
}

/// The marks between a cue and a quotation.
fn marks(gap: &str) -> &'static str {
    let trimmed = gap.trim();
    if trimmed.contains(['“', '”', '"']) {
        "quotation"
    } else if trimmed.is_empty() {
        "none"
    } else if trimmed.ends_with(':') {
        "colon"
    } else if trimmed.contains(['.', '!', '?']) && !trimmed.ends_with("that") {
        "stop"
    } else if trimmed.ends_with(',') {
        "comma"
    } else if trimmed.ends_with("that") {
        "that"
    } else if trimmed.contains([',', ';', '—']) {
        "inner"
    } else {
        "words"
    }
}

/// Puts the speaker of a report outside the quotations: in "“Nothing is left,” said Ruiz" a parser may see "nothing"
/// for the subject of "said".
pub fn speak_from_outside(sites: &[Option<Site>], report: &mut Report) {
    let Some(words) = report.source else { return };
    let Some(site) = sites.get(words.sentence).and_then(Option::as_ref) else { return };
    if !site.is_quoted(words.head) || !matches!(site.upos(report.at), Upos::Verb | Upos::Aux) {
        return;
    }
    report.source = super::subjects::subject_beside(site, report.at)
        .filter(|&head| !site.is_quoted(head))
        .and_then(|head| super::sources::source(site, head, report.at));
}
