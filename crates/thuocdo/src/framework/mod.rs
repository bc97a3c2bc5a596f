//! A set of indicators as data: what a framework file may say, when it contradicts itself, what each figure rests on.

mod bands;
mod basis;
mod check;
mod date;
mod figures;
mod local;
mod model;
mod notes;
mod overlay;
mod read;
mod rules;
mod shipped;
mod words;

pub use bands::{Band, Bands};
pub use basis::{Basis, Standing, Wording, WordingKind};
pub(crate) use check::check;
pub use date::Date;
pub use figures::{BasisCounts, Figure, FigureKind};
pub use local::{EvidenceRule, FactLabel, Facts, LaidOverlay};
pub use model::{Code, Condition, Criterion, Deadline, EvidenceList, Framework, Group, Indicator, Legal, LevelMeaning, Procedure};
pub use overlay::{LocalCondition, Overlay, OverlayBase, OverlayCondition, OverlayIndicator, OverlayPart};
pub(crate) use overlay::{Projection, Taken};
pub use rules::{Award, ConditionsEffect, Effect, NotApplicable, Overall, OverallRule, Rule, Step, StepsOf};

/// The most groups a framework may have.
pub const MAX_GROUPS: usize = 16;

/// How many of a framework's own words a violation names as accepted, so that a long list is not told a thousand times.
pub(crate) const ACCEPTED_SHOWN: usize = 8;

/// Whether a text is a code: `0-9 a-z` in parts joined by `.`, at most 32 characters.
fn is_code(text: &str) -> bool {
    text.len() <= 32 && text.split('.').all(|part| !part.is_empty() && part.bytes().all(is_code_byte))
}

fn is_code_byte(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_lowercase()
}
