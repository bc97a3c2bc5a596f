//! Letters that urge, both plans, and the page of a school.

use roxmltree::{Document, ParsingOptions};
use thuocdo::{Assessment, InstitutionType, Lang, Stream, ViolationCode};
use thuocdo_office::assign::{OwnPlanRequest, OwnPlans, Person, own_plans};
use thuocdo_office::paper::Paper;
use thuocdo_office::remind::Reminders;
use thuocdo_office::report::{self, Letter, RemindBy};
use thuocdo_office::schedule::{PanelTeam, Schedule, ScheduleRequest, schedule};
use thuocdo_office::{Folder, FolderReader, Year, YearOptions};
use thuocdo_practice::Registered;
use thuocdo_practice::process::Calendar;

use super::{all, form, letter, part, rows, scorer, text};

const REGISTER: &str = "mã;tên;cấp học;cơ quan quản lý\n\
    VD-01;Trường Tiểu học Một (ví dụ giả định);TH;UBND phường Sao Biển (ví dụ giả định)\n\
    VD-02;Trường THCS Hai (ví dụ giả định);THCS;UBND phường Sao Biển (ví dụ giả định)\n\
    VD-03;Trường THPT Ba (ví dụ giả định);THPT;\n";

/// VD-01 has sent its form and not reported it; VD-02 has sent one with too many points for 1.3.1; VD-03 has sent nothing.
fn folder(lang: Lang) -> Folder {
    let scorer = scorer();
    let mut reader = FolderReader::new(&scorer, None, lang);
    reader.file("danh-sach.csv", Box::new(REGISTER.as_bytes()));
    reader.file("phieu.csv", Box::new("mã trường;năm học;1.3.1\nVD-01;2026-2027;5,5\nVD-02;2026-2027;99\n".as_bytes()));
    reader.finish()
}

fn year(on: &str, lang: Lang) -> Year {
    let options = YearOptions { lang, ..YearOptions::on(on.parse().expect("a day")) };
    Year::of(&folder(lang), &scorer(), &options).expect("a year")
}

/// The letters on a day, each with its key.
fn letters(on: &str, by: RemindBy, lang: Lang) -> Vec<(String, Paper)> {
    let reminders = Reminders::of(&year(on, lang), folder(lang).register.as_ref());
    let letter = Letter { body: Some("UBND phường Sao Biển (ví dụ giả định)".to_owned()), ..Letter::default() };
    report::reminders(scorer().local().framework(), &reminders, by, &letter, lang)
}

fn panels() -> Vec<PanelTeam> {
    let team = |name: &str, persons: &[&str], day: &str| PanelTeam {
        days: vec![day.parse().expect("a day")],
        name: name.to_owned(),
        per_day: 1,
        persons: persons.iter().map(|person| (*person).to_owned()).collect(),
        ..PanelTeam::default()
    };
    vec![team("Đoàn 1", &["Nguyễn An (trưởng đoàn)", "Trần Bình (thư ký)"], "2027-06-04"), team("Đoàn 2", &[], "2027-06-05")]
}

/// VD-01 is visited on 4 June; the others have sent no form that counts.
fn visits(lang: Lang) -> Schedule {
    let year = year("2027-06-01", lang);
    schedule(&ScheduleRequest::of(&year, folder(lang).register.as_ref(), panels(), Vec::new()), lang)
}

fn own(lang: Lang) -> OwnPlans {
    let school = Registered {
        authority: Some("UBND phường Sao Biển (ví dụ giả định)".to_owned()),
        code: "VD-01".to_owned(),
        kind: Some(InstitutionType::Primary),
        name: Some("Trường Tiểu học Một (ví dụ giả định)".to_owned()),
        ..Registered::default()
    };
    let persons = ["Nguyễn An", "Trần Bình"].map(|name| Person { name: name.to_owned(), ..Person::default() });
    let begin = "2027-05-03".parse().expect("a day");
    let request = OwnPlanRequest { begin, persons: persons.to_vec(), schools: vec![school], ..OwnPlanRequest::default() };
    let calendar = Calendar::national(scorer().local().framework()).expect("a calendar");
    own_plans(&scorer(), &calendar, &request, lang).expect("plans")
}

/// Each of these papers, by name.
pub(super) fn papers(lang: Lang) -> Vec<(&'static str, Paper)> {
    let scorer = scorer();
    let framework = scorer.local().framework();
    let together = |by: RemindBy| Paper::together(letters("2027-06-02", by, lang).into_iter().map(|(_, paper)| paper), "Công văn").expect("letters");
    let plans = own(lang);
    vec![
        ("cong-van-truong", together(RemindBy::School)),
        ("cong-van-co-quan", together(RemindBy::Authority)),
        ("ke-hoach-ngoai", report::visits(framework, &visits(lang), &panels(), &year("2027-06-01", lang), &Letter::default(), lang)),
        ("ke-hoach-tu-danh-gia", report::own_plan(framework, &plans, &plans.plans[0], &Letter::default(), lang)),
        ("cong-khai", report::public(&scorer, &form("complete-primary-school.json"), &letter(), lang).expect("a page")),
    ]
}

#[test]
fn a_letter_goes_to_each_school_or_to_each_authority() {
    let keys = |by| letters("2027-06-02", by, Lang::Vi).into_iter().map(|(to, _)| to).collect::<Vec<_>>();
    assert_eq!(keys(RemindBy::School), ["VD-01", "VD-02", "VD-03"]);
    // Nobody knows who manages VD-03.
    assert_eq!(keys(RemindBy::Authority), ["UBND phường Sao Biển (ví dụ giả định)", "VD-03"]);

    let (_, first) = letters("2027-06-02", RemindBy::School, Lang::Vi).remove(1);
    let docx = first.docx().expect("a DOCX");
    let said = text(&docx);
    for line in [
        "DỰ THẢO",
        "V/v đôn đốc tự đánh giá mức độ chuyển đổi số năm học 2026-2027",
        "Kính gửi: Trường THCS Hai (ví dụ giả định)",
        "đến nay đã quá hạn 2 ngày",
        "Lưu: VT",
        "./.",
    ] {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
    let table = rows(&docx);
    assert_eq!((table.len(), table[1][1].as_str()), (2, "Sửa phiếu đã gửi rồi gửi lại"));
    assert!(table[1][2].contains("phieu.csv") && table[1][2].contains("99") && !table[1][2].contains('_'), "{table:?}");

    let (_, ward) = letters("2027-05-20", RemindBy::Authority, Lang::Vi).remove(0);
    let docx = ward.docx().expect("a DOCX");
    // Before the deadline only the form that was refused is asked for.
    assert_eq!(rows(&docx).len(), 2);
    assert_eq!(rows(&docx)[1][1], "Trường THCS Hai (ví dụ giả định)\nVD-02");
    assert!(text(&docx).contains("ngày 31/5/2027 (còn 11 ngày)"), "{}", text(&docx));
    let (_, ward) = letters("2027-06-02", RemindBy::Authority, Lang::Vi).remove(0);
    assert_eq!(
        rows(&ward.docx().expect("a DOCX")).iter().skip(1).map(|row| row[2].clone()).collect::<Vec<_>>(),
        ["Báo cáo kết quả tự đánh giá", "Sửa phiếu đã gửi rồi gửi lại"]
    );
}

#[test]
fn letters_in_one_file_are_numbered_from_one_each() {
    let all_letters: Vec<Paper> = letters("2027-06-02", RemindBy::School, Lang::Vi).into_iter().map(|(_, paper)| paper).collect();
    let alone = part(&all_letters[0].docx().expect("a DOCX"), "word/document.xml");
    assert!(!alone.contains("pgNumType"));
    let together = Paper::together(all_letters.clone(), "Công văn").expect("letters");
    let document = part(&together.docx().expect("a DOCX"), "word/document.xml");
    let document = Document::parse(&document).expect("XML");
    assert_eq!(all(document.root(), "sectPr").count(), 3);
    assert_eq!(all(document.root(), "pgNumType").count(), 3);
    assert_eq!(all(document.root(), "titlePg").count(), 3);
    let page = together.html();
    assert_eq!(page.matches("class=\"page\"").count(), 2);
    assert!(page.contains("@top-center { content: none; } }\n</style>") && !all_letters[0].html().contains("none; } }\n</style>"));
    assert_eq!(page.matches("Kính gửi: ").count(), 3);
    assert!(Paper::together(Vec::new(), "").is_none());
}

#[test]
fn the_plan_of_visits_names_days_panels_members_and_reasons() {
    let paper = report::visits(scorer().local().framework(), &visits(Lang::Vi), &panels(), &year("2027-06-01", Lang::Vi), &letter(), Lang::Vi);
    let docx = paper.docx().expect("a DOCX");
    let (rows, said) = (rows(&docx), text(&docx));
    let teams: Vec<&Vec<String>> = rows.iter().filter(|row| row.len() == 5 && row[1].starts_with("Đoàn ")).collect();
    assert_eq!(teams[0][1..], ["Đoàn 1", "Nguyễn An (trưởng đoàn)\nTrần Bình (thư ký)", "1", "04/6/2027"]);
    assert_eq!(teams[1][1..], ["Đoàn 2", "", "0", ""]);
    let day = rows.iter().position(|row| row.len() == 1 && row[0] == "Ngày 04/6/2027").expect("the day");
    let visit = &rows[day + 1];
    assert_eq!(visit[1], "Trường Tiểu học Một (ví dụ giả định) (VD-01)\nUBND phường Sao Biển (ví dụ giả định)");
    assert_eq!(visit[2], "Đoàn 1\nNguyễn An (trưởng đoàn)\nTrần Bình (thư ký)");
    assert!(visit[3].ends_with("Đoàn 1 là đoàn duy nhất làm việc được ngày này"), "{visit:?}");
    let unplaced: Vec<&str> = rows.iter().filter(|row| row.len() == 3).map(|row| row[2].as_str()).collect();
    assert_eq!(unplaced, ["Vì sao", "Chưa có phiếu tự đánh giá", "Chưa có phiếu tự đánh giá"]);
    for line in [
        "KẾ HOẠCH",
        "3 cơ sở giáo dục chưa được đánh giá ngoài, trong đó 1 cơ sở đã xếp lịch",
        "trước ngày 20/6/2027",
        "nhận được đến ngày 01/6/2027,",
    ] {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
}

#[test]
fn a_schools_plan_names_each_criterion_with_persons_and_days() {
    let plans = own(Lang::Vi);
    let docx = report::own_plan(scorer().local().framework(), &plans, &plans.plans[0], &Letter::default(), Lang::Vi).docx().expect("a DOCX");
    let (rows, said) = (rows(&docx), text(&docx));
    // As `tests/assign.rs` counts the days: conditions and criteria in turn to two persons.
    let row =
        |what: &str| rows.iter().find(|row| row.len() == 4 && row[1].starts_with(what)).unwrap_or_else(|| panic!("no row {what}"))[2..].to_vec();
    assert_eq!(row("1.1. "), ["Nguyễn An", "05/5/2027"]);
    assert_eq!(row("1.3. Triển khai phần mềm dạy học trực tuyến (5 mục)"), ["Nguyễn An", "05/5/2027 đến 07/5/2027"]);
    assert_eq!(row("1.4. "), ["Trần Bình", "10/5/2027"]);
    assert_eq!(row("Thủ trưởng phê duyệt"), ["Hiệu trưởng", "27/5/2027"]);
    let sections: Vec<&str> = rows.iter().filter(|row| row.len() == 1).map(|row| row[0].as_str()).collect();
    assert_eq!(
        sections,
        ["Nhóm 1 · Chuyển đổi số trong dạy, học", "Nhóm 2 · Chuyển đổi số trong quản trị cơ sở giáo dục", "Tổng hợp, phê duyệt, báo cáo"]
    );
    for line in ["UBND PHƯỜNG SAO BIỂN", "TRƯỜNG TIỂU HỌC MỘT", "báo cáo cơ quan quản lý trực tiếp trước ngày 31/5/2027", "HIỆU TRƯỞNG", "DỰ THẢO"]
    {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
}

/// The example has 78 and 83,5 points: level 3. Its notes and evidence are not for everybody.
#[test]
fn a_page_says_that_the_school_assessed_itself_and_keeps_its_notes() {
    let form = form("complete-primary-school.json");
    let paper = report::public(&scorer(), &form, &letter(), Lang::Vi).expect("a page");
    let page = paper.html();
    for said in [
        "Kết quả tự đánh giá mức độ chuyển đổi số",
        "chưa phải mức độ được công nhận",
        ">78/100<",
        ">83,5/100<",
        "Kết quả: Mức độ 3 (Đáp ứng tốt)",
        "Quyết định 4725/QĐ-BGDĐT",
        "05/BC-THHS",
        "Nguyễn Thị Ví Dụ (Hiệu trưởng)",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("……") && !page.contains("DỰ THẢO"), "a page has no blanks");
    let notes = form
        .answers
        .values()
        .filter_map(|answer| answer.note.clone())
        .chain(form.answers.values().flat_map(|answer| answer.evidence.iter().map(|piece| piece.title.clone())));
    let mut count = 0;
    for note in notes {
        count += 1;
        assert!(!page.contains(&note), "{note}");
    }
    assert!(count > 0, "the example has notes or evidence");
    assert!(page.len() < 20_000, "{} bytes", page.len());

    let fragment = paper.fragment();
    assert!(
        fragment.starts_with("<article lang=\"vi\">") && fragment.contains(">78/100<") && !fragment.contains("<style") && !fragment.contains("<head")
    );
    Document::parse_with_options(&fragment, ParsingOptions::default()).expect("well-formed");
}

#[test]
fn a_page_of_half_a_form_says_what_is_open_and_an_external_assessment_is_none() {
    let page = report::public(&scorer(), &form("missing-answers.json"), &Letter::default(), Lang::Vi).expect("a page").html();
    assert!(page.contains("Mục chưa điền: "), "{page}");
    let external = Assessment { stream: Some(Stream::External), ..Assessment::new() };
    let refused = report::public(&scorer(), &external, &Letter::default(), Lang::Vi).expect_err("refused");
    assert_eq!(refused.iter().map(thuocdo::Violation::code).collect::<Vec<_>>(), [ViolationCode::WrongStream]);
}
