//! A second scorer, written slowly and obviously from the contract in `docs/DESIGN.md`.
//!
//! It shares no line and no dependency on `thuocdo` with the engine, so that where both agree, two readings of the contract agree.
//! Tables are walked, fractions are exact, nothing is clever. It takes **valid** input only and panics on anything else.

mod canonical;
mod card;
pub mod corpus;
mod evaluate;
mod evidence;
mod fraction;
mod framework;
pub mod judge;
mod normal;
pub mod overlay;
pub mod review;

pub use canonical::{canonical, digest};
pub use card::{scorecard, without_digests};
pub use evaluate::{Blocker, CriterionOutcome, GroupOutcome, IndicatorOutcome, Outcome, Span, evaluate, project};
pub use fraction::{Fraction, decimal_number, fraction, hundredths, json_number, round_half_up};
pub use framework::{Band, Condition, Criterion, EvidenceRule, Framework, Group, Indicator, Rule, Step, basis_counts};
pub use normal::{normal_assessment, normal_framework, normal_overlay};
