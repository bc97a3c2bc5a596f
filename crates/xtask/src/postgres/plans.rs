//! What the planner makes of the functions: which of several conditions runs first, what runs in parallel, and how parts are put together.

use super::recipes::recipe;
use super::server::{Said, Server, Session};
use super::{refused, same};

const DATABASE: &str = "plans";
/// Rows enough for a parallel plan by the server's own settings.
const TABLE: &str = "
create extension thuocdo;
create table assessments (
    school integer, year integer, document jsonb not null, levels thuocdo_levels generated always as (thuocdo_levels(document)) stored
);
insert into assessments (school, year, document)
    select n, 2020 + n % 4, jsonb_build_object('institution', jsonb_build_object('code', n::text), 'period', (2020 + n % 4)::text, 'conditions', '{}'::jsonb,
        'answers', case when n % 10 = 0 then a else '{}' end)
    from generate_series(1, 60000) as n,
        (select jsonb_object_agg(i ->> 'code', i -> 'max') as a from jsonb_path_query(thuocdo_framework(), '$.groups[*].criteria[*].indicators[*]') as i) as answers;
vacuum analyze assessments;
";

/// Functions that cost as little as one of the server's.
const CHEAP: &str = "
select p.oid::regprocedure from pg_proc as p join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
where d.refobjid = (select oid from pg_extension where extname = 'thuocdo') and p.prokind = 'f' and p.procost <= 1 and p.pronamespace <> 'tests'::regnamespace
order by 1";

/// Queries, and the words of their plans, in this order.
const PLANS: &[(&str, &[&str])] = &[
    ("select count(*) from assessments where thuocdo_valid(document)", &["Finalize Aggregate", "Gather", "Workers Planned", "Partial Aggregate"]),
    ("select count(*) from assessments where (thuocdo_levels(document)).overall_low = 3", &["Finalize Aggregate", "Gather", "Partial Aggregate"]),
    ("select thuocdo_score(document) #>> '{overall,level,low}' from assessments", &["Gather", "Parallel Seq Scan"]),
    ("select thuocdo_cohort(document) from assessments", &["Finalize Aggregate", "Gather", "Partial Aggregate", "Parallel Seq Scan"]),
    ("select thuocdo_cohort_part(document) from assessments", &["Finalize Aggregate", "Gather", "Partial Aggregate"]),
    ("select year, thuocdo_cohort(document) from assessments group by year", &["Finalize", "Gather", "Partial"]),
    // Whatever order they are written in: the cheapest first.
    (
        "select 1 from assessments where thuocdo_explain(document) <> '' and thuocdo_score(document) is not null and (thuocdo_levels(document)).eligible \
         and thuocdo_valid(document) and school % 2 = 0",
        &["Filter:", "school % 2", "thuocdo_valid", "thuocdo_levels", "thuocdo_score", "thuocdo_explain"],
    ),
];

pub(super) fn plans(server: &Server) -> Result<(), String> {
    server.database(DATABASE)?;
    server.sql(DATABASE, TABLE)?;
    same("functions that cost little", &server.sql(DATABASE, CHEAP)?.trim(), &"thuocdo_version()")?;
    let mut session = server.session(DATABASE)?;
    for (query, words) in PLANS {
        let plan = session.rows(&format!("explain {query}"))?;
        let mut rest = plan.as_str();
        for word in *words {
            rest = rest.split_once(word).map(|(_, rest)| rest).ok_or_else(|| format!("{query}\n{plan}\n  no `{word}` there"))?;
        }
    }
    cohorts(server, &mut session)?;
    statistics(server, &mut session)?;
    drop(session);
    server.sql("postgres", &format!("drop database {DATABASE}")).map(drop)
}

/// Counted by one process, by several, and in parts: the same; and a school that comes twice is refused in all.
fn cohorts(server: &Server, session: &mut Session) -> Result<(), String> {
    const WHOLE: &str = "select thuocdo_cohort(document) from assessments";
    let ran = session.rows(&format!("explain (analyze, costs off, timing off) {WHOLE}"))?;
    if !ran.contains("Workers Launched: ") || ran.contains("Workers Launched: 0") {
        return Err(format!("no workers:\n{ran}"));
    }
    let by_many = session.rows(WHOLE)?;
    session.rows("set max_parallel_workers_per_gather = 0")?;
    let alone = session.rows(WHOLE)?;
    same("counted by several", &by_many, &alone)?;
    // 6,000 schools have all points, the others no answer; of conditions nobody says anything.
    let counts = "select c ->> 'count', c ->> 'eligible', c #>> '{quantiles,0,minimum}', c #>> '{quantiles,0,open}', jsonb_array_length(c -> 'by_period') \
                  from (select thuocdo_cohort(document) as c from assessments) as counted";
    same("counts", &session.rows(counts)?.as_str(), &"60000|0|100|54000|4")?;
    let parts = |of: &str| {
        format!(
            "select thuocdo_cohort_merge(part) from (select thuocdo_cohort_part(document) as part from assessments group by {of} union all select null) as parts"
        )
    };
    for of in ["year", "school / 9000"] {
        same(of, &session.rows(&parts(of))?, &alone)?;
    }
    same("no rows", &session.rows(&format!("{} where false", parts("year")))?.as_str(), &"")?;
    // Of the framework by its digest, and of parts of parts.
    let by_digest = "select thuocdo_cohort(document, thuocdo_digest()) = thuocdo_cohort(document), \
                     thuocdo_cohort_part(document, thuocdo_digest()) = thuocdo_cohort_part(document) from assessments where school <= 100";
    same("by its digest", &session.rows(by_digest)?.as_str(), &"t|t")?;

    let again = "begin; insert into assessments (school, year, document) select 0, 0, document from assessments where school = 1";
    let is_told = Said::Failed("22023".to_owned());
    for workers in [0, 2] {
        session.rows(&format!("set max_parallel_workers_per_gather = {workers}; {again}"))?;
        same("twice", &session.ask(WHOLE)?, &is_told)?;
        session.rows("rollback")?;
    }
    session.rows(again)?;
    same("twice, in two parts", &session.ask(&parts("school = 0"))?, &is_told)?;
    session.rows("rollback")?;

    // What is no part of this library, or of no framework that is here.
    let part = "(select thuocdo_cohort_part(document) from assessments where school < 10)";
    for (bytes, state) in [
        ("'\\x'::bytea".to_owned(), "22P03"),
        ("'\\xff'::bytea".to_owned(), "22P03"),
        (format!("set_byte({part}, 80, 0)"), "22P03"),
        (format!("substr({part}, 1, 1000)"), "22P03"),
        (OF_NO_FRAMEWORK.replace("PART", part), "42704"),
    ] {
        refused(server, DATABASE, &format!("select thuocdo_cohort_merge({bytes})"), state)?;
    }
    Ok(())
}

/// A part whose framework is another, with the digest of what it says.
const OF_NO_FRAMEWORK: &str = "(select convert_to('sha256:' || encode(sha256(convert_to(said, 'UTF8')), 'hex') || ' ' || said, 'UTF8') \
    from (select replace(substr(convert_from(PART, 'UTF8'), 73), substr(thuocdo_digest(), 8, 10), '0123456789') as said) as changed)";

/// The recipe of the README: with it the planner knows how many rows a field of the levels leaves.
fn statistics(server: &Server, session: &mut Session) -> Result<(), String> {
    const ASKED: &str = "explain select 1 from assessments where (levels).level_low[1] = 3";
    let estimated = |session: &mut Session| -> Result<u32, String> {
        let plan = session.rows(ASKED)?;
        let rows = plan.split_once("rows=").and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
        rows.ok_or(plan)
    };
    let found: u32 = session.rows(&ASKED.replace("explain select 1", "select count(*)"))?.parse().map_err(|error| format!("{error}"))?;
    let guessed = estimated(session)?;
    server.sql(DATABASE, &recipe("-- Statistics")?)?;
    let known = estimated(session)?;
    let is_near = |estimate: u32| estimate.abs_diff(found) < found / 5;
    if is_near(known) && !is_near(guessed) { Ok(()) } else { Err(format!("{found} rows, estimated {guessed} before and {known} with statistics")) }
}
