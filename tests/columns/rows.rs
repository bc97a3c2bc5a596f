//! Rows as the assessments that they are.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use thuocdo::json::Value;
use thuocdo::{Assessment, Scorer};
use thuocdo_columns::Rows;
use thuocdo_tests::{codes_and_places, local_scorer};

fn batch<const N: usize>(columns: [(&str, ArrayRef); N]) -> RecordBatch {
    RecordBatch::try_from_iter(columns).expect("a batch")
}

fn texts<const N: usize>(texts: [Option<&str>; N]) -> ArrayRef {
    Arc::new(StringArray::from(texts.to_vec()))
}

/// The assessments of a table of the shipped framework, read.
fn read(batch: &RecordBatch) -> Vec<Assessment> {
    let scorer = local_scorer("moet-4725-2022", &[]);
    let rows = Rows::new(&scorer, &batch.schema(), None).unwrap_or_else(|violations| panic!("{violations}"));
    rows.assessments(batch).map(|value| checked(scorer.local(), &value)).collect()
}

fn checked(scorer: &Scorer, value: &Value<'_>) -> Assessment {
    scorer.assessment(value).unwrap_or_else(|violations| panic!("{violations}"))
}

#[test]
fn a_row_says_who_when_and_by_whom_as_people_write_it() {
    let said = read(&batch([
        ("Institution.Code ", Arc::new(Int64Array::from(vec![31, 32]))),
        ("institution.name", texts([Some("Trường giả định"), None])),
        ("institution.type", texts([Some("Tiểu học"), Some("multi_level")])),
        ("period", texts([Some("2023-2024"), Some(" ")])),
        ("stream", texts([Some("Đánh giá ngoài"), Some("self")])),
        ("assessed_on", texts([Some("5/9/2023"), Some("2024-05-31")])),
        ("1.1", texts([Some("Đạt"), Some("chưa")])),
        ("1.3.1", texts([Some("5,25"), None])),
        ("authority", texts([Some("A"), Some("B")])),
        ("group.1.score.low", Arc::new(Float64Array::from(vec![1.0, 2.0]))),
    ]));
    let expected = [
        r#"{ "institution": { "code": "31", "name": "Trường giả định", "type": "primary" }, "period": "2023-2024", "stream": "external",
            "assessed_on": "2023-09-05", "conditions": { "1.1": true }, "answers": { "1.3.1": 5.25 } }"#,
        r#"{ "institution": { "code": "32", "type": "multi_level" }, "stream": "self", "assessed_on": "2024-05-31",
            "conditions": { "1.1": false }, "answers": {} }"#,
    ];
    assert_eq!(said, expected.map(|text| Assessment::from_json(text.as_bytes()).expect("an assessment")));
}

#[test]
fn a_day_may_be_a_date_of_arrow() {
    // 19,605 days after 1 January 1970.
    let day = "2023-09-05".parse().ok();
    let facts: ArrayRef = Arc::new(BooleanArray::from(vec![Some(true), None]));
    for column in [
        Arc::new(Date32Array::from(vec![Some(19_605), None])) as ArrayRef,
        Arc::new(TimestampMicrosecondArray::from(vec![Some(19_605 * 86_400_000_000 + 1), None])),
    ] {
        let said = read(&batch([("assessed_on", column), ("1.1", Arc::clone(&facts))]));
        assert_eq!(said.iter().map(|assessment| assessment.assessed_on).collect::<Vec<_>>(), [day, None]);
    }
}

#[test]
fn a_column_of_who_stands_once() {
    let period = texts([Some("2023-2024")]);
    let batch = batch([("period", Arc::clone(&period)), ("Period", period), ("1.1", texts([None]))]);
    let violations = Rows::new(&local_scorer("moet-4725-2022", &[]), &batch.schema(), None).expect_err("a fault");
    assert_eq!(codes_and_places(&violations), [("duplicate_key".to_owned(), "/period".to_owned())]);
}

#[test]
fn cells_that_are_not_understood_are_refused_by_whoever_is_asked() {
    let scorer = local_scorer("moet-4725-2022", &[]);
    let batch = batch([("1.3.1", texts([Some("sáu")])), ("stream", texts([Some("ai đó")])), ("assessed_on", texts([Some("30/02/2024")]))]);
    let rows = Rows::new(&scorer, &batch.schema(), None).expect("nothing is wrong with the table");
    let told: Vec<_> = rows.assessments(&batch).map(|value| codes_and_places(&scorer.local().assessment(&value).expect_err("faults"))).collect();
    let fault = |code: &str, at: &str| (code.to_owned(), at.to_owned());
    assert_eq!(told, [[fault("wrong_type", "/answers/1.3.1"), fault("invalid_date", "/assessed_on"), fault("unknown_value", "/stream")]]);
}
