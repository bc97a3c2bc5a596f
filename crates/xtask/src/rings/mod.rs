//! The order of the house: no crate depends on one further out, and no modules import each other in a ring.

mod graph;
mod source;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use self::source::Crate;
use crate::run::{output, root};

/// The crates from the innermost outwards. A crate may depend on those of the lines above its own, on no others.
const LAYERS: [&[&str]; 6] = [
    // The oracle depends on none of ours.
    &["thuocdo", "thuocdo-oracle"],
    &["thuocdo-tables"],
    &["thuocdo-practice", "thuocdo-columns"],
    &["thuocdo-office", "thuocdo-serve"],
    &["thuocdo-cli", "thuocdo-sql"],
    &["thuocdo-c", "thuocdo-duckdb", "thuocdo-js", "thuocdo-mariadb", "thuocdo-postgres", "thuocdo-python", "thuocdo-sqlite", "xtask"],
];

/// The workspaces that these crates stand in.
const MANIFESTS: [&str; 3] = ["Cargo.toml", "bindings/js/Cargo.toml", "bindings/postgres/Cargo.toml"];

/// Checks the order of the crates, then looks for rings in each of them. Answers with how much was looked at.
pub(crate) fn check() -> Result<String, String> {
    let packages = packages()?;
    let mut faults: Vec<String> = packages.iter().flat_map(outwards).collect();
    let (mut modules, mut arrows) = (0, 0);
    for package in &packages {
        let found = Crate::read(&package.root, &|file| fs::read_to_string(root().join(file)).ok())?;
        let folders = graph::folders(&found);
        modules += found.modules.len();
        arrows += folders.values().map(BTreeMap::len).sum::<usize>();
        faults.extend(rings(&package.name, &folders));
    }
    if faults.is_empty() {
        Ok(format!("{} crates, {modules} modules, {arrows} arrows: no ring, none outwards", packages.len()))
    } else {
        Err(faults.join("\n"))
    }
}

/// One crate of [`LAYERS`].
struct Package {
    name: String,
    /// The file of its root.
    root: PathBuf,
    /// What it depends on, except for its tests.
    dependencies: Vec<String>,
}

/// All crates of [`LAYERS`], as cargo knows them.
fn packages() -> Result<Vec<Package>, String> {
    let mut found = Vec::new();
    for manifest in MANIFESTS {
        let args = ["metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path", manifest];
        let text = output("cargo", &args).ok_or_else(|| format!("cargo {}", args.join(" ")))?;
        let metadata: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let list = metadata["packages"].as_array().cloned().unwrap_or_default();
        found.extend(list.iter().filter_map(package).filter(|package| layer(&package.name).is_some()));
    }
    let absent: Vec<&str> = LAYERS.concat().into_iter().filter(|name| found.iter().all(|package| package.name != *name)).collect();
    if absent.is_empty() { Ok(found) } else { Err(format!("no such crate: {}", absent.join(", "))) }
}

fn package(package: &Value) -> Option<Package> {
    let is_of_kind = |target: &&Value, kind: &str| target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|known| known == kind));
    let targets = package["targets"].as_array()?;
    let is_root = |target: &&Value| !["bench", "custom-build", "example", "test"].iter().any(|kind| is_of_kind(target, kind));
    // Where there is a library, the program only calls it.
    let target = targets.iter().filter(is_root).min_by_key(|target| is_of_kind(target, "bin"))?;
    let root = Path::new(target["src_path"].as_str()?);
    let dependencies = package["dependencies"].as_array()?.iter().filter(|dependency| dependency["kind"] != "dev");
    Some(Package {
        name: package["name"].as_str()?.to_owned(),
        root: root.strip_prefix(self::root()).unwrap_or(root).to_owned(),
        dependencies: dependencies.filter_map(|dependency| dependency["name"].as_str().map(str::to_owned)).collect(),
    })
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&name))
}

/// Each dependency of a crate that does not stand further in.
fn outwards(package: &Package) -> Vec<String> {
    let is_outwards = |dependency: &&String| layer(dependency).is_some_and(|of| Some(of) >= layer(&package.name));
    let told = |dependency: &String| format!("{} depends on {dependency}, which stands beside it or further out", package.name);
    package.dependencies.iter().filter(is_outwards).map(told).collect()
}

/// The rings of one crate, each with the places in the code that make it.
fn rings(name: &str, folders: &graph::Folders) -> Vec<String> {
    let mut told = Vec::new();
    for (folder, arrows) in folders {
        for ring in graph::rings(arrows) {
            let folder = [&[name.to_owned()], folder.as_slice()].concat().join("/");
            let members: Vec<&str> = ring.iter().copied().collect();
            let mut lines = format!("{folder}: {} import each other in a ring: {}", ring.len(), members.join(", "));
            for ((from, to), place) in arrows.iter().filter(|((from, to), _)| ring.contains(from.as_str()) && ring.contains(to.as_str())) {
                let _ = write!(lines, "\n  {from} -> {to}: {place}");
            }
            told.push(lines);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The rings of a crate with these files in `src`.
    fn rings_of(files: &[(&str, &str)]) -> Vec<String> {
        let text_of = |path: &Path| files.iter().find(|(file, _)| Path::new(file) == path).map(|(_, text)| (*text).to_owned());
        rings("a", &graph::folders(&Crate::read(Path::new("lib.rs"), &text_of).expect("sound sources")))
    }

    #[test]
    fn two_modules_that_import_each_other_are_a_ring() {
        let found = rings_of(&[
            ("lib.rs", "mod args;\nmod commands;\nmod words;"),
            ("args.rs", "use crate::words::Word;\nuse crate::commands::Score;\npub struct Input;"),
            ("commands.rs", "pub struct Score;\nfn run() { crate::args::Input; }"),
            ("words.rs", "pub enum Word {}"),
        ]);
        assert_eq!(
            found,
            [
                "a: 2 import each other in a ring: args, commands\n  args -> commands: args.rs:2  crate::commands::Score\n  commands -> args: commands.rs:2  crate::args::Input"
            ]
        );
    }

    #[test]
    fn arrows_in_one_direction_are_no_ring() {
        let found = rings_of(&[
            ("lib.rs", "mod args;\nmod commands;\nmod words;\nuse commands::run;\nfn main() { run() }"),
            ("args.rs", "use super::words::{self, Word};\npub fn say() -> Word { words::hello() }"),
            ("commands.rs", "use crate::{args::say, words::Word};\npub fn run() {}"),
            ("words.rs", "pub enum Word {}\npub fn hello() -> Word { loop {} }"),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_name_that_is_handed_on_is_of_the_file_that_defines_it() {
        let sources = |csv| {
            rings_of(&[
                ("lib.rs", "mod output;\npub use output::Rows;"),
                ("output/mod.rs", "mod csv;\nmod line;\npub use self::csv::Rows;\npub(crate) use self::line::*;"),
                ("output/csv.rs", csv),
                ("output/line.rs", "pub fn end() {}\nfn first() { let _ = crate::Rows; }"),
            ])
        };
        assert!(sources("pub struct Rows;").is_empty());
        let ring = sources("use super::end;\npub struct Rows;");
        assert_eq!(
            ring,
            [
                "a/output: 2 import each other in a ring: csv, line\n  csv -> line: output/csv.rs:1  super::end\n  line -> csv: output/line.rs:2  crate::Rows"
            ]
        );
    }

    #[test]
    fn the_own_file_of_a_folder_and_its_files_may_need_each_other_but_the_root_may_not() {
        let files = ("csv.rs", "use super::Output;\npub struct Rows;");
        let own = "mod csv;\npub trait Output {}\nfn open() { csv::Rows; }";
        assert!(rings_of(&[("lib.rs", "mod output;"), ("output/mod.rs", own), ("output/csv.rs", files.1)]).is_empty());
        assert_eq!(rings_of(&[("lib.rs", own), files]).len(), 1);
        // What the root only hands on, it does not need.
        assert!(rings_of(&[("lib.rs", "mod csv;\npub use csv::Rows;\npub trait Output {}"), files]).is_empty());
        assert_eq!(rings_of(&[("lib.rs", "mod csv;\npub use csv::Rows;\npub trait Output {}\nfn open() -> Rows { Rows }"), files]).len(), 1);
    }

    #[test]
    fn a_macro_at_the_root_is_of_the_file_that_defines_it() {
        let found = rings_of(&[
            ("lib.rs", "mod words;\nmod text;\nfn main() { crate::words::hello() }"),
            ("text.rs", "#[macro_export]\nmacro_rules! sentences { () => { $crate::text::fill() } }\npub fn fill() {}"),
            ("words.rs", "crate::sentences!();\npub fn hello() {}"),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn tests_and_comments_make_no_arrows() {
        let found = rings_of(&[
            ("lib.rs", "mod args;\nmod commands;\n#[cfg(test)]\nmod samples;"),
            (
                "args.rs",
                "//! See crate::commands.\npub struct Input;\n#[cfg(test)]\nmod tests { use crate::commands::Score; }\n// crate::commands::Score",
            ),
            ("commands.rs", "use crate::args::Input;\npub struct Score;"),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_crate_that_depends_on_one_further_out_is_told() {
        let package = |name: &str, dependencies: &[&str]| Package {
            name: name.to_owned(),
            root: PathBuf::new(),
            dependencies: dependencies.iter().map(|name| (*name).to_owned()).collect(),
        };
        assert!(outwards(&package("thuocdo-cli", &["thuocdo", "thuocdo-practice", "clap"])).is_empty());
        assert_eq!(outwards(&package("thuocdo-practice", &["thuocdo-columns", "thuocdo"])).len(), 1);
        assert_eq!(outwards(&package("thuocdo", &["thuocdo-tables"])).len(), 1);
    }
}
