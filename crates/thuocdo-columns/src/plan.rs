//! The plan of a table: which columns add up to which sums, compiled from a framework and a schema.

use std::collections::BTreeSet;

use thuocdo::{BlockedBy, Blocker, ConditionState, Level, LocalScorer, OverallRule, Points};
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
    /// The rule for the level of the institution.
    pub(crate) overall: OverallRule,
    /// The index of the sum of each indicator, by position.
    pub(crate) sum_of: Vec<usize>,
    /// The initial tally of each sum before any column is added; indicators without a column count as open up to their maximum. There is
    /// one sum for each group, or for each of its smallest parts that have columns.
    pub(crate) sums: Vec<u64>,
    /// What each possible blocker follows from, in the same order.
    pub(crate) ways: Vec<Way>,
}

#[derive(Debug)]
pub(crate) struct Group {
    /// The last points of each band, and its level.
    pub(crate) bands: Vec<(Points, Level)>,
    pub(crate) code: String,
    /// The criteria and indicators with columns of their own, in order.
    pub(crate) parts: Vec<Part>,
    /// The indexes of the sums of the group.
    pub(crate) sums: Vec<usize>,
}

/// What blocks recognition in a row.
#[derive(Debug)]
pub(crate) enum Way {
    /// The condition at this position of the table's framework, in this state.
    Condition(usize, ConditionState),
    /// The level of the group at this position: it is not determined.
    Level(usize),
    /// Points of the indicator with these sums, which contain nothing else.
    Points(Vec<usize>),
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
        let mut plan = Plan {
            blockers: Vec::new(),
            groups: Vec::new(),
            open_of: Vec::new(),
            overall: judge.framework().overall.rule,
            sum_of: Vec::new(),
            sums: Vec::new(),
            ways: Vec::new(),
        };
        let parts_of = |judged: usize| match options.scope {
            Scope::Local => vec![judged],
            Scope::National => scorer.parts(judged).to_vec(),
        };
        // An indicator that needs evidence has a sum of its own.
        let required = judge.framework().indicators().enumerate().filter(|(_, indicator)| indicator.required_evidence.is_some());
        let alone: BTreeSet<usize> = required.flat_map(|(position, _)| parts_of(position)).collect();
        let mut judged = 0;
        // A local framework has the groups and criteria of the national one, with the same maxima and bands.
        for ((group, counted), bands) in local.framework().groups.iter().zip(&judge.framework().groups).zip(local.bands()) {
            let first = plan.sums.len();
            let mut parts = Vec::new();
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
                    if options.indicators {
                        let sums = parts_of(judged).into_iter().map(|position| plan.sum_of[position]).collect();
                        parts.push(Part { name: format!("indicator.{}", indicator.code), sums });
                    }
                    judged += 1;
                }
            }
            plan.groups.push(Group { bands: bands.to_vec(), code: group.code.to_string(), parts, sums: (first..plan.sums.len()).collect() });
        }
        for (by, blocker) in judge.possible_blockers() {
            let way = match by {
                // The table has the conditions of the local framework, among them those of the national one.
                BlockedBy::Condition(_, state) => local.condition(&blocker.at).map(|position| Way::Condition(position, state)),
                BlockedBy::Level(group) => Some(Way::Level(group)),
                BlockedBy::Points(judged) => Some(Way::Points(parts_of(judged).into_iter().map(|position| plan.sum_of[position]).collect())),
            };
            if let Some(way) = way {
                plan.ways.push(way);
                plan.blockers.push(blocker);
            }
        }
        plan
    }

    /// Each group and part that has columns of points, in the order of the columns: a group, then its parts.
    pub(crate) fn scored(&self) -> impl Iterator<Item = (&Group, Option<&Part>)> {
        self.groups.iter().flat_map(|group| [(group, None)].into_iter().chain(group.parts.iter().map(move |part| (group, Some(part)))))
    }
}
