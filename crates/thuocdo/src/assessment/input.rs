//! The forms in which a scorer accepts an assessment.

use std::borrow::Cow;

use super::Assessment;
use crate::json::Value;
use crate::violation::Violations;

/// An assessment as a Rust value, as JSON text, or as parsed JSON. Every function that scores accepts all three. Pass a `Bytes` or an
/// `Arc<str>` as `&*body`. A text has at most [`MAX_BYTES`](crate::json::MAX_BYTES) bytes.
///
/// ```
/// use thuocdo::{Assessment, Scorer};
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let text = r#"{ "answers": { "1.3.1": 6 }, "conditions": {} }"#;
/// let typed = Assessment::from_json(text)?;
/// assert_eq!(scorer.score(text)?, scorer.score(&typed)?);
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// A Rust value.
    Assessment(&'a Assessment),
    /// JSON text in UTF-8.
    Json(&'a [u8]),
    /// Parsed JSON.
    Value(&'a Value<'a>),
}

impl<'a> Input<'a> {
    /// The assessment as parsed JSON.
    ///
    /// # Errors
    /// `not_json` or `too_large`, for a text.
    pub fn value(self) -> Result<Cow<'a, Value<'a>>, Violations> {
        match self {
            Input::Assessment(assessment) => Value::parse(assessment.to_json().as_bytes()).map(Value::into_owned).map(Cow::Owned),
            Input::Json(text) => Value::parse(text).map(Cow::Owned),
            Input::Value(value) => Ok(Cow::Borrowed(value)),
        }
    }
}

impl<'a> From<&'a Assessment> for Input<'a> {
    fn from(assessment: &'a Assessment) -> Input<'a> {
        Input::Assessment(assessment)
    }
}

impl<'a> From<&'a Value<'a>> for Input<'a> {
    fn from(value: &'a Value<'a>) -> Input<'a> {
        Input::Value(value)
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(text: &'a [u8]) -> Input<'a> {
        Input::Json(text)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Input<'a> {
    fn from(text: &'a [u8; N]) -> Input<'a> {
        Input::Json(text)
    }
}

impl<'a> From<&'a Vec<u8>> for Input<'a> {
    fn from(text: &'a Vec<u8>) -> Input<'a> {
        Input::Json(text)
    }
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Input<'a> {
        Input::Json(text.as_bytes())
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(text: &'a String) -> Input<'a> {
        Input::Json(text.as_bytes())
    }
}
