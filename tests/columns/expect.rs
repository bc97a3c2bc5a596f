//! What the row engine says of a row, beside what the columns of results say.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Float64Type, Int32Type, UInt8Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use thuocdo::{Lang, LocalScore, Points, Scorecard, Violations};
use thuocdo_columns::{Options, PointsAs, ReasonsAs, Scope, TextsAs};

/// The hundredths in a row of a column of points.
pub(crate) fn hundredths(results: &RecordBatch, name: &str, row: usize) -> Option<i128> {
    let column = results.column_by_name(name).unwrap_or_else(|| panic!("no column {name}"));
    if column.is_null(row) {
        return None;
    }
    if let Some(column) = column.as_primitive_opt::<Float64Type>() {
        // The shortest text of the float is that of the points.
        let text = column.value(row).to_string();
        let points: Points = text.parse().unwrap_or_else(|_| panic!("{name} is {text}"));
        return Some(points.hundredths().into());
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
        (0..entries.len()).map(|entry| [0, 1, 2].map(|field| text_of(&columns[field], entry))).collect()
    })
}

/// The text of both columns of reasons where they are asked for so.
fn text(results: &RecordBatch, name: &str, row: usize) -> Option<String> {
    results[name].is_valid(row).then(|| text_of(&results[name], row))
}

fn text_of(column: &ArrayRef, row: usize) -> String {
    match column.as_string_view_opt() {
        Some(texts) => texts.value(row).to_owned(),
        None => column.as_string::<i32>().value(row).to_owned(),
    }
}

/// Holds a row of results to what the row engine says of the same row.
pub(crate) fn hold(results: &RecordBatch, row: usize, expected: &Result<LocalScore, Violations>, options: &Options) {
    match expected {
        Ok(score) => hold_card(results, row, if options.scope == Scope::Local { &score.local } else { &score.national }, options),
        Err(violations) => hold_refusal(results, row, violations, options),
    }
}

fn hold_card(results: &RecordBatch, row: usize, card: &Scorecard, options: &Options) {
    match options.reasons {
        ReasonsAs::Lists => assert_eq!(list(results, "violations", row), Some(Vec::new()), "row {row}"),
        ReasonsAs::Text => assert_eq!(text(results, "violations", row).as_deref(), Some(""), "row {row}"),
        ReasonsAs::Nothing => assert!(results.column_by_name("violations").is_none()),
    }
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
        for indicator in group.criteria.iter().flat_map(|criterion| &criterion.indicators).filter(|_| options.indicators) {
            let of = |end: &str| format!("indicator.{}.score.{end}", indicator.code);
            assert_eq!(hundredths(results, &of("low"), row), points(indicator.score.low), "row {row}");
            assert_eq!(hundredths(results, &of("high"), row), points(indicator.score.high), "row {row}");
        }
    }
    assert_eq!(level(results, "overall.level.low", row), Some(card.overall.level.low.get()), "row {row}");
    assert_eq!(level(results, "overall.level.high", row), Some(card.overall.level.high.get()), "row {row}");
    assert_eq!(eligible(results, row), Some(card.recognition.eligible), "row {row}");
    let blockers = card.recognition.blockers.iter();
    match options.reasons {
        ReasonsAs::Lists => {
            let blockers = blockers.map(|blocker| [blocker.code.as_str().to_owned(), blocker.at.to_string(), blocker.group.to_string()]);
            assert_eq!(list(results, "blockers", row), Some(blockers.collect()), "row {row}");
        }
        ReasonsAs::Text => {
            let blockers: Vec<String> = blockers.map(|blocker| format!("{}:{}", blocker.code.as_str(), blocker.at)).collect();
            assert_eq!(text(results, "blockers", row), Some(blockers.join(" ")), "row {row}");
        }
        ReasonsAs::Nothing => assert!(results.column_by_name("blockers").is_none()),
    }
}

fn hold_refusal(results: &RecordBatch, row: usize, violations: &Violations, options: &Options) {
    // The words are about the cell, not about JSON, so the row engine has others; the corpus of tables holds them.
    match options.reasons {
        ReasonsAs::Lists => {
            let told = violations.iter().map(|violation| [violation.code().as_str(), violation.at()].map(str::to_owned));
            let found = list(results, "violations", row).unwrap_or_default();
            assert_eq!(found.iter().map(|[code, at, _]| [code, at].map(String::clone)).collect::<Vec<_>>(), told.collect::<Vec<_>>(), "row {row}");
            assert!(found.iter().all(|[.., message]| !message.is_empty()), "row {row}");
        }
        ReasonsAs::Text => {
            let found = text(results, "violations", row).unwrap_or_default();
            let mut rest = found.as_str();
            for violation in violations {
                let told = rest.split_once(&format!("{}: ", violation.at()));
                rest = told.unwrap_or_else(|| panic!("row {row}: {} is not told in {found}", violation.at())).1;
            }
        }
        // That the results are NULL, below, is all there is.
        ReasonsAs::Nothing => {}
    }
    for (field, column) in results.schema().fields().iter().zip(results.columns()) {
        let is_result =
            ["group.", "criterion.", "indicator.", "overall.", "eligible", "blockers"].iter().any(|start| field.name().starts_with(start));
        assert!(!is_result || column.is_null(row), "row {row} is refused and has {}", field.name());
    }
}

/// Every choice there is but the language, which changes with the rest.
pub(crate) fn all_options() -> Vec<Options> {
    let mut all = Vec::new();
    for (texts, scope) in [TextsAs::Utf8, TextsAs::Views].into_iter().flat_map(|texts| [(texts, Scope::Local), (texts, Scope::National)]) {
        for (points, reasons, lang) in [
            (PointsAs::Decimal, ReasonsAs::Lists, Lang::Vi),
            (PointsAs::Hundredths, ReasonsAs::Text, Lang::En),
            (PointsAs::Float, ReasonsAs::Lists, Lang::En),
            (PointsAs::Decimal, ReasonsAs::Nothing, Lang::Vi),
        ] {
            for (criteria, indicators) in [(false, false), (true, false), (false, true), (true, true)] {
                all.push(Options { criteria, indicators, lang, points, reasons, scope, texts, ..Options::default() });
            }
        }
    }
    all
}
