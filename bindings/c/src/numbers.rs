//! Rows of plain numbers: places are found once, then numbers go in and numbers come out, without text and without an allocation.

use std::ffi::c_char;
use std::mem::MaybeUninit;

use thuocdo::{AnswerKind, Judged, JudgedGroup, MAX_GROUPS, NumberPlace, Numbers, RowFaults, Strided};

use crate::error::{ErrorOut, Fault};
use crate::guard::{bytes, guarded, guarded_struct, lent};
use crate::scorer::{Scorer, of};
use crate::status::Status;

/// How many rows are judged side by side: few enough for the processor's registers and nearest cache.
const LANES: usize = 32;

/// How many numbers a row has.
#[derive(Debug, Default)]
#[repr(C)]
pub(crate) struct Shape {
    size: usize,
    answers: usize,
    conditions: usize,
    groups: usize,
}

/// Where a code stands.
#[derive(Debug, Default)]
#[repr(C)]
pub(crate) struct Place {
    size: usize,
    cell: usize,
    kind: i32,
    max: i32,
    asks_evidence: i32,
}

/// The results of a row in a group.
#[derive(Clone, Copy, Debug, Default)]
#[repr(C)]
pub(crate) struct RowGroup {
    score_low: i32,
    score_high: i32,
    level_low: u8,
    level_high: u8,
    blockers: u16,
}

/// The results of a row.
#[derive(Debug, Default)]
#[repr(C)]
pub(crate) struct Row {
    size: usize,
    faults: u32,
    overall_low: u8,
    overall_high: u8,
    eligible: u8,
    group_count: u8,
    groups: [RowGroup; MAX_GROUPS],
}

/// Rows and where their results go.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct Rows {
    size: usize,
    count: usize,
    answers: *const i32,
    answers_len: usize,
    answers_row: usize,
    answers_cell: usize,
    conditions: *const i8,
    conditions_len: usize,
    conditions_row: usize,
    conditions_cell: usize,
    groups: usize,
    group_stride: usize,
    score_low: *mut i32,
    score_high: *mut i32,
    level_low: *mut u8,
    level_high: *mut u8,
    blockers: *mut u16,
    overall_low: *mut u8,
    overall_high: *mut u8,
    eligible: *mut u8,
    faults: *mut u32,
}

/// What stands at a place, by the header's numbers.
#[derive(Clone, Copy, Debug)]
#[repr(i32)]
pub(crate) enum Kind {
    Group = 0,
    Condition = 1,
    Points = 2,
    Met = 3,
    Count = 4,
    Share = 5,
}

impl Kind {
    /// Each one with its word; the header has the words in capitals.
    #[cfg(test)]
    pub(crate) const ALL: [(&str, Kind); 6] = [
        ("group", Kind::Group),
        ("condition", Kind::Condition),
        ("points", Kind::Points),
        ("met", Kind::Met),
        ("count", Kind::Count),
        ("share", Kind::Share),
    ];
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_shape_of(scorer: Option<&Scorer>, out: *mut Shape) -> Status {
    let run = |_, out: &mut Shape| {
        let shape = of(scorer)?.local().row_shape();
        *out = Shape { size: 0, answers: shape.answers, conditions: shape.conditions, groups: shape.groups };
        Ok(())
    };
    // SAFETY: the header asks this of the caller.
    unsafe { guarded_struct(0, out, None, |shape| &mut shape.size, run) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_place_of(
    scorer: Option<&Scorer>,
    code: *const c_char,
    code_len: usize,
    lang: i32,
    out: *mut Place,
    error: ErrorOut<'_>,
) -> Status {
    let run = |_, out: &mut Place| {
        // SAFETY: the header asks this of the caller.
        let code = unsafe { bytes(code, code_len, "code") }?;
        *out = place(of(scorer)?.local().number_place(&String::from_utf8_lossy(code))?);
        Ok(())
    };
    // SAFETY: as above.
    unsafe { guarded_struct(lang, out, error, |place| &mut place.size, run) }
}

fn place(place: NumberPlace) -> Place {
    let (kind, cell, max, asks_evidence) = match place {
        NumberPlace::Group { group, max } => (Kind::Group, group, max.hundredths(), false),
        NumberPlace::Condition { asks_evidence, cell } => (Kind::Condition, cell, 0, asks_evidence),
        NumberPlace::Answer { asks_evidence, cell, kind, max } => {
            let kind = match kind {
                AnswerKind::Points => Kind::Points,
                AnswerKind::Met => Kind::Met,
                AnswerKind::Count => Kind::Count,
                AnswerKind::Share => Kind::Share,
            };
            (kind, cell, max.hundredths(), asks_evidence)
        }
    };
    Place { size: 0, cell, kind: kind as i32, max: max.cast_signed(), asks_evidence: asks_evidence.into() }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_judge_row(
    scorer: Option<&Scorer>,
    answers: *const i32,
    answers_len: usize,
    conditions: *const i8,
    conditions_len: usize,
    out: *mut Row,
) -> Status {
    let run = |_, out: &mut Row| {
        // SAFETY: the header asks this of the caller.
        let (answers, conditions) = unsafe { (lent(answers, answers_len, "answers")?, lent(conditions, conditions_len, "conditions")?) };
        let scorer = of(scorer)?.local();
        let shape = scorer.row_shape();
        if (answers.len(), conditions.len()) != (shape.answers, shape.conditions) {
            return Err(Fault::Length("answers or conditions"));
        }
        let (answers, conditions) = (Strided { numbers: answers, row: 1, cell: 1 }, Strided { numbers: conditions, row: 1, cell: 1 });
        let numbers = Numbers::new(shape, 1, answers, conditions).ok_or(Fault::Length("answers"))?;
        let mut judged = Judged::<1>::default();
        scorer.judge(&numbers, 0, &mut judged);
        row(&judged, out);
        Ok(())
    };
    // SAFETY: as above.
    let status = unsafe { guarded_struct(0, out, None, |row| &mut row.size, run) };
    // SAFETY: a status of success says that the struct was written.
    let is_refused = status == Status::Ok && unsafe { (&raw const (*out).faults).read_unaligned() } != 0;
    if is_refused { Status::Refused } else { status }
}

fn row(judged: &Judged<1>, row: &mut Row) {
    ([row.faults], [row.eligible]) = (judged.faults.map(RowFaults::bits), judged.eligible);
    ([row.overall_low], [row.overall_high]) = (judged.overall_low, judged.overall_high);
    for (into, group) in row.groups.iter_mut().zip(judged.groups()) {
        let JudgedGroup {
            blockers: [blockers],
            level_high: [level_high],
            level_low: [level_low],
            score_high: [score_high],
            score_low: [score_low],
            ..
        } = *group;
        *into = RowGroup { score_low, score_high, level_low, level_high, blockers };
        row.group_count += 1;
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_judge_rows(scorer: Option<&Scorer>, rows: *const Rows, refused: *mut usize) -> Status {
    let mut count = MaybeUninit::uninit();
    let status = guarded(0, Some(&mut count), None, |_| {
        // SAFETY: the header asks this of the caller; the first field is the size.
        let size = if rows.is_null() { Err(Fault::Null("rows")) } else { Ok(unsafe { rows.cast::<usize>().read_unaligned() }) }?;
        if !(size_of::<Rows>()..=isize::MAX.cast_unsigned()).contains(&size) {
            return Err(Fault::Length("rows"));
        }
        // SAFETY: the caller's struct is no smaller than ours.
        let rows = unsafe { rows.read_unaligned() };
        // SAFETY: as above, of what it points to.
        unsafe { rows.judge(of(scorer)?.local()) }
    });
    if !refused.is_null() {
        // SAFETY: `guarded` has written the count; the header asks for a place for it.
        unsafe { refused.write_unaligned(count.assume_init()) };
    }
    status
}

impl Rows {
    /// Judges every row, and counts the refused ones.
    ///
    /// # Safety
    /// What it points to is as the header asks.
    unsafe fn judge(&self, scorer: &thuocdo::Scorer) -> Result<usize, Fault> {
        // SAFETY: as above.
        let answers =
            Strided { numbers: unsafe { lent(self.answers, self.answers_len, "answers") }?, row: self.answers_row, cell: self.answers_cell };
        // SAFETY: as above.
        let conditions = unsafe { lent(self.conditions, self.conditions_len, "conditions") }?;
        let conditions = Strided { numbers: conditions, row: self.conditions_row, cell: self.conditions_cell };
        let shape = scorer.row_shape();
        let numbers = Numbers::new(shape, self.count, answers, conditions).ok_or(Fault::Length("answers or conditions"))?;
        let last = self.group_stride.checked_mul(self.groups).and_then(|cells| cells.checked_mul(size_of::<i32>()));
        let is_wide = self.group_stride >= self.count && last.is_some_and(|last| isize::try_from(last).is_ok());
        if self.groups != shape.groups || !is_wide {
            return Err(Fault::Length("groups"));
        }
        let mut refused = 0;
        let (mut many, mut one) = (Judged::<LANES>::default(), Judged::<1>::default());
        let side_by_side = self.count - self.count % LANES;
        for first in (0..side_by_side).step_by(LANES) {
            scorer.judge(&numbers, first, &mut many);
            // SAFETY: as above; the block lies within the rows.
            refused += unsafe { self.write(first, &many) };
        }
        for first in side_by_side..self.count {
            scorer.judge(&numbers, first, &mut one);
            // SAFETY: as above.
            refused += unsafe { self.write(first, &one) };
        }
        Ok(refused)
    }

    /// Writes the results of a block of rows, and counts the refused ones.
    ///
    /// # Safety
    /// Each column that is not NULL has room for them.
    unsafe fn write<const N: usize>(&self, first: usize, judged: &Judged<N>) -> usize {
        // SAFETY: as above.
        unsafe {
            for (group, results) in judged.groups().iter().enumerate() {
                let first = group * self.group_stride + first;
                put(self.score_low, first, &results.score_low);
                put(self.score_high, first, &results.score_high);
                put(self.level_low, first, &results.level_low);
                put(self.level_high, first, &results.level_high);
                put(self.blockers, first, &results.blockers);
            }
            put(self.overall_low, first, &judged.overall_low);
            put(self.overall_high, first, &judged.overall_high);
            put(self.eligible, first, &judged.eligible);
            let faults = judged.faults.map(RowFaults::bits);
            put(self.faults, first, &faults);
            faults.iter().filter(|faults| **faults != 0).count()
        }
    }
}

/// Writes lanes into a column that is not NULL.
///
/// # Safety
/// The column has room for them from `first`.
unsafe fn put<T: Copy, const N: usize>(column: *mut T, first: usize, lanes: &[T; N]) {
    if !column.is_null() {
        // SAFETY: as above.
        unsafe { column.add(first).cast::<[T; N]>().write_unaligned(*lanes) };
    }
}
