//! Owns the table of what is interrupted: each entry one command on one prepared folder.

use std::path::Path;

use serde_json::{Value, json};

use crate::control::{TRANSACTIONS, Weakness};
use crate::leak::{CANARIES, DELETED};
use crate::prepare::{self, support};
use crate::program::{Call, Key, Program};
use crate::state::{Keys, PAGE, draft_of};

/// A command, the folder it runs on, and what it may leave behind when it is cut short.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario {
    /// What it is called in the table.
    pub(crate) name: &'static str,
    /// What is run.
    pub(crate) program: Program,
    /// Puts together the folder it runs on.
    pub(crate) prepare: fn(&Path, Key),
    /// The key of the history that it begins with.
    pub(crate) key: Key,
    /// The command.
    pub(crate) call: fn() -> Call,
    /// The states between before and after.
    pub(crate) between: Between,
    /// What is said once a state is reached, followed by the state's number, where that is more than 1;
    /// and the number that is said before the first.
    pub(crate) said: (&'static str, usize),
    /// The keys of which one must open the history.
    pub(crate) keys: Keys,
    /// What no file of the data folder may hold.
    pub(crate) hidden: Hidden,
}

/// Words that the files of the data folder must not hold in the clear.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Hidden {
    /// Any word may be there.
    Nothing,
    /// At no moment.
    Always(&'static [&'static str]),
    /// Not once the last state is in force and one more write was done.
    Afterwards(&'static [&'static str]),
}

/// The states that may be found between before and after.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Between {
    /// None: all or nothing.
    Nothing,
    /// The named parts change one after the other.
    Parts(&'static [&'static str]),
    /// One part counts up, so often.
    Count(&'static str, usize, fn(usize) -> Value),
}

/// The key of a plain history.
const PLAIN: Keys = &[None];

/// Answers to the four questions of `support`, line by line.
pub(crate) const LINES: [&str; 4] = ["4", "2", "s", "5"];

const BASE: Scenario = Scenario {
    name: "",
    program: Program::Product,
    prepare: prepare::three_check_ins,
    key: None,
    call: || Call::new("status"),
    between: Between::Nothing,
    said: ("", 0),
    keys: PLAIN,
    hidden: Hidden::Nothing,
};

const ENCRYPTED: Scenario =
    Scenario { key: Some("old"), keys: &[Some("old")], hidden: Hidden::Always(&CANARIES), ..BASE };

/// Everything that is interrupted.
pub(crate) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "first check-in",
        prepare: prepare::nothing,
        call: finish,
        said: ("Kept: ", 0),
        ..BASE
    },
    Scenario { name: "finish", call: finish, said: ("Kept: ", 0), ..BASE },
    Scenario {
        name: "first answers",
        prepare: prepare::nothing,
        call: || Call::new("start support").input(&lines(&LINES)),
        between: Between::Count("drafts", LINES.len(), draft),
        said: ("\nQuestion ", 1),
        ..BASE
    },
    Scenario {
        name: "answer",
        call: || Call::new("start support").input(&lines(&LINES)),
        between: Between::Count("drafts", LINES.len(), draft),
        said: ("\nQuestion ", 1),
        ..BASE
    },
    Scenario { name: "edit", call: edit, said: ("Corrected", 0), ..BASE },
    Scenario {
        name: "delete",
        prepare: prepare::backed_up,
        call: delete,
        said: ("Deleted", 0),
        hidden: Hidden::Afterwards(&[DELETED]),
        ..BASE
    },
    Scenario {
        name: "export",
        call: export,
        between: Between::Parts(&["page", "exports"]),
        ..BASE
    },
    Scenario {
        name: "protect",
        prepare: prepare::to_be_protected,
        call: || Call::new("protect --new-passphrase-file old"),
        said: ("Protected", 0),
        keys: &[None, Some("old")],
        hidden: Hidden::Afterwards(&CANARIES),
        ..BASE
    },
    Scenario { name: "backup", call: || Call::new("backup"), ..BASE },
    Scenario {
        name: "restore",
        prepare: prepare::backed_up,
        call: restore,
        said: ("Restored", 0),
        ..BASE
    },
    Scenario {
        name: "merge",
        prepare: prepare::two_machines,
        call: || Call::new("merge other"),
        said: ("New: ", 0),
        ..BASE
    },
    Scenario {
        name: "roll back after a crash",
        prepare: prepare::crashed,
        call: || Call::new("history list --json"),
        ..BASE
    },
    Scenario {
        name: "upgrade",
        prepare: prepare::older_version,
        call: || Call::new("history list --json"),
        ..BASE
    },
    Scenario {
        name: "upgrade from the version before",
        prepare: prepare::version_before,
        call: || Call::new("history list --json"),
        ..BASE
    },
    Scenario {
        name: "change passphrase",
        call: || Call::new("protect --new-passphrase-file new"),
        said: ("Changed", 0),
        keys: &[Some("old"), Some("new")],
        ..ENCRYPTED
    },
    Scenario {
        name: "unprotect",
        call: || Call::new("unprotect --yes"),
        said: ("in the clear now", 0),
        keys: &[Some("old"), None],
        hidden: Hidden::Nothing,
        ..ENCRYPTED
    },
    Scenario { name: "finish, encrypted", call: finish, said: ("Kept: ", 0), ..ENCRYPTED },
    Scenario {
        name: "answer, encrypted",
        call: || Call::new("start support").input(&lines(&LINES)),
        between: Between::Count("drafts", LINES.len(), draft),
        said: ("\nQuestion ", 1),
        ..ENCRYPTED
    },
    Scenario { name: "edit, encrypted", call: edit, said: ("Corrected", 0), ..ENCRYPTED },
    Scenario { name: "delete, encrypted", call: delete, said: ("Deleted", 0), ..ENCRYPTED },
    Scenario {
        name: "export, encrypted",
        call: export,
        between: Between::Parts(&["page", "exports"]),
        ..ENCRYPTED
    },
    Scenario { name: "backup, encrypted", call: || Call::new("backup"), ..ENCRYPTED },
    Scenario {
        name: "restore, encrypted",
        prepare: prepare::backed_up,
        call: restore,
        said: ("Restored", 0),
        ..ENCRYPTED
    },
    Scenario {
        name: "merge, encrypted",
        prepare: prepare::two_machines,
        call: || Call::new("merge other"),
        said: ("New: ", 0),
        ..ENCRYPTED
    },
    Scenario {
        name: "roll back after a crash, encrypted",
        prepare: prepare::crashed,
        call: || Call::new("history list --json"),
        ..ENCRYPTED
    },
];

/// The control: with no weakness it must pass, with each of the others fail.
pub(crate) fn control(weakness: Weakness) -> Scenario {
    Scenario {
        name: weakness.name(),
        program: Program::Control(weakness),
        prepare: prepare::control,
        call: || Call::new("write"),
        between: Between::Count("kept", usize_of(TRANSACTIONS), |count| json!(count)),
        said: ("kept ", 0),
        ..BASE
    }
}

const fn usize_of(number: u32) -> usize {
    number as usize
}

fn finish() -> Call {
    Call::new("start support --answers -").input(&support([3, 4, 1, 0], "late shift"))
}

fn edit() -> Call {
    Call::new("history edit last --set support.heard=0 --note").with("misread")
}

fn delete() -> Call {
    Call::new("history delete last --yes")
}

fn export() -> Call {
    Call::new("export --yes --include notes,answers -o").with(PAGE)
}

fn restore() -> Call {
    Call::new("restore --yes")
}

/// Returns answers as they are typed.
pub(crate) fn lines(answers: &[&str]) -> String {
    answers.join("\n") + "\n"
}

fn draft(answered: usize) -> Value {
    if answered == 0 { json!([]) } else { json!([draft_of(&json!("support"), &json!(answered))]) }
}
