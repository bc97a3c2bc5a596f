//! Which evidence an answer needs, and whether an assessment has it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assessment::Evidence;
use crate::date::Date;
use crate::range::Range;
use crate::text::Text;
use crate::{record, words};

/// The evidence that an answer needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct EvidenceRule {
    /// The number of pieces, at least 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000)))]
    pub at_least: u32,
    /// The kinds that count, as written in a piece's `kind`. If the list is absent, every kind counts.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, Text>>"))]
    pub kinds: BTreeMap<String, Text>,
    /// The greatest age of a piece on the day of the assessment, in days; null if its age does not matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000)))]
    pub max_age_days: Option<u32>,
}

impl EvidenceRule {
    /// The number of pieces that count on a day. The low end has the pieces that surely count; the high end also has those whose kind or
    /// date, or the day itself, is unknown. If age matters, a piece dated after the day does not count.
    pub fn counted<'e>(&self, evidence: impl IntoIterator<Item = &'e Evidence>, on: Option<Date>) -> Range<usize> {
        let mut counted = Range::exact(0_usize);
        for taken in evidence.into_iter().map(|piece| self.takes(piece, on)) {
            counted.low = counted.low.saturating_add((taken == Some(true)).into());
            counted.high = counted.high.saturating_add((taken != Some(false)).into());
        }
        counted
    }

    /// Whether this number of pieces is enough.
    pub fn state(&self, counted: Range<usize>) -> EvidenceState {
        let at_least = usize::try_from(self.at_least).unwrap_or(usize::MAX);
        if counted.low >= at_least {
            EvidenceState::Given
        } else if counted.high < at_least {
            EvidenceState::Missing
        } else {
            EvidenceState::Unknown
        }
    }

    /// Whether a piece counts; `None` if that is unknown.
    fn takes(&self, piece: &Evidence, on: Option<Date>) -> Option<bool> {
        let kind = if self.kinds.is_empty() { Some(true) } else { piece.kind.as_ref().map(|kind| self.kinds.contains_key(kind)) };
        let fresh = self.max_age_days.map_or(Some(true), |most| {
            let (date, on) = piece.date.zip(on)?;
            Some(u32::try_from(date.days_until(on)).is_ok_and(|age| age <= most))
        });
        match (kind, fresh) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }

    /// Whether this rule requires everything that `other` requires.
    pub(super) fn is_as_strict_as(&self, other: &EvidenceRule) -> bool {
        let kinds = other.kinds.is_empty() || (!self.kinds.is_empty() && self.kinds.keys().all(|kind| other.kinds.contains_key(kind)));
        let fresh = other.max_age_days.is_none_or(|most| self.max_age_days.is_some_and(|age| age <= most));
        self.at_least >= other.at_least && kinds && fresh
    }
}

words! {
    /// Whether the required evidence is there.
    #[derive(Default)]
    pub enum EvidenceState {
        /// There is enough.
        Given = "given",
        /// There is not enough.
        Missing = "missing",
        /// Unknown: a kind, a date or the day of the assessment is absent, or the input has no place for evidence, such as a row of a
        /// table.
        #[default]
        Unknown = "unknown",
    }
}

record!(EvidenceRule { at_least, kinds ? list, max_age_days ? value });

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(kind: Option<&str>, date: Option<&str>) -> Evidence {
        Evidence { date: date.and_then(|date| date.parse().ok()), kind: kind.map(str::to_owned), title: "Danh sách".to_owned(), uri: None }
    }

    fn rule(kinds: &[&str], max_age_days: Option<u32>) -> EvidenceRule {
        EvidenceRule { at_least: 1, kinds: kinds.iter().map(|kind| ((*kind).to_owned(), Text::default())).collect(), max_age_days }
    }

    #[test]
    fn a_piece_whose_kind_is_not_said_may_count_and_one_of_another_kind_does_not() {
        let evidence = [piece(Some("list"), None), piece(None, None), piece(Some("photo"), None)];
        assert_eq!(rule(&["list"], None).counted(&evidence, None), Range { high: 2, low: 1 });
        assert_eq!(rule(&[], None).counted(&evidence, None), Range::exact(3));
    }

    #[test]
    fn evidence_is_fresh_up_to_its_last_day() {
        let on = "2024-03-01".parse().ok();
        // 2024 is a leap year: 31 January is 30 days before 1 March, 30 January is 31.
        let evidence = [piece(None, Some("2024-01-31")), piece(None, Some("2024-01-30")), piece(None, Some("2024-03-02")), piece(None, None)];
        assert_eq!(rule(&[], Some(30)).counted(&evidence, on), Range { high: 2, low: 1 });
        assert_eq!(rule(&[], Some(30)).counted(&evidence, None), Range { high: 4, low: 0 });
    }

    #[test]
    fn more_kinds_fewer_pieces_or_older_ones_ask_for_less() {
        let base = rule(&["list", "photo"], Some(30));
        assert!(base.is_as_strict_as(&base) && rule(&["list"], Some(29)).is_as_strict_as(&base) && base.is_as_strict_as(&rule(&[], None)));
        for weaker in [rule(&["list", "film"], Some(30)), rule(&[], Some(30)), rule(&["list"], Some(31)), rule(&["list"], None)] {
            assert!(!weaker.is_as_strict_as(&base), "{weaker:?}");
        }
        assert!(!base.is_as_strict_as(&EvidenceRule { at_least: 2, ..base.clone() }));
    }
}
