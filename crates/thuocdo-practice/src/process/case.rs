//! What a case file holds. It is an input: write `Case { …, ..Case::default() }`, and so with [`Event`] and [`CaseInstitution`], so that a
//! field more does not break your build.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::json::{MAX_BYTES, Read, Reader, Value};
use thuocdo::{Assessment, Date, Institution, InstitutionType, Violations, digest};

use super::transitions::{Act, Role};
use crate::Format;
use crate::shared::fields::some_text;

/// One institution and one period: what was done, and the two assessments it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Case {
    /// What was done, oldest first.
    pub events: Vec<Event>,
    /// The external assessment, once there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external: Option<Assessment>,
    /// The version of this file format: 1.
    pub format: Format,
    /// Who is assessed.
    pub institution: CaseInstitution,
    /// The period, such as a school year: `2023-2024`.
    #[schemars(regex(pattern = r"\S"))]
    pub period: String,
    /// The self-assessment, once there is one; where it was returned, as it was reported last.
    #[serde(rename = "self", skip_serializing_if = "Option::is_none")]
    pub self_assessment: Option<Assessment>,
}

/// Whose case it is: an institution that has a code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CaseInstitution {
    /// Its code in the sector database: text, of which leading zeros stay.
    #[schemars(regex(pattern = r"\S"))]
    pub code: String,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What kind of institution it is.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<InstitutionType>,
}

/// One thing that was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Event {
    /// What was done.
    pub act: Act,
    /// The digest of the assessment that it was done with: the self-assessment up to a return, the external one from then on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessment: Option<String>,
    /// The body that acted, in free words: `Phòng Giáo dục và Đào tạo …`, `Sở Giáo dục và Đào tạo …`.
    #[schemars(regex(pattern = r"\S"))]
    pub body: String,
    /// Who signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A remark, such as why a report was returned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The day.
    pub on: Date,
    /// In which part the body acted.
    pub role: Role,
}

impl Event {
    /// The names of its fields.
    pub(super) const FIELDS: &'static [&'static str] = &["act", "assessment", "body", "name", "note", "on", "role"];
}

impl Case {
    /// The largest case that is read, in bytes. Two assessments as large as they may be are in normal form up to three times as long; the
    /// rest is for events.
    pub const MAX_BYTES: usize = 8 * MAX_BYTES;

    /// Reads a case file. [`Case::replay`] finds out whether its events were allowed.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with its form.
    pub fn from_json(bytes: &[u8]) -> Result<Case, Violations> {
        Case::from_value(&Value::parse_at_most(bytes, Case::MAX_BYTES)?)
    }

    /// As [`Case::from_json`], of JSON already parsed.
    ///
    /// # Errors
    ///
    /// As [`Case::from_json`].
    pub fn from_value(value: &Value<'_>) -> Result<Case, Violations> {
        Reader::read(value)
    }

    /// The name of the institution, or its code where the case does not name it.
    pub fn name(&self) -> &str {
        self.institution.name.as_deref().unwrap_or(&self.institution.code)
    }

    /// Takes in the assessment that an act rests on, in the place of one that is there, and returns its digest for the event. Where the case
    /// does not name its institution, the assessment does.
    ///
    /// Nothing is taken in, and nothing returned, with an act that rests on no assessment of its own.
    pub fn take_assessment(&mut self, act: Act, assessment: Assessment) -> Option<String> {
        let place = match act {
            Act::SelfAssess | Act::Report => &mut self.self_assessment,
            Act::ExternallyAssess => &mut self.external,
            _ => return None,
        };
        if let Some(named) = &assessment.institution {
            self.institution.name = self.institution.name.take().or_else(|| named.name.clone());
            self.institution.kind = self.institution.kind.or(named.kind);
        }
        Some(place.insert(assessment).digest())
    }

    /// The case's canonical JSON (RFC 8785) in normal form: shorthand written out, what is missing left out.
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }

    /// `sha256:` and the digest of the canonical JSON.
    pub fn digest(&self) -> String {
        digest(&self.to_json())
    }
}

impl From<&CaseInstitution> for Institution {
    fn from(institution: &CaseInstitution) -> Institution {
        Institution { code: Some(institution.code.clone()), name: institution.name.clone(), kind: institution.kind }
    }
}

impl Read for Case {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Case> {
        let mut fields = reader.object(value, &["events", "external", "format", "institution", "period", "self"])?;
        Some(Case {
            events: fields.required("events"),
            external: fields.optional("external"),
            format: fields.required("format"),
            institution: fields.required("institution"),
            period: some_text(&mut fields, "period"),
            self_assessment: fields.optional("self"),
        })
    }
}

impl Read for CaseInstitution {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<CaseInstitution> {
        let mut fields = reader.object(value, &["code", "name", "type"])?;
        Some(CaseInstitution { code: some_text(&mut fields, "code"), name: fields.optional("name"), kind: fields.optional("type") })
    }
}

impl Read for Event {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Event> {
        let mut fields = reader.object(value, Event::FIELDS)?;
        Some(Event {
            act: fields.required("act"),
            assessment: fields.optional("assessment"),
            body: some_text(&mut fields, "body"),
            name: fields.optional("name"),
            note: fields.optional("note"),
            on: fields.required("on"),
            role: fields.required("role"),
        })
    }
}
