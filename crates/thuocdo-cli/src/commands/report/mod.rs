//! `report`: papers to print and sign. `summary` counts for the report of a department; the other papers are of one institution each, or of
//! a list of cases.

mod summary;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::slice;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::{Assessment, Date, Lang, LocalScorer, Scorecard, Stream, Violations};
use thuocdo_office::folder::Form;
use thuocdo_office::paper::Paper;
use thuocdo_office::report::{self, Candidate, Letter};
use thuocdo_practice::process::Case;
use thuocdo_practice::review::{Combine, Panel, panel};
use thuocdo_practice::{Keep, code_key};

use crate::args::{DeadlineArgs, InputArgs, LetterArgs, ScoreOf, day, is_stdout, named, word};
use crate::input::file::Unmarked;
use crate::input::{self, NotAllRead, Record, Visitor, case, folder, framework};
use crate::outcome::Outcome;
use crate::output::{PaperFolder, PaperFormat, Tally, must_be_free};
use crate::terminal::stderr;
use crate::words::Word;

/// Arguments of `report`.
#[derive(Debug, Args)]
#[command(after_help = "What no file says stays a blank to fill in by hand: the command makes up no number, day, signer or seal, and marks \
a paper DỰ THẢO until --number is given. It does not claim that a paper conforms to the decree on official papers.

FILE is an assessment in any form that `thuocdo score` reads (thuocdo score --help), but a case for quyet-dinh, and for bao-cao it may be \
the folder of a year as `thuocdo year` reads it: register, forms, last year, events and cases all come from there, and the report has the \
lists of that year.

Examples:
  thuocdo report school.xlsx -o phieu.docx
  thuocdo report school.xlsx --before last-year.xlsx -o phieu.html
  thuocdo report schools/*.xlsx --all -o papers
  thuocdo report --paper cong-khai school.xlsx -o trang.html
  thuocdo report --paper bien-ban self.xlsx external.xlsx -o bien-ban.docx
  thuocdo report --paper quyet-dinh cases/*.json -o quyet-dinh.docx
  thuocdo report --paper bao-cao schools/*.xlsx --register register.json -o bao-cao.docx
  thuocdo report --paper bao-cao year-2023-2024 --as-of 2024-06-30 -o bao-cao.docx")]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    input: InputArgs,

    /// Which paper
    #[arg(long, value_enum, default_value_t = Kind::Phieu)]
    paper: Kind,

    /// File to write, by its ending: .docx or .html; with --all a folder; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write a paper for each institution into a folder
    #[arg(long, requires = "output")]
    all: bool,

    /// What to write: with --all else `docx`, but `html` for cong-khai; to standard output else `html`
    #[arg(long, value_enum, requires = "output")]
    format: Option<PaperFormat>,

    /// For cong-khai as .html: only what goes into a page of the site, without head and style
    #[arg(long)]
    fragment: bool,

    /// Overwrite what is there
    #[arg(long, requires = "output")]
    force: bool,

    /// Assessments or scorecards of the last period, to stand beside these
    #[arg(long, value_name = "FILE")]
    before: Vec<PathBuf>,

    /// For bien-ban: the forms of the members of the panel, whose points become an annex
    #[arg(long, value_name = "FILE")]
    members: Vec<PathBuf>,

    /// For bien-ban: how the points of the members became those of the panel
    #[arg(long, value_name = "COMBINE", value_parser = word(Combine::WORDS), requires = "members")]
    combine: Option<Combine>,

    /// For bao-cao: the cases of the year, for its progress
    #[arg(long, value_name = "CASE")]
    cases: Vec<PathBuf>,

    /// For bao-cao: the register of institutions
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,

    /// For bao-cao: the day as of which the figures hold, such as 2024-06-30; of the folder of a year it must be said
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,

    /// For bao-cao of the folder of a year: the period; else the latest that a form names and that has begun
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,

    #[command(flatten)]
    deadlines: DeadlineArgs,

    /// For bao-cao: of several assessments of one institution, period and stream, count the `first`, or the `last`
    #[arg(long, value_name = "WHICH", value_parser = word(Keep::WORDS))]
    keep: Option<Keep>,

    #[command(flatten)]
    letter: LetterArgs,
}

/// The papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// A school's assessment
    Phieu,
    /// The page of a self-assessment for the school's own site
    CongKhai,
    /// The record of an external assessment: both sides, differences, reasons
    BienBan,
    /// The draft of a decision that recognises levels, with its list
    QuyetDinh,
    /// A department's report on a year
    BaoCao,
}

pub(crate) fn run(args: &ReportArgs, lang: Lang) -> Result<Outcome> {
    args.fits(lang)?;
    let Some(output) = &args.output else { bail!(Word::ReportWhere.template(lang)) };
    let target = args.target(output, lang)?;
    if target.is_some() && !is_stdout(output) {
        must_be_free(output, args.force, lang)?;
    }
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let office = Office { args, lang, letter: args.letter.letter(), output, scorers: &scorers, target };
    match args.paper {
        Kind::Phieu => office.schools(),
        Kind::CongKhai => office.pages(),
        Kind::BienBan => office.records(),
        Kind::QuyetDinh => office.decision(),
        Kind::BaoCao if args.is_of_a_year() => office.summary_of_year(),
        Kind::BaoCao => office.summary(),
    }
}

impl ReportArgs {
    /// What the one file is; `None` with --all.
    fn target(&self, output: &Path, lang: Lang) -> Result<Option<PaperFormat>> {
        if self.all {
            return Ok(None);
        }
        // Standard output gets a page.
        let by_ending = named(Some(output)).map(|path| PaperFormat::of(path, lang)).transpose()?;
        let format = match (self.format, by_ending) {
            (Some(named), Some(ending)) if named != ending => bail!(Word::FormatContradicts.template(lang)),
            (named, ending) => named.or(ending).unwrap_or(PaperFormat::Html),
        };
        self.whole_or_fragment(format, lang).map(Some)
    }

    /// What the files of a folder are.
    fn in_folder(&self, lang: Lang) -> Result<PaperFormat> {
        let usual = if self.paper == Kind::CongKhai { PaperFormat::Html } else { PaperFormat::Docx };
        self.whole_or_fragment(self.format.unwrap_or(usual), lang)
    }

    fn whole_or_fragment(&self, format: PaperFormat, lang: Lang) -> Result<PaperFormat> {
        match (self.fragment, format) {
            (false, format) => Ok(format),
            (true, PaperFormat::Docx) => bail!(Word::GoesWith.say(lang, &[("argument", &"--fragment"), ("other", &".html")])),
            (true, _) => Ok(PaperFormat::Fragment),
        }
    }

    /// Whether the report is made of the folder of a year.
    fn is_of_a_year(&self) -> bool {
        self.paper == Kind::BaoCao && self.input.files.iter().any(|path| path.is_dir())
    }

    /// Refuses options that the paper has no use for: a user who types one expects that it does something.
    fn fits(&self, lang: Lang) -> Result<()> {
        let is = |kinds: &[Kind]| kinds.contains(&self.paper);
        let unfit = [
            ("--all", self.all && !is(&[Kind::Phieu, Kind::CongKhai, Kind::BienBan])),
            ("--fragment", self.fragment && !is(&[Kind::CongKhai])),
            ("--place", self.letter.place.is_some() && is(&[Kind::CongKhai])),
            // In the folder of a year last year's forms stand beside this year's.
            ("--before", !self.before.is_empty() && (!is(&[Kind::Phieu, Kind::BaoCao]) || self.is_of_a_year())),
            ("--members", !self.members.is_empty() && (!is(&[Kind::BienBan]) || self.all)),
            ("--cases", !self.cases.is_empty() && !is(&[Kind::BaoCao])),
            ("--register", self.register.is_some() && !is(&[Kind::BaoCao])),
            ("--as-of", self.as_of.is_some() && !is(&[Kind::BaoCao])),
            ("--period", self.period.is_some() && !self.is_of_a_year()),
            ("--keep", self.keep.is_some() && !is(&[Kind::BaoCao])),
        ];
        match unfit.iter().find(|(_, is_unfit)| *is_unfit) {
            Some((option, _)) => bail!(Word::ReportOption.say(lang, &[("option", option)])),
            None => Ok(()),
        }
    }
}

struct Office<'a> {
    args: &'a ReportArgs,
    lang: Lang,
    letter: Letter,
    output: &'a Path,
    scorers: &'a LocalScorer,
    /// What the one file is; `None` with --all.
    target: Option<PaperFormat>,
}

impl Office<'_> {
    fn write(&self, paper: &Paper, format: PaperFormat) -> Result<()> {
        format.write(paper, self.output, self.args.force, self.lang)
    }

    /// The papers of institutions: the only one into the file, or all of them into the folder. Files that could not be read are told at the end.
    fn deliver(&self, kind: &str, papers: &[(String, Paper)], outcome: Outcome, all_read: Result<(), NotAllRead>) -> Result<Outcome> {
        if papers.is_empty() {
            all_read?;
            // Why there is none is printed already, if something was refused.
            if outcome == Outcome::Done {
                stderr::say(Word::ReportNothing.template(self.lang));
            }
            return Ok(Outcome::SomeRefused);
        }
        let Some(format) = self.target else {
            let mut folder = PaperFolder::new(self.output.to_owned(), self.args.in_folder(self.lang)?, self.args.force, self.lang);
            papers.iter().try_for_each(|(code, paper)| folder.add(kind, code, paper))?;
            folder.deliver()?;
            all_read?;
            return Ok(outcome);
        };
        let [(_, paper)] = papers else { bail!(Word::ReportTakesOne.say(self.lang, &[("count", &papers.len())])) };
        self.write(paper, format)?;
        all_read?;
        Ok(outcome)
    }

    fn forms(&self) -> Result<Forms<'_>> {
        self.needs_folders_of_forms()?;
        let mut forms = self.no_forms();
        forms.all_read = input::go_on(input::read(&self.args.input, Unmarked::Look, self.scorers, self.lang, &mut forms))?;
        Ok(forms)
    }

    /// Fails of the folder of a year, where last year's forms stand beside this year's, and names the folders of the forms that are meant.
    fn needs_folders_of_forms(&self) -> Result<()> {
        for folder in self.args.input.files.iter().filter(|path| path.is_dir()) {
            let found = folder::read(slice::from_ref(folder), None, self.args.input.filled_by.as_deref(), self.scorers, self.lang)?;
            if found.register.is_none() && found.events.is_empty() {
                continue;
            }
            let is_meant = |form: &&Form| form.stream == Stream::SelfAssessment || self.args.paper == Kind::BienBan;
            let within =
                |form: &Form| Path::new(&form.at.file).parent().filter(|within| !within.as_os_str().is_empty()).map(|within| folder.join(within));
            let folders: BTreeSet<PathBuf> = found.forms.iter().filter(is_meant).filter_map(within).collect();
            let named = folders.iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
            let named = if named.is_empty() { vec![Word::Files.template(self.lang).to_owned()] } else { named };
            let kind = self.args.paper.to_possible_value().map(|kind| kind.get_name().to_owned()).unwrap_or_default();
            let example = format!("thuocdo report --paper {kind} {} --all -o {}", named.join(" "), self.output.display());
            bail!(Word::ReportOfYear.say(self.lang, &[("folder", &folder.display()), ("example", &example)]));
        }
        Ok(())
    }

    fn no_forms(&self) -> Forms<'_> {
        Forms { all_read: Ok(()), scorers: self.scorers, lang: self.lang, read: Vec::new(), tally: Tally::default() }
    }

    /// The scorecards of the last period, or `None` where one is refused.
    fn before(&self) -> Result<Option<Vec<Scorecard>>> {
        let mut cards = Cards { scorers: self.scorers, lang: self.lang, read: Vec::new(), tally: Tally::default() };
        let how = input::How {
            format: self.args.input.input_format,
            unmarked: Unmarked::Look,
            filled_by: self.args.input.filled_by.as_deref(),
            has_claims: false,
        };
        input::read_files(&self.args.before, how, self.scorers, self.lang, &mut cards)?;
        Ok((cards.tally.finish(self.lang) == Outcome::Done).then_some(cards.read))
    }

    fn schools(&self) -> Result<Outcome> {
        let Some(before) = self.before()? else { return Ok(Outcome::SomeRefused) };
        let forms = self.forms()?;
        let outcome = forms.tally.finish(self.lang);
        // Of several the last: people name files in the order of years.
        let before: BTreeMap<_, _> = before.iter().filter_map(|card| Some((code_key(card.institution_code()?), card))).collect();
        let mut papers = Vec::new();
        for (place, form) in &forms.read {
            let before = form.institution_code().and_then(|code| before.get(&code_key(code)).copied());
            match report::school(self.scorers, form, before, &self.letter, self.lang) {
                Ok(paper) => papers.push((form.institution_code().unwrap_or_default().to_owned(), paper)),
                // The scorer has accepted it once already.
                Err(violations) => stderr::refused(&Word::Refused.say(self.lang, &[("place", place)]), &violations, self.lang),
            }
        }
        self.deliver("phieu", &papers, outcome, forms.all_read)
    }

    /// The page of each self-assessment.
    fn pages(&self) -> Result<Outcome> {
        let forms = self.forms()?;
        let mut outcome = forms.tally.finish(self.lang);
        let mut papers = Vec::new();
        for (place, form) in &forms.read {
            match report::public(self.scorers, form, &self.letter, self.lang) {
                Ok(paper) => papers.push((form.institution_code().unwrap_or_default().to_owned(), paper)),
                Err(violations) => {
                    stderr::refused(&Word::Refused.say(self.lang, &[("place", place)]), &violations, self.lang);
                    outcome = Outcome::SomeRefused;
                }
            }
        }
        self.deliver("cong-khai", &papers, outcome, forms.all_read)
    }

    /// Pairs the forms by institution and period, and writes a record of each pair. Where a side has two forms there is none: which of them
    /// counts is not ours to say.
    fn records(&self) -> Result<Outcome> {
        let Ok(members) = self.members()? else { return Ok(Outcome::SomeRefused) };
        let forms = self.forms()?;
        let mut outcome = forms.tally.finish(self.lang);
        let mut pairs: BTreeMap<(Option<Cow<'_, str>>, Option<&str>), Sides<'_>> = BTreeMap::new();
        for read in &forms.read {
            let (place, form) = read;
            let pair = pairs.entry((form.institution_code().map(code_key), form.period.as_deref())).or_default();
            let side = if form.stream == Some(Stream::External) { &mut pair.external } else { &mut pair.own };
            if let Some((first, _)) = side {
                let institution = form.institution_code().unwrap_or("–");
                stderr::say(&Word::CameAlready.say(self.lang, &[("place", place), ("institution", &institution), ("first", first)]));
                pair.is_doubled = true;
                outcome = Outcome::SomeRefused;
            }
            side.get_or_insert(read);
        }
        let mut papers = Vec::new();
        for pair in pairs.into_values().filter(|pair| !pair.is_doubled) {
            let code = [pair.own, pair.external].into_iter().flatten().find_map(|(_, form)| form.institution_code());
            let school = code.unwrap_or("–");
            let (Some((_, own)), Some((_, external))) = (pair.own, pair.external) else {
                stderr::say(&Word::ReportNoPair.say(self.lang, &[("school", &school)]));
                outcome = Outcome::SomeRefused;
                continue;
            };
            match report::record(self.scorers, own, external, members.as_ref(), &self.letter, self.lang) {
                Ok(paper) => papers.push((code.unwrap_or_default().to_owned(), paper)),
                Err(violations) => {
                    stderr::refused(&format!("{school}: {}", Word::NotTogether.template(self.lang)), &violations, self.lang);
                    outcome = Outcome::SomeRefused;
                }
            }
        }
        self.deliver("bien-ban", &papers, outcome, forms.all_read)
    }

    /// The panel of the members' forms, if the user names any; the inner error says that one is refused.
    fn members(&self) -> Result<Result<Option<Panel>, Outcome>> {
        if self.args.members.is_empty() {
            return Ok(Ok(None));
        }
        let mut forms = self.no_forms();
        let how = input::How {
            format: self.args.input.input_format,
            unmarked: Unmarked::Look,
            filled_by: self.args.input.filled_by.as_deref(),
            has_claims: false,
        };
        input::read_files(&self.args.members, how, self.scorers, self.lang, &mut forms)?;
        if forms.tally.finish(self.lang) != Outcome::Done {
            return Ok(Err(Outcome::SomeRefused));
        }
        let (places, read): (Vec<String>, Vec<Assessment>) = forms.read.into_iter().unzip();
        match panel(self.scorers.local(), &read, self.args.combine.unwrap_or_default()) {
            Ok(panel) => Ok(Ok(Some(panel))),
            Err(violations) => {
                let place = |at: &str| places.get(at.strip_prefix("/forms/")?.split('/').next()?.parse::<usize>().ok()?).cloned();
                stderr::refused_at(Word::NotTogether.template(self.lang), &violations, place, self.lang);
                Ok(Err(Outcome::SomeRefused))
            }
        }
    }

    /// The cases of these files, each with what was made of it; those that are refused are printed and counted.
    fn cases<T>(&self, files: &[PathBuf], of: impl Fn(Case) -> Result<T, Violations>) -> Result<(Vec<T>, u64, Result<(), NotAllRead>)> {
        let (mut made, mut refused, mut read) = (Vec::new(), 0, Vec::new());
        for path in files {
            let (cases, all_read) = case::read_many(path, self.lang)?;
            read.push(all_read);
            refused += cases.refused.len() as u64;
            for case::Found { case, place, .. } in cases.found {
                match of(case) {
                    Ok(one) => made.push(one),
                    Err(violations) => {
                        refused += 1;
                        case::refuse(&place, &violations, self.lang);
                    }
                }
            }
        }
        Ok((made, refused, NotAllRead::of_all(read)))
    }

    fn decision(&self) -> Result<Outcome> {
        let (candidates, refused, all_read) = self.cases(&self.args.input.files, |case| Candidate::of(self.scorers, &case))?;
        let Some(format) = self.target else { return Ok(Outcome::SomeRefused) };
        if candidates.is_empty() {
            stderr::say(Word::ReportNothing.template(self.lang));
            return Ok(Outcome::SomeRefused);
        }
        self.write(&report::decision(self.scorers.national().framework(), &candidates, &self.letter, self.lang), format)?;
        all_read?;
        Ok(Outcome::of(refused))
    }
}

/// The self-assessment and the external assessment of an institution and period, each with its place.
#[derive(Default)]
struct Sides<'f> {
    own: Option<&'f (String, Assessment)>,
    external: Option<&'f (String, Assessment)>,
    /// Whether a side has more than one.
    is_doubled: bool,
}

/// Keeps assessments, each with its place.
struct Forms<'a> {
    /// Which files cannot be read.
    all_read: Result<(), NotAllRead>,
    scorers: &'a LocalScorer,
    lang: Lang,
    read: Vec<(String, Assessment)>,
    tally: Tally,
}

impl Visitor for Forms<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        if record.is_card() {
            bail!(Word::ReportTakesAssessments.say(self.lang, &[("file", &record.place(self.lang))]));
        }
        match record.assessment(self.scorers.local()) {
            Ok(assessment) => {
                self.tally.done += 1;
                self.read.push((record.place(self.lang), assessment));
            }
            Err(refused) => self.tally.refuse(record, &refused, self.lang),
        }
        Ok(())
    }
}

/// Keeps scorecards.
struct Cards<'a> {
    scorers: &'a LocalScorer,
    lang: Lang,
    read: Vec<Scorecard>,
    tally: Tally,
}

impl Visitor for Cards<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match record.card(self.scorers, ScoreOf::Local) {
            Ok(card) => {
                self.tally.done += 1;
                self.read.push(card);
            }
            Err(refused) => self.tally.refuse(record, &refused, self.lang),
        }
        Ok(())
    }
}
