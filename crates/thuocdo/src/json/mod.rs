//! How untrusted JSON is read.
//!
//! There are two readers of one shape. `reader` reads a parsed [`Value`] and finds every fault. `skim` reads a [`Source`], a text (`scan`) or
//! what a host keeps, in one pass; it gives up at the first fault, and then `reader` decides. `macros` lets a type say its fields once for
//! both.

mod macros;
mod reader;
mod scan;
mod skim;
mod source;
mod value;

pub use crate::points::Number;
pub(crate) use macros::shape;
pub use reader::{Fields, Read, Reader, pointer, push_key};
pub(crate) use scan::Scan;
pub use skim::Skim;
pub(crate) use skim::{Passed, once, pass_one, pass_some};
pub use source::Source;
pub use value::{MAX_BYTES, MAX_DEPTH, Value, reason};
