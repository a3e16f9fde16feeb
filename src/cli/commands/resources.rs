//! `checkin resources`: where to turn to, by region.

use std::fmt::Write as _;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_list;
use crate::cli::settings::Contact;
use crate::cli::workspace::Workspace;
use crate::guidance::{Region, ResourceWords, Resources};
use crate::language::message;
use crate::questionnaire::{LABEL, first_hostile, without_marks};
use crate::render::text::printable;
use crate::report::wording::list_day;

/// Show support resources for your region
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  checkin resources\n  checkin resources --region ie\n  checkin resources --all\n  checkin resources add 'My supervisor' '+44 20 7946 0000'\n\n`checkin config set region gb` sets yours."
)]
pub(crate) struct ResourcesArgs {
    #[command(subcommand)]
    command: Option<ResourcesCommand>,

    /// Region to show instead of yours
    #[arg(long, value_name = "REGION")]
    region: Option<String>,

    /// Show all regions
    #[arg(long, conflicts_with = "region")]
    all: bool,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum ResourcesCommand {
    /// Add a contact of your own; it is shown first
    #[command(
        after_help = "Examples:\n  checkin resources add 'My supervisor' '+353 1 555 0100' --purpose 'Any weekday'"
    )]
    Add {
        /// Who it is
        name: String,
        /// Number or address
        contact: String,
        /// What it is for
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        purpose: String,
    },
    /// Remove a contact of your own
    #[command(after_help = "Examples:\n  checkin resources remove 'My supervisor'")]
    Remove {
        /// Who it is
        name: String,
    },
}

impl ResourcesArgs {
    /// Returns whether nothing is to be changed: the lines are shown whatever the settings are like.
    pub(crate) fn only_shows(&self) -> bool {
        self.command.is_none()
    }
}

/// Shows support resources, or changes the person's own contacts.
pub(crate) fn resources(
    args: &ResourcesArgs,
    workspace: &mut Workspace,
) -> Result<(), CommandError> {
    match &args.command {
        None => {
            show(args, workspace)?;
            workspace.settings_problem.take().map_or(Ok(()), Err)
        }
        Some(ResourcesCommand::Add { name, contact, purpose }) => {
            let contact = Contact {
                name: line_of_contact(name)?,
                number: line_of_contact(contact)?,
                purpose: line_of_contact(purpose)?,
            };
            if contact.name.is_empty() || contact.number.is_empty() {
                return Err(CommandError::usage(message!("contact-needs-both")));
            }
            let mut settings = workspace.settings.clone();
            match settings.contacts.iter_mut().find(|known| known.name == contact.name) {
                Some(known) => {
                    known.number = contact.number;
                    if !contact.purpose.is_empty() {
                        known.purpose = contact.purpose;
                    }
                }
                None => settings.contacts.push(contact),
            }
            super::config::keep(settings, workspace)?;
            workspace.terminal.say(&message!("contact-kept"));
            Ok(())
        }
        Some(ResourcesCommand::Remove { name }) => {
            let mut settings = workspace.settings.clone();
            let named = without_marks(name.trim());
            settings.contacts.retain(|known| known.name != named);
            if settings.contacts.len() == workspace.settings.contacts.len() {
                return Err(CommandError::failed(message!(
                    "no-such-contact",
                    name = name.as_str()
                ))
                .hint(message!("own-contacts-first")));
            }
            super::config::keep(settings, workspace)?;
            workspace.terminal.say(&message!("removed"));
            Ok(())
        }
    }
}

/// Returns what was given of a contact as the settings can hold it, without marks of direction.
fn line_of_contact(text: &str) -> Result<String, CommandError> {
    let line = without_marks(text.trim());
    if let Some(sign) = first_hostile(&line) {
        let code = format!("U+{:04X}", u32::from(sign));
        return Err(CommandError::usage(message!("contact-sign", code = code)));
    }
    if line.chars().count() > LABEL {
        return Err(CommandError::usage(message!("contact-long", most = LABEL)));
    }
    Ok(line)
}

fn show(args: &ResourcesArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let known = Resources::built_in();
    let wanted = args.region.clone().map(|id| id.to_lowercase());
    let regions: Vec<&Region> = match (&wanted, &workspace.settings.region) {
        (Some(id), _) if !args.all => vec![region(&known, id)?],
        (None, Some(id)) if !args.all => match region(&known, id) {
            Ok(region) => vec![region],
            // Whatever the settings hold, there is somewhere to turn to.
            Err(error) => {
                workspace.terminal.say(error.display().trim_end());
                known.regions.iter().collect()
            }
        },
        _ => known.regions.iter().collect(),
    };
    if args.json {
        let own = own_as_json(workspace);
        let regions = regions.iter().map(|region| as_json(region));
        return print_list(own.into_iter().chain(regions), workspace);
    }
    let own = own(workspace).into_iter();
    let text: Vec<String> =
        own.chain(regions.iter().map(|region| in_words(region, true))).collect();
    workspace.terminal.print_lines(&format!(
        "{}\n{}\n",
        text.join("\n"),
        message!("numbers-change")
    ))
}

/// Returns the person's own contacts in words; `None` if there are none.
fn own(workspace: &Workspace) -> Option<String> {
    let contacts = &workspace.settings.contacts;
    let mut text = format!("{}\n", message!("your-own"));
    for contact in contacts {
        let (name, number) = (printable(&contact.name), printable(&contact.number));
        let _ = writeln!(text, "  {name}: {number}");
        if !contact.purpose.is_empty() {
            let _ = writeln!(text, "    {}", printable(&contact.purpose));
        }
    }
    (!contacts.is_empty()).then_some(text)
}

fn own_as_json(workspace: &Workspace) -> Option<serde_json::Value> {
    let contacts = &workspace.settings.contacts;
    let list: Vec<_> = contacts
        .iter()
        .map(|contact| {
            json!({
                "name": contact.name,
                "purpose": contact.purpose,
                "contact": contact.number,
                "hours": null,
                "source": null,
                "checked": null,
            })
        })
        .collect();
    (!list.is_empty()).then(|| {
        json!({
            "format": crate::render::json::JSON_FORMAT,
            "region": "own",
            "name": "Your own",
            "resources": list,
        })
    })
}

/// Returns the resources of the person's own region for the end of a check-in, in a calm tone.
pub(crate) fn for_settings(workspace: &Workspace) -> String {
    let known = Resources::built_in();
    let region = workspace.settings.region.as_deref().and_then(|id| known.region(id));
    let own = own(workspace);
    match (region, own) {
        (Some(region), own) => format!(
            "{}\n\n{}{}\n{}\n",
            message!("talk-to-these"),
            own.map(|own| format!("{own}\n")).unwrap_or_default(),
            in_words(region, false),
            message!("numbers-change")
        ),
        (None, Some(own)) => {
            format!("{}\n\n{own}\n{}\n", message!("talk-to-someone"), message!("lines-by-country"))
        }
        (None, None) => format!("{}\n", message!("talk-without-region")),
    }
}

/// Returns the region with this id, or what was meant and which there are.
pub(super) fn region<'a>(known: &'a Resources, id: &str) -> Result<&'a Region, CommandError> {
    known.region(id).ok_or_else(|| {
        let ids: Vec<&str> = known.regions.iter().map(|region| region.id.as_str()).collect();
        let error = CommandError::failed(message!("no-such-region", region = id));
        let error = match known.region_for(id) {
            Some(meant) => error.hint(message!("did-you-mean", near = meant.id.as_str())),
            None => error,
        };
        error.hint(message!("regions-there-are", regions = ids.join(", ")))
    })
}

/// Returns a region's name in the person's language.
pub(crate) fn region_name(region: &Region) -> String {
    message!("region-name", id = region.id.as_str())
}

fn in_words(region: &Region, with_sources: bool) -> String {
    let mut text = format!("{} ({})\n", region_name(region), region.id);
    for resource in &region.resources {
        let ResourceWords { name, purpose, hours } = resource.spoken();
        let _ = writeln!(text, "  {name}: {} ({hours})", resource.contact);
        let _ = writeln!(text, "    {purpose}");
        if with_sources {
            let (day, source) = (list_day(resource.checked), resource.source.as_str());
            let _ = writeln!(text, "    {}", message!("compared-on", day = day, source = source));
        }
    }
    text
}

fn as_json(region: &Region) -> serde_json::Value {
    let resources: Vec<_> = region
        .resources
        .iter()
        .map(|resource| {
            let ResourceWords { name, purpose, hours } = resource.spoken();
            json!({
                "name": name,
                "purpose": purpose,
                "contact": resource.contact,
                "hours": hours,
                "source": resource.source,
                "checked": resource.checked,
            })
        })
        .collect();
    json!({
        "format": crate::render::json::JSON_FORMAT,
        "region": region.id,
        "name": region_name(region),
        "resources": resources,
    })
}
