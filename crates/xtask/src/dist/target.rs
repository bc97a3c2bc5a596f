//! The systems that are built for.

use std::fs;
use std::path::{Path, PathBuf};

use crate::python::venv::Venv;
use crate::run::{Steps, output, path_text};

/// An operating system on a processor.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) system: System,
    processor: Processor,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    Linux,
    MacOs,
    Windows,
}

#[derive(Clone, Copy)]
enum Processor {
    Arm64,
    X86_64,
}

/// The one that is always built stands first.
pub(super) const TARGETS: [Target; 4] = [
    Target { system: System::Linux, processor: Processor::X86_64 },
    Target { system: System::Linux, processor: Processor::Arm64 },
    Target { system: System::Windows, processor: Processor::X86_64 },
    Target { system: System::MacOs, processor: Processor::Arm64 },
];

impl Target {
    /// As people call it, in the names of files.
    pub(super) fn name(self) -> String {
        let system = match self.system {
            System::Linux => "linux",
            System::MacOs => "macos",
            System::Windows => "windows",
        };
        format!("{system}-{}", self.arch())
    }

    /// The processor, as Rust calls it.
    pub(super) const fn arch(self) -> &'static str {
        match self.processor {
            Processor::Arm64 => "aarch64",
            Processor::X86_64 => "x86_64",
        }
    }

    fn triple(self) -> String {
        let system = match self.system {
            System::Linux => "unknown-linux-gnu",
            System::MacOs => "apple-darwin",
            System::Windows => "pc-windows-gnu",
        };
        format!("{}-{system}", self.arch())
    }

    /// The folder in which JNA looks for a library.
    pub(super) fn of_jna(self) -> String {
        let system = match self.system {
            System::Linux => "linux",
            System::MacOs => "darwin",
            System::Windows => "win32",
        };
        format!("{system}-{}", self.arch().replace('_', "-"))
    }

    /// The folder in which .NET does.
    pub(super) fn of_net(self) -> String {
        let system = match self.system {
            System::Linux => "linux",
            System::MacOs => "osx",
            System::Windows => "win",
        };
        let processor = match self.processor {
            Processor::Arm64 => "arm64",
            Processor::X86_64 => "x64",
        };
        format!("{system}-{processor}")
    }

    /// The name of the C library that hosts look for.
    pub(super) const fn library(self) -> &'static str {
        match self.system {
            System::Linux => "libthuocdo.so.1",
            System::MacOs => "libthuocdo.1.dylib",
            System::Windows => "thuocdo.dll",
        }
    }

    /// What the build makes: the C library, SQLite's extension, the command.
    pub(super) fn files(self) -> [String; 3] {
        let (before, behind, program) = match self.system {
            System::Linux => ("lib", ".so", ""),
            System::MacOs => ("lib", ".dylib", ""),
            System::Windows => ("", ".dll", ".exe"),
        };
        [format!("{before}thuocdo_c{behind}"), format!("{before}thuocdo_sqlite{behind}"), format!("thuocdo{program}")]
    }

    /// Where the build puts them.
    pub(super) fn built(self, folder: &Path) -> PathBuf {
        folder.join(self.triple()).join("dist")
    }

    /// Builds command, C library and SQLite's extension from the sources in a folder. Answers whether it could: Rust's standard library for the
    /// system must be there.
    pub(super) fn build(self, steps: &mut Steps, zig: &Venv, sources: &Path, to: &Path) -> Result<bool, String> {
        let triple = self.triple();
        let has_std = output("rustc", &["--print", "target-libdir", "--target", &triple]).is_some_and(|folder| Path::new(folder.trim()).is_dir());
        if !has_std {
            steps.not_run(&format!("the archive for {}", self.name()), &format!("type `rustup target add {triple}` and run again"));
            return Ok(false);
        }
        // The extension calls the SQLite that loads it. The linker asks for one all the same, and gets an archive without content.
        let sqlite = to.join("sqlite");
        let archive = sqlite.join("libsqlite3.a");
        fs::create_dir_all(&sqlite).and_then(|()| fs::write(&archive, b"!<arch>\n")).map_err(|error| format!("{}: {error}", archive.display()))?;
        // The oldest C library that it runs with, as zig is told.
        let libc = if self.system == System::Linux { ".2.17" } else { "" };
        let (manifest, folder) = (path_text(&sources.join("Cargo.toml")), path_text(to));
        let packages = ["-p", "thuocdo-c", "-p", "thuocdo-cli", "-p", "thuocdo-sqlite"];
        let target = format!("{triple}{libc}");
        let args =
            ["zigbuild", "--quiet", "--locked", "--profile", "dist", "--manifest-path", &manifest, "--target", &target, "--target-dir", &folder];
        let zig = without_paths(zig, sources).with("SQLITE3_LIB_DIR", sqlite).with("SQLITE3_STATIC", "1");
        zig.program(steps, "cargo", &[&args[..], &packages].concat())?;
        Ok(true)
    }
}

/// Builds what is handed out: no path of the machine is in it, so two folders give the same bytes.
pub(super) fn without_paths(zig: &Venv, sources: &Path) -> Venv {
    let home = std::env::var("CARGO_HOME").map_or_else(|_| std::env::home_dir().unwrap_or_default().join(".cargo"), PathBuf::from);
    let flags =
        [(sources, "thuocdo"), (&home.join("registry/src"), "crates")].map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    zig.with("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}
