//! The language of words: `"vi"` or `"en"`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// A language, as an argument.
#[derive(Clone, Copy)]
pub(crate) struct Lang(pub(crate) thuocdo::Lang);

impl Lang {
    /// The language of a tag.
    pub(crate) fn of(tag: &str) -> PyResult<Lang> {
        tag.parse().map(Lang).map_err(|unknown: thuocdo::text::UnknownLang| PyValueError::new_err(unknown.to_string()))
    }
}

impl FromPyObject<'_, '_> for Lang {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Lang> {
        Lang::of(&object.extract::<String>()?)
    }
}
