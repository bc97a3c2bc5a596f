//! Which version of a file format is read: the one there is.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use thuocdo::Violation;
use thuocdo::json::{Read, Reader, Value};

/// The version of a file format: 1, the only one so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Format;

impl Format {
    const NUMBER: u32 = 1;
}

impl Read for Format {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Format> {
        let found = u32::read(value, reader)?;
        if found != Format::NUMBER {
            let accepted = vec![Format::NUMBER.to_string()];
            reader.refuse(|at| Violation::unknown_value(at, found.to_string().as_str(), accepted));
            return None;
        }
        Some(Format)
    }
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(Format::NUMBER)
    }
}

impl JsonSchema for Format {
    fn schema_name() -> Cow<'static, str> {
        "Format".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "The version of this file format.", "const": Format::NUMBER })
    }
}
