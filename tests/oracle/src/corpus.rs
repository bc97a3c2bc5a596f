//! The corpus of vectors in `tests/vectors/`; its README describes the format.

use crate::fraction::fraction;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One file of vectors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VectorFile {
    /// What the vectors of this file have in common.
    pub about: String,
    /// The vectors.
    pub vectors: Vec<Vector>,
}

/// One case of the contract.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// The input as bytes in hexadecimal, where it is not even text.
    pub bytes_hex: Option<String>,
    /// Changes to the framework file named, for the subject `framework`.
    pub edits: Option<Vec<Edit>>,
    /// What must come out.
    pub expect: Expect,
    /// A shipped framework's id, or a file under `frameworks/`.
    pub framework: String,
    /// A sentence that is true when the vector passes.
    pub id: String,
    /// The input as a JSON value.
    pub input: Option<Value>,
    /// What is put in: an assessment unless said otherwise.
    #[serde(default)]
    pub subject: Subject,
    /// The input as text, where a JSON value could not carry it.
    pub text: Option<String>,
    /// The source, the reason or the arithmetic.
    pub why: String,
}

/// What a vector puts in.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An assessment, to be scored.
    #[default]
    Assessment,
    /// A framework, to be loaded.
    Framework,
    /// A group and its points, to be placed in a level.
    Level,
}

/// One change to a framework file: another value at a place, or nothing there any more.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// A JSON Pointer; `/-` at the end appends to a list.
    pub at: String,
    /// The new value; without it the place goes.
    #[serde(default, deserialize_with = "given")]
    pub to: Option<Value>,
}

/// `null` given is not the same as nothing given.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// What must come out of a vector.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// Every blocker, as `code@at`, in order.
    pub blockers: Option<Vec<String>>,
    /// Some criteria.
    pub criteria: Option<BTreeMap<String, Ends>>,
    /// The digest of the scorecard, or of the framework.
    pub digest: Option<String>,
    /// Whether the institution may be recognised.
    pub eligible: Option<bool>,
    /// Every group.
    pub groups: Option<BTreeMap<String, Ends>>,
    /// The points of some indicators, low end first.
    pub indicators: Option<BTreeMap<String, [Value; 2]>>,
    /// The level, for the subject `level`.
    pub level: Option<u64>,
    /// The assessment in normal form.
    pub normal: Option<Value>,
    /// The level over all groups, low end first.
    pub overall: Option<[u64; 2]>,
    /// The file with the whole scorecard.
    pub scorecard: Option<String>,
    /// Every violation as code and place, in order; then nothing else is expected.
    pub violations: Option<Vec<(String, String)>>,
}

/// Points and level, low end first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// The level; left out for a criterion without bands.
    pub level: Option<[u64; 2]>,
    /// The points.
    pub score: [Value; 2],
}

/// One file of requests to the modules, under `practice/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFile {
    /// What the requests of this file have in common.
    pub about: String,
    /// The requests.
    pub vectors: Vec<Request>,
}

/// One request and what must be answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What must be answered.
    pub expect: Answer,
    /// A shipped framework's id, or a file under `frameworks/`.
    pub framework: String,
    /// A sentence that is true when the vector passes.
    pub id: String,
    /// What is asked.
    pub input: Option<Value>,
    /// Files under `overlays/`, in the order in which they are laid over the framework.
    #[serde(default)]
    pub overlays: Vec<String>,
    /// The name of the question.
    pub question: String,
    /// What is asked, as text, where a JSON value could not carry it.
    pub text: Option<String>,
    /// The source, the reason or the arithmetic.
    pub why: String,
}

/// What must be answered to a request.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Values by their JSON Pointers in the result.
    pub result: Option<BTreeMap<String, Value>>,
    /// Every violation as code and place, in order; then nothing else is expected.
    pub violations: Option<Vec<(String, String)>>,
}

impl Request {
    /// The bytes that are put in.
    ///
    /// # Panics
    /// When the vector gives no input, or two.
    pub fn bytes(&self) -> Vec<u8> {
        match (&self.input, &self.text) {
            (Some(input), None) => input.to_string().into_bytes(),
            (None, Some(text)) => text.clone().into_bytes(),
            _ => panic!("`{}` must give one of input and text", self.id),
        }
    }
}

/// Every request of the corpus.
///
/// # Panics
/// As [`files`].
pub fn requests() -> Vec<Request> {
    let files: Vec<(PathBuf, RequestFile)> = read_all(&folder().join("practice"));
    files.into_iter().flat_map(|(_, file)| file.vectors).collect()
}

/// The folder of the corpus.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../vectors")
}

/// Every file of vectors, by name.
///
/// # Panics
/// When one cannot be read, or says something the format does not know.
pub fn files() -> Vec<(PathBuf, VectorFile)> {
    read_all(&folder())
}

fn read_all<T: for<'de> Deserialize<'de>>(folder: &Path) -> Vec<(PathBuf, T)> {
    let entries = fs::read_dir(folder).expect("the corpus is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let file = serde_json::from_str(&text_of(&path)).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        (path, file)
    };
    paths.into_iter().map(read).collect()
}

/// Every vector of the corpus.
///
/// # Panics
/// As [`files`].
pub fn vectors() -> Vec<Vector> {
    files().into_iter().flat_map(|(_, file)| file.vectors).collect()
}

/// The text of a framework file: one of the corpus where the name ends in `.json`, else a shipped one.
///
/// # Panics
/// When there is none.
pub fn framework_text(name: &str) -> String {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/thuocdo/frameworks");
    if Path::new(name).extension().is_some() {
        text_of(&folder().join("frameworks").join(name))
    } else {
        text_of(&shipped.join(format!("{name}.json")))
    }
}

/// The text of an overlay of the corpus.
///
/// # Panics
/// When there is none.
pub fn overlay_text(name: &str) -> String {
    text_of(&folder().join("overlays").join(name))
}

/// A JSON file of the corpus.
///
/// # Panics
/// When it is not there or not JSON.
pub fn json_file(name: &str) -> Value {
    let path = folder().join(name);
    serde_json::from_str(&text_of(&path)).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

impl Vector {
    /// The bytes that are put in: of the assessment, or of the framework file after its edits.
    ///
    /// # Panics
    /// When the vector gives no input, or two.
    pub fn bytes(&self) -> Vec<u8> {
        match (&self.input, &self.text, &self.bytes_hex, &self.edits) {
            (Some(input), None, None, None) => input.to_string().into_bytes(),
            (None, Some(text), None, None) => text.clone().into_bytes(),
            (None, None, Some(hex), None) => bytes_of(hex),
            (None, None, None, Some(edits)) => edited(&self.framework, edits).to_string().into_bytes(),
            _ => panic!("`{}` must give one of input, text, bytes_hex and edits", self.id),
        }
    }
}

fn bytes_of(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(|byte| *byte != b' ').collect();
    let byte = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).expect("hexadecimal digits");
        u8::from_str_radix(pair, 16).expect("hexadecimal digits")
    };
    digits.chunks(2).map(byte).collect()
}

fn edited(framework: &str, edits: &[Edit]) -> Value {
    let mut file: Value = serde_json::from_str(&framework_text(framework)).expect("a framework of the corpus is JSON");
    for edit in edits {
        let (parent, last) = edit.at.rsplit_once('/').expect("a place inside the file");
        let last = last.replace("~1", "/").replace("~0", "~");
        match (file.pointer_mut(parent), &edit.to) {
            (Some(Value::Object(members)), Some(value)) => drop(members.insert(last, value.clone())),
            (Some(Value::Object(members)), None) => assert!(members.remove(&last).is_some(), "nothing at {}", edit.at),
            (Some(Value::Array(items)), Some(value)) if last == "-" => items.push(value.clone()),
            (Some(Value::Array(items)), Some(value)) => items[index(&last)] = value.clone(),
            (Some(Value::Array(items)), None) => drop(items.remove(index(&last))),
            _ => panic!("nothing at {}", edit.at),
        }
    }
    file
}

fn index(text: &str) -> usize {
    text.parse().expect("the index of an item")
}

impl Expect {
    /// Where a scorecard differs from what was written by hand; the digest is not looked at.
    ///
    /// # Panics
    /// When the vector does not say all that it must, or the card is no card.
    pub fn differences(&self, card: &Value) -> Vec<String> {
        let mut found = Vec::new();
        let mut compare = |what: &str, wanted: &Value, actual: &Value| {
            if wanted != actual {
                found.push(format!("{what}: expected {wanted}, got {actual}"));
            }
        };
        let groups = list(&card["groups"]);
        let criteria: Vec<_> = groups.iter().flat_map(|group| list(&group["criteria"])).collect();
        let indicators: Vec<_> = criteria.iter().flat_map(|criterion| list(&criterion["indicators"])).collect();

        let wanted = self.groups.as_ref().expect("groups are expected");
        compare("number of groups", &wanted.len().into(), &groups.len().into());
        for (code, ends) in wanted {
            compare(&format!("group {code}"), &ends.value(), &Ends::of(by_code(groups.iter(), code)));
        }
        for (code, ends) in self.criteria.iter().flatten() {
            compare(&format!("criterion {code}"), &ends.value(), &Ends::of(by_code(criteria.iter().copied(), code)));
        }
        for (code, score) in self.indicators.iter().flatten() {
            let actual = &by_code(indicators.iter().copied(), code)["score"];
            compare(&format!("indicator {code}"), &pair(score), &Value::from(vec![actual["low"].clone(), actual["high"].clone()]));
        }
        let overall = &card["overall"]["level"];
        compare(
            "overall",
            &self.overall.expect("overall is expected").as_slice().into(),
            &vec![overall["low"].clone(), overall["high"].clone()].into(),
        );
        compare("eligible", &self.eligible.expect("eligible is expected").into(), &card["recognition"]["eligible"]);
        let blockers = list(&card["recognition"]["blockers"]).iter();
        let blockers: Value = blockers.map(|blocker| format!("{}@{}", word(&blocker["code"]), word(&blocker["at"]))).collect();
        compare("blockers", &self.blockers.as_ref().expect("blockers are expected").as_slice().into(), &blockers);
        found
    }
}

impl Ends {
    fn value(&self) -> Value {
        let level = self.level.map_or(Value::Null, |level| level.as_slice().into());
        vec![pair(&self.score), level].into()
    }

    fn of(part: &Value) -> Value {
        let ends = |span: &Value| match span {
            Value::Null => Value::Null,
            _ => vec![span["low"].clone(), span["high"].clone()].into(),
        };
        vec![ends(&part["score"]), ends(&part["level"])].into()
    }
}

/// Hand-written ends must be written as they are printed: `78`, not `78.0`.
fn pair(score: &[Value; 2]) -> Value {
    assert!(score.iter().all(|end| end.is_number() && fraction(end).is_some()), "{score:?} are not points");
    score.as_slice().into()
}

fn by_code<'a>(mut parts: impl Iterator<Item = &'a Value>, code: &str) -> &'a Value {
    parts.find(|part| part["code"] == code).unwrap_or_else(|| panic!("the card has no {code}"))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("a list was expected, not {value}"))
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("a text was expected, not {value}"))
}
