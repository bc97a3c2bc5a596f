//! Papers, read back by other hands than those that wrote them.

mod codes;
mod docx;
mod hostile;
mod html;
mod libreoffice;
mod plans;
mod record;
mod school;
mod summary;

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use roxmltree::{Document, Node};
use thuocdo::{Assessment, Lang, LocalScorer, Scorecard, Scorer};
use thuocdo_office::paper::Paper;
use thuocdo_office::report::{self, Letter};
use zip::ZipArchive;

/// The names of `WordprocessingML`.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn scorer() -> LocalScorer {
    LocalScorer::new(Scorer::shipped("moet-4725-2022").expect("it ships"))
}

/// An example of the repository.
fn example(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)).expect("an example")
}

fn form(name: &str) -> Assessment {
    scorer().local().assessment(&example(name)[..]).expect("it is good")
}

fn card(name: &str) -> Scorecard {
    scorer().local().score(&example(name)[..]).expect("it is good")
}

fn letter() -> Letter {
    Letter {
        above: Some("UBND phường Sao Biển (ví dụ giả định)".to_owned()),
        number: Some("05/BC-THHS".to_owned()),
        on: Some("2024-05-06".parse().expect("a day")),
        place: Some("Hải Phòng".to_owned()),
        signer: Some("Nguyễn Thị Ví Dụ".to_owned()),
        ..Letter::default()
    }
}

/// The paper of an example school.
fn paper(name: &str, letter: &Letter, lang: Lang) -> Paper {
    report::school(&scorer(), &form(name), None, letter, lang).expect("a paper")
}

/// Every paper there is, by name, from the examples.
fn papers(lang: Lang) -> Vec<(&'static str, Paper)> {
    let (own, external) = (form("complete-primary-school.json"), form("external-primary-school.json"));
    let mut last_year = own.clone();
    last_year.period = Some("2022-2023".to_owned());
    let before = scorer().local().score(&last_year).expect("a card");
    let all = [
        ("phieu", report::school(&scorer(), &own, Some(&before), &letter(), lang)),
        ("phieu-trong", report::school(&scorer(), &Assessment::new(), None, &Letter::default(), lang)),
        ("bien-ban", report::record(&scorer(), &own, &external, None, &Letter::default(), lang)),
    ];
    let mut papers: Vec<(&str, Paper)> = all.into_iter().map(|(name, paper)| (name, paper.expect("a paper"))).collect();
    papers.push(("xac-nhan", codes::confirmation(None, lang)));
    papers.push(("quyet-dinh", summary::draft(lang)));
    papers.push(("bao-cao", summary::report(lang)));
    papers.extend(plans::papers(lang));
    papers
}

/// The parts of a DOCX, by name, in their order.
fn parts(docx: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(docx)).expect("a ZIP");
    (0..zip.len())
        .map(|nth| {
            let mut part = zip.by_index(nth).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("its content");
            (part.name().expect("a name").into_owned(), content)
        })
        .collect()
}

/// A part as text.
fn part(docx: &[u8], name: &str) -> String {
    let (_, content) = parts(docx).into_iter().find(|(known, _)| known == name).expect("the part");
    String::from_utf8(content).expect("UTF-8")
}

/// The elements of a name below another.
fn all<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |node| node.has_tag_name((W, name)))
}

/// The texts of a part of a document: paragraphs, each in one piece.
fn paragraphs(node: Node<'_, '_>) -> Vec<String> {
    node.descendants()
        .filter(|node| node.has_tag_name((W, "p")))
        .map(|p| p.descendants().filter(|node| node.has_tag_name((W, "t"))).filter_map(|t| t.text()).collect())
        .collect()
}

/// The rows of every table with borders, each as the texts of its cells.
fn rows(docx: &[u8]) -> Vec<Vec<String>> {
    let text = part(docx, "word/document.xml");
    let document = Document::parse(&text).expect("XML");
    let is_grid = |table: &Node<'_, '_>| {
        let style = table.descendants().find(|node| node.has_tag_name((W, "tblStyle")));
        style.and_then(|style| style.attribute((W, "val"))) == Some("Grid")
    };
    let tables = document.descendants().filter(|node| node.has_tag_name((W, "tbl"))).filter(is_grid);
    tables
        .flat_map(|table| table.children().filter(|node| node.has_tag_name((W, "tr"))).collect::<Vec<_>>())
        .map(|row| row.children().filter(|node| node.has_tag_name((W, "tc"))).map(|cell| paragraphs(cell).join("\n")).collect())
        .collect()
}

/// Every text of a DOCX, one paragraph a line.
fn text(docx: &[u8]) -> String {
    let text = part(docx, "word/document.xml");
    paragraphs(Document::parse(&text).expect("XML").root()).join("\n")
}
