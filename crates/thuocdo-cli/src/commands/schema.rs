//! `schema`: the JSON Schema of an input or output.

use std::io::Write;

use anyhow::{Result, bail};
use thuocdo::Lang;
use thuocdo::schema::assessment_for;
use thuocdo_practice::schema;

use crate::args::SchemaArgs;
use crate::words::Word;
use crate::{Outcome, framework, stdout};

pub(crate) fn run(args: &SchemaArgs, lang: Lang) -> Result<Outcome> {
    let Some(general) = schema::schema(&args.name) else {
        bail!(Word::NoSuchSchema.with(lang, &[&args.name, &schema::names().collect::<Vec<_>>().join(", ")]));
    };
    let schema = match &args.framework {
        None => general,
        Some(name) if args.name == "assessment" => assessment_for(&framework::usable(name, lang)?, lang),
        Some(_) => bail!(Word::SchemaTakesNoFramework.say(lang)),
    };
    let mut out = stdout::raw();
    writeln!(out, "{schema:#}")?;
    out.flush()?;
    Ok(Outcome::Done)
}
