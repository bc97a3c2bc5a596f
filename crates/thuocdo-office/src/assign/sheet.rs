//! Persons and plans in spreadsheets, and a plan as a sheet of a workbook.

use thuocdo::{Framework, Lang, Term, Violation};
use thuocdo_practice::Register;
use thuocdo_tables::{AboutColumn, Fault, Ledger, LedgerCell, LedgerColumn, LedgerKind, LedgerRow, XlsxError};

use super::request::{FixedTask, Person};
use super::result::{OwnPlan, OwnPlans, TaskStep};
use super::words::Say;
use crate::schedule::{FIXED, day_of, parts};
use crate::sheet::{self, Sheet, SheetCell, SheetColumn, SheetTable};

/// Who takes part in self-assessments: a row a person.
pub static PERSONS: LedgerKind = LedgerKind {
    columns: &[
        LedgerColumn {
            field: "person",
            headings: &["họ tên", "họ và tên", "người thực hiện", "người phụ trách", "người tham gia", "cán bộ, giáo viên"],
            takes: LedgerCell::Text,
        },
        LedgerColumn { field: "role", headings: &["chức vụ", "chức danh", "vai trò"], takes: LedgerCell::Text },
        LedgerColumn {
            field: "parts",
            headings: &["tiêu chí", "mục", "nhiệm vụ", "việc", "phụ trách", "phân công", "bước, mục"],
            takes: LedgerCell::Text,
        },
        LedgerColumn { field: "code", headings: &["mã"], takes: LedgerCell::About(AboutColumn::Code) },
    ],
    is_header: |fields| fields.contains(&"person"),
    key: "person",
    wanted: ["“họ tên”", "\"person\""],
};

/// A plan that a person looked through: a row a task. Those with a mark under “Giữ nguyên” stay.
pub static OWN_PLAN: LedgerKind = LedgerKind {
    columns: &[
        LedgerColumn { field: "part", headings: &["bước, mục", "mục", "bước"], takes: LedgerCell::Text },
        LedgerColumn { field: "persons", headings: &["người thực hiện", "who"], takes: LedgerCell::Text },
        LedgerColumn { field: "from", headings: &["từ ngày"], takes: LedgerCell::Day },
        LedgerColumn { field: "until", headings: &["đến ngày"], takes: LedgerCell::Day },
        LedgerColumn { field: "fixed", headings: &["giữ nguyên", "giữ", "cố định"], takes: LedgerCell::Words(&FIXED) },
    ],
    is_header: |fields| ["part", "from", "until"].iter().all(|field| fields.contains(field)),
    key: "part",
    wanted: ["“bước, mục”, “từ ngày” và “đến ngày”", "\"part\", \"from\" and \"until\""],
};

/// The persons of a sheet. Their parts are codes of groups, conditions and criteria, and names of steps, with semicolons between them.
///
/// # Errors
///
/// Every part that the framework does not have, and every code that is not in the register.
pub fn persons(ledger: &Ledger, framework: &Framework, register: Option<&Register>) -> Result<Vec<Person>, Vec<Fault>> {
    let mut faults = ledger.faults.clone();
    let known = known_parts(framework);
    let mut persons = Vec::new();
    for row in &ledger.rows {
        let parts: Vec<String> =
            parts(&ledger.shown(row, "parts")).iter().flat_map(|part| part.split(", ")).map(|part| part.trim().to_owned()).collect();
        for part in parts.iter().filter(|part| !is_known(part, &known)) {
            faults.push(unknown(ledger, row, "parts", Say::NoPart, part, &known));
        }
        let code = Some(ledger.shown(row, "code")).filter(|code| !code.is_empty());
        let school = match (&code, register) {
            (Some(code), Some(register)) => register.find(code).map(|school| school.code.clone()),
            _ => code.clone(),
        };
        if code.is_some() && school.is_none() {
            faults.push(unknown(ledger, row, "code", Say::NoSchool, code.as_deref().unwrap_or_default(), &[]));
        }
        let (name, role) = (ledger.shown(row, "person"), ledger.shown(row, "role"));
        persons.push(Person { name: if role.is_empty() { name } else { format!("{name} ({role})") }, parts, school });
    }
    if faults.is_empty() { Ok(persons) } else { Err(faults) }
}

/// The tasks of a plan that a person fixed.
///
/// # Errors
///
/// Every fixed row whose part the framework does not have, whose days are none, or that ends before it begins.
pub fn fixed_tasks(ledger: &Ledger, framework: &Framework) -> Result<Vec<FixedTask>, Vec<Fault>> {
    let mut faults = ledger.faults.clone();
    let known = known_parts(framework);
    let mut fixed = Vec::new();
    for row in ledger.rows.iter().filter(|row| ledger.value(row, "fixed").is_some()) {
        let part = ledger.shown(row, "part");
        if !is_known(&part, &known) {
            faults.push(unknown(ledger, row, "part", Say::NoPart, &part, &known));
        }
        let days = ["from", "until"].map(|field| day_of(ledger, row, field));
        faults.extend(days.iter().filter_map(|day| day.as_ref().err()).cloned());
        let [Ok(from), Ok(until)] = days else { continue };
        if until < from {
            let sentences = [Lang::Vi, Lang::En].map(|lang| Say::EndsEarly.say(lang, &[("from", &from.text(lang))]));
            faults.push(ledger.fault_saying(row, "until", &Violation::invalid_date("/until", until.to_string(), Term::DateForm), &sentences));
        }
        fixed.push(FixedTask { from, part, persons: parts(&ledger.shown(row, "persons")), until });
    }
    if faults.is_empty() { Ok(fixed) } else { Err(faults) }
}

/// Every text that names a part: codes of groups, conditions and criteria, and the steps.
fn known_parts(framework: &Framework) -> Vec<String> {
    let mut parts = Vec::new();
    for group in &framework.groups {
        parts.push(group.code.to_string());
        parts.extend(group.conditions.iter().map(|condition| condition.code.to_string()));
        parts.extend(group.criteria.iter().map(|criterion| criterion.code.to_string()));
    }
    parts.extend(STEPS.map(|step| step.name(Lang::Vi).to_owned()));
    parts
}

/// The steps that a sheet names; scoring has the codes.
const STEPS: [TaskStep; 4] = [TaskStep::Prepare, TaskStep::Collect, TaskStep::Approve, TaskStep::Report];

fn is_known(part: &str, known: &[String]) -> bool {
    known.contains(&part.replace(',', ".")) || STEPS.iter().any(|step| step.is_named(part))
}

/// The fault of a cell that names something which is not there.
fn unknown(ledger: &Ledger, row: &LedgerRow, field: &str, say: Say, found: &str, known: &[String]) -> Fault {
    let sentences = [Lang::Vi, Lang::En].map(|lang| say.say(lang, &[("found", &found), ("known", &known.join(", "))]));
    ledger.fault_saying(row, field, &Violation::unknown_value(format!("/{field}"), found, known.to_vec()), &sentences)
}

impl OwnPlans {
    /// The plan of an institution as a workbook (XLSX), which people change, fix with an `x` and hand back.
    ///
    /// # Errors
    ///
    /// More tasks than a sheet can hold.
    pub fn workbook(&self, plan: &OwnPlan, lang: Lang) -> Result<Vec<u8>, XlsxError> {
        sheet::workbook(&[self.sheet(plan, lang)], None, lang)
    }

    fn sheet(&self, plan: &OwnPlan, lang: Lang) -> Sheet {
        let column = |say: Say, width: u16| SheetColumn::new(say.template(lang), width);
        let columns = vec![
            column(Say::Number, 5),
            column(Say::Part, 12),
            column(Say::What, 60),
            column(Say::Persons, 30),
            column(Say::From, 12),
            column(Say::Until, 12),
            column(Say::Fixed, 10),
        ];
        let rows = (1_u32..).zip(&plan.tasks).map(|(n, task)| {
            vec![
                SheetCell::number(n),
                SheetCell::text(task.part(lang)),
                SheetCell::text(&task.what),
                SheetCell::text(task.persons.join("; ")),
                SheetCell::Day(task.from),
                SheetCell::Day(task.until),
                SheetCell::text(if task.fixed { Say::FixedMark.template(lang) } else { "" }),
            ]
        });
        let mut remarks: Vec<String> = plan.name.iter().chain(&plan.code).cloned().collect();
        remarks.push(Say::About.say(lang, &[("period", &self.period), ("deadline", &self.deadline.text(lang))]));
        remarks.extend([Say::HowToFix, Say::Rule].map(|say| say.template(lang).to_owned()));
        Sheet {
            is_alarm: false,
            name: Say::Title.template(lang).to_owned(),
            remarks,
            tables: vec![SheetTable { columns, heading: None, rows: rows.collect() }],
            title: Say::Title.template(lang).to_uppercase(),
        }
    }
}
