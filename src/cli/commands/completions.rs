//! `checkin completions`: what a shell needs to complete commands, questionnaires and check-ins.

use clap::builder::{PossibleValuesParser, Resettable};
use clap::{Args, Command, ValueEnum};
use clap_complete::aot::generate;
use clap_complete::env::{Bash, EnvCompleter, Fish, Powershell, Zsh};
use clap_complete_nushell::Nushell;

use crate::cli::completion::{Kind, Line, VARIABLE, caller, candidates, of_arguments};
use crate::cli::error::CommandError;
use crate::cli::help;
use crate::cli::terminal::Terminal;

/// Print what a shell needs to complete commands and names
///
/// Questionnaires, scores, items, settings and check-ins are completed by name. Completing never
/// asks for anything: of an encrypted history no check-ins are offered.
#[derive(Debug, Args)]
#[command(
    override_usage = "checkin completions <SHELL>",
    after_help = "Examples:\n  bash, in ~/.bashrc:\n    source <(checkin completions bash)\n  zsh, in ~/.zshrc after compinit:\n    source <(checkin completions zsh)\n  fish:\n    mkdir -p ~/.config/fish/completions\n    checkin completions fish >~/.config/fish/completions/checkin.fish\n  PowerShell, in $PROFILE:\n    checkin completions powershell | Out-String | Invoke-Expression\n  Nushell:\n    let file = $nu.user-autoload-dirs.0 | path join checkin.nu\n    checkin completions nushell | save -f $file"
)]
pub(crate) struct CompletionsArgs {
    /// Shell to complete in
    #[arg(value_enum, value_name = "SHELL", required_unless_present = "candidates")]
    shell: Option<Shell>,

    /// Print the names of this kind, for Nushell
    #[arg(long, value_enum, value_name = "KIND", hide = true)]
    candidates: Option<Kind>,

    /// The line up to the cursor
    #[arg(
        long,
        value_name = "TEXT",
        hide = true,
        default_value = "",
        requires = "candidates",
        allow_hyphen_values = true
    )]
    line: String,
}

/// A shell that completions are there for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Nushell,
}

/// As a file in `fpath`, zsh runs the script at the first Tab, and that is to complete already.
const FIRST_TAB: &[u8] =
    b"if [[ $funcstack[1] = _checkin ]]; then _clap_dynamic_completer_checkin; fi\n";

/// What bash is to hand over for a word that ends with the sign at which it takes words apart.
const SIGN: (&str, &str) = (
    "        words[COMP_CWORD]=\"$2\"\n",
    "        [[ \"${words[COMP_CWORD]}\" == \"=\" ]] || words[COMP_CWORD]=\"$2\"\n",
);

/// Prints the script of a shell, or the names of a kind.
pub(crate) fn completions(
    args: &CompletionsArgs,
    folder: &std::path::Path,
    terminal: &Terminal,
) -> Result<(), CommandError> {
    if let Some(kind) = args.candidates {
        let mut lines = String::new();
        for name in candidates(kind, folder, &Line::of_text(&args.line)) {
            lines.push_str(&name.get_value().to_string_lossy());
            lines.push('\n');
        }
        return terminal.print(&lines);
    }
    let shell: &dyn EnvCompleter = match args.shell {
        Some(Shell::Zsh) => &Zsh,
        Some(Shell::Fish) => &Fish,
        Some(Shell::Powershell) => &Powershell,
        Some(Shell::Nushell) => return terminal.print(&nushell()),
        Some(Shell::Bash) | None => &Bash,
    };
    let mut script = Vec::new();
    shell.write_registration(VARIABLE, "checkin", "checkin", &caller(), &mut script)?;
    match args.shell {
        Some(Shell::Zsh) => script.extend_from_slice(FIRST_TAB),
        Some(Shell::Bash) => {
            script = String::from_utf8_lossy(&script).replace(SIGN.0, SIGN.1).into_bytes();
        }
        _ => {}
    }
    terminal.print_bytes(&script)
}

/// Nushell's completions are a module of signatures. The names that are known only here are asked for
/// when they are needed: each stands in the generated text as a list with one marked name.
fn nushell() -> String {
    let mut command = with_marks(help::command(), "checkin");
    let mut script = Vec::new();
    generate(Nushell, &mut command, "checkin", &mut script);
    let mut text = help::with_fixed(String::from_utf8_lossy(&script).into_owned());
    for kind in Kind::value_variants() {
        let name = name(*kind);
        let marked = format!("[ \"{}\" ]", mark(&name));
        if kind.needs_line() {
            let asked = format!("^checkin completions --candidates {name} --line $context | lines");
            text = text.replace(
                &format!("[] {{\n    {marked}"),
                &format!("[context: string] {{\n    {asked}"),
            );
        } else {
            let asked = format!("^checkin completions --candidates {name} | lines");
            text = text.replace(&marked, &asked);
        }
    }
    text
}

fn with_marks(command: Command, path: &str) -> Command {
    let marked = of_arguments(command, path, |argument, kind| {
        argument
            .default_value(Resettable::Reset)
            .value_parser(PossibleValuesParser::new([mark(&name(kind))]))
    });
    marked.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name());
        with_marks(sub, &path)
    })
}

fn name(kind: Kind) -> String {
    kind.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn mark(name: &str) -> String {
    format!("@{name}")
}
