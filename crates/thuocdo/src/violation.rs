//! What can be wrong: every code once, each with its place and what the message says of it.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::framework::Date;
use crate::points::{Count, Points};
use crate::text::{self, Lang, Phrase};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+) => {
        /// What is wrong, as a stable word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
        #[non_exhaustive]
        pub enum ViolationCode {
            $($(#[doc = $doc])+ #[serde(rename = $text)] $name,)+
        }

        impl ViolationCode {
            /// Every code there is.
            pub const ALL: &'static [ViolationCode] = &[$(ViolationCode::$name),+];

            /// The stable word, as in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(ViolationCode::$name => $text),+ }
            }
        }
    };
}

codes! {
    /// An assessment is dated after an event that rests on it.
    AssessmentAfterEvent = "assessment_after_event",
    /// An event rests on an assessment that the case does not hold.
    AssessmentMissing = "assessment_missing",
    /// An assessment is dated long before or after the period that it is of.
    AssessmentOutsidePeriod = "assessment_outside_period",
    /// A band's end is said twice or not at all, or its upper end lies below its lower end.
    BandEnds = "band_ends",
    /// Some points fall into no band.
    BandGap = "band_gap",
    /// Bands of a list are not in ascending order of their levels.
    BandOrder = "band_order",
    /// Some points fall into two bands, or a band leaves 0..max.
    BandOverlap = "band_overlap",
    /// A merger, split or renaming takes an institution that an earlier one closed.
    ClosedAlready = "closed_already",
    /// A column of a table has the name of a column of results.
    ColumnTaken = "column_taken",
    /// A count is not a whole number from 0 to 1 000 000.
    CountOutOfRange = "count_out_of_range",
    /// What is said is not what the digest beside it is of.
    DigestMismatch = "digest_mismatch",
    /// Of one institution and period there is another assessment of the same stream.
    DuplicateAssessment = "duplicate_assessment",
    /// Two things of a framework bear the same code.
    DuplicateCode = "duplicate_code",
    /// An object names a key twice.
    DuplicateKey = "duplicate_key",
    /// A list is empty that must not be.
    EmptyList = "empty_list",
    /// An event is dated before the one above it.
    EventBeforePrevious = "event_before_previous",
    /// An event does not follow from the state that the case is in.
    EventOutOfOrder = "event_out_of_order",
    /// A table does not say by which framework it was filled in, though it holds columns that two frameworks read differently.
    FrameworkNotNamed = "framework_not_named",
    /// A merger, split or renaming of institutions with fewer or more codes on one side than such a change has.
    IllFormedChange = "ill_formed_change",
    /// A code holds other characters than `0-9 a-z` in parts joined by `.`, or is too long.
    IllFormedCode = "ill_formed_code",
    /// Not a date of the calendar, or not written as `YYYY-MM-DD`.
    InvalidDate = "invalid_date",
    /// A list has more or fewer entries than it may have.
    ListLength = "list_length",
    /// A required field is absent or null.
    MissingField = "missing_field",
    /// A basis names no source, though its standing rests on one.
    MissingSource = "missing_source",
    /// A title or text is empty.
    MissingTitle = "missing_title",
    /// No column of a table is named by a code of the framework.
    NoKnownColumn = "no_known_column",
    /// Not UTF-8, or not one JSON value.
    NotJson = "not_json",
    /// A level is certified that was not recognised.
    NotRecognised = "not_recognised",
    /// An overlay touches what it must leave as it is.
    NotRefinable = "not_refinable",
    /// An assessment or scorecard is of another institution than what it is put into, and of none of its predecessors.
    OtherInstitution = "other_institution",
    /// An assessment is of another period than what it is put into.
    OtherPeriod = "other_period",
    /// By its changes a register makes an institution its own predecessor.
    OwnPredecessor = "own_predecessor",
    /// A plan has more choices than can be compared exactly.
    PlanTooLarge = "plan_too_large",
    /// Points below zero, above the maximum of their indicator, or above all that can be said.
    PointsOutOfRange = "points_out_of_range",
    /// Points with more than two decimals.
    PointsTooPrecise = "points_too_precise",
    /// A level is recognised although something stands in the way.
    RecognitionBlocked = "recognition_blocked",
    /// The whole of a share is zero, or its part is larger than the whole.
    ShareOutOfRange = "share_out_of_range",
    /// The rows of a table of steps do not ascend from zero.
    StepsOrder = "steps_order",
    /// A step of an overlay gives fewer points than the step before it, or the last one not the maximum.
    StepsPoints = "steps_points",
    /// A step of an overlay begins above 100 percent, which no share reaches.
    StepsUnreachable = "steps_unreachable",
    /// Maxima do not add up.
    SumMismatch = "sum_mismatch",
    /// Over 1 MiB of text, or nested more than 64 levels deep.
    TooLarge = "too_large",
    /// A framework has more groups than the engine holds.
    TooManyGroups = "too_many_groups",
    /// More is wrong than the list holds.
    TooManyViolations = "too_many_violations",
    /// The framework has no condition of this code.
    UnknownCondition = "unknown_condition",
    /// A field that nobody reads.
    UnknownField = "unknown_field",
    /// No framework of this name is shipped.
    UnknownFramework = "unknown_framework",
    /// The framework has no group of this code.
    UnknownGroup = "unknown_group",
    /// The framework has no indicator of this code.
    UnknownIndicator = "unknown_indicator",
    /// A band names a level that the framework does not describe, or a goal one that no points give.
    UnknownLevel = "unknown_level",
    /// A basis names a source that the framework does not list.
    UnknownSource = "unknown_source",
    /// Not one of the words that the place takes.
    UnknownValue = "unknown_value",
    /// The name of a column holds a code, but the column cannot be read as that of the code.
    UnreadColumn = "unread_column",
    /// Another kind of fact than the indicator's rule takes, or two kinds at once.
    WrongAnswerKind = "wrong_answer_kind",
    /// The overlay was made for another framework, or another revision of it.
    WrongBase = "wrong_base",
    /// The assessment or scorecard is of another framework.
    WrongFramework = "wrong_framework",
    /// An event is the act of a role that may not do it.
    WrongRole = "wrong_role",
    /// An assessment is of another stream than the place takes.
    WrongStream = "wrong_stream",
    /// Another JSON type than the place takes.
    WrongType = "wrong_type",
}

/// Something that a message says of a violation. Numbers are numbers in JSON; words of ours are stable in JSON and translated in messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
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
    Word(Phrase),
    /// A word that people have a name for.
    #[schemars(skip)]
    Named(Named),
    /// Several such words.
    #[schemars(skip)]
    NamedList(Vec<Named>),
    /// A day.
    #[schemars(skip)]
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
            Param::Word(word) => text::phrase(*word, lang).to_owned(),
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

impl From<Phrase> for Param {
    fn from(word: Phrase) -> Param {
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
    /// A violation at a place, of which nothing is said yet.
    pub fn new(code: ViolationCode, at: String) -> Violation {
        Violation { at, code, params: BTreeMap::new() }
    }

    /// Says something that the message has a place for.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Violation {
        self.params.insert(name, value.into());
        self
    }

    /// Says a parameter anew, by whoever knows better.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Into<Param>) {
        self.params.insert(name, value.into());
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
        text::render(text::violation(self.code), lang, |name| self.params.get(name).map(|param| param.text(lang)))
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

impl fmt::Display for Violation {
    /// [`Violation::line`] in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::En))
    }
}

/// A violation as JSON: with its message in one language.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Violation", deny_unknown_fields)]
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

    /// Whether a violation at a place would be told. Where it would not, because too many come before it, nothing need be reckoned for it.
    pub(crate) fn has_room(&self, at: &str, code: ViolationCode) -> bool {
        let last = if self.cut { self.list.get(Violations::LIMIT.saturating_sub(1)) } else { None };
        last.is_none_or(|last| (at, code) < (&last.at, last.code))
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
            let marker = Violation::new(ViolationCode::TooManyViolations, String::new()).with("limit", Violations::LIMIT);
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
