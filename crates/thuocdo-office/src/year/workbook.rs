//! The workbook of a year.

use rust_xlsxwriter::XlsxError;
use thuocdo::Lang;

use super::lists::Year;
use super::sheets::sheets;
use crate::sheet;

impl Year {
    /// The year as a workbook (XLSX): one sheet a list, the summary first.
    ///
    /// # Errors
    ///
    /// A list with more rows than a sheet can hold.
    pub fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let lang: Lang = self.lang.parse().unwrap_or_default();
        sheet::workbook(&sheets(self), self.as_of, lang)
    }
}
