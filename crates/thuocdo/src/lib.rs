//! How far a school has come in digital transformation, by an official set of indicators: exact, explainable, the same everywhere.
//!
//! ```
//! use thuocdo::{Framework, Lang, Scorer, explain};
//!
//! let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
//! let card = scorer.score_json(br#"{ "conditions": { "1.1": true }, "answers": { "1.3.1": 6, "1.6.1": "5.25" } }"#)?;
//! assert_eq!(card.groups[0].score.low.to_string(), "11.25");
//! assert!(!card.recognition.eligible); // most answers are missing
//! println!("{}", explain(scorer.framework(), &card, Lang::Vi));
//! # Ok::<(), thuocdo::Violations>(())
//! ```
//!
//! Points are whole hundredths; no float takes part in a score or a level. What is not known is not zero: a missing answer
//! widens the range in which score and level lie. Everything wrong with an input is told at once, as [`Violations`].
//! The crate does no I/O, reads no clock and starts no thread; every function is pure.

#![forbid(unsafe_code)]
// A host must never be brought down by an input, and no figure may be rounded unseen.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod assessment;
mod canonical;
mod date;
mod decimal;
#[cfg(feature = "deserialize")]
mod deserialize;
mod explain;
mod framework;
pub mod json;
mod plan;
mod points;
mod range;
#[cfg(feature = "schema")]
pub mod schema;
mod scorecard;
mod scorer;
pub mod text;
mod violation;
mod words;

pub use assessment::{
    Answer, Assessment, ConditionAnswer, Evidence, EvidenceKnown, Fact, Input, Institution, InstitutionType, Share, Stream, Subject,
};
pub use canonical::{canonical, digest};
pub use date::{Date, InvalidDate};
pub use decimal::{Decimal, Difference};
pub use explain::{Explanation, GroupExplanation, Words, explain, explain_assessment};
pub use framework::{
    Award, Band, Bands, Basis, BasisCounts, Code, Condition, ConditionsEffect, Criterion, Deadline, Effect, EvidenceList, EvidenceRule,
    EvidenceState, FactLabel, Facts, Figure, FigureKind, Framework, FrameworkRef, Group, Indicator, InvalidCode, LaidOverlay, Legal, LevelMeaning,
    LocalCondition, MAX_GROUPS, NotApplicable, Overall, OverallRule, Overlay, OverlayBase, OverlayCondition, OverlayIndicator, OverlayPart,
    Procedure, Rule, Standing, Step, StepsOf, Wording, WordingKind,
};
pub use plan::{
    Change, Changes, Choice, ConditionChange, Goal, GroupChange, GroupPlan, IndicatorChange, MissingAnswer, MissingAnswers, Plan, PossibleLevel,
    Raise, Reach, Room, Unlocated, WhatIf, plan, plan_value, what_if, what_if_value,
};
pub use points::{Count, Number, NumberFault, Points};
pub use range::{InvalidLevel, Level, Range};
pub use scorecard::{
    Blocker, BlockerCode, ConditionResult, ConditionState, CriterionScore, FrameworkMark, GroupScore, IndicatorScore, IndicatorState, OverallLevel,
    Recognition, Scorecard,
};
pub use scorer::{Fill, GroupLevel, Levels, LocalScore, LocalScorer, Scorer, Sheet};
pub use text::{Lang, Remark, Report, Text, UnknownLang};
pub use violation::{Named, Param, Refusal, Term, Violation, ViolationCode, Violations};
pub use words::{UnknownWord, Word};

/// What the macros of this crate need in other crates.
#[doc(hidden)]
pub mod private {
    #[cfg(feature = "schema")]
    pub use crate::words::schema_of_words;
    #[cfg(feature = "schema")]
    pub use schemars;
    pub use serde::{Serialize, Serializer};
}
