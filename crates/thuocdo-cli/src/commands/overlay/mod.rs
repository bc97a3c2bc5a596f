//! `overlay`: what a province or commune adds to a set of indicators without changing it.

mod new;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};
use thuocdo::text::shown;
use thuocdo::{Diff, Lang, LocalScorer, Overlay, Violations};
use thuocdo_practice::LocalFramework;

use crate::args::{DEFAULT_FRAMEWORK, Format, OutputArgs, ShowFormat, offered};
use crate::input::framework;
use crate::outcome::Outcome;
use crate::output::refusal::refused_file;
use crate::output::{self, Tally, show, write_report};
use crate::terminal::{lines, plain, stderr, stdout};
use crate::words::Word;

use self::new::NewArgs;

/// What to do with overlays.
#[derive(Debug, Subcommand)]
#[command(after_help = "An overlay is a JSON file: `base` (id and digest of what it is laid on), `id`, `title`, `basis`, and by code `indicators`, \
`conditions` and `local_conditions`. `thuocdo overlay new` writes one, `thuocdo schema overlay` prints its JSON Schema, and the chapter Overlay \
of docs/DESIGN.md explains each field. A text may be written in one language only.

Several files are a stack: each is laid on what those before it made.

Examples:
  thuocdo overlay new --share 1.6.1 --unit \"1.6.1=giáo viên\" --evidence 1.6.1=1 -o hai-phong.json
  thuocdo overlay check examples/overlays/hai-phong-illustrative.json
  thuocdo overlay apply province.json commune.json --format json > local.json
  thuocdo score school.json --overlay province.json --overlay commune.json")]
pub(crate) enum OverlayCommand {
    /// A new overlay by the codes that it refines: a file that passes `overlay check`, and says what is still to be written
    #[command(after_help = "Examples:
  thuocdo overlay new --share 1.6.1 --unit \"1.6.1=giáo viên\" --evidence 1.6.1=1 -o hai-phong.json
  thuocdo overlay new --steps 1.4.1=0:0,50:5,200:10 --condition \"1.hp1=Có người kiểm tra số liệu\" -o hai-phong.json
  thuocdo overlay new --overlay hai-phong.json --evidence 1.7.1=1 -o xa.json")]
    New(Box<NewArgs>),
    /// Everything that is wrong with overlays, all at once; or what they do, and the digest that an overlay on top names
    #[command(after_help = "Examples:
  thuocdo overlay check examples/overlays/hai-phong-illustrative.json
  thuocdo overlay check province.json commune.json")]
    Check {
        #[command(flatten)]
        stack: StackArgs,
        /// How to answer: `table` for people, `json` the framework that they make with the digest it has
        #[arg(long, value_parser = offered(FORMATS))]
        format: Option<Format>,
        #[command(flatten)]
        to: OutputArgs,
    },
    /// What changed from one overlay to another, by code
    #[command(after_help = "Examples:
  thuocdo overlay diff hai-phong-2026.json hai-phong-2027.json
  thuocdo overlay diff hai-phong-2026.json hai-phong-2027.json --format json")]
    Diff {
        /// The first overlay
        #[arg(value_name = "BEFORE")]
        before: PathBuf,
        /// The second overlay
        #[arg(value_name = "AFTER")]
        after: PathBuf,
        /// How to answer; else by the ending of the file to write, else `table`
        #[arg(long, value_parser = offered(DIFF_FORMATS))]
        format: Option<Format>,
        #[command(flatten)]
        to: OutputArgs,
    },
    /// The set of indicators that they make
    #[command(after_help = "Examples:
  thuocdo overlay apply examples/overlays/hai-phong-illustrative.json
  thuocdo overlay apply province.json commune.json --format json > local.json")]
    Apply {
        #[command(flatten)]
        stack: StackArgs,
        /// How to print
        #[arg(long, value_enum, default_value_t = ShowFormat::Table)]
        format: ShowFormat,
        #[command(flatten)]
        to: OutputArgs,
    },
}

/// What the set of indicators may be written as.
const FORMATS: &[Format] = &[Format::Table, Format::Json];
/// What a list of changes may be written as.
const DIFF_FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

impl OverlayCommand {
    /// Where the answer goes and what it may be, of a command that writes it to a file.
    pub(crate) fn answer(&self) -> Option<(&OutputArgs, Option<Format>, &'static [Format])> {
        match self {
            OverlayCommand::Apply { format, to, .. } => Some((to, format.named(), FORMATS)),
            OverlayCommand::Check { format, to, .. } => Some((to, *format, FORMATS)),
            OverlayCommand::Diff { format, to, .. } => Some((to, *format, DIFF_FORMATS)),
            OverlayCommand::New(_) => None,
        }
    }
}

/// Overlays and what they are laid on.
#[derive(Debug, Args)]
pub(crate) struct StackArgs {
    /// The overlays, in the order in which they are laid
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The set of indicators below them: the id of one that ships, or a file
    #[arg(long, value_name = "ID|FILE", default_value = DEFAULT_FRAMEWORK)]
    framework: String,
}

pub(crate) fn run(command: &OverlayCommand, lang: Lang) -> Result<Outcome> {
    match command {
        OverlayCommand::New(args) => new::run(args, lang),
        OverlayCommand::Diff { before, after, format, to } => diff([before, after], to.format(*format, DIFF_FORMATS, lang)?, lang),
        OverlayCommand::Check { stack, format, to } if to.format(*format, FORMATS, lang)? == Format::Table => check(stack, lang),
        OverlayCommand::Check { stack, .. } => made(stack, Format::Json, lang, |scorers| {
            let (framework, overlay) = (scorers.local().framework().clone(), scorers.overlays().last().cloned().unwrap_or_default());
            stdout::one_line(&LocalFramework::new(framework, overlay).to_json())
        }),
        OverlayCommand::Apply { stack, format, to } if to.format(format.named(), FORMATS, lang)? == Format::Json => {
            made(stack, Format::Json, lang, |scorers| stdout::one_line(&scorers.local().framework().to_json()))
        }
        OverlayCommand::Apply { stack, .. } => made(stack, Format::Table, lang, |scorers| {
            let mut out = stdout::styled();
            show(&mut out, scorers.local().framework(), lang)?;
            Ok(out.flush()?)
        }),
    }
}

/// Prints what changed from one overlay to another; or what is wrong with one of them.
fn diff(files: [&PathBuf; 2], format: Format, lang: Lang) -> Result<Outcome> {
    let mut overlays = Vec::new();
    let mut told = Tally::of(format);
    for path in files {
        match Overlay::from_json(framework::read(path, lang)?) {
            Ok(overlay) => overlays.push(overlay),
            Err(violations) => {
                let name = path.display().to_string();
                told.refused += 1;
                told.note(|| refused_file(&name, &violations, lang));
                stderr::say(&stderr::listed(shown(&name).into_owned(), &violations, lang));
            }
        }
    }
    if let [before, after] = overlays.as_slice() {
        let diff = Diff::of_overlays(before, after);
        output::answer(format, || diff.report(lang), || diff.to_json(), lang)?;
    }
    told.print_refused()?;
    Ok(Outcome::of(told.refused))
}

/// A file of the stack, and whether it can be laid.
struct Judged {
    name: String,
    verdict: Result<Overlay, Violations>,
}

/// Lays the overlays in order. An overlay above a refused one is only read, because its base is not known.
fn lay(stack: &StackArgs, lang: Lang) -> Result<(LocalScorer, Vec<Judged>)> {
    let mut scorers = framework::national(&stack.framework, lang)?;
    let mut judged: Vec<Judged> = Vec::new();
    for path in &stack.files {
        let text = framework::read(path, lang)?;
        let verdict = if judged.iter().all(|below| below.verdict.is_ok()) {
            framework::overlay(&text, scorers.local().framework()).and_then(|overlay| {
                scorers = scorers.clone().with(&overlay)?;
                Ok(overlay)
            })
        } else {
            Overlay::from_json(&text)
        };
        judged.push(Judged { name: path.display().to_string(), verdict });
    }
    Ok((scorers, judged))
}

fn check(stack: &StackArgs, lang: Lang) -> Result<Outcome> {
    let (_, judged) = lay(stack, lang)?;
    let mut base = framework::national(&stack.framework, lang)?;
    let mut out = stdout::styled();
    let mut refused = 0;
    for Judged { name, verdict } in &judged {
        match verdict {
            Err(violations) => {
                refused += 1;
                lines(&mut out, &stderr::listed(shown(name).into_owned(), violations, lang))?;
            }
            Ok(_) if refused > 0 => plain(&mut out, &Word::OverlayAbove.say(lang, &[("file", name)]))?,
            Ok(overlay) => {
                write_report(&mut out, &overlay.report(base.local().framework(), lang))?;
                if let Ok(local) = base.clone().with(overlay) {
                    base = local;
                }
                let made = base.local();
                writeln!(out)?;
                plain(&mut out, &Word::OverlayGood.say(lang, &[("file", name), ("framework", &made.framework().id)]))?;
                writeln!(out, "{}\n", made.digest())?;
            }
        }
    }
    out.flush()?;
    Ok(Outcome::of(refused))
}

/// Prints what the overlays make, or what is wrong with them.
fn made(stack: &StackArgs, format: Format, lang: Lang, print: impl FnOnce(&LocalScorer) -> Result<()>) -> Result<Outcome> {
    let (scorers, judged) = lay(stack, lang)?;
    let mut told = Tally::of(format);
    for Judged { name, verdict } in &judged {
        if let Err(violations) = verdict {
            told.refused += 1;
            told.note(|| refused_file(name, violations, lang));
            stderr::say(&stderr::listed(shown(name).into_owned(), violations, lang));
        }
    }
    if told.refused == 0 {
        // What has only one language is not silently the other one's.
        for (name, overlay) in judged.iter().filter_map(|Judged { name, verdict }| Some((name, verdict.as_ref().ok()?))) {
            overlay.lacking(lang).iter().for_each(|line| stderr::note(&format!("{}: {line}", shown(name))));
        }
        print(&scorers)?;
    }
    told.print_refused()?;
    Ok(Outcome::of(told.refused))
}
