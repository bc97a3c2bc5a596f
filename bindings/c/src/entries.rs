//! What is asked of a scorer: a text in, a text out.

use std::ffi::{c_char, c_void};
use std::mem::MaybeUninit;
use std::ops::ControlFlow;

use thuocdo::Points;
use thuocdo::json::{Reader, Value, try_each_line};
use thuocdo_practice::json::{Question, answer};
use thuocdo_practice::schema::schema_for;

use crate::buffer::{Buffer, Out};
use crate::error::{ErrorOut, Fault};
use crate::guard::{bytes, guarded};
use crate::scorer::{Scorer, of};
use crate::status::Status;

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_score(
    scorer: Option<&Scorer>,
    assessment: *const c_char,
    assessment_len: usize,
    lang: i32,
    out: Out<'_, Buffer>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |_| {
        // SAFETY: the header asks this of the caller.
        let assessment = unsafe { bytes(assessment, assessment_len, "assessment") }?;
        Ok(of(scorer)?.local().score_to_json(assessment)?.into())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_score_ndjson(
    scorer: Option<&Scorer>,
    lines: *const c_char,
    lines_len: usize,
    lang: i32,
    out: Out<'_, Buffer>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |lang| {
        // SAFETY: the header asks this of the caller.
        let lines = unsafe { bytes(lines, lines_len, "lines") }?;
        Ok(of(scorer)?.local().score_lines(lines, lang).into())
    })
}

/// Takes a line of an answer; anything but 0 ends the call.
type Take = unsafe extern "C" fn(context: *mut c_void, line: *const c_char, len: usize) -> i32;

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_stream_ndjson(
    scorer: Option<&Scorer>,
    lines: *const c_char,
    lines_len: usize,
    first: u64,
    lang: i32,
    take: Option<Take>,
    context: *mut c_void,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, Some(&mut MaybeUninit::uninit()), error, |lang| {
        // SAFETY: the header asks this of the caller.
        let lines = unsafe { bytes(lines, lines_len, "lines") }?;
        let (scorer, take) = (of(scorer)?.local(), take.ok_or(Fault::Null("take"))?);
        let hand_over = |line: String| {
            // SAFETY: the caller's function and its own context; the line is there until it returns.
            match unsafe { take(context, line.as_ptr().cast(), line.len()) } {
                0 => ControlFlow::Continue(()),
                _ => ControlFlow::Break(Fault::Stopped),
            }
        };
        try_each_line(lines, first, lang, |line| scorer.score_to_json(line), hand_over).break_value().map_or(Ok(()), Err)
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_check(
    scorer: Option<&Scorer>,
    assessment: *const c_char,
    assessment_len: usize,
    lang: i32,
    out: Out<'_, Buffer>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |lang| {
        // SAFETY: the header asks this of the caller.
        let assessment = unsafe { bytes(assessment, assessment_len, "assessment") }?;
        let violations = of(scorer)?.local().check(assessment).err().unwrap_or_default();
        Ok(violations.refusal(lang).to_json().into())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_read_table(
    scorer: Option<&Scorer>,
    table: *const c_char,
    table_len: usize,
    filled_by: *const c_char,
    filled_by_len: usize,
    lang: i32,
    out: Out<'_, Buffer>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |lang| {
        // SAFETY: the header asks this of the caller.
        let table = unsafe { bytes(table, table_len, "table") }?;
        // SAFETY: as above.
        let filled_by = if filled_by_len == 0 { None } else { Some(unsafe { bytes(filled_by, filled_by_len, "filled_by") }?) };
        let filled_by = filled_by.map(String::from_utf8_lossy);
        Ok(thuocdo_tables::lines(of(scorer)?, table, filled_by.as_deref(), lang)?.into())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_explain(
    scorer: Option<&Scorer>,
    assessment: *const c_char,
    assessment_len: usize,
    lang: i32,
    out: Out<'_, Buffer>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |lang| {
        // SAFETY: the header asks this of the caller.
        let assessment = unsafe { bytes(assessment, assessment_len, "assessment") }?;
        let scorer = of(scorer)?.local();
        Ok(thuocdo::explain(scorer.framework(), &scorer.score(assessment)?, lang).to_json().into())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_level(
    scorer: Option<&Scorer>,
    group: *const c_char,
    group_len: usize,
    points: *const c_char,
    points_len: usize,
    lang: i32,
    out: Out<'_, u8>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |_| {
        // SAFETY: the header asks this of the caller.
        let (group, points) = unsafe { (bytes(group, group_len, "group")?, bytes(points, points_len, "points")?) };
        let points: Points = Reader::read(&Value::parse(points)?)?;
        Ok(of(scorer)?.local().level(&String::from_utf8_lossy(group), points)?.get())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_ask(
    scorer: Option<&Scorer>,
    question: *const c_char,
    question_len: usize,
    request: *const c_char,
    request_len: usize,
    lang: i32,
    out: Out<'_, Buffer>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |lang| {
        // SAFETY: the header asks this of the caller.
        let (question, request) = unsafe { (bytes(question, question_len, "question")?, bytes(request, request_len, "request")?) };
        let (scorer, question) = (of(scorer)?, Question::named(&String::from_utf8_lossy(question))?);
        Ok(answer(question, scorer, request, lang)?.into())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn thuocdo_schema(
    scorer: Option<&Scorer>,
    name: *const c_char,
    name_len: usize,
    lang: i32,
    out: Out<'_, Buffer>,
    error: ErrorOut<'_>,
) -> Status {
    guarded(lang, out, error, |lang| {
        // SAFETY: the header asks this of the caller.
        let name = unsafe { bytes(name, name_len, "name") }?;
        Ok(schema_for(&String::from_utf8_lossy(name), of(scorer)?.local().framework(), lang)?.to_string().into())
    })
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_framework(scorer: Option<&Scorer>, out: Out<'_, Buffer>, error: ErrorOut<'_>) -> Status {
    guarded(0, out, error, |_| Ok(of(scorer)?.local().framework().to_json().into()))
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_digest(scorer: Option<&Scorer>, out: Out<'_, Buffer>, error: ErrorOut<'_>) -> Status {
    guarded(0, out, error, |_| Ok(of(scorer)?.local().digest().into()))
}
