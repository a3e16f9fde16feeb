//! Owns the JSON form of judged series, schema format 1; every absent value is `null`.

use serde_json::{Value, json};

use super::json::JSON_FORMAT;
use crate::report::{Drift, DriftVerdict, Judged, Row, Shift, Verdict};

/// A judged series with its name.
#[derive(Clone, Copy, Debug)]
pub struct NamedSeries<'a> {
    /// The name: a score's id, or a column.
    pub name: &'a str,
    /// The judgement.
    pub judged: &'a Judged,
}

/// Writes judged series as JSON.
pub fn to_text(series: &[NamedSeries<'_>]) -> Result<String, serde_json::Error> {
    let series: Vec<Value> = series.iter().map(named).collect();
    super::json::to_text(&json!({ "format": JSON_FORMAT, "series": series }))
}

fn named(series: &NamedSeries<'_>) -> Value {
    let NamedSeries { name, judged } = series;
    json!({
        "name": name,
        "thresholds": {
            "possible": judged.thresholds.possible,
            "clear": judged.thresholds.clear,
        },
        "rows": judged.rows.iter().map(row).collect::<Vec<_>>(),
        "shifts": judged.shifts.iter().map(shift).collect::<Vec<_>>(),
    })
}

/// Returns one row of a judged series.
pub(super) fn row(row: &Row) -> Value {
    let figures = row.figures.as_ref();
    let between = figures.and_then(|figures| figures.between);
    json!({
        "date": row.date,
        "score": row.score,
        "n": row.n,
        "segment_start": row.segment_start,
        "verdict": verdict(row.verdict),
        "phi": figures.map(|figures| figures.phi),
        "z": figures.map(|figures| figures.z),
        "z_week": figures.map(|figures| figures.z_week),
        "split_date": figures.map(|figures| figures.split_date),
        "before": figures.map(|figures| figures.before),
        "after": figures.map(|figures| figures.after),
        "n_before": figures.map(|figures| figures.n_before),
        "n_after": figures.map(|figures| figures.n_after),
        "spread": figures.map(|figures| figures.spread),
        "range": figures.map(|figures| [figures.range.0, figures.range.1]),
        "earliest_date": between.map(|(earliest, _)| earliest),
        "latest_date": between.map(|(_, latest)| latest),
        "confirmed": row.confirmed,
        "trend": drift(&row.drift),
    })
}

fn drift(drift: &Drift) -> Value {
    let figures = drift.figures.as_ref();
    let verdict = match drift.verdict {
        DriftVerdict::TooEarly => "too_early",
        DriftVerdict::None => "none",
        DriftVerdict::Rising => "rising",
        DriftVerdict::Falling => "falling",
    };
    json!({
        "verdict": verdict,
        "n": drift.n,
        "z": figures.map(|figures| figures.z),
        "slope_per_4_weeks": figures.map(|figures| figures.slope_per_4_weeks),
        "interval": figures.map(|figures| [figures.interval.0, figures.interval.1]),
    })
}

fn shift(shift: &Shift) -> Value {
    json!({
        "date": shift.date,
        "confirmed_on": shift.confirmed_on,
        "before": shift.before,
        "after": shift.after,
        "earliest_date": shift.earliest,
        "latest_date": shift.latest,
    })
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::TooEarly => "too_early",
        Verdict::Usual => "usual",
        Verdict::OutsideRange => "outside_range",
        Verdict::PossibleWeek => "possible_week",
        Verdict::PossibleShift => "possible_shift",
        Verdict::ClearWeek => "clear_week",
        Verdict::ClearShift => "clear_shift",
    }
}
