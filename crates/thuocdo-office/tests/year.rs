//! A folder of seven invented schools, made of files as people make them, with faults in it. What must come of each is worked out by hand.

#![expect(clippy::indexing_slicing, clippy::panic, reason = "a test that finds less than it looks for fails")]

use std::error::Error;

use rust_xlsxwriter::{Workbook, Worksheet};
use thuocdo::{Framework, Lang, LocalScorer, Scorer, Stream};
use thuocdo_office::folder::{Content, Folder};
use thuocdo_office::gather::{Gathered, Layout};
use thuocdo_office::register::RegisterRefused;
use thuocdo_office::year::{TodoStep, csv};
use thuocdo_office::{FolderReader, Year, YearOptions};
use thuocdo_practice::process::{Act, State};
use thuocdo_practice::{Movement, Register};
use thuocdo_tables::{FileFormat, Unmarked, recognise};
use unicode_normalization::UnicodeNormalization;

type Outcome = Result<(), Box<dyn Error>>;

fn scorers() -> Result<LocalScorer, Box<dyn Error>> {
    Ok(LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?))
}

/// Every indicator with its maximum; each group adds up to 100.
const MAXIMA: [(&str, f64); 30] = [
    ("1.3.1", 6.0),
    ("1.3.2", 6.0),
    ("1.3.3", 6.0),
    ("1.3.4", 6.0),
    ("1.3.5", 6.0),
    ("1.4.1", 10.0),
    ("1.5.1", 15.0),
    ("1.5.2", 5.0),
    ("1.6.1", 7.0),
    ("1.6.2", 7.0),
    ("1.6.3", 6.0),
    ("1.7.1", 8.0),
    ("1.7.2", 7.0),
    ("1.7.3", 5.0),
    ("2.3.1", 6.0),
    ("2.3.2", 6.0),
    ("2.3.3", 10.0),
    ("2.3.4", 6.0),
    ("2.3.5", 10.0),
    ("2.3.6", 10.0),
    ("2.3.7", 6.0),
    ("2.3.8", 6.0),
    ("2.4.1", 8.0),
    ("2.4.2", 12.0),
    ("2.4.3", 10.0),
    ("2.x.1", 10.0),
    ("1.1", 0.0),
    ("1.2", 0.0),
    ("2.1", 0.0),
    ("2.2", 0.0),
];

/// A form as a person fills it in: every maximum, less what `less` says.
struct Form<'a> {
    code: &'a str,
    name: &'a str,
    period: &'a str,
    stream: &'a str,
    day: &'a str,
    less: &'a [(&'a str, f64)],
    unmet: &'a [&'a str],
    /// What stands over the column of answers.
    answers: &'a str,
    /// A cell with another text.
    typed: Option<(&'a str, &'a str)>,
}

impl<'a> Form<'a> {
    fn of(code: &'a str, name: &'a str, less: &'a [(&'a str, f64)]) -> Form<'a> {
        Form {
            code, name, period: "Năm học 2026-2027", stream: "Tự đánh giá", day: "20/4/2027", less, unmet: &[], answers: "Kết quả", typed: None
        }
    }

    fn points(&self, code: &str, max: f64) -> f64 {
        max - self.less.iter().find(|(less, _)| *less == code).map_or(0.0, |(_, points)| *points)
    }

    fn met(&self, code: &str) -> &'static str {
        if self.unmet.contains(&code) { "không đạt" } else { "đạt" }
    }

    /// As a workbook, with evidence for condition 1.1.
    fn xlsx(&self) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_name("Phiếu")?;
        sheet.write(0, 0, "PHIẾU ĐÁNH GIÁ MỨC ĐỘ CHUYỂN ĐỔI SỐ")?;
        write(sheet, 1, &["Mã", "Nội dung", self.answers, "Ghi chú", "Minh chứng"])?;
        let about = [
            ("Mã trường", self.code),
            ("Tên trường", self.name),
            ("Năm học", self.period),
            ("Hình thức đánh giá", self.stream),
            ("Ngày đánh giá", self.day),
        ];
        let mut row = 2;
        for (name, value) in about {
            write(sheet, row, &[name, "", value])?;
            row += 1;
        }
        for (code, max) in MAXIMA {
            sheet.write(row, 0, code)?;
            match self.typed {
                Some((typed, text)) if typed == code => sheet.write(row, 2, text)?,
                _ if max == 0.0 => sheet.write(row, 2, self.met(code))?,
                _ => sheet.write(row, 2, self.points(code, max))?,
            };
            if code == "1.1" {
                sheet.write(row, 4, "Kế hoạch số 12")?;
            }
            row += 1;
        }
        Ok(workbook.save_to_buffer()?)
    }

    /// A row of a wide table.
    fn row(&self) -> String {
        let facts =
            MAXIMA.map(|(code, max)| if max == 0.0 { self.met(code).to_owned() } else { self.points(code, max).to_string().replace('.', ",") });
        [&[self.code, self.name, self.period, self.stream].map(str::to_owned)[..], &facts].concat().join(";") + "\n"
    }
}

fn write(sheet: &mut Worksheet, row: u32, cells: &[&str]) -> Outcome {
    for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        sheet.write(row, column, *cell)?;
    }
    Ok(())
}

const NAMES: [(&str, &str, &str); 7] = [
    ("VD-01", "Trường Tiểu học Một (ví dụ giả định)", "TH"),
    ("VD-02", "Trường Tiểu học Hai (ví dụ giả định)", "Tiểu học"),
    ("VD-03", "Trường THCS Ba (ví dụ giả định)", "THCS"),
    ("VD-04", "Trường TH&THCS Bốn (ví dụ giả định)", "TH&THCS"),
    ("VD-05", "Trường THPT Năm (ví dụ giả định)", "THPT"),
    ("VD-06", "Trung tâm GDTX Sáu (ví dụ giả định)", "GDTX"),
    ("VD-07", "Trường Tiểu học Bảy (ví dụ giả định)", "Tiểu học"),
];

fn register() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "DANH SÁCH CƠ SỞ GIÁO DỤC (VÍ DỤ GIẢ ĐỊNH)")?;
    let head = ["STT", "Mã", "Tên trường", "Loại hình", "Cấp học", "Cơ quan quản lý", "Email nhận thông báo", "Trường tiền thân", "Từ ngày"];
    write(sheet, 2, &head)?;
    for (row, (code, name, kind)) in (3_u32..).zip(NAMES) {
        let mail = format!("{}@vi-du.example", code.to_lowercase());
        write(sheet, row, &["", code, name, "Công lập", kind, "UBND phường Sao (ví dụ giả định)", &mail])?;
        sheet.write(row, 0, row - 2)?;
    }
    write(sheet, 9, &["", "", "", "", "", "", "", "VD-17", "1/7/2025"])?;
    write(sheet, 11, &["", "", "", "Người lập biểu"])?;
    Ok(workbook.save_to_buffer()?)
}

/// Group 1 comes to 75, the last point of level 2; group 2 to 88.
const ONE: &[(&str, f64)] = &[("1.4.1", 10.0), ("1.5.1", 15.0), ("2.4.2", 12.0)];
/// As [`ONE`], with nothing for 1.3.1: group 1 comes to 69, level 2 too.
const ONE_EXTERNAL: &[(&str, f64)] = &[("1.4.1", 10.0), ("1.5.1", 15.0), ("2.4.2", 12.0), ("1.3.1", 6.0)];
/// Group 1 comes to 75.5, level 3.
const TWO: &[(&str, f64)] = &[("1.4.1", 9.5), ("1.5.1", 15.0)];
/// Group 1 comes to 75, level 2.
const TWO_EXTERNAL: &[(&str, f64)] = &[("1.4.1", 10.0), ("1.5.1", 15.0)];
/// Group 1 comes to 40, level 1.
const THREE: &[(&str, f64)] =
    &[("1.3.1", 6.0), ("1.4.1", 10.0), ("1.5.1", 15.0), ("1.5.2", 5.0), ("1.6.1", 7.0), ("1.6.2", 7.0), ("1.6.3", 6.0), ("1.7.3", 4.0)];

/// A file of the folder: its path in it, and its bytes.
type NamedFile = (String, Vec<u8>);

fn files() -> Result<Vec<NamedFile>, Box<dyn Error>> {
    let name = |nth: usize| NAMES[nth].1;
    let external = |form: Form<'static>| Form { stream: "", day: "1/6/2027", ..form };
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("danh-sach.xlsx".to_owned(), register()?),
        ("tự đánh giá/01 Một.xlsx".to_owned(), Form::of("VD-01", name(0), ONE).xlsx()?),
        ("tự đánh giá/02 Hai.xlsx".to_owned(), Form::of("vd-02", name(1), TWO).xlsx()?),
        ("tự đánh giá/03 Ba.xlsx".to_owned(), Form { unmet: &["2.2"], ..Form::of("VD-03", name(2), THREE) }.xlsx()?),
        ("tự đánh giá/04 Bốn.xlsx".to_owned(), Form { typed: Some(("1.6.1", "6 điểm")), ..Form::of("VD-04", name(3), &[]) }.xlsx()?),
        ("tự đánh giá/05 Năm.xlsx".to_owned(), Form::of("VD-05", name(4), &[]).xlsx()?),
        // Its author typed the code of another.
        ("tự đánh giá/07 Bảy.xlsx".to_owned(), Form::of("VD-05", name(6), ONE).xlsx()?),
        ("tự đánh giá/08.xlsx".to_owned(), Form::of("VD05", "Trường lạ (ví dụ giả định)", &[]).xlsx()?),
        ("tự đánh giá/Trung tâm GDTX Sáu.xlsx".to_owned(), Form { answers: "Điểm tự chấm", ..Form::of("VD-06", name(5), &[]) }.xlsx()?),
        ("tự đánh giá/kỳ sau.xlsx".to_owned(), Form { period: "2062-2063", ..Form::of("VD-06", name(5), &[]) }.xlsx()?),
        ("tự đánh giá/hỏng.xlsx".to_owned(), b"PK\x03\x04 half of a file".to_vec()),
        ("công văn.pdf".to_owned(), b"%PDF-1.7".to_vec()),
    ];
    // A Mac writes the name of a folder with separate accents.
    let folder: String = "Đánh giá ngoài".nfd().collect();
    files.push((format!("{folder}/01.xlsx"), external(Form::of("VD-01", name(0), ONE_EXTERNAL)).xlsx()?));
    files.push((format!("{folder}/02.xlsx"), external(Form::of("VD-02", name(1), TWO_EXTERNAL)).xlsx()?));
    files.push((format!("{folder}/03.xlsx"), Form::of("VD-03", name(2), THREE).xlsx()?));
    let codes: Vec<&str> = MAXIMA.iter().map(|(code, _)| *code).collect();
    let last = |code, less| Form { period: "2025-2026", ..Form::of(code, "", less) }.row();
    // Group 1 of VD-01 comes to 80, level 3; that of VD-02 to 75, level 2. VD-17 is VD-07 now.
    let rows = [last("VD-01", &[("1.5.1", 15.0), ("1.5.2", 5.0), ("2.4.2", 12.0)]), last("VD-02", TWO_EXTERNAL), last("VD-17", ONE)].concat();
    files.push(("nam-truoc.csv".to_owned(), format!("\u{feff}Mã trường;Tên trường;Năm học;Hình thức;{}\n{rows}", codes.join(";")).into_bytes()));
    let events = "Mã;Việc;Ngày;Đơn vị thực hiện\n\
        VD-01;Lập kế hoạch;15/9/2026;\nVD-01;Tự đánh giá;20/4/2027;\nVD-01;Phê duyệt;10/5/2027;\nVD-01;Báo cáo;20/5/2027;\n\
        VD-01;Đánh giá ngoài;1/6/2027;\nVD-01;Công nhận;3/6/2027;UBND phường Sao (ví dụ giả định)\n\
        VD-02;plan;2026-09-15;\nVD-02;self_assess;2027-04-20;\nVD-02;Phê duyệt;30/5/2027;\nVD-02;nộp báo cáo;2/6/2027;\n\
        VD-03;Báo cáo;25/5/2027;\nVD-99;Báo cáo;25/5/2027;\nVD-05;Báo cáo;31/2/2027;\n";
    files.push(("viec-da-lam.csv".to_owned(), events.as_bytes().to_vec()));
    Ok(files)
}

fn folder(scorers: &LocalScorer) -> Result<Folder, Box<dyn Error>> {
    let mut reader = FolderReader::new(scorers, None, Lang::Vi);
    let mut files = files()?;
    files.sort();
    for (path, bytes) in &files {
        reader.file(path, Box::new(bytes.as_slice()));
    }
    Ok(reader.finish())
}

fn year() -> Result<Year, Box<dyn Error>> {
    let scorers = scorers()?;
    Ok(Year::of(&folder(&scorers)?, &scorers, &YearOptions::on("2027-06-05".parse()?))?)
}

#[test]
fn each_file_is_taken_for_what_it_is() -> Outcome {
    let year = year()?;
    let content =
        |name: &str| year.files.iter().find(|file| file.file.nfc().collect::<String>() == name).map(|file| (file.content, file.read, file.refused));
    assert_eq!(content("danh-sach.xlsx"), Some((Content::Register, 7, 0)));
    assert_eq!(content("tự đánh giá/01 Một.xlsx"), Some((Content::Assessments, 1, 0)));
    assert_eq!(content("tự đánh giá/hỏng.xlsx").map(|(.., refused)| refused), Some(1));
    assert_eq!(content("Đánh giá ngoài/01.xlsx"), Some((Content::Assessments, 1, 0)));
    assert_eq!(content("nam-truoc.csv"), Some((Content::LastYear, 3, 0)));
    // Ten events of two schools and one of a third are well formed, one of a code that is not in the register too; a day is none.
    assert_eq!(content("viec-da-lam.csv"), Some((Content::Events, 12, 1)));
    assert_eq!(content("công văn.pdf"), Some((Content::Other, 0, 0)));
    assert_eq!((year.period.as_str(), year.last_period.as_deref()), ("2026-2027", Some("2025-2026")));
    Ok(())
}

#[test]
fn levels_are_those_of_both_forms_and_of_last_year() -> Outcome {
    let year = year()?;
    let level = |nth: usize| {
        let school = &year.levels[nth];
        let rated = [&school.own, &school.external, &school.last].map(|rated| rated.as_ref().map(|rated| rated.level.to_string()));
        (school.code.clone(), rated.map(Option::unwrap_or_default).join("|"))
    };
    let expected = ["2|2|2", "3|2|2", "1||", "||", "3||", "||", "||2", "3||"];
    for (nth, (code, levels)) in ["VD-01", "VD-02", "VD-03", "VD-04", "VD-05", "VD-06", "VD-07", "VD05"].into_iter().zip(expected).enumerate() {
        // VD-01 was level 3 in both groups last year.
        let levels = if code == "VD-01" { "2|2|3" } else { levels };
        assert_eq!(level(nth), (code.to_owned(), levels.to_owned()));
    }
    let one = &year.levels[0];
    let points = one.external.as_ref().map(|rated| rated.groups.iter().map(|group| group.score.to_string()).collect::<Vec<_>>());
    assert_eq!(points, Some(vec!["69".to_owned(), "88".to_owned()]));
    assert_eq!((one.state, one.recognised.map(thuocdo::Level::get)), (Some(State::Recognised), Some(2)));
    assert_eq!(one.recognised_on, Some("2027-06-03".parse()?));
    assert_eq!(year.levels[1].state, Some(State::Reported));
    assert_eq!(year.levels[2].state, None, "its one event is refused");
    assert_eq!(year.levels[3].kind.map(thuocdo::InstitutionType::as_str), Some("multi_level"));
    let all = &year.summary;
    assert_eq!((all.registered, all.sent, all.missing, all.assessed), (Some(7), 4, 3, 2));
    assert_eq!((all.recognised, all.published, all.unregistered, all.duplicates), (1, 0, 1, 1));
    let levels: Vec<u32> = all.own.overall.levels.iter().map(|level| level.count).collect();
    assert_eq!(levels, [1, 1, 2], "VD-03; VD-01; VD-02 and VD-05");
    Ok(())
}

#[test]
fn who_has_not_sent_is_named_with_the_file_that_is_probably_theirs() -> Outcome {
    let year = year()?;
    let missing: Vec<(&str, Option<&str>)> =
        year.missing.iter().map(|row| (row.code.as_str(), row.refused.as_ref().map(|at| at.file.as_str()))).collect();
    let expected = [
        ("VD-04", Some("tự đánh giá/04 Bốn.xlsx")),
        ("VD-06", Some("tự đánh giá/Trung tâm GDTX Sáu.xlsx")),
        ("VD-07", Some("tự đánh giá/07 Bảy.xlsx")),
    ];
    assert_eq!(missing, expected);
    assert_eq!(year.missing[0].address.as_deref(), Some("vd-04@vi-du.example"));
    assert_eq!(year.missing[2].last.map(|level| level.to_string()).as_deref(), Some("2"), "as VD-17");
    Ok(())
}

#[test]
fn what_is_refused_says_its_file_its_cell_and_what_to_type() -> Outcome {
    let year = year()?;
    let find = |file: &str, code: &str| {
        let is_meant = |row: &&thuocdo_office::folder::RefusedRow| row.at.file.nfc().collect::<String>() == file && row.code == code;
        year.refused.iter().find(is_meant).unwrap_or_else(|| panic!("{file} {code}: {:#?}", year.refused))
    };
    let cell = find("tự đánh giá/04 Bốn.xlsx", "wrong_type");
    // The answer to 1.6.1 stands below two rows, five about the school and eight indicators.
    assert_eq!(cell.cell.as_deref(), Some("Phiếu!C16"));
    assert!(cell.message.contains("“6 điểm”") && cell.message.contains("có phải 6?"), "{}", cell.message);
    assert_eq!((cell.institution.as_deref(), cell.name.as_deref()), (Some("VD-04"), Some(NAMES[3].1)));
    assert!(find("tự đánh giá/Trung tâm GDTX Sáu.xlsx", "no_answer_column").message.contains("Điểm tự chấm"));
    find("tự đánh giá/hỏng.xlsx", "not_readable");
    let period = find("tự đánh giá/kỳ sau.xlsx", "other_period");
    assert_eq!(period.cell.as_deref(), Some("Phiếu!C5"));
    let stream = find("Đánh giá ngoài/03.xlsx", "other_stream_in_name");
    assert_eq!(stream.cell.as_deref(), Some("Phiếu!C6"));
    let events: Vec<(Option<u64>, Option<&str>, &str)> =
        year.refused.iter().filter(|row| row.at.file == "viec-da-lam.csv").map(|row| (row.at.line, row.cell.as_deref(), row.code.as_str())).collect();
    assert!(events.contains(&(Some(12), Some("C12"), "event_out_of_order")), "{events:?}");
    assert!(events.contains(&(Some(13), Some("C13"), "unknown_institution")), "{events:?}");
    assert!(events.iter().any(|(_, cell, code)| (*cell, *code) == (Some("C14"), "invalid_date")), "{events:?}");
    assert_eq!(year.summary.refused, 8);
    Ok(())
}

#[test]
fn a_second_form_and_a_code_nearly_in_the_register_are_told_with_what_was_meant() -> Outcome {
    let year = year()?;
    let twice = &year.duplicates[0];
    assert_eq!(
        (twice.code.as_str(), twice.at.file.as_str(), twice.counted.file.as_str()),
        ("VD-05", "tự đánh giá/07 Bảy.xlsx", "tự đánh giá/05 Năm.xlsx")
    );
    assert_eq!((twice.near.as_deref(), twice.identical), (Some("VD-07"), false));
    let odd = &year.unregistered[0];
    assert_eq!((odd.code.as_str(), odd.near.as_deref()), ("VD05", Some("VD-05")));
    Ok(())
}

#[test]
fn who_differs_is_named_with_the_indicators_and_the_level_that_moves() -> Outcome {
    let year = year()?;
    let codes: Vec<&str> = year.differing.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(codes, ["VD-02", "VD-01"], "whose level moves comes first");
    let two = &year.differing[0];
    assert_eq!((two.movement, two.own.to_string(), two.external.to_string()), (Movement::Lowered, "3".to_owned(), "2".to_owned()));
    let indicators: Vec<_> = two.indicators.iter().map(|row| (&*row.code, row.difference.low.to_string(), row.moves_level)).collect();
    assert_eq!(indicators, [("1.4.1", "-0.5".to_owned(), true)]);
    let one = &year.differing[1];
    let indicators: Vec<_> = one.indicators.iter().map(|row| (&*row.code, row.difference.low.to_string(), row.moves_level)).collect();
    assert_eq!(indicators, [("1.3.1", "-6".to_owned(), false)]);
    assert_eq!((year.summary.differing, year.summary.lowered, year.summary.raised), (2, 1, 0));
    Ok(())
}

#[test]
fn who_rose_and_fell_since_last_year_is_named() -> Outcome {
    let year = year()?;
    let moved: Vec<_> = year.changes.iter().map(|row| (row.code.as_str(), row.overall, row.groups[0].movement)).collect();
    let expected = [("VD-01", Some(Movement::Lowered), Movement::Lowered), ("VD-02", Some(Movement::Raised), Movement::Raised)];
    assert_eq!(moved, expected);
    // 75 less 80, and 75.5 less 75.
    let points: Vec<String> = year.changes.iter().map(|row| row.groups[0].score.low.to_string()).collect();
    assert_eq!(points, ["-5", "0.5"]);
    assert!(year.changes.iter().all(|row| row.from.stream == Stream::SelfAssessment && row.to.stream == Stream::SelfAssessment));
    Ok(())
}

#[test]
fn deadlines_say_who_is_late_and_which_is_next() -> Outcome {
    let year = year()?;
    let due = |act: Act| year.deadlines.iter().find(|due| due.act == act).unwrap_or_else(|| panic!("no {act}"));
    let report = due(Act::Report);
    assert_eq!((report.days, report.done, report.open), (-5, 3, 0), "VD-01, VD-02 and the row of VD-03");
    let late: Vec<_> = report.late.iter().map(|row| (row.code.as_str(), row.days, row.on.is_some(), row.sent)).collect();
    let expected =
        [("VD-04", 5, false, false), ("VD-05", 5, false, true), ("VD-06", 5, false, false), ("VD-07", 5, false, false), ("VD-02", 2, true, false)];
    assert_eq!(late, expected);
    let recognise = due(Act::Recognise);
    assert_eq!((recognise.days, recognise.done, recognise.open, recognise.late.len()), (15, 1, 6, 0));
    assert_eq!(year.next_deadline.as_ref().map(|next| (next.act, next.days)), Some((Act::Recognise, 15)));
    Ok(())
}

#[test]
fn evidence_lacks_where_points_have_none() -> Outcome {
    let year = year()?;
    let one = year.evidence.iter().find(|row| row.code == "VD-01").ok_or("no row")?;
    // Four conditions, and 26 indicators of which three have no points. Only condition 1.1 has evidence.
    assert_eq!((one.answered, one.without.len(), one.required.len()), (27, 26, 0));
    assert!(one.without.iter().all(|code| &**code != "1.1"));
    Ok(())
}

#[test]
fn what_comes_next_is_in_the_order_of_the_work() -> Outcome {
    let year = year()?;
    let steps: Vec<(TodoStep, u32)> = year.todo.iter().map(|todo| (todo.step, todo.count)).collect();
    let expected = [
        (TodoStep::MendRefused, 8),
        // VD05, and the form of VD-07 with the code of VD-05, which repeats nothing.
        (TodoStep::MendCodes, 2),
        (TodoStep::AskMissing, 3),
        // VD-03 and VD-05 have sent; no event that counts says on which day they reported.
        (TodoStep::RecordEvents, 2),
        (TodoStep::Assess, 2),
        (TodoStep::SettleDifferences, 1),
        // VD-02: level 2 by the external assessment, and nothing in the way.
        (TodoStep::Recognise, 1),
        // VD-01.
        (TodoStep::Publish, 1),
    ];
    assert_eq!(steps, expected);
    let missing = &year.todo[2];
    assert!(missing.message.contains("Bốn") && missing.message.contains("quá hạn 5 ngày"), "{}", missing.message);
    Ok(())
}

#[test]
fn the_screen_fits_80_columns_and_24_lines() -> Outcome {
    for lang in Lang::ALL {
        let year = year()?;
        let text = year.report(lang).to_string();
        let lines: usize = text.lines().map(|line| line.chars().count()).map(|letters| if letters <= 80 { 1 } else { letters.div_ceil(70) }).sum();
        assert!(lines <= 23, "{lines} lines:\n{text}");
    }
    let text = year()?.report(Lang::Vi).to_string();
    for part in [
        "7 cơ sở giáo dục",
        "đã nộp 4, còn thiếu 3",
        "mức độ nhóm thấp hơn: 1, cao hơn: 0",
        "tăng 1, giảm 1",
        "“tự đánh giá/04 Bốn.xlsx” Phiếu!C16",
        "20/6/2027, còn 15 ngày",
    ] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    Ok(())
}

#[test]
fn the_answer_follows_its_schema_and_is_canonical() -> Outcome {
    let schema = thuocdo_office::schema::schema("year").ok_or("no schema")?;
    let answer = year()?.to_json();
    let value: serde_json::Value = serde_json::from_str(&answer)?;
    let validator = jsonschema::validator_for(&schema)?;
    let faults: Vec<String> = validator.iter_errors(&value).map(|fault| format!("{} {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    // serde_json sorts keys, as RFC 8785 does for ASCII.
    assert_eq!(answer, serde_json::to_string(&value)?);
    Ok(())
}

#[test]
fn every_list_is_a_csv_that_names_its_file() -> Outcome {
    let lists = csv(&year()?);
    let missing = lists.iter().find(|list| list.text.contains("VD-07") && list.text.contains("vd-04@vi-du.example")).ok_or("no list")?;
    assert!(missing.text.starts_with('\u{feff}') && missing.text.contains(';'), "{}", missing.text);
    let mut names: Vec<&str> = lists.iter().map(|list| list.file.as_str()).collect();
    assert!(names.iter().all(|name| name.is_ascii() && name.strip_suffix(".csv").is_some()), "{names:?}");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), lists.len());
    Ok(())
}

#[test]
fn with_keep_last_the_later_form_counts() -> Outcome {
    let scorers = scorers()?;
    let options = YearOptions { keep: Some(thuocdo_practice::Keep::Last), ..YearOptions::on("2027-06-05".parse()?) };
    let year = Year::of(&folder(&scorers)?, &scorers, &options)?;
    assert_eq!(year.duplicates[0].counted.file, "tự đánh giá/05 Năm.xlsx", "the last has the name of another school");
    let head = "mã trường;năm học;1.3.1\n";
    let [first, last] = ["5", "4"].map(|points| format!("{head}VD-01;2026-2027;{points}\n"));
    let folder = of_files(&[("1.csv", &first), ("2.csv", &last)])?;
    for (keep, counted) in [(None, "1.csv"), (options.keep, "2.csv")] {
        let year = Year::of(&folder, &scorers, &YearOptions { keep, ..options.clone() })?;
        assert_eq!(year.duplicates[0].counted.file, counted);
    }
    Ok(())
}

#[test]
fn an_empty_folder_has_a_year_all_the_same() -> Outcome {
    let scorers = scorers()?;
    let folder = FolderReader::new(&scorers, None, Lang::Vi).finish();
    for (day, period) in [("2026-08-31", "2025-2026"), ("2026-09-01", "2026-2027")] {
        let year = Year::of(&folder, &scorers, &YearOptions::on(day.parse()?))?;
        assert_eq!((year.period.as_str(), year.summary.sent, year.summary.registered), (period, 0, None));
        assert_eq!(year.todo[0].step, TodoStep::AddRegister);
    }
    Ok(())
}

#[test]
fn what_is_gathered_is_read_again() -> Outcome {
    let scorers = scorers()?;
    let folder = folder(&scorers)?;
    let gathered = Gathered::of(&folder, scorers.local().framework(), None);
    // Five self-assessments, the one of another period and the duplicate; two external assessments; three of last year.
    assert_eq!(gathered.len(), 12);
    let digests = |folder: &Folder| -> Vec<String> {
        folder.forms.iter().filter_map(|form| scorers.local().score(&form.said()).ok()).map(|card| card.digest()).collect()
    };
    for (name, bytes) in [
        ("phieu.ndjson", gathered.ndjson().into_bytes()),
        ("phieu.csv", gathered.csv(Layout::Wide, Lang::Vi).into_bytes()),
        ("phieu-en.csv", gathered.csv(Layout::Wide, Lang::En).into_bytes()),
        ("dai.csv", gathered.csv(Layout::Long, Lang::Vi).into_bytes()),
        ("phieu.xlsx", gathered.xlsx(Layout::Wide, Lang::Vi)?),
        ("dai.xlsx", gathered.xlsx(Layout::Long, Lang::Vi)?),
    ] {
        let mut reader = FolderReader::new(&scorers, None, Lang::Vi);
        reader.file(name, Box::new(bytes.as_slice()));
        let again = reader.finish();
        assert!(again.refused.is_empty(), "{name}: {:#?}", again.refused);
        let (mut before, mut after) = (digests(&folder), digests(&again));
        before.sort();
        after.sort();
        assert_eq!(before, after, "{name}");
        if name != "phieu.ndjson" && !name.contains("phieu") {
            let evidence = again.forms.iter().filter(|form| form.assessment.conditions.get("1.1").is_some_and(|answer| answer.evidence.len() == 1));
            assert_eq!(evidence.count(), 9, "{name} keeps evidence");
        }
    }
    let text = gathered.csv(Layout::Wide, Lang::Vi);
    assert!(text.contains("tự đánh giá/01 Một.xlsx;Phiếu;"), "{text}");
    let external = Gathered::of(&folder, scorers.local().framework(), Some(Stream::External));
    assert_eq!(external.len(), 2);
    Ok(())
}

/// What is kept of a register, if anything is, and its faults, each on a line.
fn kept(csv: &str) -> Result<(Option<Register>, Vec<String>), Box<dyn Error>> {
    let opened = recognise(Box::new(csv.as_bytes()), Some(FileFormat::Csv), Unmarked::Look)?;
    let (register, faults) = match thuocdo_office::register(opened) {
        Ok(read) => (Some(read.register), read.faults),
        Err(RegisterRefused::Table(faults)) => (None, faults),
        Err(RegisterRefused::Json(violations)) => panic!("{violations}"),
    };
    Ok((register, faults.iter().map(|fault| fault.line(Lang::Vi)).collect()))
}

#[test]
fn a_register_as_a_spreadsheet_is_the_register_that_json_would_be() -> Outcome {
    let csv = "Danh sách;;;;;;\nmã;tên trường;cấp học;cơ quan quản lý;email;tiền thân;từ ngày\n\
        VD-01;Trường A (ví dụ giả định);TH;UBND phường Sao (ví dụ giả định);a@vi-du.example;VD-08, VD-09;1/7/2025\n\
        VD-02;;thcs;;;VD-07;2025-07-01\nVD-03;;THPT;;;VD-06;1/7/2025\nVD-04;;GDTX;;;VD-06;01.07.2025\nVD-05;;TH&THCS;;;;\n";
    let opened = recognise(Box::new(csv.as_bytes()), Some(FileFormat::Csv), Unmarked::Look)?;
    let read = thuocdo_office::register(opened).map_err(|refused| format!("{refused:?}"))?.whole().map_err(|faults| format!("{faults:?}"))?;
    let by_hand = Register::from_json(
        r#"{ "institutions": [
            { "code": "VD-01", "name": "Trường A (ví dụ giả định)", "type": "primary", "authority": "UBND phường Sao (ví dụ giả định)", "address": "a@vi-du.example" },
            { "code": "VD-02", "type": "lower_secondary" }, { "code": "VD-03", "type": "upper_secondary" },
            { "code": "VD-04", "type": "continuing" }, { "code": "VD-05", "type": "multi_level" } ],
          "changes": [
            { "on": "2025-07-01", "kind": "merged", "from": ["VD-08", "VD-09"], "to": ["VD-01"] },
            { "on": "2025-07-01", "kind": "renamed", "from": ["VD-07"], "to": ["VD-02"] },
            { "on": "2025-07-01", "kind": "split", "from": ["VD-06"], "to": ["VD-03", "VD-04"] } ] }"#
            .as_bytes(),
    )?;
    assert_eq!(read, by_hand);
    Ok(())
}

#[test]
fn every_fault_of_a_register_is_told_at_once_with_its_cell_and_everything_else_is_kept() -> Outcome {
    let (register, found) = kept("mã;tên;loại;tiền thân;từ ngày\nVD-01;A;Mầm non;;\nVD-02;B;TH;VD-09;31/2/2025\n;C;TH;;\nVD-01;D;THCS;VD-08;\n")?;
    let has = |cell: &str, part: &str| {
        assert!(found.iter().any(|line| line.starts_with(&format!("ô {cell}")) && line.contains(part)), "{cell} {part}: {found:#?}");
    };
    has("C2", "đang ghi “Mầm non”; chỉ ghi: “Tiểu học”");
    has("E3", "đang ghi “31/2/2025”");
    has("A4", "còn trống");
    has("A5", "đã có ở ô A2");
    has("D5", "phải ghi ngày");
    assert_eq!(found.len(), 5, "{found:#?}");
    // The type of VD-01 is left out, and the change of VD-02; so are the row without a code and the second VD-01.
    let by_hand = Register::from_json(
        r#"{ "institutions": [ { "code": "VD-01", "name": "A" }, { "code": "VD-02", "name": "B", "type": "primary" } ] }"#.as_bytes(),
    )?;
    assert_eq!(register, Some(by_hand));
    // A circle is seen only where each change is right by itself.
    let (register, found) = kept("mã;tên;tiền thân;từ ngày\nVD-01;A;VD-02;1/7/2025\nVD-02;B;VD-01;1/7/2025\nVD-03;C;VD-03;31/2/2025\n")?;
    assert_eq!(register.map(|register| (register.institutions().len(), register.changes().len())), Some((3, 0)), "{found:#?}");
    assert!(["ô C2", "ô C3", "ô D4"].iter().all(|cell| found.iter().any(|line| line.starts_with(cell))), "{found:#?}");
    Ok(())
}

#[test]
fn a_file_that_is_no_register_is_told_what_a_register_needs() -> Outcome {
    let (register, found) = kept("lớp;sĩ số\n5A;32\n")?;
    assert!(register.is_none() && found.len() == 1 && found[0].contains("“mã” và một trong các cột “tên”"), "{found:?}");
    Ok(())
}

#[test]
fn events_may_stand_in_a_column_for_each_act() -> Outcome {
    let scorers = scorers()?;
    let mut reader = FolderReader::new(&scorers, None, Lang::Vi);
    let csv = "STT;Mã trường;Tên trường;Ngày lập kế hoạch;Ngày báo cáo;Ngày công nhận\n1;VD-01;A;15/9/2026;20/5/2027;\n2;VD-02;B;;hôm qua;\n";
    reader.file("theo-doi.csv", Box::new(csv.as_bytes()));
    let folder = reader.finish();
    let events: Vec<(&str, Act, String)> = folder.events.iter().map(|event| (event.code.as_str(), event.act, event.on.to_string())).collect();
    assert_eq!(events, [("VD-01", Act::Plan, "2026-09-15".to_owned()), ("VD-01", Act::Report, "2027-05-20".to_owned())]);
    assert_eq!(folder.refused.len(), 1);
    assert_eq!((folder.refused[0].cell.as_deref(), folder.refused[0].code.as_str()), (Some("E3"), "invalid_date"));
    Ok(())
}

#[test]
fn a_second_register_and_a_blank_form_are_refused_and_stop_nothing() -> Outcome {
    let scorers = scorers()?;
    let mut reader = FolderReader::new(&scorers, None, Lang::Vi);
    reader.file("a.csv", Box::new("mã;tên\nVD-01;A\n".as_bytes()));
    reader.file("b.csv", Box::new("mã;tên\nVD-02;B\n".as_bytes()));
    reader.file("c.csv", Box::new("mã trường;năm học;1.3.1;1.3.2\nVD-01;2026-2027;;\nVD-02;2026-2027;5;\n".as_bytes()));
    let folder = reader.finish();
    let refused: Vec<(&str, Option<u64>, &str)> = folder.refused.iter().map(|row| (row.at.file.as_str(), row.at.line, row.code.as_str())).collect();
    assert_eq!(refused, [("b.csv", None, "second_register"), ("c.csv", Some(2), "blank_form")]);
    assert_eq!((folder.forms.len(), folder.register.map(|register| register.institutions()[0].code.clone())), (1, Some("VD-01".to_owned())));
    Ok(())
}

#[test]
fn a_table_of_forms_whose_headings_cannot_be_read_is_no_register() -> Outcome {
    for header in ["Mã trường;Tên trường;1.3.1 năm 2023", "Mã trường;Tên trường;1-3-1", "Mã trường;Tên trường;1.3.9"] {
        let folder = of_files(&[("a.csv", &format!("{header}\nVD-01;A;5\n")), ("b.csv", "mã;tên\nVD-02;B\n")])?;
        let refused: Vec<(&str, Option<&str>)> = folder.refused.iter().map(|row| (row.at.file.as_str(), row.cell.as_deref())).collect();
        assert_eq!(refused, [("a.csv", Some("C1"))], "{header}");
        let register = folder.register.ok_or("no register")?;
        let codes: Vec<&str> = register.institutions().iter().map(|institution| institution.code.as_str()).collect();
        assert_eq!(codes, ["VD-02"], "{header}");
    }
    // The upper row of a header of two names a criterion.
    let folder = of_files(&[("a.csv", "Mã trường;Tên trường;Tiêu chí 1.3;\n;;1.3.1;1.3.2\nVD-01;A;5;4\n")])?;
    assert_eq!((folder.forms.len(), folder.register.is_none(), folder.refused.len()), (1, true, 0));
    Ok(())
}

#[test]
fn the_last_row_of_a_list_whose_code_was_forgotten_is_refused() -> Outcome {
    let folder = of_files(&[("a.csv", "mã;tên;cấp học\nVD-01;A;TH\n;B;THCS\n;Người lập;Hiệu trưởng\n")])?;
    let refused: Vec<Option<&str>> = folder.refused.iter().map(|row| row.cell.as_deref()).collect();
    assert_eq!(refused, [Some("A3")]);
    Ok(())
}

#[test]
fn what_stands_above_the_header_of_a_form_is_read() -> Outcome {
    let above = "PHIẾU ĐÁNH GIÁ\nTên trường;Độc lập - Tự do - Hạnh phúc\nNăm học:;2026-2027;Hình thức đánh giá;Đánh giá ngoài\nMã trường;VD-01;\n";
    let form = "Mã;Nội dung;Kết quả\n1.3.1;Dạy học;5\n";
    let folder = of_files(&[("a.csv", &format!("{above}{form}"))])?;
    assert_eq!(folder.refused, []);
    let read = &folder.forms[0];
    assert_eq!((read.code(), read.name(), read.stream), (Some("VD-01"), None, Stream::External));
    assert_eq!(read.assessment.period.as_deref(), Some("2026-2027"));
    // Below the header it may be said once more, but not otherwise.
    let again = of_files(&[("a.csv", &format!("{above}{form}Mã cơ sở giáo dục;;VD-01\n"))])?;
    assert_eq!((again.refused.len(), again.forms[0].code()), (0, Some("VD-01")));
    let other = of_files(&[("a.csv", &format!("{above}{form}Mã cơ sở giáo dục;;VD-02\n"))])?;
    assert_eq!((other.refused[0].cell.as_deref(), other.refused[0].code.as_str()), (Some("C7"), "duplicate_key"));
    assert!(other.refused[0].message.contains("B4"), "{}", other.refused[0].message);
    Ok(())
}

/// What a folder of such files holds.
fn of_files(files: &[(&str, &str)]) -> Result<Folder, Box<dyn Error>> {
    let scorers = scorers()?;
    let mut reader = FolderReader::new(&scorers, None, Lang::Vi);
    for (path, text) in files {
        reader.file(path, Box::new(text.as_bytes()));
    }
    Ok(reader.finish())
}

fn told(folder: &Folder) -> Vec<(String, Act, String)> {
    folder.events.iter().map(|event| (event.code.clone(), event.act, event.on.to_string())).collect()
}

#[test]
fn each_column_of_days_is_of_one_act_and_a_day_of_no_act_is_asked() -> Outcome {
    // The date of a form is called so in other tables; here it is the day of one act.
    let apart: String = "Mã trường;Ngày tự đánh giá\n0001;20/4/2027\n".nfd().collect();
    for csv in ["Mã trường;Ngày tự đánh giá\n0001;20/4/2027\n", "Mã;self_assess\n0001;2027-04-20\n", &apart] {
        let folder = of_files(&[("viec.csv", csv)])?;
        assert_eq!(told(&folder), [("0001".to_owned(), Act::SelfAssess, "2027-04-20".to_owned())], "{csv}");
        assert!(folder.refused.is_empty(), "{:#?}", folder.refused);
    }
    let csv = "Mã;Ngày lập kế hoạch;Ngày tự đánh giá;Ngày phê duyệt;Ngày báo cáo;Ngày đánh giá ngoài\nVD-01;1/9/2026;20/4/2027;10/5/2027;20/5/2027;1/6/2027\n";
    let acts: Vec<Act> = told(&of_files(&[("viec.csv", csv)])?).into_iter().map(|(_, act, _)| act).collect();
    assert_eq!(acts, [Act::Plan, Act::SelfAssess, Act::Approve, Act::Report, Act::ExternallyAssess]);
    // Of which assessment, nobody knows; the column beside it is read.
    for (csv, cell, events) in [
        ("Mã;Ngày đánh giá\nVD-01;20/4/2027\n", "B1", 0),
        ("Mã;Tên trường;Ngày đánh giá;Ngày báo cáo\nVD-01;A;20/4/2027;20/5/2027\n", "C1", 1),
        ("Mã;Ngày báo cáo;Ngày\nVD-01;20/5/2027;1/6/2027\n", "C1", 1),
    ] {
        let folder = of_files(&[("viec.csv", csv)])?;
        let refused: Vec<(Option<&str>, &str)> = folder.refused.iter().map(|row| (row.cell.as_deref(), row.code.as_str())).collect();
        assert_eq!((refused, folder.events.len()), (vec![(Some(cell), "missing_field")], events), "{csv}");
        assert!(folder.refused[0].message.contains("“Ngày đánh giá ngoài”"), "{}", folder.refused[0].message);
    }
    // Where the row says the act, the day is its own.
    let folder = of_files(&[("viec.csv", "Mã;Việc;Ngày đánh giá\nVD-01;DANH GIA NGOAI;1/6/2027\n")])?;
    assert_eq!(told(&folder), [("VD-01".to_owned(), Act::ExternallyAssess, "2027-06-01".to_owned())]);
    Ok(())
}

#[test]
fn acts_may_be_typed_without_marks() -> Outcome {
    let csv = "ma;viec;ngay\nVD-01;lap ke hoach;1/9/2026\nVD-01;bao cao;20/5/2027\n".replace("ma;viec;ngay", "Mã;Việc;Ngày");
    let acts: Vec<Act> = told(&of_files(&[("viec.csv", &csv)])?).into_iter().map(|(_, act, _)| act).collect();
    assert_eq!(acts, [Act::Plan, Act::Report]);
    Ok(())
}

#[test]
fn a_sheet_of_days_with_names_is_no_second_list_and_one_with_types_is_both() -> Outcome {
    let list = ("danh-sach.csv", "Mã;Tên trường;Cấp học\nVD-01;A;TH\nVD-02;B;THCS\n");
    let days = ("a theo doi.csv", "STT;Mã trường;Tên trường;Ngày báo cáo\n1;VD-01;A;20/5/2027\n");
    let both = ("a so.csv", "Mã;Tên trường;Cấp học;Cơ quan quản lý;Ngày báo cáo\nVD-03;C;TH;Xã A;20/5/2027\n");
    let codes =
        |folder: &Folder| -> Vec<String> { folder.register.iter().flat_map(Register::institutions).map(|entry| entry.code.clone()).collect() };
    for files in [[days, list], [list, days]] {
        let folder = of_files(&files)?;
        assert!(folder.refused.is_empty(), "{:#?}", folder.refused);
        assert_eq!((codes(&folder), folder.events.len()), (vec!["VD-01".to_owned(), "VD-02".to_owned()], 1));
    }
    assert_eq!(of_files(&[days])?.register, None);
    let alone = of_files(&[both])?;
    assert_eq!((codes(&alone), alone.events.len(), alone.refused.len()), (vec!["VD-03".to_owned()], 1, 0));
    // A list of its own counts, whichever is read first.
    for files in [[both, list], [list, both]] {
        let folder = of_files(&files)?;
        assert_eq!((codes(&folder), folder.events.len(), folder.refused.len()), (vec!["VD-01".to_owned(), "VD-02".to_owned()], 1, 0));
    }
    // A list with marks in a column of that name has no days, and is a list.
    let marked = of_files(&[("ds.csv", "Mã;Tên trường;Cấp học;Báo cáo\nVD-01;A;TH;x\n")])?;
    assert_eq!((codes(&marked), marked.events.len(), marked.refused.len()), (vec!["VD-01".to_owned()], 0, 0));
    // An event a row, with type and name for the eye.
    let acts = of_files(&[("viec.csv", "Mã;Tên;Cấp học;Việc;Ngày\nVD-01;A;TH;lập kế hoạch;1/9/2026\nVD-01;A;TH;báo cáo;20/5/2027\n")])?;
    assert_eq!((acts.register, acts.events.len(), acts.refused.len()), (None, 2, 0));
    Ok(())
}

#[test]
fn an_event_that_comes_too_early_says_which_days_to_add() -> Outcome {
    let scorers = scorers()?;
    let folder =
        of_files(&[("viec.csv", "Mã;Ngày báo cáo\nVD-01;20/5/2027\n"), ("b.csv", "Mã;Ngày lập kế hoạch;Ngày công nhận\nVD-02;1/9/2026;1/6/2027\n")])?;
    let year = Year::of(&folder, &scorers, &YearOptions::on("2027-06-05".parse()?))?;
    let message =
        |code: &str| year.refused.iter().find(|row| row.institution.as_deref() == Some(code)).map(|row| row.message.clone()).unwrap_or_default();
    assert!(
        message("VD-01").ends_with("; ghi thêm ngày của các việc phải làm trước: lập kế hoạch, tự đánh giá, phê duyệt kết quả tự đánh giá"),
        "{}",
        message("VD-01")
    );
    let acts = ": tự đánh giá, phê duyệt kết quả tự đánh giá, báo cáo kết quả tự đánh giá, đánh giá ngoài";
    assert!(message("VD-02").ends_with(acts), "{}", message("VD-02"));
    // Its day of report stands all the same.
    assert_eq!(year.deadlines.iter().find(|due| due.act == Act::Report).map(|due| due.done), Some(1));
    Ok(())
}

#[test]
fn a_list_with_bad_cells_keeps_everything_else_and_the_screen_says_which() -> Outcome {
    let scorers = scorers()?;
    let list = "Mã;Tên;Cấp học\nVD-01;A;Mầm non\nVD-02;B;TH-THCS\nVD-03;C;PTDTNT\n;D;TH\nVD-05;E;tieu hoc\n";
    let folder = of_files(&[("ds.csv", list)])?;
    let kinds: Vec<(&str, Option<&str>)> = folder
        .register
        .iter()
        .flat_map(Register::institutions)
        .map(|entry| (entry.code.as_str(), entry.kind.map(thuocdo::InstitutionType::as_str)))
        .collect();
    assert_eq!(kinds, [("VD-01", None), ("VD-02", Some("multi_level")), ("VD-03", None), ("VD-05", Some("primary"))]);
    let year = Year::of(&folder, &scorers, &YearOptions::on("2027-05-01".parse()?))?;
    assert_eq!((year.summary.registered, year.summary.missing, year.summary.refused), (Some(4), 4, 3));
    let text = year.report(Lang::Vi).to_string();
    for part in ["4 cơ sở giáo dục", "Danh sách cơ sở giáo dục có 3 ô phải sửa: “ds.csv” C2, “ds.csv” C4, “ds.csv” A5"]
    {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    assert!(!text.contains("Để danh sách"), "{text}");
    Ok(())
}

#[test]
fn a_form_of_a_later_day_is_as_not_yet_there() -> Outcome {
    let scorers = scorers()?;
    let list = "Mã;Tên;Cấp học\nVD-01;A;TH\nVD-02;B;TH\nVD-03;C;TH\n";
    let forms = "mã trường;tên trường;năm học;hình thức;ngày đánh giá;1.3.1\n\
        VD-01;A;2026-2027;Tự đánh giá;20/4/2027;5\nVD-01;A;2026-2027;Đánh giá ngoài;1/6/2027;5\n\
        VD-02;B;2026-2027;Tự đánh giá;;5\nVD-03;C;2026-2027;Tự đánh giá;20/4/2027;5\nVD-03;C;2026-2027;Tự đánh giá;25/4/2027;6\n";
    let days = "Mã;Ngày lập kế hoạch;Ngày tự đánh giá\nVD-01;1/9/2026;20/4/2027\n";
    let folder = of_files(&[("ds.csv", list), ("phieu.csv", forms), ("viec.csv", days)])?;
    let on = |day: &str| -> Result<Year, Box<dyn Error>> { Ok(Year::of(&folder, &scorers, &YearOptions::on(day.parse()?))?) };
    let counts = |year: &Year| (year.summary.sent, year.summary.assessed, year.summary.later, year.summary.duplicates);
    // Only VD-02 has a form without a day.
    let march = on("2027-03-01")?;
    assert_eq!(counts(&march), (1, 0, 4, 1));
    assert!(march.refused.is_empty(), "its event of April rests on its form of April: {:#?}", march.refused);
    let later: Vec<(&str, String, Option<u64>)> =
        march.later.iter().map(|form| (form.code.as_str(), form.assessed_on.to_string(), form.at.line)).collect();
    assert_eq!(later[0], ("VD-01", "2027-04-20".to_owned(), Some(2)));
    let missing: Vec<(&str, Option<u64>)> =
        march.missing.iter().map(|row| (row.code.as_str(), row.refused.as_ref().and_then(|at| at.line))).collect();
    assert_eq!(missing, [("VD-01", Some(2)), ("VD-03", Some(5))]);
    let text = march.report(Lang::Vi).to_string();
    assert!(text.contains("Chưa tính: 4 phiếu có ngày đánh giá sau ngày 01/3/2027"), "{text}");
    // A school whose form has a wrong day is told which file has it.
    let reminders = thuocdo_office::remind::Reminders::of(&march, folder.register.as_ref());
    let first = &reminders.reminders[0];
    assert_eq!((first.code.as_str(), first.ask.as_str()), ("VD-01", "send"));
    assert!(first.details[0].contains("phieu.csv, dòng 2: ngày đánh giá 20/4/2027 sau ngày 01/3/2027"), "{:?}", first.details);
    assert!(csv(&march).iter().any(|list| list.text.contains("20/4/2027") && list.text.contains("VD-03")), "in its list");
    // On the day itself a form is there; of two, the one that was there then.
    assert_eq!(counts(&on("2027-04-20")?), (3, 0, 2, 0));
    assert_eq!(counts(&on("2027-06-01")?), (3, 1, 0, 1));
    Ok(())
}

#[test]
fn every_deadline_that_is_over_has_its_line_and_the_work_says_how_late_it_is() -> Outcome {
    let scorers = scorers()?;
    let form = "mã trường;tên trường;năm học;1.3.1\nVD-01;A;2026-2027;5\n";
    let folder = of_files(&[("ds.csv", "Mã;Tên;Cấp học\nVD-01;A;TH\nVD-02;B;TH\n"), ("phieu.csv", form)])?;
    // The deadlines of the Ministry are 31 May and 20 June.
    let text = |lang: Lang| -> Result<String, Box<dyn Error>> {
        Ok(Year::of(&folder, &scorers, &YearOptions { lang, ..YearOptions::on("2027-06-21".parse()?) })?.report(lang).to_string())
    };
    let vi = text(Lang::Vi)?;
    let late: Vec<&str> = vi.lines().filter(|line| line.contains("Chậm hạn")).collect();
    assert_eq!(late.len(), 2, "{vi}");
    assert!(late[0].contains("31/5/2027: 1 (B)") && late[1].contains("20/6/2027: 2 (A và 1 cơ sở khác)"), "{vi}");
    // From 31 May to 21 June are 21 days, from 20 June one.
    assert!(vi.contains("chưa nộp tự đánh giá: B (quá hạn 21 ngày)") && vi.contains("A (quá hạn 1 ngày)"), "{vi}");
    assert!(text(Lang::En)?.contains("(1 days overdue)"));
    Ok(())
}

/// A wide table of two groups: `less` of one school's indicators.
fn wide(rows: &[Form<'_>]) -> String {
    let codes: Vec<&str> = MAXIMA.iter().map(|(code, _)| *code).collect();
    format!("Mã trường;Tên trường;Năm học;Hình thức;{}\n{}", codes.join(";"), rows.iter().map(Form::row).collect::<String>())
}

#[test]
fn a_year_is_compared_by_forms_of_one_side_only() -> Outcome {
    let scorers = scorers()?;
    let last = |form: Form<'static>| Form { period: "2025-2026", ..form };
    let external = |form: Form<'static>| Form { stream: "Đánh giá ngoài", ..form };
    // VD-01: only the school last year, only the panel this year. VD-02: both; by the school it fell, by the panel it rose.
    // Group 1 comes to 40 by THREE, to 75.5 by TWO: level 1 and 3.
    let rows = [
        last(Form::of("VD-01", "A", THREE)),
        external(Form::of("VD-01", "A", TWO)),
        last(Form::of("VD-02", "B", TWO)),
        Form::of("VD-02", "B", THREE),
        last(external(Form::of("VD-02", "B", THREE))),
        external(Form::of("VD-02", "B", TWO)),
    ];
    let folder = of_files(&[("phieu.csv", &wide(&rows))])?;
    let year = Year::of(&folder, &scorers, &YearOptions::on("2027-06-21".parse()?))?;
    let changes: Vec<_> = year.changes.iter().map(|row| (row.code.as_str(), row.overall, row.from.stream, row.to.stream)).collect();
    assert_eq!(changes, [("VD-02", Some(Movement::Raised), Stream::External, Stream::External)]);
    assert_eq!((year.summary.risen, year.summary.fallen), (1, 0));
    Ok(())
}

/// Group 2 comes to 48 without these: level 1. Then the level as a whole is 1 on both sides, whatever group 1 has.
const LOW: &[(&str, f64)] = &[("2.3.3", 10.0), ("2.3.5", 10.0), ("2.3.6", 10.0), ("2.4.2", 12.0), ("2.4.3", 10.0)];
/// And group 1 to 75 and no more than level 2.
const LOWER: &[(&str, f64)] =
    &[("2.3.3", 10.0), ("2.3.5", 10.0), ("2.3.6", 10.0), ("2.4.2", 12.0), ("2.4.3", 10.0), ("1.4.1", 10.0), ("1.5.1", 15.0)];
/// Group 1 lower and group 2 higher.
const CROSSED: &[(&str, f64)] = &[("1.4.1", 10.0), ("1.5.1", 15.0)];

#[test]
fn screen_and_sheets_mean_the_same_by_higher_and_lower() -> Outcome {
    let scorers = scorers()?;
    let external = |form: Form<'static>| Form { stream: "Đánh giá ngoài", ..form };
    let rows = [
        Form::of("VD-01", "A", LOW),
        external(Form::of("VD-01", "A", LOWER)),
        Form::of("VD-02", "B", LOWER),
        external(Form::of("VD-02", "B", LOW)),
        Form::of("VD-03", "C", LOW),
        external(Form::of("VD-03", "C", CROSSED)),
    ];
    let folder = of_files(&[("phieu.csv", &wide(&rows))])?;
    let year = Year::of(&folder, &scorers, &YearOptions::on("2027-06-21".parse()?))?;
    // VD-01 and VD-03 have a lower group, VD-02 and VD-03 a higher one.
    assert_eq!((year.summary.differing, year.summary.lowered, year.summary.raised), (3, 2, 2));
    let text = year.report(Lang::Vi).to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("khác tự đánh giá: 3 (mức độ nhóm thấp hơn: 2, cao hơn: 2)"), "{text}");
    let lists = csv(&year);
    let list = lists.iter().find(|list| list.text.contains("Mức độ các nhóm so với tự đánh giá")).ok_or("no list")?;
    for (code, word) in [("VD-01", ";thấp hơn;"), ("VD-02", ";cao hơn;"), ("VD-03", ";có nhóm thấp hơn, có nhóm cao hơn;")] {
        assert!(list.text.lines().any(|line| line.contains(code) && line.contains(word)), "{code} {word}: {}", list.text);
    }
    Ok(())
}

#[test]
fn a_form_with_the_code_of_another_school_is_asked_of_the_school_that_it_names() -> Outcome {
    let scorers = scorers()?;
    let list = "Mã;Tên;Cấp học;Email\nVD-01;Trường A;TH;a@vi-du.example\nVD-02;Trường B;TH;b@vi-du.example\nVD-03;Trường C;TH;c@vi-du.example\n";
    let head = "mã trường;tên trường;năm học;1.3.1\n";
    // B typed the code of A, in a file that comes first or last; C left out a sign of its own.
    let [a, b, c] = ["VD-01;Trường A (ví dụ giả định);2026-2027;5\n", "VD-01;Trường B;2026-2027;4\n", "VD03;Trường C;2026-2027;5\n"]
        .map(|row| format!("{head}{row}"));
    for files in [[("1.csv", &a), ("2.csv", &b)], [("1.csv", &b), ("2.csv", &a)]] {
        let [first, second] = files;
        let folder = of_files(&[("ds.csv", list), (first.0, first.1), (second.0, second.1), ("3.csv", &c)])?;
        let year = Year::of(&folder, &scorers, &YearOptions::on("2027-05-20".parse()?))?;
        // The form with the name of A counts for A.
        assert_eq!(year.levels[0].own.as_ref().map(|rated| rated.groups[0].score.low.to_string()), Some("5".to_owned()));
        let reminders = thuocdo_office::remind::Reminders::of(&year, folder.register.as_ref());
        let asked: Vec<(&str, &str, Option<&str>)> =
            reminders.reminders.iter().map(|one| (one.code.as_str(), one.ask.as_str(), one.address.as_deref())).collect();
        assert_eq!(asked, [("VD-02", "mend", Some("b@vi-du.example")), ("VD-03", "mend", Some("c@vi-du.example"))]);
        let details = &reminders.reminders[0].details[0];
        assert!(details.contains("mã “VD-01” không phải của trường; có phải VD-02?"), "{details}");
        let steps: Vec<(TodoStep, u32)> = year.todo.iter().take(2).map(|todo| (todo.step, todo.count)).collect();
        assert_eq!(steps, [(TodoStep::MendCodes, 2), (TodoStep::AskMissing, 2)], "nothing is to be taken out");
    }
    Ok(())
}
