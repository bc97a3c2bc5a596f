//! What a portal holds about one assessment: the assessment, field by field, and the totals and levels that the portal claims.

use std::borrow::Cow;
use std::collections::BTreeMap;

use thuocdo::json::{AnyValue, Read, Reader, Value, push_key};
use thuocdo::{Assessment, Date, Level, Levels, Points, Scorer, Sheet, Violation, ViolationCode, Violations};

use super::rules::QualityRule;

/// A submission as far as it can be read, and all that is wrong with it.
#[derive(Debug)]
pub(super) struct Submission<'a> {
    pub(super) assessment: Cow<'a, Assessment>,
    /// The pointer of the assessment: empty where it is not in a submission.
    pub(super) prefix: &'static str,
    pub(super) sheet: Sheet,
    /// What follows from the sheet.
    pub(super) levels: Option<Levels>,
    pub(super) claimed: Claimed,
    pub(super) updated_on: Option<Date>,
    /// What the engine refuses, each with its pointer in the submission.
    pub(super) refused: Vec<(String, Violation)>,
    pub(super) faults: Faults,
}

/// The totals and levels that a portal shows.
#[derive(Debug, Default)]
pub(super) struct Claimed {
    pub(super) groups: Claims,
    pub(super) level: Option<Level>,
}

/// The claims of the groups, by code.
#[derive(Debug, Default)]
pub(super) struct Claims(pub(super) BTreeMap<String, Claim>);

/// What is claimed of one group.
#[derive(Debug, Default)]
pub(super) struct Claim {
    pub(super) level: Option<Level>,
    pub(super) score: Option<Points>,
}

#[derive(Debug, Default)]
struct Envelope {
    #[expect(dead_code, reason = "named here so that it is a known field; the engine reads it")]
    assessment: AnyValue,
    claimed: Option<Claimed>,
    updated_on: Option<Date>,
}

thuocdo::record!(Envelope { assessment, claimed ? value, updated_on ? value });
thuocdo::record!(Claimed { groups ? list, level ? value });
thuocdo::record!(Claim { level ? value, score ? value });

impl Read for Claims {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Claims> {
        reader.map(value).map(Claims)
    }
}

/// The value of a key that an object has once.
pub(super) fn entry<'v>(value: &'v Value<'v>, name: &str) -> Option<&'v Value<'v>> {
    let Value::Object(entries) = value else { return None };
    let mut found = entries.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
    found.next().filter(|_| found.next().is_none())
}

impl<'a> Submission<'a> {
    /// An assessment that was read before, with no claims.
    pub(super) fn of(scorer: &Scorer, assessment: &'a Assessment) -> Submission<'a> {
        let (sheet, violations) = scorer.examine_read(assessment);
        Submission::new(scorer, Cow::Borrowed(assessment), "", sheet, Envelope::default(), taken("", violations))
    }

    /// Reads a submission, or an assessment alone, as far as it can be read.
    pub(super) fn read(scorer: &Scorer, value: &Value<'_>) -> Submission<'a> {
        if !value.has_key("assessment") {
            let (assessment, sheet, violations) = scorer.examine(value);
            return Submission::new(scorer, Cow::Owned(assessment), "", sheet, Envelope::default(), taken("", violations));
        }
        let (envelope, mut outer) = Reader::whole::<Envelope>(value);
        let mut envelope = envelope.unwrap_or_default();
        unknown_groups(scorer, &mut envelope, &mut outer);
        let mut refused = taken("", outer);
        // Twice there, or null: that is refused already, and nothing is left to be read.
        let nothing = Value::Object(vec![("answers".into(), Value::Object(Vec::new())), ("conditions".into(), Value::Object(Vec::new()))]);
        let inner = entry(value, "assessment").filter(|inner| **inner != Value::Null).unwrap_or(&nothing);
        let (assessment, sheet, violations) = scorer.examine(inner);
        refused.extend(taken("/assessment", violations));
        Submission::new(scorer, Cow::Owned(assessment), "/assessment", sheet, envelope, refused)
    }

    fn new(
        scorer: &Scorer,
        assessment: Cow<'a, Assessment>,
        prefix: &'static str,
        sheet: Sheet,
        envelope: Envelope,
        mut refused: Vec<(String, Violation)>,
    ) -> Submission<'a> {
        let levels = scorer.levels(&sheet).map_err(|violations| refused.extend(taken(prefix, violations))).ok();
        let faults = Faults::of(&refused, prefix);
        let Envelope { claimed, updated_on, .. } = envelope;
        Submission { assessment, prefix, sheet, levels, claimed: claimed.unwrap_or_default(), updated_on, refused, faults }
    }
}

/// Claims of groups that the framework does not have are set aside.
fn unknown_groups(scorer: &Scorer, envelope: &mut Envelope, violations: &mut Violations) {
    let Some(claimed) = &mut envelope.claimed else { return };
    let framework = scorer.framework();
    claimed.groups.0.retain(|code, _| {
        let is_known = framework.group(code).is_some();
        if !is_known {
            let mut at = "/claimed/groups".to_owned();
            push_key(&mut at, code);
            let accepted: Vec<&str> = framework.groups.iter().map(|group| &*group.code).collect();
            violations.push(Violation::unknown_group(at, code.as_str(), accepted));
        }
        is_known
    });
}

/// What was refused, each with its pointer in the submission.
fn taken(prefix: &str, violations: Violations) -> Vec<(String, Violation)> {
    let refused = violations.or(()).err();
    refused.into_iter().flatten().map(|violation| (format!("{prefix}{}", violation.at()), violation)).collect()
}

/// By which rule something is wrong that the engine refuses.
pub(super) const fn rule_of(code: ViolationCode) -> QualityRule {
    match code {
        ViolationCode::DuplicateKey
        | ViolationCode::UnknownCondition
        | ViolationCode::UnknownField
        | ViolationCode::UnknownGroup
        | ViolationCode::UnknownIndicator => QualityRule::KnownCode,
        _ => QualityRule::ValueValid,
    }
}

/// Which parts of the assessment the engine refuses.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub(super) answers: BTreeMap<String, Fault>,
    pub(super) conditions: BTreeMap<String, Fault>,
    /// `period`, `institution/code`.
    fields: BTreeMap<String, Fault>,
}

/// What is wrong with one part.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fault {
    /// Its key is unknown or there twice.
    pub(super) key: bool,
    /// One of its values is refused.
    pub(super) value: bool,
    /// It has a fact, though a wrong one.
    pub(super) fact: bool,
}

impl Faults {
    fn of(refused: &[(String, Violation)], prefix: &str) -> Faults {
        let mut faults = Faults::default();
        for (at, violation) in refused {
            let Some(at) = at.strip_prefix(prefix).and_then(|at| at.strip_prefix('/')) else { continue };
            let mut steps = at.split('/');
            let (first, second, third) = (steps.next().unwrap_or_default(), steps.next(), steps.next());
            let is_key = third.is_none() && rule_of(violation.code()) == QualityRule::KnownCode;
            let fault = Fault {
                key: is_key,
                value: rule_of(violation.code()) == QualityRule::ValueValid,
                fact: matches!(third, None | Some("count" | "met" | "part" | "points" | "whole")),
            };
            let (map, name) = match (first, second) {
                ("answers", Some(code)) => (&mut faults.answers, unescaped(code)),
                ("conditions", Some(code)) => (&mut faults.conditions, unescaped(code)),
                (first, Some(second)) => (&mut faults.fields, format!("{first}/{second}")),
                (first, None) => (&mut faults.fields, first.to_owned()),
            };
            let known = map.entry(name).or_default();
            *known = Fault { key: known.key || fault.key, value: known.value || fault.value, fact: known.fact || fault.fact };
        }
        faults
    }

    /// Whether a field is there, though with a wrong value: by `period` or `institution/code`.
    pub(super) fn has_field(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
