//! Folders and their years.

use std::cell::RefCell;
use std::rc::Rc;

use self_cell::self_cell;
use thuocdo_core::json::{Reader, Value};
use thuocdo_core::{Date, Lang, LocalScorer, Stream, canonical};
use thuocdo_office::folder::Form;
use thuocdo_office::gather::{Gathered, Layout};
use thuocdo_office::remind::Reminders;
use thuocdo_office::schedule::{PANELS, PLAN, Schedule, ScheduleRequest, fixed_visits, panel_teams, schedule};
use thuocdo_office::year::{csv, workbook};
use thuocdo_office::{Folder, FolderReader, Year, YearOptions};
use thuocdo_practice::process::Calendar;
use thuocdo_practice::{Keep, Register};
use thuocdo_tables::{Fault as TableFault, Faults, FileFormat, Ledger, LedgerKind, Unmarked, ledger, recognise};

use crate::door::{Answer, Fault, entry, keep, of};
use crate::framework::scorers;
use crate::practice::words;

type Reading<'s> = FolderReader<'s>;

self_cell!(
    /// A reader beside the framework that it borrows.
    struct Read {
        owner: (Rc<LocalScorer>, Option<String>),
        #[covariant]
        dependent: Reading,
    }
);

/// A folder that JavaScript holds.
pub(super) struct OpenFolder {
    lang: Lang,
    read: RefCell<Read>,
}

impl OpenFolder {
    /// Does something with what was read so far.
    pub(super) fn with<T>(&self, run: impl FnOnce(&Folder, &LocalScorer) -> T) -> T {
        let read = self.read.borrow();
        run(read.borrow_dependent().folder(), &read.borrow_owner().0)
    }
}

/// A year that JavaScript holds, with the register of its folder.
struct OpenYear {
    lang: Lang,
    register: Option<Register>,
    year: Year,
}

/// A plan of external assessments that JavaScript holds.
struct OpenSchedule {
    as_of: Date,
    lang: Lang,
    schedule: Schedule,
}

/// How a folder is looked at.
#[derive(Default)]
struct Options {
    as_of: Date,
    calendar: Option<Calendar>,
    keep: Option<Keep>,
    period: Option<String>,
}

thuocdo_core::record!(Options { as_of, calendar ? value, keep ? value, period ? value });

pub(super) fn options(json: &[u8], lang: Lang) -> Result<YearOptions, Fault> {
    let value = Value::parse(json)?;
    let Options { as_of, calendar, keep, period } = Reader::read(&value)?;
    Ok(YearOptions { calendar, keep, lang, period, ..YearOptions::on(as_of) })
}

fn bytes(written: Result<Vec<u8>, impl ToString>) -> Result<Answer, Fault> {
    written.map(Answer::Bytes).map_err(|error| Fault::Unwritable(error.to_string()))
}

#[unsafe(no_mangle)]
extern "C" fn folder(framework: u32, lang: u32) -> i32 {
    entry(lang, |[filled_by], lang| {
        let filled_by = Some(String::from_utf8_lossy(&filled_by).into_owned()).filter(|id| !id.is_empty());
        let read = Read::new((scorers(framework), filled_by), |(scorers, filled_by)| FolderReader::new(scorers, filled_by.as_deref(), lang));
        Ok(keep(OpenFolder { lang, read: RefCell::new(read) }))
    })
}

/// Reads a file, and answers with what it holds.
#[unsafe(no_mangle)]
extern "C" fn folder_add(folder: u32) -> i32 {
    entry(0, |[path, bytes], _| {
        let folder = of::<OpenFolder>(folder);
        folder.read.borrow_mut().with_dependent_mut(|_, reader| reader.file(&String::from_utf8_lossy(&path), Box::new(&bytes[..])));
        Ok(folder.with(|folder, _| canonical(&folder.files.last())))
    })
}

#[unsafe(no_mangle)]
extern "C" fn folder_unreadable(folder: u32) -> i32 {
    entry(0, |[path, reason], _| {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        of::<OpenFolder>(folder).read.borrow_mut().with_dependent_mut(|_, reader| reader.unreadable(&text(&path), text(&reason)));
        Ok(0)
    })
}

/// What was read: `{"files":[…],"forms":[…],"refused":[…],"register":…}`.
#[unsafe(no_mangle)]
extern "C" fn folder_json(folder: u32) -> i32 {
    entry(0, |[], _| {
        Ok(of::<OpenFolder>(folder).with(|folder, _| {
            let Folder { files, forms, refused, register, .. } = folder;
            let forms: Vec<String> = forms.iter().map(form).collect();
            let register = register.as_ref().map_or_else(|| "null".to_owned(), Register::to_json);
            let (files, refused) = (canonical(files), canonical(refused));
            format!("{{\"files\":{files},\"forms\":[{}],\"refused\":{refused},\"register\":{register}}}", forms.join(","))
        }))
    })
}

/// A form with what its folder and file add.
fn form(form: &Form) -> String {
    format!("{{\"assessment\":{},\"at\":{},\"stream\":\"{}\"}}", form.said().to_json(), canonical(&form.at), form.stream.as_str())
}

#[unsafe(no_mangle)]
extern "C" fn folder_cases(folder: u32) -> i32 {
    entry(0, |[asked], _| {
        let folder = of::<OpenFolder>(folder);
        let options = options(&asked, folder.lang)?;
        let cases = folder.with(|folder, scorers| folder.cases(scorers, &options))?;
        let cases: Vec<String> = cases.iter().map(|case| case.case.to_json()).collect();
        Ok(format!("[{}]", cases.join(",")))
    })
}

/// All forms in one file: `xlsx`, `csv`, `ndjson`; of one stream or of both; `wide` or `long`.
#[unsafe(no_mangle)]
extern "C" fn folder_gather(folder: u32) -> i32 {
    entry(0, |[format, stream, layout], _| {
        let folder = of::<OpenFolder>(folder);
        let word = |bytes: Vec<u8>| Value::Text(String::from_utf8_lossy(&bytes).into_owned().into());
        let stream = if stream.is_empty() { None } else { Reader::whole::<Stream>(&word(stream)).0 };
        let layout: Layout = Reader::read(&word(layout))?;
        folder.with(|read, scorers| {
            let gathered = Gathered::of(read, scorers.local().framework(), stream);
            match &format[..] {
                b"ndjson" => Ok(gathered.ndjson().into()),
                b"csv" => Ok(gathered.csv(layout, folder.lang).into()),
                _ => bytes(gathered.xlsx(layout, folder.lang)),
            }
        })
    })
}

#[unsafe(no_mangle)]
extern "C" fn folder_year(folder: u32) -> i32 {
    entry(0, |[asked], _| {
        let folder = of::<OpenFolder>(folder);
        let options = options(&asked, folder.lang)?;
        let (year, register) = folder.with(|read, scorers| (Year::of(read, scorers, &options), read.register.clone()));
        Ok(keep(OpenYear { lang: folder.lang, register, year: year? }))
    })
}

#[unsafe(no_mangle)]
extern "C" fn year_json(year: u32) -> i32 {
    entry(0, |[], _| Ok(of::<OpenYear>(year).year.to_json()))
}

#[unsafe(no_mangle)]
extern "C" fn year_workbook(year: u32) -> i32 {
    entry(0, |[], _| bytes(workbook(&of::<OpenYear>(year).year)))
}

/// Every list as CSV: `[{"file":…,"text":…,"title":…}]`.
#[unsafe(no_mangle)]
extern "C" fn year_csv(year: u32) -> i32 {
    entry(0, |[], _| {
        let list = |list: &thuocdo_office::year::YearCsv| {
            format!("{{\"file\":{},\"text\":{},\"title\":{}}}", canonical(&list.file), canonical(&list.text), canonical(&list.title))
        };
        let lists: Vec<String> = csv(&of::<OpenYear>(year).year).iter().map(list).collect();
        Ok(format!("[{}]", lists.join(",")))
    })
}

#[unsafe(no_mangle)]
extern "C" fn year_report(year: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenYear>(year);
        Ok(words(&open.year.report(open.lang)))
    })
}

fn reminders(open: &OpenYear) -> Reminders {
    Reminders::of(&open.year, open.register.as_ref())
}

#[unsafe(no_mangle)]
extern "C" fn year_reminders(year: u32) -> i32 {
    entry(0, |[], _| Ok(reminders(&of(year)).to_json()))
}

#[unsafe(no_mangle)]
extern "C" fn year_reminders_workbook(year: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenYear>(year);
        bytes(reminders(&open).workbook(open.lang))
    })
}

/// A plan of external assessments: the sheet of panels, and a plan of before whose marked visits stay, or nothing.
#[unsafe(no_mangle)]
extern "C" fn year_schedule(year: u32) -> i32 {
    entry(0, |[panels, plan], _| {
        let OpenYear { lang, register, year } = &*of::<OpenYear>(year);
        let register = register.as_ref();
        let panels = of_ledger(&panels, &PANELS, |ledger| panel_teams(&ledger))?;
        let fixed = if plan.is_empty() { Vec::new() } else { of_ledger(&plan, &PLAN, |ledger| fixed_visits(&ledger, register))? };
        let schedule = schedule(&ScheduleRequest::of(year, register, panels, fixed), *lang);
        Ok(keep(OpenSchedule { as_of: year.as_of, lang: *lang, schedule }))
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
        Ok(words(&open.schedule.report(open.lang)))
    })
}

#[unsafe(no_mangle)]
extern "C" fn schedule_workbook(schedule: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenSchedule>(schedule);
        bytes(open.schedule.workbook(open.as_of, open.lang))
    })
}

#[unsafe(no_mangle)]
extern "C" fn schedule_ics(schedule: u32) -> i32 {
    entry(0, |[], _| {
        let open = of::<OpenSchedule>(schedule);
        Ok(open.schedule.ics(open.as_of, open.lang))
    })
}
