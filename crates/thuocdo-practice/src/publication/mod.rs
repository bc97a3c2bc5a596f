//! What is published of a period (công bố): each institution by name with its levels, those recognised apart from those only computed.
//!
//! `recognised` reads what an authority recognised, `list` makes the `result`; `link` has the addresses of certificates. `report`, `table` and
//! `html`, with its pictures from `chart` and its text through `escape`, say it in `words`; `request` reads what is asked by text.
//! `page.css` and `page.js` are the page's look and its search.

mod chart;
mod escape;
mod html;
mod link;
mod list;
mod recognised;
mod report;
mod request;
mod result;
mod table;
mod words;

pub use link::{CertificateLink, InvalidLink};
pub use list::{Head, List};
pub use recognised::Recognised;
pub use result::{GroupRow, GroupSummary, LevelNumber, LevelRow, LevelSummary, Publication, PublicationRow, Summary};

pub(crate) use request::PublicationBuilder;
