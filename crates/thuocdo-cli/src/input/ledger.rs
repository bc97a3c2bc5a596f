//! Ledgers: files whose rows are panels, visits, persons or tasks.

use std::path::Path;

use anyhow::{Result, bail};
use thuocdo::Lang;
use thuocdo_tables::{Fault, FileFormat, Ledger, LedgerKind, Unmarked, ledger, recognise};

use super::file;

/// What a function makes of the ledger of a file. Fails with every fault, each with its cell.
pub(crate) fn of_ledger<T>(path: &Path, kind: &'static LedgerKind, lang: Lang, make: impl FnOnce(Ledger) -> Result<T, Vec<Fault>>) -> Result<T> {
    let name = file::name(path, lang);
    let opened = recognise(file::source(path, lang)?, FileFormat::by_name(&name), Unmarked::Look).map_err(|fault| vec![fault]);
    match opened.and_then(|opened| ledger(opened, kind)).and_then(make) {
        Ok(of_sheet) => Ok(of_sheet),
        Err(faults) => {
            let lines: Vec<String> = faults.iter().map(|fault| format!("\n  {}", fault.line(lang))).collect();
            bail!("{name}:{}", lines.concat())
        }
    }
}
