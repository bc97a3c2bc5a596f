//! Whether another program's formula gives the levels that follow: a kit of boundary cases, and the comparison of its answers.
//!
//! `make` makes the cases of a framework, with `reach` and `sums`; `case` is one of them, `kit` all, `export` their files. `answer` reads what
//! a formula answered, `compare` finds the differences, `result` holds them, `report` says them in `words`. `request` reads what is asked by
//! text.

mod answer;
mod case;
mod compare;
mod export;
mod kit;
mod make;
mod reach;
mod report;
mod request;
mod result;
mod sums;
mod words;

pub use answer::Failure;
pub use case::{Case, CaseFact, CaseKind, CasePoints, Expected, ExpectedGroup, KitAssessment};
pub use compare::Comparison;
pub use kit::{KIT_VERSION, Kit, KitMark};
pub use result::{CaseDifference, Conformance, KindCount};

pub(crate) use request::{conformance_value, kit_value};
