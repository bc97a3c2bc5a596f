//! Which points give which level.
//!
//! A file says bands as the act does: `below` 50, `from` 50 `to` 75, `above` 75. In hundredths each band is a run of
//! whole numbers; a list of bands is good when the runs follow each other from 0 to the maximum.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::basis::Basis;
use crate::points::Points;
use crate::range::Level;
use crate::violation::{Violation, ViolationCode};

/// The bands of a group or criterion, lowest level first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Bands {
    /// The bands; together they cover every hundredth from 0 to the maximum, once.
    #[schemars(length(min = 1))]
    pub bands: Vec<Band>,
    /// What they rest on.
    pub basis: Basis,
}

/// The points that give one level. The lowest band may leave out its lower end, the highest its upper end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
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

impl fmt::Display for Band {
    /// In signs, which need no language: `< 50`, `50 … 75`, `> 75`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.above, self.to, self.below) {
            (None, None, None, Some(below)) => write!(f, "< {below}"),
            (None, None, Some(to), _) => write!(f, "≤ {to}"),
            (Some(from), _, None, None) => write!(f, "≥ {from}"),
            (None, Some(above), None, None) => write!(f, "> {above}"),
            (from, above, to, below) => {
                match (from, above) {
                    (Some(from), _) => write!(f, "{from}")?,
                    (None, Some(above)) => write!(f, "> {above}")?,
                    (None, None) => {}
                }
                f.write_str(" … ")?;
                match (to, below) {
                    (Some(to), _) => write!(f, "{to}"),
                    (None, Some(below)) => write!(f, "< {below}"),
                    (None, None) => Ok(()),
                }
            }
        }
    }
}

/// The first and the last hundredth of a band, or `None` where an end is said twice, is missing, or lies on the wrong side.
fn ends(band: &Band, is_lowest: bool, is_highest: bool, max: Points) -> Option<(Points, Points)> {
    let first = match (band.from, band.above) {
        (Some(from), None) => from,
        // Above the largest number of points there is none.
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
    /// Notes whatever keeps the bands from covering 0 to `max` once, in ascending levels. `at` is the pointer of the list.
    pub(super) fn check(&self, max: Points, at: &str, mut note: impl FnMut(Violation)) {
        let count = self.bands.len();
        let place = |n: usize| format!("{at}/{n}");
        let mut previous: Option<Level> = None;
        // The first hundredth that no band has covered yet; `None` once the maximum is covered.
        let mut open = Some(Points::ZERO);
        for (n, band) in self.bands.iter().enumerate() {
            let level = u64::from(band.level.get());
            if let Some(previous) = previous.filter(|previous| *previous >= band.level) {
                note(Violation::new(ViolationCode::BandOrder, place(n)).with("level", level).with("previous", u64::from(previous.get())));
            }
            previous = Some(band.level);
            let Some((first, last)) = ends(band, n == 0, n.saturating_add(1) == count, max) else {
                // Where it should end nobody knows, so nothing can be said of the bands behind it.
                note(Violation::new(ViolationCode::BandEnds, place(n)).with("level", level));
                return;
            };
            match open {
                Some(open) if first > open => note(gap(place(n), open, max)),
                Some(open) if first < open => note(overlap(place(n), level, first, max)),
                None => note(overlap(place(n), level, first, max)),
                Some(_) => {}
            }
            if last > max {
                note(overlap(place(n), level, last, max));
            }
            open = (last < max).then(|| last.next());
        }
        if let Some(open) = open.filter(|_| count > 0) {
            note(gap(at.to_owned(), open, max));
        }
    }

    /// The last hundredth of each band with its level, ascending, of bands that [`Bands::check`] has nothing to say of.
    pub(crate) fn compile(&self, max: Points) -> Vec<(Points, Level)> {
        let count = self.bands.len();
        let last = |n: usize, band: &Band| ends(band, n == 0, n.saturating_add(1) == count, max).map(|(_, last)| last);
        self.bands.iter().enumerate().filter_map(|(n, band)| Some((last(n, band)?, band.level))).collect()
    }
}

fn gap(at: String, points: Points, max: Points) -> Violation {
    Violation::new(ViolationCode::BandGap, at).with("points", points).with("max", max)
}

fn overlap(at: String, level: u64, points: Points, max: Points) -> Violation {
    Violation::new(ViolationCode::BandOverlap, at).with("level", level).with("points", points).with("max", max)
}
