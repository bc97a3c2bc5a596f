//! Whether a built site is whole: what its pages link to is there, and nothing is loaded from elsewhere.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::listing;

/// Looks at every page of a folder.
pub(super) fn check(site: &Path) -> Result<(), String> {
    let mut wrong = Vec::new();
    let pages = listing::files(site, "html")?;
    for page in &pages {
        let path = site.join(page);
        let text = fs::read_to_string(&path).map_err(|error| format!("{page}: {error}"))?;
        for (attribute, link) in attributes(&text) {
            if let Some(fault) = fault(attribute, &link, &path, site) {
                wrong.push(format!("{page}: {attribute}=\"{link}\" {fault}"));
            }
        }
    }
    println!("{} pages", pages.len());
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The values of `href` and `src` in a page.
fn attributes(text: &str) -> impl Iterator<Item = (&'static str, String)> + '_ {
    ["href", "src"].into_iter().flat_map(move |name| {
        let start = format!(" {name}=");
        let parts: Vec<&str> = text.split(&start).skip(1).collect();
        parts.into_iter().filter_map(move |rest| Some((name, value(rest)?)))
    })
}

/// The value of an attribute, with quotes or, as small HTML has it, without.
fn value(rest: &str) -> Option<String> {
    let value = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next()?,
        _ => rest.split([' ', '>']).next()?,
    };
    Some(value.replace("&amp;", "&"))
}

/// What is wrong with a link of a page. A part of the site beside this one is not looked at where it is not built.
fn fault(attribute: &str, link: &str, page: &Path, site: &Path) -> Option<&'static str> {
    if link.starts_with("http:") || link.starts_with("https:") || link.starts_with("//") {
        // A reader may follow a link to elsewhere; a page must not load from there.
        return (attribute == "src").then_some("loads from elsewhere");
    }
    if link.starts_with("mailto:") || link.starts_with("data:") || link.starts_with("javascript:") {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = decoded(path.split('?').next().unwrap_or_default());
    let target = if path.is_empty() { page.to_owned() } else { straight(&page.with_file_name("").join(path)) };
    let beside = site.parent().and_then(|all| target.strip_prefix(all).ok()).and_then(|inner| inner.components().next());
    if beside.is_some_and(|part| site.parent().is_some_and(|all| !all.join(part).exists())) {
        return None;
    }
    let target = if target.is_dir() { target.join("index.html") } else { target };
    let Ok(bytes) = fs::read(&target) else { return Some("is not there") };
    let named = [format!("id=\"{anchor}\""), format!("id={anchor}")];
    let text = String::from_utf8_lossy(&bytes);
    let is_there = anchor.is_empty() || named.iter().any(|name| text.contains(name.as_str())) || text.contains(&format!("name=\"{anchor}\""));
    (!is_there).then_some("has no such place")
}

/// A path without its `..`.
fn straight(path: &Path) -> PathBuf {
    let mut straight = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => _ = straight.pop(),
            other => straight.push(other),
        }
    }
    straight
}

/// An address without its `%20`.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%').then(|| tail.get(..2).and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())).flatten();
        bytes.push(hex.unwrap_or(*first));
        rest = if hex.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_may_be_written_in_three_ways() {
        let found: Vec<(&str, String)> = attributes("<a href=\"a.html#b\"> <a href='c d'> <img src=e.png>").collect();
        assert_eq!(found, [("href", "a.html#b".to_owned()), ("href", "c d".to_owned()), ("src", "e.png".to_owned())]);
        assert_eq!(decoded("VD-04%20(g%E1%BB%ADi).xlsx"), "VD-04 (gửi).xlsx");
    }

    #[test]
    fn what_is_loaded_from_elsewhere_or_missing_is_a_fault() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let site = Path::new(env!("CARGO_MANIFEST_DIR"));
        let fault = |attribute, link| fault(attribute, link, &page, site);
        assert_eq!(fault("src", "https://example.com/a.js"), Some("loads from elsewhere"));
        assert_eq!(fault("href", "https://example.com/"), None);
        assert_eq!(fault("href", "no-such-file.html"), Some("is not there"));
        assert_eq!(fault("href", "#nowhere"), Some("has no such place"));
        assert_eq!(fault("href", "src/main.rs"), None);
        // The crate beside this one is there, another is not.
        assert_eq!(fault("href", "../thuocdo-cli/no-such-file"), Some("is not there"));
        assert_eq!(fault("href", "../no-such-crate/no-such-file"), None);
    }
}
