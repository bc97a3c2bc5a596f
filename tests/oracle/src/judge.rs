//! What the oracle says of a vector: whether it agrees with the values written by hand, and which digest it gives.

use crate::corpus::{self, Subject, Vector};
use crate::{Framework, digest, fraction, json_number, normal_assessment, normal_framework, scorecard, without_digests};
use serde_json::Value;

/// The oracle's verdict on one vector.
#[derive(Debug, Default)]
pub struct Verdict {
    /// The scorecard, where a file of the corpus holds it.
    pub card: Option<Value>,
    /// The digest, where one is expected.
    pub digest: Option<String>,
    /// Where the oracle disagrees with what was written by hand.
    pub faults: Vec<String>,
}

/// Judges a vector. Of refused inputs the oracle knows nothing.
///
/// # Panics
/// When the vector expects a result of an input that is not valid.
pub fn judge(vector: &Vector) -> Verdict {
    if vector.expect.violations.is_some() {
        return Verdict::default();
    }
    match vector.subject {
        Subject::Assessment => assessment(vector),
        Subject::Framework => Verdict { digest: Some(digest(&normal_framework(&value(vector)))), ..Verdict::default() },
        Subject::Level => Verdict { faults: level(vector), ..Verdict::default() },
    }
}

fn assessment(vector: &Vector) -> Verdict {
    let input = value(vector);
    let card = scorecard(&framework(vector), &input);
    let mut faults = vector.expect.differences(&card);
    if let Some(normal) = &vector.expect.normal
        && *normal != normal_assessment(&input)
    {
        faults.push(format!("normal form: expected {normal}, got {}", normal_assessment(&input)));
    }
    if let Some(name) = &vector.expect.scorecard
        && without_digests(&corpus::json_file(name)) != without_digests(&card)
    {
        faults.push(format!("{name} is not this card: {card:#}"));
    }
    let digest = card["digest"].as_str().map(str::to_owned);
    Verdict { card: vector.expect.scorecard.is_some().then_some(card), digest, faults }
}

fn level(vector: &Vector) -> Vec<String> {
    let framework = framework(vector);
    let input = value(vector);
    let group = framework.groups.iter().find(|group| input["group"] == *group.code).expect("the group is there");
    let points = fraction(&input["points"]).expect("points are given");
    let level = group.bands.iter().find(|band| band.holds(points)).map(|band| band.level);
    if level == vector.expect.level {
        return Vec::new();
    }
    vec![format!("{} points: expected level {:?}, got {level:?}", json_number(points), vector.expect.level)]
}

fn framework(vector: &Vector) -> Framework {
    Framework::read(&serde_json::from_str(&corpus::framework_text(&vector.framework)).expect("a framework of the corpus is JSON"))
}

fn value(vector: &Vector) -> Value {
    let bytes = vector.bytes();
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    serde_json::from_slice(text).unwrap_or_else(|fault| panic!("`{}` is accepted, but: {fault}", vector.id))
}
