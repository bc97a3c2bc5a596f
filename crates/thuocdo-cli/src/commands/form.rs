//! `form`: a blank form to fill in.

use std::fs;
use std::io::{self, IsTerminal, Write};

use anyhow::{Context, Result, bail};
use thuocdo::Lang;

use crate::args::{FormArgs, FormFormat};
use crate::words::Word;
use crate::{Outcome, form, framework, stdout};

pub(crate) fn run(args: &FormArgs, lang: Lang) -> Result<Outcome> {
    let framework = framework::usable(&args.framework.name, lang)?;
    if args.format == FormFormat::Xlsx && args.output.is_none() && io::stdout().is_terminal() {
        bail!(Word::WorkbookNeedsFile.say(lang));
    }
    let bytes = match args.format {
        FormFormat::Json => form::json::blank(&framework).into_bytes(),
        FormFormat::Csv => form::csv::blank(&framework, lang)?,
        FormFormat::Xlsx => form::xlsx::blank(&framework, lang)?,
    };
    if let Some(path) = &args.output {
        fs::write(path, bytes).with_context(|| Word::CannotWrite.with(lang, &[&path.display()]))?;
    } else {
        let mut out = stdout::raw();
        out.write_all(&bytes)?;
        out.flush()?;
    }
    Ok(Outcome::Done)
}
