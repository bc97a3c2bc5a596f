//! Writes a scorecard as canonical JSON.
//!
//! All bindings and programs write cards with this file. `Serialize` makes the same output for serde formats; the tests compare both, byte
//! for byte.

use super::{Blocker, ConditionResult, CriterionScore, FrameworkMark, GroupScore, IndicatorScore, Institution, Scorecard};
use crate::points::{Points, write_digits};
use crate::range::{Level, Range};

/// Estimated size of a card: bytes per indicator, and bytes for the rest.
const INDICATOR: usize = 96;
const BESIDES: usize = 1024;

impl Scorecard {
    /// The canonical JSON without the `digest` key.
    pub(super) fn body(&self) -> String {
        let mut out = Out(String::with_capacity(self.indicators().count().saturating_mul(INDICATOR).saturating_add(BESIDES)));
        out.framework(&self.framework);
        out.raw(",\"groups\":");
        out.list(&self.groups, Out::group);
        out.raw(",\"institution\":");
        out.or_null(self.institution.as_ref(), Out::institution);
        out.raw(",\"overall\":{\"level\":");
        out.levels(self.overall.level);
        out.raw(",\"rule\":");
        out.word(self.overall.rule.as_str());
        out.raw("},\"period\":");
        out.or_null(self.period.as_deref(), Out::text);
        out.raw(",\"recognition\":{\"blockers\":");
        out.list(&self.recognition.blockers, Out::blocker);
        out.raw(",\"eligible\":");
        out.raw(if self.recognition.eligible { "true" } else { "false" });
        out.raw("},\"stream\":");
        out.or_null(self.stream.map(super::Stream::as_str), Out::word);
        out.raw("}");
        out.0
    }
}

struct Out(String);

impl Out {
    fn raw(&mut self, json: &str) {
        self.0.push_str(json);
    }

    /// Appends a word of the project; it needs no escapes.
    fn word(&mut self, word: &str) {
        self.raw("\"");
        self.raw(word);
        self.raw("\"");
    }

    /// Appends any text, with escapes.
    fn text(&mut self, text: &str) {
        let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
        if text.bytes().all(is_plain) {
            self.word(text);
        } else {
            self.raw(&crate::canonical(&text));
        }
    }

    fn number(&mut self, number: u32) {
        write_digits(&mut self.0, number);
    }

    fn points(&mut self, points: Points) {
        points.write(&mut self.0);
    }

    fn or_null<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Out, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.raw("null"),
        }
    }

    fn list<'t, T>(&mut self, items: &'t [T], write: impl Fn(&mut Out, &'t T)) {
        self.raw("[");
        for (n, item) in items.iter().enumerate() {
            if n > 0 {
                self.raw(",");
            }
            write(self, item);
        }
        self.raw("]");
    }

    fn range<T>(&mut self, range: Range<T>, write: impl Fn(&mut Out, T)) {
        self.raw("{\"high\":");
        write(self, range.high);
        self.raw(",\"low\":");
        write(self, range.low);
        self.raw("}");
    }

    fn levels(&mut self, levels: Range<Level>) {
        self.range(levels, |out, level| out.number(level.get().into()));
    }

    fn framework(&mut self, mark: &FrameworkMark) {
        let basis = &mark.basis;
        self.raw("{\"framework\":{\"basis\":{\"assumed\":");
        self.number(basis.assumed);
        self.raw(",\"corroborated\":");
        self.number(basis.corroborated);
        self.raw(",\"derived\":");
        self.number(basis.derived);
        self.raw(",\"single\":");
        self.number(basis.single);
        self.raw(",\"text\":");
        self.number(basis.text);
        self.raw(",\"unlocated\":");
        self.number(basis.unlocated);
        self.raw("},\"digest\":");
        self.text(&mark.digest);
        self.raw(",\"id\":");
        self.text(&mark.id);
        self.raw(",\"revision\":");
        self.number(mark.revision);
        self.raw("}");
    }

    fn group(&mut self, group: &GroupScore) {
        self.raw("{\"code\":");
        self.text(&group.code);
        self.raw(",\"conditions\":");
        self.list(&group.conditions, Out::condition);
        self.raw(",\"criteria\":");
        self.list(&group.criteria, Out::criterion);
        self.raw(",\"level\":");
        self.levels(group.level);
        self.raw(",\"max\":");
        self.points(group.max);
        self.raw(",\"score\":");
        self.range(group.score, Out::points);
        self.raw("}");
    }

    fn condition(&mut self, condition: &ConditionResult) {
        self.raw("{\"code\":");
        self.text(&condition.code);
        self.raw(",\"state\":");
        self.word(condition.state.as_str());
        self.raw("}");
    }

    fn criterion(&mut self, criterion: &CriterionScore) {
        self.raw("{\"code\":");
        self.text(&criterion.code);
        self.raw(",\"indicators\":");
        self.list(&criterion.indicators, Out::indicator);
        self.raw(",\"level\":");
        self.or_null(criterion.level, Out::levels);
        self.raw(",\"max\":");
        self.points(criterion.max);
        self.raw(",\"score\":");
        self.range(criterion.score, Out::points);
        self.raw("}");
    }

    fn indicator(&mut self, indicator: &IndicatorScore) {
        self.raw("{\"code\":");
        self.text(&indicator.code);
        self.raw(",\"max\":");
        self.points(indicator.max);
        self.raw(",\"score\":");
        self.range(indicator.score, Out::points);
        self.raw(",\"state\":");
        self.word(indicator.state.as_str());
        self.raw("}");
    }

    fn institution(&mut self, institution: &Institution) {
        self.raw("{\"code\":");
        self.or_null(institution.code.as_deref(), Out::text);
        self.raw(",\"name\":");
        self.or_null(institution.name.as_deref(), Out::text);
        self.raw(",\"type\":");
        self.or_null(institution.kind.map(super::InstitutionType::as_str), Out::word);
        self.raw("}");
    }

    fn blocker(&mut self, blocker: &Blocker) {
        self.raw("{\"at\":");
        self.text(&blocker.at);
        self.raw(",\"code\":");
        self.word(blocker.code.as_str());
        self.raw(",\"group\":");
        self.text(&blocker.group);
        self.raw("}");
    }
}
