//! The systems that are built for.

use std::fs;
use std::path::{Path, PathBuf};

use crate::python::venv::Venv;
use crate::run::{Steps, output, path_text};

/// A system.
pub(super) struct Target {
    /// As people call it, in the names of files.
    pub(super) name: &'static str,
    /// As Rust calls it.
    pub(super) triple: &'static str,
    /// As JNA and .NET call it, in this order.
    pub(super) natives: [&'static str; 2],
    /// The oldest C library that it runs with, as zig is told.
    libc: &'static str,
    /// What cargo names its files: before and after the name, and behind the name of a program.
    shared: (&'static str, &'static str),
    program: &'static str,
    /// The name that hosts look for.
    pub(super) library: &'static str,
}

/// The one that is always built stands first.
pub(super) const TARGETS: &[Target] = &[
    Target {
        name: "linux-x86_64",
        triple: "x86_64-unknown-linux-gnu",
        natives: ["linux-x86-64", "linux-x64"],
        libc: ".2.17",
        shared: ("lib", ".so"),
        program: "",
        library: "libthuocdo.so.1",
    },
    Target {
        name: "linux-aarch64",
        triple: "aarch64-unknown-linux-gnu",
        natives: ["linux-aarch64", "linux-arm64"],
        libc: ".2.17",
        shared: ("lib", ".so"),
        program: "",
        library: "libthuocdo.so.1",
    },
    Target {
        name: "windows-x86_64",
        triple: "x86_64-pc-windows-gnu",
        natives: ["win32-x86-64", "win-x64"],
        libc: "",
        shared: ("", ".dll"),
        program: ".exe",
        library: "thuocdo.dll",
    },
    Target {
        name: "macos-aarch64",
        triple: "aarch64-apple-darwin",
        natives: ["darwin-aarch64", "osx-arm64"],
        libc: "",
        shared: ("lib", ".dylib"),
        program: "",
        library: "libthuocdo.1.dylib",
    },
];

impl Target {
    /// Builds command, C library and SQLite's extension from the sources in a folder. Answers whether it could: Rust's standard library for the
    /// system must be there.
    pub(super) fn build(&self, steps: &mut Steps, zig: &Venv, sources: &Path, to: &Path) -> Result<bool, String> {
        let has_std = output("rustc", &["--print", "target-libdir", "--target", self.triple]).is_some_and(|folder| Path::new(folder.trim()).is_dir());
        if !has_std {
            steps.not_run(&format!("the archive for {}", self.name), &format!("type `rustup target add {}` and run again", self.triple));
            return Ok(false);
        }
        let home = std::env::var("CARGO_HOME").map_or_else(|_| std::env::home_dir().unwrap_or_default().join(".cargo"), PathBuf::from);
        // No path of the machine is in what is handed out, so two folders give the same bytes.
        let flags =
            [(sources, "thuocdo"), (&home.join("registry/src"), "crates")].map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
        // The extension calls the SQLite that loads it. The linker asks for one all the same, and gets an archive without content.
        let sqlite = to.join("sqlite");
        let archive = sqlite.join("libsqlite3.a");
        fs::create_dir_all(&sqlite).and_then(|()| fs::write(&archive, b"!<arch>\n")).map_err(|error| format!("{}: {error}", archive.display()))?;
        let triple = format!("{}{}", self.triple, self.libc);
        let (manifest, folder) = (path_text(&sources.join("Cargo.toml")), path_text(to));
        let cargo = "import os, sys; os.execvp('cargo', ['cargo', *sys.argv[1:]])";
        let packages = ["-p", "thuocdo-c", "-p", "thuocdo-cli", "-p", "thuocdo-sqlite"];
        let args =
            ["zigbuild", "--quiet", "--locked", "--profile", "dist", "--manifest-path", &manifest, "--target", &triple, "--target-dir", &folder];
        let zig = zig.with("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")).with("SQLITE3_LIB_DIR", sqlite).with("SQLITE3_STATIC", "1");
        zig.python(steps, &[&["-c", cargo][..], &args, &packages].concat())?;
        Ok(true)
    }

    /// Where the build puts its files.
    pub(super) fn built(&self, folder: &Path) -> PathBuf {
        folder.join(self.triple).join("dist")
    }

    /// What the build makes: the C library, SQLite's extension, the command.
    pub(super) fn files(&self) -> [String; 3] {
        let (before, behind) = self.shared;
        [format!("{before}thuocdo_c{behind}"), format!("{before}thuocdo_sqlite{behind}"), format!("thuocdo{}", self.program)]
    }
}
