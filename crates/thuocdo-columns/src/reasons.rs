//! Builds the columns `blockers` and `violations`: a list of structs per row, or one text.

use std::sync::Arc;

use arrow_array::builder::StringViewBuilder;
use arrow_array::{ArrayRef, ListArray, StringArray, StringViewArray, StructArray};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use thuocdo::Blocker;
use thuocdo::text::shown;

use crate::block::Refused;
use crate::options::{Options, ReasonsAs, TextsAs};

/// The fields of a blocker.
pub(crate) const BLOCKER: [&str; 3] = ["code", "at", "group"];
/// The fields of a violation.
pub(crate) const VIOLATION: [&str; 4] = ["code", "at", "message", "found"];

/// The texts in the entries of both columns.
#[derive(Debug)]
pub(crate) struct Reasons {
    /// The texts of each possible blocker, field by field.
    blockers: [Vec<String>; 3],
    kind: TextsAs,
    /// Each possible blocker as one text, if the caller wants texts.
    short: Option<Vec<String>>,
}

impl Reasons {
    pub(crate) fn new(blockers: &[Blocker], options: &Options) -> Reasons {
        let texts: [fn(&Blocker) -> &str; 3] = [|blocker| blocker.code.as_str(), |blocker| &blocker.at, |blocker| &blocker.group];
        Reasons {
            blockers: texts.map(|text| blockers.iter().map(|blocker| text(blocker).to_owned()).collect()),
            kind: options.texts,
            short: (options.reasons == ReasonsAs::Text).then(|| blockers.iter().map(ToString::to_string).collect()),
        }
    }

    /// The Arrow type of a column of entries with these fields.
    pub(crate) fn column_type<const N: usize>(names: [&str; N], options: &Options) -> DataType {
        match options.reasons {
            ReasonsAs::Lists => DataType::List(Arc::new(item(names, options.texts))),
            ReasonsAs::Text | ReasonsAs::Nothing => text_type(options.texts),
        }
    }

    /// The column of blockers. `listed` has the offset of each row's first blocker, and the end of the last row.
    pub(crate) fn blockers(&self, listed: Vec<i32>, blockers: &[u32], nulls: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        i32::try_from(blockers.len()).map_err(|_| too_long())?;
        if let Some(short) = &self.short {
            let ends = |row: usize| listed[row].unsigned_abs() as usize..listed[row + 1].unsigned_abs() as usize;
            let of_row = |row: usize| blockers[ends(row)].iter().map(|way| short[*way as usize].as_str()).collect::<Vec<_>>().join(" ");
            let is_judged = |row: &usize| nulls.as_ref().is_none_or(|nulls| nulls.is_valid(*row));
            return Ok(array((0..listed.len() - 1).map(|row| is_judged(&row).then(|| of_row(row))), self.kind));
        }
        let [codes, places, groups] = self.blockers.each_ref().map(|texts| picked(texts, blockers, self.kind));
        self.list(BLOCKER, listed, [codes?, places?, groups?], nulls)
    }

    /// The column of violations. Only a refused row has any.
    pub(crate) fn violations(&self, rows: usize, refused: impl Iterator<Item = usize>, refusals: &[Vec<Refused>]) -> Result<ArrayRef, ArrowError> {
        if self.short.is_some() {
            let of_row = |violations: &Vec<Refused>| {
                let each = violations.iter().map(|violation| format!("{}: {}", shown(&violation.at), violation.message));
                each.collect::<Vec<_>>().join("; ")
            };
            let mut texts = vec![String::new(); rows];
            for (row, violations) in refused.zip(refusals) {
                texts[row] = of_row(violations);
            }
            return Ok(array(texts.into_iter().map(Some), self.kind));
        }
        let mut listed = Vec::with_capacity(rows + 1);
        let mut count = 0_i32;
        for (row, violations) in refused.zip(refusals) {
            listed.resize(row + 1, count);
            count = i32::try_from(violations.len()).ok().and_then(|more| count.checked_add(more)).ok_or_else(too_long)?;
        }
        listed.resize(rows + 1, count);
        let all = || refusals.iter().flatten();
        let length = |violation: &Refused| violation.at.len() + violation.message.len() + violation.found.as_ref().map_or(0, String::len);
        i32::try_from(all().map(length).sum::<usize>()).map_err(|_| too_long())?;
        let columns = [
            array(all().map(|violation| Some(violation.code)), self.kind),
            array(all().map(|violation| Some(&violation.at)), self.kind),
            array(all().map(|violation| Some(&violation.message)), self.kind),
            array(all().map(|violation| violation.found.as_ref()), self.kind),
        ];
        self.list(VIOLATION, listed, columns, None)
    }

    fn list<const N: usize>(
        &self,
        names: [&str; N],
        listed: Vec<i32>,
        columns: [ArrayRef; N],
        nulls: Option<NullBuffer>,
    ) -> Result<ArrayRef, ArrowError> {
        let entries = StructArray::try_new(fields(names, self.kind), columns.into(), None)?;
        let offsets = OffsetBuffer::new(ScalarBuffer::from(listed));
        Ok(Arc::new(ListArray::try_new(Arc::new(item(names, self.kind)), offsets, Arc::new(entries), nulls)?))
    }
}

fn item<const N: usize>(names: [&str; N], kind: TextsAs) -> Field {
    Field::new_list_field(DataType::Struct(fields(names, kind)), true)
}

fn fields<const N: usize>(names: [&str; N], kind: TextsAs) -> Fields {
    names.into_iter().map(|name| Field::new(name, text_type(kind), true)).collect()
}

fn text_type(kind: TextsAs) -> DataType {
    match kind {
        TextsAs::Utf8 => DataType::Utf8,
        TextsAs::Views => DataType::Utf8View,
    }
}

fn array<T: AsRef<str>>(texts: impl Iterator<Item = Option<T>>, kind: TextsAs) -> ArrayRef {
    match kind {
        TextsAs::Utf8 => Arc::new(texts.collect::<StringArray>()),
        TextsAs::Views => Arc::new(texts.collect::<StringViewArray>()),
    }
}

/// Texts by their index. A view of each stands for it, where the caller keeps views: the texts themselves are there once.
fn picked(texts: &[String], picks: &[u32], kind: TextsAs) -> Result<ArrayRef, ArrowError> {
    match kind {
        TextsAs::Utf8 => Ok(Arc::new(StringArray::from_iter_values(picks.iter().map(|pick| &texts[*pick as usize])))),
        TextsAs::Views => {
            let mut made = StringViewBuilder::with_capacity(picks.len());
            let block = made.append_block(Buffer::from(texts.concat().as_bytes()));
            let mut ends = 0;
            let places: Vec<(u32, u32)> = texts
                .iter()
                .map(|text| {
                    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
                    ends += length;
                    (ends - length, length)
                })
                .collect();
            for pick in picks {
                let (start, length) = places[*pick as usize];
                made.try_append_view(block, start, length)?;
            }
            Ok(Arc::new(made.finish()))
        }
    }
}

fn too_long() -> ArrowError {
    ArrowError::InvalidArgumentError("the lists of this batch hold more than 2 GiB of text, or 2³¹ entries; cut the table into batches".to_owned())
}
