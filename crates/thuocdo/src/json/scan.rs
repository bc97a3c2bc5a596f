//! One-pass reader of a JSON text in its usual form. For every text that it accepts, the two-pass reader reads the same values.

use std::borrow::Cow;

use super::{MAX_BYTES, Source};
use crate::points::Points;

/// The unread rest of a text.
#[derive(Debug)]
pub(crate) struct Scan<'a>(&'a str);

impl<'a> Scan<'a> {
    /// Starts at the beginning of a text.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Scan<'a>> {
        if bytes.len() > MAX_BYTES { None } else { std::str::from_utf8(bytes).ok().map(Scan) }
    }

    /// Checks that only white space is left.
    pub(crate) fn end(mut self) -> Option<()> {
        if self.peek().is_none() { Some(()) } else { None }
    }

    fn skip(&mut self, bytes: usize) -> Option<()> {
        self.0 = self.0.get(bytes..)?;
        Some(())
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        if self.peek()? == byte { self.skip(1) } else { None }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(word)?;
        Some(())
    }

    /// Reads a string. Returns `None` for a string with escapes, which the full parser then reads.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        self.peek()?;
        let quoted = self.0;
        let text = quoted.strip_prefix('"')?;
        let end = text.bytes().position(|byte| byte == b'"' || byte == b'\\' || byte < b' ')?;
        if text.as_bytes().get(end) == Some(&b'"') {
            self.skip(end.saturating_add(2))?;
            return text.get(..end).map(Cow::Borrowed);
        }
        let mut escaped = false;
        let end = text.bytes().position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        })?;
        self.skip(end.saturating_add(2))?;
        serde_json::from_str(quoted.get(..end.saturating_add(2))?).ok().map(Cow::Owned)
    }

    /// The number in the leading digits, and the count of those digits.
    fn digits(&self) -> (u32, usize) {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit);
        digits.fold((0, 0), |(number, count), byte| {
            (number.saturating_mul(10).saturating_add(u32::from(byte.saturating_sub(b'0'))), count.saturating_add(1))
        })
    }

    fn items(&mut self, open: u8, close: u8, mut read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(open)?;
        if self.peek()? == close {
            return self.skip(1);
        }
        loop {
            read(self)?;
            if self.peek()? == close {
                return self.skip(1);
            }
            self.take(b',')?;
        }
    }
}

impl Source for Scan<'_> {
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.0.as_bytes().first()?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.skip(1)?;
        }
    }

    fn null(&mut self) -> Option<()> {
        self.word("null")
    }

    fn bool(&mut self) -> Option<bool> {
        if self.peek()? == b't' { self.word("true").map(|()| true) } else { self.word("false").map(|()| false) }
    }

    fn string(&mut self) -> Option<Cow<'_, str>> {
        self.text()
    }

    /// Reads points in their most usual form: at most seven digits, at most two decimals. A decimal that short is always the shortest one
    /// that identifies its double.
    fn points(&mut self) -> Option<Points> {
        self.peek()?;
        let (whole, digits) = self.digits();
        let leading_zero = self.0.starts_with('0') && digits > 1;
        if !matches!(digits, 1..=7) || leading_zero {
            return None;
        }
        self.skip(digits)?;
        let hundredths = if self.0.starts_with('.') {
            self.skip(1)?;
            let (decimals, digits) = self.digits();
            self.skip(digits)?;
            match digits {
                1 => decimals.saturating_mul(10),
                2 => decimals,
                _ => return None,
            }
        } else {
            0
        };
        if self.0.starts_with(['e', 'E']) {
            return None;
        }
        Points::from_hundredths(whole.saturating_mul(100).saturating_add(hundredths))
    }

    fn object(&mut self, mut read: impl FnMut(&mut Self, &str) -> Option<()>) -> Option<()> {
        self.items(b'{', b'}', |scan| {
            let key = scan.text()?;
            scan.take(b':')?;
            read(scan, &key)
        })
    }

    fn list(&mut self, read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.items(b'[', b']', read)
    }
}
