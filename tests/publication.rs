//! The list to be published, read back by other readers.

use serde_json::{Value, json};
use thuocdo::{Framework, Lang, Level};
use thuocdo_practice::Publication;
use thuocdo_practice::publication::{Head, Recognised};
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
const TAGS: [(&str, &[&str]); 34] = [
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
    ("script", &[]),
    ("section", &["aria-labelledby", "class", "data-listed", "data-search", "data-shown", "data-sort"]),
    ("span", &["class"]),
    ("style", &[]),
    ("svg", &["aria-labelledby", "role", "viewBox"]),
    ("table", &[]),
    ("tbody", &["data-of"]),
    ("td", &["class", "data-label"]),
    ("text", &["class", "x", "y"]),
    ("th", &["class", "colspan", "scope"]),
    ("thead", &[]),
    ("title", &["id"]),
    ("tr", &["class"]),
    ("!DOCTYPE", &["html"]),
    ("ul", &[]),
    ("li", &[]),
    ("strong", &[]),
];

/// Walks the page: every tag is one of ours, each is closed in its order, every attribute is quoted; answers with the text between.
fn text_of(page: &str) -> String {
    let (mut open, mut text, mut rest): (Vec<&str>, String, &str) = (Vec::new(), String::new(), page);
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>') || matches!(open.last(), Some(&"style" | &"script")), "a bare > in {before}");
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
        for outside in ["http://", "https://", "url(", "@import", "src=\"", "href=", "<script ", "<link", "<iframe", "fetch(", "import("] {
            let bare = page.replace(&"=HYPERLINK(\"http://x\")".replace('"', "&quot;"), "");
            assert!(!bare.contains(outside), "{outside}");
        }
    }
}

/// The one script is the page's own, and the policy lets no other one run, nor any attribute that is one.
#[test]
fn the_page_lets_no_script_run_but_its_own() {
    let scorer = scorer("moet-4725-2022");
    let page = publication(scorer.framework()).html(scorer.framework(), Lang::Vi);
    let policy = page.split_once("Content-Security-Policy\" content=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a policy").0;
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    assert_eq!((policy.matches("'sha256-").count(), page.matches("<script").count(), page.matches("<style").count()), (2, 1, 1));
    // Without it nothing is missing: what can be searched is a table, and the controls are made by the script.
    assert!(!page.contains("<input") && !page.contains("<button") && !page.contains("hidden>"), "{page}");
    let script = page.split_once("<script>").and_then(|(_, rest)| rest.split_once("</script>")).expect("a script").0;
    assert!(!script.contains("innerHTML") && !script.contains("eval") && !script.contains("document.write"), "{script}");
}

/// The name of a school that is recognised leads to its certificate, and no code leaves its place in the address.
#[test]
fn certificates_are_linked_where_an_address_is_given() {
    let scorer = scorer("moet-4725-2022");
    let recognised = ["31-0042", "Đ\"/?"].map(|code| Recognised { code: code.to_owned(), overall: Some(Level::new(2)), ..Recognised::default() });
    let head = |link: Option<&str>| Head { certificate_link: link.and_then(|link| link.parse().ok()), ..Head::default() };
    let page = |link| {
        let publication = Publication::new(scorer.framework(), None, head(link), &[], &recognised).expect("a publication");
        publication.html(scorer.framework(), Lang::Vi)
    };
    let linked = page(Some("https://so.example.vn/xac-nhan/{code}.json"));
    // Đ is C4 90 in UTF-8.
    for code in ["31-0042", "%C4%90%22%2F%3F"] {
        assert!(linked.contains(&format!("<a href=\"https://so.example.vn/xac-nhan/{code}.json\">")), "{code}: {linked}");
    }
    assert!(!page(None).contains("<a "));
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
