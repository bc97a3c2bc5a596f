//! Papers as files: which endings there are, what is written where, and what is left alone.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;

use super::files::recognised;
use super::{Folder, example, thuocdo};

/// The document of a DOCX, as XML.
pub(super) fn document(file: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(fs::read(file).expect("the file"))).expect("a DOCX");
    let mut text = String::new();
    zip.by_name("word/document.xml").expect("the document").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn a_school_gets_its_paper_as_a_page_or_for_a_word_processor() {
    let folder = Folder::new();
    let path = |name: &str| folder.path(name).display().to_string();
    let school = example("filled-form.xlsx");
    let (page, docx) = (path("phieu.html"), path("phieu.docx"));
    assert_eq!(thuocdo(&["report", &school, "-o", &page]).done(), "");
    assert_eq!(thuocdo(&["report", &school, "-o", &docx, "--number", "05/BC-THCV", "--on", "2024-05-06"]).done(), "");
    // The form has 66 and 71 points; the condition 2.2 is not met.
    let page = fs::read_to_string(page).expect("the page");
    for text in ["<!DOCTYPE html>", "DỰ THẢO", "Trường Tiểu học Cầu Vồng (ví dụ giả định)", ">66<", ">71<", "Mức độ 2 (Đáp ứng cơ bản)"]
    {
        assert!(page.contains(text), "{text}");
    }
    let document = document(&docx);
    assert!(document.contains("Số: 05/BC-THCV") && document.contains("ngày 06 tháng 5 năm 2024") && !document.contains("DỰ THẢO"));
    let english = path("form.html");
    thuocdo(&["report", &school, "-o", &english, "--lang", "en"]).done();
    assert!(fs::read_to_string(english).expect("the page").contains("SELF-ASSESSMENT"));
}

#[test]
fn an_ending_that_is_not_offered_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    let case = folder.file("case.json", recognised());
    let school = example("complete-primary-school.json");
    for ending in ["pdf", "doc", "json", "xlsx"] {
        let file = folder.path(&format!("x.{ending}")).display().to_string();
        let err = thuocdo(&["report", &school, "-o", &file]).fails(2);
        assert!(err.contains("đuôi dùng được: .docx, .html"), "{err}");
        assert!(!folder.path(&format!("x.{ending}")).exists());
    }
    // A certificate in a file that says it is a PDF would be JSON.
    let offered = ".json, .docx, .html";
    for (command, endings) in [
        (vec!["certify", &case, "-o"], offered),
        (vec!["process", "--new", "--institution-code", "A", "--period", "2023-2024", "-o"], ".json"),
        (vec!["form", "--format", "xlsx", "-o"], ".xlsx, .csv, .json"),
    ] {
        let file = folder.path("x.pdf").display().to_string();
        let err = thuocdo(&[&command[..], &[&file]].concat()).fails(2);
        assert!(err.contains(&format!("đuôi dùng được: {endings}")), "{command:?}: {err}");
        assert!(!folder.path("x.pdf").exists(), "{command:?}");
    }
    assert!(thuocdo(&["report", &school]).fails(2).contains("hãy thêm -o"));
    let file = folder.path("x.html").display().to_string();
    assert!(thuocdo(&["report", &school, "-o", &file, "--format", "docx"]).fails(2).contains("--format không khớp"));
    assert!(thuocdo(&["report", &school, "-o", "-"]).done().contains("PHIẾU TỰ ĐÁNH GIÁ"));
}

#[test]
fn a_paper_that_is_there_is_overwritten_only_by_force() {
    let folder = Folder::new();
    let old = folder.file("phieu.html", "cũ");
    let school = example("complete-primary-school.json");
    assert!(thuocdo(&["report", &school, "-o", &old]).fails(2).contains("--force"));
    assert_eq!(fs::read_to_string(&old).expect("the old one"), "cũ");
    thuocdo(&["report", &school, "-o", &old, "--force"]).done();
    assert!(fs::read_to_string(&old).expect("the new one").contains("PHIẾU TỰ ĐÁNH GIÁ"));

    // Of a folder nothing is written where one file is there already.
    let papers = folder.path("giay");
    fs::create_dir(&papers).expect("a folder");
    fs::write(papers.join("phieu-VD-03.docx"), "cũ").expect("written");
    let (schools, papers) = (example("twelve-schools.csv"), papers.display().to_string());
    assert!(thuocdo(&["report", &schools, "--all", "-o", &papers]).fails(2).contains("phieu-VD-03.docx"));
    assert_eq!(fs::read_dir(&papers).expect("the folder").count(), 1);
    thuocdo(&["report", &schools, "--all", "-o", &papers, "--force"]).done();
    assert_eq!(fs::read_dir(&papers).expect("the folder").count(), 12);
}

/// One paper a school, under a name that stays in the folder whatever the code is; a refused school does not stop the others.
#[test]
fn every_school_of_a_table_gets_a_file_of_its_own() {
    let folder = Folder::new();
    let row = |code: &str, points: &str| {
        format!("{{\"institution\":{{\"code\":\"{code}\"}},\"period\":\"2023-2024\",\"conditions\":{{}},\"answers\":{{\"1.3.1\":{points}}}}}\n")
    };
    let rows = [row("../../x", "5"), row("a", "6"), row("A", "4"), row("hong", "7"), row("\\u202e", "3")].concat();
    let (schools, papers) = (folder.file("schools.ndjson", rows), folder.path("papers"));
    let answer = thuocdo(&["report", &schools, "--all", "--format", "html", "-o", papers.to_str().expect("UTF-8")]);
    let err = answer.fails(1);
    assert!(err.contains("schools.ndjson, dòng 4") && err.contains("points_out_of_range") && err.contains("Đã ghi 4 văn bản"), "{err}");
    let mut names: Vec<String> =
        fs::read_dir(&papers).expect("the folder").map(|entry| entry.expect("a file").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    // `a` and `A` are one name on some systems.
    assert_eq!(names, ["phieu--.html", "phieu-..-..-x.html", "phieu-A (2).html", "phieu-a.html"]);
    let second = fs::read_to_string(papers.join("phieu-A (2).html")).expect("the page");
    assert!(second.contains("Mã trên CSDL ngành: A<"), "{second}");
    // A paper for one file takes one school.
    let one = folder.path("one.html").display().to_string();
    assert!(thuocdo(&["report", &example("twelve-schools.csv"), "-o", &one]).fails(2).contains("--all"));
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_papers_of_the_others() {
    let folder = Folder::new();
    let school = example("complete-primary-school.json");
    let broken = folder.file("hong.xlsx", "PK\u{3}\u{4}");
    let papers = folder.path("papers");
    for kind in ["phieu", "cong-khai"] {
        let err = thuocdo(&["report", "--paper", kind, &broken, &school, "--all", "-o", papers.to_str().expect("UTF-8")]).fails(2);
        assert!(err.contains("hong.xlsx: ") && err.contains("Đã ghi 1 văn bản"), "{kind}: {err}");
    }
    assert_eq!(fs::read_dir(&papers).expect("the folder").count(), 2);
    let (own, external) = (example("complete-primary-school.json"), example("external-primary-school.json"));
    let record = folder.path("bien-ban.html").display().to_string();
    assert!(thuocdo(&["report", "--paper", "bien-ban", &own, &external, &broken, "-o", &record]).fails(2).contains("hong.xlsx: "));
    assert!(folder.path("bien-ban.html").exists());
    // The report of a department says how many it leaves out.
    let summary = folder.path("bao-cao.html").display().to_string();
    thuocdo(&["report", "--paper", "bao-cao", &school, &broken, "-o", &summary]).fails(2);
    assert!(fs::read_to_string(&summary).expect("the report").contains("chưa tính vào báo cáo: 1"));
    // Cases: one file of the folder is no JSON of cases, one is cut off.
    let cases = folder.path("ho-so");
    fs::create_dir(&cases).expect("a folder");
    fs::write(cases.join("VD-0001.json"), recognised()).expect("written");
    fs::write(cases.join("hong.json.gz"), [0x1f, 0x8b, 8]).expect("written");
    let (cases, decision) = (cases.display().to_string(), folder.path("quyet-dinh.docx").display().to_string());
    for call in [
        &["report", "--paper", "quyet-dinh", &cases, "-o", &decision][..],
        &["certify", &cases, "--all"],
        &["process", &cases, "--all"],
        &["process", &cases, "--all", "--add", "publish", "--on", "2024-06-20", "--body", "A", "-o", &cases],
    ] {
        let answer = thuocdo(call);
        assert!(answer.status == 2 && answer.err.contains("hong.json.gz"), "{call:?}: {answer:?}");
        assert!(call[0] == "report" || answer.out.contains("VD-0001") || answer.out.contains("ghi 1 cơ sở"), "{call:?}: {answer:?}");
    }
    assert!(document(&decision).contains("của 1 cơ sở giáo dục"));
}

#[test]
fn of_the_folder_of_a_year_the_folder_of_forms_is_named() {
    let folder = Folder::new();
    let papers = folder.path("papers");
    let year = example("department-year/nam-hoc-2026-2027");
    let err = thuocdo(&["report", &year, "--all", "-o", papers.to_str().expect("UTF-8")]).fails(2);
    let forms = Path::new(&year).join("tu-danh-gia");
    assert!(err.lines().count() == 1 && err.contains(&format!("thuocdo report --paper phieu {} --all", forms.display())), "{err}");
    assert!(!papers.exists());
}

/// A form whose institution has its code in small letters, with a space.
fn typed_otherwise(form: &str) -> String {
    let text = fs::read_to_string(form).expect("a form");
    assert!(text.contains("\"VD-0001\""), "{text}");
    text.replace("\"VD-0001\"", "\"vd- 0001\"")
}

#[test]
fn last_year_stands_beside_the_same_school() {
    let folder = Folder::new();
    let file = folder.path("phieu.html").display().to_string();
    let (own, before) = (example("complete-primary-school.json"), example("external-primary-school.json"));
    thuocdo(&["report", &own, "--before", &before, "-o", &file]).done();
    // Group 1 had 75 points, which is level 2.
    assert!(fs::read_to_string(&file).expect("the page").contains("75 điểm, mức độ 2"));
    let typed = folder.file("before.json", typed_otherwise(&before));
    thuocdo(&["report", &own, "--before", &typed, "-o", &file, "--force"]).done();
    assert!(fs::read_to_string(&file).expect("the page").contains("75 điểm, mức độ 2"));
    thuocdo(&["report", &own, "--before", &example("exactly-75.json"), "-o", &file, "--force"]).done();
    assert!(fs::read_to_string(&file).expect("the page").contains("chưa có số liệu kỳ trước"));
}

#[test]
fn a_record_takes_both_sides_in_any_order() {
    let folder = Folder::new();
    let file = folder.path("bien-ban.docx").display().to_string();
    let (own, external) = (example("complete-primary-school.json"), example("external-primary-school.json"));
    thuocdo(&["report", "--paper", "bien-ban", &external, &own, "-o", &file]).done();
    let document = document(&file);
    assert!(document.contains("BIÊN BẢN") && document.contains("Liên kết phòng học không mở được khi kiểm tra") && document.contains("−3"));
    let typed = folder.file("external.json", typed_otherwise(&external));
    thuocdo(&["report", "--paper", "bien-ban", &own, &typed, "-o", &file, "--force"]).done();
    assert!(self::document(&file).contains("Liên kết phòng học không mở được khi kiểm tra"));
    // Of two external assessments none is chosen in silence.
    let err = thuocdo(&["report", "--paper", "bien-ban", &own, &external, &typed, "-o", &file, "--force"]).fails(1);
    assert!(err.contains("external.json: cơ sở giáo dục “vd- 0001” đã có phiếu cùng kỳ") && err.contains("external-primary-school.json"), "{err}");
    let err = thuocdo(&["report", "--paper", "bien-ban", &own, "-o", &file, "--force"]).fails(1);
    assert!(err.contains("VD-0001: chưa đủ phiếu tự đánh giá và phiếu đánh giá ngoài"), "{err}");
    let members = [&own[..], &external, "--members", &external, "--members", &external];
    thuocdo(&[&["report", "--paper", "bien-ban"], &members[..], &["-o", &file, "--force"]].concat()).done();
    assert!(self::document(&file).contains("Điểm của từng thành viên đoàn đánh giá ngoài"));
}

#[test]
fn a_draft_decision_is_made_of_cases_and_a_report_of_assessments() {
    let folder = Folder::new();
    let case = folder.file("case.json", recognised());
    let path = |name: &str| folder.path(name).display().to_string();
    let (decision, report) = (path("quyet-dinh.docx"), path("bao-cao.docx"));
    thuocdo(&["report", "--paper", "quyet-dinh", &case, "-o", &decision]).done();
    let text = document(&decision);
    assert!(text.contains("Điều 1. ") && text.contains("của 1 cơ sở giáo dục") && text.contains("DỰ THẢO"));

    let schools = example("twelve-schools.csv");
    let arguments = ["report", "--paper", "bao-cao", &schools, "--register", &example("register.json"), "--as-of", "2024-06-20", "-o", &report];
    thuocdo(&arguments).done();
    let text = document(&report);
    assert!(text.contains("Trong tổng số 12 cơ sở giáo dục thuộc phạm vi quản lý, 12 cơ sở đã báo cáo (đạt 100%)"), "{text}");
    assert!(text.contains("UBND xã Đồi Thông (ví dụ giả định)") && text.contains("Mọi cơ sở giáo dục trong danh mục đã gửi phiếu."));

    // An option that a paper has no use for is not passed over in silence.
    for arguments in [
        vec!["report", &schools, "--register", "r.json", "-o", "x.docx"],
        vec!["report", "--paper", "bao-cao", &schools, "--all", "-o", "x"],
        vec!["report", "--paper", "quyet-dinh", &case, "--before", "x", "-o", "x.docx"],
    ] {
        assert!(thuocdo(&arguments).fails(2).contains("không dùng với loại văn bản này"), "{arguments:?}");
    }
}

#[test]
fn the_cases_of_a_year_come_in_one_file_or_in_a_folder() {
    let folder = Folder::new();
    let case = recognised();
    let path = |name: &str| folder.path(name).display().to_string();
    let (cases, decision, report) = (folder.file("ho-so.ndjson", format!("{case}\n\nnot a case\n")), path("quyet-dinh.docx"), path("bao-cao.docx"));
    let err = thuocdo(&["report", "--paper", "quyet-dinh", &cases, "-o", &decision]).fails(1);
    assert!(err.contains("ho-so.ndjson, dòng 4") || err.contains("ho-so.ndjson, dòng 3"), "{err}");
    assert!(document(&decision).contains("của 1 cơ sở giáo dục"));

    let school = example("complete-primary-school.json");
    let (cases, of_one) = (folder.file("nam.ndjson", case.clone()), folder.file("case.json", case));
    thuocdo(&["report", "--paper", "bao-cao", &school, "--cases", &cases, "--as-of", "2024-06-20", "-o", &report]).done();
    let of_lines = document(&report);
    thuocdo(&["report", "--paper", "bao-cao", &school, "--cases", &of_one, "--as-of", "2024-06-20", "-o", &report, "--force"]).done();
    assert_eq!(of_lines, document(&report));
}

#[test]
fn a_certificate_is_a_paper_with_the_digest_that_verify_tells() {
    let folder = Folder::new();
    let case = folder.file("case.json", recognised());
    let path = |name: &str| folder.path(name).display().to_string();
    let (json, page, docx) = (path("c.json"), path("c.html"), path("c.docx"));
    thuocdo(&["certify", &case, "-o", &json]).done();
    thuocdo(&["certify", &case, "-o", &page, "--number", "12/QĐ-UBND", "--on", "2024-06-18", "--verify-at", "https://phuong.example.vn/tra-cuu"])
        .done();
    thuocdo(&["certify", &case, "-o", &docx]).done();
    let verified = thuocdo(&["verify", &json, &case]).done();
    let digest = verified.lines().find_map(|line| line.strip_prefix("Mã kiểm tra của bản xác nhận: ")).expect("the digest").trim();
    let page = fs::read_to_string(&page).expect("the page");
    assert!(page.contains(digest) && page.contains(&format!("https://phuong.example.vn/tra-cuu#{digest}")), "{digest}");
    assert!(page.contains("Theo Quyết định số 12/QĐ-UBND ngày 18/6/2024") && !page.contains("DỰ THẢO"));
    let text = document(&docx);
    assert!(text.contains(digest) && text.contains("DỰ THẢO"));

    for (arguments, told) in [
        (["--verify-at", "ftp://x"], "https://"),
        (["--verify-at", "https://x/#y"], "#"),
        (["--number", "12"], "--number không dùng với loại văn bản này"),
    ] {
        let file = path(if arguments[0] == "--number" { "n.json" } else { "n.html" });
        let err = thuocdo(&[&["certify", &case, "-o", &file], &arguments[..]].concat()).fails(2);
        assert!(err.contains(told), "{arguments:?}: {err}");
        assert!(!Path::new(&file).exists());
    }
    let seed = folder.file("seed.txt", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    let err = thuocdo(&["certify", &case, "--key", &seed, "-o", &path("s.docx")]).fails(2);
    assert!(err.contains("--key chỉ ký tệp .json"), "{err}");
}

/// One command writes the papers of all recognised levels, as `report --all` does for the schools' own.
#[test]
fn the_certificates_of_all_are_papers_in_a_folder() {
    let folder = Folder::new();
    let path = |name: &str| folder.path(name).display().to_string();
    let first: serde_json::Value = serde_json::from_str(&recognised()).expect("a case");
    // A case of the same forms under another code; its events then name no digests of forms.
    let of = |code: &str, name: &str| {
        let mut case = first.clone();
        case["institution"]["code"] = code.into();
        case["institution"]["name"] = name.into();
        for form in ["self", "external"] {
            case[form]["institution"]["code"] = code.into();
        }
        case["events"].as_array_mut().expect("events").iter_mut().for_each(|event| event["assessment"] = serde_json::Value::Null);
        case
    };
    let second = of("VD-0002", "Trường Thứ Hai (ví dụ giả định)");
    let mut third = of("VD-0003", "Trường Thứ Ba (ví dụ giả định)");
    // The level of the third was never recognised.
    third["events"].as_array_mut().expect("events").pop();
    let cases = folder.file("ho-so.ndjson", [&first, &second, &third].map(ToString::to_string).join("\n"));
    let decision = ["--number", "12/QĐ-UBND", "--on", "2024-06-18", "--verify-at", "https://phuong.example.vn/tra-cuu"];
    for (format, ending) in [("docx", "docx"), ("html", "html")] {
        let to = path(&format!("giay-{format}"));
        let answer = thuocdo(&[&["certify", &cases, "--all", "-o", &to, "--format", format], &decision[..]].concat());
        let err = answer.fails(1);
        assert!(err.contains("Đã lập 2/3 bản xác nhận") && err.contains("VD-0003"), "{err}");
        let mut names: Vec<String> =
            fs::read_dir(&to).expect("the folder").map(|entry| entry.expect("a file").file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        assert_eq!(names, [format!("ban-xac-nhan-VD-0001.{ending}"), format!("ban-xac-nhan-VD-0002.{ending}")]);
        // Each has the digest of its own certificate.
        let one = folder.file("mot.json", second.to_string());
        let json = folder.file("mot-xac-nhan.json", thuocdo(&["certify", &one]).done());
        let verified = thuocdo(&["verify", &json, &one]).done();
        let digest = verified.lines().find_map(|line| line.strip_prefix("Mã kiểm tra của bản xác nhận: ")).expect("the digest").trim();
        let file = format!("{to}/ban-xac-nhan-VD-0002.{ending}");
        let text = if format == "docx" { document(&file) } else { fs::read_to_string(&file).expect("the page") };
        assert!(text.contains(digest) && text.contains("Trường Thứ Hai (ví dụ giả định)") && text.contains("12/QĐ-UBND"), "{text}");
        assert!(thuocdo(&["certify", &cases, "--all", "-o", &to, "--format", format]).fails(2).contains("--force"));
    }
    // The paper of one is the same in the format that is named.
    let case = folder.file("mot.json", first.to_string());
    assert!(thuocdo(&["certify", &case, "--format", "html"]).done().contains("<!DOCTYPE html>"));
    assert!(thuocdo(&["certify", &case, "--format", "docx", "-o", &path("x.html")]).fails(2).contains("--format không khớp"));
    // Many papers go neither into one file nor to standard output.
    for arguments in [&["--format", "docx"][..], &["-o", &path("x.docx")], &["-o", "/dev/stdout", "--format", "html"]] {
        let err = thuocdo(&[&["certify", &cases, "--all"], arguments].concat()).fails(2);
        assert!(err.contains("ghi vào một thư mục"), "{arguments:?}: {err}");
    }
    assert!(!folder.path("x.docx").exists());
}

/// The report on the folder of a year: the numbers of `examples/department-year/README.md`, worked out by hand.
#[test]
fn a_department_reports_on_the_folder_of_its_year() {
    let folder = Folder::new();
    let file = folder.path("bao-cao.docx").display().to_string();
    let year = example("department-year/nam-hoc-2026-2027");
    let call = ["report", "--paper", "bao-cao", &year, "-o", &file];
    assert!(thuocdo(&call).fails(2).contains("--as-of"), "the day must be said");
    let err = thuocdo(&[&call[..], &["--as-of", "21/6/2027"]].concat()).fails(1);
    assert!(err.contains("VD-37.xlsx") && err.contains("D22"), "{err}");
    let text = document(&file);
    let plain: String = text.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect::<Vec<_>>().join("|");
    for told in [
        // VD-37, VD-39 and VD-40 have sent nothing that counts.
        "Trong tổng số 40 cơ sở giáo dục thuộc phạm vi quản lý, 37 cơ sở đã báo cáo (đạt 92,5%)",
        // VD-01 to VD-36 and VD-38, but for VD-03, whose assessors' forms stand elsewhere.
        "kết quả đánh giá ngoài của 36 cơ sở giáo dục",
        // External: level 3 as a whole VD-01, VD-04 to VD-10; level 1 VD-27, VD-35, VD-36; the other 25 level 2.
        "8 (22,2%)",
        "25 (69,4%)",
        "3 (8,3%)",
        // Self beside self: VD-01 to VD-05 rose, VD-31 fell, the other 30 of the 36 of last year stayed.
        "Số cơ sở tăng mức độ chung: 5; giữ nguyên: 30; giảm: 1; chưa xác định: 0.",
        "Phụ lục 1",
        "Danh sách từng cơ sở giáo dục",
        "Phụ lục 2",
        "Cơ sở giáo dục chưa gửi phiếu tự đánh giá",
        "Phụ lục 3",
        "Cơ sở giáo dục có kết quả tự đánh giá và đánh giá ngoài khác nhau",
        "1.5.1: 12 → 7",
        "1.3.1: 3 → 2,5",
        "Phụ lục 4",
        "Cơ sở giáo dục tăng, giảm mức độ so với kỳ trước",
        "mức độ chung giảm",
        "Phụ lục 5",
        "Cơ sở giáo dục chậm thời hạn",
        "Phụ lục 6",
    ] {
        assert!(plain.contains(told), "{told} is not in\n{plain}");
    }
    // VD-12 reported on 3 June, three days after the deadline.
    assert!(plain.contains("VD-12") && plain.contains("03/6/2027"), "{plain}");
    // What an option would add stands in the folder.
    assert!(thuocdo(&[&call[..], &["--as-of", "21/6/2027", "--force", "--before", &year]].concat()).fails(2).contains("--before"));
}
