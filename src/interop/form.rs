//! Owns the model that every foreign format is read into: items, their options with what the file
//! says about values, and proposed scores.

use std::collections::BTreeMap;

use super::fhir::Wanted;
use super::finding::{Code, Finding};
use super::recognise::proposed_keys;

/// What came of reading a file.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The questionnaire; absent where the file is refused.
    pub form: Option<Form>,
    /// All that is to be said, in the order of the file.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Refuses a file for one reason.
    pub(super) fn refused(code: Code, reason: impl Into<String>) -> Self {
        Self { form: None, findings: vec![Finding::file(code, reason)] }
    }
}

/// A questionnaire of foreign origin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// The format and its version, for the report.
    pub format: String,
    /// The title.
    pub title: String,
    /// What an id is made from.
    pub name: String,
    /// The version, as the file writes it.
    pub version: Option<String>,
    /// The BCP 47 tag of the texts.
    pub language: Option<String>,
    /// What it is about.
    pub about: Option<String>,
    /// A text over all items, such as the period they ask about.
    pub recall: Option<String>,
    /// Where it comes from: a canonical address, a citation.
    pub source: Option<String>,
    /// LOINC codes of the whole and of its items, as far as the file has them.
    pub codes: Vec<String>,
    /// The LOINC codes of each item, by its name in the file.
    pub item_codes: BTreeMap<String, Vec<String>>,
    /// The copyright.
    pub credit: Option<String>,
    /// What the owner asks.
    pub terms: Option<String>,
    /// The items that were taken, in order.
    pub items: Vec<FormItem>,
    /// Scores that the file describes well enough to propose them.
    pub proposals: Vec<Proposal>,
}

/// An item of a foreign questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct FormItem {
    /// Its name in the file.
    pub link: String,
    /// The wording.
    pub text: String,
    /// What can be answered.
    pub kind: FormKind,
}

/// What a foreign item takes.
#[derive(Clone, Debug, PartialEq)]
pub enum FormKind {
    /// One of several options.
    Choice(Vec<FormOption>),
    /// A number in a range.
    Number {
        /// The lowest.
        min: f64,
        /// The highest.
        max: f64,
        /// The step.
        step: Option<f64>,
        /// The unit.
        unit: Option<String>,
    },
    /// Yes or no.
    YesNo,
    /// One of several options, of a list that was open to other answers; never scored.
    Open(Vec<FormOption>),
    /// Any of several options; never scored.
    Many(Vec<FormOption>),
    /// Words; never scored.
    Text,
}

/// A response option.
#[derive(Clone, Debug, PartialEq)]
pub struct FormOption {
    /// The label.
    pub label: String,
    /// The value the file gives it for scoring.
    pub value: Option<f64>,
    /// A numeric code, which may be the value and may not.
    pub code: Option<f64>,
}

/// A score that the file describes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// The local id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The names of its items in the file.
    pub items: Vec<String>,
    /// Those of them that are reverse-scored.
    pub reverse: Vec<String>,
    /// Whether it is a mean; else a sum.
    pub is_mean: bool,
    /// How it is described in the file.
    pub because: String,
}

impl Form {
    /// Holds the form to what a definition can be: some item that can be scored, or asked where
    /// that is wanted, and no more than fit.
    pub(super) fn finish(self, mut findings: Vec<Finding>, wanted: Wanted<'_>) -> Reading {
        let refusal = if self.items.len() > 500 {
            Some((Code::Limit, format!("{} items are too many; at most 500", self.items.len())))
        } else if self.items.is_empty()
            || !(wanted.unscored || self.items.iter().any(FormItem::is_scorable))
        {
            Some((Code::Nothing, "nothing that can be scored is left".to_owned()))
        } else {
            None
        };
        match refusal {
            None => {
                findings.extend(proposed_keys(&self));
                Reading { form: Some(self), findings }
            }
            Some((code, reason)) => {
                if code == Code::Nothing {
                    findings.extend(self.items.iter().filter_map(FormItem::why_unscored));
                }
                findings.push(Finding::file(code, reason));
                Reading { form: None, findings }
            }
        }
    }
}

impl FormItem {
    /// Returns the options of an item that takes one of several.
    pub fn choices(&self) -> Option<&[FormOption]> {
        match &self.kind {
            FormKind::Choice(options) => Some(options),
            _ => None,
        }
    }

    /// Returns whether it can be part of a score.
    pub fn is_scorable(&self) -> bool {
        matches!(self.kind, FormKind::Choice(_) | FormKind::Number { .. } | FormKind::YesNo)
    }

    /// Says of an item that can be asked and has no other reason against it why it is never scored.
    fn why_unscored(&self) -> Option<Finding> {
        matches!(self.kind, FormKind::Many(_)).then(|| {
            let reason =
                "it takes several answers, which are never scored; `--unscored` takes it unscored";
            Finding::item(Code::Repeats, &self.link, reason)
        })
    }

    /// Returns how many options can be given values: those of a choice, or yes and no.
    pub fn option_count(&self) -> usize {
        match &self.kind {
            FormKind::Choice(options) => options.len(),
            FormKind::YesNo => 2,
            _ => 0,
        }
    }

    /// Returns the values of its options, where all have one and all differ.
    pub fn values(&self) -> Option<Vec<f64>> {
        distinct(self.choices()?.iter().map(|option| option.value).collect::<Option<Vec<_>>>()?)
    }

    /// Returns the numeric codes of its options, where all have one and all differ.
    pub fn codes(&self) -> Option<Vec<f64>> {
        distinct(self.choices()?.iter().map(|option| option.code).collect::<Option<Vec<_>>>()?)
    }
}

/// Returns the values if no two are equal.
pub(super) fn distinct(values: Vec<f64>) -> Option<Vec<f64>> {
    let mut sorted = values.clone();
    sorted.sort_by(f64::total_cmp);
    sorted.windows(2).all(|pair| (pair[1] - pair[0]).abs() > 1e-9).then_some(values)
}
