//! Several assessors of one institution: their points combined indicator by indicator, their levels beside each other.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{
    Answer, Assessment, Code, ConditionAnswer, ConditionState, Evidence, EvidenceKnown, EvidenceState, Fact, Level, Levels, Points, Range, Scorecard,
    Scorer, Sheet, Stream, Subject, Violation, Violations,
};

use super::form::{Form, join};
use super::result::{Rating, Rounding};

/// The fewest and the most forms that are combined.
const FORMS: (usize, usize) = (2, 99);

thuocdo::words! {
    /// How several assessors' points of one indicator become one.
    #[derive(Default)]
    pub enum Combine {
        /// Their mean (trung bình).
        Mean = "mean",
        /// The middle one; of an even number, the mean of the middle two (trung vị).
        #[default]
        Median = "median",
    }
}

/// What several assessors found together. Points are combined, never levels: the level follows from the combined points.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Panel {
    /// The level of the institution as a whole that each form alone would give, in the order of the forms.
    pub alone: Vec<Range<Level>>,
    /// The scorecard of the combined points. They are points, not facts: a criterion that is met or not may have a part of its maximum.
    pub card: Scorecard,
    /// How they were combined.
    pub combine: Combine,
    /// The groups, in the order of the framework.
    pub groups: Vec<PanelGroup>,
    /// How means were rounded.
    pub rounding: Rounding,
}

impl Panel {
    /// The panel's result as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

/// The external assessment of a panel, as every command reads one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PanelAssessment {
    /// The assessment.
    pub assessment: Assessment,
    /// The indicators and conditions that assessors answered, and of which the panel has no one answer: the assessors must agree on it first.
    /// The assessment leaves them unanswered.
    pub open: Vec<Code>,
}

impl Panel {
    /// The panel's result as an external assessment, made of the forms that [`panel`] combined: the combined points of each indicator; of an
    /// indicator that an overlay counts by facts, such as a share, the fact that all assessors state. Conditions are those on which all
    /// assessors agree. It holds the evidence that any assessor lists, each piece once, and their remarks; its day is the latest of theirs.
    pub fn assessment(&self, forms: &[Assessment]) -> PanelAssessment {
        let mut open = Vec::new();
        let mut assessment = Assessment {
            assessed_on: forms.iter().filter_map(|form| form.assessed_on).max(),
            evidence: forms.iter().any(|form| form.evidence.is_some()).then_some(EvidenceKnown::Unknown),
            framework: Some(self.card.framework.id.clone()),
            institution: self.card.institution.clone(),
            period: self.card.period.clone(),
            stream: Some(Stream::External),
            ..Assessment::default()
        };
        for condition in self.groups.iter().flat_map(|group| &group.conditions) {
            let of_forms = || forms.iter().filter_map(|form| form.conditions.get(&*condition.code));
            let met = match condition.state {
                ConditionState::Met => Some(true),
                ConditionState::Unmet => Some(false),
                _ => None,
            };
            if met.is_none() && condition.unknown < forms.len() {
                open.push(condition.code.clone());
            }
            let answer = ConditionAnswer {
                evidence: every_piece(of_forms().flat_map(|answer| &answer.evidence)),
                met,
                note: every_remark(of_forms().filter_map(|answer| answer.note.as_deref())),
            };
            assessment.conditions.insert(condition.code.to_string(), answer);
        }
        for indicator in self.groups.iter().flat_map(|group| &group.indicators) {
            let of_forms = || forms.iter().filter_map(|form| form.answers.get(&*indicator.code));
            let facts: Vec<Fact> = of_forms().filter_map(|answer| answer.fact).collect();
            let fact = common_fact(&facts, forms.len(), indicator.combined);
            if fact.is_none() && !facts.is_empty() {
                open.push(indicator.code.clone());
            }
            let answer = Answer {
                evidence: every_piece(of_forms().flat_map(|answer| &answer.evidence)),
                fact,
                note: every_remark(of_forms().filter_map(|answer| answer.note.as_deref())),
            };
            assessment.answers.insert(indicator.code.to_string(), answer);
        }
        PanelAssessment { assessment, open }
    }
}

/// The one fact that stands for those of so many forms: their points combined, or what all of them state alike.
fn common_fact(facts: &[Fact], forms: usize, combined: Range<Points>) -> Option<Fact> {
    let first = facts.first()?;
    if facts.iter().all(|fact| matches!(fact, Fact::Points(_))) {
        return combined.is_exact().then_some(Fact::Points(combined.low));
    }
    (facts.len() == forms && facts.iter().all(|fact| fact == first)).then_some(*first)
}

/// Each piece of evidence once, in the order of the forms.
fn every_piece<'e>(pieces: impl Iterator<Item = &'e Evidence>) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = Vec::new();
    for piece in pieces {
        if !found.contains(piece) {
            found.push(piece.clone());
        }
    }
    found
}

/// The remarks of all assessors, each once.
fn every_remark<'n>(remarks: impl Iterator<Item = &'n str>) -> Option<String> {
    let mut found: Vec<&str> = Vec::new();
    for remark in remarks.map(str::trim).filter(|remark| !remark.is_empty()) {
        if !found.contains(&remark) {
            found.push(remark);
        }
    }
    (!found.is_empty()).then(|| found.join("; "))
}

/// One group of a panel.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct PanelGroup {
    /// Points and level that each form alone would give, in the order of the forms.
    pub alone: Vec<Rating>,
    /// Its code.
    pub code: Code,
    /// Its conditions.
    pub conditions: Vec<PanelCondition>,
    /// Its indicators.
    pub indicators: Vec<PanelIndicator>,
}

/// One condition, by every assessor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct PanelCondition {
    /// Its code.
    pub code: Code,
    /// How many say that it is met.
    pub met: usize,
    /// Met or unmet where all say so, else unknown.
    pub state: ConditionState,
    /// How many say nothing.
    pub unknown: usize,
    /// How many say that it is not met.
    pub unmet: usize,
}

/// One indicator, by every assessor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct PanelIndicator {
    /// Its code.
    pub code: Code,
    /// Its combined points, each end by itself.
    pub combined: Range<Points>,
    /// Its maximum.
    pub max: Points,
    /// The least low end and the greatest high end.
    pub spread: Range<Points>,
    /// The points of each form, in the order of the forms.
    pub values: Vec<Range<Points>>,
}

/// Combines the forms of several external assessors of one institution.
///
/// # Errors
///
/// All that is wrong with them, under `/forms/0`, `/forms/1`…: what the scorer refuses, `wrong_stream`, `other_institution` and
/// `other_period`; and `list_length` at `/forms` unless there are 2 to 99.
pub fn panel(scorer: &Scorer, forms: &[Assessment], combine: Combine) -> Result<Panel, Violations> {
    checked(scorer, forms, combine, Violations::default())
}

/// As [`panel`], of forms in which something may have been found wrong already.
pub(super) fn checked(scorer: &Scorer, forms: &[Assessment], combine: Combine, mut violations: Violations) -> Result<Panel, Violations> {
    let (min, max) = FORMS;
    // The length of a list that could not be read means nothing.
    if !(min..=max).contains(&forms.len()) && violations.iter().all(|violation| violation.at() != "/forms") {
        violations.push(Violation::list_length("/forms", forms.len(), min, max));
    }
    let mut subject = Subject::default();
    let mut sheets = Vec::new();
    // Further forms are not read: that there are too many is a violation already.
    for (nth, form) in forms.iter().enumerate().take(max) {
        let place = format!("/forms/{nth}");
        let form = Form::check(scorer, form, Stream::External, &place, &mut violations);
        join(&mut subject, &form.subject, &place, &mut violations);
        sheets.push(form.sheet);
    }
    violations.or(())?;
    combined(scorer, &sheets, subject, combine)
}

fn combined(scorer: &Scorer, sheets: &[Sheet], subject: Subject, combine: Combine) -> Result<Panel, Violations> {
    let levels: Vec<Levels> = sheets.iter().map(|sheet| scorer.levels(sheet)).collect::<Result<_, _>>()?;
    let mut whole = scorer.blank();
    let mut row = whole.fill();
    let (mut conditions, mut indicators) = (0_usize.., 0_usize..);
    let mut groups = Vec::new();
    for (nth, group) in scorer.framework().groups.iter().enumerate() {
        let states = group.conditions.iter().zip(conditions.by_ref()).map(|(condition, position)| {
            let of_panel = panel_condition(condition.code.clone(), sheets, position);
            row.condition(position, of_panel.state)?;
            row.condition_evidence(position, panel_evidence(sheets, |sheet| sheet.condition_evidence(position)))?;
            Ok(of_panel)
        });
        let states = states.collect::<Result<_, Violation>>()?;
        let points = group.indicators().zip(indicators.by_ref()).map(|(indicator, position)| {
            let of_panel = panel_indicator(indicator.code.clone(), indicator.max, sheets, position, combine);
            row.narrow(position, of_panel.combined)?;
            row.answer_evidence(position, panel_evidence(sheets, |sheet| sheet.answer_evidence(position)))?;
            Ok(of_panel)
        });
        groups.push(PanelGroup {
            indicators: points.collect::<Result<_, Violation>>()?,
            alone: levels.iter().filter_map(|levels| levels.groups().get(nth)).map(Rating::from).collect(),
            code: group.code.clone(),
            conditions: states,
        });
    }
    let about = Subject { stream: Some(Stream::External), ..subject };
    let card = scorer.card(&about, &whole)?;
    Ok(Panel { alone: levels.iter().map(Levels::overall).collect(), card, combine, groups, rounding: Rounding::HalfUp })
}

fn panel_condition(code: Code, sheets: &[Sheet], position: usize) -> PanelCondition {
    let count = |state| sheets.iter().filter(|sheet| sheet.state(position) == Some(state)).count();
    let (met, unmet) = (count(ConditionState::Met), count(ConditionState::Unmet));
    let state = match sheets.len() {
        all if met == all => ConditionState::Met,
        all if unmet == all => ConditionState::Unmet,
        _ => ConditionState::Unknown,
    };
    PanelCondition { code, met, state, unknown: count(ConditionState::Unknown), unmet }
}

/// The evidence of those forms that need some: their common state, else unknown.
fn panel_evidence(sheets: &[Sheet], of: impl Fn(&Sheet) -> Option<EvidenceState>) -> EvidenceState {
    let mut states = sheets.iter().filter_map(of);
    let Some(first) = states.next() else { return EvidenceState::Unknown };
    if states.all(|state| state == first) { first } else { EvidenceState::Unknown }
}

fn panel_indicator(code: Code, max: Points, sheets: &[Sheet], position: usize, combine: Combine) -> PanelIndicator {
    let values: Vec<Range<Points>> = sheets.iter().filter_map(|sheet| sheet.score(position)).collect();
    let lows: Vec<Points> = values.iter().map(|value| value.low).collect();
    let highs: Vec<Points> = values.iter().map(|value| value.high).collect();
    PanelIndicator {
        code,
        combined: Range { high: combine.one_of(&highs), low: combine.one_of(&lows) },
        max,
        spread: Range { high: highs.into_iter().max().unwrap_or_default(), low: lows.into_iter().min().unwrap_or_default() },
        values,
    }
}

impl Combine {
    /// The one number of points that stands for several, between the least and the greatest of them.
    fn one_of(self, points: &[Points]) -> Points {
        match self {
            Combine::Mean => mean(points),
            Combine::Median => {
                let mut sorted = points.to_vec();
                sorted.sort_unstable();
                // The one in the middle, or the two.
                let first = sorted.len().saturating_sub(1) / 2;
                let few = if sorted.len().is_multiple_of(2) { 2 } else { 1 };
                mean(sorted.get(first..).and_then(|rest| rest.get(..few)).unwrap_or_default())
            }
        }
    }
}

/// The mean, half a hundredth rounded up; none of none.
fn mean(points: &[Points]) -> Points {
    let sum: u64 = points.iter().map(|points| u64::from(points.hundredths())).sum();
    let count = u64::try_from(points.len()).unwrap_or(u64::MAX);
    let rounded = sum.saturating_mul(2).saturating_add(count).checked_div(count.saturating_mul(2)).unwrap_or(0);
    u32::try_from(rounded).ok().and_then(Points::from_hundredths).unwrap_or_default()
}
