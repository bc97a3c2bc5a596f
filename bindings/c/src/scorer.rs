//! The handle: a framework with its overlays, compiled.

use std::ffi::c_char;
use std::sync::Arc;

use thuocdo::json::Value;
use thuocdo::{Framework, LocalScorer, Overlay};

use crate::buffer::Out;
use crate::error::{ErrorOut, Fault};
use crate::guard::{bytes, guarded};
use crate::status::Status;

/// What `thuocdo_scorer` points to. It is never written to, so any number of threads may read it.
#[derive(Debug)]
pub(crate) struct Scorer(pub(crate) Arc<LocalScorer>);

/// The scorer of a handle.
pub(crate) fn of(scorer: Option<&Scorer>) -> Result<&Arc<LocalScorer>, Fault> {
    scorer.map(|scorer| &scorer.0).ok_or(Fault::Null("scorer"))
}

type Made = Option<Box<Scorer>>;

#[expect(clippy::unnecessary_wraps, reason = "what is written for C may be NULL")]
fn handle(scorer: LocalScorer) -> Made {
    Some(Box::new(Scorer(Arc::new(scorer))))
}

fn compiled(framework: Framework) -> Result<Made, Fault> {
    Ok(handle(LocalScorer::new(thuocdo::Scorer::new(framework)?)))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_scorer_shipped(id: *const c_char, id_len: usize, lang: i32, out: Out<'_, Made>, error: ErrorOut<'_>) -> Status {
    guarded(lang, out, error, |_| {
        // SAFETY: the header asks this of the caller.
        let id = unsafe { bytes(id, id_len, "id") }?;
        compiled(Framework::shipped(&String::from_utf8_lossy(id))?)
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_scorer_load(json: *const c_char, json_len: usize, lang: i32, out: Out<'_, Made>, error: ErrorOut<'_>) -> Status {
    guarded(lang, out, error, |_| {
        // SAFETY: the header asks this of the caller.
        let json = unsafe { bytes(json, json_len, "json") }?;
        compiled(Framework::from_json(json)?)
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_scorer_overlay(
    scorer: Option<&Scorer>,
    json: *const c_char,
    json_len: usize,
    lang: i32,
    out: Out<'_, Made>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |_| {
        // SAFETY: the header asks this of the caller.
        let json = unsafe { bytes(json, json_len, "json") }?;
        let below = of(scorer)?;
        let overlay = Overlay::for_base(&Value::parse(json)?, below.local().framework())?;
        Ok(handle(LocalScorer::clone(below).with(&overlay)?))
    })
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_scorer_free(scorer: Option<Box<Scorer>>) {
    drop(scorer);
}
