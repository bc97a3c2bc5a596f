//! The text of a scorecard, of which most is the same on every card of a framework.
//!
//! [`Scorecard::to_json`] says what the text is. Here the text of a blank card is cut once at everything that differs from card to card, and
//! a card's own values are put between the pieces. The tests compare both, byte for byte.

use std::slice;

use serde::de::IgnoredAny;

use crate::canonical::{canonical, with_digest};
use crate::points::{Points, write_digits};
use crate::range::{Level, Range};
use crate::scorecard::Scorecard;

/// The keys whose values differ from card to card. Nothing else in the text of a card looks like one: it holds codes, ids, digests and
/// numbers besides.
const CUTS: [&str; 7] = [r#""institution":"#, r#""level":"#, r#""period":"#, r#""recognition":"#, r#""score":"#, r#""state":"#, r#""stream":"#];

/// The pieces between the values, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Template {
    pieces: Vec<Box<str>>,
    /// How many bytes a card takes that says nothing long.
    room: usize,
}

impl Template {
    /// Cuts the text of a blank card.
    pub(super) fn of(blank: &Scorecard) -> Template {
        let body = blank.body();
        let mut rest = body.as_str();
        let mut pieces = Vec::new();
        while let Some(end) = CUTS.iter().filter_map(|key| rest.find(key).map(|at| at.saturating_add(key.len()))).min() {
            let (piece, value) = rest.split_at(end);
            pieces.push(piece.into());
            let mut values = serde_json::Deserializer::from_str(value).into_iter::<IgnoredAny>();
            values.next();
            rest = value.get(values.byte_offset()..).unwrap_or_default();
        }
        pieces.push(rest.into());
        Template { pieces, room: body.len().saturating_mul(2) }
    }

    /// The canonical JSON of a card of the same framework, its digest included.
    pub(super) fn write(&self, card: &Scorecard) -> String {
        let mut writer = Writer { out: String::with_capacity(self.room), pieces: self.pieces.iter() };
        writer.card(card);
        with_digest(writer.out)
    }
}

struct Writer<'t> {
    out: String,
    pieces: slice::Iter<'t, Box<str>>,
}

impl Writer<'_> {
    /// Every value, in the order of the text.
    fn card(&mut self, card: &Scorecard) {
        for group in &card.groups {
            for condition in &group.conditions {
                self.word(condition.state.as_str());
            }
            for criterion in &group.criteria {
                for indicator in &criterion.indicators {
                    self.range(indicator.score, Points::write);
                    self.word(indicator.state.as_str());
                }
                match criterion.level {
                    Some(of) => self.range(of, level),
                    None => self.value("null"),
                }
                self.range(criterion.score, Points::write);
            }
            self.range(group.level, level);
            self.range(group.score, Points::write);
        }
        self.value(&canonical(&card.institution));
        self.range(card.overall.level, level);
        self.value(&canonical(&card.period));
        self.recognition(card);
        self.value(&canonical(&card.stream));
        self.value("");
    }

    /// Goes on to the next value.
    fn next(&mut self) -> &mut String {
        if let Some(piece) = self.pieces.next() {
            self.out.push_str(piece);
        }
        &mut self.out
    }

    fn value(&mut self, json: &str) {
        self.next().push_str(json);
    }

    fn word(&mut self, word: &str) {
        push(self.next(), &["\"", word, "\""]);
    }

    fn range<T: Copy>(&mut self, range: Range<T>, end: impl Fn(T, &mut String)) {
        let out = self.next();
        out.push_str("{\"high\":");
        end(range.high, out);
        out.push_str(",\"low\":");
        end(range.low, out);
        out.push('}');
    }

    fn recognition(&mut self, card: &Scorecard) {
        let out = self.next();
        out.push_str("{\"blockers\":[");
        for (n, blocker) in card.recognition.blockers.iter().enumerate() {
            let comma = if n > 0 { "," } else { "" };
            push(out, &[comma, "{\"at\":\"", &blocker.at, "\",\"code\":\"", blocker.code.as_str(), "\",\"group\":\"", &blocker.group, "\"}"]);
        }
        push(out, &["],\"eligible\":", if card.recognition.eligible { "true" } else { "false" }, "}"]);
    }
}

fn push(out: &mut String, parts: &[&str]) {
    out.extend(parts.iter().copied());
}

fn level(level: Level, out: &mut String) {
    write_digits(out, level.get().into());
}
