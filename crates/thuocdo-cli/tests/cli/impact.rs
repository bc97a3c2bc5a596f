//! `framework impact`: what another set of indicators changes for schools.

use std::fs;

use serde_json::Value;

use super::{Folder, example, thuocdo, thuocdo_in};

/// Decision 4725 with another end of level 2, tried out in a copy of the file.
fn tried(folder: &Folder, end: &str) -> String {
    let file = thuocdo(&["framework", "show", "--format", "json"]).done();
    assert_eq!(file.matches("\"to\":75").count() + file.matches("\"above\":75").count(), 4, "{file}");
    folder.file("tried.json", file.replace("\"to\":75", &format!("\"to\":{end}")).replace("\"above\":75", &format!("\"above\":{end}")))
}

/// Each school's levels by a framework, as `score` says them: code, then low and high of both groups and of the whole.
fn levels(schools: &str, framework: &str) -> Vec<Vec<String>> {
    let scored = thuocdo(&["score", schools, "--framework", framework, "--filled-by", "moet-4725-2022", "--format", "csv"]);
    let mut rows = scored.out.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<String>>());
    let head = rows.next().expect("a header");
    let names = [
        "institution.code",
        "group.1.level.low",
        "group.1.level.high",
        "group.2.level.low",
        "group.2.level.high",
        "overall.level.low",
        "overall.level.high",
    ];
    let places: Vec<usize> = names.iter().map(|name| head.iter().position(|known| known == name).expect("a column")).collect();
    rows.map(|row| places.iter().map(|place| row[*place].clone()).collect()).collect()
}

#[test]
fn a_threshold_tried_out_moves_those_whose_scores_say_so() {
    let folder = Folder::new();
    let schools = folder.file("schools.csv", thuocdo(&["sample", "--schools", "300", "--seed", "11", "--format", "csv"]).done());
    let tried = tried(&folder, "82.5");
    let told = thuocdo(&["framework", "impact", &schools, "--to", &tried, "--format", "json"]);
    let found: Value = serde_json::from_str(&told.out).expect("JSON");
    let (before, after) = (levels(&schools, "moet-4725-2022"), levels(&schools, &tried));
    assert_eq!((before.len(), found["count"].as_u64()), (after.len(), u64::try_from(before.len()).ok()));
    let expected: Vec<&str> = before.iter().zip(&after).filter(|(before, after)| before != after).map(|(before, _)| before[0].as_str()).collect();
    let moved: Vec<&str> = found["moved"].as_array().expect("a list").iter().filter_map(|school| school["code"].as_str()).collect();
    assert!(!expected.is_empty(), "nobody moves");
    assert_eq!(moved, expected);
    // Nothing but the bands of the groups changed.
    let because = found["moved"].as_array().expect("a list").iter().flat_map(|school| school["groups"].as_array().expect("a list"));
    because.for_each(|group| assert_eq!(group["because"], serde_json::json!(["bands"]), "{group}"));
    assert_eq!(found["diff"]["changes"].as_array().map(Vec::len), Some(2), "{}", found["diff"]);
    let of_whole = found["levels"].as_array().expect("a list").last().expect("the whole");
    assert_eq!((&of_whole["code"], of_whole["raised"].as_u64()), (&Value::Null, Some(0)));
}

#[test]
fn stored_cards_are_valid_by_the_digests_in_them() {
    let folder = Folder::new();
    let tried = tried(&folder, "80");
    let schools = example("twelve-schools.csv");
    let cards = |framework: &str| thuocdo(&["score", &schools, "--framework", framework, "--filled-by", "moet-4725-2022", "--format", "ndjson"]).out;
    let is_card = |line: &&str| line.contains("\"groups\"");
    let (old, new) = (cards("moet-4725-2022"), cards(&tried));
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().filter(is_card).collect(), new.lines().filter(is_card).collect());
    let stored = folder.file("stored.ndjson", [old.clone(), new[..2].to_vec()].concat().join("\n"));
    let found = thuocdo(&["framework", "impact", &stored, "--to", &tried, "--format", "json"]).json();
    assert_eq!(found["stored"]["recompute"], old.len());
    assert_eq!((&found["stored"]["valid"], &found["count"]), (&2.into(), &old.len().into()));
    let moved = found["moved"].as_array().expect("a list").len();
    assert_eq!(found["stored"]["same_result"], old.len() - moved);
}

#[test]
fn the_same_framework_moves_nobody_and_people_read_it_in_80_columns() {
    let folder = Folder::new();
    let schools = example("twelve-schools.csv");
    assert!(thuocdo(&["framework", "impact", &schools]).out.starts_with("Không cơ sở nào đổi mức độ: đã xem "));
    let tried = tried(&folder, "99");
    let told = thuocdo_in(&[("COLUMNS", "80")], &["framework", "impact", &schools, "--to", &tried]).out;
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    // In the last column the cause stands on two lines.
    assert!(told.contains("┆ khoảng │") && told.contains("Cơ sở đổi mức độ"), "{told}");
    let list = folder.path("moves.csv").display().to_string();
    thuocdo(&["framework", "impact", &schools, "--to", &tried, "-o", &list]);
    assert!(fs::read_to_string(list).expect("written").starts_with("\u{feff}Cơ sở giáo dục;Kỳ đánh giá;"));
}

/// The example asks for other facts in 1.6.1: its points go over as they are, so no level moves; what it requires besides shows in the diff.
#[test]
fn an_overlay_that_only_refines_moves_no_level() {
    let overlay = example("overlays/hai-phong-illustrative.json");
    let found = thuocdo(&["framework", "impact", &example("complete-primary-school.json"), "--to-overlay", &overlay, "--format", "json"]).json();
    assert_eq!(found["moved"], serde_json::json!([]), "{found}");
    assert!(!found["diff"]["changes"].as_array().expect("a list").is_empty());
}

#[test]
fn what_is_refused_by_the_first_is_told_and_counted_nowhere() {
    let folder = Folder::new();
    let bad = folder.file("sai.json", r#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#);
    let told = thuocdo(&["framework", "impact", &bad]).fails(1);
    assert!(told.contains("(points_out_of_range)"), "{told}");
    assert!(thuocdo(&["framework", "impact", &bad, "--to", "none.json"]).fails(2).contains("none.json"));
}
