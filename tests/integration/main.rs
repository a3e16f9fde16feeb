//! All integration tests in one binary, so that they link once.

mod architecture;
mod content;
mod definitions;
mod export;
mod fhir_export;
mod guide;
mod harness;
mod history;
mod import;
mod keys;
mod oracle;
mod pictures;
mod pty;
mod questionnaires;
mod readme;
mod remind;
mod safety;
mod score;
mod screen;
mod shell;
mod start;
mod status;
mod steps;
mod support;
mod trends;
mod widths;
