//! Every report on an empty database and on a small known one.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::*;

/// The statements of every migration, in their order.
fn migrations() -> Vec<String> {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations")).unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

pub(super) fn empty() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    // A migration that makes a table again needs keys off, as the program has them meanwhile.
    connection.pragma_update(None, "foreign_keys", false).unwrap();
    for sql in migrations() {
        connection.execute_batch(&sql).unwrap();
    }
    connection.pragma_update(None, "foreign_keys", true).unwrap();
    for (name, sql) in views() {
        connection
            .execute_batch(&format!("CREATE VIEW {name} AS\n{sql}"))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    connection
}

fn filled_store() -> Connection {
    let connection = empty();
    connection.execute_batch(include_str!("fixture.sql")).unwrap();
    connection
}

fn ask(connection: &Connection, sql: &str, filters: &Filters) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    run(connection, sql, filters)
        .unwrap_or_else(|error| panic!("{error}\n{sql}"))
        .each(None, |row| {
            rows.push(row.to_vec());
            Ok(())
        })
        .unwrap();
    rows
}

fn filters(given: &[(&str, &str)]) -> Filters {
    let mut filters = Filters::default();
    for (name, value) in given {
        filters.set(name, Some((*value).to_owned()));
    }
    filters
}

fn report(connection: &Connection, name: &str, given: &[(&str, &str)]) -> Vec<Vec<String>> {
    let mut filters = filters(given);
    resolve(connection, &mut filters).unwrap();
    let report = find(name).unwrap();
    filters.check(&report).unwrap();
    let text = |value: &Value| match value {
        Value::Null => "NULL".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(_) => panic!("a report has no blobs"),
    };
    ask(connection, &report.sql, &filters).iter().map(|row| row.iter().map(text).collect()).collect()
}

/// One column of a report.
fn column(connection: &Connection, name: &str, column: &str, given: &[(&str, &str)]) -> Vec<String> {
    let at = find(name).unwrap().columns().iter().position(|other| *other == column).unwrap();
    report(connection, name, given).into_iter().map(|mut row| row.swap_remove(at)).collect()
}

#[test]
fn every_report_has_its_help_and_the_columns_that_its_second_line_says() {
    let connection = empty();
    for report in reports() {
        assert!(report.help().len() > 20, "{}", report.name);
        let rows = run(&connection, &report.sql, &Filters::default()).unwrap();
        assert_eq!(rows.columns, report.columns(), "{}", report.name);
        assert_eq!(rows.each(None, |_| Ok(())).unwrap(), 0, "{}", report.name);
    }
    for (name, sql) in views() {
        let listed = Report { name: name.clone().into(), sql: sql.into(), own: false }.columns().join(", ");
        let rows = run(&connection, &format!("SELECT * FROM {name}"), &Filters::default()).unwrap();
        assert_eq!(rows.columns.join(", "), listed, "{name}");
    }
}

#[test]
fn every_report_file_is_in_the_list() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/canned")).unwrap();
    let mut files: Vec<String> = folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    let mut listed: Vec<String> = reports().map(|report| format!("{}.sql", report.name)).collect();
    files.sort();
    listed.sort();
    assert_eq!(files, listed);
}

#[test]
fn a_report_its_view_and_its_printed_sql_give_the_same_rows() {
    let connection = filled_store();
    let none = Filters::default();
    for report in reports() {
        let rows = ask(&connection, &report.sql, &none);
        assert_eq!(rows, ask(&connection, &format!("SELECT * FROM {}", report.view()), &none), "{}", report.name);
        assert_eq!(rows, ask(&connection, &report.literal_sql(&none, None), &none), "{}", report.name);
        let mut given = vec![("outlet", "Harbour Times"), ("story", "bridge collapse"), ("since", "2024-01-01")];
        given.retain(|(name, _)| report.parameters().contains(name));
        let narrowed = filters(&given);
        let limited: Vec<_> = ask(&connection, &report.sql, &narrowed).into_iter().take(2).collect();
        assert_eq!(limited, ask(&connection, &report.literal_sql(&narrowed, Some(2)), &none), "{}", report.name);
    }
}

#[test]
fn every_report_of_the_known_store_has_rows_without_null_text_and_without_twins() {
    let connection = filled_store();
    for report in reports() {
        let rows = ask(&connection, &report.sql, &Filters::default());
        assert!(!rows.is_empty(), "{} is empty", report.name);
        for (at, column) in report.columns().iter().enumerate() {
            let is_text = rows.iter().any(|row| matches!(row[at], Value::Text(_)));
            let is_null = rows.iter().any(|row| row[at] == Value::Null);
            assert!(!(is_text && is_null), "{}.{column} has a text that is NULL", report.name);
        }
        for (at, row) in rows.iter().enumerate() {
            assert!(!rows[..at].contains(row), "{} has a row twice: {row:?}", report.name);
        }
    }
}

#[test]
fn each_filter_of_each_report_is_understood() {
    let connection = filled_store();
    let values = [
        ("outlet", "Morning Ledger"),
        ("source", "Anna Voss"),
        ("origin", "Anna Voss"),
        ("entity", "roads ministry"),
        ("story", "bridge collapse"),
        ("fact", "f-dead"),
        ("since", "2024-05-02"),
        ("until", "2024-05-02"),
        ("happened_since", "2024-05-02"),
        ("happened_until", "2024-05-02"),
        ("min_outlets", "2"),
        ("at_least", "0.95"),
    ];
    for known in reports() {
        let all = report(&connection, &known.name, &[]);
        for name in known.parameters() {
            let value =
                values.iter().find(|(other, _)| *other == name).unwrap_or_else(|| panic!("{}: :{name}", known.name));
            if name == "min_outlets" {
                continue;
            }
            let narrowed = report(&connection, &known.name, &[*value]);
            assert!(narrowed.len() <= all.len(), "{} --{name} gives more rows", known.name);
        }
    }
}

#[test]
fn a_filter_that_means_nothing_to_a_report_is_refused() {
    let refusal = filters(&[("source", "x")]).check(&find("coverage").unwrap()).unwrap_err().to_string();
    assert!(
        refusal.starts_with("--source means nothing to the report coverage; it can be narrowed by --outlet"),
        "{refusal}"
    );
}

#[test]
fn an_outlet_keeps_a_fact_with_all_its_sides() {
    let connection = filled_store();
    let given = [("outlet", "Valley News")];
    assert_eq!(column(&connection, "facts", "answers", &given), ["14 (3) | 12 (1) | ten (1)"]);
    assert_eq!(column(&connection, "conflict-sides", "outlet", &given).len(), 5);
    assert_eq!(column(&connection, "claims", "outlet", &given), ["Valley News"; 3]);
}

#[test]
fn a_source_is_found_at_any_hop_and_by_whoever_speaks_for_it() {
    let connection = filled_store();
    assert_eq!(column(&connection, "claims", "claim", &[("source", "northwire")]), ["It was old"]);
    assert_eq!(column(&connection, "claims", "claim", &[("origin", "Northwire")]), Vec::<String>::new());
    assert_eq!(column(&connection, "claims", "source", &[("source", "Roads Ministry")]).len(), 5);
}

#[test]
fn dates_narrow_inside_the_aggregate_and_leave_undated_articles_out() {
    let connection = filled_store();
    let facts = column(&connection, "facts", "answers", &[("fact", "f-dead"), ("since", "2024-05-01")]);
    assert_eq!(facts, ["14 (2) | 12 (1)"]);
    let facts = column(&connection, "facts", "state", &[("fact", "f-dead"), ("since", "2024-05-02")]);
    assert_eq!(facts, ["one answer"]);
    let undated = ask(&connection, UNDATED, &Filters::default());
    assert_eq!(undated, [[Value::Integer(1)]]);
}

#[test]
fn states_say_how_answers_stand() {
    let connection = filled_store();
    let rows = report(&connection, "facts", &[]);
    let states: Vec<(&str, &str)> = rows.iter().map(|row| (row[9].as_str(), row[2].as_str())).collect();
    for expected in [("f-dead", "disputed"), ("f-when", "agrees"), ("f-words", "disputed")] {
        assert!(states.contains(&expected), "{states:?}");
    }
}

#[test]
fn an_earlier_answer_is_named_only_where_both_dates_are_known() {
    let connection = filled_store();
    let rows = report(&connection, "responses", &[]);
    let answers: Vec<[&str; 3]> = rows.iter().map(|row| [row[3].as_str(), row[7].as_str(), row[8].as_str()]).collect();
    assert_eq!(answers, [["declined", "yes", ""], ["denied", "yes", "declined"], ["confirmed", "yes", "denied"]]);
}

#[test]
fn a_fact_is_found_by_id_key_and_unambiguous_start() {
    let connection = filled_store();
    for (typed, expected) in
        [("1", Ok(1)), ("f-dead", Ok(1)), ("f-de", Ok(1)), ("f-", Err("several")), ("x", Err("there is no fact"))]
    {
        let mut filters = filters(&[("fact", typed)]);
        match (resolve(&connection, &mut filters), expected) {
            (Ok(_), Ok(id)) => assert_eq!(filters.get("fact"), Some(&Value::Integer(id)), "{typed}"),
            (Err(error), Err(words)) => assert!(error.to_string().starts_with(words), "{error}"),
            (outcome, _) => panic!("{typed}: {outcome:?}"),
        }
    }
}

#[test]
fn an_unknown_name_is_given_with_names_near_it() {
    let connection = filled_store();
    let mut filters = filters(&[("outlet", "Morning Leger")]);
    assert_eq!(
        resolve(&connection, &mut filters).unwrap(),
        ["no outlet is named \"Morning Leger\"; did you mean Morning Ledger?"]
    );
}

/// SQLite's `round` to places takes halves up or down by version; to whole numbers it is the same in all.
#[test]
fn shares_are_rounded_alike_in_every_sqlite() {
    for report in reports() {
        assert!(!report.sql.contains(", 2)"), "{} rounds to places: write round(100 * x) / 100", report.name);
    }
}
