//! What each paper says: the self-assessment of a school and its page for the school's own site, the record of an external assessment, the
//! certificate, the draft decision, the report of a department, its letters that urge, and the plans of external and of self-assessments. Each
//! function fills a [`Paper`](crate::paper::Paper) from results of the library.
//!
//! Nothing is made up: a number, a day, a signer or a body that nobody gave stays a blank to fill in by hand, and a paper without a number is
//! marked “DỰ THẢO”. The layout follows the usual one of Vietnamese papers; nothing here claims that it conforms to a decree on them.
//!
//! `letter` makes head and end, `parts` and `about` what several papers share; each other file is one paper, with its sentences in `words`,
//! `year_lists` or `year_words`; `of_year` makes the report of a department of the folder of its year.

mod about;
mod certificate;
mod decision;
mod letter;
mod of_year;
mod own_plan;
mod parts;
mod public;
mod record;
mod reminder;
mod school;
mod summary;
mod visits;
mod words;
mod year_lists;
mod year_words;

pub use certificate::certificate;
pub use decision::{Candidate, decision};
pub use letter::Letter;
pub use of_year::summary_of_year;
pub use own_plan::own_plan;
pub use public::public;
pub use record::record;
pub use reminder::{RemindBy, reminders, reminders_together};
pub use school::school;
pub use summary::{Moves, Summary, summary};
pub use visits::visits;
