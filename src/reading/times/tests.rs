//! Invented sentences with their words of time, read on Monday 2019-03-25.

use jiff::civil::{Date, date};

use super::super::{ArticleText, Section, Sentence, Time};
use crate::language;
use crate::span::Span;

fn read(text: &str, published: Option<Date>, section: Section) -> Vec<Time> {
    let article = ArticleText { body: text, published, ..ArticleText::default() };
    let spans = language::sentences(text, Span::new(0, text.len()));
    let sentences: Vec<_> = spans.iter().map(|&span| Sentence { span, paragraph: 0, section }).collect();
    let trees: Vec<_> = spans.iter().map(|&span| language::tree(text, span)).collect();
    super::times(&article, &sentences, &trees)
}

/// "words | value days basis".
fn written(text: &str, times: &[Time]) -> Vec<String> {
    times
        .iter()
        .map(|time| {
            let days = match (time.low, time.high) {
                (Some(low), Some(high)) if low == high => format!(" {low}"),
                (Some(low), Some(high)) => format!(" {low}..{high}"),
                _ => String::new(),
            };
            format!("{} | {}{days} {}", time.span.of(text), time.value, time.basis)
        })
        .collect()
}

fn check(rows: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let found = written(text, &read(text, Some(date(2019, 3, 25)), Section::Body));
        if found != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_months_and_years_are_dated() {
    check(&[
        ("The fleet left on March 23, 2019.", &["March 23, 2019 | 2019-03-23 2019-03-23 explicit"]),
        ("The fleet left on 23 March 2019.", &["23 March 2019 | 2019-03-23 2019-03-23 explicit"]),
        ("The fleet left on the 23rd of March.", &["the 23rd of March | 2019-03-23 2019-03-23 published"]),
        ("The fleet left on Mar. 3rd.", &["Mar. 3rd | 2019-03-03 2019-03-03 published"]),
        ("Posted 3/23/19 by the desk.", &["3/23/19 | 2019-03-23 2019-03-23 explicit"]),
        ("Posted 2019-03-23 by the desk.", &["2019-03-23 | 2019-03-23 2019-03-23 explicit"]),
        ("Posted 23.03.2019 by the desk.", &["23.03.2019 | 2019-03-23 2019-03-23 explicit"]),
        (
            "They met on Saturday, March 16, 2019, in Lima.",
            &["Saturday, March 16, 2019 | 2019-03-16 2019-03-16 explicit"],
        ),
        ("They met on Friday, 15 March.", &["Friday, 15 March | 2019-03-15 2019-03-15 published"]),
        ("The march through town may end soon.", &[]),
        ("May spoke in May.", &["May | 2019-05 2019-05-01..2019-05-31 published"]),
    ]);
}

#[test]
fn parts_of_years_are_stretches() {
    check(&[
        ("In December the mine closed.", &["December | 2018-12 2018-12-01..2018-12-31 published"]),
        ("The mine closed in December 2018.", &["December 2018 | 2018-12 2018-12-01..2018-12-31 explicit"]),
        ("The mine will open in December.", &["December | 2019-12 2019-12-01..2019-12-31 published"]),
        ("The mine closed in early March.", &["early March | 2019-03 2019-03-01..2019-03-16 published"]),
        ("By mid-2018 the mine had closed.", &["mid-2018 | 2018 2018-04-02..2018-10-01 explicit"]),
        ("The mine closed in late 2018.", &["late 2018 | 2018 2018-07-02..2018-12-31 explicit"]),
        ("The mine closed at the end of January.", &["the end of January | 2019-01 2019-01-16..2019-01-31 published"]),
        ("The town grew in the 1980s.", &["the 1980s | 198 1980-01-01..1989-12-31 explicit"]),
        ("The town grew in the late '80s.", &["the late '80s | 198 1984-12-31..1989-12-31 explicit"]),
        ("The town grew in the 18th century.", &["the 18th century | 17 1700-01-01..1799-12-31 explicit"]),
        (
            "Sales rose in the third quarter of 1989.",
            &["the third quarter of 1989 | 1989-Q3 1989-07-01..1989-09-30 explicit"],
        ),
        ("Sales rose in Q3 2018.", &["Q3 2018 | 2018-Q3 2018-07-01..2018-09-30 explicit"]),
        (
            "Sales fell in the first half of 2018.",
            &["the first half of 2018 | 2018-H1 2018-01-01..2018-06-30 explicit"],
        ),
        ("Sales fell in fiscal 2018.", &["fiscal 2018 | 2018 2018-01-01..2018-12-31 explicit"]),
        ("The lake froze in the winter of 2017.", &["the winter of 2017 | 2017-WI 2016-12-01..2018-03-31 explicit"]),
        ("The lake dried up last summer.", &["last summer | 2018-SU 2018-06-01..2018-09-30 published"]),
        ("It rains in spring.", &["spring | 2019-SP 2019-03-01..2019-06-30 published"]),
    ]);
}

#[test]
fn tense_tells_where_a_weekday_lies() {
    check(&[
        ("The plane landed on Saturday.", &["Saturday | 2019-03-23 2019-03-23 published"]),
        ("The plane will land on Saturday.", &["Saturday | 2019-03-30 2019-03-30 published"]),
        ("The plane landed on Monday morning.", &["Monday morning | 2019-03-25TMO 2019-03-25 published"]),
        ("The plane landed Friday night.", &["Friday night | 2019-03-22TNI 2019-03-22 published"]),
        ("The court meets next Friday.", &["next Friday | 2019-03-29 2019-03-29 published"]),
        ("The court met last Friday.", &["last Friday | 2019-03-22 2019-03-22 published"]),
        ("The pair met last week.", &["last week | 2019-W12 2019-03-18..2019-03-24 published"]),
        ("The pair met this month.", &["this month | 2019-03 2019-03-01..2019-03-31 published"]),
        ("The pair will meet next year.", &["next year | 2020 2020-01-01..2020-12-31 published"]),
        ("The pair met over the weekend.", &["the weekend | 2019-W12-WE 2019-03-23..2019-03-24 published"]),
        ("The pair met last weekend.", &["last weekend | 2019-W12-WE 2019-03-23..2019-03-24 published"]),
        ("The pair will meet this weekend.", &["this weekend | 2019-W13-WE 2019-03-30..2019-03-31 published"]),
        ("He arrived yesterday.", &["yesterday | 2019-03-24 2019-03-24 published"]),
        ("He arrived last night.", &["last night | 2019-03-24TNI 2019-03-24 published"]),
        ("He will speak tomorrow morning.", &["tomorrow morning | 2019-03-26TMO 2019-03-26 published"]),
    ]);
}

#[test]
fn times_of_day_belong_to_a_day() {
    check(&[
        (
            "The store opens at 9:30 a.m. EST on Tuesday.",
            &["9:30 a.m. EST on Tuesday | 2019-03-26T09:30 2019-03-26 published"],
        ),
        ("The store opens at noon.", &["noon | 2019-03-25T12:00 2019-03-25 published"]),
        ("The train left at 18:05 GMT.", &["18:05 GMT | 2019-03-25T18:05Z 2019-03-25 published"]),
        ("The train left at five o'clock.", &["five o'clock | 2019-03-25T05:00 2019-03-25 published"]),
    ]);
}

#[test]
fn shifts_count_from_their_anchor() {
    check(&[
        ("The bridge fell three months ago.", &["three months ago | 2018-12 2018-12-01..2018-12-31 published"]),
        ("The bridge fell about two years ago.", &["two years ago | 2017 2016-01-02..2018-12-31 published"]),
        ("The bridge fell a decade ago.", &["a decade ago | 2009 2009-01-01..2009-12-31 published"]),
        ("The bridge fell several years ago.", &["several years ago | PAST_REF none"]),
        (
            "On March 23, 2019 a jet landed. Three months earlier another had come.",
            &[
                "March 23, 2019 | 2019-03-23 2019-03-23 explicit",
                "Three months earlier | 2018-12 2018-12-01..2018-12-31 article",
            ],
        ),
        (
            "On March 23, 2017 a jet landed. The next day another came.",
            &["March 23, 2017 | 2017-03-23 2017-03-23 explicit", "The next day | 2017-03-24 2017-03-24 article"],
        ),
        (
            "On March 23, 2017 a jet landed. It left the same day.",
            &["March 23, 2017 | 2017-03-23 2017-03-23 explicit", "the same day | 2017-03-23 2017-03-23 article"],
        ),
        (
            "On March 23, 2017 a jet landed. That year many came.",
            &["March 23, 2017 | 2017-03-23 2017-03-23 explicit", "That year | 2017 2017-01-01..2017-12-31 article"],
        ),
        (
            "On March 23, 2017 a jet landed. It left two days later.",
            &["March 23, 2017 | 2017-03-23 2017-03-23 explicit", "two days later | 2017-03-25 2017-03-25 article"],
        ),
    ]);
}

#[test]
fn lengths_and_recurring_times_have_values() {
    check(&[
        ("The war lasted three years.", &["three years | P3Y none"]),
        ("The six-month strike ended.", &["six-month | P6M none"]),
        ("They waited for years.", &["years | PXY none"]),
        ("They waited an hour and a half.", &["an hour and a half | PT1H30M none"]),
        ("They waited half an hour.", &["half an hour | PT30M none"]),
        ("They waited more than two weeks.", &["more than two weeks | P2W none"]),
        ("It rained for the past three days.", &["the past three days | P3D 2019-03-22..2019-03-25 published"]),
        ("It will rain for the next few weeks.", &["the next few weeks | PXW none"]),
        ("Prices have tripled in recent years.", &["recent years | PXY none"]),
        ("The paper comes out every Friday.", &["every Friday | XXXX-WXX-5 none"]),
        ("The paper comes out daily.", &["daily | P1D none"]),
        ("The club meets twice a month.", &["a month | P1M none"]),
        ("The club meets on Tuesdays.", &["Tuesdays | XXXX-WXX-2 none"]),
        ("The road is now closed.", &["now | PRESENT_REF none"]),
        ("The road was recently paved.", &["recently | PAST_REF none"]),
        ("He fears for the future.", &["the future | FUTURE_REF none"]),
    ]);
}

#[test]
fn numbers_and_names_are_no_times() {
    check(&[
        ("A 34-year-old man, aged 34, left.", &[]),
        ("About 2,000 men and 1,950 women came.", &[]),
        ("The Boeing 2000 is loud.", &[]),
    ]);
}

#[test]
fn ends_and_edges_of_stretches() {
    check(&[
        ("In 2016 men came.", &["2016 | 2016 2016-01-01..2016-12-31 explicit"]),
        ("He died on Thanksgiving 2018.", &["Thanksgiving 2018 | 2018-11-22 2018-11-22 explicit"]),
        ("The vote is due by the end of the year.", &["the end of the year | 2019 2019-07-02..2019-12-31 published"]),
        ("Earlier this month he fell ill.", &["Earlier this month | 2019-03 2019-03-01..2019-03-25 published"]),
        ("Later this year he will run.", &["Later this year | 2019 2019-03-25..2019-12-31 published"]),
        ("He had left the day before.", &["the day before | 2019-03-24 2019-03-24 published"]),
        (
            "The deal was signed in nineteen ninety-seven.",
            &["nineteen ninety-seven | 1997 1997-01-01..1997-12-31 explicit"],
        ),
        ("The second man spoke for a second time.", &[]),
        ("The sun rose over the fall fair.", &[]),
        ("A quarter of the town and three-quarters of the farms burned.", &[]),
        ("They begin next March.", &["next March | 2020-03 2020-03-01..2020-03-31 published"]),
        ("The rally of last October was small.", &["last October | 2018-10 2018-10-01..2018-10-31 published"]),
        ("It will end by June 2020.", &["June 2020 | 2020-06 2020-06-01..2020-06-30 explicit"]),
        ("The bridge fell around November 1.", &["November 1 | 2018-11-01 2018-10-31..2018-11-02 published"]),
        ("The paper said it was Friday's storm that broke it.", &["Friday | 2019-03-22 2019-03-22 published"]),
        ("Officials gave them until Thursday to leave.", &["Thursday | 2019-03-28 2019-03-28 published"]),
        ("He will leave in the next two weeks.", &["the next two weeks | P2W 2019-03-25..2019-04-08 published"]),
        ("They fought a decades-long war.", &["decades-long | PXE none"]),
        ("The plan is for a 30-second clip and a 10-hour film.", &["30-second | PT30S none", "10-hour | PT10H none"]),
        ("The firm closed its plant at year-end.", &["year-end | 2018-12-31 2018-12-31 published"]),
        ("The show \"World Today\" ran for 60 seconds.", &["60 seconds | PT60S none"]),
    ]);
}

#[test]
fn without_an_anchor_digits_stay_unknown() {
    for (text, expected) in [
        ("The plane landed on Saturday.", "Saturday | XXXX-WXX-6 none"),
        ("The mine closed in December.", "December | XXXX-12 none"),
        ("They met last week.", "last week | XXXX-WXX none"),
        ("They met on May 5.", "May 5 | XXXX-05-05 none"),
        ("They met at noon.", "noon | XXXX-XX-XXT12:00 none"),
    ] {
        assert_eq!(written(text, &read(text, None, Section::Body)), [expected]);
    }
}

#[test]
fn of_boilerplate_only_a_date_line_is_read() {
    let read = |text: &str| written(text, &read(text, Some(date(2019, 3, 25)), Section::Boilerplate)).len();
    assert_eq!(read("March 25, 2019"), 1);
    assert_eq!(read("Read more: our best of March 2019"), 0);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "(([A-Za-z]{1,9}|[0-9]{1,5}|May|Monday|last|the|of|year|in|a|early|end|late|two|first|to|or|over|at|half|every|fiscal|earlier|next|few|past|Q|'|-|[ -~]|\\PC) ?){0,12}") {
        for time in read(&text, Some(date(2019, 3, 25)), Section::Body) {
            proptest::prop_assert!(!time.span.of(&text).is_empty());
            proptest::prop_assert!(time.low.zip(time.high).is_none_or(|(low, high)| low <= high));
        }
    }
}

#[test]
fn a_range_is_one_interval() {
    check(&[
        ("The fair ran March 3-5.", &["March 3-5 | 2019-03-03 2019-03-03..2019-03-05 published"]),
        (
            "The mine stood still from September to December 2017.",
            &[
                "September | 2017-09 2017-09-01..2017-12-31 published",
                "December 2017 | 2017-12 2017-09-01..2017-12-31 explicit",
            ],
        ),
        (
            "The fair opened on March 3 and closed at 5 p.m.",
            &["March 3 | 2019-03-03 2019-03-03 published", "5 p.m. | 2019-03-03T17:00 2019-03-03 article"],
        ),
    ]);
}

#[test]
fn a_name_with_a_weekday_is_no_day() {
    check(&[
        ("The vote on Super Tuesday was close.", &[]),
        ("The Sunday Telegraph reported it.", &[]),
        ("It told of the fire on Sunday.", &["Sunday | 2019-03-24 2019-03-24 published"]),
        ("It told about Sunday's fire.", &["Sunday | 2019-03-24 2019-03-24 published"]),
    ]);
}

#[test]
fn what_is_awaited_lies_ahead() {
    check(&[
        ("Tempers rose ahead of the vote Thursday.", &["Thursday | 2019-03-28 2019-03-28 published"]),
        ("A hearing is scheduled for Thursday.", &["Thursday | 2019-03-28 2019-03-28 published"]),
        ("A hearing was held Thursday.", &["Thursday | 2019-03-21 2019-03-21 published"]),
    ]);
}

#[test]
fn what_is_arranged_and_what_is_for_a_day_lie_near() {
    check(&[
        ("The firm, which was to report on Thursday, fell.", &["Thursday | 2019-03-28 2019-03-28 published"]),
        ("The host taped it for Wednesday's programme.", &["Wednesday | 2019-03-27 2019-03-27 published"]),
        ("The host wept before Saturday's programme.", &["Saturday | 2019-03-23 2019-03-23 published"]),
    ]);
}

#[test]
fn what_is_added_counts_from_its_own_line() {
    check(&[(
        "UPDATE (9:20 p.m. 4/2/19)\n\nThe man was arrested on Monday.\n\nORIGINAL\n\nThe man fled on Saturday.",
        &[
            "9:20 p.m. 4/2/19 | 2019-04-02T21:20 2019-04-02 explicit",
            "Monday | 2019-04-01 2019-04-01 published",
            "Saturday | 2019-03-23 2019-03-23 published",
        ],
    )]);
}

#[test]
fn a_decade_rolls() {
    check(&[("No one did so in the last decade.", &["the last decade | 200 2009-03-25..2019-03-25 published"])]);
}
