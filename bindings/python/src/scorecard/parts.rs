//! The parts of a scorecard. Each knows its framework, for the titles.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};
use thuocdo::json::{Reader, Value};
use thuocdo::{Level, Points, Range, Words, canonical};

use crate::class::{hash, python};
use crate::framework::Framework;
use crate::lang::Lang;
use crate::points::decimal;

fn score(py: Python<'_>, score: Range<Points>) -> PyResult<Bound<'_, PyAny>> {
    let low = decimal(py, score.low)?;
    let high = if score.is_exact() { low.clone() } else { decimal(py, score.high)? };
    python(py, "Score")?.call1((low, high))
}

pub(super) fn level(py: Python<'_>, level: Range<Level>) -> PyResult<Bound<'_, PyAny>> {
    python(py, "Level")?.call1((level.low.get(), level.high.get()))
}

/// A part: immutable, equal where it says the same, with what pickle and sets need.
macro_rules! part {
    // One of a code of the framework, with points.
    ($(#[doc = $doc:literal])+ $name:ident scored { $($methods:tt)* }) => {
        part! {
            $(#[doc = $doc])+
            $name titled {
                /// Its maximum.
                #[getter]
                fn max<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    decimal(py, self.it.max)
                }

                /// Its points.
                #[getter]
                fn score<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    score(py, self.it.score)
                }

                $($methods)*
            }
        }
    };
    // One of a code of the framework.
    ($(#[doc = $doc:literal])+ $name:ident titled { $($methods:tt)* }) => {
        part! {
            $(#[doc = $doc])+
            $name {
                /// Its code.
                #[getter]
                fn code(&self) -> &str {
                    &self.it.code
                }

                /// Its title: `lang` is `vi` or `en`.
                #[pyo3(signature = (*, lang = "vi"))]
                fn title(&self, lang: &str) -> PyResult<&str> {
                    self.framework.get().title(Some(&self.it.code), Lang::of(lang)?)
                }

                $($methods)*
            }
        }
    };
    ($(#[doc = $doc:literal])+ $name:ident { $($methods:tt)* }) => {
        $(#[doc = $doc])+
        #[pyclass(frozen, module = "thuocdo")]
        pub(crate) struct $name {
            it: thuocdo::$name,
            framework: Py<Framework>,
        }

        impl $name {
            pub(crate) fn new(py: Python<'_>, it: &thuocdo::$name, framework: &Py<Framework>) -> $name {
                $name { it: it.clone(), framework: framework.clone_ref(py) }
            }
        }

        #[pymethods]
        impl $name {
            $($methods)*

            fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
                other.cast::<$name>().is_ok_and(|other| other.get().it == self.it)
            }

            fn __hash__(&self) -> u64 {
                hash(&canonical(&self.it))
            }

            fn __copy__(slf: Py<$name>) -> Py<$name> {
                slf
            }

            fn __deepcopy__(slf: Py<$name>, _memo: &Bound<'_, PyAny>) -> Py<$name> {
                slf
            }

            fn __reduce__<'py>(slf: &Bound<'py, $name>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
                let (py, this) = (slf.py(), slf.get());
                let json = PyBytes::new(py, canonical(&this.it).as_bytes());
                Ok((slf.get_type().getattr("_read")?, (&this.framework, json).into_pyobject(py)?))
            }

            #[staticmethod]
            fn _read(framework: Py<Framework>, json: &[u8]) -> PyResult<$name> {
                let it = Value::parse(json).and_then(|value| Reader::read(&value));
                Ok($name { it: it.map_err(|violations| PyValueError::new_err(violations.to_string()))?, framework })
            }
        }
    };
}

part! {
    /// The result for one group.
    GroupScore scored {
        /// Its level.
        #[getter]
        fn level<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
            level(py, self.it.level)
        }

        /// Which points give which level, lowest first.
        #[getter]
        fn bands<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
            self.framework.get().bands(py, &self.it.code)
        }

        /// Its mandatory conditions, in the order of the framework.
        #[getter]
        fn conditions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
            PyTuple::new(py, self.it.conditions.iter().map(|it| ConditionResult::new(py, it, &self.framework)))
        }

        /// Its criteria, in the order of the framework.
        #[getter]
        fn criteria<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
            PyTuple::new(py, self.it.criteria.iter().map(|it| CriterionScore::new(py, it, &self.framework)))
        }

        fn __repr__(&self) -> String {
            let (score, level) = (self.it.score.text(|it| it.to_string()), self.it.level.text(|it| it.to_string()));
            format!("<GroupScore {}: {score} of {}, level {level}>", self.it.code, self.it.max)
        }
    }
}

part! {
    /// The result for one criterion.
    CriterionScore scored {
        /// Its level; `None` of a criterion without bands of its own.
        #[getter]
        fn level<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
            self.it.level.map(|it| level(py, it)).transpose()
        }

        /// Its indicators, in the order of the framework.
        #[getter]
        fn indicators<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
            PyTuple::new(py, self.it.indicators.iter().map(|it| IndicatorScore::new(py, it, &self.framework)))
        }

        fn __repr__(&self) -> String {
            format!("<CriterionScore {}: {} of {}>", self.it.code, self.it.score.text(|it| it.to_string()), self.it.max)
        }
    }
}

part! {
    /// The result for one indicator.
    IndicatorScore scored {
        /// `answered` or `missing`.
        #[getter]
        fn state(&self) -> &'static str {
            self.it.state.as_str()
        }

        fn __repr__(&self) -> String {
            format!("<IndicatorScore {}: {} of {}>", self.it.code, self.it.score.text(|it| it.to_string()), self.it.max)
        }
    }
}

part! {
    /// The state of one mandatory condition.
    ConditionResult titled {
        /// `met`, `unmet` or `unknown`.
        #[getter]
        fn state(&self) -> &'static str {
            self.it.state.as_str()
        }

        fn __repr__(&self) -> String {
            format!("<ConditionResult {}: {}>", self.it.code, self.it.state.as_str())
        }
    }
}

part! {
    /// Something that stands in the way of recognition.
    Blocker {
        /// The code of the condition, or of the group.
        #[getter]
        fn at(&self) -> &str {
            &self.it.at
        }

        /// `condition_unmet`, `condition_unknown`, `level_undetermined`, `evidence_missing` or `evidence_unknown`.
        #[getter]
        fn code(&self) -> &'static str {
            self.it.code.as_str()
        }

        /// The code of the group whose level it concerns.
        #[getter]
        fn group(&self) -> &str {
            &self.it.group
        }

        /// The same in a sentence: `lang` is `vi` or `en`.
        #[pyo3(signature = (*, lang = "vi"))]
        fn text(&self, lang: &str) -> PyResult<String> {
            let words = Words::new(self.framework.get().framework(), Lang::of(lang)?.0);
            Ok(words.blocker(self.it.code, &self.it.at, &self.it.group))
        }

        fn __repr__(&self) -> String {
            format!("<Blocker {} at {}>", self.it.code.as_str(), self.it.at)
        }
    }
}
