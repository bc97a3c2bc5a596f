//! `sample`: invented schools.

use serde_json::{Value, json};

use super::{piped, small_framework, thuocdo};

fn schools(arguments: &[&str]) -> Vec<Value> {
    let out = thuocdo(&[&["sample"], arguments].concat()).done();
    out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Worked out with an implementation of `ChaCha8` that is not ours: kind, stream, day and conditions are the first seven draws of a school.
#[test]
fn the_same_seed_makes_the_same_schools_on_every_machine() {
    let schools = schools(&["--schools", "3", "--seed", "7"]);
    assert_eq!(schools[0]["institution"]["type"], "lower_secondary");
    assert_eq!(schools[0]["stream"], "external");
    assert_eq!(schools[0]["assessed_on"], "2024-05-21");
    assert_eq!(schools[0]["conditions"], json!({ "1.1": { "met": true }, "2.1": { "met": true }, "2.2": { "met": true } }));
    assert_eq!(schools[1]["assessed_on"], "2024-05-28");
    assert_eq!(schools[2]["assessed_on"], "2024-05-21");
}

#[test]
fn a_school_depends_on_the_seed_and_its_number_alone() {
    let few = schools(&["--schools", "2", "--seed", "7"]);
    assert_eq!(schools(&["--schools", "5", "--seed", "7"])[..2], few[..]);
    assert_ne!(schools(&["--schools", "1", "--seed", "8"])[0], few[0]);
    assert_ne!(few[0]["answers"], few[1]["answers"]);
}

#[test]
fn every_school_says_that_it_is_invented() {
    for school in schools(&["--schools", "200"]) {
        assert!(school["institution"]["name"].as_str().expect("a name").ends_with("(dữ liệu giả định)"), "{school}");
    }
}

#[test]
fn every_school_is_taken_and_they_are_of_every_kind() {
    let sample = thuocdo(&["sample", "--schools", "500", "--seed", "1"]).done();
    let out = piped(&["score", "--format", "csv"], sample).done();
    let rows: Vec<Vec<&str>> = out.lines().skip(1).map(|row| row.split(',').collect()).collect();
    assert_eq!(rows.len(), 500);
    let some = |test: &dyn Fn(&Vec<&str>) -> bool| rows.iter().filter(|row| test(row)).count();
    for level in ["1", "2", "3"] {
        assert!(some(&|row| row[6] == level && row[7] == level) > 20, "group 1 at level {level}");
    }
    assert!(some(&|row| row[6] != row[7]) > 20, "undetermined");
    assert!(some(&|row| row[14] == "true") > 100, "eligible");
    assert!(some(&|row| row[15].contains("condition_unmet")) > 20, "unmet");
    let edges = ["49.99", "50", "50.01", "74.99", "75", "75.01"];
    assert!(some(&|row| edges.contains(&row[4]) && row[4] == row[5]) > 20, "on or beside an edge");
}

#[test]
fn csv_and_ndjson_tell_the_same_schools() {
    for framework in ["moet-4725-2022", &small_framework()] {
        let of = |format: &str| {
            let sample = thuocdo(&["sample", "--schools", "50", "--format", format, "--framework", framework]).done();
            piped(&["score", "--framework", framework, "--format", "ndjson"], sample).done()
        };
        assert_eq!(of("csv"), of("ndjson"));
    }
}

#[test]
fn json_is_one_school() {
    let school = thuocdo(&["sample", "--format", "json", "--seed", "3"]).json();
    assert_eq!(school["framework"], "moet-4725-2022");
    assert_eq!(thuocdo(&["sample", "--format", "json", "--schools", "2"]).status, 2);
}

#[test]
fn no_schools_are_nothing() {
    assert_eq!(thuocdo(&["sample", "--schools", "0"]).done(), "");
}
