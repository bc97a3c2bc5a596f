//! The columns `blockers` and `violations`: lists of a few texts for each row.

use std::sync::Arc;

use arrow_array::{ArrayRef, ListArray, StringArray, StringViewArray, StructArray, UInt32Array};
use arrow_buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use arrow_select::take::take;
use thuocdo::{Lang, Violation, Violations};

use crate::options::TextsAs;
use crate::plan::Block;

/// The fields of a blocker.
pub(crate) const BLOCKER: [&str; 3] = ["code", "at", "group"];
/// The fields of a violation.
pub(crate) const VIOLATION: [&str; 3] = ["code", "at", "message"];

/// What the entries of lists can say.
#[derive(Debug)]
pub(crate) struct Texts {
    /// The texts of each way to be blocked, field by field.
    blockers: [ArrayRef; 3],
    kind: TextsAs,
}

impl Texts {
    pub(crate) fn new(blocks: &[Block], kind: TextsAs) -> Texts {
        let texts: [fn(&Block) -> &str; 3] = [|block| block.code.as_str(), |block| &block.at, |block| &block.group];
        Texts { blockers: texts.map(|text| array(blocks.iter().map(text), kind)), kind }
    }

    /// The type of a list of such texts.
    pub(crate) fn list_type(names: [&str; 3], kind: TextsAs) -> DataType {
        DataType::List(Arc::new(item(names, kind)))
    }

    /// The lists of blockers. `listed` says where those of each row begin, and where the last ones end.
    pub(crate) fn blockers(&self, listed: Vec<i32>, blockers: Vec<u32>, nulls: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        i32::try_from(blockers.len()).map_err(|_| too_long())?;
        let blockers = UInt32Array::from(blockers);
        let [codes, places, groups] = self.blockers.each_ref().map(|texts| take(texts, &blockers, None));
        self.list(BLOCKER, listed, [codes?, places?, groups?], nulls)
    }

    /// The lists of violations: empty but for the rows that are refused.
    pub(crate) fn violations(
        &self,
        rows: usize,
        refused: impl Iterator<Item = usize>,
        refusals: &[Violations],
        lang: Lang,
    ) -> Result<ArrayRef, ArrowError> {
        let mut listed = Vec::with_capacity(rows + 1);
        let mut count = 0_i32;
        for (row, violations) in refused.zip(refusals) {
            listed.resize(row + 1, count);
            count = i32::try_from(violations.len()).ok().and_then(|more| count.checked_add(more)).ok_or_else(too_long)?;
        }
        listed.resize(rows + 1, count);
        let all = || refusals.iter().flat_map(Violations::iter);
        let messages: Vec<String> = all().map(|violation| violation.message(lang)).collect();
        let length: usize = messages.iter().map(String::len).chain(all().map(|violation| violation.at().len())).sum();
        i32::try_from(length).map_err(|_| too_long())?;
        let columns = [
            array(all().map(|violation| violation.code().as_str()), self.kind),
            array(all().map(Violation::at), self.kind),
            array(messages.iter().map(String::as_str), self.kind),
        ];
        self.list(VIOLATION, listed, columns, None)
    }

    fn list(&self, names: [&str; 3], listed: Vec<i32>, columns: [ArrayRef; 3], nulls: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        let entries = StructArray::try_new(fields(names, self.kind), columns.into(), None)?;
        let offsets = OffsetBuffer::new(ScalarBuffer::from(listed));
        Ok(Arc::new(ListArray::try_new(Arc::new(item(names, self.kind)), offsets, Arc::new(entries), nulls)?))
    }
}

fn item(names: [&str; 3], kind: TextsAs) -> Field {
    Field::new_list_field(DataType::Struct(fields(names, kind)), true)
}

fn fields(names: [&str; 3], kind: TextsAs) -> Fields {
    let of = match kind {
        TextsAs::Utf8 => DataType::Utf8,
        TextsAs::Views => DataType::Utf8View,
    };
    names.into_iter().map(|name| Field::new(name, of.clone(), true)).collect()
}

fn array<'t>(texts: impl Iterator<Item = &'t str>, kind: TextsAs) -> ArrayRef {
    let texts: Vec<&str> = texts.collect();
    match kind {
        TextsAs::Utf8 => Arc::new(StringArray::from_iter_values(texts)),
        TextsAs::Views => Arc::new(StringViewArray::from_iter_values(texts)),
    }
}

fn too_long() -> ArrowError {
    ArrowError::InvalidArgumentError("the lists of this batch hold more than 2 GiB of text, or 2³¹ entries; cut the table into batches".to_owned())
}
