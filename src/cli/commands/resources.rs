//! `checkin resources`: where to turn to, by region.

use std::fmt::Write as _;

use clap::Args;
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_list;
use crate::cli::workspace::Workspace;
use crate::guidance::{Region, Resources};

/// Show support resources for your region
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin resources\n  checkin resources --region ie\n  checkin resources --all\n\n`checkin config set region gb` sets yours."
)]
pub(crate) struct ResourcesArgs {
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

/// Shows support resources.
pub(crate) fn resources(args: &ResourcesArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let known = Resources::built_in();
    let wanted = args.region.clone().map(|id| id.to_lowercase());
    let id = wanted.or_else(|| workspace.settings.region.clone()).filter(|_| !args.all);
    let regions: Vec<&Region> = match &id {
        Some(id) => vec![region(&known, id)?],
        None => known.regions.iter().collect(),
    };
    if args.json {
        return print_list(regions.iter().map(|region| as_json(region)), workspace);
    }
    let text: Vec<String> = regions.iter().map(|region| in_words(region, true)).collect();
    workspace.terminal.print(&format!("{}\n{CHECK}\n", text.join("\n")))
}

const CHECK: &str = "Numbers change; please check them once before you need them.";

/// Returns the resources of the person's own region for the end of a check-in, in a calm tone.
pub(crate) fn for_settings(workspace: &Workspace) -> String {
    let known = Resources::built_in();
    let region = workspace.settings.region.as_deref().and_then(|id| known.region(id));
    match region {
        Some(region) => format!(
            "If you would like to talk to someone, these people are there for that:\n\n{}\n{CHECK}\n",
            in_words(region, false)
        ),
        None => "If you would like to talk to someone: `checkin resources` lists support lines by \
                 country, and `checkin config set region` keeps yours.\n"
            .into(),
    }
}

fn region<'a>(known: &'a Resources, id: &str) -> Result<&'a Region, CommandError> {
    known.region(id).ok_or_else(|| {
        let ids: Vec<&str> = known.regions.iter().map(|region| region.id.as_str()).collect();
        CommandError::failed(format!("there are no resources for the region `{id}`"))
            .hint(format!("there are {}", ids.join(", ")))
    })
}

fn in_words(region: &Region, with_sources: bool) -> String {
    let mut text = format!("{} ({})\n", region.name, region.id);
    for resource in &region.resources {
        let _ = writeln!(text, "  {}: {} ({})", resource.name, resource.contact, resource.hours);
        let _ = writeln!(text, "    {}", resource.purpose);
        if with_sources {
            let _ = writeln!(text, "    compared on {} with {}", resource.checked, resource.source);
        }
    }
    text
}

fn as_json(region: &Region) -> serde_json::Value {
    let resources: Vec<_> = region
        .resources
        .iter()
        .map(|resource| {
            json!({
                "name": resource.name,
                "purpose": resource.purpose,
                "contact": resource.contact,
                "hours": resource.hours,
                "source": resource.source,
                "checked": resource.checked,
            })
        })
        .collect();
    json!({
        "format": crate::render::json::JSON_FORMAT,
        "region": region.id,
        "name": region.name,
        "resources": resources,
    })
}
