//! `process`, `certify` and `verify`: a school's year, step by step.

use std::fs;
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use serde_json::{Value, json};
use thuocdo::{BlockerCode, Stream};
use thuocdo_practice::process::{Act, Role, State};

use super::{Answer, Folder, example, piped, thuocdo};

const SCHOOL: &str = "Trường Tiểu học Hoa Sen (ví dụ giả định)";
const OFFICE: &str = "Phòng Giáo dục và Đào tạo (ví dụ giả định)";

/// A case file that grows.
struct Year {
    folder: Folder,
    case: String,
}

impl Year {
    /// A case without events, of the school of the example.
    fn new() -> Year {
        let folder = Folder::new();
        let case = folder.path("case.json").to_str().expect("UTF-8").to_owned();
        let year = Year { folder, case };
        let new = [
            "process",
            "--new",
            "--institution-code",
            "VD-0001",
            "--institution-name",
            SCHOOL,
            "--institution-type",
            "primary",
            "--period",
            "2023-2024",
        ];
        assert_eq!(thuocdo(&[&new[..], &["-o", &year.case]].concat()).done(), "");
        year
    }

    fn add(&self, act: &str, on: &str, role: &str, more: &[&str]) -> Answer {
        let body = if role == "authority" { OFFICE } else { SCHOOL };
        let event = ["process", &self.case, "--add", act, "--on", on, "--role", role, "--body", body, "-o", &self.case];
        thuocdo(&[&event[..], more].concat())
    }

    /// Up to the state that an act leads to.
    fn until(act: &str) -> Year {
        let year = Year::new();
        let own = example("complete-primary-school.json");
        let external = fs::read_to_string(&own).expect("an example").replace("\"self\"", "\"external\"").replace("\"1.5.1\": 12", "\"1.5.1\": 10");
        let external = year.folder.file("external.json", external);
        let steps: [(&str, &str, &str, &[&str]); 7] = [
            ("plan", "2024-02-01", "institution", &[]),
            ("self_assess", "2024-04-15", "institution", &["--assessment", &own]),
            ("approve", "2024-05-02", "head", &[]),
            ("report", "2024-06-01", "head", &[]),
            ("externally_assess", "2024-06-10", "authority", &["--assessment", &external]),
            ("recognise", "2024-06-18", "authority", &[]),
            ("publish", "2024-06-25", "authority", &["--note", "Công bố trên cổng thông tin"]),
        ];
        for (next, on, role, more) in steps {
            assert_eq!(year.add(next, on, role, more).done(), "");
            if next == act {
                return year;
            }
        }
        panic!("no act `{act}`");
    }

    fn json(&self) -> Value {
        serde_json::from_str(&fs::read_to_string(&self.case).expect("a case")).expect("JSON")
    }
}

#[test]
fn what_people_read_holds_no_word_of_programs_by_itself() {
    let acts = Act::WORDS.iter().map(|(word, _)| *word).chain(State::WORDS.iter().map(|(word, _)| *word));
    let codes = BlockerCode::WORDS.iter().map(|(word, _)| *word).chain(Stream::WORDS.iter().map(|(word, _)| *word));
    let vocabulary: Vec<&str> = acts.chain(codes).chain(Role::WORDS.iter().map(|(word, _)| *word)).chain(["national"]).collect();
    let year = Year::until("publish");
    let refused = year.add("publish", "2024-05-01", "head", &[]).fails(1);
    for told in [
        "hồ sơ đang ở bước đã công bố (published), chưa thể công bố kết quả (publish); việc làm được lúc này: rút hồ sơ hoặc thu hồi kết quả (withdraw)",
        "thủ trưởng cơ sở giáo dục (head) không có thẩm quyền thực hiện việc công bố kết quả (publish); việc này của: cơ quan quản lý (authority)",
        "ngày 01/5/2024 sớm hơn ngày 25/6/2024 của bước trước",
    ] {
        assert!(refused.contains(told), "{told}: {refused}");
    }
    let own = example("missing-answers.json");
    let tables: [&[&str]; 6] = [
        &["process", &year.case],
        &["certify", &year.case, "--format", "table"],
        &["score", &own],
        &["explain", &own],
        &["plan", &own],
        &["review", &example("complete-primary-school.json"), &example("external-primary-school.json")],
    ];
    for told in tables.iter().map(|table| thuocdo(table).done()).chain([refused]) {
        assert_eq!(thuocdo::text::unaided(&told, &vocabulary), None, "{told}");
    }
}

#[test]
fn a_case_grows_event_by_event_and_tells_where_it_stands() {
    let year = Year::until("publish");
    let status = thuocdo(&["process", &year.case, "--format", "json"]).json();
    assert_eq!(status["state"], "published");
    // Two points of 1.5.1 fewer than the school's 78: 76 is still level 3; 83.5 is too.
    assert_eq!(status["external"]["groups"][0]["score"], json!({ "high": 76, "low": 76 }));
    assert_eq!(status["recognised"]["groups"], json!([{ "code": "1", "level": 3 }, { "code": "2", "level": 3 }]));
    assert_eq!(status["late"][0]["days"], 1);
    let table = thuocdo(&["process", &year.case]).done();
    for told in [
        "Đang ở bước: đã công bố",
        "Phòng Giáo dục và",
        "chậm 1 ngày so với hạn 31/5/2024",
        "│ 25/6/2024  ┆",
        "nhóm 1 mức độ 3, nhóm 2 mức độ 3",
        "Công bố trên cổng",
    ] {
        assert!(table.contains(told), "{told}: {table}");
    }
    assert!(thuocdo(&["process", &year.case, "--lang", "en"]).done().contains("days late: 1 (due 2024-05-31)"));
}

#[test]
fn the_digest_of_an_assessment_is_written_beside_its_event() {
    let case = Year::until("self_assess").json();
    assert_eq!(case["self"]["period"], "2023-2024");
    assert!(case["events"][1]["assessment"].as_str().is_some_and(|digest| digest.starts_with("sha256:")));
    assert!(case["events"][0].get("assessment").is_none());
}

#[test]
fn an_event_that_cannot_be_is_refused_and_nothing_is_written() {
    let year = Year::until("plan");
    let before = year.json();
    let err = year.add("publish", "2024-01-01", "head", &[]).fails(1);
    for code in ["event_out_of_order", "event_before_previous", "wrong_role"] {
        assert!(err.contains(code), "{err}");
    }
    assert!(
        year.add("self_assess", "2024-02-02", "institution", &["--assessment", &example("exactly-75.json")]).fails(1).contains("other_institution")
    );
    assert!(year.add("self_assess", "2024-02-02", "institution", &[]).fails(1).contains("assessment_missing"));
    assert!(
        year.add("self_assess", "2024-02-02", "institution", &["--assessment", &example("twelve-schools.csv")]).fails(2).contains("đúng một phiếu")
    );
    assert!(year.add("withdraw", "2024-02-02", "head", &["--assessment", &example("exactly-75.json")]).fails(2).contains("withdraw"));
    assert_eq!(year.json(), before);
}

#[test]
fn deadlines_are_those_of_a_scope_or_of_a_file() {
    let year = Year::until("report");
    let asked = |more: &[&str]| thuocdo(&[&["process", &year.case, "--format", "json"], more].concat()).json();
    assert_eq!(asked(&["--scope", "hai-phong-2023"])["late"][0]["deadline"], "2023-10-15");
    let told = |more: &[&str]| thuocdo(&[&["process", &year.case], more].concat()).done();
    assert!(told(&[]).contains("Thời hạn theo quy định của Bộ GDĐT"));
    assert!(told(&["--scope", "hai-phong-2023", "--lang", "en"]).contains("Deadlines of Hải Phòng in 2023"));
    let calendar = year.folder.file("calendar.json", r#"{"scope":"xa","deadlines":[{"act":"plan","deadline":"2024-01-31"}]}"#);
    assert_eq!(asked(&["--calendar", &calendar])["late"][0]["act"], "plan");
    assert_eq!(asked(&["--as-of", "2024-05-10"])["state"], "approved");
    assert_eq!(
        asked(&["--as-of", "2024-06-22"])["overdue"][0],
        json!({ "act": "recognise", "days": 2, "deadline": "2024-06-20", "standing": "single" })
    );
    assert!(thuocdo(&["process", &year.case, "--scope", "ha-noi"]).fails(2).contains("hai-phong-2023"));
    assert!(thuocdo(&["process", &year.case, "--calendar", &year.case]).fails(2).contains("unknown_field"));
}

#[test]
fn a_certificate_is_made_signed_and_verified() {
    let year = Year::until("recognise");
    // RFC 8032, section 7.1, test 1.
    let seed = year.folder.file("seed.txt", "9D61B19DEFFD5A60BA844AF492EC2CC44449C5697B326919703BAC031CAE7F60\n");
    let public = year.folder.file("public.txt", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    let other = year.folder.file("other.txt", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    let plain = year.folder.file("plain.json", thuocdo(&["certify", &year.case]).done());
    let signed = year.folder.path("signed.json").to_str().expect("UTF-8").to_owned();
    assert_eq!(thuocdo(&["certify", &year.case, "--key", &seed, "-o", &signed]).done(), "");
    let told = thuocdo(&["certify", &year.case, "--format", "table"]).done();
    assert!(told.contains("công nhận ngày 18/6/2024") && told.contains(SCHOOL), "{told}");

    let told = thuocdo(&["verify", &plain, &year.case]).done();
    assert!(told.contains("khớp hoàn toàn") && told.contains("công nhận ngày 18/6/2024") && told.contains(SCHOOL), "{told}");
    let answer = thuocdo(&["verify", &signed, &year.case, "--trusted", &public, "--format", "json"]);
    assert!(answer.err.contains("không phải chữ ký số theo quy định"));
    assert_eq!(answer.json(), json!({ "differences": [], "identical": true }));
    // Who signed stands before what is certified, where it is read.
    for (file, key, said) in [(&plain, &public, "✗ Bản xác nhận không có chữ ký"), (&signed, &other, "✗ Bản xác nhận được ký bằng khóa khác")]
    {
        let answer = thuocdo(&["verify", file, &year.case, "--trusted", key]);
        assert_eq!((answer.status, answer.err.as_str()), (1, ""));
        assert!(answer.out.starts_with(said) && answer.out.contains("chưa thể coi là bản xác nhận hợp lệ"), "{}", answer.out);
        assert!(!answer.out.contains("khớp hoàn toàn"), "{}", answer.out);
    }
    assert!(thuocdo(&["certify", &year.case, "--key", &year.case]).fails(2).contains("64"));

    let forged = fs::read_to_string(&signed).expect("a certificate").replace("\"level\":3", "\"level\":2");
    let forged = year.folder.file("forged.json", forged);
    let answer = thuocdo(&["verify", &forged, &year.case, "--trusted", &public]);
    assert_eq!(answer.status, 1);
    assert!(answer.out.starts_with("✗ Chữ ký kiểm tra không khớp với bản xác nhận này") && answer.out.contains("mức độ chung, mức độ"), "{answer:?}");

    // Publication leaves the certificate as it was; a withdrawal does not.
    assert_eq!(year.add("publish", "2024-06-25", "authority", &[]).done(), "");
    assert_eq!(thuocdo(&["verify", &signed, &year.case, "--trusted", &public]).status, 0);
    assert_eq!(year.add("withdraw", "2024-09-01", "authority", &[]).done(), "");
    assert!(thuocdo(&["verify", &signed, &year.case]).fails(1).contains("not_recognised"));
}

#[test]
fn a_certificate_of_an_earlier_revision_is_verified_with_the_file_of_that_revision() {
    let year = Year::until("recognise");
    let first = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/frameworks/moet-4725-2022-revision-1.json");
    let certificate = year.folder.file("first.json", thuocdo(&["certify", &year.case, "--framework", first]).done());
    assert!(thuocdo(&["verify", &certificate, &year.case, "--framework", first]).done().contains("khớp hoàn toàn"));
    let answer = thuocdo(&["verify", &certificate, &year.case, "--format", "json"]);
    assert_eq!(answer.status, 1);
    // The same points and levels: only what names the framework, and what is a digest of it, differs.
    let told: Value = serde_json::from_str(&answer.out).expect("JSON");
    let places: Vec<&str> = told["differences"].as_array().expect("a list").iter().filter_map(|difference| difference["at"].as_str()).collect();
    assert_eq!(places, ["/framework/digest", "/framework/revision", "/scorecard"]);
}

#[test]
fn a_file_that_is_there_is_not_lost_to_a_new_case_or_certificate() {
    let year = Year::until("recognise");
    let new = ["process", "--new", "--institution-code", "VD-0001", "--period", "2023-2024", "-o", &year.case];
    let plan = ["--add", "plan", "--on", "2024-02-01", "--role", "authority", "--body", OFFICE];
    let before = year.json();
    assert!(thuocdo(&new).fails(2).contains("--force"));
    let other = year.folder.file("other.json", thuocdo(&new[..6]).done());
    assert!(thuocdo(&[&["process", &other, "-o", &year.case], &plan[..]].concat()).fails(2).contains("--force"));
    assert!(thuocdo(&["certify", &year.case, "-o", &year.case]).fails(2).contains("--force"));
    assert_eq!(year.json(), before);
    assert_eq!(thuocdo(&["certify", &year.case, "-o", &other, "--force"]).done(), "");
    assert_eq!(thuocdo(&[&new[..], &["--force"]].concat()).done(), "");
    assert_eq!(year.json()["events"], json!([]));
}

#[test]
fn deadlines_that_lie_ahead_are_told_for_a_case_and_for_none() {
    let year = Year::until("approve");
    // 20 to 31 May: 11 days.
    let table = thuocdo(&["process", &year.case, "--as-of", "2024-05-20"]).done();
    assert!(table.contains("Báo cáo kết quả tự đánh giá: hạn 31/5/2024, còn 11 ngày"), "{table}");
    let none = thuocdo(&["process", "--as-of", "2024-06-10"]).done();
    let places: Vec<_> = ["20/6/2024, còn 10 ngày", "31/5/2025, còn 355 ngày"].iter().map(|told| none.find(told)).collect();
    assert!(places[0].is_some() && places[0] < places[1], "{none}");
    let json = thuocdo(&["process", "--as-of", "2023-10-31", "--scope", "hai-phong-2023", "--format", "json"]).json();
    let published = json!([{ "act": "publish", "days": 0, "deadline": "2023-10-31", "standing": "text" }]);
    assert_eq!(json, json!({ "ahead": published, "as_of": "2023-10-31", "calendar": "hai-phong-2023" }));
    assert!(thuocdo(&["process", "--as-of", "2024-06-10", "-o", "x.json"]).fails(2).contains("--new"));
}

#[test]
fn a_school_closed_before_its_period_is_told_with_its_case_and_its_certificate() {
    let year = Year::until("recognise");
    let register =
        year.folder.file("register.json", r#"{"institutions":[],"changes":[{"on":"2023-07-01","kind":"merged","from":["VD-0001","B"],"to":["C"]}]}"#);
    let told = "Mã VD-0001 đã sáp nhập hoặc chia tách từ ngày 01/7/2023 (nay là C)";
    assert!(thuocdo(&["process", &year.case, "--register", &register]).done().contains(told));
    let answer = thuocdo(&["certify", &year.case, "--register", &register]);
    assert!(answer.err.contains(told), "{}", answer.err);
    assert_eq!(answer.json()["institution"]["code"], "VD-0001");
}

/// The external assessment of the example is of 12 October 2023.
#[test]
fn an_assessment_later_than_its_act_keeps_a_case_from_being_written() {
    let year = Year::until("plan");
    let own = example("complete-primary-school.json");
    let said = year.add("self_assess", "2024-02-02", "institution", &["--assessment", &own]).done();
    assert_eq!(said, "");
    let late = fs::read_to_string(&own).expect("an example").replace("2023-10-12", "2024-05-01");
    let late = year.folder.file("late.json", late);
    let said = year.add("report", "2024-04-01", "head", &["--assessment", &late]).fails(1);
    assert!(said.contains("phiếu đánh giá ghi ngày 01/5/2024, sau ngày 02/02/2024 ") && said.contains("assessment_after_event"), "{said}");
}

#[test]
fn a_deadline_of_every_year_is_written_as_people_write_it() {
    let folder = Folder::new();
    let case = folder.file("case.json", thuocdo(&["process", "--new", "--institution-code", "VD-0001", "--period", "Kỳ thử"]).done());
    assert!(thuocdo(&["process", &case]).done().contains("hạn 31/5 hằng năm"));
    assert!(thuocdo(&["process", &case, "--lang", "en"]).done().contains("due 05-31 each year"));
}

#[test]
fn standard_input_has_its_name_in_messages() {
    for command in [&["process", "-"][..], &["certify", "-"], &["verify", "-", &example("register.json")]] {
        let err = piped(command, "{}").fails(1);
        assert!(err.starts_with("dữ liệu truyền vào (stdin): "), "{err}");
    }
}

#[test]
fn that_a_certificate_is_forged_the_status_says_also_into_a_closed_pipe() {
    let year = Year::until("recognise");
    let forged = year.folder.file("forged.json", thuocdo(&["certify", &year.case]).done().replace("\"level\":3", "\"level\":2"));
    let mut reader = Command::new(cargo_bin("thuocdo")).arg("--version").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts");
    let pipe = reader.stdin.take().expect("piped");
    reader.wait().expect("it ends");
    let status = Command::new(cargo_bin("thuocdo")).args(["verify", &forged, &year.case]).stdout(pipe).status().expect("it runs");
    assert_eq!(status.code(), Some(1));
}

#[test]
fn what_is_no_case_or_not_recognised_is_refused() {
    assert!(piped(&["process", "-"], "{}").fails(1).contains("missing_field"));
    assert!(thuocdo(&["certify", &Year::until("report").case]).fails(1).contains("not_recognised"));
    assert_eq!(thuocdo(&["process", "khong-co.json"]).status, 2);
    for wrong in [&["process"][..], &["process", "--new"], &["process", "x.json", "--add", "plan"], &["process", "x.json", "--as-of", "2024-02-30"]] {
        assert_eq!(thuocdo(wrong).status, 2, "{wrong:?}");
    }
    let blank = thuocdo(&["process", "--new", "--institution-code", " ", "--period", ""]).fails(1);
    assert!(blank.contains("mã cơ sở giáo dục: ") && blank.contains("kỳ đánh giá: "), "{blank}");
}

/// The stable word of a scope is for programs; people read its title.
#[test]
fn deadlines_that_lie_ahead_are_those_of_the_ministry_or_of_the_province() {
    for (arguments, said) in [
        (&["--as-of", "20/5/2027"][..], "Thời hạn theo quy định của Bộ GDĐT, tính từ ngày 20/5/2027\n"),
        (&["--as-of", "1/9/2023", "--scope", "hai-phong-2023"], "Thời hạn của Hải Phòng năm 2023, tính từ ngày 01/9/2023\n"),
        (&["--as-of", "20/5/2027", "--lang", "en"], "Deadlines laid down by the Ministry, as of 2027-05-20\n"),
    ] {
        let out = thuocdo(&[&["process"], arguments].concat()).done();
        assert!(out.starts_with(said) && !out.contains("national") && !out.contains("hai-phong-2023"), "{out}");
    }
}
