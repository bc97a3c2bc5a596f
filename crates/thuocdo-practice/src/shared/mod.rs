//! What several modules need: the order of Vietnamese names (`alphabet`), how codes and periods are spelt, which of two forms counts, how a level moved, and the like.
//!
//! `stated` reads what others state of a result, `code` and `period` know spellings, `mark` remembers texts as digests, `once` says which form came already, `cards` reads scorecards
//! (their provenance is proved there), `fields` and `format` read parts of requests and files,
//! `movement` compares levels, and `words` holds the sentences that more than one report says.

pub(crate) mod alphabet;
pub(crate) mod cards;
pub(crate) mod code;
pub(crate) mod fields;
pub(crate) mod format;
pub(crate) mod mark;
pub(crate) mod movement;
pub(crate) mod once;
pub(crate) mod period;
pub(crate) mod stated;
pub(crate) mod words;
