//! Owns the texts of timers: systemd, launchd, Task Scheduler and cron. Each calls `remind ring`
//! once a day, which speaks only while a check-in is due.

use std::fmt::Write as _;

use chrono::{NaiveTime, Timelike};

use super::place::Places;
use super::plan::{Call, MARK, Part, Place, Plan, Way};

/// The name of the units and of the task.
const NAME: &str = "checkin-reminder";

/// The label of the launchd agent.
const LABEL: &str = "checkin.reminder";

const RING: [&str; 2] = ["remind", "ring"];

/// A user timer and its service: systemd.timer(5), systemd.service(5).
pub(super) fn systemd(at: NaiveTime, places: &Places) -> Plan {
    let folder = places.config.join("systemd/user");
    let mut words: Vec<String> = places.command(&RING).iter().map(|word| unit_word(word)).collect();
    // systemd takes no program whose path has a quotation mark, a backslash or a dollar sign in it.
    if places.program.contains(['\'', '"', '\\', '$']) {
        words.insert(0, "/usr/bin/env".into());
    }
    let service = format!(
        "# {MARK}\n[Unit]\nDescription=Reminder of the weekly check-in\n\n[Service]\nType=oneshot\nExecStart={}\n",
        words.join(" ")
    );
    let timer = format!(
        "# {MARK}\n[Unit]\nDescription=Looks once a day whether the weekly check-in is due\n\n[Timer]\n\
         OnCalendar=*-*-* {}:00\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n",
        at.format("%H:%M")
    );
    let part = |ending: &str, text: String| Part {
        place: Place::File(folder.join(format!("{NAME}.{ending}"))),
        text,
    };
    let unit = format!("{NAME}.timer");
    Plan {
        on_install: vec![
            Call::new("systemctl", &["--user", "daemon-reload"]),
            Call::new("systemctl", &["--user", "enable", "--now", &unit]),
        ],
        on_remove: vec![Call::new("systemctl", &["--user", "disable", "--now", &unit])],
        ..Plan::of_texts(Way::Systemd, vec![part("service", service), part("timer", timer)])
    }
}

/// Quotes a word of `ExecStart`: C escapes in quotation marks, `%` and `$` doubled
/// (systemd.syntax(7), systemd.service(5), "Command lines").
fn unit_word(word: &str) -> String {
    let mut quoted = String::from("\"");
    for c in word.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '%' | '$' => quoted.extend([c, c]),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// An agent of the account: launchd.plist(5).
pub(super) fn launchd(at: NaiveTime, places: &Places) -> Plan {
    let path = places.home.join(format!("Library/LaunchAgents/{LABEL}.plist"));
    let mut words = String::new();
    for word in places.command(&RING) {
        let _ = writeln!(words, "    <string>{}</string>", xml(&word));
    }
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
         \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <!-- {MARK} -->\n<plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>{LABEL}</string>\n  \
         <key>ProgramArguments</key>\n  <array>\n{words}  </array>\n  \
         <key>StartCalendarInterval</key>\n  <dict>\n    <key>Hour</key>\n    \
         <integer>{}</integer>\n    <key>Minute</key>\n    <integer>{}</integer>\n  </dict>\n\
         </dict>\n</plist>\n",
        at.hour(),
        at.minute()
    );
    let domain = format!("gui/{}", user());
    let shown = path.display().to_string();
    Plan {
        on_install: vec![Call::new("launchctl", &["bootstrap", &domain, &shown])],
        on_remove: vec![Call::new("launchctl", &["bootout", &format!("{domain}/{LABEL}")])],
        ..Plan::of_texts(Way::Launchd, vec![Part { place: Place::File(path), text }])
    }
}

/// A task of the account, from its XML: Task Scheduler 1.2 schema.
pub(super) fn task_scheduler(at: NaiveTime, places: &Places) -> Plan {
    let path = places.data.join(format!("{NAME}.xml"));
    let words: Vec<String> = places.options.iter().map(|word| format!("\"{word}\"")).collect();
    let arguments = words.into_iter().chain(RING.map(str::to_owned)).collect::<Vec<_>>().join(" ");
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!-- {MARK} -->\n<Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">\n  \
         <Triggers>\n    <CalendarTrigger>\n      \
         <StartBoundary>2026-01-01T{}:00</StartBoundary>\n      \
         <ScheduleByDay>\n        <DaysInterval>1</DaysInterval>\n      </ScheduleByDay>\n    \
         </CalendarTrigger>\n  </Triggers>\n  <Settings>\n    \
         <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>\n    \
         <StartWhenAvailable>true</StartWhenAvailable>\n  </Settings>\n  <Actions>\n    <Exec>\n      \
         <Command>{}</Command>\n      <Arguments>{}</Arguments>\n    </Exec>\n  </Actions>\n\
         </Task>\n",
        at.format("%H:%M"),
        xml(&places.program),
        xml(&arguments)
    );
    let shown = path.display().to_string();
    Plan {
        on_install: vec![Call::new("schtasks", &["/Create", "/TN", NAME, "/XML", &shown, "/F"])],
        on_remove: vec![Call::new("schtasks", &["/Delete", "/TN", NAME, "/F"])],
        ..Plan::of_texts(Way::TaskScheduler, vec![Part { place: Place::File(path), text }])
    }
}

/// A line of the account's crontab: crontab(5), where `%` stands for the end of the line.
pub(super) fn cron(at: NaiveTime, places: &Places) -> Plan {
    let words: Vec<String> =
        places.command(&RING).iter().map(|word| super::shells::posix(word)).collect();
    let command = words.join(" ").replace('%', "\\%");
    let text = format!("{} {} * * * {command}\n", at.minute(), at.hour());
    Plan::of_texts(Way::Cron, vec![Part { place: Place::Crontab, text }])
}

fn xml(text: &str) -> String {
    let mut escaped = String::new();
    // Writing into memory cannot fail.
    let _ = maud::Escaper::new(&mut escaped).write_str(text);
    escaped
}

#[cfg(unix)]
fn user() -> String {
    rustix::process::getuid().as_raw().to_string()
}

#[cfg(not(unix))]
fn user() -> String {
    "501".into()
}
