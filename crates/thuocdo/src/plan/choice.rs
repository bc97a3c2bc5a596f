//! What a choice of indicators is made of: members, what they cost, and how much work the search for the best one may take.

/// How many steps the search for one choice may take. A framework made to need more is refused: an inexact answer would be wrong, and a slow
/// one would stop the program that asks.
pub(super) const LIMIT: u32 = 1 << 20;

/// There are too many choices that none of the others is better than.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// What is left of [`LIMIT`].
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
    /// What it costs to raise it at all, above zero.
    pub(super) cost: u64,
    /// By how much it can be raised at most, above zero.
    pub(super) most: u32,
    /// Certain raises, ascending.
    pub(super) raises: &'a [u32],
    /// By how much it can be raised by steps at most; from there any number of steps less will do, as long as something is left.
    pub(super) stepped: Option<u32>,
}

/// A member of a choice, by its place in the list, and by how much it is raised.
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
    /// In the order of the members.
    pub(super) taken: Vec<Taken>,
}

impl Optimum {
    /// What is better comes first.
    pub(super) fn rank(&self) -> (u64, u32, impl Ord) {
        (self.cost, self.points, self.taken.iter().map(|taken| taken.member).collect::<Vec<usize>>())
    }
}
