//! Acts in bulk: the cases of several schools made, moved on, looked at and certified by one command each.

use std::fs;

use serde_json::{Value, json};

use super::{Folder, example, thuocdo};

/// Two schools of a ward and one that never sends; what they are called stands in the register only.
const REGISTER: &str = r#"{ "institutions": [
    { "code": "VD-1", "name": "Trường Một (ví dụ giả định)", "type": "primary", "authority": "UBND phường Sao Biển (ví dụ giả định)" },
    { "code": "VD-2", "name": "Trường Hai (ví dụ giả định)", "type": "primary", "authority": "UBND phường Sao Biển (ví dụ giả định)" },
    { "code": "VD-3", "name": "Trường Ba (ví dụ giả định)", "type": "primary", "authority": "UBND phường Sao Biển (ví dụ giả định)" } ] }"#;

/// Every answer of the example of 78 and 83.5 points, of a school of the register; without the names that it has there.
fn form(code: &str, stream: &str, day: &str) -> Value {
    let text = fs::read_to_string(example("complete-primary-school.json")).expect("an example");
    let mut form: Value = serde_json::from_str(&text).expect("JSON");
    form["institution"] = json!({ "code": code });
    form["stream"] = json!(stream);
    form["assessed_on"] = json!(day);
    form
}

/// The year of three schools: VD-1 goes to the end, the plan of VD-2 (condition 2.2) is not there, VD-3 only planned.
struct Year {
    folder: Folder,
    cases: String,
    register: String,
}

impl Year {
    fn new() -> Year {
        let folder = Folder::new();
        let cases = folder.path("ho-so.ndjson").display().to_string();
        let register = folder.file("danh-sach.json", REGISTER);
        Year { folder, cases, register }
    }

    fn file(&self, name: &str, content: &str) -> String {
        self.folder.file(name, content)
    }

    fn process(&self, more: &[&str]) -> super::Answer {
        thuocdo(&[&["process", &self.cases, "--register", &self.register, "-o", &self.cases], more].concat())
    }

    /// The cases, by code.
    fn case(&self, code: &str) -> Value {
        let text = fs::read_to_string(&self.cases).expect("cases");
        let mut cases = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a case"));
        cases.find(|case| case["institution"]["code"] == code).expect("the case")
    }

    fn until_reported() -> Year {
        let year = Year::new();
        let new = ["process", "--new", "--all", "--register", &year.register, "--period", "2023-2024", "-o", &year.cases, "--format", "json"];
        assert_eq!(thuocdo(&new).json()["made"], json!(["VD-1", "VD-2", "VD-3"]));
        year.process(&["--all", "--add", "plan", "--on", "15/9/2023"]).done();
        let forms = [form("VD-1", "self", "2024-04-15"), form("VD-2", "self", "2024-04-16")].map(|form| form.to_string()).join("\n");
        let forms = year.file("tu-danh-gia.ndjson", &forms);
        let events = "mã trường;việc;ngày;đơn vị\nVD-1;Tự đánh giá;15/4/2024;\nVD-1;Phê duyệt;2024-05-02;\nVD-1;Báo cáo;20/5/2024;\n\
            VD-2;Tự đánh giá;16/4/2024;\nVD-2;phê duyệt;2/5/2024;\nVD-2;báo cáo;3/6/2024;\nVD-3;Báo cáo;3/6/2024;\n";
        let events = year.file("viec-da-lam.csv", events);
        let answer = year.process(&["--from", &events, "--from", &forms, "--format", "json"]);
        assert_eq!(answer.status, 1, "{answer:?}");
        let report: Value = serde_json::from_str(&answer.out).expect("JSON");
        assert_eq!(report["done"].as_array().map(Vec::len), Some(6), "{report}");
        let refused = &report["refused"][0];
        assert_eq!(
            (&refused["code"], &refused["act"], &refused["reasons"][0]["code"]),
            (&json!("VD-3"), &json!("report"), &json!("event_out_of_order"))
        );
        assert_eq!(refused["place"], json!({ "file": "viec-da-lam.csv", "line": 8, "sheet": null }));
        year
    }

    fn until_assessed() -> Year {
        let year = Year::until_reported();
        let mut second = form("VD-2", "external", "2024-06-10");
        second["conditions"]["2.2"] = json!(false);
        let forms = [form("VD-1", "external", "2024-06-10"), second].map(|form| form.to_string()).join("\n");
        let forms = year.file("danh-gia-ngoai.ndjson", &forms);
        let told = year.process(&["--all", "--add", "externally_assess", "--on", "12/6/2024", "--from", &forms]);
        assert_eq!(told.status, 1);
        assert!(told.out.contains("Đánh giá ngoài: ghi 2 cơ sở"), "{}", told.out);
        assert!(told.out.contains("Trường Ba (ví dụ giả định)") && told.out.contains("Chưa ghi được 1 việc"), "{}", told.out);
        year
    }
}

#[test]
fn an_events_sheet_and_one_command_move_all_cases_on() {
    let year = Year::until_reported();
    let case = year.case("VD-1");
    let told: Vec<(&str, &str, &str, &str)> = case["events"]
        .as_array()
        .expect("events")
        .iter()
        .map(|event| {
            let text = |key: &str| event[key].as_str().expect("a text");
            (text("act"), text("on"), text("role"), text("body"))
        })
        .collect();
    let school = "Trường Một (ví dụ giả định)";
    assert_eq!(
        told,
        [
            ("plan", "2023-09-15", "institution", school),
            ("self_assess", "2024-04-15", "institution", school),
            ("approve", "2024-05-02", "head", school),
            ("report", "2024-05-20", "institution", school),
        ]
    );
    assert_eq!(case["institution"], json!({ "code": "VD-1", "name": school, "type": "primary" }));
}

#[test]
fn a_sheet_that_is_read_again_adds_only_what_is_new() {
    let year = Year::until_reported();
    let before = fs::read_to_string(&year.cases).expect("cases");
    let events = year.folder.path("viec-da-lam.csv").display().to_string();
    let report = year.process(&["--from", &events, "--format", "json"]);
    let report: Value = serde_json::from_str(&report.out).expect("JSON");
    assert_eq!((&report["known"], &report["done"]), (&json!(6), &json!([])));
    assert_eq!(fs::read_to_string(&year.cases).expect("cases"), before);
}

#[test]
fn each_refusal_is_told_by_name_and_reason() {
    let year = Year::until_assessed();
    let told = year.process(&["--code", "VD-2", "--add", "recognise", "--on", "18/6/2024"]).out;
    assert!(told.contains("Không ghi thêm việc nào") && told.contains("Trường Hai (ví dụ giả định)"), "{told}");
    let answer = year.process(&["--all", "--add", "recognise", "--on", "18/6/2024", "--format", "json"]);
    assert_eq!(answer.status, 1);
    let report: Value = serde_json::from_str(&answer.out).expect("JSON");
    let refused: Vec<(&str, &str, &str)> = report["refused"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            assert_eq!(one["reasons"].as_array().map(Vec::len), Some(1), "{one}");
            let text = |value: &'static str| one[value].as_str().expect("a text");
            (text("code"), text("name"), one["reasons"][0]["message"].as_str().expect("a text"))
        })
        .collect();
    assert_eq!(
        refused,
        [
            ("VD-2", "Trường Hai (ví dụ giả định)", "chưa thể công nhận theo kết quả đánh giá ngoài, vì: điều kiện bắt buộc 2.2 chưa đạt"),
            (
                "VD-3",
                "Trường Ba (ví dụ giả định)",
                "hồ sơ đang ở bước đã lập kế hoạch (planned), chưa thể công nhận mức độ (recognise); việc làm được lúc này: tự đánh giá (self_assess), rút hồ sơ hoặc thu hồi kết quả (withdraw)",
            ),
        ]
    );
    // The authority of the register recognises where nobody else is named.
    let event = year.case("VD-1")["events"][5].clone();
    assert_eq!((&event["body"], &event["role"]), (&json!("UBND phường Sao Biển (ví dụ giả định)"), &json!("authority")));
    assert_eq!(year.case("VD-2")["events"].as_array().map(Vec::len), Some(5));
}

#[test]
fn codes_name_single_cases_and_a_code_that_is_near_is_told() {
    let year = Year::until_assessed();
    let answer = year.process(&["--code", "VD-1,VD1,VD-9", "--add", "recognise", "--on", "2024-06-18", "--format", "json"]);
    let report: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(report["done"][0]["code"], "VD-1");
    let why: Vec<&str> = report["refused"].as_array().expect("a list").iter().filter_map(|one| one["reasons"][0]["message"].as_str()).collect();
    assert_eq!(why, ["mã “VD1” không có trong danh mục; có phải là VD-1?", "mã “VD-9” không có trong danh mục"]);
}

/// Without a register too: a code that no case has is a slip, not a school that has yet to plan.
#[test]
fn a_code_that_no_case_has_is_refused_with_the_nearest() {
    let year = Year::until_assessed();
    year.process(&["--all", "--add", "recognise", "--on", "18/6/2024"]);
    for call in [
        &["process", &year.cases, "--code", "VD-11", "--add", "publish", "--on", "20/6/2024", "--body", "A"][..],
        &["process", &year.cases, "--code", "VD-11"],
        &["certify", &year.cases, "--code", "VD-11"],
    ] {
        let err = thuocdo(call).fails(1);
        assert!(err.contains("không có cơ sở giáo dục nào mang mã “VD-11”; có phải VD-1?") && !err.contains("lập kế hoạch"), "{call:?}: {err}");
    }
}

/// Two schools are refused for one reason: it is said once, before their names.
#[test]
fn a_screen_says_each_reason_once() {
    let year = Year::until_reported();
    let told = year.process(&["--all", "--add", "publish", "--on", "20/6/2024"]);
    // The first two have reported, the third has planned only.
    assert_eq!(told.out.matches("Công bố kết quả, ngày 20/6/2024: ").count(), 2, "{}", told.out);
    assert!(told.out.contains("\n  VD-1 Trường Một (ví dụ giả định); VD-2 Trường Hai (ví dụ giả định)\n"), "{}", told.out);
    assert!(told.out.contains("\n  VD-3 Trường Ba (ví dụ giả định)\n"), "{}", told.out);
}

#[test]
fn the_state_of_all_is_a_table_with_who_is_late_and_what_comes_next() {
    let year = Year::until_reported();
    let told = thuocdo(&["process", &year.cases, "--all", "--as-of", "10/6/2024"]).done();
    for expected in ["Tình hình hồ sơ đến ngày 10/6/2024", "Công nhận mức độ: hạn 20/6/2024, còn 10 ngày; 3 cơ sở chưa làm", "quá hạn 10 ngày"]
    {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    // VD-2 reported on 3 June, three days after 31 May; VD-3 has not reported for ten days.
    let json = thuocdo(&["process", &year.cases, "--all", "--as-of", "10/6/2024", "--format", "json"]).json();
    let days =
        |nth: usize, list: &str| json["cases"][nth][list].as_array().expect("a list").iter().map(|one| one["days"].clone()).collect::<Vec<_>>();
    assert_eq!([days(0, "late"), days(1, "late"), days(2, "late")], [vec![], vec![json!(3)], vec![]]);
    assert_eq!([days(1, "overdue"), days(2, "overdue")], [vec![], vec![json!(10)]]);
    let json = thuocdo(&["process", &year.cases, "--code", "VD-3", "--as-of", "20/5/2024", "--format", "json"]).json();
    assert_eq!(json["deadlines"][0], json!({ "act": "report", "count": 1, "days": 11, "deadline": "2024-05-31" }));
    assert_eq!(json["cases"].as_array().map(Vec::len), Some(1));
}

#[test]
fn certificates_of_all_name_their_schools_and_those_who_get_none() {
    let year = Year::until_assessed();
    year.process(&["--all", "--add", "recognise", "--on", "18/6/2024"]);
    let folder = year.folder.path("ban-xac-nhan");
    let answer = thuocdo(&["certify", &year.cases, "--all", "-o", &folder.display().to_string()]);
    let err = answer.fails(1);
    assert!(err.contains("VD-2 Trường Hai (ví dụ giả định): chưa lập được bản xác nhận") && err.contains("Đã lập 1/3"), "{err}");
    let made: Vec<String> =
        fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("a file").file_name().into_string().expect("UTF-8")).collect();
    assert_eq!(made, ["VD-1.json"]);
    let certificate: Value = serde_json::from_str(&fs::read_to_string(folder.join("VD-1.json")).expect("it")).expect("JSON");
    assert_eq!(certificate["institution"]["name"], "Trường Một (ví dụ giả định)");
    let lines = year.folder.path("ban-xac-nhan.ndjson").display().to_string();
    thuocdo(&["certify", &year.cases, "--code", "VD-1", "-o", &lines]).done();
    assert_eq!(fs::read_to_string(lines).expect("it").lines().count(), 1);
}

/// What `certify --all` writes is what `verify` reads; and one school's certificate is a file of its own, to print or to send.
#[test]
fn certificates_in_bulk_are_verified_by_school_and_one_of_them_is_written_by_itself() {
    let year = Year::until_assessed();
    year.process(&["--all", "--add", "recognise", "--on", "18/6/2024"]);
    let path = |name: &str| year.folder.path(name).display().to_string();
    for name in ["vd-1.json", "vd-1.docx", "vd-1.html", "vd-1.ndjson"] {
        thuocdo(&["certify", &year.cases, "--code", "VD-1", "-o", &path(name)]).done();
    }
    let one = fs::read_to_string(path("vd-1.json")).expect("a certificate");
    assert_eq!(fs::read_to_string(path("vd-1.ndjson")).expect("a line"), one);
    assert!(fs::read_to_string(path("vd-1.html")).expect("a page").contains("Trường Một (ví dụ giả định)"));
    assert!(fs::read(path("vd-1.docx")).expect("a paper").starts_with(b"PK"));
    assert!(thuocdo(&["certify", &year.cases, "--code", "VD-1", "--format", "html"]).done().contains("<!DOCTYPE html>"));
    // The papers of two go to a folder.
    assert!(thuocdo(&["certify", &year.cases, "--code", "VD-1,VD-2", "-o", &path("x.docx")]).fails(2).contains("thư mục"));

    // The first is what its case gives; of the second the level was changed; no case is of the third.
    let other = one.replace("\"level\":3", "\"level\":2");
    let unknown = one.replace("\"code\":\"VD-1\"", "\"code\":\"VD-9\"");
    assert!(other != one && unknown != one);
    let lines = year.file("ban-xac-nhan.ndjson", &format!("{one}{other}\n{unknown}"));
    let told = thuocdo(&["verify", &lines, &year.cases]);
    assert_eq!(told.status, 1);
    for words in ["khớp với hồ sơ: 1/3", "✓ khớp hoàn toàn", "✗ khác ở", "✗ không đối chiếu được"] {
        assert!(told.out.contains(words), "{words}: {}", told.out);
    }
    assert!(told.err.contains("không có hồ sơ của VD-9, kỳ 2023-2024"), "{}", told.err);
    let json: Value = serde_json::from_str(&thuocdo(&["verify", &lines, &year.cases, "--format", "json"]).out).expect("JSON");
    let identical: Vec<&Value> = json["certificates"].as_array().expect("a list").iter().map(|one| &one["identical"]).collect();
    assert_eq!(identical, [&json!(true), &json!(false)]);
    let twice = year.file("hai.ndjson", &format!("{one}{one}"));
    assert!(thuocdo(&["verify", &twice, &year.cases, "--lang", "en"]).done().contains("what their cases give: 2 of 2"));
    // One certificate beside the cases of many.
    assert!(thuocdo(&["verify", &path("vd-1.json"), &year.cases]).done().contains("Trường Một (ví dụ giả định)"));
}

#[test]
fn cases_of_a_folder_stay_in_their_files() {
    let year = Year::until_reported();
    let folder = year.folder.path("ho-so").display().to_string();
    let copy = ["process", &year.cases, "--register", &year.register, "--code", "VD-1", "--add", "return", "--on", "21/5/2024", "-o", &folder];
    thuocdo(&copy).done();
    let file = |name: &str| fs::read_to_string(year.folder.path("ho-so").join(name)).expect("a case");
    let untouched = file("VD-2.json");
    let more = ["process", &folder, "--code", "VD-1", "--add", "report", "--on", "22/5/2024", "-o", &folder];
    thuocdo(&more).done();
    assert!(file("VD-1.json").contains("2024-05-22") && file("VD-2.json") == untouched);
    assert!(thuocdo(&["process", &folder, "--all", "--add", "plan", "--on", "30/2/2024", "-o", &folder]).fails(2).contains("30/2/2024"));
}

/// 12, 10 and 11 points of 1.5.1: the median is 11. Two of the three say that condition 2.2 is met.
#[test]
fn a_panels_result_is_an_assessment_that_every_command_reads() {
    let folder = Folder::new();
    let forms: Vec<String> = [12, 10, 11]
        .into_iter()
        .zip(["a.json", "b.json", "c.json"])
        .map(|(points, name)| {
            let mut form = form("VD-1", "external", "2024-06-10");
            form["answers"]["1.5.1"] = json!(points);
            if points == 10 {
                form["conditions"]["2.2"] = json!(false);
                form["assessed_on"] = json!("2024-06-12");
            }
            folder.file(name, form.to_string())
        })
        .collect();
    let target = folder.path("x.json").display().to_string();
    let answer = thuocdo(&["review", "--panel", &forms[0], &forms[1], &forms[2], "-o", &target, "--format", "json"]);
    assert!(answer.err.contains("để trống 2.2"), "{}", answer.err);
    let panel: Value = serde_json::from_str(&answer.out).expect("JSON");
    let score = thuocdo(&["score", &target, "--format", "json"]).json();
    assert_eq!(score["groups"], panel["card"]["groups"]);
    // 78 less the one point.
    assert_eq!(score["groups"][0]["score"], json!({ "high": 77, "low": 77 }));
    let assessment: Value = serde_json::from_str(&fs::read_to_string(&target).expect("it")).expect("JSON");
    assert_eq!((&assessment["stream"], &assessment["assessed_on"]), (&json!("external"), &json!("2024-06-12")));
    assert_eq!(thuocdo(&["review", "--panel", &forms[0], &forms[1], "-o", &target]).status, 2, "it is there already");
}

#[test]
fn a_certificate_of_an_untrusted_key_is_not_shown_as_good() {
    let year = Year::until_assessed();
    year.process(&["--all", "--add", "recognise", "--on", "18/6/2024"]);
    let seed = year.file("seed.hex", &format!("{:064}", 7));
    let other = year.file("other.hex", &"11".repeat(32));
    let certificate = year.folder.path("c.ndjson").display().to_string();
    thuocdo(&["certify", &year.cases, "--code", "VD-1", "--key", &seed, "-o", &certificate]).done();
    let case = year.file("case.json", &year.case("VD-1").to_string());
    let told = thuocdo(&["verify", &certificate, &case, "--trusted", &other]);
    assert_eq!(told.status, 1);
    assert!(told.out.contains("khóa khác") && told.out.contains("chưa thể coi là bản xác nhận hợp lệ"), "{}", told.out);
    assert!(!told.out.contains("khớp hoàn toàn") && !told.out.contains("Trường Một"), "{}", told.out);
}

/// Cases in every shape in which people keep them: lines, a folder, a pattern, packed, one in a file of its own.
#[test]
fn cases_are_read_from_lines_folders_patterns_and_packed_files() {
    let year = Year::until_assessed();
    let lines = fs::read_to_string(&year.cases).expect("cases");
    let cases: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("a case")).collect();
    let packed = |text: &str| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut packed, text.as_bytes()).expect("packed");
        packed.finish().expect("packed")
    };
    let path = |name: &str| year.folder.path(name).display().to_string();
    fs::create_dir(year.folder.path("ho-so")).expect("a folder");
    // As an editor lays it out, packed, and one line in a file; a letter and a hidden file stand beside them.
    year.file("ho-so/1.json", &serde_json::to_string_pretty(&cases[0]).expect("JSON"));
    fs::write(path("ho-so/2.json.gz"), packed(&cases[1].to_string())).expect("written");
    year.file("ho-so/3.ndjson", &cases[2].to_string());
    year.file("ho-so/thu.txt", "thư");
    year.file("ho-so/.an.json", "{");
    fs::write(path("ho-so.ndjson.gz"), packed(&lines)).expect("written");
    let stand = |name: &str| thuocdo(&["process", &path(name), "--all", "--format", "json"]).json();
    let whole = stand("ho-so.ndjson");
    assert_eq!(whole["cases"].as_array().map(Vec::len), Some(3));
    for name in ["ho-so", "ho-so/*.*json*", "ho-so.ndjson.gz"] {
        assert_eq!(stand(name), whole, "{name}");
    }
    // One case for one command; many need --all.
    assert_eq!(thuocdo(&["process", &path("ho-so/2.json.gz"), "--format", "json"]).json()["state"], json!("externally_assessed"));
    assert!(thuocdo(&["process", &path("ho-so.ndjson")]).fails(2).contains("--all"));
    assert!(thuocdo(&["process", &path("khong-*.json"), "--all"]).fails(2).contains("không có tệp nào khớp"));

    // Certificates and the draft of a decision are made of the same.
    year.process(&["--all", "--add", "recognise", "--on", "18/6/2024"]);
    let certificates = thuocdo(&["certify", &year.cases, "--all"]);
    let lines = fs::read_to_string(&year.cases).expect("cases");
    fs::write(path("ho-so.ndjson.gz"), packed(&lines)).expect("written");
    assert_eq!(thuocdo(&["certify", &path("ho-so.ndjson.gz"), "--all"]).out, certificates.out);
    assert_eq!(certificates.out.lines().count(), 1, "{certificates:?}");
    assert_eq!(thuocdo(&["report", "--paper", "quyet-dinh", &path("ho-so.ndjson.gz"), "-o", &path("du-thao.html")]).status, 0);
    let page = fs::read_to_string(path("du-thao.html")).expect("the page");
    assert!(page.contains("Trường Một (ví dụ giả định)"), "{page}");
}

/// A file of several cases goes back as one file; what could not be read is not lost by it.
#[test]
fn cases_go_back_to_the_files_that_they_came_from() {
    let year = Year::until_assessed();
    let path = |name: &str| year.folder.path(name).display().to_string();
    let lines = fs::read_to_string(&year.cases).expect("cases");
    let cases: Vec<&str> = lines.lines().collect();
    fs::create_dir(year.folder.path("ho-so")).expect("a folder");
    year.file("ho-so/1.ndjson", &format!("{}\n{}\n", cases[0], cases[1]));
    year.file("ho-so/2.json", cases[2]);
    let recognise = ["--all", "--add", "recognise", "--on", "18/6/2024", "--register", &year.register];
    let folder = path("ho-so");
    thuocdo(&[&["process", &folder, "-o", &folder], &recognise[..]].concat());
    let back = fs::read_to_string(path("ho-so/1.ndjson")).expect("the file");
    let back: Vec<&str> = back.lines().collect();
    // The level of the first is recognised; the plan of the second is not there, and the third has not come so far.
    assert!(back.len() == 2 && back[0].contains("\"recognise\"") && back[1] == cases[1], "{back:?}");
    assert_eq!(fs::read_to_string(path("ho-so/2.json")).expect("the file"), cases[2]);
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 2);

    let with_a_broken_one = year.file("hong.ndjson", &format!("{}\n{{\"events\":\n", cases[0]));
    let before = fs::read_to_string(&with_a_broken_one).expect("the file");
    let answer = thuocdo(&[&["process", &with_a_broken_one, "-o", &with_a_broken_one], &recognise[..]].concat());
    assert!(answer.fails(1).contains("ghi đè thì mất"));
    assert_eq!(fs::read_to_string(&with_a_broken_one).expect("the file"), before);
}
