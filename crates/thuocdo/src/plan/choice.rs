//! The parts of the knapsack search: its members, its result, and its budget of work.

/// The most steps that the search for one choice may use. The search refuses a framework made to need more: an inexact plan would be wrong,
/// and a slow one would stop the host.
pub(super) const LIMIT: u32 = 1 << 20;

/// Error: too many choices of which none is better than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// The rest of [`LIMIT`].
#[derive(Debug)]
pub(super) struct Budget(u32);

impl Budget {
    pub(super) const fn new() -> Budget {
        Budget(LIMIT)
    }

    pub(super) fn spend(&mut self, steps: usize) -> Result<(), TooLarge> {
        let left = u32::try_from(steps).ok().and_then(|steps| self.0.checked_sub(steps)).ok_or(TooLarge)?;
        self.0 = left;
        Ok(())
    }
}

/// An indicator that may be raised. All points are hundredths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'a> {
    /// The cost of raising it at all, above zero.
    pub(super) cost: u64,
    /// Its highest raise, above zero.
    pub(super) most: u32,
    /// Its fixed raises, in ascending order.
    pub(super) raises: &'a [u32],
    /// The highest raise that goes by steps, if there is one. Any number of steps less is possible too, as long as the raise stays above
    /// zero.
    pub(super) stepped: Option<u32>,
}

/// A member of a choice: its index in the list, and its raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) member: usize,
    pub(super) points: u32,
}

/// The best choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Optimum {
    pub(super) cost: u64,
    pub(super) points: u32,
    /// The chosen members, in the order of the list.
    pub(super) taken: Vec<Taken>,
}

impl Optimum {
    /// The sort key: the better choice sorts first.
    pub(super) fn rank(&self) -> (u64, u32, impl Ord) {
        (self.cost, self.points, self.taken.iter().map(|taken| taken.member).collect::<Vec<usize>>())
    }
}
