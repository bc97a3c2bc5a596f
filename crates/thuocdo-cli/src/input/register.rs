//! The register of institutions of a file: a spreadsheet, a CSV or JSON.

use std::path::Path;

use anyhow::{Result, bail};
use thuocdo::Lang;
use thuocdo_office::register::{RegisterRefused, register};
use thuocdo_practice::Register;
use thuocdo_tables::{FileFormat, Unmarked, recognise};

use super::file;
use crate::terminal::stderr;
use crate::words::Word;

/// Reads the register of a file. `None` if the user names no file.
pub(crate) fn load(path: Option<&Path>, lang: Lang) -> Result<Option<Register>> {
    let Some(path) = path else { return Ok(None) };
    let name = file::name(path, lang);
    let opened = recognise(file::source(path, lang)?, FileFormat::by_name(&name), Unmarked::Look);
    let head = |count: usize| Word::RegisterRefused.say(lang, &[("file", &name), ("count", &count)]);
    match opened.map_err(|fault| RegisterRefused::Table(vec![fault])).and_then(register) {
        Ok(register) => Ok(Some(register)),
        Err(RegisterRefused::Json(violations)) => bail!(stderr::listed(head(violations.len()), &violations, lang)),
        Err(RegisterRefused::Table(faults)) => {
            let lines: Vec<String> = faults.iter().map(|fault| format!("\n  {}", fault.line(lang))).collect();
            bail!(head(faults.len()) + &lines.concat())
        }
    }
}
