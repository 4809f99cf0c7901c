//! `show`: every row of the sample can be shown, and what was typed finds the one row that is meant.

use newsfacts::output::{CardFormat, card};
use newsfacts::store::{self, Kind};

use crate::desk::Desk;

fn sample() -> Desk {
    let desk = Desk::new();
    desk.load(&[concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles"), "-q"]).with(0);
    desk
}

#[test]
fn every_row_of_the_sample_can_be_shown_in_every_format() {
    let desk = sample();
    let database = store::open_for_reading(&desk.path("news.db")).unwrap();
    for (kind, ids) in [
        (Kind::Claim, "SELECT claim_id FROM claims"),
        (Kind::Fact, "SELECT fact_id FROM facts"),
        (Kind::Entity, "SELECT entity_id FROM entities"),
        (Kind::Source, "SELECT source_id FROM sources"),
        (Kind::Article, "SELECT article_id FROM articles"),
    ] {
        for id in desk.column(ids) {
            let shown = store::show(&database, kind, &id).unwrap();
            assert!(!shown.title.is_empty() && !shown.fields.is_empty(), "{kind} {id}");
            for format in [CardFormat::Text, CardFormat::Json, CardFormat::Markdown] {
                let mut out = Vec::new();
                card(&mut out, &shown, format, true).unwrap();
                assert!(out.starts_with(match format {
                    CardFormat::Text => b"\x1b[1m",
                    CardFormat::Json => b"{\n",
                    CardFormat::Markdown => b"**",
                }));
            }
        }
    }
}

#[test]
fn a_passage_says_the_words_of_the_body() {
    let desk = sample();
    let database = store::open_for_reading(&desk.path("news.db")).unwrap();
    for id in desk.column("SELECT claim_id FROM claims WHERE kind <> 'narration'") {
        let shown = store::show(&database, Kind::Claim, &id).unwrap();
        let passage = &shown.parts[0].passages[0];
        let body =
            &desk.column(&format!("SELECT body FROM articles JOIN claims USING (article_id) WHERE claim_id = {id}"))[0];
        let there: String =
            body.chars().skip(passage.start_char.try_into().unwrap()).take(passage.text.chars().count()).collect();
        assert_eq!(passage.text, there);
        let before = body.chars().take(passage.start_char.try_into().unwrap()).filter(|letter| *letter == '\n').count();
        assert_eq!(passage.line, i64::try_from(before).unwrap() + 1);
    }
}

#[test]
fn a_row_is_found_by_id_key_start_of_a_key_or_name() {
    let desk = sample();
    let key = &desk.column("SELECT claim_key FROM claims WHERE claim_id = 1")[0];
    for typed in ["1", key, &key[..12]] {
        desk.run(&["show", "news.db", "claim", typed]).with(0).prints(key);
    }
    let outlet = &desk.column("SELECT name FROM sources WHERE kind = 'outlet' ORDER BY name LIMIT 1")[0];
    desk.run(&["show", "news.db", "source", outlet]).with(0).prints(&format!("source: {outlet}"));
    desk.run(&["show", "news.db", "source", &outlet.to_uppercase()]).with(0).prints(outlet);
    let file = &desk.column("SELECT file FROM articles LIMIT 1")[0];
    desk.run(&["show", "news.db", "article", file]).with(0).prints(file);
}

#[test]
fn what_is_not_there_or_not_clear_is_told() {
    let desk = sample();
    desk.run(&["show", "news.db", "claim", "nothing"])
        .with(2)
        .says("there is no claim \"nothing\"; the report claims lists them");
    desk.run(&["show", "news.db", "claim", ""]).with(2).says("more than one claim");
    desk.run(&["show", "news.db", "weather", "1"]).with(2).says("claim, fact, entity, source or article");
}

#[test]
fn a_fact_shows_its_passages_side_by_side_with_its_answers_marked() {
    let desk = sample();
    desk.database()
        .execute_batch(
            "DELETE FROM comparisons;
             INSERT OR IGNORE INTO comparisons (story_id, sentence_a, sentence_b, alignment, score, differs)
             SELECT story_id, min(a.sentence_id, b.sentence_id), max(a.sentence_id, b.sentence_id), 0.9, 0.75, facts.kind
             FROM conflicts JOIN facts USING (fact_id)
             JOIN claim_values AS va ON va.value_id = value_a JOIN claims AS a ON a.claim_id = va.claim_id
             JOIN claim_values AS vb ON vb.value_id = value_b JOIN claims AS b ON b.claim_id = vb.claim_id
             WHERE a.sentence_id <> b.sentence_id AND facts.kind = 'role'",
        )
        .unwrap();
    let database = store::open_for_reading(&desk.path("news.db")).unwrap();
    let fact = &desk.column("SELECT fact_id FROM facts JOIN conflicts USING (fact_id) WHERE facts.kind = 'role'")[0];
    let shown = store::show(&database, Kind::Fact, fact).unwrap();
    let part = shown.parts.iter().find(|part| part.title == "passages side by side").unwrap();
    assert!(part.passages[0].shows.ends_with("score 0.75, differs in role"), "{}", part.passages[0].shows);
    assert!(part.passages[1].shows.ends_with("the other side"));
    assert!(part.passages.iter().all(|passage| !passage.marks.is_empty()));
    assert_ne!(part.passages[0].outlet, part.passages[1].outlet);
}
