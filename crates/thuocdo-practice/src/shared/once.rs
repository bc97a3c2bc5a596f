//! Two forms for one: of which institution, period and stream one came already, and which of them counts. The one place that decides it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::{Deserialize, Serialize};
use thuocdo::{Assessment, Named, Scorecard, Stream, Violation};

use crate::shared::code::{key, written};
use crate::shared::mark::Mark;

thuocdo::words! {
    /// Which of several forms of one institution, period and stream counts.
    pub enum Keep {
        /// The one that came first; those behind it are passed over.
        First = "first",
        /// The one that came last, in the place of those before it.
        Last = "last",
    }
}

/// Of which institution, period and stream a form is, however its code is spelt: composed or not, in capital letters or not, with blanks
/// or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Whose(Mark);

impl Whose {
    /// Nothing of a form without a code, which may be anyone's.
    pub fn new(code: Option<&str>, period: Option<&str>, stream: Option<Stream>) -> Option<Whose> {
        let code = key(code?);
        let period = period.map(written);
        // A period that is missing is not the same as a blank one.
        let parts = [period.is_some().into(), stream.is_some().into()];
        let (period, stream) = (period.unwrap_or_default(), stream.map_or("", Stream::as_str));
        (!code.is_empty()).then(|| Whose(Mark::of([code.as_bytes(), parts.as_slice(), period.as_bytes(), stream.as_bytes()])))
    }

    /// That of an assessment.
    pub fn of_assessment(assessment: &Assessment) -> Option<Whose> {
        Whose::new(assessment.institution_code(), assessment.period.as_deref(), assessment.stream)
    }

    /// That of a scorecard.
    pub fn of_card(card: &Scorecard) -> Option<Whose> {
        Whose::new(card.institution_code(), card.period.as_deref(), card.stream)
    }
}

/// Where a form of each institution, period and stream came first, in some tens of bytes each. `P` is a place.
///
/// ```
/// use thuocdo_practice::{Once, Whose};
///
/// let mut once = Once::default();
/// let school = |code: &str| Whose::new(Some(code), Some("2023-2024"), None);
/// assert_eq!(once.note(school("VD-01"), 1), None);
/// assert_eq!(once.note(school("VD-02"), 2), None);
/// assert_eq!(once.note(school("vd-01"), 3), Some(&1));
/// ```
#[derive(Clone, Debug)]
pub struct Once<P> {
    first: BTreeMap<Whose, P>,
}

impl<P> Once<P> {
    /// Takes note of a form; where one of the same institution, period and stream came before it, of the place of the first.
    pub fn note(&mut self, whose: Option<Whose>, place: P) -> Option<&P> {
        match self.first.entry(whose?) {
            Entry::Vacant(entry) => {
                entry.insert(place);
                None
            }
            Entry::Occupied(first) => Some(first.into_mut()),
        }
    }

    /// A form that came to both, if there is one: where it came first to this one, and to the other.
    pub(crate) fn in_both<'p>(&'p self, other: &'p Once<P>) -> Option<(&'p P, &'p P)> {
        other.first.iter().find_map(|(whose, theirs)| Some((self.first.get(whose)?, theirs)))
    }

    /// Every form with the place where it came first.
    pub(crate) fn into_places(self) -> impl Iterator<Item = (Whose, P)> {
        self.first.into_iter()
    }
}

impl<P> Default for Once<P> {
    fn default() -> Once<P> {
        Once { first: BTreeMap::new() }
    }
}

/// That a form of this institution, period and stream came already, and where.
pub(crate) fn came_already(code: &str, first: &str) -> Violation {
    Violation::duplicate_assessment("", code, Named::place(first))
}
