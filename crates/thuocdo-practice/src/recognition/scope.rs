//! Whether a certificate is of a framework and its overlays, and follows from its own points.

use thuocdo::{FrameworkRef, LocalScorer, Range, Violation, Violations};

use super::certificate::{Certificate, CertifiedGroup};

impl Certificate {
    /// Everything that keeps a certificate from being one by this framework and these overlays: it is of another framework, revision or
    /// scope (`wrong_framework`), or does not follow from its own points (`digest_mismatch`). Only [`super::verify`] finds out whether its
    /// case makes it.
    pub fn check(&self, scorer: &LocalScorer) -> Violations {
        let mut violations = Violations::default();
        let (national, local) = (scorer.national(), scorer.local());
        let mark = national.mark();
        let own = FrameworkRef::from(&mark);
        let mut other = |at: &str, found: String, expected: String| {
            violations.push(Violation::wrong_framework(at, found, expected));
        };
        if self.framework != own {
            other("/framework", self.framework.to_string(), own.to_string());
        }
        let overlays: Vec<FrameworkRef> = local.framework().overlays.iter().map(FrameworkRef::from).collect();
        if self.overlays != overlays || self.local_scorecard.is_some() == scorer.overlays().is_empty() {
            other("/overlays", named(&self.overlays, self.local_scorecard.is_some()), named(&overlays, !scorer.overlays().is_empty()));
        }
        // The points of another framework cannot be checked here: its bands are not known.
        violations.or(()).err().unwrap_or_else(|| self.check_points(scorer))
    }

    /// The groups are those of the framework, each level is that of its points, and the whole that of its groups.
    fn check_points(&self, scorer: &LocalScorer) -> Violations {
        let mut violations = Violations::default();
        let national = scorer.national();
        let mut differs = |at: String, stated: String, found: String| {
            violations.push(Violation::digest_mismatch(at, found, stated));
        };
        let codes = |codes: &mut dyn Iterator<Item = &thuocdo::Code>| codes.map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let stated = codes(&mut self.groups.iter().map(|group| &group.code));
        let found = codes(&mut national.framework().groups.iter().map(|group| &group.code));
        if stated != found {
            differs("/groups".to_owned(), stated, found);
            return violations;
        }
        for (position, CertifiedGroup { code, level, score }) in self.groups.iter().enumerate() {
            // Points above the maximum give none.
            let of = |points| national.level(code, points).unwrap_or_default();
            let found = Range { high: of(score.high), low: of(score.low) };
            if found != Range::exact(*level) {
                differs(format!("/groups/{position}/level"), level.to_string(), found.text(|level| level.to_string()));
            }
        }
        // By the only rule there is.
        let lowest = self.groups.iter().map(|group| group.level).min().unwrap_or_default();
        if self.overall.level != lowest {
            differs("/overall/level".to_owned(), self.overall.level.to_string(), lowest.to_string());
        }
        if self.basis != national.mark().basis {
            differs("/basis".to_owned(), thuocdo::canonical(&self.basis), thuocdo::canonical(&national.mark().basis));
        }
        violations
    }
}

/// Overlays, as a message names them.
fn named(overlays: &[FrameworkRef], are_laid: bool) -> String {
    let names: Vec<String> = overlays.iter().map(|overlay| format!("{} ({}, {})", overlay.id, overlay.revision, overlay.digest)).collect();
    match (names.is_empty(), are_laid) {
        (true, _) => "[]".to_owned(),
        (false, true) => format!("[{}]", names.join(", ")),
        // A framework that overlays made, loaded as the national one.
        (false, false) => names.join(", "),
    }
}
