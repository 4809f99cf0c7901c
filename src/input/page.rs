//! Web pages: the article's text by a readability library, and headline, outlet, address and date by the page's
//! metadata (JSON-LD, Open Graph, `meta`, `link`).

use dom_smoothie::{Article, Config, Readability, TextMode};
use jiff::civil::Date;

use super::extract::{Extract, Fault};
use super::manifest::moment;

/// Pages nested deeper than this are no pages: tree walks of the library would not end well on them.
const DEEPEST: usize = 2000;

/// Where pages write the day of publication, beside what the library knows.
const DATES: [(&str, &str); 8] = [
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop=datePublished]", "content"),
    ("meta[name='parsely-pub-date']", "content"),
    ("meta[name=pubdate]", "content"),
    ("meta[name='sailthru.date']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("meta[name=date]", "content"),
    ("time[datetime]", "datetime"),
];

/// Where pages write their own address.
const ADDRESSES: [(&str, &str); 2] = [("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")];

/// The article of a page.
pub fn extract(html: &str) -> Result<Extract, Fault> {
    if depth(html) > DEEPEST {
        return Err(Fault::whole("no-article", "the page is nested too deeply to be an article"));
    }
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut page =
        Readability::new(html, None, Some(config)).map_err(|error| Fault::whole("no-article", error.to_string()))?;
    let own = |places: &[(&str, &str)], page: &Readability| {
        let found = places.iter().filter_map(|(selector, name)| page.doc.select(selector).attr(name));
        found.map(|value| value.trim().to_owned()).find(|value| !value.is_empty())
    };
    let address = own(&ADDRESSES, &page);
    let date = own(&DATES, &page);
    let site = own(&[("meta[property='og:site_name']", "content")], &page);
    let heading = page.doc.select("h1").iter().map(|node| flat(&node.text())).find(|text| !text.is_empty());
    let whole = page.doc.select("body").formatted_text().to_string();
    let Ok(article) = page.parse() else {
        // No part of the page reads like an article: its lines are all there is.
        return match whole.trim() {
            "" => Err(Fault::whole("no-article", "the page holds no text")),
            text => Ok(Extract {
                text: text.to_owned(),
                headline: heading,
                url: address,
                outlet: site,
                ..Extract::default()
            }),
        };
    };
    let (published, published_at) = day(&[article.published_time.as_deref(), date.as_deref()]);
    let url = address.or_else(|| article.url.clone()).filter(|url| url.starts_with("http"));
    let outlet = article.site_name.clone().or(site).or_else(|| url.as_deref().and_then(host).map(str::to_owned));
    Ok(Extract {
        headline: headline(&article, heading.as_deref(), outlet.as_deref()),
        text: paragraphs(&article.text_content),
        outlet,
        url,
        published,
        published_at,
        story: None,
    })
}

/// The text of a piece of HTML, as feeds and records carry it; other text stays as it is.
pub fn text_of(html: &str) -> String {
    let marked = html.contains("</") || html.contains("<br") || html.contains("<p>");
    if !marked || depth(html) > DEEPEST {
        return html.to_owned();
    }
    match Readability::new(html, None, None) {
        Ok(page) => paragraphs(&page.doc.select("body").formatted_text()),
        Err(_) => html.to_owned(),
    }
}

/// How deeply elements are nested, at most: start tags less end tags, tags without an end counted too.
fn depth(html: &str) -> usize {
    const ALONE: [&str; 8] = ["br", "img", "meta", "link", "input", "hr", "source", "p"];
    let (mut deepest, mut depth) = (0_usize, 0_usize);
    for piece in html.split('<').skip(1) {
        let name: String =
            piece.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(8).collect();
        if piece.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !name.is_empty() && !ALONE.contains(&name.to_ascii_lowercase().as_str()) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// Lines without white space at their ends, blank lines between them kept single.
fn paragraphs(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines().map(flat) {
        if line.is_empty() {
            blank = !kept.is_empty();
            continue;
        }
        if !kept.is_empty() {
            kept.push_str(if blank { "\n\n" } else { "\n" });
        }
        kept.push_str(&line);
        blank = false;
    }
    kept
}

fn flat(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The headline: the page's own heading where the title begins with it, else the title without the site's name.
fn headline(article: &Article, heading: Option<&str>, outlet: Option<&str>) -> Option<String> {
    let title = flat(&article.title);
    if let Some(heading) = heading.filter(|heading| heading.len() > 10 && title.starts_with(heading)) {
        return Some(heading.to_owned());
    }
    let cut = [" | ", " - ", " – ", " — ", " · ", " :: "].iter().filter_map(|mark| title.rsplit_once(mark));
    let without_site =
        cut.filter(|(_, site)| outlet.is_some_and(|outlet| same_name(outlet, site))).map(|(words, _)| words);
    let words = without_site.min_by_key(|words| words.len()).unwrap_or(&title).trim();
    (!words.is_empty()).then(|| words.to_owned())
}

fn same_name(one: &str, other: &str) -> bool {
    let bare =
        |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (one, other) = (bare(one), bare(other));
    one == other || one.trim_start_matches("the") == other.trim_start_matches("the")
}

/// The first of these that is a date, with its moment where it tells one.
fn day(written: &[Option<&str>]) -> (Option<Date>, Option<String>) {
    let found = written.iter().flatten().find_map(|written| any_moment(written));
    found.map_or((None, None), |(day, at)| (Some(day), at))
}

/// A date in one of the forms that pages, feeds and records use.
pub fn any_moment(written: &str) -> Option<(Date, Option<String>)> {
    let written = written.trim();
    let zoned = written.len() > 6 && written.is_char_boundary(written.len() - 5);
    let colon = zoned.then(|| {
        // `+0100` is `+01:00` without its colon.
        let (head, zone) = written.split_at(written.len() - 5);
        let signed = zone.starts_with(['+', '-']) && zone[1..].bytes().all(|byte| byte.is_ascii_digit());
        signed.then(|| format!("{head}{}:{}", &zone[..3], &zone[3..]))
    });
    let rfc2822 = || {
        let at = jiff::fmt::rfc2822::parse(written).ok()?;
        Some((at.date(), Some(at.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string())))
    };
    let leading = || Some((written.get(..10)?.parse().ok()?, None));
    moment(written)
        .or_else(|| moment(colon.flatten().as_deref()?))
        .or_else(rfc2822)
        .or_else(leading)
        .or_else(|| Some((crate::reading::structure::written_date(written)?, None)))
}

/// The host of an address without `www.`.
pub fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html><head>
        <title>Ferry sinks off the coast of Kelso - Kelso Mirror</title>
        <link rel="canonical" href="https://www.kelso-mirror.example/2031/ferry">
        <meta property="og:site_name" content="Kelso Mirror">
        <meta property="article:published_time" content="2031-03-04T06:30:00+01:00">
        </head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
        <article><h1>Ferry sinks off the coast of Kelso</h1>
        <p>A ferry sank at dawn on Friday, a few miles off the harbour of Kelso, the coast guard said in a statement.</p>
        <p>Nobody was hurt, according to the harbour master, who saw the ferry go down within minutes of the alarm.</p>
        <p>The captain, who has served the line for more than twenty years, is to be heard by the court on Monday.</p>
        </article><footer>© 2031 Kelso Mirror</footer></body></html>"#;

    #[test]
    fn a_page_gives_its_text_and_what_its_metadata_tell() {
        let found = extract(PAGE).unwrap();
        assert!(found.text.contains("within minutes of the alarm.\n\nThe captain"), "{}", found.text);
        assert!(!found.text.contains("Sport") && !found.text.contains('©'), "{}", found.text);
        assert_eq!(found.headline.as_deref(), Some("Ferry sinks off the coast of Kelso"));
        assert_eq!(found.outlet.as_deref(), Some("Kelso Mirror"));
        assert_eq!(found.url.as_deref(), Some("https://www.kelso-mirror.example/2031/ferry"));
        assert_eq!(found.published_at.as_deref(), Some("2031-03-04T05:30:00Z"));
    }

    #[test]
    fn a_page_without_text_is_no_article() {
        assert_eq!(extract("<html><body></body></html>").unwrap_err().code, "no-article");
    }

    #[test]
    fn a_bottomless_page_is_refused() {
        assert_eq!(extract(&"<div>".repeat(100_000)).unwrap_err().code, "no-article");
    }

    #[test]
    fn dates_are_read_in_the_forms_of_pages_and_feeds() {
        for (written, day) in [
            ("2031-03-04T06:30:00+0100", Some("2031-03-04")),
            ("Tue, 04 Mar 2031 06:30:00 GMT", Some("2031-03-04")),
            ("2031-03-04 06:30:00", Some("2031-03-04")),
            ("2031-03-04", Some("2031-03-04")),
            ("March 4, 2031", Some("2031-03-04")),
            ("soon", None),
        ] {
            assert_eq!(any_moment(written).map(|(day, _)| day.to_string()).as_deref(), day, "{written}");
        }
    }

    #[test]
    fn html_in_a_record_becomes_paragraphs() {
        assert_eq!(text_of("<p>One &amp; two.</p><p>Three.</p>"), "One & two.\n\nThree.");
        assert_eq!(text_of("a < b and c > d"), "a < b and c > d");
    }

    #[test]
    fn a_host_stands_without_www() {
        assert_eq!(host("https://www.kelso.example/a?b"), Some("kelso.example"));
        assert_eq!(host("kelso"), None);
    }
}
