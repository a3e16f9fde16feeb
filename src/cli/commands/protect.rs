//! `checkin protect` and `checkin unprotect`: a passphrase for the history, another one, or none.

use std::fmt::Write as _;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::Args;
use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

use crate::cli::error::CommandError;
use crate::cli::input::read_text;
use crate::cli::passphrase::{PassphraseError, PassphraseSource, prompt};
use crate::cli::screen;
use crate::cli::workspace::Workspace;
use crate::history::{HistoryError, Passphrase, Protected, Protection, RecoveryKey};
use crate::language::{Language, message, spoken};
use crate::render::text::{capitalised, sentence};

/// Encrypt the history with a passphrase, or change the passphrase
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin protect                       set a passphrase, or change it\n  checkin protect --recover             the passphrase is lost: open with the recovery key\n  checkin protect --new-recovery-key    the recovery key was seen by others\n\nThe passphrase and the recovery key are the only ways in. Losing both loses the history."
)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(crate) struct ProtectArgs {
    /// Open the history with the recovery key instead of the present passphrase
    #[arg(long)]
    recover: bool,

    /// Read the recovery key from a file instead of asking for it
    #[arg(long, value_name = "FILE", requires = "recover")]
    recovery_key_file: Option<PathBuf>,

    /// Make a new recovery key; the old one no longer opens the history
    #[arg(long)]
    new_recovery_key: bool,

    /// Read the new passphrase from the first line of a file
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,

    /// Read the new passphrase from an open file descriptor
    #[arg(long, value_name = "N", value_parser = crate::cli::argument::whole::<u32>, conflicts_with = "new_passphrase_file")]
    new_passphrase_fd: Option<u32>,

    /// Take a passphrase that is easy to guess
    #[arg(long)]
    accept_weak: bool,

    /// Do not ask for a group of the recovery key back
    #[arg(long)]
    yes: bool,
}

/// Take the passphrase off: the history is kept in the clear from then on
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  checkin unprotect")]
pub(crate) struct UnprotectArgs {
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// Encrypts the history, or changes its passphrase.
pub(crate) fn protect(args: &ProtectArgs, workspace: &mut Workspace) -> Result<(), CommandError> {
    if !cfg!(feature = "encryption") {
        return Err(CommandError::failed(message!("build-without-encryption"))
            .hint(message!("install-default-features")));
    }
    if args.recover {
        let key = recovery_key(args)?;
        workspace.store.recover(&key)?;
    }
    let is_new = !workspace.store.is_encrypted()?;
    workspace.store.unlock()?;
    let source = PassphraseSource {
        file: args.new_passphrase_file.clone(),
        descriptor: args.new_passphrase_fd,
        command: Vec::new(),
    };
    set_passphrase(args, &source, is_new, workspace)
}

/// Offers encryption at the first run; a person who would rather not goes on without.
pub(crate) fn offer(workspace: &mut Workspace) -> Result<(), CommandError> {
    // Without a terminal there is nobody to type a passphrase.
    if !cfg!(feature = "encryption") || !std::io::stdin().is_terminal() {
        return Ok(());
    }
    if !workspace.terminal.confirm(&message!("protect-offer"), false)? {
        return Ok(());
    }
    let args = ProtectArgs {
        recover: false,
        recovery_key_file: None,
        new_recovery_key: false,
        new_passphrase_file: None,
        new_passphrase_fd: None,
        accept_weak: false,
        yes: false,
    };
    set_passphrase(&args, &PassphraseSource::default(), true, workspace)
}

fn set_passphrase(
    args: &ProtectArgs,
    source: &PassphraseSource,
    is_new: bool,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    if is_new {
        workspace.terminal.say(&message!("only-ways-in"));
    }
    let Some(passphrase) = new_passphrase(args, source, workspace)? else {
        workspace.terminal.say(&message!("no-passphrase-set"));
        return Ok(());
    };
    let recovery = if is_new || args.new_recovery_key {
        let key = RecoveryKey::new()?;
        show_recovery_key(&key, args.yes, workspace)?;
        Some(key)
    } else {
        None
    };
    let now = workspace.clock.now().instant;
    if !workspace.store.exists() {
        workspace.store.begin(now)?;
    }
    let shown = recovery.is_some();
    let protection = Protection { passphrase, recovery, now };
    let protected = workspace.store.protect(protection).map_err(|error| {
        let in_force = matches!(error, HistoryError::Replaced(_));
        let told = CommandError::from(error);
        if in_force || !shown {
            return told;
        }
        told.hint(message!("cross-out-recovery-key"))
    })?;
    workspace.refresh_due();
    workspace.terminal.say(&told(is_new, protected));
    Ok(())
}

fn told(is_new: bool, protected: Protected) -> String {
    let mut text = if is_new { message!("protected") } else { message!("passphrase-changed") };
    if protected.removed_plain > 0 {
        let removed = message!("plain-copies-removed", count = protected.removed_plain);
        let _ = write!(text, " {removed}");
    }
    if protected.older_passphrase > 0 {
        let _ = write!(text, " {}", message!("older-keep-passphrase"));
    }
    if is_new {
        let _ = write!(text, " {}", message!("copies-beyond-reach"));
    }
    text
}

/// Gets the new passphrase and has its strength judged; `None` where the person would rather have none.
fn new_passphrase(
    args: &ProtectArgs,
    source: &PassphraseSource,
    workspace: &Workspace,
) -> Result<Option<Passphrase>, CommandError> {
    if let Some(read) = source.read() {
        let passphrase = read.map_err(no_passphrase)?;
        return match weakness(&passphrase) {
            Some(weakness) if !args.accept_weak => Err(CommandError::failed(weakness)
                .hint(message!("good-passphrase-is"))
                .hint(message!("accept-weak"))),
            _ => Ok(Some(passphrase)),
        };
    }
    // An Enter can be one too many, after the key that said yes: only a second one is meant.
    let mut is_asked_again = false;
    loop {
        let passphrase = prompt(&message!("new-passphrase")).map_err(no_passphrase)?;
        if passphrase.reveal().is_empty() {
            if is_asked_again {
                return Ok(None);
            }
            is_asked_again = true;
            workspace.terminal.say(&message!("passphrase-empty"));
            continue;
        }
        is_asked_again = false;
        if let Some(weakness) = weakness(&passphrase).filter(|_| !args.accept_weak) {
            let weakness = capitalised(&weakness);
            workspace.terminal.say(&message!("good-passphrase", weakness = weakness));
            if !workspace.terminal.confirm(&message!("take-it-anyway"), false)? {
                continue;
            }
        }
        if prompt(&message!("same-again")).map_err(no_passphrase)? == passphrase {
            return Ok(Some(passphrase));
        }
        workspace.terminal.say(&message!("two-different"));
    }
}

/// Says why a passphrase is easy to guess; `None` if it is not (at least 10^8 guesses, by zxcvbn).
fn weakness(passphrase: &Passphrase) -> Option<String> {
    let judged = zxcvbn(passphrase.reveal(), &["checkin", "history", "passphrase"]);
    if judged.score() >= Score::Three {
        return None;
    }
    let warning = judged.feedback().and_then(zxcvbn::feedback::Feedback::warning);
    // What zxcvbn says more exactly, it says in English.
    let warning = warning.filter(|_| spoken() == Language::English);
    let warning = warning.map(|warning| warning.to_string().to_lowercase());
    let warning = warning.map(|w| format!(": {}", w.trim_end_matches('.'))).unwrap_or_default();
    Some(message!("weak-passphrase") + &warning)
}

fn no_passphrase(error: PassphraseError) -> CommandError {
    let hint = match error {
        PassphraseError::NoTerminal => message!("new-passphrase-from"),
        _ => message!("nothing-was-changed"),
    };
    CommandError::failed(message!("no-new-passphrase")).because(error).hint(hint)
}

/// Shows the recovery key once, and makes sure that it was written down.
fn show_recovery_key(
    key: &RecoveryKey,
    unasked: bool,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let groups = key.to_groups();
    let parts: Vec<&str> = groups.split('-').collect();
    let half = parts.len() / 2;
    workspace.terminal.say(&message!("recovery-key-shown"));
    let lines = Zeroizing::new(format!(
        "\n  {}\n  {}\n\n",
        parts[..half].join("-"),
        parts[half..].join("-")
    ));
    workspace.terminal.print(&lines)?;
    if unasked || !workspace.terminal.has_person() {
        return Ok(());
    }
    screen::set_farewell(Some(sentence(&message!("cross-out-recovery-key"))));
    loop {
        let typed = workspace.terminal.ask_line(&message!("its-last-group"), "")?;
        if parts.last().is_some_and(|last| typed.trim().eq_ignore_ascii_case(last)) {
            screen::set_farewell(None);
            return Ok(());
        }
        workspace.terminal.say(&message!("not-its-last-group"));
    }
}

fn recovery_key(args: &ProtectArgs) -> Result<RecoveryKey, CommandError> {
    let text = match &args.recovery_key_file {
        Some(path) => Zeroizing::new(read_text(path, 4096)?),
        None => {
            let typed = prompt(&message!("recovery-key")).map_err(|error| {
                CommandError::failed(message!("no-recovery-key"))
                    .because(error)
                    .hint(message!("use-recovery-key-file"))
            })?;
            Zeroizing::new(typed.reveal().to_owned())
        }
    };
    RecoveryKey::parse(&text).map_err(|error| {
        CommandError::failed(message!("not-a-recovery-key"))
            .because(error)
            .hint(message!("recovery-key-form"))
    })
}

/// Takes the passphrase off.
pub(crate) fn unprotect(args: &UnprotectArgs, workspace: &Workspace) -> Result<(), CommandError> {
    if !workspace.store.is_encrypted()? {
        return Err(CommandError::failed(message!("history-without-passphrase")));
    }
    workspace.store.unlock()?;
    if !args.yes {
        let sure = workspace
            .terminal
            .confirm(&message!("keep-in-the-clear"), false)
            .map_err(|error| error.hint(message!("without-question-yes")))?;
        if !sure {
            workspace.terminal.say(&message!("nothing-changed"));
            return Ok(());
        }
    }
    workspace.store.unprotect(workspace.clock.now().instant)?;
    workspace.terminal.say(&message!("now-in-the-clear"));
    Ok(())
}
