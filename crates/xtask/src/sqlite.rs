//! The extension of SQLite, in the `sqlite3` of Debian: the corpus through its functions, what a table does with them, and its README.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::c::hex;
use crate::run::{Steps, target};
use crate::sql::{Engine, Told};
use crate::{debian, rust};

const README: &str = "bindings/sqlite/README.md";

/// Everything of the extension.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    if !debian::wanted(steps, "SQLite", &[("sqlite3", "sqlite3")]) {
        return Ok(());
    }
    rust::build(steps)?;
    let literal = |bytes: &[u8]| format!("cast(x'{}' as text)", hex(bytes));
    let engine = Engine { told: &told, literal, hex: "hex($c)", between: '|', room: None };
    steps.run_own("the corpus through SQLite's functions", || engine.corpus())?;
    steps.run_own("tables, indexes, NULL and what is refused", || engine.table(&TABLE))?;
    steps.run_own("the README of the extension prints what it shows", || engine.page(README, ""))
}

/// The file that SQLite loads; it adds the ending itself.
fn library() -> PathBuf {
    target().join("debug/libthuocdo_sqlite")
}

/// Runs a script whose statements stand on a line each, behind one that loads the extension.
fn told(script: &str) -> Result<Told, String> {
    let folder = target().join("sqlite");
    let file = folder.join("script.sql");
    let failed = |error: std::io::Error| format!("{}: {error}", file.display());
    fs::create_dir_all(&folder).map_err(failed)?;
    fs::write(&file, format!(".load {}\n{script}", library().display())).map_err(failed)?;
    let script = fs::File::open(&file).map_err(failed)?;
    let output = Command::new("sqlite3").args(["-batch", ":memory:"]).current_dir(&folder).stdin(Stdio::from(script)).output().map_err(failed)?;
    // The statements begin in the second line.
    let told = Told::of(output.stdout, String::from_utf8_lossy(&output.stderr).lines(), |line| {
        ["Runtime error near line ", "Parse error near line "].iter().find_map(|words| line.strip_prefix(words)?.split_once(": "))
    })?;
    let errors = told.errors.into_iter().filter_map(|(number, message)| Some((number.checked_sub(1)?, message))).collect();
    Ok(Told { errors, ..told })
}

/// Statements and what they print, worked out by hand; a line that begins with `!` is how the statement is refused.
const TABLE: [(&str, &str); 19] = [
    ("select thuocdo_score(null) is null, thuocdo_score('{}', null) is null, thuocdo_level(null, 75) is null;", "1|1|1"),
    ("select thuocdo_level('1', 75), thuocdo_level('1', 75.01), thuocdo_level(2, '49.99'), thuocdo_level('2', 50);", "2|3|1|2"),
    // A REAL is read as the shortest text that is this number.
    ("select thuocdo_level('1', 74.9 + 0.1), thuocdo_level('1', 75.005);", "!toàn bộ nội dung: “75.005” có quá hai chữ số thập phân"),
    ("select thuocdo_score();", "!wrong number of arguments to function thuocdo_score()"),
    ("select thuocdo_score(cast(x'ff' as text));", "!"),
    ("select thuocdo_valid('{\"conditions\":{},\"answers\":{}}'), thuocdo_valid('{'), thuocdo_valid(x'7b');", "1|0|0"),
    (
        "create table schools(code text primary key, doc text, low integer generated always as (thuocdo_levels(doc) ->> '$.groups[0].level.low') stored, check (thuocdo_valid(doc)));",
        "",
    ),
    ("create index eligible on schools(thuocdo_eligible(doc));", ""),
    ("insert into schools(code, doc) values ('A', '{\"conditions\":{},\"answers\":{\"1.3.1\":6}}');", ""),
    ("insert into schools(code, doc) values ('B', '{\"conditions\":{},\"answers\":{\"1.3.1\":\"4,5\"}}');", "!"),
    ("insert into schools(code, doc) values ('B', '{\"conditions\":{},\"answers\":{\"1.3.1\":4.5}}');", ""),
    ("select code, low, thuocdo_eligible(doc) from schools order by code;", "A|1|0\nB|1|0"),
    ("select thuocdo_cohort(doc) ->> 'count', thuocdo_cohort(doc, 'moet-4725-2022') ->> 'count' from schools;", "2|2"),
    ("select thuocdo_ask_many('cohort', '{}', 'scorecards', doc) ->> 'count' from schools;", "2"),
    ("select thuocdo_cohort(doc) is null, thuocdo_ask_many('cohort', '{}', 'scorecards', doc) is null from schools where 0;", "1|1"),
    ("select thuocdo_cohort(doc, 'moet-4725-2022', 'en') from (select '{\"conditions\":{},\"answers\":{\"9\":1}}' as doc);", "!"),
    ("select thuocdo_ask_many('nothing', '{}', 'scorecards', doc, 'moet-4725-2022', 'en') from schools;", "!"),
    ("select thuocdo_digest() = thuocdo_digest(thuocdo_framework()), thuocdo_digest('[' || thuocdo_framework() || ']') = thuocdo_digest();", "1|1"),
    (
        "select json_valid(thuocdo_plan('{\"conditions\":{},\"answers\":{}}', '{\"1\":2}')), json_valid(thuocdo_plan('{\"conditions\":{},\"answers\":{}}'));",
        "1|1",
    ),
];
