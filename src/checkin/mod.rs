//! One check-in: what is asked next, what was answered, and what is written down beside it.
//!
//! Must not know that a terminal, a clock or a database exists.

mod asked;
mod check;
mod event;
mod moment;
mod note;
mod private;
pub mod response;
mod session;
mod step;
#[cfg(test)]
mod tests;

pub use asked::is_asked;
pub(crate) use asked::passes;
pub use check::{Allowed, ResponseProblem, check_response, check_responses};
pub use event::{Event, EventKind};
pub use moment::{Moment, WeekStart};
pub use note::Note;
pub use private::{Private, Untrusted};
pub use response::{Answer, Response, Responses};
pub use session::{Progress, Session};
pub use step::{Course, Happened, Step};
