//! Papers to print and sign, as `docx` or `html`, and many of them as files.

use thuocdo_core::json::{Reader, Value};
use thuocdo_core::{Assessment, Date, LocalScorer, Violations, canonical};
use thuocdo_office::paper::{Paper, PaperFiles, zipped};
use thuocdo_office::report::{self, Candidate, Letter};
use thuocdo_practice::process::Case;
use thuocdo_practice::read_card;
use thuocdo_practice::recognition::Certificate;
use thuocdo_practice::review::{Combine, panel};

use crate::door::{Answer, Fault, entry};
use crate::framework::scorers;

/// A list of documents is as long as this many of them may be.
const MOST: usize = 64;

/// What the head and the end of a paper say.
#[derive(Default)]
struct Head {
    above: Option<String>,
    body: Option<String>,
    number: Option<String>,
    on: Option<Date>,
    place: Option<String>,
    signer: Option<String>,
    signer_title: Option<String>,
}

thuocdo_core::record!(Head { above ? value, body ? value, number ? value, on ? value, place ? value, signer ? value, signer_title ? value });

pub(super) fn letter(json: &[u8]) -> Result<Letter, Fault> {
    let value = Value::parse(json)?;
    let Head { above, body, number, on, place, signer, signer_title } = Reader::read(&value)?;
    Ok(Letter { above, body, number, on, place, signer, signer_title })
}

pub(super) fn written(paper: &Paper, format: &[u8]) -> Result<Answer, Fault> {
    bytes(paper, format).map(Answer::Bytes)
}

fn bytes(paper: &Paper, format: &[u8]) -> Result<Vec<u8>, Fault> {
    match format {
        b"html" => Ok(paper.html().into_bytes()),
        _ => paper.docx().map_err(|error| Fault::Impossible(error.to_string())),
    }
}

/// Papers of one kind as files, each with the code that names it.
pub(super) fn files(kind: &str, papers: impl IntoIterator<Item = (String, Paper)>, format: &[u8]) -> Result<Answer, Fault> {
    let mut files = PaperFiles::default();
    for (code, paper) in papers {
        files.add(kind, &code, if format == b"html" { "html" } else { "docx" }, bytes(&paper, format)?);
    }
    Ok(laid(files))
}

/// The bytes of files one after the other, and beside them a JSON list of their names and lengths.
pub(super) fn laid(files: PaperFiles) -> Answer {
    let (names, bytes): (Vec<String>, Vec<Vec<u8>>) = files.into_files().into_iter().unzip();
    let lengths: Vec<usize> = bytes.iter().map(Vec::len).collect();
    Answer::Both(bytes.concat(), format!("{{\"lengths\":{},\"names\":{}}}", canonical(&lengths), canonical(&names)))
}

/// Files in one archive: their names as a JSON list, their lengths as 32-bit numbers, little-endian, and their bytes one after the other.
#[unsafe(no_mangle)]
extern "C" fn zip() -> i32 {
    entry(0, |[names, lengths, bytes], _| {
        let Value::List(names) = Value::parse_at_most(&names, names.len())? else { panic!("a list of names is wanted") };
        let mut rest = &bytes[..];
        let contents = lengths.as_chunks().0.iter().map(|length| rest.split_off(..u32::from_le_bytes(*length) as usize).unwrap_or_default());
        let names = names.iter().map(|name| if let Value::Text(name) = name { name.as_ref() } else { panic!("a name is a text") });
        let contents: Vec<&[u8]> = contents.collect();
        zipped(names.zip(contents)).map_err(|error| Fault::Impossible(error.to_string()))
    })
}

/// The documents of a JSON list, each with its place in it.
fn each<T>(list: &[u8], read: impl Fn(&Value<'_>) -> Result<T, Violations>) -> Result<Vec<T>, Fault> {
    let list = Value::parse_at_most(list, Case::MAX_BYTES.saturating_mul(MOST))?;
    let Value::List(documents) = &list else { panic!("a list is wanted") };
    let (mut all, mut violations) = (Vec::new(), Violations::default());
    for (nth, document) in documents.iter().enumerate() {
        match read(document) {
            Ok(one) => all.push(one),
            Err(refused) => violations.take_in(&format!("/{nth}"), refused),
        }
    }
    Ok(violations.or(all)?)
}

fn assessment(scorers: &LocalScorer, json: &[u8]) -> Result<Assessment, Violations> {
    scorers.local().assessment(json)
}

/// A school's assessment, beside that of the last period or its scorecard.
#[unsafe(no_mangle)]
extern "C" fn paper_school(framework: u32, lang: u32) -> i32 {
    entry(lang, |[format, form, before, head], lang| {
        let scorers = scorers(framework);
        let before = if before.is_empty() { None } else { Some(read_card(&scorers, &Value::parse(&before)?)?) };
        let form = assessment(&scorers, &form)?;
        written(&report::school(&scorers, &form, before.as_ref(), &letter(&head)?, lang)?, &format)
    })
}

/// The record of an external assessment.
#[unsafe(no_mangle)]
extern "C" fn paper_record(framework: u32, lang: u32) -> i32 {
    entry(lang, |[format, own, external, members, combine, head], lang| {
        let scorers = scorers(framework);
        let members = each(&members, |member| scorers.local().assessment(member))?;
        let combine: Combine = Reader::read(&Value::Text(String::from_utf8_lossy(&combine)))?;
        let members = if members.is_empty() { None } else { Some(panel(scorers.local(), &members, combine)?) };
        let (own, external) = (assessment(&scorers, &own)?, assessment(&scorers, &external)?);
        written(&report::record(&scorers, &own, &external, members.as_ref(), &letter(&head)?, lang)?, &format)
    })
}

/// The draft of a decision that recognises levels, of cases.
#[unsafe(no_mangle)]
extern "C" fn paper_decision(framework: u32, lang: u32) -> i32 {
    entry(lang, |[format, cases, head], lang| {
        let scorers = scorers(framework);
        let candidates = each(&cases, |case| Candidate::of(&scorers, &Case::from_value(case)?))?;
        written(&report::decision(scorers.national().framework(), &candidates, &letter(&head)?, lang), &format)
    })
}

/// A certificate as a paper.
#[unsafe(no_mangle)]
extern "C" fn paper_certificate(framework: u32, lang: u32) -> i32 {
    entry(lang, |[format, certificate, verify_at, head], lang| {
        let scorers = scorers(framework);
        let certificate = Certificate::from_json(&certificate)?;
        let verify_at = Some(String::from_utf8_lossy(&verify_at)).filter(|address| !address.is_empty());
        written(&report::certificate(scorers.national().framework(), &certificate, verify_at.as_deref(), &letter(&head)?, lang), &format)
    })
}
