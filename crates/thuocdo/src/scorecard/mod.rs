//! What is answered: points and levels of every group, with all that they come from. `write` is its canonical
//! JSON, `help` what `explain-code` prints of blockers.

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

/// The result for one assessment. Every key is always there; what was not given is null.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, transform = schema::with_digest))]
#[non_exhaustive]
pub struct Scorecard {
    /// By which framework.
    pub framework: FrameworkMark,
    /// The groups, in the order of the framework.
    pub groups: Vec<GroupScore>,
    /// Who was assessed.
    pub institution: Option<Institution>,
    /// The level of the institution as a whole.
    pub overall: OverallLevel,
    /// For which period.
    pub period: Option<String>,
    /// Whether a level may be recognised.
    pub recognition: Recognition,
    /// Who assessed.
    pub stream: Option<Stream>,
}

impl Scorecard {
    /// Every indicator, in the order of the framework.
    pub fn indicators(&self) -> impl Iterator<Item = &IndicatorScore> {
        self.groups.iter().flat_map(GroupScore::indicators)
    }

    /// The group of a code.
    pub fn group(&self, code: &str) -> Option<&GroupScore> {
        self.groups.iter().find(|group| group.code == *code)
    }

    /// The indicator of a code.
    pub fn indicator(&self, code: &str) -> Option<&IndicatorScore> {
        self.indicators().find(|indicator| indicator.code == *code)
    }

    /// Whether there is a level to be recognised: nothing stands in the way, and it is not the lowest, which nobody recognises.
    pub fn is_recognisable(&self) -> bool {
        self.recognition.eligible && self.overall.level.low > Level::new(1)
    }

    /// The institution's code, where the assessment said it.
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
    /// Reads a scorecard that was written by [`Scorecard::to_json`], or by another language. What it says must be what its digest is of.
    ///
    /// # Errors
    /// `digest_mismatch` where something was changed.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Scorecard, Violations> {
        Scorecard::from_value(&Value::parse(text.as_ref())?)
    }

    /// As [`Scorecard::from_json`], of JSON already parsed.
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
        // What could not be read has no digest; its own fault is told.
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
    /// With its digest.
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

/// Which framework a scorecard is of, and how firm its figures are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct FrameworkMark {
    /// How many of its figures have each standing.
    pub basis: BasisCounts,
    /// The digest of its canonical JSON.
    pub digest: String,
    /// Its id.
    pub id: String,
    /// Its revision.
    pub revision: u32,
}

/// The result for one group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct GroupScore {
    /// Its code.
    pub code: Code,
    /// Its conditions.
    pub conditions: Vec<ConditionResult>,
    /// Its criteria.
    pub criteria: Vec<CriterionScore>,
    /// Its level.
    pub level: Range<Level>,
    /// Its maximum.
    pub max: Points,
    /// Its points.
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
    /// Its code.
    pub code: Code,
    /// Its state.
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
        /// Nobody said.
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
    /// Its code.
    pub code: Code,
    /// Its indicators.
    pub indicators: Vec<IndicatorScore>,
    /// Its level; null for a criterion without bands of its own.
    pub level: Option<Range<Level>>,
    /// Its maximum.
    pub max: Points,
    /// Its points.
    pub score: Range<Points>,
}

/// The result for one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct IndicatorScore {
    /// Its code.
    pub code: Code,
    /// Its maximum.
    pub max: Points,
    /// Its points.
    pub score: Range<Points>,
    /// Whether it was answered.
    pub state: IndicatorState,
}

words! {
    /// Whether an indicator was answered.
    #[derive(Default)]
    pub enum IndicatorState {
        /// It was.
        Answered = "answered",
        /// It was not, or not in all its parts: its points lie between two ends.
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
    /// The rule it follows from.
    pub rule: OverallRule,
}

/// Whether a level may be recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Recognition {
    /// What stands in the way, group by group.
    pub blockers: Vec<Blocker>,
    /// Whether nothing does.
    pub eligible: bool,
}

/// Something that stands in the way of recognition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Blocker {
    /// The code of the condition, the indicator or the group.
    pub at: Code,
    /// What it is.
    pub code: BlockerCode,
    /// The group whose level it concerns.
    pub group: Code,
}

impl Blocker {
    /// Something that stands in the way of recognition of the level of a group, at a condition, an indicator or the group itself.
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
    /// In short: `condition_unmet:1.1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.code.as_str(), self.at)
    }
}

words! {
    /// What stands in the way of recognition.
    #[derive(Default)]
    pub enum BlockerCode {
        /// A mandatory condition is not met.
        #[default]
        ConditionUnmet = "condition_unmet" ("điều kiện bắt buộc chưa đạt", "a mandatory condition is unmet"),
        /// Nobody said whether a mandatory condition is met.
        ConditionUnknown = "condition_unknown" ("điều kiện bắt buộc chưa điền", "a mandatory condition is unknown"),
        /// Missing answers leave the level open.
        LevelUndetermined = "level_undetermined" ("mức độ của nhóm chưa xác định", "the level of a group is undetermined"),
        /// A condition is met, or an answer brings points, without the evidence that the framework requires.
        EvidenceMissing = "evidence_missing" ("thiếu minh chứng bắt buộc", "required evidence is missing"),
        /// The same where it cannot be told whether there is such evidence.
        EvidenceUnknown = "evidence_unknown" ("chưa rõ có đủ minh chứng bắt buộc hay không", "whether there is the required evidence is unknown"),
    }
}

impl EvidenceState {
    /// What it puts in the way of recognition, if anything.
    pub const fn blocker(self) -> Option<BlockerCode> {
        match self {
            EvidenceState::Given => None,
            EvidenceState::Missing => Some(BlockerCode::EvidenceMissing),
            EvidenceState::Unknown => Some(BlockerCode::EvidenceUnknown),
        }
    }
}

impl Recognition {
    /// What the blockers say of the evidence for a condition or indicator; nothing where it is not in the way.
    pub(crate) fn evidence(&self, at: &Code) -> Option<EvidenceState> {
        self.blockers.iter().filter(|blocker| blocker.at == *at).find_map(|blocker| match blocker.code {
            BlockerCode::EvidenceMissing => Some(EvidenceState::Missing),
            BlockerCode::EvidenceUnknown => Some(EvidenceState::Unknown),
            BlockerCode::ConditionUnmet | BlockerCode::ConditionUnknown | BlockerCode::LevelUndetermined => None,
        })
    }
}
