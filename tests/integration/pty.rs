//! A real pseudo-terminal with a screen behind it: what a person at the keyboard does and sees.

use std::io::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use expectrl::Session;
use expectrl::session::OsSession;

use crate::harness::{Harness, NOW};

/// How long a screen may take to show what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// The binary at a terminal.
pub(crate) struct Person {
    session: OsSession,
    screen: vt100::Parser,
    /// All that was ever written to the terminal.
    pub(crate) transcript: Vec<u8>,
}

/// What a terminal is like.
#[derive(Clone)]
pub(crate) struct Setting {
    pub(crate) rows: u16,
    pub(crate) columns: u16,
    pub(crate) now: String,
    pub(crate) environment: Vec<(String, String)>,
}

impl Default for Setting {
    fn default() -> Self {
        Self { rows: 24, columns: 80, now: NOW.into(), environment: Vec::new() }
    }
}

impl Person {
    /// Sits down at a terminal of 80 by 24 and starts the binary.
    pub(crate) fn sits_down(harness: &Harness, arguments: &[&str]) -> Self {
        Self::sits_down_at(harness, arguments, &Setting::default())
    }

    pub(crate) fn sits_down_at(harness: &Harness, arguments: &[&str], setting: &Setting) -> Self {
        // The binary starts once the terminal has its size: a short run would see another one.
        let sized = harness.home().join("terminal-has-its-size");
        let _ = std::fs::remove_file(&sized);
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(format!(
                "until [ -e '{}' ]; do sleep 0.002; done; exec \"$0\" \"$@\"",
                sized.display()
            ))
            .arg(env!("CARGO_BIN_EXE_checkin"))
            .args(arguments)
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("HOME", harness.home())
            .env("CHECKIN_DATA_DIR", harness.data())
            .env("CHECKIN_NOW", &setting.now)
            .env("LANG", "C.UTF-8")
            .env("TERM", "xterm-256color")
            .envs(setting.environment.iter().cloned())
            .current_dir(harness.home());
        let mut session = Session::spawn(command).expect("the shell starts");
        let Setting { rows, columns, .. } = setting;
        let terminal = session.get_process_mut();
        terminal.set_window_size(*columns, *rows).expect("the terminal has a size");
        std::fs::write(&sized, "").expect("a file");
        let rows = (*rows).try_into().expect("rows");
        let columns = (*columns).try_into().expect("columns");
        let screen = vt100::Parser::new(rows, columns, 0);
        Self { session, screen, transcript: Vec::new() }
    }

    /// Gives the terminal another size.
    pub(crate) fn resizes(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.read();
        let terminal = self.session.get_process_mut();
        terminal.set_window_size(columns, rows).expect("the terminal has a size");
        let rows = rows.try_into().expect("rows");
        self.screen.screen_mut().set_size(rows, columns.try_into().expect("columns"));
        self
    }

    /// Presses keys.
    pub(crate) fn presses(&mut self, keys: &str) -> &mut Self {
        self.session.write_all(keys.as_bytes()).expect("keys go in");
        self.session.flush().expect("keys go in");
        self
    }

    /// Waits until the screen shows `text`.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        let found = self.wait(|screen| screen.contains(text));
        assert!(found, "`{text}` did not come; the screen shows:\n{}", self.screen());
        self
    }

    /// Waits until the screen no longer shows `text`.
    #[track_caller]
    pub(crate) fn no_longer_sees(&mut self, text: &str) -> &mut Self {
        let gone = self.wait(|screen| !screen.contains(text));
        assert!(gone, "`{text}` stayed; the screen shows:\n{}", self.screen());
        self
    }

    fn wait(&mut self, shown: impl Fn(&str) -> bool) -> bool {
        let begun = Instant::now();
        loop {
            self.read();
            if shown(&self.screen()) {
                return true;
            }
            if begun.elapsed() > PATIENCE {
                return false;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Returns what the screen shows.
    pub(crate) fn screen(&self) -> String {
        self.screen.screen().contents()
    }

    /// Returns whether the alternate screen is up.
    pub(crate) fn is_on_alternate_screen(&self) -> bool {
        self.screen.screen().alternate_screen()
    }

    /// Returns whether the cursor is hidden.
    pub(crate) fn cursor_is_hidden(&self) -> bool {
        self.screen.screen().hide_cursor()
    }

    /// Pulls the plug: kill -9.
    pub(crate) fn pulls_the_plug(mut self) {
        let process = self.session.get_process_mut();
        process.signal(expectrl::process::unix::Signal::SIGKILL).expect("a running process");
        let _ = process.wait();
    }

    /// Waits for the program's end and returns its exit code (128 + signal where one ended it).
    #[track_caller]
    pub(crate) fn leaves(&mut self) -> i32 {
        use expectrl::process::unix::WaitStatus;
        let begun = Instant::now();
        loop {
            self.read();
            match self.session.get_process().status().expect("a status") {
                WaitStatus::Exited(_, code) => {
                    self.read();
                    return code;
                }
                WaitStatus::Signaled(_, signal, _) => return 128 + signal as i32,
                _ => assert!(begun.elapsed() < PATIENCE, "still running:\n{}", self.screen()),
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn read(&mut self) {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = self.session.try_read(&mut bytes) {
            self.transcript.extend_from_slice(&bytes[..count]);
            self.screen.process(&bytes[..count]);
        }
    }
}
