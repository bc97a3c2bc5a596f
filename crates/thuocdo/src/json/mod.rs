//! JSON from outside, parsed with every key kept: [`Value`]. The readers beside it serve the other crates of this project.
//!
//! Two readers share one list of fields. `reader` reads a parsed [`Value`] and finds every fault. `skim` reads a [`Source`] in one pass: a
//! text (`scan`) or the parsed form that a host keeps. `skim` stops at the first fault; the caller then runs `reader`. With `macros` a type
//! lists its fields once for both. `value` parses JSON and keeps every key.

mod lines;
mod macros;
mod reader;
mod scan;
mod skim;
mod source;
mod value;

#[doc(hidden)]
pub use crate::points::Number;
#[doc(hidden)]
pub use lines::{each_line, try_each_line};
pub(crate) use macros::shape;
#[doc(hidden)]
pub use reader::{AnyValue, Fields, Read, Reader, pointer, push_key};
pub(crate) use scan::Scan;
#[doc(hidden)]
pub use skim::Skim;
pub(crate) use skim::{Passed, once, pass_one, pass_some};
#[doc(hidden)]
pub use source::Source;
#[doc(hidden)]
pub use value::reason;
pub use value::{MAX_BYTES, MAX_DEPTH, Value};
