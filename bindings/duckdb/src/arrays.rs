//! Columns of DuckDB as Arrow arrays.

use std::sync::Arc;

use arrow_array::types::{
    ArrowPrimitiveType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    ArrayRef, BooleanArray, Decimal32Array, Decimal64Array, Decimal128Array, DictionaryArray, NullArray, PrimitiveArray, StringArray, StructArray,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_schema::ArrowError;
use libduckdb_sys as ffi;

use crate::api::{Kind, Vector, text, wide};

/// A column as an array. A type that holds no facts becomes a struct without fields, which holds none either.
///
/// # Errors
///
/// A text that is not UTF-8.
pub(crate) fn array(of: Vector<'_>, rows: usize) -> Result<ArrayRef, ArrowError> {
    let of_type = of.of_type();
    let nulls = of.valid(rows).map(|bits| NullBuffer::new(BooleanBuffer::new(Buffer::from_slice_ref(bits), 0, rows)));
    // SAFETY: each arm takes the numbers that the type keeps.
    unsafe {
        Ok(match of_type.kind() {
            Kind::Bool => {
                let truths = of.numbers::<u8>(rows);
                Arc::new(BooleanArray::new(BooleanBuffer::collect_bool(rows, |row| truths[row] != 0), nulls))
            }
            Kind::I8 => numbers::<Int8Type>(of, rows, nulls),
            Kind::I16 => numbers::<Int16Type>(of, rows, nulls),
            Kind::I32 => numbers::<Int32Type>(of, rows, nulls),
            Kind::I64 => numbers::<Int64Type>(of, rows, nulls),
            Kind::U8 => numbers::<UInt8Type>(of, rows, nulls),
            Kind::U16 => numbers::<UInt16Type>(of, rows, nulls),
            Kind::U32 => numbers::<UInt32Type>(of, rows, nulls),
            Kind::U64 => numbers::<UInt64Type>(of, rows, nulls),
            Kind::F32 => numbers::<Float32Type>(of, rows, nulls),
            Kind::F64 => numbers::<Float64Type>(of, rows, nulls),
            // What `sum` of whole numbers gives.
            Kind::I128 => Arc::new(
                Decimal128Array::new(of.numbers::<ffi::duckdb_hugeint>(rows).iter().map(wide).collect(), nulls).with_precision_and_scale(38, 0)?,
            ),
            Kind::Decimal => {
                let (kept, scale) = of_type.decimals();
                let scale = scale.cast_signed();
                match kept {
                    Kind::I16 => {
                        let values = of.numbers::<i16>(rows).iter().map(|value| i32::from(*value)).collect();
                        Arc::new(Decimal32Array::new(values, nulls).with_precision_and_scale(9, scale)?)
                    }
                    Kind::I32 => Arc::new(Decimal32Array::new(of.numbers::<i32>(rows).to_vec().into(), nulls).with_precision_and_scale(9, scale)?),
                    Kind::I64 => Arc::new(Decimal64Array::new(of.numbers::<i64>(rows).to_vec().into(), nulls).with_precision_and_scale(18, scale)?),
                    _ => Arc::new(
                        Decimal128Array::new(of.numbers::<ffi::duckdb_hugeint>(rows).iter().map(wide).collect(), nulls)
                            .with_precision_and_scale(38, scale)?,
                    ),
                }
            }
            Kind::Text => Arc::new(texts(of, rows, nulls.as_ref())?),
            Kind::Enum => {
                let (kept, words) = of_type.words();
                let words = Arc::new(StringArray::from(words));
                match kept {
                    Kind::U8 => Arc::new(DictionaryArray::try_new(keys::<UInt8Type>(of, rows, nulls), words)?),
                    Kind::U16 => Arc::new(DictionaryArray::try_new(keys::<UInt16Type>(of, rows, nulls), words)?),
                    _ => Arc::new(DictionaryArray::try_new(keys::<UInt32Type>(of, rows, nulls), words)?),
                }
            }
            Kind::Null => Arc::new(NullArray::new(rows)),
            _ => Arc::new(StructArray::new_empty_fields(rows, None)),
        })
    }
}

/// # Safety
///
/// As [`Vector::numbers`].
unsafe fn numbers<T: ArrowPrimitiveType>(of: Vector<'_>, rows: usize, nulls: Option<NullBuffer>) -> ArrayRef {
    // SAFETY: as above.
    Arc::new(PrimitiveArray::<T>::new(unsafe { of.numbers::<T::Native>(rows) }.to_vec().into(), nulls))
}

/// The numbers of an enum's words. Where it is NULL any number may stand, so it is 0 there.
///
/// # Safety
///
/// As [`Vector::numbers`].
unsafe fn keys<T: ArrowPrimitiveType>(of: Vector<'_>, rows: usize, nulls: Option<NullBuffer>) -> PrimitiveArray<T> {
    // SAFETY: as above.
    let numbers = unsafe { of.numbers::<T::Native>(rows) };
    let is_valid = |row: usize| nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row));
    let keys = numbers.iter().enumerate().map(|(row, number)| if is_valid(row) { *number } else { T::Native::default() }).collect();
    PrimitiveArray::new(keys, nulls)
}

/// # Safety
///
/// The column is one of texts.
unsafe fn texts(of: Vector<'_>, rows: usize, nulls: Option<&NullBuffer>) -> Result<StringArray, ArrowError> {
    // SAFETY: as above.
    let values = unsafe { of.numbers::<ffi::duckdb_string_t>(rows) };
    let is_valid = |row: usize| nulls.is_none_or(|nulls| nulls.is_valid(row));
    let read = |(row, value)| if is_valid(row) { std::str::from_utf8(text(value)).map(Some) } else { Ok(None) };
    values.iter().enumerate().map(read).collect::<Result<_, _>>().map_err(|error| ArrowError::InvalidArgumentError(error.to_string()))
}
