//! A package of Debian: the three files of the extension where one version of the server looks for them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::install::{Built, Installed, Places};
use crate::debian::Package;
use crate::run::{path_text, ran, root, target};

/// Builds the extension as users get it, for the server that a `pg_config` tells of, and makes its package in a folder.
pub(super) fn into_package(pg_config: &str, folder: &Path) -> Result<PathBuf, String> {
    let places = Places::of(pg_config)?;
    package(&places.built(pg_config)?, &places, folder)
}

/// Takes the extension away, and puts that of a package in its place. Answers with the files of the package.
pub(super) fn put(installed: &Installed) -> Result<Vec<String>, String> {
    let folder = target().join("postgres/package");
    let file = package(&installed.built, &Places::of(&path_text(&installed.files.pg_config))?, &folder)?;
    ran(Command::new("find").arg(&installed.folder).args(["-mindepth", "1", "-name", "thuocdo*", "-delete"]))?;
    ran(Command::new("dpkg-deb").arg("--extract").args([&file, &installed.folder]))?;
    let listed = ran(Command::new("dpkg-deb").arg("--contents").arg(&file))?;
    Ok(listed.lines().filter_map(|line| line.rsplit(' ').next()).filter(|path| !path.ends_with('/')).map(str::to_owned).collect())
}

/// Makes `postgresql-15-thuocdo_0.1.0-1_amd64.deb` in a folder, and says where it is.
fn package(built: &Built, places: &Places, folder: &Path) -> Result<PathBuf, String> {
    let name = format!("postgresql-{}-thuocdo", places.major);
    let stage = folder.join(&name);
    let told = |error| format!("{}: {error}", stage.display());
    if stage.exists() {
        fs::remove_dir_all(&stage).map_err(told)?;
    }
    let within = |place: &Path| stage.join(place.strip_prefix("/").unwrap_or(place));
    let (library, scripts) = (within(&places.library), within(&places.scripts));
    let documents = stage.join("usr/share/doc").join(&name);
    for place in [&library, &scripts, &documents] {
        fs::create_dir_all(place).map_err(told)?;
    }
    built.put(&library, &scripts)?;
    for licence in LICENCES {
        fs::copy(root().join(licence), documents.join(licence)).map_err(told)?;
    }
    let architecture = ran(Command::new("dpkg").arg("--print-architecture"))?;
    let depends = format!("postgresql-{}, libc6 (>= {}), libgcc-s1", places.major, newest_libc(&library.join("thuocdo.so"))?);
    let title = format!("points and levels of schools by Decision 4725 of Vietnam, in PostgreSQL {}", places.major);
    let package = Package {
        name: &name,
        version: concat!(env!("CARGO_PKG_VERSION"), "-1"),
        architecture: architecture.trim(),
        section: "database",
        depends: &depends,
        title: &title,
        about: &["The database computes points and levels itself, as SQL functions. After the installation:", "CREATE EXTENSION thuocdo;"],
    };
    package.build(&stage, folder)
}

const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The newest version of the C library that a library asks for.
fn newest_libc(library: &Path) -> Result<String, String> {
    let of_c = ran(Command::new("objdump").arg("-T").arg(library))?;
    let needed = of_c.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')')).filter_map(|word| word.strip_prefix("GLIBC_"));
    let number = |version: &str| version.split('.').map(|part| part.parse().unwrap_or(0)).collect::<Vec<u32>>();
    Ok(needed.max_by_key(|version| number(version)).unwrap_or("2.0").to_owned())
}
