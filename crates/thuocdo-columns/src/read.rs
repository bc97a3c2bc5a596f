//! Reads the cells of an Arrow array, whatever its type.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, new_empty_array};
use arrow_schema::DataType;
use thuocdo::json::Number;
use thuocdo_tables::Cell;

use crate::float;

/// Returns the cell of a row; `None` if it is null or blank.
pub(crate) type Reader<'a> = Box<dyn Fn(usize) -> Option<Cell<'a>> + 'a>;

/// Whether columns of a type can hold facts.
pub(crate) fn holds_facts(data_type: &DataType) -> bool {
    reader(new_empty_array(data_type).as_ref()).is_some()
}

/// Whether columns of a type hold texts.
pub(crate) fn holds_texts(data_type: &DataType) -> bool {
    match data_type {
        DataType::Dictionary(_, values) => holds_texts(values),
        other => matches!(other, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null),
    }
}

/// Reads an array row by row; `None` if its type holds no facts.
pub(crate) fn reader(array: &dyn Array) -> Option<Reader<'_>> {
    Some(match array.data_type() {
        DataType::Null => Box::new(|_| None),
        DataType::Boolean => {
            let array = array.as_boolean();
            Box::new(move |row| array.is_valid(row).then(|| Cell::Bool(array.value(row))))
        }
        DataType::Int8 => numbers::<Int8Type>(array, |value| i64::from(value).into()),
        DataType::Int16 => numbers::<Int16Type>(array, |value| i64::from(value).into()),
        DataType::Int32 => numbers::<Int32Type>(array, |value| i64::from(value).into()),
        DataType::Int64 => numbers::<Int64Type>(array, Number::from),
        DataType::UInt8 => numbers::<UInt8Type>(array, |value| u64::from(value).into()),
        DataType::UInt16 => numbers::<UInt16Type>(array, |value| u64::from(value).into()),
        DataType::UInt32 => numbers::<UInt32Type>(array, |value| u64::from(value).into()),
        DataType::UInt64 => numbers::<UInt64Type>(array, Number::from),
        DataType::Float16 => numbers::<Float16Type>(array, float::half),
        DataType::Float32 => numbers::<Float32Type>(array, Number::from_f32),
        DataType::Float64 => numbers::<Float64Type>(array, Number::from_f64),
        &DataType::Decimal32(_, scale) => numbers::<Decimal32Type>(array, move |value| Number::from_decimal(value.into(), scale)),
        &DataType::Decimal64(_, scale) => numbers::<Decimal64Type>(array, move |value| Number::from_decimal(value.into(), scale)),
        &DataType::Decimal128(_, scale) => numbers::<Decimal128Type>(array, move |value| Number::from_decimal(value, scale)),
        DataType::Utf8 => {
            let array = array.as_string::<i32>();
            Box::new(move |row| if array.is_valid(row) { Cell::text(array.value(row)) } else { None })
        }
        DataType::LargeUtf8 => {
            let array = array.as_string::<i64>();
            Box::new(move |row| if array.is_valid(row) { Cell::text(array.value(row)) } else { None })
        }
        DataType::Utf8View => {
            let array = array.as_string_view();
            Box::new(move |row| if array.is_valid(row) { Cell::text(array.value(row)) } else { None })
        }
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary_opt()?;
            let (keys, values) = (key(dictionary.keys())?, reader(dictionary.values().as_ref())?);
            Box::new(move |row| keys(row).and_then(&values))
        }
        _ => return None,
    })
}

fn numbers<T: ArrowPrimitiveType>(array: &dyn Array, number: impl Fn(T::Native) -> Number + 'static) -> Reader<'_> {
    let array = array.as_primitive::<T>();
    Box::new(move |row| array.is_valid(row).then(|| Cell::Number(number(array.value(row)))))
}

/// Returns the index into the dictionary for a row.
fn key(keys: &dyn Array) -> Option<Box<dyn Fn(usize) -> Option<usize> + '_>> {
    fn keys_of<T: ArrowPrimitiveType<Native: TryInto<usize>>>(keys: &dyn Array) -> Box<dyn Fn(usize) -> Option<usize> + '_> {
        let keys = keys.as_primitive::<T>();
        Box::new(move |row| if keys.is_valid(row) { keys.value(row).try_into().ok() } else { None })
    }
    Some(match keys.data_type() {
        DataType::Int8 => keys_of::<Int8Type>(keys),
        DataType::Int16 => keys_of::<Int16Type>(keys),
        DataType::Int32 => keys_of::<Int32Type>(keys),
        DataType::Int64 => keys_of::<Int64Type>(keys),
        DataType::UInt8 => keys_of::<UInt8Type>(keys),
        DataType::UInt16 => keys_of::<UInt16Type>(keys),
        DataType::UInt32 => keys_of::<UInt32Type>(keys),
        DataType::UInt64 => keys_of::<UInt64Type>(keys),
        _ => return None,
    })
}
