//! The columns `blockers` and `violations`: lists of a few texts for each row.

use std::sync::Arc;

use arrow_array::{ArrayRef, ListArray, StringArray, StructArray};
use arrow_buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use thuocdo::{Lang, Violation, Violations};

use crate::plan::Block;

/// The fields of a blocker.
pub(crate) const BLOCKER: [&str; 3] = ["code", "at", "group"];
/// The fields of a violation.
pub(crate) const VIOLATION: [&str; 3] = ["code", "at", "message"];

/// The type of a list of such texts.
pub(crate) fn list_of(names: [&str; 3]) -> DataType {
    DataType::List(Arc::new(item(names)))
}

fn item(names: [&str; 3]) -> Field {
    Field::new_list_field(DataType::Struct(fields(names)), true)
}

fn fields(names: [&str; 3]) -> Fields {
    names.into_iter().map(|name| Field::new(name, DataType::Utf8, true)).collect()
}

/// The lists of blockers. `listed` says how many entries the rows up to each have together.
pub(crate) fn blockers(blocks: &[Block], listed: Vec<i32>, blockers: &[u16], nulls: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
    let texts = |text: fn(&Block) -> &str| spread(blockers, &blocks.iter().map(text).collect::<Vec<_>>());
    let columns = [texts(|block| block.code.as_str())?, texts(|block| &block.at)?, texts(|block| &block.group)?];
    list(BLOCKER, listed, columns, nulls)
}

/// The longest text of a blocker: that of a code of a framework.
const LONGEST: usize = 32;

/// The text of each of many entries, of which there are only a few kinds: each is copied in one piece of fixed size, and overwritten from
/// where it ends.
fn spread(kinds: &[u16], texts: &[&str]) -> Result<ArrayRef, ArrowError> {
    let text = |text: &&str| {
        let mut bytes = [0; LONGEST];
        let length = text.len().min(LONGEST);
        bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
        (bytes, length)
    };
    let texts: Vec<([u8; LONGEST], usize)> = texts.iter().map(text).collect();
    let all: usize = kinds.iter().map(|kind| texts[usize::from(*kind)].1).sum();
    i32::try_from(all).map_err(|_| too_long())?;
    let mut bytes = vec![0; all + LONGEST];
    let mut offsets = Vec::with_capacity(kinds.len() + 1);
    let mut end = 0;
    offsets.push(0);
    for kind in kinds {
        let (text, length) = &texts[usize::from(*kind)];
        bytes[end..end + LONGEST].copy_from_slice(text);
        end += length;
        offsets.push(i32::try_from(end).unwrap_or(i32::MAX));
    }
    bytes.truncate(all);
    Ok(Arc::new(StringArray::try_new(OffsetBuffer::new(ScalarBuffer::from(offsets)), bytes.into(), None)?))
}

/// The lists of violations: empty but for the rows that are refused.
pub(crate) fn violations(rows: usize, refused: impl Iterator<Item = usize>, refusals: &[Violations], lang: Lang) -> Result<ArrayRef, ArrowError> {
    let mut listed = Vec::with_capacity(rows);
    let mut count = 0_i32;
    for (row, violations) in refused.zip(refusals) {
        listed.resize(row, count);
        count = i32::try_from(violations.len()).ok().and_then(|more| count.checked_add(more)).ok_or(too_long())?;
        listed.push(count);
    }
    listed.resize(rows, count);
    let all = || refusals.iter().flat_map(Violations::iter);
    let messages: Vec<String> = all().map(|violation| violation.message(lang)).collect();
    let columns = [
        strings(all().map(|violation| violation.code().as_str()), messages.len())?,
        strings(all().map(Violation::at), messages.len())?,
        strings(messages.iter().map(String::as_str), messages.len())?,
    ];
    list(VIOLATION, listed, columns, None)
}

fn list(names: [&str; 3], listed: Vec<i32>, columns: [ArrayRef; 3], nulls: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
    let entries = StructArray::try_new(fields(names), columns.into(), None)?;
    let mut offsets = listed;
    offsets.insert(0, 0);
    let list = ListArray::try_new(Arc::new(item(names)), OffsetBuffer::new(ScalarBuffer::from(offsets)), Arc::new(entries), nulls)?;
    Ok(Arc::new(list))
}

fn strings<'t>(texts: impl Iterator<Item = &'t str>, count: usize) -> Result<ArrayRef, ArrowError> {
    let mut bytes = Vec::new();
    let mut offsets = Vec::with_capacity(count + 1);
    offsets.push(0);
    for text in texts {
        bytes.extend_from_slice(text.as_bytes());
        offsets.push(i32::try_from(bytes.len()).map_err(|_| too_long())?);
    }
    Ok(Arc::new(StringArray::try_new(OffsetBuffer::new(ScalarBuffer::from(offsets)), bytes.into(), None)?))
}

fn too_long() -> ArrowError {
    ArrowError::InvalidArgumentError("the lists of this batch hold more than 2 GiB of text; cut the table into batches".to_owned())
}
