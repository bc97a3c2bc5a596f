//! A framework file, walked by hand into the few things that scoring needs.

use crate::fraction::{Fraction, fraction};
use crate::{digest, normal_framework};
use serde_json::Value;
use std::collections::BTreeMap;

/// A framework as the oracle keeps it.
#[derive(Debug)]
pub struct Framework {
    /// How many figures stand on what.
    pub basis: BTreeMap<String, u64>,
    /// The digest of the normal form.
    pub digest: String,
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// The name of the framework.
    pub id: String,
    /// The name of the rule for the institution's one level.
    pub overall: String,
    /// Its revision.
    pub revision: u64,
}

/// A group of criteria.
#[derive(Debug)]
pub struct Group {
    /// Which points give which level.
    pub bands: Vec<Band>,
    /// Its code.
    pub code: String,
    /// Its mandatory conditions, in order.
    pub conditions: Vec<Condition>,
    /// Its criteria, in order.
    pub criteria: Vec<Criterion>,
    /// Its ceiling.
    pub max: Fraction,
}

/// A mandatory condition.
#[derive(Debug)]
pub struct Condition {
    /// Its code.
    pub code: String,
    /// Which evidence it asks for where it is met.
    pub evidence: Option<EvidenceRule>,
}

/// Which evidence is asked for.
#[derive(Debug)]
pub struct EvidenceRule {
    /// How many pieces.
    pub at_least: u64,
    /// Of which kinds; of any where there are none.
    pub kinds: Vec<String>,
    /// How many days old at most.
    pub max_age_days: Option<u64>,
}

/// A criterion.
#[derive(Debug)]
pub struct Criterion {
    /// Which points give which level, where the file says so.
    pub bands: Option<Vec<Band>>,
    /// Its code.
    pub code: String,
    /// Its indicators, in order.
    pub indicators: Vec<Indicator>,
    /// Its ceiling.
    pub max: Fraction,
}

/// An indicator.
#[derive(Debug)]
pub struct Indicator {
    /// Its code.
    pub code: String,
    /// Which evidence it asks for where it brings points.
    pub evidence: Option<EvidenceRule>,
    /// Its ceiling.
    pub max: Fraction,
    /// Its own rule, or else the framework's.
    pub rule: Rule,
}

/// One band of points, its ends as the file writes them.
#[derive(Clone, Debug)]
pub struct Band {
    /// Lower end that does not belong to the band.
    pub above: Option<Fraction>,
    /// Upper end that does not belong to the band.
    pub below: Option<Fraction>,
    /// Lower end that belongs to the band.
    pub from: Option<Fraction>,
    /// The level it gives.
    pub level: u64,
    /// Upper end that belongs to the band.
    pub to: Option<Fraction>,
}

impl Band {
    /// Whether these points are in the band.
    pub fn holds(&self, points: Fraction) -> bool {
        self.from.is_none_or(|from| points >= from)
            && self.above.is_none_or(|above| points > above)
            && self.to.is_none_or(|to| points <= to)
            && self.below.is_none_or(|below| points < below)
    }
}

/// How an answer becomes points.
#[derive(Clone, Debug)]
pub enum Rule {
    /// The points are given.
    Direct,
    /// All or nothing.
    Flag,
    /// A share of the ceiling.
    Share,
    /// A table over a count.
    StepsOfCount(Vec<Step>),
    /// A table over a share in percent.
    StepsOfPercent(Vec<Step>),
}

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Step {
    /// The row counts from here on.
    pub at_least: Fraction,
    /// What it gives.
    pub points: Fraction,
}

impl Framework {
    /// Reads a framework file that is known to be valid.
    ///
    /// # Panics
    /// When it is not.
    pub fn read(file: &Value) -> Framework {
        let usual = rule(&file["award"]["rule"]);
        Framework {
            basis: basis_counts(file),
            digest: digest(&normal_framework(file)),
            groups: list(&file["groups"]).iter().map(|value| group(value, &usual)).collect(),
            id: text(&file["id"]),
            overall: text(&file["overall"]["rule"]),
            revision: whole(&file["revision"]),
        }
    }
}

/// How many figures of a framework file stand on what.
///
/// # Panics
/// When the file is not valid.
pub fn basis_counts(file: &Value) -> BTreeMap<String, u64> {
    let standings = ["assumed", "corroborated", "derived", "single", "text", "unlocated"];
    let mut counts: BTreeMap<_, _> = standings.map(|standing| (standing.to_owned(), 0)).into();
    for standing in figures(file) {
        *counts.get_mut(standing).expect("one of the six standings") += 1;
    }
    counts
}

/// The standing of each figure that a result can rest on.
fn figures(file: &Value) -> Vec<&str> {
    let mut figures: Vec<&Value> = ["award", "overall", "conditions_effect", "not_applicable"].map(|rule| &file[rule]).into();
    for group in list(&file["groups"]) {
        figures.extend([group, &group["bands"]]);
        figures.extend(list(&group["conditions"]));
        for criterion in list(&group["criteria"]) {
            figures.push(criterion);
            if !criterion["bands"].is_null() {
                figures.push(&criterion["bands"]);
            }
            figures.extend(list(&criterion["indicators"]));
        }
    }
    figures.extend(file["overlays"].as_array().into_iter().flatten());
    figures.into_iter().map(|figure| figure["basis"]["standing"].as_str().expect("a figure has a standing")).collect()
}

fn group(file: &Value, usual: &Rule) -> Group {
    Group {
        bands: bands(&file["bands"]),
        code: text(&file["code"]),
        conditions: list(&file["conditions"]).iter().map(condition).collect(),
        criteria: list(&file["criteria"]).iter().map(|value| criterion(value, usual)).collect(),
        max: points(&file["max"]),
    }
}

fn condition(file: &Value) -> Condition {
    Condition { code: text(&file["code"]), evidence: evidence(&file["required_evidence"]) }
}

fn evidence(file: &Value) -> Option<EvidenceRule> {
    (!file.is_null()).then(|| EvidenceRule {
        at_least: whole(&file["at_least"]),
        kinds: file["kinds"].as_object().into_iter().flatten().map(|(kind, _)| kind.clone()).collect(),
        max_age_days: (!file["max_age_days"].is_null()).then(|| whole(&file["max_age_days"])),
    })
}

fn criterion(file: &Value, usual: &Rule) -> Criterion {
    Criterion {
        bands: (!file["bands"].is_null()).then(|| bands(&file["bands"])),
        code: text(&file["code"]),
        indicators: list(&file["indicators"]).iter().map(|value| indicator(value, usual)).collect(),
        max: points(&file["max"]),
    }
}

fn indicator(file: &Value, usual: &Rule) -> Indicator {
    let rule = if file["rule"].is_null() { usual.clone() } else { rule(&file["rule"]) };
    Indicator { code: text(&file["code"]), evidence: evidence(&file["required_evidence"]), max: points(&file["max"]), rule }
}

fn bands(file: &Value) -> Vec<Band> {
    let end = |band: &Value, name: &str| (!band[name].is_null()).then(|| points(&band[name]));
    let read = |band: &Value| Band {
        above: end(band, "above"),
        below: end(band, "below"),
        from: end(band, "from"),
        level: whole(&band["level"]),
        to: end(band, "to"),
    };
    list(&file["bands"]).iter().map(read).collect()
}

fn rule(file: &Value) -> Rule {
    match (text(&file["kind"]).as_str(), file["of"].as_str()) {
        ("direct", _) => Rule::Direct,
        ("flag", _) => Rule::Flag,
        ("share", _) => Rule::Share,
        ("steps", Some("count")) => Rule::StepsOfCount(table(file)),
        ("steps", Some("percent")) => Rule::StepsOfPercent(table(file)),
        other => panic!("no such rule: {other:?}"),
    }
}

fn table(file: &Value) -> Vec<Step> {
    let step = |row: &Value| Step { at_least: points(&row["at_least"]), points: points(&row["points"]) };
    list(&file["table"]).iter().map(step).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("a list was expected, not {value}"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text was expected, not {value}")).to_owned()
}

fn points(value: &Value) -> Fraction {
    fraction(value).unwrap_or_else(|| panic!("points were expected, not {value}"))
}

fn whole(value: &Value) -> u64 {
    let number = points(value);
    assert!(number.is_integer(), "a whole number was expected, not {value}");
    u64::try_from(number.to_integer()).unwrap_or_else(|_| panic!("a number from 0 was expected, not {value}"))
}
