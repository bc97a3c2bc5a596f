//! Consistency check of an overlay, alone and against its base.

use std::collections::BTreeMap;

use super::super::ACCEPTED_SHOWN;
use super::super::evidence::EvidenceRule;
use super::super::facts::{Facts, facts_shape};
use super::super::model::{Condition, Framework, Indicator};
use super::super::notes::Notes;
use super::super::rules::{Rule, Step, StepsOf};
use super::super::shipped::stands_for;
use super::{Overlay, OverlayIndicator, Taken};
use crate::json::pointer;
use crate::points::Points;
use crate::violation::{Named, Term, Violation, Violations};

/// 100 percent.
const ALL: Points = match Points::from_hundredths(10_000) {
    Some(all) => all,
    None => Points::MAX,
};

/// Notes every contradiction in `overlay`. With a base, also notes every reason why the overlay cannot be applied to it.
pub(super) fn check(overlay: &Overlay, base: Option<&Framework>, taken: &Taken, root: &str, violations: &mut Violations) {
    if let Some(notes) = Notes::new(root, violations) {
        // Against another framework than the intended one, everything would look wrong.
        let fitting = base.filter(|base| base.id == overlay.base.id || notes.is_refused("/base/id") || notes.is_refused("/base"));
        let mut check = Check {
            base: fitting,
            conditions: fitting.into_iter().flat_map(Framework::conditions).map(|condition| (&*condition.code, condition)).collect(),
            indicators: fitting.into_iter().flat_map(Framework::indicators).map(|indicator| (&*indicator.code, indicator)).collect(),
            notes,
            overlay,
            taken,
        };
        check.base(base);
        check.overlay();
    }
}

struct Check<'a> {
    /// The base, if it is the framework that the overlay names.
    base: Option<&'a Framework>,
    /// The base's conditions by code.
    conditions: BTreeMap<&'a str, &'a Condition>,
    /// The base's indicators by code.
    indicators: BTreeMap<&'a str, &'a Indicator>,
    notes: Notes<'a>,
    overlay: &'a Overlay,
    taken: &'a Taken,
}

/// An indicator in the overlay, or a part of one.
#[derive(Clone, Copy)]
struct Answered<'a> {
    /// The evidence that the base already requires.
    before: Option<&'a EvidenceRule>,
    evidence: Option<&'a EvidenceRule>,
    facts: Option<&'a Facts>,
    max: Option<Points>,
    rule: Option<&'a Rule>,
}

impl<'a> Check<'a> {
    /// Checks that the base is the framework that the overlay names.
    fn base(&mut self, base: Option<&Framework>) {
        let Some(base) = base.filter(|_| !self.notes.is_refused("/base")) else { return };
        let (named, digest) = (&self.overlay.base, base.digest());
        let mut compare = |field: &str, found: &str, expected: &str| {
            if found != expected {
                self.notes.note_at(&format!("/base/{field}"), |at| Violation::wrong_base(at, found, expected));
            }
        };
        compare("id", &named.id, &base.id);
        if named.id == base.id && !stands_for(&digest, &named.digest) {
            compare("digest", &named.digest, &digest);
        }
    }

    fn overlay(&mut self) {
        let overlay = self.overlay;
        self.notes.head(overlay.format, &overlay.id, overlay.revision);
        if overlay.id == overlay.base.id && !self.notes.is_refused("/base") {
            self.notes.note_at("/id", |at| Violation::duplicate_code(at, overlay.id.as_str(), Named::place("/base/id")));
        }
        if let Some(issued) = &overlay.issued {
            self.notes.legal("/issued", issued);
        }
        self.sources();
        if let Some(base) = self.base {
            let below = self.taken.ids.iter().chain(base.overlays.iter().map(|laid| &laid.id)).find(|id| **id == overlay.id && **id != base.id);
            if let Some(id) = below {
                self.notes.note_at("/id", |at| Violation::duplicate_code(at, id.as_str(), id.as_str()));
            }
            self.notes.codes.clone_from(&self.taken.codes);
            self.notes.codes.extend(base.codes().map(|code| (code.to_string(), base.id.clone())));
        }
        for (code, indicator) in &overlay.indicators {
            self.indicator(code, indicator);
        }
        for code in overlay.conditions.keys() {
            self.condition(code);
        }
        self.local_conditions();
    }

    /// Checks that a source in both files is the same, and that each cited source is in one of them.
    fn sources(&mut self) {
        let overlay = self.overlay;
        self.notes.names("/sources", &overlay.sources);
        let Some(base) = self.base else { return self.notes.basis("/basis", &overlay.basis, None) };
        for (name, text) in &overlay.sources {
            if base.sources.get(name).is_some_and(|known| *known != text.in_both_languages()) {
                let at = pointer("/sources", name);
                self.notes.note_at(&at, |at| Violation::duplicate_code(at, name.as_str(), base.id.as_str()));
            }
        }
        let known = overlay.sources.iter().chain(&base.sources).map(|(name, text)| (name.clone(), text.clone())).collect();
        self.notes.basis("/basis", &overlay.basis, Some(&known));
    }

    fn indicator(&mut self, code: &str, refined: &'a OverlayIndicator) {
        let at = pointer("/indicators", code);
        let known = self.base.and_then(|base| Some((base, *self.indicators.get(code)?)));
        if let (Some(base), None) = (self.base, known) {
            return self.notes.note_at(&at, |at| Violation::unknown_indicator(at, code, base.near(code)));
        }
        if !self.notes.formed(&at, code) {
            return;
        }
        let known_rule = known.map_or(&Rule::Direct, |(base, known)| base.rule_of(known));
        let is_settled = *known_rule != Rule::Direct;
        let known = known.map(|(_, known)| known);
        for (field, is_given) in [("parts", refined.parts.is_some()), ("rule", refined.rule.is_some())] {
            if is_settled && is_given {
                self.not_refinable(&format!("{at}/{field}"), Term::FixedRule);
            }
        }
        if refined.parts.is_some() {
            return self.parts(&at, refined, known.filter(|_| !is_settled));
        }
        let are_facts_settled = known.is_some_and(|known| known.facts.is_some());
        if refined.facts.is_some() && are_facts_settled {
            self.not_refinable(&format!("{at}/facts"), Term::FixedFacts);
        }
        // The base's own rule has been checked with the base.
        let answered = Answered {
            before: known.and_then(|known| known.required_evidence.as_ref()),
            evidence: refined.required_evidence.as_ref(),
            facts: refined.facts.as_ref().filter(|_| !are_facts_settled),
            max: known.map(|known| known.max),
            rule: refined.rule.as_ref().filter(|_| !is_settled),
        };
        self.answered(&at, answered, known_rule);
    }

    /// Checks that parts replace the indicator, and that the overlay changes nothing else in it.
    fn parts(&mut self, at: &str, refined: &'a OverlayIndicator, whole: Option<&'a Indicator>) {
        let others = [
            ("facts", refined.facts.is_some()),
            ("guidance", refined.guidance.is_some()),
            ("required_evidence", refined.required_evidence.is_some()),
            ("rule", refined.rule.is_some()),
            ("title", refined.title.is_some()),
        ];
        for (field, _) in others.into_iter().filter(|(_, is_given)| *is_given) {
            self.notes.note_at(&format!("{at}/{field}"), |at| Violation::unknown_field(at, field, vec!["parts"]));
        }
        let list = format!("{at}/parts");
        let parts = refined.parts.as_deref().unwrap_or_default();
        match whole {
            Some(whole) => self.notes.sum(&list, &list, whole.max, parts.iter().map(|part| part.max)),
            None => drop(self.notes.not_empty(&list, parts.len())),
        }
        for (n, part) in parts.iter().enumerate() {
            let at = format!("{list}/{n}");
            self.notes.code(&at, &part.code);
            self.notes.max(&at, part.max);
            let answered = Answered {
                before: whole.and_then(|whole| whole.required_evidence.as_ref()),
                evidence: part.required_evidence.as_ref(),
                facts: part.facts.as_ref(),
                max: (!self.notes.is_refused(&at) && !self.notes.is_refused(&format!("{at}/max"))).then_some(part.max),
                rule: part.rule.as_ref(),
            };
            self.answered(&at, answered, &Rule::Direct);
        }
    }

    /// Checks that the rule computes points from facts, reaches the maximum, and has labels for its facts.
    fn answered(&mut self, at: &str, of: Answered<'_>, known_rule: &Rule) {
        if let Some(rule) = of.rule.filter(|_| !self.notes.is_refused(&format!("{at}/rule"))) {
            if *rule == Rule::Direct && !self.notes.is_refused(&format!("{at}/rule/kind")) {
                let accepted = vec!["flag", "share", "steps"];
                self.notes.note_at(&format!("{at}/rule/kind"), |at| Violation::unknown_value(at, "direct", accepted));
            }
            self.notes.rule(&format!("{at}/rule"), rule, of.max);
            self.steps(&format!("{at}/rule/table"), rule, of.max);
        }
        let is_concrete = of.rule.is_some_and(|rule| *rule != Rule::Direct);
        match of.facts {
            Some(facts) => self.facts(at, of.rule.unwrap_or(known_rule), facts),
            None if is_concrete => {
                let shape = facts_shape(of.rule.map_or(&[][..], Rule::facts));
                self.notes.note_at(&format!("{at}/facts"), |at| Violation::missing_field(at, shape));
            }
            None => {}
        }
        self.evidence(at, of.evidence, of.before);
    }

    /// Without the base it is unknown whether the base has a rule for these facts.
    fn facts(&mut self, at: &str, rule: &Rule, facts: &Facts) {
        if self.base.is_some() || *rule != Rule::Direct {
            self.notes.facts(at, rule, facts);
        }
    }

    /// Checks that points never fall from row to row, and that the last row can be reached and gives the maximum. Else the overlay would
    /// lower the maximum.
    fn steps(&mut self, list: &str, rule: &Rule, max: Option<Points>) {
        let Rule::Steps { of, table } = rule else { return };
        let mut least = Points::ZERO;
        for (n, Step { at_least, points }) in table.iter().enumerate() {
            let row = format!("{list}/{n}");
            if self.notes.is_refused_within(&row) {
                continue;
            }
            if *of == StepsOf::Percent && *at_least > ALL {
                self.notes.note_at(&format!("{row}/at_least"), |at| Violation::steps_unreachable(at, *at_least));
            }
            if let Some(max) = max.filter(|_| n.saturating_add(1) == table.len()) {
                least = max;
            }
            let most = max.unwrap_or(Points::MAX);
            // Points above the maximum have been noted already.
            if *points < least && *points <= most {
                self.notes.note_at(&format!("{row}/points"), |at| Violation::steps_points(at, *points, least, most));
            }
            least = least.max(*points).min(most);
        }
    }

    /// Checks that the overlay requires at least the evidence of the base.
    fn evidence(&mut self, at: &str, rule: Option<&EvidenceRule>, before: Option<&EvidenceRule>) {
        self.notes.evidence(at, rule);
        let at = format!("{at}/required_evidence");
        if rule.zip(before).is_some_and(|(rule, before)| !rule.is_as_strict_as(before)) && !self.notes.is_refused_within(&at) {
            self.not_refinable(&at, Term::FixedEvidence);
        }
    }

    fn condition(&mut self, code: &str) {
        let at = pointer("/conditions", code);
        let known = self.conditions.get(code).copied();
        if let (Some(base), None) = (self.base, known) {
            let accepted: Vec<&str> = base.conditions().map(|condition| &*condition.code).take(ACCEPTED_SHOWN).collect();
            return self.notes.note_at(&at, |at| Violation::unknown_condition(at, code, accepted));
        }
        if !self.notes.formed(&at, code) {
            return;
        }
        let required = self.overlay.conditions.get(code).and_then(|refined| refined.required_evidence.as_ref());
        self.evidence(&at, required, known.and_then(|known: &Condition| known.required_evidence.as_ref()));
    }

    fn local_conditions(&mut self) {
        for (n, condition) in self.overlay.local_conditions.iter().enumerate() {
            let at = format!("/local_conditions/{n}");
            self.notes.code(&at, &condition.code);
            self.evidence(&at, condition.required_evidence.as_ref(), None);
            if self.notes.is_refused(&at) {
                continue;
            }
            let at = format!("{at}/group");
            match self.base {
                None => drop(self.notes.formed(&at, &condition.group)),
                Some(base) if base.groups.iter().any(|group| group.code == condition.group) => {}
                Some(base) => {
                    let accepted: Vec<&str> = base.groups.iter().map(|group| &*group.code).collect();
                    self.notes.note_at(&at, |at| Violation::unknown_group(at, &*condition.group, accepted));
                }
            }
        }
    }

    fn not_refinable(&mut self, at: &str, what: Term) {
        self.notes.note_at(at, |at| Violation::not_refinable(at, what));
    }
}
