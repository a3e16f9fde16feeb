//! Owns the control: a program that keeps rows as checkin keeps answers, but with settings that are too
//! weak. The same tests that checkin must pass have to fail on it; where they do not, they are blind.

use std::io::Write as _;
use std::process::ExitCode;

use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};

/// Transactions of one run.
pub(crate) const TRANSACTIONS: u32 = 3;

/// Rows of one transaction: enough to fill several pages.
const ROWS: u32 = 40;

const FILE: &str = "data/control.db";

/// What is weaker than in checkin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weakness {
    /// Nothing: the settings are those of checkin, and the tests must pass.
    None,
    /// `synchronous=FULL`: the removal of the journal is not waited for.
    Full,
    /// `synchronous=OFF`: nothing is waited for.
    Unsynced,
    /// `journal_mode=OFF`: nothing can be taken back.
    NoJournal,
}

impl Weakness {
    const ALL: [Weakness; 4] = [Self::None, Self::Full, Self::Unsynced, Self::NoJournal];

    /// Returns its name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Weakness::None => "none",
            Weakness::Full => "full",
            Weakness::Unsynced => "unsynced",
            Weakness::NoJournal => "no-journal",
        }
    }

    fn settings(self) -> (&'static str, &'static str) {
        match self {
            Weakness::None => ("EXTRA", "DELETE"),
            Weakness::Full => ("FULL", "DELETE"),
            Weakness::Unsynced => ("OFF", "DELETE"),
            Weakness::NoJournal => ("EXTRA", "OFF"),
        }
    }
}

/// Runs the control with the arguments that follow the word `control`.
pub(crate) fn main(arguments: &[String]) -> ExitCode {
    let weakness = Weakness::ALL.into_iter().find(|known| Some(known.name()) == first(arguments));
    let weakness = weakness.expect("the harness names a weakness");
    let done = match arguments.get(1).map(String::as_str) {
        Some("make") => make(weakness),
        Some("write") => write(weakness),
        Some("read") => read(),
        Some("show") => show(),
        Some("count") => count(),
        Some("counted") => counted(),
        _ => panic!("the harness names a deed"),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn first(arguments: &[String]) -> Option<&str> {
    arguments.first().map(String::as_str)
}

fn open(weakness: Weakness, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(FILE, flags)?;
    let (synchronous, journal) = weakness.settings();
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.pragma_update_and_check(None, "journal_mode", journal, |_| Ok(()))?;
    Ok(connection)
}

fn make(weakness: Weakness) -> rusqlite::Result<()> {
    let connection =
        open(weakness, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.execute_batch(
        "CREATE TABLE kept (number INTEGER PRIMARY KEY, number_of INTEGER, words TEXT);
         CREATE TABLE progress (one INTEGER PRIMARY KEY, kept INTEGER);
         INSERT INTO progress VALUES (1, 0);",
    )
}

fn write(weakness: Weakness) -> rusqlite::Result<()> {
    for number in 1..=TRANSACTIONS {
        let mut connection = open(weakness, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for row in 0..ROWS {
            transaction.execute(
                "INSERT INTO kept (number_of, words) VALUES (?1, ?2)",
                params![number, words(number, row)],
            )?;
        }
        transaction.execute("UPDATE progress SET kept = ?1", [number])?;
        transaction.commit()?;
        connection.close().map_err(|(_, error)| error)?;
        say(&format!("kept {number}"));
    }
    Ok(())
}

/// Prints how many transactions are there, if each is whole.
fn read() -> rusqlite::Result<()> {
    let connection = open(Weakness::None, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let found: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(rusqlite::Error::InvalidQuery);
    }
    let kept: u32 = connection.query_row("SELECT kept FROM progress", [], |row| row.get(0))?;
    let mut statement = connection.prepare("SELECT number_of, words FROM kept ORDER BY number")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: Vec<(u32, String)> = rows.collect::<Result<_, _>>()?;
    let whole: Vec<(u32, String)> = (1..=kept)
        .flat_map(|number| (0..ROWS).map(move |row| (number, words(number, row))))
        .collect();
    if rows != whole {
        return Err(rusqlite::Error::InvalidQuery);
    }
    writeln!(std::io::stdout(), "{kept}").expect("an open standard output");
    Ok(())
}

/// Prints all words without a check of its own, where the engine finds nothing wrong.
fn show() -> rusqlite::Result<()> {
    let connection = open(Weakness::None, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let found: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(rusqlite::Error::InvalidQuery);
    }
    let mut statement = connection.prepare("SELECT words FROM kept ORDER BY number")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    let rows: Vec<String> = rows.collect::<Result<_, _>>()?;
    writeln!(std::io::stdout(), "{}", rows.join("\n")).expect("an open standard output");
    Ok(())
}

/// Counts one up, with nothing that keeps others from doing so between its reading and its writing.
fn count() -> rusqlite::Result<()> {
    let connection = open(Weakness::None, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    let kept: u32 = connection.query_row("SELECT kept FROM progress", [], |row| row.get(0))?;
    std::thread::sleep(std::time::Duration::from_millis(100));
    connection.execute("UPDATE progress SET kept = ?1", [kept + 1])?;
    Ok(())
}

fn counted() -> rusqlite::Result<()> {
    let connection = open(Weakness::None, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let kept: u32 = connection.query_row("SELECT kept FROM progress", [], |row| row.get(0))?;
    writeln!(std::io::stdout(), "{kept}").expect("an open standard output");
    Ok(())
}

fn words(number: u32, row: u32) -> String {
    format!("{number} and {row}, ").repeat(40)
}

fn say(text: &str) {
    writeln!(std::io::stderr(), "{text}").ok();
}
