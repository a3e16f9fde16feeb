//! Owns the lines for the start files of shells, and for prompts. Each asks `status --due`, whose
//! answer is an exit code, and says one sentence.

use std::borrow::Cow;

use super::place::Places;
use super::plan::{MARK, Part, Place, Plan, Way};
use super::words;
use crate::language::message;

const ASK: [&str; 2] = ["status", "--due"];

/// Makes the line of a shell or a prompt.
pub(super) fn shell(way: Way, places: &Places) -> Plan {
    let (words, word) = (words(), message!("reminder-short"));
    let say = message!("reminder-in-shell");
    let ask = |quote: fn(&str) -> String| -> String {
        places.command(&ASK).iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ")
    };
    let (place, text) = match way {
        // bash reads its start file in sessions that no person sees, too.
        Way::Bash => (
            Place::Block(places.home.join(".bashrc")),
            format!("if [[ $- == *i* ]] && {} 2>/dev/null; then echo '{say}'; fi\n", ask(posix)),
        ),
        Way::Zsh => (
            Place::Block(places.zsh.join(".zshrc")),
            format!(
                "if [[ -o interactive ]] && {} 2>/dev/null; then echo '{say}'; fi\n",
                ask(posix)
            ),
        ),
        Way::Fish => (
            Place::File(places.config.join("fish/conf.d/checkin-reminder.fish")),
            format!(
                "# {MARK}\nif status is-interactive; and {} 2>/dev/null\n    echo '{say}'\nend\n",
                ask(fish)
            ),
        ),
        Way::Nushell => (
            Place::File(nushell_folder(places).join("nushell/autoload/checkin-reminder.nu")),
            format!(
                "# {MARK}\nif $nu.is-interactive and (do {{ ^{} }} | complete | get exit_code) == 0 {{ print '{say}' }}\n",
                ask(nushell)
            ),
        ),
        Way::Powershell => (
            Place::Block(powershell_profile(places)),
            format!(
                "& {} *> $null; if ($LASTEXITCODE -eq 0) {{ Write-Host '{say}' }}\n",
                ask(powershell)
            ),
        ),
        Way::Starship => (
            Place::Block(places.starship.clone()),
            format!(
                "[custom.checkin]\ndescription = \"{words}\"\nwhen = {}\nshell = [\"sh\"]\n\
                 format = \"[$symbol]($style) \"\nsymbol = \"{word}\"\nstyle = \"bold\"\n",
                toml::Value::String(ask(posix))
            ),
        ),
        _ => (
            Place::ByHand,
            format!(
                "function prompt_checkin() {{\n  {} 2>/dev/null && p10k segment -t '{word}'\n}}\n",
                ask(posix)
            ),
        ),
    };
    Plan::of_texts(way, vec![Part { place, text }])
}

/// Quotes a word for POSIX shells, bash and zsh.
pub(super) fn posix(word: &str) -> String {
    // The only word that cannot be quoted holds a zero byte, and paths with one were refused.
    shlex::try_quote(word).unwrap_or(Cow::Borrowed(word)).into_owned()
}

/// Quotes a word for fish: within single quotes only `\` and `'` are special.
fn fish(word: &str) -> String {
    format!("'{}'", word.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// Quotes a word for Nushell: within double quotes only `\` and `"` are special.
fn nushell(word: &str) -> String {
    format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Quotes a word for PowerShell: a single quote within single quotes is doubled.
fn powershell(word: &str) -> String {
    format!("'{}'", word.replace('\'', "''"))
}

/// Nushell follows `XDG_CONFIG_HOME` on Linux and the platform's folder elsewhere.
fn nushell_folder(places: &Places) -> &std::path::Path {
    if cfg!(target_os = "linux") { &places.config } else { &places.platform_config }
}

/// about_Profiles, "current user, all hosts" left aside: the host that a person types into.
fn powershell_profile(places: &Places) -> std::path::PathBuf {
    const FILE: &str = "Microsoft.PowerShell_profile.ps1";
    if cfg!(windows) {
        places.documents.join("PowerShell").join(FILE)
    } else {
        places.config.join("powershell").join(FILE)
    }
}
