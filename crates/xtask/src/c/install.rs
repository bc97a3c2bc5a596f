//! Puts the C library where programs find it: header, shared and static library, pkg-config file.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run::{ran, root, target};

/// The release, as in the workspace's manifest.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Installs what a profile built under a prefix.
pub(crate) fn install(prefix: &Path, profile: &str) -> Result<(), String> {
    lay(prefix, &target().join(profile), true)
}

/// Lays out the build in `from` under a prefix; the static library too, where it is asked for.
pub(crate) fn lay(prefix: &Path, from: &Path, with_static: bool) -> Result<(), String> {
    let (include, lib) = (prefix.join("include"), prefix.join("lib"));
    let pkgconfig = lib.join("pkgconfig");
    for folder in [&include, &pkgconfig] {
        fs::create_dir_all(folder).map_err(|error| told(folder, &error))?;
    }
    let own = root().join("bindings/c");
    copy(&own.join("include/thuocdo.h"), &include.join("thuocdo.h"))?;
    let pc = own.join("thuocdo.pc.in");
    let pc = fs::read_to_string(&pc).map_err(|error| told(&pc, &error))?;
    // It names its own place, so that the folder may be moved.
    fs::write(pkgconfig.join("thuocdo.pc"), pc.replace("@VERSION@", VERSION)).map_err(|error| told(&pkgconfig, &error))?;

    // The file is of the release, the name that programs look for is of the ABI, the name that linkers look for is of neither.
    let file = format!("libthuocdo.so.{VERSION}");
    copy(&from.join("libthuocdo_c.so"), &lib.join(&file))?;
    link(&file, &lib.join("libthuocdo.so.1"))?;
    link("libthuocdo.so.1", &lib.join("libthuocdo.so"))?;
    if with_static { archive(&from.join("libthuocdo_c.a"), &lib) } else { Ok(()) }
}

/// A static library that exports the functions of the header and nothing else: linked once into one object, whose other names are then its own.
/// So it stands beside another library of Rust in one program, which would have the same standard library in it.
fn archive(from: &Path, lib: &Path) -> Result<(), String> {
    let (object, archive) = (lib.join("thuocdo.o"), lib.join("libthuocdo.a"));
    let (from, o, a) = (from.to_string_lossy(), object.to_string_lossy(), archive.to_string_lossy());
    ran(Command::new("ld").args(["-r", "--whole-archive", &from, "-o", &o]))?;
    // The bitcode is what Rust's standard library brings for optimising again; an `ar` with the plugin of another LLVM stumbles over it.
    let bitcode = ["--remove-section=.llvmbc", "--remove-section=.llvmcmd"];
    ran(Command::new("objcopy").args([&["--wildcard", "--keep-global-symbol=thuocdo_*", "--strip-debug"], bitcode.as_slice(), &[&o]].concat()))?;
    let _ = fs::remove_file(&archive);
    ran(Command::new("ar").args(["rcs", &a, &o]))?;
    fs::remove_file(&object).map_err(|error| told(&object, &error))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    // A library that a program has open must be another file, not another content.
    let _ = fs::remove_file(to);
    fs::copy(from, to).map(drop).map_err(|error| told(from, &error))
}

/// A name for a file beside it.
pub(super) fn link(to: &str, at: &Path) -> Result<(), String> {
    let _ = fs::remove_file(at);
    std::os::unix::fs::symlink(to, at).map_err(|error| told(at, &error))
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
