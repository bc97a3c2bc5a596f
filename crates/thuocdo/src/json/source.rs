//! The input of the quick reader: a text, or a host's own parsed form of JSON, such as `PostgreSQL`'s `jsonb`.

use std::borrow::Cow;

use crate::points::{Count, Points};

/// JSON that is read value by value, without a copy.
///
/// Every function returns `None` on wrong input. It may also return `None` on input that is valid but unusual; `None` is never a refusal.
/// Where a function accepts a value, [`Value::parse`](super::Value::parse) must accept the same JSON as text. After `None` the caller asks
/// for nothing more.
pub trait Source {
    /// The first byte of the next value as text: `{`, `[`, `"`, `t`, `f`, `n`, a digit or `-`.
    fn peek(&mut self) -> Option<u8>;

    /// `null`.
    fn null(&mut self) -> Option<()>;

    /// `true` or `false`.
    fn bool(&mut self) -> Option<bool>;

    /// A string.
    fn string(&mut self) -> Option<Cow<'_, str>>;

    /// A number of points.
    fn points(&mut self) -> Option<Points>;

    /// Reads an object. Calls `read` once for each key, to read the key's value.
    fn object(&mut self, read: impl FnMut(&mut Self, &str) -> Option<()>) -> Option<()>;

    /// Reads a list. Calls `read` for each item.
    fn list(&mut self, read: impl FnMut(&mut Self) -> Option<()>) -> Option<()>;

    /// A whole number.
    fn count(&mut self) -> Option<Count> {
        self.points()?.as_count()
    }

    /// `None` for a `null`; else the value that `read` reads.
    fn or_null<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.peek()? == b'n' { self.null().map(|()| None) } else { read(self).map(Some) }
    }
}
