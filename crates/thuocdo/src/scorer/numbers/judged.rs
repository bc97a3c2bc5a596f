//! What comes of rows of numbers: points, levels, blockers and faults, for several rows side by side.

use crate::framework::MAX_GROUPS;
use crate::scorecard::BlockerCode;
use crate::violation::ViolationCode;

/// Why a row of numbers is refused: the bit `1 << n` is the violation [`RowFaults::CODES`]`[n]` of the same assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowFaults(u32);

impl RowFaults {
    /// The violations, in the order of their bits. New ones come behind.
    pub const CODES: [ViolationCode; 5] = [
        ViolationCode::PointsOutOfRange,
        ViolationCode::WrongType,
        ViolationCode::CountOutOfRange,
        ViolationCode::ShareOutOfRange,
        ViolationCode::MissingField,
    ];
    pub(super) const POINTS: RowFaults = RowFaults(1);
    pub(super) const TYPE: RowFaults = RowFaults(1 << 1);
    pub(super) const COUNT: RowFaults = RowFaults(1 << 2);
    pub(super) const SHARE: RowFaults = RowFaults(1 << 3);
    pub(super) const FIELD: RowFaults = RowFaults(1 << 4);

    /// The bits.
    pub const fn bits(self) -> u32 {
        self.0
    }

    pub(super) fn and(self, other: RowFaults) -> RowFaults {
        RowFaults(self.0 | other.0)
    }
}

/// The bit of a blocker in [`JudgedGroup::blockers`].
pub const fn blocker_bit(code: BlockerCode) -> u16 {
    match code {
        BlockerCode::ConditionUnmet => 1,
        BlockerCode::ConditionUnknown => 1 << 1,
        BlockerCode::LevelUndetermined => 1 << 2,
        BlockerCode::EvidenceMissing => 1 << 3,
        BlockerCode::EvidenceUnknown => 1 << 4,
    }
}

pub(super) fn bit(code: Option<BlockerCode>) -> u16 {
    code.map_or(0, blocker_bit)
}

/// The results of a group in `N` rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct JudgedGroup<const N: usize> {
    /// The reasons against recognition that concern this group, as bits of [`blocker_bit`].
    pub blockers: [u16; N],
    /// The highest level.
    pub level_high: [u8; N],
    /// The lowest level.
    pub level_low: [u8; N],
    /// The highest points, in hundredths.
    pub score_high: [i32; N],
    /// The lowest points, in hundredths.
    pub score_low: [i32; N],
}

impl<const N: usize> Default for JudgedGroup<N> {
    fn default() -> JudgedGroup<N> {
        JudgedGroup { blockers: [0; N], level_high: [0; N], level_low: [0; N], score_high: [0; N], score_low: [0; N] }
    }
}

/// The results of `N` rows. Of a refused row everything but its faults is 0, which is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged<const N: usize> {
    pub(super) count: usize,
    /// 1 if recognition has no blocker, else 0.
    pub eligible: [u8; N],
    /// Why a row is refused.
    pub faults: [RowFaults; N],
    pub(super) groups: [JudgedGroup<N>; MAX_GROUPS],
    /// The highest level of the institution as a whole.
    pub overall_high: [u8; N],
    /// The lowest level of the institution as a whole.
    pub overall_low: [u8; N],
}

impl<const N: usize> Default for Judged<N> {
    fn default() -> Judged<N> {
        Judged {
            count: 0,
            eligible: [0; N],
            faults: [RowFaults::default(); N],
            groups: [JudgedGroup::default(); MAX_GROUPS],
            overall_high: [0; N],
            overall_low: [0; N],
        }
    }
}

impl<const N: usize> Judged<N> {
    /// The groups, in the order of the framework.
    pub fn groups(&self) -> &[JudgedGroup<N>] {
        self.groups.get(..self.count).unwrap_or_default()
    }

    /// Takes everything but its faults from a row.
    pub(super) fn refuse(&mut self, lane: usize) {
        fn clear<T: Default, const N: usize>(lanes: &mut [T; N], lane: usize) {
            lanes.get_mut(lane).into_iter().for_each(|value| *value = T::default());
        }
        for JudgedGroup { blockers, level_high, level_low, score_high, score_low } in &mut self.groups {
            clear(blockers, lane);
            clear(level_high, lane);
            clear(level_low, lane);
            clear(score_high, lane);
            clear(score_low, lane);
        }
        clear(&mut self.eligible, lane);
        clear(&mut self.overall_high, lane);
        clear(&mut self.overall_low, lane);
    }
}
