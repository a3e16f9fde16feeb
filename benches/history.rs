//! Measures start-up and long histories with the real binary, beside a minimal program that opens the
//! same database and reads one row. Figures are compared within one run; nothing fails here.
//!
//! `cargo bench --bench history`, or with `-- --quick` for fewer runs.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use checkin::checkin::{Moment, Response, Responses};
use checkin::history::{
    Answered, CheckIn, Content, DefinitionHash, KeptDefinition, RecordId, Store, StoredScore,
};
use checkin::questionnaire::{
    Catalogue, Questionnaire, QuestionnaireId, canonical, definition_hash,
};
use checkin::scoring::score;
use chrono::{DateTime, Days, NaiveDate};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [_, "minimal", path] => return minimal(Path::new(path)),
        [_, "peak", program, rest @ ..] => return peak(Path::new(program), rest),
        _ => {}
    }
    let runs = if arguments.iter().any(|argument| argument == "--quick") { 7 } else { 41 };
    let own = std::env::current_exe().expect("the benchmark knows its own path");
    let binary = Path::new(env!("CARGO_BIN_EXE_checkin"));

    let year_by_year = tempfile::tempdir().expect("a folder");
    fill(year_by_year.path(), 520);
    let database = year_by_year.path().join("history.db");
    let database = database.to_str().expect("a plain path");
    let least = median(runs, || run(&own, &["minimal", database], year_by_year.path()));
    let status = median(runs, || run(binary, &["status"], year_by_year.path()));
    let due = median(runs, || run(binary, &["status", "--due"], year_by_year.path()));
    let trends = median(runs, || run(binary, &["trends"], year_by_year.path()));

    let long = tempfile::tempdir().expect("a folder");
    fill(long.path(), 10_000);
    let list = median(runs, || run(binary, &["history", "list"], long.path()));
    let memory = peak_mib(&own, binary, &["history", "list"], long.path());

    report("minimal program, 520 check-ins", least, "");
    let ratio = status.as_secs_f64() / least.as_secs_f64();
    report("checkin status, 520 check-ins", status, &format!("{ratio:.2} times minimal (limit 3)"));
    report("checkin status --due", due, "");
    report("checkin trends, 520 check-ins", trends, "");
    report(
        "checkin history list, 10,000 check-ins",
        list,
        &format!("{memory} MiB (limits 150 ms, 60 MiB)"),
    );
}

/// The least that a program does to read one row of a history.
fn minimal(path: &Path) {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = rusqlite::Connection::open_with_flags(path, flags).expect("the history opens");
    let count: i64 = connection
        .query_row("SELECT sequence FROM entry ORDER BY sequence DESC LIMIT 1", [], |row| {
            row.get(0)
        })
        .expect("a row");
    assert!(count > 0, "the history has entries");
}

/// Fills a folder with a history of weekly check-ins, one a week.
fn fill(folder: &Path, weeks: u32) {
    let weekly = Catalogue::new(Vec::new())
        .load(&QuestionnaireId::new("weekly"))
        .expect("a built-in questionnaire");
    let kept = KeptDefinition {
        hash: DefinitionHash(definition_hash(&weekly)),
        questionnaire: weekly.id.clone(),
        version: weekly.version.clone(),
        canonical: canonical(&weekly),
    };
    let first = NaiveDate::from_ymd_opt(1835, 1, 2).expect("a Friday");
    let records: Vec<(RecordId, Content)> =
        (0..weeks).map(|week| check_in(&weekly, &kept.hash, week, first)).collect();
    Store::new(folder).append_all(&records, &[kept]).expect("the history is written");
}

fn check_in(
    weekly: &Questionnaire,
    hash: &DefinitionHash,
    week: u32,
    first: NaiveDate,
) -> (RecordId, Content) {
    let date = first + Days::new(u64::from(week) * 7);
    let answer = |place: usize| f64::from((week * 7 + u32::try_from(place).unwrap_or(0) * 13) % 5);
    let responses: Responses = weekly
        .items
        .iter()
        .enumerate()
        .map(|(place, item)| (item.id.clone(), Response::number(answer(place))))
        .collect();
    let scores: BTreeMap<_, _> = score(weekly, &responses)
        .into_iter()
        .map(|result| {
            let stored = StoredScore {
                value: result.outcome.ok().map(|value| value.value),
                reason: None,
                answered: result.tally.answered,
                of: result.tally.of,
            };
            (result.id, stored)
        })
        .collect();
    let millis = 1_700_000_000_000 + i64::from(week);
    let instant = DateTime::from_timestamp_millis(millis).expect("an instant");
    let bytes = week.to_be_bytes();
    let random = [0, 1, 2, 3, 4, 5, bytes[0], bytes[1], bytes[2], bytes[3]];
    let content = CheckIn {
        moment: Moment::new(instant.fixed_offset(), "UTC"),
        date,
        week: date,
        late: false,
        answered: Answered {
            questionnaire: weekly.id.clone(),
            version: weekly.version.clone(),
            definition: hash.clone(),
            responses,
        },
        seed: None,
        item_notes: BTreeMap::new(),
        note: None,
        context: None,
        scores,
    };
    (RecordId::new(instant, &random), Content::CheckIn(content))
}

fn run(program: &Path, arguments: &[&str], folder: &Path) {
    let status = Command::new(program)
        .args(arguments)
        .env_clear()
        .env("HOME", folder)
        .env("LANG", "C.UTF-8")
        .env("CHECKIN_DATA_DIR", folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program runs");
    let expected = status.success() || (arguments.contains(&"--due") && status.code() == Some(3));
    assert!(expected, "{arguments:?} failed");
}

fn median(runs: usize, work: impl Fn()) -> Duration {
    work();
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[runs / 2]
}

/// Returns the peak memory of a run, measured by a small process of its own: a child's count begins
/// with what its parent held.
fn peak_mib(own: &Path, program: &Path, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(own)
        .arg("peak")
        .arg(program)
        .args(arguments)
        .env("CHECKIN_DATA_DIR", folder)
        .output()
        .expect("the measuring process runs");
    String::from_utf8(output.stdout).expect("a figure").trim().to_owned()
}

/// Runs a program and prints its peak memory in MiB.
#[expect(clippy::print_stdout, clippy::cast_precision_loss, reason = "a figure for people")]
fn peak(program: &Path, arguments: &[&str]) {
    use nix::sys::resource::{UsageWho, getrusage};
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()), "the measured run succeeds");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts");
    println!("{:.1}", usage.max_rss() as f64 / 1024.0);
}

#[expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
fn report(what: &str, time: Duration, remark: &str) {
    println!("{what:<42} {:>8.2} ms  {remark}", time.as_secs_f64() * 1000.0);
}
