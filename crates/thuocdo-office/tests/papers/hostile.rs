//! Names and notes that try to be more than text.

use roxmltree::{Document, ParsingOptions};
use thuocdo::{Answer, Assessment, Institution, Lang};
use thuocdo_office::paper::{Block, Cell, Column, Paper, Paragraph, Span, Table};
use thuocdo_office::report::{self, Letter};

use super::{part, scorer, text};

const EVIL: [&str; 9] = [
    "<script>alert(1)</script>",
    "</style><style>body{display:none}",
    "\" onmouseover=\"alert(1)",
    "&lt;b&gt; & 'x'",
    "a\u{202e}txt.exe\u{2066}",
    "\0\u{1}\u{b}\u{1f}\u{7f}\u{85}",
    "\u{fffe}\u{ffff}\u{feff}",
    "]]><!--",
    "{name} {blank}",
];

/// The text as a paper shows it: what cannot be seen is written out.
fn seen(text: &str) -> String {
    let is_hidden = |c: char| c.is_control() || matches!(c, '\u{202e}' | '\u{2066}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if is_hidden(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}

#[test]
fn a_name_stays_a_name_in_every_place() {
    for evil in EVIL {
        let institution = Institution { code: Some(evil.to_owned()), name: Some(evil.to_owned()), kind: None };
        let note = Answer { note: Some(evil.to_owned()), ..Answer::default() };
        let form = Assessment { institution: Some(institution), period: Some(evil.to_owned()), ..Assessment::new() }.answer("1.3.1", note);
        let words = || Some(evil.to_owned());
        let letter =
            Letter { above: words(), body: words(), number: words(), place: words(), signer: words(), signer_title: words(), ..Letter::default() };
        let paper = report::school(&scorer(), &form, None, &letter, Lang::Vi).expect("a paper");

        let page = paper.html();
        let document = Document::parse_with_options(&page, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() }).expect("well-formed");
        assert_eq!(document.descendants().filter(|node| node.has_tag_name("script")).count(), 0, "{evil}");
        assert_eq!(document.descendants().filter(|node| node.has_tag_name("style")).count(), 1, "{evil}");
        let texts: Vec<&str> = document.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        assert!(texts.iter().any(|text| text.contains(&seen(evil))), "{evil}");
        let title = document.descendants().find(|node| node.has_tag_name("title")).and_then(|title| title.text()).expect("a title");
        assert!(title.contains(&seen(evil)), "{evil}: {title}");

        let docx = paper.docx().expect("a DOCX");
        assert!(text(&docx).contains(&seen(evil)), "{evil}");
        for name in ["word/document.xml", "word/footer1.xml", "docProps/core.xml"] {
            assert!(Document::parse(&part(&docx, name)).is_ok(), "{evil}, {name}");
        }
    }
}

/// Lines of a note stand below each other; a title that a program fills in itself is as safe as one of a reader's.
#[test]
fn lines_stay_lines_and_parts_made_by_hand_are_safe() {
    let mut table = Table::new([Column::words("<i>", 10), Column::centred("&", 20)]);
    table.row([Cell::from("một\r\nhai\n\n ba"), Cell::empty()]);
    let mut paper = Paper::default();
    paper.blocks = vec![Block::Mark("<b>\u{0}".to_owned()), Block::Paragraph(Paragraph::new([Span::bold("<u>")])), Block::Table(table)];
    paper.foot = "a</footer>\u{c}".to_owned();
    paper.title = "</title>".to_owned();
    let page = paper.html();
    assert!(page.contains("<bdi>một</bdi><br/><bdi>hai</bdi><br/><bdi> ba</bdi>"), "{page}");
    assert!(page.contains(r"a&lt;/footer&gt;\u{c}") && page.contains("<title>&lt;/title&gt;</title>") && page.contains(r"&lt;b&gt;\u{0}"), "{page}");
    let docx = paper.docx().expect("a DOCX");
    assert_eq!(super::rows(&docx), [vec!["<i>", "&"], vec!["một\nhai\n ba", ""]]);
    assert!(part(&docx, "word/footer1.xml").contains(r"a&lt;/footer&gt;\u{c}"));
}

#[test]
fn a_word_as_long_as_a_page_is_kept_whole() {
    let long = "dài".repeat(5000);
    let form = Assessment { institution: Some(Institution { name: Some(long.clone()), ..Institution::default() }), ..Assessment::new() };
    let paper = report::school(&scorer(), &form, None, &Letter::default(), Lang::Vi).expect("a paper");
    assert!(paper.html().contains(&long) && text(&paper.docx().expect("a DOCX")).contains(&long));
    // The page may break it anywhere.
    assert!(paper.html().contains("overflow-wrap: anywhere"));
}
