//! What each figure rests on, figure by figure.

use schemars::JsonSchema;
use serde::Serialize;

use super::bands::Bands;
use super::basis::{Basis, Standing};
use super::model::Framework;
use crate::text::{Phrase, Text};

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FigureKind {
    /// How points are awarded.
    Award,
    /// The bands of a group or criterion.
    Bands,
    /// That a condition is mandatory.
    Condition,
    /// What an unmet condition does.
    ConditionsEffect,
    /// The maximum of a criterion.
    CriterionMax,
    /// The maximum of a group.
    GroupMax,
    /// The maximum of an indicator.
    IndicatorMax,
    /// Whether an indicator may be left out.
    NotApplicable,
    /// How one level follows from several.
    Overall,
    /// What an overlay says by itself: rules, maxima of parts.
    Overlay,
}

impl FigureKind {
    /// The name of the kind in the catalogue.
    pub const fn phrase(self) -> Phrase {
        match self {
            FigureKind::Award => Phrase::FigureAward,
            FigureKind::Bands => Phrase::FigureBands,
            FigureKind::Condition => Phrase::FigureCondition,
            FigureKind::ConditionsEffect => Phrase::FigureConditionsEffect,
            FigureKind::CriterionMax => Phrase::FigureCriterionMax,
            FigureKind::GroupMax => Phrase::FigureGroupMax,
            FigureKind::IndicatorMax => Phrase::FigureIndicatorMax,
            FigureKind::NotApplicable => Phrase::FigureNotApplicable,
            FigureKind::Overall => Phrase::FigureOverall,
            FigureKind::Overlay => Phrase::FigureOverlay,
        }
    }
}

/// A figure or rule that a result can rest on.
#[derive(Clone, Debug)]
pub struct Figure<'a> {
    /// What it rests on.
    pub basis: &'a Basis,
    /// The code of what it belongs to; empty for what belongs to the framework as a whole.
    pub code: &'a str,
    /// What it is.
    pub kind: FigureKind,
    /// The title of what it belongs to.
    pub title: &'a Text,
    /// The figure as text: `6`, or `1: < 50; 2: 50 … 75; 3: > 75`, or the word for a rule. Empty for a condition.
    pub value: String,
}

/// How many figures have each standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BasisCounts {
    /// Our reading; the sources are silent.
    pub assumed: u32,
    /// Two independent public sources agree.
    pub corroborated: u32,
    /// Arithmetic on other figures.
    pub derived: u32,
    /// One public source only.
    pub single: u32,
    /// Quoted from the act by a legal publisher.
    pub text: u32,
    /// The figure must exist, but no source says where it belongs.
    pub unlocated: u32,
}

impl BasisCounts {
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
    /// Every figure and rule that a result can rest on, in the order of the file, the rules for the whole last.
    pub fn figures(&self) -> Vec<Figure<'_>> {
        let mut figures = Vec::new();
        let mut figure = |kind, code, title, value, basis| figures.push(Figure { basis, code, kind, title, value });
        for group in &self.groups {
            figure(FigureKind::GroupMax, &*group.code, &group.title, group.max.to_string(), &group.basis);
            figure(FigureKind::Bands, &*group.code, &group.title, bands(&group.bands), &group.bands.basis);
            for condition in &group.conditions {
                figure(FigureKind::Condition, &*condition.code, &condition.title, String::new(), &condition.basis);
            }
            for criterion in &group.criteria {
                figure(FigureKind::CriterionMax, &*criterion.code, &criterion.title, criterion.max.to_string(), &criterion.basis);
                if let Some(of_criterion) = &criterion.bands {
                    figure(FigureKind::Bands, &*criterion.code, &criterion.title, bands(of_criterion), &of_criterion.basis);
                }
                for indicator in &criterion.indicators {
                    figure(FigureKind::IndicatorMax, &*indicator.code, &indicator.title, indicator.max.to_string(), &indicator.basis);
                }
            }
        }
        figure(FigureKind::Award, "", &self.title, self.award.rule.as_str().to_owned(), &self.award.basis);
        figure(FigureKind::Overall, "", &self.title, self.overall.rule.as_str().to_owned(), &self.overall.basis);
        figure(FigureKind::ConditionsEffect, "", &self.title, self.conditions_effect.effect.as_str().to_owned(), &self.conditions_effect.basis);
        figure(FigureKind::NotApplicable, "", &self.title, self.not_applicable.allowed.to_string(), &self.not_applicable.basis);
        for overlay in &self.overlays {
            figure(FigureKind::Overlay, "", &overlay.title, overlay.id.clone(), &overlay.basis);
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

fn bands(bands: &Bands) -> String {
    let texts: Vec<String> = bands.bands.iter().map(|band| format!("{}: {band}", band.level)).collect();
    texts.join("; ")
}
