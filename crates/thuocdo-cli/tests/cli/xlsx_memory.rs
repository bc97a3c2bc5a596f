//! Small workbooks that hold, or name, gigabytes: each is read or refused within 256 MiB, with the reason.
#![cfg(target_os = "linux")]

use std::io::{Cursor, Write};
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Answer, Folder, VIETNAMESE, example};

/// All memory that the command may ask for, in bytes; if it asked for more it would be aborted.
const MEMORY: u64 = 256 << 20;
const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";
const SHEET: &str = "xl/worksheets/sheet1.xml";
const WORKBOOK: &str = "xl/workbook.xml";
const LINKS: &str = "xl/_rels/workbook.xml.rels";
const SPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The parts of an honest form, some of them replaced or added.
fn forged(parts: &[(&str, String)]) -> Vec<u8> {
    let bytes = std::fs::read(example("filled-form.xlsx")).expect("the example");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let quick = SimpleFileOptions::default().compression_level(Some(1));
    for name in names.iter().filter(|name| !parts.iter().any(|(part, _)| part == name)) {
        writer.start_file(name, quick).expect("begun");
        std::io::copy(&mut archive.by_name(name).expect("a part"), &mut writer).expect("copied");
    }
    for (name, content) in parts {
        writer.start_file(*name, quick).expect("begun");
        writer.write_all(content.as_bytes()).expect("written");
    }
    writer.finish().expect("finished").into_inner()
}

fn part(root: &str, content: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><{root} xmlns="{SPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{content}</{root}>"#
    )
}

fn sheet(rows: &str) -> String {
    part("worksheet", &format!("<sheetData>{rows}</sheetData>"))
}

fn links(extra: &str) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    format!(
        r#"<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/>{extra}</Relationships>"#
    )
}

/// A piece for each number, one behind the other.
fn each(numbers: impl Iterator<Item = usize>, piece: impl Fn(usize) -> String) -> String {
    numbers.map(piece).collect::<Vec<_>>().concat()
}

/// Sheets that all name the first part.
fn sheets(count: usize) -> String {
    let sheets = each(1..=count, |nth| format!(r#"<sheet name="T{nth}" sheetId="{nth}" r:id="rId1"/>"#));
    part("workbook", &format!("<sheets>{sheets}</sheets>"))
}

/// Rows whose first cell names the first shared text.
fn naming_cells(count: usize) -> String {
    each(1..=count, |row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#))
}

/// Scores a workbook with so much memory and no more.
#[track_caller]
fn score(workbook: &[u8]) -> Answer {
    assert!(workbook.len() < 4 << 20, "{} bytes are not small", workbook.len());
    let folder = Folder::new();
    let output = Command::new("prlimit")
        .arg(format!("--as={MEMORY}"))
        .arg(cargo_bin("thuocdo"))
        .envs(VIETNAMESE)
        .args(["score", "--format", "csv", &folder.file("doc.xlsx", workbook)])
        .output()
        .expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let answer = Answer { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) };
    assert!(answer.err.len() < 4 << 20, "{} bytes of error", answer.err.len());
    assert!(!answer.err.contains("panicked"), "{answer:?}");
    answer
}

/// Refused, for this reason.
#[track_caller]
fn refused(parts: &[(&str, String)], reason: &str) {
    let err = score(&forged(parts)).fails(2);
    assert!(err.contains("doc.xlsx: tệp quá lớn so với một bảng điểm hay phiếu đã điền: ") && err.contains(reason), "{err}");
}

/// Read as if what is said were not there.
#[track_caller]
fn harmless(parts: &[(&str, String)]) {
    let honest = score(&std::fs::read(example("filled-form.xlsx")).expect("the example")).done();
    assert_eq!(score(&forged(parts)).done(), honest);
}

#[test]
fn one_long_text_that_many_cells_name() {
    let cells = sheet(&naming_cells(10_000));
    let strings = |bytes: usize| part("sst", &format!("<si><t>{}</t></si>", "a".repeat(bytes)));
    refused(&[(STRINGS, strings(16 << 20)), (SHEET, cells.clone())], "có ô dài hơn 1 MiB");
    refused(&[(STRINGS, strings(1_000_000)), (SHEET, cells.clone())], "các ô có hơn 16 MiB chữ");
    refused(&[(STRINGS, part("sst", &format!("<si>{}</si>", "<r><t>aaaaaaaa</t></r>".repeat(140_000)))), (SHEET, cells.clone())], "có ô dài hơn");
    refused(&[(STRINGS, part("sst", &format!("<si><t>{}</t></si>", "&amp;".repeat(300_000)))), (SHEET, cells)], "có ô dài hơn");
}

#[test]
fn many_sheets_that_name_one_part() {
    let cells = sheet(&naming_cells(2_000));
    let strings = part("sst", "<si><t>a</t></si>");
    refused(&[(WORKBOOK, sheets(1_000)), (LINKS, links("")), (SHEET, cells.clone()), (STRINGS, strings.clone())], "có hơn 500 trang tính");
    refused(&[(WORKBOOK, sheets(500)), (LINKS, links("")), (SHEET, cells), (STRINGS, strings)], "");
    // Nothing of it is kept, but each time all of it is unpacked.
    let blank = sheet(&"<row><c/></row>".repeat(200_000));
    refused(&[(WORKBOOK, sheets(500)), (LINKS, links("")), (SHEET, blank)], "nhiều trang tính dùng chung một phần");
}

#[test]
fn texts_that_are_only_announced() {
    for count in ["99999999", "4000000000", "9999999999999", "18446744073709551615", "99999999999999999999999"] {
        for text in [format!(r#"uniqueCount="{count}""#), format!(r#"count="1" uniqueCount = '{count}' "#)] {
            let strings = format!(r#"<?xml version="1.0"?><sst xmlns="{SPACE}" {text}><si><t>a</t></si></sst>"#);
            refused(&[(STRINGS, strings)], "để mở cần hơn 80 MiB bộ nhớ");
        }
    }
}

#[test]
fn millions_of_small_texts() {
    refused(&[(STRINGS, part("sst", &"<si/>".repeat(10_000_000)))], "bộ nhớ");
    refused(&[(STRINGS, part("sst", &"<si/>".repeat(1_000_000)))], "bộ nhớ");
    refused(&[(STRINGS, part("sst", &"<si><t>a</t></si>".repeat(800_000)))], "bộ nhớ");
    // Just within, beside cells that are as many and as long as may be: what is reckoned is no less than what is taken.
    let row = |nth: usize| format!(r#"<row r="{nth}">{}</row>"#, "<c><v>1</v></c>".repeat(100));
    let long = format!(r#"<row r="{{}}"><c t="inlineStr"><is><t>{}</t></is></c></row>"#, "a".repeat(1_000_000));
    let rows = each(1..=2_990, row) + &each(3_000..3_010, |nth| long.replace("{}", &nth.to_string())) + "<!--" + &"a".repeat(3 << 20) + "-->";
    let all = [(STRINGS, part("sst", &"<si><t>a</t></si>".repeat(700_000))), (SHEET, sheet(&rows))];
    assert!(score(&forged(&all)).fails(2).contains("không có trang tính nào là phiếu"));
}

#[test]
fn millions_of_formats() {
    let of = |list: &str, item: &str, count: usize| part("styleSheet", &format!("<{list}>{}</{list}>", item.repeat(count)));
    refused(&[(STYLES, of("cellXfs", "<xf/>", 1_000_000))], "bộ nhớ");
    for (list, item) in [("fonts", "<font/>"), ("fills", "<fill/>"), ("borders", "<border/>")] {
        // Those that are small may well be read.
        assert!(matches!(score(&forged(&[(STYLES, of(list, item, 1_000_000))])).status, 0..=2), "{list}");
    }
    let formats = each(0..500_000, |id| format!(r#"<numFmt numFmtId="{id}" formatCode="0"/>"#));
    refused(&[(STYLES, of("numFmts", &formats, 1))], "bộ nhớ");
    // Each format would keep a copy of a long name.
    let long = "a".repeat(1_000_000);
    for (names, format) in [
        (format!(r#"<fonts><font><name val="{long}"/></font></fonts>"#), r#"<xf fontId="0"/>"#),
        (format!(r#"<numFmts><numFmt numFmtId="200" formatCode="{long}"/></numFmts>"#), r#"<xf numFmtId="200"/>"#),
    ] {
        refused(&[(STYLES, part("styleSheet", &format!("{names}<cellXfs>{}</cellXfs>", format.repeat(60_000))))], "bộ nhớ");
    }
}

#[test]
fn millions_of_links_and_names() {
    let many = each(0..300_000, |nth| format!(r#"<Relationship Id="x{nth}"/>"#));
    refused(&[(LINKS, links(&many))], "bộ nhớ");
    // Each sheet would keep a copy of a long link.
    let long = format!(r#"<Relationship Id="rId1" Type="/worksheet" Target="{}"/>"#, "a".repeat(1_000_000));
    refused(&[(WORKBOOK, sheets(500)), (LINKS, links(&long))], "bộ nhớ");
    refused(&[(WORKBOOK, part("workbook", &r#"<definedName name="a"/>"#.repeat(500_000)))], "bộ nhớ");
    refused(&[(WORKBOOK, part("workbook", &r#"<sheet name="a" r:id="rId1"/>"#.repeat(300_000))), (LINKS, links(""))], "bộ nhớ");
}

#[test]
fn a_cell_without_end() {
    let long = "a".repeat(2 << 20);
    for cell in
        [format!(r#"<c t="inlineStr"><is><t>{long}</t></is></c>"#), format!("<c><f>{long}</f></c>"), format!(r#"<c t="str"><v>{long}</v></c>"#)]
    {
        refused(&[(SHEET, sheet(&format!("<row>{cell}</row>")))], "có ô dài hơn 1 MiB");
    }
    // No cell holds it, so nothing keeps it.
    let long = "a".repeat(8 << 20);
    for row in
        [format!("<!--{long}--><row/>"), format!(r#"<row spans="{long}"/>"#), format!("<row>{long}</row>"), format!(r#"<row><c x="{long}"/></row>"#)]
    {
        let err = score(&forged(&[(SHEET, sheet(&row))])).fails(2);
        assert!(err.contains("không có trang tính nào là phiếu"), "{err}");
    }
}

#[test]
fn too_many_cells() {
    let row = |nth: usize| format!(r#"<row r="{nth}">{}</row>"#, "<c><v>1</v></c>".repeat(100));
    let rows = |count| sheet(&each(1..=count, row));
    refused(&[(SHEET, rows(3_001))], "có hơn 300000 ô có nội dung");
    assert!(score(&forged(&[(SHEET, rows(3_000))])).fails(2).contains("không có trang tính nào là phiếu"));
    // Columns further out are remarks.
    assert!(score(&forged(&[(SHEET, sheet(&format!("<row>{}</row>", "<c><v>1</v></c>".repeat(1_000_000))))])).fails(2).contains("là phiếu"));
}

#[test]
fn a_shared_formula_far_out() {
    let cell = r#"<c r="A1"><f t="shared" si="4000000000" ref="A1:B2">1</f><v>1</v></c><c r="A2"><f t="shared" si="4000000000"/><v>1</v></c>"#;
    assert!(score(&forged(&[(SHEET, sheet(&format!("<row>{cell}</row>")))])).fails(2).contains("là phiếu"));
}

#[test]
fn a_long_name_of_a_sheet_is_not_repeated_whole() {
    let cell = |place: String, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let header = format!(r#"<row r="1">{}{}</row>"#, cell("A1".to_owned(), "Mã"), cell("B1".to_owned(), "Trả lời"));
    let rows = each(2..=9_999, |row| format!(r#"<row r="{row}">{}{}</row>"#, cell(format!("A{row}"), "9.9.9"), cell(format!("B{row}"), "5")));
    let title = "T".repeat(1_000_000);
    let workbook = part("workbook", &format!(r#"<sheets><sheet name="{title}" sheetId="1" r:id="rId1"/></sheets>"#));
    let err = score(&forged(&[(WORKBOOK, workbook), (LINKS, links("")), (SHEET, sheet(&format!("{header}{rows}")))])).fails(1);
    assert!(err.contains("!A9999: “9.9.9” không phải là mã nào của bộ chỉ số"), "{}", err.chars().take(1000).collect::<String>());
    assert!(!err.contains(&"T".repeat(100)));
}

#[test]
fn parts_that_nobody_reads() {
    let merged = "<mergeCell ref=\"A1:B2\"/>".repeat(1_000_000);
    harmless(&[("xl/comments1.xml", part("comments", &format!("<t>{}</t>", "a".repeat(4 << 20)))), ("xl/drawings/drawing1.xml", merged)]);
    // An archive in the archive is no more than its bytes.
    harmless(&[("xl/embeddings/inner.zip", String::from_utf8(vec![b' '; 4 << 20]).expect("ASCII"))]);
}

#[test]
fn a_million_merged_cells_below_an_honest_form() {
    let bytes = std::fs::read(example("filled-form.xlsx")).expect("the example");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let honest = std::io::read_to_string(archive.by_name(SHEET).expect("a part")).expect("UTF-8");
    let merged = format!("</sheetData><mergeCells>{}</mergeCells>", r#"<mergeCell ref="A1:B2"/>"#.repeat(1_000_000));
    harmless(&[(SHEET, honest.replace("</sheetData>", &merged))]);
}

#[test]
fn links_in_a_ring() {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for target in ["_rels/.rels", "/_rels/.rels", "../_rels/.rels", "xl/../xl/../xl/workbook.xml", "xl/_rels/workbook.xml.rels", ""] {
        let root = format!(r#"<Relationships><Relationship Id="a" Type="{kind}/officeDocument" Target="{target}"/></Relationships>"#);
        let own = format!(r#"<Relationships><Relationship Id="rId1" Type="{kind}/worksheet" Target="{target}"/></Relationships>"#);
        for parts in [&[("_rels/.rels", root.clone())][..], &[(LINKS, own)]] {
            assert!(score(&forged(parts)).fails(2).contains("doc.xlsx: không đọc được như bảng tính Excel"), "{target}");
        }
    }
}

#[test]
fn an_archive_of_very_many_parts() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for nth in 0..30_000 {
        writer.start_file(nth.to_string(), stored).expect("begun");
    }
    let err = score(&writer.finish().expect("finished").into_inner()).fails(2);
    assert!(err.contains("bên trong có hơn 1000 phần"), "{err}");
}
