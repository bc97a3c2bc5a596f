//! A set of indicators as data: what a framework file may say, when it contradicts itself, what each figure rests on.

mod bands;
mod basis;
mod check;
mod date;
mod figures;
mod model;
mod read;
mod rules;
mod shipped;

pub use bands::{Band, Bands};
pub use basis::{Basis, Standing};
pub(crate) use check::check;
pub use date::Date;
pub use figures::{BasisCounts, Figure, FigureKind};
pub use model::{Code, Condition, Criterion, Deadline, EvidenceList, Framework, Group, Indicator, Legal, LevelMeaning, Procedure};
pub use rules::{Award, ConditionsEffect, Effect, NotApplicable, Overall, OverallRule, Rule, Step, StepsOf};

/// The most groups a framework may have.
pub const MAX_GROUPS: usize = 16;

/// How many of a framework's own words a violation names as accepted, so that a long list is not told a thousand times.
pub(crate) const ACCEPTED_SHOWN: usize = 8;
