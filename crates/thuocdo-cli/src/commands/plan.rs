//! `plan`: what to do to reach a level, and what would follow from other answers.

use std::borrow::Cow;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::json::Value;
use thuocdo::{Changes, Framework, Goal, Lang, Level, LocalScorer, Plan, Points, Report, Scorecard, Scorer, WhatIf, plan_checked};
use thuocdo_tables::{told_of_typed, typed};

use crate::args::{InputArgs, ScoreOf};
use crate::input::file::{bytes, unmarked};
use crate::input::{self, Record, Refusal, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::{Tally, heading, refusal::refused_line, write_report};
use crate::terminal::{stderr, stdout};
use crate::words::Word;

/// Arguments of `plan`.
#[derive(Debug, Args)]
#[command(after_help = "Reads assessments in any form that `thuocdo score` reads (thuocdo score --help), and scorecards in JSON. \
Points that are not certain do not count as had. An effort is a whole number, in whatever unit you count, \
of raising an indicator at all: { \"1.3.1\": 5, \"1.4.1\": 2 }. \
Answers of --what-if are written as in a CSV: 7,5  24/32  12  đạt; an empty one takes the answer away.

Examples:
  thuocdo plan school.json
  thuocdo plan school.json --target 3
  thuocdo plan school.json --target 1=3 --target 2=2 --efforts efforts.json
  thuocdo plan school.json --target 3 --step 0.25
  thuocdo plan schools.csv --target 3 --format ndjson > plans.ndjson
  thuocdo plan school.json --what-if 1.3.1=6 --what-if 1.1=đạt")]
pub(crate) struct PlanArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// The level to reach, in every group or in one; else the next level of every group
    #[arg(long = "target", value_name = "LEVEL|GROUP=LEVEL", value_parser = target)]
    pub(crate) targets: Vec<Target>,

    /// What it costs to raise each indicator, as a JSON object; adds the cheapest plan
    #[arg(long, value_name = "FILE")]
    pub(crate) efforts: Option<PathBuf>,

    /// What points are raised to: a multiple of so many, or the maximum; half a point where nothing is said
    #[arg(long, value_name = "POINTS", value_parser = points)]
    pub(crate) step: Option<Points>,

    /// Tell what would follow if this answer were another, instead of planning
    #[arg(long, value_name = "CODE=ANSWER", conflicts_with_all = ["targets", "efforts", "step"])]
    pub(crate) what_if: Vec<String>,

    /// How to print: `table` for people, `json` one result, `ndjson` a result or refusal a line
    #[arg(long, value_enum, default_value_t = PlanFormat::Table)]
    pub(crate) format: PlanFormat,
}

/// A level to reach.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// In this group; else in every group.
    group: Option<String>,
    level: Level,
}

/// How `plan` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlanFormat {
    /// For people
    Table,
    /// The result of one assessment
    Json,
    /// A result or a refusal a line
    Ndjson,
}

fn target(text: &str) -> Result<Target, &'static str> {
    let (group, level) = text.split_once('=').map_or((None, text), |(group, level)| (Some(group.trim().to_owned()), level));
    Ok(Target { group, level: Level::new(level.trim().parse().map_err(|_| "neither a level, such as 3, nor that of a group, such as 1=3")?) })
}

fn points(text: &str) -> Result<Points, &'static str> {
    text.trim().replace(',', ".").parse().map_err(|_| "not a number of points, such as 0.5")
}

pub(crate) fn run(args: &PlanArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let scorer = scorers.local();
    let asked = if args.what_if.is_empty() { Asked::Plan(goal(args, scorer, lang)?) } else { Asked::WhatIf(changes(&args.what_if, scorer, lang)?) };
    let out: Box<dyn Write> = if args.format == PlanFormat::Table { Box::new(stdout::styled()) } else { Box::new(stdout::raw()) };
    let mut work = Work { scorers: &scorers, scorer, asked, format: args.format, lang, out, json: None, tally: Tally::default() };
    let read = input::read(&args.input, unmarked(args.format == PlanFormat::Ndjson), &scorers, lang, &mut work);
    if read.is_ok()
        && let Some(json) = &work.json
    {
        writeln!(work.out, "{json}")?;
    }
    work.out.flush()?;
    let outcome = work.tally.finish(lang);
    read?;
    Ok(outcome)
}

/// The goal of the arguments.
fn goal(args: &PlanArgs, scorer: &Scorer, lang: Lang) -> Result<Goal> {
    let mut goal = match &args.efforts {
        None => Goal::default(),
        Some(path) => efforts(path, lang)?,
    };
    goal.step = args.step;
    for target in args.targets.iter().filter(|target| target.group.is_none()) {
        goal.targets.extend(scorer.framework().groups.iter().map(|group| (group.code.to_string(), Some(target.level))));
    }
    goal.targets.extend(args.targets.iter().filter_map(|target| Some((target.group.clone()?, Some(target.level)))));
    let violations = goal.check(scorer);
    if !violations.is_empty() {
        bail!(stderr::listed(Word::GoalRefused.template(lang).to_owned(), &violations, lang));
    }
    Ok(goal)
}

/// A goal of which the efforts are known.
fn efforts(path: &Path, lang: Lang) -> Result<Goal> {
    let name = path.display();
    let bytes = bytes(path, lang)?;
    let goal = Value::parse(&bytes).and_then(|efforts| Goal::from_value(&Value::Object(vec![(Cow::Borrowed("efforts"), efforts)])));
    goal.or_else(|violations| bail!(stderr::listed(Word::EffortsRefused.say(lang, &[("file", &name)]), &violations, lang)))
}

/// The changes of the arguments: an answer or a condition each.
fn changes(arguments: &[String], scorer: &Scorer, lang: Lang) -> Result<Changes> {
    let framework = scorer.framework();
    let (mut answers, mut conditions) = (Vec::new(), Vec::new());
    let mut typed_as = Vec::new();
    for argument in arguments {
        let Some((code, answer)) = argument.split_once('=') else { bail!(Word::NotAnAnswer.say(lang, &[("typed", argument)])) };
        let code = code.trim();
        let Some(value) = typed(framework, code, answer) else { bail!(Word::NoSuchCode.say(lang, &[("code", &code), ("codes", &codes(framework))])) };
        let list = if framework.condition(code).is_some() { &mut conditions } else { &mut answers };
        list.push((Cow::Borrowed(code), value));
        typed_as.push((code, answer));
    }
    let told = Value::Object(vec![(Cow::Borrowed("answers"), Value::Object(answers)), (Cow::Borrowed("conditions"), Value::Object(conditions))]);
    let violations = match scorer.assessment(&told) {
        Ok(alone) => return Ok(Changes { answers: alone.answers, conditions: alone.conditions }),
        Err(violations) => violations,
    };
    let lines: Vec<String> = violations
        .iter()
        .map(|violation| {
            let own = typed_as.iter().find(|(code, _)| violation.at().split('/').nth(2) == Some(code));
            own.and_then(|(code, answer)| told_of_typed(framework, violation, code, answer, lang)).unwrap_or_else(|| violation.line(lang))
        })
        .collect();
    bail!("{}\n  {}", Word::ChangesRefused.template(lang), lines.join("\n  "))
}

/// The codes that can be answered, for a message.
fn codes(framework: &Framework) -> String {
    let conditions = framework.conditions().map(|condition| &*condition.code);
    conditions.chain(framework.indicators().map(|indicator| &*indicator.code)).collect::<Vec<_>>().join(", ")
}

/// What the user wants to know of each assessment.
enum Asked {
    Plan(Goal),
    WhatIf(Changes),
}

/// The result for one assessment.
enum Answer {
    Plan(Plan),
    WhatIf(WhatIf),
}

impl Answer {
    fn to_json(&self) -> String {
        match self {
            Answer::Plan(plan) => plan.to_json(),
            Answer::WhatIf(what_if) => what_if.to_json(),
        }
    }

    fn report(&self, framework: &Framework, lang: Lang) -> Report {
        match self {
            Answer::Plan(plan) => plan.report(framework, lang),
            Answer::WhatIf(what_if) => what_if.report(framework, lang),
        }
    }
}

struct Work<'a> {
    scorers: &'a LocalScorer,
    scorer: &'a Scorer,
    asked: Asked,
    format: PlanFormat,
    lang: Lang,
    out: Box<dyn Write>,
    /// The result for the only assessment, with `--format json`. It is printed at the end, when there was no second one.
    json: Option<String>,
    tally: Tally,
}

impl Work<'_> {
    /// What follows from an assessment, beside its scorecard.
    fn result(&self, record: &Record<'_>) -> Result<(Scorecard, Answer), Refusal> {
        match &self.asked {
            Asked::Plan(goal) => {
                let card = record.card(self.scorers, ScoreOf::Local)?;
                // It was scored or checked when it was read.
                let plan = plan_checked(self.scorer, &card, goal).map_err(Refusal::Facts)?;
                Ok((card, Answer::Plan(plan)))
            }
            Asked::WhatIf(changes) => {
                let assessment = record.assessment(self.scorer)?;
                let card = self.scorer.score(&assessment).map_err(Refusal::Facts)?;
                let after = self.scorer.score(&changes.applied_to(&assessment)).map_err(Refusal::Facts)?;
                let what_if = WhatIf::between(&card, &after);
                Ok((card, Answer::WhatIf(what_if)))
            }
        }
    }
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        if self.format == PlanFormat::Json && self.tally.all() > 0 {
            bail!(Word::JsonTakesOne.template(self.lang));
        }
        if matches!(self.asked, Asked::WhatIf(_)) && record.is_card() {
            bail!(Word::WhatIfTakesAssessments.say(self.lang, &[("file", &record.file)]));
        }
        let (card, answer) = match self.result(record) {
            Ok(result) => result,
            Err(refused) if self.format == PlanFormat::Ndjson => {
                self.tally.refused += 1;
                return Ok(writeln!(self.out, "{}", refused_line(record, &refused, self.lang))?);
            }
            Err(refused) => {
                self.out.flush()?;
                self.tally.refuse(record, &refused, self.lang);
                return Ok(());
            }
        };
        self.tally.done += 1;
        match self.format {
            PlanFormat::Json => self.json = Some(answer.to_json()),
            PlanFormat::Ndjson => writeln!(self.out, "{}", answer.to_json())?,
            PlanFormat::Table => {
                if self.tally.done > 1 {
                    writeln!(self.out)?;
                }
                heading(&mut self.out, self.scorer.framework(), &card, self.lang)?;
                write_report(&mut self.out, &answer.report(self.scorer.framework(), self.lang))?;
            }
        }
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}
