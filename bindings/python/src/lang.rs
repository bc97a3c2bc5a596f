//! The language of words: `"vi"` or `"en"`.

use std::cmp::Ordering;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use thuocdo_tables::AboutColumn;

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

/// What people call the columns of who and when, by their names.
#[pyfunction]
pub(crate) fn about_titles(lang: Lang) -> Vec<(&'static str, &'static str)> {
    AboutColumn::ALL.iter().map(|(name, _, about)| (*name, about.title(lang.0))).collect()
}

/// The places of names in the order of a Vietnamese list: Đ behind D, `số 2` before `số 10`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "PyO3 hands over a list as one of ours")]
pub(crate) fn order_of_names(names: Vec<String>) -> Vec<usize> {
    let mut places: Vec<usize> = (0..names.len()).collect();
    places.sort_by(|one, other| match (names.get(*one), names.get(*other)) {
        (Some(one), Some(other)) => thuocdo_practice::by_name(one, other),
        _ => Ordering::Equal,
    });
    places
}
