//! Quotations with their speaker behind a dash: "“X.” — Ana Ruiz".
//!
//! It looks at marks and capitals: such a line has no sentence.

use super::quotation::is_speech;
use super::report::{Report, Words};
use super::site::Site;
use crate::language::Upos;
use crate::reading::structure::Quotation;
use crate::span::Span;

/// The rule of a quotation with a name behind a dash.
pub const RULE: &str = "dash";

/// The longest name behind a dash, in bytes.
const LONGEST: usize = 80;

/// A report for every quotation with a dash and a name behind it.
pub fn reports(body: &str, sites: &[Option<Site>], quotations: &[Quotation]) -> Vec<Report> {
    quotations
        .iter()
        .filter(|quotation| is_speech(quotation))
        .filter_map(|quotation| report(body, sites, quotation))
        .collect()
}

fn report(body: &str, sites: &[Option<Site>], quotation: &Quotation) -> Option<Report> {
    let behind = body.get(quotation.span.end..)?;
    let blank = behind.len() - behind.trim_start().len();
    let dash = behind.trim_start().chars().next().filter(|c| matches!(c, '—' | '–' | '―'))?;
    if behind[..blank].contains("\n\n") {
        return None;
    }
    let cue = Span::new(quotation.span.end + blank, quotation.span.end + blank + dash.len_utf8());
    let line = body[cue.end..].split(['\n', '“', '"']).next().unwrap_or_default();
    let voice = Span::new(cue.end, cue.end + line.len()).trim(body);
    if voice.is_empty() || voice.len() > LONGEST || !voice.of(body).starts_with(char::is_uppercase) {
        return None;
    }
    let site = sites.iter().flatten().find(|site| site.span.end > voice.start)?;
    let inside = |&token: &usize| voice.contains(site.token(token));
    let tokens: Vec<usize> = (0..site.len()).filter(inside).collect();
    let speaks_itself = tokens.iter().any(|&token| matches!(site.upos(token), Upos::Verb | Upos::Aux));
    let head = tokens.iter().copied().find(|&token| site.head(token).is_none_or(|head| !tokens.contains(&head)))?;
    let source = Words { span: voice, sentence: site.sentence, head };
    (!speaks_itself).then(|| Report::introducing(RULE, site.sentence, (cue, head), Some(source)))
}
