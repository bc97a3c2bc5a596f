//! Makes an assessment of the cells of a row.

use std::borrow::Cow;

use thuocdo::EvidenceKnown;
use thuocdo::json::Value;

use crate::cell::Cell;
#[cfg(feature = "csv")]
use crate::cell::{NOTHING, folded};
#[cfg(feature = "csv")]
use crate::fact::FactKind;
use crate::fact::whole_number;
use crate::header::{Columns, Header};
use crate::names::{FRAMEWORK, Names, Place};

/// The assessment of a row of a wide table, for the core to check. `cell` returns the content of a column. `filled_by` is the framework of
/// a row that does not name one.
pub fn assessment<'a>(header: &'a Header, filled_by: Option<&'a str>, cell: impl Fn(usize) -> Option<Cell<'a>>) -> Value<'a> {
    let mut made = Building::default();
    for fact in &header.facts {
        let value = match fact.columns {
            Columns::One(index) => cell(index).map(|cell| fact.kind.value(cell)),
            Columns::Two(part, whole) => {
                let counts = [("part", cell(part)), ("whole", cell(whole))];
                let said: Vec<_> = counts.into_iter().filter_map(|(key, cell)| Some((key.into(), whole_number(cell?)))).collect();
                (!said.is_empty()).then_some(Value::Object(said))
            }
        };
        if let Some(value) = value {
            made.fact(fact.place, &fact.code, value);
        }
    }
    for &(index, at, about) in &header.about {
        if let Some(cell) = cell(index) {
            made.about(at, about.value(cell));
        }
    }
    let named = header.framework.and_then(&cell).map(Cell::value).or_else(|| Some(Value::Text(filled_by?.into())));
    let is_unclear = || header.unclear.iter().any(|index| cell(*index).is_some());
    if let Some(named) = named.or_else(|| is_unclear().then(unnamed)) {
        made.top(FRAMEWORK, named);
    }
    if header.requires_evidence {
        made.without_evidence();
    }
    made.finish()
}

/// The same beside what the row states as results, if the reader looks for them: `{ "assessment": …, "claimed": … }`.
pub fn with_claims<'a>(names: &'a Names, header: &Header, assessment: Value<'a>, cell: impl Fn(usize) -> Option<Cell<'a>>) -> Value<'a> {
    match names.claims() {
        None => assessment,
        Some(claims) => Value::object([("assessment", assessment), ("claimed", claims.value(&header.claims, cell))]),
    }
}

/// A placeholder for the missing framework id of a row that needs one. The core refuses it with its pointer.
pub(crate) fn unnamed<'a>() -> Value<'a> {
    Value::List(Vec::new())
}

/// An assessment during construction.
#[derive(Debug, Default)]
pub(crate) struct Building<'a> {
    top: Entries<'a>,
    institution: Entries<'a>,
    conditions: Entries<'a>,
    answers: Entries<'a>,
}

type Entries<'a> = Vec<(Cow<'a, str>, Value<'a>)>;

impl<'a> Building<'a> {
    /// Sets who is assessed, when or by whom.
    pub(crate) fn about(&mut self, at: &'a str, value: Value<'a>) {
        match at.rsplit_once('/') {
            Some(("/institution", key)) => self.institution.push((Cow::Borrowed(key), value)),
            Some((_, key)) => self.top(key, value),
            None => {}
        }
    }

    /// Notes that the source has no place for evidence.
    pub(crate) fn without_evidence(&mut self) {
        self.top("evidence", Value::Text(EvidenceKnown::Unknown.as_str().into()));
    }

    pub(crate) fn top(&mut self, key: &'a str, value: Value<'a>) {
        self.top.push((Cow::Borrowed(key), value));
    }

    pub(crate) fn fact(&mut self, place: Place, code: &'a str, value: Value<'a>) {
        let list = if matches!(place, Place::Condition(_)) { &mut self.conditions } else { &mut self.answers };
        list.push((Cow::Borrowed(code), value));
    }

    pub(crate) fn finish(self) -> Value<'a> {
        let Building { mut top, institution, conditions, answers } = self;
        if !institution.is_empty() {
            top.push((Cow::Borrowed("institution"), Value::Object(institution)));
        }
        top.push((Cow::Borrowed("conditions"), Value::Object(conditions)));
        top.push((Cow::Borrowed("answers"), Value::Object(answers)));
        Value::Object(top)
    }
}

#[cfg(feature = "csv")]
/// The fact alone if nothing accompanies it, else an object with the fact; `None` if nothing is said at all.
pub(crate) fn answer<'a>(fact: Option<Value<'a>>, kind: FactKind, note: Option<&'a str>, evidence: Option<&str>) -> Option<Value<'a>> {
    let key = if kind == FactKind::Met { "met" } else { "points" };
    let pieces: Vec<Value<'a>> = evidence.into_iter().flat_map(str::lines).map(str::trim).filter(|line| !says_none(line)).map(piece).collect();
    if note.is_none() && pieces.is_empty() {
        return fact;
    }
    let mut entries = match fact {
        None => Vec::new(),
        // A share or a count is already an object. A value that is no fact stays in the place of the fact.
        Some(Value::Object(entries)) if entries.iter().any(|(key, _)| matches!(&**key, "part" | "whole" | "count")) => entries,
        Some(fact) => vec![(Cow::Borrowed(key), fact)],
    };
    if let Some(note) = note {
        entries.push((Cow::Borrowed("note"), Value::Text(note.into())));
    }
    if !pieces.is_empty() {
        entries.push((Cow::Borrowed("evidence"), Value::List(pieces)));
    }
    Some(Value::Object(entries))
}

/// Whether a line of evidence is blank, or says that there is none: `chưa có`, `-`, `N/A`.
#[cfg(feature = "csv")]
fn says_none(line: &str) -> bool {
    const NONE: [&str; 9] = ["", "chưa", "chưa có", "chua co", "không", "ko", "ko có", "no", "none"];
    let line = folded(line);
    let bare = line.trim_end_matches(['.', '!']).trim_end_matches(" minh chứng");
    NONE.contains(&bare) || NOTHING.contains(&bare) || bare.chars().all(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '…' | '/' | '?'))
}

#[cfg(feature = "csv")]
/// One line of evidence. A link in it becomes its `uri`.
fn piece(line: &str) -> Value<'static> {
    let address = line.split_whitespace().find(|word| word.starts_with("https://") || word.starts_with("http://"));
    let title = Value::Text(Cow::Owned(line.to_owned()));
    match address {
        None => Value::object([("title", title)]),
        Some(address) => Value::object([("title", title), ("uri", Value::Text(Cow::Owned(address.to_owned())))]),
    }
}

#[cfg(all(test, feature = "csv"))]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn a_word_for_nothing_is_no_evidence() {
        let points = || Some(Value::Text("5.25".into()));
        let of = |evidence| answer(points(), FactKind::Met, None, Some(evidence));
        let decomposed: String = "Chưa có".nfd().collect();
        for nothing in ["chưa có", "Chưa có.", decomposed.as_str(), "không", "Không có minh chứng", "KO CÓ", "-", "--", "–", "N/A", "…", "?", " \n- "]
        {
            assert_eq!(of(nothing), points(), "{nothing}");
        }
        assert_eq!(answer(None, FactKind::Met, None, Some("chưa có")), None);
        for paper in ["QĐ 15/QĐ-THCS", "Không gian số: kế hoạch số 3", "Chưa có dấu: KH-12", "1", "có"] {
            let Some(Value::Object(entries)) = of(paper) else { panic!("{paper}") };
            assert!(entries.iter().any(|(key, _)| key == "evidence"), "{paper}");
        }
        // A line that says nothing does not count beside one that says something.
        let Some(Value::Object(entries)) = of("KH-12\n-\nQĐ-3") else { panic!("an object") };
        assert!(matches!(&entries[1].1, Value::List(pieces) if pieces.len() == 2));
    }
}
