//! The commands, one file each; they fetch, call the pure stages, and print.

pub(crate) mod backup;
pub(crate) mod bare;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod doctor;
pub(crate) mod event;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod history;
pub(crate) mod man;
pub(crate) mod merge;
pub(crate) mod note;
pub(crate) mod protect;
pub(crate) mod questionnaires;
pub(crate) mod remind;
pub(crate) mod report;
pub(crate) mod resources;
pub(crate) mod restore;
pub(crate) mod score;
pub(crate) mod start;
pub(crate) mod status;
pub(crate) mod step;
pub(crate) mod trends;
pub(crate) mod verify;
