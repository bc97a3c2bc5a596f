//! Panels and plans in spreadsheets, and the plan as sheets of a workbook.

use thuocdo::json::Value;
use thuocdo::text::capital;
use thuocdo::{Date, Lang, Term, Violation};
use thuocdo_practice::Register;
use thuocdo_tables::{AboutColumn, Cell, Fault, Ledger, LedgerCell, LedgerColumn, LedgerKind, LedgerRow, LedgerWord, XlsxError};

use super::request::PanelTeam;
use super::result::{Schedule, Visit};
use super::words::Say;
use crate::days::workdays;
use crate::sheet::{self, Sheet, SheetCell, SheetColumn, SheetTable};

/// How many institutions a panel visits on a day, where its row does not say.
const PER_DAY: u32 = 2;

/// A sheet of panels: a row a panel.
pub static PANELS: LedgerKind = LedgerKind {
    columns: &[
        LedgerColumn { field: "panel", headings: &["đoàn", "tên đoàn", "đoàn đánh giá ngoài", "tổ"], takes: LedgerCell::Text },
        LedgerColumn {
            field: "persons", headings: &["thành viên", "thành viên đoàn", "thành phần", "họ tên", "members"], takes: LedgerCell::Text
        },
        LedgerColumn {
            field: "days",
            headings: &["ngày", "các ngày", "ngày làm việc được", "ngày có thể làm việc", "lịch trống", "thời gian"],
            takes: LedgerCell::Text,
        },
        LedgerColumn {
            field: "conflicts",
            headings: &["tránh", "không đánh giá", "xung đột lợi ích", "trường không đánh giá", "không xếp"],
            takes: LedgerCell::Text,
        },
        LedgerColumn {
            field: "per_day", headings: &["mỗi ngày", "số trường mỗi ngày", "số cơ sở mỗi ngày", "trường/ngày"], takes: LedgerCell::Text
        },
    ],
    is_header: |fields| fields.contains(&"panel") && fields.contains(&"days"),
    key: "panel",
    wanted: ["“đoàn” và “ngày”", "\"panel\" and \"days\""],
};

/// The word that fixes a row of a plan.
pub(crate) static FIXED: [LedgerWord; 1] = [LedgerWord { word: "x", names: ["x", "x"], others: &["có", "✓", "giữ", "1", "true", "yes"] }];

/// A plan that a person looked through: a row a visit. Those with a mark under “Giữ nguyên” stay.
pub static PLAN: LedgerKind = LedgerKind {
    columns: &[
        LedgerColumn { field: "code", headings: &["mã"], takes: LedgerCell::About(AboutColumn::Code) },
        LedgerColumn { field: "panel", headings: &["đoàn", "đoàn đánh giá ngoài"], takes: LedgerCell::Text },
        LedgerColumn { field: "on", headings: &["ngày", "ngày đánh giá ngoài", "day"], takes: LedgerCell::About(AboutColumn::Date) },
        LedgerColumn { field: "fixed", headings: &["giữ nguyên", "giữ", "cố định"], takes: LedgerCell::Words(&FIXED) },
    ],
    is_header: |fields| ["code", "panel", "on"].iter().all(|field| fields.contains(field)),
    key: "code",
    wanted: ["“mã”, “đoàn” và “ngày”", "\"code\", \"panel\" and \"on\""],
};

/// The panels of a sheet.
///
/// # Errors
///
/// Every cell that is none of a panel's: days that are none, a number of visits that is none.
pub fn panel_teams(ledger: &Ledger) -> Result<Vec<PanelTeam>, Vec<Fault>> {
    let mut faults = ledger.faults.clone();
    let mut panels = Vec::new();
    for row in &ledger.rows {
        let days = days(&ledger.shown(row, "days")).filter(|days| !days.is_empty());
        if days.is_none() {
            faults.push(ledger.fault(row, "days", &Violation::invalid_date("/days", ledger.shown(row, "days"), Term::DateForm)));
        }
        let per_day = match ledger.shown(row, "per_day") {
            text if text.is_empty() => Some(PER_DAY),
            text => text.parse().ok().filter(|count| *count > 0),
        };
        if per_day.is_none() {
            faults.push(ledger.fault(row, "per_day", &Violation::wrong_type("/per_day", Term::String, Term::ExpectCount)));
        }
        if let (Some(days), Some(per_day)) = (days, per_day) {
            let (conflicts, persons) = (parts(&ledger.shown(row, "conflicts")), parts(&ledger.shown(row, "persons")));
            panels.push(PanelTeam { conflicts, days, name: ledger.shown(row, "panel"), per_day, persons });
        }
    }
    if faults.is_empty() { Ok(panels) } else { Err(faults) }
}

/// The visits of a plan that a person fixed. The register gives names and authorities.
///
/// # Errors
///
/// Every fixed row whose day is none.
pub fn fixed_visits(ledger: &Ledger, register: Option<&Register>) -> Result<Vec<Visit>, Vec<Fault>> {
    let mut faults = ledger.faults.clone();
    let mut visits = Vec::new();
    for row in ledger.rows.iter().filter(|row| ledger.value(row, "fixed").is_some()) {
        match day_of(ledger, row, "on") {
            Ok(on) => visits.push(visit(ledger, row, on, register)),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(visits) } else { Err(faults) }
}

fn visit(ledger: &Ledger, row: &LedgerRow, on: Date, register: Option<&Register>) -> Visit {
    let code = ledger.shown(row, "code");
    let known = register.and_then(|register| register.find(&code));
    Visit {
        address: known.and_then(|known| known.address.clone()),
        authority: known.and_then(|known| known.authority.clone()),
        fixed: true,
        name: known.and_then(|known| known.name.clone()),
        on,
        panel: ledger.shown(row, "panel"),
        reasons: Vec::new(),
        code,
    }
}

/// The day in a field of a row, or the fault of its cell.
pub(crate) fn day_of(ledger: &Ledger, row: &LedgerRow, field: &str) -> Result<Date, Fault> {
    let day = match ledger.value(row, field) {
        Some(Value::Text(text)) => text.parse().ok(),
        _ => None,
    };
    day.ok_or_else(|| ledger.fault(row, field, &Violation::invalid_date(format!("/{field}"), ledger.shown(row, field), Term::DateForm)))
}

/// The parts of a cell, with semicolons or line ends between them.
pub(crate) fn parts(text: &str) -> Vec<String> {
    text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The days of a cell: `14/6/2027; 16/6/2027`, or `14/6/2027 đến 18/6/2027` of which Saturdays and Sundays are left out. `None` if a part is
/// no day.
fn days(text: &str) -> Option<Vec<Date>> {
    let mut days = Vec::new();
    for part in text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let range = [" đến ", " – ", " - ", " to "].iter().find_map(|mark| part.split_once(mark));
        match range {
            None => days.push(one_day(part)?),
            Some((first, last)) => {
                let behind = one_day(last)?.civil().tomorrow().ok()?;
                days.extend(workdays(one_day(first)?, behind.try_into().ok()?));
            }
        }
    }
    Some(days)
}

fn one_day(text: &str) -> Option<Date> {
    match AboutColumn::Date.value(Cell::text(text)?) {
        Value::Text(text) => text.parse().ok(),
        _ => None,
    }
}

impl Schedule {
    /// The plan as a workbook (XLSX): the visits, which a person may change, fix with an `x` and hand back; the panels; who has no visit.
    ///
    /// # Errors
    ///
    /// More visits than a sheet can hold.
    pub fn workbook(&self, as_of: Date, lang: Lang) -> Result<Vec<u8>, XlsxError> {
        sheet::workbook(&[self.visits_sheet(lang), self.loads_sheet(lang), self.unplaced_sheet(lang)], Some(as_of), lang)
    }

    fn visits_sheet(&self, lang: Lang) -> Sheet {
        let column = |say: Say, width: u16| SheetColumn::new(say.template(lang), width);
        let columns = vec![
            column(Say::Number, 5),
            column(Say::Day, 12),
            column(Say::Panel, 12),
            column(Say::Code, 11),
            column(Say::Name, 34),
            column(Say::Authority, 28),
            column(Say::Address, 30),
            column(Say::Why, 60),
            column(Say::Fixed, 10),
        ];
        let rows = (1_u32..).zip(&self.visits).map(|(n, visit)| {
            let fixed = if visit.fixed { Say::FixedMark.template(lang) } else { "" };
            vec![
                SheetCell::number(n),
                SheetCell::Day(visit.on),
                SheetCell::text(&visit.panel),
                SheetCell::text(&visit.code),
                SheetCell::some(visit.name.as_ref()),
                SheetCell::some(visit.authority.as_ref()),
                SheetCell::some(visit.address.as_ref()),
                SheetCell::text(capital(&visit.reasons.join("; "))),
                SheetCell::text(fixed),
            ]
        });
        let table = SheetTable { columns, heading: None, rows: rows.collect() };
        sheet(Say::Title, &[Say::HowToFix], table, lang)
    }

    fn loads_sheet(&self, lang: Lang) -> Sheet {
        let columns = [(Say::Panel, 30), (Say::Visits, 12), (Say::Days, 12)].map(|(say, width)| SheetColumn::new(say.template(lang), width));
        let rows = self.loads.iter().map(|load| vec![SheetCell::text(&load.panel), SheetCell::number(load.visits), SheetCell::number(load.days)]);
        let table = SheetTable { columns: columns.to_vec(), heading: None, rows: rows.collect() };
        sheet(Say::Loads, &[], table, lang)
    }

    fn unplaced_sheet(&self, lang: Lang) -> Sheet {
        let columns = [(Say::Code, 11), (Say::Name, 40), (Say::Reason, 60)].map(|(say, width)| SheetColumn::new(say.template(lang), width));
        let rows = self
            .unplaced
            .iter()
            .map(|one| vec![SheetCell::text(&one.code), SheetCell::some(one.name.as_ref()), SheetCell::text(capital(one.why.name(lang)))]);
        let table = SheetTable { columns: columns.to_vec(), heading: None, rows: rows.collect() };
        Sheet { is_alarm: !self.unplaced.is_empty(), ..sheet(Say::Unplaced, &[], table, lang) }
    }
}

fn sheet(title: Say, remarks: &[Say], table: SheetTable, lang: Lang) -> Sheet {
    Sheet {
        is_alarm: false,
        name: title.template(lang).to_owned(),
        remarks: remarks.iter().map(|say| say.template(lang).to_owned()).collect(),
        tables: vec![table],
        title: title.template(lang).to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_single_or_from_one_to_another_without_weekends() {
        let told = |text: &str| days(text).map(|days| days.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(told("14/6/2027; 2027-06-16"), Some(vec!["2027-06-14".to_owned(), "2027-06-16".to_owned()]));
        // 18 June 2027 is a Friday.
        assert_eq!(told("18/6/2027 đến 21/6/2027"), Some(vec!["2027-06-18".to_owned(), "2027-06-21".to_owned()]));
        assert_eq!(told("30/2/2027"), None);
    }
}
