//! Owns what is suggested for a mistyped command: the nearest one alone, an alias as well as a command.

use clap::error::{ContextKind, ContextValue};

use crate::questionnaire::nearest;

/// Puts the nearest name into an error about a command there is not. Where none is near, what clap
/// found similar stays.
///
/// `aliases` are those that could stand in the command's place.
pub(crate) fn suggest(mut error: clap::Error, aliases: &[String]) -> clap::Error {
    let Some(ContextValue::String(typed)) = error.get(ContextKind::InvalidSubcommand) else {
        return error;
    };
    let similar = match error.get(ContextKind::SuggestedSubcommand) {
        Some(ContextValue::Strings(similar)) => similar.clone(),
        Some(ContextValue::String(similar)) => vec![similar.clone()],
        _ => Vec::new(),
    };
    let known = similar.iter().chain(aliases).map(String::as_str);
    if let Some(near) = nearest(typed, known).map(str::to_owned) {
        error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(vec![near]));
    }
    error
}
