//! The `thuocdo` command.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(unix)]
    thuocdo_cli::survive_full_files();
    ExitCode::from(thuocdo_cli::run(std::env::args_os()))
}
