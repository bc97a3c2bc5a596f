//! What goes along with every package: our licences, those of all that is in it, and a list of its parts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{copy, folder, told};
use crate::run::{Steps, path_text, ran, root};

/// cargo's tools: the texts of licences, and a list of parts. `cargo-bundle-licenses` keeps texts that one must fetch by hand, and
/// `cargo-cyclonedx` writes into the folders of the sources.
const TOOLS: [(&str, &str); 2] = [("cargo-about", "^0.9"), ("cargo-sbom", "^0.10")];

/// Files to go along.
pub(super) struct Notices {
    /// All of them.
    files: Vec<PathBuf>,
    /// The licences of all parts.
    texts: PathBuf,
}

impl Notices {
    /// Writes them: of the command, the C library and SQLite's extension together.
    pub(super) fn write(steps: &mut Steps) -> Result<Notices, String> {
        let tools = folder().join("tools");
        for (tool, version) in TOOLS {
            if !tools.join("bin").join(tool).is_file() {
                let features: &[&str] = if tool == "cargo-about" { &["--features", "cli"] } else { &[] };
                steps.run(
                    "cargo",
                    &[&["install", tool, "--version", version, "--locked", "--quiet", "--root", &path_text(&tools)][..], features].concat(),
                )?;
            }
        }
        let to = folder().join("notices");
        fs::create_dir_all(&to).map_err(|error| told(&to, &error))?;
        let (texts, parts) = (to.join("THIRD-PARTY.md"), to.join("thuocdo.cdx.json"));
        let program = |name: &str| {
            let mut command = Command::new(tools.join("bin").join(name));
            command.current_dir(root());
            command
        };
        let about = ["generate", "--fail", "--offline", "--locked", "--workspace", "--config", "crates/xtask/src/dist/about.toml"];
        steps.run_own("the licences of all parts", || {
            ran(program("cargo-about").args(about).arg("-o").arg(&texts).arg("crates/xtask/src/dist/about.hbs")).map(drop)
        })?;
        steps.run_own("the list of parts (CycloneDX)", || {
            let listed = ran(program("cargo-sbom").args(["sbom", "--output-format", "cyclone_dx_json_1_6"]))?;
            fs::write(&parts, listed).map_err(|error| told(&parts, &error))
        })?;
        Ok(Notices { files: vec![root().join("LICENSE-MIT"), root().join("LICENSE-APACHE"), texts.clone(), parts], texts })
    }

    /// The file with the licences of all parts.
    pub(super) fn texts(&self) -> &Path {
        &self.texts
    }

    /// Puts them into a folder.
    pub(super) fn lay(&self, to: &Path) -> Result<(), String> {
        fs::create_dir_all(to).map_err(|error| told(to, &error))?;
        self.files.iter().try_for_each(|file| copy(file, to))
    }
}
