//! Owns what every command works with: the data folder, settings, history, definitions and the clock.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::args::Cli;
use super::clock::Clock;
use super::error::CommandError;
use super::settings::Settings;
use super::terminal::{Surroundings, Terminal};
use crate::history::{Content, DefinitionHash, HistoryError, RecordId, Store};
use crate::questionnaire::{
    Catalogue, Questionnaire, QuestionnaireId, Source, changed_without_version, from_canonical,
};
use crate::render;

/// What the environment says, read once.
#[derive(Clone, Debug)]
pub(crate) struct Environment {
    now: Option<String>,
    surroundings: Surroundings,
}

/// What every command works with.
pub(crate) struct Workspace {
    pub(crate) terminal: Terminal,
    pub(crate) clock: Clock,
    pub(crate) settings: Settings,
    pub(crate) store: Store,
    folder: PathBuf,
    catalogue: OnceCell<Catalogue>,
    definitions: RefCell<BTreeMap<DefinitionHash, Arc<Questionnaire>>>,
}

impl Environment {
    /// Reads the environment variables that checkin knows.
    #[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
    pub(crate) fn read() -> Self {
        let text = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = text("LC_ALL").or_else(|| text("LC_CTYPE")).or_else(|| text("LANG"));
        let utf8 = cfg!(windows)
            || locale.is_some_and(|locale| locale.to_lowercase().replace('-', "").contains("utf8"));
        Self {
            now: text("CHECKIN_NOW"),
            surroundings: Surroundings {
                plain: false,
                no_color: text("NO_COLOR").is_some(),
                term: text("TERM"),
                utf8,
            },
        }
    }
}

impl Workspace {
    /// Finds the data folder and reads the settings; creates nothing.
    pub(crate) fn open(cli: &Cli, environment: &Environment) -> Result<Self, CommandError> {
        let folder = data_folder(cli).ok_or_else(|| {
            CommandError::failed("the system does not tell where a user's data belongs")
                .hint("name a folder with `--data-dir` or `CHECKIN_DATA_DIR`")
        })?;
        let settings = Settings::read(&folder)?;
        let plain = cli.plain || settings.plain;
        let surroundings = Surroundings { plain, ..environment.surroundings.clone() };
        Ok(Self {
            terminal: Terminal::open(&surroundings),
            clock: Clock::read(environment.now.as_deref())?,
            store: Store::new(&folder),
            settings,
            folder,
            catalogue: OnceCell::new(),
            definitions: RefCell::default(),
        })
    }

    /// Returns the data folder; it need not exist yet.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the folder of the user's own definitions; it need not exist.
    pub(crate) fn own_definitions(&self) -> PathBuf {
        self.folder.join("questionnaires")
    }

    /// Returns the person's day.
    pub(crate) fn today(&self) -> NaiveDate {
        self.clock.now().day(self.settings.week_start())
    }

    /// Returns how reports are laid out here.
    pub(crate) fn layout(&self) -> render::Options {
        render::Options {
            width: self.terminal.width(),
            unicode: self.terminal.unicode(),
            lines: self.terminal.is_plain(),
        }
    }

    /// Returns all definitions, built-in and the user's own, read on first use.
    pub(crate) fn catalogue(&self) -> Result<&Catalogue, CommandError> {
        if self.catalogue.get().is_none() {
            let own = read_definitions(&self.own_definitions())?;
            return Ok(self.catalogue.get_or_init(|| Catalogue::new(own)));
        }
        Ok(self.catalogue.get_or_init(|| Catalogue::new(Vec::new())))
    }

    /// Returns an installed questionnaire.
    pub(crate) fn questionnaire(
        &self,
        id: &QuestionnaireId,
    ) -> Result<Arc<Questionnaire>, CommandError> {
        installed(self.catalogue()?, id)
    }

    /// Returns a questionnaire as it is shown: in the set language, where it is translated.
    /// Ids, values and scores stay those of the definition.
    pub(crate) fn in_language(
        &self,
        questionnaire: &Questionnaire,
    ) -> Result<Questionnaire, CommandError> {
        match &self.settings.language {
            Some(language) => Ok(self.catalogue()?.translated(questionnaire, language)),
            None => Ok(questionnaire.clone()),
        }
    }

    /// Refuses a questionnaire whose items have changed since they were answered under the same version.
    pub(crate) fn refuse_silent_change(&self, new: &Questionnaire) -> Result<(), CommandError> {
        if !self.store.exists() {
            return Ok(());
        }
        for hash in self.store.answered_definitions(&new.id, &new.version)? {
            let changed = changed_without_version(self.definition(&hash)?.as_ref(), new);
            if !changed.is_empty() {
                let items: Vec<String> = changed.iter().map(|item| format!("`{item}`")).collect();
                return Err(CommandError::failed(format!(
                    "`{}` {} has been answered, and these items have changed since: {}",
                    new.id,
                    new.version,
                    items.join(", ")
                ))
                .hint("raise `version`, so that old and new answers are told apart"));
            }
        }
        Ok(())
    }

    /// Keeps a new note or event and returns its id.
    pub(crate) fn append(&self, content: &Content) -> Result<RecordId, CommandError> {
        let id = RecordId::new(self.clock.now().instant, &random()?);
        Ok(self.store.append(id, content)?.id)
    }

    /// Returns the definition that a past check-in was made with.
    pub(crate) fn definition(
        &self,
        hash: &DefinitionHash,
    ) -> Result<Arc<Questionnaire>, CommandError> {
        if let Some(known) = self.definitions.borrow().get(hash) {
            return Ok(known.clone());
        }
        let text = self.store.definition(hash)?.ok_or_else(|| {
            CommandError::failed(format!("the history lacks the definition `{}`", hash.0))
                .hint("restore a backup of the data folder")
        })?;
        let questionnaire = from_canonical(&text).map_err(|error| {
            CommandError::failed(format!("the stored definition `{}` cannot be read", hash.0))
                .because(error)
        })?;
        let questionnaire = Arc::new(questionnaire);
        self.definitions.borrow_mut().insert(hash.clone(), questionnaire.clone());
        Ok(questionnaire)
    }
}

/// Returns the folder that the command line, the environment or the system names; it need not exist.
pub(crate) fn data_folder(cli: &Cli) -> Option<PathBuf> {
    let usual = || directories::ProjectDirs::from("", "", "checkin");
    cli.data_dir.clone().or_else(|| Some(usual()?.data_dir().to_owned()))
}

/// Returns a questionnaire of the catalogue, or what is wrong with it.
pub(crate) fn installed(
    catalogue: &Catalogue,
    id: &QuestionnaireId,
) -> Result<Arc<Questionnaire>, CommandError> {
    if catalogue.source(id).is_none() {
        let near = crate::questionnaire::nearest(
            id.as_str(),
            catalogue.ids().iter().map(QuestionnaireId::as_str),
        );
        let error = CommandError::failed(format!("there is no questionnaire `{id}`"));
        return Err(match near {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error.hint("`checkin questionnaires list` shows those there are"),
        });
    }
    catalogue.load(id).ok_or_else(|| {
        let mut list = Vec::new();
        if let Some(source) = catalogue.source(id) {
            let checked = catalogue.check(source);
            list.extend(checked.diagnostics.iter().map(|found| source.render(found, false)));
        }
        CommandError::listed(format!("the definition of `{id}` has mistakes"), list)
            .hint("correct the file and add it again with `checkin questionnaires add FILE`")
    })
}

/// Reads all definition files of a folder, by name; a missing folder has none.
pub(crate) fn read_definitions(folder: &Path) -> Result<Vec<Source>, CommandError> {
    let unreadable = |error: std::io::Error, path: &Path| {
        CommandError::failed(format!("cannot read `{}`", path.display())).because(error)
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(error, folder)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(error, folder))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    paths.iter().map(|path| read_definition(path)).collect()
}

/// Reads one definition file, at most a little more than the format allows.
pub(crate) fn read_definition(path: &Path) -> Result<Source, CommandError> {
    let text = super::input::read_text(path, 2 * 1024 * 1024)?;
    Ok(Source::new(path.display().to_string(), text))
}

/// Returns random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], CommandError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        CommandError::failed("the system gives no random numbers").because(error)
    })?;
    Ok(bytes)
}

impl From<HistoryError> for CommandError {
    fn from(error: HistoryError) -> Self {
        let hint = match error {
            HistoryError::Full => "make room and try again; what was kept before is still there",
            HistoryError::Busy => "close the other checkin and try again",
            HistoryError::ReadOnly | HistoryError::NoAccess => {
                "check who owns the data folder and whether its disk can be written"
            }
            HistoryError::Newer { .. } => "use the newer checkin that wrote it",
            HistoryError::Foreign { .. } | HistoryError::NotPlain { .. } => {
                "move it away, or name another folder with `--data-dir`"
            }
            HistoryError::Empty { .. } | HistoryError::StrayJournal { .. } => {
                "put a copy of the data folder back; nothing was changed"
            }
            HistoryError::Damaged(_) => {
                "nothing damaged is shown; put a copy of the data folder back"
            }
            HistoryError::NoRecord | HistoryError::Ambiguous { .. } => {
                "`checkin history list` shows all check-ins with their ids"
            }
            _ => "",
        };
        let cause = std::error::Error::source(&error).map(ToString::to_string);
        let plain = CommandError::failed(error.to_string());
        let plain = cause.map_or(plain.clone(), |cause| plain.cause(cause));
        if hint.is_empty() { plain } else { plain.hint(hint) }
    }
}
