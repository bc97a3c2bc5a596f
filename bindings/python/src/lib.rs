//! The private module `thuocdo._thuocdo` of the Python package.
//!
//! The classes are in `framework`, `assessment`, `scorecard` and `answer`. `score` makes scorecards, `ask` and `own` answer questions, `columns`,
//! `frame`, `rows` and `tables` read tables, `command` is the command. `value` reads objects of Python, `object`, `points` and `made` make them,
//! `arrow` hands columns over, `refusal` makes exceptions of violations, and `class` and `lang` are what several classes share.

mod answer;
mod arrow;
mod ask;
mod assessment;
mod class;
mod columns;
mod command;
mod frame;
mod framework;
mod lang;
mod made;
mod object;
mod own;
mod points;
mod refusal;
mod rows;
mod score;
mod scorecard;
mod tables;
mod value;

use pyo3::prelude::*;

/// Columns of results are large, and made and dropped often.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[pymodule(gil_used = false)]
mod _thuocdo {
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python's name of it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    #[pymodule_export]
    use crate::answer::Answer;
    #[pymodule_export]
    use crate::ask::{
        Institutions, agreement, ask, code_key, cohort, course, kappa, pairs, public_key, publication, quality_batch, sign, verify_signature,
    };
    #[pymodule_export]
    use crate::assessment::Assessment;
    #[pymodule_export]
    use crate::columns::columns;
    #[pymodule_export]
    use crate::command::{read_forms, run};
    #[pymodule_export]
    use crate::frame::{ArrowStream, ArrowTable, columns_read, columns_wanted, score_stream, score_table};
    #[pymodule_export]
    use crate::framework::Framework;
    #[pymodule_export]
    use crate::lang::{about_titles, order_of_names};
    #[pymodule_export]
    use crate::made::table;
    #[pymodule_export]
    use crate::refusal::{place, shown, violation_codes};
    #[pymodule_export]
    use crate::rows::{Assessments, assessments};
    #[pymodule_export]
    use crate::score::{score, score_both};
    #[pymodule_export]
    use crate::scorecard::{Blocker, ConditionResult, CriterionScore, GroupScore, IndicatorScore, Scorecard};
    #[pymodule_export]
    use crate::tables::{read_file, read_rows, register_of_rows};
}
