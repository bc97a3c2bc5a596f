//! The local and the national scorecard of an assessment made under overlays.

use std::sync::Arc;

use serde::Serialize;

use super::evidence::{Place, Required, Shown};
use super::{Scorer, Sheet};
use crate::assessment::{Evidence, Input};
use crate::canonical;
use crate::framework::{FrameworkRef, Overlay, Projection, Taken};
use crate::points::Points;
use crate::range::Range;
use crate::scorecard::Scorecard;
use crate::violation::Violations;

/// A national framework and the local framework above it. Scores an assessment by both. Without an overlay both are the same.
///
/// ```
/// use thuocdo::{LocalScorer, Overlay, Scorer};
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let overlay = format!(
///     r#"{{ "format": 1, "id": "invented", "revision": 1, "title": {{ "vi": "Ví dụ", "en": "Example" }},
///           "base": {{ "id": "moet-4725-2022", "digest": "{}" }}, "basis": {{ "standing": "assumed", "sources": [] }},
///           "indicators": {{ "1.3.1": {{ "rule": {{ "kind": "flag" }},
///               "facts": {{ "met": {{ "title": {{ "vi": "Có kế hoạch", "en": "There is a plan" }} }} }} }} }} }}"#,
///     scorer.digest()
/// );
/// let scorer = LocalScorer::new(scorer).with(&Overlay::from_json(overlay)?)?;
/// let both = scorer.score(r#"{ "conditions": {}, "answers": { "1.3.1": { "met": true } } }"#)?;
/// assert_eq!(both.local.groups[0].score.low.to_string(), "6");
/// assert_eq!(both.national.groups[0].score.low.to_string(), "6");
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Debug)]
pub struct LocalScorer {
    local: Arc<Scorer>,
    national: Arc<Scorer>,
    overlays: Vec<FrameworkRef>,
    projection: Projection,
    taken: Taken,
}

/// The two results of one assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct LocalScore {
    /// The scorecard by the framework with its overlays.
    pub local: Scorecard,
    /// The scorecard by the national framework alone: byte for byte that of the same points without an overlay.
    pub national: Scorecard,
}

impl LocalScore {
    /// Both as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        canonical(self)
    }
}

impl LocalScorer {
    /// A scorer without overlays.
    pub fn new(national: impl Into<Arc<Scorer>>) -> LocalScorer {
        let national = national.into();
        let projection = Projection::identity(national.framework());
        let mut taken = Taken::default();
        taken.add(national.framework());
        LocalScorer { local: Arc::clone(&national), national, overlays: Vec::new(), projection, taken }
    }

    /// Adds an overlay above the local framework. An overlay names its base by digest, so only one order of overlays fits.
    ///
    /// # Errors
    /// Every reason why the overlay does not fit there, such as `wrong_base`, `not_refinable` or `sum_mismatch`.
    pub fn with(self, overlay: &Overlay) -> Result<LocalScorer, Violations> {
        let (framework, projection) = overlay.lay(self.local.framework(), &self.taken)?;
        let LocalScorer { mut overlays, mut taken, .. } = self;
        overlays.push(FrameworkRef::from(overlay));
        taken.add(&framework);
        Ok(LocalScorer {
            local: Scorer::new(framework)?.into(),
            national: self.national,
            overlays,
            projection: self.projection.then(&projection),
            taken,
        })
    }

    /// Notes every reason why an overlay cannot be added next, except where `violations` already has a fault. `at` is the pointer of the
    /// overlay in the input; empty if the overlay is the whole input.
    #[doc(hidden)]
    pub fn judge(&self, overlay: &Overlay, at: &str, violations: &mut Violations) {
        overlay.judge_above(self.local.framework(), &self.taken, at, violations);
    }

    /// The scorer of the framework with its overlays. An assessment uses the codes of this framework.
    pub fn local(&self) -> &Scorer {
        &self.local
    }

    /// The scorer of the national framework.
    pub fn national(&self) -> &Scorer {
        &self.national
    }

    /// The positions, in the local framework, of the indicators that add up to the national indicator at position `national`: itself, or
    /// its parts.
    #[doc(hidden)]
    pub fn parts(&self, national: usize) -> &[usize] {
        self.projection.indicators.get(national).map_or(&[], Vec::as_slice)
    }

    /// The overlays, in the order in which they were added.
    pub fn overlays(&self) -> &[FrameworkRef] {
        &self.overlays
    }

    /// Scores an assessment by both frameworks.
    ///
    /// # Errors
    /// Every reason why the assessment cannot be scored.
    pub fn score<'a>(&self, assessment: impl Into<Input<'a>>) -> Result<LocalScore, Violations> {
        let (subject, sheet, shown) = self.local.read_all(assessment.into())?;
        let mut national = self.project(&sheet)?;
        // The parts together must have the evidence that the national framework requires.
        self.national.look_for_evidence(&mut national, &shown, |required| self.named(required, &shown));
        Ok(LocalScore { local: self.local.card(&subject, &sheet)?, national: self.national.card(&subject, &national)? })
    }

    /// The evidence in a local assessment for a requirement of the national framework.
    fn named<'s>(&self, required: &Required, shown: &'s Shown) -> Vec<&'s Evidence> {
        let Place::Indicator(position) = required.place else { return required.of(shown).iter().collect() };
        let codes = self.parts(position).iter().filter_map(|part| Some(&self.local.indicators.get(*part)?.code));
        codes.filter_map(|code| shown.answers.get(code.as_str())).flatten().collect()
    }

    /// The national sheet of a local one. A national indicator is the sum of its parts: the low ends are added, and the high ends. The
    /// sheet holds no evidence, since the evidence that overlays require concerns only the local result.
    ///
    /// # Errors
    /// As [`Scorer::levels`].
    #[doc(hidden)]
    pub fn project(&self, local: &Sheet) -> Result<Sheet, Violations> {
        let local = self.local.usable(local)?;
        let mut national = self.national.blank();
        let mut row = national.row();
        for (position, parts) in self.projection.indicators.iter().enumerate() {
            let score: Range<Points> = parts.iter().filter_map(|part| local.score(*part)).sum();
            row.narrow(position, score)?;
        }
        for (position, at) in self.projection.conditions.iter().enumerate() {
            row.condition(position, local.state(*at).unwrap_or_default())?;
        }
        Ok(national)
    }
}
