//! The walk through a district's year, as its script runs it. Every expected figure was added up by hand from the four schools' answers.

use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use serde_json::Value;

use super::{Folder, VIETNAMESE, example, thuocdo};

/// What the script printed, and the folder it filled.
fn year() -> (String, String, Folder) {
    let folder = Folder::new();
    let bin = cargo_bin("thuocdo");
    let path = format!("{}:{}", bin.parent().expect("a folder").display(), std::env::var("PATH").unwrap_or_default());
    let walk = Command::new("bash")
        .arg(example("district-year/year.sh"))
        .arg(folder.path(""))
        .env("PATH", path)
        .envs(VIETNAMESE)
        .output()
        .expect("bash runs");
    let (out, err) = (String::from_utf8(walk.stdout).expect("UTF-8"), String::from_utf8(walk.stderr).expect("UTF-8"));
    assert!(walk.status.success(), "{out}\n{err}");
    (out, err, folder)
}

fn text(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn status(folder: &Folder, code: &str) -> Value {
    let case = folder.path(&format!("{code}.case.json"));
    let overlay = example("overlays/hai-phong-illustrative.json");
    thuocdo(&["process", &case.display().to_string(), "--overlay", &overlay, "--format", "json"]).json()
}

#[test]
fn a_year_of_a_district_ends_as_its_answers_say() {
    let (out, err, folder) = year();

    // The path of each case; VD-1003's plan (condition 2.2) was never signed, so it is not recognised.
    for (code, state, late) in
        [("VD-1001", "published", 0), ("VD-1002", "published", 1), ("VD-1003", "externally_assessed", 0), ("VD-1004", "published", 0)]
    {
        let status = status(&folder, code);
        assert_eq!(status["state"], state, "{code}");
        assert_eq!(status["late"].as_array().map(Vec::len), Some(late), "{code}: {}", status["late"]);
    }
    // 3 June is three days after 31 May.
    assert_eq!(status(&folder, "VD-1002")["late"][0]["days"], 3);
    assert!(err.contains("điều kiện bắt buộc 2.2 chưa đạt (recognition_blocked)"), "{err}");
    assert!(out.contains("VD-1003 is not recognised"), "{out}");

    // Three certificates; VD-1001's external assessment has exactly 75 in group 1, which is level 2.
    let certificates: Vec<Value> =
        text(&folder, "certificates.ndjson").lines().map(|line| serde_json::from_str(line).expect("a certificate")).collect();
    let levels = |certificate: &Value| -> Vec<u64> {
        let groups = certificate["certificate"]["groups"].as_array().expect("groups");
        groups.iter().map(|group| &group["level"]).chain([&certificate["certificate"]["overall"]["level"]]).filter_map(Value::as_u64).collect()
    };
    assert_eq!(certificates.iter().map(levels).collect::<Vec<_>>(), [[2, 3, 2], [2, 2, 2], [2, 3, 2]]);
    assert_eq!(certificates[0]["certificate"]["groups"][0]["score"]["low"], 75);
    assert_eq!(certificates[0]["certificate"]["overlays"][0]["id"], "hai-phong-illustrative");
    // Somebody raised 12 points to 15 afterwards.
    assert!(err.contains("(digest_mismatch)") && out.contains("refused"), "{err}");

    // The list: who is recognised, and who only computed.
    let rows: Vec<String> = text(&folder, "list.csv").lines().skip(1).map(str::to_owned).collect();
    let endings =
        ["75;2;80;3;2;Đã công nhận;", "50;2;52;2;2;Đã công nhận;", "87,25;3;89;3;3;Chưa công nhận;chưa đạt 2.2", "58,65;2;75,01;3;2;Đã công nhận;"];
    assert_eq!(rows.len(), endings.len());
    assert!(rows.iter().zip(endings).all(|(row, ending)| row.ends_with(ending)), "{rows:#?}");
    let page = text(&folder, "list.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<svg") && page.contains("Trường Tiểu học Hải Âu (ví dụ giả định)"));
    assert!(!page.contains("http://") && !page.contains("src="), "the page asks for nothing from elsewhere");
    assert!(Path::new(&folder.path("list.xlsx")).exists() && folder.path("form.xlsx").exists());

    // A list takes certificates by the trusted key only: here another key, and a certificate whose signature was taken off.
    let path = |name: &str| folder.path(name).display().to_string();
    let other = folder.file("other.hex", "11".repeat(32));
    let unsigned = folder.file("unsigned.json", certificates[0]["certificate"].to_string());
    for (certificates, key) in [(path("certificates.ndjson"), other), (unsigned, path("public.hex"))] {
        let cards = [&example("district-year/external.ndjson"), "--overlay", &example("overlays/hai-phong-illustrative.json")];
        let publish = ["--publish", &path("other.csv"), "--certificates", &certificates, "--trusted", &key];
        thuocdo(&[&["cohort"], &cards[..], &publish].concat()).fails(1);
        assert!(!folder.path("other.csv").exists());
    }

    // The district counted: group 1 has levels 2, 2, 3, 2, group 2 has 3, 2, 3, 3.
    let cohort: Value = serde_json::from_str(&text(&folder, "cohort.json")).expect("JSON");
    assert_eq!((&cohort["count"], &cohort["eligible"]), (&Value::from(4), &Value::from(3)), "{cohort}");
    let at = |group: usize, level: usize| cohort["groups"][group]["levels"][level]["count"].as_u64();
    assert_eq!([at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2)], [0, 3, 1, 0, 1, 3].map(Some), "{cohort}");
    // Group 1 has 50, 58.65, 75 and 87.25: by nearest rank the quartiles are the first, second and third.
    let found = ["lower_quartile", "median", "upper_quartile"].map(|name| cohort["quantiles"][0][name].as_f64());
    assert_eq!(found, [50.0, 58.65, 75.0].map(Some), "{cohort}");
}

#[test]
fn the_reviews_of_a_year_say_what_moved() {
    let overlay = example("overlays/hai-phong-illustrative.json");
    let (own, external) = (example("district-year/self.ndjson"), example("district-year/external.ndjson"));
    let agreement = thuocdo(&["review", "--cohort", &own, &external, "--overlay", &overlay, "--format", "json"]).json();
    // Group 1 goes 3,2,3,2 → 2,2,3,2: kappa (4·3 − (2·3 + 2·1)) / (16 − 8). Differences −3, −0.8, 0, 0.
    let first = &agreement["groups"][0];
    assert_eq!((&first["level"]["kappa"], &first["level"]["lowered"], &first["difference"]), (&0.5.into(), &1.into(), &(-0.95).into()), "{first}");
    // Group 2 goes 3,2,3,2 → 3,2,3,3: VD-1004 has 75 by itself and 75.01 by the authority.
    let second = &agreement["groups"][1];
    assert_eq!((&second["level"]["kappa"], &second["level"]["raised"], &second["difference"]), (&0.5.into(), &1.into(), &0.0025.into()), "{second}");
}
