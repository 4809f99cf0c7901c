//! Witnesses: "a reporter saw a jet at the airport", "residents heard shots". What they saw is put forward on their word.

use super::lexicon::voice_noun;
use super::object::onward;
use super::parts::cue;
use super::report::Report;
use super::site::Site;
use super::sources::source;
use super::subjects::subject;
use crate::language::{Relation, Upos};
use crate::reading::kinds::SourceKind;

/// The report of a verb of seeing or hearing whose subject is a witness without a name.
pub fn report(site: &Site, verb: usize) -> Option<Report> {
    if !matches!(site.lemma(verb), "see" | "hear" | "witness") || site.is_negated(verb) || site.is_passive(verb) {
        return None;
    }
    let who = subject(site, verb)?;
    let voice = voice_noun(site.lemma(who))?;
    let watches = site.upos(who) == Upos::Noun
        && (matches!(voice.kind, SourceKind::Witness)
            || matches!(site.lemma(who), "reporter" | "journalist" | "person"));
    let seen = site.child(verb, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp]).filter(|&at| at > verb)?;
    let (first, last) = site.reach(seen);
    let content = site.words(first.max(verb + 1), last).filter(|_| watches)?;
    let report = Report::introducing("witness", site.sentence, (cue(site, verb), verb), source(site, who, verb));
    Some(Report { content: vec![onward(site, content)], quotes: false, ..report })
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn what_a_witness_saw_is_on_their_word() {
        check(
            "A reporter saw a jet at the airfield on Sunday.",
            &["witness: A reporter: a jet at the airfield on Sunday"],
        );
    }

    #[test]
    fn seeing_a_doctor_is_no_report() {
        check("The mayor saw a doctor.", &[]);
    }
}
