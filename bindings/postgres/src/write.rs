//! `jsonb` written as it lies, without the server reading a text: the other way of `walk`, in the same form.
//!
//! A tree is told by serde (`serialize`) and then written in one go, because all keys of an object stand before its values, and both sorted. The
//! server's own order of keys is by length, then by bytes.

use crate::form::{Form, MOST, word};

/// One value. What is in it lies in its [`Tree`].
#[derive(Clone, Copy, Debug)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    /// In hundredths.
    Number(i64),
    Text(Span),
    List(Span),
    /// Of a form of the tree.
    Object(u32, Span),
}

/// Where something lies, by its first place and the one behind its last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span(u32, u32);

impl Span {
    fn of<T>(self, all: &[T]) -> &[T] {
        all.get(self.0 as usize..self.1 as usize).unwrap_or_default()
    }
}

/// Values told one after the other: first those in a container, then the container.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    text: Vec<u8>,
    /// Keys and values whose container is still being told.
    keys: Vec<&'static str>,
    open: Vec<Node>,
    /// Values in containers that were told to their end, those of each together.
    closed: Vec<Node>,
    /// The kinds of objects that were told so far; these stay.
    forms: Vec<Form>,
}

/// More than a `jsonb` can hold, or an object with a key twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unwritable;

/// Where a container begins among the keys and values that are open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Begun {
    keys: usize,
    values: usize,
}

impl Tree {
    /// Forgets what was told.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.keys.clear();
        self.open.clear();
        self.closed.clear();
    }

    pub(crate) fn text(&mut self, text: &str) -> Result<Node, Unwritable> {
        let start = self.text.len();
        self.text.extend_from_slice(text.as_bytes());
        span(start, self.text.len()).map(Node::Text)
    }

    pub(crate) const fn begin(&self) -> Begun {
        Begun { keys: self.keys.len(), values: self.open.len() }
    }

    /// Adds a key to the object that is being told; its value is told next.
    pub(crate) fn key(&mut self, key: &'static str) {
        self.keys.push(key);
    }

    /// Adds a value to the container that is being told.
    pub(crate) fn value(&mut self, node: Node) {
        self.open.push(node);
    }

    /// Ends a list.
    pub(crate) fn list(&mut self, begun: Begun) -> Result<Node, Unwritable> {
        let start = self.closed.len();
        self.closed.extend_from_slice(self.open.get(begun.values..).unwrap_or_default());
        self.open.truncate(begun.values);
        span(start, self.closed.len()).map(Node::List)
    }

    /// Ends an object.
    pub(crate) fn object(&mut self, begun: Begun) -> Result<Node, Unwritable> {
        let Tree { keys, open, closed, forms, .. } = self;
        let told = keys.get(begun.keys..).unwrap_or_default();
        let known = forms.iter().position(|form| form.is_of(told));
        let nth = known.unwrap_or(forms.len());
        if known.is_none() {
            forms.push(Form::of(told).ok_or(Unwritable)?);
        }
        let values = open.get(begun.values..).unwrap_or_default();
        let start = closed.len();
        if let Some(form) = forms.get(nth) {
            closed.extend(form.sorted(values));
        }
        keys.truncate(begun.keys);
        open.truncate(begun.values);
        let form = u32::try_from(nth).map_err(|_| Unwritable)?;
        span(start, closed.len()).map(|values| Node::Object(form, values))
    }

    /// The bytes of a `jsonb` behind the header of its length. A value that is no container is not written: no answer is one.
    pub(crate) fn written(&self, root: Node) -> Result<Vec<u8>, Unwritable> {
        let mut out = Out { bytes: Vec::with_capacity(self.text.len().saturating_add(self.closed.len().saturating_mul(24))), tree: self };
        match root {
            Node::List(_) | Node::Object(..) => out.value(root).map(|_| out.bytes),
            _ => Err(Unwritable),
        }
    }
}

fn span(start: usize, end: usize) -> Result<Span, Unwritable> {
    Ok(Span(u32::try_from(start).map_err(|_| Unwritable)?, u32::try_from(end).map_err(|_| Unwritable)?))
}

/// As in `walk`: in the header of a container, and in the word of a child.
const ARRAY: u32 = 0x4000_0000;
const NUMERIC: u32 = 0x1000_0000;
const FALSE: u32 = 0x2000_0000;
const TRUE: u32 = 0x3000_0000;
const NULL: u32 = 0x4000_0000;
const CONTAINER: u32 = 0x5000_0000;

struct Out<'t> {
    bytes: Vec<u8>,
    tree: &'t Tree,
}

impl<'t> Out<'t> {
    /// Writes a value, and gives the type of its word. Its length is what came behind the bytes.
    fn value(&mut self, node: Node) -> Result<u32, Unwritable> {
        let tree: &'t Tree = self.tree;
        Ok(match node {
            Node::Null => NULL,
            Node::Bool(false) => FALSE,
            Node::Bool(true) => TRUE,
            Node::Text(text) => {
                self.bytes.extend_from_slice(text.of(&tree.text));
                0
            }
            Node::Number(hundredths) => {
                self.aligned();
                number(&mut self.bytes, hundredths);
                NUMERIC
            }
            Node::List(values) => {
                self.aligned();
                let values = values.of(&tree.closed);
                let count = u32::try_from(values.len()).ok().filter(|_| values.len() <= MOST / 8).ok_or(Unwritable)?;
                self.bytes.extend_from_slice(&(count | ARRAY).to_ne_bytes());
                self.values(values, 0, &[])?;
                CONTAINER
            }
            Node::Object(form, values) => {
                self.aligned();
                let form = tree.forms.get(form as usize).ok_or(Unwritable)?;
                self.bytes.extend_from_slice(&form.head);
                self.values(values.of(&tree.closed), form.keys.len(), &form.text)?;
                CONTAINER
            }
        })
    }

    /// Numbers and containers begin at a multiple of four; what comes before counts as theirs.
    fn aligned(&mut self) {
        while !self.bytes.len().is_multiple_of(4) {
            self.bytes.push(0);
        }
    }

    /// The words of values, then the text of so many keys, then the values.
    fn values(&mut self, values: &[Node], keys: usize, text: &[u8]) -> Result<(), Unwritable> {
        let mut place = self.bytes.len();
        self.bytes.resize(place.saturating_add(values.len().saturating_mul(4)), 0);
        let start = self.bytes.len();
        self.bytes.extend_from_slice(text);
        let mut before = self.bytes.len();
        for (nth, value) in values.iter().enumerate() {
            let of_type = self.value(*value)?;
            let end = self.bytes.len();
            let word = word(keys.saturating_add(nth), end.saturating_sub(start), end.saturating_sub(before)).ok_or(Unwritable)?;
            if let Some(bytes) = self.bytes.get_mut(place..place.saturating_add(4)) {
                bytes.copy_from_slice(&(word | of_type).to_ne_bytes());
            }
            place = place.saturating_add(4);
            before = end;
        }
        Ok(())
    }
}

/// A `numeric` in its short form: sign, scale and weight, then digits to the base of 10,000 without zeros at either end.
fn number(out: &mut Vec<u8>, hundredths: i64) {
    let (mut whole, decimals) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let scale: u16 = match decimals {
        0 => 0,
        decimals if decimals % 10 == 0 => 1,
        _ => 2,
    };
    // Of 64 bits five digits, and one of decimals.
    let mut digits = [0_u16; 6];
    let [before @ .., behind] = &mut digits;
    *behind = u16::try_from(decimals).unwrap_or_default().saturating_mul(100);
    for digit in before.iter_mut().rev() {
        if whole == 0 {
            break;
        }
        *digit = u16::try_from(whole % 10_000).unwrap_or_default();
        whole /= 10_000;
    }
    let first = digits.iter().position(|digit| *digit != 0);
    let last = digits.iter().rposition(|digit| *digit != 0);
    let kept = first.zip(last).and_then(|(first, last)| digits.get(first..=last)).unwrap_or_default();
    // So many digits stand before the point, less one; seven bits in two's complement.
    let weight = first.map_or(0, |first| u16::try_from(4_i16.wrapping_sub(i16::try_from(first).unwrap_or_default()) & 0x7f).unwrap_or_default());
    let sign = if hundredths < 0 { 0x2000 } else { 0 };
    let length = u32::try_from(kept.len().saturating_mul(2).saturating_add(6)).unwrap_or_default();
    let length = if cfg!(target_endian = "little") { length << 2 } else { length };
    out.extend_from_slice(&length.to_ne_bytes());
    out.extend_from_slice(&(0x8000 | sign | (scale << 7) | weight).to_ne_bytes());
    for digit in kept {
        out.extend_from_slice(&digit.to_ne_bytes());
    }
}
