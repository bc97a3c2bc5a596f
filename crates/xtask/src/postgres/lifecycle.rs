//! What becomes of the data: dumped and restored, kept while the extension is updated, and frameworks that stay as they are.

use std::fs;

use super::install::Installed;
use super::server::Server;
use super::{package, recipes, same};
use crate::readme::blocks;
use crate::run::{ran, root, target};

/// The database that is dumped.
pub(super) const DATABASE: &str = "kept";

/// Schools whose levels the server computes, by the shipped framework and under an overlay of one's own: in columns, a constraint and an index.
/// All of it is computed again while a dump is restored, so the frameworks must be there before the schools.
const TABLES: &str = "
create extension thuocdo;
create role adder;
grant execute on function thuocdo_framework_add(text), thuocdo_overlay_add(text, text) to adder;
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
select digest, md5(document), base, added_at, added_by from _thuocdo.frameworks order by digest;
select count(*) from schools where local <> thuocdo_score(document, (select local from names)) or levels is distinct from thuocdo_levels(document);
select thuocdo_digest(own) = own, thuocdo_digest(local) = local, thuocdo_framework(local) ->> 'id' from names;
select f, has_function_privilege('adder', f, 'execute') from (values ('thuocdo_framework_add(text)'), ('thuocdo_framework_add(jsonb)')) as functions (f);
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

/// What the READMEs show in SQL, run as a reader would.
pub(super) fn readmes(server: &Server) -> Result<(), String> {
    let version = server.version()? / 10_000;
    for (nth, readme) in ["README.md", recipes::README].iter().enumerate() {
        let database = format!("readme_{nth}");
        server.database(&database)?;
        for block in blocks(readme, "sql")?.iter().filter(|block| recipes::runs_alone(block, version)) {
            println!("  {}", block.trim().replace('\n', "\n  "));
            println!("{}", server.sql(&database, block)?);
        }
    }
    recipes::virtual_columns(server, "readme_1")
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

/// A package holds the three files and the licences, and the extension works from it.
pub(super) fn packaged(server: &Server, installed: &Installed) -> Result<(), String> {
    const PACKAGED: &str = "packaged";
    let files = package::put(installed)?;
    let named: Vec<&str> = files.iter().filter_map(|file| file.rsplit('/').next()).collect();
    let script = concat!("thuocdo--", env!("CARGO_PKG_VERSION"), ".sql");
    let mut expected = ["LICENSE-APACHE", "LICENSE-MIT", "thuocdo.so", script, "thuocdo.control"];
    let mut found = named;
    expected.sort_unstable();
    found.sort_unstable();
    same("files", &found, &expected.to_vec())?;
    server.database(PACKAGED)?;
    let works = r#"create extension thuocdo; select (thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": 6 } }')).score_low"#;
    same("from the package", &server.sql(PACKAGED, works)?.trim(), &"{6.00,0.00}")?;
    installed.put_back()
}
