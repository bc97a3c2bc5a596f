//! What is added up where: a framework and a table, compiled.

use thuocdo::{Blocker, BlockerCode, Code, Framework, LocalScorer, Scorer};
use thuocdo_tables::{Header, Place};

use crate::options::{Options, Scope};
use crate::tally::open;

/// What is added up where.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Every way of being blocked, in the order in which a row tells them.
    pub(crate) blockers: Vec<Blocker>,
    pub(crate) groups: Vec<Group>,
    /// What a missing answer to each indicator brings, by position.
    pub(crate) open_of: Vec<u64>,
    /// The sum of each indicator, by position.
    pub(crate) sum_of: Vec<usize>,
    /// Each sum, of a group, or of the smallest parts that have columns: what a row has there before any column is added, since the maxima of
    /// indicators without a column are open.
    pub(crate) sums: Vec<u64>,
}

#[derive(Debug)]
pub(crate) struct Group {
    /// The last hundredth of each band but the highest, and how far the level above it lies.
    pub(crate) bands: Vec<(i32, u8)>,
    pub(crate) code: String,
    /// The positions of its conditions that count, in order.
    pub(crate) conditions: Vec<usize>,
    /// The lowest level.
    pub(crate) lowest: u8,
    /// The criteria and indicators that have columns, in order.
    pub(crate) parts: Vec<Part>,
    /// Which sums make it.
    pub(crate) sums: Vec<usize>,
}

/// A part of a group with columns of its own.
#[derive(Debug)]
pub(crate) struct Part {
    /// How its columns begin: `criterion.1.3`.
    pub(crate) name: String,
    /// Which sums make it.
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
        let mut judged = 0;
        let mut condition = 0;
        // A local framework has the groups and criteria of the national one, with the same maxima and bands.
        for ((group, counted), bands) in local.framework().groups.iter().zip(&judge.framework().groups).zip(local.bands()) {
            let first = plan.sums.len();
            let mut parts = Vec::new();
            for (criterion, counted) in group.criteria.iter().zip(&counted.criteria) {
                let first_of_criterion = plan.sums.len();
                for (nth, indicator) in criterion.indicators.iter().enumerate() {
                    if options.indicators || (options.criteria && nth == 0) || plan.sums.len() == first {
                        plan.sums.push(0);
                    }
                    let position = plan.sum_of.len();
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
                        let of = match options.scope {
                            Scope::Local => &[judged],
                            Scope::National => scorer.parts(judged),
                        };
                        let sums = of.iter().map(|position| plan.sum_of[*position]).collect();
                        parts.push(Part { name: format!("indicator.{}", indicator.code), sums });
                    }
                    judged += 1;
                }
            }
            let positions = condition..condition + group.conditions.len();
            condition = positions.end;
            let counted = group.conditions.iter().zip(positions).filter(|(condition, _)| has_condition(judge.framework(), &condition.code));
            let conditions: Vec<usize> = counted.map(|(_, position)| position).collect();
            let steps = bands.iter().zip(bands.iter().skip(1));
            plan.groups.push(Group {
                bands: steps.map(|((last, level), (_, next))| (last.hundredths().cast_signed(), next.get() - level.get())).collect(),
                code: group.code.to_string(),
                conditions,
                lowest: bands.first().map_or(0, |(_, level)| level.get()),
                parts,
                sums: (first..plan.sums.len()).collect(),
            });
        }
        plan.blockers = blockers(&plan.groups, local);
        plan
    }

    /// Everything that has columns of points, in their order: each group, and behind it its parts.
    pub(crate) fn scored(&self) -> impl Iterator<Item = (&Group, Option<&Part>)> {
        self.groups.iter().flat_map(|group| [(group, None)].into_iter().chain(group.parts.iter().map(move |part| (group, Some(part)))))
    }
}

fn has_condition(framework: &Framework, code: &str) -> bool {
    framework.conditions().any(|condition| *condition.code == *code)
}

/// Two ways for each condition that counts, unmet and unknown, then that the level is open; group by group.
fn blockers(groups: &[Group], scorer: &Scorer) -> Vec<Blocker> {
    let conditions: Vec<_> = scorer.framework().conditions().map(|condition| &condition.code).collect();
    let of_group = |(group, asked): (&thuocdo::Group, &Group)| {
        let blocker = |at: &Code, code| Blocker { at: at.clone(), code, group: group.code.clone() };
        let of_condition = |position: &usize| {
            let at = conditions[*position];
            [blocker(at, BlockerCode::ConditionUnmet), blocker(at, BlockerCode::ConditionUnknown)]
        };
        asked.conditions.iter().flat_map(of_condition).chain([blocker(&group.code, BlockerCode::LevelUndetermined)]).collect::<Vec<_>>()
    };
    scorer.framework().groups.iter().zip(groups).flat_map(of_group).collect()
}
