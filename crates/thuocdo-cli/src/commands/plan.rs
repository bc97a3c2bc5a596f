//! `plan`: what to do to reach a level, and what would follow from other answers.

use std::borrow::Cow;
use std::io::Write;
use std::mem;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::json::Value;
use thuocdo::text::Column;
use thuocdo::{Changes, Framework, Goal, GroupPlan, Lang, Level, LocalScorer, Plan, Points, Report, Scorecard, Scorer, WhatIf, plan_checked};
use thuocdo_tables::{guarded, told_of_typed, typed};

use crate::args::{Format, InputArgs, OutputArgs, ScoreOf, offered};
use crate::input::file::{bytes, unmarked};
use crate::input::{self, Record, Refusal, Unread, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::refusal::{answer_line, refused_line, unread_line};
use crate::output::{Tally, heading, print_workbook, write_report};
use crate::terminal::{Rows, stderr, stdout};
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
  thuocdo plan forms/ --target 3 -o what-to-do.xlsx
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

    /// Show everything that each indicator can still bring, also in groups that are at their highest level
    #[arg(long)]
    pub(crate) details: bool,

    /// How to answer; else by the ending of the file to write, else `table`. Rows and workbooks are of plans only, not of --what-if
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Ndjson, Format::Csv, Format::Xlsx];
/// The same of what would follow from other answers.
const WHAT_IF_FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Ndjson];

/// The header of rows for programs.
const HEADER: [&str; 10] = ["institution.code", "institution.name", "group", "target", "needed", "kind", "code", "from", "to", "file"];

impl PlanArgs {
    /// What the answer may be.
    pub(crate) fn formats(&self) -> &'static [Format] {
        if self.what_if.is_empty() { FORMATS } else { WHAT_IF_FORMATS }
    }
}

/// A level to reach.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// In this group; else in every group.
    group: Option<String>,
    level: Level,
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
    let format = args.to.format(args.format, args.formats(), lang)?;
    let to = match format {
        Format::Table | Format::Markdown | Format::Html | Format::Sql => To::People(stdout::styled()),
        Format::Json => To::One(None),
        Format::Ndjson => To::Lines(stdout::raw()),
        Format::Csv => To::Rows(Box::new(Rows::new())),
        Format::Xlsx => To::Sheet(Vec::new()),
    };
    let names_files = input::are_several(&args.input.files);
    let mut work = Work { scorers: &scorers, scorer, asked, has_details: args.details, names_files, lang, to, tally: Tally::of(format) };
    if let To::Rows(rows) = &mut work.to {
        rows.write(HEADER)?;
    }
    let read = input::read(&args.input, unmarked(format == Format::Ndjson), &scorers, lang, &mut work);
    work.finish(read.is_ok())?;
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

    fn report(&self, framework: &Framework, has_details: bool, lang: Lang) -> Report {
        match self {
            Answer::Plan(plan) if has_details => plan.report(framework, lang),
            Answer::Plan(plan) => plan.actions(framework, lang),
            Answer::WhatIf(what_if) => what_if.report(framework, lang),
        }
    }
}

/// Where the answer goes, and how.
enum To {
    People(Box<dyn Write + Send>),
    /// The result for the only assessment. It is printed at the end, when there was no second one.
    One(Option<String>),
    Lines(Box<dyn Write + Send>),
    Rows(Box<Rows>),
    Sheet(Vec<Vec<String>>),
}

struct Work<'a> {
    scorers: &'a LocalScorer,
    scorer: &'a Scorer,
    asked: Asked,
    has_details: bool,
    names_files: bool,
    lang: Lang,
    to: To,
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

    /// Prints what comes after the last assessment.
    fn finish(&mut self, is_complete: bool) -> Result<()> {
        let lang = self.lang;
        match &mut self.to {
            To::People(out) | To::Lines(out) => Ok(out.flush()?),
            To::Rows(rows) => Ok(rows.flush()?),
            To::One(Some(json)) if is_complete => stdout::one_line(json),
            To::One(_) => self.tally.print_refused(),
            To::Sheet(rows) if rows.is_empty() && self.tally.done == 0 => Ok(()),
            To::Sheet(rows) => {
                let mut report = Report::default();
                report.title(Word::WhatToDo.template(lang));
                let text = |word: Word| Column::text(word.template(lang));
                let number = |word: Word| Column::number(word.template(lang));
                let columns = [
                    text(Word::File),
                    text(Word::Code),
                    text(Word::Institution),
                    text(Word::GroupHead),
                    number(Word::TargetHead),
                    text(Word::Code),
                    text(Word::WhatToDo),
                    number(Word::Now),
                    number(Word::ToReach),
                    text(Word::ShownBy),
                ];
                report.table(columns, mem::take(rows));
                print_workbook(report, lang)
            }
        }
    }
}

/// What a plan asks for: a condition to settle, or an indicator to raise.
struct Step<'p> {
    group: &'p GroupPlan,
    kind: &'static str,
    code: &'p str,
    /// The points now and to reach; of a condition nothing.
    points: Option<(Points, Points)>,
}

/// Everything that a plan asks for, in order.
fn steps(plan: &Plan) -> impl Iterator<Item = Step<'_>> {
    plan.groups.iter().flat_map(|group| {
        let conditions = group.conditions.iter().map(move |condition| Step { group, kind: "condition", code: &condition.code, points: None });
        let raises =
            group.fewest.raises.iter().map(move |raise| Step { group, kind: "raise", code: &raise.code, points: Some((raise.from, raise.to)) });
        conditions.chain(raises)
    })
}

/// A row for programs.
fn row(step: &Step<'_>, record: &Record<'_>, card: &Scorecard) -> Vec<String> {
    let (from, to) = step.points.map(|(from, to)| (from.to_string(), to.to_string())).unwrap_or_default();
    let name = card.institution.as_ref().and_then(|institution| institution.name.as_deref()).unwrap_or_default();
    let (group, needed) = (&step.group.code, step.group.needed.to_string());
    let texts = [
        card.institution_code().unwrap_or_default(),
        name,
        group,
        &step.group.target.to_string(),
        &needed,
        step.kind,
        step.code,
        &from,
        &to,
        record.file,
    ];
    texts.map(|text| guarded(text).into_owned()).to_vec()
}

/// A row for people.
fn told(step: &Step<'_>, record: &Record<'_>, card: &Scorecard, framework: &Framework, lang: Lang) -> Vec<String> {
    let title = match framework.condition(step.code) {
        Some(condition) => condition.title.get(lang),
        None => framework.indicator(step.code).map_or("", |indicator| indicator.title.get(lang)),
    };
    let (from, to) = step.points.map(|(from, to)| (from.text(lang), to.text(lang))).unwrap_or_default();
    let name = card.institution.as_ref().and_then(|institution| institution.name.clone()).unwrap_or_default();
    vec![
        record.place(lang),
        card.institution_code().unwrap_or_default().to_owned(),
        name,
        step.group.code.to_string(),
        step.group.target.to_string(),
        step.code.to_owned(),
        title.to_owned(),
        from,
        to,
        framework.evidence_for(step.code, lang).unwrap_or_default(),
    ]
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        let lang = self.lang;
        if matches!(self.to, To::One(_)) && self.tally.all() > 0 {
            bail!(Word::JsonTakesOne.template(lang));
        }
        if matches!(self.asked, Asked::WhatIf(_)) && record.is_card() {
            bail!(Word::WhatIfTakesAssessments.say(lang, &[("file", &record.file)]));
        }
        let (card, answer) = match self.result(record) {
            Ok(result) => result,
            Err(refused) => {
                match &mut self.to {
                    To::Lines(out) => {
                        self.tally.refused += 1;
                        return Ok(writeln!(out, "{}", refused_line(record, &refused, lang))?);
                    }
                    To::People(out) => out.flush()?,
                    _ => {}
                }
                self.tally.refuse(record, &refused, lang);
                return Ok(());
            }
        };
        self.tally.done += 1;
        let framework = self.scorer.framework();
        match (&mut self.to, &answer) {
            (To::One(json), _) => *json = Some(answer.to_json()),
            (To::Lines(out), _) => {
                let what = if matches!(answer, Answer::Plan(_)) { "plan" } else { "what_if" };
                writeln!(out, "{}", answer_line(record, what, answer.to_json(), self.names_files))?;
            }
            (To::People(out), _) => {
                if self.tally.done > 1 {
                    writeln!(out)?;
                }
                heading(out, framework, &card, lang)?;
                write_report(out, &answer.report(framework, self.has_details, lang))?;
            }
            (To::Rows(rows), Answer::Plan(plan)) => {
                for step in steps(plan) {
                    rows.write(row(&step, record, &card))?;
                }
            }
            (To::Sheet(rows), Answer::Plan(plan)) => rows.extend(steps(plan).map(|step| told(&step, record, &card, framework, lang))),
            (To::Rows(_) | To::Sheet(_), Answer::WhatIf(_)) => {}
        }
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        if let To::Lines(out) = &mut self.to {
            writeln!(out, "{}", unread_line(unread, self.lang))?;
        }
        self.tally.unread(unread, self.lang);
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        match &mut self.to {
            To::People(out) | To::Lines(out) => Ok(out.flush()?),
            _ => Ok(()),
        }
    }
}
