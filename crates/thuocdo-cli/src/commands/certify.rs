//! `certify`: the certificate of a recognised level, signed where a key is given.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::Lang;
use thuocdo::text::shown;
use thuocdo_practice::Closed;
use thuocdo_practice::recognition::{certify, sign};

use crate::args::{FrameworkArg, ReportFormat};
use crate::input::file::{self};
use crate::input::{case, certificate, framework, register};
use crate::outcome::Outcome;
use crate::output::{self};
use crate::terminal::stderr;

/// Arguments of `certify`.
#[derive(Debug, Args)]
#[command(after_help = "The certificate is JSON on one line: level by group and overall, and the digests of all that it rests on.

With --key it is signed (Ed25519). A seed is 32 random bytes in hexadecimal digits, to be kept secret. The public key \
that goes with it stands in the signed certificate at signature.key; make it known, for `thuocdo verify --trusted`.

Examples:
  thuocdo certify case.json --format table
  thuocdo certify case.json -o certificate.json
  openssl rand -hex 32 > seed.txt
  thuocdo certify case.json --key seed.txt -o certificate.json")]
pub(crate) struct CertifyArgs {
    /// The case, recognised or published; `-` is standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,

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
    let Some(case) = case::read(&args.case, lang)? else { return Ok(Outcome::SomeRefused) };
    let certificate = match certify(&scorer, &case) {
        Ok(certificate) => certificate,
        Err(violations) => {
            case::refuse(&file::name(&args.case, lang), &violations, lang);
            return Ok(Outcome::SomeRefused);
        }
    };
    if let Some(closed) = register.and_then(|register| Closed::find(&register, &case.institution.code, Some(&case.period))) {
        stderr::say(&shown(&closed.line(lang)));
    }
    if args.format == ReportFormat::Table {
        output::print_report(&certificate.report(scorer.national().framework(), lang))?;
        return Ok(Outcome::Done);
    }
    let text = match key {
        None => certificate.to_json(),
        Some(seed) => sign(certificate, &seed).to_json(),
    };
    output::write_text(args.output.as_deref(), &text, args.force, lang)?;
    Ok(Outcome::Done)
}
