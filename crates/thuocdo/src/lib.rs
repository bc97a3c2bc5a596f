//! How far a school has come in digital transformation, by an official set of indicators: exact, explainable, the same everywhere.
//!
//! ```
//! use thuocdo::{Lang, Scorer, explain};
//!
//! let scorer = Scorer::shipped("moet-4725-2022")?; // make it once; threads may share it
//! let card = scorer.score(r#"{ "conditions": { "1.1": true }, "answers": { "1.3.1": 6, "1.6.1": "5.25" } }"#)?;
//! assert_eq!(card.groups[0].score.low.to_string(), "11.25");
//! assert!(!card.recognition.eligible); // most answers are missing
//! println!("{}", explain(scorer.framework(), &card, Lang::Vi));
//! # Ok::<(), thuocdo::Violations>(())
//! ```
//!
//! # Where to begin
//!
//! | You have | You call | You get |
//! |---|---|---|
//! | JSON text | [`Scorer::score_to_json`] | the scorecard as canonical JSON: the quickest way through a service |
//! | JSON text, parsed JSON or an [`Assessment`] | [`Scorer::score`] | a [`Scorecard`], whose fields you read |
//! | the same | [`Scorer::check`] | nothing, or everything that is wrong |
//! | the same | [`plan_assessment`] | the scorecard, and what to raise for the next level |
//! | lines of JSON | [`Scorer::score_lines`] | a line for each, wrong ones too |
//! | rows of numbers | [`Sheet::fill_row`], then [`Scorer::levels`] | [`Levels`], without an allocation |
//! | columns of hundredths | [`Scorer::judge`] | [`Judged`]: levels, blockers and faults of several rows at once |
//! | a scorecard | [`brief()`], [`explain()`], [`plan()`] | the result at a glance; why, in words; what to raise for the next level |
//! | a provincial overlay | [`LocalScorer`] | the local scorecard and the national one |
//!
//! The other types are parts of these: the contents of a [`Framework`] file and of a [`Scorecard`]. Items that only the other crates of this
//! project use are hidden from these pages, and may change in any release.
//!
//! # What holds everywhere
//!
//! - Points are whole hundredths ([`Points`]); no float occurs in a score or a level.
//! - The fields of a struct stand in the order of the alphabet, which is that of canonical JSON (RFC 8785) and so of every digest.
//! - A missing answer is not zero: it widens the [`Range`] of the score and of the level. [`Range::known`] is the value where both ends meet.
//! - A wrong input returns all its [`Violations`] at once. Each has a code, a JSON Pointer and a message in Vietnamese and English. For
//!   HTTP, [`Violations::refusal`] is the body, and [`Violations::has`] helps to choose the status.
//! - The crate does no I/O, reads no clock and starts no thread. Every function is pure, and none panics on any input.
//!
//! # What it costs
//!
//! Making a [`Scorer`] takes about a millisecond, so make it once. Cloning one copies it; share it by reference or in an `Arc`. The digest of
//! a scorecard is computed at each [`Scorecard::to_json`].
//!
//! # Features
//!
//! - `schema` (default): the JSON Schemas of [`schema`]. Without it neither `schemars` nor its five dependencies are built.
//! - `deserialize`: `serde::Deserialize`, so that `axum::Json<Assessment>` works. An error of serde is one text without codes and places.

#![forbid(unsafe_code)]
// No input may bring down a host, and no figure may be rounded unseen.
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
mod brief;
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
pub use brief::{Brief, GroupBrief, NextKind, NextStep, Verdict, brief};
pub use canonical::{canonical, digest};
pub use date::{Date, InvalidDate};
pub use decimal::{Decimal, Difference};
pub use explain::{Explanation, GroupExplanation, Words, explain, explain_assessment};
pub use framework::{
    Aspect, Award, Band, Bands, Basis, BasisCounts, Changed, Code, Condition, ConditionsEffect, Criterion, Deadline, Diff, Draft, DraftRule, Effect,
    Element, EvidenceList, EvidenceRule, EvidenceState, FactLabel, Facts, Figure, FigureKind, Framework, FrameworkRef, Group, Indicator, InvalidCode,
    LaidOverlay, Legal, LevelMeaning, LocalCondition, MAX_GROUPS, NotApplicable, Overall, OverallRule, Overlay, OverlayBase, OverlayCondition,
    OverlayIndicator, OverlayPart, Procedure, Rule, Standing, Step, StepsOf, Wording, WordingKind,
};
pub use plan::{
    Change, Changes, Choice, ConditionChange, Goal, GroupChange, GroupPlan, Headroom, IndicatorChange, MissingAnswer, MissingAnswers, Plan,
    PossibleLevel, Raise, Reach, Unlocated, WhatIf, plan, plan_assessment, plan_checked, plan_value, what_if, what_if_value,
};
pub use points::{Count, NumberFault, Points};
pub use range::{InvalidLevel, Level, Range};
pub use scorecard::{
    Blocker, BlockerCode, ConditionResult, ConditionState, CriterionScore, FrameworkMark, GroupScore, IndicatorScore, IndicatorState, OverallLevel,
    Recognition, Scorecard,
};
pub use scorer::{
    AnswerKind, Fill, GroupLevel, Judged, JudgedGroup, Levels, LocalScore, LocalScorer, NumberPlace, Numbers, RowFaults, RowShape, Scorer, Sheet,
    Strided, blocker_bit,
};
#[doc(hidden)]
pub use scorer::{BlockedBy, level_numbers};
pub use text::{Lang, Remark, Report, Text, UnknownLang};
pub use violation::{Named, Param, Refusal, Term, Violation, ViolationCode, Violations};
pub use words::{UnknownWord, Word};

/// Items that the macros of this crate use in other crates.
#[doc(hidden)]
pub mod private {
    #[cfg(feature = "schema")]
    pub use crate::words::schema_of_words;
    #[cfg(feature = "schema")]
    pub use schemars;
    pub use serde::{Serialize, Serializer};
}
