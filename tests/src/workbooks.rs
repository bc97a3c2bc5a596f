//! The same sheets as two kinds of workbook: XLSX by a library, ODS by hand. `tests/vectors/tables/README.md` says how a sheet is described.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use zip::write::SimpleFileOptions;

/// The sheets as XLSX.
///
/// # Panics
///
/// What is no sheet by the description.
pub fn xlsx(sheets: &[Value]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (nth, described) in sheets.iter().enumerate() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(described["name"].as_str().expect("a name")).expect("a name");
        if described["hidden"] == true {
            assert!(nth > 0, "the first sheet is seen");
            sheet.set_hidden(true);
        }
        for (row, cells) in (0..).zip(rows(described)) {
            for (column, cell) in (0..).zip(cells.as_array().expect("a list")) {
                match cell {
                    Value::Null => {}
                    Value::Bool(bool) => drop(sheet.write(row, column, *bool).expect("it fits")),
                    Value::Number(number) => drop(sheet.write(row, column, number.as_f64().expect("a double")).expect("it fits")),
                    Value::String(text) => drop(sheet.write(row, column, text).expect("it fits")),
                    typed => {
                        let format = Format::new().set_num_format(typed["f"].as_str().expect("a format"));
                        sheet.write_with_format(row, column, typed["n"].as_f64().expect("a double"), &format).expect("it fits");
                    }
                }
            }
        }
        for (first, last) in merged(described) {
            let shown = &rows(described)[first.0 as usize][first.1 as usize];
            let format = Format::new();
            sheet.merge_range(first.0, first.1, last.0, last.1, "", &format).expect("a range");
            if let Some(number) = shown.as_f64() {
                sheet.write_with_format(first.0, first.1, number, &format).expect("it fits");
            }
        }
    }
    workbook.save_to_buffer().expect("memory takes it")
}

/// The sheets as ODS, as `LibreOffice` writes it, as far as a reader can tell.
///
/// # Panics
///
/// What is no sheet by the description.
pub fn ods(sheets: &[Value]) -> Vec<u8> {
    let mut content = vec![String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\"><office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>",
    )];
    for described in sheets {
        let style = if described["hidden"] == true { "ta2" } else { "ta1" };
        content.push(format!("<table:table table:name=\"{}\" table:style-name=\"{style}\">", escaped(described["name"].as_str().expect("a name"))));
        let merged = merged(described);
        for (row, cells) in (0..).zip(rows(described)) {
            content.push("<table:table-row>".to_owned());
            for (column, cell) in (0..).zip(cells.as_array().expect("a list")) {
                let spans = merged.iter().find(|(first, _)| *first == (row, column)).map_or_else(String::new, |(first, last)| {
                    format!(" table:number-rows-spanned=\"{}\" table:number-columns-spanned=\"{}\"", last.0 - first.0 + 1, last.1 - first.1 + 1)
                });
                let is_covered = merged
                    .iter()
                    .any(|(first, last)| (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column) && *first != (row, column));
                let name = if is_covered { "table:covered-table-cell" } else { "table:table-cell" };
                content.push(match cell {
                    Value::Null => format!("<{name}{spans}/>"),
                    Value::Bool(bool) => {
                        format!("<{name}{spans} office:value-type=\"boolean\" office:boolean-value=\"{bool}\"><text:p>{bool}</text:p></{name}>")
                    }
                    Value::Number(number) => {
                        let number = number.as_f64().expect("a double");
                        format!("<{name}{spans} office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></{name}>")
                    }
                    Value::String(text) => format!(
                        "<{name}{spans} office:value-type=\"string\"><text:p>{}</text:p></{name}>",
                        escaped(text).replace('\n', "</text:p><text:p>")
                    ),
                    typed => typed_cell(typed, name),
                });
            }
            // Blank cells to the edge, as LibreOffice says them.
            content.push("<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>".to_owned());
        }
        content.push("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>".to_owned());
    }
    content.push("</office:spreadsheet></office:body></office:document-content>".to_owned());
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("mimetype", SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).expect("memory takes it");
    archive.write_all(b"application/vnd.oasis.opendocument.spreadsheet").expect("memory takes it");
    archive.start_file("content.xml", SimpleFileOptions::default()).expect("memory takes it");
    archive.write_all(content.concat().as_bytes()).expect("memory takes it");
    archive.finish().expect("memory takes it").into_inner()
}

/// A number with a format of Excel's, as ODS holds it: with a type, and as it is shown.
fn typed_cell(typed: &Value, name: &str) -> String {
    let (number, format) = (typed["n"].as_f64().expect("a double"), typed["f"].as_str().expect("a format"));
    let of = |kind: &str, value: &str, shown: &str| format!("<{name} office:value-type=\"{kind}\" {value}><text:p>{shown}</text:p></{name}>");
    match format {
        "0%" => of("percentage", &format!("office:value=\"{number}\""), &format!("{}%", number * 100.0)),
        "h:mm" => of("time", "office:time-value=\"PT06H00M00S\"", "6:00"),
        "dd/mm/yyyy" => of("date", "office:date-value=\"2023-10-05\"", "05/10/2023"),
        "0," => of("float", &format!("office:value=\"{number}\""), "5"),
        "00000000" => of("float", &format!("office:value=\"{number}\""), &format!("{number:08}")),
        _ => of("float", &format!("office:value=\"{number}\""), &number.to_string()),
    }
}

fn rows(described: &Value) -> &Vec<Value> {
    described["rows"].as_array().expect("rows")
}

/// `D2:D3` as its first and its last cell.
fn merged(described: &Value) -> Vec<((u32, u16), (u32, u16))> {
    let cell = |name: &str| {
        let column = u16::from(name.as_bytes()[0] - b'A');
        (name[1..].parse::<u32>().expect("a row") - 1, column)
    };
    let ranges = described["merged"].as_array().map(Vec::as_slice).unwrap_or_default();
    ranges
        .iter()
        .map(|range| range.as_str().and_then(|range| range.split_once(':')).expect("a range"))
        .map(|(first, last)| (cell(first), cell(last)))
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
