//! Data quality: how far data is correct, complete, clean and live (đúng, đủ, sạch, sống).
//!
//! Every score is a count of checks, each by a named [`QualityRule`], and every check that is not passed is a [`Finding`] with its place.
//! Data that the engine refuses to score has its quality all the same. Over a [`Batch`] there are signals besides, for a reviewer.
//!
//! `submission` reads what comes in and `place` is a position in it. `correct`, `complete`, `clean` and `live` check by
//! the `rules` and the `options` of the caller; `requirements` holds what the framework asks besides, `letters` finds confusables
//! (homoglyphs), `encoding` what wrong encodings leave behind, `memory` repetitions in a batch, and `signals` anomalies in it, such as
//! totals heaped just over a threshold (`piled_over_band`). `finding`, `score` and `result` are what comes of it. `report` says it in
//! `words`; `codes` explains each rule; `request` reads what is asked by text.

mod batch;
mod clean;
mod codes;
mod complete;
mod correct;
mod encoding;
mod finding;
mod letters;
mod live;
mod memory;
mod options;
mod place;
mod report;
mod request;
mod requirements;
mod result;
mod rules;
mod score;
mod signals;
mod submission;
mod words;

pub use batch::{Batch, BatchFinding, BatchPlace, BatchQuality, SIGNALS, quality};
pub use finding::{Finding, LISTED};
pub use options::QualityOptions;
pub use result::Quality;
pub use rules::{Dimension, QualityRule, Signal};
pub use score::{Score, Scores};
pub use signals::{SHOWN, SignalGiven};

pub(crate) use batch::BatchQualityJson;
pub(crate) use request::{batch_options, quality_value};
pub(crate) use result::QualityJson;
