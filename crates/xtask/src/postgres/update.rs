//! The extension updated by a later version of itself, while sessions of the earlier one are open.

use std::fs;
use std::path::{Path, PathBuf};

use super::install::{Built, Installed, SOURCE};
use super::lifecycle::DATABASE;
use super::same;
use super::server::{Said, Server};
use crate::run::{Steps, root, target};

/// A version that nobody will release.
const LATER: &str = "1000.0.0";
/// Its library, until it is installed: cargo would put two of one name into one file.
const LIBRARY: &str = "thuocdo_next";
/// What it adds: a column of levels.
const STEP: &str = "alter type thuocdo_levels add attribute made_by smallint;\n";
/// The same in its source: in a file, what is there once and what comes instead.
const CHANGES: [(&str, &str, &str); 4] = [
    ("src/levels.rs", "    eligible boolean\n);", "    eligible boolean,\n    made_by smallint\n);"),
    ("src/levels.rs", "[pg_sys::Oid; 7]", "[pg_sys::Oid; 8]"),
    ("src/levels.rs", "pg_sys::BOOLOID]", "pg_sys::BOOLOID, pg_sys::INT2OID]"),
    ("src/levels.rs", "levels.eligible().into(),\n", "levels.eligible().into(),\n            1000_i16.into(),\n"),
];

/// Builds the later version out of a copy of the source.
pub(super) fn next(steps: &mut Steps, installed: &Installed) -> Result<Built, String> {
    let (from, to) = (root().join(SOURCE), target().join("postgres/next"));
    for file in ["Cargo.toml", "Cargo.lock", "thuocdo.control", "schema/Cargo.toml"] {
        copied(&from, &to, Path::new(file))?;
    }
    for folder in ["src", "sql", "schema/src"] {
        for file in fs::read_dir(from.join(folder)).map_err(|error| format!("{folder}: {error}"))?.filter_map(Result::ok) {
            copied(&from, &to, &Path::new(folder).join(file.file_name()))?;
        }
    }
    // Where the step of any version to the next is kept.
    let step = to.join("sql").join(concat!("thuocdo--", env!("CARGO_PKG_VERSION"), "--1000.0.0.sql"));
    fs::write(&step, STEP).map_err(|error| format!("{}: {error}", step.display()))?;
    installed.build(steps, &to, LIBRARY)
}

/// Copies a file as the later version has it. What is the same already is not written, so that nothing is built again for it.
fn copied(from: &Path, to: &Path, file: &Path) -> Result<(), String> {
    let told = |error| format!("{}: {error}", file.display());
    let mut text = fs::read_to_string(from.join(file)).map_err(told)?;
    let name = file.to_string_lossy();
    let crates = format!("path = \"{}/crates/", root().display());
    let version = format!("version = \"{LATER}\"\nedition");
    let library = format!("name = \"{LIBRARY}\"");
    let of_manifest = [
        ("path = \"../../crates/", crates.as_str()),
        ("name = \"thuocdo\"", &library),
        (concat!("version = \"", env!("CARGO_PKG_VERSION"), "\"\nedition"), &version),
    ];
    match &*name {
        "Cargo.toml" => text = of_manifest.iter().fold(text, |text, (old, new)| text.replace(old, new)),
        // Its own versions are others; cargo writes them.
        "Cargo.lock" if to.join(file).exists() => return Ok(()),
        _ => {
            for (_, old, new) in CHANGES.iter().filter(|(of, ..)| *of == name) {
                if text.matches(old).count() != 1 {
                    return Err(format!("{name} does not say once: {old}"));
                }
                text = text.replace(old, new);
            }
        }
    }
    let to: PathBuf = to.join(file);
    if fs::read_to_string(&to).is_ok_and(|known| known == text) {
        return Ok(());
    }
    to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(to, text)).map_err(told)
}

/// A document, and its levels.
const LEVELS: &str = r#"select (thuocdo_levels('{ "conditions": {}, "answers": { "1.3.1": 6 } }')).score_low"#;
/// What no update may touch.
const KEPT: &str = "
select count(*), md5(string_agg(concat_ws('|', code, document, (levels).score_low, (levels).overall_high, (levels).eligible, local), ',' order by code)) from schools;
select digest, md5(document), base, added_at, added_by from _thuocdo.frameworks order by digest;
select count(*) from schools where local <> thuocdo_score(document, (select local from names))";

/// First comes the library, then the script, as an administrator does it. A session that has the earlier library keeps it: it goes on with all
/// but what changed, and is told so of that.
pub(super) fn updated(server: &Server, installed: &Installed, next: &Built) -> Result<(), String> {
    same("the earlier version", &server.sql(DATABASE, "select thuocdo_version()")?.trim(), &env!("CARGO_PKG_VERSION"))?;
    let kept = server.sql(DATABASE, KEPT)?;
    let mut open = server.session(DATABASE)?;
    let pid = open.pid()?;
    same("before", &open.rows(LEVELS)?.as_str(), &"{6.00,0.00}")?;

    installed.put(next)?;
    let steps = "select source || ' ' || path from pg_extension_update_paths('thuocdo') where target = '1000.0.0' and path is not null";
    same("steps", &server.sql(DATABASE, steps)?.trim(), &concat!(env!("CARGO_PKG_VERSION"), " ", env!("CARGO_PKG_VERSION"), "--1000.0.0"))?;
    let insert = r#"insert into schools (code, document) values ('later', '{ "conditions": {}, "answers": {} }')"#;
    let refused = Said::Failed("42804".to_owned());
    same("the earlier library", &open.rows(LEVELS)?.as_str(), &"{6.00,0.00}")?;
    let mut new = server.session(DATABASE)?;
    same("the later library, before the update", &new.ask(LEVELS)?, &refused)?;
    same("the later library, before the update", &new.ask(insert)?, &refused)?;
    same("the later library, before the update", &new.rows("select thuocdo_level('1', 75), thuocdo_version()")?.as_str(), &"2|1000.0.0")?;

    server.sql(DATABASE, "alter extension thuocdo update")?;
    same("the earlier library, after the update", &open.ask(LEVELS)?, &refused)?;
    same("the earlier library, after the update", &open.ask(insert)?, &refused)?;
    same("the earlier library, after the update", &open.rows("select thuocdo_level('1', 75)")?.as_str(), &"2")?;
    same("the earlier library, after the update", &open.pid()?, &pid)?;
    same("the later library, after the update", &new.rows(LEVELS)?.as_str(), &"{6.00,0.00}")?;
    same("after the update", &server.sql(DATABASE, KEPT)?, &kept)?;
    // What is stored has the column when it is written again.
    let column = "select count(*), count((levels).made_by) from schools";
    same("after the update", &new.rows(column)?.as_str(), &"2000|0")?;
    new.rows(insert)?;
    new.rows("update schools set document = document where code = 'S1'")?;
    same("written after the update", &new.rows(column)?.as_str(), &"2001|2")?;
    same("version", &server.sql(DATABASE, "select extversion from pg_extension where extname = 'thuocdo'")?.trim(), &LATER)?;
    installed.put_back()
}
