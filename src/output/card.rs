//! How a card of `show` is printed: as text, as JSON, or as Markdown that can be pasted into a mail.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::markdown::push_escaped;
use crate::store::{Card, Mark, Passage, Role};

/// The formats of `show`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum CardFormat {
    /// For the eye
    Text,
    /// One object
    Json,
    /// For a mail or a page
    Markdown,
}

/// Prints a card.
pub fn card(out: &mut impl Write, card: &Card, format: CardFormat, colored: bool) -> io::Result<()> {
    match format {
        CardFormat::Text => text(out, card, colored),
        CardFormat::Markdown => markdown(out, card),
        CardFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, card)?;
            writeln!(out)
        }
    }
}

fn text(out: &mut impl Write, card: &Card, colored: bool) -> io::Result<()> {
    let bold = if colored { Style::new().bold() } else { Style::new() };
    writeln!(out, "{bold}{}: {}{bold:#}", card.kind, flat(&card.title))?;
    let width = card.fields.iter().map(|field| field.name.len()).max().unwrap_or(0);
    for field in &card.fields {
        writeln!(out, "  {:width$}  {}", field.name, flat(&field.value))?;
    }
    for part in &card.parts {
        writeln!(out, "\n{bold}{}{bold:#}", flat(&part.title))?;
        for line in &part.lines {
            writeln!(out, "  {}", flat(line))?;
        }
        for passage in &part.passages {
            writeln!(out, "  {}", place(passage))?;
            writeln!(out, "    {}", marked(passage, |role, opens| bracket(role, opens, colored)))?;
        }
        if part.left_out > 0 {
            writeln!(out, "  and {} more", part.left_out)?;
        }
    }
    Ok(())
}

fn markdown(out: &mut impl Write, card: &Card) -> io::Result<()> {
    writeln!(out, "**{}: {}**\n", card.kind, escaped(&flat(&card.title)))?;
    for field in &card.fields {
        writeln!(out, "- {}: {}", field.name, escaped(&flat(&field.value)))?;
    }
    for part in &card.parts {
        writeln!(out, "\n**{}**\n", escaped(&flat(&part.title)))?;
        for line in &part.lines {
            writeln!(out, "- {}", escaped(&flat(line)))?;
        }
        for passage in &part.passages {
            writeln!(out, "- {}", escaped(&place(passage)))?;
            writeln!(out, "  > {}", marked_markdown(passage))?;
        }
        if part.left_out > 0 {
            writeln!(out, "- and {} more", part.left_out)?;
        }
    }
    Ok(())
}

/// Where a passage stands and what it shows.
fn place(passage: &Passage) -> String {
    let mut place = passage.outlet.clone();
    for more in [passage.published.as_str(), &format!("{}:{}", passage.file, passage.line), &passage.shows] {
        if !more.is_empty() {
            place = format!("{place}, {more}");
        }
    }
    flat(&place)
}

/// `[source …]`, in the role's colour where there are colours.
fn bracket(role: Role, opens: bool, colored: bool) -> String {
    let style = if colored { Style::new().bold().fg_color(Some(color(role).into())) } else { Style::new() };
    if opens { format!("{style}[{role}{style:#} ") } else { format!("{style}]{style:#}") }
}

const fn color(role: Role) -> AnsiColor {
    match role {
        Role::Source => AnsiColor::Cyan,
        Role::Cue => AnsiColor::Yellow,
        Role::Claim => AnsiColor::Green,
        Role::Hedge => AnsiColor::Magenta,
        Role::Value | Role::Name => AnsiColor::Red,
    }
}

fn marked_markdown(passage: &Passage) -> String {
    let mut out = String::new();
    walk(passage, |piece| match piece {
        // Brackets are markup only before a parenthesis or a colon.
        Piece::Opens(role) => out.extend(["[_", role.as_str(), "_ "]),
        Piece::Closes(_) => out.push(']'),
        Piece::Letter(letter @ ('(' | ':')) if out.ends_with(']') => out.extend(['\\', letter]),
        Piece::Letter(letter) => push_escaped(&mut out, letter),
    });
    out
}

fn marked(passage: &Passage, bracket: impl Fn(Role, bool) -> String) -> String {
    let mut out = String::new();
    walk(passage, |piece| match piece {
        Piece::Opens(role) => out.push_str(&bracket(role, true)),
        Piece::Closes(role) => out.push_str(&bracket(role, false)),
        Piece::Letter(letter) => out.push(letter),
    });
    out
}

/// What comes next in a marked text.
enum Piece {
    Opens(Role),
    Closes(Role),
    Letter(char),
}

/// Goes through the words of a passage; white space is one blank, control characters are left out.
fn walk(passage: &Passage, mut each: impl FnMut(Piece)) {
    let at = |place: i64| usize::try_from(place - passage.start_char).unwrap_or(0);
    let mut opens: Vec<&Mark> = passage.marks.iter().collect();
    opens.sort_by_key(|mark| (mark.start_char, -mark.end_char));
    let mut opens = opens.into_iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let mut blank = false;
    for (place, letter) in passage.text.chars().chain([' ']).enumerate() {
        while let Some(ended) = open.iter().rposition(|mark| at(mark.end_char) <= place) {
            each(Piece::Closes(open.remove(ended).role));
        }
        if letter.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) && place > 0 {
            each(Piece::Letter(' '));
        }
        while let Some(mark) = opens.next_if(|mark| at(mark.start_char) <= place) {
            each(Piece::Opens(mark.role));
            open.push(mark);
        }
        if !letter.is_control() {
            each(Piece::Letter(letter));
        }
    }
}

/// Words on one line without control characters.
fn flat(words: &str) -> String {
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    flat.chars().filter(|letter| !letter.is_control()).collect()
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    words.chars().for_each(|letter| push_escaped(&mut out, letter));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Part;

    fn sample() -> Card {
        let mark = |role, start_char, end_char| Mark { role, start_char, end_char };
        let mut card = Card { kind: "claim", title: "12 ships\nleft".into(), ..Card::default() };
        card.field("outlet", "Herald");
        card.field("hedge", "");
        let mut part = Part::new("in the text");
        part.passages.push(Passage {
            outlet: "Herald".into(),
            file: "a.txt".into(),
            line: 3,
            start_char: 10,
            text: "Zoë said 12 ships\nleft.".into(),
            marks: vec![
                mark(Role::Claim, 19, 32),
                mark(Role::Source, 10, 13),
                mark(Role::Cue, 14, 18),
                mark(Role::Value, 19, 21),
            ],
            ..Passage::default()
        });
        card.part(part);
        card
    }

    fn printed(format: CardFormat, colored: bool) -> String {
        let mut out = Vec::new();
        super::card(&mut out, &sample(), format, colored).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn marks_stand_around_their_words_and_inside_each_other() {
        let shown = printed(CardFormat::Text, false);
        assert!(
            shown.starts_with("claim: 12 ships left\n  outlet  Herald\n\nin the text\n  Herald, a.txt:3\n"),
            "{shown}"
        );
        assert!(shown.contains("[source Zoë] [cue said] [claim [value 12] ships left]."), "{shown}");
        assert!(printed(CardFormat::Text, true).contains("\u{1b}["));
    }

    #[test]
    fn markdown_and_json_say_the_same() {
        assert!(printed(CardFormat::Markdown, false).contains("  > [_source_ Zoë] [_cue_ said]"));
        let json: serde_json::Value = serde_json::from_str(&printed(CardFormat::Json, false)).unwrap();
        assert_eq!(json["fields"]["outlet"], "Herald");
        assert_eq!(json["parts"][0]["passages"][0]["marks"][0]["role"], "claim");
    }
}
