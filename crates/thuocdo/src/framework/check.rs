//! When a framework file contradicts itself.

use std::collections::{BTreeMap, BTreeSet};

use super::bands::Bands;
use super::basis::{Basis, Standing};
use super::model::{Code, Framework, Indicator};
use super::rules::{Rule, Step};
use super::{ACCEPTED_SHOWN, MAX_GROUPS};
use crate::json::push_key;
use crate::points::Points;
use crate::text::Phrase;
use crate::violation::{Violation, ViolationCode, Violations};

/// Notes every contradiction of `framework`. What `violations` already says to be refused is not judged again: its stand-in
/// would only give violations that vanish once the first is mended.
pub(crate) fn check(framework: &Framework, violations: &mut Violations) {
    let refused = violations.iter().map(|violation| violation.at().to_owned()).collect();
    if violations.iter().any(|violation| violation.at().is_empty()) {
        return;
    }
    Check { framework, violations, refused, codes: BTreeMap::new() }.framework();
}

struct Check<'a> {
    framework: &'a Framework,
    violations: &'a mut Violations,
    /// Where something is already wrong.
    refused: BTreeSet<String>,
    /// Where each code was first used.
    codes: BTreeMap<&'a str, String>,
}

impl<'a> Check<'a> {
    fn framework(&mut self) {
        let framework = self.framework;
        if framework.format != 1 {
            self.note_at("/format", ViolationCode::UnknownValue, |v| {
                v.with("found", framework.format.to_string().as_str()).with("accepted", vec!["1"])
            });
        }
        if framework.revision == 0 {
            self.note_at("/revision", ViolationCode::UnknownValue, |v| v.with("found", "0").with("accepted", vec!["1", "2", "…"]));
        }
        self.id();
        for (field, text) in [("act", &framework.legal.act), ("issuer", &framework.legal.issuer), ("title", &framework.legal.title)] {
            if text.trim().is_empty() && !self.is_refused("/legal") {
                self.note_at(&format!("/legal/{field}"), ViolationCode::MissingField, |v| v.with("field", field));
            }
        }
        for (field, map) in [("/sources", Some(&framework.sources)), ("/procedure/roles", framework.procedure.as_ref().map(|p| &p.roles))] {
            self.names(field, map);
        }
        self.levels();
        self.basis("/award/basis", &framework.award.basis);
        self.rule("/award/rule", &framework.award.rule, None);
        self.basis("/overall/basis", &framework.overall.basis);
        self.basis("/conditions_effect/basis", &framework.conditions_effect.basis);
        self.basis("/not_applicable/basis", &framework.not_applicable.basis);
        if framework.not_applicable.allowed {
            self.note_at("/not_applicable/allowed", ViolationCode::UnknownValue, |v| v.with("found", "true").with("accepted", vec!["false"]));
        }
        self.groups();
        for (n, step) in framework.procedure.iter().flat_map(|procedure| &procedure.steps).enumerate() {
            let at = format!("/procedure/steps/{n}");
            self.basis(&format!("{at}/basis"), &step.basis);
            self.deadline(&format!("{at}/deadline"), &step.deadline);
        }
    }

    fn groups(&mut self) {
        let framework = self.framework;
        self.not_empty("/groups", framework.groups.len());
        if framework.groups.len() > MAX_GROUPS {
            self.note_at("/groups", ViolationCode::TooManyGroups, |v| v.with("found", framework.groups.len()).with("max", MAX_GROUPS));
        }
        for (g, group) in framework.groups.iter().enumerate() {
            let at = format!("/groups/{g}");
            self.code(&at, &group.code);
            self.basis(&format!("{at}/basis"), &group.basis);
            self.max(&at, group.max);
            self.bands(&at, &group.bands, group.max);
            for (c, condition) in group.conditions.iter().enumerate() {
                let at = format!("{at}/conditions/{c}");
                self.code(&at, &condition.code);
                self.basis(&format!("{at}/basis"), &condition.basis);
            }
            self.sum(&at, group.max, "criteria", group.criteria.iter().map(|criterion| criterion.max));
            for (c, criterion) in group.criteria.iter().enumerate() {
                let at = format!("{at}/criteria/{c}");
                self.code(&at, &criterion.code);
                self.basis(&format!("{at}/basis"), &criterion.basis);
                self.max(&at, criterion.max);
                if let Some(bands) = &criterion.bands {
                    self.bands(&at, bands, criterion.max);
                }
                if let Some(evidence) = &criterion.evidence {
                    self.basis(&format!("{at}/evidence/basis"), &evidence.basis);
                }
                self.sum(&at, criterion.max, "indicators", criterion.indicators.iter().map(|indicator| indicator.max));
                for (i, indicator) in criterion.indicators.iter().enumerate() {
                    self.indicator(&format!("{at}/indicators/{i}"), indicator);
                }
            }
        }
    }

    fn indicator(&mut self, at: &str, indicator: &'a Indicator) {
        self.code(at, &indicator.code);
        self.basis(&format!("{at}/basis"), &indicator.basis);
        self.max(at, indicator.max);
        let max = (!self.is_refused(&format!("{at}/max"))).then_some(indicator.max);
        match &indicator.rule {
            Some(rule) => self.rule(&format!("{at}/rule"), rule, max),
            None => self.table_within("/award/rule/table", &self.framework.award.rule, max),
        }
    }

    fn is_refused(&self, at: &str) -> bool {
        self.refused.contains(at)
    }

    /// Notes a violation, unless the place is refused already.
    fn note_at(&mut self, at: &str, code: ViolationCode, params: impl FnOnce(Violation) -> Violation) {
        if !self.is_refused(at) {
            self.violations.push(params(Violation::new(code, at.to_owned())));
        }
    }

    fn not_empty(&mut self, at: &str, len: usize) -> bool {
        if len == 0 {
            self.note_at(at, ViolationCode::EmptyList, |v| v);
        }
        len > 0
    }

    fn id(&mut self) {
        let id = &self.framework.id;
        let formed = id.len() <= 64 && id.split('-').all(|part| !part.is_empty() && part.bytes().all(is_code_byte));
        if !formed {
            self.note_at("/id", ViolationCode::IllFormedCode, |v| v.with("found", id.as_str()).with("expected", Phrase::IdForm).with("max", 64_u64));
        }
    }

    /// The keys of a map are names in ASCII, so that their order is the same in every language; none lacks its text.
    fn names(&mut self, field: &str, map: Option<&BTreeMap<String, String>>) {
        for (name, text) in map.into_iter().flatten() {
            let mut at = field.to_owned();
            push_key(&mut at, name);
            if name.is_empty() || name.len() > 32 || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                self.note_at(&at, ViolationCode::IllFormedCode, |v| {
                    v.with("found", name.as_str()).with("expected", Phrase::NameForm).with("max", 32_u64)
                });
            }
            if text.trim().is_empty() {
                self.note_at(&at, ViolationCode::MissingField, |v| v.with("field", name.as_str()));
            }
        }
    }

    fn levels(&mut self) {
        let levels = &self.framework.levels;
        self.not_empty("/levels", levels.len());
        for (n, (meaning, expected)) in levels.iter().zip(1_u32..).enumerate() {
            if u32::from(meaning.level.get()) != expected && !self.is_refused(&format!("/levels/{n}")) {
                self.note_at(&format!("/levels/{n}/level"), ViolationCode::UnknownValue, |v| {
                    v.with("found", meaning.level.to_string().as_str()).with("accepted", vec![expected.to_string()])
                });
            }
        }
    }

    fn basis(&mut self, at: &str, basis: &Basis) {
        let owner_refused = self.is_refused(at) || at.rsplit_once('/').is_some_and(|(owner, _)| self.is_refused(owner));
        let sources = format!("{at}/sources");
        if owner_refused || self.is_refused(&sources) {
            return;
        }
        if basis.sources.is_empty() && basis.standing != Standing::Assumed {
            let standing = basis.standing.as_str();
            self.note_at(&sources, ViolationCode::MissingSource, |v| v.with("standing", standing));
        }
        for (n, source) in basis.sources.iter().enumerate() {
            if !self.framework.sources.contains_key(source) && !self.is_refused("/sources") {
                let accepted: Vec<&String> = self.framework.sources.keys().take(ACCEPTED_SHOWN).collect();
                self.note_at(&format!("{sources}/{n}"), ViolationCode::UnknownSource, |v| {
                    v.with("found", source.as_str()).with("accepted", accepted)
                });
            }
        }
    }

    fn code(&mut self, owner: &str, code: &'a Code) {
        let at = format!("{owner}/code");
        if self.is_refused(owner) || self.is_refused(&at) {
            return;
        }
        let formed = code.len() <= 32 && code.split('.').all(|part| !part.is_empty() && part.bytes().all(is_code_byte));
        if !formed {
            self.note_at(&at, ViolationCode::IllFormedCode, |v| v.with("found", &**code).with("expected", Phrase::CodeForm).with("max", 32_u64));
        }
        if let Some(first) = self.codes.get(&**code) {
            let first = first.clone();
            self.note_at(&at, ViolationCode::DuplicateCode, |v| v.with("code", &**code).with("first", first.as_str()));
        } else {
            self.codes.insert(code, at);
        }
    }

    fn max(&mut self, owner: &str, max: Points) {
        if max == Points::ZERO && !self.is_refused(owner) {
            self.note_at(&format!("{owner}/max"), ViolationCode::PointsOutOfRange, |v| v.with("found", "0").with("max", Points::MAX));
        }
    }

    /// The maxima of the parts add up to that of the whole, and there is at least one part.
    fn sum(&mut self, at: &str, max: Points, field: &str, parts: impl ExactSizeIterator<Item = Points>) {
        let list = format!("{at}/{field}");
        let refused = [at.to_owned(), format!("{at}/max"), list.clone()].iter().any(|place| self.is_refused(place))
            || (0..parts.len()).any(|n| self.is_refused(&format!("{list}/{n}")) || self.is_refused(&format!("{list}/{n}/max")));
        if refused || !self.not_empty(&list, parts.len()) {
            return;
        }
        // Wider than points, so that too large a sum does not pass for the largest.
        let sum = parts.fold(0_u64, |sum, part| sum.saturating_add(u64::from(part.hundredths())));
        if sum != u64::from(max.hundredths()) {
            let found = u32::try_from(sum).ok().and_then(Points::from_hundredths).map_or_else(|| format!("> {}", Points::MAX), |sum| sum.to_string());
            self.note_at(&format!("{at}/max"), ViolationCode::SumMismatch, |v| v.with("found", found.as_str()).with("max", max));
        }
    }

    fn bands(&mut self, owner: &str, bands: &Bands, max: Points) {
        let at = format!("{owner}/bands");
        self.basis(&format!("{at}/basis"), &bands.basis);
        let list = format!("{at}/bands");
        let inside = format!("{list}/");
        let refused = [owner.to_owned(), format!("{owner}/max"), at, list.clone()].iter().any(|place| self.is_refused(place))
            || self.refused.range(inside.clone()..).next().is_some_and(|place| place.starts_with(&inside));
        if refused || !self.not_empty(&list, bands.bands.len()) {
            return;
        }
        bands.check(max, &list, |violation| self.violations.push(violation));
        for (n, band) in bands.bands.iter().enumerate() {
            if self.framework.level(band.level).is_none() && !self.is_refused("/levels") {
                self.note_at(&format!("{list}/{n}/level"), ViolationCode::UnknownLevel, |v| v.with("level", u64::from(band.level.get())));
            }
        }
    }

    fn rule(&mut self, at: &str, rule: &Rule, max: Option<Points>) {
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
                self.note_at(&format!("{list}/{n}/at_least"), ViolationCode::StepsOrder, |v| v.with("found", *at_least).with("previous", before));
            }
            previous = Some(*at_least);
        }
        self.table_within(&list, rule, max);
    }

    /// No step gives more than the maximum of the indicator it serves.
    fn table_within(&mut self, list: &str, rule: &Rule, max: Option<Points>) {
        let (Rule::Steps { table, .. }, Some(max)) = (rule, max) else { return };
        for (n, step) in table.iter().enumerate().filter(|(_, step)| step.points > max) {
            let found = step.points.to_string();
            self.note_at(&format!("{list}/{n}/points"), ViolationCode::PointsOutOfRange, |v| v.with("found", found.as_str()).with("max", max));
        }
    }

    fn deadline(&mut self, at: &str, deadline: &str) {
        // A day of every year is a day of a leap year.
        let date = if deadline.len() == 5 { format!("2024-{deadline}") } else { deadline.to_owned() };
        if date.parse::<super::Date>().is_err() {
            self.note_at(at, ViolationCode::InvalidDate, |v| v.with("found", deadline).with("expected", Phrase::DeadlineForm));
        }
    }
}

fn is_code_byte(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_lowercase()
}
