//! A header with every code, and a row above it that says what each one asks for.

use std::iter;

use anyhow::{Result, anyhow};
use csv::Writer;
use thuocdo::cell::guarded;
use thuocdo::{Framework, Lang};

use super::{help, title};
use crate::columns::Columns;

/// Without it Excel takes UTF-8 for something older.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The form.
pub(crate) fn blank(framework: &Framework, lang: Lang) -> Result<Vec<u8>> {
    let columns = Columns::of_table(framework);
    let mut writer = Writer::from_writer(BYTE_ORDER_MARK.to_vec());
    let titles = columns.iter().enumerate().map(|(nth, column)| {
        let hash = if nth == 0 { "# " } else { "" };
        let hint = column.takes.hint(lang).map(|hint| format!(" [{hint}]")).unwrap_or_default();
        let lines: Vec<String> = iter::once(title(framework, column, lang)).chain(help(framework, column, lang)).collect();
        guarded(&format!("{hash}{}{hint}", lines.join(" · "))).into_owned()
    });
    writer.write_record(titles)?;
    writer.write_record(columns.iter().map(|column| &column.name))?;
    writer.into_inner().map_err(|error| anyhow!("{error}"))
}
