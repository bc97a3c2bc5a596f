//! Wide CSV, as people and spreadsheets write it.

use serde_json::{Value, json};

use super::{Answer, Folder, piped, small_framework, thuocdo};

/// The scorecards and refusals of a CSV.
fn score(csv: impl Into<Vec<u8>>) -> (Vec<Value>, Answer) {
    let answer = piped(&["score", "--input-format", "csv", "--format", "ndjson", "--lang", "en"], csv);
    let lines = answer.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    (lines, answer)
}

fn group_1(card: &Value) -> &Value {
    &card["groups"][0]
}

#[test]
fn rows_become_scorecards() {
    let (cards, answer) = score(
        "institution.code,institution.name,institution.type,period,stream,assessed_on,1.1,1.3.1\n007,Trường Bảy,primary,2023-2024,self,2023-10-12,1,5.5\n",
    );
    assert_eq!(answer.status, 0);
    assert_eq!(cards[0]["institution"], json!({ "code": "007", "name": "Trường Bảy", "type": "primary" }));
    assert_eq!((&cards[0]["period"], &cards[0]["stream"]), (&json!("2023-2024"), &json!("self")));
    assert_eq!(group_1(&cards[0])["score"], json!({ "high": 99.5, "low": 5.5 }));
    assert_eq!(group_1(&cards[0])["conditions"][0]["state"], "met");
    assert_eq!(group_1(&cards[0])["conditions"][1]["state"], "unknown");
}

/// Names that are formulas, also where Excel parts the file at `;`: no cell of ours is one, and each is read back as it was.
#[test]
fn no_name_becomes_a_formula() {
    let names = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", " \u{200b}=1", "x;=cmd()", "x;\"=1\"", "x;", "x\t-1", "hai\r\n=dòng", "Trường A-B"];
    let lines: Vec<String> = names
        .iter()
        .map(|name| json!({ "institution": { "code": name, "name": name }, "period": name, "conditions": {}, "answers": {} }).to_string())
        .collect();
    let table = piped(&["score", "--input-format", "ndjson", "--format", "csv"], lines.join("\n")).done();
    for (delimiter, quoting) in [b',', b';', b'\t'].into_iter().flat_map(|delimiter| [(delimiter, true), (delimiter, false)]) {
        let mut rows =
            ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting).from_reader(table.as_bytes());
        for row in rows.records() {
            for cell in &row.expect("a row") {
                let seen = cell.trim_start_matches([' ', '\u{200b}', '\u{feff}']);
                assert!(!seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']), "{cell:?} of {table}");
            }
        }
    }
    // The same names as a table of assessments: what was written is what is read.
    let mut rows = ::csv::Reader::from_reader(table.as_bytes());
    let mut forms = ::csv::Writer::from_writer(Vec::new());
    forms.write_record(["institution.code", "institution.name", "period", "1.3.1"]).expect("a header");
    for row in rows.records() {
        forms.write_record(row.expect("a row").iter().take(3).chain(["5"])).expect("a row");
    }
    let (cards, _) = score(forms.into_inner().expect("rows"));
    for (card, name) in cards.iter().zip(names) {
        for found in [&card["institution"]["code"], &card["institution"]["name"], &card["period"]] {
            assert_eq!(found, name.trim());
        }
    }
    assert_eq!(cards.len(), names.len());
}

#[test]
fn decimal_commas_spaces_and_trailing_zeros_are_read() {
    let (cards, _) = score("1.3.1;1.3.2;1.3.3;1.4.1\n\"5,25\"; 4,5 ;\u{a0}3,50;7.25\n");
    assert_eq!(group_1(&cards[0])["score"]["low"], json!(20.5));
}

#[test]
fn a_condition_is_read_in_every_way_people_write_it() {
    let met = ["1", "true", "TRUE", "đạt", "Đạt", "ĐẠT", "đa\u{323}t", "Đ\u{41}\u{323}T", "x", "X", " x ", "có", "co\u{301}", "met", "yes"];
    let unmet = [
        "chưa đạt",
        "Chưa",
        "chu\u{31b}a đa\u{323}t",
        "0",
        "false",
        "False",
        "không đạt",
        "Không  Đạt",
        "KHÔNG ĐẠT",
        "kho\u{302}ng đa\u{323}t",
        "không",
        "unmet",
        "no",
    ];
    for (words, state) in [(met.as_slice(), "met"), (&unmet, "unmet"), (&["", "  "], "unknown")] {
        for word in words {
            let (cards, _) = score(format!("1.3.1,1.1\n1,{word}\n"));
            assert_eq!(group_1(&cards[0])["conditions"][0]["state"], state, "{word}");
        }
    }
}

#[test]
fn every_rule_has_its_cells() {
    let csv = "institution.code,a.0,a.1.1,a.1.2,a.1.3,a.1.4\n1,x,có,24/32,12,50/100\n2,x,không,\" 1 / 3 \",50,99/100\n";
    let answer = piped(&["score", "--framework", &small_framework(), "--input-format", "csv", "--format", "csv"], csv);
    let out = answer.done();
    // 4 + 4.5 + 3.25 + 1; 0 + 2 + 7.5 + 1
    let totals: Vec<&str> = out.lines().skip(1).map(|row| row.split(',').nth(4).expect("a score")).collect();
    assert_eq!(totals, ["12.75", "10.5"]);
}

#[test]
fn a_refused_row_names_line_column_cell_and_what_is_accepted() {
    let folder = Folder::new();
    let file = folder.file("truong.csv", "institution.code,1.1,1.3.1,2.3.3\n001,đạt,6,10\n\n002,đạtt,\"7,5\",\"5,125\"\n");
    let answer = thuocdo(&["score", &file]);
    assert_eq!(answer.out.lines().filter(|line| line.starts_with("001 ")).count(), 1);
    let err = answer.fails(1);
    assert!(err.contains("truong.csv, dòng 4: phiếu có chỗ cần sửa"), "{err}");
    assert!(!err.contains("true, false"), "no word of JSON: {err}");
    for part in [
        "ô B4 (cột 1.1): đang ghi “đạtt”; chỉ ghi một trong hai: “đạt” hoặc “không đạt” (wrong_type)\n",
        "ô C4 (cột 1.3.1): đang ghi “7,5”; chỉ ghi số, từ 0 đến 6, tối đa hai chữ số thập phân, ví dụ 5,25 (points_out_of_range)\n",
        // No 5125: so many points nobody has.
        "ô D4 (cột 2.3.3): đang ghi “5,125”; chỉ ghi số, từ 0 đến 10, tối đa hai chữ số thập phân, ví dụ 5,25 (points_too_precise)\n",
    ] {
        assert!(err.contains(part), "{part} in {err}");
    }
}

#[test]
fn violations_of_a_row_have_pointers_in_ndjson() {
    let (lines, answer) = score("1.3.1,institution.type,stream,assessed_on\n9,nhà trẻ,both,31/02/2023\n");
    assert_eq!(answer.status, 1);
    assert_eq!(lines[0]["line"], 2);
    let codes: Vec<(&str, &str)> = lines[0]["violations"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|violation| (violation["at"].as_str().expect("text"), violation["code"].as_str().expect("text")))
        .collect();
    assert_eq!(
        codes,
        [
            ("/answers/1.3.1", "points_out_of_range"),
            ("/assessed_on", "invalid_date"),
            ("/institution/type", "unknown_value"),
            ("/stream", "unknown_value")
        ]
    );
}

#[test]
fn kinds_of_school_and_streams_may_be_said_in_vietnamese() {
    let (cards, _) = score("1.3.1,institution.type,stream\n1,Trung học  cơ sở,ĐÁNH GIÁ NGOÀI\n");
    assert_eq!(cards[0]["institution"]["type"], "lower_secondary");
    assert_eq!(cards[0]["stream"], "external");
}

#[test]
fn commas_semicolons_and_tabs_part_cells_and_a_byte_order_mark_is_skipped() {
    for (mark, delimiter) in [("", ","), ("\u{feff}", ";"), ("", "\t"), ("\u{feff}", ",")] {
        let csv = format!("{mark}institution.code;1.3.1;1.3.2\r\n1;6;5\r\n").replace(';', delimiter);
        let (cards, answer) = score(csv);
        assert_eq!(answer.status, 0, "{delimiter:?}");
        assert_eq!(group_1(&cards[0])["score"]["low"], json!(11), "{delimiter:?}");
    }
}

#[test]
fn rows_above_the_header_may_be_remarks_and_blank_rows_are_passed_over() {
    let (cards, answer) = score("# Mã; tên; điểm\n\"# , , ,\"\n1.3.1,1.3.2\n,\n6,\n , \n");
    assert_eq!(answer.status, 0);
    assert_eq!(cards.len(), 1);
    assert_eq!(group_1(&cards[0])["score"]["low"], json!(6));
}

#[test]
fn unknown_and_duplicate_columns_are_refused_together_with_what_is_accepted() {
    let err = piped(&["score", "--input-format", "csv"], "institution.code,1.9.9,1.3.1,1.3.1,1.3.7,1.3\n1,2,3,4,5,6\n").fails(2);
    for part in [
        "ô B1: “1.9.9” không phải là mã nào của bộ chỉ số; xem các mã: thuocdo form",
        "ô D1: cột “1.3.1” có hai lần; chỉ giữ một cột (duplicate_key)\n",
        "ô E1: “1.3.7” không phải là mã nào của bộ chỉ số; có phải 1.3.1",
        "ô F1: 1.3 là tiêu chí hoặc nhóm, điểm tự cộng từ các mục; hãy bỏ cột này hoặc đổi tên (",
    ] {
        assert!(err.contains(part), "{part} in {err}");
    }
}

#[test]
fn columns_of_others_are_not_read_and_named_once() {
    let folder = Folder::new();
    let file = folder.file("truong.csv", "institution.code,tên,1.3.1,Ghi chú 1.3.1,địa chỉ\n1,A,5,6 điểm,b\n2,B,4,x,c\n");
    let answer = thuocdo(&["score", "--format", "csv", &file]);
    assert_eq!(answer.err, format!("{file}: không đọc các cột tên, Ghi chú 1.3.1, địa chỉ\n"));
    let lows: Vec<&str> = answer.out.lines().skip(1).filter_map(|row| row.split(',').nth(4)).collect();
    assert_eq!((lows, answer.status), (vec!["5", "4"], 0));
}

#[test]
fn a_table_without_a_fact_is_refused() {
    let err = piped(&["score", "--input-format", "csv"], "institution.code,period\n1,2023-2024\n").fails(2);
    assert!(err.contains("bảng có các cột: institution.code, period;") && err.contains("(no_known_column)"), "{err}");
}

#[test]
fn a_row_with_too_few_or_too_many_cells_is_refused_alone() {
    for (row, found) in [("1", 1), ("1,2,3", 3)] {
        let csv = format!("1.3.1,1.3.2\n5,5\n{row}\n4,4\n");
        let answer = piped(&["score", "--input-format", "csv", "--format", "csv"], csv.clone());
        assert_eq!(answer.out.lines().count(), 3, "the other rows are scored");
        let err = answer.fails(1);
        assert!(err.contains("dòng 3: phiếu có chỗ cần sửa"), "{err}");
        assert!(err.contains(&format!("dòng này có {found} ô, nhưng dòng tiêu đề có 2 cột; nếu có số viết bằng dấu phẩy (5,5) thì ")), "{err}");
        let (lines, answer) = score(csv);
        assert_eq!((lines.len(), answer.status), (3, 1));
        let message = format!(
            "this row has {found} cells, but the header has 2 columns; \
             a number with a decimal comma (5,5) needs quotes, or semicolons between the cells"
        );
        let violation = json!({ "at": "", "code": "ragged_row", "message": message, "params": { "expected": 2, "found": found, "lines": 1 } });
        assert_eq!(lines[1], json!({ "line": 3, "violations": [violation] }));
    }
}

#[test]
fn a_row_that_is_not_utf_8_is_refused_alone() {
    let (lines, answer) = score(b"institution.name,1.3.1\nA,5\nTr\xfdng,5\nB,4\n".as_slice());
    assert_eq!((lines.len(), answer.status), (3, 1));
    assert_eq!((&lines[1]["line"], &lines[1]["violations"][0]["code"]), (&json!(3), &json!("not_utf8")));
    assert_eq!(lines[1]["violations"][0]["params"], json!({ "cell": 1 }));
    assert_eq!(group_1(&lines[2])["score"]["low"], json!(4));
}

#[test]
fn utf_16_and_other_encodings_are_named() {
    let utf_16: Vec<u8> = "1.3.1\n5\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(piped(&["score", "--input-format", "csv"], utf_16.clone()).fails(2).contains("UTF-16"));
    assert!(piped(&["score", "--input-format", "csv"], [&[0xff, 0xfe], utf_16.as_slice()].concat()).fails(2).contains("UTF-16"));
    let err = piped(&["score", "--input-format", "csv"], b"institution.name,1.3.1\nTr\xfdng,5\n".as_slice()).fails(1);
    assert!(err.contains("dòng 2: ") && err.contains("ô thứ 1 chưa lưu bằng bảng mã UTF-8 (có thể là TCVN3") && err.contains("(not_utf8)"), "{err}");
}

#[test]
fn an_empty_file_has_no_header() {
    for csv in ["", "\n\n", "# only remarks\n"] {
        assert!(piped(&["score", "--input-format", "csv"], csv).fails(2).contains("không thấy dòng tiêu đề"), "{csv:?}");
    }
}

#[test]
fn a_header_alone_is_no_school() {
    for csv in ["1.3.1,1.3.2\n", "1.3.1,1.3.2\n,\n"] {
        let (cards, answer) = score(csv);
        assert!(cards.len() == 1 && cards[0]["violations"][0]["code"] == "no_rows", "{csv:?}: {cards:?}");
        assert!(answer.fails(2).contains("there is a header, but no row below it (no_rows)"), "{csv:?}");
    }
}

#[test]
fn a_quote_that_never_closes_does_not_fill_the_memory() {
    let csv = format!("1.3.1\n\"{}", "5\n".repeat(2 << 20));
    assert!(piped(&["score", "--input-format", "csv"], csv).fails(2).contains("1 MiB"));
}

#[test]
fn lines_are_those_of_the_file_and_cells_those_of_a_spreadsheet() {
    for end in ["\n", "\r\n", "\r"] {
        let csv = "# remark\n\ninstitution.name,1.3.1\n\n\"A\nB\n\",5\n,\nC,9".replace('\n', end);
        let answer = piped(&["score", "--input-format", "csv", "--format", "csv"], csv);
        let err = answer.fails(1);
        // The row of A has three lines.
        assert!(err.contains("dòng 9: phiếu có chỗ cần sửa") && err.contains("ô B7 (cột 1.3.1): "), "{end:?} {err}");
    }
}

#[test]
fn quotes_line_breaks_and_delimiters_inside_cells_are_kept() {
    let (cards, _) = score("institution.name,1.3.1\n\"Trường \"\"A\"\",\nphân hiệu 2\",5\n\"B\",9\n");
    assert_eq!(cards[0]["institution"]["name"], "Trường \"A\",\nphân hiệu 2");
    assert_eq!(cards[1]["line"], 4, "lines of the file are counted, not rows");
}

#[test]
fn thousands_of_odd_cells_are_answered_without_a_crash() {
    let pieces = [
        "",
        " ",
        "0",
        "-0",
        "1",
        "6",
        "6,0",
        "6.00",
        "7",
        "-1",
        "1e1",
        "1e308",
        "NaN",
        "inf",
        "-",
        ",",
        ".",
        "/",
        "1/",
        "/1",
        "1/0",
        "0/0",
        "3/2",
        "1/2/3",
        "99999999999999999999",
        "99999999999999999999/1",
        "0,1",
        "0,30000000000000004",
        "1.000,5",
        "1,000.5",
        "+1",
        "٣",
        "１",
        "đạt",
        "đa\u{323}t",
        "không",
        "x",
        "=1+1",
        "@SUM(A1)",
        "#N/A",
        "\u{feff}5",
        "\u{0}",
        "\u{1b}[0m",
        "\u{202e}5",
        "a\u{300}\u{301}\u{302}",
        "🙂",
        "true",
        "TRUE ",
        "null",
        "{}",
        "[1]",
        "2023-10-12",
        "12/10/2023",
        "31/02/2023",
        "1/1/1",
        "0000-00-00",
    ];
    let columns = ["1.1", "1.3.1", "2.x.1", "institution.type", "stream", "assessed_on", "institution.name", "period"];
    let mut csv = columns.join(",");
    let mut rows = 0;
    for first in pieces {
        for second in pieces {
            let cells: Vec<String> = (0..columns.len()).map(|n| format!("\"{}\"", if n % 2 == 0 { first } else { second })).collect();
            csv.push('\n');
            csv.push_str(&cells.join(","));
            rows += usize::from(!(first.trim().is_empty() && second.trim().is_empty()));
        }
    }
    assert!(rows > 3000);
    let (lines, answer) = score(csv);
    assert_eq!(lines.len(), rows);
    assert_eq!(answer.status, 1);
    for line in &lines {
        let refused = line["violations"].as_array().is_some_and(|violations| !violations.is_empty());
        assert!(refused || line["digest"].is_string(), "{line}");
    }
}

#[test]
fn blank_columns_at_the_end_and_rows_above_the_header_are_passed_over() {
    let (cards, answer) = score(";;;\n\nsep=;\n;;;\ninstitution.code;1.3.1;;\n1;5;;\n;;;\n2;6;;\n");
    assert_eq!((cards.len(), answer.status), (2, 0), "{answer:?}");
    assert_eq!(group_1(&cards[1])["score"]["low"], json!(6));
}

#[test]
fn blank_cells_at_the_end_of_a_row_count() {
    for (row, found) in [("2;4", 2), ("3;6;;;", 5)] {
        let (lines, answer) = score(format!("institution.code;1.3.1;;\n1;5;;\n{row}\n"));
        let violation = &lines[1]["violations"][0];
        assert_eq!((&lines[1]["line"], &violation["code"], answer.status), (&json!(3), &json!("ragged_row"), 1), "{row}");
        assert_eq!(violation["params"], json!({ "expected": 4, "found": found, "lines": 1 }), "{row}");
    }
    let (lines, answer) = score("institution.code;1.3.1;;\n1;5;;x\n");
    let violation = &lines[0]["violations"][0];
    assert_eq!(
        (&violation["code"], &violation["cell"], answer.status),
        (&json!("ragged_row"), &json!("D2"), 1),
        "a cell without a name is not dropped"
    );
}

#[test]
fn the_line_in_which_excel_names_the_delimiter_is_no_header() {
    for (line, delimiter) in [("sep=;", ";"), ("SEP=,", ","), ("sep=\t", "\t"), ("\u{feff}sep=;\r", ";")] {
        let (cards, answer) = score(format!("{line}\n{}", "institution.code;1.3.1\n1;5\n".replace(';', delimiter)));
        assert_eq!((cards.len(), answer.status), (1, 0), "{line:?} {answer:?}");
    }
}

#[test]
fn names_of_columns_may_be_in_upper_case() {
    let (cards, answer) = score("INSTITUTION.CODE,Period,2.X.1\n1,2023,5\n");
    assert_eq!((&cards[0]["period"], answer.status), (&json!("2023"), 0));
    assert_eq!(cards[0]["groups"][1]["score"]["low"], json!(5));
    assert!(piped(&["score", "--input-format", "csv"], "1.3.1,period,PERIOD\n1,2,3\n").fails(2).contains("ô C1: cột “PERIOD” có hai lần"));
}

#[test]
fn a_row_that_swallowed_others_says_how_many_lines_it_takes() {
    let refused = |csv: &str| piped(&["score", "--input-format", "csv", "--format", "csv"], csv).fails(1);
    let err = refused("institution.name,1.3.1\n\"A,5\nB,4\nC\",3,\n");
    assert!(err.contains("dòng 2: ") && err.contains("kéo dài 3 dòng của tệp, có thể vì thiếu dấu ngoặc kép đóng"), "{err}");
    // One that is never closed is told with the line where it opens.
    let err = refused("institution.name,1.3.1\nA,5\n\"B,4\nC,3");
    assert!(err.contains("dòng 3: phiếu có chỗ cần sửa\n  dấu ngoặc kép mở ở dòng 3 không được đóng (open_quote)\n"), "{err}");
}

/// A spreadsheet of a department ends in a row of sums or means. It is told by its cell, and is no school; the schools above it are scored.
#[test]
fn a_row_of_sums_is_no_school() {
    for (row, cell) in [("TOTAL:,,6", "A3"), (",Trung bình toàn xã,5.5", "B3")] {
        let (lines, answer) = score(format!("institution.code,institution.name,1.3.1\nVD-01,Cộng Hòa,5\n{row}\n"));
        assert_eq!((answer.status, lines.len()), (1, 2), "{answer:?}");
        assert_eq!(lines[0]["institution"]["code"], "VD-01");
        assert_eq!((&lines[1]["violations"][0]["code"], &lines[1]["violations"][0]["cell"]), (&json!("total_row"), &json!(cell)), "{row}");
    }
    // With a code it is a school, whatever its name.
    let (lines, answer) = score("institution.code,institution.name,1.3.1\nVD-02,Trung Bình,5\n");
    assert_eq!((answer.status, &lines[0]["institution"]["name"]), (0, &json!("Trung Bình")));
}

/// Two years that are no school year are asked about.
#[test]
fn a_period_that_cannot_be_is_refused_with_the_one_that_may_be_meant() {
    for (period, perhaps) in [("2026-2028", "2026-2027"), ("26-27", "2026-2027"), ("Năm học 2026/2025", "2026-2027")] {
        let (lines, answer) = score(format!("institution.code,period,1.3.1\nVD-01,{period},5\n"));
        assert_eq!(answer.status, 1, "{period}");
        let told = lines[0]["violations"][0]["message"].as_str().expect("a message");
        assert!(told.contains(perhaps), "{told}");
    }
}

/// A decimal comma in a CSV of commas makes two cells of one, in a form and in a list too: 5,25 is not 5.
#[test]
fn a_decimal_comma_is_told_in_forms_lists_and_registers() {
    let (lines, answer) = score("Mã,Kết quả\n1.3.1,5,25\n1.6.1,3\n");
    assert_eq!((answer.status, &lines[0]["violations"][0]["code"], &lines[0]["violations"][0]["cell"]), (1, &json!("ragged_row"), &json!("C2")));
    // The answer stands one column further, under no heading.
    let (lines, _) = score("Mã,Nội dung,Tối đa,Kết quả\n1.3.1,Phần mềm dạy, học,6,5\n");
    assert_eq!(lines[0]["violations"][0]["code"], "ragged_row");
    let (lines, _) = score("Mã trường,Mã,Kết quả\nVD-01,1.3.1,5,5\nVD-02,1.3.1,5\n");
    let told: Vec<bool> = lines.iter().map(|line| line["violations"].is_array()).collect();
    assert_eq!(told, [true, false]);
    // Blank cells at the end are Excel's, and nobody's.
    assert_eq!(score("Mã,Kết quả,,\n1.3.1,5,,\n").1.status, 0);

    let folder = Folder::new();
    let register = folder.file("danh-sach.csv", "Mã,Tên,Cơ quan quản lý\nVD-01,Trường A, Xã B,Sở\nVD-02,Trường C,Sở\n");
    let told = thuocdo(&["form", "--register", &register, "-o", &folder.path("phieu").display().to_string()]);
    assert_eq!(told.status, 1, "{told:?}");
    assert!(told.err.contains("dòng này có 4 ô, nhưng dòng tiêu đề có 3 cột"), "{told:?}");
}
