//! The register of institutions of a file.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use thuocdo::Lang;
use thuocdo_practice::Register;

use crate::terminal::stderr;
use crate::words::Word;

/// Reads the register of a file. `None` if the user names no file.
pub(crate) fn load(path: Option<&Path>, lang: Lang) -> Result<Option<Register>> {
    let Some(path) = path else { return Ok(None) };
    let name = path.display();
    let mut bytes = Vec::new();
    // With one byte more than the limit, the register is refused as too large.
    let longest = Register::MAX_BYTES as u64 + 1;
    File::open(path).and_then(|file| file.take(longest).read_to_end(&mut bytes)).with_context(|| Word::CannotRead.say(lang, &[("file", &name)]))?;
    match Register::from_json(&bytes) {
        Ok(register) => Ok(Some(register)),
        Err(violations) => {
            bail!(stderr::listed(Word::RegisterRefused.say(lang, &[("file", &name), ("count", &violations.len())]), &violations, lang))
        }
    }
}
