//! How untrusted JSON is read so that every fault is found, and the text-to-text entries for languages that have nothing else.

mod lines;
mod macros;
mod reader;
mod scan;
mod source;
mod value;

pub use lines::score_lines;
pub use reader::{Fields, Read, Reader, push_key, word};
pub(crate) use scan::Scan;
pub use source::Source;
pub use value::{MAX_BYTES, MAX_DEPTH, Value, reason};

use crate::assessment::Assessment;
use crate::explain::explain;
pub use crate::points::Number;
use crate::scorer::{Scorer, Sheet};
use crate::text::Lang;
use crate::violation::Violations;

/// The scorecard of an assessment as canonical JSON, or `{"violations":[…]}` with messages in `lang`. Never fails.
pub fn score(scorer: &Scorer, assessment: &[u8], lang: Lang) -> String {
    card(scorer, assessment).unwrap_or_else(|violations| refusal(&violations, lang))
}

/// As [`score`], for languages that have exceptions.
///
/// Fails with everything that keeps the assessment from being scored.
pub fn card(scorer: &Scorer, assessment: &[u8]) -> Result<String, Violations> {
    scorer.read_json(assessment).and_then(|(assessment, sheet)| card_of(scorer, &assessment, &sheet))
}

/// As [`card`], of an assessment that was read already: what [`Scorer::read_json`] or [`Scorer::quick`] gave.
///
/// Fails as [`Scorer::levels`] does.
pub fn card_of(scorer: &Scorer, assessment: &Assessment, sheet: &Sheet) -> Result<String, Violations> {
    scorer.card(assessment, sheet).map(|card| scorer.write(&card))
}

/// What keeps an assessment from being scored, as `{"violations":[…]}`; an empty list if nothing does. Never fails.
pub fn check(scorer: &Scorer, assessment: &[u8], lang: Lang) -> String {
    refusal(&scorer.read_json(assessment).err().unwrap_or_default(), lang)
}

/// The explanation of an assessment's scorecard as JSON, or `{"violations":[…]}`. Never fails.
pub fn explanation(scorer: &Scorer, assessment: &[u8], lang: Lang) -> String {
    scorer.score_json(assessment).map_or_else(|violations| refusal(&violations, lang), |card| explain(scorer.framework(), &card, lang).to_json())
}

/// What every text-to-text entry answers with where something is wrong: `{"violations":[…]}`.
pub fn refusal(violations: &Violations, lang: Lang) -> String {
    format!("{{\"violations\":{}}}", violations.to_json(lang))
}
