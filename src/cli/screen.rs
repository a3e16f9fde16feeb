//! Owns the terminal's state while a screen of ours is up or something is asked, and gives it back however the
//! program ends.

use std::cell::Cell;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once};
use std::thread::sleep;
use std::time::Duration;

use console::{Key, Term};

use crate::language::message;

/// What Ctrl-C, a hang-up or a termination says, once the terminal has been given back.
static FAREWELL: Mutex<Option<String>> = Mutex::new(None);

/// How long a signal waits for whoever reads from the terminal to let go of it.
const SETTLE: Duration = Duration::from_millis(50);

/// How often the size of the terminal is looked at while a key is waited for.
#[cfg(unix)]
const LOOK: rustix::event::Timespec = rustix::event::Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// Whether something has been drawn that hides the cursor, or has the terminal mark what is pasted.
static IS_DRAWN_ON: AtomicBool = AtomicBool::new(false);

/// Whether the alternate screen is up.
static SCREEN_IS_UP: AtomicBool = AtomicBool::new(false);

#[cfg(unix)]
static SAVED_MODES: Mutex<Option<rustix::termios::Termios>> = Mutex::new(None);

/// The alternate screen; dropping it gives the terminal back.
///
/// It is used so that no answer stays behind in the scroll-back of the terminal.
#[derive(Debug)]
pub(crate) struct Screen {
    term: Term,
    /// Rows and columns as they were when it was drawn last.
    drawn_at: Cell<(usize, usize)>,
}

/// What a person does at the screen.
#[derive(Debug)]
pub(crate) enum Input {
    Key(Key),
    /// The terminal has another size: what is shown must be drawn again.
    Resized,
}

impl Screen {
    /// Switches to the alternate screen, hides the cursor and takes every key as it comes, without an echo.
    pub(crate) fn enter() -> io::Result<Self> {
        let term = Term::stderr();
        guard_drawing();
        quieten();
        forget_keys();
        SCREEN_IS_UP.store(true, Ordering::SeqCst);
        term.write_str("\x1b[?1049h\x1b[?25l\x1b[2J")?;
        Ok(Self { term, drawn_at: Cell::new((0, 0)) })
    }

    /// Shows these lines from the top; each is already cut to the width.
    pub(crate) fn show(&self, lines: &[String]) -> io::Result<()> {
        let mut frame = String::from("\x1b[H");
        let (height, width) = self.size();
        self.drawn_at.set((height, width));
        for (place, line) in lines.iter().take(height.max(1)).enumerate() {
            if place > 0 {
                frame.push_str("\r\n");
            }
            frame.push_str(line);
            frame.push_str("\x1b[K");
        }
        frame.push_str("\x1b[J");
        self.term.write_str(&frame)
    }

    /// Waits for a key, or, on Unix, for another size of the terminal. Ctrl-C comes as a key of its own; an ended
    /// terminal is an error.
    pub(crate) fn read(&self) -> io::Result<Input> {
        loop {
            let read = self.wait_for_key().and_then(|comes| {
                if comes { self.term.read_key_raw().map(Input::Key) } else { Ok(Input::Resized) }
            });
            match read {
                // A signal: the thread that handles it gives the terminal back and ends the program.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => sleep(4 * SETTLE),
                other => return other,
            }
        }
    }

    /// Waits until a key can be read; `false` as soon as the terminal has another size than what is shown.
    #[cfg(unix)]
    fn wait_for_key(&self) -> io::Result<bool> {
        use rustix::event::{PollFd, PollFlags, poll};
        let stdin = rustix::stdio::stdin();
        while poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&LOOK))? == 0 {
            if self.size() != self.drawn_at.get() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as on Unix")]
    fn wait_for_key(&self) -> io::Result<bool> {
        Ok(true)
    }

    /// Returns rows and columns.
    pub(crate) fn size(&self) -> (usize, usize) {
        let (rows, columns) = self.term.size();
        (usize::from(rows), usize::from(columns))
    }

    /// Shows the cursor below the drawn lines while `ask` runs, then hides it again.
    pub(crate) fn with_cursor<T>(&self, ask: impl FnOnce() -> T) -> io::Result<T> {
        self.term.write_str("\r\n\x1b[?25h")?;
        let answer = ask();
        self.term.write_str("\x1b[?25l\x1b[2J")?;
        Ok(answer)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// While it is held, neither Ctrl-Z stops the program nor Ctrl-\ ends it: both would leave the terminal as it is.
pub(crate) struct Unstopped {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

impl Unstopped {
    /// Takes the keys their meaning.
    #[cfg(unix)]
    pub(crate) fn new() -> Self {
        use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
        let before = tcgetattr(rustix::stdio::stdin()).ok();
        if let Some(mut modes) = before.clone() {
            // What stands for no key at all (_POSIX_VDISABLE).
            let none = if cfg!(target_os = "linux") { 0 } else { 0xff };
            modes.special_codes[SpecialCodeIndex::VSUSP] = none;
            modes.special_codes[SpecialCodeIndex::VQUIT] = none;
            let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &modes);
        }
        Self { before }
    }

    #[cfg(not(unix))]
    pub(crate) fn new() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for Unstopped {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(modes) = &self.before {
            let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, modes);
        }
    }
}

/// Makes Ctrl-C, hang-up, termination and panics give the terminal back first. Whatever asks a person calls it
/// before; a command that asks nothing leaves signals to the system, and starts no thread for them.
pub(crate) fn guard() {
    static ONCE: Once = Once::new();
    ONCE.call_once(set_guard);
}

/// Does so for what draws on the terminal: the cursor is shown again, and marks of what is pasted are put off.
pub(crate) fn guard_drawing() {
    guard();
    IS_DRAWN_ON.store(true, Ordering::SeqCst);
}

fn set_guard() {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        restore();
        previous(info);
    }));
    save_modes();
    let _ = ctrlc::set_handler(|| {
        // Whoever reads from the terminal meets the signal too, and sets its own modes back first.
        sleep(SETTLE);
        restore();
        let _ = writeln!(io::stderr(), "{}", farewell());
        #[expect(clippy::disallowed_methods, reason = "the main thread waits for a key")]
        signal_hook::low_level::exit(130);
    });
}

/// Returns what an interruption says.
pub(crate) fn farewell() -> String {
    let farewell = FAREWELL.lock().ok().and_then(|text| text.clone());
    farewell.unwrap_or_else(|| message!("interrupted"))
}

/// Sets what an interruption says from now on.
pub(crate) fn set_farewell(text: Option<String>) {
    if let Ok(mut farewell) = FAREWELL.lock() {
        *farewell = text;
    }
}

/// Gives the terminal back as it was.
pub(crate) fn restore() {
    let mut err = io::stderr();
    if IS_DRAWN_ON.swap(false, Ordering::SeqCst) {
        let _ = err.write_all(b"\x1b[?25h\x1b[?2004l");
    }
    if SCREEN_IS_UP.swap(false, Ordering::SeqCst) {
        let _ = err.write_all(b"\x1b[?1049l");
    }
    let _ = err.flush();
    restore_modes();
}

/// Keeps the modes that the terminal has before anything changes them.
#[cfg(unix)]
fn save_modes() {
    if let (Ok(modes), Ok(mut saved)) =
        (rustix::termios::tcgetattr(rustix::stdio::stdin()), SAVED_MODES.lock())
    {
        saved.get_or_insert(modes);
    }
}

#[cfg(unix)]
fn quieten() {
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    let Ok(mut quiet) = tcgetattr(rustix::stdio::stdin()) else { return };
    let output = quiet.output_modes;
    quiet.make_raw();
    quiet.output_modes = output;
    let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &quiet);
}

/// Drops keys that were pressed before what is shown now could be seen.
#[cfg(unix)]
pub(crate) fn forget_keys() {
    let _ =
        rustix::termios::tcflush(rustix::stdio::stdin(), rustix::termios::QueueSelector::IFlush);
}

#[cfg(unix)]
fn restore_modes() {
    use rustix::termios::{OptionalActions, tcsetattr};
    if let Some(modes) = SAVED_MODES.lock().ok().and_then(|saved| saved.clone()) {
        let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &modes);
    }
}

#[cfg(not(unix))]
fn save_modes() {}

#[cfg(not(unix))]
fn quieten() {}

#[cfg(not(unix))]
pub(crate) fn forget_keys() {}

#[cfg(not(unix))]
fn restore_modes() {}
