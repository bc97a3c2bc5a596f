//! What is published of a period (công bố): each institution by name with its levels, those recognised apart from those only computed.
//!
//! `recognised` reads what an authority recognised, `list` makes the `result`. `report`, `table` and `html`, with its pictures from `chart`
//! and its text through `escape`, say it in `words`; `request` reads what is asked by text.

mod chart;
mod escape;
mod html;
mod list;
mod recognised;
mod report;
mod request;
mod result;
mod table;
mod words;

pub use list::{Head, List};
pub use recognised::Recognised;
pub use result::{GroupRow, GroupSummary, LevelNumber, LevelRow, LevelSummary, Publication, PublicationRow, Summary};

pub(crate) use request::PublicationBuilder;
