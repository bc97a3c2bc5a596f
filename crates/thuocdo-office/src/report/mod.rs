//! What each paper says: the self-assessment of a school, the record of an external assessment, the certificate, the draft decision, and the
//! report of a department. Each function fills a [`Paper`](crate::paper::Paper) from results of the library.
//!
//! Nothing is made up: a number, a day, a signer or a body that nobody gave stays a blank to fill in by hand, and a paper without a number is
//! marked “DỰ THẢO”. The layout follows the usual one of Vietnamese papers; nothing here claims that it conforms to a decree on them.
//!
//! `letter` makes head and end, `parts` and `about` what several papers share; each other file is one paper, with its `words`; `of_year` makes the report of a
//! department of the folder of its year.

mod about;
mod certificate;
mod decision;
mod letter;
mod of_year;
mod parts;
mod record;
mod school;
mod summary;
mod words;
mod year_lists;

pub use certificate::certificate;
pub use decision::{Candidate, decision};
pub use letter::Letter;
pub use of_year::summary_of_year;
pub use record::record;
pub use school::school;
pub use summary::{Moves, Summary, summary};
