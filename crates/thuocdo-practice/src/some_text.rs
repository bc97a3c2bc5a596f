//! How a text is read that must say something.

use thuocdo::json::Fields;

/// A text that must say something: where it is blank it is missing.
pub(crate) fn some_text(fields: &mut Fields<'_, '_>, name: &'static str) -> String {
    let text: Option<String> = fields.optional(name);
    let says_nothing = text.as_ref().map_or(!fields.has(name), |text| text.trim().is_empty());
    if says_nothing {
        fields.missing(name);
    }
    text.unwrap_or_default()
}
