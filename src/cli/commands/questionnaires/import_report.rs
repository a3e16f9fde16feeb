//! Owns what an import tells: what was taken, what was left and why, and what the key stands on.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::import_plan::in_words;
use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::interop::{Composed, Finding, Form, FormItem, FormKind, Plan, Proposal, Reading};
use crate::language::message;
use crate::questionnaire::Outline;
use crate::render::text::printable;

/// What a key of checkin made of a form.
#[derive(Debug)]
struct ByKey {
    key: String,
    /// The ids of the definition by the names of the file.
    ids: BTreeMap<String, String>,
    scores: Vec<Value>,
}

/// The report of one import.
#[derive(Debug)]
pub(super) struct Report {
    file: String,
    form: Option<Form>,
    findings: Vec<Finding>,
    /// The id, and the file it was written to where it was not added.
    written: Option<(String, Option<String>)>,
    key: Option<ByKey>,
    composed: Option<(Plan, Composed)>,
    is_confirmed: bool,
    /// What somebody must decide before anything is added.
    asked: Vec<String>,
}

impl Report {
    /// Begins the report of a file.
    pub(super) fn new(file: &Path, reading: &Reading) -> Self {
        Self {
            file: file.display().to_string(),
            form: reading.form.clone(),
            findings: reading.findings.clone(),
            written: None,
            key: None,
            composed: None,
            is_confirmed: false,
            asked: Vec::new(),
        }
    }

    /// Notes why nothing can be added as it is.
    pub(super) fn asks(&mut self, error: &CommandError) {
        self.asked = error.reasons();
    }

    /// Adds what came up later, and says it at once.
    pub(super) fn add(&mut self, findings: &[Finding], workspace: &Workspace) {
        for finding in findings {
            workspace.terminal.say(&line(finding));
        }
        self.findings.extend_from_slice(findings);
    }

    /// Notes that a key of checkin scores it.
    pub(super) fn scored_by_key(&mut self, key: &str, outline: &Outline, links: &[String]) {
        let ids = outline.items.iter().map(|item| item.id.clone());
        self.key = Some(ByKey {
            key: key.to_owned(),
            ids: links.iter().cloned().zip(ids).collect(),
            scores: outline.scores.iter().map(|score| of_outline(score, links, outline)).collect(),
        });
    }

    /// Notes what the definition was made of.
    pub(super) fn composed(&mut self, plan: &Plan, composed: &Composed, is_confirmed: bool) {
        self.is_confirmed = is_confirmed;
        self.composed = Some((plan.clone(), composed.clone()));
    }

    /// Notes where the definition went.
    pub(super) fn installed(&mut self, outline: &Outline, output: Option<&Path>) {
        let path = output.map(|path| path.display().to_string());
        self.written = Some((outline.id.clone(), path));
    }

    /// Returns whether the file's key has doubts that a person must settle.
    pub(super) fn is_doubtful(&self) -> bool {
        self.findings.iter().any(|finding| finding.code.is_key())
    }

    /// Tells the doubts, one after the other.
    pub(super) fn doubts(&self) -> String {
        let doubts = self.findings.iter().filter(|finding| finding.code.is_key());
        doubts.map(line).collect::<Vec<_>>().join("; ")
    }

    /// Prints what was found, before anything is asked.
    pub(super) fn print_found(&self, workspace: &Workspace) -> Result<(), CommandError> {
        workspace.terminal.print(&self.found())
    }

    /// Prints the report at the end: all of it as JSON, or in words what is not told yet.
    pub(super) fn print(&self, as_json: bool, workspace: &Workspace) -> Result<(), CommandError> {
        if as_json {
            return print_json(&self.to_json(), workspace);
        }
        if self.form.is_none() {
            return workspace.terminal.print(&self.found());
        }
        workspace.terminal.print(&self.key_in_words())
    }

    fn found(&self) -> String {
        let mut text = String::new();
        if let Some(form) = &self.form {
            let _ = writeln!(text, "{} ({})", printable(&form.title), form.format);
            let _ = writeln!(text, "{}", message!("report-taken", count = form.items.len()));
            for item in &form.items {
                let _ = writeln!(text, "  {}: {}", printable(&item.link), answers(item));
            }
        }
        let left =
            if self.form.is_none() { message!("report-refused") } else { message!("report-left") };
        let groups = [
            ("E-", left),
            ("K-", message!("report-about-key")),
            ("W-", message!("report-to-know")),
        ];
        for (prefix, title) in groups {
            let these: Vec<&Finding> =
                self.findings.iter().filter(|f| f.code.name().starts_with(prefix)).collect();
            if !these.is_empty() {
                let _ = writeln!(text, "{title}:");
                for finding in these {
                    let _ = writeln!(text, "  {}", line(finding));
                }
            }
        }
        for proposal in self.form.iter().flat_map(|form| &form.proposals) {
            let because = printable(&proposal.because);
            let described =
                message!("report-score-described", because = because, score = in_words(proposal));
            let _ = writeln!(text, "{described}");
        }
        text
    }

    fn key_in_words(&self) -> String {
        let mut text = String::new();
        if let Some(ByKey { key, .. }) = &self.key {
            let _ = writeln!(text, "{}", message!("report-scored-by-key", key = key.as_str()));
        }
        if let Some((plan, composed)) = &self.composed {
            for score in &plan.scores {
                let told = if self.is_confirmed {
                    message!("report-score-confirmed", score = in_words(score))
                } else {
                    message!("report-score-asked", score = in_words(score))
                };
                let _ = writeln!(text, "{told}");
            }
            if plan.scores.is_empty() {
                let _ = writeln!(text, "{}", message!("report-no-score"));
            }
            if !composed.numbered.is_empty() {
                let count = composed.numbered.len();
                let _ = writeln!(text, "{}", message!("report-numbered", count = count));
            }
        }
        text
    }

    fn to_json(&self) -> Value {
        let findings: Vec<Value> = self
            .findings
            .iter()
            .map(|f| json!({"code": f.code.name(), "item": f.link, "reason": f.reason}))
            .collect();
        let left = self.findings.iter().any(|finding| finding.code.name().starts_with("E-"));
        let verdict = match &self.form {
            None => "refused",
            Some(_) if !self.asked.is_empty() => "ask",
            Some(_) if left => "taken in part",
            Some(_) => "taken",
        };
        let items = self.form.iter().flat_map(|form| &form.items).map(|item| self.item_json(item));
        let composed = self.composed.iter().flat_map(|(plan, _)| &plan.scores).map(score_json);
        let by_key = self.key.iter().flat_map(|made| made.scores.iter().cloned());
        let scores = composed.chain(by_key);
        let proposals = self.form.iter().flat_map(|form| &form.proposals).map(score_json);
        json!({
            "format": crate::render::json::JSON_FORMAT,
            "file": self.file,
            "kind": self.form.as_ref().map(|form| &form.format),
            "verdict": verdict,
            "title": self.form.as_ref().map(|form| &form.title),
            "id": self.written.as_ref().map(|(id, _)| id),
            "written": self.written.as_ref().and_then(|(_, path)| path.as_ref()),
            "key": self.key_state(),
            "taken": items.collect::<Vec<_>>(),
            "findings": findings,
            "proposals": proposals.collect::<Vec<_>>(),
            "scores": scores.collect::<Vec<_>>(),
            "reasons": self.asked,
        })
    }

    /// Says in a word what the scores stand on.
    fn key_state(&self) -> &'static str {
        let scored = self.composed.as_ref().is_some_and(|(plan, _)| !plan.scores.is_empty());
        match () {
            () if self.key.is_some() => "key of checkin",
            () if scored && self.is_confirmed => "confirmed",
            () if scored => "asked for",
            () if self.is_doubtful() => "to be confirmed",
            () => "none",
        }
    }

    fn item_json(&self, item: &FormItem) -> Value {
        let composed = self.composed.as_ref().map(|(_, composed)| composed);
        let given = self.composed.as_ref().and_then(|(plan, _)| plan.values.get(&item.link));
        json!({
            "item": item.link,
            "id": composed
                .map(|composed| &composed.ids)
                .or(self.key.as_ref().map(|made| &made.ids))
                .and_then(|ids| ids.get(&item.link)),
            "kind": kind(item),
            "values": given.cloned().or_else(|| item.values()),
        })
    }
}

/// Tells a score of a definition, its items by their names in the file as in every report.
fn of_outline(score: &toml::Table, links: &[String], outline: &Outline) -> Value {
    let link = |id: &toml::Value| {
        let place = outline.items.iter().position(|item| Some(item.id.as_str()) == id.as_str())?;
        links.get(place)
    };
    let list = |key: &str| -> Vec<&String> {
        let ids = score.get(key).and_then(toml::Value::as_array).into_iter().flatten();
        ids.filter_map(link).collect()
    };
    let word = |key: &str| score.get(key).and_then(toml::Value::as_str);
    json!({
        "id": word("id"),
        "title": word("title"),
        "method": word("method"),
        "items": list("items"),
        "reverse": list("reverse"),
    })
}

fn score_json(score: &Proposal) -> Value {
    json!({
        "id": score.id,
        "title": score.title,
        "method": if score.is_mean { "mean" } else { "sum" },
        "items": score.items,
        "reverse": score.reverse,
    })
}

/// Tells a finding in one line.
fn line(finding: &Finding) -> String {
    let reason = printable(&finding.reason);
    match &finding.link {
        Some(link) => format!("{} {}: {reason}", finding.code, printable(link)),
        None => format!("{} {reason}", finding.code),
    }
}

fn kind(item: &FormItem) -> &'static str {
    match item.kind {
        FormKind::Choice(_) | FormKind::Open(_) => "scale",
        FormKind::Number { .. } => "number",
        FormKind::YesNo => "yes-no",
        FormKind::Many(_) => "many",
        FormKind::Text => "text",
    }
}

/// Tells what an item takes, with the values that the file gives.
fn answers(item: &FormItem) -> String {
    let of = |options: &[crate::interop::FormOption]| {
        let option = |option: &crate::interop::FormOption| match option.value {
            Some(value) => {
                format!("{} {}", crate::questionnaire::value_name(value), printable(&option.label))
            }
            None => printable(&option.label).into_owned(),
        };
        options.iter().map(option).collect::<Vec<_>>().join(", ")
    };
    // What is never scored is only numbered, whatever values the file gives.
    let labels = |options: &[crate::interop::FormOption]| {
        let label = |option: &crate::interop::FormOption| printable(&option.label).into_owned();
        options.iter().map(label).collect::<Vec<_>>().join(", ")
    };
    match &item.kind {
        FormKind::Choice(options) => of(options),
        FormKind::Open(options) => labels(options),
        FormKind::Many(options) => message!("takes-any-of", options = labels(options)),
        FormKind::Number { min, max, .. } => {
            message!("takes-number-between", min = min.to_string(), max = max.to_string())
        }
        FormKind::YesNo => message!("takes-yes-or-no"),
        FormKind::Text => message!("takes-words"),
    }
}
