//! The extension of DuckDB, in the DuckDB of a Python package: the corpus through its functions, rows of tables, what is refused, and its README.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::c::hex;
use crate::python::venv::environment;
use crate::run::{Steps, path_text, root, target};
use crate::rust;
use crate::sql::{Engine, Told};

const README: &str = "bindings/duckdb/README.md";
const TESTS: &str = "bindings/duckdb/tests";
/// DuckDB takes the name of the extension from that of the file.
const NAME: &str = "thuocdo.duckdb_extension";
/// The version of the interface that `bindings/duckdb/src/api.rs` asks for.
const INTERFACE: &str = "v1.2.0";

/// The extension alone, as it is handed out.
pub(crate) fn build() -> Result<(), String> {
    let mut steps = Steps::of("cargo xtask duckdb", false);
    steps.run("cargo", &["build", "--release", "--package", "thuocdo-duckdb"])?;
    println!("{}", extension("release")?.display());
    Ok(())
}

/// Everything of the extension.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    rust::build(steps)?;
    let extension = extension("debug")?;
    in_version(steps, &extension, "requirements.txt", "target/duckdb/venv", true)?;
    if steps.goes_deep("the oldest DuckDB that takes the extension") {
        in_version(steps, &extension, "requirements-oldest.txt", "target/duckdb/venv-oldest", false)?;
    }
    Ok(())
}

/// All of it in a version of DuckDB, with the aggregates where it has them.
fn in_version(steps: &mut Steps, extension: &Path, requirements: &str, folder: &str, has_aggregates: bool) -> Result<(), String> {
    let tests = root().join(TESTS);
    let venv = environment(steps, folder, &[tests.join(requirements)])?;
    let python = root().join(folder).join("bin/python");
    let told = |script: &str| told(&python, &tests.join("lines.py"), extension, script);
    let literal = |bytes: &[u8]| format!("from_hex('{}')", hex(bytes));
    let engine = Engine { told: &told, literal, hex: "hex(($c)::varchar)", between: '|', room: None };
    steps.run_own("the corpus through DuckDB's functions", || engine.corpus())?;
    steps.run_own("tables, NULL and what is refused", || engine.table(&TABLE))?;
    venv.python(steps, &[&path_text(&tests.join("rows.py")), &path_text(extension)])?;
    if !has_aggregates {
        let absent = ("select thuocdo_cohort('{}');", "!Scalar Function with name thuocdo_cohort does not exist");
        return steps.run_own("no aggregates in so old a DuckDB", || engine.table(&[absent]));
    }
    steps.run_own("aggregates", || engine.table(&AGGREGATES))?;
    steps.run_own("the README of the extension prints what it shows", || engine.page(README, ""))
}

/// The library of a build as DuckDB loads it: with the block behind it that says for what it is made.
fn extension(profile: &str) -> Result<PathBuf, String> {
    let library = target().join(profile).join(format!("{}thuocdo_duckdb{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX));
    let folder = target().join("duckdb").join(profile);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut bytes = fs::read(&library).map_err(|error| format!("{}: {error}", library.display()))?;
    bytes.extend(block(&platform()?));
    let file = folder.join(NAME);
    fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(file)
}

/// What DuckDB calls this platform.
fn platform() -> Result<String, String> {
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let os = ["linux", "windows"].into_iter().find(|name| *name == os).or((os == "macos").then_some("osx"));
    let arch = match arch {
        "x86_64" => Some("amd64"),
        "aarch64" => Some("arm64"),
        _ => None,
    };
    os.zip(arch).map(|(os, arch)| format!("{os}_{arch}")).ok_or_else(|| "DuckDB has no name for this platform".to_owned())
}

/// The block behind the library: the head of a section of WebAssembly, eight fields of 32 bytes, the last one first, and room for a signature.
fn block(platform: &str) -> Vec<u8> {
    const HEAD: [u8; 4] = [0, 0x93, 4, 16];
    const LENGTH: [u8; 2] = [0x80, 4];
    let fields = ["", "", "", "C_STRUCT", env!("CARGO_PKG_VERSION"), INTERFACE, platform, "4"];
    let mut block = [&HEAD[..], b"duckdb_signature", &LENGTH].concat();
    for field in fields {
        let mut room = [0; 32];
        room[..field.len()].copy_from_slice(field.as_bytes());
        block.extend(room);
    }
    block.extend([0; 256]);
    block
}

/// Runs a script whose statements stand on a line each.
fn told(python: &Path, lines: &Path, extension: &Path, script: &str) -> Result<Told, String> {
    let file = target().join("duckdb/script.sql");
    fs::write(&file, script).map_err(|error| format!("{}: {error}", file.display()))?;
    let output = Command::new(python).arg(lines).arg(extension).arg(&file).output().map_err(|error| format!("{}: {error}", python.display()))?;
    let told = Told::of(output.stdout, String::from_utf8_lossy(&output.stderr).lines(), |line| line.strip_prefix("line ")?.split_once(": "));
    if output.status.success() { told } else { Err(format!("{}: {}", lines.display(), output.status)) }
}

/// Statements and what they print, worked out by hand; a line that begins with `!` is how the statement is refused.
const TABLE: [(&str, &str); 15] = [
    ("select thuocdo_score(null) is null, thuocdo_score('{}', null) is null, thuocdo_level(null, 75) is null;", "true|true|true"),
    ("select thuocdo_level('1', 75), thuocdo_level('1', 75.01), thuocdo_level(2, '49.99'), thuocdo_level('2', 50);", "2|3|1|2"),
    // A decimal is exact; a double is read as the shortest text that is this number.
    ("select thuocdo_level('1', 74.9 + 0.1), thuocdo_level('1', 75.01::double), thuocdo_level('1', 75.010::decimal(18,3));", "2|3|3"),
    ("select thuocdo_level('1', 75.005);", "!toàn bộ nội dung: “75.005” có quá hai chữ số thập phân"),
    ("select thuocdo_score();", "!No function matches"),
    ("select thuocdo_score([1]);", "!argument 1 is no text and no number"),
    ("select thuocdo_score(from_hex('ff'));", "!"),
    ("select thuocdo_valid('{\"conditions\":{},\"answers\":{}}'), thuocdo_valid('{'), thuocdo_valid(from_hex('7b'));", "true|false|false"),
    ("create table schools(code text primary key, doc json, check (thuocdo_valid(doc)));", ""),
    ("insert into schools(code, doc) values ('A', '{\"conditions\":{},\"answers\":{\"1.3.1\":6}}');", ""),
    ("insert into schools(code, doc) values ('B', '{\"conditions\":{},\"answers\":{\"1.3.1\":\"4,5\"}}');", "!"),
    ("insert into schools(code, doc) values ('B', '{\"conditions\":{},\"answers\":{\"1.3.1\":4.5}}');", ""),
    ("select code, thuocdo_levels(doc) ->> '$.groups[0].score.low', thuocdo_eligible(doc) from schools order by code;", "A|6|false\nB|4.5|false"),
    (
        "select thuocdo_digest() = thuocdo_digest(thuocdo_framework()), thuocdo_digest('[' || thuocdo_framework() || ']') = thuocdo_digest();",
        "true|true",
    ),
    (
        "select json_valid(thuocdo_plan('{\"conditions\":{},\"answers\":{}}', '{\"1\":2}')), json_valid(thuocdo_plan('{\"conditions\":{},\"answers\":{}}'));",
        "true|true",
    ),
];

/// As [`TABLE`], of the aggregates. All rows of a block have one state where they are ordered.
const AGGREGATES: [(&str, &str); 9] = [
    ("create table schools(code integer, doc varchar);", ""),
    (
        "insert into schools select range, '{\"institution\":{\"code\":\"' || range || '\"},\"period\":\"2025-2026\",\"conditions\":{},\"answers\":{}}' from range(5000);",
        "",
    ),
    ("select thuocdo_cohort(doc order by code) ->> 'count' from schools;", "5000"),
    ("select thuocdo_cohort(doc, 'moet-4725-2022') ->> 'count' from schools where code < 7;", "7"),
    ("select thuocdo_ask_many('cohort', '{}', 'scorecards', doc order by code) ->> 'count' from schools;", "5000"),
    ("select thuocdo_cohort(doc) from (select doc from schools union all select doc from schools where code = 3);", "!"),
    ("select thuocdo_cohort(doc) is null, thuocdo_ask_many('cohort', '{}', 'scorecards', doc) is null from schools where false;", "true|true"),
    ("select thuocdo_cohort(doc, 'moet-4725-2022', 'en') from (select '{\"conditions\":{},\"answers\":{\"9\":1}}' as doc);", "!"),
    ("select thuocdo_ask_many('nothing', '{}', 'scorecards', doc, 'moet-4725-2022', 'en') from schools;", "!"),
];
