//! Invented schools, the same on every run.

use fastrand::Rng;
use serde_json::{Map, Value, json};
use thuocdo::Framework;

/// The framework that all benches use.
pub const FRAMEWORK: &str = "moet-4725-2022";

/// How many schools the whole country's reporting counts: the size of the large bench.
pub const COUNTRY: u32 = 27_005;

const INSTITUTIONS: [(&str, &str); 5] = [
    ("Trường Tiểu học Hoa Phượng", "primary"),
    ("Trường THCS Lê Hồng Phong", "lower_secondary"),
    ("Trường THPT Nguyễn Du", "upper_secondary"),
    ("Trường Tiểu học Kim Đồng", "primary"),
    ("Trường THCS Trần Phú", "lower_secondary"),
];

/// One school with every indicator answered by a bare number, as JSON.
pub fn complete(framework: &Framework) -> String {
    school(framework, &mut Rng::with_seed(4725), 42, |points, _| Some(points)).to_string()
}

/// The same school, each answer with a note and a piece of evidence, as JSON.
pub fn with_evidence(framework: &Framework) -> String {
    let answer = |points: Value, _: &mut Rng| {
        let evidence = json!([{ "title": "Quyết định 12/QĐ-THHP", "uri": "https://example.vn/ds", "date": "2023-09-05" }]);
        Some(json!({ "points": points, "note": "24/32 giáo viên", "evidence": evidence }))
    };
    school(framework, &mut Rng::with_seed(4725), 42, answer).to_string()
}

/// That many schools, one to a line; about one answer in twenty is missing.
pub fn ndjson(framework: &Framework, count: u32) -> String {
    let mut rng = Rng::with_seed(4725);
    let answer = |points: Value, rng: &mut Rng| (rng.u8(..20) > 0).then_some(points);
    (0..count).map(|number| school(framework, &mut rng, number, answer).to_string() + "\n").collect()
}

fn school(framework: &Framework, rng: &mut Rng, number: u32, answer: impl Fn(Value, &mut Rng) -> Option<Value>) -> Value {
    let mut conditions = Map::new();
    let mut answers = Map::new();
    for group in &framework.groups {
        for condition in &group.conditions {
            conditions.insert(condition.code.to_string(), Value::Bool(rng.u8(..10) > 0));
        }
        for indicator in group.criteria.iter().flat_map(|criterion| &criterion.indicators) {
            let quarters = rng.u32(..=indicator.max.hundredths() / 25);
            let points = if quarters.is_multiple_of(4) { json!(quarters / 4) } else { json!(f64::from(quarters) / 4.0) };
            if let Some(answer) = answer(points, rng) {
                answers.insert(indicator.code.to_string(), answer);
            }
        }
    }
    let (name, kind) = INSTITUTIONS[number as usize % INSTITUTIONS.len()];
    json!({
        "framework": framework.id,
        "institution": { "code": format!("31-{number:05}"), "name": name, "type": kind },
        "period": "2023-2024",
        "stream": "self",
        "assessed_on": "2023-10-12",
        "conditions": conditions,
        "answers": answers,
    })
}
