//! Which compiler makes the WebAssembly: rustup's, where it has the target; else Debian's, which builds the standard library too.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian;
use crate::run::{Steps, output, path_text, root, target};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, and the sources of its standard library: each file with its package.
const WEB: [(&str, &str); 4] =
    [(RUSTC, "rustc-web"), (CARGO, "cargo-web"), ("/usr/lib/rustlib/src/rust/library/std/Cargo.toml", "rust-web-src"), ("/usr/bin/lld-19", "lld-19")];
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";

/// What makes WebAssembly.
pub(crate) enum Compiler {
    Debian,
    Rustup,
}

impl Compiler {
    /// The one that is there, or can be installed; nothing is noted as not run.
    pub(super) fn chosen(steps: &mut Steps) -> Option<Compiler> {
        let has_target = |sysroot: &String| Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir();
        if output("rustc", &["--print", "sysroot"]).as_ref().is_some_and(has_target) {
            return Some(Compiler::Rustup);
        }
        debian::wanted(steps, "WebAssembly (or type `rustup target add wasm32-unknown-unknown`)", &WEB).then_some(Compiler::Debian)
    }

    /// Builds the crate with a feature by a profile, and answers with the file.
    pub(super) fn build(&self, steps: &mut Steps, feature: Option<&str>, profile: &str) -> Result<PathBuf, String> {
        let (manifest, built) = (path_text(&root().join("bindings/js/Cargo.toml")), target().join("js/wasm"));
        let mut command = match self {
            Compiler::Rustup => Command::new("cargo"),
            Compiler::Debian => {
                let mut command = Command::new(CARGO);
                command.env("RUSTC", RUSTC).env("RUSTC_BOOTSTRAP", "1");
                // One small way to sort instead of a fast one for each type.
                command.args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"]);
                // Without the places of panics, which are paths of the machine that built the file, and 21 of 1,511 KiB. The words of a panic stay.
                command.env("RUSTFLAGS", "-C linker=lld-19 -C linker-flavor=wasm-ld -Z location-detail=none");
                command
            }
        };
        command.args(["build", "--quiet", "--locked", "--manifest-path", &manifest, "--target", TARGET, "--profile", profile]);
        command.args(["--target-dir", &path_text(&built)]).args(feature.map(|feature| format!("--features={feature}")));
        let name = format!("WebAssembly of the {}, {profile}", feature.unwrap_or("core"));
        steps.command(&name, command.current_dir(root()), Command::status)?;
        Ok(built.join(TARGET).join(profile).join("thuocdo.wasm"))
    }
}
