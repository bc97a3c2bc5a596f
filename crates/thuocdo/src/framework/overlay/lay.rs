//! Applies a valid overlay to its base, which gives the local framework.

use super::super::evidence::EvidenceRule;
use super::super::legal::LaidOverlay;
use super::super::model::{Condition, Criterion, Framework, Indicator};
use super::{Overlay, OverlayIndicator, OverlayPart};
use crate::text::Text;

/// The positions of national indicators and conditions in a local framework.
#[derive(Clone, Debug, Default)]
pub(crate) struct Projection {
    /// The local position of each national condition.
    pub(crate) conditions: Vec<usize>,
    /// The local positions of the parts of each national indicator.
    pub(crate) indicators: Vec<Vec<usize>>,
}

impl Projection {
    /// The identity, for a national framework.
    pub(crate) fn identity(framework: &Framework) -> Projection {
        Projection {
            conditions: (0..framework.conditions().count()).collect(),
            indicators: (0..framework.indicators().count()).map(|position| vec![position]).collect(),
        }
    }

    /// Composes two projections: the local framework of `self` is the national framework of `next`.
    pub(crate) fn then(&self, next: &Projection) -> Projection {
        let parts = |position: &usize| next.indicators.get(*position).into_iter().flatten().copied();
        Projection {
            conditions: self.conditions.iter().filter_map(|position| next.conditions.get(*position).copied()).collect(),
            indicators: self.indicators.iter().map(|positions| positions.iter().flat_map(parts).collect()).collect(),
        }
    }
}

/// The local framework, and the positions of the base's indicators and conditions in it.
pub(super) fn lay(overlay: &Overlay, base: &Framework) -> (Framework, Projection) {
    let digest = overlay.digest();
    // A framework has every text in both languages.
    let overlay = &overlay.in_both_languages();
    let mut framework = base.clone();
    let mut projection = Projection::default();
    let (mut conditions, mut indicators) = (0_usize, 0_usize);
    for group in &mut framework.groups {
        for condition in &mut group.conditions {
            refine_condition(overlay, condition);
            projection.conditions.push(conditions);
            conditions = conditions.saturating_add(1);
        }
        let own = overlay.local_conditions.iter().filter(|own| own.group == group.code).map(|own| Condition {
            basis: overlay.basis.clone(),
            code: own.code.clone(),
            guidance: own.guidance.clone(),
            required_evidence: own.required_evidence.clone(),
            title: own.title.clone(),
            wording: None,
        });
        let before = group.conditions.len();
        group.conditions.extend(own);
        conditions = conditions.saturating_add(group.conditions.len().saturating_sub(before));
        for criterion in &mut group.criteria {
            lay_criterion(overlay, criterion, |parts| {
                let end = indicators.saturating_add(parts);
                projection.indicators.push((indicators..end).collect());
                indicators = end;
            });
        }
    }
    framework.id.clone_from(&overlay.id);
    framework.revision = overlay.revision;
    framework.title = overlay.title.clone();
    framework.sources.extend(overlay.sources.iter().map(|(name, text)| (name.clone(), text.clone())));
    framework.overlays.push(LaidOverlay {
        basis: overlay.basis.clone(),
        digest,
        id: overlay.id.clone(),
        issued: overlay.issued.clone(),
        revision: overlay.revision,
        title: overlay.title.clone(),
    });
    (framework, projection)
}

fn refine_condition(overlay: &Overlay, condition: &mut Condition) {
    if let Some(refined) = overlay.conditions.get(&*condition.code) {
        put(&mut condition.guidance, refined.guidance.as_ref());
        put(&mut condition.required_evidence, refined.required_evidence.as_ref());
    }
}

/// Applies the overlay to each indicator of a criterion. Reports for each how many indicators replace it.
fn lay_criterion(overlay: &Overlay, criterion: &mut Criterion, mut placed: impl FnMut(usize)) {
    let mut local = Vec::with_capacity(criterion.indicators.len());
    for indicator in criterion.indicators.drain(..) {
        let before = local.len();
        match overlay.indicators.get(&*indicator.code) {
            None => local.push(indicator),
            Some(OverlayIndicator { parts: Some(parts), .. }) => local.extend(parts.iter().map(|part| part_of(&indicator, part, overlay))),
            Some(refined) => local.push(refine(indicator, refined)),
        }
        placed(local.len().saturating_sub(before));
    }
    criterion.indicators = local;
}

fn refine(mut indicator: Indicator, refined: &OverlayIndicator) -> Indicator {
    put(&mut indicator.facts, refined.facts.as_ref());
    put(&mut indicator.guidance, refined.guidance.as_ref());
    put(&mut indicator.required_evidence, refined.required_evidence.as_ref());
    put(&mut indicator.rule, refined.rule.as_ref());
    if let Some(title) = &refined.title {
        indicator.title = title.clone();
        indicator.wording = None;
    }
    indicator
}

/// A part inherits from the whole everything that the overlay does not set.
fn part_of(whole: &Indicator, part: &OverlayPart, overlay: &Overlay) -> Indicator {
    let guidance: Option<&Text> = part.guidance.as_ref().or(whole.guidance.as_ref());
    let required_evidence: Option<&EvidenceRule> = part.required_evidence.as_ref().or(whole.required_evidence.as_ref());
    Indicator {
        basis: overlay.basis.clone(),
        code: part.code.clone(),
        facts: part.facts.clone(),
        guidance: guidance.cloned(),
        max: part.max,
        required_evidence: required_evidence.cloned(),
        // If the whole has its own rule against the framework's, its parts have that rule too.
        rule: part.rule.as_ref().or(whole.rule.as_ref()).cloned(),
        title: part.title.clone(),
        wording: None,
    }
}

fn put<T: Clone>(place: &mut Option<T>, given: Option<&T>) {
    if let Some(given) = given {
        *place = Some(given.clone());
    }
}
