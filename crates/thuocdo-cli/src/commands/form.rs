//! `form`: a blank form to fill in, a prefilled one for each institution of a register, or one with the answers of an assessment.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::{Framework, Lang, Stream};
use thuocdo_office::FileNames;
use thuocdo_practice::Registered;
use thuocdo_tables::{Prefilled, blank_csv, blank_json, blank_plain_csv, blank_xlsx, filled_xlsx, typed_period};

use crate::args::{DEFAULT_FRAMEWORK, FrameworkArg, by_ending_or, word};
use crate::commands::single::one_assessment;
use crate::input::{framework, register};
use crate::outcome::Outcome;
use crate::output::{self, Tally};
use crate::terminal::{stderr, stdout};
use crate::words::Word;

/// Arguments of `form`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  thuocdo form
  thuocdo form -o form.xlsx --period 2025-2026 --stream self
  thuocdo form --register schools.xlsx --period 2025-2026 -o forms
  thuocdo form --filled schools/0007.json -o form.xlsx
  thuocdo form --format csv > schools.csv")]
pub(crate) struct FormArgs {
    /// What to make; else told by the ending of FILE
    #[arg(long, value_enum)]
    pub(crate) format: Option<FormFormat>,

    /// File to write (with `--register` a folder); `-` is standard output; without it an xlsx form goes to `phieu.xlsx`
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Overwrite files that are there
    #[arg(long)]
    pub(crate) force: bool,

    /// A register of institutions: make a form for each, with its code, name and type filled in
    #[arg(long, value_name = "FILE")]
    pub(crate) register: Option<PathBuf>,

    /// A file with one assessment, such as last year's form: make a form with its answers, to go on with
    #[arg(long, value_name = "FILE", conflicts_with_all = ["period", "register", "stream"])]
    pub(crate) filled: Option<PathBuf>,

    /// The period to fill in, such as 2025-2026
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,

    /// Who assesses, to fill in
    #[arg(long, value_name = "STREAM", value_parser = word(Stream::WORDS))]
    pub(crate) stream: Option<Stream>,

    #[command(flatten)]
    pub(crate) framework: FrameworkArg,
}

/// What blank forms there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormFormat {
    /// One assessment with every code, all unanswered
    Json,
    /// A table for people: titles above a header with every code
    Csv,
    /// A table for programs: a header with the names of the fields, and commas
    PlainCsv,
    /// A workbook for people, which adds up as it is filled in
    Xlsx,
}

pub(crate) fn run(args: &FormArgs, lang: Lang) -> Result<Outcome> {
    if let Some(path) = args.output.as_ref().filter(|_| args.register.is_none()) {
        by_ending_or(path, &[("xlsx", ()), ("csv", ()), ("json", ())], (), lang)?;
    }
    let framework = framework::local(&args.framework, lang)?;
    let period = args.period.as_deref().map(|period| typed_period(period, lang)).transpose().map_err(anyhow::Error::msg)?;
    // The person who fills the form in has the overlay somewhere else.
    let bare = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let command = command(args, Word::ThisFile.template(lang), bare);
    let known = Prefilled { command: Some(&command), period: period.as_deref(), stream: args.stream, ..Prefilled::default() };
    let format = format(args, lang)?;
    if format != FormFormat::Xlsx && (args.register.is_some() || args.filled.is_some() || args.period.is_some() || args.stream.is_some()) {
        bail!(Word::PrefilledIsWorkbook.template(lang));
    }
    if let (Some(register), outcome) = register::load_what_is_right(args.register.as_deref(), lang)? {
        return for_each(args, register.institutions(), &framework, &known, lang).map(|()| outcome);
    }
    let bytes = match format {
        FormFormat::Xlsx if args.filled.is_some() => match filled(args, lang)? {
            Some(bytes) => bytes,
            None => return Ok(Outcome::SomeRefused),
        },
        FormFormat::Json => blank_json(&framework).into_bytes(),
        FormFormat::Csv => blank_csv(&framework, lang),
        FormFormat::PlainCsv => blank_plain_csv(&framework),
        FormFormat::Xlsx => blank_xlsx(&framework, &known, lang)?,
    };
    // A workbook is for no terminal. Whoever names neither a file nor a format wants one to fill in.
    let is_for_file = args.format.is_none() || (format == FormFormat::Xlsx && io::stdout().is_terminal());
    match &args.output {
        Some(path) => output::write_file(path, &bytes, args.force, lang)?,
        None if is_for_file => {
            let file = Word::FormFile.template(lang);
            output::write_file(Path::new(file), &bytes, args.force, lang)?;
            stderr::note(
                &Word::FormWritten.say(lang, &[("file", &file), ("command", &self::command(args, file, |path| path.display().to_string()))]),
            );
        }
        None => stdout::all(&bytes)?,
    }
    Ok(Outcome::Done)
}

/// The form with the answers of an assessment. `None` if that is refused; standard error then says why.
fn filled(args: &FormArgs, lang: Lang) -> Result<Option<Vec<u8>>> {
    let scorers = framework::scorer(&args.framework, lang)?;
    let Some(path) = &args.filled else { return Ok(None) };
    let Some(form) = one_assessment(path, &scorers, &mut Tally::default(), lang)? else { return Ok(None) };
    let card = scorers.local().score(&form).map_err(|violations| anyhow::anyhow!(violations.lines(lang)))?;
    Ok(Some(filled_xlsx(scorers.local().framework(), &form, &card, lang)?))
}

/// What is asked for, by name or by the ending of the file; both must agree. A workbook where neither says it.
fn format(args: &FormArgs, lang: Lang) -> Result<FormFormat> {
    let file = args.output.as_deref().filter(|_| args.register.is_none());
    let ending = file.and_then(Path::extension).and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    let by_ending = match ending.as_deref() {
        Some("json") => Some(FormFormat::Json),
        Some("csv") => Some(FormFormat::Csv),
        Some("xlsx") => Some(FormFormat::Xlsx),
        _ => None,
    };
    match (args.format, by_ending, file) {
        (Some(FormFormat::PlainCsv), Some(FormFormat::Csv), _) => Ok(FormFormat::PlainCsv),
        (Some(named), Some(ending), _) if named != ending => bail!(Word::FormatContradicts.template(lang)),
        (Some(format), ..) | (None, Some(format), _) => Ok(format),
        (None, None, Some(file)) => bail!(Word::WhichFormat.say(lang, &[("file", &file.display())])),
        (None, None, None) => Ok(FormFormat::Xlsx),
    }
}

/// The command that shows the result of a filled form, with the framework and the overlays of this one.
fn command(args: &FormArgs, file: &str, shown: impl Fn(&Path) -> String) -> String {
    let mut command = vec!["thuocdo score".to_owned(), in_quotes(file)];
    let FrameworkArg { name, overlays } = &args.framework;
    if name != DEFAULT_FRAMEWORK {
        command.push(format!("--framework {}", in_quotes(&shown(Path::new(name)))));
    }
    command.extend(overlays.files.iter().map(|file| format!("--overlay {}", in_quotes(&shown(file)))));
    command.join(" ")
}

/// A word of a command line, in quotes if it has blanks.
fn in_quotes(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

/// How many writers there are for each core.
const WRITERS: usize = 4;

/// Writes a form for each institution into a folder.
fn for_each(args: &FormArgs, institutions: &[Registered], framework: &Framework, known: &Prefilled<'_>, lang: Lang) -> Result<()> {
    if institutions.is_empty() {
        bail!(Word::RegisterIsEmpty.template(lang));
    }
    let folder = args.output.clone().unwrap_or_else(|| PathBuf::from(Word::FormFolder.template(lang)));
    fs::create_dir_all(&folder).with_context(|| Word::CannotWrite.say(lang, &[("file", &folder.display())]))?;
    let mut names = FileNames::default();
    let paths: Vec<PathBuf> = institutions
        .iter()
        .map(|Registered { code, name, .. }| match name {
            Some(name) => format!("{code} {name}"),
            None => code.clone(),
        })
        .map(|name| folder.join(names.next(&name, "xlsx")))
        .collect();
    if !args.force {
        let there: Vec<&PathBuf> = paths.iter().filter(|path| output::is_there(path)).collect();
        if let [first, ..] = there.as_slice() {
            let file = first.file_name().unwrap_or_default().to_string_lossy();
            bail!(Word::FormsExist.say(lang, &[("count", &there.len()), ("folder", &folder.display()), ("file", &file)]));
        }
    }
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        loop {
            let nth = next.fetch_add(1, Ordering::Relaxed);
            let Some((institution, path)) = institutions.get(nth).zip(paths.get(nth)) else { return Ok(()) };
            let Registered { authority, code, name, kind, .. } = institution;
            let known = Prefilled { authority: authority.as_deref(), code: Some(code), kind: *kind, name: name.as_deref(), ..*known };
            output::write_file(path, &blank_xlsx(framework, &known, lang)?, args.force, lang)?;
        }
    };
    // A writer mostly waits until its form is on the disk.
    let threads = thread::available_parallelism().map_or(1, NonZero::get).saturating_mul(WRITERS).min(institutions.len());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    stderr::note(&Word::FormsWritten.say(lang, &[("count", &institutions.len()), ("folder", &folder.display())]));
    Ok(())
}
