//! Violations: the faults of an input. `codes` has each code with its message, `terms` the names of things in messages, `help` the text
//! that `explain-code` prints. This file has the violation with its pointer, and [`Violations`], all faults of one input.

mod codes;
mod help;
mod terms;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::date::Date;
use crate::points::{Count, NumberFault, Points};
use crate::text::{self, Lang};
use crate::words::Word;

pub use codes::ViolationCode;
pub use terms::Term;

/// A parameter of a message. In JSON a number is a number and a word is stable; messages translate the word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Param {
    /// A plain number.
    Number(u64),
    /// Text of the user or of the framework.
    Text(String),
    /// Several such texts.
    List(Vec<String>),
    /// Points.
    Points(Points),
    /// A word of the project.
    Word(Term),
    /// A word with a name for people.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Named(Named),
    /// Several such words.
    #[cfg_attr(feature = "schema", schemars(skip))]
    NamedList(Vec<Named>),
    /// A day.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Date(Date),
}

/// A stable word with its name for people. JSON holds the word; a Vietnamese message has the name first, then the word to type: `công bố
/// kết quả (publish)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    word: String,
    vi: String,
    en: String,
}

impl Named {
    /// A word, and its Vietnamese name, which begins small in the middle of a sentence.
    pub fn new(word: &str, vi: &str) -> Named {
        let vi = if vi == word { word.to_owned() } else { format!("{} ({word})", text::uncapital(vi)) };
        Named { word: word.to_owned(), vi, en: word.to_owned() }
    }

    /// A word for programs, and a complete phrase for people in each language.
    pub fn said(word: String, vi: String, en: String) -> Named {
        Named { word, vi, en }
    }

    /// A JSON Pointer: JSON holds the pointer, people read it in words.
    pub fn place(at: &str) -> Named {
        Named::said(at.to_owned(), text::place(at, Lang::Vi), text::place(at, Lang::En))
    }

    /// The stable word, as in JSON.
    pub fn as_str(&self) -> &str {
        &self.word
    }

    fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

impl<W: Word> From<W> for Named {
    fn from(word: W) -> Named {
        Named::new(word.as_str(), word.name(Lang::Vi))
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.word)
    }
}

impl Param {
    /// The parameter's text in a message, before [`shown`](crate::text::shown) makes it safe.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Param::Number(number) => number.to_string(),
            Param::Text(text) => text.clone(),
            Param::List(list) if list.is_empty() => "—".to_owned(),
            Param::List(list) => list.join(", "),
            Param::Points(points) => points.text(lang),
            Param::Word(word) => word.name(lang).to_owned(),
            Param::Named(named) => named.text(lang).to_owned(),
            Param::NamedList(list) => list.iter().map(|named| named.text(lang)).collect::<Vec<_>>().join(", "),
            Param::Date(date) => date.text(lang),
        }
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Param {
        Param::Text(text::excerpt(text))
    }
}

impl From<String> for Param {
    fn from(text: String) -> Param {
        Param::from(text.as_str())
    }
}

impl From<Points> for Param {
    fn from(points: Points) -> Param {
        Param::Points(points)
    }
}

impl From<Count> for Param {
    fn from(count: Count) -> Param {
        Param::Number(u64::from(count.get()))
    }
}

impl From<u64> for Param {
    fn from(number: u64) -> Param {
        Param::Number(number)
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Param {
        Param::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<Term> for Param {
    fn from(word: Term) -> Param {
        Param::Word(word)
    }
}

impl From<Named> for Param {
    fn from(named: Named) -> Param {
        Param::Named(named)
    }
}

impl From<Vec<Named>> for Param {
    fn from(list: Vec<Named>) -> Param {
        Param::NamedList(list)
    }
}

impl From<Date> for Param {
    fn from(date: Date) -> Param {
        Param::Date(date)
    }
}

impl<T: AsRef<str>> From<Vec<T>> for Param {
    fn from(list: Vec<T>) -> Param {
        Param::List(list.iter().map(|text| text::excerpt(text.as_ref())).collect())
    }
}

/// One fault of an input: its code, its pointer, and the parameters of its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    at: String,
    code: ViolationCode,
    params: BTreeMap<&'static str, Param>,
}

impl Violation {
    /// Sets another value for a parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Violation {
        self.set(name, value);
        self
    }

    /// Replaces a parameter, for a caller who knows more.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Into<Param>) {
        self.params.insert(name, value.into());
    }

    /// Sets another pointer (JSON Pointer, RFC 6901).
    #[must_use]
    pub fn placed(mut self, at: impl Into<String>) -> Violation {
        self.at = at.into();
        self
    }

    /// The code.
    pub const fn code(&self) -> ViolationCode {
        self.code
    }

    /// The JSON Pointer (RFC 6901) of the fault; empty for the whole input.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// The parameters of the message, by name.
    pub const fn params(&self) -> &BTreeMap<&'static str, Param> {
        &self.params
    }

    /// The message: one line without a final stop, with what was found and what would be accepted. It does not have the pointer: see
    /// [`Violation::at`]. [`shown`](crate::text::shown) makes foreign text in it safe.
    pub fn message(&self, lang: Lang) -> String {
        text::render(self.code.template(lang), |name| self.params.get(name).map(|param| param.text(lang)))
    }

    /// Pointer, message and code: `/answers/1.3.1: … (points_out_of_range)`, in Vietnamese `mục 1.3.1: …`. Always one line, whatever the
    /// input holds.
    pub fn line(&self, lang: Lang) -> String {
        format!("{}: {} ({})", text::place(&self.at, lang), self.message(lang), self.code.as_str())
    }

    /// One entry of [`Violations::to_json`].
    pub fn to_json(&self, lang: Lang) -> String {
        crate::canonical(&self.told(lang))
    }

    fn told(&self, lang: Lang) -> Told<'_> {
        Told { at: &self.at, code: self.code, message: self.message(lang), params: &self.params }
    }
}

impl Violation {
    /// The violation for a `found` that is not a number of points from 0 to `max`.
    pub fn not_points(at: impl Into<String>, found: &str, max: Points, fault: NumberFault) -> Violation {
        match fault {
            NumberFault::NotANumber => Violation::wrong_type(at, Term::String, Term::ExpectPoints),
            NumberFault::OutOfRange => Violation::points_out_of_range(at, found, max),
            NumberFault::TooPrecise => Violation::points_too_precise(at, found),
        }
    }
}

impl std::error::Error for Violation {}

impl fmt::Display for Violation {
    /// [`Violation::line`] in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::En))
    }
}

/// A violation as JSON: with its message in one language.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Violation", deny_unknown_fields))]
pub(crate) struct Told<'a> {
    /// The JSON Pointer (RFC 6901) of the fault; empty for the whole input.
    at: &'a str,
    /// The code, a stable word.
    code: ViolationCode,
    /// One line in the requested language: what was found and what would be accepted.
    message: String,
    /// The parameters of the message, by name.
    params: &'a BTreeMap<&'static str, Param>,
}

/// Every fault of one input, in the order of pointers and codes. As an error it has at least one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations {
    list: Vec<Violation>,
    /// Whether the list left some out.
    cut: bool,
}

impl Violations {
    /// The most violations in a list, so that a small hostile input cannot cause a huge answer. A longer list is cut to those first in
    /// order, with `too_many_violations` in front.
    pub const LIMIT: usize = 1000;

    /// Adds a violation.
    pub fn push(&mut self, violation: Violation) {
        self.list.push(violation);
        if self.list.len() > Violations::LIMIT.saturating_mul(2) {
            self.sort();
        }
    }

    /// Whether the list would keep a violation at this pointer. If earlier ones fill the list, the caller can skip the work.
    pub(crate) fn has_room(&self, at: &str) -> bool {
        let last = if self.cut { self.list.get(Violations::LIMIT.saturating_sub(1)) } else { None };
        last.is_none_or(|last| *at <= *last.at)
    }

    /// Adds the violations of a part of the input, below the pointer of that part: `/answers/1.3.1` within `/self` becomes
    /// `/self/answers/1.3.1`.
    pub fn take_in(&mut self, place: &str, part: Violations) {
        for violation in part.within(place) {
            self.push(violation);
        }
    }

    /// Sorts, drops duplicates, and keeps the first ones, whatever the order in which they were found.
    fn sort(&mut self) {
        self.list.sort_by(|a, b| (&a.at, a.code).cmp(&(&b.at, b.code)));
        self.list.dedup();
        self.cut |= self.list.len() > Violations::LIMIT;
        self.list.truncate(Violations::LIMIT);
    }

    /// The violations of a value that is at `prefix` in a larger one: a JSON Pointer, empty for the whole.
    #[must_use]
    pub fn within(mut self, prefix: &str) -> Violations {
        self.each(|violation| violation.at.insert_str(0, prefix));
        self
    }

    /// Changes each violation in the list.
    pub(crate) fn each(&mut self, amend: impl FnMut(&mut Violation)) {
        self.list.iter_mut().for_each(amend);
    }

    /// `value` if there is no violation.
    ///
    /// # Errors
    /// Every violation, sorted.
    pub fn or<T>(mut self, value: T) -> Result<T, Violations> {
        if self.list.is_empty() {
            return Ok(value);
        }
        self.sort();
        if self.cut {
            let marker = Violation::too_many_violations("", Violations::LIMIT);
            self.list.insert(0, marker);
        }
        Err(self)
    }

    /// In the order of the pointers.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// The number of violations.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is no violation.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The first one in the order of the pointers.
    pub fn first(&self) -> Option<&Violation> {
        self.list.first()
    }

    /// Whether a violation has this code.
    pub fn has(&self, code: ViolationCode) -> bool {
        self.iter().any(|violation| violation.code == code)
    }

    /// The answer to a wrong input: `{"violations":[…]}`, with messages in `lang`. Without violations the list is empty; a check answers so
    /// if everything is right.
    ///
    /// For HTTP: 400 where [`Violations::has`] `NotJson`, 413 where it has `TooLarge` (too long, or nested too deep), else 422.
    ///
    /// ```
    /// use thuocdo::{Lang, Scorer, ViolationCode};
    /// let wrong = Scorer::shipped("moet-4725-2022")?.check(r#"{ "answers": { "1.3.1": 7 } }"#).unwrap_err();
    /// let status = if wrong.has(ViolationCode::NotJson) { 400 } else if wrong.has(ViolationCode::TooLarge) { 413 } else { 422 };
    /// assert_eq!(status, 422);
    /// assert!(wrong.refusal(Lang::Vi).to_string().starts_with(r#"{"violations":[{"at":"/answers/1.3.1""#));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    pub fn refusal(&self, lang: Lang) -> Refusal<'_> {
        Refusal { violations: self.told(lang).collect() }
    }

    /// One line for each violation.
    pub fn lines(&self, lang: Lang) -> String {
        self.iter().map(|violation| violation.line(lang)).collect::<Vec<_>>().join("\n")
    }

    /// A JSON list of `{ at, code, message, params }`: see `schemas/violations.schema.json`.
    pub fn to_json(&self, lang: Lang) -> String {
        let told: Vec<Told<'_>> = self.told(lang).collect();
        crate::canonical(&told)
    }

    pub(crate) fn told(&self, lang: Lang) -> impl Iterator<Item = Told<'_>> {
        self.iter().map(move |violation| violation.told(lang))
    }
}

/// The violations of one input as an answer: it serialises as `{"violations":[…]}`.
#[derive(Serialize)]
pub struct Refusal<'a> {
    violations: Vec<Told<'a>>,
}

impl Refusal<'_> {
    /// The answer as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        crate::canonical(self)
    }
}

impl fmt::Display for Refusal<'_> {
    /// The answer as canonical JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_json())
    }
}

impl FromIterator<Violation> for Violations {
    fn from_iter<I: IntoIterator<Item = Violation>>(list: I) -> Violations {
        let mut violations = Violations::default();
        violations.extend(list);
        violations
    }
}

impl Extend<Violation> for Violations {
    fn extend<I: IntoIterator<Item = Violation>>(&mut self, list: I) {
        list.into_iter().for_each(|violation| self.push(violation));
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Violations {
        Violations { list: vec![violation], cut: false }
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl fmt::Display for Violations {
    /// [`Violations::lines`] in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines(Lang::En))
    }
}

impl std::error::Error for Violations {}
