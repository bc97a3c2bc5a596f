//! `verify`: whether a certificate is what its case gives, and whether it is signed by a trusted key.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::json::Value;
use thuocdo::text::Block;
use thuocdo::{Lang, Report};
use thuocdo_practice::recognition::verify;

use crate::args::{Format, FrameworkArg, OutputArgs, offered};
use crate::input::file::{self, bytes};
use crate::input::{case, certificate, certificate::Found, framework};
use crate::outcome::Outcome;
use crate::output::refusal::refused_file;
use crate::output::{self, Tally};
use crate::terminal::stderr;
use crate::words::Word;

/// Arguments of `verify`.
#[derive(Debug, Args)]
#[command(after_help = "Exit status: 0 the certificate is identical to the one made anew from the case (and, with --trusted, \
signed by that key); 1 it differs, is refused, or is not so signed; 2 wrong usage, or a file that cannot be read.

Examples:
  thuocdo verify certificate.json case.json
  thuocdo verify certificate.json case.json --trusted public-key.txt")]
pub(crate) struct VerifyArgs {
    /// The certificate, signed or not
    #[arg(value_name = "CERTIFICATE")]
    certificate: PathBuf,

    /// The case it was made of
    #[arg(value_name = "CASE")]
    case: PathBuf,

    /// File with the public key that the certificate must be signed by: 64 hexadecimal digits
    #[arg(long, value_name = "FILE")]
    trusted: Option<PathBuf>,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,

    #[command(flatten)]
    framework: FrameworkArg,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

pub(crate) fn run(args: &VerifyArgs, lang: Lang) -> Result<Outcome> {
    let format = args.to.format(args.format, FORMATS, lang)?;
    let scorer = framework::scorer(&args.framework, lang)?;
    let trusted = args.trusted.as_deref().map(|path| certificate::key(path, lang)).transpose()?;
    let mut told = Tally::of(format);
    let found = match Value::parse(&bytes(&args.certificate, lang)?).and_then(|value| Found::from_value(&value)) {
        Ok(found) => Some(found),
        Err(violations) => {
            let name = file::name(&args.certificate, lang);
            stderr::refused(&Word::CertificateRefused.say(lang, &[("file", &name)]), &violations, lang);
            told.note(|| refused_file(&name, &violations, lang));
            None
        }
    };
    let case_name = file::name(&args.case, lang);
    let case = case::load(&args.case, lang)?.map_err(|violations| told.note(|| refused_file(&case_name, &violations, lang))).ok();
    let (Some(found), Some(case)) = (found, case) else {
        told.print_refused()?;
        return Ok(Outcome::SomeRefused);
    };
    let (said, is_signed) = signature(&found, trusted.as_ref());
    // The signature comes first. JSON has no place for it, so there it goes to standard error.
    let aloud = || said.into_iter().for_each(|said| drop(writeln!(anstream::stderr(), "{}", said.template(lang))));
    let verification = match verify(found.certificate(), &scorer, &case) {
        Ok(verification) => verification,
        Err(violations) => {
            aloud();
            case::refuse(&case_name, &violations, lang);
            told.note(|| refused_file(&case_name, &violations, lang));
            told.print_refused()?;
            return Ok(Outcome::SomeRefused);
        }
    };
    let report = || {
        let mut report = match (verification.identical, is_signed) {
            (false, _) => verification.report(lang),
            // Only a certificate that is identical, and signed as it must be, is shown as valid.
            (true, false) => {
                let mut report = Report::default();
                report.line(Word::IdenticalButNotTrusted.template(lang));
                report
            }
            (true, true) => {
                let mut report = found.certificate().report(scorer.national().framework(), lang);
                report.blocks.extend(verification.report(lang).blocks);
                report
            }
        };
        report.blocks.splice(0..0, said.map(|said| Block::Line(said.template(lang).to_owned())));
        report
    };
    if format == Format::Json {
        aloud();
    }
    output::answer(format, report, || verification.to_json(), lang)?;
    Ok(if is_signed && verification.identical { Outcome::Done } else { Outcome::SomeRefused })
}

/// The sentence about the signature, and whether the signature is good. If the user trusts no key, the signature is not checked.
fn signature(found: &Found, trusted: Option<&[u8; 32]>) -> (Option<Word>, bool) {
    match (found, trusted) {
        (Found::Unsigned(_), None) => (None, true),
        (Found::Signed(_), None) => (Some(Word::SignatureNotLookedAt), true),
        (_, Some(trusted)) => match found.trust(trusted) {
            Ok(()) => (Some(Word::SignatureGood), true),
            Err(why) => (Some(why), false),
        },
    }
}
