//! What an argument says.

use std::borrow::Cow;

use rusqlite::functions::Context;
use rusqlite::types::ValueRef;

/// The bytes of an argument: a text, a blob, or a number as it is written. Nothing of NULL, nor of an argument that is not there.
///
/// SQLite does not look whether a text is UTF-8. The core does.
pub(crate) fn bytes<'c>(context: &'c Context<'_>, place: usize) -> Option<Cow<'c, [u8]>> {
    if place >= context.len() {
        return None;
    }
    match context.get_raw(place) {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string().into_bytes().into()),
        // The shortest text that is this number, as JSON writes it: 5.1 and not 5.0999999999999996.
        ValueRef::Real(number) => Some(number.to_string().into_bytes().into()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes.into()),
    }
}
