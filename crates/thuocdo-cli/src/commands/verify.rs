//! `verify`: whether certificates are what their cases give, and whether they are signed by a trusted key.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::json::Value;
use thuocdo::text::{Block, Column};
use thuocdo::{Lang, LocalScorer, Report, canonical};
use thuocdo_practice::code_key;
use thuocdo_practice::process::Case;
use thuocdo_practice::recognition::{Certificate, verify};
use thuocdo_tables::FileFormat;

use crate::args::{Format, FrameworkArg, OutputArgs, offered};
use crate::input::file;
use crate::input::{case, certificate, certificate::Found, framework};
use crate::outcome::Outcome;
use crate::output::refusal::refused_file;
use crate::output::{self, Tally};
use crate::terminal::stderr;
use crate::words::Word;

/// Arguments of `verify`.
#[derive(Debug, Args)]
#[command(after_help = "Exit status: 0 the certificate is identical to the one made anew from the case (and, with --trusted, \
signed by that key); 1 it (or one of many) differs, is refused, or is not so signed; 2 wrong usage, or a file that cannot be read.

Examples:
  thuocdo verify certificate.json case.json
  thuocdo verify certificate.json case.json --trusted public-key.txt
  thuocdo verify certificates.ndjson cases.ndjson")]
pub(crate) struct VerifyArgs {
    /// The certificate, signed or not; or a .ndjson with a certificate a line, as `certify --all` writes it
    #[arg(value_name = "CERTIFICATE")]
    certificate: PathBuf,

    /// The case it was made of; or the cases of many institutions, in a folder or a .ndjson
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
    let mut texts = Vec::new();
    case::each(&args.certificate, FileFormat::Json, lang, |place, text| texts.push((place, text.to_vec())))?;
    let work = Work { args, format, lang, scorer: &scorer, trusted };
    match texts.as_slice() {
        [(_, text)] => work.one(&file::name(&args.certificate, lang), text),
        several => work.many(several),
    }
}

struct Work<'a> {
    args: &'a VerifyArgs,
    format: Format,
    lang: Lang,
    scorer: &'a LocalScorer,
    trusted: Option<[u8; 32]>,
}

impl Work<'_> {
    /// Checks the only certificate of a file.
    fn one(&self, name: &str, text: &[u8]) -> Result<Outcome> {
        let (args, lang) = (self.args, self.lang);
        let mut told = Tally::of(self.format);
        let found = self.certificate(name, text, &mut told);
        let case_name = file::name(&args.case, lang);
        let is_of_many = args.case.is_dir() || FileFormat::by_name(&case_name) == Some(FileFormat::Ndjson);
        let case = if is_of_many {
            let cases = self.cases(&mut told)?;
            let case = found.as_ref().and_then(|found| find(&cases, found.certificate()).cloned());
            if let (Some(found), None) = (&found, &case) {
                self.no_case(found.certificate(), &mut told);
            }
            case
        } else {
            case::load(&args.case, lang)?.map_err(|violations| told.note(|| refused_file(&case_name, &violations, lang))).ok()
        };
        let (Some(found), Some(case)) = (found, case) else {
            told.print_refused()?;
            return Ok(Outcome::SomeRefused);
        };
        let (said, is_signed) = signature(&found, self.trusted.as_ref());
        // The signature comes first. JSON has no place for it, so there it goes to standard error.
        let aloud = || said.into_iter().for_each(|said| drop(writeln!(anstream::stderr(), "{}", said.template(lang))));
        let verification = match verify(found.certificate(), self.scorer, &case) {
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
                    let mut report = found.certificate().report(self.scorer.national().framework(), lang);
                    report.blocks.extend(verification.report(lang).blocks);
                    report
                }
            };
            report.blocks.splice(0..0, said.map(|said| Block::Line(said.template(lang).to_owned())));
            report
        };
        if self.format == Format::Json {
            aloud();
        }
        output::answer(self.format, report, || verification.to_json(), lang)?;
        Ok(if is_signed && verification.identical { Outcome::Done } else { Outcome::SomeRefused })
    }

    /// Checks a certificate a line, each beside the case of its institution and period.
    fn many(&self, texts: &[(String, Vec<u8>)]) -> Result<Outcome> {
        let lang = self.lang;
        let mut told = Tally::of(Format::Json);
        let cases = self.cases(&mut told)?;
        let (mut rows, mut details, mut answers) = (Vec::new(), Report::default(), Vec::new());
        for (place, text) in texts {
            let Some(found) = self.certificate(place, text, &mut told) else {
                rows.push(vec![place.clone(), String::new(), Word::IsRefused.template(lang).to_owned(), String::new()]);
                continue;
            };
            let certificate = found.certificate();
            let verified = match find(&cases, certificate) {
                None => {
                    self.no_case(certificate, &mut told);
                    Err(())
                }
                Some(case) => verify(certificate, self.scorer, case).map_err(|violations| {
                    case::refuse(place, &violations, lang);
                    told.note(|| refused_file(place, &violations, lang));
                }),
            };
            let (said, is_signed) = signature(&found, self.trusted.as_ref());
            let result = match &verified {
                Ok(verification) if verification.identical => Word::IsIdentical.template(lang).to_owned(),
                Ok(verification) => Word::IsDiffering.say(lang, &[("count", &verification.differences.len())]),
                Err(()) => Word::IsRefused.template(lang).to_owned(),
            };
            let code = certificate.institution.code.clone().unwrap_or_default();
            let name = certificate.institution.name.clone().unwrap_or_default();
            rows.push(vec![code.clone(), name, result, said.map(|said| in_short(said).template(lang).to_owned()).unwrap_or_default()]);
            if let Ok(verification) = verified {
                if verification.identical && is_signed {
                    told.done += 1;
                } else if !verification.identical {
                    details.title(place.as_str());
                    details.blocks.extend(verification.report(lang).blocks);
                }
                let (period, is_trusted) = (canonical(&certificate.period), self.trusted.map_or("null".to_owned(), |_| is_signed.to_string()));
                answers.push(format!(
                    "{{\"code\":{},\"differences\":{},\"identical\":{},\"period\":{period},\"trusted\":{is_trusted}}}",
                    canonical(&code),
                    canonical(&verification.differences),
                    verification.identical
                ));
            }
        }
        let report = || {
            let mut report = Report::default();
            report.line(Word::Verified.say(lang, &[("count", &told.done), ("all", &texts.len())]));
            let is_signed = rows.iter().any(|row| row.last().is_some_and(|cell| !cell.is_empty()));
            let heads = [Word::Code, Word::Institution, Word::VerifiedHead].into_iter().chain(is_signed.then_some(Word::SignatureHead));
            let heads: Vec<Column> = heads.map(|word| Column::text(word.template(lang))).collect();
            let width = heads.len();
            report.table(
                heads,
                rows.into_iter().map(|mut row| {
                    row.truncate(width);
                    row
                }),
            );
            report.blocks.extend(details.blocks);
            report
        };
        let json = || format!("{{\"certificates\":[{}]}}", answers.join(","));
        let is_good = told.done == texts.len() as u64;
        if self.format == Format::Json && answers.is_empty() {
            told.print_refused()?;
        } else {
            output::answer(self.format, report, json, lang)?;
        }
        Ok(if is_good { Outcome::Done } else { Outcome::SomeRefused })
    }

    /// A certificate that was read. `None` if it is refused; standard error then says why.
    fn certificate(&self, name: &str, text: &[u8], told: &mut Tally) -> Option<Found> {
        let found = Value::parse(text).and_then(|value| Found::from_value(&value));
        found
            .map_err(|violations| {
                stderr::refused(&Word::CertificateRefused.say(self.lang, &[("file", &name)]), &violations, self.lang);
                told.note(|| refused_file(name, &violations, self.lang));
            })
            .ok()
    }

    /// The cases of many institutions.
    fn cases(&self, told: &mut Tally) -> Result<Vec<Case>> {
        let (cases, all_read) = case::read_many(&self.args.case, self.lang)?;
        for (place, violations) in &cases.refused {
            told.note(|| refused_file(place, violations, self.lang));
        }
        all_read?;
        Ok(cases.found.into_iter().map(|found| found.case).collect())
    }

    /// Says that there is no case of a certificate.
    fn no_case(&self, certificate: &Certificate, told: &mut Tally) {
        let file = file::name(&self.args.case, self.lang);
        let institution = certificate.institution.code.as_deref().unwrap_or_default();
        let what = Word::NoCaseOf.say(self.lang, &[("file", &file), ("code", &institution), ("period", &certificate.period)]);
        stderr::say(&what);
        told.note(|| {
            format!(
                "{{\"file\":{},\"violations\":[{{\"at\":\"\",\"code\":\"not_readable\",\"message\":{},\"params\":{{}}}}]}}",
                canonical(&file),
                canonical(&what)
            )
        });
    }
}

/// The case that a certificate was made of, by institution and period.
fn find<'c>(cases: &'c [Case], certificate: &Certificate) -> Option<&'c Case> {
    let code = code_key(certificate.institution.code.as_deref()?);
    cases.iter().find(|case| code_key(&case.institution.code) == code && case.period == certificate.period)
}

/// What is said about a signature, in a cell of a table.
fn in_short(said: Word) -> Word {
    match said {
        Word::SignatureGood => Word::SignedWell,
        Word::NotSigned => Word::SignedNot,
        Word::SignatureOfOtherKey => Word::SignedByOther,
        Word::SignatureNotLookedAt => Word::SignedUnseen,
        _ => Word::SignedBadly,
    }
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
