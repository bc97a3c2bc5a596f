//! What is added up where: a framework and a table, compiled.

use std::ops::Range;

use thuocdo::{BlockerCode, Framework, LocalScorer, Scorer};

use crate::header::{Header, Place};
use crate::options::{Options, Scope};
use crate::tally::open;

/// One way in which recognition is blocked: what an entry of the column `blockers` says.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) at: String,
    pub(crate) code: BlockerCode,
    pub(crate) group: String,
}

/// What is added up where.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Every way of being blocked, in the order in which a row tells them.
    pub(crate) blocks: Vec<Block>,
    pub(crate) groups: Vec<Group>,
    /// What a missing answer to each indicator brings, by position.
    pub(crate) open_of: Vec<u64>,
    /// The sum of each indicator, by position.
    pub(crate) sum_of: Vec<usize>,
    /// Each sum: of a group, or of each of its criteria where these are asked for.
    pub(crate) sums: Vec<Sum>,
}

/// A sum of indicators.
#[derive(Debug)]
pub(crate) struct Sum {
    /// What a row has before any column is added: the maxima of indicators without a column are open.
    pub(crate) blank: u64,
    /// The code of the criterion.
    pub(crate) code: String,
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
    /// Which sums make it.
    pub(crate) sums: Range<usize>,
}

impl Plan {
    pub(crate) fn new(scorer: &LocalScorer, header: &Header, options: &Options) -> Plan {
        let local = scorer.local();
        let judge = match options.scope {
            Scope::Local => local,
            Scope::National => scorer.national(),
        };
        let mut plan = Plan { blocks: Vec::new(), groups: Vec::new(), open_of: Vec::new(), sum_of: Vec::new(), sums: Vec::new() };
        let mut position = 0;
        let mut condition = 0;
        // A local framework has the groups and criteria of the national one, with the same maxima and bands.
        for (group, bands) in local.framework().groups.iter().zip(local.bands()) {
            let first = plan.sums.len();
            for criterion in &group.criteria {
                if options.criteria || plan.sums.len() == first {
                    plan.sums.push(Sum { blank: 0, code: criterion.code.to_string() });
                }
                for indicator in &criterion.indicators {
                    let has_column = header.facts.iter().any(|fact| matches!(fact.place, Place::Indicator(found) if found == position));
                    let open = open(indicator.max.hundredths());
                    if let Some(sum) = plan.sums.last_mut().filter(|_| !has_column) {
                        sum.blank += open;
                    }
                    plan.open_of.push(open);
                    plan.sum_of.push(plan.sums.len() - 1);
                    position += 1;
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
                sums: first..plan.sums.len(),
            });
        }
        plan.blocks = blocks(&plan.groups, local);
        plan
    }
}

fn has_condition(framework: &Framework, code: &str) -> bool {
    framework.conditions().any(|condition| *condition.code == *code)
}

/// Two ways for each condition that counts, unmet and unknown, then that the level is open; group by group.
fn blocks(groups: &[Group], scorer: &Scorer) -> Vec<Block> {
    let conditions: Vec<&str> = scorer.framework().conditions().map(|condition| &*condition.code).collect();
    let of_group = |group: &Group| {
        let block = |at: &str, code| Block { at: at.to_owned(), code, group: group.code.clone() };
        let of_condition = |position: &usize| {
            let at = conditions.get(*position).copied().unwrap_or_default();
            [block(at, BlockerCode::ConditionUnmet), block(at, BlockerCode::ConditionUnknown)]
        };
        let open = block(&group.code, BlockerCode::LevelUndetermined);
        group.conditions.iter().flat_map(of_condition).chain([open]).collect::<Vec<_>>()
    };
    groups.iter().flat_map(of_group).collect()
}
