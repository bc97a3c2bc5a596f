//! What the quick reader reads from: a text, or JSON that a host keeps in a form of its own.

use std::borrow::Cow;

use crate::points::{Count, Points};

/// JSON that is read value by value, from where it lies.
///
/// Every function gives up (`None`) on what is wrong, and also on what is merely unusual: a source may take what it is asked for or leave
/// it, never refuse it. What it takes must be what [`Value::parse`](super::Value::parse) would take of the same JSON as text. After `None`
/// nothing more is asked.
pub trait Source {
    /// The first byte that the next value has in a text: `{`, `[`, `"`, `t`, `f`, `n`, a digit or `-`.
    fn peek(&mut self) -> Option<u8>;

    /// `null`.
    fn null(&mut self) -> Option<()>;

    /// `true` or `false`.
    fn bool(&mut self) -> Option<bool>;

    /// A string.
    fn string(&mut self) -> Option<Cow<'_, str>>;

    /// A number of points.
    fn points(&mut self) -> Option<Points>;

    /// An object, whose values `read` reads by their keys, each once.
    fn object(&mut self, read: impl FnMut(&mut Self, &str) -> Option<()>) -> Option<()>;

    /// A list, whose items `read` reads.
    fn list(&mut self, read: impl FnMut(&mut Self) -> Option<()>) -> Option<()>;

    /// A whole number.
    fn count(&mut self) -> Option<Count> {
        self.points()?.as_count()
    }

    /// Nothing of a `null`, or what `read` makes of anything else.
    fn or_null<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.peek()? == b'n' { self.null().map(|()| None) } else { read(self).map(Some) }
    }
}
