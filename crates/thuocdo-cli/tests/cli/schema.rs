//! `schema`: JSON Schemas.

use super::{small_framework, thuocdo};

#[test]
fn each_schema_is_printed() {
    for name in ["assessment", "scorecard", "framework", "plan", "plan_request", "levels", "refusal", "violations", "what_if", "what_if_request"] {
        let schema = thuocdo(&["schema", name]).json();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
    }
}

#[test]
fn the_schema_of_a_framework_lists_its_codes() {
    let general = thuocdo(&["schema", "assessment"]).done();
    let shipped = thuocdo(&["schema", "assessment", "--framework", "moet-4725-2022"]).done();
    assert!(!general.contains("\"2.x.1\"") && shipped.contains("\"2.x.1\""));
    let small = thuocdo(&["schema", "assessment", "--framework", &small_framework()]).done();
    assert!(small.contains("\"a.1.4\"") && !small.contains("\"2.x.1\""));
}

#[test]
fn what_there_is_no_schema_of_is_status_2() {
    let told = thuocdo(&["schema", "phieu"]).fails(2);
    assert!(thuocdo_practice::schema::names().all(|name| told.contains(name)), "{told}");
    assert_eq!(thuocdo(&["schema", "scorecard", "--framework", "moet-4725-2022"]).status, 2);
}
