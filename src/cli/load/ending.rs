//! The words with which a load ends: what came in, what disagrees, what it rests on, and what to type next.

use std::path::Path;
use std::time::Duration;

use crate::store::load::Outcome;
use crate::store::{Agreed, Dispute, Heard, Summary, Told};

/// The lines of a load's end, warnings apart.
pub fn lines(outcome: &Outcome, summary: &Summary, took: Duration, dry_run: bool) -> Vec<String> {
    let mut lines = vec![arrived(outcome, summary, took, dry_run)];
    if outcome.articles.is_empty() {
        return lines;
    }
    lines.push(claims(summary));
    lines.extend(disputes(summary));
    let of_several = summary.stories > 1;
    lines.extend(summary.agreed.iter().map(|agreed| agreement(agreed, of_several)));
    if !summary.heard.is_empty() {
        let one = |heard: &Heard| {
            format!("{} ({} in {})", heard.name, counted(heard.claims, "claim"), counted(heard.reports, "report"))
        };
        let names: Vec<String> = summary.heard.iter().map(one).collect();
        lines.push(format!("quoted most: {}", names.join(", ")));
    }
    if let Some(told) = &summary.unnamed {
        let one = if summary.on_unnamed == 1 { "rests" } else { "rest" };
        lines.push(format!(
            "{} {one} on one voice without a name: “{}” ({})",
            counted(summary.on_unnamed, "fact"),
            flat(&told.words),
            whence(told)
        ));
    }
    if summary.copied > 0 {
        let stripped = match summary.stripped {
            0 => String::new(),
            some => format!(", {some} of them without its source or hedge"),
        };
        lines.push(format!("{} copied from report to report{stripped}", counted(summary.copied, "sentence")));
    }
    if summary.disputed == 0 && summary.agreed.is_empty() && summary.heard.is_empty() && summary.copied == 0 {
        lines.push("nothing else is certain enough to show here".to_owned());
    }
    lines
}

/// What reports of several outlets say alike; of which story, where there are several.
fn agreement(agreed: &Agreed, of_several: bool) -> String {
    let own_word = match agreed.on_own_voice {
        0 => String::new(),
        all if all == agreed.reports => ", all on their own word".to_owned(),
        own => format!(", {own} of them on their own word"),
    };
    let story = if of_several { format!(" in “{}”", agreed.story) } else { String::new() };
    format!("agreed{story}: {} {} ({}{own_word})", agreed.question, agreed.answer, counted(agreed.reports, "report"))
}

/// What to type next, for what is there.
pub fn next(db: &Path, summary: &Summary) -> String {
    let db = db.display();
    match summary.sharpest.first() {
        Some(dispute) => format!(
            "next: newsfacts report {db} conflicts · newsfacts show {db} fact {} · newsfacts report {db}",
            dispute.fact_key.get(..8).unwrap_or(&dispute.fact_key)
        ),
        None if summary.doubtful > 0 => {
            format!("next: newsfacts report {db} conflicts · newsfacts report {db} compare · newsfacts report {db}")
        }
        None => format!("next: newsfacts report {db} claims · newsfacts report {db}"),
    }
}

fn arrived(outcome: &Outcome, summary: &Summary, took: Duration, dry_run: bool) -> String {
    let would = if dry_run { "dry run, nothing is written: " } else { "" };
    let mut line = format!(
        "{would}{} in, {} rejected, {} already there",
        counted(outcome.articles.len() as i64, "report"),
        outcome.rejections.len(),
        outcome.stored
    );
    if outcome.versions > 0 {
        line = format!("{line}, {} in a new version", outcome.versions);
    }
    if outcome.described > 0 {
        line = format!("{line}, {} better described now", outcome.described);
    }
    if summary.boilerplate > 0 {
        line = format!("{line}; {} set aside as boilerplate", counted(summary.boilerplate, "line"));
    }
    format!("{line} ({:.2} s)", took.as_secs_f64())
}

fn claims(summary: &Summary) -> String {
    let story = match &summary.story {
        Some(label) => format!("1 story “{label}”"),
        None if summary.stories == 1 => "1 story".to_owned(),
        None => format!("{} stories", summary.stories),
    };
    let own = format!("{} in the outlets' own words", counted(summary.own_words, "claim"));
    let silences = match summary.silences {
        0 => String::new(),
        1 => ", no comment once".to_owned(),
        more => format!(", no comment {more} times"),
    };
    format!("{story}: {own}, {} credited{silences}", summary.credited)
}

fn disputes(summary: &Summary) -> Vec<String> {
    let hard = match summary.hard {
        0 => String::new(),
        1 => "; those of 1 cannot both be true".to_owned(),
        hard => format!("; those of {hard} cannot both be true"),
    };
    let sure = match (summary.disputed, summary.hard) {
        (0, _) => "no question surely has answers that conflict".to_owned(),
        (1, 0) => "1 question has different answers".to_owned(),
        (1, _) => "1 question has different answers, and they cannot both be true".to_owned(),
        (more, _) => format!("{more} questions have different answers{hard}"),
    };
    let first = match (summary.disputed, summary.doubtful) {
        (_, 0) => sure,
        (0, doubtful) => format!("{sure}; {} may", counted(doubtful, "question")),
        (_, doubtful) => format!("{sure}; {doubtful} more may"),
    };
    std::iter::once(first).chain(summary.sharpest.iter().flat_map(dispute)).collect()
}

fn dispute(dispute: &Dispute) -> Vec<String> {
    let soft = if dispute.hard { "" } else { " (may be reconciled)" };
    let mut lines = vec![format!("  {}{soft}", dispute.question)];
    lines.extend(dispute.answers.iter().map(|told| format!("    “{}”  {}", flat(&told.words), whence(told))));
    if dispute.more > 0 {
        lines.push(format!("    and {} more", counted(dispute.more as i64, "answer")));
    }
    lines
}

/// Who says it, on whose word, and where.
fn whence(told: &Told) -> String {
    let others = match told.others {
        0 => String::new(),
        1 => " and 1 other".to_owned(),
        more => format!(" and {more} others"),
    };
    let chain = told.chain.as_ref().map_or_else(String::new, |chain| format!(" citing {}", flat(chain)));
    format!("{}{others}{chain}, {}", told.outlet, told.place)
}

fn counted(number: i64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Words on one line, cut where they would fill the screen.
fn flat(words: &str) -> String {
    const LONGEST: usize = 100;
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", flat[..cut].trim_end()),
        None => flat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &str, others: i64) -> Told {
        Told { words: words.into(), outlet: "Herald".into(), others, chain: None, place: "a.txt:3".into() }
    }

    #[test]
    fn a_conflict_is_told_with_each_answer_and_its_place() {
        let outcome = Outcome { articles: vec![1, 2], ..Outcome::default() };
        let summary = Summary {
            stories: 1,
            story: Some("Harbour".into()),
            own_words: 2,
            disputed: 1,
            hard: 1,
            sharpest: vec![Dispute {
                question: "How many ships left?".into(),
                fact_key: "0123456789".into(),
                hard: true,
                answers: vec![told("12\nships", 1), told("14 ships", 0)],
                more: 0,
            }],
            ..Summary::default()
        };
        let shown = lines(&outcome, &summary, Duration::from_millis(20), false);
        assert_eq!(
            shown,
            [
                "2 reports in, 0 rejected, 0 already there (0.02 s)",
                "1 story “Harbour”: 2 claims in the outlets' own words, 0 credited",
                "1 question has different answers, and they cannot both be true",
                "  How many ships left?",
                "    “12 ships”  Herald and 1 other, a.txt:3",
                "    “14 ships”  Herald, a.txt:3",
            ]
        );
        assert!(next(Path::new("news.db"), &summary).contains("show news.db fact 01234567 "));
    }
}
