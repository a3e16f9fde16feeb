//! Owns where this account keeps what reminders are put into, and how checkin is called from there.

use std::path::{Path, PathBuf};

use crate::cli::error::CommandError;
use crate::cli::workspace::{Environment, Workspace, data_folder, usual_data_folder};
use crate::language::message;

/// The folders of this account, and the way to call checkin.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// The home folder.
    pub(super) home: PathBuf,
    /// `XDG_CONFIG_HOME`, or `.config` in the home folder; also on macOS and Windows, where the
    /// programs that come from Unix look there.
    pub(super) config: PathBuf,
    /// The platform's own folder for settings.
    pub(super) platform_config: PathBuf,
    /// The folder of documents, where Windows keeps the profile of PowerShell.
    pub(super) documents: PathBuf,
    /// The folder of zsh's start files.
    pub(super) zsh: PathBuf,
    /// The settings of starship.
    pub(super) starship: PathBuf,
    /// The data folder.
    pub(super) data: PathBuf,
    /// The program's path.
    pub(super) program: String,
    /// What goes before a command: `--data-dir FOLDER`, unless every environment leads to the data folder.
    pub(super) options: Vec<String>,
}

impl Places {
    /// Looks where they are.
    pub(super) fn find(workspace: &Workspace) -> Result<Self, CommandError> {
        let dirs = directories::BaseDirs::new()
            .ok_or_else(|| CommandError::failed(message!("no-home-folder")))?;
        let home = dirs.home_dir().to_owned();
        let config =
            Environment::variable("XDG_CONFIG_HOME").unwrap_or_else(|| home.join(".config"));
        let documents = directories::UserDirs::new()
            .and_then(|dirs| dirs.document_dir().map(Path::to_owned))
            .unwrap_or_else(|| home.join("Documents"));
        let starship = Environment::variable("STARSHIP_CONFIG");
        let folder = absolute(workspace.folder())?;
        let named = is_named(&folder, &home);
        let options = if named { vec!["--data-dir".into(), written(&folder)?] } else { Vec::new() };
        Ok(Self {
            platform_config: dirs.config_dir().to_owned(),
            zsh: Environment::variable("ZDOTDIR").unwrap_or_else(|| home.clone()),
            starship: starship.unwrap_or_else(|| config.join("starship.toml")),
            data: folder,
            program: written(&program()?)?,
            options,
            config,
            documents,
            home,
        })
    }

    /// Returns the words of a command line that calls checkin with these arguments.
    pub(super) fn command(&self, arguments: &[&str]) -> Vec<String> {
        let program = std::iter::once(self.program.clone());
        program
            .chain(self.options.clone())
            .chain(arguments.iter().map(ToString::to_string))
            .collect()
    }
}

/// Returns whether a reminder must name the data folder.
///
/// cron and systemd know nothing of the variables of this shell, and another shell may have others:
/// a reminder stays with the folder it was made for. It goes without the name only where both an
/// environment with nothing but the home folder and this one lead there.
fn is_named(folder: &Path, home: &Path) -> bool {
    let bare = if cfg!(any(windows, target_os = "macos")) {
        // These systems tell the place; no variable moves it.
        usual_data_folder()
    } else {
        Some(home.join(".local/share/checkin"))
    };
    let present = data_folder(None).ok();
    [bare, present].iter().any(|found| found.as_deref() != Some(folder))
}

/// Returns the path under which checkin is found by name, where that leads to this very program:
/// it outlives an upgrade. Else the program's own path.
fn program() -> Result<PathBuf, CommandError> {
    let own = std::env::current_exe()
        .map_err(|error| CommandError::failed(message!("no-program-path")).because(error))?;
    let name = own.file_name().map(PathBuf::from).unwrap_or_default();
    let is_own = |path: &PathBuf| {
        path.canonicalize().is_ok_and(|found| own.canonicalize().is_ok_and(|own| own == found))
    };
    let found =
        Environment::search_path().into_iter().map(|folder| folder.join(&name)).find(is_own);
    match found {
        Some(path) => absolute(&path),
        None => Ok(own),
    }
}

fn absolute(path: &Path) -> Result<PathBuf, CommandError> {
    std::path::absolute(path).map_err(|error| {
        CommandError::failed(message!("cannot-locate", path = path.display().to_string()))
            .because(error)
    })
}

/// Returns a path as it can stand in a line of text.
fn written(path: &Path) -> Result<String, CommandError> {
    let cannot = || {
        CommandError::failed(message!("path-not-for-reminder", path = path.display().to_string()))
            .hint(message!("path-must-be-text"))
    };
    let text = path.to_str().ok_or_else(cannot)?;
    if text.chars().any(char::is_control) { Err(cannot()) } else { Ok(text.to_owned()) }
}
