//! The publication as one page that needs nothing but itself: no script, no font, no picture from elsewhere.

use std::fmt::Write;

use thuocdo::text::Column;
use thuocdo::{Framework, Lang};

use super::chart::charts;
use super::escape::escaped;
use super::result::Publication;
use super::words::Say;

/// How the page looks on a screen, on a phone and on paper.
const STYLE: &str = include_str!("page.css");

impl Publication {
    /// The page, UTF-8. Whatever names hold is shown as text.
    pub fn html(&self, framework: &Framework, lang: Lang) -> String {
        let title = escaped(self.title(lang));
        let about = paragraphs(&self.about(framework, lang));
        let notes = paragraphs(&self.notes(framework, lang));
        let (columns, rows) = self.summary_table(framework, lang);
        let summary = table(Say::SummaryCaption, &columns, &rows, 0, lang);
        let list = self.table(framework, lang);
        // The name heads its row, behind the code.
        let list = table(Say::Caption, &list.columns, &list.rows, 1, lang);
        let say = |words: Say| escaped(words.template(lang));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <header>\n<h1>{title}</h1>\n{about}</header>\n<main>\n\
             <section aria-labelledby=\"summary\">\n<h2 id=\"summary\">{}</h2>\n\
             <p class=\"key\"><span class=\"solid\"></span> {} <span class=\"pale\"></span> {}</p>\n\
             <div class=\"charts\">\n{}</div>\n{summary}</section>\n\
             <section aria-labelledby=\"list\">\n<h2 id=\"list\">{}</h2>\n{notes}{list}</section>\n\
             </main>\n<footer>\n<p>{}</p>\n</footer>\n</body>\n</html>\n",
            say(Say::Summary),
            say(Say::KeyRecognised),
            say(Say::KeyComputed),
            charts(self, framework, lang),
            say(Say::List),
            escaped(&Say::Digest.say(lang, &[("digest", &self.framework.digest)])),
        )
    }
}

fn paragraphs(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |text, line| text + "<p>" + &escaped(line) + "</p>\n")
}

/// A table of which the cell at `head` heads its row.
fn table(caption: Say, columns: &[Column], rows: &[Vec<String>], head: usize, lang: Lang) -> String {
    let caption = escaped(caption.template(lang));
    let mut out =
        format!("<div class=\"table\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>");
    let class = |column: &Column| if column.is_number { " class=\"number\"" } else { "" };
    // Writing to a string cannot fail.
    for column in columns {
        let _ = write!(out, "<th scope=\"col\"{}>{}</th>", class(column), escaped(&column.title));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for (place, (cell, column)) in row.iter().zip(columns).enumerate() {
            // What a name holds must not turn the direction of what stands beside it.
            let cell = if column.is_number { escaped(cell) } else { format!("<bdi>{}</bdi>", escaped(cell)) };
            let _ = if place == head { write!(out, "<th scope=\"row\">{cell}</th>") } else { write!(out, "<td{}>{cell}</td>", class(column)) };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    out
}
