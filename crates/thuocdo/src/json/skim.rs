//! Which types the quick reader can read: see [`Source`].

use std::marker::PhantomData;

use super::source::Source;
use crate::date::Date;
use crate::points::{Count, Points};
use crate::words::Word;

/// A type that can be read from a [`Source`] in one pass. Each function returns `None` where [`Read`](super::Read) would refuse the value.
pub trait Skim: Sized {
    /// Reads a value.
    fn skim<S: Source>(source: &mut S) -> Option<Self>;

    /// Skips a value. Accepts what [`Skim::skim`] accepts, and keeps nothing.
    fn pass<S: Source>(source: &mut S) -> Option<()> {
        Self::skim(source).map(drop)
    }
}

/// A skipped value of type `T`: it was valid, and nothing of it is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passed<T>(PhantomData<T>);

impl<T: Skim> Skim for Passed<T> {
    fn skim<S: Source>(source: &mut S) -> Option<Passed<T>> {
        T::pass(source).map(|()| Passed(PhantomData))
    }
}

/// Stores the value of a key. Returns `None` if the key already has one.
pub(crate) fn once<T>(place: &mut Option<T>, read: Option<T>) -> Option<()> {
    if place.replace(read?).is_none() { Some(()) } else { None }
}

/// Skips a value of the field type that `_of` names.
pub(crate) fn pass_one<W, T: Skim, S: Source>(_of: impl Fn(&W) -> &T, source: &mut S) -> Option<()> {
    T::pass(source)
}

/// As [`pass_one`], for an optional field.
pub(crate) fn pass_some<W, T: Skim, S: Source>(_of: impl Fn(&W) -> &Option<T>, source: &mut S) -> Option<()> {
    T::pass(source)
}

impl<T: Skim> Skim for Vec<T> {
    fn skim<S: Source>(source: &mut S) -> Option<Vec<T>> {
        let mut items = Vec::new();
        source.list(|source| {
            items.push(T::skim(source)?);
            Some(())
        })?;
        Some(items)
    }

    fn pass<S: Source>(source: &mut S) -> Option<()> {
        source.list(T::pass)
    }
}

impl Skim for String {
    fn skim<S: Source>(source: &mut S) -> Option<String> {
        source.string().map(Into::into)
    }

    fn pass<S: Source>(source: &mut S) -> Option<()> {
        source.string().map(drop)
    }
}

impl Skim for bool {
    fn skim<S: Source>(source: &mut S) -> Option<bool> {
        source.bool()
    }
}

impl Skim for Count {
    fn skim<S: Source>(source: &mut S) -> Option<Count> {
        source.count()
    }
}

impl Skim for Points {
    fn skim<S: Source>(source: &mut S) -> Option<Points> {
        if source.peek()? == b'"' { source.string()?.parse().ok() } else { source.points() }
    }
}

impl Skim for Date {
    fn skim<S: Source>(source: &mut S) -> Option<Date> {
        source.string()?.parse().ok()
    }
}

impl<W: Word> Skim for W {
    fn skim<S: Source>(source: &mut S) -> Option<W> {
        W::of(&source.string()?)
    }
}
