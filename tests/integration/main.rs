//! All integration tests in one binary, so that they link once.

mod architecture;
mod content;
mod definitions;
mod export;
mod fhir_export;
mod harness;
mod history;
mod oracle;
mod pictures;
mod pty;
mod questionnaires;
mod readme;
mod score;
mod screen;
mod start;
mod status;
mod steps;
mod support;
mod trends;
