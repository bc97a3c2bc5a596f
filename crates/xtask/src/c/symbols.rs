//! What the libraries export, beside what the header declares.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use super::prefix;
use crate::run::ran;

/// Both libraries export the functions of the header and nothing else, and the shared one is named by its ABI.
pub(super) fn check() -> Result<(), String> {
    let header = prefix().join("include/thuocdo.h");
    let header = fs::read_to_string(&header).map_err(|error| format!("{}: {error}", header.display()))?;
    let declared = functions(&header);
    for (library, scope) in [("libthuocdo.so", "-D"), ("libthuocdo.a", "-g")] {
        let listed = ran(Command::new("nm").args([scope, "--defined-only", "--format=posix", &at(library)]))?;
        // An archive's member is a line of one word, which ends in a colon.
        let exported: BTreeSet<&str> = listed.lines().filter(|line| !line.ends_with(':')).filter_map(|line| line.split(' ').next()).collect();
        if exported != declared {
            return Err(format!("{library} exports {exported:?}, and the header declares {declared:?}"));
        }
    }
    let dynamic = ran(Command::new("readelf").args(["-d", &at("libthuocdo.so")]))?;
    if dynamic.contains("soname: [libthuocdo.so.1]") { Ok(()) } else { Err(format!("not named libthuocdo.so.1:\n{dynamic}")) }
}

fn at(library: &str) -> String {
    prefix().join("lib").join(library).to_string_lossy().into_owned()
}

/// Each word with our prefix and a bracket behind it.
fn functions(header: &str) -> BTreeSet<&str> {
    let words = header.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '('));
    words.filter_map(|word| word.split_once('(')).map(|(name, _)| name).filter(|name| name.starts_with("thuocdo_")).collect()
}
