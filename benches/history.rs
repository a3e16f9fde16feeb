//! Measures start-up and long histories with the real binary, beside a minimal program that opens the
//! same database and reads one row. Figures are compared within one run; nothing fails here.
//!
//! `cargo bench --bench history`, or with `-- --quick` for fewer runs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use checkin::checkin::{Moment, Response, Responses};
use checkin::history::{
    Answered, CheckIn, Content, DefinitionHash, KeptDefinition, RecordId, Store, StoredScore,
};
use checkin::questionnaire::{
    Catalogue, Questionnaire, QuestionnaireId, Source, canonical, definition_hash,
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

    let weekly = built_in("weekly");
    let ten_years = History::fill(&weekly, 520);
    let database = ten_years.folder.path().join("history.db");
    let database = database.to_str().expect("a plain path");
    let least = median(runs, || ten_years.run(&own, &["minimal", database]));
    report("minimal program, 520 check-ins", least, "");
    let status = median(runs, || ten_years.run(binary, &["status"]));
    let ratio = status.as_secs_f64() / least.as_secs_f64();
    report("status, 520 check-ins", status, &format!("{ratio:.2} times minimal (limit 3)"));
    let due = median(runs, || ten_years.run(binary, &["status", "--due"]));
    report("status --due", due, "");
    let trends = median(runs, || ten_years.run(binary, &["trends"]));
    report("trends of 9 scores, 520 check-ins", trends, "");

    #[cfg(feature = "encryption")]
    opening(&ten_years, binary, runs);

    let long = History::fill(&weekly, 10_000);
    let list = median(runs, || long.run(binary, &["history", "list"]));
    let memory = peak_mib(&own, binary, &["history", "list"], long.folder.path());
    let limits = format!("{memory} MiB (limits 150 ms, 60 MiB)");
    report("history list, 10,000 check-ins", list, &limits);

    let forty = forty_items();
    let wide = History::fill(&forty, 520);
    let trends = median(runs, || wide.run(binary, &["trends"]));
    report("trends of 10 scores of 40 items, 520", trends, "(limit 60 ms)");
    let wide = History::fill(&forty, 10_000);
    let trends = median(runs.min(7), || wide.run(binary, &["trends"]));
    report("trends of 10 scores of 40 items, 10,000", trends, "(limit 1000 ms)");
}

/// Reports what opening an encrypted history costs beside the derivation of its key.
#[cfg(feature = "encryption")]
fn opening(history: &History, binary: &Path, runs: usize) {
    let derivation = median(runs, || {
        let mut key = [0; 32];
        pbkdf2::pbkdf2_hmac::<sha2::Sha512>(b"orbit candle meadow", &[7; 16], 256_000, &mut key);
        assert!(key != [0; 32]);
    });
    let list = ["history", "list", "--last", "1"];
    let plain = median(runs, || history.run(binary, &list));
    let passphrase = history.folder.path().join("passphrase");
    std::fs::write(&passphrase, "orbit candle meadow trumpet").expect("the passphrase");
    let passphrase = passphrase.to_str().expect("a plain path");
    history.run(binary, &["protect", "--new-passphrase-file", passphrase]);
    let encrypted = median(runs, || {
        history.run(binary, &[&list[..], &["--passphrase-file", passphrase]].concat());
    });
    history.run(binary, &["unprotect", "--yes", "--passphrase-file", passphrase]);
    report("key derivation alone", derivation, "");
    let more = encrypted.saturating_sub(derivation).saturating_sub(plain);
    report("opening encrypted, beyond that and plain", more, "(limit 30 ms)");
}

fn built_in(id: &str) -> Questionnaire {
    let id = QuestionnaireId::new(id);
    Questionnaire::clone(&Catalogue::new(Vec::new()).load(&id).expect("a built-in questionnaire"))
}

/// A questionnaire of 40 items on five options in 10 scores.
fn forty_items() -> Questionnaire {
    let mut text = String::from(
        "format = 1\nid = \"forty\"\nversion = \"1.0.0\"\ntitle = \"Forty\"\n[[scale]]\nid = \"s\"\n\
         options = [{ value = 0, label = \"A\" }, { value = 1, label = \"B\" }, { value = 2, label = \"C\" }, \
         { value = 3, label = \"D\" }, { value = 4, label = \"E\" }]\n",
    );
    for item in 0..40 {
        let _ = writeln!(text, "[[item]]\nid = \"i{item}\"\ntext = \"Item {item}\"\nscale = \"s\"");
    }
    for score in 0..10 {
        let items: Vec<String> = (0..4).map(|part| format!("\"i{}\"", score * 4 + part)).collect();
        let _ = writeln!(
            text,
            "[[score]]\nid = \"s{score}\"\nitems = [{}]\nmethod = \"mean\"\noutput = [0, 100]\nbetter = \"higher\"",
            items.join(", ")
        );
    }
    let catalogue = Catalogue::new(vec![Source::new("forty.toml", text)]);
    Questionnaire::clone(
        &catalogue.load(&QuestionnaireId::new("forty")).expect("it is well-formed"),
    )
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

/// A folder with a history of weekly check-ins, one a week, the last one lately.
struct History {
    folder: tempfile::TempDir,
}

/// The day of the last check-in, a Friday, and "now" on it.
const LAST: &str = "2026-11-20";
const NOW: &str = "2026-11-20T20:00:00Z";

impl History {
    fn fill(questionnaire: &Questionnaire, weeks: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = KeptDefinition {
            hash: DefinitionHash(definition_hash(questionnaire)),
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            canonical: canonical(questionnaire),
        };
        let last: NaiveDate = LAST.parse().expect("a day");
        let first = last - Days::new(7 * u64::from(weeks - 1));
        let records: Vec<(RecordId, Content)> =
            (0..weeks).map(|week| check_in(questionnaire, &kept.hash, week, first)).collect();
        let store = Store::new(folder.path());
        store.append_all(&records, &[kept]).expect("the history is written");
        Self { folder }
    }

    fn run(&self, program: &Path, arguments: &[&str]) {
        run(program, arguments, self.folder.path());
    }
}

fn check_in(
    questionnaire: &Questionnaire,
    hash: &DefinitionHash,
    week: u32,
    first: NaiveDate,
) -> (RecordId, Content) {
    let date = first + Days::new(u64::from(week) * 7);
    let answer = |place: usize| f64::from((week * 7 + u32::try_from(place).unwrap_or(0) * 13) % 5);
    let responses: Responses = questionnaire
        .items
        .iter()
        .enumerate()
        .map(|(place, item)| (item.id.clone(), Response::number(answer(place))))
        .collect();
    let scores: BTreeMap<_, _> = score(questionnaire, &responses)
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
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            definition: hash.clone(),
            responses,
        },
        imported: None,
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
        .env("CHECKIN_NOW", NOW)
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
    println!("{what:<40} {:>8.2} ms  {remark}", time.as_secs_f64() * 1000.0);
}
