//! What an argument says, as bytes of text.

use std::borrow::Cow;

use arrow_array::types::{Decimal128Type, DecimalType};
use libduckdb_sys as ffi;

use crate::api::{Kind, Vector, text, wide};

/// Gives the bytes of a row: a text, or a number as it is written. Nothing of NULL.
pub(crate) type Reader<'c> = Box<dyn Fn(usize) -> Option<Cow<'c, [u8]>> + 'c>;

/// The rows of an argument; `place` counts from 0.
///
/// # Errors
///
/// The type is none of texts, numbers and truths.
pub(crate) fn reader(of: Vector<'_>, rows: usize, place: usize) -> Result<Reader<'_>, String> {
    let of_type = of.of_type();
    // SAFETY: each arm takes the numbers that the type keeps.
    unsafe {
        Ok(match of_type.kind() {
            Kind::Text | Kind::Blob => read(of, rows, |value: &ffi::duckdb_string_t| text(value).into()),
            // Where it is NULL, the byte may be any.
            Kind::Bool => read(of, rows, |value: &u8| written(&(*value != 0))),
            Kind::I8 => read(of, rows, |value: &i8| written(value)),
            Kind::I16 => read(of, rows, |value: &i16| written(value)),
            Kind::I32 => read(of, rows, |value: &i32| written(value)),
            Kind::I64 => read(of, rows, |value: &i64| written(value)),
            Kind::I128 => read(of, rows, |value: &ffi::duckdb_hugeint| written(&wide(value))),
            Kind::U8 => read(of, rows, |value: &u8| written(value)),
            Kind::U16 => read(of, rows, |value: &u16| written(value)),
            Kind::U32 => read(of, rows, |value: &u32| written(value)),
            Kind::U64 => read(of, rows, |value: &u64| written(value)),
            // The shortest text that is this number, as JSON writes it: 5.1 and not 5.0999999999999996.
            Kind::F32 => read(of, rows, |value: &f32| written(value)),
            Kind::F64 => read(of, rows, |value: &f64| written(value)),
            Kind::Decimal => {
                let (kept, scale) = of_type.decimals();
                match kept {
                    Kind::I16 => read(of, rows, move |value: &i16| decimal((*value).into(), scale)),
                    Kind::I32 => read(of, rows, move |value: &i32| decimal((*value).into(), scale)),
                    Kind::I64 => read(of, rows, move |value: &i64| decimal((*value).into(), scale)),
                    _ => read(of, rows, move |value: &ffi::duckdb_hugeint| decimal(wide(value), scale)),
                }
            }
            Kind::Null => Box::new(|_| None),
            _ => return Err(format!("argument {} is no text and no number", place + 1)),
        })
    }
}

/// # Safety
///
/// As [`Vector::numbers`].
unsafe fn read<'c, T: 'c>(of: Vector<'c>, rows: usize, bytes: impl Fn(&'c T) -> Cow<'c, [u8]> + 'c) -> Reader<'c> {
    // SAFETY: as above.
    let (values, valid) = (unsafe { of.numbers::<T>(rows) }, of.valid(rows));
    Box::new(move |row| valid.is_none_or(|bits| bits[row / 64] >> (row % 64) & 1 == 1).then(|| bytes(&values[row])))
}

fn written<'c>(value: &impl ToString) -> Cow<'c, [u8]> {
    value.to_string().into_bytes().into()
}

fn decimal<'c>(value: i128, scale: u8) -> Cow<'c, [u8]> {
    Decimal128Type::format_decimal(value, Decimal128Type::MAX_PRECISION, scale.cast_signed()).into_bytes().into()
}
