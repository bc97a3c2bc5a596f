//! What comes in: assessments, whatever they are written in, and the other files that a user names.

mod assessments;
pub(crate) mod calendar;
pub(crate) mod case;
pub(crate) mod certificate;
pub(crate) mod file;
pub(crate) mod folder;
pub(crate) mod framework;
pub(crate) mod ledger;
mod line;
pub(crate) mod overlays;
mod record;
pub(crate) mod register;
pub(crate) mod year;

pub(crate) use self::assessments::{How, NotAllRead, are_several, go_on, read, read_claims, read_files, read_files_or_stdin};
pub(crate) use self::record::{Record, Refusal, Unread, Visitor, Why, each_json};
