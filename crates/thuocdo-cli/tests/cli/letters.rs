//! Letters that urge, plans to print, each school's own plan, and the page of a school. The schools are those of `examples/department-year`.

use std::fs;

use super::report::document;
use super::schedule::{PANELS, before};
use super::{Folder, example, thuocdo};

/// The names of the files of a folder.
fn names(folder: &Folder, name: &str) -> Vec<String> {
    let files = fs::read_dir(folder.path(name)).expect("the folder");
    let mut names: Vec<String> = files.map(|file| file.expect("a file").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

/// On 20 May VD-37 has a form to mend, VD-39 and VD-40 have sent none; the three are of three wards or of the department.
#[test]
fn reminders_become_letters_in_one_file_or_in_a_folder() {
    let (_folder, year) = before();
    let target = Folder::new();
    let path = |name: &str| target.path(name).display().to_string();
    let remind = |more: &[&str]| thuocdo(&[&["remind", &year, "--as-of", "20/5/2027"], more].concat());
    let answer = remind(&["-o", &path("cong-van.docx"), "--body", "Sở GDĐT (ví dụ giả định)", "--number", "12/SGDĐT-GDTrH"]);
    assert!(answer.done().contains("VD-37"), "the list is printed as before");
    let letters = document(&path("cong-van.docx"));
    assert_eq!(letters.matches("Kính gửi: ").count(), 3);
    for said in ["Kính gửi: Trường THPT Sóng Biển (ví dụ giả định)", "Số: 12/SGDĐT-GDTrH", "D22", "còn 11 ngày"] {
        assert!(letters.contains(said), "{said}");
    }
    assert!(!letters.contains("DỰ THẢO"));
    let err = remind(&["-o", &path("cong-van")]);
    assert!(err.err.contains("Đã ghi 3 văn bản"), "{err:?}");
    assert_eq!(names(&target, "cong-van"), ["cong-van-VD-37.docx", "cong-van-VD-39.docx", "cong-van-VD-40.docx"]);
    remind(&["-o", &path("co-quan"), "--by", "authority"]).done();
    // VD-37 and VD-40 are of one ward, VD-39 of another.
    let [first, second] = ["Hải Âu", "Sao Biển"].map(|ward| format!("cong-van-UBND phường {ward} (ví dụ giả định).docx"));
    assert_eq!(names(&target, "co-quan"), [first.clone(), second]);
    let ward = document(&path(&format!("co-quan/{first}")));
    assert!(["VD-37", "VD-40"].iter().all(|code| ward.contains(code)) && !ward.contains("VD-39"));
    let english = path("letters.html");
    remind(&["-o", &english, "--lang", "en"]).done();
    assert!(fs::read_to_string(english).expect("a page").contains("therefore asks"));

    // What a list has no use for is not passed over in silence.
    assert!(remind(&["-o", &path("x.xlsx"), "--by", "authority"]).fails(2).contains("--by"));
    assert!(remind(&["-o", &path("x.xlsx"), "--number", "1"]).fails(2).contains("--number"));
    assert!(remind(&["--signer", "A"]).fails(2).contains("--signer"));
    assert!(remind(&["-o", &path("x.pdf")]).fails(2).contains(".docx"));
    assert!(remind(&["-o", "-"]).done().contains("VD-37"), "standard output has the list");
    assert!(!target.path("x.xlsx").exists());
}

#[test]
fn nobody_to_remind_is_no_letter() {
    let folder = Folder::new();
    let (schools, letters) = (example("twelve-schools.csv"), folder.path("x.docx").display().to_string());
    let answer = thuocdo(&["remind", &schools, "--as-of", "20/5/2024", "-o", &letters]);
    assert_eq!((answer.status, answer.err.contains("không lập công văn nào")), (0, true), "{answer:?}");
    assert!(!folder.path("x.docx").exists());
}

#[test]
fn a_plan_of_visits_is_printed_with_the_members_of_its_panels() {
    let (_folder, year) = before();
    let target = Folder::new();
    let (panels, paper) = (target.file("doan.csv", PANELS), target.path("ke-hoach.docx").display().to_string());
    let call = ["schedule", &year, "--panels", &panels, "--as-of", "31/5/2027", "-o", &paper, "--body", "UBND phường Sao Biển (ví dụ giả định)"];
    // Five schools find no day, three have sent nothing.
    assert_eq!(thuocdo(&call).status, 1);
    let plan = document(&paper);
    for said in [
        "KẾ HOẠCH",
        "Nguyễn An",
        "40 cơ sở giáo dục chưa được đánh giá ngoài, trong đó 32 cơ sở",
        "trước ngày 20/6/2027",
        "Tăng mức độ so với kỳ trước (từ 2 lên 3)",
    ] {
        assert!(plan.contains(said), "{said}");
    }
    let err = thuocdo(&[
        "schedule",
        &year,
        "--panels",
        &panels,
        "--as-of",
        "31/5/2027",
        "-o",
        &target.path("l.ics").display().to_string(),
        "--place",
        "Huế",
    ]);
    assert!(err.fails(2).contains("--place"));
}

/// The register has forty schools; each gets a sheet and a paper.
#[test]
fn every_school_gets_a_plan_of_its_own() {
    let target = Folder::new();
    let path = |name: &str| target.path(name).display().to_string();
    let register = example("department-year/nam-hoc-2026-2027/danh-sach.xlsx");
    let assign = |more: &[&str]| thuocdo(&[&["assign", "--begin", "3/5/2027"], more].concat());
    assign(&["--register", &register, "-o", &path("ke-hoach")]).done();
    let files = names(&target, "ke-hoach");
    assert_eq!((files.len(), files[0].as_str(), files[1].as_str()), (80, "ke-hoach-VD-01.docx", "ke-hoach-VD-01.xlsx"));
    assert!(assign(&["--register", &register, "-o", &path("ke-hoach")]).fails(2).contains("--force"));
    // One file is of one school.
    assert!(assign(&["--register", &register, "-o", &path("x.docx")]).fails(2).contains("--code"));
    assert!(assign(&["--register", &register, "--code", "VD-99"]).fails(2).contains("VD-99"));
    assert!(assign(&["--code", "VD-01"]).fails(2).contains("--register"));

    // A person moves 1.4 to two other days, in the sheet as Excel saves it as CSV; the paper then says so.
    let keep = target.file("sua.csv", "Bước, mục;Người thực hiện;Từ ngày;Đến ngày;Giữ nguyên\n1.4;Lê Chi;12/5/2027;13/5/2027;x\n");
    let one = ["--register", &register, "--code", "VD-01", "--keep", &keep];
    let plans = assign(&[&one[..], &["--format", "json", "-o", &path("ke-hoach.docx")]].concat()).json();
    assert_eq!(plans["plans"][0]["tasks"][4]["from"], "2027-05-12");
    assert_eq!(plans["plans"][0]["tasks"][4]["fixed"], true);
    let paper = document(&path("ke-hoach.docx"));
    assert!(paper.contains("Lê Chi") && paper.contains("12/5/2027 đến 13/5/2027") && paper.contains("TRƯỜNG TIỂU HỌC"));
    assert!(assign(&["--register", &register, "--keep", &keep]).fails(2).contains("--code"));

    // A school without a register names itself.
    let alone = assign(&["--body", "Trường Tiểu học Hoa Sen (ví dụ giả định)", "-o", &path("rieng.docx")]).done();
    assert!(alone.contains("Trường Tiểu học Hoa Sen") && alone.contains("28/5/2027"), "{alone}");
    assert!(document(&path("rieng.docx")).contains("TRƯỜNG TIỂU HỌC HOA SEN"));
    assert!(thuocdo(&["assign", "--begin", "1/6/2027", "--period", "2026-2027"]).fails(2).contains("31/5/2027"));
}

#[test]
fn a_school_puts_its_result_on_its_own_site() {
    let folder = Folder::new();
    let path = |name: &str| folder.path(name).display().to_string();
    let school = example("complete-primary-school.json");
    let page = |more: &[&str]| thuocdo(&[&["report", "--paper", "cong-khai"], more].concat());
    page(&[&school, "-o", &path("trang.html"), "--on", "6/5/2024"]).done();
    let text = fs::read_to_string(path("trang.html")).expect("a page");
    assert!(text.contains("<!DOCTYPE html>") && text.contains("chưa phải mức độ được công nhận") && text.contains("06/5/2024"), "{text}");
    let fragment = page(&[&school, "-o", "-", "--fragment"]).done();
    assert!(fragment.starts_with("<article") && !fragment.contains("<style"), "{fragment}");
    page(&[&example("twelve-schools.csv"), "--all", "-o", &path("trang")]).done();
    assert_eq!(names(&folder, "trang").len(), 12);
    assert!(names(&folder, "trang").iter().all(|name| name.strip_prefix("cong-khai-").is_some_and(|rest| rest.contains(".html"))));
    // An external assessment is none of the school's own.
    assert!(page(&[&example("external-primary-school.json"), "-o", &path("ngoai.html")]).fails(1).contains("phiếu"));
    assert!(!folder.path("ngoai.html").exists());
    for more in [&["--fragment"][..], &["--place", "Huế"]] {
        let file = path("x.docx");
        assert_eq!(page(&[&[&school[..], "-o", &file], more].concat()).status, 2, "{more:?}");
    }
    assert!(thuocdo(&["report", &school, "-o", &path("x.html"), "--fragment"]).fails(2).contains("--fragment"));
}
