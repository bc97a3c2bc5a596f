//! The examples say what their README says. All expected values were added up by hand.

use serde_json::{Value, json};

use super::{example, thuocdo};

fn card(name: &str) -> Value {
    thuocdo(&["score", "--format", "json", &example(name)]).json()
}

fn group(card: &Value, nth: usize) -> (Value, Value) {
    (card["groups"][nth]["score"].clone(), card["groups"][nth]["level"].clone())
}

fn exactly(value: impl Into<Value> + Clone) -> Value {
    json!({ "high": value.clone().into(), "low": value.into() })
}

#[test]
fn the_complete_primary_school_is_at_level_3() {
    let card = card("complete-primary-school.json");
    // 24 + 7.5 + 16 + 15.5 + 15; 53.5 + 24 + 6
    assert_eq!(group(&card, 0), (exactly(78), exactly(3)));
    assert_eq!(group(&card, 1), (exactly(83.5), exactly(3)));
    let criteria: Vec<&Value> = (0..5).map(|nth| &card["groups"][0]["criteria"][nth]["score"]["low"]).collect();
    assert_eq!(criteria, [&json!(24), &json!(7.5), &json!(16), &json!(15.5), &json!(15)]);
    assert_eq!(card["groups"][0]["criteria"][0]["level"], exactly(3));
    assert_eq!(card["recognition"], json!({ "blockers": [], "eligible": true }));
}

#[test]
fn missing_answers_leave_the_level_open() {
    let card = card("missing-answers.json");
    // 70 given and 15 missing; 40 given and 20 missing
    assert_eq!(group(&card, 0), (json!({ "high": 85, "low": 70 }), json!({ "high": 3, "low": 2 })));
    assert_eq!(group(&card, 1), (json!({ "high": 60, "low": 40 }), json!({ "high": 2, "low": 1 })));
    assert_eq!(card["overall"]["level"], json!({ "high": 2, "low": 1 }));
    let blockers: Vec<&str> = card["recognition"]["blockers"].as_array().expect("a list").iter().map(|b| b["code"].as_str().expect("text")).collect();
    assert_eq!(blockers, ["condition_unknown", "level_undetermined", "condition_unmet", "level_undetermined"]);
}

#[test]
fn exactly_75_is_level_2_and_a_hundredth_more_is_level_3() {
    let card = card("exactly-75.json");
    assert_eq!(group(&card, 0), (exactly(75), exactly(2)));
    assert_eq!(group(&card, 1), (exactly(75.01), exactly(3)));
    assert_eq!(card["overall"]["level"], exactly(2));
    assert_eq!(card["groups"][0]["criteria"][0]["level"], exactly(2), "20 of criterion 1.3 is level 2");
}

#[test]
fn the_filled_form_is_at_level_2() {
    let card = card("filled-form.xlsx");
    // 5.5 + 4 + 4 + 3.5 + 3, 6, 10 + 3, 5.25 + 4.5 + 4, 6 + 5 + 2.25; 5 + 6 + 8 + 4 + 6 + 5.5 + 6 + 4, 6 + 9 + 6.5, 5
    assert_eq!(group(&card, 0), (exactly(66), exactly(2)));
    assert_eq!(group(&card, 1), (exactly(71), exactly(2)));
    assert_eq!(card["institution"]["code"], "0007", "leading zeros stay");
    assert_eq!(card["institution"]["type"], "primary");
    let blockers = &card["recognition"]["blockers"];
    assert_eq!(*blockers, json!([{ "at": "2.2", "code": "condition_unmet", "group": "2" }]));
}

#[test]
fn the_twelve_schools_have_the_totals_they_were_made_for() {
    let out = thuocdo(&["score", "--format", "csv", &example("twelve-schools.csv")]).done();
    let rows: Vec<String> = out
        .lines()
        .skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            // code, then points and levels of both groups, then overall, then eligibility
            [&cells[..1], &cells[4..15]].concat().join(" ")
        })
        .collect();
    assert_eq!(
        rows,
        [
            "VD-01 78 78 3 3 83.5 83.5 3 3 3 3 true",
            "VD-02 49.99 49.99 1 1 50 50 2 2 1 1 true",
            "VD-03 50.01 50.01 2 2 49.5 49.5 1 1 1 1 true",
            "VD-04 75 75 2 2 75.01 75.01 3 3 2 2 true",
            "VD-05 74.99 74.99 2 2 75.5 75.5 3 3 2 2 true",
            "VD-06 100 100 3 3 100 100 3 3 3 3 true",
            "VD-07 0 0 1 1 0 0 1 1 1 1 false",
            "VD-08 88.25 88.25 3 3 91 91 3 3 3 3 false",
            "VD-09 72 80 2 3 62 62 2 2 2 2 false",
            "VD-10 60.5 60.5 2 2 58.75 58.75 2 2 2 2 false",
            "VD-11 81.25 81.25 3 3 70 80 2 3 2 3 false",
            "VD-12 45.25 45.25 1 1 66.6 66.6 2 2 1 1 true",
        ]
    );
}

#[test]
fn the_school_under_the_illustrative_overlay_has_its_points_by_facts() {
    let overlay = example("overlays/hai-phong-illustrative.json");
    let school = example("hai-phong-school.json");
    let card = |of: &str| thuocdo(&["score", "--format", "json", &school, "--overlay", &overlay, "--of", of]).json();
    let (local, national) = (card("local"), card("national"));
    for card in [&local, &national] {
        // 5 + 4 + 4.5 + 4 + 3.5; 120 materials reach the step of 7.5; 10 + 3; 7 × 24/32 = 5.25, 7 × 20/32 = 4.375, 6 × 10/32 = 1.875,
        // each rounded half up; 8 × 18/20 = 7.2, 7 × 25/35 = 5, a studio 5: 21 + 7.5 + 13 + 11.51 + 17.2
        assert_eq!(group(card, 0), (exactly(70.21), exactly(2)));
        // 46 + 23 + 7
        assert_eq!(group(card, 1), (exactly(76), exactly(3)));
    }
    assert_eq!(local["recognition"]["blockers"], json!([{ "at": "1.hp1", "code": "condition_unmet", "group": "1" }]));
    assert_eq!(national["recognition"], json!({ "blockers": [], "eligible": true }), "a local condition is no national one");
    assert_eq!((&local["framework"]["id"], &national["framework"]["id"]), (&json!("hai-phong-illustrative"), &json!("moet-4725-2022")));
    assert!(local["institution"]["name"].as_str().expect("a name").ends_with("(ví dụ giả định)"));
}

#[test]
fn every_example_says_that_it_is_invented() {
    for name in ["complete-primary-school.json", "missing-answers.json", "exactly-75.json", "filled-form.xlsx"] {
        let name_of_school = card(name)["institution"]["name"].as_str().expect("a name").to_owned();
        assert!(name_of_school.ends_with("(ví dụ giả định)"), "{name_of_school}");
    }
    let out = thuocdo(&["score", "--format", "csv", &example("twelve-schools.csv")]).done();
    assert_eq!(out.lines().skip(1).filter(|row| row.contains("(ví dụ giả định),")).count(), 12);
}

#[test]
fn the_readme_names_every_example() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let readme = std::fs::read_to_string(folder.join("README.md")).expect("the README");
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
        assert!(name == "README.md" || readme.contains(&format!("`{name}`")), "{name}");
    }
}
