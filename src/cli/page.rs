//! Owns what goes into the supervision page: the options that choose it, and the material they leave.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::commands::history::in_words;
use super::commands::trends::score_id;
use super::error::CommandError;
use super::look_back::{PeriodArgs, Selection};
use super::records::Records;
use super::shown::Shown;
use super::workspace::Workspace;
use crate::checkin::{Responses, Untrusted};
use crate::history::{CheckIn, Export, Query, Store};
use crate::language::message;
use crate::questionnaire::{ItemId, Questionnaire, ScoreId, nearest};
use crate::report::{AnswerLine, Choices, Extras, Material, NoteLine, Part, Period, source_line};

/// How many weeks a page covers unless told otherwise.
const WEEKS: u32 = 12;

/// What goes into a page, by options.
#[derive(Debug, Args)]
pub(crate) struct PageArgs {
    #[command(flatten)]
    period: PeriodArgs,

    /// Begin the day after the last export ended
    #[arg(long, conflicts_with_all = ["last", "since"])]
    since_last: bool,

    /// What goes in beside the scores (default: events,steps)
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    include: Option<Vec<PartArg>>,

    /// Private item that goes in with the answers, by its id
    #[arg(long, value_name = "ITEM")]
    private: Vec<String>,

    /// Only these scores, and of the answers only those behind them
    #[arg(long, value_delimiter = ',', value_name = "SCORES")]
    only: Vec<String>,

    /// Not these scores
    #[arg(long, value_delimiter = ',', value_name = "SCORES")]
    without: Vec<String>,

    /// Question to talk about, instead of those that are chosen for what moved
    #[arg(long, value_name = "TEXT")]
    question: Vec<String>,

    /// No questions at all
    #[arg(long, conflicts_with = "question")]
    no_questions: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PartArg {
    /// Leave, incidents, new roles
    Events,
    /// Steps and their course
    Steps,
    /// Notes, those to check-ins and items among them
    Notes,
    /// Single answers
    Answers,
    /// The week's context
    Context,
    /// Nothing beside the scores
    None,
}

impl PartArg {
    fn part(self) -> Option<Part> {
        match self {
            PartArg::Events => Some(Part::Events),
            PartArg::Steps => Some(Part::Steps),
            PartArg::Notes => Some(Part::Notes),
            PartArg::Answers => Some(Part::Answers),
            PartArg::Context => Some(Part::Context),
            PartArg::None => None,
        }
    }
}

/// What a page is made of: the days, and what was chosen.
#[derive(Clone, Debug)]
pub(crate) struct PageChoice {
    pub(crate) period: Period,
    pub(crate) choices: Choices,
    /// Private items that go in with the answers.
    pub(crate) private: Vec<ItemId>,
}

impl PageArgs {
    /// Returns what the options choose.
    pub(crate) fn choice(&self, workspace: &Workspace) -> Result<PageChoice, CommandError> {
        let scores = |names: &[String]| names.iter().map(|name| score_id(name)).collect();
        let mut choices = Choices {
            only: scores(&self.only),
            without: scores(&self.without),
            ..Choices::default()
        };
        if let Some(include) = &self.include {
            choices.parts = include.iter().filter_map(|part| part.part()).collect();
        }
        if self.no_questions || !self.question.is_empty() {
            choices.questions = Some(self.question.clone());
        }
        let mut period = self.period.period(WEEKS, workspace)?;
        if self.since_last {
            let last = workspace.last_export()?.ok_or_else(|| {
                CommandError::failed(message!("nothing-exported-yet"))
                    .hint(message!("choose-with-last"))
            })?;
            period.from = workspace.week_after(&last, period.to);
        }
        let private = self.private.iter().map(|id| ItemId::new(id.as_str())).collect();
        Ok(PageChoice { period, choices, private })
    }

    /// Returns whether any option chooses the days.
    pub(crate) fn says_when(&self) -> bool {
        self.since_last || self.period.is_given()
    }

    /// Returns whether any option chooses what goes in.
    pub(crate) fn says_what(&self) -> bool {
        self.include.is_some() || !self.only.is_empty() || !self.without.is_empty()
    }
}

impl Workspace {
    /// Returns the last page that was given out.
    pub(crate) fn last_export(&self) -> Result<Option<Export>, CommandError> {
        Ok(self.read(Store::exports)?.pop())
    }

    /// Returns the week of the day after an export ended; of `to` where that is earlier.
    pub(crate) fn week_after(&self, export: &Export, to: NaiveDate) -> NaiveDate {
        let after = export.to.succ_opt().unwrap_or(export.to);
        self.settings.week_start().week_of(after.min(to))
    }

    /// Puts together what a page is made from, cut to what was chosen.
    pub(crate) fn page_material(&self, choice: &PageChoice) -> Result<Material, CommandError> {
        self.store.in_one_state(|| {
            let selection = Selection { period: choice.period, scores: Vec::new() };
            let mut material = self.material(&selection)?;
            let known: Vec<&ScoreId> =
                material.scores.iter().map(|score| &score.series.score).collect();
            check_scores(&choice.choices, &known)?;
            material.extras = Some(self.cut(&mut material, choice)?);
            Ok(material)
        })
    }

    /// Cuts the material to what was chosen and returns what the page has beside.
    fn cut(&self, material: &mut Material, choice: &PageChoice) -> Result<Extras, CommandError> {
        let choices = &choice.choices;
        let takes = |part| choices.parts.contains(&part);
        let mut extras = Extras { choices: choices.clone(), ..Extras::default() };
        let in_period = |history: &crate::report::ScoreHistory| {
            let mut days = history.series.readings.iter().map(|reading| reading.date);
            days.any(|day| choice.period.from <= day && day <= choice.period.to)
        };
        for score in &material.scores {
            if !choices.takes(&score.series.score) && in_period(score) {
                extras.scores_left_out.push(score.title.clone());
            }
        }
        material.scores.retain(|score| choices.takes(&score.series.score));
        if !takes(Part::Steps) {
            material.steps.clear();
        }
        if !takes(Part::Events) {
            material.events.clear();
        }
        if self.store.exists() {
            self.gather_beside(choice, &mut extras)?;
        }
        Ok(extras)
    }

    /// Gathers the notes, answers, context and records that go in.
    fn gather_beside(&self, choice: &PageChoice, extras: &mut Extras) -> Result<(), CommandError> {
        let choices = &choice.choices;
        let takes = |part| choices.parts.contains(&part);
        let Period { from, to } = choice.period;
        let query = Query { from: Some(from), to: Some(to), ..Query::default() };
        if takes(Part::Notes) {
            for kept in self.store.notes(&query)? {
                let (date, text) = (kept.content.date, kept.content.text);
                extras.notes.push(NoteLine { date, about: message!("about-note"), text });
            }
        }
        let mut records = Records::new(choice, self.store.export_key()?);
        for kept in self.store.check_ins(&query)? {
            let check_in = kept.content;
            let definition = self.definition(&check_in.answered.definition)?;
            let takes_any = || definition.scores.iter().any(|score| choices.takes(&score.id));
            if !choices.only.is_empty() && !takes_any() {
                continue;
            }
            let worded = self.in_language(&definition)?;
            let source = source_line(&worded);
            if !extras.sources.contains(&source) {
                extras.sources.push(source);
            }
            let shown = Shown::of(&worded, choice);
            records.take(kept.id, &check_in, (&definition, &shown));
            if takes(Part::Notes) {
                extras.notes.extend(notes(&check_in, &worded, &shown));
            }
            if takes(Part::Answers) {
                let responses = &check_in.answered.responses;
                extras.answers.extend(answers(&check_in, responses, &worded, &shown));
                let is_new = |title: &&String| !extras.held_back.contains(title);
                let new: Vec<String> = shown.held_back.iter().filter(is_new).cloned().collect();
                extras.held_back.extend(new);
            }
            if let Some(context) = check_in.context.as_ref().filter(|_| takes(Part::Context)) {
                let definition = self.definition(&context.definition)?;
                let worded = self.in_language(&definition)?;
                let shown = Shown::every(&worded, choice);
                records.take_context(kept.id, check_in.date, (context, &definition), &shown);
                extras.context.extend(answers(&check_in, &context.responses, &worded, &shown));
                if takes(Part::Notes) {
                    extras.notes.extend(item_notes(&check_in, &worded, &shown));
                }
            }
        }
        extras.records = records.into_list();
        extras.notes.sort_by_key(|note| note.date);
        Ok(())
    }
}

/// Refuses scores that the history does not have.
fn check_scores(choices: &Choices, known: &[&ScoreId]) -> Result<(), CommandError> {
    let named = choices.only.iter().chain(&choices.without);
    let Some(missing) = named.into_iter().find(|id| !known.contains(id)) else { return Ok(()) };
    let error = CommandError::failed(message!("history-without-score", score = missing.as_typed()));
    Err(match nearest(missing.as_typed(), known.iter().map(|id| id.as_typed())) {
        Some(near) => error.hint(message!("did-you-mean", near = near)),
        None => error.hint(message!("table-shows-scores")),
    })
}

/// Returns the notes to a check-in and to its items, those left out whose answers are.
fn notes(check_in: &CheckIn, definition: &Questionnaire, shown: &Shown) -> Vec<NoteLine> {
    let date = check_in.date;
    let whole = check_in.note.iter().map(|text| NoteLine {
        date,
        about: message!("about-check-in"),
        text: text.clone(),
    });
    whole.chain(item_notes(check_in, definition, shown)).collect()
}

/// Returns the notes to items of a questionnaire, those left out whose answers are.
fn item_notes(check_in: &CheckIn, definition: &Questionnaire, shown: &Shown) -> Vec<NoteLine> {
    let items = definition.items.iter().filter(|item| shown.has_note(&item.id));
    items
        .filter_map(|item| {
            let text = check_in.item_notes.get(&item.id)?.clone();
            // A colon follows.
            let about = item.text.trim_end_matches('.').to_owned();
            Some(NoteLine { date: check_in.date, about, text })
        })
        .collect()
}

/// Returns answers in words, as far as they may be shown.
fn answers(
    check_in: &CheckIn,
    responses: &Responses,
    definition: &Questionnaire,
    shown: &Shown,
) -> Vec<AnswerLine> {
    let items = definition.items.iter().filter(|item| shown.has_answer(&item.id));
    items
        .filter_map(|item| {
            let response = responses.get(&item.id)?;
            Some(AnswerLine {
                date: check_in.date,
                item: item.text.clone(),
                answer: Untrusted::new(in_words(item, response)),
            })
        })
        .collect()
}
