//! What can be wrong with an input: `codes` has each code with its message, `terms` what messages call things, `help` what
//! `explain-code` prints. Here a violation has its place, and [`Violations`] holds all of one input.

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

/// Something that a message says of a violation. Numbers are numbers in JSON; words of ours are stable in JSON and translated in messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Param {
    /// A plain number.
    Number(u64),
    /// Text of the user's, or of the framework's.
    Text(String),
    /// Several such texts.
    List(Vec<String>),
    /// Points.
    Points(Points),
    /// A word of ours.
    Word(Term),
    /// A word that people have a name for.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Named(Named),
    /// Several such words.
    #[cfg_attr(feature = "schema", schemars(skip))]
    NamedList(Vec<Named>),
    /// A day.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Date(Date),
}

/// A stable word beside what people call it. JSON holds the word; a message in Vietnamese says the name first, then the word to type:
/// `công bố kết quả (publish)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    word: String,
    vi: String,
    en: String,
}

impl Named {
    /// A word, and its name in Vietnamese, which begins small in the middle of a sentence.
    pub fn new(word: &str, vi: &str) -> Named {
        let vi = if vi == word { word.to_owned() } else { format!("{} ({word})", text::uncapital(vi)) };
        Named { word: word.to_owned(), vi, en: word.to_owned() }
    }

    /// A word for programs, and what is said of it in sentences, whole.
    pub fn said(word: String, vi: String, en: String) -> Named {
        Named { word, vi, en }
    }

    /// A place, which JSON holds as a JSON Pointer and people are told in words.
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
    /// As a message says it, before it is [`shown`](crate::text::shown).
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

/// One thing that is wrong: what, where, and what a message needs to say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    at: String,
    code: ViolationCode,
    params: BTreeMap<&'static str, Param>,
}

impl Violation {
    /// The same with another value of a parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Violation {
        self.set(name, value);
        self
    }

    /// Says a parameter anew, by whoever knows better.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Into<Param>) {
        self.params.insert(name, value.into());
    }

    /// The same at another place: a JSON Pointer (RFC 6901).
    #[must_use]
    pub fn placed(mut self, at: impl Into<String>) -> Violation {
        self.at = at.into();
        self
    }

    /// What is wrong.
    pub const fn code(&self) -> ViolationCode {
        self.code
    }

    /// Where, as a JSON Pointer (RFC 6901); empty for the whole input.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// What the message says of it, by name.
    pub const fn params(&self) -> &BTreeMap<&'static str, Param> {
        &self.params
    }

    /// One line without a final stop: what was found and what would be accepted. The place is [`Violation::at`]. What others wrote stands in
    /// it as [`shown`](crate::text::shown) shows it.
    pub fn message(&self, lang: Lang) -> String {
        text::render(self.code.template(lang), |name| self.params.get(name).map(|param| param.text(lang)))
    }

    /// The message behind its place and before its code: `/answers/1.3.1: … (points_out_of_range)`, and in Vietnamese
    /// `mục 1.3.1: …`. One line, whatever the input held.
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
    /// That `found` is no number of points from 0 to `max`.
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
    /// Where, as a JSON Pointer (RFC 6901); empty for the whole input.
    at: &'a str,
    /// What is wrong, as a stable word.
    code: ViolationCode,
    /// One line in the language asked for: what was found and what would be accepted.
    message: String,
    /// What the message says of it, by name.
    params: &'a BTreeMap<&'static str, Param>,
}

/// Everything that is wrong with one input, at once, sorted by place and code. Never empty where it is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations {
    list: Vec<Violation>,
    /// Whether some were left out.
    cut: bool,
}

impl Violations {
    /// How many are listed at most, so that hostile input cannot make a small text into a huge answer. Where there are more, those
    /// first in order are told, and `too_many_violations` before them.
    pub const LIMIT: usize = 1000;

    /// Notes one more.
    pub fn push(&mut self, violation: Violation) {
        self.list.push(violation);
        if self.list.len() > Violations::LIMIT.saturating_mul(2) {
            self.sort();
        }
    }

    /// Whether a violation at a place would be listed. Where too many come before it, the caller need not work it out.
    pub(crate) fn has_room(&self, at: &str) -> bool {
        let last = if self.cut { self.list.get(Violations::LIMIT.saturating_sub(1)) } else { None };
        last.is_none_or(|last| *at <= *last.at)
    }

    /// Notes all that is wrong with a part of the input, under the place of that part: `/answers/1.3.1` within `/self` is
    /// `/self/answers/1.3.1`.
    pub fn take_in(&mut self, place: &str, part: Violations) {
        for violation in part.within(place) {
            self.push(violation);
        }
    }

    /// Sorts and tells each violation once; keeps the first ones only, whatever the order in which they were found.
    fn sort(&mut self) {
        self.list.sort_by(|a, b| (&a.at, a.code).cmp(&(&b.at, b.code)));
        self.list.dedup();
        self.cut |= self.list.len() > Violations::LIMIT;
        self.list.truncate(Violations::LIMIT);
    }

    /// The same, of a value that stands at `prefix` in a larger one: a JSON Pointer, empty for the whole.
    #[must_use]
    pub fn within(mut self, prefix: &str) -> Violations {
        self.each(|violation| violation.at.insert_str(0, prefix));
        self
    }

    /// To say more of those noted so far.
    pub(crate) fn each(&mut self, amend: impl FnMut(&mut Violation)) {
        self.list.iter_mut().for_each(amend);
    }

    /// `value` if nothing is wrong, else all that is, sorted.
    ///
    /// # Errors
    /// Everything that was noted.
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

    /// In order of place.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The first one in order of place.
    pub fn first(&self) -> Option<&Violation> {
        self.list.first()
    }

    /// Whether one of them has this code.
    pub fn has(&self, code: ViolationCode) -> bool {
        self.iter().any(|violation| violation.code == code)
    }

    /// What an entry answers where something is wrong: `{"violations":[…]}`, with messages in `lang`. Of no violations the list is empty,
    /// which is how a check answers that all is well.
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

    /// Each in a line of its own.
    pub fn lines(&self, lang: Lang) -> String {
        self.iter().map(|violation| violation.line(lang)).collect::<Vec<_>>().join("\n")
    }

    /// A JSON list of `{ at, code, message, params }`, by `schemas/violations.schema.json`.
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
