//! The publication as one page that needs nothing but itself: no font, no picture, no program from elsewhere.
//!
//! Everything on the page is there without its script. The script adds search and another order. The page's own policy lets a browser run
//! exactly this script and use exactly this style sheet, by their hashes.

use std::fmt::Write;

use thuocdo::text::Column;
use thuocdo::{Framework, Lang};

use super::chart::charts;
use super::escape::escaped;
use super::result::Publication;
use super::table::{Listed, MANAGED_BY, NAME};
use super::words::Say;

/// How the page looks on a screen, on a phone and on paper.
const STYLE: &str = include_str!("page.css");

/// Search and order.
const SCRIPT: &str = include_str!("page.js");

/// The SHA-256 of [`STYLE`] in base64, for the policy. The test below says what it must be.
const STYLE_HASH: &str = "j35q+gw/dIN8AVRAuNnOWY1voEwyV06bDgAxY7Fz6sw=";

/// As [`STYLE_HASH`], of [`SCRIPT`].
const SCRIPT_HASH: &str = "2Nin+VOkUoHimi08bnEULU60EaxPmYUjewT1ITF3Pg0=";

/// Rows that belong together, with a heading of their own.
struct Body<'a> {
    head: Option<(&'a str, String)>,
    rows: Vec<&'a Listed<'a>>,
}

impl Publication {
    /// The page, UTF-8. Whatever names hold is shown as text.
    pub fn html(&self, framework: &Framework, lang: Lang) -> String {
        let title = escaped(self.title(lang));
        let about = paragraphs(&self.about(framework, lang));
        let linked = self.certificate_link.as_ref().map(|_| Say::Linked.template(lang).to_owned());
        let notes: Vec<String> = self.notes(framework, lang).into_iter().chain(linked).collect();
        let notes = paragraphs(&notes);
        let summary = self.summary_in_html(framework, lang);
        let list = self.list_in_html(framework, lang);
        let say = |words: Say| escaped(words.template(lang));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; \
             script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
             <header>\n<h1>{title}</h1>\n{about}</header>\n<main>\n\
             <section class=\"summary\" aria-labelledby=\"summary\">\n<h2 id=\"summary\">{}</h2>\n\
             <p class=\"key\"><span class=\"solid\"></span> {} <span class=\"pale\"></span> {}</p>\n\
             <div class=\"charts\">\n{}</div>\n{summary}</section>\n\
             <section class=\"list\" aria-labelledby=\"list\"{}>\n<h2 id=\"list\">{}</h2>\n{notes}{list}</section>\n\
             </main>\n<footer>\n<p>{}</p>\n</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
            say(Say::Summary),
            say(Say::KeyRecognised),
            say(Say::KeyComputed),
            charts(self, framework, lang),
            words_of_script(lang),
            say(Say::List),
            escaped(&Say::Digest.say(lang, &[("digest", &self.framework.digest)])),
        )
    }

    fn summary_in_html(&self, framework: &Framework, lang: Lang) -> String {
        let (columns, rows) = self.summary_table(framework, lang);
        let rows: Vec<Listed<'_>> = rows.into_iter().map(|cells| Listed { authority: None, cells, certificate: None }).collect();
        table(Say::SummaryCaption, &columns, &[Body { head: None, rows: rows.iter().collect() }], 0, lang)
    }

    /// The list, each authority with a heading, and what the codes in it stand for.
    fn list_in_html(&self, framework: &Framework, lang: Lang) -> String {
        let mut columns = self.columns(framework, lang);
        let mut listed = self.listed(framework, lang);
        let is_managed = listed.iter().any(|row| row.authority.is_some());
        // The authority is in the heading; a column in which nothing stands is left out.
        let left_out =
            |place: usize, listed: &[Listed<'_>]| place == MANAGED_BY || listed.iter().all(|row| row.cells.get(place).is_none_or(String::is_empty));
        let kept: Vec<usize> = (0..columns.len()).filter(|place| *place <= NAME || !left_out(*place, &listed)).collect();
        columns = kept.iter().filter_map(|place| columns.get(*place).cloned()).collect();
        for row in &mut listed {
            // A row is headed by the name of the institution; where nobody says it, by its code.
            if row.cells.get(NAME).is_some_and(String::is_empty)
                && let Some(code) = row.cells.first().cloned()
                && let Some(name) = row.cells.get_mut(NAME)
            {
                *name = code;
            }
            row.cells = kept.iter().filter_map(|place| row.cells.get(*place).cloned()).collect();
        }
        let bodies: Vec<Body<'_>> = listed
            .chunk_by(|a, b| a.authority == b.authority)
            .map(|rows| {
                let authority = rows.first().and_then(|row| row.authority);
                let count = rows.len();
                let head = authority.map_or_else(
                    || ("", Say::OfNobody.say(lang, &[("count", &count)])),
                    |name| (name, Say::OfAuthority.say(lang, &[("authority", &name), ("count", &count)])),
                );
                Body { head: is_managed.then_some(head), rows: rows.iter().collect() }
            })
            .collect();
        let legend = self.legend(framework, lang);
        let items: String = legend.iter().fold(String::new(), |text, line| text + "<li>" + &escaped(line) + "</li>\n");
        let legend = if items.is_empty() {
            items
        } else {
            format!("<div class=\"legend\">\n<p>{}</p>\n<ul>\n{items}</ul>\n</div>\n", escaped(Say::LegendTitle.template(lang)))
        };
        table(Say::Caption, &columns, &bodies, NAME, lang) + &legend
    }
}

/// What the script says.
fn words_of_script(lang: Lang) -> String {
    let words = [("search", Say::Search), ("sort", Say::Sort), ("listed", Say::SortAsListed), ("shown", Say::Shown)];
    words.iter().fold(String::new(), |text, (name, say)| text + " data-" + name + "=\"" + &escaped(say.template(lang)) + "\"")
}

fn paragraphs(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |text, line| text + "<p>" + &escaped(line) + "</p>\n")
}

/// A table of which the cell at `head` heads its row. On a phone each row is a card, and each cell says what it is (`data-label`).
fn table(caption: Say, columns: &[Column], bodies: &[Body<'_>], head: usize, lang: Lang) -> String {
    let caption = escaped(caption.template(lang));
    let mut out =
        format!("<div class=\"table\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>");
    // Writing to a string cannot fail.
    for column in columns {
        let _ = write!(out, "<th scope=\"col\"{}>{}</th>", class(column, lang), escaped(&column.title));
    }
    out.push_str("</tr></thead>\n");
    for body in bodies {
        match &body.head {
            None => out.push_str("<tbody>\n"),
            Some((name, title)) => {
                let (name, title, width) = (escaped(name), escaped(title), columns.len());
                let _ = write!(
                    out,
                    "<tbody data-of=\"{name}\">\n<tr class=\"of\"><th scope=\"rowgroup\" colspan=\"{width}\"><bdi>{title}</bdi></th></tr>\n"
                );
            }
        }
        for row in &body.rows {
            out.push_str(&row_in_html(row, columns, head, lang));
        }
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n</div>\n");
    out
}

/// The look of a column. Those with short words have a width of their own: no row must be two lines high for nothing.
fn class(column: &Column, lang: Lang) -> &'static str {
    match column.title.as_str() {
        _ if column.is_number => " class=\"number\"",
        title if title == Say::Type.template(lang) => " class=\"kind\"",
        title if title == Say::Standing.template(lang) => " class=\"standing\"",
        title if title == Say::Blocked.template(lang) => " class=\"way\"",
        _ => "",
    }
}

/// A row, whose name leads to the certificate.
fn row_in_html(row: &Listed<'_>, columns: &[Column], head: usize, lang: Lang) -> String {
    let mut out = String::from("<tr>");
    for (place, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
        let label = escaped(&column.title);
        // What a name holds must not turn the direction of what stands beside it.
        let text = match cell.as_str() {
            "" => String::new(),
            text if column.is_number => escaped(text),
            text => format!("<bdi>{}</bdi>", escaped(text)),
        };
        let _ = if place == head {
            let text = row.certificate.as_ref().map_or_else(|| text.clone(), |link| format!("<a href=\"{}\">{text}</a>", escaped(link)));
            write!(out, "<th scope=\"row\">{text}</th>")
        } else {
            write!(out, "<td{} data-label=\"{label}\">{text}</td>", class(column, lang))
        };
    }
    out.push_str("</tr>\n");
    out
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;

    /// A browser would run no script and use no style sheet otherwise.
    #[test]
    fn the_policy_names_the_script_and_the_style_sheet() {
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
        assert_eq!((STYLE_HASH, SCRIPT_HASH), (hash(STYLE).as_str(), hash(SCRIPT).as_str()));
    }
}
