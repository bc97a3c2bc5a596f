//! The plan of a table: which columns add up to which sums, compiled from a framework and a schema.

use std::collections::BTreeSet;

use thuocdo::{Blocker, BlockerCode, Code, LocalScorer, Scorer};
use thuocdo_tables::{Header, Place};

use crate::options::{Options, Scope};
use crate::tally::open;

/// Which columns add up to which sums.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Every possible blocker, in the order in which a row lists them.
    pub(crate) blockers: Vec<Blocker>,
    pub(crate) groups: Vec<Group>,
    /// The tally of a missing answer to each indicator, by position.
    pub(crate) open_of: Vec<u64>,
    /// The index of the sum of each indicator, by position.
    pub(crate) sum_of: Vec<usize>,
    /// The initial tally of each sum before any column is added; indicators without a column count as open up to their maximum. There is
    /// one sum for each group, or for each of its smallest parts that have columns.
    pub(crate) sums: Vec<u64>,
}

#[derive(Debug)]
pub(crate) struct Group {
    /// The last hundredth of each band but the highest, and the distance in levels to the next one.
    pub(crate) bands: Vec<(i32, u8)>,
    pub(crate) code: String,
    /// The conditions that count for recognition, in order.
    pub(crate) conditions: Vec<Condition>,
    /// The indicators whose answers need evidence, in order.
    pub(crate) evidence: Vec<Evidence>,
    /// The lowest level.
    pub(crate) lowest: u8,
    /// The criteria and indicators with columns of their own, in order.
    pub(crate) parts: Vec<Part>,
    /// The indexes of the sums of the group.
    pub(crate) sums: Vec<usize>,
}

/// A condition that counts for recognition.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) position: usize,
    /// Whether it needs evidence when it is met.
    pub(crate) requires_evidence: bool,
}

/// An indicator whose answer needs evidence.
#[derive(Debug)]
pub(crate) struct Evidence {
    at: Code,
    /// The indexes of its sums; they contain nothing else.
    pub(crate) sums: Vec<usize>,
}

/// A part of a group with columns of its own.
#[derive(Debug)]
pub(crate) struct Part {
    /// The prefix of its column names: `criterion.1.3`.
    pub(crate) name: String,
    /// The indexes of its sums.
    pub(crate) sums: Vec<usize>,
}

impl Plan {
    pub(crate) fn new(scorer: &LocalScorer, header: &Header, options: &Options) -> Plan {
        let local = scorer.local();
        let judge = match options.scope {
            Scope::Local => local,
            Scope::National => scorer.national(),
        };
        let mut plan = Plan { blockers: Vec::new(), groups: Vec::new(), open_of: Vec::new(), sum_of: Vec::new(), sums: Vec::new() };
        let parts_of = |judged: usize| match options.scope {
            Scope::Local => vec![judged],
            Scope::National => scorer.parts(judged).to_vec(),
        };
        // An indicator that needs evidence has a sum of its own.
        let required = judge.framework().indicators().enumerate().filter(|(_, indicator)| indicator.required_evidence.is_some());
        let alone: BTreeSet<usize> = required.flat_map(|(position, _)| parts_of(position)).collect();
        let mut judged = 0;
        let mut condition = 0;
        // A local framework has the groups and criteria of the national one, with the same maxima and bands.
        for ((group, counted), bands) in local.framework().groups.iter().zip(&judge.framework().groups).zip(local.bands()) {
            let first = plan.sums.len();
            let (mut parts, mut evidence) = (Vec::new(), Vec::new());
            for (criterion, counted) in group.criteria.iter().zip(&counted.criteria) {
                let first_of_criterion = plan.sums.len();
                for (nth, indicator) in criterion.indicators.iter().enumerate() {
                    let position = plan.sum_of.len();
                    let is_apart = alone.contains(&position) || position.checked_sub(1).is_some_and(|before| alone.contains(&before));
                    if options.indicators || (options.criteria && nth == 0) || plan.sums.len() == first || is_apart {
                        plan.sums.push(0);
                    }
                    let has_column = header.facts.iter().any(|fact| matches!(fact.place, Place::Indicator(found) if found == position));
                    let open = open(indicator.max.hundredths());
                    if let Some(blank) = plan.sums.last_mut().filter(|_| !has_column) {
                        *blank += open;
                    }
                    plan.open_of.push(open);
                    plan.sum_of.push(plan.sums.len() - 1);
                }
                if options.criteria {
                    parts.push(Part { name: format!("criterion.{}", criterion.code), sums: (first_of_criterion..plan.sums.len()).collect() });
                }
                for indicator in &counted.indicators {
                    let sums = || parts_of(judged).into_iter().map(|position| plan.sum_of[position]).collect();
                    if options.indicators {
                        parts.push(Part { name: format!("indicator.{}", indicator.code), sums: sums() });
                    }
                    if indicator.required_evidence.is_some() {
                        evidence.push(Evidence { at: indicator.code.clone(), sums: sums() });
                    }
                    judged += 1;
                }
            }
            let positions = condition..condition + group.conditions.len();
            condition = positions.end;
            let conditions = group.conditions.iter().zip(positions).filter_map(|(condition, position)| {
                let counted = judge.framework().condition(&condition.code)?;
                Some(Condition { position, requires_evidence: counted.required_evidence.is_some() })
            });
            let conditions: Vec<Condition> = conditions.collect();
            let steps = bands.iter().zip(bands.iter().skip(1));
            plan.groups.push(Group {
                bands: steps.map(|((last, level), (_, next))| (last.hundredths().cast_signed(), next.get() - level.get())).collect(),
                code: group.code.to_string(),
                conditions,
                evidence,
                lowest: bands.first().map_or(0, |(_, level)| level.get()),
                parts,
                sums: (first..plan.sums.len()).collect(),
            });
        }
        plan.blockers = blockers(&plan.groups, local);
        plan
    }

    /// Each group and part that has columns of points, in the order of the columns: a group, then its parts.
    pub(crate) fn scored(&self) -> impl Iterator<Item = (&Group, Option<&Part>)> {
        self.groups.iter().flat_map(|group| [(group, None)].into_iter().chain(group.parts.iter().map(move |part| (group, Some(part)))))
    }
}

/// The possible blockers, group by group. First two for each condition that counts, unmet and unknown, and a third if it needs evidence,
/// which no table can hold. Then the indicators that need evidence. Then the undetermined level.
fn blockers(groups: &[Group], scorer: &Scorer) -> Vec<Blocker> {
    let conditions: Vec<_> = scorer.framework().conditions().map(|condition| &condition.code).collect();
    let of_group = |(group, asked): (&thuocdo::Group, &Group)| {
        let blocker = |at: &Code, code| Blocker::new(code, at.clone(), group.code.clone());
        let of_condition = |condition: &Condition| {
            let at = conditions[condition.position];
            let evidence = condition.requires_evidence.then(|| blocker(at, BlockerCode::EvidenceUnknown));
            [blocker(at, BlockerCode::ConditionUnmet), blocker(at, BlockerCode::ConditionUnknown)].into_iter().chain(evidence)
        };
        let of_evidence = asked.evidence.iter().map(|evidence| blocker(&evidence.at, BlockerCode::EvidenceUnknown));
        let of_conditions = asked.conditions.iter().flat_map(of_condition);
        of_conditions.chain(of_evidence).chain([blocker(&group.code, BlockerCode::LevelUndetermined)]).collect::<Vec<_>>()
    };
    scorer.framework().groups.iter().zip(groups).flat_map(of_group).collect()
}
