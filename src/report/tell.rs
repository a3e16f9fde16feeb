//! Owns which verdicts of a report are told, in which order, and which are told together.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::build::ScoreHistory;
use super::model::{Judgement, ScoreLine, Section};
use super::verdict::Telling;
use super::wording::joined;
use crate::scoring::shown;
use crate::trend::{Shift, Verdict, judge_latest};

/// Judges a series and returns what is said of its reading on `date`, and of the shifts recorded
/// since `from`.
pub fn judgement(
    history: &ScoreHistory,
    (from, date): (NaiveDate, NaiveDate),
) -> Option<Judgement> {
    let range = (history.range.from, history.range.to);
    let judged = judge_latest(&history.series.entries(range, &history.baselines), history.setup);
    let row = judged.rows.iter().rfind(|row| row.date == date)?.clone();
    let since = judged.rows[row.segment_start].date;
    let together = history.setup.together;
    let telling = Telling { better: history.better, together, range, since };
    let own = |score: f64| shown(range.0 + score / 100.0 * (range.1 - range.0));
    let earlier = |shift: &&Shift| from <= shift.confirmed_on && shift.confirmed_on < date;
    Some(Judgement {
        shifts: judged.shifts.iter().filter(earlier).map(|shift| telling.shift(shift)).collect(),
        sentences: telling.sentences(&row),
        drift: telling.drift(&row.drift),
        usual_range: row
            .figures
            .as_ref()
            .map(|figures| format!("{}-{}", own(figures.range.0), own(figures.range.1))),
        thresholds: judged.thresholds,
        row,
    })
}

/// Returns the verdicts as paragraphs: what stands out first, each on its own; then what is usual,
/// together; then what is too early, together where the words are the same.
pub(super) fn paragraphs(sections: &[Section]) -> Vec<String> {
    let told: Vec<(&ScoreLine, &Judgement)> = sections
        .iter()
        .flat_map(|section| &section.scores)
        .filter_map(|line| Some((line, line.judgement.as_ref()?)))
        .collect();
    let of = |wanted: fn(Verdict) -> bool| {
        told.iter().filter(move |(_, judgement)| wanted(judgement.row.verdict))
    };
    let stands_out = |verdict| !matches!(verdict, Verdict::Usual | Verdict::TooEarly);
    let mut paragraphs: Vec<String> = of(stands_out)
        .map(|(line, judgement)| format!("{}: {}", line.title, judgement.sentences.join(" ")))
        .collect();
    for (line, judgement) in &told {
        paragraphs.extend(judgement.shifts.iter().map(|words| format!("{}: {words}", line.title)));
    }
    paragraphs.extend(usual(&of(|verdict| verdict == Verdict::Usual).copied().collect::<Vec<_>>()));
    let early: Vec<_> = of(|verdict| verdict == Verdict::TooEarly).copied().collect();
    paragraphs.extend(too_early(&early, early.len() == told.len()));
    for (line, judgement) in &told {
        use crate::trend::DriftVerdict::{Falling, Rising};
        let drifts = matches!(judgement.row.drift.verdict, Rising | Falling) || told.len() == 1;
        if let Some(drift) = judgement.drift.as_ref().filter(|_| drifts) {
            paragraphs.push(format!("{}: {drift}", line.title));
        }
    }
    paragraphs
}

fn usual(told: &[(&ScoreLine, &Judgement)]) -> Option<String> {
    match told {
        [] => None,
        [(line, judgement)] => Some(format!("{}: {}", line.title, judgement.sentences.join(" "))),
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|(line, judgement)| {
                    let range = judgement.usual_range.as_deref().unwrap_or_default();
                    format!("{} ({range})", line.title)
                })
                .collect();
            Some(format!(
                "Within your usual range: {}. No sign of a change there; small changes can still \
                 be hidden.",
                joined(&names)
            ))
        }
    }
}

fn too_early(told: &[(&ScoreLine, &Judgement)], is_all: bool) -> Vec<String> {
    let mut by_words: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (line, judgement) in told {
        by_words.entry(judgement.sentences.join(" ")).or_default().push(&line.title);
    }
    let alike = by_words.len() == 1 && is_all;
    by_words
        .into_iter()
        .map(|(words, titles)| if alike { words } else { format!("{}: {words}", joined(&titles)) })
        .collect()
}
