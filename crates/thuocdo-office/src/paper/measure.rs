//! Measures that both writers share.

/// Widths that add up to `whole`, in the proportions of `widths`. What the division leaves over goes to the last.
pub(super) fn shares(widths: &[u16], whole: u32) -> Vec<u32> {
    let all: u32 = widths.iter().map(|width| u32::from(*width)).sum();
    let mut shares: Vec<u32> = widths.iter().map(|width| u32::from(*width).saturating_mul(whole).checked_div(all).unwrap_or(0)).collect();
    let sum: u32 = shares.iter().sum();
    if let Some(last) = shares.last_mut() {
        *last = last.saturating_add(whole.saturating_sub(sum));
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn shares_add_up_to_the_whole() {
        assert_eq!(shares(&[1, 1, 1], 100), [33, 33, 34]);
        assert_eq!(shares(&[40, 60], 9071), [3628, 5443]);
        assert_eq!(shares(&[0, 0], 10), [0, 10]);
        assert!(shares(&[], 10).is_empty());
    }
}
