//! Attribution: who says what, on whose word.
//!
//! Rules over trees find reports (a cue, its source, its content), one file a family of rules; quotations are joined
//! to them; what is left of a sentence is narration. It takes entities and mentions as they are and makes none.

mod according;
mod around;
mod as_said;
mod beside;
pub(crate) mod candidates;
mod clause;
mod clause_end;
mod clause_start;
pub(crate) mod confidence;
mod cues;
mod dash;
mod denial;
mod document;
pub(crate) mod ends;
#[cfg(test)]
mod examples;
mod extent;
mod floor;
mod gap;
mod gate;
mod headline;
mod hops;
mod issuer;
mod joint;
mod lexicon;
mod modality;
mod narration;
mod nominal;
mod object;
mod parts;
mod passive;
mod person_named;
mod proposition;
mod quotation;
mod quoted_phrase;
mod rejected;
pub(crate) mod report;
mod silence;
mod site;
mod source_class;
mod sources;
pub(crate) mod speakers;
mod spoken;
mod standing;
mod subjects;
mod titles;
mod voice_kind;
mod voices;
pub(crate) mod weighing;
mod witness;
mod wording;

use self::candidates::{Candidate, Place, Text};
use self::confidence::Confidence;
use self::ends::End;
use self::report::{Report, Strength};
use self::site::Site;
use self::source_class::Named;
use self::speakers::Speaker;
use self::voices::Voices;
use self::weighing::Features;
use super::names::gazetteer::Gender;
use super::structure::Structure;
use super::{ArticleText, Claim, ClaimKind, Declined, Hop, Modality, Reading, Section, Sentence};
use crate::language::Syntax;
use crate::span::Span;

/// More words than any sentence of prose has: such a line is a table or a dump, and no one reports in it.
const LONGEST: usize = 600;

/// What is decided by weights: who speaks a quotation, how sure a report is. Training decides by the gold answer.
pub(crate) trait Judge {
    /// Whose words a quotation is, among `candidates` for it or no one.
    fn speaker(
        &mut self,
        text: &Text<'_>,
        place: &Place<'_>,
        reports: &[Report],
        candidates: &[Candidate],
        no_one: &Features,
    ) -> Speaker;

    /// Which of some ends of its content a report has; the first is that of the rules.
    fn end(&mut self, report: &Report, ends: &[End]) -> usize;

    /// How likely a report is right; nothing where it is better not made.
    fn confidence(&mut self, report: &Report, depth: usize, features: &Features) -> Option<Confidence>;
}

/// The weights that the program ships.
pub(crate) struct Trained;

impl Judge for Trained {
    fn speaker(
        &mut self,
        _: &Text<'_>,
        _: &Place<'_>,
        _: &[Report],
        candidates: &[Candidate],
        no_one: &Features,
    ) -> Speaker {
        speakers::choose(candidates, no_one)
    }

    fn end(&mut self, _: &Report, ends: &[End]) -> usize {
        ends::choose(ends)
    }

    fn confidence(&mut self, report: &Report, depth: usize, features: &Features) -> Option<Confidence> {
        let confidence = confidence::of(report, features);
        (!confidence::is_doubtful(report, depth, confidence.whole)).then_some(confidence)
    }
}

/// Fills the claims, voices and credit of a reading whose sentences, mentions and entities are known.
///
/// `grammar` holds the grammar of each sentence, beside it, `genders` what names tell of each entity.
pub(crate) fn attribute(
    article: &ArticleText<'_>,
    structure: &Structure,
    grammar: &[Syntax<'_>],
    genders: &[Option<Gender>],
    reading: &mut Reading,
    judge: &mut dyn Judge,
) {
    let body = article.body;
    let mut quoted: Vec<Span> = structure
        .quotations
        .iter()
        .filter(|quotation| quotation::is_speech(quotation))
        .flat_map(|quotation| quotation.parts.iter().copied())
        .collect();
    quoted.sort_unstable();
    let marked: Vec<Span> =
        structure.quotations.iter().filter(|quotation| quotation.depth == 0).map(|quotation| quotation.span).collect();
    let sites: Vec<Option<Site>> = reading
        .sentences
        .iter()
        .zip(grammar)
        .enumerate()
        .map(|(at, (sentence, syntax))| {
            let prose = !syntax.is_empty() && syntax.len() <= LONGEST;
            let from = quoted.partition_point(|span| span.end <= sentence.span.start);
            let to = quoted.partition_point(|span| span.start < sentence.span.end).max(from);
            let read = sentence.section != Section::Boilerplate && prose && !structure.is_label(sentence.span);
            read.then(|| Site::new(at, sentence.span, syntax, &quoted[from..to]))
        })
        .collect();
    let beside = beside::sentences(body, &reading.sentences, &structure.quotations);
    let mut reports = Vec::new();
    let mut declined = Vec::new();
    for site in sites.iter().flatten() {
        let section = reading.sentences[site.sentence].section;
        let found = reports.len();
        reports.extend(headline::report(site, section));
        if reports.len() == found || section != Section::Body {
            reports.extend(cues::reports(site, &mut declined));
            cut(site, &mut reports[found..], judge);
            if beside.binary_search(&site.sentence).is_ok() {
                let unknown = beside::reports(site, &reports[found..]);
                reports.extend(unknown);
            }
        }
    }
    reports.extend(dash::reports(body, &sites, &structure.quotations));
    let named = Named { mentions: &reading.mentions, entities: &reading.entities };
    let text = Text { body, sentences: &reading.sentences, sites: &sites, named };
    quotation::join(&text, &structure.quotations, &mut reports, judge);
    reports.retain(|report| !report.content.is_empty());
    for report in &mut reports {
        if let Some(site) = sites.get(report.sentence).and_then(Option::as_ref) {
            denial::settle(site, report);
        }
    }
    rejected::part(&mut reports);
    spoken::drop_own(body, &structure.turns, &mut reports);
    let chains = hops::chains(&mut reports);
    let confidences: Vec<Option<Confidence>> = reports
        .iter()
        .zip(&chains)
        .map(|(report, chain)| {
            judge.confidence(report, chain.len() - 1, &confidence::features(&text, report, chain.len() - 1, &marked))
        })
        .collect();
    let unlikely = reports.iter().zip(&confidences).filter(|(_, confidence)| confidence.is_none());
    declined.extend(unlikely.map(|(report, _)| Declined { cue: report.cue, rule: report.rule, why: "unlikely" }));
    let mut voices = Voices::new(&sites, reading);
    let sound: Vec<bool> = confidences.iter().map(Option::is_some).collect();
    voices.floor = floor::settle(body, &sites, reading, genders, &voices, (&reports, &sound));
    let mut claims = Vec::new();
    let mut taken: Vec<Span> = structure.dateline.into_iter().collect();
    for (at, report) in reports.iter().enumerate().filter(|&(at, _)| confidences[at].is_some()) {
        taken.extend(report.content.iter().copied());
        taken.push(report.cue);
        taken.extend(report.source.map(|words| words.span));
        let mut hops = Vec::new();
        for &outer in &chains[at] {
            let Some(confidence) = confidences[outer] else { continue };
            hops::add(article, &sites, (&reports[outer], confidence), &mut voices, &mut hops);
        }
        claims.extend(claim(&reading.sentences, &sites, report, hops, &marked));
    }
    let spoken = spoken::claims(body, &structure.turns, reading, &mut voices, &mut claims);
    taken.extend(structure.turns.iter().flat_map(|turn| turn.words.iter().copied().chain([turn.label])));
    claims.extend(spoken);
    taken.sort_unstable();
    let meant = voices.meant();
    let mut list = voices.list;
    let own = narration::narration(body, &reading.sentences, &sites, &taken);
    claims.extend(own.into_iter().map(|claim| with_own_modality(&sites, claim)));
    claims.sort_by_key(|claim| (claim.hull(), claim.hops.len()));
    reading.credit = structure.credit.map(|span| credit(body, span, &mut list));
    reading.voices = list;
    reading.declined = declined;
    reading.claims = claims;
    for (span, entity, chance) in meant {
        let at = reading.mentions.partition_point(|mention| mention.span.start < span.start);
        if let Some(mention) = reading.mentions.get_mut(at).filter(|mention| mention.span == span) {
            (mention.entity, mention.confidence) = (entity, chance);
        }
    }
    claims_of_mentions(reading);
}

/// Lets the contents of the reports of one sentence end where they most likely do, never beyond the next report's cue.
fn cut(site: &Site, reports: &mut [Report], judge: &mut dyn Judge) {
    for at in 0..reports.len() {
        let Some(end) = reports[at].content.last().map(|piece| piece.end) else { continue };
        let next = reports.iter().filter(|other| other.cue.start >= end).map(|other| other.at).min();
        let ends = ends::ends(site, &reports[at], next);
        let chosen = if ends.len() > 1 { judge.end(&reports[at], &ends) } else { 0 };
        if let (Some(piece), Some(end)) = (reports[at].content.last_mut(), ends.get(chosen).filter(|_| chosen > 0)) {
            *piece = end.piece;
        }
    }
}

/// The claim of a report; none where the words of others have left it no content.
fn claim(
    sentences: &[Sentence],
    sites: &[Option<Site>],
    report: &Report,
    hops: Vec<Hop>,
    marked: &[Span],
) -> Option<Claim> {
    let kind = if report.strength == Strength::Silence { ClaimKind::Silence } else { kind(&report.content, marked) };
    let from = report.content.first()?.start;
    let sentence =
        sentences.partition_point(|sentence| sentence.span.end <= from).min(sentences.len().saturating_sub(1));
    let site = sites.get(sentence).and_then(Option::as_ref);
    let hedge = site.and_then(|site| modality::hedges(site, &report.content)).map(|(span, _)| span);
    let modality = match report.modality {
        own if report.strength == Strength::Silence => own,
        Modality::Asserted => {
            match site.map_or(Modality::Asserted, |site| modality::of_clause(site, &report.content)) {
                Modality::Asserted if hedge.is_some() => Modality::Hedged,
                own => own,
            }
        }
        own => own,
    };
    Some(Claim {
        sentence,
        parts: report.content.clone(),
        kind,
        polarity: report.polarity,
        modality,
        hedge,
        hops,
        rule: report.rule,
    })
}

/// All of it in quotation marks, part of it, or none; `marked` are the outermost quotations in text order.
fn kind(content: &[Span], marked: &[Span]) -> ClaimKind {
    let near = |piece: &Span| &marked[marked.partition_point(|span| span.end <= piece.start)..];
    let inside = |piece: &Span| near(piece).first().is_some_and(|span| span.contains(*piece));
    let touches = |piece: &Span| near(piece).first().is_some_and(|span| span.overlaps(*piece));
    if content.iter().all(inside) {
        ClaimKind::Direct
    } else if content.iter().any(touches) {
        ClaimKind::Mixed
    } else {
        ClaimKind::Indirect
    }
}

/// Gives each mention the attributed claim whose content holds it, the innermost where they nest.
fn claims_of_mentions(reading: &mut Reading) {
    let Reading { claims, mentions, .. } = reading;
    for mention in mentions.iter_mut() {
        mention.claim = None;
    }
    for (at, claim) in claims.iter().enumerate().filter(|(_, claim)| !claim.hops.is_empty()) {
        for part in &claim.parts {
            let from = mentions.partition_point(|mention| mention.span.start < part.start);
            for mention in mentions[from..].iter_mut().take_while(|mention| mention.span.end <= part.end) {
                let outer = mention.claim.is_none_or(|other| claims[other].hull().len() >= claim.hull().len());
                if outer {
                    mention.claim = Some(at);
                }
            }
        }
    }
}

fn with_own_modality(sites: &[Option<Site>], mut claim: Claim) -> Claim {
    let Some(site) = sites.get(claim.sentence).and_then(Option::as_ref) else { return claim };
    let hedge = modality::hedges(site, &claim.parts);
    claim.modality = match (modality::of_clause(site, &claim.parts), hedge) {
        (Modality::Asserted, Some((_, true))) => Modality::Reported,
        (Modality::Asserted, Some(_)) => Modality::Hedged,
        (own, _) => own,
    };
    claim.hedge = hedge.map(|(span, _)| span);
    claim
}

/// The agency of the byline as a voice: one that is there already, or a new one.
fn credit(body: &str, span: Span, voices: &mut Vec<super::Voice>) -> usize {
    let name = span.of(body);
    voices.iter().position(|voice| voice.name.eq_ignore_ascii_case(name)).unwrap_or_else(|| {
        voices.push(super::Voice {
            name: name.to_owned(),
            kind: lexicon::medium(name).unwrap_or(super::SourceKind::Agency),
            anonymity: super::Anonymity::Named,
            entity: None,
            members: Vec::new(),
        });
        voices.len() - 1
    })
}
