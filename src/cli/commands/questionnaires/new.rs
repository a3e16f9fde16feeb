//! `checkin questionnaires new`: a guided skeleton that passes `check`.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::check::check_source;
use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::files::{Overwrite, write_file};
use crate::language::message;
use crate::questionnaire::{Source, is_name};
use crate::render::text::printable;

/// Write the skeleton of a questionnaire of your own, by a few questions
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires new my-team\n  checkin questionnaires new my-team --yes      without questions, to be edited\n\nThe file is written into the present folder and passes `checkin questionnaires check`."
)]
pub(crate) struct NewArgs {
    /// Id in lower-case letters, digits and hyphens; also the file's name
    #[arg(value_name = "ID")]
    id: String,

    /// Title (default: made from the id)
    #[arg(long)]
    title: Option<String>,

    /// Ask nothing and write an example to be edited
    #[arg(long)]
    yes: bool,

    /// Folder to write into
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    output: PathBuf,
}

/// What the skeleton is filled with.
struct Outline {
    id: String,
    title: String,
    about: String,
    items: Vec<String>,
    reverse_last: bool,
    higher_is_better: bool,
}

const SAMPLE_ITEMS: [&str; 3] = [
    "I had a moment to think before the next task.",
    "I knew whom to ask when I was unsure.",
    "I worked on past the time I had set myself.",
];

/// Writes a skeleton.
pub(crate) fn new(args: &NewArgs, workspace: &Workspace) -> Result<(), CommandError> {
    if !is_name(&args.id) {
        return Err(CommandError::usage(message!("not-an-id", id = printable(&args.id)))
            .hint(message!("ids-are-made-of")));
    }
    let title = args.title.clone().unwrap_or_else(|| title_of(&args.id));
    let outline = if args.yes {
        Outline {
            id: args.id.clone(),
            title,
            about: "What it asks about, for the person who answers.".into(),
            items: SAMPLE_ITEMS.map(str::to_owned).to_vec(),
            reverse_last: true,
            higher_is_better: true,
        }
    } else {
        ask(&args.id, &title, workspace)
            .map_err(|error| error.hint(message!("asked-nothing-yes")))?
    };
    let path = args.output.join(format!("{}.toml", args.id));
    let text = skeleton(&outline);
    let source = Source::new(path.display().to_string(), text.clone());
    let checked = check_source(&source, workspace.catalogue()?);
    if checked.has_errors() {
        let list = checked.diagnostics.iter().map(|d| source.render(d, false)).collect();
        return Err(CommandError::listed(message!("questionnaire-cannot-be-written"), list)
            .hint(message!("try-other-words")));
    }
    write_file(&path, Overwrite::Never, text.as_bytes()).map_err(|error| {
        CommandError::failed(message!("cannot-write", path = path.display().to_string()))
            .because(error)
            .hint(message!("never-replaced"))
    })?;
    workspace.terminal.say(&message!("definition-written", path = path.display().to_string()));
    Ok(())
}

fn ask(id: &str, title: &str, workspace: &Workspace) -> Result<Outline, CommandError> {
    let terminal = &workspace.terminal;
    let title = terminal.ask_line(&message!("column-title"), title)?;
    let about = terminal.ask_line(&message!("what-is-it-about"), &message!("a-few-questions"))?;
    terminal.say(&message!("now-your-items"));
    let mut items = Vec::new();
    while items.len() < 50 {
        let item = terminal.ask_line(&message!("item-number", number = items.len() + 1), "")?;
        if item.trim().is_empty() {
            break;
        }
        items.push(item.trim().to_owned());
    }
    let own = !items.is_empty();
    if !own {
        terminal.say(&message!("samples-put-in"));
        items = SAMPLE_ITEMS.map(str::to_owned).to_vec();
    }
    let reverse_last =
        !own || (items.len() > 1 && terminal.confirm(&message!("is-last-reversed"), false)?);
    let higher_is_better = terminal.confirm(&message!("is-high-good"), true)?;
    Ok(Outline { id: id.to_owned(), title, about, items, reverse_last, higher_is_better })
}

fn title_of(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|c| c.to_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// Puts the file together. Every text goes through the TOML writer, so that quotes are safe.
fn skeleton(outline: &Outline) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let ids: Vec<String> = (1..=outline.items.len()).map(|n| format!("item-{n}")).collect();
    let list = |ids: &[String]| ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", ");
    let need = (outline.items.len() * 3).div_ceil(4).max(1);
    let mut text = format!(
        "# The format is described in docs/definitions.md.\n\
         format = 1\nid = {}\nversion = \"1.0.0\" # raise it when an item or the scale changes\n\
         title = {}\nlanguage = \"en\"\nabout = {}\n\
         recall = \"In the past seven days\"\nrecall_days = 7\n\
         origin = \"original\"\nsource = \"Written for my own use\"\nvalidated = false\n\n\
         [[scale]]\nid = \"frequency\"\noptions = [\n\
         \x20 {{ value = 0, label = \"Never\" }},\n  {{ value = 1, label = \"Rarely\" }},\n\
         \x20 {{ value = 2, label = \"Sometimes\" }},\n  {{ value = 3, label = \"Often\" }},\n\
         \x20 {{ value = 4, label = \"Almost always\" }},\n]\n",
        quoted(&outline.id),
        quoted(outline.title.trim()),
        quoted(outline.about.trim()),
    );
    for (id, item) in ids.iter().zip(&outline.items) {
        let _ = write!(
            text,
            "\n[[item]]\nid = {}\ntext = {}\nscale = \"frequency\"\n",
            quoted(id),
            quoted(item)
        );
    }
    let reverse = if outline.reverse_last { list(&ids[ids.len() - 1..]) } else { String::new() };
    let better = if outline.higher_is_better { "higher" } else { "lower" };
    let _ = write!(
        text,
        "\n[[score]]\nid = {}\ntitle = {}\ngroup = \"other\"\nitems = [{}]\nreverse = [{reverse}]\n\
         method = \"mean\"\noutput = [0, 100]\nbetter = \"{better}\"\nmissing = {{ at_least = {need} }}\n",
        quoted(&outline.id),
        quoted(outline.title.trim()),
        list(&ids),
    );
    text.push_str(&example(outline, &ids));
    text
}

/// A worked example: every item answered Often (3), a reversed one Rarely (1), which gives 75.
fn example(outline: &Outline, ids: &[String]) -> String {
    let answers: Vec<String> = ids
        .iter()
        .enumerate()
        .map(|(place, id)| {
            let reversed = outline.reverse_last && place + 1 == ids.len();
            format!("{id} = {}", if reversed { 1 } else { 3 })
        })
        .collect();
    format!(
        "\n[[example]] # checked whenever the file is\nanswers = {{ {} }}\nexpect = {{ {} = 75 }}\n",
        answers.join(", "),
        outline.id
    )
}
