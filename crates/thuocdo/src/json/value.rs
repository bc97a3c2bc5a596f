//! A JSON value that keeps every key of every object in the order of the text, including keys that occur twice.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::points::Number;
use crate::violation::{Named, Term, Violation, Violations};

/// The largest text that the parser accepts, in bytes.
pub const MAX_BYTES: usize = 1 << 20;
/// The deepest nesting that the parser accepts, in levels: `[[]]` has two.
pub const MAX_DEPTH: usize = 64;

/// A JSON value. [`Value::parse`] makes it of text; a binding makes it of its own dictionaries or columns. Both then pass the same reader
/// and get the same violations.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`: missing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object, with its keys in the order of the text.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// Reads one JSON value of at most [`MAX_BYTES`] bytes and [`MAX_DEPTH`] levels. A leading byte order mark is skipped.
    ///
    /// # Errors
    /// `not_json` or `too_large`.
    pub fn parse(bytes: &'a [u8]) -> Result<Value<'a>, Violations> {
        Value::parse_at_most(bytes, MAX_BYTES)
    }

    /// As [`Value::parse`], of at most `limit` bytes: for a list, which may be longer than one assessment.
    ///
    /// # Errors
    /// As [`Value::parse`].
    pub fn parse_at_most(bytes: &'a [u8], limit: usize) -> Result<Value<'a>, Violations> {
        if bytes.len() > limit {
            return Err(too_large(Term::Bytes, limit));
        }
        let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let too_deep = Cell::new(false);
        let mut parser = serde_json::Deserializer::from_str(text);
        Seed { depth: 0, text, too_deep: &too_deep }
            .deserialize(&mut parser)
            .and_then(|value| parser.end().map(|()| value))
            .map_err(|error| if too_deep.get() { too_large(Term::Depth, MAX_DEPTH) } else { not_json(&error) })
    }

    /// An object with these entries.
    pub fn object<const N: usize>(entries: [(&'a str, Value<'a>); N]) -> Value<'a> {
        Value::Object(entries.into_iter().map(|(key, value)| (Cow::Borrowed(key), value)).collect())
    }

    /// The first value of such a key, if this is an object.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        let Value::Object(entries) = self else { return None };
        entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Whether the value is an object with such a key, whatever its value is.
    pub fn has_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The same value with owned strings.
    pub fn into_owned(self) -> Value<'static> {
        let own = |text: Cow<'a, str>| Cow::Owned(text.into_owned());
        match self {
            Value::Null => Value::Null,
            Value::Bool(is) => Value::Bool(is),
            Value::Number(number) => Value::Number(number),
            Value::Text(text) => Value::Text(own(text)),
            Value::List(items) => Value::List(items.into_iter().map(Value::into_owned).collect()),
            Value::Object(entries) => Value::Object(entries.into_iter().map(|(key, value)| (own(key), value.into_owned())).collect()),
        }
    }

    /// The JSON type, in words.
    pub(crate) const fn kind(&self) -> Term {
        match self {
            Value::Null => Term::Null,
            Value::Bool(_) => Term::Bool,
            Value::Number(_) => Term::Number,
            Value::Text(_) => Term::String,
            Value::List(_) => Term::List,
            Value::Object(_) => Term::Object,
        }
    }
}

impl<'a> From<&'a serde_json::Value> for Value<'a> {
    /// Converts a value that another program parsed. That program has kept only the last of two equal keys.
    fn from(value: &'a serde_json::Value) -> Value<'a> {
        match value {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::Bool(is) => Value::Bool(*is),
            serde_json::Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(natural), ..) => Value::Number(natural.into()),
                (_, Some(integer), _) => Value::Number(integer.into()),
                (.., double) => Value::Number(Number::from_f64(double.unwrap_or(f64::NAN))),
            },
            serde_json::Value::String(text) => Value::Text(text.as_str().into()),
            serde_json::Value::Array(items) => Value::List(items.iter().map(Value::from).collect()),
            serde_json::Value::Object(entries) => {
                Value::Object(entries.iter().map(|(key, value)| (key.as_str().into(), Value::from(value))).collect())
            }
        }
    }
}

fn too_large(unit: Term, limit: usize) -> Violations {
    Violation::too_large("", limit, unit).into()
}

fn not_utf8(bytes: &[u8], valid: usize) -> Violations {
    let before = bytes.get(..valid).unwrap_or_default();
    let lines = || before.split(|byte| *byte == b'\n');
    let column = lines().next_back().map_or(0, <[u8]>::len).saturating_add(1);
    refused("invalid UTF-8", lines().count(), column)
}

fn not_json(error: &serde_json::Error) -> Violations {
    let text = error.to_string();
    let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    refused(reason, error.line(), error.column())
}

/// Why a text is not JSON: the parser's English reason for programs, a sentence in each language for people.
pub fn reason(reason: &str) -> Named {
    let vi = match reason {
        "invalid UTF-8" | "half of a surrogate pair" | "lone leading surrogate in hex escape" | "unexpected end of hex escape" => {
            "có ký tự không đúng bảng mã UTF-8"
        }
        "trailing comma" => "thừa dấu phẩy",
        "trailing characters" => "còn chữ thừa sau nội dung",
        "key must be a string" => "tên trường dữ liệu phải nằm trong dấu ngoặc kép",
        "expected `:`" => "thiếu dấu hai chấm",
        "number out of range" => "số quá lớn",
        "invalid number" => "số viết sai (dấu thập phân trong JSON là dấu chấm)",
        "invalid escape" => "dấu \\ đặt sai chỗ",
        "expected value" => "thiếu giá trị, hoặc chữ không nằm trong dấu ngoặc kép",
        _ if reason.starts_with("EOF while parsing a string") => "thiếu dấu ngoặc kép đóng",
        _ if reason.starts_with("EOF") => "nội dung bị cụt, thiếu phần cuối hoặc dấu đóng } ]",
        _ if reason.starts_with("expected `,`") => "thiếu dấu phẩy, hoặc thiếu dấu đóng } ]",
        _ if reason.starts_with("control character") => "xuống dòng hoặc ký tự điều khiển nằm trong dấu ngoặc kép",
        _ => "sai cú pháp",
    };
    Named::said(reason.to_owned(), vi.to_owned(), reason.to_owned())
}

fn refused(reason: &str, line: usize, column: usize) -> Violations {
    Violation::not_json("", self::reason(reason), line, column).into()
}

/// Reads one value, and counts its depth.
#[derive(Clone, Copy)]
struct Seed<'c> {
    depth: usize,
    text: &'c str,
    too_deep: &'c Cell<bool>,
}

impl Seed<'_> {
    /// Whether `key` is the marker under which `serde_json` hands over a number as text, and not a key of the text. `serde_json` does so
    /// once any crate in the host's program switches on its feature `arbitrary_precision`.
    fn stands_for_number(&self, key: &str) -> bool {
        key == "$serde_json::private::Number" && !self.text.as_bytes().as_ptr_range().contains(&key.as_ptr())
    }

    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        let depth = self.depth.saturating_add(1);
        if depth > MAX_DEPTH {
            self.too_deep.set(true);
            return Err(E::custom("nested too deep"));
        }
        Ok(Seed { depth, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number::from_f64(number)))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value<'de>, A::Error> {
        let inner = self.deeper()?;
        let mut object = Vec::new();
        while let Some(Key(key)) = entries.next_key()? {
            if let Cow::Borrowed(borrowed) = key
                && self.stands_for_number(borrowed)
            {
                return number(&entries.next_value_seed(inner)?);
            }
            object.push((key, entries.next_value_seed(inner)?));
        }
        Ok(Value::Object(object))
    }
}

impl<'de> de::Deserialize<'de> for Value<'de> {
    /// From any serde format. For a JSON text use [`Value::parse`], which reports the line of a fault.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value<'de>, D::Error> {
        Seed { depth: 0, text: "", too_deep: &Cell::new(false) }.deserialize(deserializer)
    }
}

/// Converts a number handed over as text to the value that it has without that feature.
fn number<'a, E: de::Error>(text: &Value<'_>) -> Result<Value<'a>, E> {
    let number = match text {
        Value::Text(text) => Number::from_json(text),
        _ => None,
    };
    number.map(Value::Number).ok_or_else(|| E::custom("number out of range"))
}

/// A key, borrowed from the text if it has no escapes.
struct Key<'a>(Cow<'a, str>);

impl<'de> de::Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key<'de>, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}
