//! What an institution may say of itself, or an assessor of it.

mod names;
mod read;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::canonical;
use crate::framework::Date;
use crate::points::{Count, Points};
use crate::words;

/// One institution, one period, one stream: the input. Whatever is absent is unknown, which is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
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

impl Assessment {
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

/// Who is assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Institution {
    /// Its code in the sector database: text, of which leading zeros stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What kind of institution it is.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
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

    /// The part.
    pub const fn part(self) -> Count {
        self.part
    }

    /// The whole.
    pub const fn whole(self) -> Count {
        self.whole
    }
}

impl Serialize for Answer {
    /// As an object with the fact's own keys, in the order of their names.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(Fact::Count(count)) = self.fact {
            map.serialize_entry("count", &count)?;
        }
        if !self.evidence.is_empty() {
            map.serialize_entry("evidence", &self.evidence)?;
        }
        if let Some(Fact::Met(met)) = self.fact {
            map.serialize_entry("met", &met)?;
        }
        if let Some(note) = &self.note {
            map.serialize_entry("note", note)?;
        }
        match self.fact {
            Some(Fact::Points(points)) => map.serialize_entry("points", &points)?,
            Some(Fact::Share(share)) => {
                map.serialize_entry("part", &share.part)?;
                map.serialize_entry("whole", &share.whole)?;
            }
            _ => {}
        }
        map.end()
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
