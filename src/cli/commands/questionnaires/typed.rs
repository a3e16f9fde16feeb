//! Owns what a person has typed of a copy's wording: it is kept line by line until the questionnaire is there, so
//! that nobody who leaves has to begin again.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::cli::error::CommandError;
use crate::cli::input::read_text;
use crate::cli::workspace::Workspace;
use crate::files::{Overwrite, create_private_folder, write_file};
use crate::language::message;
use crate::questionnaire::{Key, KeyScale, value_name};

/// The lines typed so far, in the order of the key.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Lines {
    items: Vec<String>,
    labels: BTreeMap<String, Vec<String>>,
}

/// What was typed, and where it is kept.
pub(super) struct Typed<'w> {
    workspace: &'w Workspace,
    /// Absent where the wording comes from a file of the person's own.
    path: Option<PathBuf>,
    lines: Lines,
    /// What was typed another time; each line is offered again.
    former: Lines,
}

impl<'w> Typed<'w> {
    /// Begins with nothing, and keeps nothing.
    pub(super) fn beside_a_file(workspace: &'w Workspace) -> Self {
        Self { workspace, path: None, lines: Lines::default(), former: Lines::default() }
    }

    /// Begins with what was typed of this key before, if the person wants to go on with it.
    pub(super) fn of(key: &Key, workspace: &'w Workspace) -> Result<Self, CommandError> {
        let path = workspace.folder().join(format!("adopting-{}.json", key.id));
        let mut typed = Self { path: Some(path.clone()), ..Self::beside_a_file(workspace) };
        if !path.exists() {
            return Ok(typed);
        }
        // What cannot be read is not this program's any more: it is left where it is.
        let former = serde_json::from_str(&read_text(&path, 1024 * 1024)?);
        typed.former = former.map_err(|problem| {
            let path = path.display().to_string();
            CommandError::failed(message!("wording-file-unusable", path = path.as_str()))
                .because(problem)
                .hint(message!("move-typed-away"))
        })?;
        let labels = typed.former.labels.values().map(Vec::len).sum::<usize>();
        let count = typed.former.items.len() + labels;
        let options = [message!("typed-go-on"), message!("typed-look-again")];
        let question = message!("typed-before", count = count);
        if workspace.terminal.choose(&question, &options, 0)? == 0 {
            typed.lines = typed.former.clone();
        }
        Ok(typed)
    }

    /// Asks for the wording of every item that is not there yet.
    pub(super) fn items(&mut self, key: &Key) -> Result<Vec<String>, CommandError> {
        self.workspace.terminal.say(&message!("now-the-items"));
        for item in key.items.iter().skip(self.lines.items.len()) {
            let question = message!("item-number-of", number = item.number, of = key.items.len());
            let former = self.former.items.get(self.lines.items.len()).cloned();
            let text = self.ask(&question, former, &message!("wording-takes-file"))?;
            self.lines.items.push(text);
            self.keep()?;
        }
        Ok(self.lines.items.clone())
    }

    /// Asks for the labels of a scale that are not there yet, in the order of its values.
    pub(super) fn labels(&mut self, scale: &KeyScale) -> Result<Vec<String>, CommandError> {
        let labels = |lines: &Lines| lines.labels.get(&scale.id).cloned().unwrap_or_default();
        let (mut given, former) = (labels(&self.lines), labels(&self.former));
        for value in scale.values.iter().skip(given.len()) {
            let value = value_name(*value);
            let question = message!("label-of-value", value = value.as_str());
            let hint =
                message!("labels-in-file", scale = scale.id.as_str(), value = value.as_str());
            given.push(self.ask(&question, former.get(given.len()).cloned(), &hint)?);
            self.lines.labels.insert(scale.id.clone(), given.clone());
            self.keep()?;
        }
        Ok(given)
    }

    /// Asks for a text until there is one; `former` is what was typed before, to be changed or kept.
    fn ask(
        &self,
        question: &str,
        former: Option<String>,
        hint: &str,
    ) -> Result<String, CommandError> {
        let former = former.unwrap_or_default();
        loop {
            let line = self.workspace.terminal.edit_line(question, &former);
            let line = line.map_err(|error| error.hint(hint))?;
            if !line.trim().is_empty() {
                return Ok(line.trim().to_owned());
            }
        }
    }

    fn keep(&self) -> Result<(), CommandError> {
        let Some(path) = &self.path else { return Ok(()) };
        // What was typed another time and comes later is still kept.
        let mut lines = self.lines.clone();
        lines.items.extend(self.former.items.iter().skip(lines.items.len()).cloned());
        for (scale, former) in &self.former.labels {
            let labels = lines.labels.entry(scale.clone()).or_default();
            labels.extend(former.iter().skip(labels.len()).cloned());
        }
        let failed = || {
            let path = path.display().to_string();
            CommandError::failed(message!("cannot-write", path = path))
        };
        let text = serde_json::to_string_pretty(&lines);
        let text = text.map_err(|error| failed().because(error))?;
        create_private_folder(self.workspace.folder()).map_err(|error| failed().because(error))?;
        write_file(path, Overwrite::Allowed, text.as_bytes())
            .map_err(|error| failed().because(error))
    }

    /// Says after a failure that what was typed is still there.
    pub(super) fn told(&self, key: &Key, error: CommandError) -> CommandError {
        match &self.path {
            Some(path) if path.exists() => {
                error.hint(message!("typed-is-kept", key = key.id.as_str()))
            }
            _ => error,
        }
    }

    /// Forgets what was typed: the questionnaire has it now.
    pub(super) fn done(&self) {
        if let Some(path) = &self.path {
            // Left over it would only be offered another time.
            let _ = std::fs::remove_file(path);
        }
    }
}
