//! Owns the Markdown form of a page. Text from outside is escaped so that it stays text: no link, no
//! picture, no HTML, no heading comes from data.

use std::fmt::Write as _;

use super::text::printable;
use super::{Options, RenderError};
use crate::language::message;
use crate::report::wording::{better, day, days};
use crate::report::{AnswerLine, Report, ScoreLine, Section, Slot};

/// Renders a page as CommonMark with pipe tables.
pub fn render(report: &Report, _options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut text = String::new();
    let page = &report.page;
    writeln!(text, "# {}\n", inert(&report.title))?;
    writeln!(text, "{}. {}\n", days(report.from, report.to), inert(&report.attendance.words))?;
    for caveat in &report.caveats {
        writeln!(text, "{}\n", inert(caveat))?;
    }
    for section in &report.sections {
        scores(&mut text, section)?;
    }
    list(&mut text, &message!("about-change"), report.verdicts.iter().map(|v| inert(v)))?;
    let events = report.events.iter().map(|event| {
        let words = event.text.as_ref().map(|words| format!(": {}", inert(words.as_written())));
        format!("{}, {}{}", event.when, event.kind, words.unwrap_or_default())
    });
    list(&mut text, &message!("events-heading"), events)?;
    let steps = page.steps.iter().map(|step| {
        format!("{}: {} ({})", day(step.date), inert(step.text.as_written()), step.course)
    });
    list(&mut text, &message!("steps-heading"), steps)?;
    let questions = page.questions.iter().map(|question| {
        let why = question.reason.as_ref().map(|reason| format!(" ({})", inert(reason)));
        format!("{}{}", inert(question.text.as_written()), why.unwrap_or_default())
    });
    list(&mut text, &message!("to-talk-about"), questions)?;
    let notes = page.notes.iter().map(|note| {
        format!("{}, {}: {}", day(note.date), inert(&note.about), inert(note.text.as_written()))
    });
    list(&mut text, &message!("notes-heading"), notes)?;
    list(&mut text, &message!("context-heading"), page.context.iter().map(answer))?;
    list(&mut text, &message!("answers-heading"), page.answers.iter().map(answer))?;
    let decide = message!("what-we-decide");
    writeln!(text, "## {decide}\n\n- \\_\\_\\_\\_\\_\n- \\_\\_\\_\\_\\_\n")?;
    let sources = page.sources.iter().map(|source| format!("{}: {}.", source.name, source.origin));
    let about = page.left_out.iter().chain(&page.method).cloned().chain(sources);
    list(&mut text, &message!("about-page"), about.map(|line| inert(&line)))?;
    Ok(text.into_bytes())
}

fn answer(line: &AnswerLine) -> String {
    format!("{}, {} {}", day(line.date), inert(&line.item), inert(line.answer.as_written()))
}

fn list(
    text: &mut String,
    heading: &str,
    lines: impl Iterator<Item = String>,
) -> Result<(), RenderError> {
    for (place, line) in lines.enumerate() {
        if place == 0 {
            writeln!(text, "## {heading}\n")?;
        }
        writeln!(text, "- {line}")?;
    }
    text.push('\n');
    while text.ends_with("\n\n\n") {
        text.pop();
    }
    Ok(())
}

fn scores(text: &mut String, section: &Section) -> Result<(), RenderError> {
    writeln!(text, "## {}\n", inert(&section.heading))?;
    let heads = [
        message!("score"),
        message!("latest"),
        message!("before"),
        message!("usual-range"),
        message!("verdict-head"),
        message!("week-by-week"),
    ];
    writeln!(text, "| {} |", heads.join(" | "))?;
    writeln!(text, "| --- | ---: | ---: | --- | --- | --- |")?;
    let none = message!("no-value");
    for line in &section.scores {
        let latest = line.latest.as_ref().map_or(&none, |dated| &dated.figure.shown);
        let former = line.former.as_ref().map_or("", |dated| &dated.figure.shown);
        let judgement = line.judgement.as_ref();
        let usual = judgement.and_then(|told| told.usual_range.as_deref()).unwrap_or_default();
        let brief = line.plot.points.last().map(|point| point.brief.as_str()).unwrap_or_default();
        writeln!(
            text,
            "| {} ({}) | {latest} | {former} | {usual} | {brief} | {} |",
            inert(&line.title),
            better(line.better),
            weeks(line)
        )?;
    }
    text.push('\n');
    Ok(())
}

fn weeks(line: &ScoreLine) -> String {
    let word = |slot: &Slot| match slot {
        Slot::Value(figure) => Some(figure.shown.clone()),
        Slot::NoValue => Some("?".into()),
        Slot::Missed => Some(message!("none")),
        Slot::Away => Some(message!("away")),
        Slot::Open => None,
    };
    line.slots.iter().filter_map(word).collect::<Vec<_>>().join(&message!("between-values"))
}

/// Escapes text so that Markdown shows it as it is (CommonMark 2.4), in a list item or a table cell:
/// marks that could begin something, a number or dash that could begin a list, a colon that could make
/// an address a link. Line breaks are blanks; characters that could hide or turn text are made visible.
fn inert(text: &str) -> String {
    let shown = printable(text);
    let mut safe = String::with_capacity(shown.len() + 16);
    let digits = shown.chars().take_while(char::is_ascii_digit).count();
    let mut rest = shown.chars().enumerate().peekable();
    while let Some((place, c)) = rest.next() {
        let next_is_blank = rest.peek().is_none_or(|(_, next)| next.is_whitespace());
        let begins_list = match c {
            '-' | '+' => place == 0,
            '.' | ')' => digits > 0 && place == digits && next_is_blank,
            _ => false,
        };
        let is_mark = "\\`*_{}[]<>#!|~&$=@^".contains(c);
        if is_mark || begins_list || (c == ':' && !next_is_blank) {
            safe.push('\\');
        }
        safe.push(c);
    }
    // `www.` begins a link in some dialects.
    safe.replace("www.", "www\\.").replace("WWW.", "WWW\\.")
}
