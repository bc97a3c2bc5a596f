//! What is to be asked of whom.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Date, Lang};
use thuocdo_practice::Register;
use thuocdo_practice::process::Act;

use super::words::Say;
use crate::year::{Deadline, Year};

/// Reminders, institution by institution in the order of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Reminders {
    /// The day that is looked at.
    pub as_of: Date,
    /// The period.
    pub period: String,
    /// The reminders.
    pub reminders: Vec<Reminder>,
}

/// One thing that one institution is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Reminder {
    /// Where a notice reaches it, as the register has it.
    pub address: Option<String>,
    /// What it is asked.
    pub ask: Ask,
    /// Who manages it.
    pub authority: Option<String>,
    /// Its code.
    pub code: String,
    /// How many days are left; below zero once the deadline is over; null without one.
    pub days: Option<i64>,
    /// By which day; null where no deadline says.
    pub deadline: Option<Date>,
    /// What exactly, a sentence each: the file and the cell, the indicators.
    pub details: Vec<String>,
    /// Its name.
    pub name: Option<String>,
}

thuocdo::words! {
    /// What an institution is asked.
    pub enum Ask {
        /// To send its self-assessment, and to report it.
        Send = "send" ("gửi phiếu tự đánh giá và báo cáo kết quả", "send the self-assessment, and report it"),
        /// To mend the form that it sent.
        Mend = "mend" ("sửa phiếu đã gửi rồi gửi lại", "mend the form and send it again"),
        /// To report the self-assessment that it sent.
        Report = "report" ("báo cáo kết quả tự đánh giá", "report the self-assessment"),
        /// To say which of several forms counts.
        Settle = "settle" ("cho biết phiếu nào được tính", "say which form counts"),
        /// To add evidence that is required.
        AddEvidence = "add_evidence" ("bổ sung minh chứng bắt buộc", "add the required evidence"),
    }
}

impl Reminders {
    /// The reminders of a year. Whoever is not in a list of the year is asked nothing. The register gives the addresses.
    pub fn of(year: &Year, register: Option<&Register>) -> Reminders {
        let lang: Lang = year.lang.parse().unwrap_or_default();
        let report = year.deadlines.iter().find(|deadline| deadline.act == Act::Report);
        let mut finder = Finder { found: Vec::new(), register, report, year };
        for missing in &year.missing {
            // A form of a later day is as not yet there; where its day is wrong, its school can tell.
            let later: Vec<String> = year
                .later
                .iter()
                .filter(|form| missing.refused.as_ref() == Some(&form.at))
                .map(|form| {
                    let (file, assessed_on, day) = (form.at.text(lang), form.assessed_on.text(lang), year.as_of.text(lang));
                    Say::Later.say(lang, &[("file", &file), ("assessed_on", &assessed_on), ("day", &day)])
                })
                .collect();
            let is_refused = missing.refused.is_some() && later.is_empty();
            let is_to_mend = is_refused || year.refused.iter().any(|row| row.institution.as_deref() == Some(&missing.code));
            if !is_to_mend {
                finder.ask(&missing.code, Ask::Send, later);
            }
        }
        for school in &year.levels {
            let is_its = |row: &&crate::folder::RefusedRow| row.institution.as_deref() == Some(&school.code);
            let of_file = year.missing.iter().find(|missing| missing.code == school.code).and_then(|missing| missing.refused.as_ref());
            let rows = year.refused.iter().filter(|row| is_its(row) || of_file.is_some_and(|at| row.at.file == at.file));
            let mut details: Vec<String> = rows.map(|row| row.line(lang)).collect();
            // Its form has the code of another institution, or one of none.
            let repeated = year.duplicates.iter().map(|form| (&form.at, &form.code, &form.near));
            let unknown = year.unregistered.iter().map(|form| (&form.at, &form.code, &form.near));
            let miscoded = repeated.chain(unknown).filter(|(.., near)| near.as_deref() == Some(&school.code));
            details
                .extend(miscoded.map(|(at, code, _)| Say::OtherCode.say(lang, &[("file", &at.text(lang)), ("code", code), ("near", &school.code)])));
            if !details.is_empty() {
                finder.ask(&school.code, Ask::Mend, details);
            }
            let twice: Vec<String> = year
                .duplicates
                .iter()
                .filter(|twice| twice.code == school.code && twice.near.is_none())
                .map(|twice| Say::Twice.say(lang, &[("file", &twice.at.text(lang)), ("counted", &twice.counted.text(lang))]))
                .collect();
            if !twice.is_empty() {
                finder.ask(&school.code, Ask::Settle, twice);
            }
            let has_sent = school.own.is_some();
            let has_not_reported = report.is_some_and(|report| report.late.iter().any(|late| late.code == school.code && late.on.is_none()));
            if has_sent && has_not_reported {
                finder.ask(&school.code, Ask::Report, Vec::new());
            }
            if let Some(lacking) = year.evidence.iter().find(|lacking| lacking.code == school.code && !lacking.required.is_empty()) {
                let codes: Vec<&str> = lacking.required.iter().map(|required| required.code.as_str()).collect();
                finder.ask(&school.code, Ask::AddEvidence, vec![Say::Lacking.say(lang, &[("codes", &codes.join(", "))])]);
            }
        }
        let mut reminders = finder.found;
        let place = |code: &str| year.levels.iter().position(|school| school.code == code);
        reminders.sort_by_key(|reminder| (place(&reminder.code), reminder.ask));
        Reminders { as_of: year.as_of, period: year.period.clone(), reminders }
    }

    /// The canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

struct Finder<'y> {
    found: Vec<Reminder>,
    register: Option<&'y Register>,
    /// The deadline of the reports: everything that a school is asked is for its report.
    report: Option<&'y Deadline>,
    year: &'y Year,
}

impl Finder<'_> {
    fn ask(&mut self, code: &str, ask: Ask, details: Vec<String>) {
        let school = self.year.levels.iter().find(|school| school.code == code);
        let known = self.register.and_then(|register| register.find(code));
        self.found.push(Reminder {
            address: known.and_then(|known| known.address.clone()),
            ask,
            authority: school.and_then(|school| school.authority.clone()),
            code: code.to_owned(),
            days: self.report.map(|report| report.days),
            deadline: self.report.map(|report| report.deadline),
            details,
            name: school.and_then(|school| school.name.clone()),
        });
    }
}
