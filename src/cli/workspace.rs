//! Owns what every command works with: the data folder, settings, history, definitions and the clock.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::args::{Cli, Command};
use super::clock::Clock;
use super::error::CommandError;
use super::passphrase::PassphraseSource;
use super::place::place;
use super::recompute::recompute;
use super::settings::{Color, Origin, Settings};
use super::terminal::{Surroundings, Terminal};
use crate::history::{
    Around, Content, Damage, DefinitionHash, HistoryError, Notice, RecordId, Store,
};
use crate::language::{Language, message, speak, speak_as};
use crate::questionnaire::{
    Catalogue, Questionnaire, QuestionnaireId, Source, changed_without_version, from_canonical,
};
use crate::render;

/// What the environment says, read once.
#[derive(Clone, Debug)]
pub(crate) struct Environment {
    now: Option<String>,
    /// What `CHECKIN_PLAIN` says.
    plain: Option<bool>,
    /// What `NO_COLOR`, `CLICOLOR_FORCE` and `CLICOLOR` say, and which of them.
    color: Option<(Color, &'static str)>,
    /// The language of the messages by the locale, where it is not English, and the variable that says so.
    locale: Option<(Language, &'static str)>,
    surroundings: Surroundings,
}

/// What every command works with.
pub(crate) struct Workspace {
    pub(crate) terminal: Terminal,
    pub(crate) clock: Clock,
    pub(crate) settings: Settings,
    pub(crate) store: Store,
    /// Where the passphrase comes from, if not from a prompt.
    pub(crate) passphrases: PassphraseSource,
    /// Why the file of settings could not be read; only what must work all the same goes on then.
    pub(crate) settings_problem: Option<CommandError>,
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
        // POSIX: the first of these that is set decides.
        let mut said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
        let locale = said.find_map(|name| Some((text(name)?, name)));
        let locale = locale.and_then(|(locale, name)| Some((Language::of(&locale)?, name)));
        let plain = text("CHECKIN_PLAIN").map(|value| is_on(&value));
        // https://no-color.org and https://bixense.com/clicolors; NO_COLOR comes first.
        let color = if text("NO_COLOR").is_some() {
            Some((Color::Never, "NO_COLOR"))
        } else if text("CLICOLOR_FORCE").is_some_and(|value| is_on(&value)) {
            Some((Color::Always, "CLICOLOR_FORCE"))
        } else if text("CLICOLOR").is_some_and(|value| !is_on(&value)) {
            Some((Color::Never, "CLICOLOR"))
        } else {
            None
        };
        Self {
            now: text("CHECKIN_NOW"),
            plain,
            color,
            locale: locale.filter(|(language, _)| *language != Language::English),
            surroundings: Surroundings {
                plain: plain.unwrap_or(false),
                color: color.map_or(Color::Auto, |(color, _)| color),
                high_contrast: false,
                term: text("TERM"),
                utf8,
            },
        }
    }

    /// Lays the environment over the settings of the file, and the options over both.
    pub(crate) fn overlay(&self, plain_option: bool, mut settings: Settings) -> Settings {
        if let Some(plain) = self.plain {
            settings.plain = plain;
            settings.origins.insert("plain", Origin::Environment("CHECKIN_PLAIN"));
        }
        if let Some((color, name)) = self.color {
            settings.color = color;
            settings.origins.insert("color", Origin::Environment(name));
        }
        if settings.language.is_none()
            && settings.origin("language") == Origin::Default
            && let Some((language, name)) = self.locale
        {
            settings.language = Some(language.tag().into());
            settings.origins.insert("language", Origin::Environment(name));
        }
        if plain_option {
            settings.plain = true;
            settings.origins.insert("plain", Origin::Option("--plain"));
        }
        settings
    }

    /// Returns the clock of this run.
    pub(crate) fn clock(&self) -> Result<Clock, CommandError> {
        Clock::read(self.now.as_deref())
    }

    /// Returns the streams as the environment alone has them, without settings.
    pub(crate) fn terminal(&self) -> Terminal {
        Terminal::open(&self.surroundings)
    }

    /// Returns the streams as the settings want them.
    pub(crate) fn terminal_with(&self, settings: &Settings) -> Terminal {
        Terminal::open(&Surroundings {
            plain: settings.plain,
            color: settings.color,
            high_contrast: settings.high_contrast,
            ..self.surroundings.clone()
        })
    }

    /// Returns the value of a variable that names a place; `None` if it is missing or empty.
    #[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
    pub(crate) fn variable(name: &str) -> Option<PathBuf> {
        std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
    }

    /// Returns the folders in which programs are looked for.
    pub(crate) fn search_path() -> Vec<PathBuf> {
        let list = Self::variable("PATH").unwrap_or_default();
        std::env::split_paths(&list).collect()
    }
}

impl Workspace {
    /// Finds the data folder and reads the settings; creates nothing.
    pub(crate) fn open(cli: &Cli, environment: &Environment) -> Result<Self, CommandError> {
        // Mistakes in the settings are told in the language of the locale.
        speak(environment.locale.map_or(Language::English, |(language, _)| language));
        let folder = data_folder(cli.data_dir.as_deref())?;
        let goes_on = match &cli.command {
            Some(Command::Doctor(_)) => true,
            Some(Command::Resources(args)) => args.only_shows(),
            _ => false,
        };
        let (settings, settings_problem) = match Settings::read(&folder) {
            Err(problem) if goes_on => (Settings::default(), Some(problem)),
            read => (read?, None),
        };
        let settings = environment.overlay(cli.plain, settings);
        speak_as(settings.language.as_deref());
        let clock = environment.clock()?;
        let passphrases = PassphraseSource {
            file: cli.passphrase_file.clone(),
            descriptor: cli.passphrase_fd,
            command: settings.passphrase_command.clone(),
        };
        let around = Around {
            now: clock.now().instant,
            today: clock.now().day(settings.week_start()),
            place: place(&folder),
            recompute: recompute(),
        };
        Ok(Self {
            terminal: environment.terminal_with(&settings),
            store: Store::new(&folder)
                .around(around)
                .asking(passphrases.clone().ask(String::new())),
            clock,
            passphrases,
            settings,
            settings_problem,
            folder,
            catalogue: OnceCell::new(),
            definitions: RefCell::default(),
        })
    }

    /// Says what happened on the way to the history and is no error.
    pub(crate) fn tell_notices(&self) {
        for notice in self.store.notices() {
            let text = match notice {
                Notice::HeadNotWritten => message!("head-not-written"),
                Notice::Interrupted { new: true } => message!("change-interrupted-after"),
                Notice::Interrupted { new: false } => message!("change-interrupted-before"),
                Notice::NoBackup(reason) => message!("no-weekly-backup", reason = reason.as_str()),
                Notice::RecoveryMended => message!("recovery-mended"),
                Notice::CopiesLeft(reason) => message!("copies-left", reason = reason.as_str()),
            };
            self.terminal.say(&crate::render::text::printable(&text));
        }
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

    /// Returns the title of a questionnaire as it is shown.
    pub(crate) fn title(&self, questionnaire: &Questionnaire) -> Result<String, CommandError> {
        match self.settings.language {
            Some(_) => Ok(self.in_language(questionnaire)?.title),
            None => Ok(questionnaire.title.clone()),
        }
    }

    /// Refuses a questionnaire whose items have changed since they were answered under the same version.
    pub(crate) fn refuse_silent_change(&self, new: &Questionnaire) -> Result<(), CommandError> {
        if !self.store.exists() {
            return Ok(());
        }
        self.store.in_one_state(|| {
            for hash in self.store.answered_definitions(&new.id, &new.version)? {
                let changed = changed_without_version(self.definition(&hash)?.as_ref(), new);
                if !changed.is_empty() {
                    let items: Vec<String> =
                        changed.iter().map(|item| format!("`{item}`")).collect();
                    return Err(CommandError::failed(message!(
                        "answered-items-changed",
                        id = new.id.as_str(),
                        version = new.version.to_string(),
                        items = items.join(", ")
                    ))
                    .hint(message!("raise-version")));
                }
            }
            Ok(())
        })
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
        let damaged = || HistoryError::Damaged(Damage::Definition(hash.clone()));
        let text = self.store.definition(hash)?.ok_or_else(damaged)?;
        let questionnaire = from_canonical(&text).map_err(|error| {
            CommandError::failed(message!("stored-definition-unreadable", hash = hash.0.as_str()))
                .because(error)
        })?;
        let questionnaire = Arc::new(questionnaire);
        self.definitions.borrow_mut().insert(hash.clone(), questionnaire.clone());
        Ok(questionnaire)
    }
}

/// Returns whether a variable that switches something says yes.
fn is_on(value: &str) -> bool {
    !["0", "false", "no", "off"].contains(&value.to_lowercase().as_str())
}

/// Returns the folder that holds everything: the one that was named, else the platform's.
pub(crate) fn data_folder(named: Option<&Path>) -> Result<PathBuf, CommandError> {
    let from_environment = || Environment::variable("CHECKIN_DATA_DIR");
    let named = named.map(Path::to_owned).or_else(from_environment);
    named.or_else(usual_data_folder).ok_or_else(|| {
        CommandError::failed(message!("no-data-folder")).hint(message!("name-data-folder"))
    })
}

/// Returns the folder that is used unless another one is named.
pub(crate) fn usual_data_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "checkin").map(|dirs| dirs.data_dir().to_owned())
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
        let error = CommandError::failed(message!("no-such-questionnaire", id = id.as_str()));
        return Err(match near {
            Some(near) => error.hint(message!("did-you-mean", near = near)),
            None => error.hint(message!("questionnaires-are-listed")),
        });
    }
    catalogue.load(id).ok_or_else(|| {
        let mut list = Vec::new();
        if let Some(source) = catalogue.source(id) {
            let checked = catalogue.check(source);
            list.extend(checked.diagnostics.iter().map(|found| source.render(found, false)));
        }
        CommandError::listed(message!("definition-of-has-mistakes", id = id.as_str()), list)
            .hint(message!("correct-and-add-again"))
    })
}

/// Reads all definition files of a folder, by name; a missing folder has none.
pub(crate) fn read_definitions(folder: &Path) -> Result<Vec<Source>, CommandError> {
    let unreadable = |error: std::io::Error, path: &Path| {
        CommandError::failed(message!("cannot-read", path = path.display().to_string()))
            .because(error)
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
    getrandom::fill(&mut bytes)
        .map_err(|error| CommandError::failed(message!("no-random-numbers")).because(error))?;
    Ok(bytes)
}
