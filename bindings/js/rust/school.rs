//! One assessment: scored, checked, explained, planned for.

use thuocdo_core::json::{Reader, Value};
use thuocdo_core::{Points, explain as explained, plan_value, what_if_value};

use crate::door::entry;
use crate::framework::scorers;

#[unsafe(no_mangle)]
extern "C" fn score(framework: u32, lang: u32) -> i32 {
    entry(lang, |[assessment], _| Ok(scorers(framework).local().score_to_json(&assessment[..])?))
}

#[unsafe(no_mangle)]
extern "C" fn score_both(framework: u32, lang: u32) -> i32 {
    entry(lang, |[assessment], _| Ok(scorers(framework).score(&assessment[..])?.to_json()))
}

#[unsafe(no_mangle)]
extern "C" fn score_lines(framework: u32, lang: u32) -> i32 {
    entry(lang, |[lines], lang| Ok(scorers(framework).local().score_lines(&lines, lang)))
}

#[unsafe(no_mangle)]
extern "C" fn check(framework: u32, lang: u32) -> i32 {
    entry(lang, |[assessment], lang| {
        let violations = scorers(framework).local().check(&assessment[..]).err().unwrap_or_default();
        Ok(violations.refusal(lang).to_json())
    })
}

#[unsafe(no_mangle)]
extern "C" fn explain(framework: u32, lang: u32) -> i32 {
    entry(lang, |[assessment], lang| {
        let scorers = scorers(framework);
        let scorer = scorers.local();
        Ok(explained(scorer.framework(), &scorer.score(&assessment[..])?, lang).to_json())
    })
}

/// The assessment in normal form.
#[unsafe(no_mangle)]
extern "C" fn normal(framework: u32, lang: u32) -> i32 {
    entry(lang, |[assessment], _| {
        let assessment = scorers(framework).local().assessment(&assessment[..])?;
        Ok(format!("{{\"assessment\":{},\"digest\":\"{}\"}}", assessment.to_json(), assessment.digest()))
    })
}

/// The level of a total. Points are text as in JSON, so that no float comes in between.
#[unsafe(no_mangle)]
extern "C" fn level(framework: u32, lang: u32) -> i32 {
    entry(lang, |[group, points], _| {
        let points: Points = Reader::read(&Value::parse(&points)?)?;
        Ok(u32::from(scorers(framework).local().level(&String::from_utf8_lossy(&group), points)?.get()))
    })
}

#[unsafe(no_mangle)]
extern "C" fn plan(framework: u32, lang: u32) -> i32 {
    entry(lang, |[request], _| Ok(plan_value(scorers(framework).local(), &Value::parse(&request)?)?.to_json()))
}

#[unsafe(no_mangle)]
extern "C" fn what_if(framework: u32, lang: u32) -> i32 {
    entry(lang, |[request], _| Ok(what_if_value(scorers(framework).local(), &Value::parse(&request)?)?.to_json()))
}
