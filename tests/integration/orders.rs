//! Any order of loading ends in the same facts, relations and conflicts, compared by their keys.

use crate::desk::Desk;

/// The reports that come with the program, with what their manifest says of them.
const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles");

/// Four reports on one event, with two wordings of a quotation, two tolls, two days and an answer that changes.
const REPORTS: [(&str, &str); 4] = [
    (
        "a.txt",
        "The ferry Albatross sank off Kestrel Point on Monday and 12 people were killed.\n\n\
         \"We will mend the old pier before the next winter storm,\" mayor Olive Parrish said.\n\n\
         The Harbour Board declined to comment.\n",
    ),
    (
        "b.txt",
        "The ferry Albatross sank off Kestrel Point on Monday, killing 14 people, the coastguard said.\n\n\
         \"We will surely mend the old pier before the next winter storm,\" mayor Olive Parrish said.\n",
    ),
    (
        "c.txt",
        "The ferry Albatross sank off Kestrel Point on Tuesday with 40 passengers on board.\n\n\
         The Harbour Board confirmed that the ferry had no permit. At least 12 people were killed.\n",
    ),
    (
        "d.txt",
        "The council of Dunmere voted on Friday to raise parking fees by 3 percent, said its clerk, Ivor Lunn.\n",
    ),
];

const FACTS: &str = "SELECT fact_key || ' ' || question || ' ' || kind || ' ' || rule FROM facts ORDER BY fact_key";
const CONFLICTS: &str =
    "SELECT fact_key || ' ' || strength || ' ' || c.rule || ' ' || min(a.text, b.text) || ' ' || max(a.text, b.text)
  FROM conflicts AS c JOIN facts USING (fact_id) JOIN claim_values AS a ON a.value_id = value_a
  JOIN claim_values AS b ON b.value_id = value_b ORDER BY 1";
const RELATIONS: &str = "SELECT relation || ' ' || r.rule || ' ' || min(a.text, b.text) || ' ' || max(a.text, b.text)
  FROM relations AS r JOIN claim_values AS a ON a.value_id = value_a JOIN claim_values AS b ON b.value_id = value_b ORDER BY 1";
const ORIGINS: &str = "SELECT fact_key || ' ' || standing || ' ' || name || ' ' || outlets FROM fact_origins
  JOIN facts USING (fact_id) JOIN sources USING (source_id) ORDER BY 1";

const COPIES: &str = "SELECT a.file || ' ' || s.ordinal || ' ' || b.file || ' ' || t.ordinal || ' ' || similarity || ' ' || coalesce(changed, '')
  FROM reuses JOIN sentences AS s ON s.sentence_id = sentence_a JOIN articles AS a ON a.article_id = s.article_id
  JOIN sentences AS t ON t.sentence_id = sentence_b JOIN articles AS b ON b.article_id = t.article_id ORDER BY 1";
const VALUES: &str = "SELECT claim_key || ' ' || v.kind || ' ' || v.start_char || ' ' || v.end_char || ' ' || answer || ' ' || coalesce(fact_key, '')
  FROM claim_values AS v JOIN claims USING (claim_id) LEFT JOIN facts USING (fact_id) ORDER BY 1";

fn loaded(order: [usize; 4], at_once: bool) -> [Vec<String>; 4] {
    let desk = Desk::new();
    for (name, text) in REPORTS {
        desk.file(&format!("in/{name}"), text);
    }
    let options = ["--published", "2021-06-09"];
    if at_once {
        desk.load(&["in", options[0], options[1]]).with(0);
    } else {
        for at in order {
            desk.load(&[&format!("in/{}", REPORTS[at].0), options[0], options[1]]).with(0);
        }
    }
    [FACTS, CONFLICTS, RELATIONS, ORIGINS].map(|sql| desk.column(sql))
}

#[test]
fn any_order_of_loading_ends_in_the_same_facts() {
    let together = loaded([0, 1, 2, 3], true);
    assert!(!together[0].is_empty() && !together[1].is_empty(), "the reports must give facts and conflicts");
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
        assert_eq!(loaded(order, false), together, "loaded in the order {order:?}");
    }
}

#[test]
fn reports_that_come_one_by_one_end_as_if_they_had_come_together() {
    let everything = |desk: &Desk| [FACTS, CONFLICTS, RELATIONS, ORIGINS, COPIES, VALUES].map(|sql| desk.column(sql));
    let together = Desk::new();
    together.load(&[SAMPLE]).with(0);
    let together = everything(&together);
    assert!(together.iter().all(|rows| !rows.is_empty()), "the sample must give rows of every kind");
    let manifest = format!("{SAMPLE}/manifest.csv");
    let mut files: Vec<_> = std::fs::read_dir(SAMPLE).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    for turn in 0..files.len() {
        let desk = Desk::new();
        files.rotate_left(1);
        if turn % 2 == 1 {
            files.reverse();
        }
        for path in &files {
            desk.load(&[path.to_str().unwrap(), "--manifest", &manifest]).with(0);
        }
        assert_eq!(everything(&desk), together, "one by one: {files:?}");
    }
}
