//! The list as a table, and as CSV.

use thuocdo::text::{Column, Table};
use thuocdo::{Framework, Lang};
use thuocdo_tables::guarded;

use super::result::{Publication, PublicationRow};
use super::words::Say;
use crate::shared::words::{level, points};

/// Stands for what there is none of.
const NOTHING: &str = "–";

impl Publication {
    /// The list for people: code, name, type, authority, points and level of each group, the level as a whole, and what of it is recognised.
    pub fn table(&self, framework: &Framework, lang: Lang) -> Table {
        let mut columns = [Say::Code, Say::Name, Say::Type, Say::ManagedBy].map(|title| Column::text(title.template(lang))).to_vec();
        for group in &framework.groups {
            columns.extend([Say::GroupPoints, Say::GroupLevel].map(|title| Column::number(title.say(lang, &[("code", &group.code)]))));
        }
        columns.push(Column::number(Say::Overall.template(lang)));
        columns.push(Column::text(Say::Standing.template(lang)));
        Table { columns, rows: self.rows.iter().map(|row| cells(row, lang)).collect() }
    }

    /// The table as CSV by RFC 4180: UTF-8 without a byte order mark, a header, lines ending in CR LF. What a spreadsheet could take for a
    /// formula gets an apostrophe before it ([`guarded`]).
    pub fn csv(&self, framework: &Framework, lang: Lang) -> String {
        let table = self.table(framework, lang);
        let titles = table.columns.iter().map(|column| quoted(&guarded(&column.title))).collect();
        let rows = table.rows.iter().map(|row| {
            let cells = row.iter().zip(&table.columns);
            cells.map(|(cell, column)| if column.is_number { quoted(cell) } else { quoted(&guarded(cell)) }).collect()
        });
        std::iter::once(titles).chain(rows).map(|cells: Vec<String>| cells.join(",") + "\r\n").collect()
    }
}

#[cfg(feature = "xlsx")]
impl Publication {
    /// The list as a workbook: a sheet of the institutions, and one of how many have which level.
    ///
    /// # Errors
    /// More rows than a sheet holds, in words.
    pub fn xlsx(&self, framework: &Framework, lang: Lang) -> Result<Vec<u8>, String> {
        thuocdo_tables::workbook(self.report(framework, lang), lang).map_err(|error| error.to_string())
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

fn cells(row: &PublicationRow, lang: Lang) -> Vec<String> {
    let mut cells = vec![
        row.code.clone(),
        row.name.clone().unwrap_or_default(),
        row.kind.map_or("", |kind| kind.name(lang)).to_owned(),
        row.authority.clone().unwrap_or_default(),
    ];
    for group in &row.groups {
        cells.push(group.score.map_or_else(|| NOTHING.to_owned(), |score| points(score, lang)));
        cells.push(group.level.map_or_else(|| NOTHING.to_owned(), level));
    }
    cells.push(row.overall.level.map_or_else(|| NOTHING.to_owned(), level));
    cells.push(standing(row, lang));
    cells
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
