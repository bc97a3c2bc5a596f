//! What the row engine says of a row, beside what the columns of results say.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int32Type, UInt8Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use thuocdo::{Lang, LocalScore, Points, Scorecard, Violations};
use thuocdo_columns::{Options, PointsAs, Scope, TextsAs};

/// The hundredths in a row of a column of points.
pub(crate) fn hundredths(results: &RecordBatch, name: &str, row: usize) -> Option<i128> {
    let column = results.column_by_name(name).unwrap_or_else(|| panic!("no column {name}"));
    if column.is_null(row) {
        return None;
    }
    Some(match column.as_primitive_opt::<Int32Type>() {
        Some(column) => column.value(row).into(),
        None => column.as_primitive::<Decimal128Type>().value(row),
    })
}

pub(crate) fn level(results: &RecordBatch, name: &str, row: usize) -> Option<u8> {
    let column = results.column_by_name(name).unwrap_or_else(|| panic!("no column {name}")).as_primitive::<UInt8Type>();
    column.is_valid(row).then(|| column.value(row))
}

pub(crate) fn eligible(results: &RecordBatch, row: usize) -> Option<bool> {
    let column = results["eligible"].as_boolean();
    column.is_valid(row).then(|| column.value(row))
}

/// The entries of a list of three texts.
pub(crate) fn list(results: &RecordBatch, name: &str, row: usize) -> Option<Vec<[String; 3]>> {
    let lists = results[name].as_list::<i32>();
    lists.is_valid(row).then(|| {
        let entries = lists.value(row);
        let columns = entries.as_struct().columns();
        let text = |column: &ArrayRef, entry| match column.as_string_view_opt() {
            Some(texts) => texts.value(entry).to_owned(),
            None => column.as_string::<i32>().value(entry).to_owned(),
        };
        (0..entries.len()).map(|entry| [0, 1, 2].map(|field| text(&columns[field], entry))).collect()
    })
}

/// Holds a row of results to what the row engine says of the same row.
pub(crate) fn hold(results: &RecordBatch, row: usize, expected: &Result<LocalScore, Violations>, options: &Options) {
    match expected {
        Ok(score) => hold_card(results, row, if options.scope == Scope::Local { &score.local } else { &score.national }, options),
        Err(violations) => hold_refusal(results, row, violations, options.lang),
    }
}

fn hold_card(results: &RecordBatch, row: usize, card: &Scorecard, options: &Options) {
    assert_eq!(list(results, "violations", row), Some(Vec::new()), "row {row}");
    let points = |points: Points| Some(i128::from(points.hundredths()));
    for group in &card.groups {
        let of = |what: &str| format!("group.{}.{what}", group.code);
        assert_eq!(hundredths(results, &of("score.low"), row), points(group.score.low), "row {row}");
        assert_eq!(hundredths(results, &of("score.high"), row), points(group.score.high), "row {row}");
        assert_eq!(level(results, &of("level.low"), row), Some(group.level.low.get()), "row {row}");
        assert_eq!(level(results, &of("level.high"), row), Some(group.level.high.get()), "row {row}");
        for criterion in group.criteria.iter().filter(|_| options.criteria) {
            let of = |end: &str| format!("criterion.{}.score.{end}", criterion.code);
            assert_eq!(hundredths(results, &of("low"), row), points(criterion.score.low), "row {row}");
            assert_eq!(hundredths(results, &of("high"), row), points(criterion.score.high), "row {row}");
        }
    }
    assert_eq!(level(results, "overall.level.low", row), Some(card.overall.level.low.get()), "row {row}");
    assert_eq!(level(results, "overall.level.high", row), Some(card.overall.level.high.get()), "row {row}");
    assert_eq!(eligible(results, row), Some(card.recognition.eligible), "row {row}");
    let blockers =
        card.recognition.blockers.iter().map(|blocker| [blocker.code.as_str().to_owned(), blocker.at.to_string(), blocker.group.to_string()]);
    assert_eq!(list(results, "blockers", row), Some(blockers.collect()), "row {row}");
}

fn hold_refusal(results: &RecordBatch, row: usize, violations: &Violations, lang: Lang) {
    let told = violations.iter().map(|violation| [violation.code().as_str().to_owned(), violation.at().to_owned(), violation.message(lang)]);
    assert_eq!(list(results, "violations", row), Some(told.collect()), "row {row}");
    for (field, column) in results.schema().fields().iter().zip(results.columns()) {
        let is_result = ["group.", "criterion.", "overall.", "eligible", "blockers"].iter().any(|start| field.name().starts_with(start));
        assert!(!is_result || column.is_null(row), "row {row} is refused and has {}", field.name());
    }
}

/// Every choice there is but the language, which changes with the rest.
pub(crate) fn all_options() -> Vec<Options> {
    let mut all = Vec::new();
    for (texts, scope) in [TextsAs::Utf8, TextsAs::Views].into_iter().flat_map(|texts| [(texts, Scope::Local), (texts, Scope::National)]) {
        for (points, criteria, lang) in [(PointsAs::Decimal, false, Lang::Vi), (PointsAs::Hundredths, true, Lang::En)] {
            all.push(Options { criteria, lang, points, scope, texts, ..Options::default() });
        }
    }
    all
}
