//! Reminders as a list for mail merge: one row for each thing that an institution is asked.

use thuocdo::Lang;
use thuocdo::text::capital;
use thuocdo_tables::XlsxError;

use super::reminders::Reminders;
use super::words::Say;
use crate::sheet::{self, Sheet, SheetCell, SheetColumn, SheetTable};

impl Reminders {
    /// The list as a workbook (XLSX).
    ///
    /// # Errors
    ///
    /// More rows than a sheet can hold.
    pub fn workbook(&self, lang: Lang) -> Result<Vec<u8>, XlsxError> {
        sheet::workbook(&[self.sheet(lang)], Some(self.as_of), lang)
    }

    /// The list as CSV, as a spreadsheet in the country of the language opens it.
    pub fn csv(&self, lang: Lang) -> String {
        sheet::csv(&self.sheet(lang), lang)
    }

    fn sheet(&self, lang: Lang) -> Sheet {
        let column = |say: Say, width: u16| SheetColumn::new(say.template(lang), width);
        let columns = vec![
            column(Say::Number, 5),
            column(Say::Code, 11),
            column(Say::Name, 34),
            column(Say::Authority, 28),
            column(Say::Address, 30),
            column(Say::Ask, 34),
            column(Say::Details, 60),
            column(Say::Deadline, 12),
            column(Say::Late, 10),
            column(Say::Left, 10),
        ];
        let rows = (1_u32..).zip(&self.reminders).map(|(n, reminder)| {
            let late = reminder.days.filter(|days| *days < 0).map(i64::unsigned_abs);
            let left = reminder.days.filter(|days| *days >= 0);
            vec![
                SheetCell::number(n),
                SheetCell::text(&reminder.code),
                SheetCell::some(reminder.name.as_ref()),
                SheetCell::some(reminder.authority.as_ref()),
                SheetCell::some(reminder.address.as_ref()),
                SheetCell::text(capital(reminder.ask.name(lang))),
                SheetCell::text(reminder.details.join("; ")),
                SheetCell::day(reminder.deadline),
                late.map_or(SheetCell::Blank, SheetCell::number),
                left.map_or(SheetCell::Blank, SheetCell::number),
            ]
        });
        let about = Say::About.say(lang, &[("period", &self.period), ("day", &self.as_of.text(lang))]);
        Sheet {
            is_alarm: !self.reminders.is_empty(),
            name: Say::Title.template(lang).to_owned(),
            remarks: vec![about],
            tables: vec![SheetTable { columns, heading: None, rows: rows.collect() }],
            title: Say::Title.template(lang).to_uppercase(),
        }
    }
}
