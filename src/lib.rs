//! A private weekly check-in for people who provide mental health care.
//!
//! Data moves one way, each stage a module and a plain value:
//!
//! ```text
//! questionnaire -> checkin -> scoring -> history -> trend -> report -> render
//!  (definition)   (responses)  (scores)  (records)
//! ```

pub mod checkin;
pub mod cli;
pub mod files;
pub mod guidance;
pub mod history;
pub mod interop;
pub mod language;
pub mod questionnaire;
pub mod render;
pub mod report;
pub mod scoring;
pub mod trend;
