//! Owns how a look back is put together from series, check-ins and events.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::model::{
    Attendance, Attended, Dated, EventLine, Figure, Period, Report, ScoreLine, Section, Slot,
};
use super::page::{
    AnswerLine, Choices, NoteLine, Page, SourceLine, StepLine, imported, left_out, method,
    questions, steps,
};
use super::plot::{plot, strain_map};
use super::record::CheckInRecord;
use super::tell::{Judging, paragraphs};
use super::wording::{day, difference_words, event_days, event_kind, heading, joined};
use crate::checkin::{Event, Private, Step, WeekStart};
use crate::language::message;
use crate::questionnaire::{Better, Group, Range};
use crate::trend::{Series, Setup};

/// What a look back is made from.
#[derive(Clone, Debug)]
pub struct Material {
    /// The person's day today.
    pub today: NaiveDate,
    /// The rhythm of the person's week.
    pub week_start: WeekStart,
    /// The days to look back over.
    pub period: Period,
    /// The days that all finished check-ins are about, one entry a check-in, ascending.
    pub check_in_days: Vec<NaiveDate>,
    /// The scores that were computed, with their readings, in the order to show them in.
    pub scores: Vec<ScoreHistory>,
    /// All events.
    pub events: Vec<Event>,
    /// What must be said of the questionnaires used (validation, bands, credit).
    pub caveats: Vec<String>,
    /// All steps, if they are shown.
    pub steps: Vec<Step>,
    /// What the supervision page needs beside; `None` where only the look back is wanted.
    pub extras: Option<Extras>,
}

/// What the supervision page needs beside the look back, already cut to what was chosen.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// What goes in.
    pub choices: Choices,
    /// Notes of the period, if they go in.
    pub notes: Vec<NoteLine>,
    /// Single answers of the period, if they go in.
    pub answers: Vec<AnswerLine>,
    /// The weeks' context, if it goes in.
    pub context: Vec<AnswerLine>,
    /// The questionnaires that the numbers come from.
    pub sources: Vec<SourceLine>,
    /// The check-ins of the period as records.
    pub records: Vec<CheckInRecord>,
    /// Titles of scores that were taken out.
    pub scores_left_out: Vec<String>,
    /// The titles of the scores whose answers stay out because they would tell a private one.
    pub held_back: Vec<String>,
}

/// One score and its readings.
#[derive(Clone, Debug)]
pub struct ScoreHistory {
    /// Its title.
    pub title: String,
    /// Its group.
    pub group: Group,
    /// Which direction is good.
    pub better: Better,
    /// The lowest and highest possible value.
    pub range: Range,
    /// Days that one check-in asks about.
    pub recall_days: u32,
    /// Where its meaning changed, in words.
    pub changes: Vec<(NaiveDate, String)>,
    /// Its readings.
    pub series: Series,
    /// What the engine must know of the series.
    pub setup: Setup,
    /// The days from which a new baseline was begun by hand.
    pub baselines: Vec<NaiveDate>,
}

/// So many readings are judged sooner than threads are begun.
const FEW: usize = 200;

/// Puts a look back together.
pub fn look_back(material: &Material) -> Report {
    let period = material.period;
    let weeks = period.weeks(material.week_start);
    let span = Span { period, weeks: &weeks };
    let first = material.check_in_days.first().map(|day| material.week_start.week_of(*day));
    let calendar = Calendar { material, first };
    let mut report = Report {
        title: message!("look-back", count = weeks.len()),
        from: period.from,
        to: period.to,
        attendance: attendance(&span, &calendar),
        sections: sections(&span, &calendar),
        events: events(period, &material.events),
        marks: Vec::new(),
        map: None,
        page: Page::default(),
        verdicts: Vec::new(),
        caveats: changes(material).chain(material.caveats.iter().cloned()).collect(),
        weeks: Vec::new(),
    };
    report.weeks = weeks;
    let steps = steps(&material.steps, period);
    report.marks = marks(&report.events, &steps);
    if let Some(extras) = &material.extras {
        report.page = page(material, extras, &report.sections, &steps);
    }
    report.map = strain_map(&report.sections);
    report.verdicts = paragraphs(&report.sections);
    report
}

/// What must be said of scores that changed their meaning within the period.
fn changes(material: &Material) -> impl Iterator<Item = String> {
    let Period { from, to } = material.period;
    let all = material.scores.iter().flat_map(|score| &score.changes);
    all.filter(move |(date, _)| from <= *date && *date <= to).map(|(_, words)| words.clone())
}

fn page(material: &Material, extras: &Extras, sections: &[Section], steps: &[StepLine]) -> Page {
    let week = chrono::Datelike::num_days_from_ce(&material.period.to) / 7;
    Page {
        steps: steps.to_vec(),
        questions: questions(sections, &extras.choices, usize::try_from(week).unwrap_or(0)),
        notes: extras.notes.clone(),
        answers: extras.answers.clone(),
        context: extras.context.clone(),
        left_out: left_out(extras),
        sources: extras.sources.clone(),
        records: extras.records.clone(),
        method: method(!sections.is_empty()).into_iter().chain(imported(&extras.records)).collect(),
    }
}

/// The period and the weeks that touch it.
struct Span<'a> {
    period: Period,
    weeks: &'a [NaiveDate],
}

struct Calendar<'a> {
    material: &'a Material,
    first: Option<NaiveDate>,
}

impl Calendar<'_> {
    /// What a week without a check-in was.
    fn empty_week(&self, week: NaiveDate) -> Attended {
        let present = self.material.week_start.week_of(self.material.today);
        let away = self.material.events.iter().any(|event| is_away(event, week));
        if self.first.is_none_or(|first| week < first) {
            Attended::Open
        } else if away {
            Attended::Away
        } else if week >= present {
            Attended::Open
        } else {
            Attended::Missed
        }
    }
}

/// Returns whether an event takes the person away from work in the week that starts with `week`.
pub fn is_away(event: &Event, week: NaiveDate) -> bool {
    event.kind.is_leave() && (0..7).any(|days| event.covers(week + Days::new(days)))
}

fn attendance(span: &Span<'_>, calendar: &Calendar<'_>) -> Attendance {
    let done: BTreeMap<NaiveDate, usize> =
        calendar.material.check_in_days.iter().fold(BTreeMap::new(), |mut count, day| {
            *count.entry(calendar.material.week_start.week_of(*day)).or_default() += 1;
            count
        });
    let attended = |week: &NaiveDate| {
        if done.contains_key(week) { Attended::Done } else { calendar.empty_week(*week) }
    };
    let weeks: Vec<Attended> = span.weeks.iter().map(attended).collect();
    let count = |wanted| weeks.iter().filter(|week| **week == wanted).count();
    let (missed, away) = (count(Attended::Missed), count(Attended::Away));
    let finished = span.weeks.iter().filter_map(|week| done.get(week)).sum();
    let mut words = vec![message!("check-ins-done", count = finished)];
    if missed > 0 {
        words.push(message!("weeks-without", count = missed));
    }
    if away > 0 {
        words.push(message!("weeks-away", count = away));
    }
    Attendance { done: finished, missed, away, weeks, words: format!("{}.", joined(&words)) }
}

fn sections(span: &Span<'_>, calendar: &Calendar<'_>) -> Vec<Section> {
    let mut groups: BTreeMap<Group, Vec<ScoreLine>> = BTreeMap::new();
    let in_period = |history: &&ScoreHistory| {
        let mut days = history.series.readings.iter().rev().map(|reading| reading.date);
        days.any(|day| span.period.from <= day && day <= span.period.to)
    };
    let histories: Vec<&ScoreHistory> = calendar.material.scores.iter().filter(in_period).collect();
    for judging in judged(&histories) {
        let line = score_line(&judging, span, calendar);
        groups.entry(judging.history.group).or_default().push(line);
    }
    groups
        .into_iter()
        .map(|(group, scores)| Section { group, heading: heading(group), scores })
        .collect()
}

/// Judges the histories, each of a long look back in a thread of its own: none needs another one.
fn judged<'a>(histories: &[&'a ScoreHistory]) -> Vec<Judging<'a>> {
    let readings: usize = histories.iter().map(|history| history.series.readings.len()).sum();
    let Some((last, others)) = histories.split_last().filter(|_| readings > FEW) else {
        return histories.iter().map(|history| Judging::new(history)).collect();
    };
    std::thread::scope(|scope| {
        let others: Vec<_> =
            others.iter().map(|history| scope.spawn(|| Judging::new(history))).collect();
        let last = Judging::new(last);
        let others = others.into_iter().map(|judging| match judging.join() {
            Ok(judging) => judging,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        others.chain([last]).collect()
    })
}

/// One score over the period, in which it has a reading.
fn score_line(judging: &Judging<'_>, span: &Span<'_>, calendar: &Calendar<'_>) -> ScoreLine {
    let (history, period) = (judging.history, span.period);
    let in_period = |date: NaiveDate| period.from <= date && date <= period.to;
    let mut comparable = history.series.comparable().into_iter().rev();
    let latest = comparable.next().filter(|(reading, _)| in_period(reading.date));
    let former = latest.and_then(|_| comparable.next());
    let difference = latest.zip(former).map(|((_, now), (_, before))| now - before);
    let dated = |(reading, value): (&crate::trend::Reading, f64)| Dated {
        date: reading.date,
        figure: Figure::new(value),
    };
    ScoreLine {
        score: history.series.score.clone(),
        title: history.title.clone(),
        better: history.better,
        range: (history.range.from, history.range.to),
        latest: latest.map(dated),
        former: former.map(dated),
        difference: difference.map(Figure::new),
        difference_words: difference_words(difference, history.better),
        judgement: latest.and_then(|(reading, _)| judging.judgement((period.from, reading.date))),
        plot: plot(history, judging, (period, calendar.material.week_start)),
        slots: span.weeks.iter().map(|week| slot(history, *week, calendar)).collect(),
    }
}

fn slot(history: &ScoreHistory, week: NaiveDate, calendar: &Calendar<'_>) -> Slot {
    let of_week = |day: NaiveDate| calendar.material.week_start.week_of(day) == week;
    let mut readings = history.series.readings.iter().filter(|reading| of_week(reading.date));
    let mut any = false;
    let value = readings.by_ref().fold(None, |latest, reading| {
        any = true;
        reading.value.as_ref().map(|Private(value)| *value).or(latest)
    });
    match value {
        Some(value) => Slot::Value(Figure::new(value)),
        None if any => Slot::NoValue,
        None => match calendar.empty_week(week) {
            Attended::Missed => Slot::Missed,
            Attended::Away => Slot::Away,
            Attended::Done | Attended::Open => Slot::Open,
        },
    }
}

/// Returns events and steps as they stand on the axis, in the order of their days.
fn marks(events: &[EventLine], steps: &[StepLine]) -> Vec<EventLine> {
    let steps = steps.iter().map(|step| EventLine {
        from: step.date,
        to: None,
        when: day(step.date),
        kind: message!("step-mark", course = step.course.as_str()),
        text: Some(step.text.clone()),
    });
    let mut marks: Vec<EventLine> = events.iter().cloned().chain(steps).collect();
    marks.sort_by_key(|mark| mark.from);
    marks
}

fn events(period: Period, events: &[Event]) -> Vec<EventLine> {
    let mut lines: Vec<EventLine> = events
        .iter()
        .filter(|event| {
            let to = event.to.unwrap_or(if event.kind.is_leave() { period.to } else { event.from });
            event.from <= period.to && period.from <= to
        })
        .map(|event| EventLine {
            from: event.from,
            to: event.to,
            when: event_days(event),
            kind: event_kind(event.kind),
            text: event.text.clone(),
        })
        .collect();
    lines.sort_by_key(|line| line.from);
    lines
}
