//! A quotation behind a colon whose sentence has no reporting word: "Ana Ruiz released a jokey response: “X.”" The
//! subject of the sentence speaks, where it can.

use super::lexicon::voice_noun;
use super::parts::cue;
use super::quotation::is_speech;
use super::report::Report;
use super::site::Site;
use super::sources::source;
use super::subjects::subject;
use crate::language::Upos;
use crate::reading::structure::Quotation;

/// A report for every quotation behind a colon that none of `found` introduces.
pub fn reports(body: &str, sites: &[Option<Site>], quotations: &[Quotation], found: &[Report]) -> Vec<Report> {
    quotations
        .iter()
        .filter(|quotation| is_speech(quotation))
        .filter_map(|quotation| report(body, sites, quotation, found))
        .collect()
}

fn report(body: &str, sites: &[Option<Site>], quotation: &Quotation, found: &[Report]) -> Option<Report> {
    let before = body.get(..quotation.span.start)?.trim_end();
    let colon = before.len().checked_sub(1).filter(|_| before.ends_with(':'))?;
    let at = sites.partition_point(|site| site.as_ref().is_none_or(|site| site.span.end <= colon));
    let site = sites.get(at)?.as_ref().filter(|site| site.span.start < colon)?;
    let first = found.partition_point(|report| report.sentence < site.sentence);
    let told = |report: &&Report| report.quotes && report.cue.start < colon;
    if found[first..].iter().take_while(|report| report.sentence == site.sentence).any(|report| told(&report)) {
        return None;
    }
    let verb = site.tree.root().filter(|&verb| site.upos(verb) == Upos::Verb && site.token(verb).end <= colon)?;
    let who = subject(site, verb).filter(|&who| who < verb && !site.is_passive(verb))?;
    let speaks = match site.upos(who) {
        Upos::Propn => true,
        Upos::Pron => matches!(site.word(who), "he" | "she" | "they" | "who"),
        _ => voice_noun(site.lemma(who)).is_some(),
    };
    speaks.then(|| Report::introducing("colon", site.sentence, (cue(site, verb), verb), source(site, who, verb)))
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn the_subject_before_a_colon_speaks_the_quotation_behind_it() {
        check(
            "Ana Ruiz released a short response to the vote: “I am glad to be here again.”",
            &["colon: Ana Ruiz: I am glad to be here again."],
        );
        check("The fence bore a new sign in red: “Nobody may enter this yard.”", &[]);
    }
}
