//! Columns of every type at random, with good cells, bad ones and nulls, beside what stands in each cell.

use std::sync::Arc;

use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{ArrayRef, BooleanArray, DictionaryArray, LargeStringArray, NullArray, PrimitiveArray, StringArray, StringViewArray};
use arrow_buffer::{NullBuffer, i256};
use thuocdo::json::Number;
use thuocdo_tables::{Cell, FactKind};
use thuocdo_tests::generate::Choices;

/// What stands in a column, row by row.
pub(crate) type Cells = Vec<Option<Cell<'static>>>;

pub(crate) const TYPES: [&str; 19] = [
    "float64",
    "float32",
    "float16",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "decimal32",
    "decimal64",
    "decimal128",
    "boolean",
    "utf8",
    "large_utf8",
    "utf8_view",
    "dictionary",
];

/// A column of one type, for an indicator or condition that takes such cells.
pub(crate) fn column(of: &str, takes: FactKind, rows: usize, choices: &mut Choices) -> (ArrayRef, Cells) {
    let bad_once_in = choices.one_of(&[3, 40, 400, 100_000]);
    match of {
        "float64" => primitive::<Float64Type>(rows, choices, |choices| double(takes, bad_once_in, choices), Number::from_f64),
        "float32" => primitive::<Float32Type>(rows, choices, |choices| single(double(takes, bad_once_in, choices)), Number::from_f32),
        "float16" => primitive::<Float16Type>(
            rows,
            choices,
            |choices| <Float16Type as ArrowPrimitiveType>::Native::from_f64(double(takes, bad_once_in, choices)),
            shortest_of_half,
        ),
        "int8" => integers::<Int8Type>(takes, bad_once_in, rows, choices, |value| i64::from(value).into()),
        "int16" => integers::<Int16Type>(takes, bad_once_in, rows, choices, |value| i64::from(value).into()),
        "int32" => integers::<Int32Type>(takes, bad_once_in, rows, choices, |value| i64::from(value).into()),
        "int64" => integers::<Int64Type>(takes, bad_once_in, rows, choices, Number::from),
        "uint8" => integers::<UInt8Type>(takes, bad_once_in, rows, choices, |value| u64::from(value).into()),
        "uint16" => integers::<UInt16Type>(takes, bad_once_in, rows, choices, |value| u64::from(value).into()),
        "uint32" => integers::<UInt32Type>(takes, bad_once_in, rows, choices, |value| u64::from(value).into()),
        "uint64" => integers::<UInt64Type>(takes, bad_once_in, rows, choices, Number::from),
        "decimal32" => decimals::<Decimal32Type>(9, takes, bad_once_in, rows, choices, i128::from),
        "decimal64" => decimals::<Decimal64Type>(18, takes, bad_once_in, rows, choices, i128::from),
        "decimal128" => decimals::<Decimal128Type>(38, takes, bad_once_in, rows, choices, |mantissa| mantissa),
        "boolean" => {
            let values: Vec<Option<bool>> = (0..rows).map(|_| (!choices.once_in(9)).then(|| !choices.once_in(4))).collect();
            let cells = values.iter().map(|value| value.map(Cell::Bool)).collect();
            (Arc::new(BooleanArray::from(values)), cells)
        }
        _ => texts(of, takes, bad_once_in, rows, choices),
    }
}

/// A column without a type of its own.
pub(crate) fn nulls(rows: usize) -> (ArrayRef, Cells) {
    (Arc::new(NullArray::new(rows)), vec![None; rows])
}

/// Rows that are null still hold a value, good or bad, which nobody may look at.
fn primitive<T: ArrowPrimitiveType>(
    rows: usize,
    choices: &mut Choices,
    value: impl Fn(&mut Choices) -> T::Native,
    number: impl Fn(T::Native) -> Number,
) -> (ArrayRef, Cells) {
    let null_once_in = choices.one_of(&[2, 10, 1_000_000]);
    let values: Vec<T::Native> = (0..rows).map(|_| value(choices)).collect();
    let valid: Vec<bool> = (0..rows).map(|_| !choices.once_in(null_once_in)).collect();
    let cells = values.iter().zip(&valid).map(|(value, valid)| valid.then(|| Cell::Number(number(*value)))).collect();
    (Arc::new(PrimitiveArray::<T>::new(values.into(), Some(NullBuffer::from(valid)))), cells)
}

fn double(takes: FactKind, bad_once_in: i128, choices: &mut Choices) -> f64 {
    if choices.once_in(bad_once_in) {
        let bad = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE, -0.0, 0.1 + 0.2, 1e300, -1e-300, 2_147_483_648.0];
        if choices.once_in(2) {
            return choices.one_of(&bad);
        }
    }
    decimal(takes, bad_once_in, choices).parse().expect("digits")
}

#[expect(clippy::cast_possible_truncation, reason = "the nearest single is meant")]
fn single(double: f64) -> f32 {
    double as f32
}

/// The shortest decimal of a half, found by trying all of few decimals from the shortest on.
fn shortest_of_half(half: <Float16Type as ArrowPrimitiveType>::Native) -> Number {
    let double = half.to_f64();
    let tried = (0..=9).map(|decimals| format!("{double:.decimals$}"));
    let found = tried.into_iter().find(|text| text.parse().is_ok_and(|near| <Float16Type as ArrowPrimitiveType>::Native::from_f64(near) == half));
    found.and_then(|text| text.parse().ok()).unwrap_or(Number::from_f64(double))
}

fn integers<T: ArrowPrimitiveType<Native: TryFrom<i128>>>(
    takes: FactKind,
    bad_once_in: i128,
    rows: usize,
    choices: &mut Choices,
    number: impl Fn(T::Native) -> Number,
) -> (ArrayRef, Cells) {
    let value = |choices: &mut Choices| {
        let ends = [i128::from(i8::MIN), i64::MIN.into(), i64::MAX.into(), u64::MAX.into(), -1, 101, 1_000_001];
        let bad = choices.once_in(bad_once_in).then(|| choices.one_of(&ends));
        let whole = decimal(takes, bad_once_in, choices).split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(0);
        bad.and_then(|bad| bad.try_into().ok()).or_else(|| whole.try_into().ok()).unwrap_or_else(|| T::default_value())
    };
    primitive::<T>(rows, choices, value, number)
}

fn decimals<T: arrow_array::types::DecimalType<Native: Mantissa>>(
    digits: u8,
    takes: FactKind,
    bad_once_in: i128,
    rows: usize,
    choices: &mut Choices,
    mantissa: impl Fn(T::Native) -> i128,
) -> (ArrayRef, Cells) {
    let scale = choices.one_of(&[0_i8, 1, 2, 2, 2, 3, 6, -1]);
    let most = 10_i128.pow(u32::from(digits)) - 1;
    let value = |choices: &mut Choices| {
        let text = decimal(takes, bad_once_in, choices);
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let places = usize::from(scale.max(0).unsigned_abs());
        let digits = format!("{whole}{:0<places$}", decimals.get(..places.min(decimals.len())).unwrap_or(""));
        let exact: i128 = digits.parse().unwrap_or(0);
        let value = if choices.once_in(bad_once_in) { choices.one_of(&[most, -most, 1, -1]) } else { exact };
        <T::Native as Mantissa>::of(value.clamp(-most, most))
    };
    let (array, cells) = primitive::<T>(rows, choices, value, |value| Number::from_decimal(mantissa(value), scale));
    let array = arrow_array::cast::AsArray::as_primitive::<T>(array.as_ref()).clone();
    (Arc::new(array.with_precision_and_scale(digits, scale).expect("it fits")), cells)
}

/// What a decimal is kept in.
pub(crate) trait Mantissa {
    fn of(value: i128) -> Self;
}

impl Mantissa for i32 {
    fn of(value: i128) -> i32 {
        value.try_into().expect("clamped")
    }
}

impl Mantissa for i64 {
    fn of(value: i128) -> i64 {
        value.try_into().expect("clamped")
    }
}

impl Mantissa for i128 {
    fn of(value: i128) -> i128 {
        value
    }
}

impl Mantissa for i256 {
    fn of(value: i128) -> i256 {
        i256::from_i128(value)
    }
}

/// The digits of a number that is mostly fit.
fn decimal(takes: FactKind, bad_once_in: i128, choices: &mut Choices) -> String {
    if choices.once_in(bad_once_in) {
        let bad = ["-0.01", "-3", "0.005", "1.001", "1000000.01", "99999999999", "-0", "0.30000000000000004", "12.50", "101"];
        return choices.one_of(&bad).to_owned();
    }
    match takes {
        FactKind::Points(max) => {
            let most = i128::from(max.hundredths());
            let hundredths = if choices.once_in(6) { most } else { choices.upto(most) };
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        }
        FactKind::Met => choices.upto(1).to_string(),
        FactKind::Share | FactKind::Count => choices.upto(60).to_string(),
    }
}

fn texts(of: &str, takes: FactKind, bad_once_in: i128, rows: usize, choices: &mut Choices) -> (ArrayRef, Cells) {
    let texts: Vec<Option<String>> = (0..rows).map(|_| (!choices.once_in(9)).then(|| text(takes, bad_once_in, choices))).collect();
    let cells = texts.iter().map(|text| {
        let text = text.as_deref()?.trim();
        (!text.is_empty()).then(|| Cell::Text(text.to_owned().into()))
    });
    let cells = cells.collect();
    let array: ArrayRef = match of {
        "utf8" => Arc::new(StringArray::from(texts)),
        "large_utf8" => Arc::new(LargeStringArray::from(texts)),
        "utf8_view" => Arc::new(StringViewArray::from(texts.iter().map(Option::as_deref).collect::<Vec<_>>())),
        "dictionary" => {
            let few: DictionaryArray<Int32Type> = texts.iter().map(Option::as_deref).collect();
            Arc::new(few)
        }
        other => panic!("no type {other}"),
    };
    (array, cells)
}

fn text(takes: FactKind, bad_once_in: i128, choices: &mut Choices) -> String {
    if choices.once_in(bad_once_in) {
        return choices.one_of(&["đạtt", "1.000,5", "24 of 32", "5/0", "7/3", "1e3", "+5", "12,345", "0x10", "NaN", "½", "  ", "-1"]).to_owned();
    }
    match takes {
        FactKind::Met => choices
            .one_of(&["đạt", "ĐẠT", " Có ", "x", "X", "1", "TRUE", "met", "không  đạt", "Kho\u{302}ng đa\u{323}t", "0", "No", "chưa", ""])
            .to_owned(),
        FactKind::Points(_) => {
            let decimal = decimal(takes, bad_once_in, choices);
            if choices.once_in(2) { decimal.replace('.', ",") } else { format!(" {decimal}\t") }
        }
        FactKind::Share => {
            let whole = choices.upto(40) + 1;
            format!("{} / {whole}", choices.upto(whole))
        }
        FactKind::Count => choices.upto(60).to_string(),
    }
}
