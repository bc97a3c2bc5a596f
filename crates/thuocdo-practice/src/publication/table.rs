//! The list as a table, as CSV and as a workbook.

#[cfg(feature = "xlsx")]
use thuocdo::text::shown;
use thuocdo::text::{Column, Table};
use thuocdo::{BlockerCode, Framework, Lang, Stream};
use thuocdo_tables::sheet::{Sheet, SheetTable, csv, delimited};

use super::result::{PointsOf, Publication, PublicationRow};
use super::words::Say;
use crate::shared::alphabet::by_name;
use crate::shared::words::{level, points};

/// Stands for what there is none of.
const NOTHING: &str = "–";

/// The place of the authority among the columns.
pub(super) const MANAGED_BY: usize = 3;

/// The place of the name among the columns.
pub(super) const NAME: usize = 1;

/// A row of the list for people: an institution with its results, or one of which there are none.
pub(super) struct Listed<'a> {
    pub(super) authority: Option<&'a str>,
    pub(super) cells: Vec<String>,
    /// The address of its certificate, where its level is recognised.
    pub(super) certificate: Option<String>,
}

impl Publication {
    /// The list for people: code, name, type, authority, points and level of each group, the level as a whole, what of it is recognised, and
    /// what stands in the way. Authorities are in the order of the Vietnamese alphabet. Institutions without results have a row too, if the
    /// list names them.
    pub fn table(&self, framework: &Framework, lang: Lang) -> Table {
        Table { columns: self.columns(framework, lang), rows: self.listed(framework, lang).into_iter().map(|row| row.cells).collect() }
    }

    pub(super) fn columns(&self, framework: &Framework, lang: Lang) -> Vec<Column> {
        let mut columns = [Say::Code, Say::Name, Say::Type, Say::ManagedBy].map(|title| Column::text(title.template(lang))).to_vec();
        if self.names_streams() {
            columns.push(Column::text(Say::Stream.template(lang)));
        }
        let of_points = match self.points_of() {
            PointsOf::One(Stream::SelfAssessment) => Say::GroupOwnPoints,
            PointsOf::One(Stream::External) => Say::GroupExternalPoints,
            _ => Say::GroupPoints,
        };
        for group in &framework.groups {
            columns.extend([of_points, Say::GroupLevel].map(|title| Column::number(title.say(lang, &[("code", &group.code)]))));
        }
        columns.push(Column::number(Say::Overall.template(lang)));
        columns.extend([Say::Standing, Say::Blocked].map(|title| Column::text(title.template(lang))));
        columns
    }

    /// The rows, those of one authority together.
    pub(super) fn listed<'a>(&'a self, framework: &Framework, lang: Lang) -> Vec<Listed<'a>> {
        let with_results = self.rows.iter().map(|row| {
            let is_certified = row.overall.recognised || row.groups.iter().any(|group| group.recognised);
            let certificate = self.certificate_link.as_ref().filter(|_| is_certified).map(|link| link.of(&row.code));
            Listed { authority: row.authority.as_deref(), cells: self.cells(row, lang), certificate }
        });
        let without = self.missing.iter().flatten().map(|entry| {
            let about = [Some(&entry.code), entry.name.as_ref()].map(|text| text.cloned().unwrap_or_default());
            let kind = entry.kind.map_or("", |kind| kind.name(lang)).to_owned();
            let mut cells: Vec<String> = about.into_iter().chain([kind, entry.authority.clone().unwrap_or_default()]).collect();
            cells.extend(self.names_streams().then(String::new));
            cells.extend(framework.groups.iter().flat_map(|_| [NOTHING; 2]).chain([NOTHING]).map(str::to_owned));
            cells.extend([Say::NoForm.template(lang).to_owned(), String::new()]);
            Listed { authority: entry.authority.as_deref(), cells, certificate: None }
        });
        let mut listed: Vec<Listed<'a>> = with_results.chain(without).collect();
        listed.sort_by(|a, b| {
            let (of_a, of_b) = (a.authority.unwrap_or_default(), b.authority.unwrap_or_default());
            a.authority.is_none().cmp(&b.authority.is_none()).then_with(|| by_name(of_a, of_b)).then_with(|| a.cells.first().cmp(&b.cells.first()))
        });
        listed
    }

    /// Whether the list says of each row who assessed, because it is not the same of all of them.
    fn names_streams(&self) -> bool {
        matches!(self.points_of(), PointsOf::Both | PointsOf::Unknown) && self.rows.iter().any(|row| row.stream.is_some())
    }

    fn cells(&self, row: &PublicationRow, lang: Lang) -> Vec<String> {
        let mut cells = vec![
            row.code.clone(),
            row.name.clone().unwrap_or_default(),
            row.kind.map_or("", |kind| kind.name(lang)).to_owned(),
            row.authority.clone().unwrap_or_default(),
        ];
        if self.names_streams() {
            cells.push(row.stream.map_or(NOTHING, |stream| stream.name(lang)).to_owned());
        }
        for group in &row.groups {
            cells.push(group.score.map_or_else(|| NOTHING.to_owned(), |score| points(score, lang)));
            cells.push(group.level.map_or_else(|| NOTHING.to_owned(), level));
        }
        cells.push(row.overall.level.map_or_else(|| NOTHING.to_owned(), level));
        cells.push(standing(row, lang));
        cells.push(blocked(row, lang));
        cells
    }

    /// The table as CSV for programs, by RFC 4180: UTF-8 without a byte order mark, a header, commas, lines ending in CR LF. What a
    /// spreadsheet could take for a formula gets an apostrophe before it ([`thuocdo_tables::guarded`]).
    pub fn csv(&self, framework: &Framework, lang: Lang) -> String {
        delimited(&SheetTable::of(&self.table(framework, lang), lang), ',', lang)
    }

    /// The table as CSV for people, as Excel opens it: with a byte order mark, and in Vietnamese with semicolons, because the comma is the
    /// decimal sign there. No cell is a formula either.
    pub fn csv_for_people(&self, framework: &Framework, lang: Lang) -> String {
        csv(&Sheet { tables: vec![SheetTable::of(&self.table(framework, lang), lang)], ..Sheet::default() }, lang)
    }
}

#[cfg(feature = "xlsx")]
impl Publication {
    /// The list as a workbook: a sheet of the institutions, one of how many have which level, and one of what the codes in the way of
    /// recognition stand for, if there are any.
    ///
    /// # Errors
    /// More rows than a sheet holds, in words.
    pub fn xlsx(&self, framework: &Framework, lang: Lang) -> Result<Vec<u8>, String> {
        let (columns, rows) = self.summary_table(framework, lang);
        let sheet = |name: Say, title: &str, remarks: Vec<String>, table: Option<Table>| Sheet {
            is_alarm: false,
            name: name.template(lang).to_owned(),
            remarks: remarks.iter().map(|text| shown(text).into_owned()).collect(),
            tables: table.map(|table| SheetTable::of(&table.shown(), lang)).into_iter().collect(),
            title: shown(title).into_owned(),
        };
        let mut sheets = vec![
            sheet(Say::ListSheet, self.title(lang), self.notes(framework, lang), Some(self.table(framework, lang))),
            sheet(Say::SummarySheet, self.title(lang), self.about(framework, lang), Some(Table { columns, rows })),
        ];
        let legend = self.legend(framework, lang);
        if !legend.is_empty() {
            sheets.push(sheet(Say::LegendSheet, Say::LegendTitle.template(lang), legend, None));
        }
        thuocdo_tables::sheet::workbook(&sheets, self.as_of, lang).map_err(|error| error.to_string())
    }
}

/// What of a row is recognised.
pub(super) fn standing(row: &PublicationRow, lang: Lang) -> String {
    let groups = row.groups.iter().filter(|group| group.recognised).map(|group| Say::GroupPart.say(lang, &[("code", &group.code)]));
    let overall = row.overall.recognised.then(|| Say::OverallPart.template(lang).to_owned());
    let parts: Vec<String> = groups.chain(overall).collect();
    if parts.is_empty() {
        Say::OnlyComputed.template(lang).to_owned()
    } else if row.recognised && row.overall.recognised {
        Say::AllRecognised.template(lang).to_owned()
    } else {
        Say::SomeRecognised.say(lang, &[("parts", &parts.join(", "))])
    }
}

/// The conditions and indicators that stand in the way of recognition, reason by reason. That a level is open shows in the level itself.
fn blocked(row: &PublicationRow, lang: Lang) -> String {
    let reasons = [
        (BlockerCode::ConditionUnmet, Say::Unmet),
        (BlockerCode::ConditionUnknown, Say::Unfilled),
        (BlockerCode::EvidenceMissing, Say::Unproved),
        (BlockerCode::EvidenceUnknown, Say::ProofUnknown),
    ];
    let said = reasons.into_iter().filter_map(|(reason, say)| {
        let codes: Vec<&str> = row.blockers.iter().filter(|blocker| blocker.code == reason).map(|blocker| blocker.at.as_str()).collect();
        (!codes.is_empty()).then(|| say.say(lang, &[("codes", &codes.join(", "))]))
    });
    said.collect::<Vec<_>>().join("; ")
}
