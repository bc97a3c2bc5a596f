//! Columnar sums: adds up the points of a block of rows, column by column.
//!
//! A tally holds two sums: in its lower half the certain hundredths, in its upper half those that missing answers may bring. Neither can
//! overflow in a row that is not refused, since maxima add up to at most 10⁸ hundredths.

use arrow_buffer::NullBuffer;

/// The number of rows in a block: a few of their columns and the tallies fit into the nearest cache.
pub(crate) const BLOCK: usize = 2048;
/// The number of words for one bit per row.
pub(crate) const WORDS: usize = BLOCK / 64;

/// One bit per row.
pub(crate) type Bits = [u64; WORDS];

/// The tally of a missing answer to an indicator with maximum `max`, in hundredths.
pub(crate) fn open(max: u32) -> u64 {
    u64::from(max) << 32
}

/// The two ends of a tally in hundredths: the certain ones, and the sum with the open ones.
#[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
pub(crate) fn ends(tally: u64) -> [u32; 2] {
    let low = tally as u32;
    [low, low + (tally >> 32) as u32]
}

/// The rows that are not null. Bits after the last row are meaningless.
pub(crate) fn valid(nulls: Option<&NullBuffer>) -> Bits {
    let mut bits = [u64::MAX; WORDS];
    if let Some(nulls) = nulls {
        for (bits, valid) in bits.iter_mut().zip(nulls.inner().bit_chunks().iter_padded()) {
            *bits = valid;
        }
    }
    bits
}

/// Adds a column of values to the tallies. `recognise` returns the hundredths of a value, and whether it recognised them. A row with an
/// unrecognised value that is not null is marked in `unsure`; its tallies are meaningless from then on.
#[inline]
pub(crate) fn add<T: Copy>(
    values: &[T],
    nulls: Option<&NullBuffer>,
    open: u64,
    tallies: &mut [u64],
    unsure: &mut Bits,
    recognise: impl Fn(T) -> (u64, bool),
) {
    let words = values.chunks(64).zip(tallies.chunks_mut(64));
    for (((values, tallies), valid), unsure) in words.zip(valid(nulls)).zip(unsure) {
        let there = lanes(valid);
        let mut amiss = 0;
        for ((value, tally), there) in values.iter().zip(tallies).zip(&there) {
            let (hundredths, is_known) = recognise(*value);
            *tally = tally.wrapping_add((hundredths & there) | (open & !there));
            amiss |= there & !u64::from(is_known).wrapping_neg();
        }
        if amiss != 0 {
            let strange = values.iter().enumerate().filter(|(_, value)| !recognise(**value).1).fold(0, |bits, (n, _)| bits | 1 << n);
            *unsure |= strange & valid;
        }
    }
}

/// Spreads each bit of a word over a word of its own.
#[inline]
fn lanes(bits: u64) -> [u64; 64] {
    let mut lanes = [u64::MAX; 64];
    if bits != u64::MAX {
        let (fours, _) = lanes.as_chunks_mut::<4>();
        for (n, four) in fours.iter_mut().enumerate() {
            *four = LANES[usize::from((bits >> (4 * n)).to_le_bytes()[0] & 15)];
        }
    }
    lanes
}

/// Spreads each of four bits over a word.
const LANES: [[u64; 4]; 16] = {
    let mut lanes = [[0; 4]; 16];
    let mut bits = 0;
    while bits < 16 {
        let mut lane = 0;
        while lane < 4 {
            lanes[bits][lane] = ((bits as u64 >> lane) & 1).wrapping_neg();
            lane += 1;
        }
        bits += 1;
    }
    lanes
};
