//! `overlay new`: an overlay from nothing, by the codes that it is to refine.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Date, Draft, DraftRule, Lang, Legal, Overlay, Points, Step, StepsOf, Text};

use crate::args::{FrameworkArg, is_stdout, named};
use crate::input::framework;
use crate::outcome::Outcome;
use crate::output;
use crate::terminal::{self, stderr, stdout};
use crate::words::Word;

/// What the new overlay adds.
#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// An indicator in proportion: points are the maximum × part / whole
    #[arg(long, value_name = "CODE")]
    share: Vec<String>,

    /// An indicator by steps: of a count (1.4.1=0:0,10:2,50:10) or of a percentage (1.6.1=0%:0,80%:7); without rows, two hold the place
    #[arg(long, value_name = "CODE=ROWS", value_parser = steps)]
    steps: Vec<Steps>,

    /// An indicator that is met or not: the maximum, or nothing
    #[arg(long, value_name = "CODE")]
    flag: Vec<String>,

    /// What is counted for an indicator, such as 1.6.1=teachers
    #[arg(long, value_name = "CODE=TEXT", value_parser = pair)]
    unit: Vec<(String, String)>,

    /// How many pieces of evidence an indicator or condition needs, such as 1.6.1=1
    #[arg(long, value_name = "CODE=COUNT", value_parser = count)]
    evidence: Vec<(String, u32)>,

    /// A condition of its own, which only the local result reports: its code begins with that of the group, such as 1.hp1=TEXT
    #[arg(long, value_name = "CODE=TEXT", value_parser = pair)]
    condition: Vec<(String, String)>,

    /// The id of the local framework; else the name of the file to write
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    /// The name of the local framework; without it, a text says that one is to be written
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// The number of the act that issues the overlay; without an act it only illustrates
    #[arg(long, value_name = "TEXT", requires_all = ["issued", "issuer", "act_title"])]
    act: Option<String>,

    /// The day of the act, such as 2027-01-15
    #[arg(long, value_name = "DATE", requires = "act")]
    issued: Option<Date>,

    /// The authority that issues the act
    #[arg(long, value_name = "TEXT", requires = "act")]
    issuer: Option<String>,

    /// The title of the act
    #[arg(long, value_name = "TEXT", requires = "act")]
    act_title: Option<String>,

    #[command(flatten)]
    framework: FrameworkArg,

    /// File to write; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    force: bool,
}

pub(super) fn run(args: &NewArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.framework, lang)?;
    let made = draft(args, lang)?.overlay(scorers.local().framework()).and_then(|overlay| scorers.clone().with(&overlay).map(|_| overlay));
    let overlay = match made {
        Ok(overlay) => overlay,
        Err(violations) => {
            stderr::refused(&Word::DraftRefused.say(lang, &[("count", &violations.len())]), &violations, lang);
            return Ok(Outcome::SomeRefused);
        }
    };
    match args.output.as_deref().filter(|path| !is_stdout(path)) {
        None => {
            stdout::all(overlay.to_file().as_bytes())?;
            overlay.lacking(lang).iter().for_each(|line| stderr::note(line));
        }
        Some(path) => {
            output::write_file(path, overlay.to_file().as_bytes(), args.force, lang)?;
            written(path, args, &overlay, lang)?;
        }
    }
    Ok(Outcome::Done)
}

/// Prints what is written, and what is still to be decided in it.
fn written(path: &Path, args: &NewArgs, overlay: &Overlay, lang: Lang) -> Result<()> {
    let mut command = vec!["thuocdo overlay check".to_owned()];
    command.extend(args.framework.overlays.files.iter().chain([&path.to_owned()]).map(|file| file.display().to_string()));
    let mut lines = vec![Word::DraftWritten.say(lang, &[("command", &command.join(" ")), ("file", &path.display())])];
    lines.extend(overlay.lacking(lang));
    let mut out = stdout::styled();
    terminal::lines(&mut out, &lines.join("\n"))?;
    Ok(out.flush()?)
}

fn draft(args: &NewArgs, lang: Lang) -> Result<Draft> {
    let stem = named(args.output.as_deref()).and_then(Path::file_stem).and_then(OsStr::to_str);
    let Some(id) = args.id.as_deref().or(stem) else { bail!(Word::DraftNeedsId.template(lang)) };
    let units: BTreeMap<&str, Text> = args.unit.iter().map(|(code, unit)| (code.as_str(), Text::only(lang, unit))).collect();
    let unit = |code: &str| units.get(code).cloned();
    let shares = args.share.iter().map(|code| (code.clone(), DraftRule::Share { unit: unit(code) }));
    let flags = args.flag.iter().map(|code| (code.clone(), DraftRule::Flag));
    let steps =
        args.steps.iter().map(|Steps { code, of, table }| (code.clone(), DraftRule::Steps { of: *of, table: table.clone(), unit: unit(code) }));
    let issued = args.act.as_ref().zip(args.issued).zip(args.issuer.as_ref()).zip(args.act_title.as_ref());
    Ok(Draft {
        evidence: args.evidence.iter().cloned().collect(),
        id: id.to_owned(),
        issued: issued.map(|(((act, issued), issuer), title)| Legal { act: act.clone(), issued, issuer: issuer.clone(), title: title.clone() }),
        local_conditions: args.condition.iter().map(|(code, title)| (code.clone(), Text::only(lang, title))).collect(),
        rules: shares.chain(flags).chain(steps).collect(),
        title: args.title.as_ref().map(|title| Text::only(lang, title)),
    })
}

/// An indicator by steps.
#[derive(Clone, Debug)]
struct Steps {
    code: String,
    of: StepsOf,
    table: Vec<Step>,
}

/// `1.4.1`, `1.4.1=0:0,10:2.5` or `1.6.1=0%:0,80%:7`.
fn steps(typed: &str) -> Result<Steps, &'static str> {
    const WRONG: &str = "CODE=ROWS, such as 1.4.1=0:0,10:2,50:10 or 1.6.1=0%:0,80%:7";
    let Some((code, rows)) = typed.split_once('=') else {
        return Ok(Steps { code: typed.to_owned(), of: StepsOf::Count, table: Vec::new() });
    };
    let is_percent = rows.contains('%');
    let row = |row: &str| {
        let (at_least, points) = row.split_once(':')?;
        let at_least = if is_percent { at_least.trim().strip_suffix('%')? } else { at_least };
        Some(Step { at_least: points_of(at_least)?, points: points_of(points)? })
    };
    let table: Option<Vec<Step>> = rows.split(',').map(row).collect();
    let of = if is_percent { StepsOf::Percent } else { StepsOf::Count };
    Ok(Steps { code: code.to_owned(), of, table: table.ok_or(WRONG)? })
}

fn points_of(typed: &str) -> Option<Points> {
    typed.trim().parse().ok()
}

/// `CODE=TEXT`.
fn pair(typed: &str) -> Result<(String, String), &'static str> {
    let (code, text) = typed.split_once('=').ok_or("CODE=TEXT")?;
    if text.trim().is_empty() { Err("CODE=TEXT") } else { Ok((code.to_owned(), text.trim().to_owned())) }
}

/// `CODE=COUNT`.
fn count(typed: &str) -> Result<(String, u32), &'static str> {
    let (code, count) = typed.split_once('=').ok_or("CODE=COUNT")?;
    count.trim().parse().map(|count| (code.to_owned(), count)).map_err(|_| "CODE=COUNT")
}
