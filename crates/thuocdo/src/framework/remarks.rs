//! A map of named remarks, such as the sources of a framework.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::text::Text;

/// The schema of named remarks: a name has ASCII letters, digits and underscores; a remark is neither blank nor null.
pub(crate) struct NamedRemarks;

impl JsonSchema for NamedRemarks {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "NamedRemarks".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": "^[0-9A-Za-z_]+$", "maxLength": 32 },
            "additionalProperties": { "anyOf": [generator.subschema_for::<Text>(), { "type": "string", "pattern": r"\S" }] },
        })
    }
}
