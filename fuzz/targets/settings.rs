//! The settings, and the file that tells when a check-in is due.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("settings.toml"), text).expect("the settings");
    checkin::cli::fuzzing::read_settings(folder.path());
    std::fs::write(folder.path().join("due"), text).expect("the file");
    checkin::cli::fuzzing::read_due(folder.path());
});
