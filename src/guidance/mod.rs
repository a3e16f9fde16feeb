//! Guidance by rule: small next steps, questions for supervision, support resources.
//!
//! Never advice on diagnosis, medication or fitness to practise.

mod prompts;
mod resources;

pub use prompts::{Chosen, Level, Moved, Prompt, PromptKind, Prompts, Side};
pub use resources::{Region, Resource, ResourceWords, Resources};
