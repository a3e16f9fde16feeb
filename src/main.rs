//! The `checkin` program: arguments in, exit code out.

fn main() {}
