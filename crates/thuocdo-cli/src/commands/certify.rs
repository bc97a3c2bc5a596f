//! `certify`: the certificate of a recognised level, signed where a key is given.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::text::shown;
use thuocdo::{Date, Lang, LocalScorer, Report};
use thuocdo_office::paper::Paper;
use thuocdo_office::report::{self, Letter};
use thuocdo_practice::process::Case;
use thuocdo_practice::recognition::{Certificate, certify, sign};
use thuocdo_practice::{Closed, Register, code_key};

use crate::args::{self, Format, FrameworkArg, by_ending, day, is_stdout};
use crate::input::file::{self};
use crate::input::{case, certificate, framework, register};
use crate::near;
use crate::outcome::Outcome;
use crate::output::refusal::refused_file;
use crate::output::{self, Item, PaperFolder, PaperFormat, Tally};
use crate::terminal::stderr;
use crate::words::Word;

/// Arguments of `certify`.
#[derive(Debug, Args)]
#[command(after_help = "The certificate is JSON on one line: level by group and overall, and the digests of all that it rests on.

With --key it is signed (Ed25519). A seed is 32 random bytes in hexadecimal digits, to be kept secret. The public key \
that goes with it stands in the signed certificate at signature.key; make it known, for `thuocdo verify --trusted`.

With --all or --code, CASE holds the cases of many institutions: a folder or a .ndjson. Those that are not recognised are \
named with the reason; the certificates of the others go to a .ndjson, or to a folder: as JSON, or with --format docx or html as papers. \
That of one --code may also go to one file.

With -o FILE.docx or FILE.html it is a paper to print, with a QR code of its digest. The paper does not replace the decision that \
a person signs.

Examples:
  thuocdo certify case.json --format table
  thuocdo certify case.json -o certificate.json
  openssl rand -hex 32 > seed.txt
  thuocdo certify case.json --key seed.txt -o certificate.json
  thuocdo certify cases.ndjson --all -o certificates.ndjson
  thuocdo certify cases.ndjson --all -o certificates --format docx
  thuocdo certify cases.ndjson --code VD-01 -o giay-chung-nhan.docx
  thuocdo certify case.json -o giay-chung-nhan.docx --number 12/QĐ-UBND --on 2024-06-18")]
pub(crate) struct CertifyArgs {
    /// The case, recognised or published, or the cases of many institutions; `-` is standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,

    /// Certify every case of CASE
    #[arg(long, conflicts_with = "code")]
    all: bool,

    /// Certify the cases of these institutions; several are separated by commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    code: Vec<String>,

    /// File with the seed of the secret key to sign with: 64 hexadecimal digits
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,

    /// The register of institutions: tells whether the institution was closed before the period
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,

    /// File to write, by its ending: .json, or .docx or .html to print; of many cases a .ndjson or a folder; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// On a paper: number and sign of the decision that recognised the level, such as 12/QĐ-UBND; a blank without it
    #[arg(long, value_name = "TEXT")]
    number: Option<String>,

    /// On a paper: the day of that decision, such as 2024-06-18
    #[arg(long, value_name = "DATE", requires = "number", value_parser = day)]
    on: Option<Date>,

    /// On a paper: the address where the certificate can be verified; the QR code then holds it with the digest
    #[arg(long, value_name = "ADDRESS")]
    verify_at: Option<String>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    force: bool,

    /// What to write; else by the ending of FILE, or JSON
    #[arg(long, value_enum)]
    format: Option<CertificateFormat>,

    #[command(flatten)]
    framework: FrameworkArg,
}

/// The endings of files with a certificate a line.
const OF_MANY: [(&str, CertificateFormat); 2] = [("ndjson", CertificateFormat::Json), ("jsonl", CertificateFormat::Json)];

/// What certificates are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CertificateFormat {
    /// The certificate, canonical JSON on one line
    Json,
    /// What it says, for people
    Table,
    /// A file for word processors
    Docx,
    /// A page for a browser, to read and to print
    Html,
}

impl CertificateFormat {
    fn paper(self) -> Option<PaperFormat> {
        match self {
            CertificateFormat::Docx => Some(PaperFormat::Docx),
            CertificateFormat::Html => Some(PaperFormat::Html),
            CertificateFormat::Json | CertificateFormat::Table => None,
        }
    }
}

impl From<PaperFormat> for CertificateFormat {
    fn from(format: PaperFormat) -> CertificateFormat {
        match format {
            PaperFormat::Docx => CertificateFormat::Docx,
            PaperFormat::Html | PaperFormat::Fragment => CertificateFormat::Html,
        }
    }
}

pub(crate) fn run(args: &CertifyArgs, lang: Lang) -> Result<Outcome> {
    let format = args.format(lang)?;
    let scorer = framework::scorer(&args.framework, lang)?;
    let key = args.key.as_deref().map(|path| certificate::key(path, lang)).transpose()?;
    let register = register::load(args.register.as_deref(), lang)?;
    let work = Work { args, format, key, lang, register, scorer: &scorer };
    if args.is_of_many() { work.many() } else { work.one() }
}

struct Work<'a> {
    args: &'a CertifyArgs,
    format: CertificateFormat,
    key: Option<[u8; 32]>,
    lang: Lang,
    register: Option<Register>,
    scorer: &'a LocalScorer,
}

impl Work<'_> {
    fn one(&self) -> Result<Outcome> {
        let (args, lang) = (self.args, self.lang);
        let mut told = self.tally();
        let name = file::name(&args.case, lang);
        let case = case::load(&args.case, lang)?.map_err(|violations| told.note(|| refused_file(&name, &violations, lang))).ok();
        let Some(certificate) = case.and_then(|case| self.certificate(&case, &name, Word::CaseRefused, &mut told)) else {
            told.print_refused()?;
            return Ok(Outcome::SomeRefused);
        };
        self.write(certificate)?;
        Ok(Outcome::Done)
    }

    /// Writes the only certificate.
    fn write(&self, certificate: Certificate) -> Result<()> {
        let (args, lang, output) = (self.args, self.lang, self.args.output.as_deref());
        if let Some(format) = self.format.paper() {
            // Standard output, if no file is named.
            format.write(&self.paper(&certificate), output.unwrap_or(Path::new("-")), args.force, lang)
        } else if self.format == CertificateFormat::Table {
            output::print_report(&self.report(&certificate))
        } else {
            output::write_text(output, &self.text(certificate), args.force, lang)
        }
    }

    /// Certifies the cases of many institutions. A case that is not recognised does not stop the others.
    fn many(&self) -> Result<Outcome> {
        let (args, lang) = (self.args, self.lang);
        let mut told = self.tally();
        let (case::Cases { found, refused }, all_read) = case::read_many(&args.case, lang)?;
        for (place, violations) in &refused {
            told.refused += 1;
            told.note(|| refused_file(place, violations, lang));
        }
        let mut certified = Vec::new();
        let known: Vec<String> = found.iter().map(|found| found.case.institution.code.clone()).collect();
        for (_, sentence) in near::unknown(&args.code, &known, lang) {
            told.refused += 1;
            stderr::say(&sentence);
        }
        for case::Found { case, .. } in found {
            let code = &case.institution.code;
            if !args.all && !args.code.iter().any(|asked| code_key(asked) == code_key(code)) {
                continue;
            }
            let Some(certificate) = self.certificate(&case, &named(&case), Word::NotCertified, &mut told) else {
                told.refused += 1;
                continue;
            };
            told.done += 1;
            certified.push((code.clone(), certificate));
        }
        if args.is_to_one_file(self.format) {
            if certified.len() > 1 {
                bail!(Word::CertifiesOne.say(lang, &[("count", &certified.len())]));
            }
            certified.into_iter().try_for_each(|(_, certificate)| self.write(certificate))?;
        } else {
            self.write_many(certified)?;
        }
        if self.format == CertificateFormat::Json {
            told.print_refused()?;
        }
        stderr::note(&Word::CertifiedCount.say(lang, &[("count", &told.done), ("all", &told.all())]));
        all_read?;
        Ok(Outcome::of(told.refused))
    }

    /// Writes the certificates of many institutions: lines, or files of a folder.
    fn write_many(&self, certified: Vec<(String, Certificate)>) -> Result<()> {
        let (args, lang) = (self.args, self.lang);
        match (self.format.paper(), &args.output) {
            (Some(format), Some(folder)) => {
                let mut folder = PaperFolder::new(folder.clone(), format, args.force, lang);
                certified.iter().try_for_each(|(code, certificate)| folder.add("ban-xac-nhan", code, &self.paper(certificate)))?;
                folder.write().map(|_| ())
            }
            _ if self.format == CertificateFormat::Table => {
                certified.iter().try_for_each(|(_, certificate)| output::print_report(&self.report(certificate)))
            }
            _ => {
                let item = |(code, certificate)| Item { code, file: None, is_changed: true, text: self.text(certificate) };
                let items: Vec<Item> = certified.into_iter().map(item).collect();
                output::write_many(args.output.as_deref(), None, &items, args.force, lang)
            }
        }
    }

    /// What is refused, for standard output: if the answer there is JSON.
    fn tally(&self) -> Tally {
        let is_named = self.args.format == Some(CertificateFormat::Json);
        // A list of certificates by themselves goes into files of lines, where nothing else belongs.
        let is_printed = self.format == CertificateFormat::Json && !self.args.is_of_many() && self.args.output.as_deref().is_none_or(is_stdout);
        Tally::of(if is_named || is_printed { Format::Json } else { Format::Table })
    }

    /// The certificate of a case. `None` if there is none; standard error then says why, behind the name.
    fn certificate(&self, case: &Case, name: &str, refused: Word, told: &mut Tally) -> Option<Certificate> {
        let certificate = certify(self.scorer, case).map_err(|violations| {
            stderr::refused(&refused.say(self.lang, &[("file", &name)]), &violations, self.lang);
            told.note(|| refused_file(name, &violations, self.lang));
        });
        let certificate = certificate.ok()?;
        if let Some(closed) = self.register.as_ref().and_then(|register| Closed::find(register, &case.institution.code, Some(&case.period))) {
            stderr::say(&shown(&closed.line(self.lang)));
        }
        Some(certificate)
    }

    fn text(&self, certificate: Certificate) -> String {
        match &self.key {
            None => certificate.to_json(),
            Some(seed) => sign(certificate, seed).to_json(),
        }
    }

    fn report(&self, certificate: &Certificate) -> Report {
        certificate.report(self.scorer.national().framework(), self.lang)
    }

    fn paper(&self, certificate: &Certificate) -> Paper {
        let letter = Letter { number: self.args.number.clone(), on: self.args.on, ..Letter::default() };
        report::certificate(self.scorer.national().framework(), certificate, self.args.verify_at.as_deref(), &letter, self.lang)
    }
}

/// Code and name of the institution of a case.
fn named(case: &Case) -> String {
    let code = &case.institution.code;
    case.institution.name.as_ref().map_or_else(|| code.clone(), |name| format!("{code} {name}"))
}

impl CertifyArgs {
    /// Whether the case is a folder or a file of many.
    fn is_of_many(&self) -> bool {
        self.all || !self.code.is_empty()
    }

    /// Whether one certificate at most is asked for.
    fn is_of_one(&self) -> bool {
        !self.all && self.code.len() <= 1
    }

    /// Whether the certificate of one institution goes to a file of its own, or as a paper to standard output.
    fn is_to_one_file(&self, format: CertificateFormat) -> bool {
        let is_file = |path: &Path| {
            !path.is_dir() && path.extension().is_some_and(|ending| !OF_MANY.iter().any(|(known, _)| ending.eq_ignore_ascii_case(known)))
        };
        let is_one = match self.output.as_deref().filter(|path| !is_stdout(path)) {
            Some(path) => is_file(path),
            None => format.paper().is_some(),
        };
        self.is_of_one() && is_one
    }

    /// What to write: what is named, else what the ending of the file tells; and whether the other arguments go with it.
    fn format(&self, lang: Lang) -> Result<CertificateFormat> {
        // The certificates of many are lines, or files in a folder, which has no ending.
        let papers = PaperFormat::ENDINGS.map(|(ending, format)| (ending, CertificateFormat::from(format)));
        if !self.is_of_one() && self.output.as_deref().is_some_and(|path| !path.is_dir() && PaperFormat::of(path, lang).is_ok()) {
            bail!(Word::PapersNeedFolder.template(lang));
        }
        let of_one = [("json", CertificateFormat::Json)].into_iter().chain(papers).filter(|_| self.is_of_one());
        let offered: Vec<(&str, CertificateFormat)> = of_one.chain(OF_MANY.into_iter().filter(|_| self.is_of_many())).collect();
        let file = args::named(self.output.as_deref()).filter(|path| !(self.is_of_many() && path.is_dir()));
        let by_ending = file.filter(|path| path.extension().is_some()).map(|path| by_ending(path, &offered, lang)).transpose()?;
        let format = match (self.format, by_ending) {
            (Some(named), Some(ending)) if named != ending => bail!(Word::FormatContradicts.template(lang)),
            (named, ending) => named.or(ending).unwrap_or(CertificateFormat::Json),
        };
        let is_address = |address: &str| ["https://", "http://"].iter().any(|start| address.starts_with(start)) && !address.contains('#');
        if self.verify_at.as_deref().is_some_and(|address| !is_address(address)) {
            bail!(Word::VerifyAddress.template(lang));
        }
        let is_paper = format.paper().is_some();
        if is_paper && !self.is_of_one() && self.output.as_deref().is_none_or(is_stdout) {
            bail!(Word::PapersNeedFolder.template(lang));
        }
        if self.key.is_some() && format != CertificateFormat::Json {
            bail!(Word::PaperIsNotSigned.template(lang));
        }
        if format == CertificateFormat::Table && file.is_some() {
            bail!(Word::FormatContradicts.template(lang));
        }
        if !is_paper && (self.number.is_some() || self.verify_at.is_some()) {
            let option = if self.number.is_some() { "--number" } else { "--verify-at" };
            bail!(Word::ReportOption.say(lang, &[("option", &option)]))
        }
        Ok(format)
    }
}
