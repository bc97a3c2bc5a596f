//! How far each indicator can be raised.

use crate::framework::{Framework, Indicator, Rule, Step, StepsOf};
use crate::points::{Count, Points};
use crate::range::Range;

/// An indicator that can be raised. All points are hundredths.
#[derive(Debug)]
pub(super) struct Raisable<'a> {
    pub(super) indicator: &'a Indicator,
    /// The certain points.
    pub(super) low: Points,
    /// The highest raise, above zero.
    pub(super) most: u32,
    /// The fixed raises, in ascending order: to the maximum if no step ends there, or to the points of a flag or a table.
    pub(super) raises: Vec<u32>,
    /// The highest raise that goes by steps.
    pub(super) stepped: Option<u32>,
}

/// How an indicator can be raised in steps of `step` hundredths; `None` if it cannot.
///
/// A `direct` or `share` indicator can be raised to any multiple of the step, and to the maximum. For a share the plan asks for at least so
/// many points, since the points that it can bring exactly depend on its whole. A `flag` brings its maximum or zero, `steps` the points of
/// its table.
pub(super) fn raisable<'a>(framework: &'a Framework, indicator: &'a Indicator, score: Range<Points>, step: u32) -> Option<Raisable<'a>> {
    let (low, max) = (score.low, indicator.max.hundredths());
    let past_a_step = max.checked_rem(step).unwrap_or(0);
    let to_max = max.saturating_sub(low.hundredths());
    let mut stepped = None;
    let raises = match framework.rule_of(indicator) {
        Rule::Direct | Rule::Share => {
            stepped = Some(to_max.saturating_sub(past_a_step)).filter(|raise| *raise > 0);
            if past_a_step > 0 { vec![to_max] } else { Vec::new() }
        }
        Rule::Flag => vec![if low == Points::ZERO { max } else { 0 }],
        Rule::Steps { of, table } => {
            let next = table.iter().skip(1).map(|step| Some(step.at_least)).chain([None]);
            let rows = table.iter().zip(next).filter(|(step, next)| is_reachable(**step, *next, *of));
            let mut raises: Vec<u32> = rows.map(|(step, _)| step.points.saturating_sub(low).hundredths()).filter(|raise| *raise > 0).collect();
            raises.sort_unstable();
            raises.dedup();
            raises
        }
    };
    let most = raises.last().copied().max(stepped).unwrap_or(0);
    (most > 0).then_some(Raisable { indicator, low, most, raises, stepped })
}

/// Whether some fact selects this row of the table. A share can be any percentage from 0 to 100; a count is whole.
fn is_reachable(step: Step, next: Option<Points>, of: StepsOf) -> bool {
    let (first, unit) = match of {
        StepsOf::Count => (step.at_least.hundredths().div_ceil(100), 100_u32),
        StepsOf::Percent => (step.at_least.hundredths(), 1),
    };
    let most = match of {
        StepsOf::Count => Count::MAX.get(),
        StepsOf::Percent => 10_000,
    };
    first <= most && next.is_none_or(|next| first.saturating_mul(unit) < next.hundredths())
}
