//! Owns reading `[[score]]`.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::super::diagnostic::Diagnostic;
use super::super::score::{Better, Group};
use super::fields::{At, Fields, LABEL, TEXT, number, wrong_type};
use super::item::limit;
use super::raw::{RawBand, RawMethod, RawMissing, RawNorms, RawScore};
use super::{local_id, parse_version, word};

const KEYS: [&str; 17] = [
    "id",
    "title",
    "group",
    "items",
    "scores",
    "reverse",
    "weights",
    "method",
    "count",
    "output",
    "t_score",
    "better",
    "missing",
    "bands",
    "bands_source",
    "reliability",
    "comparable_with",
];

pub(super) fn scores(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Vec<RawScore> {
    let tables = fields.tables("score", problems);
    tables.into_iter().map(|(table, span)| score(table, span, problems)).collect()
}

fn score(table: &DeTable<'_>, span: Range<usize>, problems: &mut Vec<Diagnostic>) -> RawScore {
    let fields = Fields::new(table, span.clone(), &KEYS, problems);
    fields.require("id", "\"support\"", problems);
    let versions = fields.texts("comparable_with", problems).map(|texts| texts.value);
    let comparable_with = versions
        .into_iter()
        .flatten()
        .filter_map(|text| Some(parse_version(text, problems)?.value))
        .collect();
    RawScore {
        span,
        id: fields.text("id", LABEL, problems).and_then(|id| local_id(id, problems)),
        title: fields.text("title", LABEL, problems),
        group: group(&fields, problems),
        items: fields.texts("items", problems),
        scores: fields.texts("scores", problems),
        reverse: fields.texts("reverse", problems).map(|texts| texts.value).unwrap_or_default(),
        weights: weights(&fields, problems),
        has_method: fields.has("method"),
        method: word(
            &fields,
            "method",
            &[("mean", RawMethod::Mean), ("sum", RawMethod::Sum), ("count", RawMethod::Count)],
            problems,
        ),
        count: fields
            .table("count", problems)
            .and_then(|(table, span)| limit(table, span, problems)),
        output: output(&fields, problems),
        t_score: norms(&fields, "t_score", "mean", problems),
        better: word(
            &fields,
            "better",
            &[("higher", Better::Higher), ("lower", Better::Lower), ("neither", Better::Neither)],
            problems,
        ),
        missing: missing(&fields, problems),
        bands: bands(&fields, problems),
        bands_source: fields.text("bands_source", TEXT, problems),
        reliability: norms(&fields, "reliability", "alpha", problems),
        comparable_with,
    }
}

fn group(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<At<Group>> {
    word(
        fields,
        "group",
        &[
            ("work", Group::Work),
            ("self", Group::Person),
            ("strain", Group::Strain),
            ("summary", Group::Summary),
            ("other", Group::Other),
        ],
        problems,
    )
}

fn weights(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Vec<(At<String>, f64)> {
    let Some((table, _)) = fields.table("weights", problems) else { return Vec::new() };
    let mut weights = Vec::new();
    for (key, value) in table {
        let Some(weight) = number(value, problems) else { continue };
        if weight.value <= 0.0 {
            problems.push(
                Diagnostic::error("a weight is above 0", weight.span)
                    .with_hint("leave an item out of `items` instead of giving it no weight"),
            );
            continue;
        }
        weights.push((At { value: key.get_ref().to_string(), span: key.span() }, weight.value));
    }
    weights
}

fn output(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<At<(f64, f64)>> {
    let array = fields.array("output", problems)?;
    let [from, to] = array.value.as_slice() else {
        problems.push(
            Diagnostic::error("`output` has a lowest and a highest value", array.span)
                .with_hint("write it like `output = [0, 100]`"),
        );
        return None;
    };
    let (from, to) = (number(from, problems)?, number(to, problems)?);
    if from.value >= to.value {
        let message =
            format!("the lowest value {} is not below the highest {}", from.value, to.value);
        problems.push(
            Diagnostic::error(message, array.span)
                .with_hint("to turn a score round, name its items in `reverse`"),
        );
        return None;
    }
    Some(At { value: (from.value, to.value), span: array.span })
}

fn norms(
    fields: &Fields<'_, '_>,
    key: &str,
    first: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<RawNorms> {
    let (table, span) = fields.table(key, problems)?;
    let fields = Fields::new(table, span, &[first, "sd", "source"], problems);
    fields.require(first, "0.88", problems);
    fields.require("sd", "16.5", problems);
    fields.require("source", "\"citation\"", problems);
    let value = fields.number(first, problems);
    let sd = fields.number("sd", problems);
    let source = fields.text("source", TEXT, problems);
    if let Some(alpha) = value.as_ref().filter(|_| first == "alpha")
        && !(alpha.value > 0.0 && alpha.value < 1.0)
    {
        problems.push(Diagnostic::error("`alpha` is above 0 and below 1", alpha.span.clone()));
        return None;
    }
    if let Some(sd) = sd.as_ref().filter(|sd| sd.value <= 0.0) {
        problems.push(Diagnostic::error("`sd` is above 0", sd.span.clone()));
        return None;
    }
    Some(RawNorms { first: value?.value, sd: sd?.value, source: source?.value })
}

fn missing(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<RawMissing> {
    let (table, span) = fields.table("missing", problems)?;
    let fields = Fields::new(table, span.clone(), &["at_least", "share", "prorate"], problems);
    if fields.has("at_least") && fields.has("share") {
        problems.push(
            Diagnostic::error("`missing` has `at_least` or `share`, not both", span.clone())
                .with_hint("leave one of them out"),
        );
    }
    Some(RawMissing {
        span,
        at_least: fields.whole("at_least", problems),
        share: fields.number("share", problems),
        prorate: fields.truth("prorate", problems),
    })
}

fn bands(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<At<Vec<RawBand>>> {
    let array = fields.array("bands", problems)?;
    let mut bands = Vec::new();
    for member in &array.value {
        let DeValue::Table(table) = member.get_ref() else {
            problems.push(wrong_type("a band like { from = 0, label = \"low\" }", member));
            continue;
        };
        let band = Fields::new(table, member.span(), &["from", "label", "note"], problems);
        band.require("from", "0", problems);
        band.require("label", "\"low\"", problems);
        let from = band.number("from", problems);
        let label = band.text("label", LABEL, problems);
        let note = band.text("note", TEXT, problems).map(|note| note.value);
        if let (Some(from), Some(label)) = (from, label) {
            bands.push(RawBand { from, label: label.value, note });
        }
    }
    Some(At { value: bands, span: array.span })
}
