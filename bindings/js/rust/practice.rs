//! Work with scores: questions, collections, signatures.

use std::cell::RefCell;
use std::rc::Rc;

use thuocdo_core::json::Value;
use thuocdo_core::{Lang, LocalScorer, Report, canonical};
use thuocdo_practice::json::{Question, Reply, ask as asked};
use thuocdo_practice::recognition::{self, Certificate, SignedCertificate};

use crate::door::{Answer, Fault, entry, keep, of};
use crate::framework::scorers;

/// A question of many documents in the making.
struct Collector {
    scorers: Rc<LocalScorer>,
    documents: RefCell<thuocdo_practice::Collector<Rc<LocalScorer>>>,
}

fn named(question: &[u8]) -> Result<Question, Fault> {
    Ok(Question::named(&String::from_utf8_lossy(question))?)
}

fn reply(scorers: &LocalScorer, question: &[u8], request: &[u8]) -> Result<Box<dyn Reply>, Fault> {
    let question = named(question)?;
    Ok(asked(question, scorers, &question.parse(request)?)?)
}

/// The blocks of a report as JSON, and its text.
pub(crate) fn words(report: &Report) -> Answer {
    Answer::Both(canonical(report).into_bytes(), report.to_string())
}

#[unsafe(no_mangle)]
extern "C" fn ask(framework: u32, lang: u32) -> i32 {
    entry(lang, |[question, request], lang| Ok(reply(&scorers(framework), &question, &request)?.to_json(lang)))
}

#[unsafe(no_mangle)]
extern "C" fn report(framework: u32, lang: u32) -> i32 {
    entry(lang, |[question, request], lang| {
        let scorers = scorers(framework);
        Ok(words(&reply(&scorers, &question, &request)?.report(&scorers, lang)))
    })
}

/// The publication of a request as a page, CSV or workbook: `html`, `csv`, `xlsx`.
#[unsafe(no_mangle)]
extern "C" fn publish(framework: u32, lang: u32) -> i32 {
    entry(lang, |[request, format], lang| {
        let scorers = scorers(framework);
        published(&*reply(&scorers, b"publication", &request)?, &scorers, &format, lang)
    })
}

fn published(reply: &dyn Reply, scorers: &LocalScorer, format: &[u8], lang: Lang) -> Result<Answer, Fault> {
    let (Some(list), framework) = (reply.publication(), scorers.local().framework()) else { panic!("this is no publication") };
    Ok(match format {
        b"html" => list.html(framework, lang).into(),
        b"csv" => list.csv(framework, lang).into(),
        #[cfg(feature = "office")]
        b"xlsx" => list.xlsx(framework, lang).map_err(Fault::Impossible)?.into(),
        _ => panic!("`{}` is no format", String::from_utf8_lossy(format)),
    })
}

#[unsafe(no_mangle)]
extern "C" fn collect(framework: u32, lang: u32) -> i32 {
    entry(lang, |[question, request], _| {
        let scorers = scorers(framework);
        let documents = RefCell::new(thuocdo_practice::Collector::from_json(named(&question)?, Rc::clone(&scorers), &request)?);
        Ok(keep(Collector { scorers, documents }))
    })
}

#[unsafe(no_mangle)]
extern "C" fn collector_add(collector: u32, lang: u32) -> i32 {
    entry(lang, |[list, document], _| {
        let document = Value::parse(&document);
        of::<Collector>(collector).documents.borrow_mut().add(&String::from_utf8_lossy(&list), document.as_ref().map_err(Clone::clone))?;
        Ok(0)
    })
}

#[unsafe(no_mangle)]
extern "C" fn collector_answer(collector: u32, lang: u32) -> i32 {
    entry(lang, |[], lang| Ok(of::<Collector>(collector).documents.borrow().clone().finish().to_json(lang)))
}

#[unsafe(no_mangle)]
extern "C" fn collector_report(collector: u32, lang: u32) -> i32 {
    entry(lang, |[], lang| {
        let collector = of::<Collector>(collector);
        let answer = collector.documents.borrow().clone().finish();
        Ok(words(&answer.report(&collector.scorers, lang)))
    })
}

/// The publication of a collector, in one of the formats of [`publish`].
#[unsafe(no_mangle)]
extern "C" fn collector_publish(collector: u32, lang: u32) -> i32 {
    entry(lang, |[format], lang| {
        let collector = of::<Collector>(collector);
        let answer = collector.documents.borrow().clone().finish();
        published(&*answer, &collector.scorers, &format, lang)
    })
}

/// A key, which JavaScript has measured.
fn key(bytes: &[u8]) -> [u8; 32] {
    bytes.try_into().unwrap_or_else(|_| panic!("a key is 32 bytes"))
}

#[unsafe(no_mangle)]
extern "C" fn sign(lang: u32) -> i32 {
    entry(lang, |[certificate, seed], _| Ok(recognition::sign(Certificate::from_json(&certificate)?, &key(&seed)).to_json()))
}

#[unsafe(no_mangle)]
extern "C" fn verify_signature(lang: u32) -> i32 {
    entry(lang, |[signed, trusted], _| Ok(u32::from(recognition::verify_signature(&SignedCertificate::from_json(&signed)?, &key(&trusted)).is_ok())))
}

/// What all spellings of the code of an institution have in common.
#[unsafe(no_mangle)]
extern "C" fn code_key() -> i32 {
    entry(0, |[code], _| Ok(thuocdo_practice::code_key(&String::from_utf8_lossy(&code)).into_owned()))
}

#[unsafe(no_mangle)]
extern "C" fn public_key() -> i32 {
    entry(0, |[seed], _| Ok(recognition::public_key(&key(&seed)).to_vec()))
}
