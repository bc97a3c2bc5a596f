//! `thuocdo.toml`, completions, manual pages, the version.

use std::fs;
use std::process::Command;

use super::{Folder, example, thuocdo, thuocdo_in};

fn path(folder: &Folder, name: &str) -> String {
    folder.path(name).display().to_string()
}

#[test]
fn the_nearest_settings_above_the_input_hold_where_nothing_is_typed() {
    let folder = Folder::new();
    fs::create_dir_all(folder.path("2024/phieu")).expect("made");
    fs::copy(example("overlays/hai-phong-illustrative.json"), folder.path("2024/tinh.json")).expect("copied");
    fs::copy(example("hai-phong-school.json"), folder.path("2024/phieu/truong.json")).expect("copied");
    folder.file("thuocdo.toml", "language = \"fr\"");
    folder.file("2024/thuocdo.toml", "overlays = [\"tinh.json\"]\nlanguage = \"en\"\n");
    let school = path(&folder, "2024/phieu/truong.json");
    let by_hand = thuocdo(&["score", "--format", "json", &school, "--overlay", &path(&folder, "2024/tinh.json")]).done();
    assert_eq!(thuocdo(&["score", "--format", "json", &school]).done(), by_hand);
    let cards = thuocdo(&["score", "--format", "ndjson", &path(&folder, "2024/phieu")]).done();
    assert!(cards.contains(by_hand.trim_end()), "{cards}");
    // A framework that is typed goes without the overlays of the settings.
    assert!(thuocdo(&["score", "--framework", "moet-4725-2022", &school]).fails(1).contains("wrong_framework"));
    // The variable comes before the settings, these before the locale.
    let scored = |variables: &[(&str, &str)]| thuocdo_in(variables, &["score", &school]).done();
    assert!(scored(&[]).contains("Nhóm 1"));
    assert!(scored(&[("THUOCDO_LANG", ""), ("LC_ALL", "vi_VN.UTF-8")]).contains("Group 1"));
    // Another file, or none.
    let other = folder.file("khac.toml", "");
    for file in [&other, ""] {
        assert!(thuocdo_in(&[("THUOCDO_CONFIG", file)], &["score", &school]).fails(1).contains("wrong_framework"));
    }
    let help = thuocdo(&["score", "--help", &school]).done();
    assert!(help.contains("[mặc định: ") && help.contains("tinh.json"), "{help}");
}

#[test]
fn what_is_wrong_with_the_settings_is_told_before_anything_is_done() {
    let folder = Folder::new();
    let school = folder.file("a.json", "{\"conditions\":{},\"answers\":{}}");
    for (text, told) in [
        ("overlay = []", "không có mục “overlay”; có phải là overlays?"),
        ("x = ", "thuocdo.toml, dòng 1: không đúng định dạng TOML"),
        ("language = \"fr\"", "không có ngôn ngữ “fr”; chọn vi hoặc en"),
    ] {
        folder.file("thuocdo.toml", text);
        let answer = thuocdo(&["score", &school]);
        assert_eq!(answer.out, "");
        let err = answer.fails(2);
        assert!(err.contains(told), "{text}: {err}");
    }
}

#[test]
fn register_authority_and_deadlines_come_from_the_settings() {
    let folder = Folder::new();
    fs::copy(example("register.json"), folder.path("danh-sach.json")).expect("copied");
    fs::copy(example("twelve-schools.csv"), folder.path("truong.csv")).expect("copied");
    folder.file("thuocdo.toml", "register = \"danh-sach.json\"\nauthority = \"Sở Thử Nghiệm (ví dụ giả định)\"\ndeadlines = \"hai-phong-2023\"\n");
    let schools = path(&folder, "truong.csv");
    let by_hand = thuocdo(&["cohort", "--format", "json", &example("twelve-schools.csv"), "--register", &example("register.json")]).done();
    assert_eq!(thuocdo(&["cohort", "--format", "json", &schools]).done(), by_hand);
    let list = path(&folder, "list.html");
    thuocdo(&["cohort", &schools, "--publish", &list]).done();
    assert!(fs::read_to_string(&list).expect("written").contains("Sở Thử Nghiệm (ví dụ giả định)"));
    let case = folder.file("ho-so.json", thuocdo(&["process", "--new", "--institution-code", "VD-01", "--period", "2023-2024"]).done());
    let by_hand = thuocdo(&["process", &example_copy(&folder, &case), "--scope", "hai-phong-2023", "--as-of", "2024-05-20"]).done();
    assert_eq!(thuocdo(&["process", &case, "--as-of", "2024-05-20"]).done(), by_hand);
    let national = thuocdo(&["process", &case, "--scope", "national", "--as-of", "2024-05-20"]).done();
    assert_ne!(national, by_hand);
}

/// A copy of a case in a folder without settings.
fn example_copy(folder: &Folder, case: &str) -> String {
    let apart = folder.path("rieng");
    fs::create_dir_all(&apart).expect("made");
    fs::write(apart.join("thuocdo.toml"), "").expect("written");
    let copy = apart.join("ho-so.json");
    fs::copy(case, &copy).expect("copied");
    copy.display().to_string()
}

#[test]
fn each_shell_gets_completions_in_the_language_asked_for() {
    for (shell, mark) in
        [("bash", "_thuocdo()"), ("zsh", "#compdef thuocdo"), ("fish", "complete -c thuocdo"), ("powershell", "Register-ArgumentCompleter")]
    {
        let script = thuocdo(&["completions", shell]).done();
        assert!(script.contains(mark) && script.contains("--what-if") && script.contains("explain-code"), "{shell}");
    }
    let fish = thuocdo(&["completions", "fish"]).done();
    assert!(fish.contains("Chấm điểm, xếp mức độ"), "{fish}");
    assert!(thuocdo(&["completions", "fish", "--lang", "en"]).done().contains("Points, levels and recognition"));
    assert!(thuocdo(&["completions", "tcsh"]).fails(2).contains("bash, zsh, fish, powershell"));
}

/// bash itself reads the script, and completes a command by it.
#[cfg(unix)]
#[test]
fn bash_completes_a_command() {
    let folder = Folder::new();
    let script = folder.file("thuocdo.bash", thuocdo(&["completions", "bash"]).done());
    let test =
        format!("source {script}; COMP_WORDS=(thuocdo explain-c); COMP_CWORD=1; _thuocdo thuocdo explain-c thuocdo; echo \"${{COMPREPLY[@]}}\"");
    let Ok(output) = Command::new("bash").args(["-c", &test]).output() else { return };
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "explain-code", "{output:?}");
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let folder = Folder::new();
    let pages = path(&folder, "man");
    thuocdo(&["man", "-o", &pages]).done();
    let page = |name: &str| fs::read_to_string(folder.path("man").join(name)).unwrap_or_else(|_| panic!("{name}"));
    for command in super::help::COMMANDS {
        assert!(page(&format!("thuocdo-{command}.1")).starts_with(".ie"), "{command}");
    }
    assert!(page("thuocdo-framework-show.1").contains("thuocdo\\-framework\\-show"));
    assert!(page("thuocdo.1").contains("Chấm điểm, xếp mức độ"));
    assert!(thuocdo(&["man", "-o", &pages]).fails(2).contains("--force"));
    assert!(thuocdo(&["man", "--lang", "en"]).done().contains("Points, levels and recognition"));
}

#[test]
fn the_version_names_the_framework_and_its_digest() {
    let digest = thuocdo(&["framework", "check", "moet-4725-2022"]).done();
    let digest = digest.lines().find(|line| line.starts_with("sha256:")).expect("a digest");
    for flag in ["-V", "--version"] {
        let out = thuocdo(&[flag]).done();
        assert!(out.starts_with("thuocdo 0.1.0\nmoet-4725-2022 · bản ") && out.trim_end().ends_with(digest), "{out}");
    }
}

/// Settings are for whom they fit: a register is for a department's papers, and the register of the folder that is read is no second one.
#[test]
fn a_register_in_the_settings_hinders_no_command() {
    let folder = Folder::new();
    folder.file("danh-sach.csv", "mã;tên;cấp học\nVD-0001;Trường Một (ví dụ giả định);TH\nVD-02;Trường Hai (ví dụ giả định);TH\n");
    folder.file("a.csv", "mã;tên\nVD-99;Danh sách cũ (ví dụ giả định)\n");
    fs::copy(example("complete-primary-school.json"), folder.path("phieu.json")).expect("copied");
    folder.file("thuocdo.toml", "register = \"danh-sach.csv\"\n");
    let (school, here) = (path(&folder, "phieu.json"), path(&folder, ""));
    let out = Folder::new();
    thuocdo(&["report", &school, "-o", &path(&out, "phieu.html")]).done();
    // The settings of the folder of FILE hold for the report of a department.
    thuocdo(&["report", "--paper", "bao-cao", &school, "-o", &path(&out, "bao-cao.html")]).done();
    assert!(fs::read_to_string(path(&out, "bao-cao.html")).expect("written").contains("Trong tổng số 2 cơ sở giáo dục"));
    super::command(&["form", "-o", &path(&out, "phieu.xlsx")], folder.path("")).done();
    assert!(out.path("phieu.xlsx").is_file());
    super::command(&["form", "-o", &path(&out, "phieu")], folder.path("")).done();
    assert_eq!(fs::read_dir(out.path("phieu")).expect("a folder").count(), 2);
    // Of two registers in the folder the named one counts, and the other is refused.
    let answer = thuocdo(&["year", &here, "--as-of", "20/5/2024", "--format", "json"]);
    let year: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!((&year["summary"]["registered"], &year["summary"]["missing"]), (&2.into(), &1.into()), "{year}");
    let refused: Vec<&str> = year["refused"].as_array().expect("a list").iter().filter_map(|row| row["at"]["file"].as_str()).collect();
    assert_eq!(refused, ["a.csv"], "{year}");
}
