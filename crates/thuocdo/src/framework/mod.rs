//! A set of indicators as data: the framework file, its checks, the basis (provenance) of each figure, and the overlays of provinces.
//!
//! `model` is a whole file; `bands`, `rules`, `facts`, `evidence`, `legal` and `code` are its parts, `basis` says what a figure rests on, and
//! `figures` lists the figures. `read` reads a file, `check` finds where it contradicts itself, `notes` has the checks that it shares with
//! overlays. `shipped` has the files of this crate, and `reference` names one. `overlay` adds to a framework, `diff` compares two, `words`
//! says them in sentences.

mod bands;
mod basis;
mod check;
mod code;
mod diff;
mod evidence;
mod facts;
mod figures;
mod legal;
mod model;
mod notes;
mod overlay;
mod read;
mod reference;
#[cfg(feature = "schema")]
mod remarks;
mod rules;
mod shipped;
mod words;

pub use bands::{Band, Bands};
pub use basis::{Basis, Standing, Wording, WordingKind};
pub(crate) use check::check;
pub use code::{Code, InvalidCode};
pub use diff::{Aspect, Changed, Diff, Element};
pub use evidence::{EvidenceRule, EvidenceState};
pub use facts::{FactLabel, Facts};
pub use figures::{BasisCounts, Figure, FigureKind};
pub use legal::{LaidOverlay, Legal};
pub use model::{Condition, Criterion, Deadline, EvidenceList, Framework, Group, Indicator, LevelMeaning, Procedure};
pub use overlay::{Draft, DraftRule, LocalCondition, Overlay, OverlayBase, OverlayCondition, OverlayIndicator, OverlayPart};
pub(crate) use overlay::{Projection, Taken};
pub use reference::FrameworkRef;
pub use rules::{Award, ConditionsEffect, Effect, NotApplicable, Overall, OverallRule, Rule, Step, StepsOf};

/// The most groups a framework may have.
pub const MAX_GROUPS: usize = 16;

/// The most accepted words that one violation lists, so that a long list is not repeated in a thousand violations.
pub(crate) const ACCEPTED_SHOWN: usize = 8;
