//! The codes of groups, conditions, criteria and indicators.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use std::sync::Arc;

use serde::Serialize;

/// The code of a group, condition, criterion or indicator: `0-9 a-z` in parts joined by `.`, at most 32 characters.
///
/// ```
/// use thuocdo::Code;
/// let code: Code = "1.3.1".parse()?;
/// assert!(code == "1.3.1");
/// # Ok::<(), thuocdo::InvalidCode>(())
/// ```
///
/// It is cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Code(#[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[0-9a-z]+(\.[0-9a-z]+)*$"), length(max = 32)))] Arc<str>);

/// Error: the text is not a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code is digits and lower-case letters in parts joined by stops, at most 32 characters")]
pub struct InvalidCode;

impl Code {
    /// A code as the file has it. `check` validates it later.
    pub(super) fn unchecked(text: &str) -> Code {
        Code(text.into())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text has the form of a code.
pub(super) fn is_code(text: &str) -> bool {
    text.len() <= 32 && text.split('.').all(|part| !part.is_empty() && part.bytes().all(is_code_byte))
}

pub(super) fn is_code_byte(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_lowercase()
}

impl FromStr for Code {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Code, InvalidCode> {
        if is_code(text) { Ok(Code::unchecked(text)) } else { Err(InvalidCode) }
    }
}

impl TryFrom<&str> for Code {
    type Error = InvalidCode;

    fn try_from(text: &str) -> Result<Code, InvalidCode> {
        text.parse()
    }
}

impl Default for Code {
    fn default() -> Code {
        Code::unchecked("")
    }
}

impl Deref for Code {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Code {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Code {
    fn eq(&self, text: &str) -> bool {
        *self.0 == *text
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, text: &&str) -> bool {
        *self.0 == **text
    }
}

impl PartialEq<Code> for str {
    fn eq(&self, code: &Code) -> bool {
        *self == *code.0
    }
}

impl PartialEq<Code> for &str {
    fn eq(&self, code: &Code) -> bool {
        **self == *code.0
    }
}

impl PartialEq<String> for Code {
    fn eq(&self, text: &String) -> bool {
        *self.0 == **text
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
