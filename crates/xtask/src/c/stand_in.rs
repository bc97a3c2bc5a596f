//! The library that stands in for ours, and what is seen from there: whether a host frees what it was handed, and refuses another ABI.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::folder;
use super::install::link;
use super::programs::{Built, WARNINGS};
use crate::run::{ran, root};

/// One that counts, and one that says besides that it is of another ABI: the prefixes they are under.
pub(super) struct StandIns {
    counting: PathBuf,
    of_other_abi: PathBuf,
    /// Where both count.
    counts: PathBuf,
}

/// How many of a kind came from the library, and how many went back.
struct Count {
    kind: &'static str,
    made: u64,
    freed: u64,
}

impl StandIns {
    /// Builds them in front of the library under a prefix.
    pub(super) fn build(prefix: &Path) -> Result<StandIns, String> {
        let counts = folder().join("counts");
        let defines = |abi| {
            let path = |name, path: &Path| format!("-D{name}=\"{}\"", path.display());
            [path("REAL", &prefix.join("lib/libthuocdo.so")), path("COUNTS", &counts), format!("-DABI={abi}")]
        };
        let counting = built("counting", prefix, &defines("THUOCDO_ABI_VERSION"))?;
        let of_other_abi = built("other-abi", prefix, &defines("(THUOCDO_ABI_VERSION + 1)"))?;
        Ok(StandIns { counting, of_other_abi, counts })
    }

    /// A program frees all that it was handed, and nothing twice.
    pub(super) fn frees_all(&self, program: &Built, args: &[&str]) -> Result<(), String> {
        let counts = self.counted(program, args)?;
        counts.iter().try_for_each(|count| held(program, count, count.made > 0 && count.made == count.freed))
    }

    /// A program that forgets scorers has most of them freed; no garbage collector promises all.
    pub(super) fn frees_forgotten(&self, program: &Built) -> Result<(), String> {
        let [scorers, ..] = self.counted(program, &[])?;
        held(program, &scorers, scorers.made > 10 && scorers.made / 2 <= scorers.freed && scorers.freed <= scorers.made)
    }

    /// A program does not go on with a library of another ABI, and says so.
    pub(super) fn refuses_other_abi(&self, program: &Built) -> Result<(), String> {
        match program.with_library(&self.of_other_abi).runs(&[]) {
            Ok(found) => Err(format!("{program} went on with another ABI: {found}")),
            Err(message) if message.contains("ABI") => Ok(()),
            Err(message) => Err(message),
        }
    }

    fn counted(&self, program: &Built, args: &[&str]) -> Result<[Count; 4], String> {
        let _ = fs::remove_file(&self.counts);
        program.with_library(&self.counting).runs(args)?;
        let bytes = fs::read(&self.counts).map_err(|error| format!("{}: {error}", self.counts.display()))?;
        let numbers: Vec<u64> = bytes.as_chunks().0.iter().map(|&bytes| u64::from_ne_bytes(bytes)).collect();
        let count = |kind, at| Some(Count { kind, made: *numbers.get(at)?, freed: *numbers.get(at + 1)? });
        match (count("scorers", 0), count("buffers", 2), count("errors", 4), count("collectors", 6)) {
            (Some(scorers), Some(buffers), Some(errors), Some(collectors)) => Ok([scorers, buffers, errors, collectors]),
            _ => Err(format!("{}: not eight numbers", self.counts.display())),
        }
    }
}

fn held(program: &Built, Count { kind, made, freed }: &Count, is_so: bool) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(format!("{program}: {made} {kind} came from the library, and {freed} went back")) }
}

/// The prefix under which such a library is.
fn built(name: &str, prefix: &Path, defines: &[String]) -> Result<PathBuf, String> {
    let to = folder().join(name);
    let lib = to.join("lib");
    fs::create_dir_all(&lib).map_err(|error| format!("{}: {error}", lib.display()))?;
    let mut gcc = Command::new("gcc");
    gcc.arg("-std=c11").args(WARNINGS).args(["-shared", "-fPIC"]).args(defines).arg("-I").arg(prefix.join("include"));
    ran(gcc.arg(root().join("bindings/c/tests/stand_in.c")).arg("-o").arg(lib.join("libthuocdo.so")))?;
    link("libthuocdo.so", &lib.join("libthuocdo.so.1"))?;
    Ok(to)
}
