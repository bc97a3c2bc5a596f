//! All violations of one input.

use std::fmt;

use serde::Serialize;

use super::{Told, Violation, ViolationCode};
use crate::text::Lang;

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
    #[doc(hidden)]
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
    #[doc(hidden)]
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
    #[doc(hidden)]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Refusal<'a> {
    /// The violations, each with its place, code and message.
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
