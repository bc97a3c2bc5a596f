//! Random frameworks of one group, answered, and what is asked of them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::{Count, Framework, Goal, GroupPlan, Level, Points, Scorecard, Scorer, plan};
use thuocdo_oracle::corpus;

/// How an indicator of a random framework is answered. Points are hundredths.
#[derive(Clone, Debug)]
pub(crate) enum Rule {
    Direct,
    Share,
    Flag,
    /// The points of the rows behind the first, which gives nothing.
    Steps(Vec<u32>),
}

/// An indicator, its answer and its effort.
#[derive(Clone, Debug)]
pub(crate) struct Indicator {
    pub(crate) rule: Rule,
    pub(crate) max: u32,
    /// Which answer it has: `None` is missing, else a share of what it can bring, in percent.
    pub(crate) answer: Option<u32>,
    pub(crate) effort: Option<u32>,
    /// Whether no source tells whose its points are.
    pub(crate) is_unlocated: bool,
}

impl Indicator {
    /// Its certain points.
    pub(crate) fn low(&self) -> u32 {
        let Some(percent) = self.answer else { return 0 };
        match &self.rule {
            Rule::Direct | Rule::Share => self.max * percent / 100,
            Rule::Flag => {
                if percent >= 50 {
                    self.max
                } else {
                    0
                }
            }
            Rule::Steps(rows) => all(rows)[rows.len() * percent as usize / 100],
        }
    }

    /// By how much it may be raised by steps of so many hundredths: all there is, one by one.
    pub(crate) fn raises(&self, step: u32) -> Vec<u32> {
        if self.is_unlocated { Vec::new() } else { self.could_be_raised(step) }
    }

    pub(crate) fn could_be_raised(&self, step: u32) -> Vec<u32> {
        let to: Vec<u32> = match &self.rule {
            Rule::Direct | Rule::Share => (0..=self.max).filter(|to| to % step == 0 || *to == self.max).collect(),
            Rule::Flag => vec![self.max],
            Rule::Steps(rows) => rows.clone(),
        };
        let mut raises: Vec<u32> = to.into_iter().filter(|to| *to > self.low()).map(|to| to - self.low()).collect();
        raises.sort_unstable();
        raises.dedup();
        raises
    }

    /// Whether so much of a raise goes by steps: it ends at a multiple of one.
    pub(crate) fn is_stepped(&self, raise: u32, step: u32) -> bool {
        matches!(self.rule, Rule::Direct | Rule::Share) && (self.low() + raise).is_multiple_of(step)
    }

    pub(crate) fn file(&self, code: &str) -> Value {
        let rule = match &self.rule {
            Rule::Direct => json!({ "kind": "direct" }),
            Rule::Share => json!({ "kind": "share" }),
            Rule::Flag => json!({ "kind": "flag" }),
            Rule::Steps(rows) => {
                let row = |(at_least, points): (usize, &u32)| json!({ "at_least": at_least, "points": number(*points) });
                let table: Vec<Value> = all(rows).iter().enumerate().map(row).collect();
                json!({ "kind": "steps", "of": "count", "table": table })
            }
        };
        let basis = if self.is_unlocated { json!({ "standing": "unlocated", "sources": ["T"] }) } else { basis() };
        json!({ "code": code, "max": number(self.max), "rule": rule, "title": { "vi": "Thành phần", "en": "Indicator" }, "basis": basis })
    }

    /// The answer that brings so many points.
    pub(crate) fn fact(&self, points: u32) -> Value {
        match &self.rule {
            Rule::Direct => json!(number(points)),
            Rule::Share => json!({ "part": points, "whole": self.max }),
            Rule::Flag => json!(points > 0),
            Rule::Steps(rows) => {
                let row = all(rows).iter().position(|row| *row == points).expect("a row");
                json!({ "count": row })
            }
        }
    }
}

/// The points of all rows.
pub(crate) fn all(rows: &[u32]) -> Vec<u32> {
    [&[0], rows].concat()
}

pub(crate) fn basis() -> Value {
    json!({ "standing": "assumed", "sources": [] })
}

pub(crate) fn number(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// A framework of one group with three levels, its answers, and what is asked.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) indicators: Vec<Indicator>,
    /// From which points on the second and third level are, in percent of the maximum.
    pub(crate) levels: (u32, u32),
    pub(crate) target: u8,
    /// In hundredths.
    pub(crate) step: u32,
}

impl Case {
    pub(crate) fn max(&self) -> u32 {
        self.indicators.iter().map(|indicator| indicator.max).sum()
    }

    /// The first hundredth of a level.
    pub(crate) fn first(&self, level: u8) -> u32 {
        let second = (self.max() * self.levels.0 / 100).max(1);
        match level {
            1 => 0,
            2 => second,
            _ => (self.max() * self.levels.1 / 100).max(second + 1),
        }
    }

    pub(crate) fn level_of(&self, points: u32) -> u8 {
        (1..=3).rev().find(|level| points >= self.first(*level)).expect("a level")
    }

    pub(crate) fn scorer(&self) -> Scorer {
        let mut file: Value = serde_json::from_str(&corpus::framework_text("tiny-invented.json")).expect("JSON");
        let name = |level: u8| json!({ "level": level, "name": { "vi": "Mức", "en": "Level" }, "meaning": { "vi": "Mức", "en": "Level" } });
        file["levels"] = (1..=3).map(name).collect();
        let group = &mut file["groups"][0];
        let indicators: Vec<Value> = self.indicators.iter().enumerate().map(|(n, indicator)| indicator.file(&code(n))).collect();
        group["max"] = json!(number(self.max()));
        group["criteria"][0]["max"] = json!(number(self.max()));
        group["criteria"][0]["indicators"] = json!(indicators);
        group["bands"]["bands"] = json!([
            { "level": 1, "below": number(self.first(2)) },
            { "level": 2, "from": number(self.first(2)), "below": number(self.first(3)) },
            { "level": 3, "from": number(self.first(3)) },
        ]);
        let framework = Framework::from_json(file.to_string().as_bytes()).unwrap_or_else(|violations| panic!("{violations}\n{file}"));
        Scorer::new(framework).expect("it was checked")
    }

    /// The certain points.
    pub(crate) fn low(&self) -> u32 {
        self.indicators.iter().map(Indicator::low).sum()
    }

    pub(crate) fn needed(&self) -> u32 {
        self.first(self.target).saturating_sub(self.low())
    }

    pub(crate) fn given(&self) -> Value {
        let answers: serde_json::Map<String, Value> = self
            .indicators
            .iter()
            .enumerate()
            .filter(|(_, indicator)| indicator.answer.is_some())
            .map(|(n, indicator)| (code(n), indicator.fact(indicator.low())))
            .collect();
        json!({ "conditions": {}, "answers": answers })
    }

    pub(crate) fn goal(&self) -> Goal {
        let efforts = self.indicators.iter().enumerate().map(|(n, indicator)| (code(n), indicator.effort.and_then(Count::new)));
        let targets = BTreeMap::from([("0".to_owned(), Some(Level::new(self.target)))]);
        Goal { efforts: Some(efforts.collect()), step: Points::from_hundredths(self.step), targets }
    }

    pub(crate) fn card(&self, scorer: &Scorer) -> Scorecard {
        scorer.score(self.given().to_string().as_bytes()).unwrap_or_else(|violations| panic!("{violations}\n{self:?}"))
    }

    pub(crate) fn plan(&self, scorer: &Scorer) -> GroupPlan {
        plan(scorer, &self.card(scorer), &self.goal()).expect("a small plan").groups.remove(0)
    }
}

/// A code whose order is that of the numbers.
pub(crate) fn code(n: usize) -> String {
    format!("0.a.{n:02}")
}

pub(crate) fn indicator(only_steps: bool) -> impl Strategy<Value = Indicator> {
    let rule = (1..=12_u32).prop_flat_map(move |max| {
        let steps = prop::collection::vec(0..=max, 1..5).prop_map(Rule::Steps);
        let any = prop_oneof![Just(Rule::Direct), Just(Rule::Share), Just(Rule::Flag)];
        let others = if only_steps { 0 } else { 3 };
        (Just(max), prop_oneof![others => any, 1 => steps])
    });
    let answer = prop_oneof![1 => Just(None), 2 => (0..=100_u32).prop_map(Some), 1 => Just(Some(0))];
    let indicator = |((max, rule), answer, effort, is_unlocated)| Indicator { rule, max, answer, effort, is_unlocated };
    (rule, answer, prop::option::weighted(0.8, 0..5_u32), prop::bool::weighted(0.1)).prop_map(indicator)
}

/// Up to eight indicators, of every rule or with steps alone, of which several must be raised just so far.
pub(crate) fn case() -> impl Strategy<Value = Case> {
    let list = any::<bool>().prop_flat_map(|only_steps| prop::collection::vec(indicator(only_steps), 1..=8));
    let indicators = list.prop_filter("there are two levels above the first", |list| list.iter().map(|indicator| indicator.max).sum::<u32>() > 2);
    let asked = (1..=3_u8, prop_oneof![1 => Just(1), 3 => 2..=7_u32]);
    (indicators, (10..=90_u32, 10..=100_u32), asked).prop_map(|(indicators, levels, (target, step))| Case { indicators, levels, target, step })
}
