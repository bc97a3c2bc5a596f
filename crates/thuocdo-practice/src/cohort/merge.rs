//! Two counts made one.

use thuocdo::{Violation, Violations};

use super::count::{Came, Cohort};

impl Cohort {
    /// Adds what another cohort of the same framework counted, as if its cards had come behind those of this one.
    ///
    /// Of two cards nobody knows then which came first. So the cards that `keep` chose stay chosen, and from now on a card that repeats another
    /// is refused, as without `keep`.
    ///
    /// # Errors
    ///
    /// `duplicate_assessment` where a card of one institution, period and stream is in both; `digest_mismatch` where the frameworks differ.
    /// Nothing is added then.
    pub fn merge(&mut self, mut other: Cohort) -> Result<(), Violations> {
        if other.framework.digest != self.framework.digest {
            return Err(Violation::digest_mismatch("/framework/digest", other.framework.digest.as_str(), self.framework.digest.as_str()).into());
        }
        if let Some((first, again)) = self.once.in_both(&other.once) {
            return Err(first.already(&again.code).into());
        }
        let position = self.came();
        self.settle();
        other.settle();
        for (whose, came) in other.once.into_places() {
            self.once.note(Some(whose), Came { position: came.position.saturating_add(position), ..came });
        }
        self.all.add(&other.all);
        for (own, other) in [
            (&mut self.by_authority, other.by_authority),
            (&mut self.by_period, other.by_period),
            (&mut self.by_stream, other.by_stream),
            (&mut self.by_type, other.by_type),
        ] {
            own.add(other, &self.shape);
        }
        self.coverage.take_in(other.coverage);
        for ((points, schools), (more_points, more_schools)) in self.missing.iter_mut().zip(other.missing) {
            *points = points.saturating_add(more_points);
            *schools = schools.saturating_add(more_schools);
        }
        for (own, other) in self.open.iter_mut().zip(other.open) {
            *own = own.saturating_add(other);
        }
        for (own, other) in self.scores.iter_mut().zip(other.scores) {
            own.extend(other);
        }
        self.other_framework = self.other_framework.saturating_add(other.other_framework);
        self.passed_over = self.passed_over.saturating_add(other.passed_over);
        Ok(())
    }

    /// How many cards came, those that are not counted among them.
    pub fn came(&self) -> usize {
        let came = [self.all.count, self.other_framework, self.passed_over].into_iter().map(u64::from).sum::<u64>();
        usize::try_from(came).unwrap_or(usize::MAX).saturating_add(self.last.len())
    }

    /// Counts the cards that came last, and asks from now on for none that comes again.
    pub(super) fn settle(&mut self) {
        for facts in std::mem::take(&mut self.last).into_values() {
            self.count(&facts);
        }
        self.keep = None;
    }
}
