//! What each column of a table is, by its name, and what is wrong with a table as a whole.

use std::collections::BTreeMap;

use arrow_schema::{DataType, Schema};
use thuocdo::cell::Takes;
use thuocdo::json::{Value, push_key};
use thuocdo::text::Phrase;
use thuocdo::{Framework, Scorer, Violation, ViolationCode, Violations};

use crate::read::{holds_facts, holds_texts};

/// The column that names the framework of a row.
pub(crate) const FRAMEWORK: &str = "framework";

/// The columns of a table.
#[derive(Debug, Default)]
pub(crate) struct Header {
    /// Those that go along unchanged, by index.
    pub(crate) carried: Vec<usize>,
    pub(crate) facts: Vec<Fact>,
    /// That which names the framework; it goes along too.
    pub(crate) framework: Option<usize>,
    /// Whether the framework requires evidence, for which a table has no place.
    pub(crate) requires_evidence: bool,
}

/// Where the fact of a condition or an indicator stands.
#[derive(Debug)]
pub(crate) struct Fact {
    pub(crate) code: String,
    pub(crate) columns: Columns,
    pub(crate) place: Place,
    pub(crate) takes: Takes,
}

/// The columns of a fact, by index.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Columns {
    /// One.
    One(usize),
    /// The part of a share, and its whole.
    Two(usize, usize),
}

/// Whose fact it is, by position in the framework.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    Condition(usize),
    Indicator(usize),
}

/// What a framework asks, by code.
type Asked<'f> = BTreeMap<&'f str, (Place, Takes)>;

fn asked(framework: &Framework) -> Asked<'_> {
    let conditions = framework.conditions().enumerate().map(|(position, condition)| (&*condition.code, (Place::Condition(position), Takes::Met)));
    let indicators = framework
        .indicators()
        .enumerate()
        .map(|(position, indicator)| (&*indicator.code, (Place::Indicator(position), Takes::of(indicator, framework.rule_of(indicator)))));
    conditions.chain(indicators).collect()
}

/// Every column found for one code.
#[derive(Default)]
struct Found {
    part: Vec<usize>,
    plain: Vec<usize>,
    whole: Vec<usize>,
}

impl Header {
    /// Tells the columns of a table apart. Notes all that is wrong with it.
    pub(crate) fn new(scorer: &Scorer, table: &Schema, violations: &mut Violations) -> Header {
        let framework = scorer.framework();
        let asked = asked(framework);
        let mut header = Header { requires_evidence: framework.requires_evidence(), ..Header::default() };
        let mut found: BTreeMap<&str, Found> = BTreeMap::new();
        let mut unknown = Vec::new();
        let mut named = Vec::new();
        for (index, field) in table.fields().iter().enumerate() {
            let name = field.name().trim().to_ascii_lowercase();
            let data_type = field.data_type();
            if name == FRAMEWORK {
                named.push(index);
                header.carried.push(index);
                if !holds_texts(data_type) {
                    violations.push(wrong_type(format!("/{FRAMEWORK}"), data_type, Phrase::String));
                }
                continue;
            }
            let (code, role) = match known(&asked, &name) {
                Some(known) => known,
                None if is_like_a_code(&asked, &name) => {
                    unknown.push(name);
                    continue;
                }
                None => {
                    header.carried.push(index);
                    continue;
                }
            };
            let found = found.entry(code).or_default();
            role.of(found).push(index);
            if !holds_facts(data_type) {
                let is_condition = matches!(asked.get(code), Some((Place::Condition(_), _)));
                let (list, expected) = if is_condition { ("/conditions", Phrase::ExpectCondition) } else { ("/answers", Phrase::ExpectAnswer) };
                violations.push(wrong_type(pointer(list, code), data_type, expected));
            }
        }
        for violation in refused(scorer, &asked, &found, &unknown, named.len()) {
            violations.push(violation);
        }
        header.framework = named.first().copied();
        header.facts = found.iter().filter_map(|(code, found)| fact(&asked, code, found)).collect();
        header
    }

    /// The columns that are read, by index.
    pub(crate) fn reads(&self) -> impl Iterator<Item = usize> {
        let facts = self.facts.iter().flat_map(|fact| match fact.columns {
            Columns::One(index) => [Some(index), None],
            Columns::Two(part, whole) => [Some(part), Some(whole)],
        });
        facts.flatten().chain(self.framework)
    }

    /// That no column holds a fact, if none does.
    pub(crate) fn check_facts(&self, framework: &Framework, table: &Schema) -> Result<(), Violations> {
        if !self.facts.is_empty() {
            return Ok(());
        }
        let codes = framework.conditions().map(|condition| &*condition.code).take(1).chain(framework.indicators().map(|it| &*it.code).take(2));
        let found = some(table.fields().iter().map(|field| field.name().as_str()));
        Err(Violation::new(ViolationCode::NoKnownColumn, String::new()).with("accepted", codes.collect::<Vec<_>>()).with("found", found).into())
    }
}

/// Which of the columns of a code a name means.
#[derive(Clone, Copy)]
enum Role {
    Plain,
    OfPart,
    OfWhole,
}

impl Role {
    fn of(self, found: &mut Found) -> &mut Vec<usize> {
        match self {
            Role::Plain => &mut found.plain,
            Role::OfPart => &mut found.part,
            Role::OfWhole => &mut found.whole,
        }
    }
}

/// The code that a name means, which is that of a condition or an indicator, or of an indicator that takes a share with `.part` or `.whole`.
fn known<'f>(asked: &Asked<'f>, name: &str) -> Option<(&'f str, Role)> {
    if let Some((code, _)) = asked.get_key_value(name) {
        return Some((code, Role::Plain));
    }
    let (code, role) = match (name.strip_suffix(".part"), name.strip_suffix(".whole")) {
        (Some(code), _) => (code, Role::OfPart),
        (_, Some(code)) => (code, Role::OfWhole),
        _ => return None,
    };
    match asked.get_key_value(code) {
        Some((code, (_, Takes::Share))) => Some((code, role)),
        _ => None,
    }
}

/// Whether a name is meant for a code though it is none: it is written as codes are, in several parts, of which the first is that of some
/// code; or it is all digits and points, as some code is. So `1.3.9` and `3.1.1` are noticed where there are `1.3.1` and `2.4`, and
/// `population.2024` is not.
fn is_like_a_code(asked: &Asked<'_>, name: &str) -> bool {
    let is_written_like_one = name.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let Some((first, _)) = name.split_once('.').filter(|_| is_written_like_one) else { return false };
    let is_digits = |code: &str| code.contains('.') && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    asked.keys().any(|code| code.split_once('.').is_some_and(|(own, _)| own == first) || (is_digits(name) && is_digits(code)))
}

/// What the core has to say of an assessment with these columns: codes that are unknown, halves of shares, and what stands twice.
fn refused(scorer: &Scorer, asked: &Asked<'_>, found: &BTreeMap<&str, Found>, unknown: &[String], named: usize) -> Violations {
    let (mut answers, mut conditions) = (Vec::new(), Vec::new());
    for (code, found) in found {
        let list = if matches!(asked.get(code), Some((Place::Condition(_), _))) { &mut conditions } else { &mut answers };
        list.extend(found.plain.iter().map(|_| ((*code).into(), Value::Null)));
        // A share that is good, so that nothing is told but a half that is missing, and one that stands twice.
        let count = |key: &'static str, count: u64| (key.into(), Value::Number(count.into()));
        let share: Vec<_> = found.part.iter().map(|_| count("part", 0)).chain(found.whole.iter().map(|_| count("whole", 1))).collect();
        if !share.is_empty() {
            answers.push(((*code).into(), Value::Object(share)));
        }
    }
    answers.extend(unknown.iter().map(|code| (code.as_str().into(), Value::Null)));
    let mut table: Vec<_> = (0..named).map(|_| (FRAMEWORK.into(), Value::Null)).collect();
    table.extend([("answers".into(), Value::Object(answers)), ("conditions".into(), Value::Object(conditions))]);
    scorer.check_value(&Value::Object(table)).err().unwrap_or_default()
}

fn fact(asked: &Asked<'_>, code: &str, found: &Found) -> Option<Fact> {
    let (place, takes) = *asked.get(code)?;
    let columns = match (found.plain.first(), found.part.first(), found.whole.first()) {
        (Some(plain), ..) => Columns::One(*plain),
        (None, Some(part), Some(whole)) => Columns::Two(*part, *whole),
        _ => return None,
    };
    Some(Fact { code: code.to_owned(), columns, place, takes })
}

fn pointer(list: &str, key: &str) -> String {
    let mut at = list.to_owned();
    push_key(&mut at, key);
    at
}

fn wrong_type(at: String, found: &DataType, expected: Phrase) -> Violation {
    Violation::new(ViolationCode::WrongType, at).with("found", found.to_string().as_str()).with("expected", expected)
}

/// As many names as a message has room for.
pub(crate) fn some<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    const SHOWN: usize = 5;
    let mut names = names.into_iter();
    let mut shown: Vec<&str> = names.by_ref().take(SHOWN).collect();
    shown.extend(names.next().map(|_| "…"));
    shown
}
