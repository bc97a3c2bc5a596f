//! What becomes of the data: dumped and restored, kept while the extension is updated, and frameworks that stay as they are.

use std::fs;
use std::process::Command;

use super::install::Installed;
use super::same;
use super::server::Server;
use crate::readme::blocks;
use crate::run::{ran, root, target};

/// The database that is dumped.
const DATABASE: &str = "kept";

/// Schools whose levels the server computes, by the shipped framework and under an overlay of one's own: in columns, a constraint and an index.
/// All of it is computed again while a dump is restored, so the frameworks must be there before the schools.
const TABLES: &str = "
create extension thuocdo;
create table names as select thuocdo_overlay_add('moet-4725-2022', $overlay$OVERLAY$overlay$) as local, thuocdo_framework_add($own$OWN$own$) as own;
select format($f$
    create table schools (
        code text primary key,
        document jsonb not null check (thuocdo_valid(document, %1$L)),
        levels thuocdo_levels generated always as (thuocdo_levels(document)) stored,
        local jsonb generated always as (thuocdo_score(document, %1$L)) stored
    )
$f$, local), format('create index on schools (((thuocdo_levels(document, %1$L)).overall_low))', local) from names
\\gexec
insert into schools (code, document)
    select 'S' || n, jsonb_build_object('conditions', '{}'::jsonb, 'answers', jsonb_build_object('1.3.1', n % 5)) from generate_series(1, 2000) as n;
";

/// All that must come back.
const ALL: &str = "
select count(*), md5(string_agg(concat_ws('|', code, document, levels, local), ',' order by code)) from schools;
select digest, md5(document), base from _thuocdo.frameworks order by digest;
select count(*) from schools where local <> thuocdo_score(document, (select local from names)) or levels is distinct from thuocdo_levels(document);
select thuocdo_digest(own) = own, thuocdo_digest(local) = local, thuocdo_framework(local) ->> 'id' from names;
";

/// Fills a database.
pub(super) fn filled(server: &Server) -> Result<(), String> {
    let text = |file: &str| fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"));
    let (overlay, own) = (text("examples/overlays/hai-phong-illustrative.json")?, text("tests/vectors/frameworks/tiny-invented.json")?);
    server.database(DATABASE)?;
    server.sql(DATABASE, &TABLES.replace("OVERLAY", &overlay).replace("OWN", &own))?;
    let rows = server.sql(DATABASE, "select count(*), count(distinct levels), sum((local #>> '{groups,0,score,low}')::numeric) from schools")?;
    // 400 schools each of 0, 1, 2, 3 and 4 points.
    same("schools", &rows.trim(), &"2000|5|4000")
}

/// A stored framework cannot be changed or taken away, is added but once, and may be read by everyone; its row is not believed unread.
pub(super) fn frameworks(server: &Server) -> Result<(), String> {
    for (statement, state) in [
        ("update _thuocdo.frameworks set document = '{}'", "55000"),
        ("delete from _thuocdo.frameworks", "55000"),
        ("truncate _thuocdo.frameworks cascade", "55000"),
        ("insert into _thuocdo.frameworks (digest, document) values ('sha256:00', '{}')", "23514"),
        // What is no framework of its digest is told when it is asked for.
        (
            "insert into _thuocdo.frameworks (digest, document, base) select 'sha256:01', document, base from _thuocdo.frameworks where base is not null; \
          select thuocdo_digest('sha256:01')",
            "XX001",
        ),
        ("select thuocdo_digest('sha256:02')", "42704"),
        ("select thuocdo_framework_add('{}')", "22023"),
        ("select thuocdo_framework_add('{')", "22032"),
        ("select thuocdo_framework_add(thuocdo_framework(local)) from names", "22023"),
        ("select thuocdo_overlay_add('moet-4725-2022', '{}')", "22023"),
        ("create role reader; set role reader; select thuocdo_framework_add(thuocdo_framework())", "42501"),
    ] {
        match server.sql(DATABASE, &format!("begin; {statement}; rollback")) {
            Err(message) if message.contains(&format!("ERROR:  {state}:")) => {}
            other => return Err(format!("{statement}\n  expected: {state}\n  found: {other:?}")),
        }
    }
    let again = "select count(*) from _thuocdo.frameworks; select thuocdo_framework_add(thuocdo_framework(own)) = own from names; \
                 select count(*) from _thuocdo.frameworks; create role reader; set role reader; \
                 select count(*) from _thuocdo.frameworks; reset role; drop role reader";
    same("frameworks", &server.sql(DATABASE, again)?.trim(), &"3\nt\n3\n3")
}

/// Dumped and restored whole: as a script, and as an archive.
pub(super) fn restored(server: &Server) -> Result<(), String> {
    let kept = server.sql(DATABASE, ALL)?;
    let (script, archive, folder) = (file("kept.sql"), file("kept.dump"), file("kept.d"));
    ran(server.client("pg_dump", DATABASE).args(["-f", &script]))?;
    server.database("from_script")?;
    ran(server.psql("from_script").args(["-f", &script]))?;
    same("from a script", &server.sql("from_script", ALL)?, &kept)?;

    ran(server.client("pg_dump", DATABASE).args(["-Fc", "-f", &archive]))?;
    server.database("from_archive")?;
    ran(server.client("pg_restore", "from_archive").args(["-d", "from_archive", "--exit-on-error", &archive]))?;
    same("from an archive", &server.sql("from_archive", ALL)?, &kept)?;

    // With several jobs the largest table comes first; so the frameworks are asked for before.
    let _ = fs::remove_dir_all(&folder);
    ran(server.client("pg_dump", DATABASE).args(["-Fd", "-f", &folder]))?;
    server.database("by_jobs")?;
    for args in [
        &["--section=pre-data"][..],
        &["--section=data", "-n", "_thuocdo"],
        &["--section=data", "-N", "_thuocdo", "-j", "2"],
        &["--section=post-data", "-j", "2"],
    ] {
        ran(server.client("pg_restore", "by_jobs").args(["-d", "by_jobs", "--exit-on-error"]).args(args).arg(&folder))?;
    }
    same("by jobs", &server.sql("by_jobs", ALL)?, &kept)
}

/// The extension updated to a later version that adds nothing: data, frameworks and what is computed stay.
pub(super) fn updated(server: &Server, installed: &Installed) -> Result<(), String> {
    let version = server.sql(DATABASE, "select thuocdo_version()")?;
    let later = "1000.0.0";
    let step = installed.scripts().join(format!("thuocdo--{}--{later}.sql", version.trim()));
    fs::write(&step, "-- A step for the tests.\n").map_err(|error| format!("{}: {error}", step.display()))?;
    ran(Command::new("chmod").arg("a+r").arg(&step))?;
    let kept = server.sql(DATABASE, ALL)?;
    server.sql(DATABASE, &format!("alter extension thuocdo update to '{later}'"))?;
    same("after the update", &server.sql(DATABASE, ALL)?, &kept)?;
    server.sql(DATABASE, "insert into schools (code, document) values ('later', '{\"conditions\": {}, \"answers\": {}}')")?;
    same("version", &server.sql(DATABASE, "select extversion from pg_extension where extname = 'thuocdo'")?.trim(), &later)
}

/// What the READMEs show in SQL, run as a reader would.
pub(super) fn readmes(server: &Server) -> Result<(), String> {
    for (nth, readme) in ["README.md", "bindings/postgres/README.md"].iter().enumerate() {
        let database = format!("readme_{nth}");
        server.database(&database)?;
        for block in blocks(readme, "sql")? {
            println!("  {}", block.trim().replace('\n', "\n  "));
            println!("{}", server.sql(&database, &block)?);
        }
    }
    Ok(())
}

/// The extension's own tests, which run inside the server: each is a function of the schema `tests`.
pub(super) fn own_tests(server: &Server) -> Result<(), String> {
    const OWN: &str = "own_tests";
    server.database(OWN)?;
    server.sql(OWN, "create extension thuocdo")?;
    let tests =
        "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'tests' and p.pronargs = 0 order by 1";
    let tests = server.sql(OWN, tests)?;
    for test in tests.lines() {
        server.sql(OWN, &format!("select tests.{test}()")).map_err(|message| format!("{test}: {message}"))?;
        println!("  {test}");
    }
    if tests.is_empty() { Err("there are none".to_owned()) } else { Ok(()) }
}

/// A file for the clients of the tests.
fn file(name: &str) -> String {
    target().join("postgres").join(name).to_string_lossy().into_owned()
}
