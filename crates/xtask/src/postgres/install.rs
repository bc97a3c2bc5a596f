//! The extension built, and put into a copy of the server's files, so that nothing of the system is written to and nobody need be root.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::versions::{Files, Version};
use crate::run::{Steps, path_text, ran, root, target};

/// Where the extension is made.
pub(super) const SOURCE: &str = "bindings/postgres";
const NAME: &str = "thuocdo";
const LIBRARY: &str = "thuocdo.so";

/// How it is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Build {
    /// As users get it.
    Release,
    /// With its own tests inside, and quicker to build.
    Verify,
}

/// What was built: the library, and a folder with the script of SQL and the control file.
pub(super) struct Built {
    library: PathBuf,
    scripts: PathBuf,
}

/// A copy of the server's files with the extension among them; gone when dropped.
pub(super) struct Installed {
    pub(super) built: Built,
    pub(super) files: Files,
    pub(super) folder: PathBuf,
}

impl Installed {
    /// The programs of the server.
    pub(super) fn bin(&self) -> Result<PathBuf, String> {
        self.inside("bindir")
    }

    /// Where extensions have their scripts.
    pub(super) fn scripts(&self) -> Result<PathBuf, String> {
        self.inside("sharedir").map(|share| share.join("extension"))
    }

    /// Puts another build in the place of the extension, while the server may be running.
    pub(super) fn put(&self, built: &Built) -> Result<(), String> {
        built.put(&self.inside("pkglibdir")?, &self.scripts()?)
    }

    /// Puts it back.
    pub(super) fn put_back(&self) -> Result<(), String> {
        self.put(&self.built)
    }

    /// Whether the server lies where Debian puts it, so that a package of Debian is for it.
    pub(super) const fn is_of_debian(&self) -> bool {
        self.files.whole.is_none()
    }

    /// Builds the extension of another folder for this server, whose library has another name while it is built.
    pub(super) fn build(&self, steps: &mut Steps, source: &Path, library: &str) -> Result<Built, String> {
        build(steps, &path_text(&self.files.pg_config), self.files.version.feature(), (source, library), Build::Verify)
    }

    fn inside(&self, place: &str) -> Result<PathBuf, String> {
        self.files.place(place).map(|place| self.within(&place))
    }

    /// The copy of a file of the server.
    fn within(&self, file: &Path) -> PathBuf {
        self.folder.join(file.strip_prefix("/").unwrap_or(file))
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("{}: {error}", self.folder.display());
        }
    }
}

/// Builds and installs the extension, if what that needs is there.
pub(super) fn installed(steps: &mut Steps, version: Version, how: Build) -> Result<Option<Installed>, String> {
    let Some(files) = version.files(steps) else { return Ok(None) };
    let built = build(steps, &path_text(&files.pg_config), files.version.feature(), (&root().join(SOURCE), NAME), how)?;
    let installed = copied(files, built)?;
    installed.put_back()?;
    Ok(Some(installed))
}

/// Where a server looks for the files of an extension.
pub(super) struct Places {
    pub(super) library: PathBuf,
    pub(super) scripts: PathBuf,
    /// The number of its version before the point.
    pub(super) major: String,
    said: String,
}

impl Places {
    /// As a `pg_config` tells.
    pub(super) fn of(pg_config: &str) -> Result<Places, String> {
        let says = |what: &str| ran(Command::new(pg_config).arg(what)).map(|said| said.trim().to_owned());
        let said = says("--version")?;
        Ok(Places {
            library: says("--pkglibdir")?.into(),
            scripts: Path::new(&says("--sharedir")?).join("extension"),
            major: said.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect(),
            said,
        })
    }

    /// The extension as users get it, for this server.
    pub(super) fn built(&self, pg_config: &str) -> Result<Built, String> {
        build(&mut Steps::default(), pg_config, &format!("pg{}", self.major), (&root().join(SOURCE), NAME), Build::Release)
    }
}

/// Builds the extension as users get it, and puts it among the files of the server that a `pg_config` tells of.
pub(super) fn into_server(pg_config: &str) -> Result<(), String> {
    let places = Places::of(pg_config)?;
    places.built(pg_config)?.put(&places.library, &places.scripts)?;
    println!("{}: {} and the scripts in {}", places.said, places.library.join(LIBRARY).display(), places.scripts.display());
    Ok(())
}

/// Builds the extension in a folder, whose library cargo calls by this name, for a server of this feature.
fn build(steps: &mut Steps, pg_config: &str, feature: &str, (source, library): (&Path, &str), how: Build) -> Result<Built, String> {
    // Its library is of the same name as that of the C ABI, so it is built elsewhere.
    let target = target().join("postgres");
    let (profile, features) = match how {
        Build::Release => ("release", feature.to_owned()),
        Build::Verify => ("verify", format!("{feature} own_tests")),
    };
    let (manifest, folder, made) = (path_text(&source.join("Cargo.toml")), path_text(&target), target.join(profile));
    let env = [("CARGO_TARGET_DIR", folder.as_str()), ("PGRX_PG_CONFIG_PATH", pg_config)];
    // Cargo writes the library of each feature to the same file, and takes the one that lies there for the one it made last for this.
    let last = made.join(format!("{library}.feature"));
    if fs::read_to_string(&last).is_ok_and(|known| known != feature) {
        steps.run_with("cargo", &["clean", "--quiet", "--manifest-path", &manifest, "--profile", profile, "-p", "thuocdo-postgres"], &env)?;
    }
    let args = ["build", "--manifest-path", &manifest, "--workspace", "--profile", profile, "--no-default-features", "--features", &features];
    steps.run_with("cargo", &args, &env)?;
    fs::write(&last, feature).map_err(|error| format!("{}: {error}", last.display()))?;
    let kept = made.join("installed").join(library).join(feature);
    fs::create_dir_all(&kept).map_err(|error| format!("{}: {error}", kept.display()))?;
    let built = Built { library: kept.join(LIBRARY), scripts: kept.join("extension") };
    replaced(&made.join(format!("{}{library}{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX)), &built.library)?;
    ran(Command::new(made.join("thuocdo-postgres-schema")).args([&built.library, &source.join("thuocdo.control"), &built.scripts]))?;
    Ok(built)
}

impl Built {
    pub(super) fn put(&self, library: &Path, scripts: &Path) -> Result<(), String> {
        replaced(&self.library, &library.join(LIBRARY))?;
        for script in fs::read_dir(&self.scripts).map_err(|error| format!("{}: {error}", self.scripts.display()))?.filter_map(Result::ok) {
            replaced(&script.path(), &scripts.join(script.file_name()))?;
        }
        Ok(())
    }
}

/// Copies a file in the place of another, which whoever has it open keeps: writing into a library that is loaded would end its processes.
fn replaced(from: &Path, to: &Path) -> Result<(), String> {
    let coming = to.with_extension("coming");
    // Whoever the server runs as must be able to read it.
    ran(Command::new("install").args(["-m", "644"]).args([from, &coming]))?;
    fs::rename(&coming, to).map_err(|error| format!("{}: {error}", to.display()))
}

/// The server's files, each program copied, because it looks for the others from where it is, and the rest linked.
fn copied(files: Files, built: Built) -> Result<Installed, String> {
    let folder = env::temp_dir().join(format!("thuocdo-postgres-files-{}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let installed = Installed { built, files, folder };
    let places = match &installed.files.whole {
        Some(whole) => vec![(whole.clone(), "-rL")],
        None => {
            vec![(installed.files.place("bindir")?, "-rL"), (installed.files.place("pkglibdir")?, "-rs"), (installed.files.place("sharedir")?, "-rs")]
        }
    };
    for (from, how) in places {
        let to = installed.within(&from);
        fs::create_dir_all(&to).map_err(|error| format!("{}: {error}", to.display()))?;
        ran(Command::new("cp").arg(how).arg(from.join(".")).arg(&to))?;
        // An extension of that name that the system has already would be written to through its link.
        ran(Command::new("find").arg(&to).args(["-name", "thuocdo*", "-delete"]))?;
    }
    ran(Command::new("chmod").args(["-R", "a+rX"]).arg(&installed.folder))?;
    Ok(installed)
}
