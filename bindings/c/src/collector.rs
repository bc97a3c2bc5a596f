//! The handle of a question of many documents, which come one after the other.

use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::{Arc, Mutex, MutexGuard};

use thuocdo::LocalScorer;
use thuocdo::json::Value;
use thuocdo_practice::json::Question;

use crate::buffer::{Buffer, Out};
use crate::error::{ErrorOut, Fault};
use crate::guard::{bytes, guarded};
use crate::scorer::{Scorer, of};
use crate::status::Status;

type Documents = thuocdo_practice::Collector<Arc<LocalScorer>>;

/// What `thuocdo_collector` points to. Threads may share it: they come one after the other.
#[derive(Debug)]
pub(crate) struct Collector(Mutex<Documents>);

/// The documents of a handle, for one thread at a time. What a panic left half done is not gone on with.
fn documents(collector: Option<&Collector>) -> Result<MutexGuard<'_, Documents>, Fault> {
    let Collector(documents) = collector.ok_or(Fault::Null("collector"))?;
    documents.lock().map_err(|_| Fault::Panic("an earlier call on this collector ended in one".to_owned()))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_collect(
    scorer: Option<&Scorer>,
    question: *const c_char,
    question_len: usize,
    request: *const c_char,
    request_len: usize,
    lang: i32,
    out: Out<'_, Option<Box<Collector>>>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |_| {
        // SAFETY: the header asks this of the caller.
        let (question, request) = unsafe { (bytes(question, question_len, "question")?, bytes(request, request_len, "request")?) };
        let (scorer, question) = (of(scorer)?, Question::named(&String::from_utf8_lossy(question))?);
        let documents = Documents::from_json(question, Arc::clone(scorer), request)?;
        Ok(Some(Box::new(Collector(Mutex::new(documents)))))
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_collector_add(
    collector: Option<&Collector>,
    list: *const c_char,
    list_len: usize,
    document: *const c_char,
    document_len: usize,
    lang: i32,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, Some(&mut MaybeUninit::uninit()), error, |_| {
        // SAFETY: the header asks this of the caller.
        let (list, document) = unsafe { (bytes(list, list_len, "list")?, bytes(document, document_len, "document")?) };
        // Parsed before the others have to wait.
        let document = Value::parse(document);
        documents(collector)?.add(&String::from_utf8_lossy(list), document.as_ref().map_err(Clone::clone))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_collector_answer(collector: Option<&Collector>, lang: i32, out: Out<'_, Buffer>, error: ErrorOut<'_>) -> Status {
    guarded(lang, out, error, |lang| {
        let so_far = documents(collector)?.clone();
        Ok(so_far.finish().to_json(lang).into())
    })
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_collector_free(collector: Option<Box<Collector>>) {
    drop(collector);
}

#[cfg(test)]
mod tests {
    use thuocdo::Framework;
    use thuocdo_practice::Cohort;

    use super::*;

    /// The schools of a country.
    const COUNTRY: usize = 27_005;

    /// The assessment of a school by its number. Some answer less than others, so that there is something to count.
    fn school(number: usize) -> String {
        let answers: Vec<String> = (0..number % 7).map(|n| format!(r#""1.3.{}":{}"#, n + 1, number % 3)).take(2).collect();
        format!(r#"{{"institution":{{"code":"{number:05}"}},"period":"2023-2024","conditions":{{}},"answers":{{{}}}}}"#, answers.join(","))
    }

    /// In C's way from Rust, so that the memory of a country's texts is never there at once.
    #[test]
    fn a_country_is_counted_as_the_core_counts_it() {
        let scorers = Arc::new(LocalScorer::new(thuocdo::Scorer::new(Framework::shipped("moet-4725-2022").expect("shipped")).expect("compiled")));
        let scorer = Scorer(Arc::clone(&scorers));
        let mut collector = MaybeUninit::uninit();
        let question = "cohort";
        // SAFETY: the texts live longer than the call.
        let begun = unsafe {
            thuocdo_collect(Some(&scorer), question.as_ptr().cast(), question.len(), "{}".as_ptr().cast(), 2, 0, Some(&mut collector), None)
        };
        assert_eq!(begun, Status::Ok);
        // SAFETY: it is written whatever comes.
        let collector = unsafe { collector.assume_init() }.expect("a collector");
        drop(scorer);
        let mut counted = Cohort::new(scorers.local().framework(), None);
        let list = "scorecards";
        for (number, position) in (0..COUNTRY).zip(0..) {
            let text = school(number);
            counted.add(position, &scorers.local().score(text.as_bytes()).expect("a school"), None).expect("a school");
            // SAFETY: as above.
            let added =
                unsafe { thuocdo_collector_add(Some(&collector), list.as_ptr().cast(), list.len(), text.as_ptr().cast(), text.len(), 0, None) };
            assert_eq!(added, Status::Ok, "{number}");
        }
        let mut answer = MaybeUninit::uninit();
        assert_eq!(thuocdo_collector_answer(Some(&collector), 0, Some(&mut answer), None), Status::Ok);
        // SAFETY: it is written whatever comes.
        let (ptr, len) = unsafe { answer.assume_init_ref() }.parts();
        // SAFETY: so many bytes are there until the buffer is dropped.
        let found = unsafe { std::slice::from_raw_parts(ptr.cast::<u8>(), len) };
        let report = counted.finish(None);
        assert_eq!(report.count, 27_005);
        assert_eq!(String::from_utf8_lossy(found), report.to_json());
        // SAFETY: it was written, and nobody else frees it.
        drop(unsafe { answer.assume_init() });
    }
}
