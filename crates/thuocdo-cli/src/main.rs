//! The `thuocdo` command.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(thuocdo_cli::run(std::env::args_os()))
}
