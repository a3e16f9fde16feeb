//! Owns the HTML form of a page: one file, no script, nothing from outside, readable on a phone, on paper
//! and by a screen reader. maud escapes all text; no link is made from data.

pub(super) mod chart;

use data_encoding::BASE64;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::text::printable;
use super::{Options, RenderError};
use crate::language::{message, spoken};
use crate::report::wording::{better, day, days, range};
use crate::report::{AnswerLine, Report, ScoreLine, Section, Untrusted};

const STYLE: &str = include_str!("style.css");

/// Renders a page as HTML.
pub fn render(report: &Report, _options: &Options) -> Result<Vec<u8>, RenderError> {
    let title = format!("checkin, {}", days(report.from, report.to));
    let page = html! {
        (DOCTYPE)
        html lang=(spoken().tag()) {
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
                            (message!("in-the-charts"))
                        }
                    }
                    @for section in &report.sections { (scores(section, report)) }
                    (beside(report))
                    (lists(report))
                    section aria-labelledby="decide" {
                        h2 id="decide" { (message!("what-we-decide")) }
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
    let hash = BASE64.encode(&Sha256::digest(STYLE));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

/// Returns a person's own words, whatever direction they run in.
fn written(text: &Untrusted) -> Markup {
    html! { bdi { (shown(text.as_written())) } }
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
                    th scope="col" { (message!("score")) }
                    th scope="col" { (message!("with-usual-range")) }
                    th.number scope="col" { (message!("latest")) }
                    th.number scope="col" { (message!("before")) }
                    th scope="col" { (message!("compared-with-usual")) }
                } }
                tbody { @for line in &section.scores { (score(line, report)) } }
            }
        }
    }
}

fn score(line: &ScoreLine, report: &Report) -> Markup {
    let none = message!("no-value");
    let latest = line.latest.as_ref().map_or(&none, |dated| &dated.figure.shown);
    let former = line.former.as_ref().map_or("", |dated| &dated.figure.shown);
    let told = line.judgement.as_ref();
    let usual = told.and_then(|told| told.usual_range.as_deref());
    html! {
        tr {
            th scope="row" {
                (shown(&line.title))
                small { (range(line.range)) ", " (better(line.better)) }
            }
            td.chart { (chart::course(line, report)) }
            td.number.latest data-label=(message!("latest-label")) { (latest) }
            td.number data-label=(message!("before-label")) { (former) }
            td.verdict {
                (line.plot.points.last().map(|point| point.brief.as_str()).unwrap_or_default())
                @if let Some(usual) = usual { span.soft { (message!("usual-range-of", range = usual)) } }
            }
        }
    }
}

/// What can be said about change, and the map beside it.
fn beside(report: &Report) -> Markup {
    html! {
        div.two {
            section aria-labelledby="change" {
                h2 id="change" { (message!("about-change")) }
                ul { @for verdict in &report.verdicts { li { (shown(verdict)) } } }
            }
            @if let Some(map) = &report.map {
                section aria-labelledby="map" {
                    h2 id="map" { (message!("strain-and-resources")) }
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
                    h2 id="talk" { (message!("to-talk-about")) }
                    ul { @for question in &page.questions {
                        li {
                            (written(&question.text))
                            @if let Some(reason) = &question.reason { span.soft { (shown(reason)) } }
                        }
                    } }
                }
            }
            @if !report.marks.is_empty() {
                section aria-labelledby="events" {
                    h2 id="events" { (message!("events-and-steps")) }
                    ol { @for mark in &report.marks {
                        li {
                            (mark.when) ", " (mark.kind)
                            @if let Some(text) = &mark.text { ": " (written(text)) }
                        }
                    } }
                }
            }
        }
        @if !page.notes.is_empty() {
            section aria-labelledby="notes" {
                h2 id="notes" { (message!("notes-heading")) }
                ul { @for note in &page.notes {
                    li { (day(note.date)) ", " (shown(&note.about)) ": " (written(&note.text)) }
                } }
            }
        }
        (answers("context", &message!("context-heading"), &page.context))
        (answers("answers", &message!("answers-heading"), &page.answers))
    }
}

fn answers(id: &str, heading: &str, lines: &[AnswerLine]) -> Markup {
    html! {
        @if !lines.is_empty() {
            section aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                table {
                    thead { tr {
                        th scope="col" { (message!("question-head")) } th scope="col" { (message!("day-head")) } th scope="col" { (message!("answer-head")) }
                    } }
                    tbody { @for line in lines {
                        tr {
                            th scope="row" { (shown(&line.item)) }
                            td { (day(line.date)) }
                            td { (written(&line.answer)) }
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
