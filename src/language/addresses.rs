//! Addresses of the web, of mail and of social networks, which stay one token.
//!
//! It looks at one stretch without white space.

/// Whether a chunk is an address of the web or of mail, or a name of a social network.
pub fn is_address(chunk: &str) -> bool {
    let Some(colon_or_dot) = chunk.find(['.', ':', '@']) else { return chunk.starts_with('#') && is_tag(chunk) };
    if !chunk.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '#' | '@' | '_')) {
        return false;
    }
    chunk.contains("://")
        || chunk.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
        || chunk.starts_with("mailto:")
        || (chunk.starts_with('@') && is_tag(chunk))
        || chunk[colon_or_dot..].find('@').is_some_and(|at| {
            let host = &chunk[colon_or_dot + at + 1..];
            colon_or_dot + at > 0 && host.contains('.') && host.starts_with(char::is_alphanumeric)
        })
}

/// "#word", "@name".
fn is_tag(chunk: &str) -> bool {
    chunk[1..].starts_with(char::is_alphabetic)
}

/// An address does not end with the marks of the sentence.
pub fn address_end(chunk: &str) -> usize {
    let bytes = if chunk.starts_with(['#', '@']) {
        chunk[1..].find(|read: char| !read.is_alphanumeric() && read != '_').map_or(chunk.len(), |end| end + 1)
    } else {
        chunk.find(['"', '“', '”', '<', '>']).unwrap_or(chunk.len())
    };
    chunk[..bytes].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']).len().max(1)
}
