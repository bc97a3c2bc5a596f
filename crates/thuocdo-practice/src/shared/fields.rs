//! Fields of requests and files that several of them have: a text that must say something, and a list of documents.

use thuocdo::Term;
use thuocdo::json::{Fields, Read, Reader, Value};

/// A text that must say something: where it is blank it is missing.
pub(crate) fn some_text(fields: &mut Fields<'_, '_>, name: &'static str) -> String {
    let text: Option<String> = fields.optional(name);
    let is_blank = text.as_ref().map_or(!fields.has(name), |text| text.trim().is_empty());
    if is_blank {
        fields.missing(name);
    }
    text.unwrap_or_default()
}

/// A list of documents in a request, each of which is read by itself.
#[derive(Debug, Default)]
pub(crate) struct Documents;

impl Read for Documents {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Documents> {
        if matches!(value, Value::List(_)) { Some(Documents) } else { reader.wrong_type(value, Term::List) }
    }
}
