//! One check-in: what is asked next, what was answered, and what is written down beside it.
//!
//! Must not know that a terminal, a clock or a database exists.

mod event;
mod moment;
mod note;
mod private;
pub mod response;

pub use event::{Event, EventKind};
pub use moment::{Moment, WeekStart};
pub use note::Note;
pub use private::{Private, Untrusted};
pub use response::{Answer, Response, Responses};
