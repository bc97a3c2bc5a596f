//! Valid assessments at random: every kind of fact in every spelling, missing answers, and totals that seek the edges of bands.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::{Map, Value, json};
use thuocdo_oracle::{Framework, Group, Indicator, Rule, Step, evaluate, fraction, hundredths, json_number};

/// A source of choices: the same for the same seed, everywhere.
#[derive(Debug)]
pub struct Choices(ChaCha8Rng);

impl Choices {
    /// The choices of a seed.
    pub fn new(seed: u64) -> Choices {
        Choices(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A whole number from 0 to `last`. That some are likelier by a billionth does not matter here.
    ///
    /// # Panics
    /// When `last` is negative.
    pub fn upto(&mut self, last: i128) -> i128 {
        i128::from(self.0.next_u64()) % (last + 1)
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: i128) -> bool {
        self.upto(n - 1) == 0
    }

    /// One of a few.
    ///
    /// # Panics
    /// When there are none.
    pub fn one_of<T: Clone>(&mut self, few: &[T]) -> T {
        let index = self.upto(i128::try_from(few.len()).expect("few") - 1);
        few[usize::try_from(index).expect("an index")].clone()
    }

    /// Puts a list in any order.
    ///
    /// # Panics
    /// Never: an index is a number.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.upto(i128::try_from(last).expect("a short list"));
            list.swap(last, usize::try_from(other).expect("an index"));
        }
    }
}

/// A valid assessment for a framework.
pub fn assessment(framework: &Framework, choices: &mut Choices) -> Value {
    let missing_once_in = choices.one_of(&[1_000_000, 40, 8, 2]);
    let mut answers = Map::new();
    let mut conditions = Map::new();
    for group in &framework.groups {
        for condition in &group.conditions {
            conditions.extend(condition_answer(choices).map(|answer| (condition.code.clone(), answer)));
        }
        for indicator in indicators(group) {
            let answer = if choices.once_in(missing_once_in) { nothing(choices) } else { Some(answer(indicator, choices)) };
            answers.extend(answer.map(|answer| (indicator.code.clone(), answer)));
        }
    }
    let mut assessment = json!({ "answers": answers, "conditions": conditions });
    if !choices.once_in(3) {
        seek_edges(framework, &mut assessment, choices);
    }
    describe(framework, &mut assessment, choices);
    assessment
}

fn indicators(group: &Group) -> impl Iterator<Item = &Indicator> {
    group.criteria.iter().flat_map(|criterion| &criterion.indicators)
}

/// An answer that says nothing; mostly none at all.
fn nothing(choices: &mut Choices) -> Option<Value> {
    choices.one_of(&[None, None, None, Some(Value::Null), Some(json!({})), Some(json!({ "points": null })), Some(json!({ "note": "chưa rõ" }))])
}

fn condition_answer(choices: &mut Choices) -> Option<Value> {
    match choices.upto(9) {
        0 => Some(json!(false)),
        1 => Some(json!({ "met": false, "note": "chưa ban hành" })),
        2 => Some(Value::Null),
        3 => Some(json!({ "evidence": [] })),
        4 => None,
        5 | 6 => Some(json!({ "met": true, "evidence": evidence(choices) })),
        _ => Some(json!(true)),
    }
}

fn answer(indicator: &Indicator, choices: &mut Choices) -> Value {
    let fact = match &indicator.rule {
        Rule::Direct => return points(some_points(hundredths(indicator.max), choices), choices),
        Rule::Flag => {
            let met = choices.once_in(2);
            return if choices.once_in(2) { json!(met) } else { annotated(json!({ "met": met }), choices) };
        }
        Rule::Share => share(hundredths(indicator.max), choices),
        Rule::StepsOfCount(table) => json!({ "count": near_a_row(table, 100, choices) }),
        Rule::StepsOfPercent(table) => {
            let whole = some_whole(choices);
            json!({ "part": near_a_row(table, whole, choices).min(whole), "whole": whole })
        }
    };
    annotated(fact, choices)
}

fn some_points(max: i128, choices: &mut Choices) -> i128 {
    match choices.upto(5) {
        0 => 0,
        1 => max,
        2 => max - 1,
        3 => choices.upto(max / 100) * 100,
        _ => choices.upto(max),
    }
}

/// Points in one of the ways to write them.
fn points(hundredths: i128, choices: &mut Choices) -> Value {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let number = json_number(thuocdo_oracle::Fraction::new(hundredths, 100));
    match choices.upto(7) {
        0 => json!(format!("{whole}.{rest:02}")),
        1 => json!(format!("{whole}.{rest:02}0")),
        2 => json!({ "points": format!("0{whole}.{rest:02}") }),
        3 => annotated(json!({ "points": number }), choices),
        4 => number.as_u64().map_or(number, |whole| json!(f64::from(u32::try_from(whole).expect("points fit")))),
        _ => number,
    }
}

fn annotated(mut answer: Value, choices: &mut Choices) -> Value {
    if choices.once_in(6) {
        answer["note"] = choices.one_of(&[json!("24/32 giáo viên"), json!(""), json!("đã kiểm tra \"kỹ\"\n"), Value::Null]);
    }
    if choices.once_in(3) {
        answer["evidence"] = evidence(choices);
    }
    answer
}

/// Some pieces of evidence: of kinds that are asked for and others, dated around the days of assessments, or a year and a month before.
fn evidence(choices: &mut Choices) -> Value {
    if choices.once_in(5) {
        return choices.one_of(&[json!([]), Value::Null]);
    }
    let piece = |choices: &mut Choices| {
        json!({
            "title": "Danh sách",
            "uri": choices.one_of(&[Value::Null, json!("https://example.vn/ds")]),
            "kind": some_or_null(choices, &["list", "log", "photo"]),
            "date": some_or_null(choices, &["2023-10-12", "2023-10-13", "2022-09-07", "2024-01-30", "2024-01-29", "2023-09-05"]),
        })
    };
    (0..=choices.upto(3)).map(|_| piece(choices)).collect()
}

fn some_or_null(choices: &mut Choices, words: &[&str]) -> Value {
    if choices.once_in(6) { Value::Null } else { json!(choices.one_of(words)) }
}

fn some_whole(choices: &mut Choices) -> i128 {
    let largest = choices.one_of(&[3, 40, 1000, 1_000_000]);
    1 + choices.upto(largest - 1)
}

/// A share, often one that falls between two hundredths, or next to it.
fn share(max: i128, choices: &mut Choices) -> Value {
    let tie = 2 * max;
    let whole = if tie <= 1_000_000 && choices.once_in(2) { tie } else { some_whole(choices) };
    let part = choices.upto(whole);
    let whole = if whole < 1_000_000 && choices.once_in(4) { whole + 1 } else { whole };
    json!({ "part": part, "whole": whole })
}

/// What just reaches a row of a table, or just does not; `scale` is what 100 stands for.
fn near_a_row(table: &[Step], scale: i128, choices: &mut Choices) -> i128 {
    let row = choices.one_of(table).at_least * thuocdo_oracle::Fraction::new(scale, 100);
    let near = row.ceil().to_integer() + choices.upto(2) - 1;
    let anywhere = choices.upto(1_000_000);
    if choices.once_in(5) { anywhere } else { near.clamp(0, 1_000_000) }
}

/// Sets the points given directly so that the totals of groups land on the edges of bands, or a hundredth beside them.
fn seek_edges(framework: &Framework, assessment: &mut Value, choices: &mut Choices) {
    let answers = &mut assessment["answers"];
    let mut free: Vec<Vec<&Indicator>> = framework.groups.iter().map(|group| direct_and_answered(group, answers)).collect();
    for indicator in free.iter().flatten() {
        answers[&indicator.code] = json!(0);
    }
    let fixed: Vec<_> = evaluate(framework, assessment).groups.iter().map(|group| group.score).collect();
    for ((group, free), fixed) in framework.groups.iter().zip(&mut free).zip(fixed) {
        let fixed = if choices.once_in(2) { fixed.low } else { fixed.high };
        let mut rest = edge(group, choices) - hundredths(fixed);
        let mut room: i128 = free.iter().map(|indicator| hundredths(indicator.max)).sum();
        choices.shuffle(free);
        for indicator in free {
            let max = hundredths(indicator.max);
            room -= max;
            // At least what the others cannot take, at most what is left.
            let least = (rest - room).clamp(0, max);
            let most = rest.clamp(least, max);
            let given = least + choices.upto(most - least);
            rest -= given;
            assessment["answers"][&indicator.code] = points(given, choices);
        }
    }
}

fn direct_and_answered<'f>(group: &'f Group, answers: &Value) -> Vec<&'f Indicator> {
    let is_answered = |answer: &Value| fraction(answer).or_else(|| fraction(&answer["points"])).is_some();
    let direct = indicators(group).filter(|indicator| matches!(indicator.rule, Rule::Direct));
    direct.filter(|indicator| is_answered(&answers[&indicator.code])).collect()
}

/// An end of a band in hundredths, or the hundredth on either side of it.
fn edge(group: &Group, choices: &mut Choices) -> i128 {
    let ends = group.bands.iter().flat_map(|band| [band.above, band.below, band.from, band.to]);
    let ends: Vec<_> = ends.flatten().collect();
    hundredths(choices.one_of(&ends)) + choices.upto(2) - 1
}

/// Who, when and in which stream, sometimes.
fn describe(framework: &Framework, assessment: &mut Value, choices: &mut Choices) {
    if choices.once_in(2) {
        assessment["framework"] = choices.one_of(&[json!(framework.id), Value::Null]);
    }
    if choices.once_in(2) {
        assessment["institution"] = choices.one_of(&[
            json!({ "code": "31-0042", "name": "Trường Tiểu học Hoa Phượng", "type": "primary" }),
            json!({ "code": "000000", "name": null }),
            json!({ "name": "Trươ\u{300}ng \"Sao\\Mai\" 🏫", "type": "multi_level" }),
            json!({}),
            Value::Null,
        ]);
    }
    if choices.once_in(2) {
        assessment["period"] = choices.one_of(&[json!("2023-2024"), json!("học kỳ II"), Value::Null]);
        assessment["stream"] = choices.one_of(&[json!("self"), json!("external"), Value::Null]);
        assessment["assessed_on"] = choices.one_of(&[json!("2023-10-12"), json!("2024-02-29"), Value::Null]);
    }
    if choices.once_in(10) {
        assessment["evidence"] = choices.one_of(&[json!("unknown"), Value::Null]);
    }
}

/// The text of a value with the keys of every object in any order, and white space here and there.
pub fn shuffled(value: &Value, choices: &mut Choices) -> String {
    let space = choices.one_of(&["", "", " ", "\n\t", "\r\n"]);
    match value {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| shuffled(item, choices)).collect();
            format!("{space}[{}]", items.join(","))
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().map(|(key, member)| format!("{}{space}:{}", json!(key), shuffled(member, choices))).collect();
            choices.shuffle(&mut members);
            format!("{{{space}{}}}{space}", members.join(","))
        }
        other => format!("{space}{other}"),
    }
}
