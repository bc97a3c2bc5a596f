//! Rows of numbers at random and about every edge, and what must come of each: from the scorecard of the same facts as text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use thuocdo::{Assessment, Fact, NumberPlace, Numbers, Rule, Scorer, Strided, Violations};

use crate::generate::Choices;

/// The bits of the header, by the codes of violations.
const FAULTS: [(&str, u32); 5] =
    [("points_out_of_range", 1), ("wrong_type", 2), ("count_out_of_range", 4), ("share_out_of_range", 8), ("missing_field", 16)];
/// The bits of the header, by the codes of blockers.
const BLOCKERS: [(&str, u32); 5] =
    [("condition_unmet", 1), ("condition_unknown", 2), ("level_undetermined", 4), ("evidence_missing", 8), ("evidence_unknown", 16)];

/// A row by code: what is not named is missing.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The number of each indicator, and the whole of a share.
    pub answers: BTreeMap<String, (i32, Option<i32>)>,
    /// The state of each condition.
    pub conditions: BTreeMap<String, i8>,
}

impl Row {
    /// As the corpus for hosts writes it: `1.1=1 1.3.1=525 2.1.1=24/-`.
    pub fn text(&self) -> String {
        let number = |number: i32| if number == Numbers::MISSING { "-".to_owned() } else { number.to_string() };
        let mut words: Vec<String> = self.conditions.iter().map(|(code, state)| format!("{code}={state}")).collect();
        words.extend(self.answers.iter().map(|(code, (first, whole))| {
            let whole = whole.map(|whole| format!("/{}", number(whole))).unwrap_or_default();
            format!("{code}={}{whole}", number(*first))
        }));
        words.join(" ")
    }

    /// The same facts as an assessment.
    pub fn assessment(&self, scorer: &Scorer) -> Value {
        let framework = scorer.framework();
        let there = |number: i32| (number != Numbers::MISSING).then_some(number);
        let mut answers = Map::new();
        for indicator in framework.indicators() {
            let Some((first, whole)) = self.answers.get(indicator.code.as_str()) else { continue };
            let first = there(*first);
            let answer = match framework.rule_of(indicator) {
                Rule::Direct => json!(first.map(points)),
                Rule::Flag => json!({ "met": first.map(state) }),
                Rule::Steps { .. } if whole.is_none() => json!({ "count": first }),
                _ => json!({ "part": first, "whole": whole.and_then(there) }),
            };
            answers.insert(indicator.code.to_string(), answer);
        }
        let of_condition = |state: i8| if state == Numbers::UNKNOWN { Value::Null } else { self::state(state.into()) };
        let conditions: Map<String, Value> = self.conditions.iter().map(|(code, state)| (code.clone(), of_condition(*state))).collect();
        json!({ "answers": answers, "conditions": conditions, "evidence": "unknown" })
    }

    /// The numbers of its cells, by the places that the scorer names.
    ///
    /// # Panics
    /// When a code has no place.
    pub fn cells(&self, scorer: &Scorer) -> (Vec<i32>, Vec<i8>) {
        let shape = scorer.row_shape();
        let (mut answers, mut conditions) = (vec![Numbers::MISSING; shape.answers], vec![Numbers::UNKNOWN; shape.conditions]);
        for (code, (first, whole)) in &self.answers {
            let NumberPlace::Answer { cell, .. } = scorer.number_place(code).expect("a code") else { panic!("{code} is no indicator") };
            answers[cell] = *first;
            if let Some(whole) = whole {
                answers[cell + 1] = *whole;
            }
        }
        for (code, state) in &self.conditions {
            let NumberPlace::Condition { cell, .. } = scorer.number_place(code).expect("a code") else { panic!("{code} is no condition") };
            conditions[cell] = *state;
        }
        (answers, conditions)
    }

    /// What must come of it: faults, eligible, the overall level; then of each group its score, its level and its blockers.
    ///
    /// # Panics
    /// When the assessment has a violation that no row can have.
    pub fn expected(&self, scorer: &Scorer) -> String {
        let text = self.assessment(scorer).to_string();
        match scorer.score(text.as_bytes()) {
            Ok(card) => {
                let mut line = format!("0 {} {} {}", u8::from(card.recognition.eligible), card.overall.level.low, card.overall.level.high);
                for group in &card.groups {
                    let own = card.recognition.blockers.iter().filter(|blocker| blocker.group == group.code);
                    let bits = own.fold(0, |bits, blocker| bits | of(&BLOCKERS, blocker.code.as_str()));
                    let (score, level) = (group.score, group.level);
                    let _ = write!(line, " {} {} {} {} {bits}", score.low.hundredths(), score.high.hundredths(), level.low, level.high);
                }
                line
            }
            Err(violations) => format!("{}{}", faults(&violations), " 0".repeat(3 + 5 * scorer.framework().groups.len())),
        }
    }
}

fn faults(violations: &Violations) -> u32 {
    violations.iter().fold(0, |bits, violation| bits | of(&FAULTS, violation.code().as_str()))
}

fn of(bits: &[(&str, u32)], word: &str) -> u32 {
    bits.iter().find(|(known, _)| *known == word).unwrap_or_else(|| panic!("{word} has no bit")).1
}

/// Points as text, which JSON takes as well; so no float comes in between.
fn points(hundredths: i32) -> String {
    let (sign, all) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    format!("{sign}{}.{:02}", all / 100, all % 100)
}

fn state(number: i32) -> Value {
    match number {
        0 => json!(false),
        1 => json!(true),
        _ => json!(number),
    }
}

/// The row of what an assessment says.
///
/// # Panics
/// At a kind of fact that rows do not know.
pub fn row_of(assessment: &Assessment) -> Row {
    let number = |number: u32| i32::try_from(number).expect("small");
    let answers = assessment.answers.iter().filter_map(|(code, answer)| {
        let numbers = match answer.fact? {
            Fact::Points(points) => (number(points.hundredths()), None),
            Fact::Met(met) => (met.into(), None),
            Fact::Count(count) => (number(count.get()), None),
            Fact::Share(share) => (number(share.part().get()), Some(number(share.whole().get()))),
            _ => panic!("a kind of fact that no row knows"),
        };
        Some((code.clone(), numbers))
    });
    let conditions = assessment.conditions.iter().map(|(code, answer)| (code.clone(), answer.met.map_or(Numbers::UNKNOWN, i8::from)));
    Row { answers: answers.collect(), conditions: conditions.collect() }
}

/// Rows about every edge of a framework, and some at random.
///
/// # Panics
/// When a maximum is not a small number.
pub fn rows(scorer: &Scorer, random: usize) -> Vec<Row> {
    let mut rows = vec![Row::default(), full(scorer)];
    thresholds(scorer, &mut rows);
    cells(scorer, &mut rows);
    let mut choices = Choices::new(4725);
    rows.extend((0..random).map(|_| at_random(scorer, &mut choices)));
    rows
}

/// Everything at its best.
fn full(scorer: &Scorer) -> Row {
    let framework = scorer.framework();
    let answers = framework.indicators().map(|indicator| (indicator.code.to_string(), best(framework.rule_of(indicator), max(indicator))));
    let conditions = framework.conditions().map(|condition| (condition.code.to_string(), 1));
    Row { answers: answers.collect(), conditions: conditions.collect() }
}

fn max(indicator: &thuocdo::Indicator) -> i32 {
    i32::try_from(indicator.max.hundredths()).expect("small")
}

fn best(rule: &Rule, max: i32) -> (i32, Option<i32>) {
    match rule {
        Rule::Direct => (max, None),
        Rule::Flag => (1, None),
        Rule::Steps { of: thuocdo::StepsOf::Count, .. } => (1_000_000, None),
        _ => (32, Some(32)),
    }
}

/// Totals on each side of every threshold: of points alone, the other facts at nothing; once with all answers there, once with the last missing.
fn thresholds(scorer: &Scorer, rows: &mut Vec<Row>) {
    let framework = scorer.framework();
    for (group, bands) in framework.groups.iter().zip(scorer.bands()) {
        for total in bands.iter().flat_map(|(last, _)| [-1, 0, 1].map(|by| i32::try_from(last.hundredths()).expect("small") + by)) {
            let mut row = full(scorer);
            let mut left = total;
            for indicator in group.indicators() {
                let given = if matches!(framework.rule_of(indicator), Rule::Direct) { left.clamp(0, max(indicator)) } else { 0 };
                left -= given;
                let whole = row.answers.get(indicator.code.as_str()).and_then(|(_, whole)| *whole);
                row.answers.insert(indicator.code.to_string(), (given, whole));
            }
            let mut open = row.clone();
            let last = group.indicators().last().map(|indicator| indicator.code.to_string()).unwrap_or_default();
            open.answers.remove(&last);
            rows.extend([row, open]);
        }
    }
}

/// Every cell with each number about its edges, in a row that is full else.
fn cells(scorer: &Scorer, rows: &mut Vec<Row>) {
    let framework = scorer.framework();
    for indicator in framework.indicators() {
        let code = indicator.code.to_string();
        let (first, whole) = best(framework.rule_of(indicator), max(indicator));
        let edges = [Numbers::MISSING, i32::MIN + 1, -1, 0, 1, 2, first - 1, first + 1, 1_000_000, 1_000_001, 100_000_000, 100_000_001, i32::MAX];
        for edge in edges {
            let mut row = full(scorer);
            row.answers.insert(code.clone(), (edge, whole));
            rows.push(row.clone());
            if let Some(whole) = whole {
                row.answers.insert(code.clone(), (whole, Some(edge)));
                rows.push(row.clone());
                row.answers.insert(code.clone(), (Numbers::MISSING, Some(edge)));
                rows.push(row);
            }
        }
    }
    for condition in framework.conditions() {
        for state in [-1, 0, 1, 2, -2, i8::MIN, i8::MAX] {
            let mut row = full(scorer);
            row.conditions.insert(condition.code.to_string(), state);
            rows.push(row);
        }
    }
}

fn at_random(scorer: &Scorer, choices: &mut Choices) -> Row {
    let framework = scorer.framework();
    let mut row = Row::default();
    let faulty = choices.once_in(8);
    for indicator in framework.indicators() {
        let max = max(indicator);
        let mut upto = |last: i32| if faulty && choices.once_in(20) { -1 } else { i32::try_from(choices.upto(last.into())).expect("small") };
        let numbers = match framework.rule_of(indicator) {
            Rule::Direct => (upto(max), None),
            Rule::Flag => (upto(1), None),
            Rule::Steps { of: thuocdo::StepsOf::Count, .. } => (upto(40), None),
            _ => (upto(50), Some(upto(10) + 45)),
        };
        if !choices.once_in(12) {
            row.answers.insert(indicator.code.to_string(), numbers);
        }
    }
    for condition in framework.conditions() {
        row.conditions.insert(condition.code.to_string(), choices.one_of(&[1, 1, 1, 1, 0, -1, if faulty { 7 } else { 1 }]));
    }
    row
}

/// Cells in rows, or in columns: the numbers, and the distances of rows and of cells.
///
/// # Panics
/// When the rows are not as long as each other.
pub fn strided<T: Copy>(rows: &[Vec<T>], in_columns: bool) -> (Vec<T>, usize, usize) {
    let cells = rows.first().map_or(0, Vec::len);
    if in_columns {
        return ((0..cells).flat_map(|cell| rows.iter().map(move |row| row[cell])).collect(), 1, rows.len());
    }
    (rows.concat(), cells, 1)
}

/// What strided numbers are to the core.
pub fn lent<T>((numbers, row, cell): &(Vec<T>, usize, usize)) -> Strided<'_, T> {
    Strided { numbers, row: *row, cell: *cell }
}
