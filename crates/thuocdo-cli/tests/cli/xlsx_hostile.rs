//! Workbooks that are broken, huge or hostile: a clear error, never a crash.

use std::io::{Cursor, Write};

use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Folder, example, thuocdo};

/// The parts of an honest workbook, one of them replaced.
fn forged(part: &str, content: &[u8]) -> Vec<u8> {
    let bytes = std::fs::read(example("filled-form.xlsx")).expect("the example");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    assert!(names.iter().any(|name| name == part), "{names:?}");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        writer.start_file(&name, SimpleFileOptions::default()).expect("begun");
        if name == part {
            writer.write_all(content).expect("written");
        } else {
            std::io::copy(&mut archive.by_name(&name).expect("a part"), &mut writer).expect("copied");
        }
    }
    writer.finish().expect("finished").into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn sheet(data: &str) -> Vec<u8> {
    format!(r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"#)
        .into_bytes()
}

/// The file is no workbook that can be used.
#[track_caller]
fn is_refused(name: &str, bytes: &[u8]) -> String {
    is_refused_with(2, name, bytes)
}

/// The workbook is one, and its one form is refused.
#[track_caller]
fn form_is_refused(name: &str, bytes: &[u8]) -> String {
    is_refused_with(1, name, bytes)
}

#[track_caller]
fn is_refused_with(status: i32, name: &str, bytes: &[u8]) -> String {
    let folder = Folder::new();
    let answer = thuocdo(&["score", &folder.file(name, bytes)]);
    assert!(!answer.err.contains("panicked"), "{answer:?}");
    assert_eq!(answer.out, "");
    answer.fails(status)
}

#[test]
fn what_is_no_zip_is_no_workbook() {
    for (bytes, told) in [
        (b"PK".as_slice(), "đây là bảng CSV, không phải bảng tính Excel (.xlsx)"),
        (&[0; 4096], "đây là tệp không phải chữ, cũng không phải bảng tính"),
        (b"PK\x03\x04", "không đọc được như bảng tính Excel"),
    ] {
        let err = is_refused("sai.xlsx", bytes);
        assert!(err.contains(&format!("sai.xlsx: {told}")), "{err}");
        assert!(!err.contains("Zip"), "no English of others: {err}");
    }
}

#[test]
fn an_empty_file_is_no_table_either() {
    let err = is_refused("sai.xlsx", b"");
    assert!(!err.contains("đây là bảng CSV"), "{err}");
}

#[test]
fn a_workbook_named_csv_or_json_is_recognised() {
    let bytes = std::fs::read(example("filled-form.xlsx")).expect("the example");
    for (name, wanted) in [("phieu.csv", "bảng CSV"), ("phieu.json", "tệp JSON"), ("phieu.ndjson", "tệp NDJSON")] {
        let told = format!("đây là bảng tính Excel (.xlsx), không phải {wanted}; hãy đặt đuôi tệp là .xlsx (wrong_format)");
        assert!(is_refused(name, &bytes).contains(&told), "{name}");
    }
}

#[test]
fn a_workbook_without_an_ending_is_read() {
    let folder = Folder::new();
    let bytes = std::fs::read(example("filled-form.xlsx")).expect("the example");
    assert_eq!(thuocdo(&["score", &folder.file("phieu", bytes)]).status, 0);
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let bomb = forged(SHEET, &vec![b' '; 200 << 20]);
    assert!(bomb.len() < 1 << 20, "200 MiB in {} bytes", bomb.len());
    assert!(is_refused("bom.xlsx", &bomb).contains("quá lớn"));
}

#[test]
fn a_huge_file_is_not_read_whole() {
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.resize(20 << 20, 0);
    assert!(is_refused("to.xlsx", &bytes).contains("quá lớn so với một bảng điểm hay phiếu đã điền: tệp lớn hơn 8 MiB (too_large)"));
}

#[test]
fn cells_at_the_far_end_of_a_sheet_take_no_memory() {
    let folder = Folder::new();
    let cells = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1" t="inlineStr"><is><t>Trả lời</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>1.3.1</t></is></c><c r="B2"><v>5</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let file = folder.file("xa.xlsx", forged(SHEET, &sheet(cells)));
    let out = thuocdo(&["score", "--format", "csv", &file]).done();
    assert!(out.lines().nth(1).expect("a row").contains(",5,99,"), "{out}");
}

#[test]
fn impossible_cells_and_broken_xml_are_errors() {
    for data in [
        r#"<row r="1"><c r="ZZZZZZZZZZZZ99999999999999999999"><v>1</v></c></row>"#,
        r#"<row r="0"><c r="A0"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>"#,
        r#"<row r="1"><c r="A1" t="s"><v>-1</v></c></row>"#,
        r#"<row r="1"><c r="A1"><v>1</v>"#,
        "<row><c><v>&undefined;</v></c></row>",
    ] {
        is_refused("hong.xlsx", &forged(SHEET, &sheet(data)));
    }
}

#[test]
fn a_workbook_that_is_no_form_says_how_to_get_one() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "Mã").expect("written");
    let err = is_refused("khac.xlsx", &workbook.save_to_buffer().expect("saved"));
    assert!(err.contains("thuocdo form -o phieu.xlsx") && err.contains("(no_form)"), "{err}");
}

#[test]
fn hundreds_of_damaged_workbooks_crash_nothing() {
    let honest = std::fs::read(example("filled-form.xlsx")).expect("the example");
    let folder = Folder::new();
    let mut state = 1_u64;
    let mut next = |end: usize| {
        // A linear congruential generator is random enough to do damage.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % end
    };
    let files: Vec<String> = (0..300)
        .map(|nth| {
            let mut bytes = honest.clone();
            for _ in 0..=next(8) {
                let at = next(bytes.len());
                bytes[at] = u8::try_from(next(256)).expect("a byte");
            }
            if nth % 10 == 0 {
                bytes.truncate(next(honest.len()));
            }
            folder.file(&format!("{nth}.xlsx"), bytes)
        })
        .collect();
    for file in &files {
        let answer = thuocdo(&["score", "--format", "csv", file]);
        assert!((0..=2).contains(&answer.status) && !answer.err.contains("panicked"), "{answer:?}");
        assert!(answer.status == 0 || answer.err.contains(file.as_str()), "{answer:?}");
    }
}

#[test]
fn an_old_workbook_and_a_text_are_called_what_they_are() {
    let broken = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest";
    for name in ["cu.xlsx", "cu.xls"] {
        let err = is_refused(name, broken);
        assert!(err.contains("không đọc được như bảng tính Excel") && err.contains("kiểu cũ (.xls)") && err.contains("(not_readable)"), "{err}");
        assert!(!err.contains("CFB"), "no English of others: {err}");
    }
    let err = is_refused("cu.csv", broken);
    assert!(err.contains("đây là bảng tính Excel kiểu cũ (.xls), không phải bảng CSV; hãy đặt đuôi tệp là .xls (wrong_format)"), "{err}");
    for (text, told) in [
        ("hello", "đây là bảng CSV, không phải bảng tính Excel (.xlsx); hãy đặt đuôi tệp là .csv (wrong_format)"),
        ("1.3.1,1.3.2\n5,điểm\n", "đây là bảng CSV, không phải bảng tính Excel (.xlsx); hãy đặt đuôi tệp là .csv (wrong_format)"),
        ("{\"answers\":{}}", "đây là tệp NDJSON, không phải bảng tính Excel (.xlsx); hãy đặt đuôi tệp là .ndjson (wrong_format)"),
        ("<html></html>", "đây là trang web (HTML); hãy nộp phiếu .xlsx, .ods, .xls, .csv hoặc .json (wrong_format)"),
    ] {
        assert!(is_refused("chu.xlsx", text.as_bytes()).contains(&format!("chu.xlsx: {told}")), "{text}");
    }
}

#[test]
fn a_formula_without_a_stored_value_is_refused() {
    let words = |cells: &[(&str, &str)]| -> String {
        let cells: Vec<String> = cells.iter().map(|(place, text)| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)).collect();
        cells.concat()
    };
    let rows = |formula: &str| {
        let header = words(&[("A1", "Mã"), ("B1", "Trả lời")]);
        sheet(&format!(r#"<row r="1">{header}</row><row r="2">{}<c r="B2">{formula}</c></row>"#, words(&[("A2", "1.3.1")])))
    };
    for formula in ["<f>2+3</f>", "<f>2+3</f><v/>"] {
        let err = form_is_refused("ct.xlsx", &forged(SHEET, &rows(formula)));
        assert!(err.contains("!B2 (mục 1.3.1 ") && err.contains("; công thức chưa có giá trị được lưu; "), "{err}");
    }
    let folder = Folder::new();
    let file = folder.file("ct.xlsx", forged(SHEET, &rows("<f>2+3</f><v>5</v>")));
    let out = thuocdo(&["score", "--format", "csv", &file]).done();
    assert!(out.lines().nth(1).expect("a row").contains(",5,99,"), "{out}");
}

#[test]
fn a_name_in_a_workbook_writes_no_line_of_its_own() {
    let words = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let forged_name = "A&#10;&#27;[2Jthuocdo: 0";
    let book = |kind: &str, name: &str| {
        let parts = [
            ("xl/workbook.xml", format!(r#"<workbook xmlns:r="r"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>"#)),
            (
                "xl/_rels/workbook.xml.rels",
                format!(r#"<Relationships><Relationship Id="rId1" Type="x/{kind}" Target="worksheets/sheet1.xml"/></Relationships>"#),
            ),
            (
                SHEET,
                format!(
                    "<worksheet><sheetData><row>{}{}</row><row>{}{}</row></sheetData></worksheet>",
                    words("A1", "Mã"),
                    words("B1", "Trả lời"),
                    words("A2", "9.9.9&#10;&#27;"),
                    words("B2", "5")
                ),
            ),
        ];
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let root = r#"<Relationships><Relationship Id="a" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
        for (name, content) in [("_rels/.rels", root.to_owned())].into_iter().chain(parts) {
            writer.start_file(name, SimpleFileOptions::default()).expect("begun");
            writer.write_all(content.as_bytes()).expect("written");
        }
        writer.finish().expect("finished").into_inner()
    };
    let err = form_is_refused("ten.xlsx", &book("worksheet", forged_name));
    assert!(err.contains("!A2: “9.9.9") && err.contains("không phải là mã nào"), "{err}");
    assert!(!err.contains('\u{1b}') && !err.lines().any(|line| line.starts_with("thuocdo: 0")), "{err:?}");
    let err = is_refused("ten.xlsx", &book("&#27;sheet", "A"));
    assert!(!err.contains('\u{1b}'), "{err:?}");
}
