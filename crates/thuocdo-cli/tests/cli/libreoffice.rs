//! Forms through `LibreOffice`: it computes them as the library does, and what it saves is read as what was typed.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::Data;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::form::{cells, row_of};
use super::{Folder, example, thuocdo};

/// Settings of a `LibreOffice` that computes every formula anew when it opens a file, in one language's notation of numbers.
fn profile(folder: &Folder, locale: &str) -> PathBuf {
    let profile = folder.path(&format!("profile-{locale}"));
    fs::create_dir_all(profile.join("user")).expect("a folder");
    let item = |path: &str, name: &str, value: &str| {
        format!("<item oor:path=\"{path}\"><prop oor:name=\"{name}\" oor:op=\"fuse\"><value>{value}</value></prop></item>")
    };
    let settings = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{}{}{}</oor:items>\n",
        item("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),
        item("/org.openoffice.Office.Calc/Formula/Load", "ODFRecalcMode", "0"),
        item("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", locale)
    );
    fs::write(profile.join("user/registrymodifications.xcu"), settings).expect("written");
    profile
}

/// Saves files in another format with `LibreOffice`, into a folder.
#[track_caller]
fn saved(folder: &Folder, locale: &str, format: &str, files: &[PathBuf]) -> PathBuf {
    let profile = profile(folder, locale);
    let ending = format.split(':').next().expect("an ending");
    let out = folder.path(&format!("{ending}-{locale}-{}", files.len()));
    let run = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(&out)
        .args(files)
        .output()
        .expect("LibreOffice runs; without it leave these tests out: cargo nextest run -E 'not test(/^libreoffice::/)'");
    assert!(run.status.success(), "{run:?}");
    out
}

/// What a person types: into the answer of a code or a name, or into its evidence.
#[derive(Clone, Copy, Debug)]
enum Typed<'t> {
    Text(&'t str),
    Number(f64),
    Evidence(&'t str),
}

/// Types into the cells of a form and leaves all else as it is, formulas and formats too.
fn filled(form: &[u8], answers: &[(&str, Typed<'_>)]) -> Vec<u8> {
    let rows = cells(form);
    let mut archive = ZipArchive::new(Cursor::new(form)).expect("a zip");
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("unpacked");
        if name == "xl/worksheets/sheet1.xml" {
            let mut sheet = String::from_utf8(content).expect("UTF-8");
            for (code, typed) in answers {
                let column = if matches!(typed, Typed::Evidence(_)) { 'F' } else { 'D' };
                let start = format!("<c r=\"{column}{}\" s=\"", row_of(&rows, code));
                let begin = sheet.find(&start).unwrap_or_else(|| panic!("no cell {start}"));
                let end = begin + sheet[begin..].find("/>").expect("a blank cell");
                let value = match typed {
                    Typed::Number(number) => format!("><v>{number}</v></c>"),
                    Typed::Text(text) | Typed::Evidence(text) => {
                        format!(" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", text.replace('\n', "&#10;"))
                    }
                };
                sheet.replace_range(end..end + 2, &value);
            }
            content = sheet.into_bytes();
        }
        written.start_file(name, SimpleFileOptions::default()).expect("a part");
        written.write_all(&content).expect("written");
    }
    written.finish().expect("a zip").into_inner()
}

fn blank(folder: &Folder, arguments: &[&str]) -> Vec<u8> {
    let path = folder.path("trong.xlsx");
    thuocdo(&[&["form", "--force", "-o", path.to_str().expect("UTF-8")], arguments].concat()).done();
    fs::read(path).expect("the form")
}

/// The maxima of group 1, as the Decision's framework file has them.
const GROUP_1: [(&str, u32); 14] = [
    ("1.3.1", 600),
    ("1.3.2", 600),
    ("1.3.3", 600),
    ("1.3.4", 600),
    ("1.3.5", 600),
    ("1.4.1", 1000),
    ("1.5.1", 1500),
    ("1.5.2", 500),
    ("1.6.1", 700),
    ("1.6.2", 700),
    ("1.6.3", 600),
    ("1.7.1", 800),
    ("1.7.2", 700),
    ("1.7.3", 500),
];

/// Answers of group 1 that add up to so many hundredths, from its end or from its beginning; those behind them have 0, or are blank.
fn adding_up(total: u32, from_the_end: bool, is_rest_blank: bool) -> Vec<(&'static str, u32)> {
    let mut left = total;
    let mut indicators = GROUP_1.to_vec();
    if from_the_end {
        indicators.reverse();
    }
    let mut answers = Vec::new();
    for (code, max) in indicators {
        let points = left.min(max);
        left -= points;
        if points > 0 || !is_rest_blank {
            answers.push((code, points));
        }
    }
    assert_eq!(left, 0);
    answers
}

/// Hundredths as a person writes them, in one of three ways.
fn written(hundredths: u32, way: usize) -> Typed<'static> {
    let text = match way % 3 {
        0 => return Typed::Number(f64::from(hundredths) / 100.0),
        1 => format!("{},{:02}", hundredths / 100, hundredths % 100),
        _ if hundredths.is_multiple_of(100) => format!(" {} ", hundredths / 100),
        _ => format!("{}.{:02}", hundredths / 100, hundredths % 100),
    };
    Typed::Text(text.leak())
}

/// The whole numbers in the hidden columns of a row: hundredths from and to, levels from and to, blank cells, cells to mend, unmet
/// conditions, answers without required evidence.
fn hidden(cells: &[Vec<Data>], row: usize) -> Vec<i64> {
    let number = |cell: &Data| match cell {
        Data::Float(number) => format!("{number:.0}").parse().expect("a whole number"),
        Data::Int(number) => *number,
        other => panic!("row {row}: {other:?}"),
    };
    cells[row - 1][10..18].iter().map(number).collect()
}

/// Group, criterion and overall results of a form as `LibreOffice` computed them must be those of the library.
#[track_caller]
fn same_as_the_library(computed: &Path, arguments: &[&str]) -> Value {
    let rows = cells(&fs::read(computed).expect("a form"));
    let path = computed.to_str().expect("UTF-8");
    let card = thuocdo(&[&["score", "--format", "json", path], arguments].concat()).json();
    let hundredths = |points: &Value| format!("{:.0}", points.as_f64().expect("points") * 100.0).parse::<i64>().expect("whole");
    let ends = |range: &Value, of: &dyn Fn(&Value) -> i64| vec![of(&range["low"]), of(&range["high"])];
    let level = |level: &Value| level.as_i64().expect("a level");
    let groups = card["groups"].as_array().expect("groups");
    for (nth, group) in groups.iter().enumerate() {
        let found = hidden(&rows, 4 + nth);
        assert_eq!(found[..2], ends(&group["score"], &hundredths), "{path}: {group}");
        assert_eq!(found[2..4], ends(&group["level"], &level), "{path}: {group}");
        let conditions = group["conditions"].as_array().expect("conditions");
        let criteria = group["criteria"].as_array().expect("criteria");
        let with = |state: &str| conditions.iter().filter(|condition| condition["state"] == *state).count();
        let missing = criteria.iter().flat_map(|it| it["indicators"].as_array().expect("a list")).filter(|it| it["state"] == "missing").count();
        assert_eq!(found[4], i64::try_from(missing + with("unknown")).expect("small"), "{path}: blank cells");
        assert_eq!((found[5], found[6]), (0, i64::try_from(with("unmet")).expect("small")), "{path}: unmet conditions");
        let code = group["code"].as_str().expect("a code");
        let blockers = card["recognition"]["blockers"].as_array().expect("a list");
        let unproved = blockers.iter().filter(|blocker| blocker["group"] == *code && blocker["code"] == "evidence_missing").count();
        assert_eq!(found[7], i64::try_from(unproved).expect("small"), "{path}: evidence");
        for criterion in criteria {
            let row = row_of(&rows, criterion["code"].as_str().expect("a code"));
            let cells = &rows[row - 1];
            let whole = |cell: &Data| format!("{:.0}", cell.to_string().parse::<f64>().expect("a number")).parse::<i64>().expect("whole");
            assert_eq!([whole(&cells[10]), whole(&cells[11])][..], ends(&criterion["score"], &hundredths), "{path}: {criterion}");
            if !criterion["level"].is_null() {
                assert_eq!([whole(&cells[12]), whole(&cells[13])][..], ends(&criterion["level"], &level), "{path}: {criterion}");
            }
        }
    }
    let overall = &rows[3 + groups.len()];
    let whole = |cell: &Data| cell.to_string().parse::<i64>().expect("a level");
    assert_eq!([whole(&overall[12]), whole(&overall[13])][..], ends(&card["overall"]["level"], &level), "{path}");
    card
}

/// Points and level of group 1 as the summary shows them.
fn shown(computed: &Path) -> [String; 3] {
    let rows = cells(&fs::read(computed).expect("a form"));
    [3, 4, 5].map(|column| rows[3][column].to_string())
}

#[test]
fn totals_and_levels_of_a_form_are_the_librarys() {
    let folder = Folder::new();
    let form = blank(&folder, &[]);
    // The Decision: below 50 level 1, from 50 to 75 level 2, above 75 level 3.
    let boundaries = [
        (0, 1),
        (1, 1),
        (4999, 1),
        (5000, 2),
        (5001, 2),
        (7499, 2),
        (7500, 2),
        (7501, 3),
        (9999, 3),
        (10000, 3),
        (2001, 1),
        (2000, 1),
        (999, 1),
        (1000, 1),
    ];
    let mut files = Vec::new();
    let mut wanted = Vec::new();
    for (nth, (total, level)) in boundaries.into_iter().enumerate() {
        for (from_the_end, is_rest_blank) in [(false, false), (true, false), (false, true), (true, true)] {
            let points = adding_up(total, from_the_end, is_rest_blank);
            let is_open = points.len() < GROUP_1.len();
            let answers: Vec<(&str, Typed<'_>)> = points
                .into_iter()
                .enumerate()
                .map(|(way, (code, points))| (code, written(points, way + nth)))
                .chain([("1.1", Typed::Text("đạt")), ("2.1", Typed::Text("Không đạt"))])
                .collect();
            let path = folder.path(&format!("b-{total}-{from_the_end}-{is_rest_blank}.xlsx"));
            fs::write(&path, filled(&form, &answers)).expect("written");
            let low = if total % 100 == 0 {
                (total / 100).to_string()
            } else {
                format!("{}.{:02}", total / 100, total % 100).trim_end_matches('0').to_owned()
            };
            wanted.push((total, level, low, is_open));
            files.push(path);
        }
    }
    for locale in ["en-US", "vi"] {
        let out = saved(&folder, locale, "xlsx", &files);
        for (file, (total, level, low, is_open)) in files.iter().zip(&wanted) {
            let computed = out.join(file.file_name().expect("a name"));
            let card = same_as_the_library(&computed, &[]);
            let first = &card["groups"][0];
            assert_eq!(first["level"]["low"], json!(level), "{total}");
            assert_eq!(hidden(&cells(&fs::read(&computed).expect("a form")), 4)[0], i64::from(*total));
            let [points, level_text, open] = shown(&computed);
            let low = if locale == "vi" { low.replace('.', ",") } else { low.clone() };
            if *is_open {
                assert!(points.starts_with(&format!("{low}–")) && points.ends_with("/100"), "{points}");
                assert!(open.starts_with("còn "), "{open}");
            } else {
                assert_eq!(points, format!("{low}/100"));
                let name = ["Chưa đáp ứng", "Đáp ứng cơ bản", "Đáp ứng tốt"][usize::try_from(level - 1).expect("small")];
                assert_eq!(level_text, format!("mức độ {level} ({name})"));
                assert_eq!(open, "còn 1 ô trống");
            }
        }
    }
}

#[test]
fn a_form_says_what_is_missing_and_what_must_be_mended() {
    let folder = Folder::new();
    let form = blank(&folder, &[]);
    let file = |name: &str, answers: &[(&str, Typed<'_>)]| {
        let path = folder.path(name);
        fs::write(&path, filled(&form, answers)).expect("written");
        path
    };
    let all: Vec<(&str, Typed<'_>)> = GROUP_1.iter().map(|(code, max)| (*code, written(*max, 1))).collect();
    let conditions = [("1.1", Typed::Text("đạt")), ("1.2", Typed::Text("không đạt"))];
    let wrong = ["75%", "4/5", "6 điểm", "24/32", "-1", "6,001", "6.5", "1:00", "x"];
    let mut files = vec![
        file("blank.xlsx", &[]),
        file("full.xlsx", &[&all[..], &conditions].concat()),
        // 1.7.3 blank: 95 to 100 of 100.
        file("open.xlsx", &[&all[..13], &conditions].concat()),
    ];
    files.extend(wrong.iter().enumerate().map(|(nth, text)| file(&format!("wrong-{nth}.xlsx"), &[("1.3.1", Typed::Text(text))])));
    let out = saved(&folder, "vi", "xlsx", &files);
    let of = |name: &str| shown(&out.join(name));
    assert_eq!(of("blank.xlsx"), ["0–100/100", "từ mức độ 1 đến mức độ 3", "còn 16 ô trống"]);
    assert_eq!(of("full.xlsx"), ["100/100", "mức độ 3 (Đáp ứng tốt)", "đã điền đủ; 1 điều kiện không đạt"]);
    assert_eq!(of("open.xlsx"), ["95–100/100", "mức độ 3 (Đáp ứng tốt)", "còn 1 ô trống; 1 điều kiện không đạt"]);
    for (nth, text) in wrong.iter().enumerate() {
        let name = format!("wrong-{nth}.xlsx");
        assert_eq!(of(&name)[0], "0–100/100", "{text}");
        assert_eq!(of(&name)[2], "1 ô cần sửa; còn 15 ô trống", "{text}");
        // The library refuses each of them too.
        let path = folder.path(&name);
        assert_eq!(thuocdo(&["check", path.to_str().expect("UTF-8")]).status, 1, "{text}");
    }
    // Before anybody computes it, a form says the same as LibreOffice does.
    assert_eq!(shown(&files[0]), of("blank.xlsx"));
    let [before, after] = [&files[0], &out.join("blank.xlsx")].map(|path| cells(&fs::read(path).expect("a form")));
    for (row, (before, after)) in before.iter().zip(&after).enumerate() {
        let text = |cells: &[Data]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
        let (before, after) = (text(before), text(after));
        assert_eq!(before.iter().take(after.len()).collect::<Vec<_>>(), after.iter().take(before.len()).collect::<Vec<_>>(), "row {}", row + 1);
    }
}

#[test]
fn a_form_under_an_overlay_computes_by_its_rules() {
    let folder = Folder::new();
    let overlay = example("overlays/hai-phong-illustrative.json");
    let form = blank(&folder, &["--overlay", &overlay]);
    let log = "Nhật ký giao bài tháng 4 https://example.vn/nhat-ky";
    let cases: [&[(&str, Typed<'_>)]; 9] = [
        &[],
        &[("1.6.1", Typed::Text("24/32")), ("1.4.1", Typed::Text("49")), ("1.7.3", Typed::Text("đạt")), ("1.hp1", Typed::Text("có"))],
        &[("1.6.1", Typed::Text("1/3")), ("1.4.1", Typed::Number(50.0)), ("1.7.3", Typed::Text("không đạt"))],
        // 7 × 5 / 8 = 4.375, half up; 6 × 1/16 = 0.375; 7 × 201/200000 = 0.007035.
        &[("1.6.1", Typed::Text("5/8")), ("1.6.3", Typed::Text(" 1 / 16 ")), ("1.6.2", Typed::Text("201/200000"))],
        &[("1.6.1", Typed::Text("32/32")), ("1.6.2", Typed::Text("0/32")), ("1.7.1", Typed::Text("999999/1000000")), ("1.4.1", Typed::Text("0"))],
        // 5 × 201/1000 would be 1.005; here 8 × 67/160 = 3.35, and 7 × 143/200 = 5.005, which is half up 5.01.
        &[("1.7.1", Typed::Text("67/160")), ("1.7.2", Typed::Text("143/200")), ("1.4.1", Typed::Text("1000000"))],
        &[("1.4.1", Typed::Text("199")), ("1.3.1", Typed::Text("5,5")), ("1.3.2", Typed::Text("0"))],
        &[("1.4.1", Typed::Text("200")), ("1.3.2", Typed::Text("4,5")), ("1.2", Typed::Text("đạt"))],
        &[("1.3.2", Typed::Text("4,5")), ("1.3.2", Typed::Evidence(log)), ("1.2", Typed::Text("đạt")), ("1.2", Typed::Evidence("Quy chế số 5"))],
    ];
    let files: Vec<PathBuf> = cases
        .iter()
        .enumerate()
        .map(|(nth, answers)| {
            let path = folder.path(&format!("o-{nth}.xlsx"));
            fs::write(&path, filled(&form, answers)).expect("written");
            path
        })
        .collect();
    let out = saved(&folder, "vi", "xlsx", &files);
    let cards: Vec<Value> = (0..cases.len()).map(|nth| same_as_the_library(&out.join(format!("o-{nth}.xlsx")), &["--overlay", &overlay])).collect();
    // 7 × 24/32 = 5.25, 2 points from 10 materials, and 5.
    assert_eq!(cards[1]["groups"][0]["score"]["low"], json!(12.25));
    // 7/3 = 2.33 and 5 points from 50 materials.
    assert_eq!(cards[2]["groups"][0]["score"]["low"], json!(7.33));
    // 4.38 + 0.38 + 0.01.
    assert_eq!(cards[3]["groups"][0]["score"]["low"], json!(4.77));
    // 7 + 0 + 8 + 0.
    assert_eq!(cards[4]["groups"][0]["score"]["low"], json!(15));
    // 3.35 + 5.01 + 10.
    assert_eq!(cards[5]["groups"][0]["score"]["low"], json!(18.36));
    let open = |nth: usize| shown(&out.join(format!("o-{nth}.xlsx")))[2].clone();
    assert!(open(7).ends_with("; 2 mục thiếu minh chứng bắt buộc"), "{}", open(7));
    assert!(!open(8).contains("minh chứng"), "{}", open(8));
}

/// Points of 1.6.1 by its percentage: 2 from 50 %, 4.5 from 66.67 %, 7 from 80 %; 1.7.1 brings its 8 points only at 100 %.
#[test]
fn steps_of_percent_are_computed_exactly_as_the_library_does() {
    let folder = Folder::new();
    let overlay = folder.path("bac-phan-tram.json").display().to_string();
    let rules = ["--steps", "1.6.1=0%:0,50%:2,66.67%:4.5,80%:7", "--steps", "1.7.1=0%:0,100%:8"];
    thuocdo(&[&["overlay", "new", "-o", &overlay], &rules[..]].concat()).done();
    let form = blank(&folder, &["--overlay", &overlay]);
    let cases = [
        ("1/2", 2.0),
        ("499999/1000000", 0.0),
        // 66.66… %
        ("2/3", 2.0),
        ("66666/100000", 2.0),
        ("6667/10000", 4.5),
        ("4/5", 7.0),
        ("799999/1000000", 4.5),
        (" 24 / 30 ", 7.0),
        ("0/7", 0.0),
        ("32/32", 7.0),
    ];
    let wrong = ["33/32", "80%", "0,8", "4/0"];
    let file = |name: String, answers: &[(&str, Typed<'_>)]| {
        let path = folder.path(&name);
        fs::write(&path, filled(&form, answers)).expect("written");
        path
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for (nth, (text, _)) in cases.iter().enumerate() {
        let last = if nth % 2 == 0 { "999999/1000000" } else { "31/31" };
        files.push(file(format!("p-{nth}.xlsx"), &[("1.6.1", Typed::Text(text)), ("1.7.1", Typed::Text(last)), ("1.3.1", Typed::Text("1,5"))]));
    }
    files.extend(wrong.iter().enumerate().map(|(nth, text)| file(format!("w-{nth}.xlsx"), &[("1.6.1", Typed::Text(text))])));
    let out = saved(&folder, "vi", "xlsx", &files);
    for (nth, (text, points)) in cases.iter().enumerate() {
        let computed = out.join(format!("p-{nth}.xlsx"));
        let card = same_as_the_library(&computed, &["--overlay", &overlay]);
        let whole = points + if nth % 2 == 0 { 0.0 } else { 8.0 } + 1.5;
        assert_eq!(card["groups"][0]["score"]["low"].as_f64(), Some(whole), "{text}");
        // The sheet has the same in whole hundredths.
        let in_sheet = hidden(&cells(&fs::read(&computed).expect("a form")), 4)[0];
        assert_eq!(in_sheet, format!("{:.0}", whole * 100.0).parse::<i64>().expect("whole"), "{text}");
    }
    for (nth, text) in wrong.iter().enumerate() {
        let computed = out.join(format!("w-{nth}.xlsx"));
        assert!(shown(&computed)[2].starts_with("1 ô cần sửa"), "{text}: {:?}", shown(&computed));
        let path = folder.path(&format!("w-{nth}.xlsx")).display().to_string();
        assert_eq!(thuocdo(&["check", &path, "--overlay", &overlay]).status, 1, "{text}");
    }
}

#[test]
fn what_libreoffice_saves_is_read_as_what_was_typed() {
    let folder = Folder::new();
    let overlay = example("overlays/hai-phong-illustrative.json");
    let about = [
        ("Mã cơ sở giáo dục", Typed::Text("0042")),
        ("Tên cơ sở giáo dục", Typed::Text("Trường Tiểu học Hoa Phượng (ví dụ giả định)")),
        ("Cấp học", Typed::Text("Tiểu học")),
        ("Năm học", Typed::Text("2025-2026")),
        ("Hình thức đánh giá", Typed::Text("Tự đánh giá")),
        ("Ngày đánh giá", Typed::Text("5/4/2026")),
    ];
    let national: Vec<(&str, Typed<'_>)> = GROUP_1
        .iter()
        .enumerate()
        .map(|(way, (code, max))| (*code, written(max - 75, way)))
        .chain([
            ("1.1", Typed::Text("đạt")),
            ("1.1", Typed::Evidence("Kế hoạch số 12\nhttps://example.vn/ke-hoach")),
            ("1.2", Typed::Text("không đạt")),
        ])
        .chain(about)
        .collect();
    let local = [&[("1.6.1", Typed::Text("24/32")), ("1.4.1", Typed::Text("49")), ("1.3.2", Typed::Text("4,5"))], &about[..]].concat();
    let kept = ["--register", &folder.file("r.json", r#"{"institutions":[{"code":"0042","name":"Trường A (ví dụ giả định)","type":"primary"}]}"#)]
        .map(str::to_owned);
    thuocdo(&["form", &kept[0], &kept[1], "-o", folder.path("r").to_str().expect("UTF-8"), "--stream", "self"]).done();
    let prefilled = fs::read(folder.path("r/0042 Trường A (ví dụ giả định).xlsx")).expect("the form");
    let cases: [(&str, Vec<u8>, &[&str]); 5] = [
        ("trong.xlsx", blank(&folder, &[]), &[]),
        ("dien.xlsx", filled(&blank(&folder, &[]), &national), &[]),
        ("dia-phuong.xlsx", filled(&blank(&folder, &["--overlay", &overlay]), &local), &["--overlay", &overlay]),
        ("ghi-san.xlsx", filled(&prefilled, &[("1.3.1", Typed::Text("5,25")), ("Ngày đánh giá", Typed::Text("2026-04-05"))]), &[]),
        ("english.xlsx", filled(&blank(&folder, &["--lang", "en"]), &[("1.1", Typed::Text("met")), ("1.3.1", Typed::Text("5.25"))]), &[]),
    ];
    let files: Vec<PathBuf> = cases.iter().map(|(name, form, _)| PathBuf::from(folder.file(name, form))).collect();
    let read = |path: &Path, arguments: &[&str]| {
        let path = path.to_str().expect("UTF-8");
        let explained = thuocdo(&[&["explain", path], arguments].concat()).done();
        (thuocdo(&[&["score", "--format", "json", path], arguments].concat()).json(), explained)
    };
    for format in ["xlsx", "ods", "xls", "csv:Text - txt - csv (StarCalc):44,34,76,1", "csv:Text - txt - csv (StarCalc):59,34,76,1"] {
        for locale in ["vi", "en-US"] {
            let out = saved(&folder, locale, format, &files);
            for ((name, _, arguments), file) in cases.iter().zip(&files) {
                let ending = format.split(':').next().expect("an ending");
                let back = out.join(Path::new(name).with_extension(ending));
                let ((card, explained), (wanted, wanted_words)) = (read(&back, arguments), read(file, arguments));
                assert_eq!(card, wanted, "{name} as {format}, {locale}");
                assert_eq!(explained, wanted_words, "{name} as {format}, {locale}");
            }
            fs::remove_dir_all(out).expect("removed");
        }
    }
}

#[test]
fn a_filled_form_shows_from_the_start_what_libreoffice_computes() {
    let folder = Folder::new();
    let overlay = example("overlays/hai-phong-illustrative.json");
    let local = ["--overlay", overlay.as_str()];
    let sources: [(&str, &[&str]); 4] =
        [("exactly-75.json", &[]), ("missing-answers.json", &[]), ("complete-primary-school.json", &[]), ("hai-phong-school.json", &local)];
    let forms = sources.map(|(name, arguments)| {
        let form = folder.path(name).with_extension("xlsx");
        thuocdo(&[&["form", "--filled", &example(name), "-o", form.to_str().expect("UTF-8")], arguments].concat()).done();
        same_as_the_library(&form, arguments);
        form
    });
    let computed = saved(&folder, "vi", "xlsx", &forms);
    for form in forms {
        let [at_once, anew] = [form.clone(), computed.join(form.file_name().expect("a name"))].map(|file| cells(&fs::read(file).expect("a form")));
        for (row, (at_once, anew)) in at_once.iter().zip(&anew).enumerate() {
            let text = |cells: &[Data]| cells.iter().take(18).map(ToString::to_string).collect::<Vec<_>>();
            assert_eq!(text(at_once), text(anew), "{}, row {}", form.display(), row + 1);
        }
    }
}
