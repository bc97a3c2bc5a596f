//! Lists every figure of a framework with its provenance.

use serde::Serialize;

use super::bands::Bands;
use super::basis::{Basis, Standing, Wording};
use super::model::Framework;
use super::rules::{Effect, OverallRule, Rule};
use crate::points::Points;
use crate::text::{Lang, Text};
use crate::violation::Term;

/// The kind of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FigureKind {
    /// How points are awarded.
    Award,
    /// The bands of a group or criterion.
    Bands,
    /// That a condition is mandatory.
    Condition,
    /// The effect of an unmet condition.
    ConditionsEffect,
    /// The maximum of a criterion.
    CriterionMax,
    /// The maximum of a group.
    GroupMax,
    /// The maximum of an indicator.
    IndicatorMax,
    /// Whether an assessor may leave out an indicator.
    NotApplicable,
    /// How one level follows from several.
    Overall,
    /// A figure that only an overlay has: a rule, or the maximum of a part.
    Overlay,
}

impl FigureKind {
    /// The name for people.
    pub const fn name(self, lang: Lang) -> &'static str {
        self.term().name(lang)
    }

    /// The term for messages.
    pub(super) const fn term(self) -> Term {
        match self {
            FigureKind::Award => Term::FigureAward,
            FigureKind::Bands => Term::FigureBands,
            FigureKind::Condition => Term::FigureCondition,
            FigureKind::ConditionsEffect => Term::FigureConditionsEffect,
            FigureKind::CriterionMax => Term::FigureCriterionMax,
            FigureKind::GroupMax => Term::FigureGroupMax,
            FigureKind::IndicatorMax => Term::FigureIndicatorMax,
            FigureKind::NotApplicable => Term::FigureNotApplicable,
            FigureKind::Overall => Term::FigureOverall,
            FigureKind::Overlay => Term::FigureOverlay,
        }
    }
}

/// A figure or rule that a result can rest on.
#[derive(Clone, Debug)]
pub struct Figure<'a> {
    /// Its provenance.
    pub basis: &'a Basis,
    /// The code of its indicator, criterion, group or condition; empty for a rule of the whole framework.
    pub code: &'a str,
    /// The kind of the figure.
    pub kind: FigureKind,
    /// The title of its indicator, criterion, group or condition.
    pub title: &'a Text,
    /// Who worded the title. Only the figure of a condition and that of a maximum have it, so that each title has it once.
    pub wording: Option<&'a Wording>,
    /// The value; [`Figure::value`] writes it in words.
    pub(super) said: Said<'a>,
}

/// The value of a figure.
#[derive(Clone, Copy, Debug)]
pub(super) enum Said<'a> {
    Allowed(bool),
    Bands(&'a Bands),
    /// A condition; it has no value.
    Condition,
    Effect(Effect),
    Max(Points),
    Overall(OverallRule),
    Overlay(&'a str),
    Rule(&'a Rule),
}

/// How many figures have each standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct BasisCounts {
    /// Assumed: the sources are silent, and the project chose a reading.
    pub assumed: u32,
    /// Two independent public sources agree.
    pub corroborated: u32,
    /// Arithmetic on other figures.
    pub derived: u32,
    /// One public source only.
    pub single: u32,
    /// Quoted from the act by a legal publisher.
    pub text: u32,
    /// The act must contain the figure, but no source shows at which place.
    pub unlocated: u32,
}

impl BasisCounts {
    /// How many figures the act or two sources confirm.
    pub const fn confirmed(&self) -> u32 {
        self.text.saturating_add(self.corroborated)
    }

    /// How many figures there are.
    pub fn all(&self) -> u32 {
        [self.assumed, self.derived, self.single, self.unlocated].into_iter().fold(self.confirmed(), u32::saturating_add)
    }

    fn add(&mut self, standing: Standing) {
        let count = match standing {
            Standing::Assumed => &mut self.assumed,
            Standing::Corroborated => &mut self.corroborated,
            Standing::Derived => &mut self.derived,
            Standing::Single => &mut self.single,
            Standing::Text => &mut self.text,
            Standing::Unlocated => &mut self.unlocated,
        };
        *count = count.saturating_add(1);
    }
}

impl Framework {
    /// Every figure and rule that a result can depend on, in the order of the file. The rules for the whole framework come last.
    pub fn figures(&self) -> Vec<Figure<'_>> {
        let mut figures = Vec::new();
        let mut figure = |kind, code, title, wording, said, basis| figures.push(Figure { basis, code, kind, title, wording, said });
        for group in &self.groups {
            let (code, title) = (&*group.code, &group.title);
            figure(FigureKind::GroupMax, code, title, group.wording.as_ref(), Said::Max(group.max), &group.basis);
            figure(FigureKind::Bands, code, title, None, Said::Bands(&group.bands), &group.bands.basis);
            for condition in &group.conditions {
                let wording = condition.wording.as_ref();
                figure(FigureKind::Condition, &*condition.code, &condition.title, wording, Said::Condition, &condition.basis);
            }
            for criterion in &group.criteria {
                let (code, title) = (&*criterion.code, &criterion.title);
                figure(FigureKind::CriterionMax, code, title, criterion.wording.as_ref(), Said::Max(criterion.max), &criterion.basis);
                if let Some(bands) = &criterion.bands {
                    figure(FigureKind::Bands, code, title, None, Said::Bands(bands), &bands.basis);
                }
                for indicator in &criterion.indicators {
                    let wording = indicator.wording.as_ref();
                    figure(FigureKind::IndicatorMax, &*indicator.code, &indicator.title, wording, Said::Max(indicator.max), &indicator.basis);
                }
            }
        }
        let mut whole = |kind, title, said, basis| figure(kind, "", title, None, said, basis);
        whole(FigureKind::Award, &self.title, Said::Rule(&self.award.rule), &self.award.basis);
        whole(FigureKind::Overall, &self.title, Said::Overall(self.overall.rule), &self.overall.basis);
        whole(FigureKind::ConditionsEffect, &self.title, Said::Effect(self.conditions_effect.effect), &self.conditions_effect.basis);
        whole(FigureKind::NotApplicable, &self.title, Said::Allowed(self.not_applicable.allowed), &self.not_applicable.basis);
        for overlay in &self.overlays {
            whole(FigureKind::Overlay, &overlay.title, Said::Overlay(&overlay.id), &overlay.basis);
        }
        figures
    }

    /// How many figures have each standing.
    pub fn basis_counts(&self) -> BasisCounts {
        let mut counts = BasisCounts::default();
        for figure in self.figures() {
            counts.add(figure.basis.standing);
        }
        counts
    }
}
