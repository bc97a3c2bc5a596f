//! The language of words: `"vi"` or `"en"`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// A language, as an argument.
#[derive(Clone, Copy)]
pub(crate) struct Lang(pub(crate) thuocdo::Lang);

impl FromPyObject<'_, '_> for Lang {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Lang> {
        let tag: String = object.extract()?;
        tag.parse().map(Lang).map_err(|unknown: thuocdo::text::UnknownLang| PyValueError::new_err(unknown.to_string()))
    }
}
