//! The workbook of a year.

use thuocdo::Lang;
use thuocdo_tables::XlsxError;

use super::lists::Year;
use super::sheets::sheets;
use crate::sheet;

/// The workbook of a year as bytes (XLSX): one sheet a list, the summary first.
///
/// # Errors
///
/// A list with more rows than a sheet can hold.
pub fn workbook(year: &Year) -> Result<Vec<u8>, XlsxError> {
    let lang: Lang = year.lang.parse().unwrap_or_default();
    sheet::workbook(&sheets(year), Some(year.as_of), lang)
}
