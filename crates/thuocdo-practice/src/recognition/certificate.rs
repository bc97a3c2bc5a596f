//! What a certificate states, and how it follows from a case.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::json::{Read, Reader, Value};
use thuocdo::{BasisCounts, Code, Date, FrameworkRef, Institution, Level, LocalScorer, Named, Points, Range, Violation, Violations};

use crate::Format;
use crate::process::{Act, Case, CaseInstitution, Event, RecognisedLevel, RecognisedOverall, Replayed, State, state_name};
use crate::shared::fields::some_text;

/// A recognised level with all that it rests on. Every key is always there; what there is nothing of is null.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Certificate {
    /// The digests of both assessments.
    pub assessments: AssessmentDigests,
    /// How many figures of the national framework have each standing.
    pub basis: BasisCounts,
    /// The body that recognised the level.
    #[schemars(regex(pattern = r"\S"))]
    pub body: String,
    /// The digest of the case with its first `events` events.
    pub case: String,
    /// The version of the engine.
    pub engine: String,
    /// How many events the case had. What is done later, such as publishing, leaves the certificate as good as it was.
    pub events: u32,
    /// The version of this format: 1.
    pub format: Format,
    /// The national framework.
    pub framework: FrameworkRef,
    /// Level and points of each group, in the order of the framework.
    #[schemars(length(min = 1))]
    pub groups: Vec<CertifiedGroup>,
    /// Whose level it is.
    #[schemars(extend("properties" = { "code": { "type": "string", "pattern": "\\S" } }))]
    pub institution: Institution,
    /// The digest of the external scorecard by the framework with its overlays; null without overlays.
    pub local_scorecard: Option<String>,
    /// The day the level was recognised.
    pub on: Date,
    /// The level of the institution as a whole, and its rule.
    pub overall: RecognisedOverall,
    /// The overlays that the assessments were made under, in order.
    pub overlays: Vec<FrameworkRef>,
    /// Of which period.
    #[schemars(regex(pattern = r"\S"))]
    pub period: String,
    /// The digest of the external scorecard by the national framework.
    pub scorecard: String,
}

/// The digests of both assessments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct AssessmentDigests {
    /// Of the external assessment.
    pub external: Option<String>,
    /// Of the self-assessment.
    #[serde(rename = "self")]
    pub self_assessment: Option<String>,
}

/// The recognised level of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct CertifiedGroup {
    /// Its code.
    pub code: Code,
    /// Its level.
    pub level: Level,
    /// Its points by the external assessment. Missing answers may leave them open where they leave the level settled.
    pub score: Range<Points>,
}

/// A certificate that names nobody, or no level, certifies nothing.
impl Read for Certificate {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Certificate> {
        const NAMES: &[&str] = &[
            "assessments",
            "basis",
            "body",
            "case",
            "engine",
            "events",
            "format",
            "framework",
            "groups",
            "institution",
            "local_scorecard",
            "on",
            "overall",
            "overlays",
            "period",
            "scorecard",
        ];
        let mut fields = reader.object(value, NAMES)?;
        Some(Certificate {
            assessments: fields.required("assessments"),
            basis: fields.required("basis"),
            body: some_text(&mut fields, "body"),
            case: fields.required("case"),
            engine: fields.required("engine"),
            events: fields.required("events"),
            format: fields.required("format"),
            framework: fields.required("framework"),
            groups: fields.required::<CertifiedGroups>("groups").0,
            institution: (&fields.required::<CaseInstitution>("institution")).into(),
            local_scorecard: fields.optional("local_scorecard"),
            on: fields.required("on"),
            overall: fields.required("overall"),
            overlays: fields.required("overlays"),
            period: some_text(&mut fields, "period"),
            scorecard: fields.required("scorecard"),
        })
    }
}

/// One group or more.
#[derive(Default)]
struct CertifiedGroups(Vec<CertifiedGroup>);

impl Read for CertifiedGroups {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<CertifiedGroups> {
        let groups: Vec<CertifiedGroup> = Vec::read(value, reader)?;
        if groups.is_empty() {
            reader.refuse(Violation::empty_list);
        }
        Some(CertifiedGroups(groups))
    }
}

thuocdo::record!(AssessmentDigests { external ? value, self_assessment as "self" ? value });
thuocdo::record!(CertifiedGroup { code, level, score });

impl Certificate {
    /// Reads a certificate. Only [`super::verify`] finds out whether its case makes it.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with its form.
    pub fn from_json(bytes: &[u8]) -> Result<Certificate, Violations> {
        Certificate::from_value(&Value::parse(bytes)?)
    }

    /// As [`Certificate::from_json`], of JSON already parsed.
    ///
    /// # Errors
    ///
    /// As [`Certificate::from_json`].
    pub fn from_value(value: &Value<'_>) -> Result<Certificate, Violations> {
        Reader::read(value)
    }

    /// The canonical JSON (RFC 8785): what is signed.
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }

    /// The certificate of a case as it was when it had so many events, or has now where the level was not recognised by then.
    pub(super) fn of(scorer: &LocalScorer, case: &Case, events: Option<u32>) -> Result<Certificate, Violations> {
        let Replayed { external, own: _, state } = case.replayed(scorer)?;
        let recognised = case.events.iter().zip(1_u32..).find(|(event, _)| event.act == Act::Recognise);
        let (Some(score), Some((event, nth))) = (external.filter(|_| state.is_some_and(State::has_level)), recognised) else {
            let accepted = vec![Named::from(State::Recognised), Named::from(State::Published)];
            return Err(Violation::not_recognised("", state_name(state), accepted).into());
        };
        let events = events.filter(|events| *events >= nth).unwrap_or(u32::MAX);
        let counted: Vec<Event> = case.events.iter().zip(0..events).map(|(event, _)| event.clone()).collect();
        let events = u32::try_from(counted.len()).unwrap_or(u32::MAX);
        let (case_then, national) = (Case { events: counted, ..case.clone() }, &score.national);
        let level = RecognisedLevel::of(national);
        let framework = national.framework.clone();
        Ok(Certificate {
            assessments: AssessmentDigests {
                external: case.external.as_ref().map(thuocdo::Assessment::digest),
                self_assessment: case.self_assessment.as_ref().map(thuocdo::Assessment::digest),
            },
            basis: framework.basis,
            body: event.body.clone(),
            case: case_then.digest(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            events,
            format: Format,
            framework: (&framework).into(),
            groups: level
                .groups
                .into_iter()
                .zip(&national.groups)
                .map(|(group, points)| CertifiedGroup { code: group.code, level: group.level, score: points.score })
                .collect(),
            institution: (&case.institution).into(),
            local_scorecard: (!scorer.overlays().is_empty()).then(|| score.local.digest()),
            on: event.on,
            overall: level.overall,
            // From the framework itself: it also lists overlays that were laid on it before it was loaded as a national one.
            overlays: scorer.local().framework().overlays.iter().map(FrameworkRef::from).collect(),
            period: case.period.clone(),
            scorecard: national.digest(),
        })
    }
}

/// The certificate of a case whose level is recognised, or recognised and published.
///
/// ```
/// use thuocdo::{Framework, LocalScorer, Scorer};
/// use thuocdo_practice::process::Case;
/// use thuocdo_practice::recognition::certify;
///
/// let scorer = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
/// let case = Case::from_json(r#"{ "format": 1, "institution": { "code": "31-0042" }, "period": "2023-2024", "events": [
///     { "act": "plan", "on": "2023-09-15", "body": "Trường (ví dụ)", "role": "institution" } ] }"#.as_bytes())?;
/// let refused = certify(&scorer, &case).unwrap_err();
/// assert_eq!(refused.iter().next().unwrap().code().as_str(), "not_recognised"); // it is planned, no more
/// # Ok::<(), thuocdo::Violations>(())
/// ```
///
/// # Errors
///
/// `not_recognised` in every other state, and those of [`Case::replay`].
pub fn certify(scorer: &LocalScorer, case: &Case) -> Result<Certificate, Violations> {
    Certificate::of(scorer, case, None)
}
