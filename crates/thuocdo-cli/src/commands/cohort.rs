//! `cohort`: many schools counted, and the list that is published of them.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::json::Value;
use thuocdo::{Date, Framework, Lang, LocalScorer, Scorecard, Stream, Violations};
use thuocdo_practice::publication::{CertificateLink, Head, List, Recognised};
use thuocdo_practice::{Cohort, Keep, Publication, Register};

use crate::args::{Format, InputArgs, OutputArgs, ScoreOf, by_ending, day, offered, word};
use crate::input::file::Unmarked;
use crate::input::{self, Record, Refusal, Unread, Visitor, certificate, framework, register};
use crate::outcome::Outcome;
use crate::output::{self, Origins, Tally, refusal};
use crate::terminal::{Progress, stderr};
use crate::words::Word;

/// Arguments of `cohort`.
#[derive(Debug, Args)]
#[command(after_help = "Reads assessments or scorecards of any number of institutions, one for each institution, and counts them \
by level, type, authority, period and stream. The register says type and authority:
  { \"institutions\": [ { \"code\": \"A\", \"name\": \"…\", \"type\": \"primary\", \"authority\": \"…\" } ] }

Examples:
  thuocdo sample --schools 1000 --seed 7 | thuocdo cohort
  thuocdo cohort schools.csv --register register.json --keep last
  thuocdo cohort schools.csv --publish list.html \\
    --certificates certificates.ndjson --authority \"UBND phường\"
  thuocdo cohort external.ndjson --publish list.html --stream external \\
    --register register.json --missing --act \"Quyết định 12/QĐ-UBND\"")]
pub(crate) struct CohortArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// The register of institutions: their names, types and authorities
    #[arg(long, value_name = "FILE")]
    pub(crate) register: Option<PathBuf>,

    /// Of several assessments of one institution, period and stream: count the `first`, or the `last`; without it they are refused
    #[arg(long, value_name = "WHICH", value_parser = word(Keep::WORDS))]
    pub(crate) keep: Option<Keep>,

    /// How to answer with the counts; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    /// File to write the counts to, in the format of its ending; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Also write the list of institutions to be published, by the ending of FILE: .html, .csv, .xlsx or .json
    #[arg(long, value_name = "FILE")]
    pub(crate) publish: Option<PathBuf>,

    /// Overwrite the files to write if they are there
    #[arg(long)]
    pub(crate) force: bool,

    /// Title of the list
    #[arg(long, requires = "publish")]
    pub(crate) title: Option<String>,

    /// Period of the list; else that of the cards, which must all have one
    #[arg(long, requires = "publish")]
    pub(crate) period: Option<String>,

    /// Who publishes the list
    #[arg(long, requires = "publish")]
    pub(crate) authority: Option<String>,

    /// The act that publishes the list: its number, day and issuer
    #[arg(long, requires = "publish", value_name = "TEXT")]
    pub(crate) act: Option<String>,

    /// The official who publishes the list: office and name
    #[arg(long, requires = "publish", value_name = "TEXT")]
    pub(crate) official: Option<String>,

    /// Whose points the list has: `self` or `external`. Assessments that do not say whose they are count as of this; those of the other are left out
    #[arg(long, requires = "publish", value_name = "STREAM", value_parser = word(Stream::WORDS))]
    pub(crate) stream: Option<Stream>,

    /// Also list the institutions of the register of which there is no assessment
    #[arg(long, requires_all = ["publish", "register"])]
    pub(crate) missing: bool,

    /// Where the certificates are, for links in the page: an address with `{code}` in it
    #[arg(long, requires = "publish", value_name = "ADDRESS", value_parser = link)]
    pub(crate) certificate_link: Option<CertificateLink>,

    /// Write a .csv for programs: commas, no byte order mark; else it is written as Excel opens it
    #[arg(long, requires = "publish")]
    pub(crate) plain: bool,

    /// The day as of which the list holds, such as 30/6/2024
    #[arg(long, requires = "publish", value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,

    /// Certificates of recognised levels, one a file or one a line; `thuocdo verify` says whether they are what their cases give
    #[arg(long, requires = "publish", value_name = "FILE")]
    pub(crate) certificates: Vec<PathBuf>,

    /// File with the public key that every certificate must be signed by: 64 hexadecimal digits
    #[arg(long, requires = "certificates", value_name = "FILE")]
    pub(crate) trusted: Option<PathBuf>,

    /// With overlays: whether to count the local results, or the national ones
    #[arg(long, value_enum, default_value_t = ScoreOf::Local)]
    pub(crate) of: ScoreOf,
}

/// What the counts may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

impl CohortArgs {
    /// Where the counts go.
    pub(crate) fn to(&self) -> OutputArgs {
        OutputArgs { output: self.output.clone(), force: self.force }
    }

    /// What stands above the list.
    fn head(&self) -> Head {
        Head {
            act: self.act.clone(),
            as_of: self.as_of,
            authority: self.authority.clone(),
            certificate_link: self.certificate_link.clone(),
            keep: self.keep,
            name_missing: self.missing,
            official: self.official.clone(),
            period: self.period.clone(),
            stream: self.stream,
            title: self.title.clone(),
        }
    }
}

pub(crate) fn run(args: &CohortArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let framework = args.of.scorer(&scorers).framework();
    let register = register::load(args.register.as_deref(), lang)?;
    let format = args.to().format(args.format, FORMATS, lang)?;
    let target = args.publish.as_deref().map(|path| by_ending(path, Kind::ENDINGS, lang).map(|kind| (path, kind))).transpose()?;
    if let Some((path, _)) = target
        && !args.force
        && path.exists()
    {
        // Better known before the work than after it.
        bail!(Word::FileExists.say(lang, &[("file", &path.display())]));
    }
    let recognised = match recognised(args, &scorers, lang)? {
        Ok(recognised) => recognised,
        Err(lines) => {
            let mut told = Tally::of(format);
            for line in lines {
                told.note(|| line);
            }
            told.print_refused()?;
            return Ok(Outcome::SomeRefused);
        }
    };
    let mut work = Work {
        scorers: &scorers,
        of: args.of,
        lang,
        register: register.as_ref(),
        cohort: Cohort::new(framework, args.keep),
        list: target.map(|_| Wanted::of(List::new(framework, args.head()), args.stream)),
        origins: Origins::default(),
        progress: Progress::before_the_result(lang),
        tally: Tally::of(format),
        twice: 0,
        unread: 0,
    };
    let read = input::read(&args.input, Unmarked::Look, &scorers, lang, &mut work);
    drop(work.progress);
    if work.twice > 0 {
        work.tally.print_refused()?;
        let outcome = refusal::twice(work.twice, lang);
        read?;
        return Ok(outcome);
    }
    let report = work.cohort.finish(register.as_ref());
    let printed = if format == Format::Json && work.tally.done == 0 && (work.tally.refused > 0 || read.is_err()) {
        work.tally.print_refused()
    } else {
        output::answer(format, || report.report(framework, lang), || report.to_json(), lang)
    };
    let outcome = work.tally.finish(lang);
    let left_out = work.tally.refused + work.unread;
    if let Some((path, _)) = target
        && left_out > 0
    {
        // The rest is counted.
        printed?;
        stderr::say(&Word::ListLeavesOut.say(lang, &[("count", &left_out), ("file", &path.display())]));
        read?;
        return Ok(Outcome::SomeRefused);
    }
    if let Err(unread) = read {
        printed?;
        return Err(unread);
    }
    if let (Some((path, kind)), Some(wanted)) = (target, work.list) {
        if let Some(why) = wanted.why_not(path, lang) {
            printed?;
            stderr::say(&why);
            return Ok(Outcome::SomeRefused);
        }
        let Wanted { mut list, refused: mut violations, .. } = wanted;
        for (position, act) in recognised.into_iter().enumerate() {
            list.recognise(position, act, register.as_ref())
                .unwrap_or_else(|refused| violations.take_in(&format!("/recognised/{position}"), refused));
        }
        match violations.or(list) {
            Ok(list) => {
                let publication = list.finish(register.as_ref());
                if !publication.is_stream_known() {
                    printed?;
                    stderr::say(&Word::ListOfWhosePoints.say(lang, &[("file", &path.display())]));
                    return Ok(Outcome::SomeRefused);
                }
                output::write_file(path, &bytes(&publication, kind, args.plain, framework, lang)?, args.force, lang)?;
            }
            Err(violations) => {
                work.origins.tell(&violations, lang);
                printed?;
                return Ok(Outcome::SomeRefused);
            }
        }
    }
    // If the counts cannot be printed, the list is written all the same.
    printed?;
    Ok(outcome)
}

/// The address of certificates.
fn link(typed: &str) -> Result<CertificateLink, &'static str> {
    typed.parse().map_err(|_| "https://…/{code}…")
}

/// The recognised levels of the certificates. If one is refused, standard error says why; the inner error has the same in JSON.
fn recognised(args: &CohortArgs, scorers: &LocalScorer, lang: Lang) -> Result<Result<Vec<Recognised>, Vec<String>>> {
    struct Found<'a> {
        scorers: &'a LocalScorer,
        lang: Lang,
        trusted: Option<[u8; 32]>,
        levels: Vec<Recognised>,
        refused: Vec<String>,
    }

    impl Visitor for Found<'_> {
        fn record(&mut self, record: &Record<'_>) -> Result<()> {
            let read = |value: &Value<'_>| {
                let found = certificate::Found::from_value(value)?;
                Recognised::certified(self.scorers, found.certificate()).map(|level| (found, level))
            };
            match record.value().and_then(|value| read(&value).map_err(Refusal::Facts)) {
                Ok((found, level)) => match self.trusted.map_or(Ok(()), |key| found.trust(&key)) {
                    Ok(()) => self.levels.push(level),
                    Err(why) => {
                        self.refused.push(refusal::refused_line(record, &Refusal::Facts(Violations::default()), self.lang));
                        stderr::refused(&format!("{}: {}", record.place(self.lang), why.template(self.lang)), &Violations::default(), self.lang);
                    }
                },
                Err(refusal) => {
                    self.refused.push(refusal::refused_line(record, &refusal, self.lang));
                    match &refusal {
                        Refusal::Facts(violations) => {
                            let head = Word::CertificateRefused.say(self.lang, &[("file", &record.place(self.lang))]);
                            stderr::refused(&head, violations, self.lang);
                        }
                        Refusal::Table(_) => refusal::tell(record, &refusal, self.lang),
                    }
                }
            }
            Ok(())
        }
    }

    let trusted = args.trusted.as_deref().map(|path| certificate::key(path, lang)).transpose()?;
    let mut found = Found { scorers, lang, trusted, levels: Vec::new(), refused: Vec::new() };
    input::read_files(&args.certificates, input::How::default(), scorers, lang, &mut found)?;
    Ok(if found.refused.is_empty() { Ok(found.levels) } else { Err(found.refused) })
}

fn bytes(publication: &Publication, kind: Kind, is_plain: bool, framework: &Framework, lang: Lang) -> Result<Vec<u8>> {
    Ok(match kind {
        Kind::Csv if is_plain => publication.csv(framework, lang).into_bytes(),
        Kind::Csv => publication.csv_for_people(framework, lang).into_bytes(),
        Kind::Html => publication.html(framework, lang).into_bytes(),
        Kind::Json => format!("{}\n", publication.to_json()).into_bytes(),
        Kind::Xlsx => publication.xlsx(framework, lang).map_err(anyhow::Error::msg)?,
    })
}

struct Work<'a> {
    scorers: &'a LocalScorer,
    of: ScoreOf,
    lang: Lang,
    register: Option<&'a Register>,
    cohort: Cohort,
    /// The list to be published, if the user wants one.
    list: Option<Wanted>,
    /// The file and line of each card.
    origins: Origins,
    progress: Progress,
    tally: Tally,
    /// How many repeat one before them.
    twice: u64,
    /// How many files cannot be read.
    unread: u64,
}

/// A list to be published in the making.
struct Wanted {
    list: List,
    refused: Violations,
    /// Whose points were asked for.
    stream: Option<Stream>,
    /// How many assessments of each stream there are: of the institutions themselves, and external ones.
    of_streams: [u64; 2],
}

impl Wanted {
    fn of(list: List, stream: Option<Stream>) -> Wanted {
        Wanted { list, refused: Violations::default(), stream, of_streams: [0, 0] }
    }

    /// Why there can be no list of these streams: it has the points of one.
    fn why_not(&self, path: &Path, lang: Lang) -> Option<String> {
        let [own, external] = self.of_streams;
        let counted = |word: Word| Some(word.say(lang, &[("file", &path.display()), ("own", &own), ("others", &external)]));
        match self.stream {
            None if own > 0 && external > 0 => counted(Word::ListOfBothStreams),
            Some(Stream::External) if external == 0 && own > 0 => counted(Word::ListOfNoExternal),
            Some(Stream::SelfAssessment) if own == 0 && external > 0 => counted(Word::ListOfNoSelf),
            _ => None,
        }
    }

    /// Adds a card, unless points of the other stream were asked for.
    fn add(&mut self, position: usize, card: &Scorecard, register: Option<&Register>) {
        match card.stream {
            Some(Stream::External) => self.of_streams[1] += 1,
            Some(Stream::SelfAssessment) => self.of_streams[0] += 1,
            _ => {}
        }
        if card.stream.is_some() && self.stream.is_some() && card.stream != self.stream {
            return;
        }
        if let Err(refused) = self.list.add(position, card, register) {
            self.refused.take_in(&format!("/scorecards/{position}"), refused);
        }
    }
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.progress.step();
        match record.card(self.scorers, self.of) {
            Ok(card) => {
                let position = self.origins.push(record);
                if let Err(refused) = self.cohort.add(position, &card, self.register) {
                    self.twice += 1;
                    let refused = Refusal::Facts(self.origins.named("scorecards", refused, self.lang));
                    self.progress.aside(|| refusal::tell(record, &refused, self.lang));
                    self.tally.note(|| refusal::refused_line(record, &refused, self.lang));
                    return Ok(());
                }
                if let Some(wanted) = &mut self.list {
                    wanted.add(position, &card, self.register);
                }
                self.tally.done += 1;
            }
            Err(refusal) => self.progress.aside(|| self.tally.refuse(record, &refusal, self.lang)),
        }
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.unread += 1;
        self.tally.unread(unread, self.lang);
        Ok(())
    }
}

/// What the file of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Csv,
    Html,
    Json,
    Xlsx,
}

impl Kind {
    /// By the ending of the file.
    const ENDINGS: &[(&'static str, Kind)] =
        &[("html", Kind::Html), ("htm", Kind::Html), ("csv", Kind::Csv), ("xlsx", Kind::Xlsx), ("json", Kind::Json)];
}
