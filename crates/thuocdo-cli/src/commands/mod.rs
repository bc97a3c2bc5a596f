//! One file a command.

pub(crate) mod certify;
pub(crate) mod check;
pub(crate) mod cohort;
pub(crate) mod course;
pub(crate) mod explain;
pub(crate) mod explain_code;
pub(crate) mod form;
pub(crate) mod framework;
pub(crate) mod overlay;
pub(crate) mod plan;
pub(crate) mod process;
pub(crate) mod quality;
pub(crate) mod review;
pub(crate) mod sample;
pub(crate) mod schema;
pub(crate) mod score;
pub(crate) mod verify;

use anyhow::Result;
use thuocdo::Lang;

use crate::Outcome;
use crate::args::Command;

pub(crate) use plan::PlanArgs;

/// Does what was asked.
pub(crate) fn run(command: &Command, lang: Lang) -> Result<Outcome> {
    match command {
        Command::Score(args) => score::run(args, lang),
        Command::Check(args) => check::run(args, lang),
        Command::Explain(args) => explain::run(args, lang),
        Command::ExplainCode(args) => explain_code::run(args, lang),
        Command::Plan(args) => plan::run(args, lang),
        Command::Form(args) => form::run(args, lang),
        Command::Framework(command) => framework::run(command, lang),
        Command::Overlay(command) => overlay::run(command, lang),
        Command::Review(args) => review::run(args, lang),
        Command::Process(args) => process::run(args, lang),
        Command::Certify(args) => certify::run(args, lang),
        Command::Verify(args) => verify::run(args, lang),
        Command::Quality(args) => quality::run(args, lang),
        Command::Course(args) => course::run(args, lang),
        Command::Cohort(args) => cohort::run(args, lang),
        Command::Schema(args) => schema::run(args, lang),
        Command::Sample(args) => sample::run(args, lang),
    }
}
