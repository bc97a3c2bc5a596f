//! What is wrong with a table as a whole, and what is not.

use std::collections::BTreeSet;
use std::sync::Arc;

use arrow_array::{Array, RecordBatch, RecordBatchOptions};
use arrow_schema::{ArrowError, DataType, Field, Schema, TimeUnit};
use thuocdo::{Lang, LocalScorer};
use thuocdo_columns::{BatchScorer, Options, Rows};
use thuocdo_tests::{codes_and_places, local_scorer};

use crate::expect::{eligible, hundredths};

fn shipped() -> Arc<LocalScorer> {
    Arc::new(local_scorer("moet-4725-2022", &[]))
}

fn table(columns: &[(&str, DataType)]) -> Schema {
    Schema::new(columns.iter().map(|(name, of)| Field::new(*name, of.clone(), true)).collect::<Vec<_>>())
}

fn refused(scorer: Arc<LocalScorer>, columns: &[(&str, DataType)]) -> Vec<(String, String)> {
    codes_and_places(&BatchScorer::new(scorer, &table(columns), Options::default()).expect_err("a fault"))
}

fn fault(code: &str, at: &str) -> (String, String) {
    (code.to_owned(), at.to_owned())
}

#[test]
fn columns_named_like_codes_that_are_none_are_refused() {
    let columns = ["1.3.9", "3.1.1", " 1.3.1.part", "1.3", "2.x"].map(|name| (name, DataType::Float64));
    let expected = ["1.3", "1.3.1.part", "1.3.9", "2.x", "3.1.1"].map(|code| fault("unknown_indicator", &format!("/answers/{code}")));
    assert_eq!(refused(shipped(), &columns), expected);
}

#[test]
fn columns_of_other_names_and_of_any_type_go_along() {
    let names = ["population.2024", "institution.code", "1", "2024", "1.3.1 note", "1.3_9", "a.b", ""];
    let columns = names.map(|name| (name, DataType::Timestamp(TimeUnit::Second, None)));
    let scorer = BatchScorer::new(shipped(), &table(&columns), Options::default()).expect("nothing is wrong");
    let carried: Vec<String> = scorer.schema().fields().iter().take(names.len()).map(|field| field.name().clone()).collect();
    assert_eq!(carried, names);
}

#[test]
fn columns_of_types_that_hold_no_facts_are_refused() {
    let columns =
        [("1.3.1", DataType::Date32), ("1.1", DataType::Binary), ("framework", DataType::Int32), ("1.3.2", DataType::new_list(DataType::Utf8, true))];
    let expected = [
        fault("wrong_type", "/answers/1.3.1"),
        fault("wrong_type", "/answers/1.3.2"),
        fault("wrong_type", "/conditions/1.1"),
        fault("wrong_type", "/framework"),
    ];
    assert_eq!(refused(shipped(), &columns), expected);
}

#[test]
fn a_fact_given_twice_is_refused() {
    let columns = ["1.3.1", " 1.3.1 ", "1.1", "1.1"].map(|name| (name, DataType::Utf8));
    assert_eq!(refused(shipped(), &columns), [fault("duplicate_key", "/answers/1.3.1"), fault("duplicate_key", "/conditions/1.1")]);
    let columns = ["framework", "Framework"].map(|name| (name, DataType::Utf8));
    assert_eq!(refused(shipped(), &columns), [fault("duplicate_key", "/framework")]);
}

#[test]
fn a_part_comes_with_its_whole_and_not_beside_a_share() {
    let scorer = Arc::new(local_scorer("small-invented.json", &[]));
    let framework = scorer.local().framework();
    let share = framework.indicators().find(|indicator| framework.rule_of(indicator).facts() == ["part", "whole"]).expect("a share").code.to_string();
    let (part, whole) = (format!("{share}.part"), format!("{share}.whole"));
    let int = DataType::Int64;
    let halves = refused(Arc::clone(&scorer), &[(&part, int.clone())]);
    assert_eq!(halves, [fault("missing_field", &format!("/answers/{share}/whole"))]);
    let twice = refused(Arc::clone(&scorer), &[(&share, DataType::Utf8), (&part, int.clone()), (&whole, int.clone())]);
    assert_eq!(twice, [fault("duplicate_key", &format!("/answers/{share}"))]);
    let parts = refused(scorer, &[(&part, int.clone()), (&part, int.clone()), (&whole, int)]);
    assert_eq!(parts, [fault("duplicate_key", &format!("/answers/{share}/part"))]);
}

#[test]
fn a_column_that_goes_along_may_not_be_named_like_a_result() {
    let columns = [("eligible", DataType::Boolean), ("group.1.score.low", DataType::Int8), ("criterion.1.3.score.low", DataType::Int8)];
    let violations = BatchScorer::new(shipped(), &table(&columns), Options::default()).expect_err("a fault");
    assert_eq!(codes_and_places(&violations), [fault("column_taken", "")]);
    let message = violations.iter().next().expect("a violation").message(Lang::En);
    assert!(message.contains(": eligible, group.1.score.low;"), "{message}");
}

#[test]
fn a_table_without_a_fact_can_be_told() {
    for (columns, expected) in [
        (vec![], vec![fault("no_known_column", "")]),
        (vec![("institution.code;1.3.1;1.1", DataType::Utf8), ("framework", DataType::Utf8)], vec![fault("no_known_column", "")]),
        (vec![("1.1", DataType::Null)], vec![]),
        (vec![(" 1.3.1 ", DataType::Utf8), ("x", DataType::Utf8)], vec![]),
    ] {
        let table = table(&columns);
        let told = BatchScorer::new(shipped(), &table, Options::default()).expect("nothing else").check_facts();
        assert_eq!(told.as_ref().err().map_or_else(Vec::new, codes_and_places), expected);
        assert_eq!(Rows::new(&shipped(), &table, None).as_ref().err().map_or_else(Vec::new, codes_and_places), expected);
    }
}

#[test]
fn a_table_without_columns_has_rows_of_which_nothing_is_known() {
    let empty = Arc::new(Schema::empty());
    let scorer = BatchScorer::new(shipped(), &empty, Options::default()).expect("nothing is wrong");
    for rows in [0, 3] {
        let batch = RecordBatch::try_new_with_options(Arc::clone(&empty), Vec::new(), &RecordBatchOptions::new().with_row_count(Some(rows)));
        let results = scorer.score(&batch.expect("a batch")).expect("results");
        assert_eq!(results.num_rows(), rows);
        for row in 0..rows {
            assert_eq!([hundredths(&results, "group.1.score.low", row), hundredths(&results, "group.1.score.high", row)], [Some(0), Some(10_000)]);
            assert_eq!(eligible(&results, row), Some(false));
        }
    }
}

#[test]
fn a_batch_of_another_table_is_an_error() {
    let scorer = BatchScorer::new(shipped(), &table(&[("1.3.1", DataType::Float64)]), Options::default()).expect("nothing is wrong");
    for other in [table(&[("1.3.1", DataType::Float32)]), table(&[("1.3.2", DataType::Float64)]), Schema::empty()] {
        assert!(matches!(scorer.score(&RecordBatch::new_empty(Arc::new(other))), Err(ArrowError::SchemaError(_))));
    }
}

#[test]
fn what_goes_along_is_not_copied() {
    let column = Arc::new(arrow_array::Int64Array::from(vec![1, 2, 3]));
    let batch = RecordBatch::try_from_iter([("population.2024", Arc::clone(&column) as arrow_array::ArrayRef)]).expect("a batch");
    let results = BatchScorer::new(shipped(), &batch.schema(), Options::default()).expect("a table").score(&batch).expect("results");
    assert!(results.column(0).to_data().ptr_eq(&column.to_data()));
}

#[test]
fn only_facts_and_the_name_of_the_framework_are_read() {
    let table = table(&[("school", DataType::Utf8), ("framework", DataType::Utf8), ("2.3.1", DataType::Float64), ("1.3.1", DataType::Float64)]);
    let scorer = BatchScorer::new(shipped(), &table, Options::default()).expect("nothing is wrong");
    assert_eq!(scorer.reads().collect::<BTreeSet<_>>(), BTreeSet::from([1, 2, 3]));
}

#[test]
fn a_scorer_is_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<BatchScorer>();
}
