//! Reloads, takeovers, versions and orders: the same reports make the same database.

use crate::desk::Desk;

const FIRST: &str = "Harbour closed\n\nThe harbour of Port Amber was closed on Monday. Mayor Zoë Blé said that 12 ships had left. \
    Nobody was hurt. The port company declined to comment.\n";

fn changed() -> String {
    FIRST.replace("12 ships", "14 ships")
}

fn outlets(desk: &Desk) -> Vec<String> {
    desk.column(
        "SELECT name || ' ' || outlet_basis FROM articles JOIN sources ON source_id = outlet_id ORDER BY article_id",
    )
}

#[test]
fn a_reload_changes_nothing() {
    let desk = Desk::with("in/a.txt", FIRST);
    desk.file("in/b.txt", changed());
    desk.load(&["in"]).with(0).says("2 reports in");
    let before = desk.content();
    desk.load(&["in"]).with(0).says("0 reports in, 0 rejected, 2 already there");
    desk.load(&["in/a.txt"]).with(0).says("1 already there");
    assert_eq!(desk.content(), before);
}

#[test]
fn the_same_outlet_and_text_is_there_already_wherever_it_lies() {
    let desk = Desk::with("a.txt", FIRST);
    desk.file("moved/z.txt", FIRST);
    desk.load(&["a.txt", "--outlet", "Herald"]).with(0);
    desk.load(&["moved", "--outlet", "Herald"]).with(0).says("1 already there");
    desk.load(&["moved", "--outlet", "Courier"]).with(0).says("1 report in");
    assert_eq!(outlets(&desk), ["Herald option", "Courier option"]);
}

#[test]
fn a_manifest_that_comes_later_takes_over() {
    let desk = Desk::with("in/a.txt", FIRST);
    desk.file("in/b.txt", changed());
    desk.load(&["in"]).with(0).says("2 of 2 reports have no outlet but the name of the file");
    assert_eq!(outlets(&desk), ["a file", "b file"]);
    desk.file("in/manifest.csv", "file,outlet,published,url,headline\na.txt,Herald,2024-05-06,https://herald.example/1,Harbour\nb.txt,Courier,,,\n");
    desk.load(&["in"]).with(0);
    assert_eq!(outlets(&desk), ["Herald manifest", "Courier manifest"]);
    assert_eq!(
        desk.column("SELECT published || url || headline FROM articles WHERE file = 'a.txt'"),
        ["2024-05-06https://herald.example/1Harbour"]
    );
    assert_eq!(desk.column("SELECT count(*) FROM sources WHERE kind = 'outlet'"), ["2"]);
    desk.run(&["check", "news.db"]).with(0);

    // The other way round ends in the same rows.
    let other = Desk::with("in/a.txt", FIRST);
    other.file("in/b.txt", changed());
    other.file("in/manifest.csv", desk.bytes("in/manifest.csv"));
    other.load(&["in"]).with(0);
    std::fs::remove_file(other.path("in/manifest.csv")).unwrap();
    other.load(&["in"]).with(0).says("2 already there");
    assert_eq!(other.content(), desk.content());
}

#[test]
fn a_date_that_comes_later_is_taken_over() {
    let desk = Desk::with("a.txt", FIRST);
    desk.load(&["a.txt", "--outlet", "Herald"]).with(0).says("no date");
    desk.load(&["a.txt", "--outlet", "Herald", "--published", "2024-05-06"]).with(0);
    assert_eq!(desk.column("SELECT published || ' ' || published_basis FROM articles"), ["2024-05-06 option"]);
}

#[test]
fn the_same_file_and_outlet_with_half_of_its_sentences_is_a_new_version() {
    let desk = Desk::with("a.txt", FIRST);
    desk.load(&["a.txt"]).with(0);
    desk.file("a.txt", changed());
    desk.load(&["a.txt"]).with(0);
    assert_eq!(desk.column("SELECT body FROM articles"), [changed()]);
    assert_eq!(desk.column("SELECT version || body FROM article_versions"), [format!("1{FIRST}")]);
    // The earlier text again is known too.
    desk.file("a.txt", FIRST);
    desk.load(&["a.txt"]).with(0).says("1 already there");
    desk.file("a.txt", "Something else altogether happened in Port Amber. Nobody knows what it was.");
    desk.load(&["a.txt"]).with(0);
    assert_eq!(desk.column("SELECT count(*) FROM articles"), ["2"]);
    desk.run(&["check", "news.db"]).with(0);
}

#[test]
fn the_same_address_is_a_new_version_however_much_changed() {
    let desk = Desk::with("one/a.txt", FIRST);
    desk.file("one/manifest.csv", "file,outlet,url\na.txt,Herald,https://herald.example/1\n");
    desk.file("two/b.txt", "Everything in this text is new. Nothing of the old one is left.");
    desk.file("two/manifest.csv", "file,outlet,url\nb.txt,Herald,https://herald.example/1\n");
    desk.load(&["one"]).with(0);
    desk.load(&["two"]).with(0);
    assert_eq!(desk.column("SELECT file FROM articles"), ["b.txt"]);
    assert_eq!(desk.column("SELECT count(*) FROM article_versions"), ["1"]);
}

#[test]
fn a_claim_keeps_its_key_over_reloads_orders_and_threads() {
    let files = [("a.txt", FIRST.to_owned()), ("b.txt", changed()), ("c.txt", format!("Again: {FIRST}"))];
    let contents: Vec<_> = [[0, 1, 2], [2, 1, 0], [1, 2, 0]]
        .iter()
        .enumerate()
        .map(|(number, order)| {
            let desk = Desk::new();
            for at in order {
                desk.file(files[*at].0, &files[*at].1);
                desk.load(&[files[*at].0, "--story", "harbour", "--jobs", &(number + 1).to_string()]).with(0);
            }
            desk.content()
        })
        .collect();
    assert_eq!(contents[0], contents[1]);
    assert_eq!(contents[0], contents[2]);
}

#[test]
fn the_same_input_gives_the_same_rows_and_the_same_bytes_of_report() {
    let made: Vec<_> = ["1", "4"]
        .iter()
        .map(|jobs| {
            let desk = Desk::new();
            for (number, text) in [FIRST.to_owned(), changed(), format!("Again: {FIRST}")].iter().enumerate() {
                desk.file(&format!("in/{number}.txt"), text);
            }
            desk.load(&["in", "--jobs", jobs]).with(0);
            let rows: Vec<_> = ["claims", "mentions", "attributions", "claim_values", "sentences"]
                .iter()
                .flat_map(|table| {
                    desk.run(&["query", "news.db", &format!("SELECT * FROM {table}"), "-f", "csv"])
                        .with(0)
                        .out
                        .into_bytes()
                })
                .collect();
            (rows, desk.run(&["report", "news.db", "claims", "-f", "csv"]).with(0).out)
        })
        .collect();
    assert_eq!(made[0], made[1]);
}

/// The reports of the sample, one load each in this order of their names, or all in one load.
fn sample(order: impl Fn(&mut Vec<String>), at_once: bool) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles");
    let manifest = format!("{folder}/manifest.csv");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| path.to_str().unwrap().to_owned())
        .collect();
    files.sort();
    order(&mut files);
    let desk = Desk::new();
    let loads = if at_once { vec![files] } else { files.into_iter().map(|file| vec![file]).collect() };
    for files in loads {
        let arguments: Vec<&str> = files.iter().map(String::as_str).chain(["--manifest", &manifest]).collect();
        desk.load(&arguments).with(0);
    }
    desk.run(&["check", "news.db"]).with(0);
    desk.content()
}

#[test]
fn the_sample_ends_in_the_same_facts_and_conflicts_in_any_order_and_any_number_of_loads() {
    let at_once = sample(|_| {}, true);
    for (order, made) in [
        ("one by one", sample(|_| {}, false)),
        ("backwards", sample(|files| files.reverse(), false)),
        ("backwards at once", sample(|files| files.reverse(), true)),
        ("from the middle", sample(|files| files.rotate_left(2), false)),
    ] {
        let lost: Vec<_> = at_once.iter().filter(|row| !made.contains(row)).collect();
        let new: Vec<_> = made.iter().filter(|row| !at_once.contains(row)).collect();
        assert!(lost.is_empty() && new.is_empty(), "{order}: lost {lost:#?}, new {new:#?}");
        assert_eq!(made.len(), at_once.len(), "{order}");
    }
}
