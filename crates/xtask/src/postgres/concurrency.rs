//! Many clients at once: nothing is written over, nothing is done twice, and answers do not depend on who else asks.

use std::thread;

use super::same;
use super::scenario::DATABASE;
use super::server::{Said, Server};

/// The case of VD-2002 is a draft with one answer; it is read as a school and written as one.
const DRAFT: &str = "set role school_vd_2002; update sector.assessments \
    set document = jsonb_set(document, '{answers,1.3.1}', to_jsonb((document #>> '{answers,1.3.1}')::numeric + 0.01))";

/// 11 clients raise one answer of one assessment 30 times each, by a hundredth: 3 points become 6.30, of which 6 are allowed. So exactly
/// 300 steps of 330 are taken, and 30 are refused.
pub(super) fn one_assessment(server: &Server) -> Result<(), String> {
    let outcomes = at_once(server, 11, |_| DRAFT.to_owned(), 30)?;
    let (taken, refused) = (outcomes.iter().filter(|said| **said == Said::Rows(String::new())).count(), failed(&outcomes, "22023"));
    same("steps taken and refused", &(taken, refused), &(300, 30))?;
    let answer = server
        .sql(DATABASE, "select document #>> '{answers,1.3.1}', (levels).score_low[1] from sector.assessments where case_id = 'VD-2002/2023-2024'")?;
    same("the answer and its points", &answer.trim(), &"6.00|6.00")
}

/// Eight clients begin the same case; it is begun once.
pub(super) fn one_event(server: &Server) -> Result<(), String> {
    let plan = |_| "set role school_vd_2002; insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'plan')".to_owned();
    let outcomes = at_once(server, 8, plan, 1)?;
    same("events taken and refused", &(outcomes.len() - failed(&outcomes, "22023"), failed(&outcomes, "22023")), &(1, 7))?;
    same(
        "events kept",
        &server.sql(DATABASE, "select nth, act, state from sector.events where case_id = 'VD-2002/2023-2024'")?.trim(),
        &"0|plan|planned",
    )
}

/// An answer and the head's approval at the same time: whichever comes first, what was approved is what is kept.
pub(super) fn answer_and_approval(server: &Server) -> Result<(), String> {
    let approve = "insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'approve')";
    let answer = |points: &str| format!("update sector.assessments set document = jsonb_set(document, '{{answers,1.3.1}}', '{points}')");
    let (mut school, mut head) = (server.session(DATABASE)?, server.session(DATABASE)?);
    school.rows("set role school_vd_2002")?;
    head.rows("set role head_vd_2002")?;
    school.rows("insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'self_assess')")?;

    // The answer first: the approval waits for it, and is undone after we have seen of what it was.
    school.rows("begin")?;
    school.rows(&answer("5"))?;
    head.rows("begin")?;
    head.send(approve)?;
    waits(server, 1)?;
    school.rows("commit")?;
    same("an approval that waited", &head.wait()?, &Said::Rows(String::new()))?;
    // The core's own replay compares the digest of the event with the document: it finds no difference.
    let replayed = head.rows("select thuocdo_ask('process', jsonb_build_object('case', sector.case_of('VD-2002/2023-2024'))) ->> 'state'")?;
    same("the case with it", &replayed.as_str(), &"approved")?;

    // The approval first: the answer waits, and then comes too late.
    school.send(&answer("4"))?;
    waits(server, 1)?;
    head.rows("commit")?;
    same("an answer after the approval", &school.wait()?, &Said::Failed("55000".to_owned()))?;

    // In a transaction that still sees the state before: it is refused rather than believed.
    school.rows("reset role; update sector.cases set state = 'self_assessed' where id = 'VD-2002/2023-2024'; set role school_vd_2002")?;
    school.rows("begin isolation level repeatable read; select from sector.cases")?;
    let mut other = server.session(DATABASE)?;
    other.rows("update sector.cases set state = 'approved' where id = 'VD-2002/2023-2024'")?;
    same("an answer by an old snapshot", &school.ask(&answer("4"))?, &Said::Failed("40001".to_owned()))?;
    school.rows("rollback")?;
    same(
        "the answer kept",
        &server.sql(DATABASE, "select document #>> '{answers,1.3.1}' from sector.assessments where case_id = 'VD-2002/2023-2024'")?.trim(),
        &"5",
    )
}

/// A parallel plan is made, workers do start, and they answer as one process does.
pub(super) fn parallel(server: &Server, database: &str, table: &str) -> Result<(), String> {
    let query = format!(
        "select count(*), sum((l).score_low[1]), sum((l).score_high[2]), sum((l).overall_low), count(*) filter (where (l).eligible) \
         from (select thuocdo_levels(document) as l from {table}) as computed"
    );
    let mut session = server.session(database)?;
    session.rows("set max_parallel_workers_per_gather = 0")?;
    let alone = session.rows(&query)?;
    session.rows(
        "set max_parallel_workers_per_gather = 2; set parallel_setup_cost = 0; set parallel_tuple_cost = 0; set min_parallel_table_scan_size = 0",
    )?;
    let plan = session.rows(&format!("explain (analyze, verbose, costs off, timing off) {query}"))?;
    if !plan.contains("Workers Launched: 2") || !plan.contains("Partial Aggregate") {
        return Err(format!("not parallel:\n{plan}"));
    }
    same("in parallel", &session.rows(&query)?, &alone)
}

/// A prepared statement, of its first plans and of the general one, with two frameworks in turn at one place of it.
pub(super) fn prepared(server: &Server) -> Result<(), String> {
    let mut session = server.session(DATABASE)?;
    // A framework of one's own: that which is shipped, under another name and with a group less.
    let small =
        "(thuocdo_framework() || '{\"id\": \"one-group\"}') || jsonb_build_object('groups', jsonb_build_array(thuocdo_framework() #> '{groups,0}'))";
    let digest = session.rows(&format!("select thuocdo_framework_add({small})"))?;
    session.rows(
        "prepare points (text) as select array_length((thuocdo_levels('{ \"conditions\": {}, \"answers\": { \"1.3.1\": 6 } }', $1)).score_low, 1)",
    )?;
    for mode in ["force_custom_plan", "auto", "force_generic_plan"] {
        session.rows(&format!("set plan_cache_mode = {mode}"))?;
        for _ in 0..8 {
            same("groups of the national framework", &session.rows("execute points ('moet-4725-2022')")?.as_str(), &"2")?;
            same("groups of one's own", &session.rows(&format!("execute points ('{digest}')"))?.as_str(), &"1")?;
        }
    }
    // The name of nothing is refused, and the statement is as good as before.
    same("no such framework", &session.ask("execute points ('sha256:0')")?, &Said::Failed("42704".to_owned()))?;
    same("after a refusal", &session.rows(&format!("execute points ('{digest}')"))?.as_str(), &"1")
}

/// Each of so many clients sends its text so many times, all at once.
fn at_once(server: &Server, clients: usize, text: impl Fn(usize) -> String + Sync, times: usize) -> Result<Vec<Said>, String> {
    let mut sessions = Vec::new();
    for _ in 0..clients {
        sessions.push(server.session(DATABASE)?);
    }
    let text = &text;
    let said: Vec<Result<Vec<Said>, String>> = thread::scope(|scope| {
        let threads: Vec<_> =
            sessions.iter_mut().enumerate().map(|(n, session)| scope.spawn(move || (0..times).map(|_| session.ask(&text(n))).collect())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("a client panicked".to_owned()))).collect()
    });
    Ok(said.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

fn failed(outcomes: &[Said], state: &str) -> usize {
    outcomes.iter().filter(|said| matches!(said, Said::Failed(found) if found == state)).count()
}

/// Waits until so many sessions wait for a lock.
fn waits(server: &Server, sessions: usize) -> Result<(), String> {
    server.until(&format!("select count(*) = {sessions} from pg_stat_activity where wait_event_type = 'Lock'"))
}
