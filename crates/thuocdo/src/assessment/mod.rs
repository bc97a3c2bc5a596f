//! An assessment: the answers of one institution, by itself or by an assessor.
//!
//! `read` has the fields of an assessment, `input` the forms in which a scorer accepts one, `names` the names for kinds of institutions.

mod input;
mod names;
mod read;

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::canonical;
use crate::date::Date;
use crate::points::{Count, Points};
use crate::words;

pub use input::Input;
use read::AnswerForm;
pub(crate) use read::Facts;

/// One institution, one period, one stream: the input. An absent value is unknown, which is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Assessment {
    /// The answers, by code of the indicator. An absent or null code has no answer.
    #[serde(serialize_with = "what_is_said")]
    pub answers: BTreeMap<String, Answer>,
    /// The day the assessment was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessed_on: Option<Date>,
    /// The mandatory conditions, by code. An absent or null condition is unknown.
    #[serde(serialize_with = "what_is_said")]
    pub conditions: BTreeMap<String, ConditionAnswer>,
    /// Whether the assessment lists all evidence; if absent, it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceKnown>,
    /// The id of the framework. If present, it must be the scorer's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub framework: Option<String>,
    /// The assessed institution.
    #[serde(serialize_with = "what_is_known", skip_serializing_if = "Option::is_none")]
    pub institution: Option<Institution>,
    /// The period, such as a school year: `2023-2024`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Who made the assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<Stream>,
}

/// Leaves out empty entries. Orders the rest by UTF-16 code units as RFC 8785 asks, since codes that no framework has may hold any
/// character.
fn what_is_said<T: Default + PartialEq + Serialize, S: Serializer>(map: &BTreeMap<String, T>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut entries: Vec<_> = map.iter().filter(|(_, said)| **said != T::default()).collect();
    entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    serializer.collect_map(entries)
}

/// Writes only the known fields of an institution. In results the unknown ones are null.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn what_is_known<S: Serializer>(institution: &Option<Institution>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut known = serializer.serialize_map(None)?;
    if let Some(Institution { code, name, kind }) = institution {
        code.iter().try_for_each(|code| known.serialize_entry("code", code))?;
        name.iter().try_for_each(|name| known.serialize_entry("name", name))?;
        kind.iter().try_for_each(|kind| known.serialize_entry("type", kind))?;
    }
    known.end()
}

impl Assessment {
    /// An empty assessment.
    ///
    /// ```
    /// use thuocdo::{Assessment, Points, Scorer, Share, Stream};
    /// let assessment = Assessment::new()
    ///     .of("31-0042")
    ///     .in_period("2023-2024")
    ///     .by(Stream::SelfAssessment)
    ///     .answer("1.3.1", Points::try_from(5.5)?)
    ///     .condition("1.1", true);
    /// let card = Scorer::shipped("moet-4725-2022")?.score(&assessment)?;
    /// assert_eq!(card.groups[0].score.low.to_string(), "5.5");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new() -> Assessment {
        Assessment::default()
    }

    /// Sets the code of the institution.
    #[must_use]
    pub fn of(mut self, code: impl Into<String>) -> Assessment {
        self.institution.get_or_insert_default().code = Some(code.into());
        self
    }

    /// Sets the period, such as a school year: `2023-2024`.
    #[must_use]
    pub fn in_period(mut self, period: impl Into<String>) -> Assessment {
        self.period = Some(period.into());
        self
    }

    /// Sets who made the assessment.
    #[must_use]
    pub fn by(mut self, stream: Stream) -> Assessment {
        self.stream = Some(stream);
        self
    }

    /// Adds an answer to an indicator.
    #[must_use]
    pub fn answer(mut self, indicator: impl Into<String>, answer: impl Into<Answer>) -> Assessment {
        self.answers.insert(indicator.into(), answer.into());
        self
    }

    /// Adds an answer to a mandatory condition.
    #[must_use]
    pub fn condition(mut self, condition: impl Into<String>, answer: impl Into<ConditionAnswer>) -> Assessment {
        self.conditions.insert(condition.into(), answer.into());
        self
    }

    /// The institution's code, if present.
    pub fn institution_code(&self) -> Option<&str> {
        self.institution.as_ref()?.code.as_deref()
    }

    /// The assessment's canonical JSON (RFC 8785) in normal form: answers as objects, without missing values.
    pub fn to_json(&self) -> String {
        canonical(self)
    }

    /// `sha256:` and the digest of the canonical JSON.
    pub fn digest(&self) -> String {
        canonical::digest(&self.to_json())
    }
}

/// The head of an assessment: institution, period and stream, without the facts.
///
/// Every field may be absent. Write `Subject { period: Some("2023-2024".to_owned()), ..Subject::default() }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The assessed institution.
    pub institution: Option<Institution>,
    /// The period, such as a school year: `2023-2024`.
    pub period: Option<String>,
    /// Who made the assessment.
    pub stream: Option<Stream>,
}

impl Subject {
    /// The institution's code, if present.
    pub fn institution_code(&self) -> Option<&str> {
        self.institution.as_ref()?.code.as_deref()
    }
}

impl From<Assessment> for Subject {
    fn from(assessment: Assessment) -> Subject {
        Subject { institution: assessment.institution, period: assessment.period, stream: assessment.stream }
    }
}

impl From<&Assessment> for Subject {
    fn from(assessment: &Assessment) -> Subject {
        Subject { institution: assessment.institution.clone(), period: assessment.period.clone(), stream: assessment.stream }
    }
}

/// The assessed institution. In a result an unknown field is null.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Institution {
    /// Its code in the sector database: text, with its leading zeros; null if unknown.
    pub code: Option<String>,
    /// Its name; null if unknown.
    pub name: Option<String>,
    /// Its kind; null if unknown.
    #[serde(rename = "type")]
    pub kind: Option<InstitutionType>,
}

words! {
    /// The kind of an institution.
    pub enum InstitutionType {
        /// A primary school (tiểu học).
        Primary = "primary" ("Tiểu học", "Primary"),
        /// A lower secondary school (trung học cơ sở).
        LowerSecondary = "lower_secondary" ("Trung học cơ sở", "Lower secondary"),
        /// An upper secondary school (trung học phổ thông).
        UpperSecondary = "upper_secondary" ("Trung học phổ thông", "Upper secondary"),
        /// A school of several levels (trường nhiều cấp học).
        MultiLevel = "multi_level" ("Phổ thông có nhiều cấp học", "Several levels"),
        /// A centre of continuing education (giáo dục thường xuyên).
        Continuing = "continuing" ("Giáo dục thường xuyên", "Continuing education"),
    }
}

words! {
    /// Who made an assessment.
    pub enum Stream {
        /// The institution itself (tự đánh giá).
        SelfAssessment = "self" ("Tự đánh giá", "Self-assessment"),
        /// The managing authority (đánh giá ngoài).
        External = "external" ("Đánh giá ngoài", "External assessment"),
    }
}

words! {
    /// Whether an assessment lists all evidence.
    pub enum EvidenceKnown {
        /// The input has no place for evidence, such as a row of a table: there may be more than the assessment lists.
        Unknown = "unknown",
    }
}

/// A piece of evidence: a document or a link that proves an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Evidence {
    /// Its date; null if unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Its kind: a word of the framework or overlay that requires the evidence, such as `list`; null if unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its title.
    pub title: String,
    /// Where to see it; null if unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
}

/// The answer to one indicator. Without a fact the indicator is not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The evidence for the answer.
    pub evidence: Vec<Evidence>,
    /// The fact.
    pub fact: Option<Fact>,
    /// A remark of the assessor.
    pub note: Option<String>,
}

impl From<Points> for Answer {
    fn from(points: Points) -> Answer {
        Fact::Points(points).into()
    }
}

impl From<Share> for Answer {
    fn from(share: Share) -> Answer {
        Fact::Share(share).into()
    }
}

impl From<Count> for Answer {
    fn from(count: Count) -> Answer {
        Fact::Count(count).into()
    }
}

impl From<bool> for Answer {
    fn from(met: bool) -> Answer {
        Fact::Met(met).into()
    }
}

impl From<Fact> for Answer {
    fn from(fact: Fact) -> Answer {
        Answer { fact: Some(fact), ..Answer::default() }
    }
}

/// The fact that answers an indicator. The indicator's rule decides its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fact {
    /// A number of things.
    Count(Count),
    /// Met or not.
    Met(bool),
    /// The points that the assessor sets.
    Points(Points),
    /// A part of a whole.
    Share(Share),
}

/// A part of a whole: the whole is above zero, the part at most the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    part: Count,
    whole: Count,
}

impl Share {
    /// A share; `None` if the whole is zero or the part is above it.
    pub const fn new(part: Count, whole: Count) -> Option<Share> {
        if whole.get() > 0 && part.get() <= whole.get() { Some(Share { part, whole }) } else { None }
    }

    /// A share from numbers: `Share::of(24, 32)`. `None` as in [`Share::new`], or if a number is not a [`Count`].
    pub const fn of(part: u32, whole: u32) -> Option<Share> {
        match (Count::new(part), Count::new(whole)) {
            (Some(part), Some(whole)) => Share::new(part, whole),
            _ => None,
        }
    }

    /// The part.
    pub const fn part(self) -> Count {
        self.part
    }

    /// The whole.
    pub const fn whole(self) -> Count {
        self.whole
    }
}

impl Answer {
    /// The names in JSON of the fields that hold facts.
    #[cfg(feature = "schema")]
    pub(crate) fn facts() -> impl Iterator<Item = &'static str> {
        AnswerForm::facts()
    }
}

impl Serialize for Answer {
    /// Writes an object with the keys of the fact.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        AnswerForm::from(self).serialize(serializer)
    }
}

/// The answer to one condition. Without `met` the condition is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ConditionAnswer {
    /// The evidence for the answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Whether the condition is met; null if unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
    /// A remark of the assessor; null if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl From<bool> for ConditionAnswer {
    fn from(met: bool) -> ConditionAnswer {
        ConditionAnswer { met: Some(met), ..ConditionAnswer::default() }
    }
}
