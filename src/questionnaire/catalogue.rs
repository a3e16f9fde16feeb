//! Owns which questionnaires there are: the built-in ones and the user's own, read when asked for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::decode::decode;
use super::diagnostic::{Diagnostic, Severity, Source};
use super::id::QuestionnaireId;
use super::model::Questionnaire;
use super::nearest::nearest;
use super::validate::{Lookup, validate};
use super::{translation, translations};

/// The built-in definitions, by file name, in the order in which they are listed.
const BUILT_IN: [(&str, &str); 11] = [
    ("weekly", include_str!("../../questionnaires/weekly.toml")),
    ("pulse", include_str!("../../questionnaires/pulse.toml")),
    ("support", include_str!("../../questionnaires/support.toml")),
    ("emotional-safety", include_str!("../../questionnaires/emotional-safety.toml")),
    ("stigma", include_str!("../../questionnaires/stigma.toml")),
    ("teamwork", include_str!("../../questionnaires/teamwork.toml")),
    ("vicarious-resilience", include_str!("../../questionnaires/vicarious-resilience.toml")),
    ("self-care", include_str!("../../questionnaires/self-care.toml")),
    ("growth", include_str!("../../questionnaires/growth.toml")),
    ("strain", include_str!("../../questionnaires/strain.toml")),
    ("context", include_str!("../../questionnaires/context.toml")),
];

/// All definitions. Each is decoded on first use.
#[derive(Debug)]
pub struct Catalogue {
    sources: BTreeMap<QuestionnaireId, Source>,
    /// Translations by questionnaire and language tag.
    translations: BTreeMap<(QuestionnaireId, String), Source>,
    order: Vec<QuestionnaireId>,
    known: RefCell<BTreeMap<QuestionnaireId, Option<Arc<Questionnaire>>>>,
    /// What is being loaded, outermost first: an include that leads back is found in it.
    loading: RefCell<Vec<QuestionnaireId>>,
}

/// A definition file with everything found in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The questionnaire; absent if there is a mistake.
    pub questionnaire: Option<Questionnaire>,
    /// Mistakes and warnings, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The place of each worked example.
    pub example_spans: Vec<Range<usize>>,
}

impl Checked {
    /// Returns whether there is a mistake.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

impl Catalogue {
    /// Puts the built-in definitions and the user's own together. A file is known by its name:
    /// `support.toml` is `support`, `support.es.toml` its translation. A user's file with the name
    /// of a built-in one is passed over: one id, one definition.
    pub fn new(own: Vec<Source>) -> Self {
        let mut catalogue = Self {
            sources: BTreeMap::new(),
            translations: BTreeMap::new(),
            order: Vec::new(),
            known: RefCell::default(),
            loading: RefCell::default(),
        };
        for (name, text) in BUILT_IN {
            catalogue.insert(Source::new(format!("{name}.toml"), text));
        }
        let translations = translations::BUILT_IN.iter();
        let translations = translations
            .map(|(name, text)| Source::new(format!("{name}.toml"), (*text).to_owned()));
        // A translation of one's own goes before the built-in one.
        for source in translations.chain(own) {
            if let Some((id, language)) = source.stem().split_once('.') {
                let key = (QuestionnaireId::new(id), language.to_owned());
                catalogue.translations.insert(key, source);
            } else if !catalogue.sources.contains_key(&QuestionnaireId::new(source.stem())) {
                catalogue.insert(source);
            }
        }
        catalogue
    }

    fn insert(&mut self, source: Source) {
        let id = QuestionnaireId::new(source.stem());
        self.order.push(id.clone());
        self.sources.insert(id, source);
    }

    /// Returns all ids: the built-in ones first, then the user's own by name.
    pub fn ids(&self) -> &[QuestionnaireId] {
        &self.order
    }

    /// Returns whether a questionnaire is built in.
    pub fn is_built_in(&self, id: &QuestionnaireId) -> bool {
        BUILT_IN.iter().any(|(name, _)| *name == id.as_str())
    }

    /// Returns the text of a definition.
    pub fn source(&self, id: &QuestionnaireId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// Returns a questionnaire, includes expanded; `None` if there is none of that name, or if it has
    /// mistakes, which [`Catalogue::check`] tells.
    pub fn load(&self, id: &QuestionnaireId) -> Option<Arc<Questionnaire>> {
        if let Some(known) = self.known.borrow().get(id) {
            return known.clone();
        }
        let checked = self.check(self.sources.get(id)?);
        let fits = |found: &Questionnaire| found.id == *id;
        let found = checked.questionnaire.filter(fits).map(Arc::new);
        self.known.borrow_mut().insert(id.clone(), found.clone());
        found
    }

    /// Checks a definition's text against all that is installed.
    pub fn check(&self, source: &Source) -> Checked {
        let mut problems = Vec::new();
        let mut example_spans = Vec::new();
        let raw = decode(source.text(), &mut problems);
        let id =
            raw.id.as_ref().map(|id| (QuestionnaireId::new(id.value.as_str()), id.span.clone()));
        if let Some((id, span)) = &id
            && id.as_str() != source.stem()
        {
            let message =
                format!("the file is not named after its id; `{id}` belongs in {id}.toml");
            problems.push(Diagnostic::warning(message, span.clone()));
        }
        if let Some((id, _)) = &id {
            self.loading.borrow_mut().push(id.clone());
        }
        let resolve = |other: &QuestionnaireId| self.lookup(other);
        let questionnaire = validate(raw, &resolve, &mut problems, &mut example_spans);
        if id.is_some() {
            self.loading.borrow_mut().pop();
        }
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        problems.dedup();
        limit(&mut problems);
        Checked { questionnaire, diagnostics: problems, example_spans }
    }

    fn lookup(&self, id: &QuestionnaireId) -> Lookup {
        if self.loading.borrow().contains(id) {
            return Lookup::Cycle;
        }
        if !self.sources.contains_key(id) {
            let known = self.order.iter().map(QuestionnaireId::as_str);
            return Lookup::Unknown(nearest(id.as_str(), known).map(str::to_owned));
        }
        self.load(id).map_or(Lookup::Faulty, Lookup::Found)
    }

    /// Returns the user's questionnaires that include this one.
    pub fn included_by(&self, id: &QuestionnaireId) -> Vec<QuestionnaireId> {
        let includes = |user: &QuestionnaireId| {
            let mut problems = Vec::new();
            let raw = self.sources.get(user).map(|source| decode(source.text(), &mut problems));
            raw.is_some_and(|raw| raw.includes.iter().any(|part| part.from.value == id.as_str()))
        };
        self.order.iter().filter(|user| *user != id && includes(user)).cloned().collect()
    }

    /// Returns the languages that a questionnaire is translated into.
    pub fn languages(&self, id: &QuestionnaireId) -> Vec<&str> {
        let of_this = self.translations.keys().filter(|(known, _)| known == id);
        of_this.map(|(_, language)| language.as_str()).collect()
    }

    /// Returns a questionnaire for showing in `language`, where there is a translation of every text
    /// of its own and of each part, in the version that is installed; else as it is. Ids, values and scores stay the same.
    pub fn translated(&self, questionnaire: &Questionnaire, language: &str) -> Questionnaire {
        let mut shown = questionnaire.clone();
        let whole = [(&questionnaire.id, &questionnaire.version)];
        let parts = questionnaire.parts.iter().map(|part| (&part.id, &part.version));
        for (id, version) in parts.chain(whole) {
            // Without a translation for the region, the one for the language.
            let primary = language.split('-').next().unwrap_or(language);
            let of = |tag: &str| self.translations.get(&(id.clone(), tag.to_owned()));
            let Some(source) = of(language).or_else(|| of(primary)) else { continue };
            // What was answered under another version may have asked something else.
            let Some(original) = self.load(id).filter(|known| known.version == *version) else {
                continue;
            };
            if let Ok(texts) = translation::check(source, &original) {
                texts.apply(&mut shown);
            }
        }
        shown
    }

    /// Checks a translation's text against the questionnaire it belongs to.
    pub fn check_translation(&self, source: &Source) -> Vec<Diagnostic> {
        let id = source.stem().split_once('.').map_or(source.stem(), |(id, _)| id);
        match self.load(&QuestionnaireId::new(id)) {
            Some(original) => translation::check(source, &original).err().unwrap_or_default(),
            None => vec![
                Diagnostic::error(format!("there is no questionnaire `{id}` to translate"), 0..0)
                    .with_hint("name the file after the id and the language, like support.es.toml"),
            ],
        }
    }
}
/// The most findings that are told of one file; nobody reads more, and telling each costs time.
const MOST_FINDINGS: usize = 200;

/// Cuts the findings to what is told, with a last one that says how many are left out.
fn limit(problems: &mut Vec<Diagnostic>) {
    let more = problems.len().saturating_sub(MOST_FINDINGS);
    if more > 0 {
        problems.truncate(MOST_FINDINGS);
        let span = problems.last().map_or(0..0, |last| last.span.clone());
        let message =
            format!("{more} more mistakes follow; they are told once these are corrected");
        problems.push(Diagnostic::error(message, span));
    }
}
