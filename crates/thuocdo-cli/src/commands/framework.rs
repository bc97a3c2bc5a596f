//! `framework`: the sets of indicators, and what each figure in them rests on.

use std::io::Write;
use std::iter;

use anyhow::Result;
use clap::{Subcommand, ValueEnum};
use comfy_table::{Attribute, Cell, Color, presets};
use thuocdo::text::shown;
use thuocdo::{Basis, Framework, Lang, Scorer, Standing, Wording, WordingKind};

use crate::args::{DEFAULT_FRAMEWORK, OverlayArg};
use crate::output::{TITLE, capital, overlays, print_table, right, table, wrapped};
use crate::words::Word;
use crate::{Outcome, framework, refusal, stdout};

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
    },
}

/// How `framework show` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For people
    Table,
    /// The framework file, canonical
    Json,
}

pub(crate) fn run(command: &FrameworkCommand, lang: Lang) -> Result<Outcome> {
    let mut out = stdout::styled();
    let outcome = match command {
        FrameworkCommand::List => list(&mut out, lang),
        FrameworkCommand::Show { framework, overlays, format } => {
            let framework = framework::local_of(framework, overlays, lang)?;
            match format {
                ShowFormat::Table => show(&mut out, &framework, lang),
                ShowFormat::Json => Ok(writeln!(out, "{}", framework.to_json()).map(|()| Outcome::Done)?),
            }
        }
        FrameworkCommand::Check { framework } => check(&mut out, framework, lang),
        FrameworkCommand::Checklist { framework, overlays } => checklist(&mut out, &framework::local_of(framework, overlays, lang)?, lang),
    }?;
    out.flush()?;
    Ok(outcome)
}

fn list(out: &mut dyn Write, lang: Lang) -> Result<Outcome> {
    for id in Framework::shipped_ids() {
        let framework = framework::national(id, lang)?.local().framework().clone();
        writeln!(out, "{TITLE}{id}{TITLE:#}  {} · {}", shown(&framework.legal.act), framework.title.shown(lang))?;
    }
    Ok(Outcome::Done)
}

/// Everything a school is asked, with its maximum and how firm it is.
pub(super) fn show(out: &mut dyn Write, framework: &Framework, lang: Lang) -> Result<Outcome> {
    let legal = &framework.legal;
    writeln!(out, "{TITLE}{}{TITLE:#}", framework.title.shown(lang))?;
    writeln!(out, "{} · {} {}", shown(&legal.cited(lang)), Word::Revision.say(lang), framework.revision)?;
    overlays(out, framework, lang)?;
    writeln!(out)?;
    for meaning in &framework.levels {
        let level = capital(&Word::LevelNumber.with(lang, &[&meaning.level]));
        writeln!(out, "{TITLE}{level}: {}{TITLE:#}. {}", meaning.name.shown(lang), meaning.meaning.shown(lang))?;
    }
    let bold = |text: &str| Cell::new(text).add_attribute(Attribute::Bold);
    for group in &framework.groups {
        let title = Word::GroupTitle.with(lang, &[&group.code, &group.title.shown(lang)]);
        writeln!(out, "\n{TITLE}{title}{TITLE:#}\n{}", capital(&group.bands.text(lang)))?;
        let mut rows = table(presets::UTF8_FULL_CONDENSED);
        rows.set_header([Word::Code, Word::Content, Word::Max, Word::Standing].map(|word| bold(word.say(lang))));
        for condition in &group.conditions {
            let mandatory = Cell::new(Word::Mandatory.say(lang));
            let title = with_help(&condition.title.shown(lang), condition.help(lang));
            rows.add_row([Cell::new(&*condition.code), Cell::new(title), mandatory, standing(condition.basis.standing, lang)]);
        }
        for criterion in &group.criteria {
            let max = right(criterion.max.text(lang)).add_attribute(Attribute::Bold);
            let mut title = criterion.title.shown(lang).into_owned();
            if let Some(of_criterion) = &criterion.bands {
                title = format!("{title}\n{}", of_criterion.text(lang));
            }
            rows.add_row([bold(&criterion.code), bold(&title), max, standing(criterion.basis.standing, lang)]);
            for indicator in &criterion.indicators {
                let code = Cell::new(format!("  {}", indicator.code));
                let help = framework.rule_of(indicator).text(lang).into_iter().chain(indicator.help(lang));
                let title = with_help(&indicator.title.shown(lang), help);
                rows.add_row([code, Cell::new(title), right(indicator.max.text(lang)), standing(indicator.basis.standing, lang)]);
            }
        }
        print_table(out, &rows)?;
    }
    if let Some(note) = framework.overall_note(lang) {
        writeln!(out, "\n{}", wrapped(note, stdout::line_width()))?;
    }
    Ok(Outcome::Done)
}

/// A title, and below it a line for each thing that helps to answer.
fn with_help(title: &str, help: impl IntoIterator<Item = String>) -> String {
    let lines: Vec<String> = iter::once(title.to_owned()).chain(help.into_iter().map(|line| shown(&line).into_owned())).collect();
    lines.join("\n")
}

fn standing(standing: Standing, lang: Lang) -> Cell {
    let cell = Cell::new(standing.title(lang));
    if standing.is_confirmed() { cell } else { cell.fg(Color::DarkYellow) }
}

/// Everything that is wrong, or that nothing is.
fn check(out: &mut dyn Write, name: &str, lang: Lang) -> Result<Outcome> {
    match framework::load(name, lang)?.and_then(Scorer::new) {
        Ok(scorer) => {
            let framework = scorer.framework();
            writeln!(out, "{}", Word::FrameworkGood.with(lang, &[&name, &framework.id, &framework.revision]))?;
            writeln!(out, "{}", scorer.digest())?;
            Ok(Outcome::Done)
        }
        Err(violations) => {
            writeln!(out, "{}", shown(name))?;
            for violation in &violations {
                writeln!(out, "  {}", refusal::line(violation, lang))?;
            }
            Ok(Outcome::SomeRefused)
        }
    }
}

/// For whoever has the act at hand and wants to compare figure by figure.
fn checklist(out: &mut dyn Write, framework: &Framework, lang: Lang) -> Result<Outcome> {
    writeln!(out, "# {} · {}\n", shown(&framework.legal.act), framework.title.shown(lang))?;
    writeln!(out, "{}\n", Word::ChecklistIntro.with(lang, &[&framework.id, &framework.revision]))?;
    for figure in framework.figures() {
        let kind = figure.kind.name(lang);
        let what = if figure.code.is_empty() { kind.to_owned() } else { format!("**{}** {} · {kind}", figure.code, figure.title.shown(lang)) };
        let value = figure.value(lang);
        let value = if value.is_empty() { value } else { format!(": **{}**", shown(&value)) };
        to_tick(out, &format!("{what}{value}"), figure.basis, figure.wording, lang)?;
    }
    let criteria = framework.groups.iter().flat_map(|group| &group.criteria);
    for (criterion, evidence) in criteria.filter_map(|criterion| Some((criterion, criterion.evidence.as_ref()?))) {
        let what = format!("**{}** {}: **{}**", criterion.code, Word::EvidenceAsked.say(lang), evidence.text.shown(lang));
        to_tick(out, &what, &evidence.basis, evidence.wording.as_ref(), lang)?;
    }
    writeln!(out, "\n## {}\n", Word::Standings.say(lang))?;
    for standing in Standing::ALL {
        let (name, meaning) = (standing.title(lang), standing.meaning(lang));
        writeln!(out, "- {name}: {meaning}")?;
    }
    writeln!(out, "\n## {}\n", Word::Wordings.say(lang))?;
    for (name, meaning) in WordingKind::ALL.map(|kind| kind.text(lang)) {
        writeln!(out, "- {name}: {meaning}")?;
    }
    writeln!(out, "\n## {}\n", Word::Sources.say(lang))?;
    for (id, description) in &framework.sources {
        writeln!(out, "- {id}: {}", description.shown(lang))?;
    }
    if !framework.unknown.is_empty() {
        writeln!(out, "\n## {}\n", Word::Unlocated.say(lang))?;
        for unknown in &framework.unknown {
            writeln!(out, "- [ ] {}", unknown.shown(lang))?;
        }
    }
    Ok(Outcome::Done)
}

/// A box to tick for what a figure is, and one for the words of its title.
fn to_tick(out: &mut dyn Write, what: &str, basis: &Basis, wording: Option<&Wording>, lang: Lang) -> Result<()> {
    let cited = |sources: &[String]| if sources.is_empty() { String::new() } else { format!(" ({})", shown(&sources.join(", "))) };
    writeln!(out, "- [ ] {what} · {}{}", basis.standing.title(lang), cited(&basis.sources))?;
    if let Some(note) = &basis.note {
        writeln!(out, "      {}", note.shown(lang))?;
    }
    if let Some(wording) = wording {
        writeln!(out, "  - [ ] {}", Word::WordingOf.with(lang, &[&wording.kind.text(lang).0, &cited(&wording.sources)]))?;
        if let Some(note) = &wording.note {
            writeln!(out, "        {}", note.shown(lang))?;
        }
    }
    Ok(())
}
