//! Folders, their years, and the papers of both.

use std::cell::RefCell;
use std::rc::Rc;

use self_cell::self_cell;
use thuocdo_core::json::{Reader, Value};
use thuocdo_core::{Date, Lang, LocalScorer, Stream, canonical};
use thuocdo_office::folder::Form;
use thuocdo_office::gather::{Gathered, Layout};
use thuocdo_office::remind::Reminders;
use thuocdo_office::report::{self, RemindBy};
use thuocdo_office::year::{csv, workbook};
use thuocdo_office::{Folder, FolderReader, Year, YearOptions};
use thuocdo_practice::process::Calendar;
use thuocdo_practice::recognition::certify;
use thuocdo_practice::{Keep, Register};

use crate::door::{Answer, Fault, entry, keep, of};
use crate::framework::scorers;
use crate::office::paper::{files, letter, written};
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
pub(super) struct OpenYear {
    pub(super) lang: Lang,
    pub(super) register: Option<Register>,
    pub(super) scorers: Rc<LocalScorer>,
    pub(super) year: Year,
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

pub(super) fn bytes(written: Result<Vec<u8>, impl ToString>) -> Result<Answer, Fault> {
    written.map(Answer::Bytes).map_err(|error| Fault::Impossible(error.to_string()))
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

/// The report on the year of a folder.
#[unsafe(no_mangle)]
extern "C" fn folder_summary(folder: u32) -> i32 {
    entry(0, |[asked, format, head], _| {
        let folder = of::<OpenFolder>(folder);
        let (options, letter) = (options(&asked, folder.lang)?, letter(&head)?);
        let made = folder.with(|read, scorers| report::summary_of_year(read, scorers, &options, &letter));
        written(&made?.0, &format)
    })
}

/// A paper for each case whose level is recognised, as files.
#[unsafe(no_mangle)]
extern "C" fn folder_certificates(folder: u32) -> i32 {
    entry(0, |[asked, format, verify_at, head], _| {
        let folder = of::<OpenFolder>(folder);
        let (options, letter) = (options(&asked, folder.lang)?, letter(&head)?);
        let verify_at = Some(String::from_utf8_lossy(&verify_at)).filter(|address| !address.is_empty());
        folder.with(|read, scorers| {
            let framework = scorers.national().framework();
            let papers = read.cases(scorers, &options)?.into_iter().filter_map(|of| {
                let certificate = certify(scorers, &of.case).ok()?;
                Some((of.code, report::certificate(framework, &certificate, verify_at.as_deref(), &letter, folder.lang)))
            });
            files("ban-xac-nhan", papers, &format)
        })
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
        let scorers = Rc::clone(&folder.read.borrow().borrow_owner().0);
        Ok(keep(OpenYear { lang: folder.lang, register, scorers, year: year? }))
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

/// The letters that urge, all in one file; no bytes where nobody is to be reminded.
#[unsafe(no_mangle)]
extern "C" fn year_letters(year: u32) -> i32 {
    entry(0, |[by, format, head], _| {
        let open = of::<OpenYear>(year);
        let (by, letter) = (remind_by(&by)?, letter(&head)?);
        match report::reminders_together(open.scorers.local().framework(), &reminders(&open), by, &letter, open.lang) {
            Some(paper) => written(&paper, &format),
            None => Ok(Answer::Bytes(Vec::new())),
        }
    })
}

/// The same, each in a file of its own.
#[unsafe(no_mangle)]
extern "C" fn year_letter_files(year: u32) -> i32 {
    entry(0, |[by, format, head], _| {
        let open = of::<OpenYear>(year);
        let (by, letter) = (remind_by(&by)?, letter(&head)?);
        files("cong-van", report::reminders(open.scorers.local().framework(), &reminders(&open), by, &letter, open.lang), &format)
    })
}

fn remind_by(word: &[u8]) -> Result<RemindBy, Fault> {
    Ok(Reader::read(&Value::Text(String::from_utf8_lossy(word)))?)
}
