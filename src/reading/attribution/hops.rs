//! Levels: a report inside the content of another has the other's voice as its outer hop.

use super::confidence::Confidence;
use super::lexicon::medium;
use super::quotation::OPEN;
use super::report::{Report, Strength, Words};
use super::site::Site;
use super::sources::source;
use super::subjects::{subject, subject_beside};
use super::voices::Voices;
use crate::reading::{ArticleText, Hop};

/// The most levels of reports inside each other.
const DEEPEST: usize = 4;

/// For each report the reports whose hops lead to it, outermost first, itself last. Reports inside another that are no
/// level of their own are dropped.
pub fn chains(reports: &mut Vec<Report>) -> Vec<Vec<usize>> {
    reports.sort_by_key(|report| (report.sentence, report.cue));
    let outer: Vec<Option<usize>> = (0..reports.len()).map(|at| around(reports, at)).collect();
    let keep: Vec<bool> =
        (0..reports.len()).map(|at| outer[at].is_none_or(|up| is_level(&reports[at], &reports[up]))).collect();
    let mut place = vec![0; reports.len()];
    let mut kept = 0;
    for at in 0..reports.len() {
        place[at] = kept;
        kept += usize::from(keep[at]);
    }
    let chain = |at: usize| {
        let mut chain = vec![place[at]];
        // No chain of voices in one sentence is longer; the bound also ends a circle of badly read clauses.
        for above in std::iter::successors(outer[at], |&above| outer[above]).take(DEEPEST) {
            if keep[above] && !chain.contains(&place[above]) {
                chain.push(place[above]);
            }
        }
        chain.reverse();
        chain
    };
    let chains = (0..reports.len()).filter(|&at| keep[at]).map(chain).collect();
    let mut at = 0;
    reports.retain(|_| {
        at += 1;
        keep[at - 1]
    });
    chains
}

/// The smallest report that holds this one's cue in its content.
fn around(reports: &[Report], at: usize) -> Option<usize> {
    let cue = reports[at].cue;
    let near = reports.partition_point(|report| report.sentence + 4 < reports[at].sentence);
    (near..reports.len())
        .take_while(|&other| reports[other].sentence <= reports[at].sentence + 4)
        .filter(|&other| other != at && reports[other].cue != cue && reports[other].holds(cue))
        .filter(|&other| other < at || !reports[at].holds(reports[other].cue))
        .min_by_key(|&other| (reports[other].hull().map_or(0, crate::span::Span::len), other))
}

/// Whether an inner report is a claim of its own: somebody's words, told by somebody's words.
fn is_level(inner: &Report, outer: &Report) -> bool {
    let own = inner.strength != Strength::Attitude && inner.source.is_some();
    own && outer.strength == Strength::Speech
}

/// "The agency cited a diplomat who said X": the agency carries the diplomat's words.
fn carrier(sites: &[Option<Site>], report: &Report) -> Option<Words> {
    let words = report.source?;
    let site = sites.get(words.sentence)?.as_ref()?;
    let cites = |&at: &usize| matches!(site.lemma(at), "cite" | "quote") && !site.is_quoted(at) && !site.is_passive(at);
    let verb = (0..words.head).rev().filter(|_| matches!(site.word(words.head), "who" | "which")).find(cites)?;
    subject(site, verb).or_else(|| subject_beside(site, verb)).and_then(|head| source(site, head, verb))
}

/// Adds the hops of one report that is right with `confidence`: a medium as its addressee, then its source.
pub fn add(
    article: &ArticleText,
    sites: &[Option<Site>],
    (report, confidence): (&Report, Confidence),
    voices: &mut Voices,
    hops: &mut Vec<Hop>,
) {
    if let Some(addressee) = report.addressee.filter(|&words| is_other_medium(article, sites, words)) {
        hops.push(hop(report, confidence, voices, Some(addressee)));
    }
    if let Some(carrier) = carrier(sites, report) {
        hops.push(hop(report, confidence, voices, Some(carrier)));
    }
    // "“I think it rained,” Jane Roe said": the "I" is no voice of its own.
    let own = report.source.is_some_and(|words| is_speaker(sites, words));
    if hops.is_empty() || !own {
        let last = hop(report, confidence, voices, report.source);
        // "Ruiz said she had told X": no chain from a voice to itself.
        if hops.last().is_some_and(|before| before.voice == last.voice) {
            hops.pop();
        }
        hops.push(last);
    }
}

/// Whether the words are those by which somebody who is quoted means himself or herself.
fn is_speaker(sites: &[Option<Site>], words: Words) -> bool {
    let site = sites.get(words.sentence).and_then(Option::as_ref);
    site.is_some_and(|site| matches!(site.word(words.head), "i" | "me" | "myself"))
}

fn hop(report: &Report, confidence: Confidence, voices: &mut Voices, words: Option<Words>) -> Hop {
    let open = report.rule == OPEN;
    let voice = match report.content.first().filter(|_| open) {
        Some(&place) => voices.open(place),
        None => voices.of(words, report.cue),
    };
    let certainty = words.map_or(1.0, |words| voices.certainty(words)) as f32;
    Hop {
        voice,
        cue: Some(report.cue).filter(|_| !open),
        source: words.map(|words| words.span),
        confidence: confidence.whole * certainty,
        voice_confidence: confidence.voice * certainty,
    }
}

fn is_other_medium(article: &ArticleText, sites: &[Option<Site>], words: Words) -> bool {
    let name = words.span.of(article.body);
    let own = !article.outlet.is_empty() && name.eq_ignore_ascii_case(article.outlet);
    let read = sites.get(words.sentence).is_some_and(Option::is_some);
    read && !own && medium(name).is_some()
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_report_in_a_report_has_both_voices() {
        check(
            "Reuters reported that the minister said the dam was safe.",
            &[
                "clause-after: Reuters: that the minister said the dam was safe",
                "clause-after: Reuters > the minister: the dam was safe",
            ],
        );
    }

    #[test]
    fn an_attitude_in_a_report_is_no_level() {
        check(
            "The minister said he hoped the dam would hold.",
            &["clause-after: The minister: he hoped the dam would hold"],
        );
    }
}
