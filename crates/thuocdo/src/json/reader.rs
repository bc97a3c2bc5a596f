//! Reads a type out of a parsed [`Value`]. The reader goes on after a fault, so it reports every one, each with its JSON Pointer (RFC
//! 6901).
//!
//! Where a field is missing or refused, its default stands in, and the whole is not handed out. So a document such as a framework has a
//! `Default`, although an empty one is not valid; a trait of our own for this would be a second `Default` beside the one that inputs need.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::mem;

use super::value::Value;
use crate::date::Date;
use crate::points::{Count, Number, NumberFault, Points};
use crate::range::Level;
use crate::text::{Lang, Remark, Text};
use crate::violation::{Named, Term, Violation, Violations};
use crate::words::Word;

/// Below a key longer than this, in bytes, only one violation is reported. Each violation repeats the key in its pointer, so a huge key
/// could make the answer huge. No real code is that long.
const MAX_KEY: usize = 64;

/// A type that can be read from JSON. `record!` and `words!` implement it for most types.
pub trait Read: Sized {
    /// Reads a value. `None`: the reader refused the value and noted a violation.
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Self>;
}

/// The position in the JSON, and the violations found so far.
#[derive(Debug, Default)]
pub struct Reader<'v> {
    /// The number of violations after which the reader notes no more.
    enough: Option<usize>,
    /// Whether a text may be written in one language only.
    one_language: bool,
    path: Vec<Step<'v>>,
    /// The number of refusals, including those without a noted violation.
    refused: usize,
    violations: Violations,
}

#[derive(Clone, Copy, Debug)]
enum Step<'v> {
    Key(&'v str),
    Index(usize),
}

impl<'v> Reader<'v> {
    /// Reads all of `value`. Also returns everything that is wrong with it.
    pub fn whole<T: Read>(value: &'v Value<'v>) -> (Option<T>, Violations) {
        let mut reader = Reader::default();
        let read = T::read(value, &mut reader);
        (read, reader.violations)
    }

    /// As [`Reader::whole`], for a caller who needs no value where there is a fault.
    ///
    /// # Errors
    /// Everything that is wrong with `value`.
    pub fn read<T: Read + Default>(value: &'v Value<'v>) -> Result<T, Violations> {
        let (read, violations) = Reader::whole::<T>(value);
        violations.or(read.unwrap_or_default())
    }

    /// Whether the reader has found no fault so far.
    pub fn is_clean(&self) -> bool {
        self.refused == 0
    }

    /// The number of refusals so far. A caller that reads a part compares the number before and after: if it is the same, the part is good.
    pub const fn refused(&self) -> usize {
        self.refused
    }

    /// Notes a fault of the current value. `violation` receives the value's pointer.
    pub fn refuse(&mut self, violation: impl FnOnce(String) -> Violation) {
        self.refused = self.refused.saturating_add(1);
        if self.enough.is_some_and(|enough| self.violations.len() >= enough) {
            return;
        }
        self.violations.push(violation(self.pointer()));
    }

    /// Notes that the current value has the wrong type. Returns `None`.
    pub fn wrong_type<T>(&mut self, value: &Value<'_>, expected: Term) -> Option<T> {
        self.refuse(|at| Violation::wrong_type(at, value.kind(), expected));
        None
    }

    /// Runs `read`, in which a text may be written in one language only.
    pub(crate) fn in_one_language<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = mem::replace(&mut self.one_language, true);
        let read = read(self);
        self.one_language = outer;
        read
    }

    /// Runs `read` one step further in, at `key`.
    pub fn key<T>(&mut self, key: &'v str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Key(key), read)
    }

    /// Runs `read` one step further in, at the list item `index`.
    pub fn index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Index(index), read)
    }

    fn step<T>(&mut self, step: Step<'v>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let read = read(self);
        self.path.pop();
        read
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) => push_key(&mut pointer, key),
                // Writing to a string cannot fail.
                Step::Index(index) => drop(write!(pointer, "/{index}")),
            }
        }
        pointer
    }

    /// The fields of an object. Refuses fields that are not in `names`, and fields that occur twice.
    pub fn object<'r>(&'r mut self, value: &'v Value<'v>, names: &'static [&'static str]) -> Option<Fields<'r, 'v>> {
        self.object_but(value, names, &[])
    }

    /// As [`Reader::object`], for an object that refines another one. For a field in `fixed` it notes that no object may refine that field.
    pub(crate) fn object_but<'r>(
        &'r mut self,
        value: &'v Value<'v>,
        names: &'static [&'static str],
        fixed: &[(&'static str, Term)],
    ) -> Option<Fields<'r, 'v>> {
        let Value::Object(entries) = value else {
            self.refuse(|at| Violation::wrong_type(at, value.kind(), object_of(names)));
            return None;
        };
        for (key, _) in entries.iter().filter(|(key, _)| !names.contains(&key.as_ref())) {
            self.key(key, |reader| match fixed.iter().find(|(name, _)| name == key) {
                Some((_, what)) => reader.refuse(|at| Violation::not_refinable(at, *what)),
                None => reader.refuse(|at| Violation::unknown_field(at, key.as_ref(), names.to_vec())),
            });
        }
        for name in names {
            if entries.iter().filter(|(key, _)| key == name).nth(1).is_some() {
                self.duplicate(name);
            }
        }
        Some(Fields { reader: self, entries })
    }

    fn duplicate(&mut self, key: &'v str) {
        self.key(key, |reader| reader.refuse(|at| Violation::duplicate_key(at, key)));
    }

    /// Reads an object whose keys are codes. Keeps every entry, so that the caller can still check its code: an entry that is null, refused
    /// or present twice becomes `T::default()`.
    pub fn map<T: Read + Default>(&mut self, value: &'v Value<'v>) -> Option<BTreeMap<String, T>> {
        let Value::Object(entries) = value else {
            return self.wrong_type(value, Term::Object);
        };
        let twice = said_twice(entries);
        for key in &twice {
            self.duplicate(key);
        }
        let entry = |(key, value): &'v (Cow<'v, str>, Value<'v>)| {
            let read = match value {
                Value::Null => None,
                _ if twice.contains(key.as_ref()) => None,
                value => {
                    let outer = self.enough;
                    // A long key stands in every pointer below it, however short the keys further in are.
                    self.enough = outer.or_else(|| (key.len() > MAX_KEY).then(|| self.violations.len().saturating_add(1)));
                    let read = self.key(key, |reader| T::read(value, reader));
                    self.enough = outer;
                    read
                }
            };
            (key.clone().into_owned(), read.unwrap_or_default())
        };
        Some(entries.iter().map(entry).collect())
    }
}

/// An object, with the fields that it may have.
fn object_of(names: &[&str]) -> Named {
    let names = names.join(", ");
    let said = |lang| format!("{} ({names})", Term::Object.name(lang));
    Named::said(Term::Object.as_str().to_owned(), said(Lang::Vi), said(Lang::En))
}

/// The keys that occur more than once. Most objects are written in order, and then there are none.
fn said_twice<'v>(entries: &'v [(Cow<'v, str>, Value<'v>)]) -> BTreeSet<&'v str> {
    if entries.is_sorted_by(|(a, _), (b, _)| a < b) {
        return BTreeSet::new();
    }
    let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_ref()).collect();
    keys.sort_unstable();
    keys.iter().zip(keys.iter().skip(1)).filter(|(a, b)| a == b).map(|(key, _)| *key).collect()
}

/// The JSON Pointer (RFC 6901) of `key` in the object at `parent`: `1.3.1` in `/answers` gives `/answers/1.3.1`.
#[must_use]
pub fn pointer(parent: &str, key: &str) -> String {
    let mut pointer = parent.to_owned();
    push_key(&mut pointer, key);
    pointer
}

/// Appends one step of a JSON Pointer (RFC 6901).
pub fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for c in key.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c => pointer.push(c),
        }
    }
}

/// The fields of one object.
#[derive(Debug)]
pub struct Fields<'r, 'v> {
    reader: &'r mut Reader<'v>,
    entries: &'v [(Cow<'v, str>, Value<'v>)],
}

impl<'v> Fields<'_, 'v> {
    /// Reads a field that may be absent or null.
    pub fn optional<T: Read>(&mut self, name: &'static str) -> Option<T> {
        self.optional_by(name, T::read)
    }

    /// As [`Fields::optional`], with the function `read`.
    pub(crate) fn optional_by<T>(&mut self, name: &'static str, read: impl FnOnce(&'v Value<'v>, &mut Reader<'v>) -> Option<T>) -> Option<T> {
        match self.find(name) {
            Found::Nothing | Found::Twice => None,
            Found::One(value) => self.reader.key(name, |reader| read(value, reader)),
        }
    }

    /// Reads a required field. If it is missing or refused, its default stands in, so that the reader can go on.
    pub fn required<T: Read + Default>(&mut self, name: &'static str) -> T {
        if !self.has(name) {
            self.missing(name);
        }
        self.optional(name).unwrap_or_default()
    }

    /// Notes that a field is missing.
    pub fn missing(&mut self, name: &'static str) {
        self.reader.key(name, |reader| reader.refuse(|at| Violation::missing_field(at, name)));
    }

    /// Notes a fault of the object as a whole.
    pub fn refuse(&mut self, violation: impl FnOnce(String) -> Violation) {
        self.reader.refuse(violation);
    }

    /// Whether the field is present and not null.
    pub fn has(&self, name: &str) -> bool {
        !matches!(self.find(name), Found::Nothing)
    }

    fn find(&self, name: &str) -> Found<'v> {
        let mut values = self.entries.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
        match (values.next(), values.next()) {
            (None | Some(Value::Null), None) => Found::Nothing,
            (Some(value), None) => Found::One(value),
            (_, Some(_)) => Found::Twice,
        }
    }
}

/// The value under a name, if any.
enum Found<'v> {
    /// No such key, or null.
    Nothing,
    /// A value.
    One(&'v Value<'v>),
    /// Two values or more. None of them has precedence; the reader has refused them already.
    Twice,
}

/// One of a fixed set of words.
impl<W: Word> Read for W {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<W> {
        let Value::Text(text) = value else {
            return reader.wrong_type(value, Term::String);
        };
        let found = W::of(text);
        if found.is_none() {
            let accepted: Vec<Named> = W::WORDS.iter().map(|(_, word)| (*word).into()).collect();
            reader.refuse(|at| Violation::unknown_value(at, text.as_ref(), accepted));
        }
        found
    }
}

/// Any value: of a field that must be known by its name, and whose value is looked at elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnyValue;

impl Read for AnyValue {
    fn read<'v>(_: &'v Value<'v>, _: &mut Reader<'v>) -> Option<AnyValue> {
        Some(AnyValue)
    }
}

impl Read for bool {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<bool> {
        match value {
            Value::Bool(value) => Some(*value),
            _ => reader.wrong_type(value, Term::Bool),
        }
    }
}

impl Read for String {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<String> {
        match value {
            Value::Text(text) => Some(text.clone().into_owned()),
            _ => reader.wrong_type(value, Term::String),
        }
    }
}

impl Read for Points {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Points> {
        let points = match value {
            Value::Number(number) => number.points(),
            Value::Text(text) => text.parse(),
            _ => Err(NumberFault::NotANumber),
        };
        let found = || match value {
            Value::Number(number) => Cow::Owned(number.to_string()),
            Value::Text(text) => Cow::Borrowed(text.as_ref()),
            _ => Cow::default(),
        };
        match points {
            Ok(points) => return Some(points),
            Err(NumberFault::NotANumber) => return reader.wrong_type(value, Term::ExpectPoints),
            Err(fault) => reader.refuse(|at| Violation::not_points(at, &found(), Points::MAX, fault)),
        }
        None
    }
}

impl Read for Count {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Count> {
        let Value::Number(number) = value else {
            return reader.wrong_type(value, Term::ExpectCount);
        };
        let count = Number::count(*number);
        if count.is_none() {
            reader.refuse(|at| Violation::count_out_of_range(at, number.to_string().as_str(), Count::MAX));
        }
        count
    }
}

impl Read for Date {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Date> {
        let Value::Text(text) = value else {
            return reader.wrong_type(value, Term::String);
        };
        let date = text.parse().ok();
        if date.is_none() {
            reader.refuse(|at| Violation::invalid_date(at, text.as_ref(), Term::DateForm));
        }
        date
    }
}

impl Read for u32 {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<u32> {
        Count::read(value, reader).map(Count::get)
    }
}

impl Read for Level {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Level> {
        let number: u32 = u32::read(value, reader)?;
        let level = u8::try_from(number).ok().filter(|level| *level <= 100).map(Level::new);
        if level.is_none() {
            let found = number.to_string();
            reader.refuse(|at| Violation::count_out_of_range(at, found.as_str(), Points::from_hundredths(10_000).unwrap_or_default()));
        }
        level
    }
}

impl Read for Text {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Text> {
        let mut fields = reader.object(value, &["en", "vi"])?;
        let mut text = |name, other, language| {
            let text: Option<String> = fields.optional(name);
            let may_be_absent = fields.reader.one_language && fields.has(other);
            let is_empty = text.as_ref().map_or(!fields.has(name) && !may_be_absent, |text| text.trim().is_empty());
            if is_empty {
                fields.reader.key(name, |reader| reader.refuse(|at| Violation::missing_title(at, language)));
            }
            text.unwrap_or_default()
        };
        Some(Text { en: text("en", "vi", Term::English), vi: text("vi", "en", Term::Vietnamese) })
    }
}

impl Read for Remark {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Remark> {
        match value {
            Value::Text(text) => Some(Remark::Plain(text.clone().into_owned())),
            value => Text::read(value, reader).map(Remark::Both),
        }
    }
}

impl<T: Read> Read for Option<T> {
    /// Null becomes `None`.
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Option<T>> {
        match value {
            Value::Null => Some(None),
            value => T::read(value, reader).map(Some),
        }
    }
}

impl<T: Read + Default> Read for Vec<T> {
    /// A refused item leaves its default in the list, so that the items after it keep their indexes.
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Vec<T>> {
        let Value::List(items) = value else {
            return reader.wrong_type(value, Term::List);
        };
        let item = |(index, item)| reader.index(index, |reader| T::read(item, reader)).unwrap_or_default();
        Some(items.iter().enumerate().map(item).collect())
    }
}

impl<T: Read + Default> Read for BTreeMap<String, T> {
    /// By code; see [`Reader::map`].
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Self> {
        reader.map(value)
    }
}
