//! `cohort`: many schools counted, and the list that is published.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

use super::{Folder, example, piped, thuocdo};

const REGISTER: &str = r#"{ "institutions": [
    { "code": "1", "name": "Trường Một (ví dụ giả định)", "type": "primary", "authority": "UBND A (ví dụ giả định)" },
    { "code": "2", "authority": "UBND A (ví dụ giả định)" } ] }"#;

/// A line for each school: its code, and the points of one indicator.
fn lines(schools: &[(&str, u32)]) -> String {
    let line = |(code, points): &(&str, u32)| {
        json!({ "institution": { "code": code }, "period": "2023-2024", "conditions": {}, "answers": { "1.3.1": points } }).to_string() + "\n"
    };
    schools.iter().map(line).collect()
}

#[test]
fn schools_are_counted_by_level_and_authority() {
    let folder = Folder::new();
    let (register, input) = (folder.file("register.json", REGISTER), lines(&[("1", 6), ("2", 0), ("3", 1)]));
    let report: Value = piped(&["cohort", "--format", "json", "--register", &register], input.clone()).json();
    assert_eq!((&report["count"], &report["groups"][0]["undetermined"]), (&json!(3), &json!(3)));
    let authorities: Vec<_> =
        report["by_authority"].as_array().expect("rows").iter().map(|row| (row["value"].clone(), row["count"].clone())).collect();
    assert_eq!(authorities, [(json!("UBND A (ví dụ giả định)"), json!(2)), (Value::Null, json!(1))]);
    // 6 + 6 + 6 less 7 that they have
    assert!(report["missing_points"].as_array().expect("a list").contains(&json!({ "code": "1.3.1", "mean": 3.67, "schools": 2, "total": 11 })));

    let out = piped(&["cohort", "--register", &register], input).done();
    assert!(out.contains("Số phiếu được tính: 3; không vướng điều kiện bắt buộc: 0") && out.contains("Theo cơ quan quản lý"), "{out}");
}

/// Scored or not, by standard input or file: the same schools are the same cohort.
#[test]
fn scorecards_are_counted_like_the_assessments_they_are_of() {
    let cards = thuocdo(&["score", "--format", "ndjson", &example("twelve-schools.csv")]).done();
    let counted = thuocdo(&["cohort", "--format", "json", &example("twelve-schools.csv")]).done();
    assert_eq!(piped(&["cohort", "--format", "json", "--input-format", "ndjson"], cards).done(), counted);
}

/// The README of the examples shows this call.
#[test]
fn the_register_of_the_examples_says_who_manages_the_twelve() {
    let report = thuocdo(&["cohort", "--format", "json", "--register", &example("register.json"), &example("twelve-schools.csv")]).json();
    let counts: Vec<_> = report["by_authority"].as_array().expect("rows").iter().map(|row| row["count"].as_u64()).collect();
    assert_eq!(counts, [Some(3), Some(5), Some(4)]);
}

/// 27,005 schools a line each: counted, listed, looked at and paired.
#[test]
fn a_country_goes_through_line_by_line() {
    let schools = 27_005;
    let line = |number: u32, stream: &str| {
        format!(
            r#"{{"institution":{{"code":"{number:05}"}},"period":"2023-2024","stream":"{stream}","conditions":{{}},"answers":{{"1.3.1":{}}}}}"#,
            number % 7
        )
    };
    let of = |stream: &str| (0..schools).map(|number| line(number, stream) + "\n").collect::<String>();
    let folder = Folder::new();
    let (own, external) = (folder.file("self.ndjson", of("self")), folder.file("external.ndjson", of("external")));
    let published = folder.path("list.json");
    let report = thuocdo(&["cohort", "--format", "json", "--publish", published.to_str().expect("UTF-8"), &own]).json();
    assert_eq!(report["count"], json!(schools));
    let list: Value = serde_json::from_slice(&fs::read(published).expect("written")).expect("JSON");
    assert_eq!((list["rows"].as_array().map(Vec::len), &list["summary"]["count"]), (Some(27_005), &json!(schools)));
    assert_eq!(thuocdo(&["quality", "--format", "json", &own]).json()["count"], json!(schools));
    assert_eq!(thuocdo(&["review", "--cohort", "--format", "json", &own, &external]).json()["reviews"], json!(schools));
}

#[test]
fn the_list_is_written_as_page_table_workbook_and_json() {
    let folder = Folder::new();
    let (register, input) = (folder.file("register.json", REGISTER), lines(&[("2", 5), ("1", 6)]));
    let written = |name: &str| {
        let path = folder.path(name);
        let file = path.to_str().expect("UTF-8");
        let call = ["cohort", "--register", &register, "--publish", file, "--title", "Công bố <thử>", "--as-of", "2024-06-30", "--stream", "self"];
        piped(&call, input.clone()).done();
        fs::read(path).expect("written")
    };
    let page = String::from_utf8(written("list.html")).expect("UTF-8");
    assert!(page.contains("<h1>Công bố &lt;thử&gt;</h1>") && page.contains("Số liệu tính đến ngày 30/6/2024"), "{page}");
    let csv = String::from_utf8(written("list.csv")).expect("UTF-8");
    // As Excel opens it in Vietnam: with a mark, and semicolons.
    assert!(csv.starts_with("\u{feff}Mã cơ sở;Tên cơ sở giáo dục;Cấp học;Cơ quan quản lý;Nhóm 1: điểm tự đánh giá;Nhóm 1: mức độ;"), "{csv}");
    let row = "1;Trường Một (ví dụ giả định);Tiểu học;UBND A (ví dụ giả định);6–100;1–3;0–100;1–3;1–3;Chưa công nhận;chưa điền 1.1, 1.2, 2.1, 2.2";
    assert_eq!(csv.lines().nth(1), Some(row));
    assert!(written("list.xlsx").starts_with(b"PK"));
    let list: Value = serde_json::from_slice(&written("list.json")).expect("JSON");
    assert_eq!(list["rows"].as_array().map(Vec::len), Some(2));

    let again = piped(&["cohort", "--publish", folder.path("list.csv").to_str().expect("UTF-8")], input.clone());
    assert_eq!(again.out, "");
    assert!(again.fails(2).contains("--force"));
    assert!(piped(&["cohort", "--publish", "list.docx"], input).fails(2).contains(".html"));
}

/// Excel takes 32 767 units of UTF-16 a cell; each of these letters is two.
#[test]
fn an_endless_name_does_not_keep_a_workbook_from_being_written() {
    let folder = Folder::new();
    let path = folder.path("list.xlsx");
    let school = json!({ "institution": { "code": "=1+1", "name": "𝄞".repeat(16_384) }, "conditions": {}, "answers": {} });
    piped(&["cohort", "--publish", path.to_str().expect("UTF-8"), "--stream", "self"], school.to_string()).done();
    let mut workbook: Xlsx<_> = open_workbook(path).expect("a workbook");
    let list = workbook.worksheet_range("Danh sách").expect("the list");
    let row = list.rows().next_back().expect("a row");
    assert_eq!(row[0], Data::String("=1+1".to_owned()));
    assert_eq!(row[1], Data::String("𝄞".repeat(16_383) + "…"));
}

#[test]
fn what_is_no_certificate_is_told_as_one() {
    let folder = Folder::new();
    let path = folder.path("list.html");
    let file = path.to_str().expect("UTF-8");
    let said = piped(&["cohort", "--publish", file, "--certificates", &example("twelve-schools.csv")], lines(&[("1", 6)])).fails(1);
    assert!(
        said.contains("twelve-schools.csv, dòng 3: bản xác nhận không hợp lệ") && !said.contains("phiếu có") && !said.contains("phiếu cần sửa"),
        "{said}"
    );
    assert!(!path.exists());
}

/// One school in two streams: counted apart, but a list names it once.
#[test]
fn what_keeps_a_list_from_being_made_is_told_by_line() {
    let folder = Folder::new();
    let path = folder.path("list.html");
    let both = lines(&[("1", 6), ("2", 6)]) + &lines(&[("1", 6)]).replace("\"period\"", "\"stream\":\"self\",\"period\"");
    let twice = piped(&["cohort", "--lang", "en", "--publish", path.to_str().expect("UTF-8")], both);
    assert_eq!(twice.status, 1);
    let said = &twice.err;
    assert!(said.contains("standard input, line 3: ") && said.contains("already used at standard input, line 1 (duplicate_code)"), "{said}");
    assert!(!path.exists());
}

/// In capital letters or not, and with blanks: whose form it is nobody can say twice.
#[test]
fn an_institution_that_comes_twice_is_counted_only_if_it_is_said_how() {
    let folder = Folder::new();
    let (path, input) = (folder.path("list.csv"), lines(&[("A", 6), ("2", 6), ("a ", 1)]));
    let list = path.to_str().expect("UTF-8");
    let twice = piped(&["cohort", "--publish", list], input.clone());
    assert_eq!((twice.status, twice.out.as_str()), (1, ""));
    for told in [
        "(stdin), dòng 3: phiếu có chỗ cần sửa",
        "“a ” đã có phiếu cùng kỳ, cùng hình thức đánh giá ở dữ liệu truyền vào (stdin), dòng 1;",
        "--keep last",
    ] {
        assert!(twice.err.contains(told), "{told}: {}", twice.err);
    }
    assert!(!path.exists());
    let out = piped(&["cohort", "--publish", list, "--keep", "last", "--stream", "external", "--plain"], input.clone()).done();
    assert!(out.contains("Số phiếu được tính: 2") && out.contains("Không tính 1 phiếu"), "{out}");
    let list = fs::read_to_string(&path).expect("written");
    assert_eq!(list.lines().skip(1).map(|row| row.split(",1").next()).collect::<Vec<_>>(), [Some("2,,,,6–100"), Some("a,,,")], "{list}");
    assert!(list.contains("a,,,,1–95,"), "{list}");
    let report: Value = piped(&["cohort", "--format", "json", "--keep", "first"], input).json();
    // 1.3.1 of both schools is at its maximum.
    assert!(report["missing_points"].as_array().expect("a list").contains(&json!({ "code": "1.3.1", "mean": 0, "schools": 0, "total": 0 })));
}

#[test]
fn what_the_register_has_not_and_who_sent_no_form_is_told() {
    let folder = Folder::new();
    let register = folder.file(
        "register.json",
        r#"{ "institutions": [ { "code": "01000701" }, { "code": "01000702" } ],
             "changes": [ { "on": "2022-07-01", "kind": "merged", "from": ["A", "B"], "to": ["01000702"] } ] }"#,
    );
    let out = piped(&["cohort", "--register", &register], lines(&[("1000701", 6), ("A", 6)])).done();
    for told in [
        "không có trong danh mục cơ sở giáo dục: 1 (1000701 (có phải 01000701?))",
        "chưa có phiếu: 2 (01000701, 01000702)",
        "Mã A đã sáp nhập hoặc chia tách từ ngày 01/7/2022 (nay là 01000702), trước kỳ đánh giá 2023-2024",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
}

#[test]
fn a_register_that_contradicts_itself_is_told_in_full() {
    let folder = Folder::new();
    let register = folder.file("register.json", r#"{ "institutions": [{ "code": "1" }, { "code": "1" }, {}] }"#);
    let said = piped(&["cohort", "--register", &register], "").fails(2);
    assert!(said.contains("duplicate_code") && said.contains("missing_field"), "{said}");
    assert!(piped(&["cohort", "--register", "nowhere.json"], "").fails(2).contains("nowhere.json"));
}

#[test]
fn a_refused_school_is_told_and_the_others_are_counted() {
    let answer = piped(&["cohort", "--format", "json"], lines(&[("1", 6), ("2", 7)]));
    assert_eq!(answer.status, 1);
    assert!(answer.err.contains("mục 1.3.1: ") && answer.err.contains("Có 1/2 phiếu cần sửa"), "{}", answer.err);
    let report: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(report["count"], 1);
}

/// A page that leaves out a school without a word would be false.
#[test]
fn a_list_is_not_written_while_a_school_is_refused() {
    let folder = Folder::new();
    let path = folder.path("list.html");
    let list = path.to_str().expect("UTF-8");
    let answer = piped(&["cohort", "--publish", list, "--stream", "self"], lines(&[("1", 6), ("2", 7)]));
    assert_eq!(answer.status, 1);
    assert_eq!(answer.err.matches("list.html: còn 1 phiếu phải sửa").count(), 1, "{}", answer.err);
    assert!(answer.out.contains("Số phiếu được tính: 1") && !answer.out.contains("list.html") && !path.exists(), "{}", answer.out);
    // A file that cannot be read at all is a school too.
    let (good, broken) = (folder.file("a.ndjson", lines(&[("1", 6)])), folder.file("hong.xlsx", "PK\u{3}\u{4}"));
    let answer = thuocdo(&["cohort", &good, &broken, "--publish", list, "--stream", "self"]);
    assert!(answer.err.contains("list.html: còn 1 phiếu phải sửa") && answer.err.contains("hong.xlsx"), "{}", answer.err);
    assert!(answer.status == 2 && answer.out.contains("Số phiếu được tính: 1") && !path.exists(), "{}", answer.out);
}

/// Both forms of each school lie in the folder of a year. A list has the points of one kind.
#[test]
fn a_list_of_both_streams_is_told_by_one_sentence_and_takes_the_stream_that_is_asked_for() {
    let folder = Folder::new();
    let path = folder.path("list.csv");
    let list = path.to_str().expect("UTF-8");
    let of = |stream: &str| lines(&[("1", 6), ("2", 5)]).replace("\"period\"", &format!("\"stream\":\"{stream}\",\"period\""));
    let both = of("self") + &of("external");
    let answer = piped(&["cohort", "--publish", list], both.clone());
    assert_eq!((answer.status, answer.err.lines().count()), (1, 1), "{}", answer.err);
    for told in ["2 phiếu tự đánh giá và 2 phiếu đánh giá ngoài", "--stream external"] {
        assert!(answer.err.contains(told), "{told}: {}", answer.err);
    }
    assert!(!path.exists());
    let out = piped(&["cohort", "--publish", list, "--stream", "external"], both).done();
    assert!(out.contains("Số phiếu được tính: 4"), "{out}");
    let list = fs::read_to_string(&path).expect("written");
    assert!(list.contains("Nhóm 1: điểm đánh giá ngoài") && list.lines().count() == 3, "{list}");
}

/// Neither the sentence about forms that came twice, nor the file that cannot be read, hides the other.
#[test]
fn a_form_that_came_twice_is_told_beside_a_file_that_cannot_be_read() {
    let folder = Folder::new();
    let (twice, broken) = (folder.file("a.ndjson", lines(&[("1", 6), ("1", 5)])), folder.file("hong.xlsx", "PK\u{3}\u{4}"));
    let said = thuocdo(&["cohort", &twice, &broken]).fails(2);
    for told in ["Chưa có kết quả, vì 1 phiếu trùng với phiếu trước", "--keep last", "hong.xlsx: "] {
        assert!(said.contains(told), "{told}: {said}");
    }
}

#[test]
fn a_list_is_not_written_where_nobody_says_whose_points_it_has() {
    let folder = Folder::new();
    let path = folder.path("list.html");
    let list = path.to_str().expect("UTF-8");
    let answer = piped(&["cohort", "--publish", list], lines(&[("1", 6)]));
    assert!(answer.status == 1 && !answer.out.contains("--stream") && answer.err.contains("--stream external"), "{answer:?}");
    assert!(!path.exists());
    // What the form says is not overruled.
    let own = lines(&[("1", 6)]).replace("\"period\"", "\"stream\":\"self\",\"period\"");
    assert!(
        piped(&["cohort", "--publish", list, "--stream", "external"], own.clone()).fails(1).contains("không có phiếu đánh giá ngoài nào, chỉ có 1")
    );
    assert!(!path.exists());
    piped(&["cohort", "--publish", list], own).done();
    assert!(fs::read_to_string(path).expect("written").contains("Điểm trong danh sách là điểm tự đánh giá của cơ sở giáo dục"));
}

#[test]
fn a_page_names_act_official_who_is_missing_and_what_stands_in_the_way() {
    let folder = Folder::new();
    let path = folder.path("list.html");
    let register = folder.file(
        "register.json",
        r#"{ "institutions": [
            { "code": "1", "name": "Trường Đông (ví dụ giả định)", "authority": "UBND xã Đa (ví dụ giả định)" },
            { "code": "2", "name": "Trường Tây (ví dụ giả định)", "authority": "UBND xã Dĩnh (ví dụ giả định)" } ] }"#,
    );
    let act = ["--act", "Quyết định 12/QĐ-UBND", "--official", "Chủ tịch <A>", "--stream", "external", "--missing", "--register", &register];
    piped(&[&["cohort", "--publish", path.to_str().expect("UTF-8")], &act[..]].concat(), lines(&[("1", 6)])).done();
    let page = fs::read_to_string(path).expect("written");
    for told in [
        "Văn bản công bố: Quyết định 12/QĐ-UBND",
        "Người ký công bố: Chủ tịch &lt;A&gt;",
        "Điểm trong danh sách là điểm đánh giá ngoài",
        "Chưa có phiếu: 1 cơ sở giáo dục khác trong danh mục",
        "chưa điền 1.1, 1.2, 2.1, 2.2",
        "<li>1.1: ",
        "<tbody data-of=\"UBND xã Đa (ví dụ giả định)\">",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    // D comes before Đ.
    let place = |name: &str| page.find(name).expect("it is listed");
    assert!(place("UBND xã Dĩnh") < place("UBND xã Đa") && place("Trường Tây") < place("Trường Đông"));
    assert!(piped(&["cohort", "--publish", "a.html", "--missing"], "").fails(2).contains("--register"));
}
