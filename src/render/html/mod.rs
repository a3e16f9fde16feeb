//! Owns the HTML form of a page: one file, no script, nothing from outside, readable on a phone, on paper
//! and by a screen reader. maud escapes all text; no link is made from data.

pub(super) mod chart;

use base64::Engine as _;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::text::printable;
use super::{Options, RenderError};
use crate::report::wording::{better, day, days};
use crate::report::{AnswerLine, Report, ScoreLine, Section};

const STYLE: &str = include_str!("style.css");

/// Renders a page as HTML.
pub fn render(report: &Report, _options: &Options) -> Result<Vec<u8>, RenderError> {
    let title = format!("checkin, {}", days(report.from, report.to));
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (report.title) }
                    p { (days(report.from, report.to)) ". " (report.attendance.words) }
                    @for caveat in &report.caveats { p.soft { (shown(caveat)) } }
                }
                main {
                    @if !report.sections.is_empty() {
                        p.soft {
                            "In the charts: grey, the usual range for that check-in; dashed, a recorded \
                             shift; numbers below, events and steps; a broken line, no check-in; an open circle, a \
                             check-in that asks about days of the one before."
                        }
                    }
                    @for section in &report.sections { (scores(section, report)) }
                    (beside(report))
                    (lists(report))
                    section aria-labelledby="decide" {
                        h2 id="decide" { "What we decide" }
                        div.decide {} div.decide {}
                    }
                }
                (foot(report))
            }
        }
    };
    Ok(page.into_string().into_bytes())
}

/// Nothing may be loaded or run; the one style is allowed by its hash.
fn policy() -> String {
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(STYLE));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

/// Makes characters visible that could hide or turn text.
fn shown(text: &str) -> String {
    printable(text).into_owned()
}

fn scores(section: &Section, report: &Report) -> Markup {
    let id = format!("group-{}", section.group.name());
    html! {
        section.scores aria-labelledby=(id) {
            h2 id=(id) { (section.heading) }
            table {
                thead { tr {
                    th scope="col" { "Score" }
                    th scope="col" { "Week by week, with the usual range" }
                    th.number scope="col" { "Latest" }
                    th.number scope="col" { "Before" }
                    th scope="col" { "Compared with what is usual" }
                } }
                tbody { @for line in &section.scores { (score(line, report)) } }
            }
        }
    }
}

fn score(line: &ScoreLine, report: &Report) -> Markup {
    let latest = line.latest.as_ref().map_or("no value", |dated| &dated.figure.shown);
    let former = line.former.as_ref().map_or("", |dated| &dated.figure.shown);
    let told = line.judgement.as_ref();
    let usual = told.and_then(|told| told.usual_range.as_deref());
    let (low, high) = line.range;
    html! {
        tr {
            th scope="row" {
                (shown(&line.title))
                small { (low) " to " (high) ", " (better(line.better)) }
            }
            td.chart { (chart::course(line, report)) }
            td.number.latest data-label="latest" { (latest) }
            td.number data-label="before" { (former) }
            td.verdict {
                (line.plot.points.last().map(|point| point.brief.as_str()).unwrap_or_default())
                @if let Some(usual) = usual { span.soft { "usual range " (usual) } }
            }
        }
    }
}

/// What can be said about change, and the map beside it.
fn beside(report: &Report) -> Markup {
    html! {
        div.two {
            section aria-labelledby="change" {
                h2 id="change" { "What can be said about change" }
                ul { @for verdict in &report.verdicts { li { (shown(verdict)) } } }
            }
            @if let Some(map) = &report.map {
                section aria-labelledby="map" {
                    h2 id="map" { "Strain and resources" }
                    (chart::map(map))
                }
            }
        }
    }
}

fn lists(report: &Report) -> Markup {
    let page = &report.page;
    html! {
        div.two {
            @if !page.questions.is_empty() {
                section aria-labelledby="talk" {
                    h2 id="talk" { "To talk about" }
                    ul { @for question in &page.questions {
                        li {
                            (shown(question.text.as_written()))
                            @if let Some(reason) = &question.reason { span.soft { (shown(reason)) } }
                        }
                    } }
                }
            }
            @if !report.marks.is_empty() {
                section aria-labelledby="events" {
                    h2 id="events" { "Events and steps" }
                    ol { @for mark in &report.marks {
                        li {
                            (mark.when) ", " (mark.kind)
                            @if let Some(text) = &mark.text { ": " (shown(text.as_written())) }
                        }
                    } }
                }
            }
        }
        @if !page.notes.is_empty() {
            section aria-labelledby="notes" {
                h2 id="notes" { "Notes" }
                ul { @for note in &page.notes {
                    li { (day(note.date)) ", " (shown(&note.about)) ": " (shown(note.text.as_written())) }
                } }
            }
        }
        (answers("context", "The weeks' context", &page.context))
        (answers("answers", "Answers", &page.answers))
    }
}

fn answers(id: &str, heading: &str, lines: &[AnswerLine]) -> Markup {
    html! {
        @if !lines.is_empty() {
            section aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                table {
                    thead { tr {
                        th scope="col" { "Question" } th scope="col" { "Day" } th scope="col" { "Answer" }
                    } }
                    tbody { @for line in lines {
                        tr {
                            th scope="row" { (shown(&line.item)) }
                            td { (day(line.date)) }
                            td { (shown(line.answer.as_written())) }
                        }
                    } }
                }
            }
        }
    }
}

fn foot(report: &Report) -> Markup {
    let page = &report.page;
    html! {
        footer {
            @if let Some(left_out) = &page.left_out { p { (shown(left_out)) } }
            @for sentence in &page.method { p { (sentence) } }
            @for source in &page.sources {
                p { (shown(&source.name)) ": " (shown(&source.origin)) "." }
            }
        }
    }
}
