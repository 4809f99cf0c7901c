//! Invented sentences with the quantities that they hold.

use super::super::{ArticleText, Quantity, Section, Sentence, times};
use super::quantities;
use crate::language;
use crate::span::Span;

fn read(text: &str) -> Vec<Quantity> {
    let article = ArticleText { body: text, published: Some(jiff::civil::date(2019, 3, 25)), ..ArticleText::default() };
    let span = Span::new(0, text.len());
    let sentences = [Sentence { span, paragraph: 0, section: Section::Body }];
    let trees = [language::tree(text, span)];
    let times = times::times(&article, &sentences, &trees);
    quantities(&article, &sentences, &trees, &times)
}

/// "words low..high unit noun", open ends empty, a missing unit or noun as "-".
fn written(text: &str) -> Vec<String> {
    let end = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    read(text)
        .iter()
        .map(|quantity| {
            let (low, high) = (end(quantity.low), end(quantity.high));
            let interval = if low == high && !low.is_empty() { low } else { format!("{low}..{high}") };
            let unit = quantity.unit.as_deref().unwrap_or("-");
            let noun = quantity.noun.as_deref().unwrap_or("-");
            format!("{} | {interval} {unit} {noun}", quantity.span.of(text))
        })
        .collect()
}

fn check(rows: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let found = written(text);
        if found != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn casualties_are_counted_with_their_nouns() {
    check(&[
        ("Six people were killed on the bridge.", &["Six | 6 - people"]),
        ("The blast killed six people and injured 14.", &["six | 6 - people", "14 | 14 - -"]),
        (
            "A gunman opened fire, killing at least 12 and wounding dozens.",
            &["at least 12 | 12.. - -", "dozens | 24..99 - -"],
        ),
        ("The death toll rose to 45.", &["45 | 45 - -"]),
        ("The gunman shot three before he fled.", &["three | 3 - -"]),
        ("At least 12 were killed and more than 30 injured.", &["At least 12 | 12.. - -", "more than 30 | 30.. - -"]),
        ("One person was killed and two others were wounded.", &["One | 1 - person", "two | 2 - other"]),
        ("One was killed and five were hurt, the hospital said.", &["One | 1 - -", "five | 5 - -"]),
        ("Police said four men and two women were arrested.", &["four | 4 - man", "two | 2 - woman"]),
    ]);
}

#[test]
fn words_of_approximation_make_intervals() {
    check(&[
        ("Almost 100 Russian troops landed near the capital.", &["Almost 100 | 90..100 - troop"]),
        (
            "Nearly 100 soldiers and 35 tonnes of cargo arrived.",
            &["Nearly 100 | 90..100 - soldier", "35 tonnes | 35 t cargo"],
        ),
        ("Up to 2,000 protesters marched to the square.", &["Up to 2,000 | ..2000 - protester"]),
        ("As many as 500 workers lost their jobs.", &["As many as 500 | ..500 - worker"]),
        ("No fewer than 20 houses burned down.", &["No fewer than 20 | 20.. - house"]),
        ("Fewer than 10 ships left the port.", &["Fewer than 10 | ..10 - ship"]),
        ("Some 300 families fled the valley.", &["Some 300 | 285..315 - family"]),
        ("About 40 guests fell ill.", &["About 40 | 38..42 - guest"]),
        ("Roughly 1,500 voters queued outside.", &["Roughly 1,500 | 1425..1575 - voter"]),
        ("Around 7 million people watched the final.", &["Around 7 million | 6650000..7350000 - people"]),
        ("An estimated 12,000 birds died.", &["An estimated 12,000 | 11400..12600 - bird"]),
        ("Just over 50 delegates came.", &["Just over 50 | 50..55 - delegate"]),
        ("Just under 50 delegates came.", &["Just under 50 | 45..50 - delegate"]),
        ("Close to 80 percent of voters stayed home.", &["Close to 80 percent | 72..80 % voter"]),
    ]);
}

#[test]
fn vague_words_are_intervals() {
    check(&[
        ("More than a dozen boats sank.", &["More than a dozen | 12.. - boat"]),
        ("Dozens of sailors were rescued.", &["Dozens | 24..99 - sailor"]),
        ("Hundreds of thousands of people marched.", &["Hundreds of thousands | 200000..999999 - people"]),
        ("Tens of thousands of fans sang.", &["Tens of thousands | 20000..99999 - fan"]),
        ("Several hundred miners went on strike.", &["Several hundred | 300..900 - miner"]),
        ("Several officers were hurt.", &["Several | 3..9 - officer"]),
        ("A few officers were hurt.", &["A few | 3..5 - officer"]),
        ("A couple of officers were hurt.", &["A couple of | 2 - officer"]),
        ("Only a handful of guests stayed.", &["a handful of | 3..6 - guest"]),
        ("Scores of villagers drowned.", &["Scores | 40..199 - villager"]),
        ("Thousands cheered in the rain.", &["Thousands | 2000..99999 - -"]),
        ("Half a million people lost power.", &["Half a million | 500000 - people"]),
    ]);
}

#[test]
fn number_words_are_read() {
    check(&[
        ("Two dozen trucks crossed the border.", &["Two dozen | 24 - truck"]),
        ("A hundred horses were sold.", &["A hundred | 100 - horse"]),
        ("Twenty-one hundred seats were empty.", &["Twenty-one hundred | 2100 - seat"]),
        ("One hundred and five students failed.", &["One hundred and five | 105 - student"]),
        ("Three of the five men confessed.", &["Three | 3 - man", "five | 5 - man"]),
        ("Two-thirds of the seats are empty.", &["Two-thirds | 66.67 % seat"]),
        ("A third of the town was flooded.", &["A third | 33.33 % town"]),
    ]);
}

#[test]
fn shares_are_percentages() {
    check(&[
        ("Half of the voters stayed home.", &["Half | 50 % voter"]),
        ("One in five children goes hungry.", &["One in five | 20 % child"]),
        ("Nine out of 10 farmers agreed.", &["Nine out of 10 | 90 % farmer"]),
        ("Prices rose 4.5 percent.", &["4.5 percent | 4.5 % -"]),
        ("Prices rose by 4.5% in the valley.", &["4.5% | 4.5 % -"]),
        ("The rate fell 0.3 percentage points.", &["0.3 percentage points | 0.3 pp -"]),
        ("The party won 41 per cent of the vote.", &["41 per cent | 41 % vote"]),
        ("The fund lost $1.2 billion.", &["$1.2 billion | 1200000000 USD -"]),
        ("The fund lost US$ 40 million.", &["US$ 40 million | 40000000 USD -"]),
    ]);
}

#[test]
fn money_has_its_currency() {
    check(&[
        ("The loan of €500 million was repaid.", &["€500 million | 500000000 EUR -"]),
        ("He paid £3.4m for the house.", &["£3.4m | 3400000 GBP -"]),
        ("He paid 1.2bn rupees for the port.", &["1.2bn rupees | 1200000000 INR -"]),
        ("The state gave Rs 500 crore to the farms.", &["Rs 500 crore | 5000000000 INR -"]),
        ("She owed 20 million dollars.", &["20 million dollars | 20000000 USD -"]),
        ("They raised $5 million to $10 million.", &["$5 million to $10 million | 5000000..10000000 USD -"]),
        ("They raised $5-10 million.", &["$5-10 million | 5000000..10000000 USD -"]),
        ("The ticket costs 250 yen.", &["250 yen | 250 JPY -"]),
        ("He was fined C$5,000.", &["C$5,000 | 5000 CAD -"]),
        ("The board approved $2 million in aid.", &["$2 million | 2000000 USD aid"]),
        ("The plane carried 35 tons of flour.", &["35 tons | 35 ton flour"]),
        ("The village lies 40 km from the border.", &["40 km | 40 km -"]),
        ("The village lies 40 miles from the border.", &["40 miles | 40 mi -"]),
        ("A 40-mile convoy moved south.", &["40-mile | 40 mi -"]),
        ("The tower is 300 feet tall.", &["300 feet | 300 ft -"]),
    ]);
}

#[test]
fn measures_keep_their_units() {
    check(&[
        ("Fire burned 1,200 acres.", &["1,200 acres | 1200 acre -"]),
        ("The plant makes 600 megawatts of power.", &["600 megawatts | 600 MW power"]),
        ("They pump 2 million barrels of oil.", &["2 million barrels | 2000000 bbl oil"]),
        ("Output fell to 1.1 million barrels a day.", &["1.1 million barrels | 1100000 bbl -"]),
        ("It was 35 degrees Celsius in the shade.", &["35 degrees Celsius | 35 °C -"]),
        ("It was -5 degrees in the valley.", &["-5 degrees | -5 ° -"]),
        ("The storm blew at 120 mph.", &["120 mph | 120 mph -"]),
        ("The ship sailed at 20 knots.", &["20 knots | 20 kn -"]),
        ("Between 50 and 60 people were inside.", &["Between 50 and 60 | 50..60 - people"]),
        ("The crowd numbered between 5,000 and 6,000.", &["between 5,000 and 6,000 | 5000..6000 - -"]),
        (
            "Between $5 million and $6 million is missing.",
            &["Between $5 million and $6 million | 5000000..6000000 USD -"],
        ),
        ("5 to 10 people were seen.", &["5 to 10 | 5..10 - people"]),
        ("Two or three boats were missing.", &["Two or three | 2..3 - boat"]),
        ("The law bans 10-15 kinds of fish.", &["10-15 | 10..15 - kind"]),
        ("The price rose from 5 dollars to 7 dollars.", &["5 dollars | 5 USD -", "7 dollars | 7 USD -"]),
        ("A 34-year-old man was arrested.", &["34-year-old | 34 year -"]),
        ("The man, who is 34 years old, was arrested.", &["34 years old | 34 year -"]),
    ]);
}

#[test]
fn two_numbers_make_a_range() {
    check(&[
        ("Ana Lopez, 34, was arrested.", &["34 | 34 year -"]),
        ("A woman, aged 71, died.", &["aged 71 | 71 year -"]),
        ("The driver, 19, fled.", &["19 | 19 year -"]),
        ("A six-month-old baby was found.", &["six-month-old | 6 month -"]),
        ("The team won 3-1.", &[]),
        ("The senate voted 52-48 on the bill.", &[]),
        ("He finished third in the race.", &[]),
        ("The first 20 runners got medals.", &["20 | 20 - runner"]),
    ]);
}

#[test]
fn ages_are_quantities() {
    check(&[
        ("On the 23rd of March he left.", &[]),
        ("The one who knew left.", &[]),
        ("No one was hurt.", &[]),
        ("One of the guards left.", &[]),
        ("One day it will end.", &[]),
        ("One guard left.", &["One | 1 - guard"]),
    ]);
}

#[test]
fn scores_ordinals_names_and_times_are_none() {
    check(&[
        ("This one is better.", &[]),
        ("Flightradar24 tracked the jet.", &[]),
        ("The IL-62M landed with the An-124.", &[]),
        ("A Boeing 737 landed.", &[]),
        ("Flight 370 vanished.", &[]),
        ("Article 5 of the treaty applies.", &[]),
        ("He lives in Room 12.", &[]),
        ("It is No. 10 on the list.", &[]),
        ("In 2001 the war began.", &[]),
        ("The year 2001 was dry.", &[]),
        ("Call 555-1234 for help.", &[]),
        ("They met at 9:30 a.m. on Monday.", &[]),
        ("The war lasted three years.", &[]),
        ("Three years ago the bridge fell.", &[]),
        ("The 100-member council met.", &["100 | 100 - member"]),
        ("A 3,000-strong crowd filled the square.", &["3,000 | 3000 - crowd"]),
        ("The 15-seat bus crashed.", &["15 | 15 - seat"]),
        ("The army has 10,000 or more tanks.", &["10,000 or more | 10000.. - tank"]),
        ("Forty-odd sheep died.", &["Forty-odd | 38..42 - sheep"]),
        ("The club has 200-plus members.", &["200-plus | 200.. - member"]),
        ("At least several people died.", &["At least several | 3.. - people"]),
        ("It sold 3 million copies.", &["3 million | 3000000 - copy"]),
        ("It sold three million copies.", &["three million | 3000000 - copy"]),
        ("The well is 2½ metres deep.", &["2½ metres | 2.5 m -"]),
        ("Sales reached 1.5 trillion won.", &["1.5 trillion won | 1500000000000 KRW -"]),
        ("Six people, including two children, drowned.", &["Six | 6 - people", "two | 2 - child"]),
    ]);
}

#[test]
fn everything_else_is_counted_too() {
    check(&[
        ("The blast killed 12 people, 5 of them children.", &["12 | 12 - people", "5 | 5 - child"]),
        ("Shares rose 12 cents to $3.40.", &["12 cents | 12 cent -", "$3.40 | 3.4 USD -"]),
        ("A 20-foot wave hit the pier.", &["20-foot | 20 ft -"]),
        ("Some people left early.", &[]),
        ("The 12 wounded soldiers were flown home.", &["12 | 12 - soldier"]),
        ("About two dozen people were detained.", &["About two dozen | 22.8..25.2 - people"]),
        ("More than half of the crew left.", &["More than half | 50.. % crew"]),
        ("They have as much as $300,000 in cash.", &["as much as $300,000 | ..300000 USD cash"]),
        ("The quake had a magnitude of 6.1.", &["6.1 | 6.1 - -"]),
        ("He scored 30 points in the game.", &["30 | 30 - point"]),
        ("It covers 500 square miles of forest.", &["500 square miles | 500 mi2 forest"]),
        ("It holds 5,000 cubic feet of gas.", &["5,000 cubic feet | 5000 ft3 gas"]),
        ("The region lost 20,000 hectares of forest.", &["20,000 hectares | 20000 ha forest"]),
        ("Fifteen passengers and the pilot died.", &["Fifteen | 15 - passenger"]),
        ("Three policemen and a child were shot dead.", &["Three | 3 - policeman"]),
        ("Officials put the number of dead at 17.", &["17 | 17 - -"]),
        ("Two were killed, one of them a nurse.", &["Two | 2 - -"]),
        ("None of the 150 passengers survived.", &["150 | 150 - passenger"]),
        ("Windows 10 and iPhone 7 were sold.", &[]),
        ("World War 2 ended there.", &[]),
        ("He drove on Route 66 for 300 miles.", &["300 miles | 300 mi -"]),
        ("COVID-19 killed 3,000 people.", &["3,000 | 3000 - people"]),
        ("The G-20 met with 12 ministers.", &["12 | 12 - minister"]),
        ("She left with 2 bags, 3 books and a cat.", &["2 | 2 - bag", "3 | 3 - book"]),
        ("They gave millions of dollars to the church.", &["millions of dollars | 2000000..99000000 USD -"]),
        ("Her reasons are, one, the price, and two, the noise.", &["two | 2 - -"]),
        ("The board fired one clerk Friday.", &["one | 1 - clerk"]),
        ("The clip of 30 seconds was cut.", &[]),
        ("He swam 400 metres in the sea.", &["400 metres | 400 m -"]),
        (
            "The bank fined him $185 million, including a $100 million penalty.",
            &["$185 million | 185000000 USD -", "$100 million | 100000000 USD -"],
        ),
    ]);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "([A-Za-z]{1,9}|[0-9]{1,7}|million|nearly|two|of|half|[ -~]|\\PC| ){0,40}") {
        for quantity in read(&text) {
            proptest::prop_assert!(!quantity.span.of(&text).is_empty());
            proptest::prop_assert!(quantity.low.zip(quantity.high).is_none_or(|(low, high)| low <= high));
        }
    }
}
