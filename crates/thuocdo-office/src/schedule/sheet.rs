//! Panels and plans in spreadsheets, and the plan as sheets of a workbook.

use std::collections::{BTreeMap, BTreeSet};

use thuocdo::json::Value;
use thuocdo::text::capital;
use thuocdo::{Date, Lang, Term, Violation};
use thuocdo_practice::Register;
use thuocdo_tables::{AboutColumn, Cell, Fault, Ledger, LedgerCell, LedgerColumn, LedgerKind, LedgerRow, LedgerWord, XlsxError, folded};

use super::request::PanelTeam;
use super::result::{Schedule, Visit};
use super::words::Say;
use crate::days::workdays;
use crate::folder::{plain, plain_name};
use crate::sheet::{self, Sheet, SheetCell, SheetColumn, SheetTable};
use crate::year::Year;

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
            takes: LedgerCell::Days,
        },
        LedgerColumn {
            field: "conflicts",
            headings: &["tránh", "không đánh giá", "xung đột lợi ích", "trường không đánh giá", "không xếp"],
            takes: LedgerCell::Text,
        },
        LedgerColumn {
            field: "per_day",
            headings: &["mỗi ngày", "số trường mỗi ngày", "số cơ sở mỗi ngày", "trường/ngày"],
            takes: LedgerCell::Count,
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
        LedgerColumn { field: "on", headings: &["ngày", "ngày đánh giá ngoài", "ngày đánh giá", "day"], takes: LedgerCell::Day },
        LedgerColumn { field: "fixed", headings: &["giữ nguyên", "giữ", "cố định"], takes: LedgerCell::Words(&FIXED) },
    ],
    is_header: |fields| ["code", "panel", "on"].iter().all(|field| fields.contains(field)),
    key: "code",
    wanted: ["“mã”, “đoàn” và “ngày”", "\"code\", \"panel\" and \"on\""],
};

/// The panels of a sheet. What a panel must not assess is an institution of the year, by code or name, or the authority of one.
///
/// # Errors
///
/// Every cell that is none of a panel's: days that are none, a number of visits that is none, a conflict of interest with nobody.
pub fn panel_teams(ledger: &Ledger, year: &Year) -> Result<Vec<PanelTeam>, Vec<Fault>> {
    let mut faults = ledger.faults.clone();
    let known = Avoided::of(year);
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
        let mut conflicts = Vec::new();
        for part in parts(&ledger.shown(row, "conflicts")) {
            match known.find(&part) {
                Ok(found) => conflicts.extend(found),
                Err(unknown) => faults.extend(unknown.into_iter().map(|text| known.fault(ledger, row, &text))),
            }
        }
        if let (Some(days), Some(per_day)) = (days, per_day) {
            let persons = parts(&ledger.shown(row, "persons"));
            panels.push(PanelTeam { conflicts, days, name: ledger.shown(row, "panel"), per_day, persons });
        }
    }
    if faults.is_empty() { Ok(panels) } else { Err(faults) }
}

/// Whom a panel may have to avoid: the institutions of a year, and their authorities.
struct Avoided<'y> {
    /// The code of an institution, or the name of an authority, by each text that means it; nothing where a name is that of two.
    by_text: BTreeMap<String, Option<&'y str>>,
    year: &'y Year,
}

impl<'y> Avoided<'y> {
    fn of(year: &'y Year) -> Avoided<'y> {
        let mut by_text: BTreeMap<String, Option<&'y str>> = BTreeMap::new();
        let mut add = |text: String, means: &'y str| {
            by_text.entry(text).and_modify(|known| *known = known.filter(|known| *known == means)).or_insert(Some(means));
        };
        for school in &year.levels {
            add(plain(&school.code), &school.code);
            for (name, means) in [(&school.name, Some(&school.code)), (&school.authority, school.authority.as_ref())] {
                if let Some((name, means)) = name.as_ref().zip(means) {
                    add(plain_name(name), means);
                }
            }
        }
        by_text.remove("");
        Avoided { by_text, year }
    }

    /// What a text means; or else the parts between its commas, all of them, since a name may have a comma.
    ///
    /// # Errors
    ///
    /// The texts that mean nobody.
    fn find(&self, text: &str) -> Result<Vec<String>, Vec<String>> {
        let one = |text: &str| self.by_text.get(&plain_name(text)).copied().flatten().map(str::to_owned);
        if let Some(found) = one(text) {
            return Ok(vec![found]);
        }
        let parts = || text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let unknown: Vec<String> = parts().filter(|part| one(part).is_none()).map(str::to_owned).collect();
        if unknown.is_empty() { Ok(parts().filter_map(one).collect()) } else { Err(unknown) }
    }

    /// The fault of a cell that names nobody, with whom it may mean: of a code with other zeros, of a name all that hold it.
    fn fault(&self, ledger: &Ledger, row: &LedgerRow, text: &str) -> Fault {
        let (wanted, digits) = (plain_name(text), bare(text));
        let meant = |is_near: &dyn Fn(&str) -> bool| -> Vec<&str> {
            let meant: BTreeSet<&str> = self.by_text.iter().filter(|(known, _)| is_near(known)).filter_map(|(_, means)| *means).collect();
            meant.into_iter().collect()
        };
        let near =
            Some(meant(&|known| bare(known) == digits)).filter(|near| !near.is_empty()).unwrap_or_else(|| meant(&|known| known.contains(&wanted)));
        let sentences = [Lang::Vi, Lang::En].map(|lang| {
            let near: Vec<String> = near.iter().take(NEAR).map(|means| self.told(means)).collect();
            let say = if near.is_empty() { Say::NoConflict } else { Say::NoConflictNear };
            say.say(lang, &[("found", &text), ("near", &near.join(", "))])
        });
        let near: Vec<String> = near.into_iter().map(str::to_owned).collect();
        ledger.fault_saying(row, "conflicts", &Violation::unknown_value("/conflicts", text, near), &sentences)
    }

    /// A code with the name of its institution.
    fn told(&self, means: &str) -> String {
        let school = self.year.levels.iter().find(|school| school.code == means);
        school.and_then(|school| school.name.as_ref()).map_or_else(|| means.to_owned(), |name| format!("{means} {name}"))
    }
}

/// How many that a text may mean are named.
const NEAR: usize = 3;

/// A code without signs, and without the zeros before its numbers.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    for letter in plain(code).chars().filter(|letter| *letter != ' ') {
        if letter != '0' || bare.ends_with(|before: char| before.is_ascii_digit()) {
            bare.push(letter);
        }
    }
    bare
}

/// The visits of a plan that a person fixed. The register gives names and authorities.
///
/// # Errors
///
/// Every fixed row whose day is none, whose panel is none of these, or whose institution the register does not have.
pub fn fixed_visits(ledger: &Ledger, panels: &[PanelTeam], register: Option<&Register>) -> Result<Vec<Visit>, Vec<Fault>> {
    let mut faults = ledger.faults.clone();
    let mut visits = Vec::new();
    for row in ledger.rows.iter().filter(|row| ledger.value(row, "fixed").is_some()) {
        let unknown = |field: &str, say: Say, known: Vec<String>| {
            let found = ledger.shown(row, field);
            let sentences = [Lang::Vi, Lang::En].map(|lang| say.say(lang, &[("found", &found), ("known", &known.join(", "))]));
            ledger.fault_saying(row, field, &Violation::unknown_value(format!("/{field}"), found, known), &sentences)
        };
        let panel = panels.iter().find(|panel| folded(&panel.name) == folded(&ledger.shown(row, "panel")));
        if panel.is_none() {
            faults.push(unknown("panel", Say::NoPanel, panels.iter().map(|panel| panel.name.clone()).collect()));
        }
        if register.is_some_and(|register| register.find(&ledger.shown(row, "code")).is_none()) {
            faults.push(unknown("code", Say::NoSchool, Vec::new()));
        }
        match day_of(ledger, row, "on") {
            Ok(on) => visits.extend(panel.map(|panel| visit(ledger, row, on, panel, register))),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(visits) } else { Err(faults) }
}

fn visit(ledger: &Ledger, row: &LedgerRow, on: Date, panel: &PanelTeam, register: Option<&Register>) -> Visit {
    let code = ledger.shown(row, "code");
    let known = register.and_then(|register| register.find(&code));
    Visit {
        address: known.and_then(|known| known.address.clone()),
        authority: known.and_then(|known| known.authority.clone()),
        fixed: true,
        name: known.and_then(|known| known.name.clone()),
        on,
        panel: panel.name.clone(),
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
/// neither. A hyphen may stand in a day and between two.
fn days(text: &str) -> Option<Vec<Date>> {
    let mut days = Vec::new();
    for part in text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        if let Some(day) = one_day(part) {
            days.push(day);
            continue;
        }
        let mut halves =
            TO.iter().flat_map(|mark| part.match_indices(mark).map(|(at, mark)| (part.get(..at), part.get(at.saturating_add(mark.len())..))));
        let (first, last) = halves.find_map(|(first, last)| one_day(first?.trim()).zip(one_day(last?.trim())))?;
        days.extend(workdays(first, last.civil().tomorrow().ok()?.try_into().ok()?));
    }
    Some(days)
}

/// What stands between the first and the last day.
const TO: [&str; 5] = ["đến", "den", "–", "-", "to"];

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
        for text in ["18/6/2027-21/6/2027", "18/6/2027–21/6/2027", "18-6-2027 - 21-6-2027", "2027-06-18-2027-06-21", "18/6/2027 to 21/6/2027"] {
            assert_eq!(told(text), Some(vec!["2027-06-18".to_owned(), "2027-06-21".to_owned()]), "{text}");
        }
        assert_eq!(told("18-6-2027"), Some(vec!["2027-06-18".to_owned()]));
        for text in ["30/2/2027", "1/6/2027-", "2/6", "1/6/2027-30/2/2027"] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
