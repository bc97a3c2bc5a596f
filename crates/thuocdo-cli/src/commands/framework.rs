//! `framework`: the sets of indicators, and what each figure in them rests on.

use std::io::Write;

use anyhow::Result;
use clap::Subcommand;
use thuocdo::text::shown;
use thuocdo::{Basis, Diff, Framework, FrameworkRef, Lang, Scorer, Standing, Wording, WordingKind, canonical};

use super::impact::{self, ImpactArgs};
use crate::args::{DEFAULT_FRAMEWORK, Format, OutputArgs, OverlayArg, ShowFormat, offered};
use crate::input::{each_json, framework};
use crate::outcome::Outcome;
use crate::output::refusal::{naming, refused_file};
use crate::output::{self, Tally, show};
use crate::terminal::{TITLE, lines, plain, stderr, stdout};
use crate::words::Word;

/// What to do with frameworks.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:
  thuocdo framework show
  thuocdo framework check my-province.json
  thuocdo framework diff old.json new.json
  thuocdo framework checklist > checklist.md")]
pub(crate) enum FrameworkCommand {
    /// The sets of indicators that ship
    List {
        /// How to answer; else by the ending of the file to write, else `table`
        #[arg(long, value_parser = offered(FORMATS))]
        format: Option<Format>,
        #[command(flatten)]
        to: OutputArgs,
    },
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
        /// How to answer; else by the ending of the file to write, else `table`
        #[arg(long, value_parser = offered(FORMATS))]
        format: Option<Format>,
        #[command(flatten)]
        to: OutputArgs,
    },
    /// What changed from one set of indicators to another, by code
    #[command(after_help = "Examples:
  thuocdo framework diff old.json moet-4725-2022
  thuocdo framework diff old.json new.json --format json")]
    Diff {
        /// The first one: the id of one that ships, or a file
        #[arg(value_name = "BEFORE")]
        before: String,
        /// The second one: the id of one that ships, or a file
        #[arg(value_name = "AFTER")]
        after: String,
        /// How to answer; else by the ending of the file to write, else `table`
        #[arg(long, value_parser = offered(DIFF_FORMATS))]
        format: Option<Format>,
        #[command(flatten)]
        to: OutputArgs,
    },
    /// What another set of indicators changes for schools: who moves, by which figure, and which stored scorecards must be made again
    #[command(
        after_help = "Points go over by the code of their indicator. What only the second one asks for is open, and so are points above its maximum. \
To try out a threshold, change it in a copy of the file.

Examples:
  thuocdo framework impact schools.csv --to tried.json
  thuocdo framework impact results.ndjson --from old.json --to moet-4725-2022 -o moves.xlsx
  thuocdo framework impact schools.csv --to-overlay hai-phong.json --format json"
    )]
    Impact(Box<ImpactArgs>),
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
/// What a list of changes may be written as.
const DIFF_FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

impl FrameworkCommand {
    /// Where the answer goes and what it may be, of a command that writes it to a file.
    pub(crate) fn answer(&self) -> (&OutputArgs, Option<Format>, &'static [Format]) {
        match self {
            FrameworkCommand::Show { format, to, .. } => (to, format.named(), FORMATS),
            FrameworkCommand::Impact(args) => (&args.to_file, args.format, impact::FORMATS),
            FrameworkCommand::Checklist { to, .. } => (to, None, &[Format::Markdown]),
            FrameworkCommand::Diff { format, to, .. } => (to, *format, DIFF_FORMATS),
            FrameworkCommand::List { format, to } | FrameworkCommand::Check { format, to, .. } => (to, *format, FORMATS),
        }
    }
}

pub(crate) fn run(command: &FrameworkCommand, lang: Lang) -> Result<Outcome> {
    let mut out = stdout::styled();
    let mut outcome = Outcome::Done;
    match command {
        FrameworkCommand::List { format, to } => list(&mut out, to.format(*format, FORMATS, lang)?, lang)?,
        FrameworkCommand::Show { framework, overlays, format, to } => {
            let framework = framework::local_of(framework, overlays, lang)?;
            match to.format(format.named(), FORMATS, lang)? {
                Format::Json => writeln!(out, "{}", framework.to_json())?,
                _ => show(&mut out, &framework, lang)?,
            }
        }
        FrameworkCommand::Check { framework, format, to } => outcome = check(&mut out, framework, to.format(*format, FORMATS, lang)?, lang)?,
        FrameworkCommand::Diff { before, after, format, to } => {
            outcome = diff([before.as_str(), after.as_str()], to.format(*format, DIFF_FORMATS, lang)?, lang)?;
        }
        FrameworkCommand::Impact(args) => return impact::run(args, lang),
        FrameworkCommand::Checklist { framework, overlays, .. } => checklist(&mut out, &framework::local_of(framework, overlays, lang)?, lang)?,
    }
    out.flush()?;
    Ok(outcome)
}

/// Prints what changed from one framework to another; or what is wrong with one of them.
fn diff(names: [&str; 2], format: Format, lang: Lang) -> Result<Outcome> {
    let mut told = Tally::of(format);
    let mut scorers = Vec::new();
    for name in names {
        match framework::load(name, lang)?.and_then(Scorer::new) {
            Ok(scorer) => scorers.push(scorer),
            Err(violations) => {
                told.refused += 1;
                told.note(|| refused_file(name, &violations, lang));
                stderr::say(&stderr::listed(shown(name).into_owned(), &violations, lang));
            }
        }
    }
    if let [before, after] = scorers.as_slice() {
        let diff = Diff::of_frameworks(before.framework(), after.framework());
        output::answer(format, || diff.report(lang), || diff.to_json(), lang)?;
    }
    told.print_refused()?;
    Ok(Outcome::of(told.refused))
}

fn list(out: &mut dyn Write, format: Format, lang: Lang) -> Result<()> {
    let shipped = Framework::shipped_ids().map(|id| framework::national(id, lang)).collect::<Result<Vec<_>>>()?;
    if format == Format::Json {
        let shipped: Vec<FrameworkRef> = shipped.iter().map(|scorers| FrameworkRef::from(scorers.local().framework())).collect();
        writeln!(out, "{}", canonical(&shipped))?;
        return Ok(());
    }
    for scorers in &shipped {
        let framework = scorers.local().framework();
        let id = &framework.id;
        plain(out, &format!("{TITLE}{id}{TITLE:#}  {} · {}", shown(&framework.legal.act), framework.title.shown(lang)))?;
        plain(out, &format!("  {} {} · {}", Word::Revision.template(lang), framework.revision, scorers.local().digest()))?;
    }
    Ok(())
}

/// Prints everything that is wrong with a framework, or that nothing is; in JSON the list of it, as `thuocdo check` does.
fn check(out: &mut dyn Write, name: &str, format: Format, lang: Lang) -> Result<Outcome> {
    match framework::load(name, lang)?.and_then(Scorer::new) {
        Ok(_) if format == Format::Json => {
            writeln!(out, "[]")?;
            Ok(Outcome::Done)
        }
        Err(violations) if format == Format::Json => {
            stderr::say(&stderr::listed(shown(name).into_owned(), &violations, lang));
            writeln!(out, "[{}]", naming(name, each_json(&violations, None, lang)).join(","))?;
            Ok(Outcome::SomeRefused)
        }
        Ok(scorer) => {
            let framework = scorer.framework();
            plain(out, &Word::FrameworkGood.say(lang, &[("name", &name), ("framework", &framework.id), ("revision", &framework.revision)]))?;
            writeln!(out, "{}", scorer.digest())?;
            Ok(Outcome::Done)
        }
        Err(violations) => {
            lines(out, &stderr::listed(shown(name).into_owned(), &violations, lang))?;
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
        to_tick(out, &format!("{what}{value}"), figure.basis, figure.wording, framework, lang)?;
    }
    let criteria = framework.groups.iter().flat_map(|group| &group.criteria);
    for (criterion, evidence) in criteria.filter_map(|criterion| Some((criterion, criterion.evidence.as_ref()?))) {
        let what = format!("**{}** {}: **{}**", criterion.code, Word::EvidenceAsked.template(lang), evidence.text.shown(lang));
        to_tick(out, &what, &evidence.basis, evidence.wording.as_ref(), framework, lang)?;
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
fn to_tick(out: &mut dyn Write, what: &str, basis: &Basis, wording: Option<&Wording>, framework: &Framework, lang: Lang) -> Result<()> {
    let cited = |sources: &[String]| {
        let named: Vec<String> = sources.iter().map(|id| source(framework, id, lang)).collect();
        if named.is_empty() { String::new() } else { format!(" ({})", shown(&named.join("; "))) }
    };
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

/// A source by its id and the beginning of its description, up to the first comma or the like: `S1 LawNet`.
fn source(framework: &Framework, id: &str, lang: Lang) -> String {
    let text = framework.sources.get(id).map_or("", |description| description.get(lang));
    let name = text.split([',', ';', ':', '(']).next().unwrap_or_default().trim();
    format!("{id} {name}").trim_end().to_owned()
}
