//! Feeds: RSS and Atom files whose entries carry the full text of articles.

use feed_rs::model::{Entry, Feed};

use super::extract::{Extract, Extracts, Fault};
use super::page::text_of;

/// A summary of fewer characters is a teaser, no article.
const SHORTEST: usize = 200;

/// The articles of a feed; an entry that only teases is a fault.
pub fn extracts(text: &str) -> Extracts {
    match feed_rs::parser::parse(text.as_bytes()) {
        Ok(feed) => feed.entries.iter().map(|entry| extract(&feed, entry)).collect(),
        Err(error) => {
            let message = format!("it is no RSS or Atom feed ({error}); other XML is not read");
            vec![Err(Fault::whole("not-a-feed", message))]
        }
    }
}

fn extract(feed: &Feed, entry: &Entry) -> Result<Extract, Fault> {
    let content = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let summary = entry.summary.as_ref().map(|summary| summary.content.as_str());
    let [content, summary] = [content, summary].map(|text| text.map(text_of).unwrap_or_default());
    let headline = entry.title.as_ref().map(|title| text_of(&title.content).trim().to_owned());
    let (is_article, text) =
        if content.len() > summary.len() { (is_whole(&content), content) } else { (is_long(&summary), summary) };
    if !is_article {
        let name = headline.unwrap_or_else(|| entry.id.clone());
        return Err(Fault::whole("no-text", format!("the entry {name:?} has no full text; load the page itself")));
    }
    let link = entry.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let published = entry.published.or(entry.updated).map(|at| at.to_rfc3339());
    let moment = published.as_deref().and_then(super::page::any_moment);
    Ok(Extract {
        text,
        headline: headline.filter(|headline| !headline.is_empty()),
        outlet: feed.title.as_ref().map(|title| title.content.trim().to_owned()).filter(|title| !title.is_empty()),
        url: link.map(|link| link.href.clone()),
        published: moment.as_ref().map(|(day, _)| *day),
        published_at: moment.and_then(|(_, at)| at),
        story: None,
    })
}

fn is_long(text: &str) -> bool {
    text.trim().chars().count() >= SHORTEST
}

/// Whether a feed's content is an article: a short one ends its last sentence, and not with the sign that more follows.
fn is_whole(content: &str) -> bool {
    let end = content.trim().trim_end_matches(['"', '”', '’', ')']);
    let goes_on = ["...", "…", "]"].iter().any(|sign| end.ends_with(sign));
    is_long(content) || end.ends_with(['.', '!', '?']) && !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_with_their_full_text_are_articles() {
        let long = "The ferry sank at dawn. ".repeat(12);
        let feed = format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\
             <title>Kelso Mirror</title><link>https://kelso.example</link>\
             <item><title>Ferry sinks</title><link>https://kelso.example/ferry</link>\
             <pubDate>Tue, 04 Mar 2031 06:30:00 GMT</pubDate><description>It sank.</description>\
             <content:encoded><![CDATA[<p>{long}</p><p>Nobody was hurt.</p>]]></content:encoded></item>\
             <item><title>Bridge opens</title><description>It opened.</description></item></channel></rss>"
        );
        let found = extracts(&feed);
        let first = found[0].as_ref().unwrap();
        assert!(first.text.ends_with("\n\nNobody was hurt."), "{}", first.text);
        assert_eq!(first.headline.as_deref(), Some("Ferry sinks"));
        assert_eq!(first.outlet.as_deref(), Some("Kelso Mirror"));
        assert_eq!(first.url.as_deref(), Some("https://kelso.example/ferry"));
        assert_eq!(first.published_at.as_deref(), Some("2031-03-04T06:30:00Z"));
        assert_eq!(found[1].as_ref().unwrap_err().code, "no-text");
    }

    #[test]
    fn short_content_is_an_article_where_it_ends_its_last_sentence() {
        for (content, expected) in [
            ("The ferry sank at dawn. “Nobody was hurt.”", true),
            ("The ferry sank at dawn and …", false),
            ("The ferry sank at dawn. [...]", false),
            ("Read more", false),
            ("", false),
        ] {
            assert_eq!(is_whole(content), expected, "{content}");
        }
    }

    #[test]
    fn other_xml_is_refused() {
        assert_eq!(extracts("<?xml version=\"1.0\"?><note/>")[0].as_ref().unwrap_err().code, "not-a-feed");
    }
}
