//! The sentence that tells an editor what disagrees: both outlets, both answers, and on whose word.

use super::accounts;
use super::answer::Answer;
use super::paraphrases::paraphrase;
use super::relation::Relation;
use super::wordings;
use crate::reading::FactKind;

/// As many characters of an answer as fit into a sentence that is read out.
const LONGEST: usize = 90;

/// One readable sentence on why two answers do not agree.
pub(super) fn why(a: &Answer, b: &Answer, relation: Relation) -> String {
    let (left, right) = shown(a, b);
    let second = if a.same_article(b) { "the same report also says".to_owned() } else { says(b) };
    let tail = match relation.rule {
        "early-and-later-count" => ": counts of different days.",
        "other-unit" => ": the units are not the same.",
        "vague-word-far-off" => ": far more than the vague word allows.",
        "days-counted-from-another" => ": one of them is counted from a day that the report does not tell.",
        "perhaps-another-occasion-counted" => ": unless they speak of two occasions.",
        "one-against-several" => ": one of them tells of a single one.",
        "open-count" => ": one of them only gives a limit.",
        accounts::RULE => ": the passages tell of one thing and do not say the same.",
        "headline-against-body" => ": headline and text of one report.",
        "silent-against-answered" => ": both may be true at different times or to different outlets.",
        "silent-against-incomplete" => ": some answer, or none.",
        "named-here-nameless-there" => ": the same words, once of somebody with a name.",
        "announced-by-another" => ": one piece of news, announced by different voices.",
        "credited-to-another" | "source-swapped" => ": the same words are credited to different voices.",
        _ => ".",
    };
    format!("{} {left}{}, {second} {right}{}{tail}", says(a), on_whose_word(a), on_whose_word(b))
}

fn says(answer: &Answer) -> String {
    let verb = match answer.kind {
        FactKind::QuoteWording => "quotes",
        FactKind::Attribution => "credits",
        FactKind::Response => "reports",
        _ => "says",
    };
    format!("{} {verb}", answer.place.outlet)
}

/// The answers in quotation marks; of two wordings only the words that differ. What a party answered is told by its
/// kind, for in "neither has commented" the words alone would say the contrary.
fn shown(a: &Answer, b: &Answer) -> (String, String) {
    if a.kind == FactKind::Response {
        return (a.answer.clone(), b.answer.clone());
    }
    if a.kind == FactKind::QuoteWording
        && let Some(found) = wordings::variation(&a.text, &b.text)
        && let Some((left, right)) = found.differences.first()
    {
        return (quoted(left.of(&a.text)), quoted(right.of(&b.text)));
    }
    if a.kind == FactKind::QuoteWording
        && let Some((left, right)) = paraphrase(&a.text, &b.text)
    {
        return (quoted(left.of(&a.text)), quoted(right.of(&b.text)));
    }
    (quoted(&a.text), quoted(&b.text))
}

fn quoted(words: &str) -> String {
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = flat.chars().take(LONGEST).collect();
    let dots = if cut.len() < flat.len() { "…" } else { "" };
    format!("“{}{dots}”", cut.trim_end())
}

fn on_whose_word(answer: &Answer) -> String {
    match &answer.voice.name {
        Some(name) if !matches!(answer.kind, FactKind::Attribution | FactKind::Response | FactKind::QuoteWording) => {
            format!(" ({name})")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;

    #[test]
    fn both_outlets_and_both_answers_are_named() {
        let mut a = answer(FactKind::Quantity, "The Courier", "four people");
        a.voice.name = Some("the coast guard".into());
        let b = answer(FactKind::Quantity, "Harbour News", "two deaths");
        assert_eq!(
            why(&a, &b, Relation::hard("numbers-differ")),
            "The Courier says “four people” (the coast guard), Harbour News says “two deaths”."
        );
    }

    #[test]
    fn of_two_wordings_only_the_edit_is_shown() {
        let a = answer(FactKind::QuoteWording, "The Courier", "we will mend the bridge by winter");
        let b = answer(FactKind::QuoteWording, "Harbour News", "we will just mend the bridge by winter");
        assert_eq!(
            why(&a, &b, Relation::soft("other-wording")),
            "The Courier quotes “will mend”, Harbour News quotes “will just mend”."
        );
    }

    #[test]
    fn a_silence_is_told_by_its_kind_for_its_words_may_say_the_contrary() {
        let silent =
            Answer { answer: "no comment".into(), ..answer(FactKind::Response, "The Courier", "has commented") };
        let spoken = Answer { answer: "confirmed".into(), ..answer(FactKind::Response, "Harbour News", "confirms") };
        let told = why(&silent, &spoken, Relation::soft("silent-against-answered"));
        assert!(told.starts_with("The Courier reports no comment, Harbour News reports confirmed"), "{told}");
    }
}
