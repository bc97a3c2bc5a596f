//! Checks shared by frameworks and overlays. A field that failed to parse holds a default value. A check of that default would report
//! follow-up faults that disappear once the first fault is mended, so the checks skip it.

use std::collections::{BTreeMap, BTreeSet};

use super::ACCEPTED_SHOWN;
use super::basis::{Basis, Standing, Wording, WordingKind};
use super::code::{is_code, is_code_byte};
use super::evidence::EvidenceRule;
use super::facts::{FactLabel, Facts, fact_shape};
use super::legal::Legal;
use super::rules::{Rule, Step};
use crate::json::pointer;
use crate::points::Points;
use crate::text::{Remark, Text};
use crate::violation::{Named, Term, Violation, Violations};

/// Notes the faults of one file. Its methods take pointers relative to the file.
pub(super) struct Notes<'a> {
    /// The pointer at which each code first occurs.
    pub(super) codes: BTreeMap<String, String>,
    /// The pointers that already have a fault.
    refused: BTreeSet<String>,
    /// The pointer of the file in the input; empty if the file is the whole input.
    root: &'a str,
    violations: &'a mut Violations,
}

impl<'a> Notes<'a> {
    /// `None` if the reader refused the file as a whole.
    pub(super) fn new(root: &'a str, violations: &'a mut Violations) -> Option<Notes<'a>> {
        let is_root = |at: &str| root.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if violations.iter().any(|violation| is_root(violation.at())) {
            return None;
        }
        let refused = violations.iter().filter_map(|violation| violation.at().strip_prefix(root)).map(str::to_owned).collect();
        Some(Notes { codes: BTreeMap::new(), refused, root, violations })
    }

    pub(super) fn is_refused(&self, at: &str) -> bool {
        self.refused.contains(at)
    }

    /// Whether there is a fault at this pointer or below it.
    pub(super) fn is_refused_within(&self, at: &str) -> bool {
        let inside = format!("{at}/");
        self.is_refused(at) || self.refused.range(inside.clone()..).next().is_some_and(|place| place.starts_with(&inside))
    }

    /// Notes a violation, unless there is already one at this pointer.
    pub(super) fn note_at(&mut self, at: &str, violation: impl FnOnce(String) -> Violation) {
        let place = self.place(at);
        if !self.is_refused(at) && self.violations.has_room(&place) {
            self.violations.push(violation(place));
        }
    }

    /// The pointer in the input, from a pointer in the file.
    pub(super) fn place(&self, at: &str) -> String {
        format!("{}{at}", self.root)
    }

    /// Notes a violation whose pointer is already that in the input.
    pub(super) fn push(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    pub(super) fn not_empty(&mut self, at: &str, len: usize) -> bool {
        if len == 0 {
            self.note_at(at, Violation::empty_list);
        }
        len > 0
    }

    /// Checks the format version, the id and the revision.
    pub(super) fn head(&mut self, format: u32, id: &str, revision: u32) {
        if format != 1 {
            self.note_at("/format", |at| Violation::unknown_value(at, format.to_string().as_str(), vec!["1"]));
        }
        self.at_least_one("/revision", revision);
        self.id("/id", id);
    }

    fn id(&mut self, at: &str, id: &str) {
        let formed = id.len() <= 64 && id.split('-').all(|part| !part.is_empty() && part.bytes().all(is_code_byte));
        if !formed {
            self.note_at(at, |at| Violation::ill_formed_code(at, id, Term::IdForm, 64_u64));
        }
    }

    fn at_least_one(&mut self, at: &str, number: u32) {
        if number == 0 {
            self.note_at(at, |at| Violation::unknown_value(at, "0", vec!["1", "2", "…"]));
        }
    }

    /// Checks that no text of an act is empty.
    pub(super) fn legal(&mut self, at: &str, legal: &Legal) {
        for (field, text) in [("act", &legal.act), ("issuer", &legal.issuer), ("title", &legal.title)] {
            if text.trim().is_empty() && !self.is_refused(at) {
                self.note_at(&format!("{at}/{field}"), |at| Violation::missing_field(at, field));
            }
        }
    }

    /// Checks that the keys of a map are ASCII names, so that their order is the same in every language, and that each has a text.
    pub(super) fn names(&mut self, field: &str, map: &BTreeMap<String, Remark>) {
        for (name, text) in map {
            let at = pointer(field, name);
            if name.is_empty() || name.len() > 32 || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                self.note_at(&at, |at| Violation::ill_formed_code(at, name.as_str(), Term::NameForm, 32_u64));
            }
            // The reader has already checked a text in two languages.
            if matches!(text, Remark::Plain(text) if text.trim().is_empty()) && !self.is_refused_within(&at) {
                self.note_at(&at, |at| Violation::missing_field(at, name.as_str()));
            }
        }
    }

    /// Checks that the keys of a map have the form of ids, and that each has a text.
    pub(super) fn ids(&mut self, field: &str, map: &BTreeMap<String, Text>) {
        for (id, text) in map {
            let at = pointer(field, id);
            self.id(&at, id);
            self.titled(&at, text);
        }
    }

    /// Checks that a key has a text. A key with null has none.
    fn titled(&mut self, at: &str, text: &Text) {
        if *text == Text::default() && !self.is_refused_within(at) {
            self.note_at(at, |at| Violation::missing_title(at, Term::Vietnamese));
        }
    }

    /// Checks that a basis cites sources of the list, and at least one unless it is assumed. Without a list it checks only the latter.
    pub(super) fn basis(&mut self, at: &str, basis: &Basis, listed: Option<&BTreeMap<String, Remark>>) {
        let needy = (basis.standing != Standing::Assumed).then(|| basis.standing.as_str());
        self.cited(at, &basis.sources, needy, listed);
    }

    /// Checks that the wording of the thing at `owner` cites sources of the list, and at least one unless the author of the file worded it.
    pub(super) fn wording(&mut self, owner: &str, wording: Option<&Wording>, listed: &BTreeMap<String, Remark>) {
        let Some(wording) = wording.filter(|_| !self.is_refused(owner)) else { return };
        let needy = (wording.kind != WordingKind::Ours).then(|| wording.kind.as_str());
        self.cited(&format!("{owner}/wording"), &wording.sources, needy, Some(listed));
    }

    /// Checks that the cited sources are in the list. With `needy`, the word that requires a source, there must be at least one.
    fn cited(&mut self, at: &str, cited: &[String], needy: Option<&'static str>, listed: Option<&BTreeMap<String, Remark>>) {
        let owner_refused = self.is_refused(at) || at.rsplit_once('/').is_some_and(|(owner, _)| self.is_refused(owner));
        let sources = format!("{at}/sources");
        if owner_refused || self.is_refused(&sources) {
            return;
        }
        if let Some(standing) = needy.filter(|_| cited.is_empty()) {
            self.note_at(&sources, |at| Violation::missing_source(at, standing));
        }
        let Some(listed) = listed.filter(|_| !self.is_refused("/sources")) else { return };
        for (n, source) in cited.iter().enumerate().filter(|(_, source)| !listed.contains_key(*source)) {
            let accepted: Vec<&String> = listed.keys().take(ACCEPTED_SHOWN).collect();
            self.note_at(&format!("{sources}/{n}"), |at| Violation::unknown_source(at, source.as_str(), accepted));
        }
    }

    /// Checks that the code of the thing at `owner` is well formed and unique.
    pub(super) fn code(&mut self, owner: &str, code: &str) {
        let at = format!("{owner}/code");
        if self.is_refused(owner) || self.is_refused(&at) {
            return;
        }
        self.formed(&at, code);
        if let Some(first) = self.codes.get(code) {
            let first = first.clone();
            self.note_at(&at, |at| Violation::duplicate_code(at, code, Named::place(&first)));
        } else {
            self.codes.insert(code.to_owned(), self.place(&at));
        }
    }

    /// Checks that a code is well formed.
    pub(super) fn formed(&mut self, at: &str, code: &str) -> bool {
        let is_formed = is_code(code);
        if !is_formed {
            self.note_at(at, |at| Violation::ill_formed_code(at, code, Term::CodeForm, 32_u64));
        }
        is_formed
    }

    pub(super) fn max(&mut self, owner: &str, max: Points) {
        if max == Points::ZERO && !self.is_refused(owner) {
            self.note_at(&format!("{owner}/max"), |at| Violation::points_out_of_range(at, "0", Points::MAX));
        }
    }

    /// Checks that a list has at least one part, and that the maxima of its parts add up to `max`. `told_at` is the pointer for a wrong
    /// sum.
    pub(super) fn sum(&mut self, list: &str, told_at: &str, max: Points, parts: impl ExactSizeIterator<Item = Points>) {
        let owner = list.rsplit_once('/').map_or("", |(owner, _)| owner);
        let refused = [owner, told_at, list].iter().any(|place| self.is_refused(place))
            || (0..parts.len()).any(|n| self.is_refused(&format!("{list}/{n}")) || self.is_refused(&format!("{list}/{n}/max")));
        if refused || !self.not_empty(list, parts.len()) {
            return;
        }
        // A `u64`, so that a sum that is too large cannot pass for the largest number of points.
        let sum = parts.fold(0_u64, |sum, part| sum.saturating_add(u64::from(part.hundredths())));
        if sum != u64::from(max.hundredths()) {
            let found = u32::try_from(sum).ok().and_then(Points::from_hundredths).map_or_else(|| format!("> {}", Points::MAX), |sum| sum.to_string());
            self.note_at(told_at, |at| Violation::sum_mismatch(at, found.as_str(), max));
        }
    }

    /// Checks that the steps of a rule ascend from zero, and that none gives more than the maximum, if that is known.
    pub(super) fn rule(&mut self, at: &str, rule: &Rule, max: Option<Points>) {
        let Rule::Steps { table, .. } = rule else { return };
        let list = format!("{at}/table");
        if self.is_refused(at) || !self.not_empty(&list, table.len()) {
            return;
        }
        let mut previous: Option<Points> = None;
        for (n, Step { at_least, .. }) in table.iter().enumerate() {
            let ascends = previous.map_or(*at_least == Points::ZERO, |previous| previous < *at_least);
            if !ascends && !self.is_refused(&format!("{list}/{n}")) {
                let before = previous.unwrap_or_default();
                self.note_at(&format!("{list}/{n}/at_least"), |at| Violation::steps_order(at, *at_least, before));
            }
            previous = Some(*at_least);
        }
        self.table_within(&list, rule, max);
    }

    /// Checks that no step gives more than the indicator's maximum.
    pub(super) fn table_within(&mut self, list: &str, rule: &Rule, max: Option<Points>) {
        let (Rule::Steps { table, .. }, Some(max)) = (rule, max) else { return };
        for (n, step) in table.iter().enumerate().filter(|(_, step)| step.points > max) {
            let found = step.points.to_string();
            self.note_at(&format!("{list}/{n}/points"), |at| Violation::points_out_of_range(at, found.as_str(), max));
        }
    }

    /// Checks that the thing at `owner` has labels for exactly those facts that its rule uses.
    pub(super) fn facts(&mut self, owner: &str, rule: &Rule, facts: &Facts) {
        let at = format!("{owner}/facts");
        if self.is_refused(owner) || self.is_refused(&at) || self.is_refused_within(&format!("{owner}/rule")) {
            return;
        }
        let taken = rule.facts();
        if taken.is_empty() {
            return self.note_at(&at, |at| Violation::unknown_field(at, "facts", vec!["guidance", "required_evidence", "title"]));
        }
        for (name, label) in facts.labels() {
            let at = format!("{at}/{name}");
            match label {
                None if taken.contains(&name) => self.note_at(&at, |at| Violation::missing_field(at, fact_shape(name))),
                Some(_) if !taken.contains(&name) => {
                    self.note_at(&at, |at| Violation::unknown_field(at, name, taken.to_vec()));
                }
                // A yes-or-no fact has no unit.
                Some(FactLabel { unit: None, .. }) if name != "met" && !self.is_refused(&at) => {
                    self.note_at(&format!("{at}/unit"), |at| Violation::missing_field(at, "unit"));
                }
                _ => {}
            }
        }
    }

    /// Checks that a rule of evidence asks for at least one piece, and that its kinds are words.
    pub(super) fn evidence(&mut self, owner: &str, rule: Option<&EvidenceRule>) {
        let at = format!("{owner}/required_evidence");
        let Some(rule) = rule.filter(|_| !self.is_refused(owner) && !self.is_refused(&at)) else { return };
        self.at_least_one(&format!("{at}/at_least"), rule.at_least);
        for (kind, title) in &rule.kinds {
            let at = pointer(&format!("{at}/kinds"), kind);
            self.formed(&at, kind);
            self.titled(&at, title);
        }
    }
}
