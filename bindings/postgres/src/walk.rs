//! `jsonb` read where it lies, without the server making a text of it: what the quick reader of the core reads from.
//!
//! The form is that of PostgreSQL's `jsonb.h` and `numeric.c`, in which data lies on disk since 9.4: a header that counts the children, a
//! word for each child (of an object: all keys, then all values), then the children themselves. What is not of that form, and what the
//! text might say otherwise, is left to the text. Nothing here is unsafe: each slice is one that is there.

use std::borrow::Cow;

use thuocdo_core::Points;
use thuocdo_core::json::Source;

/// In the header of a container.
const COUNT: u32 = 0x0fff_ffff;
const OBJECT: u32 = 0x2000_0000;
const ARRAY: u32 = 0x4000_0000;
/// An array around a single value, which is no list.
const SCALAR: u32 = 0x1000_0000;
/// In the word of a child: where it ends or how long it is, which of both, and its type.
const PLACE: u32 = 0x0fff_ffff;
const IS_END: u32 = 0x8000_0000;
const TYPE: u32 = 0x7000_0000;

/// One value.
#[derive(Clone, Copy)]
pub(crate) enum Walk<'a> {
    Null,
    Bool(bool),
    Text(&'a str),
    /// Behind the header of its length.
    Number(&'a [u8]),
    List(Children<'a>),
    Object(Children<'a>),
}

/// What lies in a container.
#[derive(Clone, Copy)]
pub(crate) struct Children<'a> {
    words: &'a [u8],
    data: &'a [u8],
}

impl<'a> Walk<'a> {
    /// A container: the whole of a `jsonb`, or a part.
    pub(crate) fn container(bytes: &'a [u8]) -> Option<Walk<'a>> {
        let (header, rest) = word(bytes)?;
        let count = usize::try_from(header & COUNT).ok()?;
        let words = |each: usize| count.checked_mul(each).and_then(|words| rest.split_at_checked(words));
        match header & !COUNT {
            OBJECT => words(8).map(|(words, data)| Walk::Object(Children { words, data })),
            ARRAY => words(4).map(|(words, data)| Walk::List(Children { words, data })),
            _ => None,
        }
        .filter(|_| header & SCALAR == 0)
    }
}

impl<'a> Children<'a> {
    /// The child of a word. `end` is where the one before it ended, and then where this one does. Numbers and containers begin at a multiple
    /// of four.
    fn child(self, word: u32, end: &mut usize) -> Option<Walk<'a>> {
        let (start, place) = (*end, usize::try_from(word & PLACE).ok()?);
        *end = if word & IS_END == 0 { start.checked_add(place)? } else { place };
        let whole = |from: usize| self.data.get(from..*end);
        match word & TYPE {
            0x0000_0000 => std::str::from_utf8(whole(start)?).ok().map(Walk::Text),
            0x1000_0000 => number(whole(start.next_multiple_of(4))?).map(Walk::Number),
            0x2000_0000 => Some(Walk::Bool(false)),
            0x3000_0000 => Some(Walk::Bool(true)),
            0x4000_0000 => Some(Walk::Null),
            0x5000_0000 => Walk::container(whole(start.next_multiple_of(4))?),
            _ => None,
        }
    }
}

impl Source for Walk<'_> {
    fn peek(&mut self) -> Option<u8> {
        Some(match self {
            Walk::Null => b'n',
            Walk::Bool(false) => b'f',
            Walk::Bool(true) => b't',
            Walk::Text(_) => b'"',
            Walk::Number(_) => b'0',
            Walk::List(_) => b'[',
            Walk::Object(_) => b'{',
        })
    }

    fn null(&mut self) -> Option<()> {
        matches!(self, Walk::Null).then_some(())
    }

    fn bool(&mut self) -> Option<bool> {
        if let Walk::Bool(value) = self { Some(*value) } else { None }
    }

    fn string(&mut self) -> Option<Cow<'_, str>> {
        if let Walk::Text(text) = self { Some(Cow::Borrowed(text)) } else { None }
    }

    fn points(&mut self) -> Option<Points> {
        if let Walk::Number(numeric) = self { points(numeric) } else { None }
    }

    fn object(&mut self, mut read: impl FnMut(&mut Self, &str) -> Option<()>) -> Option<()> {
        let Walk::Object(children) = *self else { return None };
        let (keys, values) = children.words.split_at(children.words.len() / 2);
        let mut keys_end = 0;
        // Values lie behind the last key.
        let mut values_end = words(keys).try_fold(0_usize, |end, word| {
            let place = usize::try_from(word & PLACE).ok()?;
            if word & IS_END == 0 { end.checked_add(place) } else { Some(place) }
        })?;
        for (key, value) in words(keys).zip(words(values)) {
            let Walk::Text(key) = children.child(key, &mut keys_end)? else { return None };
            read(&mut children.child(value, &mut values_end)?, key)?;
        }
        Some(())
    }

    fn list(&mut self, mut read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        let Walk::List(children) = *self else { return None };
        let mut end = 0;
        for item in words(children.words) {
            read(&mut children.child(item, &mut end)?)?;
        }
        Some(())
    }
}

fn word(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (word, rest) = bytes.split_first_chunk()?;
    Some((u32::from_ne_bytes(*word), rest))
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|bytes| word(bytes).map(|(word, _)| word))
}

/// A `numeric` without the header of its length, which is the plain one of four bytes.
fn number(numeric: &[u8]) -> Option<&[u8]> {
    let (header, rest) = word(numeric)?;
    let length = if cfg!(target_endian = "little") { header >> 2 } else { header };
    let is_plain = if cfg!(target_endian = "little") { header % 4 == 0 } else { header >> 30 == 0 };
    (is_plain && usize::try_from(length).ok()? == numeric.len()).then_some(rest)
}

/// The points of a `numeric`: digits to the base of 10,000, of which `weight` stand before the point, less one.
fn points(numeric: &[u8]) -> Option<Points> {
    let (header, rest) = short(numeric)?;
    let (negative, weight, digits) = match header >> 14 {
        // Sign, seven bits of scale, and a weight of seven bits in two's complement.
        2 => (header & 0x2000 != 0, i32::from(header & 0x3f) - i32::from(header & 0x40), rest),
        // An infinity, or no number.
        3 => return None,
        sign => {
            let (weight, digits) = short(rest)?;
            (sign == 1, i32::from(weight.cast_signed()), digits)
        }
    };
    let mut hundredths = 0_u32;
    for (nth, digit) in (0..).zip(digits.chunks_exact(2)) {
        let digit = u32::from(short(digit)?.0);
        hundredths = hundredths.checked_add(match weight - nth {
            1 => digit.checked_mul(1_000_000)?,
            0 => digit.checked_mul(100)?,
            // Decimals: two are hundredths, more are for the text to refuse.
            -1 if digit % 100 == 0 => digit / 100,
            _ => return None,
        })?;
    }
    if negative { None } else { Points::from_hundredths(hundredths) }
}

fn short(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (short, rest) = bytes.split_first_chunk()?;
    Some((u16::from_ne_bytes(*short), rest))
}
