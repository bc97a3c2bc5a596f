//! The lists of a year as CSV.

use thuocdo::Lang;

use super::lists::Year;
use super::sheets::sheets;
use crate::folder::plain;
use crate::sheet;

/// One list of a year as CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearCsv {
    /// The name of a file for it, without accents: `muc-do.csv`.
    pub file: String,
    /// The content.
    pub text: String,
    /// The name for people.
    pub title: String,
}

/// Every list of a year as CSV, the summary first: one file a list, with the columns of the workbook.
pub fn csv(year: &Year) -> Vec<YearCsv> {
    let lang: Lang = year.lang.parse().unwrap_or_default();
    let of = |sheet: &sheet::Sheet| YearCsv {
        file: format!("{}.csv", plain(&sheet.name).replace(' ', "-")),
        text: sheet::csv(sheet, lang),
        title: sheet.name.clone(),
    };
    sheets(year).iter().map(of).collect()
}
