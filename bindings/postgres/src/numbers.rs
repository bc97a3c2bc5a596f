//! Numbers that `jsonb` and `numeric` hold and JSON does not elsewhere: those beyond the doubles. They are read as infinities, so that each is
//! refused at its place, as an infinity of any host is.

use std::borrow::Cow;

use thuocdo_core::json::{Number, Value};
use thuocdo_core::{ViolationCode, Violations};

/// The value of a text that the server wrote of a `jsonb`.
///
/// # Errors
/// `too_large`.
pub(crate) fn parsed(text: &[u8], limit: usize) -> Result<Value<'_>, Violations> {
    Value::parse_at_most(text, limit).or_else(|refused| {
        let is_no_json = refused.iter().next().is_some_and(|first| first.code() == ViolationCode::NotJson);
        // What the server wrote is JSON, so a number in it is beyond the doubles.
        if is_no_json { without_bounds(text, limit) } else { Err(refused) }
    })
}

/// A `numeric` as the server writes it.
pub(crate) fn numeric(text: &str) -> Number {
    // What has no digits is an infinity or no number, and of the same names here.
    text.parse().unwrap_or_else(|_| Number::from_f64(text.parse().unwrap_or(f64::NAN)))
}

/// Reads zeros in place of the numbers beyond the doubles, and puts infinities in place of the zeros.
fn without_bounds(text: &[u8], limit: usize) -> Result<Value<'static>, Violations> {
    let mut within = Vec::with_capacity(text.len());
    let mut infinities = Vec::new();
    let mut rest = text;
    while let Some((first, behind)) = rest.split_first() {
        let length = match first {
            b'"' => string(behind).saturating_add(1),
            b'-' | b'0'..=b'9' => rest.iter().take_while(|byte| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')).count(),
            _ => 1,
        };
        let (token, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        rest = behind;
        if !matches!(first, b'-' | b'0'..=b'9') {
            within.extend(token);
            continue;
        }
        let infinity = std::str::from_utf8(token).ok().and_then(|token| token.parse().ok()).filter(|double: &f64| double.is_infinite());
        within.extend(if infinity.is_some() { b"0" } else { token });
        infinities.push(infinity);
    }
    let value = Value::parse_at_most(&within, limit)?;
    Ok(filled(value, &mut infinities.into_iter()))
}

/// How long a string is, with the quote at its end and without that at its beginning.
fn string(bytes: &[u8]) -> usize {
    let mut is_escaped = false;
    let end = bytes.iter().position(|byte| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    });
    end.map_or(bytes.len(), |end| end.saturating_add(1))
}

/// The value with these numbers in their order, where there is one.
fn filled(value: Value<'_>, infinities: &mut impl Iterator<Item = Option<f64>>) -> Value<'static> {
    match value {
        Value::Null => Value::Null,
        Value::Bool(bool) => Value::Bool(bool),
        Value::Number(number) => Value::Number(infinities.next().flatten().map_or(number, Number::from_f64)),
        Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
        Value::List(list) => Value::List(list.into_iter().map(|value| filled(value, infinities)).collect()),
        Value::Object(entries) => {
            let entry = |(key, value): (Cow<'_, str>, Value<'_>)| (Cow::Owned(key.into_owned()), filled(value, infinities));
            Value::Object(entries.into_iter().map(entry).collect())
        }
    }
}
