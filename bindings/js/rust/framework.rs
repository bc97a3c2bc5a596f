//! Frameworks, and what they say about themselves.

use std::rc::Rc;

use thuocdo_core::json::Value;
use thuocdo_core::{Diff, Framework, LocalScorer, Overlay, Scorer, canonical};

use crate::door::{Fault, entry, keep, of};

/// The scorers of a framework that JavaScript holds.
pub(crate) fn scorers(handle: u32) -> Rc<LocalScorer> {
    of(handle)
}

fn compiled(framework: Framework) -> Result<u32, Fault> {
    Ok(keep(LocalScorer::new(Scorer::new(framework)?)))
}

#[unsafe(no_mangle)]
extern "C" fn shipped_ids() -> i32 {
    entry(0, |[], _| Ok(canonical(&Framework::shipped_ids().collect::<Vec<_>>())))
}

#[unsafe(no_mangle)]
extern "C" fn shipped(lang: u32) -> i32 {
    entry(lang, |[id], _| compiled(Framework::shipped(&String::from_utf8_lossy(&id))?))
}

#[unsafe(no_mangle)]
extern "C" fn load(lang: u32) -> i32 {
    entry(lang, |[file], _| compiled(Framework::from_json(file)?))
}

#[unsafe(no_mangle)]
extern "C" fn overlay(framework: u32, lang: u32) -> i32 {
    entry(lang, |[file], _| {
        let below = scorers(framework);
        let overlay = Overlay::for_base(&Value::parse(&file)?, below.local().framework())?;
        Ok(keep(LocalScorer::clone(&below).with(&overlay)?))
    })
}

#[unsafe(no_mangle)]
extern "C" fn national(framework: u32) -> i32 {
    entry(0, |[], _| Ok(keep(LocalScorer::new(scorers(framework).national().clone()))))
}

#[unsafe(no_mangle)]
extern "C" fn framework_json(framework: u32) -> i32 {
    entry(0, |[], _| Ok(scorers(framework).local().framework().to_json()))
}

#[unsafe(no_mangle)]
extern "C" fn framework_digest(framework: u32) -> i32 {
    entry(0, |[], _| Ok(scorers(framework).local().digest().to_owned()))
}

#[unsafe(no_mangle)]
extern "C" fn diff(before: u32, after: u32) -> i32 {
    entry(0, |[], _| Ok(Diff::of_frameworks(scorers(before).local().framework(), scorers(after).local().framework()).to_json()))
}
