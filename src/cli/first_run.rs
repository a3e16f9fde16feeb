//! Owns the welcome: what checkin is and is not, where the data lies, and three questions with defaults.

use chrono::Weekday;

use super::commands::resources::region_name;
use super::error::CommandError;
use super::settings::Origin;
use super::workspace::{Environment, Workspace};
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

/// Welcomes, asks what matters, and keeps the settings. Returns whether the person goes on: who leaves a
/// question finds everything as it was.
pub(crate) fn welcome(workspace: &mut Workspace) -> Result<bool, CommandError> {
    let width = workspace.layout().sentence_width();
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
    if ask(workspace)?.is_none() {
        workspace.terminal.say(&message!("left-nothing"));
        return Ok(false);
    }
    create_private_folder(workspace.folder()).map_err(|error| {
        CommandError::failed(message!("cannot-make-data-folder")).because(error)
    })?;
    if workspace.settings.language.is_some() {
        // The language of the first run stays, whatever a later terminal's locale is.
        workspace.settings.origins.insert("language", Origin::File);
    }
    // Last, so that a first run that is interrupted at the passphrase is none, and asks again.
    super::commands::protect::offer(workspace)?;
    workspace.settings.write(workspace.folder())?;
    workspace.terminal.say("");
    Ok(true)
}

/// Returns a weekday as it stands in a list: in small letters, where they are not nouns.
fn weekday_in_list(day: Weekday) -> String {
    let name = weekday(day);
    if spoken() == Language::Spanish { name.to_lowercase() } else { name }
}

/// Returns the place of the region that the locale names a country of.
fn usual_region(resources: &Resources) -> Option<usize> {
    // The first that is set decides, as for the language; LC_ADDRESS tells of the country alone.
    let mut said = ["LC_ALL", "LC_ADDRESS", "LC_MESSAGES", "LANG"].into_iter();
    let locale = said.find_map(Environment::variable)?;
    let found = resources.region_for(country(locale.to_str()?)?)?;
    resources.regions.iter().position(|region| region.id == found.id)
}

/// Returns the country in a locale: `DE` of `de_DE.UTF-8@euro`.
fn country(locale: &str) -> Option<&str> {
    let tag = locale.split(['.', '@']).next()?;
    tag.split(['_', '-']).skip(1).find(|part| part.len() == 2)
}

/// Asks what matters; `None` if a question was left.
fn ask(workspace: &mut Workspace) -> Result<Option<()>, CommandError> {
    let resources = Resources::built_in();
    let mut regions: Vec<String> = resources.regions.iter().map(region_name).collect();
    regions.push(message!("another-region"));
    let usual = usual_region(&resources).unwrap_or(regions.len() - 1);
    let terminal = &workspace.terminal;
    let Some(region) = terminal.choose_or_leave(&message!("where-you-work"), &regions, usual)?
    else {
        return Ok(None);
    };
    workspace.settings.region = resources.regions.get(region).map(|region| region.id.clone());

    let days: Vec<String> = WEEK.map(weekday_in_list).into();
    let friday = WEEK.iter().position(|day| *day == Weekday::Fri).unwrap_or_default();
    let terminal = &workspace.terminal;
    let Some(day) = terminal.choose_or_leave(&message!("which-day"), &days, friday)? else {
        return Ok(None);
    };
    workspace.settings.weekday = WEEK[day];

    let kinds = [message!("about-weekly"), message!("about-pulse")];
    let terminal = &workspace.terminal;
    let Some(kind) = terminal.choose_or_leave(&message!("which-questionnaire"), &kinds, 0)? else {
        return Ok(None);
    };
    workspace.settings.questionnaire = QuestionnaireId::new(["weekly", "pulse"][kind]);
    Ok(Some(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::language::tests::speaking;

    #[test]
    fn a_locale_names_its_country() {
        assert_eq!(country("de_AT.UTF-8@euro"), Some("AT"));
        assert_eq!(country("zh-Hant-TW"), Some("TW"));
        assert_eq!(["C.UTF-8", "de", "POSIX", ""].map(country), [None; 4]);
    }

    #[test]
    fn every_region_has_its_name_in_every_language() {
        for region in &Resources::built_in().regions {
            let name = |language| speaking(language, || region_name(region));
            assert_eq!(name(Language::English), region.name);
            for language in Language::ALL {
                assert_ne!(name(language), region.id, "{language:?}");
            }
        }
    }
}
