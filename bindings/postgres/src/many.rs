//! Questions of many documents, which are rows: the aggregate `thuocdo_ask_many`.

use std::rc::Rc;

use pgrx::prelude::*;
use pgrx::{Internal, PgMemoryContexts};
use thuocdo_core::{Lang, LocalScorer};
use thuocdo_practice::json::Question;
use thuocdo_practice::{Collector, Register};

use crate::argument::language;
use crate::jsonb::{Jsonb, JsonbText};
use crate::refusal::{Answer, refused};
use crate::scorers::scorers;

/// What is kept of the rows.
struct Many {
    collector: Collector<Rc<LocalScorer>>,
    lang: Lang,
}

/// Adds a row by the shipped framework, words in Vietnamese.
#[pg_extern(immutable, parallel_safe, cost = 1000)]
fn thuocdo_ask_many_add(
    state: Internal,
    question: Option<&str>,
    request: Option<Jsonb<'_>>,
    list: Option<&str>,
    document: Option<Jsonb<'_>>,
    fcinfo: pg_sys::FunctionCallInfo,
) -> Answer<Internal> {
    added(state, (question, request, Some("moet-4725-2022"), Some("vi")), list.zip(document), fcinfo)
}

/// The same by another framework.
#[pg_extern(immutable, parallel_safe, name = "thuocdo_ask_many_add", cost = 1000)]
fn thuocdo_ask_many_add_by(
    state: Internal,
    question: Option<&str>,
    request: Option<Jsonb<'_>>,
    list: Option<&str>,
    document: Option<Jsonb<'_>>,
    framework: Option<&str>,
    fcinfo: pg_sys::FunctionCallInfo,
) -> Answer<Internal> {
    added(state, (question, request, framework, Some("vi")), list.zip(document), fcinfo)
}

/// The same with words in a language.
#[pg_extern(immutable, parallel_safe, name = "thuocdo_ask_many_add", cost = 1000)]
#[expect(clippy::too_many_arguments, reason = "SQL has as many")]
fn thuocdo_ask_many_add_in(
    state: Internal,
    question: Option<&str>,
    request: Option<Jsonb<'_>>,
    list: Option<&str>,
    document: Option<Jsonb<'_>>,
    framework: Option<&str>,
    lang: Option<&str>,
    fcinfo: pg_sys::FunctionCallInfo,
) -> Answer<Internal> {
    added(state, (question, request, framework, lang), list.zip(document), fcinfo)
}

/// What is asked is said by every row, and taken from the first.
type Asked<'a> = (Option<&'a str>, Option<Jsonb<'a>>, Option<&'a str>, Option<&'a str>);

fn added(mut state: Internal, asked: Asked<'_>, document: Option<(&str, Jsonb<'_>)>, fcinfo: pg_sys::FunctionCallInfo) -> Answer<Internal> {
    if !state.initialized() {
        let (Some(question), Some(request), Some(framework), Some(lang)) = asked else { return Ok(state) };
        let (question, lang) = (Question::named(question).map_err(refused)?, language(lang)?);
        let request = request.value_at_most(Register::MAX_BYTES).map_err(refused)?;
        let collector = Collector::new(question, scorers(framework)?, &request).map_err(refused)?;
        state = kept(Many { collector, lang }, fcinfo);
    }
    // SAFETY: this is what the aggregate keeps, and `internal` cannot be made by a statement.
    if let (Some((list, document)), Some(many)) = (document, unsafe { state.get_mut::<Many>() }) {
        many.collector.add(list, document.value().as_ref().map_err(Clone::clone)).map_err(refused)?;
    }
    Ok(state)
}

/// The answer of the question; null if no row asked it.
#[pg_extern(immutable, parallel_safe, cost = 50000)]
fn thuocdo_ask_many_answer(state: Internal) -> Option<JsonbText> {
    // SAFETY: as above. The state stays: a window asks for it again.
    unsafe { state.get::<Many>() }.map(|many| JsonbText(many.collector.clone().finish().to_json(many.lang)))
}

/// Keeps a value for as long as the aggregate counts.
pub(crate) fn kept<T>(value: T, fcinfo: pg_sys::FunctionCallInfo) -> Internal {
    let mut memory = std::ptr::null_mut();
    // SAFETY: the call is the server's own; the memory is where it keeps the states of its aggregates.
    unsafe {
        if pg_sys::AggCheckCallContext(fcinfo, &raw mut memory) == 0 {
            error!("this function is called by an aggregate alone");
        }
        PgMemoryContexts::For(memory).switch_to(|_| Internal::new(value))
    }
}

extension_sql!(
    r"
CREATE AGGREGATE thuocdo_ask_many(question text, request jsonb, list text, document jsonb) (
    SFUNC = thuocdo_ask_many_add, STYPE = internal, FINALFUNC = thuocdo_ask_many_answer, PARALLEL = SAFE
);
CREATE AGGREGATE thuocdo_ask_many(question text, request jsonb, list text, document jsonb, framework text) (
    SFUNC = thuocdo_ask_many_add, STYPE = internal, FINALFUNC = thuocdo_ask_many_answer, PARALLEL = SAFE
);
CREATE AGGREGATE thuocdo_ask_many(question text, request jsonb, list text, document jsonb, framework text, lang text) (
    SFUNC = thuocdo_ask_many_add, STYPE = internal, FINALFUNC = thuocdo_ask_many_answer, PARALLEL = SAFE
);
",
    name = "many",
    requires = [thuocdo_ask_many_add, thuocdo_ask_many_add_by, thuocdo_ask_many_add_in, thuocdo_ask_many_answer]
);
