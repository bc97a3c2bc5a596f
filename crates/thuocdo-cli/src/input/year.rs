//! The year of a folder.

use anyhow::{Result, anyhow};
use thuocdo::{Date, Lang, LocalScorer};
use thuocdo_office::{Folder, Year, YearOptions};
use thuocdo_practice::Keep;

use super::{calendar, folder};
use crate::args::{DeadlineArgs, FolderArgs};

/// What a folder holds, and its year on a day.
pub(crate) fn load(args: &FolderArgs, deadlines: &DeadlineArgs, as_of: Date, scorers: &LocalScorer, lang: Lang) -> Result<(Folder, Year)> {
    let found = folder::read(&folder::expanded(&args.folders, lang)?, args.register.as_deref(), None, scorers, lang)?;
    let options = options(deadlines, as_of, args.period.as_ref(), None, scorers, lang)?;
    let year = of(&found, scorers, &options)?;
    Ok((found, year))
}

/// How a folder is looked at, with the deadlines that the user names.
pub(crate) fn options(
    deadlines: &DeadlineArgs,
    as_of: Date,
    period: Option<&String>,
    keep: Option<Keep>,
    scorers: &LocalScorer,
    lang: Lang,
) -> Result<YearOptions> {
    let calendar = Some(calendar::load(deadlines, scorers, lang)?);
    Ok(YearOptions { calendar, keep, lang, period: period.cloned(), ..YearOptions::on(as_of) })
}

/// The year of what was read.
pub(crate) fn of(found: &Folder, scorers: &LocalScorer, options: &YearOptions) -> Result<Year> {
    Year::of(found, scorers, options).map_err(|violations| anyhow!(violations.lines(options.lang)))
}
