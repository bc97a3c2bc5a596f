//! How days are shared out.

use thuocdo::Date;

/// The first and the last day of each share, in order. Of `n` days a share that begins behind `a` of all weights and ends behind `b` has the days
/// from `n·a/all`, rounded down, to before `n·b/all`, rounded down, and at least one: where there are fewer days than shares, several have the same
/// day. Without a day there is no share.
pub(super) fn shares(days: &[Date], weights: &[u32]) -> Vec<(Date, Date)> {
    let all: u64 = weights.iter().copied().map(u64::from).sum();
    let count = u64::try_from(days.len()).unwrap_or(u64::MAX);
    let place = |behind: u64| usize::try_from(count.saturating_mul(behind).checked_div(all).unwrap_or(0)).unwrap_or(usize::MAX);
    let mut behind = 0_u64;
    let mut shares = Vec::new();
    for weight in weights {
        let first = place(behind).min(days.len().saturating_sub(1));
        behind = behind.saturating_add(u64::from(*weight));
        let last = place(behind).saturating_sub(1).max(first);
        if let (Some(first), Some(last)) = (days.get(first), days.get(last)) {
            shares.push((*first, *last));
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn days_are_shared_by_weight_and_everything_has_a_day() {
        let days: Vec<Date> = (1..=10).map(|n| day(&format!("2027-03-{n:02}"))).collect();
        let shared = |count: usize, weights: &[u32]| -> Vec<(i8, i8)> {
            shares(days.get(..count).unwrap_or_default(), weights)
                .into_iter()
                .map(|(first, last)| (first.civil().day(), last.civil().day()))
                .collect()
        };
        // Of ten days 2, 5 and 3 of 10.
        assert_eq!(shared(10, &[2, 5, 3]), [(1, 2), (3, 7), (8, 10)]);
        // 10·1/3 = 3,3… and 10·2/3 = 6,6…
        assert_eq!(shared(10, &[1, 1, 1]), [(1, 3), (4, 6), (7, 10)]);
        // Two days for four: 2·1/4 and 2·3/4 are rounded down.
        assert_eq!(shared(2, &[1, 1, 1, 1]), [(1, 1), (1, 1), (2, 2), (2, 2)]);
        assert_eq!(shared(1, &[1, 9]), [(1, 1), (1, 1)]);
        assert!(shared(0, &[1, 9]).is_empty());
    }
}
