//! Owns the welcome: what checkin is and is not, where the data lies, and three questions with defaults.

use chrono::Weekday;

use super::error::CommandError;
use super::settings::Origin;
use super::workspace::Workspace;
use crate::files::create_private_folder;
use crate::guidance::Resources;
use crate::language::{Language, message, spoken, weekday};
use crate::questionnaire::QuestionnaireId;
use crate::render::text::wrapping;

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Welcomes, asks what matters, and keeps the settings.
pub(crate) fn welcome(workspace: &mut Workspace) -> Result<(), CommandError> {
    let width = workspace.terminal.width().min(80);
    let folder = workspace.folder().display().to_string();
    let text = [
        message!("welcome-what"),
        message!("welcome-where", folder = folder),
        message!("welcome-what-not"),
        message!("welcome-questions"),
    ];
    for paragraph in text {
        workspace.terminal.say(&format!("{}\n", textwrap::fill(&paragraph, wrapping(width))));
    }
    ask(workspace)?;
    create_private_folder(workspace.folder()).map_err(|error| {
        CommandError::failed(message!("cannot-make-data-folder")).because(error)
    })?;
    if workspace.settings.language.is_some() {
        // The language of the first run stays, whatever a later terminal's locale is.
        workspace.settings.origins.insert("language", Origin::File);
    }
    workspace.settings.write(workspace.folder())?;
    super::commands::protect::offer(workspace)?;
    workspace.terminal.say("");
    Ok(())
}

/// Returns a weekday as it stands in a list: in small letters, where they are not nouns.
fn weekday_in_list(day: Weekday) -> String {
    let name = weekday(day);
    if spoken() == Language::German { name } else { name.to_lowercase() }
}

fn ask(workspace: &mut Workspace) -> Result<(), CommandError> {
    let resources = Resources::built_in();
    let mut regions: Vec<String> =
        resources.regions.iter().map(|region| region.name.clone()).collect();
    regions.push(message!("another-region"));
    let none = regions.len() - 1;
    let region = workspace.terminal.choose(&message!("where-you-work"), &regions, none)?;
    workspace.settings.region = resources.regions.get(region).map(|region| region.id.clone());

    let days: Vec<String> = WEEK.map(weekday_in_list).into();
    let friday = WEEK.iter().position(|day| *day == Weekday::Fri).unwrap_or_default();
    let day = workspace.terminal.choose(&message!("which-day"), &days, friday)?;
    workspace.settings.weekday = WEEK[day];

    let kinds = [message!("about-weekly"), message!("about-pulse")];
    let kind = workspace.terminal.choose(&message!("which-questionnaire"), &kinds, 0)?;
    workspace.settings.questionnaire = QuestionnaireId::new(["weekly", "pulse"][kind]);
    Ok(())
}
