//! `schema`: the JSON Schema of an input or output.

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::Lang;
use thuocdo::schema::assessment_for;
use thuocdo_office::schema;

use crate::args::{DEFAULT_FRAMEWORK, Format, OutputArgs, OverlayArg};
use crate::input::framework;
use crate::outcome::Outcome;
use crate::terminal::stdout;
use crate::words::Word;

/// Arguments of `schema`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  thuocdo schema scorecard
  thuocdo schema assessment --framework moet-4725-2022")]
pub(crate) struct SchemaArgs {
    /// The name of an input or output, such as assessment, scorecard, framework, violations; another word lists them all
    pub(crate) name: String,

    /// With `assessment`: the schema that lists this framework's codes and maxima
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) framework: Option<String>,

    #[command(flatten)]
    pub(crate) overlays: OverlayArg,

    #[command(flatten)]
    pub(crate) to: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Json];

pub(crate) fn run(args: &SchemaArgs, lang: Lang) -> Result<Outcome> {
    let Some(general) = schema::schema(&args.name) else {
        bail!(Word::NoSuchSchema.say(lang, &[("name", &args.name), ("names", &schema::names().collect::<Vec<_>>().join(", "))]));
    };
    let schema = if args.framework.is_none() && args.overlays.files.is_empty() {
        general
    } else if args.name == "assessment" {
        let name = args.framework.as_deref().unwrap_or(DEFAULT_FRAMEWORK);
        assessment_for(&framework::local_of(name, &args.overlays, lang)?, lang)
    } else {
        bail!(Word::SchemaTakesNoFramework.template(lang));
    };
    stdout::one_line(&format!("{schema:#}"))?;
    Ok(Outcome::Done)
}
