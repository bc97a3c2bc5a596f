//! What comes of the files of a folder.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Assessment, Date, Lang, Stream};
use thuocdo_practice::Register;
use thuocdo_practice::process::{Act, Role};

use super::names::NamedPeriod;
use crate::words::Say;

/// Everything that was read from a folder.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The events of its sheets, file by file, in the order of the rows.
    pub events: Vec<SheetEvent>,
    /// Every file, in the order in which it was read.
    pub files: Vec<FileRead>,
    /// The forms that are well formed, in the order in which they were read.
    pub forms: Vec<Form>,
    /// What was refused.
    pub refused: Vec<RefusedRow>,
    /// The register, if there is one.
    pub register: Option<Register>,
}

/// A form of a folder, checked by the scorer.
#[derive(Clone, Debug)]
pub struct Form {
    /// The assessment as it was read.
    pub assessment: Assessment,
    /// Where it stands.
    pub at: Place,
    /// The cell of the institution's code, if it is in a table.
    pub(crate) code_cell: Option<String>,
    /// The cell of its period, if it is in a table.
    pub(crate) period_cell: Option<String>,
    /// The period that the name of its folder or file has.
    pub(crate) period_named: Option<NamedPeriod>,
    /// Who assessed: as the form says; else by the name of its folder or file; else the institution itself.
    pub stream: Stream,
}

/// One event of a sheet, in which nothing is wrong by itself. Whether its case allows it, the replay of the case finds out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetEvent {
    /// What was done.
    pub act: Act,
    /// Where it stands.
    pub at: Place,
    /// The body that acted, if the row names it.
    pub body: Option<String>,
    /// The cell of its day, if it stands in a table.
    pub cell: Option<String>,
    /// The code of the institution.
    pub code: String,
    /// Who signed.
    pub name: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The day.
    pub on: Date,
    /// Of which period, if it stands in a case.
    pub period: Option<String>,
    /// In which part the body acted, if the row says so.
    pub role: Option<Role>,
}

/// Where something stands in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Place {
    /// The file, by its path within the folder, with `/` between the names.
    pub file: String,
    /// The line of a table or of NDJSON, from 1; the number of a form in a workbook of several; null for a file that holds one assessment.
    pub line: Option<u64>,
    /// The sheet of a workbook, or null.
    pub sheet: Option<String>,
}

/// One fault of a file, a form or a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RefusedRow {
    /// Where it stands.
    pub at: Place,
    /// The cell, such as `Phiếu đánh giá!D28`, or null if it is about no cell.
    pub cell: Option<String>,
    /// The stable code of the fault.
    pub code: String,
    /// The code of the institution, as far as it can be read.
    pub institution: Option<String>,
    /// What is wrong, and what to type instead.
    pub message: String,
    /// The name of the institution: as the form has it, else by the register.
    pub name: Option<String>,
}

/// A file of the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FileRead {
    /// What it was taken for.
    pub content: Content,
    /// Its path within the folder.
    pub file: String,
    /// How many forms, institutions or events were read from it.
    pub read: u32,
    /// How many of them, or 1 for the file as a whole, were refused.
    pub refused: u32,
}

thuocdo::words! {
    /// What a file of a folder holds.
    #[derive(Default)]
    pub enum Content {
        /// Assessments: forms, tables of many institutions, or JSON.
        Assessments = "assessments" ("phiếu đánh giá", "assessments"),
        /// Cases, of which the events are read: their forms are those of the folder.
        Cases = "cases" ("hồ sơ", "cases"),
        /// Events of cases.
        Events = "events" ("bảng việc đã làm", "events"),
        /// Assessments of the period before only.
        LastYear = "last_year" ("kết quả năm trước", "last year"),
        /// Nothing that is read: a picture, a letter, JSON of something else.
        #[default]
        Other = "other" ("tệp khác", "something else"),
        /// The register of institutions.
        Register = "register" ("danh sách cơ sở giáo dục", "register"),
    }
}

impl Place {
    /// The file, with the sheet and the line as far as there are any.
    pub fn text(&self, lang: Lang) -> String {
        let file = self.file.clone();
        let file = self.sheet.iter().fold(file, |file, sheet| Say::InSheet.say(lang, &[("file", &file), ("sheet", sheet)]));
        self.line.iter().fold(file, |file, line| Say::AtLine.say(lang, &[("file", &file), ("line", line)]))
    }
}

impl RefusedRow {
    /// File, message and code on one line. A message about a cell names the cell, with its sheet.
    pub fn line(&self, lang: Lang) -> String {
        if self.cell.as_ref().is_some_and(|cell| self.message.contains(cell.as_str())) {
            return format!("{}: {} ({})", self.at.file, self.message, self.code);
        }
        let place = self.at.text(lang);
        let place = self.cell.iter().fold(place, |place, cell| Say::AtCell.say(lang, &[("place", &place), ("cell", cell)]));
        format!("{place}: {} ({})", self.message, self.code)
    }
}

impl Form {
    /// The code of the institution, as the form has it.
    pub fn code(&self) -> Option<&str> {
        self.assessment.institution_code().filter(|code| !code.trim().is_empty())
    }

    /// The assessment with what the name of its folder or file adds: who assessed, and the school year. What the form says stays.
    pub fn said(&self) -> Assessment {
        let mut assessment = self.assessment.clone();
        assessment.stream = Some(self.stream);
        if let (None, Some(NamedPeriod::Of(years))) = (&assessment.period, &self.period_named) {
            assessment.period = Some(years.to_string());
        }
        assessment
    }

    /// The name of the institution, as the form has it.
    pub fn name(&self) -> Option<&str> {
        self.assessment.institution.as_ref()?.name.as_deref()
    }
}
