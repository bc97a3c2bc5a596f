//! Self-assessment and external assessment of one institution, side by side; several assessors at once; and inter-rater agreement
//! (Cohen's kappa) over many institutions.
//!
//! `form` checks what comes in, `compare` lays two forms side by side as the `result` says, `panel` combines several; `pairing` finds which
//! belong together, `agreement` and `kappa` count what came of it. `report` says it in `words`; `request` reads what is asked by text.

mod agreement;
mod compare;
mod form;
mod kappa;
mod pairing;
mod panel;
mod report;
mod request;
mod result;
mod words;

pub use agreement::{Agreement, AgreementReport, FormMark, GroupAgreement, IndicatorAgreement, Unpaired};
pub use compare::review;
pub use kappa::LevelAgreement;
pub use pairing::Pairing;
pub use panel::{Combine, Panel, PanelAssessment, PanelCondition, PanelGroup, PanelIndicator, panel};
pub use report::by_name;
pub use result::{ConditionReview, GroupReview, IndicatorReview, OverallReview, Rating, Review, Rounding};

pub(crate) use request::{agreement_request, panel_value, review_value};
