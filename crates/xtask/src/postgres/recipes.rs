//! The recipes of the README that take more than one server: run as they are written there.

use std::path::Path;

use super::server::Server;
use super::{refused, same};
use crate::readme::blocks;

pub(super) const README: &str = "bindings/postgres/README.md";

/// The recipe that begins with these words.
pub(super) fn recipe(title: &str) -> Result<String, String> {
    let found = blocks(README, "sql")?.into_iter().find(|block| block.starts_with(title));
    found.ok_or_else(|| format!("{README} has no block `{title} …`"))
}

/// Whether a block runs in one database of a server of this version: some are for later servers, some for several.
pub(super) fn runs_alone(block: &str, version: u32) -> bool {
    let later = block.strip_prefix("-- PostgreSQL ").and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok());
    later.is_none_or(|later| later <= version) && !block.starts_with("-- On ")
}

/// From version 18 on a column that does not say STORED is virtual, and refused with our type or function, as the README says.
pub(super) fn virtual_columns(server: &Server, database: &str) -> Result<(), String> {
    if server.version()? < 180_000 {
        return Ok(());
    }
    for column in
        ["levels thuocdo_levels generated always as (thuocdo_levels(document))", "valid boolean generated always as (thuocdo_valid(document))"]
    {
        refused(server, database, &format!("create table virtual (document jsonb, {column})"), "0A000")?;
    }
    Ok(())
}

const TABLE: &str = "
create table assessments (
    school text, year integer, document jsonb not null, levels thuocdo_levels generated always as (thuocdo_levels(document, framework)) stored,
    framework text not null default 'moet-4725-2022', primary key (school, year)
)";
/// Schools with a code each, by the shipped framework and by one of one's own.
const SCHOOLS: &str = "
select thuocdo_framework_add(jsonb_set(thuocdo_framework(), '{id}', '\"cua-toi\"')) as own \\gset
insert into assessments (school, year, document, framework)
    select 'S' || n, 2023, jsonb_build_object('institution', jsonb_build_object('code', 'S' || n), 'conditions', '{}'::jsonb, 'answers', jsonb_build_object('1.3.1', n % 5)),
        case when n % 2 = 0 then 'moet-4725-2022' else :'own' end
    from generate_series(1, 500) as n";
const FOUND: &str = "select count(*), md5(string_agg(concat_ws('|', school, document, levels, framework), ',' order by school)) from assessments";

/// Rows replicated to another server, which computes the levels itself; and rows that stay where they are, of which only the counts travel.
pub(super) fn over_servers(server: &Server, bin: &Path) -> Result<(), String> {
    const DATABASE: &str = "shared";
    let publisher = Server::start(bin, &["wal_level=logical"])?;
    for server in [&publisher, server] {
        server.database(DATABASE)?;
        server.sql(DATABASE, &format!("create extension thuocdo; {TABLE}"))?;
    }
    publisher.sql(DATABASE, SCHOOLS)?;
    publisher.sql(DATABASE, &recipe("-- On the publisher")?)?;
    let subscribed = recipe("-- On the subscriber")?.replace("host=publisher dbname=db", &publisher.conninfo(DATABASE));
    server.sql(DATABASE, &subscribed)?;
    server.until_in(DATABASE, "select count(*) = 500 from assessments")?;
    same("copied", &server.sql(DATABASE, FOUND)?, &publisher.sql(DATABASE, FOUND)?)?;
    // A framework that comes later, and a row by it; a change and a removal.
    publisher.sql(
        DATABASE,
        "select thuocdo_framework_add(jsonb_set(thuocdo_framework(), '{id}', '\"later\"')) as own \\gset
         insert into assessments (school, year, document, framework) values ('later', 2023, '{ \"conditions\": {}, \"answers\": { \"1.3.1\": 6 } }', :'own');
         update assessments set document = jsonb_set(document, '{answers,1.3.1}', '5.25') where school = 'S2';
         delete from assessments where school = 'S3'",
    )?;
    server.until_in(DATABASE, "select count(*) = 1 from assessments where school = 'later'")?;
    same("replicated", &server.sql(DATABASE, FOUND)?, &publisher.sql(DATABASE, FOUND)?)?;
    same("levels", &server.sql(DATABASE, "select (levels).score_low from assessments where school = 'S2'")?.trim(), &"{5.25,0.00}")?;
    server.sql(DATABASE, "drop subscription levels")?;
    counted_apart(server, &publisher, DATABASE)
}

/// The schools of two servers, counted by each and put together by one, which reads no row of the other.
fn counted_apart(server: &Server, other: &Server, database: &str) -> Result<(), String> {
    if server.sql(database, "select count(*) from pg_available_extensions where name = 'postgres_fdw'")?.trim() == "0" {
        println!("  this server has no postgres_fdw: no schools are counted apart");
        return Ok(());
    }
    let all = "select thuocdo_cohort(document) from assessments";
    let whole = server.sql(database, all)?;
    server.sql(database, "delete from assessments where school < 'S3'")?;
    other.sql(database, "delete from assessments where school >= 'S3'")?;
    let connected = recipe("-- On the server that counts")?
        .replace("host 'province', dbname 'db'", &format!("host '{}', port '5432', dbname '{database}'", other.folder().display()))
        .replace("OPTIONS (user 'reader')", "OPTIONS (user 'postgres')");
    let (prepared, counts) = connected.split_once("SELECT").ok_or("the recipe counts nothing")?;
    let counts = format!("SELECT{counts}");
    server.sql(database, prepared)?;
    let plan = server.sql(database, &format!("explain (verbose, costs off) {counts}"))?;
    if !plan.contains("Remote SQL: SELECT public.thuocdo_cohort_part(document) FROM public.assessments") {
        return Err(format!("the rows themselves travel:\n{plan}"));
    }
    same("counted apart", &server.sql(database, &counts)?, &whole)
}
