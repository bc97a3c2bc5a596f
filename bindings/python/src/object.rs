//! How a value of the core becomes an object of Python: by serde, with no JSON text in between.
//!
//! `pythonize` and `serde-pyobject` do this for any type, but make a `float` of each fraction and an `int` of whole points, where this package
//! has `Decimal`: a second walk would have to change them. A tree of `serde_json` as a step between would be as large as the result.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::{self, Display};

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use crate::points::decimal_type;

/// The object of a value: dictionaries, lists, texts, `bool`, `int` and `None`; a fraction is a `Decimal`. Under the fields that `points` names
/// each number is a `Decimal`, also a whole one.
pub(crate) fn of<'py, T: Serialize>(py: Python<'py>, value: &T, points: &[&str]) -> PyResult<Bound<'py, PyAny>> {
    let shared = Shared { decimals: RefCell::default(), points, py };
    value.serialize(Maker { is_points: false, shared: &shared }).map_err(|Fault(error)| error)
}

/// What all parts of one object share.
struct Shared<'a, 'py> {
    /// The decimals so far, by the bits of the double: most points occur many times.
    decimals: RefCell<HashMap<u64, Bound<'py, PyAny>>>,
    points: &'a [&'a str],
    py: Python<'py>,
}

/// Makes the object of one value.
#[derive(Clone, Copy)]
struct Maker<'a, 'py> {
    /// Whether the value stands under one of the fields that hold points.
    is_points: bool,
    shared: &'a Shared<'a, 'py>,
}

type Made<'py> = Result<Bound<'py, PyAny>, Fault>;

impl<'py> Maker<'_, 'py> {
    /// The shortest decimal that identifies a double, as JSON writes it.
    fn decimal(self, double: f64) -> Made<'py> {
        if let Some(made) = self.shared.decimals.borrow().get(&double.to_bits()) {
            return Ok(made.clone());
        }
        let made = decimal_type(self.shared.py)?.call1((double.to_string(),))?;
        self.shared.decimals.borrow_mut().insert(double.to_bits(), made.clone());
        Ok(made)
    }

    fn object<T: IntoPyObjectExt<'py>>(self, value: T) -> Made<'py> {
        Ok(value.into_bound_py_any(self.shared.py)?)
    }
}

/// An object with entries.
struct Entries<'a, 'py> {
    dict: Bound<'py, PyDict>,
    key: Option<Bound<'py, PyAny>>,
    maker: Maker<'a, 'py>,
}

/// A list.
struct Items<'a, 'py> {
    items: Vec<Bound<'py, PyAny>>,
    maker: Maker<'a, 'py>,
}

/// Why there is no object.
#[derive(Debug)]
struct Fault(PyErr);

impl From<PyErr> for Fault {
    fn from(error: PyErr) -> Fault {
        Fault(error)
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

impl std::error::Error for Fault {}

impl serde::ser::Error for Fault {
    fn custom<T: Display>(message: T) -> Fault {
        Fault(PyValueError::new_err(message.to_string()))
    }
}

/// The core's types have no such form.
fn unused<T>(form: &str) -> Result<T, Fault> {
    Err(serde::ser::Error::custom(format_args!("no object of Python is made of a {form}")))
}

impl<'a, 'py> Serializer for Maker<'a, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Fault;
    type SerializeSeq = Items<'a, 'py>;
    type SerializeTuple = Impossible<Self::Ok, Fault>;
    type SerializeTupleStruct = Impossible<Self::Ok, Fault>;
    type SerializeTupleVariant = Impossible<Self::Ok, Fault>;
    type SerializeMap = Entries<'a, 'py>;
    type SerializeStruct = Entries<'a, 'py>;
    type SerializeStructVariant = Impossible<Self::Ok, Fault>;

    fn serialize_bool(self, is: bool) -> Made<'py> {
        self.object(is)
    }

    fn serialize_i8(self, number: i8) -> Made<'py> {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Made<'py> {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Made<'py> {
        self.serialize_i64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Made<'py> {
        self.object(number)
    }

    fn serialize_u8(self, number: u8) -> Made<'py> {
        self.serialize_u32(number.into())
    }

    fn serialize_u16(self, number: u16) -> Made<'py> {
        self.serialize_u32(number.into())
    }

    /// Points are 32 bits wide.
    fn serialize_u32(self, number: u32) -> Made<'py> {
        if self.is_points { self.decimal(number.into()) } else { self.object(number) }
    }

    fn serialize_u64(self, number: u64) -> Made<'py> {
        self.object(number)
    }

    fn serialize_f32(self, number: f32) -> Made<'py> {
        self.decimal(number.into())
    }

    fn serialize_f64(self, number: f64) -> Made<'py> {
        self.decimal(number)
    }

    fn serialize_char(self, letter: char) -> Made<'py> {
        self.object(letter)
    }

    fn serialize_str(self, text: &str) -> Made<'py> {
        self.object(text)
    }

    fn serialize_bytes(self, _: &[u8]) -> Made<'py> {
        unused("string of bytes")
    }

    fn serialize_none(self) -> Made<'py> {
        Ok(self.shared.py.None().into_bound(self.shared.py))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made<'py> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Made<'py> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Made<'py> {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Made<'py> {
        unused("variant")
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Items<'a, 'py>, Fault> {
        Ok(Items { items: Vec::with_capacity(len.unwrap_or_default()), maker: self })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Fault> {
        unused("tuple")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Fault> {
        unused("tuple")
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeTupleVariant, Fault> {
        unused("variant")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a, 'py>, Fault> {
        Ok(Entries { dict: PyDict::new(self.shared.py), key: None, maker: self })
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<Entries<'a, 'py>, Fault> {
        self.serialize_map(Some(len))
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeStructVariant, Fault> {
        unused("variant")
    }
}

impl<'py> SerializeSeq for Items<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Fault;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Fault> {
        self.items.push(item.serialize(self.maker)?);
        Ok(())
    }

    fn end(self) -> Made<'py> {
        Ok(PyList::new(self.maker.shared.py, self.items)?.into_any())
    }
}

impl<'py> SerializeMap for Entries<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Fault;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Fault> {
        self.key = Some(key.serialize(self.maker)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        let value = value.serialize(self.maker)?;
        Ok(self.dict.set_item(self.key.take(), value)?)
    }

    fn end(self) -> Made<'py> {
        Ok(self.dict.into_any())
    }
}

impl<'py> SerializeStruct for Entries<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Fault> {
        let Maker { is_points, shared } = self.maker;
        let value = value.serialize(Maker { is_points: is_points || shared.points.contains(&name), shared })?;
        Ok(self.dict.set_item(PyString::intern(shared.py, name), value)?)
    }

    fn end(self) -> Made<'py> {
        SerializeMap::end(self)
    }
}
