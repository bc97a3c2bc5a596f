//! The page: XML besides HTML, so that any parser shows its structure.

use roxmltree::{Document, ParsingOptions};
use thuocdo::Lang;

use super::papers;

fn parsed(page: &str) -> Document<'_> {
    Document::parse_with_options(page, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() }).expect("well-formed")
}

#[test]
fn a_page_needs_nothing_but_itself() {
    for lang in Lang::ALL {
        for (name, paper) in papers(lang) {
            let page = paper.html();
            let document = parsed(&page);
            assert_eq!(document.root_element().attribute("lang"), Some(lang.as_str()), "{name}");
            for node in document.descendants().filter(roxmltree::Node::is_element) {
                let tag = node.tag_name().name();
                assert!(!["script", "link", "img", "iframe", "object", "embed", "base", "form", "a"].contains(&tag), "{name}: {tag}");
                for attribute in node.attributes() {
                    let attribute = attribute.name();
                    assert!(!attribute.starts_with("on") && !["src", "href", "srcset", "action"].contains(&attribute), "{name}: {attribute}");
                }
            }
            let style: String = document.descendants().filter(|node| node.has_tag_name("style")).filter_map(|node| node.text()).collect();
            assert!(!style.contains("url(") && !style.contains("@import"), "{name}");
            assert!(page.contains("default-src 'none'") || page.contains("default-src &apos;none&apos;"), "{name}");
        }
    }
}

#[test]
fn a_page_prints_on_a4_with_numbers_and_repeated_headings() {
    let (_, paper) = papers(Lang::Vi).remove(0);
    let page = paper.html();
    for rule in ["size: A4", "margin: 20mm 15mm 20mm 30mm", "counter(page)", "display: table-header-group", "break-inside: avoid"] {
        assert!(page.contains(rule), "{rule}");
    }
    let document = parsed(&page);
    for table in document.descendants().filter(|node| node.has_tag_name("table") && node.attribute("class").is_none()) {
        let heading = table.children().find(|node| node.has_tag_name("thead")).expect("a heading");
        let columns = heading.descendants().filter(|node| node.has_tag_name("th")).count();
        assert_eq!(table.descendants().filter(|node| node.has_tag_name("col")).count(), columns);
        let body = table.children().find(|node| node.has_tag_name("tbody")).expect("a body");
        for row in body.children().filter(|node| node.has_tag_name("tr")) {
            let span = |cell: roxmltree::Node<'_, '_>| cell.attribute("colspan").map_or(1, |span| span.parse().expect("a number"));
            assert_eq!(row.children().filter(roxmltree::Node::is_element).map(span).sum::<usize>(), columns);
        }
    }
}

/// Both writers say the same words in the same order.
#[test]
fn page_and_docx_say_the_same() {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<String>>();
    for (name, paper) in papers(Lang::Vi) {
        let page = paper.html();
        let document = parsed(&page);
        let main = document.descendants().find(|node| node.has_tag_name("main")).expect("the paper");
        // Texts beside each other stand in elements of their own, so a blank between them changes nothing.
        let of_page: Vec<&str> = main.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        let of_docx = super::text(&paper.docx().expect("a DOCX"));
        let mut of_page = words(&of_page.join(" "));
        let mut of_docx = words(&of_docx);
        of_page.retain(|word| !word.is_empty());
        of_docx.retain(|word| !word.is_empty());
        let joined = |words: Vec<String>| words.concat();
        assert_eq!(joined(of_page), joined(of_docx), "{name}");
    }
}
