//! The `checkin` program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    checkin::cli::run()
}
