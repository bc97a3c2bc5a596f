//! What an institution may say of itself, or an assessor of it.
//!
//! `read` has the shape of an assessment, `input` the forms in which one comes, `names` how people call the kinds of institutions.

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

/// One institution, one period, one stream: the input. Whatever is absent is unknown, which is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Assessment {
    /// The answers, by code of the indicator. A code that is absent, or null, is not answered.
    #[serde(serialize_with = "what_is_said")]
    pub answers: BTreeMap<String, Answer>,
    /// The day the assessment was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessed_on: Option<Date>,
    /// The mandatory conditions, by code. One that is absent, or null, is unknown.
    #[serde(serialize_with = "what_is_said")]
    pub conditions: BTreeMap<String, ConditionAnswer>,
    /// What is known of evidence on the whole. Where it is absent, the evidence is that of the answers, and no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceKnown>,
    /// The id of the framework; where given, it must be the scorer's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub framework: Option<String>,
    /// Who is assessed.
    #[serde(serialize_with = "what_is_known", skip_serializing_if = "Option::is_none")]
    pub institution: Option<Institution>,
    /// The period, such as a school year: `2023-2024`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Who assesses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<Stream>,
}

/// Entries that say nothing are the same as none. Codes of no framework may hold anything, so they are put in the order of RFC 8785,
/// which is that of UTF-16.
fn what_is_said<T: Default + PartialEq + Serialize, S: Serializer>(map: &BTreeMap<String, T>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut entries: Vec<_> = map.iter().filter(|(_, said)| **said != T::default()).collect();
    entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    serializer.collect_map(entries)
}

/// Of an institution, only what is known: in results the rest is null.
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
    /// An assessment that says nothing yet.
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

    /// The same of the institution of this code.
    #[must_use]
    pub fn of(mut self, code: impl Into<String>) -> Assessment {
        self.institution.get_or_insert_default().code = Some(code.into());
        self
    }

    /// The same for a period, such as a school year: `2023-2024`.
    #[must_use]
    pub fn in_period(mut self, period: impl Into<String>) -> Assessment {
        self.period = Some(period.into());
        self
    }

    /// The same by whom it is made.
    #[must_use]
    pub fn by(mut self, stream: Stream) -> Assessment {
        self.stream = Some(stream);
        self
    }

    /// The same with an answer to an indicator.
    #[must_use]
    pub fn answer(mut self, indicator: impl Into<String>, answer: impl Into<Answer>) -> Assessment {
        self.answers.insert(indicator.into(), answer.into());
        self
    }

    /// The same with an answer to a mandatory condition.
    #[must_use]
    pub fn condition(mut self, condition: impl Into<String>, answer: impl Into<ConditionAnswer>) -> Assessment {
        self.conditions.insert(condition.into(), answer.into());
        self
    }

    /// The institution's code, where it is said.
    pub fn institution_code(&self) -> Option<&str> {
        self.institution.as_ref()?.code.as_deref()
    }

    /// The assessment's canonical JSON (RFC 8785) in normal form: shorthand written out, what is missing left out.
    pub fn to_json(&self) -> String {
        canonical(self)
    }

    /// `sha256:` and the digest of the canonical JSON.
    pub fn digest(&self) -> String {
        canonical::digest(&self.to_json())
    }
}

/// Whom an assessment is about, for which period, and who made it: all of it but the facts.
///
/// Every field may be absent. Write `Subject { period: Some("2023-2024".to_owned()), ..Subject::default() }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Who is assessed.
    pub institution: Option<Institution>,
    /// The period, such as a school year: `2023-2024`.
    pub period: Option<String>,
    /// Who assesses.
    pub stream: Option<Stream>,
}

impl Subject {
    /// The institution's code, where it is known.
    pub fn institution_code(&self) -> Option<&str> {
        self.institution.as_ref()?.code.as_deref()
    }
}

impl From<&Assessment> for Subject {
    fn from(assessment: &Assessment) -> Subject {
        Subject { institution: assessment.institution.clone(), period: assessment.period.clone(), stream: assessment.stream }
    }
}

/// Who is assessed. In a result, what is not known is null.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Institution {
    /// Its code in the sector database: text, of which leading zeros stay.
    pub code: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What kind of institution it is.
    #[serde(rename = "type")]
    pub kind: Option<InstitutionType>,
}

words! {
    /// What kind of institution is assessed.
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
    /// Who assesses.
    pub enum Stream {
        /// The institution itself (tự đánh giá).
        SelfAssessment = "self" ("Tự đánh giá", "Self-assessment"),
        /// The managing authority (đánh giá ngoài).
        External = "external" ("Đánh giá ngoài", "External assessment"),
    }
}

words! {
    /// What is known of the evidence of an assessment on the whole.
    pub enum EvidenceKnown {
        /// The assessment comes from where evidence has no place, such as a row of a table: there may be more than it names.
        Unknown = "unknown",
    }
}

/// Something that shows that an answer is true.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Evidence {
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Of which kind it is: one of the words of whoever requires evidence, such as `list`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it is.
    pub title: String,
    /// Where it can be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
}

/// What is said of one indicator. Without a fact it is not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What shows that the answer is true.
    pub evidence: Vec<Evidence>,
    /// The answer.
    pub fact: Option<Fact>,
    /// What else the assessor has to say.
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

/// The fact that answers an indicator; which kind, its rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fact {
    /// How many things there are.
    Count(Count),
    /// Whether it is met.
    Met(bool),
    /// The points given.
    Points(Points),
    /// A part of a whole.
    Share(Share),
}

/// A part of a whole: the whole is above zero, the part not above the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    part: Count,
    whole: Count,
}

impl Share {
    /// A share, or `None` of a zero whole or a part above the whole.
    pub const fn new(part: Count, whole: Count) -> Option<Share> {
        if whole.get() > 0 && part.get() <= whole.get() { Some(Share { part, whole }) } else { None }
    }

    /// So many of so many: `Share::of(24, 32)`. `None` where [`Share::new`] has none, or a number is no [`Count`].
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
    /// As an object with the keys of its fact.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        AnswerForm::from(self).serialize(serializer)
    }
}

/// What is said of one condition. Without `met` it is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ConditionAnswer {
    /// What shows that the answer is true.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Whether it is met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
    /// What else the assessor has to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl From<bool> for ConditionAnswer {
    fn from(met: bool) -> ConditionAnswer {
        ConditionAnswer { met: Some(met), ..ConditionAnswer::default() }
    }
}
