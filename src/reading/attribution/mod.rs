//! Attribution: who says what, on whose word.
//!
//! Rules over trees find reports (a cue, its source, its content), one file a family of rules; quotations are joined
//! to them; what is left of a sentence is narration. It takes entities and mentions as they are and makes none.

mod according;
mod around;
mod clause;
mod cues;
mod headline;
mod hops;
mod lexicon;
mod modality;
mod narration;
mod nominal;
mod object;
mod parts;
mod passive;
mod quotation;
mod report;
mod silence;
mod site;
mod sources;
mod subjects;
mod voices;
mod witness;

use self::report::{Report, Strength};
use self::site::Site;
use self::voices::Voices;
use super::structure::{Quotation, Structure};
use super::{ArticleText, Claim, ClaimKind, Hop, Modality, Reading, Section};
use crate::language::Tree;
use crate::span::Span;

/// Fills the claims, voices and credit of a reading whose sentences, mentions and entities are known.
///
/// `trees` holds one tree a sentence, an empty one for furniture.
pub fn attribute(article: &ArticleText<'_>, structure: &Structure, trees: &[Tree], reading: &mut Reading) {
    let body = article.body;
    let quoted: Vec<Span> = structure
        .quotations
        .iter()
        .filter(|quotation| quotation::is_speech(quotation))
        .flat_map(|quotation| quotation.parts.iter().copied())
        .collect();
    let sites: Vec<Option<Site>> = reading
        .sentences
        .iter()
        .zip(trees)
        .enumerate()
        .map(|(at, (sentence, tree))| {
            let read = sentence.section != Section::Boilerplate && !tree.tokens.is_empty();
            read.then(|| Site::new(body, at, sentence.span, tree, &quoted))
        })
        .collect();
    let mut reports = Vec::new();
    for site in sites.iter().flatten() {
        let section = reading.sentences[site.sentence].section;
        let found = reports.len();
        reports.extend(headline::report(site, section));
        if reports.len() == found || section != Section::Body {
            reports.extend(cues::reports(site));
        }
    }
    quotation::join(body, &reading.sentences, &structure.quotations, &mut reports);
    reports.retain(|report| !report.content.is_empty());
    let chains = hops::chains(&mut reports);
    let mut voices = Voices::new(&sites, reading);
    let mut claims = Vec::new();
    let mut taken: Vec<Span> = structure.dateline.into_iter().collect();
    for (at, report) in reports.iter().enumerate() {
        taken.extend(report.content.iter().copied());
        taken.push(report.cue);
        taken.extend(report.source.map(|words| words.span));
        let mut hops = Vec::new();
        for &outer in &chains[at] {
            hops::add(article, &sites, &reports[outer], &mut voices, &mut hops);
        }
        claims.push(claim(&sites, report, hops, &structure.quotations));
    }
    taken.sort_unstable();
    let mut list = voices.list;
    let own = narration::narration(body, &reading.sentences, &taken);
    claims.extend(own.into_iter().map(|claim| with_own_modality(&sites, claim)));
    claims.sort_by_key(|claim| (claim.hull(), claim.hops.len()));
    reading.credit = structure.credit.map(|span| credit(body, span, &mut list));
    reading.voices = list;
    reading.claims = claims;
}

fn claim(sites: &[Option<Site>], report: &Report, hops: Vec<Hop>, quotations: &[Quotation]) -> Claim {
    let kind =
        if report.strength == Strength::Silence { ClaimKind::Silence } else { kind(&report.content, quotations) };
    let sentence = sentence_of(sites, report.content[0]).unwrap_or(report.sentence);
    let site = sites.get(sentence).and_then(Option::as_ref);
    let hedge = site.and_then(|site| modality::hedges(site, &report.content)).map(|(span, _)| span);
    let modality = match report.modality {
        Modality::Asserted => {
            match site.map_or(Modality::Asserted, |site| modality::of_clause(site, &report.content)) {
                Modality::Asserted if hedge.is_some() => Modality::Hedged,
                own => own,
            }
        }
        own => own,
    };
    Claim {
        sentence,
        parts: report.content.clone(),
        kind,
        polarity: report.polarity,
        modality,
        hedge,
        hops,
        rule: report.rule,
    }
}

/// All of it in quotation marks, part of it, or none.
fn kind(content: &[Span], quotations: &[Quotation]) -> ClaimKind {
    let inside = |piece: &Span| quotations.iter().any(|quotation| quotation.span.contains(*piece));
    let touches = |piece: &Span| quotations.iter().any(|quotation| quotation.span.overlaps(*piece));
    if content.iter().all(inside) {
        ClaimKind::Direct
    } else if content.iter().any(touches) {
        ClaimKind::Mixed
    } else {
        ClaimKind::Indirect
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

fn sentence_of(sites: &[Option<Site>], span: Span) -> Option<usize> {
    let last = sites.iter().flatten().map(|site| (site.span, site.sentence));
    last.take_while(|(sentence, _)| sentence.start <= span.start).last().map(|(_, sentence)| sentence)
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
