//! `framework`: the sets of indicators, and what each figure in them rests on.

use std::io::Write;

use anyhow::Result;
use clap::Subcommand;
use thuocdo::text::shown;
use thuocdo::{Basis, Framework, Lang, Scorer, Standing, Wording, WordingKind};

use crate::args::{DEFAULT_FRAMEWORK, Format, OutputArgs, OverlayArg, ShowFormat};
use crate::input::framework;
use crate::outcome::Outcome;
use crate::output::show;
use crate::terminal::{TITLE, stderr, stdout};
use crate::words::Word;

/// What to do with frameworks.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:
  thuocdo framework show
  thuocdo framework check my-province.json
  thuocdo framework checklist > checklist.md")]
pub(crate) enum FrameworkCommand {
    /// The sets of indicators that ship
    List,
    /// Groups, conditions, criteria, indicators, maxima and levels
    Show {
        /// The id of one that ships, or a file
        #[arg(value_name = "ID|FILE", default_value = DEFAULT_FRAMEWORK)]
        framework: String,
        #[command(flatten)]
        overlays: OverlayArg,
        /// How to print
        #[arg(long, value_enum, default_value_t = ShowFormat::Table)]
        format: ShowFormat,
        #[command(flatten)]
        to: OutputArgs,
    },
    /// Everything that is wrong with a framework file, all at once
    Check {
        /// The id of one that ships, or a file
        #[arg(value_name = "ID|FILE")]
        framework: String,
    },
    /// Every figure with its standing and sources, and a box to tick (Markdown)
    Checklist {
        /// The id of one that ships, or a file
        #[arg(value_name = "ID|FILE", default_value = DEFAULT_FRAMEWORK)]
        framework: String,
        #[command(flatten)]
        overlays: OverlayArg,
        #[command(flatten)]
        to: OutputArgs,
    },
}

/// What a set of indicators may be written as.
const FORMATS: &[Format] = &[Format::Table, Format::Json];

impl FrameworkCommand {
    /// Where the answer goes and what it may be, of a command that writes it to a file.
    pub(crate) fn answer(&self) -> Option<(&OutputArgs, Option<Format>, &'static [Format])> {
        match self {
            FrameworkCommand::Show { format, to, .. } => Some((to, format.named(), FORMATS)),
            FrameworkCommand::Checklist { to, .. } => Some((to, None, &[Format::Markdown])),
            _ => None,
        }
    }
}

pub(crate) fn run(command: &FrameworkCommand, lang: Lang) -> Result<Outcome> {
    let mut out = stdout::styled();
    let mut outcome = Outcome::Done;
    match command {
        FrameworkCommand::List => list(&mut out, lang)?,
        FrameworkCommand::Show { framework, overlays, format, to } => {
            let framework = framework::local_of(framework, overlays, lang)?;
            match to.format(format.named(), FORMATS, lang)? {
                Format::Json => writeln!(out, "{}", framework.to_json())?,
                _ => show(&mut out, &framework, lang)?,
            }
        }
        FrameworkCommand::Check { framework } => outcome = check(&mut out, framework, lang)?,
        FrameworkCommand::Checklist { framework, overlays, .. } => checklist(&mut out, &framework::local_of(framework, overlays, lang)?, lang)?,
    }
    out.flush()?;
    Ok(outcome)
}

fn list(out: &mut dyn Write, lang: Lang) -> Result<()> {
    for id in Framework::shipped_ids() {
        let framework = framework::national(id, lang)?.local().framework().clone();
        writeln!(out, "{TITLE}{id}{TITLE:#}  {} · {}", shown(&framework.legal.act), framework.title.shown(lang))?;
    }
    Ok(())
}

/// Prints everything that is wrong with a framework, or that nothing is.
fn check(out: &mut dyn Write, name: &str, lang: Lang) -> Result<Outcome> {
    match framework::load(name, lang)?.and_then(Scorer::new) {
        Ok(scorer) => {
            let framework = scorer.framework();
            writeln!(out, "{}", Word::FrameworkGood.say(lang, &[("name", &name), ("framework", &framework.id), ("revision", &framework.revision)]))?;
            writeln!(out, "{}", scorer.digest())?;
            Ok(Outcome::Done)
        }
        Err(violations) => {
            writeln!(out, "{}", stderr::listed(shown(name).into_owned(), &violations, lang))?;
            Ok(Outcome::SomeRefused)
        }
    }
}

/// A list for comparing each figure with the act.
fn checklist(out: &mut dyn Write, framework: &Framework, lang: Lang) -> Result<()> {
    writeln!(out, "# {} · {}\n", shown(&framework.legal.act), framework.title.shown(lang))?;
    writeln!(out, "{}.\n", Word::ChecklistIntro.say(lang, &[("framework", &framework.id), ("revision", &framework.revision)]))?;
    for figure in framework.figures() {
        let kind = figure.kind.name(lang);
        let what = if figure.code.is_empty() { kind.to_owned() } else { format!("**{}** {} · {kind}", figure.code, figure.title.shown(lang)) };
        let value = figure.value(lang);
        let value = if value.is_empty() { value } else { format!(": **{}**", shown(&value)) };
        to_tick(out, &format!("{what}{value}"), figure.basis, figure.wording, lang)?;
    }
    let criteria = framework.groups.iter().flat_map(|group| &group.criteria);
    for (criterion, evidence) in criteria.filter_map(|criterion| Some((criterion, criterion.evidence.as_ref()?))) {
        let what = format!("**{}** {}: **{}**", criterion.code, Word::EvidenceAsked.template(lang), evidence.text.shown(lang));
        to_tick(out, &what, &evidence.basis, evidence.wording.as_ref(), lang)?;
    }
    writeln!(out, "\n## {}\n", Word::Standings.template(lang))?;
    for standing in Standing::ALL {
        let (name, meaning) = (standing.title(lang), standing.meaning(lang));
        writeln!(out, "- {name}: {meaning}")?;
    }
    writeln!(out, "\n## {}\n", Word::Wordings.template(lang))?;
    for (name, meaning) in WordingKind::ALL.map(|kind| kind.text(lang)) {
        writeln!(out, "- {name}: {meaning}")?;
    }
    writeln!(out, "\n## {}\n", Word::Sources.template(lang))?;
    for (id, description) in &framework.sources {
        writeln!(out, "- {id}: {}", description.shown(lang))?;
    }
    if !framework.unknown.is_empty() {
        writeln!(out, "\n## {}\n", Word::Unlocated.template(lang))?;
        for unknown in &framework.unknown {
            writeln!(out, "- [ ] {}", unknown.shown(lang))?;
        }
    }
    Ok(())
}

/// A box to tick for a figure, and one for the wording of its title.
fn to_tick(out: &mut dyn Write, what: &str, basis: &Basis, wording: Option<&Wording>, lang: Lang) -> Result<()> {
    let cited = |sources: &[String]| if sources.is_empty() { String::new() } else { format!(" ({})", shown(&sources.join(", "))) };
    writeln!(out, "- [ ] {what} · {}{}", basis.standing.title(lang), cited(&basis.sources))?;
    if let Some(note) = &basis.note {
        writeln!(out, "      {}", note.shown(lang))?;
    }
    if let Some(wording) = wording {
        writeln!(out, "  - [ ] {}", Word::WordingOf.say(lang, &[("kind", &wording.kind.text(lang).0), ("sources", &cited(&wording.sources))]))?;
        if let Some(note) = &wording.note {
            writeln!(out, "        {}", note.shown(lang))?;
        }
    }
    Ok(())
}
