//! Owns translations: `support.es.toml` beside `support.toml`, texts only, by id, every text or none,
//! sources apart.
//!
//! ```toml
//! format = 1
//! translates = "support"
//! language = "es"
//! title = "…"
//! about = "…"          # where the original has one
//! recall = "…"
//! [items]
//! heard = "…"          # one a text of the file's own items
//! [labels]             # response options and "not applicable", by their original wording
//! "Never" = "…"
//! [units]              # likewise
//! [scores]
//! support = "…"
//! [bands]              # labels and notes, by their original wording
//! "lower third" = "…"
//! [sources]            # sources of the questionnaire and of bands, likewise; these may be left out
//! "Written for us" = "…"
//! ```

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use super::decode::fields::{Fields, LABEL, TEXT, text};
use super::diagnostic::{Diagnostic, Source};
use super::id::QuestionnaireId;
use super::model::{Item, ItemKind, Questionnaire};
use super::nearest::nearest;

/// The texts of one translation, complete.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    id: QuestionnaireId,
    language: String,
    title: String,
    about: Option<String>,
    recall: Option<String>,
    /// By table and original (an id or a wording).
    by_key: BTreeMap<(&'static str, String), String>,
}

const TABLES: [&str; 6] = ["items", "labels", "units", "scores", "bands", SOURCES];

/// The table that may leave texts out, since not every source is a sentence.
const SOURCES: &str = "sources";

/// Reads a translation and holds it against the original: every text must be there, none beside.
pub(super) fn check(source: &Source, original: &Questionnaire) -> Result<Texts, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in &errors {
        let message = format!("this is not TOML: {}", error.message());
        problems.push(Diagnostic::error(message, error.span().unwrap_or(0..0)));
    }
    if !errors.is_empty() {
        return Err(problems);
    }
    let keys: Vec<&str> = ["format", "translates", "language", "title", "about", "recall"]
        .into_iter()
        .chain(TABLES)
        .collect();
    let whole = 0..source.text().find('\n').unwrap_or(source.text().len());
    let fields = Fields::new(table.get_ref(), whole, &keys, &mut problems);
    let texts = read(&fields, original, &mut problems);
    match texts {
        Some(texts) if problems.is_empty() => Ok(texts),
        _ => Err(problems),
    }
}

fn read(
    fields: &Fields<'_, '_>,
    original: &Questionnaire,
    problems: &mut Vec<Diagnostic>,
) -> Option<Texts> {
    fields.require("format", "1", problems);
    fields.require("translates", &format!("\"{}\"", original.id), problems);
    fields.require("language", "\"es\"", problems);
    fields.require("title", "\"…\"", problems);
    if original.about.is_some() {
        fields.require("about", "\"…\"", problems);
    }
    if !original.recall.is_empty() {
        fields.require("recall", "\"…\"", problems);
    }
    if let Some(translates) = fields.text("translates", LABEL, problems)
        && translates.value != original.id.as_str()
    {
        let message = format!("this file belongs to `{}`, not `{}`", original.id, translates.value);
        problems.push(Diagnostic::error(message, translates.span));
    }
    let mut by_key = BTreeMap::new();
    for table in TABLES {
        let wanted = wanted(table, original);
        let given = given(fields, table, problems);
        for (key, (value, span)) in &given {
            if !wanted.contains(key) {
                let message = format!("the original has no `{key}` among its {table}");
                let near = nearest(key, wanted.iter().map(String::as_str));
                problems.push(Diagnostic::error(message, span.clone()).with_nearest(near));
            }
            by_key.insert((table, key.clone()), value.clone());
        }
        let is_missing = |key: &&String| table != SOURCES && !given.contains_key(*key);
        for missing in wanted.iter().filter(is_missing) {
            let message = format!("the translation of `{missing}` is missing under [{table}]");
            problems.push(
                Diagnostic::error(message, fields.key_span(table))
                    .with_hint("a translation has every text or none"),
            );
        }
    }
    Some(Texts {
        id: original.id.clone(),
        language: fields.text("language", LABEL, problems)?.value,
        title: fields.text("title", LABEL, problems)?.value,
        about: fields.text("about", TEXT, problems).map(|about| about.value),
        recall: fields.text("recall", LABEL, problems).map(|recall| recall.value),
        by_key,
    })
}

type Given = BTreeMap<String, (String, std::ops::Range<usize>)>;

fn given(fields: &Fields<'_, '_>, table: &'static str, problems: &mut Vec<Diagnostic>) -> Given {
    let mut given = BTreeMap::new();
    let Some(DeValue::Table(entries)) = fields.value(table).map(toml::Spanned::get_ref) else {
        // A table of the wrong type is reported; an absent one is missing text by text.
        let _ = fields.table(table, problems);
        return given;
    };
    for (key, value) in entries {
        if let Some(words) = text(value, TEXT, problems) {
            given.insert(key.get_ref().to_string(), (words.value, words.span));
        }
    }
    given
}

/// Returns whether an item is defined by the file itself and not included.
fn is_own(item: &Item, original: &Questionnaire) -> bool {
    item.id.questionnaire() == original.id.as_str()
}

/// Returns what a table must translate.
fn wanted(table: &str, original: &Questionnaire) -> BTreeSet<String> {
    let own = original.items.iter().filter(|item| is_own(item, original));
    let own_scores =
        original.scores.iter().filter(|score| score.id.questionnaire() == original.id.as_str());
    let mut wanted = BTreeSet::new();
    match table {
        "items" => wanted.extend(own.map(|item| item.id.local().to_owned())),
        "labels" => own.for_each(|item| {
            if let ItemKind::Scale { options } | ItemKind::Many { options } = &item.kind {
                wanted.extend(options.iter().map(|option| option.label.clone()));
            }
            wanted.extend(item.not_applicable.clone());
        }),
        "units" => own.for_each(|item| {
            if let ItemKind::Number { unit: Some(unit), .. } = &item.kind {
                wanted.insert(unit.clone());
            }
        }),
        "scores" => wanted.extend(own_scores.map(|score| score.id.local().to_owned())),
        SOURCES => {
            wanted.extend(original.provenance.source.clone());
            wanted.extend(own_scores.filter_map(|score| score.bands_source.clone()));
        }
        _ => own_scores.flat_map(|score| &score.bands).for_each(|band| {
            wanted.insert(band.label.clone());
            wanted.extend(band.note.clone());
        }),
    }
    wanted
}

impl Texts {
    /// Puts the texts in place of the original ones, in the file's own items and scores.
    pub(super) fn apply(&self, shown: &mut Questionnaire) {
        if shown.id == self.id {
            shown.title.clone_from(&self.title);
            shown.about.clone_from(&self.about);
            shown.language.clone_from(&self.language);
            if let Some(recall) = &self.recall {
                shown.recall.clone_from(recall);
            }
            self.put_source(&mut shown.provenance.source);
        }
        for part in shown.parts.iter_mut().filter(|part| part.id == self.id) {
            part.title.clone_from(&self.title);
        }
        let of_this = |name: &str| name == self.id.as_str();
        for item in shown.items.iter_mut().filter(|item| of_this(item.id.questionnaire())) {
            self.put("items", item.id.local(), &mut item.text);
            if let Some(recall) = &self.recall {
                item.recall.clone_from(recall);
            }
            if let Some(label) = &mut item.not_applicable {
                self.put("labels", &label.clone(), label);
            }
            match &mut item.kind {
                ItemKind::Scale { options } | ItemKind::Many { options } => {
                    for option in options {
                        self.put("labels", &option.label.clone(), &mut option.label);
                    }
                }
                ItemKind::Number { unit: Some(unit), .. } => self.put("units", &unit.clone(), unit),
                _ => {}
            }
        }
        for score in shown.scores.iter_mut().filter(|score| of_this(score.id.questionnaire())) {
            self.put("scores", score.id.local(), &mut score.title);
            self.put_source(&mut score.bands_source);
            for band in &mut score.bands {
                self.put("bands", &band.label.clone(), &mut band.label);
                if let Some(note) = &mut band.note {
                    self.put("bands", &note.clone(), note);
                }
            }
        }
    }

    fn put_source(&self, place: &mut Option<String>) {
        if let Some(source) = place {
            self.put(SOURCES, &source.clone(), source);
        }
    }

    fn put(&self, table: &'static str, key: &str, place: &mut String) {
        if let Some(text) = self.by_key.get(&(table, key.to_owned())) {
            place.clone_from(text);
        }
    }
}
