//! `checkin trends --browse`: the charts on the whole screen, and the answers behind a point.

use console::Key;

use crate::cli::commands::history::in_full;
use crate::cli::error::CommandError;
use crate::cli::screen::{Input, Screen};
use crate::cli::terminal::Mode;
use crate::cli::workspace::Workspace;
use crate::history::Query;
use crate::language::message;
use crate::render::Options;
use crate::render::picture::line_chart::{Frame, chart, numbered_events};
use crate::render::text::{in_lines, parts_in_lines};
use crate::report::wording::day;
use crate::report::{PlotPoint, Report, ScoreLine};

/// Shows the charts until the person leaves.
pub(super) fn browse(report: &Report, workspace: &Workspace) -> Result<(), CommandError> {
    if workspace.terminal.mode() == Mode::Lines {
        return Err(CommandError::failed(message!("browsing-needs-screen"))
            .hint(message!("browsing-line-by-line")));
    }
    let Some(mut place) = Place::new(report) else {
        workspace.terminal.say(&message!("no-check-in-in-period"));
        return Ok(());
    };
    let screen = Screen::enter()?;
    loop {
        let options = Options { width: screen.size().1.max(20), ..workspace.layout() };
        screen.show(&place.drawn(report, &options, screen.size().0))?;
        let Input::Key(key) = screen.read()? else { continue };
        match place.pressed(&key) {
            Move::Stay => {}
            Move::Leave => return Ok(()),
            Move::Open => read(&answers(place.point(), workspace)?, &screen)?,
        }
    }
}

/// Where the person is.
struct Place<'a> {
    lines: Vec<&'a ScoreLine>,
    score: usize,
    point: usize,
}

/// What a key asks for.
#[derive(Debug, PartialEq, Eq)]
enum Move {
    Stay,
    Open,
    Leave,
}

impl<'a> Place<'a> {
    /// Begins at the last check-in of the first score; `None` if there is no point at all.
    fn new(report: &'a Report) -> Option<Self> {
        let all = report.sections.iter().flat_map(|section| &section.scores);
        let lines: Vec<&ScoreLine> = all.filter(|line| !line.plot.points.is_empty()).collect();
        let point = lines.first()?.plot.points.len() - 1;
        Some(Self { lines, score: 0, point })
    }

    fn line(&self) -> &'a ScoreLine {
        self.lines[self.score]
    }

    fn point(&self) -> &'a PlotPoint {
        &self.line().plot.points[self.point]
    }

    fn pressed(&mut self, key: &Key) -> Move {
        let last = self.line().plot.points.len() - 1;
        match key {
            Key::ArrowLeft | Key::Char('h') => self.point = self.point.saturating_sub(1),
            Key::ArrowRight | Key::Char('l') => self.point = (self.point + 1).min(last),
            Key::Home => self.point = 0,
            Key::End => self.point = last,
            Key::ArrowDown | Key::Tab | Key::Char('j') => self.turn_to(self.score + 1),
            Key::ArrowUp | Key::BackTab | Key::Char('k') => {
                self.turn_to(self.score + self.lines.len() - 1);
            }
            Key::Enter | Key::Char(' ') => return Move::Open,
            Key::Escape | Key::CtrlC | Key::Char('q') => return Move::Leave,
            _ => {}
        }
        Move::Stay
    }

    /// Turns to another score, at the check-in nearest in time.
    fn turn_to(&mut self, score: usize) {
        let date = self.point().date;
        self.score = score % self.lines.len();
        let points = self.line().plot.points.iter().enumerate();
        let nearest = points.min_by_key(|(_, point)| (point.date - date).num_days().abs());
        self.point = nearest.map_or(0, |(place, _)| place);
    }

    fn drawn(&self, report: &Report, options: &Options, rows: usize) -> Vec<String> {
        let point = self.point();
        let mut said = format!("{}: {}. ", day(point.date), point.figure.shown);
        said.push_str(&point.sentences.join(" "));
        let mut marks = String::new();
        // Text is put together in memory; that cannot fail.
        let _ = numbered_events(&mut marks, report, options);
        let place = message!("score-place", number = self.score + 1, of = self.lines.len());
        let place = format!("{place}   {}", message!("chart-keys"));
        let wrapped = |text: &str| in_lines(text, options.width);
        let words: Vec<String> = [wrapped(&said), footer(&place, options.width)].concat();
        let marks = wrapped(marks.trim_end());
        let picture = |step| {
            let frame = Frame { step, chosen: Some(point.date) };
            chart(self.line(), report, options, frame)
                .iter()
                .flat_map(|line| line.lines().map(str::to_owned).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        let fits = |step: &u16| picture(*step).len() + marks.len() + words.len() < rows;
        let step = [3, 2, 1].into_iter().find(fits).unwrap_or(1);
        let mut lines = picture(step);
        if lines.len() + marks.len() + words.len() < rows {
            lines.extend(marks);
        }
        lines.truncate(rows.saturating_sub(words.len()));
        if lines.len() + words.len() < rows {
            lines.push(String::new());
        }
        lines.extend(words);
        lines
    }
}

/// Wraps a line whose parts stand three blanks apart.
fn footer(text: &str, width: usize) -> Vec<String> {
    let parts: Vec<String> = text.split("   ").map(str::to_owned).collect();
    parts_in_lines(&parts, "   ", width)
}

/// Returns the check-in behind a point, in words.
fn answers(point: &PlotPoint, workspace: &Workspace) -> Result<String, CommandError> {
    let query = Query { from: Some(point.date), to: Some(point.date), ..Query::default() };
    let of_day = workspace.store.check_ins(&query)?;
    match of_day.iter().find(|kept| kept.sequence == point.sequence) {
        Some(kept) => in_full(kept, workspace),
        None => Ok(message!("check-in-gone")),
    }
}

/// Shows a text until the person goes back.
fn read(text: &str, screen: &Screen) -> Result<(), CommandError> {
    let mut top = 0;
    loop {
        let (rows, columns) = screen.size();
        let lines = in_lines(text, columns.max(20));
        let told = |last: usize| {
            let seen =
                message!("lines-seen", lines = format!("{}-{last}", top + 1), of = lines.len());
            footer(&format!("{seen}   {}", message!("reading-keys")), columns.max(20))
        };
        // The last line's number is never longer than that of all lines.
        let room = rows.saturating_sub(told(lines.len()).len()).max(1);
        if top > lines.len().saturating_sub(room) {
            top = lines.len().saturating_sub(room);
            continue;
        }
        let mut page: Vec<String> = lines.iter().skip(top).take(room).cloned().collect();
        page.resize(room, String::new());
        page.extend(told((top + room).min(lines.len())));
        screen.show(&page)?;
        let Input::Key(key) = screen.read()? else { continue };
        match key {
            Key::ArrowDown | Key::Char('j') => top += 1,
            Key::ArrowUp | Key::Char('k') => top = top.saturating_sub(1),
            Key::PageDown | Key::Char(' ') => top += room,
            Key::PageUp => top = top.saturating_sub(room),
            Key::Home => top = 0,
            Key::End => top = lines.len(),
            Key::Enter | Key::Escape | Key::CtrlC | Key::ArrowLeft | Key::Char('q') => {
                return Ok(());
            }
            _ => {}
        }
    }
}
