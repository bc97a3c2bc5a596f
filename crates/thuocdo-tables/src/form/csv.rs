//! A blank CSV: a header with every code, and a row of questions above it.

use std::iter;

use thuocdo::{Framework, Lang};

use super::{columns, help, hint, title};
use crate::guard::guarded;

/// Without the mark Excel reads UTF-8 as an older encoding.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A blank table with one row per assessment: UTF-8 with a byte order mark, a row of remarks, a header. In Vietnamese the delimiter is a
/// semicolon, because the comma is the decimal sign.
pub fn blank(framework: &Framework, lang: Lang) -> Vec<u8> {
    let columns = columns(framework);
    let mark = match lang {
        Lang::Vi => b';',
        Lang::En => b',',
    };
    let mut writer = csv::WriterBuilder::new().delimiter(mark).from_writer(BYTE_ORDER_MARK.to_vec());
    let titles = columns.iter().enumerate().map(|(nth, column)| {
        let hash = if nth == 0 { "# " } else { "" };
        let hint = hint(column.takes, framework, lang).map(|hint| format!(" [{hint}]")).unwrap_or_default();
        let lines: Vec<String> = iter::once(title(framework, column, lang)).chain(help(framework, column, lang)).collect();
        guarded(&format!("{hash}{}{hint}", lines.join(" · "))).into_owned()
    });
    // Writing to memory cannot fail.
    let written = writer.write_record(titles).and_then(|()| writer.write_record(columns.iter().map(|column| &column.name)));
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}
