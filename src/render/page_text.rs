//! Owns the supervision page on a terminal: the look back, and what else was chosen to go in.

use std::fmt::Write as _;

use super::text::{self, paragraph, printable};
use super::{Options, RenderError};
use crate::language::message;
use crate::report::wording::day;
use crate::report::{AnswerLine, Report};

/// Renders the whole page for a terminal.
pub fn render(report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
    let look_back = text::render(report, options)?;
    let mut text = String::from_utf8_lossy(&look_back).into_owned();
    let page = &report.page;
    heading(&mut text, &message!("steps-heading"), page.steps.is_empty(), options)?;
    for step in &page.steps {
        let words = printable(step.text.as_written());
        paragraph(&mut text, &format!("{}: {words} ({})", day(step.date), step.course), options)?;
    }
    heading(&mut text, &message!("to-talk-about"), page.questions.is_empty(), options)?;
    for question in &page.questions {
        let why = question.reason.as_ref().map(|reason| format!(" ({reason})"));
        let words = printable(question.text.as_written());
        paragraph(&mut text, &format!("{words}{}", why.unwrap_or_default()), options)?;
    }
    heading(&mut text, &message!("notes-heading"), page.notes.is_empty(), options)?;
    for note in &page.notes {
        let words = printable(note.text.as_written());
        let about = printable(&note.about);
        paragraph(&mut text, &format!("{}, {about}: {words}", day(note.date)), options)?;
    }
    answers(&mut text, &message!("context-heading"), &page.context, options)?;
    answers(&mut text, &message!("answers-heading"), &page.answers, options)?;
    heading(&mut text, &message!("about-page"), false, options)?;
    for sentence in page.left_out.iter().chain(&page.method) {
        paragraph(&mut text, &printable(sentence), options)?;
    }
    for source in &page.sources {
        let words = format!("{}: {}.", source.name, source.origin);
        paragraph(&mut text, &printable(&words), options)?;
    }
    Ok(text.into_bytes())
}

fn heading(
    text: &mut String,
    words: &str,
    is_empty: bool,
    options: &Options,
) -> Result<(), RenderError> {
    if !is_empty {
        let stop = if options.lines { "." } else { "" };
        writeln!(text, "\n{words}{stop}")?;
    }
    Ok(())
}

fn answers(
    text: &mut String,
    words: &str,
    lines: &[AnswerLine],
    options: &Options,
) -> Result<(), RenderError> {
    heading(text, words, lines.is_empty(), options)?;
    for line in lines {
        let (item, answer) = (printable(&line.item), printable(line.answer.as_written()));
        paragraph(text, &format!("{}, {item} {answer}", day(line.date)), options)?;
    }
    Ok(())
}
