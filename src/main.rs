//! The `checkin` program: arguments in, exit code out.

fn main() -> ! {
    let code = checkin::cli::run();
    checkin::cli::leave(code)
}
