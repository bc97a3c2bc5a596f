//! The cases of `tests/vectors/tables`.

use std::fs;

use serde_json::Value;
use thuocdo::{Framework, LocalScorer, Overlay, Scorer};

/// A table, and what is right of it.
pub(crate) struct Case(pub(crate) Value);

impl Case {
    pub(crate) fn name(&self) -> &str {
        self.0["name"].as_str().expect("a case has a name")
    }

    pub(crate) fn text(&self) -> Option<&str> {
        self.0["text"].as_str()
    }

    pub(crate) fn sheets(&self) -> Option<&Vec<Value>> {
        self.0["sheets"].as_array()
    }

    pub(crate) fn filled_by(&self) -> Option<&str> {
        self.0["filled_by"].as_str()
    }

    pub(crate) fn scorers(&self) -> LocalScorer {
        scorers(self.0["overlay"].is_string())
    }

    /// What is right, a line each: an assessment in normal form, or the codes and cells of its faults.
    pub(crate) fn expected(&self, scorers: &LocalScorer) -> Vec<String> {
        if let Some(faults) = self.0["faults"].as_array() {
            return vec![format!("table {}", faults_of(faults))];
        }
        let rows = self.0["rows"].as_array().expect("rows or faults");
        rows.iter()
            .map(|row| {
                if let Some(faults) = row["faults"].as_array() {
                    format!("{} {}", row["line"], faults_of(faults))
                } else {
                    let assessment = scorers.local().assessment(row["assessment"].to_string().as_bytes());
                    format!("{} {}", row["line"], assessment.unwrap_or_else(|violations| panic!("{}: {violations}", self.name())).to_json())
                }
            })
            .collect()
    }
}

fn faults_of(faults: &[Value]) -> String {
    let mut faults: Vec<String> =
        faults.iter().map(|fault| format!("{}@{}", fault["code"].as_str().unwrap_or_default(), fault["cell"].as_str().unwrap_or("-"))).collect();
    faults.sort();
    faults.join(" ")
}

/// The shipped framework, or the invented overlay on it.
pub(crate) fn scorers(with_overlay: bool) -> LocalScorer {
    let national = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022").expect("it is shipped")).expect("it is sound"));
    if !with_overlay {
        return national;
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/overlays/hai-phong-illustrative.json");
    let overlay = Overlay::from_json(fs::read(path).expect("it is there")).expect("it is sound");
    national.with(&overlay).expect("it fits")
}

pub(crate) fn cases() -> Vec<Case> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/tables/cases.json");
    let cases: Value = serde_json::from_str(&fs::read_to_string(path).expect("the corpus is there")).expect("it is JSON");
    cases.as_array().expect("a list").iter().cloned().map(Case).collect()
}
