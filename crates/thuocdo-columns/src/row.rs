//! A row as the assessment that it is, for the core to judge.

use std::borrow::Cow;

use thuocdo::cell::Cell;
use thuocdo::json::Value;
use thuocdo::{Count, EvidenceKnown, Fact, Share};

use crate::header::{Columns, FRAMEWORK, Header, Place};
use crate::read::{self, Reader};

/// The assessment of a row. `readers` are those of all columns of the table.
pub(crate) fn assessment<'a>(header: &'a Header, readers: &[Option<Reader<'a>>], row: usize) -> Value<'a> {
    let (mut answers, mut conditions) = (Vec::new(), Vec::new());
    let cell = |index: usize| readers.get(index)?.as_ref()?(row);
    for fact in &header.facts {
        let value = match fact.columns {
            Columns::One(index) => cell(index).map(|cell| fact.takes.value(cell)),
            Columns::Two(part, whole) => {
                let counts = [("part", cell(part)), ("whole", cell(whole))];
                let said: Vec<_> = counts.into_iter().filter_map(|(key, cell)| Some((key.into(), cell?.whole_number()))).collect();
                (!said.is_empty()).then_some(Value::Object(said))
            }
        };
        let list = if matches!(fact.place, Place::Condition(_)) { &mut conditions } else { &mut answers };
        list.extend(value.map(|value| (Cow::Borrowed(fact.code.as_str()), value)));
    }
    let mut all = vec![("answers".into(), Value::Object(answers)), ("conditions".into(), Value::Object(conditions))];
    let named = header.framework.and_then(|index| read::text(readers.get(index)?.as_ref()?, row));
    all.extend(named.map(|named| (FRAMEWORK.into(), Value::Text(named))));
    all.extend(header.requires_evidence.then(|| ("evidence".into(), Value::Text(EvidenceKnown::Unknown.as_str().into()))));
    Value::Object(all)
}

/// The share of two cells, if it is one.
pub(crate) fn share(part: Option<Cell<'_>>, whole: Option<Cell<'_>>) -> Option<Fact> {
    let count = |cell: Option<Cell<'_>>| -> Option<Count> {
        match cell?.whole_number() {
            Value::Number(number) => number.count(),
            _ => None,
        }
    };
    Share::new(count(part)?, count(whole)?).map(Fact::Share)
}
