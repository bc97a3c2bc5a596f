//! A blank CSV: a header with every code. For people a row of questions stands above it.

use std::iter;

use csv::WriterBuilder;
use thuocdo::{Framework, Lang};

use super::{FormColumn, columns, help, hint, title};
use crate::advice::Takes;
use crate::guard::guarded;

/// Without the mark Excel reads UTF-8 as an older encoding.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A blank table for people with one row per assessment: UTF-8 with a byte order mark, a row of remarks, a header with names in their
/// language. In Vietnamese the delimiter is a semicolon, because the comma is the decimal sign.
pub fn blank(framework: &Framework, lang: Lang) -> Vec<u8> {
    let columns = columns(framework);
    let mark = match lang {
        Lang::Vi => b';',
        Lang::En => b',',
    };
    let remarks = columns.iter().enumerate().map(|(nth, column)| {
        let hash = if nth == 0 { "# " } else { "" };
        let hint = hint(column.takes, framework, lang).map(|hint| format!(" [{hint}]")).unwrap_or_default();
        let lines: Vec<String> = iter::once(title(framework, column, lang)).chain(help(framework, column, lang)).collect();
        guarded(&format!("{hash}{}{hint}", lines.join(" · "))).into_owned()
    });
    let names = columns.iter().map(|column| match column.takes {
        Takes::About(_) | Takes::Framework => title(framework, column, lang),
        Takes::Fact(_) | Takes::Half => column.name.clone(),
    });
    table(BYTE_ORDER_MARK, mark, &[remarks.collect(), names.collect()])
}

/// A blank table for programs: a header with the names of the fields, and commas.
pub fn blank_plain(framework: &Framework) -> Vec<u8> {
    let names = columns(framework).into_iter().map(|FormColumn { name, .. }| name);
    table(b"", b',', &[names.collect()])
}

fn table(start: &[u8], mark: u8, rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = WriterBuilder::new().delimiter(mark).from_writer(start.to_vec());
    // Writing to memory cannot fail.
    let written = rows.iter().try_for_each(|row| writer.write_record(row));
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}
