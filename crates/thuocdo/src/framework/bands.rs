//! Bands: which points give which level.
//!
//! A file writes bands as the act does: `below` 50, `from` 50 `to` 75, `above` 75. In hundredths each band is a run of whole numbers. A
//! list of bands is valid if the runs follow each other from 0 to the maximum.

use serde::Serialize;

use super::basis::Basis;
use crate::points::Points;
use crate::range::Level;
use crate::violation::Violation;

/// The bands of a group or criterion, lowest level first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Bands {
    /// The bands; together they cover every hundredth from 0 to the maximum, once.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub bands: Vec<Band>,
    /// The provenance of the bands.
    pub basis: Basis,
}

/// The points that give one level. The lowest band may leave out its lower end, the highest its upper end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Band {
    /// Its lower end, not included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<Points>,
    /// Its upper end, not included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<Points>,
    /// Its lower end, included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Points>,
    /// The level.
    pub level: Level,
    /// Its upper end, included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Points>,
}

/// The first and the last hundredth of a band. `None` if the band has an end twice, lacks an end, or has its ends in the wrong order.
fn ends(band: &Band, is_lowest: bool, is_highest: bool, max: Points) -> Option<(Points, Points)> {
    let first = match (band.from, band.above) {
        (Some(from), None) => from,
        // No points are above the largest number of points.
        (None, Some(above)) if above < Points::MAX => above.next(),
        (None, None) if is_lowest => Points::ZERO,
        _ => return None,
    };
    let last = match (band.to, band.below) {
        (Some(to), None) => to,
        (None, Some(below)) if below > Points::ZERO => below.saturating_sub(Points::ZERO.next()),
        (None, None) if is_highest => max,
        _ => return None,
    };
    (first <= last).then_some((first, last))
}

impl Bands {
    /// Notes every reason why the bands do not cover 0 to `max` exactly once, in ascending levels. `at` is the pointer of the list.
    pub(super) fn check(&self, max: Points, at: &str, mut note: impl FnMut(Violation)) {
        let place = |n: usize| format!("{at}/{n}");
        let levels = || self.bands.iter().map(|band| band.level);
        for (n, (previous, level)) in levels().zip(levels().skip(1)).enumerate().filter(|(_, (previous, level))| previous >= level) {
            note(Violation::band_order(place(n.saturating_add(1)), u64::from(level.get()), u64::from(previous.get())));
        }
        let ends = self.ends(max);
        for (n, (level, _)) in levels().zip(&ends).enumerate().filter(|(_, (_, ends))| ends.is_none()) {
            note(Violation::band_ends(place(n), u64::from(level.get())));
        }
        // If an end of a band is wrong, its distance to the next band is unknown.
        if ends.iter().all(Option::is_some) {
            self.check_cover(max, at, ends.into_iter().flatten(), note);
        }
    }

    /// Notes points that are in no band, or in two.
    fn check_cover(&self, max: Points, at: &str, ends: impl Iterator<Item = (Points, Points)>, mut note: impl FnMut(Violation)) {
        // The first hundredth that no band has covered yet; `None` after the maximum.
        let mut open = Some(Points::ZERO);
        for (n, (band, (first, last))) in self.bands.iter().zip(ends).enumerate() {
            let (place, level) = (format!("{at}/{n}"), u64::from(band.level.get()));
            match open {
                Some(open) if first > open => note(gap(place.clone(), open, max)),
                Some(open) if first < open => note(overlap(place.clone(), level, first, max)),
                None => note(overlap(place.clone(), level, first, max)),
                Some(_) => {}
            }
            if last > max {
                note(overlap(place, level, last, max));
            }
            open = (last < max).then(|| last.next());
        }
        if let Some(open) = open.filter(|_| !self.bands.is_empty()) {
            note(gap(at.to_owned(), open, max));
        }
    }

    /// The ends of each band: see [`ends`].
    fn ends(&self, max: Points) -> Vec<Option<(Points, Points)>> {
        let highest = self.bands.len().saturating_sub(1);
        self.bands.iter().enumerate().map(|(n, band)| ends(band, n == 0, n == highest, max)).collect()
    }

    /// The last hundredth of each band with its level, in ascending order. [`Bands::check`] must have accepted the bands.
    pub(crate) fn compile(&self, max: Points) -> Vec<(Points, Level)> {
        self.bands.iter().zip(self.ends(max)).filter_map(|(band, ends)| Some((ends?.1, band.level))).collect()
    }
}

fn gap(at: String, points: Points, max: Points) -> Violation {
    Violation::band_gap(at, points, max)
}

fn overlap(at: String, level: u64, points: Points, max: Points) -> Violation {
    Violation::band_overlap(at, level, points, max)
}
