//! How an object of Python becomes the value that the core reads, so that a dictionary is judged by the same rules as a text.

use std::borrow::Cow;

use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyBytes, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple, PyType};
use serde::Serialize;
use thuocdo::json::{MAX_BYTES, MAX_DEPTH, Number, Value, push_key, reason};
use thuocdo::text::shown;
use thuocdo::{Term, Violation};

use crate::points::decimal_type;
use crate::refusal::Refusal;

/// What `with` makes of an input: of the JSON text that a `str` or `bytes` is, or of a dictionary and what is in it.
pub(crate) fn read<T>(object: &Bound<'_, PyAny>, with: impl FnOnce(&Value<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
    match text(object) {
        Some(text) => with(&Value::parse(text?)?),
        None => with(&of(object)?),
    }
}

/// The bytes of a `str` or `bytes`, or `None` of anything else. Nothing is copied.
pub(crate) fn text<'a>(object: &'a Bound<'_, PyAny>) -> Option<Result<&'a [u8], Refusal>> {
    if let Ok(text) = object.cast::<PyString>() {
        return Some(utf8(text).map(str::as_bytes).map_err(Fault::refusal));
    }
    object.cast::<PyBytes>().ok().map(|bytes| Ok(bytes.as_bytes()))
}

/// The same, of what must be one of both.
pub(crate) fn text_only<'a>(object: &'a Bound<'_, PyAny>) -> Result<&'a [u8], Refusal> {
    text(object)
        .unwrap_or_else(|| Err(PyTypeError::new_err(format!("this is of type {}; a str or bytes of JSON is expected", name_of(object))).into()))
}

/// The value that a dictionary, and everything in it, stands for.
pub(crate) fn of(object: &Bound<'_, PyAny>) -> Result<Value<'static>, Refusal> {
    of_at_most(object, MAX_BYTES)
}

/// As [`of`], for lists that are longer than one assessment by their nature.
pub(crate) fn of_at_most(object: &Bound<'_, PyAny>, limit: usize) -> Result<Value<'static>, Refusal> {
    Walk { left: limit, limit }.value(object, 0).map_err(Fault::refusal)
}

/// The value of something of the core, by serde.
pub(crate) fn of_core<T: Serialize>(it: &T) -> Result<Value<'static>, Refusal> {
    let tree = serde_json::to_value(it).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    Ok(Value::from(&tree).into_owned())
}

/// Why there is no such value.
enum Fault {
    /// Something else than JSON can say.
    Foreign {
        at: String,
        what: String,
    },
    /// A text with half of a surrogate pair at a position.
    NotUtf8 {
        at: String,
        position: usize,
    },
    /// Reading it failed.
    Python(PyErr),
    TooDeep,
    TooLong(usize),
}

impl Fault {
    /// The same, found under a key or an index.
    fn under(mut self, key: &str) -> Fault {
        if let Fault::Foreign { at, .. } | Fault::NotUtf8 { at, .. } = &mut self {
            let mut longer = String::new();
            push_key(&mut longer, key);
            at.insert_str(0, &longer);
        }
        self
    }

    fn refusal(self) -> Refusal {
        let too_large = |unit: Term, limit: usize| Violation::too_large("", limit, unit);
        let violation = match self {
            Fault::Python(error) => return error.into(),
            Fault::Foreign { at, what } => {
                let at = if at.is_empty() { "/" } else { &at };
                return PyTypeError::new_err(format!("{}: {what}", shown(at))).into();
            }
            Fault::NotUtf8 { at, position } => Violation::not_json(at, reason("half of a surrogate pair"), 1_usize, position.saturating_add(1)),
            Fault::TooDeep => too_large(Term::Depth, MAX_DEPTH),
            Fault::TooLong(limit) => too_large(Term::Bytes, limit),
        };
        Refusal::Violations(violation.into())
    }
}

impl From<PyErr> for Fault {
    fn from(error: PyErr) -> Fault {
        Fault::Python(error)
    }
}

/// The letters of a text where it lies.
fn utf8<'a>(text: &'a Bound<'_, PyString>) -> Result<&'a str, Fault> {
    text.to_str().map_err(|error| {
        let position = error.value(text.py()).getattr("start").and_then(|start| start.extract());
        position.map_or_else(Fault::Python, |position| Fault::NotUtf8 { at: String::new(), position })
    })
}

/// Walks through an object. Objects may hold each other many times over, so what is walked is bounded, as a text is.
struct Walk {
    limit: usize,
    /// How many more bytes may come: as few as a text of the same could have.
    left: usize,
}

impl Walk {
    fn take(&mut self, bytes: usize) -> Result<(), Fault> {
        self.left = self.left.checked_sub(bytes).ok_or(Fault::TooLong(self.limit))?;
        Ok(())
    }

    fn value(&mut self, object: &Bound<'_, PyAny>, depth: usize) -> Result<Value<'static>, Fault> {
        self.take(1)?;
        Ok(if let Ok(text) = object.cast::<PyString>() {
            Value::Text(self.text(text)?)
        } else if let Ok(is) = object.cast::<PyBool>() {
            Value::Bool(is.is_true())
        } else if let Ok(double) = object.cast::<PyFloat>() {
            Value::Number(Number::from_f64(double.value()))
        } else if let Ok(integer) = object.cast::<PyInt>() {
            Value::Number(number(integer))
        } else if let Ok(dict) = object.cast::<PyDict>() {
            self.dict(dict, deeper(depth)?)?
        } else if object.is_none() {
            Value::Null
        } else if let Ok(list) = object.cast::<PyList>() {
            self.list(list.iter(), deeper(depth)?)?
        } else if let Ok(tuple) = object.cast::<PyTuple>() {
            self.list(tuple.iter(), deeper(depth)?)?
        } else {
            self.other(object, depth)?
        })
    }

    fn text(&mut self, text: &Bound<'_, PyString>) -> Result<Cow<'static, str>, Fault> {
        let text = utf8(text)?;
        self.take(text.len())?;
        Ok(Cow::Owned(text.to_owned()))
    }

    fn dict(&mut self, dict: &Bound<'_, PyDict>, depth: usize) -> Result<Value<'static>, Fault> {
        let len = dict.len();
        let mut entries = Vec::with_capacity(len);
        let mut items = dict.iter();
        for _ in 0..len {
            // What is read may run code of its own, and that may change what is being read.
            if dict.len() != len {
                return Err(PyRuntimeError::new_err("a dictionary changed while it was read").into());
            }
            let Some((key, value)) = items.next() else { break };
            entries.push(self.entry(&key, &value, depth)?);
        }
        Ok(Value::Object(entries))
    }

    fn mapping(&mut self, mapping: &Bound<'_, PyMapping>, depth: usize) -> Result<Value<'static>, Fault> {
        let mut entries = Vec::new();
        for key in mapping.try_iter()? {
            let key = key?;
            entries.push(self.entry(&key, &mapping.get_item(&key)?, depth)?);
        }
        Ok(Value::Object(entries))
    }

    fn entry(&mut self, key: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>, depth: usize) -> Result<(Cow<'static, str>, Value<'static>), Fault> {
        let Ok(key) = key.cast::<PyString>() else {
            return Err(Fault::Foreign { at: String::new(), what: format!("a key is of type {}, where a str is expected", name_of(key)) });
        };
        let key = self.text(key)?;
        let value = self.value(value, depth).map_err(|fault| fault.under(&key))?;
        Ok((key, value))
    }

    fn list<'py>(&mut self, items: impl Iterator<Item = Bound<'py, PyAny>>, depth: usize) -> Result<Value<'static>, Fault> {
        let item = |(index, item): (usize, Bound<'py, PyAny>)| self.value(&item, depth).map_err(|fault| fault.under(&index.to_string()));
        items.enumerate().map(item).collect::<Result<_, _>>().map(Value::List)
    }

    /// What is not JSON's own, but means what JSON can say.
    fn other(&mut self, object: &Bound<'_, PyAny>, depth: usize) -> Result<Value<'static>, Fault> {
        let py = object.py();
        let kind = object.get_type();
        if object.is_instance(decimal_type(py)?)? {
            // As its own class writes it: one made of it may write what it likes, such as a unit.
            return by_text(&decimal_type(py)?.call_method1("__str__", (object,))?).map(Value::Number);
        }
        // pandas says by these that something is missing. Its NaT passes for a date.
        if matches!(&*kind.name()?.to_cow()?, "NAType" | "NaTType") {
            return Ok(Value::Null);
        }
        if object.is_instance_of::<PyDate>() {
            // A moment, such as pandas makes of a day in a table, means its day.
            let date = if object.is_instance_of::<PyDateTime>() { object.call_method0("date")? } else { object.clone() };
            let date = date.call_method0("isoformat")?;
            return Ok(Value::Text(self.text(date.cast::<PyString>().map_err(PyErr::from)?)?));
        }
        if object.is_instance(enum_type(py)?)? {
            return self.value(&object.getattr("value")?, deeper(depth)?);
        }
        if is_numpy(&kind)
            && let Some(value) = numpy(object)?
        {
            return Ok(value);
        }
        match object.cast::<PyMapping>() {
            Ok(mapping) => self.mapping(mapping, deeper(depth)?),
            Err(_) => Err(Fault::Foreign { at: String::new(), what: foreign(object) }),
        }
    }
}

fn deeper(depth: usize) -> Result<usize, Fault> {
    if depth < MAX_DEPTH { Ok(depth.saturating_add(1)) } else { Err(Fault::TooDeep) }
}

fn name_of(object: &Bound<'_, PyAny>) -> String {
    object.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn foreign(object: &Bound<'_, PyAny>) -> String {
    let takes = "a dict, list, tuple, str, bool, int, float, Decimal, date or None";
    format!("this is of type {}; {takes} is expected", name_of(object))
}

fn enum_type(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static ENUM: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    ENUM.import(py, "enum", "Enum")
}

/// An integer of any size.
fn number(integer: &Bound<'_, PyInt>) -> Number {
    match integer.extract::<i64>() {
        Ok(integer) => integer.into(),
        // One so large that Python does not write it out is out of every range on its side.
        Err(_) => integer
            .py()
            .get_type::<PyInt>()
            .call_method1("__repr__", (integer,))
            .map_err(Fault::Python)
            .and_then(|text| by_text(&text))
            .unwrap_or_else(|_| {
                let is_negative = integer.lt(0).unwrap_or_default();
                Number::from_f64(if is_negative { f64::NEG_INFINITY } else { f64::INFINITY })
            }),
    }
}

/// A number by the digits that Python writes, exactly. What is written in words (`NaN`, `Infinity`, `sNaN`) is no number, or a double's.
fn by_text(text: &Bound<'_, PyAny>) -> Result<Number, Fault> {
    let text = utf8(text.cast::<PyString>().map_err(PyErr::from)?)?;
    Ok(text.parse().unwrap_or_else(|_| Number::from_f64(text.parse().unwrap_or(f64::NAN))))
}

/// Whether a type is one of numpy's scalars, which need not be imported to be known.
fn is_numpy(kind: &Bound<'_, PyType>) -> bool {
    kind.module().is_ok_and(|module| module == "numpy")
}

/// A scalar of numpy that is not a `float` by itself. What a `float32` stands for is the shortest decimal that identifies it, as of a
/// double: `numpy.float32(5.1)` is 5.1.
fn numpy(object: &Bound<'_, PyAny>) -> Result<Option<Value<'static>>, Fault> {
    let Ok(kind) = object.getattr("dtype").and_then(|dtype| dtype.getattr("kind")) else {
        return Ok(None);
    };
    if name_of(object) == "ndarray" {
        return Ok(None);
    }
    let kind: String = kind.extract()?;
    Ok(match kind.as_str() {
        "b" => Some(Value::Bool(object.is_truthy()?)),
        "i" | "u" => {
            let integer = object.call_method0("__int__")?;
            Some(Value::Number(number(integer.cast::<PyInt>().map_err(PyErr::from)?)))
        }
        "f" => Some(Value::Number(by_text(object.str()?.as_any())?)),
        _ => None,
    })
}
