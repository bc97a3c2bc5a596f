//! Points that binary floating point adds up to a total on the wrong side of a threshold.

use thuocdo::Points;

/// So many distributions of a total are tried.
const TRIES: u32 = 4_000;

/// The side of a threshold on which a sum of floats is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// A formula that compares by `>`, with a sum that comes out too large.
    Above,
    /// A formula that compares by `<`, with a sum that comes out too small.
    Below,
}

/// Hundredths of each place with this total, whose sum as floats is wrong: from the first to the last, by criteria, and from the last to the
/// first. At most `wanted` of them; of those that are found first, those that are wrong in all three orders. `criteria` has the number of
/// places of each criterion.
pub(super) fn wrong_sums(maxima: &[u32], criteria: &[usize], total: u32, wrong: Wrong, wanted: usize) -> Vec<Vec<u32>> {
    // A generator of Lehmer's kind, with a fixed beginning: the same kit always has the same cases.
    let mut state: u64 = 4725;
    let mut next = |most: u32| {
        state = state.wrapping_mul(48_271).wrapping_rem(0x7fff_ffff);
        u32::try_from(state.checked_rem(u64::from(most).saturating_add(1)).unwrap_or_default()).unwrap_or_default()
    };
    let mut found: Vec<(usize, Vec<u32>)> = Vec::new();
    for _ in 0..TRIES {
        let mut parts: Vec<u32> = maxima.iter().map(|max| next(*max)).collect();
        if !level_out(&mut parts, maxima, total) {
            return Vec::new();
        }
        let orders = wrong_orders(&parts, criteria, total, wrong);
        if orders > 0 {
            found.push((orders, parts));
        }
        if found.iter().filter(|(orders, _)| *orders == 3).count() >= wanted {
            break;
        }
    }
    found.sort_by_key(|(orders, _)| std::cmp::Reverse(*orders));
    found.into_iter().take(wanted).map(|(_, parts)| parts).collect()
}

/// Raises or lowers parts, one after the other, until they have the total. Whether they can.
fn level_out(parts: &mut [u32], maxima: &[u32], total: u32) -> bool {
    let mut sum = parts.iter().fold(0_u32, |sum, part| sum.saturating_add(*part));
    for (part, max) in parts.iter_mut().zip(maxima) {
        let (up, down) = (total.saturating_sub(sum).min(max.saturating_sub(*part)), sum.saturating_sub(total).min(*part));
        *part = part.saturating_add(up).saturating_sub(down);
        sum = sum.saturating_add(up).saturating_sub(down);
    }
    sum == total
}

/// In how many of three orders the sum of floats is on the wrong side.
#[expect(clippy::float_arithmetic, reason = "what floats get wrong is what is looked for")]
fn wrong_orders(parts: &[u32], criteria: &[usize], total: u32, wrong: Wrong) -> usize {
    let float = |hundredths: u32| f64::from(Points::from_hundredths(hundredths).unwrap_or_default());
    let floats: Vec<f64> = parts.iter().map(|part| float(*part)).collect();
    let mut rest = floats.as_slice();
    let by_criteria = criteria.iter().map(|count| {
        let (own, others) = rest.split_at_checked(*count).unwrap_or((rest, &[]));
        rest = others;
        own.iter().fold(0.0, |sum, part| sum + part)
    });
    let sums = [
        floats.iter().fold(0.0, |sum, part| sum + part),
        by_criteria.fold(0.0, |sum, part| sum + part),
        floats.iter().rev().fold(0.0, |sum, part| sum + part),
    ];
    let exact = float(total);
    sums.iter().filter(|sum| if wrong == Wrong::Above { **sum > exact } else { **sum < exact }).count()
}
