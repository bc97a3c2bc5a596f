//! Consistency check of a framework file.

use super::bands::Bands;
use super::basis::{Basis, Wording};
use super::model::{Condition, Framework, Indicator};
use super::notes::Notes;
use super::{ACCEPTED_SHOWN, MAX_GROUPS};
use crate::date::Date;
use crate::points::Points;
use crate::violation::{Named, Term, Violation, Violations};

/// Notes every contradiction in `framework`, except where `violations` already has a fault.
pub(crate) fn check(framework: &Framework, violations: &mut Violations) {
    if let Some(notes) = Notes::new("", violations) {
        Check { framework, notes }.framework();
    }
}

struct Check<'a> {
    framework: &'a Framework,
    notes: Notes<'a>,
}

impl Check<'_> {
    fn framework(&mut self) {
        let framework = self.framework;
        self.notes.head(framework.format, &framework.id, framework.revision);
        self.notes.legal("/legal", &framework.legal);
        self.notes.names("/sources", &framework.sources);
        if let Some(procedure) = &framework.procedure {
            self.notes.names("/procedure/roles", &procedure.roles);
            self.notes.ids("/procedure/scopes", &procedure.scopes);
        }
        self.levels();
        self.basis("/award/basis", &framework.award.basis);
        self.notes.rule("/award/rule", &framework.award.rule, None);
        self.basis("/overall/basis", &framework.overall.basis);
        self.basis("/conditions_effect/basis", &framework.conditions_effect.basis);
        self.basis("/not_applicable/basis", &framework.not_applicable.basis);
        if framework.not_applicable.allowed {
            self.notes.note_at("/not_applicable/allowed", |at| Violation::unknown_value(at, "true", vec!["false"]));
        }
        self.groups();
        self.overlays();
        self.steps();
    }

    fn steps(&mut self) {
        let Some(procedure) = &self.framework.procedure else { return };
        for (n, step) in procedure.steps.iter().enumerate() {
            let at = format!("/procedure/steps/{n}");
            self.basis(&format!("{at}/basis"), &step.basis);
            self.deadline(&format!("{at}/deadline"), &step.deadline);
            let is_judged = !procedure.scopes.is_empty() && !self.notes.is_refused(&at);
            if is_judged && !procedure.scopes.contains_key(&step.scope) {
                let accepted: Vec<Named> = procedure.scopes.iter().take(ACCEPTED_SHOWN).map(|(scope, title)| Named::new(scope, &title.vi)).collect();
                self.notes.note_at(&format!("{at}/scope"), |at| Violation::unknown_value(at, step.scope.as_str(), accepted));
            }
        }
    }

    fn groups(&mut self) {
        let framework = self.framework;
        self.notes.not_empty("/groups", framework.groups.len());
        if framework.groups.len() > MAX_GROUPS {
            self.notes.note_at("/groups", |at| Violation::too_many_groups(at, framework.groups.len(), MAX_GROUPS));
        }
        for (g, group) in framework.groups.iter().enumerate() {
            let at = format!("/groups/{g}");
            self.notes.code(&at, &group.code);
            self.basis(&format!("{at}/basis"), &group.basis);
            self.wording(&at, group.wording.as_ref());
            self.notes.max(&at, group.max);
            self.bands(&at, &group.bands, group.max);
            for (c, condition) in group.conditions.iter().enumerate() {
                self.condition(&format!("{at}/conditions/{c}"), condition);
            }
            let maxima = group.criteria.iter().map(|criterion| criterion.max);
            self.notes.sum(&format!("{at}/criteria"), &format!("{at}/max"), group.max, maxima);
            for (c, criterion) in group.criteria.iter().enumerate() {
                let at = format!("{at}/criteria/{c}");
                self.notes.code(&at, &criterion.code);
                self.basis(&format!("{at}/basis"), &criterion.basis);
                self.wording(&at, criterion.wording.as_ref());
                self.notes.max(&at, criterion.max);
                if let Some(bands) = &criterion.bands {
                    self.bands(&at, bands, criterion.max);
                }
                if let Some(evidence) = &criterion.evidence {
                    self.basis(&format!("{at}/evidence/basis"), &evidence.basis);
                    self.wording(&format!("{at}/evidence"), evidence.wording.as_ref());
                }
                let maxima = criterion.indicators.iter().map(|indicator| indicator.max);
                self.notes.sum(&format!("{at}/indicators"), &format!("{at}/max"), criterion.max, maxima);
                for (i, indicator) in criterion.indicators.iter().enumerate() {
                    self.indicator(&format!("{at}/indicators/{i}"), indicator);
                }
            }
        }
    }

    fn condition(&mut self, at: &str, condition: &Condition) {
        self.notes.code(at, &condition.code);
        self.basis(&format!("{at}/basis"), &condition.basis);
        self.wording(at, condition.wording.as_ref());
        self.notes.evidence(at, condition.required_evidence.as_ref());
    }

    fn indicator(&mut self, at: &str, indicator: &Indicator) {
        self.notes.code(at, &indicator.code);
        self.basis(&format!("{at}/basis"), &indicator.basis);
        self.wording(at, indicator.wording.as_ref());
        self.notes.max(at, indicator.max);
        let max = (!self.notes.is_refused(&format!("{at}/max"))).then_some(indicator.max);
        match &indicator.rule {
            Some(rule) => self.notes.rule(&format!("{at}/rule"), rule, max),
            None => self.notes.table_within("/award/rule/table", &self.framework.award.rule, max),
        }
        if let Some(facts) = indicator.facts.as_ref().filter(|_| !self.notes.is_refused_within("/award")) {
            self.notes.facts(at, self.framework.rule_of(indicator), facts);
        }
        self.notes.evidence(at, indicator.required_evidence.as_ref());
    }

    fn overlays(&mut self) {
        for (n, overlay) in self.framework.overlays.iter().enumerate() {
            let at = format!("/overlays/{n}");
            self.basis(&format!("{at}/basis"), &overlay.basis);
            if let Some(issued) = &overlay.issued {
                self.notes.legal(&format!("{at}/issued"), issued);
            }
        }
    }

    fn levels(&mut self) {
        let levels = &self.framework.levels;
        self.notes.not_empty("/levels", levels.len());
        for (n, (meaning, expected)) in levels.iter().zip(1_u32..).enumerate() {
            if u32::from(meaning.level.get()) != expected && !self.notes.is_refused(&format!("/levels/{n}")) {
                self.notes.note_at(&format!("/levels/{n}/level"), |at| {
                    Violation::unknown_value(at, meaning.level.to_string().as_str(), vec![expected.to_string()])
                });
            }
        }
    }

    fn basis(&mut self, at: &str, basis: &Basis) {
        self.notes.basis(at, basis, Some(&self.framework.sources));
    }

    fn wording(&mut self, owner: &str, wording: Option<&Wording>) {
        self.notes.wording(owner, wording, &self.framework.sources);
    }

    fn bands(&mut self, owner: &str, bands: &Bands, max: Points) {
        let at = format!("{owner}/bands");
        self.basis(&format!("{at}/basis"), &bands.basis);
        let list = format!("{at}/bands");
        let refused =
            [owner.to_owned(), format!("{owner}/max"), at].iter().any(|place| self.notes.is_refused(place)) || self.notes.is_refused_within(&list);
        if refused || !self.notes.not_empty(&list, bands.bands.len()) {
            return;
        }
        bands.check(max, &list, |violation| self.notes.push(violation));
        for (n, band) in bands.bands.iter().enumerate() {
            if self.framework.level(band.level).is_none() && !self.notes.is_refused("/levels") {
                self.notes.note_at(&format!("{list}/{n}/level"), |at| {
                    Violation::unknown_level(at, u64::from(band.level.get()), self.framework.level_numbers())
                });
            }
        }
    }

    fn deadline(&mut self, at: &str, deadline: &str) {
        // A day of every year may be 29 February, so the check uses a leap year.
        let date = if deadline.len() == 5 { format!("2024-{deadline}") } else { deadline.to_owned() };
        if date.parse::<Date>().is_err() {
            self.notes.note_at(at, |at| Violation::invalid_date(at, deadline, Term::DeadlineForm));
        }
    }
}
