//! Owns the welcome: what checkin is and is not, where the data lies, and three questions with defaults.

use chrono::Weekday;

use super::error::CommandError;
use super::settings::weekday_name;
use super::workspace::Workspace;
use crate::files::create_private_folder;
use crate::guidance::Resources;
use crate::questionnaire::QuestionnaireId;

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
        "Welcome to checkin. Once a week, in about three minutes, you answer a few questions about \
         the conditions of your work and about yourself. You see what has changed, and can bring it \
         to supervision."
            .to_owned(),
        format!(
            "What you answer stays on this machine, in {folder}, readable by you only. checkin has \
             no network code at all. Nothing leaves unless you export it."
        ),
        "It is self-report and no diagnosis; the built-in questionnaires are not validated \
         instruments. Every answer is kept at once: leave at any time and go on later."
            .into(),
        "Three short questions first. Enter takes the answer given; `checkin config` changes it later."
            .into(),
    ];
    for paragraph in text {
        workspace.terminal.say(&format!("{}\n", textwrap::fill(&paragraph, width)));
    }
    ask(workspace)?;
    create_private_folder(workspace.folder())
        .map_err(|error| CommandError::failed("cannot make the data folder").because(error))?;
    workspace.settings.write(workspace.folder())?;
    super::commands::protect::offer(workspace)?;
    workspace.terminal.say("");
    Ok(())
}

fn ask(workspace: &mut Workspace) -> Result<(), CommandError> {
    let resources = Resources::built_in();
    let mut regions: Vec<String> =
        resources.regions.iter().map(|region| region.name.clone()).collect();
    regions.push("Another, or none".into());
    let none = regions.len() - 1;
    let region = workspace.terminal.choose(
        "Where do you work? (only to show the right support lines)",
        &regions,
        none,
    )?;
    workspace.settings.region = resources.regions.get(region).map(|region| region.id.clone());

    let days: Vec<String> = WEEK.iter().map(|day| weekday_name(*day).to_owned()).collect();
    let friday = WEEK.iter().position(|day| *day == Weekday::Fri).unwrap_or_default();
    let day =
        workspace.terminal.choose("On which day would you like to check in?", &days, friday)?;
    workspace.settings.weekday = WEEK[day];

    let kinds = [
        "weekly: 32 questions on eight topics, about three minutes".to_owned(),
        "pulse: 8 questions, one a topic, under a minute, less exact".to_owned(),
    ];
    let kind = workspace.terminal.choose("Which check-in?", &kinds, 0)?;
    workspace.settings.questionnaire = QuestionnaireId::new(["weekly", "pulse"][kind]);
    Ok(())
}
