//! The scorecard: points and levels of every group, criterion and indicator. `write` is its canonical JSON, `help` the text that
//! `explain-code` prints about blockers.

mod help;
#[cfg(feature = "schema")]
mod schema;
mod write;

use std::fmt;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::assessment::{Institution, InstitutionType, Stream};
use crate::canonical;
use crate::framework::{BasisCounts, Code, EvidenceState, FrameworkRef, OverallRule};
use crate::json::{Read, Reader, Value};
use crate::points::Points;
use crate::range::{Level, Range};
use crate::violation::{Violation, Violations};
use crate::{record, words};

/// The result for one assessment. Every key is always present; an unknown value is null.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, transform = schema::with_digest))]
#[non_exhaustive]
pub struct Scorecard {
    /// The framework of the result.
    pub framework: FrameworkMark,
    /// The groups, in the order of the framework.
    pub groups: Vec<GroupScore>,
    /// The assessed institution; null if unknown.
    pub institution: Option<Institution>,
    /// The level of the institution as a whole.
    pub overall: OverallLevel,
    /// The period, such as a school year: `2023-2024`; null if unknown.
    pub period: Option<String>,
    /// Whether a level may be recognised.
    pub recognition: Recognition,
    /// Who made the assessment; null if unknown.
    pub stream: Option<Stream>,
}

impl Scorecard {
    /// Every indicator, in the order of the framework.
    pub fn indicators(&self) -> impl Iterator<Item = &IndicatorScore> {
        self.groups.iter().flat_map(GroupScore::indicators)
    }

    /// The group with this code.
    pub fn group(&self, code: &str) -> Option<&GroupScore> {
        self.groups.iter().find(|group| group.code == *code)
    }

    /// The indicator with this code.
    pub fn indicator(&self, code: &str) -> Option<&IndicatorScore> {
        self.indicators().find(|indicator| indicator.code == *code)
    }

    /// Whether a level can be recognised: there is no blocker, and the level is not the lowest, which is never recognised.
    pub fn is_recognisable(&self) -> bool {
        self.recognition.eligible && self.overall.level.low > Level::new(1)
    }

    /// The institution's code, if the assessment has it.
    pub fn institution_code(&self) -> Option<&str> {
        self.institution.as_ref()?.code.as_deref()
    }

    /// The scorecard's canonical JSON (RFC 8785), its digest included: the same bytes in every language.
    pub fn to_json(&self) -> String {
        canonical::with_digest(self.body())
    }

    /// `sha256:` and the digest of the canonical JSON without the `digest` key.
    pub fn digest(&self) -> String {
        canonical::digest(&self.body())
    }
}

impl Scorecard {
    /// Reads a scorecard that [`Scorecard::to_json`] wrote, in Rust or through a binding. Its digest must match its content.
    ///
    /// ```
    /// use thuocdo::{Scorecard, Scorer};
    /// let card = Scorer::shipped("moet-4725-2022")?.score(r#"{ "conditions": {}, "answers": { "1.3.1": 6 } }"#)?;
    /// assert_eq!(card.group("1").unwrap().score.low.to_string(), "6");
    /// let text = card.to_json();
    /// assert_eq!(Scorecard::from_json(&text)?, card);
    /// let violations = Scorecard::from_json(text.replace(r#""eligible":false"#, r#""eligible":true"#)).unwrap_err();
    /// assert_eq!(violations.iter().next().unwrap().code().as_str(), "digest_mismatch");
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    ///
    /// # Errors
    /// `digest_mismatch` if the content was changed.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Scorecard, Violations> {
        Scorecard::from_value(&Value::parse(text.as_ref())?)
    }

    /// As [`Scorecard::from_json`], for parsed JSON.
    ///
    /// # Errors
    /// As [`Scorecard::from_json`].
    pub fn from_value(value: &Value<'_>) -> Result<Scorecard, Violations> {
        Reader::read(value)
    }
}

impl Read for Scorecard {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Scorecard> {
        const NAMES: &[&str] = &["digest", "framework", "groups", "institution", "overall", "period", "recognition", "stream"];
        let before = reader.refused();
        let mut fields = reader.object(value, NAMES)?;
        let card = Scorecard {
            framework: fields.required("framework"),
            groups: fields.required("groups"),
            institution: fields.optional("institution"),
            overall: fields.required("overall"),
            period: fields.optional("period"),
            recognition: fields.required("recognition"),
            stream: fields.optional("stream"),
        };
        let stated: String = fields.required("digest");
        let found = card.digest();
        // A part that could not be read has no digest; it has a violation of its own.
        if reader.refused() == before && stated != found {
            reader.key("digest", |reader| {
                reader.refuse(|at| Violation::digest_mismatch(at, found.as_str(), stated.as_str()));
            });
        }
        Some(card)
    }
}

record!(FrameworkMark { basis, digest, id, revision });
record!(BasisCounts { assumed, corroborated, derived, single, text, unlocated });
record!(GroupScore { code, conditions, criteria, level, max, score });
record!(ConditionResult { code, state });
record!(CriterionScore { code, indicators, level ? value, max, score });
record!(IndicatorScore { code, max, score, state });
record!(OverallLevel { level, rule });
record!(Recognition { blockers, eligible });
record!(Blocker { at, code, group });

impl<T: Read + Default + PartialOrd + fmt::Display> Read for Range<T> {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Range<T>> {
        let before = reader.refused();
        let mut fields = reader.object(value, &["high", "low"])?;
        let (high, low): (T, T) = (fields.required("high"), fields.required("low"));
        if reader.refused() == before && low > high {
            let (found, accepted) = (low.to_string(), vec![format!("≤ {high}")]);
            reader.key("low", |reader| reader.refuse(|at| Violation::unknown_value(at, found.as_str(), accepted)));
            return None;
        }
        Some(Range { high, low })
    }
}

impl Serialize for Scorecard {
    /// Writes the scorecard with its digest.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut card = serializer.serialize_struct("Scorecard", 8)?;
        card.serialize_field("digest", &self.digest())?;
        card.serialize_field("framework", &self.framework)?;
        card.serialize_field("groups", &self.groups)?;
        card.serialize_field("institution", &self.institution)?;
        card.serialize_field("overall", &self.overall)?;
        card.serialize_field("period", &self.period)?;
        card.serialize_field("recognition", &self.recognition)?;
        card.serialize_field("stream", &self.stream)?;
        card.end()
    }
}

/// The framework of a result, and how firm its figures are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct FrameworkMark {
    /// The number of its figures by standing.
    pub basis: BasisCounts,
    /// SHA-256 digest of the framework's canonical JSON.
    pub digest: String,
    /// Id of the framework.
    pub id: String,
    /// Revision of the framework, from 1.
    pub revision: u32,
}

/// The result for one group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct GroupScore {
    /// Code of the group.
    pub code: Code,
    /// The mandatory conditions of the group.
    pub conditions: Vec<ConditionResult>,
    /// The criteria of the group.
    pub criteria: Vec<CriterionScore>,
    /// Level of the group.
    pub level: Range<Level>,
    /// Maximum points of the group.
    pub max: Points,
    /// Points of the group.
    pub score: Range<Points>,
}

impl GroupScore {
    /// Every indicator, in the order of the framework.
    pub fn indicators(&self) -> impl Iterator<Item = &IndicatorScore> {
        self.criteria.iter().flat_map(|criterion| &criterion.indicators)
    }
}

/// The state of one condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct ConditionResult {
    /// Code of the condition.
    pub code: Code,
    /// Whether it is met.
    pub state: ConditionState,
}

words! {
    /// Whether a condition is met.
    #[derive(Default)]
    pub enum ConditionState {
        /// It is met.
        Met = "met",
        /// It is not.
        Unmet = "unmet",
        /// Unknown: the assessment has no answer.
        #[default]
        Unknown = "unknown",
    }
}

impl From<Option<bool>> for ConditionState {
    fn from(met: Option<bool>) -> ConditionState {
        match met {
            Some(true) => ConditionState::Met,
            Some(false) => ConditionState::Unmet,
            None => ConditionState::Unknown,
        }
    }
}

/// The result for one criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct CriterionScore {
    /// Code of the criterion.
    pub code: Code,
    /// The indicators of the criterion.
    pub indicators: Vec<IndicatorScore>,
    /// Level of the criterion; null if it has no bands of its own.
    pub level: Option<Range<Level>>,
    /// Maximum points of the criterion.
    pub max: Points,
    /// Points of the criterion.
    pub score: Range<Points>,
}

/// The result for one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct IndicatorScore {
    /// Code of the indicator.
    pub code: Code,
    /// Maximum points of the indicator.
    pub max: Points,
    /// Points of the indicator.
    pub score: Range<Points>,
    /// Whether it was answered.
    pub state: IndicatorState,
}

words! {
    /// Whether an indicator was answered.
    #[derive(Default)]
    pub enum IndicatorState {
        /// It has a complete answer.
        Answered = "answered",
        /// It has no answer, or only a part of one: its points are a range.
        #[default]
        Missing = "missing",
    }
}

/// The level of the institution as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct OverallLevel {
    /// The level.
    pub level: Range<Level>,
    /// The rule by which the levels of the groups give this one.
    pub rule: OverallRule,
}

/// Whether a level may be recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Recognition {
    /// The blockers, group by group.
    pub blockers: Vec<Blocker>,
    /// Whether there is no blocker.
    pub eligible: bool,
}

/// A blocker: a reason against recognition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Blocker {
    /// Code of the condition, the indicator or the group.
    pub at: Code,
    /// The reason.
    pub code: BlockerCode,
    /// The group whose level it concerns.
    pub group: Code,
}

impl Blocker {
    /// A blocker of the level of `group`, at a condition, an indicator or the group itself.
    pub fn new(code: BlockerCode, at: Code, group: Code) -> Blocker {
        Blocker { at, code, group }
    }
}

impl From<&FrameworkMark> for FrameworkRef {
    fn from(mark: &FrameworkMark) -> FrameworkRef {
        FrameworkRef { digest: mark.digest.clone(), id: mark.id.clone(), revision: mark.revision }
    }
}

impl fmt::Display for Blocker {
    /// Writes the short form: `condition_unmet:1.1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.code.as_str(), self.at)
    }
}

words! {
    /// A reason against recognition.
    #[derive(Default)]
    pub enum BlockerCode {
        /// A mandatory condition is not met.
        #[default]
        ConditionUnmet = "condition_unmet" ("điều kiện bắt buộc chưa đạt", "a mandatory condition is unmet"),
        /// No answer whether a mandatory condition is met.
        ConditionUnknown = "condition_unknown" ("điều kiện bắt buộc chưa điền", "a mandatory condition is unknown"),
        /// Missing answers leave the level open.
        LevelUndetermined = "level_undetermined" ("mức độ của nhóm chưa xác định", "the level of a group is undetermined"),
        /// A condition is met, or an answer brings points, without the evidence that the framework requires.
        EvidenceMissing = "evidence_missing" ("thiếu minh chứng bắt buộc", "required evidence is missing"),
        /// It is unknown whether such an answer has its required evidence.
        EvidenceUnknown = "evidence_unknown" ("chưa rõ có đủ minh chứng bắt buộc hay không", "whether there is the required evidence is unknown"),
    }
}

impl EvidenceState {
    /// The blocker that this state causes, if any.
    pub const fn blocker(self) -> Option<BlockerCode> {
        match self {
            EvidenceState::Given => None,
            EvidenceState::Missing => Some(BlockerCode::EvidenceMissing),
            EvidenceState::Unknown => Some(BlockerCode::EvidenceUnknown),
        }
    }
}

impl Recognition {
    /// The state of the evidence of a condition or indicator according to the blockers; `None` if no blocker is about it.
    pub(crate) fn evidence(&self, at: &Code) -> Option<EvidenceState> {
        self.blockers.iter().filter(|blocker| blocker.at == *at).find_map(|blocker| match blocker.code {
            BlockerCode::EvidenceMissing => Some(EvidenceState::Missing),
            BlockerCode::EvidenceUnknown => Some(EvidenceState::Unknown),
            BlockerCode::ConditionUnmet | BlockerCode::ConditionUnknown | BlockerCode::LevelUndetermined => None,
        })
    }
}
