//! Owns the bar that shows how far a long check has come; on a terminal that can draw it, and only after
//! a moment, so that what is quick shows none.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal::{Mode, Terminal};

/// Entries below which a check is over before a bar could be seen.
const LEAST: u64 = 2_000;

/// The bar.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    /// Makes a bar that is not drawn yet.
    pub(crate) fn new(what: String, terminal: &Terminal) -> Self {
        let target = match terminal.mode() {
            Mode::Screen => ProgressDrawTarget::stderr(),
            Mode::Lines => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(None, target);
        let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} %");
        if let Ok(style) = style {
            let signs = if terminal.unicode() { "█▉ " } else { "#> " };
            bar.set_style(style.progress_chars(signs));
        }
        bar.set_message(what);
        Self(bar)
    }

    /// Shows that so much of all is done.
    pub(crate) fn show(&self, done: u64, all: u64) {
        if all >= LEAST && done.is_multiple_of(64) {
            self.0.set_length(all);
            self.0.set_position(done);
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}
