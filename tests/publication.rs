//! The list to be published, read back by other readers.

use serde_json::{Value, json};
use thuocdo::{Framework, Lang};
use thuocdo_practice::Publication;
use thuocdo_practice::publication::Head;
use thuocdo_tables::unguarded;
use thuocdo_tests::scorer;

/// Names made to break a page, a table or a spreadsheet.
const HOSTILE: [&str; 11] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</td></table></svg><h1>",
    "=HYPERLINK(\"http://x\")",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "Trường \"A\", 'B' & C\r\nhai dòng \u{202e}\u{0}",
    "Trường A;=1;\"+1\";\t-1,@1",
    "\u{feff} ＝1\r\n=1",
];

fn publication(framework: &Framework) -> Publication {
    let scorer = scorer("moet-4725-2022");
    let cards: Vec<_> = HOSTILE
        .iter()
        .enumerate()
        .map(|(number, name)| {
            let school = json!({ "conditions": {}, "answers": { "1.3.1": 6 }, "institution": { "code": format!("={number}"), "name": name } });
            scorer.score(school.to_string().as_bytes()).expect("a card")
        })
        .collect();
    let head = Head { title: Some(HOSTILE[0].to_owned()), authority: Some(HOSTILE[1].to_owned()), ..Head::default() };
    Publication::new(framework, None, head, &cards, &[]).expect("a publication")
}

#[test]
fn csv_is_read_back_and_no_cell_is_a_formula() {
    let scorer = scorer("moet-4725-2022");
    let publication = publication(scorer.framework());
    for lang in Lang::ALL {
        let (text, table) = (publication.csv(scorer.framework(), lang), publication.table(scorer.framework(), lang));
        assert!(text.ends_with("\r\n"));
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
        assert_eq!(reader.headers().expect("a header"), titles);
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), HOSTILE.len());
        for (row, cells) in rows.iter().zip(&table.rows) {
            for (found, cell) in row.iter().zip(cells) {
                assert!(!found.starts_with(['=', '+', '-', '@', '\t', '＝']), "{found}");
                assert_eq!(unguarded(found), *cell);
            }
        }
        // Parted elsewhere, as Excel does it in Vietnam, it holds no formula either.
        for (delimiter, quoting) in [(b';', true), (b';', false), (b'\t', true), (b'\t', false), (b',', false)] {
            let mut rows =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting).from_reader(text.as_bytes());
            for cell in rows.records().flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>()) {
                assert!(!cell.trim_start_matches(['\u{feff}', ' ']).starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{cell:?}");
            }
        }
    }
}

/// What may stand on the page, with the attributes it may have.
const TAGS: [(&str, &[&str]); 33] = [
    ("bdi", &[]),
    ("body", &[]),
    ("caption", &[]),
    ("desc", &["id"]),
    ("div", &["aria-label", "class", "role", "tabindex"]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h1", &[]),
    ("h2", &["id"]),
    ("head", &[]),
    ("header", &[]),
    ("html", &["lang"]),
    ("main", &[]),
    ("meta", &["charset", "content", "http-equiv", "name"]),
    ("p", &["class"]),
    ("rect", &["class", "fill", "height", "stroke", "width", "x", "y"]),
    ("section", &["aria-labelledby"]),
    ("span", &["class"]),
    ("style", &[]),
    ("svg", &["aria-labelledby", "role", "viewBox"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("text", &["class", "x", "y"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("title", &["id"]),
    ("tr", &[]),
    ("!DOCTYPE", &["html"]),
    ("ul", &[]),
    ("li", &[]),
    ("strong", &[]),
];

/// Walks the page: every tag is one of ours, each is closed in its order, every attribute is quoted; answers with the text between.
fn text_of(page: &str) -> String {
    let (mut open, mut text, mut rest): (Vec<&str>, String, &str) = (Vec::new(), String::new(), page);
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>') || open.last() == Some(&"style"), "a bare > in {before}");
        text.push_str(before);
        let (tag, tail) = after.split_once('>').expect("a tag ends");
        rest = tail;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closed out of order");
            continue;
        }
        let (tag, is_closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let (_, allowed) = TAGS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no tag of ours: {tag}"));
        while name != "!DOCTYPE" && !attributes.is_empty() {
            let (attribute, value) = attributes.split_once("=\"").unwrap_or_else(|| panic!("not quoted: {tag}"));
            let (_, tail) = value.split_once('"').expect("a quote ends");
            assert!(allowed.contains(&attribute.trim_start()), "{attribute} of {tag}");
            attributes = tail;
        }
        if !is_closed && !["meta", "!DOCTYPE"].contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    text
}

#[test]
fn the_page_is_well_formed_and_shows_hostile_names_as_text() {
    let scorer = scorer("moet-4725-2022");
    let publication = publication(scorer.framework());
    for lang in Lang::ALL {
        let page = publication.html(scorer.framework(), lang);
        let text = text_of(&page).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
        for name in &HOSTILE[..7] {
            assert!(text.contains(name), "{name}");
        }
        assert!(text.contains(r"C\u{d}\u{a}hai dòng \u{202e}\u{0}"), "what cannot be seen is written out");
        assert!(!page.contains(|c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}'))));
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\">")) && page.contains("<meta charset=\"utf-8\">"));
        // Nothing comes from elsewhere.
        for outside in ["http://", "https://", "url(", "@import", "src=\"", "href=", "<script", "<link", "<iframe"] {
            let bare = page.replace(&"=HYPERLINK(\"http://x\")".replace('"', "&quot;"), "");
            assert!(!bare.contains(outside), "{outside}");
        }
    }
}

/// The numbers of the pictures are said in text too.
#[test]
fn every_bar_is_also_said_in_words() {
    let scorer = scorer("moet-4725-2022");
    let page = publication(scorer.framework()).html(scorer.framework(), Lang::En);
    assert_eq!(page.matches("<svg ").count(), 3, "two groups and the whole");
    assert_eq!(page.matches("<title id=").count(), 3);
    // Nobody's level is known: 6 of 100 points are certain and all can still come.
    assert_eq!(page.matches("Undetermined: 11 (100%)").count(), 3);
}

#[test]
fn a_report_names_every_institution_once() {
    let scorer = scorer("moet-4725-2022");
    let publication = publication(scorer.framework());
    let value: Value = serde_json::from_str(&publication.to_json()).expect("JSON");
    assert_eq!(value["rows"].as_array().map(Vec::len), Some(HOSTILE.len()));
    for lang in Lang::ALL {
        let report = publication.report(scorer.framework(), lang).to_string();
        assert!((0..HOSTILE.len()).all(|number| report.contains(&format!("={number} | "))), "{report}");
    }
}
