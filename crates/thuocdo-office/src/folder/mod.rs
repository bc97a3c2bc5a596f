//! The files of a folder, as people keep them: which is the register, which are forms, last year's results and events.
//!
//! `reader` reads each file by itself, and puts together what they hold; `names` finds hints in names of folders and files; `events` reads sheets
//! of events; `content` is what comes of a file, `codes` what this crate refuses by itself. Nothing here opens a file.

mod codes;
mod content;
mod events;
mod names;
mod reader;

pub use codes::FolderCode;
pub use content::{Content, FileRead, Folder, Form, Place, RefusedRow, SheetEvent};
pub use events::EVENTS;
pub use reader::{FileFound, FileReader, FolderReader};

pub(crate) use names::{NamedPeriod, plain, plain_name};
pub(crate) use reader::count;
