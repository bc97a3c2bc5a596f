//! Every vector of the corpus that a row can tell, as columns of each type that can hold it.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Decimal128Array, Float64Array, Int64Array, NullArray, RecordBatch, RecordBatchOptions, StringArray};
use arrow_schema::{Field, Schema};
use serde_json::{Map, Value};
use thuocdo_columns::{BatchScorer, Options};
use thuocdo_oracle::corpus::{self, Subject, Vector};
use thuocdo_tests::local_scorer;

use crate::expect::{eligible, hundredths, level, list};

const TEXT: &str = "is about text that is or is no JSON";
const FORM: &str = "is about the form of an assessment, which columns cannot have";
const WHO: &str = "is about who, when and by whom, which goes along unread";
const UNKNOWN: &str = "names a code that is none, which is a fault of the table";
const EVIDENCE: &str = "names evidence that is required, or could, for which a table has no place";
const KINDS: &str = "gives a fact of another kind, or a remark, for which there is no column";

/// Vectors that a table says otherwise, by name.
const OTHERWISE: [(&str, &str); 8] = [
    ("an empty framework's name is another framework", "a blank cell is missing"),
    ("a direct indicator takes points only", "only a share has columns of a part and a whole"),
    ("steps take what they count", "only a share has columns of a part and a whole"),
    ("the string \"\" is no number of points", "a blank cell is missing"),
    ("the string \" 5\" is no number of points", "cells are trimmed"),
    ("the string \"5 \" is no number of points", "cells are trimmed"),
    ("the string \"7,5\" is no number of points", "a comma before decimals is a point"),
    ("a flag takes true or false only", "the numbers 1 and 0 are met and unmet in a table"),
];

/// How many vectors no row can tell, by reason.
const SKIPPED: [(&str, usize); 11] = [
    ("a blank cell is missing", 2),
    ("a comma before decimals is a point", 1),
    ("cells are trimmed", 2),
    (KINDS, 14),
    (TEXT, 43),
    (FORM, 21),
    (WHO, 24),
    (UNKNOWN, 13),
    (EVIDENCE, 12),
    ("only a share has columns of a part and a whole", 2),
    ("the numbers 1 and 0 are met and unmet in a table", 1),
];

/// The ways of writing a number into a column.
const WAYS: [&str; 4] = ["float64", "int64", "decimal128", "utf8"];

/// A value of JSON as a column of one row, by a way that can hold it, else by the first that can.
fn column(value: &Value, way: &str) -> Option<ArrayRef> {
    Some(match value {
        Value::Null => Arc::new(NullArray::new(1)),
        Value::Bool(is) => Arc::new(BooleanArray::from(vec![*is])),
        Value::String(text) => Arc::new(StringArray::from(vec![text.as_str()])),
        Value::Number(number) => match (way, number.as_i64(), number.to_string()) {
            ("int64", Some(whole), _) => Arc::new(Int64Array::from(vec![whole])),
            ("utf8", _, text) if !text.contains(['e', 'E']) => Arc::new(StringArray::from(vec![text])),
            ("decimal128", _, text) if text.len() < 30 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => {
                let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                let mantissa: i128 = text.replace('.', "").parse().ok()?;
                let scale = i8::try_from(decimals).ok()?;
                Arc::new(Decimal128Array::from(vec![mantissa]).with_precision_and_scale(38, scale).ok()?)
            }
            (_, _, text) => Arc::new(Float64Array::from(vec![text.parse::<f64>().ok()?])),
        },
        Value::Array(_) | Value::Object(_) => return None,
    })
}

/// The columns of a vector, or why no row can tell it.
fn columns(vector: &Vector, way: &str) -> Result<BTreeMap<String, ArrayRef>, &'static str> {
    if let Some((_, why)) = OTHERWISE.iter().find(|(id, _)| *id == vector.id) {
        return Err(why);
    }
    let is_of_text = |(code, _): &(String, String)| ["duplicate_key", "not_json", "too_large"].contains(&code.as_str());
    let parsed = vector.text.as_deref().and_then(|text| serde_json::from_str(text).ok());
    let Some(input) = vector.input.clone().or(parsed) else { return Err(TEXT) };
    if vector.expect.violations.iter().flatten().any(is_of_text) {
        return Err(TEXT);
    }
    let Value::Object(input) = &input else { return Err(FORM) };
    let names_evidence =
        |list: &str| input.get(list).and_then(Value::as_object).into_iter().flatten().any(|(_, said)| said.get("evidence").is_some());
    let is_unknown = input.get("evidence").is_some_and(|said| said == "unknown") && !names_evidence("answers") && !names_evidence("conditions");
    if vector.framework == "asking-invented.json" && !is_unknown {
        return Err(EVIDENCE);
    }
    let mut columns = BTreeMap::new();
    for (key, said) in input {
        match (key.as_str(), said) {
            ("conditions" | "answers", Value::Object(said)) => facts(said, way, &mut columns)?,
            ("framework", Value::String(_) | Value::Null) => drop(columns.insert(key.clone(), column(said, way).ok_or(FORM)?)),
            ("institution" | "period" | "stream" | "assessed_on" | "evidence", _) => {}
            _ => return Err(FORM),
        }
    }
    for (code, at) in vector.expect.violations.iter().flatten() {
        match (code.as_str(), at.split('/').nth(1)) {
            ("unknown_condition" | "unknown_indicator", _) => return Err(UNKNOWN),
            (_, Some("institution" | "period" | "stream" | "assessed_on")) => return Err(WHO),
            (_, Some("answers" | "conditions"))
                if at.ends_with("/points") || at.ends_with("/met") || at.contains("/evidence") || at.ends_with("/note") =>
            {
                return Err(KINDS);
            }
            ("missing_field", None | Some("answers" | "conditions")) if at.matches('/').count() < 2 => return Err(FORM),
            _ => {}
        }
    }
    Ok(columns)
}

fn facts(said: &Map<String, Value>, way: &str, columns: &mut BTreeMap<String, ArrayRef>) -> Result<(), &'static str> {
    for (code, said) in said {
        let Value::Object(fields) = said else {
            columns.insert(code.clone(), column(said, way).ok_or(FORM)?);
            continue;
        };
        let facts: Vec<(&str, &Value)> =
            fields.iter().map(|(key, value)| (key.as_str(), value)).filter(|(key, _)| !["note", "evidence"].contains(key)).collect();
        match facts.as_slice() {
            [] => {}
            [("points" | "count" | "met", fact)] => drop(columns.insert(code.clone(), column(fact, way).ok_or(FORM)?)),
            [("part", part), ("whole", whole)] => {
                columns.insert(format!("{code}.part"), column(part, way).ok_or(FORM)?);
                columns.insert(format!("{code}.whole"), column(whole, way).ok_or(FORM)?);
            }
            _ => return Err(KINDS),
        }
    }
    Ok(())
}

/// What is amiss with the one row of results.
fn amiss(vector: &Vector, results: &RecordBatch) -> Vec<String> {
    let mut faults = Vec::new();
    let told = list(results, "violations", 0).unwrap_or_default();
    let told: Vec<(String, String)> = told.into_iter().map(|[code, at, _]| (code, at)).collect();
    if told != vector.expect.violations.clone().unwrap_or_default() {
        return vec![format!("violations {told:?}")];
    }
    for (code, ends) in vector.expect.groups.iter().flatten() {
        for (end, (score, wanted)) in ["low", "high"].into_iter().zip(ends.score.iter().zip(ends.level.expect("a group has levels"))) {
            let points: thuocdo::Points = score.to_string().parse().expect("points");
            let found = hundredths(results, &format!("group.{code}.score.{end}"), 0);
            if found != Some(points.hundredths().into()) {
                faults.push(format!("{code} {end} {found:?}"));
            }
            let found = level(results, &format!("group.{code}.level.{end}"), 0);
            if found.map(u64::from) != Some(wanted) {
                faults.push(format!("{code} level {end} {found:?}"));
            }
        }
    }
    for (end, wanted) in ["low", "high"].into_iter().zip(vector.expect.overall.into_iter().flatten()) {
        if level(results, &format!("overall.level.{end}"), 0).map(u64::from) != Some(wanted) {
            faults.push(format!("overall {end}"));
        }
    }
    if eligible(results, 0) != vector.expect.eligible {
        faults.push("eligible".to_owned());
    }
    let blockers = list(results, "blockers", 0).map(|list| list.into_iter().map(|[code, at, _]| format!("{code}@{at}")).collect::<Vec<_>>());
    if blockers != vector.expect.blockers {
        faults.push(format!("blockers {blockers:?}"));
    }
    faults
}

#[test]
fn every_vector_that_a_row_can_tell_is_met_by_columns_of_every_type() {
    let mut skipped: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (mut ran, mut faults) = (0, Vec::new());
    for vector in corpus::vectors().into_iter().filter(|vector| vector.subject == Subject::Assessment) {
        for way in WAYS {
            let columns = match columns(&vector, way) {
                Ok(columns) => columns,
                Err(why) => {
                    skipped.entry(why).or_default().extend((way == WAYS[0]).then(|| vector.id.clone()));
                    continue;
                }
            };
            let scorer = local_scorer(&vector.framework, &[]);
            let schema =
                Arc::new(Schema::new(columns.iter().map(|(name, array)| Field::new(name, array.data_type().clone(), true)).collect::<Vec<_>>()));
            let row = RecordBatchOptions::new().with_row_count(Some(1));
            let batch = RecordBatch::try_new_with_options(Arc::clone(&schema), columns.into_values().collect(), &row).expect("a batch");
            let outcome = BatchScorer::new(scorer, &schema, Options::default()).map(|scorer| scorer.score(&batch).expect("results"));
            let found = outcome.map_or_else(|violations| vec![format!("the table: {violations}")], |results| amiss(&vector, &results));
            ran += 1;
            faults.extend(found.into_iter().map(|fault| format!("`{}` as {way}: {fault}", vector.id)));
        }
    }
    println!("{ran} rows");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    let counts: Vec<(&str, usize)> = skipped.iter().map(|(why, vectors)| (*why, vectors.len())).collect();
    assert_eq!(counts, SKIPPED, "{skipped:#?}");
}
