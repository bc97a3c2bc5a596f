//! What goes wrong around and inside a call, and whether the data is right afterwards.

use std::process::Command;

use super::same;
use super::server::{Said, Server};
use crate::run::{ran, root};

/// Runs for minutes, in our functions nearly all of the time.
const LONG: &str = "select count(thuocdo_levels(document)) from load.assessments, generate_series(1, 1000)";

/// Everything in the table, as one number; and that each stored level is that of its document.
fn fingerprint(server: &Server, database: &str) -> Result<String, String> {
    let query = "select count(*), md5(string_agg(md5(a::text), '' order by school, year)), \
        count(*) filter (where levels is distinct from thuocdo_levels(document)) from load.assessments as a";
    let found = server.sql(database, query)?;
    if found.trim().ends_with("|0") { Ok(found) } else { Err(format!("levels that are not those of their documents: {found}")) }
}

/// A backend is killed with a transaction half done, then another in the middle of a call. The server recovers by itself: what was committed
/// is there, and nothing else.
pub(super) fn killed(server: &Server, database: &str) -> Result<(), String> {
    let before = fingerprint(server, database)?;
    let mut witness = server.session(database)?;
    let mut session = server.session(database)?;
    session.rows("begin; update load.assessments set document = jsonb_set(document, '{answers,1.3.1}', '6') where school < 1000")?;
    session.rows("delete from load.assessments where school >= 27000")?;
    kill(&session.pid()?)?;
    same("a killed session", &session.ask("commit")?, &Said::Gone)?;
    server.until_recovered(&mut witness, database)?;
    same("after a transaction was killed", &fingerprint(server, database)?, &before)?;

    let mut witness = server.session(database)?;
    let mut session = server.session(database)?;
    let pid = session.pid()?;
    session.send(LONG)?;
    server.until(&format!("select state = 'active' and query like '%generate_series(1, 1000)%' from pg_stat_activity where pid = {pid}"))?;
    kill(&pid)?;
    same("a killed call", &session.wait()?, &Said::Gone)?;
    server.until_recovered(&mut witness, database)?;
    same("after a call was killed", &fingerprint(server, database)?, &before)
}

/// The server is restarted under open sessions, one of them with a change that is not committed. A framework that was stored is found again.
pub(super) fn restarted(server: &Server, database: &str) -> Result<(), String> {
    let before = fingerprint(server, database)?;
    let digest = server.sql(database, "select thuocdo_framework_add(thuocdo_framework() || '{ \"id\": \"kept-over-a-restart\" }')")?;
    let mut session = server.session(database)?;
    session.rows("begin; delete from load.assessments")?;
    server.restart()?;
    same("a session over a restart", &session.ask("commit")?, &Said::Gone)?;
    same("after the restart", &fingerprint(server, database)?, &before)?;
    let found = server.sql(database, &format!("select thuocdo_digest('{}')", digest.trim()))?;
    same("the framework", &found, &digest)
}

/// A call that takes long ends when it is cancelled, when its time is up and when its session is ended.
pub(super) fn cancelled(server: &Server, database: &str) -> Result<(), String> {
    let before = fingerprint(server, database)?;
    let mut session = server.session(database)?;
    let pid = session.pid()?;
    session.send(LONG)?;
    server.until(&format!("select state = 'active' and query like '%generate_series(1, 1000)%' from pg_stat_activity where pid = {pid}"))?;
    server.sql(database, &format!("select pg_cancel_backend({pid})"))?;
    same("a cancelled call", &session.wait()?, &Said::Failed("57014".to_owned()))?;

    session.rows("set statement_timeout = 300")?;
    same("a call out of time", &session.ask(LONG)?, &Said::Failed("57014".to_owned()))?;
    // Half of an update is none of it.
    let update = "update load.assessments set document = jsonb_set(document, '{answers,1.3.1}', '6')";
    session.rows("set statement_timeout = 50")?;
    same("an update out of time", &session.ask(update)?, &Said::Failed("57014".to_owned()))?;
    session.rows("reset statement_timeout")?;
    same("the session afterwards", &session.rows("select thuocdo_level('1', 75)")?.as_str(), &"2")?;

    session.send(LONG)?;
    server.until(&format!("select state = 'active' and query like '%generate_series(1, 1000)%' from pg_stat_activity where pid = {pid}"))?;
    server.sql(database, &format!("select pg_terminate_backend({pid})"))?;
    // The server says goodbye with a SQLSTATE; psql may see the end of the connection first.
    let end = session.wait()?;
    if end != Said::Gone && end != Said::Failed("57P01".to_owned()) {
        return Err(format!("an ended session: {end:?}"));
    }
    same("after all", &fingerprint(server, database)?, &before)
}

/// Input that means harm: each is answered in the same session, which lives on.
pub(super) fn hostile(server: &Server, database: &str) -> Result<(), String> {
    let mut session = server.session(database)?;
    let pid = session.pid()?;
    for (statement, expected) in HOSTILE {
        let found = match session.ask(statement)? {
            Said::Rows(rows) => rows,
            Said::Failed(state) => state,
            Said::Gone => "the backend died".to_owned(),
        };
        same(statement, &found.as_str(), expected)?;
    }
    same("the session", &session.pid()?, &pid)
}

/// Statements, and what they give: a SQLSTATE or rows. 22023 is "invalid parameter value", 22032 "invalid JSON text", 54000 "program limit
/// exceeded", 42704 "undefined object"; the others are refusals of the server's own, before a call.
const HOSTILE: &[(&str, &str)] = &[
    // Numbers.
    (r#"select thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": 1e400 } }')"#, "22023"),
    (r#"select thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": -1e400 } }')"#, "22023"),
    ("select thuocdo_levels(jsonb_build_object('conditions', '{}'::jsonb, 'answers', jsonb_build_object('1.3.1', 10::numeric ^ 100000)))", "22023"),
    // A `jsonb` takes what JSON does not elsewhere: it is told at its place, and nothing beside it is lost.
    (
        r#"select e ->> 'at', e ->> 'code', e #>> '{params,found}' from jsonb_array_elements(thuocdo_check(
            '{ "conditions": {}, "period": "1e400 \"2\\", "answers": { "1.3.1": { "points": 1e400 }, "1.3.2": -1e309, "1.3.3": 1e308, "1.3.4": 7, "1.6.1": "1e400", "1.3.5": 5 } }')) as e"#,
        "/answers/1.3.1/points|points_out_of_range|inf\n/answers/1.3.2|points_out_of_range|-inf\n/answers/1.3.3|points_out_of_range|1e+308\n/answers/1.3.4|points_out_of_range|7\n/answers/1.6.1|wrong_type|string",
    ),
    (
        r#"select e ->> 'at', e ->> 'code' from jsonb_array_elements(thuocdo_check('{ "conditions": {}, "answers": {}, "stream": [1e400] }')) as e"#,
        "/stream|wrong_type",
    ),
    (r#"select thuocdo_ask('quality_batch', '{ "submissions": [], "as_of": "2024-06-01", "stale_after_days": 1e400 }')"#, "22023"),
    (r#"select thuocdo_plan('{ "conditions": {}, "answers": {} }', '{ "1": 1e400 }')"#, "22023"),
    (r#"select thuocdo_check_json('{ "conditions": {}, "answers": { "1.3.1": 1e400 } }') like '%not_json%'"#, "t"),
    (r#"select (thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": 1e-400 } }')).score_low"#, "{0.00,0.00}"),
    (r#"select (thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": -0.0 } }')).score_low"#, "{0.00,0.00}"),
    (
        r#"select (thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": 6.000000000000000000000000000000000000000000 } }')).score_low"#,
        "{6.00,0.00}",
    ),
    (r#"select thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": 6.01 } }')"#, "22023"),
    (r#"select thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": -0.01 } }')"#, "22023"),
    (r#"select thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": 5.555 } }')"#, "22023"),
    (r#"select thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": 99999999999999999999 } }')"#, "22023"),
    (r#"select thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": "NaN" } }')"#, "22023"),
    ("select thuocdo_levels(jsonb_build_object('conditions', '{}'::jsonb, 'answers', jsonb_build_object('1.3.1', 'NaN'::float8)))", "22023"),
    ("select thuocdo_level('1', 'NaN')", "22023"),
    ("select thuocdo_level('1', 'Infinity')", "22023"),
    ("select thuocdo_level('1', '-Infinity')", "22023"),
    ("select thuocdo_level('1', -0.01)", "22023"),
    ("select thuocdo_level('1', 75.001)", "22023"),
    ("select thuocdo_level('1', 1e1000)", "22023"),
    ("select thuocdo_level('3', 50)", "22023"),
    ("select thuocdo_level('1', 49.99), thuocdo_level('1', 50), thuocdo_level('1', 75.00000), thuocdo_level('1', 75.01)", "1|2|2|3"),
    // Shapes.
    ("select thuocdo_levels('null')", "22023"),
    ("select thuocdo_levels('[]')", "22023"),
    ("select thuocdo_levels('4725')", "22023"),
    ("select thuocdo_levels('\"\"')", "22023"),
    ("select thuocdo_levels('{}')", "22023"),
    ("select thuocdo_score(null) is null, thuocdo_levels(null, 'x') is null", "t|t"),
    ("select thuocdo_levels((repeat('[', 65) || repeat(']', 65))::jsonb)", "54000"),
    ("select thuocdo_levels((repeat('{\"a\":', 3000) || '1' || repeat('}', 3000))::jsonb)", "54000"),
    ("select thuocdo_score_json(repeat('[', 1000000))", "54000"),
    ("select (repeat('[', 1000000) || repeat(']', 1000000))::jsonb", "54001"),
    // Sizes.
    // Each of the two assessments may be as large as it is; the request of a case is of both.
    (
        "with large as (select jsonb_build_object('conditions', '{}'::jsonb, 'answers', jsonb_build_object('1.3.1', jsonb_build_object('points', 5, \
         'note', repeat('x', 700000)))) as d), request as (select jsonb_build_object('self', d, 'external', d) as r from large) \
         select jsonb_typeof(thuocdo_ask('review', r)), thuocdo_ask_json('review', r::text)::jsonb = thuocdo_ask('review', r) from request",
        "object|t",
    ),
    ("select thuocdo_score_json(repeat(' ', 100000000))", "54000"),
    ("select thuocdo_levels(jsonb_build_object('conditions', '{}'::jsonb, 'answers', '{}'::jsonb, 'period', repeat('x', 100000000)))", "54000"),
    (
        "select thuocdo_levels(jsonb_build_object('conditions', '{}'::jsonb, 'answers', (select jsonb_object_agg('x' || n, n) from generate_series(1, 50000) as n)))",
        "22023",
    ),
    ("select thuocdo_levels('{ \"conditions\": {}, \"answers\": {} }', repeat('x', 10000000))", "42704"),
    // Letters.
    (r#"select thuocdo_levels('{ "conditions": {}, "answers": { "\u0000": 1 } }')"#, "22P05"),
    (r#"select thuocdo_score_json('{ "conditions": {}, "answers": { "\u0000": 1 } }')"#, "22023"),
    (r#"select thuocdo_score_json('{ "conditions": {}, "answers": {}, "period": "\u0000" }') like '%\\u0000%'"#, "t"),
    (r#"select thuocdo_score_json('{ "conditions": {}, "answers": {}, "period": "\ud800" }')"#, "22032"),
    (r#"select thuocdo_check('{ "conditions": {}, "answers": { "1.3.1\n": 1, "؀": 1, "Đ́": 1 } }') #>> '{0,code}'"#, "unknown_indicator"),
    ("select thuocdo_score_json('')", "22032"),
];

/// Kills a process of the server at once, as the system does where memory runs out.
fn kill(pid: &str) -> Result<(), String> {
    ran(Command::new("kill").args(["-9", pid])).map(drop)
}

/// The type of levels altered under a session that has the library loaded: an error that says so, and a session that lives on.
pub(super) fn altered_types(server: &Server) -> Result<(), String> {
    const DATABASE: &str = "altered";
    const LEVELS: &str = "select (thuocdo_levels('{ \"conditions\": {}, \"answers\": { \"1.3.1\": 6 } }')).score_low";
    server.database(DATABASE)?;
    server.sql(DATABASE, "create extension thuocdo; create table kept (document jsonb, levels thuocdo_levels)")?;
    let mut session = server.session(DATABASE)?;
    let pid = session.pid()?;
    let refused = Said::Failed("42804".to_owned());
    let more: Vec<String> = (1..=12).map(|n| format!("add attribute more_{n} text")).collect();
    let columns = "score_low numeric(9, 2)[], score_high numeric(9, 2)[], level_low smallint[], level_high smallint[]";
    for (altered, expected) in [
        ("add attribute more text", &refused),
        (&more.join(", "), &refused),
        ("drop attribute eligible", &refused),
        ("drop attribute eligible, add attribute eligible boolean", &refused),
        // Of another type under the same name: what is laid there as a number would be followed as a place.
        ("rename attribute score_low to points", &Said::Failed("42703".to_owned())),
    ] {
        same("levels before", &session.rows(LEVELS)?.as_str(), &"{6.00,0.00}")?;
        session.rows(&format!("begin; alter type thuocdo_levels {altered}"))?;
        same(altered, &session.ask(LEVELS)?, expected)?;
        session.rows("rollback")?;
    }
    // Of a function that returns another type, by whoever may make one; of one that is called at the same place of a function before and after.
    for (made, state) in [
        (format!("create type other as ({columns}, overall_low text, overall_high smallint, eligible boolean)"), "42804"),
        ("create domain other as integer".to_owned(), "42804"),
    ] {
        session.rows(&format!(
            "begin; {made}; create function other(jsonb, text) returns other language c strict as '$libdir/thuocdo', 'thuocdo_levels_wrapper'"
        ))?;
        same(&made, &session.ask("select other('{ \"conditions\": {}, \"answers\": {} }', 'moet-4725-2022')")?, &Said::Failed(state.to_owned()))?;
        session.rows("rollback")?;
    }
    let place = "begin; create function place(document jsonb) returns text language plpgsql as $$ begin return thuocdo_levels(document); end $$; \
                 select place(document) from documents; alter type thuocdo_levels add attribute more text, add attribute still_more text";
    session.rows("create temporary table documents as select jsonb_build_object('conditions', '{}'::jsonb, 'answers', '{}'::jsonb) as document")?;
    session.rows(place)?;
    same("at one place", &session.ask("select place(document) from documents")?, &refused)?;
    session.rows("rollback")?;
    same("the session", &session.pid()?, &pid)
}

/// Operators and functions of a stranger's schema, first on the path of whoever calls: ours are the server's.
pub(super) fn search_path(server: &Server, database: &str) -> Result<(), String> {
    let digest = server.sql(database, "select thuocdo_framework_add(jsonb_set(thuocdo_framework(), '{id}', '\"looked-for\"'))")?;
    let digest = digest.trim();
    server.sql(
        database,
        "create schema stranger;
         create function stranger.taken(text, text) returns boolean language plpgsql as $$ begin raise exception 'taken' using errcode = 'P0666'; end $$;
         create function stranger.taken(integer, integer) returns boolean language plpgsql as $$ begin raise exception 'taken' using errcode = 'P0666'; end $$;
         create function stranger.counted(integer, integer) returns integer language plpgsql as $$ begin raise exception 'taken' using errcode = 'P0666'; end $$;
         create function stranger.current_setting(text, boolean) returns text language plpgsql as $$ begin raise exception 'taken' using errcode = 'P0666'; end $$;
         create operator stranger.= (leftarg = text, rightarg = text, function = stranger.taken);
         create operator stranger.= (leftarg = integer, rightarg = integer, function = stranger.taken);
         create operator stranger.< (leftarg = integer, rightarg = integer, function = stranger.taken);
         create operator stranger.+ (leftarg = integer, rightarg = integer, function = stranger.counted);
         create schema other; create table other.frameworks ()",
    )?;
    let overlay = std::fs::read_to_string(root().join("examples/overlays/hai-phong-illustrative.json")).map_err(|error| error.to_string())?;
    for (statement, expected) in [
        (format!("select thuocdo_digest('{digest}')"), Ok(digest)),
        (format!("select length(thuocdo_overlay_add('moet-4725-2022', $overlay${overlay}$overlay$))"), Ok("71")),
        ("select length(thuocdo_framework_add(thuocdo_framework()))".to_owned(), Ok("71")),
        ("delete from _thuocdo.frameworks".to_owned(), Err("55000")),
        ("select 'x'::text = 'y'::text".to_owned(), Err("P0666")),
    ] {
        let mut session = server.session(database)?;
        session.rows("set search_path = stranger, other, pg_catalog, public; begin")?;
        let expected = expected.map_or_else(|state| Said::Failed(state.to_owned()), |rows| Said::Rows(rows.to_owned()));
        same(&statement, &session.ask(&statement)?, &expected)?;
    }
    Ok(())
}

/// The environment of the server asks for backtraces; no client sees one.
pub(super) fn backtraces(server: &Server, database: &str) -> Result<(), String> {
    for statement in [
        // Errors of the server inside a query of ours and before a call, and refusals.
        "begin; revoke select on _thuocdo.frameworks from public; create role reader; set role reader; select thuocdo_digest('sha256:00')",
        "select thuocdo_levels('{}')",
        "select thuocdo_score_json('{')",
        "begin; create role reader; set role reader; select thuocdo_framework_add('{}'::text)",
    ] {
        let Err(message) = server.sql(database, statement) else { return Err(format!("{statement}: no error")) };
        // Where in the source an error comes from, each program of the server says.
        let told: Vec<&str> = message.lines().filter(|line| !line.contains("LOCATION:")).collect();
        if told.iter().any(|line| line.contains("::") || line.contains(".rs:") || line.contains("backtrace")) {
            return Err(format!("{statement}\n{message}"));
        }
    }
    Ok(())
}
