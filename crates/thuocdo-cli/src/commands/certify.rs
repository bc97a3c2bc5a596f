//! `certify`: the certificate of a recognised level, signed where a key is given.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::text::shown;
use thuocdo::{Lang, LocalScorer};
use thuocdo_practice::process::Case;
use thuocdo_practice::recognition::{Certificate, certify, sign};
use thuocdo_practice::{Closed, Register};

use crate::args::{FrameworkArg, ReportFormat};
use crate::input::file::{self};
use crate::input::{case, certificate, framework, register};
use crate::outcome::Outcome;
use crate::output::{self, Item};
use crate::terminal::stderr;
use crate::words::Word;

/// Arguments of `certify`.
#[derive(Debug, Args)]
#[command(after_help = "The certificate is JSON on one line: level by group and overall, and the digests of all that it rests on.

With --key it is signed (Ed25519). A seed is 32 random bytes in hexadecimal digits, to be kept secret. The public key \
that goes with it stands in the signed certificate at signature.key; make it known, for `thuocdo verify --trusted`.

With --all or --code, CASE holds the cases of many institutions: a folder or a .ndjson. Those that are not recognised are \
named with the reason; the certificates of the others go to a folder, or to a .ndjson.

Examples:
  thuocdo certify case.json --format table
  thuocdo certify case.json -o certificate.json
  openssl rand -hex 32 > seed.txt
  thuocdo certify case.json --key seed.txt -o certificate.json
  thuocdo certify cases.ndjson --all -o certificates.ndjson")]
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

    /// File to write; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    force: bool,

    /// How to print: `json` the certificate, `table` what it says, for people
    #[arg(long, value_enum, default_value_t = ReportFormat::Json, conflicts_with_all = ["output", "key"])]
    format: ReportFormat,

    #[command(flatten)]
    framework: FrameworkArg,
}

pub(crate) fn run(args: &CertifyArgs, lang: Lang) -> Result<Outcome> {
    let scorer = framework::scorer(&args.framework, lang)?;
    let key = args.key.as_deref().map(|path| certificate::key(path, lang)).transpose()?;
    let register = register::load(args.register.as_deref(), lang)?;
    let work = Work { args, key, lang, register, scorer: &scorer };
    if args.all || !args.code.is_empty() { work.many() } else { work.one() }
}

struct Work<'a> {
    args: &'a CertifyArgs,
    key: Option<[u8; 32]>,
    lang: Lang,
    register: Option<Register>,
    scorer: &'a LocalScorer,
}

impl Work<'_> {
    fn one(&self) -> Result<Outcome> {
        let (args, lang) = (self.args, self.lang);
        let Some(case) = case::read(&args.case, lang)? else { return Ok(Outcome::SomeRefused) };
        let Some(certificate) = self.certificate(&case, &file::name(&args.case, lang), Word::CaseRefused) else { return Ok(Outcome::SomeRefused) };
        if args.format == ReportFormat::Table {
            output::print_report(&certificate.report(self.scorer.national().framework(), lang))?;
            return Ok(Outcome::Done);
        }
        output::write_text(args.output.as_deref(), &self.text(certificate), args.force, lang)?;
        Ok(Outcome::Done)
    }

    /// Certifies the cases of many institutions. A case that is not recognised does not stop the others.
    fn many(&self) -> Result<Outcome> {
        let (args, lang) = (self.args, self.lang);
        let (found, mut refused) = case::read_many(&args.case, lang)?;
        let mut items = Vec::new();
        for case::Found { case, .. } in found {
            let code = &case.institution.code;
            if !args.all && !args.code.contains(code) {
                continue;
            }
            let Some(certificate) = self.certificate(&case, &named(&case), Word::NotCertified) else {
                refused += 1;
                continue;
            };
            if args.format == ReportFormat::Table {
                output::print_report(&certificate.report(self.scorer.national().framework(), lang))?;
            }
            items.push(Item { code: code.clone(), file: None, is_changed: true, text: self.text(certificate) });
        }
        if args.format == ReportFormat::Json {
            output::write_many(args.output.as_deref(), None, &items, args.force, lang)?;
        }
        stderr::note(&Word::CertifiedCount.say(lang, &[("count", &items.len()), ("all", &(items.len() as u64 + refused))]));
        Ok(Outcome::of(refused))
    }

    /// The certificate of a case. `None` if there is none; standard error then says why, behind the name.
    fn certificate(&self, case: &Case, name: &str, refused: Word) -> Option<Certificate> {
        let certificate = certify(self.scorer, case);
        let certificate =
            certificate.map_err(|violations| stderr::refused(&refused.say(self.lang, &[("file", &name)]), &violations, self.lang)).ok()?;
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
}

/// Code and name of the institution of a case.
fn named(case: &Case) -> String {
    let code = &case.institution.code;
    case.institution.name.as_ref().map_or_else(|| code.clone(), |name| format!("{code} {name}"))
}
