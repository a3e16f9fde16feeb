//! Owns what the supervision page has beside the look back: what was chosen to go in, what was left
//! out, steps, notes, answers, questions to talk about, and where the numbers come from.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::build::Extras;
use super::model::{Period, Section};
use super::record::CheckInRecord;
use super::wording::{day, joined, step_course};
use crate::checkin::{Step, Untrusted};
use crate::guidance::{Level, Moved, PromptKind, Prompts, Side};
use crate::language::message;
use crate::questionnaire::{Better, Group, Origin, Questionnaire, ScoreId};
use crate::trend::Verdict;

/// What a page may hold beside scores. All but events and steps are out unless asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Events: leave, incidents, new roles.
    Events,
    /// Steps and their course.
    Steps,
    /// Notes, those to check-ins and to items among them.
    Notes,
    /// Single answers.
    Answers,
    /// The week's context.
    Context,
}

impl Part {
    /// All parts, in the order they are offered.
    pub const ALL: [Part; 5] =
        [Part::Events, Part::Steps, Part::Notes, Part::Answers, Part::Context];

    /// Returns the name that options use and the history keeps.
    pub fn name(self) -> &'static str {
        match self {
            Part::Events => "events",
            Part::Steps => "steps",
            Part::Notes => "notes",
            Part::Answers => "answers",
            Part::Context => "context",
        }
    }

    /// Returns the name that people read.
    pub fn label(self) -> String {
        match self {
            Part::Events => message!("part-events"),
            Part::Steps => message!("part-steps"),
            Part::Notes => message!("part-notes"),
            Part::Answers => message!("part-answers"),
            Part::Context => message!("part-context"),
        }
    }
}

/// What goes into a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The parts beside scores.
    pub parts: BTreeSet<Part>,
    /// Only these scores; empty means all but those of `without`.
    pub only: Vec<ScoreId>,
    /// Not these.
    pub without: Vec<ScoreId>,
    /// Questions to talk about in the person's own words; `None`: those that are chosen by rule.
    pub questions: Option<Vec<String>>,
}

impl Default for Choices {
    /// All scores, events and steps.
    fn default() -> Self {
        Self {
            parts: [Part::Events, Part::Steps].into(),
            only: Vec::new(),
            without: Vec::new(),
            questions: None,
        }
    }
}

impl Choices {
    /// Returns whether a score goes in.
    pub fn takes(&self, score: &ScoreId) -> bool {
        (self.only.is_empty() || self.only.contains(score)) && !self.without.contains(score)
    }
}

/// What the page has beside the look back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Steps of the period.
    pub steps: Vec<StepLine>,
    /// Questions to talk about.
    pub questions: Vec<Question>,
    /// Notes of the period.
    pub notes: Vec<NoteLine>,
    /// Single answers of the period.
    pub answers: Vec<AnswerLine>,
    /// The weeks' context.
    pub context: Vec<AnswerLine>,
    /// What was left out, in a sentence.
    pub left_out: Option<String>,
    /// The questionnaires that the numbers come from.
    pub sources: Vec<SourceLine>,
    /// The check-ins of the period, for formats that other systems read.
    pub records: Vec<CheckInRecord>,
    /// How the numbers came about, in sentences.
    pub method: Vec<String>,
}

/// A step as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct StepLine {
    /// The day it was chosen.
    pub date: NaiveDate,
    /// What it is.
    pub text: Untrusted,
    /// How it went, in words: "yes, 20 Nov 2026", "open".
    pub course: String,
}

/// A question to talk about.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The words.
    pub text: Untrusted,
    /// Why it stands there; `None` for the person's own.
    pub reason: Option<String>,
}

/// A note as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteLine {
    /// The day it is about.
    pub date: NaiveDate,
    /// What it belongs to, for example "check-in" or an item's text.
    pub about: String,
    /// The words.
    pub text: Untrusted,
}

/// One answer as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerLine {
    /// The day.
    pub date: NaiveDate,
    /// The item's text.
    pub item: String,
    /// The answer in words.
    pub answer: Untrusted,
}

/// A questionnaire that numbers come from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceLine {
    /// Title, id and version: "Weekly check-in (weekly 1.0.0)".
    pub name: String,
    /// Origin, source, licence and credit in a sentence.
    pub origin: String,
}

/// The most questions on a page.
const QUESTIONS: usize = 3;

/// Returns the questions to talk about: the person's own, or those that fit what moved.
pub(super) fn questions(sections: &[Section], choices: &Choices, turn: usize) -> Vec<Question> {
    if let Some(own) = &choices.questions {
        let own = own.iter().map(|text| Untrusted::new(text.as_str()));
        return own.map(|text| Question { text, reason: None }).collect();
    }
    let levels = levels(sections);
    let chosen = Prompts::in_language().choose(PromptKind::Question, &levels, turn, QUESTIONS);
    let question = |chosen: crate::guidance::Chosen| Question {
        text: Untrusted::new(chosen.text),
        reason: Some(chosen.reason),
    };
    chosen.into_iter().map(question).collect()
}

/// Returns the domains of a report as the rule that chooses prompts sees them.
pub fn levels(sections: &[Section]) -> Vec<Level<'_>> {
    let domains = sections.iter().filter(|section| section.group != Group::Summary);
    domains
        .flat_map(|section| &section.scores)
        .filter_map(|line| {
            let (low, high) = line.range;
            let moved = line.judgement.as_ref().and_then(|told| moved(&told.row));
            // A shift that was recorded in the period is a verdict too, if nothing came after it.
            let shift = line.plot.shifts.last().map(|shift| Moved {
                to: if shift.is_up { Side::High } else { Side::Low },
                is_clear: true,
            });
            Some(Level {
                score: &line.score,
                title: &line.title,
                place: (line.latest.as_ref()?.figure.raw - low) / (high - low),
                higher_is_better: line.better != Better::Lower,
                moved: moved.or(shift),
            })
        })
        .collect()
}

/// Returns the change that a verdict speaks of.
pub fn moved(row: &crate::trend::Row) -> Option<Moved> {
    let is_clear = match row.verdict {
        Verdict::ClearWeek | Verdict::ClearShift => true,
        Verdict::PossibleWeek | Verdict::PossibleShift => false,
        Verdict::TooEarly | Verdict::Usual | Verdict::OutsideRange => return None,
    };
    let to = if row.figures.as_ref()?.z > 0.0 { Side::High } else { Side::Low };
    Some(Moved { to, is_clear })
}

/// Returns the steps that were chosen or answered in the period.
pub(super) fn steps(all: &[Step], period: Period) -> Vec<StepLine> {
    let lies_in = |date: NaiveDate| period.from <= date && date <= period.to;
    let touches = |step: &&Step| {
        lies_in(step.date) || step.course.as_ref().is_some_and(|course| lies_in(course.date))
    };
    let line = |step: &Step| StepLine {
        date: step.date,
        text: step.text.clone(),
        course: match &step.course {
            Some(course) => format!("{}, {}", step_course(course.happened), day(course.date)),
            None => message!("step-open"),
        },
    };
    all.iter().filter(touches).map(line).collect()
}

/// Says what is not on the page, of what could be; titles of scores are the reader's to know.
pub(super) fn left_out(extras: &Extras) -> Option<String> {
    let parts = Part::ALL.into_iter().filter(|part| !extras.choices.parts.contains(part));
    let mut left: Vec<String> = parts.map(Part::label).collect();
    left.extend(extras.scores_left_out.iter().map(|title| message!("the-score", title = title)));
    let left = (!left.is_empty()).then(|| message!("left-out", parts = joined(&left)));
    let held = &extras.held_back;
    let held = (!held.is_empty()).then(|| message!("held-back", scores = joined(held)));
    let told: Vec<String> = left.into_iter().chain(held).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Returns where a questionnaire comes from, for the page's foot.
pub fn source_line(questionnaire: &Questionnaire) -> SourceLine {
    let of = &questionnaire.provenance;
    let origin = match of.origin {
        Origin::Original => message!("origin-original"),
        Origin::Adapted => message!("origin-adapted"),
        Origin::Published => message!("origin-published"),
    };
    let validated = if of.validated { message!("validated") } else { message!("not-validated") };
    let licence = of.license.as_ref().map(|license| message!("licence", licence = license));
    // A source is written as a sentence is.
    let source = of.source.as_ref().map(|source| format!(". {source}")).unwrap_or_default();
    let mut facts = vec![format!("{origin}; {validated}{source}")];
    facts.extend(licence);
    facts.extend(of.credit.clone());
    SourceLine {
        name: format!("{} ({} {})", questionnaire.title, questionnaire.id, questionnaire.version),
        origin: facts.join("; "),
    }
}

/// Says how many of the check-ins were brought from elsewhere.
pub(super) fn imported(records: &[CheckInRecord]) -> Option<String> {
    let count = records.iter().filter(|record| record.is_imported).count();
    (count > 0).then(|| message!("imported-count", count = count))
}

/// Says how the numbers came about, for the page's foot.
pub(super) fn method(has_domains: bool) -> Vec<String> {
    let mut method = vec![message!("method", version = env!("CARGO_PKG_VERSION"))];
    if has_domains {
        // design/trends: average difference needed for a clear verdict, s = 10, phi .3.
        method.push(message!("method-how-much"));
    }
    method
}
