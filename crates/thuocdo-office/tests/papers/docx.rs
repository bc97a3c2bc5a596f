//! The parts of a DOCX, and the structure of its document.

use roxmltree::{Document, Node};
use thuocdo::Lang;
use zip::{DateTime, ZipArchive};

use super::{W, all, papers, part, parts};

/// The names of relations.
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The value of an element's attribute `w:val` or `w:w`.
fn number(node: Node<'_, '_>, name: &'static str) -> u32 {
    node.attribute((W, name)).and_then(|value| value.parse().ok()).expect("a number")
}

#[test]
fn every_part_is_there_is_xml_and_holds_no_time() {
    for lang in Lang::ALL {
        for (name, paper) in papers(lang) {
            let docx = paper.docx().expect("a DOCX");
            let names: Vec<String> = parts(&docx).into_iter().map(|(name, _)| name).collect();
            let mut wanted = vec![
                "[Content_Types].xml",
                "_rels/.rels",
                "docProps/core.xml",
                "word/document.xml",
                "word/_rels/document.xml.rels",
                "word/styles.xml",
                "word/settings.xml",
                "word/header1.xml",
                "word/header2.xml",
                "word/footer1.xml",
            ];
            wanted.extend((name == "xac-nhan").then_some("word/media/picture0.png"));
            assert_eq!(names, wanted, "{name}");
            for (part, content) in parts(&docx).iter().filter(|(part, _)| !part.starts_with("word/media/")) {
                let text = std::str::from_utf8(content).expect("UTF-8");
                assert!(Document::parse(text).is_ok(), "{name}, {part}: {:?}", Document::parse(text).err());
                assert!(!text.contains("dcterms") && !text.contains("creator"), "{name}, {part}");
            }
            let mut zip = ZipArchive::new(std::io::Cursor::new(&docx)).expect("a ZIP");
            for nth in 0..zip.len() {
                assert_eq!(zip.by_index(nth).expect("a part").last_modified(), Some(DateTime::default()), "{name}");
            }
        }
    }
}

#[test]
fn the_same_paper_makes_the_same_bytes() {
    let (first, second) = (papers(Lang::Vi), papers(Lang::Vi));
    for ((name, first), (_, second)) in first.iter().zip(&second) {
        assert!(first.docx().expect("a DOCX") == second.docx().expect("a DOCX"), "{name}");
        assert!(first.html() == second.html(), "{name}");
    }
}

/// Every relation that a document uses leads to a part, and every style that it uses is there.
#[test]
fn nothing_leads_nowhere() {
    for (name, paper) in papers(Lang::Vi) {
        let docx = paper.docx().expect("a DOCX");
        let (relations, document, styles) =
            (part(&docx, "word/_rels/document.xml.rels"), part(&docx, "word/document.xml"), part(&docx, "word/styles.xml"));
        let (relations, document, styles) =
            (Document::parse(&relations).expect("XML"), Document::parse(&document).expect("XML"), Document::parse(&styles).expect("XML"));
        let relations: Vec<(&str, &str)> =
            relations.root_element().children().filter_map(|one| Some((one.attribute("Id")?, one.attribute("Target")?))).collect();
        let names: Vec<String> = parts(&docx).into_iter().map(|(name, _)| name).collect();
        for (_, target) in &relations {
            assert!(names.contains(&format!("word/{target}")), "{name}: {target}");
        }
        let used = document.descendants().flat_map(|node| node.attributes()).filter(|attribute| attribute.namespace() == Some(R));
        for attribute in used {
            assert!(relations.iter().any(|(id, _)| *id == attribute.value()), "{name}: {}", attribute.value());
        }
        let known: Vec<&str> = all(styles.root(), "style").filter_map(|style| style.attribute((W, "styleId"))).collect();
        for style in ["pStyle", "tblStyle"].into_iter().flat_map(|kind| all(document.root(), kind)) {
            let style = style.attribute((W, "val")).expect("a style");
            assert!(known.contains(&style), "{name}: {style}");
        }
    }
}

/// A heading of a table stands on each page, and no row breaks over two; the cells of each row fill the grid, and that the page.
#[test]
fn tables_repeat_their_heading_keep_their_rows_whole_and_fill_the_page() {
    for (name, paper) in papers(Lang::Vi) {
        let document = part(&paper.docx().expect("a DOCX"), "word/document.xml");
        let document = Document::parse(&document).expect("XML");
        let mut headings = 0;
        for table in all(document.root(), "tbl") {
            let grid: Vec<u32> = all(table, "gridCol").map(|column| number(column, "w")).collect();
            // 165 mm, in twentieths of a point.
            assert_eq!(grid.iter().sum::<u32>(), 9355, "{name}");
            let is_grid = all(table, "tblStyle").next().and_then(|style| style.attribute((W, "val"))) == Some("Grid");
            for (nth, row) in all(table, "tr").enumerate() {
                assert_eq!(all(row, "cantSplit").count(), 1, "{name}");
                assert_eq!(all(row, "tblHeader").count(), usize::from(is_grid && nth == 0), "{name}");
                headings += all(row, "tblHeader").count();
                let spans: Vec<usize> =
                    all(row, "tc").map(|cell| all(cell, "gridSpan").next().map_or(1, |span| number(span, "val") as usize)).collect();
                assert_eq!(spans.iter().sum::<usize>(), grid.len(), "{name}");
                // Each cell is as wide as the columns that it covers.
                let mut columns = grid.iter();
                for (cell, span) in all(row, "tc").zip(spans) {
                    let width: u32 = columns.by_ref().take(span).sum();
                    assert_eq!(all(cell, "tcW").next().map(|of| number(of, "w")), Some(width), "{name}");
                    assert!(all(cell, "p").next().is_some(), "{name}: a cell without a paragraph");
                }
            }
        }
        assert_eq!(headings > 0, name != "nothing", "{name}");
    }
}

#[test]
fn the_page_is_a4_with_the_margins_of_papers_and_numbers_from_the_second_page() {
    let (_, paper) = papers(Lang::Vi).remove(0);
    let docx = paper.docx().expect("a DOCX");
    let document = part(&docx, "word/document.xml");
    let document = Document::parse(&document).expect("XML");
    let one = |name| all(document.root(), name).next().expect("one of them");
    assert_eq!((number(one("pgSz"), "w"), number(one("pgSz"), "h")), (11906, 16838)); // 210 mm × 297 mm
    let margins = ["top", "right", "bottom", "left"].map(|side| number(one("pgMar"), side));
    assert_eq!(margins, [1134, 850, 1134, 1701]); // 20, 15, 20, 30 mm
    one("titlePg");
    assert!(part(&docx, "word/header1.xml").contains("w:instr=\"PAGE\""));
    assert!(!part(&docx, "word/header2.xml").contains("PAGE"));
    let styles = part(&docx, "word/styles.xml");
    assert!(styles.contains("w:ascii=\"Times New Roman\"") && styles.contains("<w:sz w:val=\"26\"/>")); // 13 pt
    assert!(styles.contains("w:lang w:val=\"vi-VN\""));
}
