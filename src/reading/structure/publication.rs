//! When an article was published and whose copy it is, as its own lines tell.

use jiff::civil::Date;

use super::blocks::Block;
use super::dateline::{DateRank, Dateline, agency_in_line, date_line, is_byline};
use super::dates::date_in;
use crate::reading::Section;
use crate::span::Span;

/// The day of publication: a date line of its own, else the dateline, its year from a line of boilerplate if it has none.
pub fn dated(body: &str, blocks: &[Block], sections: &[Section], dateline: Option<&Dateline>) -> Option<Date> {
    let boilerplate = || lines_of(blocks, sections, Section::Boilerplate).map(|(_, span)| span.of(body));
    let first_body = sections.iter().position(|section| *section == Section::Body).unwrap_or(0);
    let mut best: Option<(DateRank, bool, Date)> = None;
    for (at, span) in lines_of(blocks, sections, Section::Boilerplate) {
        let Some((date, rank)) = date_line(span.of(body)) else { continue };
        let candidate = (rank, at < first_body, date);
        if best.is_none_or(|(rank, early, _)| (candidate.0, candidate.1) > (rank, early)) {
            best = Some(candidate);
        }
    }
    let from_dateline = || {
        let line = dateline?;
        line.date.or_else(|| {
            let (month, day) = line.day?;
            let year = boilerplate().find_map(year_in)?;
            Date::new(year, month, day).ok()
        })
    };
    best.map(|(_, _, date)| date).or_else(from_dateline)
}

/// The year of a boilerplate line: "© 2031 Kelso Mirror".
fn year_in(line: &str) -> Option<i16> {
    let of_date = date_in(line).map(|found| found.date.year());
    of_date.or_else(|| {
        let mut numbers = line.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
        numbers.find_map(|digits| digits.parse().ok().filter(|year| (1900..2200).contains(year)))
    })
}

/// The agency that a byline names, or a short line of its own beside the article.
pub fn credit(body: &str, blocks: &[Block], sections: &[Section]) -> Option<Span> {
    let lines = || lines_of(blocks, sections, Section::Boilerplate).map(|(_, span)| span);
    let byline = lines().filter(|span| is_byline(span.of(body)) || date_line(span.of(body)).is_some());
    let of_its_own = lines().filter(|span| span.of(body).split_whitespace().count() <= 3);
    let whole = |span: &Span, found: &Span| found.len() + 4 >= span.len();
    byline
        .chain(of_its_own.filter(|span| agency_in_line(body, *span).is_some_and(|found| whole(span, &found))))
        .find_map(|span| agency_in_line(body, span))
}

fn lines_of<'a>(
    blocks: &'a [Block],
    sections: &'a [Section],
    wanted: Section,
) -> impl Iterator<Item = (usize, Span)> + 'a {
    let all = blocks.iter().zip(sections).enumerate();
    all.filter(move |(_, (_, section))| **section == wanted).map(|(at, (block, _))| (at, block.span))
}
