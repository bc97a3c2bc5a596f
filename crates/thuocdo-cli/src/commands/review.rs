//! `review`: self-assessment beside external assessment, of one institution, by several assessors, or of many institutions.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::{Assessment, Code, Lang, LocalScorer, Report, Scorer, Stream, ViolationCode, Violations};
use thuocdo_practice::Keep;
use thuocdo_practice::review::{Combine, Pairing, PanelAssessment, by_name, panel, review};

use crate::args::{Format, FrameworkArg, InputFormat, OutputArgs, offered, word};
use crate::input::file::Unmarked;
use crate::input::{self, NotAllRead, Record, Refusal, Unread, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::refusal::refused_list;
use crate::output::{self, Origins, Tally, refusal};
use crate::terminal::{Progress, stderr};
use crate::words::Word;

/// Arguments of `review`.
#[derive(Debug, Args)]
#[command(
    override_usage = "thuocdo review [OPTIONS] SELF EXTERNAL
       thuocdo review [OPTIONS] --panel FILE...
       thuocdo review [OPTIONS] --cohort SELF EXTERNAL",
    after_help = "Each file is an assessment in any form that `thuocdo score` reads; see thuocdo score --help.
With --panel, the assessments of all files together are the forms of the assessors, 2 to 99. -o writes the result as an \
external assessment.
With --cohort, each file holds the assessments of many institutions. They are paired by institution.code \
and period; those without a counterpart are counted and named. Two of one institution, period and stream are refused, unless --keep \
says which counts.

Examples:
  thuocdo review self.xlsx external.xlsx
  thuocdo review --panel one.xlsx two.xlsx three.xlsx --combine mean
  thuocdo review --panel one.xlsx two.xlsx -o external.json
  thuocdo review --cohort self.csv external.ndjson --format json"
)]
pub(crate) struct ReviewArgs {
    /// The self-assessment, then the external one; or the forms of a panel
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Combine the forms of several external assessors of one institution
    #[arg(long, conflicts_with = "cohort")]
    panel: bool,

    /// How a panel's points of an indicator become one [default: median]
    #[arg(long, value_enum, requires = "panel")]
    combine: Option<CombineBy>,

    /// Lay the assessments of many institutions beside each other, and count
    #[arg(long)]
    cohort: bool,

    /// Of several assessments of one institution, period and stream: count the `first`, or the `last`; without it they are refused
    #[arg(long, value_name = "WHICH", requires = "cohort", value_parser = word(Keep::WORDS))]
    keep: Option<Keep>,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,

    /// What the files are; else told by their ending, or by their first line
    #[arg(long, value_enum)]
    input_format: Option<InputFormat>,

    /// The id of the set of indicators that tables were filled in by, where they have no column `framework`
    #[arg(long, value_name = "ID")]
    filled_by: Option<String>,

    #[command(flatten)]
    framework: FrameworkArg,
}

/// How several assessors' points become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CombineBy {
    /// The middle one, or the mean of the middle two
    Median,
    /// The mean
    Mean,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

impl ReviewArgs {
    /// The file for the external assessment that a panel's forms make. Other endings hold the panel's result itself.
    pub(crate) fn panel_file(&self) -> Option<&Path> {
        let is_json = |path: &&Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        self.to.file().filter(|_| self.panel).filter(is_json)
    }
}

pub(crate) fn run(args: &ReviewArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.framework, lang)?;
    let format = match args.panel_file() {
        Some(_) => args.format.unwrap_or(Format::Table),
        None => args.to.format(args.format, FORMATS, lang)?,
    };
    let work = Work { args, format, lang, scorer: scorers.local(), scorers: &scorers };
    if args.panel {
        return work.panel();
    }
    let [own, external] = args.files.as_slice() else { bail!(Word::ReviewTakesTwo.template(lang)) };
    if args.cohort { work.cohort(own, external) } else { work.one(own, external) }
}

struct Work<'a> {
    args: &'a ReviewArgs,
    format: Format,
    lang: Lang,
    scorer: &'a Scorer,
    scorers: &'a LocalScorer,
}

impl Work<'_> {
    fn one(&self, own: &Path, external: &Path) -> Result<Outcome> {
        let mut sides = Vec::new();
        let mut told = Tally::of(self.format);
        for path in [own, external] {
            let mut forms = self.forms(&[path]);
            told.append(&mut forms.tally);
            if let Err(unread) = forms.all_read {
                told.print_refused()?;
                return Err(unread);
            }
            if forms.tally.all() != 1 {
                bail!(Word::ReviewTakesOne.say(self.lang, &[("file", &path.display()), ("count", &forms.tally.all())]));
            }
            sides.extend(forms.read);
        }
        // What is wrong with a refused one is printed already.
        let [(of_own, own), (of_external, external)] = sides.as_slice() else { return Work::refused(told) };
        match review(self.scorer, own, external) {
            Ok(review) => self.print(|| review.report(self.scorer.framework(), self.lang), || review.to_json()),
            Err(violations) => {
                let names = [("/self".to_owned(), of_own.clone()), ("/external".to_owned(), of_external.clone())];
                self.not_together(&violations, &names);
                told.note(|| refused_list(&violations, self.lang));
                Work::refused(told)
            }
        }
    }

    fn panel(&self) -> Result<Outcome> {
        let paths: Vec<&Path> = self.args.files.iter().map(PathBuf::as_path).collect();
        let Forms { all_read, read, tally: mut told, .. } = self.forms(&paths);
        if told.refused > 0 || all_read.is_err() {
            told.print_refused()?;
            all_read?;
            return Ok(Outcome::SomeRefused);
        }
        let (files, read): (Vec<String>, Vec<Assessment>) = read.into_iter().unzip();
        let paths = self.args.files.iter().filter(|path| path.is_file());
        let mut whole: Vec<PathBuf> = paths.filter_map(|path| path.canonicalize().ok()).collect();
        whole.sort();
        if let Some([twice, _]) = whole.windows(2).find(|pair| matches!(pair, [one, other] if one == other)) {
            bail!(Word::PanelTwice.say(self.lang, &[("file", &twice.display())]));
        }
        if read.len() < 2 {
            stderr::say(&Word::PanelOfOne.say(self.lang, &[("count", &read.len())]));
        }
        let combine = match self.args.combine {
            Some(CombineBy::Mean) => Combine::Mean,
            Some(CombineBy::Median) | None => Combine::Median,
        };
        match panel(self.scorer, &read, combine) {
            Ok(panel) => {
                if let Some(path) = self.args.panel_file() {
                    let PanelAssessment { assessment, open, .. } = panel.assessment(&read);
                    output::write_text(Some(path), &assessment.to_json(), self.args.to.force, self.lang)?;
                    if !open.is_empty() {
                        let codes: Vec<&str> = open.iter().map(Code::as_str).collect();
                        stderr::note(&Word::PanelOpen.say(self.lang, &[("file", &path.display()), ("codes", &codes.join(", "))]));
                    }
                }
                self.print(|| panel.report(self.scorer.framework(), self.lang), || panel.to_json())
            }
            Err(violations) => {
                let names: Vec<(String, String)> = files.into_iter().enumerate().map(|(nth, file)| (format!("/forms/{nth}"), file)).collect();
                self.not_together(&violations, &names);
                told.note(|| refused_list(&violations, self.lang));
                Work::refused(told)
            }
        }
    }

    /// There is no result; an answer in JSON is what was refused.
    fn refused(mut told: Tally) -> Result<Outcome> {
        told.print_refused()?;
        Ok(Outcome::SomeRefused)
    }

    fn cohort(&self, own: &Path, external: &Path) -> Result<Outcome> {
        let mut cohort = Cohort {
            pairing: self.pairing(),
            stream: Stream::SelfAssessment,
            origins: Origins::default(),
            lang: self.lang,
            progress: Progress::before_the_result(self.lang),
            tally: Tally::of(self.format),
            twice: 0,
        };
        let own = input::go_on(self.read(own, Unmarked::Lines, &mut cohort))?;
        let of_own = cohort.tally.done;
        cohort.stream = Stream::External;
        cohort.origins = Origins::default();
        let external = input::go_on(self.read(external, Unmarked::Lines, &mut cohort))?;
        let Cohort { pairing, progress, mut tally, twice, .. } = cohort;
        drop(progress);
        // Beside a side of which nothing could be read, everything would lack its counterpart.
        let is_one_sided = own.is_err() && of_own == 0 || external.is_err() && tally.done == of_own;
        let all_read = NotAllRead::of_all([own, external]);
        let outcome = tally.finish(self.lang);
        if twice > 0 || is_one_sided || self.format == Format::Json && tally.done == 0 && tally.refused > 0 {
            tally.print_refused()?;
            if twice > 0 {
                refusal::twice(twice, self.lang);
            }
            all_read?;
            return Ok(Outcome::SomeRefused);
        }
        let (report, named) = pairing.finish_by_name();
        let framework = self.scorer.framework();
        let in_words = || {
            let mut in_words = report.report(framework, self.lang);
            in_words.blocks.extend(by_name(&named, framework, self.lang).blocks);
            in_words
        };
        self.print(in_words, || report.to_json())?;
        all_read?;
        Ok(outcome)
    }

    /// People want the names; for machines each pair can be reviewed by itself, and a country fits in memory.
    fn pairing(&self) -> Pairing<&Scorer> {
        let pairing = Pairing::new(self.scorer, self.args.keep);
        if self.format == Format::Json { pairing } else { pairing.by_name() }
    }

    /// Prints why several assessments do not go together, each violation behind its file. `names` has the file for each beginning of a pointer.
    fn not_together(&self, violations: &Violations, names: &[(String, String)]) {
        let is_in = |at: &str, place: &str| at.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'));
        let place = |at: &str| names.iter().find(|(place, _)| is_in(at, place)).map(|(_, file)| file.clone());
        stderr::refused_at(Word::NotTogether.template(self.lang), violations, place, self.lang);
    }

    /// The forms of the files, as far as the first that cannot be read.
    fn forms(&self, paths: &[&Path]) -> Forms<'_> {
        let mut forms = Forms { all_read: Ok(()), scorer: self.scorer, lang: self.lang, read: Vec::new(), tally: Tally::of(self.format) };
        forms.all_read = paths.iter().try_for_each(|path| self.read(path, Unmarked::Look, &mut forms));
        forms
    }

    fn read(&self, path: &Path, unmarked: Unmarked, visitor: &mut dyn Visitor) -> Result<()> {
        input::read_files(
            &[path.to_owned()],
            input::How { format: self.args.input_format, unmarked, filled_by: self.args.filled_by.as_deref(), has_claims: false },
            self.scorers,
            self.lang,
            visitor,
        )
    }

    fn print(&self, report: impl FnOnce() -> Report, json: impl FnOnce() -> String) -> Result<Outcome> {
        output::answer(self.format, report, json, self.lang)?;
        Ok(Outcome::Done)
    }
}

/// How many assessments are kept where few are wanted: one more than a panel takes.
const KEPT: usize = 100;

/// Keeps assessments, each with its file.
struct Forms<'a> {
    /// Which file cannot be read.
    all_read: Result<()>,
    scorer: &'a Scorer,
    lang: Lang,
    read: Vec<(String, Assessment)>,
    tally: Tally,
}

impl Visitor for Forms<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match record.assessment(self.scorer) {
            Ok(assessment) => {
                self.tally.done += 1;
                if self.read.len() < KEPT {
                    self.read.push((record.file.to_owned(), assessment));
                }
            }
            Err(refused) => self.tally.refuse(record, &refused, self.lang),
        }
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.tally.unread(unread, self.lang);
        Ok(())
    }
}

/// Pairs assessments as they come.
struct Cohort<'s> {
    pairing: Pairing<&'s Scorer>,
    stream: Stream,
    /// The place of each form of the stream.
    origins: Origins,
    lang: Lang,
    progress: Progress,
    tally: Tally,
    /// How many repeat one before them.
    twice: u64,
}

impl Visitor for Cohort<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.progress.step();
        let position = self.origins.push(record);
        let taken = record.value().and_then(|value| self.pairing.add_value(self.stream, position, &value).map_err(Refusal::Facts));
        let refused = match taken {
            Ok(()) => {
                self.tally.done += 1;
                return Ok(());
            }
            Err(Refusal::Facts(violations)) => {
                self.twice += u64::from(violations.iter().any(|violation| violation.code() == ViolationCode::DuplicateAssessment));
                Refusal::Facts(self.origins.named(if self.stream == Stream::External { "external" } else { "self" }, violations, self.lang))
            }
            Err(table) => table,
        };
        self.progress.aside(|| self.tally.refuse(record, &refused, self.lang));
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.tally.unread(unread, self.lang);
        Ok(())
    }
}
