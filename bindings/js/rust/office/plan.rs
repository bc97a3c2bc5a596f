//! Plans: of external assessments, and of each school's own assessment.

use std::rc::Rc;

use thuocdo_core::json::{Reader, Value};
use thuocdo_core::{Date, Lang, LocalScorer};
use thuocdo_office::assign::{OWN_PLAN, OwnPlan, OwnPlanRequest, OwnPlans, PERSONS, fixed_tasks, own_plans, persons};
use thuocdo_office::paper::PaperFiles;
use thuocdo_office::report;
use thuocdo_office::schedule::{PANELS, PLAN, Schedule, ScheduleRequest, fixed_visits, panel_teams, schedule};
use thuocdo_practice::process::Calendar;
use thuocdo_practice::{Register, Registered};
use thuocdo_tables::{Fault as TableFault, Faults, FileFormat, Ledger, LedgerKind, Unmarked, ledger, recognise};

use crate::door::{Fault, entry, keep, of};
use crate::framework::scorers;
use crate::office::folder::{OpenYear, bytes};
use crate::office::paper::{laid, letter, written};
use crate::practice::words;

/// A plan of external assessments that JavaScript holds, with what it was made of.
struct OpenSchedule {
    request: ScheduleRequest,
    schedule: Schedule,
    year: Rc<OpenYear>,
}

/// A plan of external assessments: the sheet of panels, and a plan of before whose marked visits stay, or nothing.
#[unsafe(no_mangle)]
extern "C" fn year_schedule(year: u32) -> i32 {
    entry(0, |[panels, plan], _| {
        let open = of::<OpenYear>(year);
        let register = open.register.as_ref();
        let panels = of_ledger(&panels, &PANELS, |ledger| panel_teams(&ledger, &open.year))?;
        let fixed = if plan.is_empty() { Vec::new() } else { of_ledger(&plan, &PLAN, |ledger| fixed_visits(&ledger, &panels, register))? };
        let request = ScheduleRequest::of(&open.year, register, panels, fixed);
        let schedule = schedule(&request, open.lang);
        Ok(keep(OpenSchedule { request, schedule, year: open }))
    })
}

fn of_ledger<T>(bytes: &[u8], kind: &'static LedgerKind, make: impl FnOnce(Ledger) -> Result<T, Vec<TableFault>>) -> Result<T, Fault> {
    let opened = recognise(Box::new(bytes), None::<FileFormat>, Unmarked::Look).map_err(|fault| vec![fault]);
    opened.and_then(|opened| ledger(opened, kind)).and_then(make).map_err(|faults| Fault::Table(Faults(faults)))
}

#[unsafe(no_mangle)]
extern "C" fn schedule_json(schedule: u32) -> i32 {
    entry(0, |[], _| Ok(of::<OpenSchedule>(schedule).schedule.to_json()))
}

#[unsafe(no_mangle)]
extern "C" fn schedule_report(schedule: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenSchedule>(schedule);
        Ok(words(&open.schedule.report(open.year.lang)))
    })
}

#[unsafe(no_mangle)]
extern "C" fn schedule_workbook(schedule: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenSchedule>(schedule);
        bytes(open.schedule.workbook(open.year.year.as_of, open.year.lang))
    })
}

#[unsafe(no_mangle)]
extern "C" fn schedule_ics(schedule: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenSchedule>(schedule);
        Ok(open.schedule.ics(open.year.year.as_of, open.year.lang))
    })
}

/// The plan to print and sign.
#[unsafe(no_mangle)]
extern "C" fn schedule_paper(schedule: u32) -> i32 {
    entry(0, |[format, head], _| {
        let OpenSchedule { request, schedule, year } = &*of::<OpenSchedule>(schedule);
        let OpenYear { lang, scorers, year, .. } = &**year;
        written(&report::visits(scorers.local().framework(), schedule, &request.panels, year, &letter(&head)?, *lang), &format)
    })
}

/// Plans of schools that JavaScript holds.
struct OpenOwnPlans {
    lang: Lang,
    plans: OwnPlans,
    scorers: Rc<LocalScorer>,
}

/// What such plans are made of.
#[derive(Default)]
struct Asked {
    begin: Date,
    calendar: Option<Calendar>,
    name: Option<String>,
    period: Option<String>,
    register: Option<Register>,
}

thuocdo_core::record!(Asked { begin, calendar ? value, name ? value, period ? value, register ? value });

/// The plan of each school of a register, else of one school: the request, the sheet of persons, and a plan of before whose marked tasks
/// stay; each sheet may be nothing.
#[unsafe(no_mangle)]
extern "C" fn assign(framework: u32, lang: u32) -> i32 {
    entry(lang, |[asked, sheet, plan], lang| {
        let scorers = scorers(framework);
        let of = scorers.local().framework();
        let value = Value::parse(&asked)?;
        let Asked { begin, calendar, name, period, register } = Reader::read(&value)?;
        let calendar = calendar.map_or_else(|| Calendar::national(of), Ok)?;
        let request = OwnPlanRequest {
            begin,
            fixed: if plan.is_empty() { Vec::new() } else { of_ledger(&plan, &OWN_PLAN, |ledger| fixed_tasks(&ledger, of))? },
            period,
            persons: if sheet.is_empty() { Vec::new() } else { of_ledger(&sheet, &PERSONS, |ledger| persons(&ledger, of, register.as_ref()))? },
            schools: match &register {
                Some(register) => register.institutions().to_vec(),
                None => vec![Registered { name, ..Registered::default() }],
            },
        };
        let plans = own_plans(&scorers, &calendar, &request, lang).map_err(|none| Fault::Impossible(none.message(lang)))?;
        Ok(keep(OpenOwnPlans { lang, plans, scorers }))
    })
}

fn one(plans: &OwnPlans, nth: u32) -> &OwnPlan {
    plans.plans.get(nth as usize).unwrap_or_else(|| panic!("there is no plan {nth}"))
}

#[unsafe(no_mangle)]
extern "C" fn own_plans_json(plans: u32) -> i32 {
    entry(0, |[], _| Ok(of::<OpenOwnPlans>(plans).plans.to_json()))
}

#[unsafe(no_mangle)]
extern "C" fn own_plans_report(plans: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenOwnPlans>(plans);
        Ok(words(&open.plans.report(open.lang)))
    })
}

/// The sheet of one plan.
#[unsafe(no_mangle)]
extern "C" fn own_plans_workbook(plans: u32, nth: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenOwnPlans>(plans);
        bytes(open.plans.workbook(one(&open.plans, nth), open.lang))
    })
}

/// One plan to print and sign.
#[unsafe(no_mangle)]
extern "C" fn own_plans_paper(plans: u32, nth: u32) -> i32 {
    entry(0, |[format, head], _| {
        let OpenOwnPlans { lang, plans, scorers } = &*of::<OpenOwnPlans>(plans);
        written(&report::own_plan(scorers.local().framework(), plans, one(plans, nth), &letter(&head)?, *lang), &format)
    })
}

/// Every plan as sheet and DOCX, as files.
#[unsafe(no_mangle)]
extern "C" fn own_plans_files(plans: u32) -> i32 {
    entry(0, |[head], _| {
        let OpenOwnPlans { lang, plans, scorers } = &*of::<OpenOwnPlans>(plans);
        let (framework, letter) = (scorers.local().framework(), letter(&head)?);
        let mut files = PaperFiles::default();
        for plan in &plans.plans {
            let code = plan.code.as_deref().unwrap_or_default();
            let paper = report::own_plan(framework, plans, plan, &letter, *lang);
            let written = plans.workbook(plan, *lang).map_err(|error| error.to_string());
            files.add("ke-hoach", code, "xlsx", written.map_err(Fault::Impossible)?);
            files.add("ke-hoach", code, "docx", paper.docx().map_err(|error| Fault::Impossible(error.to_string()))?);
        }
        Ok(laid(files))
    })
}
