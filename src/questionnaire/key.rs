//! Owns the scoring keys of published instruments: facts without wording, and how a person's own
//! copy of the wording makes a definition of them.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Table, Value};

use super::catalogue::Catalogue;
use super::diagnostic::Source;
use super::key_problem::KeyProblem;
use super::model::{Item, ItemKind, Questionnaire};
use super::outline::{Outline, OutlineItem, OutlineOption, OutlineScale, number};
use super::score::Score;

/// The keys, by file name, in the order in which they are listed.
const KEYS: [(&str, &str); 14] = [
    ("cbi", include_str!("../../questionnaires/keys/cbi.toml")),
    ("olbi", include_str!("../../questionnaires/keys/olbi.toml")),
    ("bat-12", include_str!("../../questionnaires/keys/bat-12.toml")),
    ("proqol-5", include_str!("../../questionnaires/keys/proqol-5.toml")),
    ("stss", include_str!("../../questionnaires/keys/stss.toml")),
    ("pss-4", include_str!("../../questionnaires/keys/pss-4.toml")),
    ("pss-10", include_str!("../../questionnaires/keys/pss-10.toml")),
    ("who-5", include_str!("../../questionnaires/keys/who-5.toml")),
    ("phq-2", include_str!("../../questionnaires/keys/phq-2.toml")),
    ("phq-9", include_str!("../../questionnaires/keys/phq-9.toml")),
    ("gad-7", include_str!("../../questionnaires/keys/gad-7.toml")),
    ("mspss", include_str!("../../questionnaires/keys/mspss.toml")),
    ("scs-sf", include_str!("../../questionnaires/keys/scs-sf.toml")),
    ("brs", include_str!("../../questionnaires/keys/brs.toml")),
];

/// The key of one instrument: a definition whose items have a number instead of a text, and whose
/// response options have a value and no label.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The definition format.
    pub format: u32,
    /// The key's name, and the id that a definition made from it has by default.
    pub id: String,
    /// The version of the key.
    pub version: String,
    /// The instrument's name.
    pub title: String,
    /// What the instrument is about, in one sentence.
    pub about: String,
    /// The recall period in words.
    pub recall: String,
    /// The recall period in days.
    pub recall_days: u32,
    /// The citation.
    pub source: String,
    /// The line that reports print.
    pub credit: String,
    /// What the owner asks of those who use it.
    pub terms: String,
    /// What the person should look at in their own copy before they confirm.
    pub caution: Option<String>,
    /// What has to be asked, because copies of the instrument differ.
    pub question: Option<KeyQuestion>,
    /// The sets of values.
    #[serde(rename = "scale")]
    pub scales: Vec<KeyScale>,
    /// The items.
    #[serde(rename = "item")]
    pub items: Vec<KeyItem>,
    /// The scores; `items` and `reverse` are numbers.
    #[serde(rename = "score")]
    scores: Vec<Table>,
    /// The worked examples.
    #[serde(rename = "example")]
    examples: Vec<KeyExample>,
}

/// A question about the person's copy, on which the key depends.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyQuestion {
    /// Its name for the command line.
    pub id: String,
    /// The question.
    pub text: String,
    /// The answers it can have.
    pub choices: Vec<KeyChoice>,
}

/// An answer to a key's question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyChoice {
    /// Its name for the command line.
    pub id: String,
    /// The answer in words.
    pub label: String,
    /// The numbers of the items that are reverse-scored in this case.
    pub reverse: Vec<u32>,
    /// What the lowest value of a scale stands for in this case.
    pub lowest: Option<String>,
    /// What the highest value of a scale stands for in this case.
    pub highest: Option<String>,
}

/// A set of values without labels.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyScale {
    /// The local id.
    pub id: String,
    /// The values, in the order in which copies print them.
    pub values: Vec<f64>,
    /// What the lowest value stands for.
    pub lowest: Option<String>,
    /// What the highest value stands for.
    pub highest: Option<String>,
}

/// An item without its text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyItem {
    /// Its number in the standard form, from 1.
    pub number: u32,
    /// The scale it is answered on.
    pub scale: String,
    /// Whether it stays out of exports.
    #[serde(default)]
    pub private: bool,
    /// The answer at which the support resources are shown.
    pub support_if: Option<Table>,
}

/// A worked example: the answers in item order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyExample {
    /// The answer to the key's question that it is for; absent: any.
    when: Option<String>,
    answers: Vec<Value>,
    expect: Table,
}

/// What a person's own copy adds to a key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wording {
    /// The id of the definition.
    pub id: String,
    /// The BCP 47 tag of the texts.
    pub language: String,
    /// The item texts, in the order of the numbers.
    pub items: Vec<String>,
    /// The labels by scale, in the order of its values.
    pub labels: BTreeMap<String, Vec<String>>,
    /// The answer to the key's question.
    pub choice: Option<String>,
    /// Whether it differs from the published wording.
    pub adapted: bool,
}

impl Key {
    /// Returns the names of all keys.
    pub fn names() -> impl Iterator<Item = &'static str> {
        KEYS.into_iter().map(|(name, _)| name)
    }

    /// Returns a key by its name.
    ///
    /// # Panics
    /// Never: every key is read in a test.
    pub fn find(name: &str) -> Option<Self> {
        let (_, text) = KEYS.into_iter().find(|(known, _)| *known == name)?;
        Some(Self::read(text).expect("the keys are part of the program"))
    }

    /// Returns the keys that cite this source, which can be several: forms of different length share one.
    pub fn citing(source: &str) -> impl Iterator<Item = Self> {
        // To look into the text costs little, to read all keys much.
        let citing = KEYS.into_iter().filter(move |(_, text)| text.contains(source));
        citing.filter_map(|(name, _)| Self::find(name)).filter(move |key| key.source == source)
    }

    /// Reads the text of a key.
    pub(crate) fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Returns the local id that the item with this number has.
    pub fn item_id(number: u32) -> String {
        format!("item-{number}")
    }

    /// Returns the scale of an item.
    pub fn scale_of(&self, item: &KeyItem) -> Option<&KeyScale> {
        self.scales.iter().find(|scale| scale.id == item.scale)
    }

    /// Returns for each score its title and the numbers of its items, with those that are
    /// reverse-scored under the choice made.
    pub fn parts(&self, choice: Option<&str>) -> Vec<(String, Vec<(u32, bool)>)> {
        let parts = self.scores.iter().map(|score| {
            let title = score.get("title").and_then(Value::as_str).unwrap_or_default();
            let reverse = self.reverse(score, choice);
            let items = numbers(score, "items").into_iter();
            (title.to_owned(), items.map(|item| (item, reverse.contains(&item))).collect())
        });
        parts.collect()
    }

    /// Joins the key and a person's own copy of the wording.
    pub fn join(&self, wording: &Wording) -> Result<Outline, KeyProblem> {
        self.check(wording)?;
        let choice = wording.choice.as_deref();
        let item = |(item, text): (&KeyItem, &String)| OutlineItem {
            id: Self::item_id(item.number),
            text: text.clone(),
            scale: Some(item.scale.clone()),
            private: item.private,
            support_if: item.support_if.clone(),
            ..OutlineItem::default()
        };
        Ok(Outline {
            format: self.format,
            id: wording.id.clone(),
            version: self.version.clone(),
            title: self.title.clone(),
            language: wording.language.clone(),
            about: Some(self.about.clone()),
            recall: Some(self.recall.clone()),
            recall_days: Some(self.recall_days),
            origin: if wording.adapted { "adapted" } else { "published" }.into(),
            source: Some(self.source.clone()),
            credit: Some(self.credit.clone()),
            terms: Some(self.terms.clone()),
            validated: !wording.adapted,
            validation: (!wording.adapted).then(|| self.source.clone()),
            scales: self.scales.iter().map(|scale| labelled(scale, wording)).collect(),
            items: self.items.iter().zip(&wording.items).map(item).collect(),
            scores: self.scores.iter().map(|score| self.score(score, choice)).collect(),
            examples: self.examples(choice),
        })
    }

    /// Returns whether a score of a definition is the one that this key computes: a definition that cites the
    /// instrument, with the same values for the same items, combined in the same way. Its id alone says nothing.
    pub fn computes(&self, of: &Questionnaire, score: &Score) -> bool {
        if of.provenance.source.as_ref() != Some(&self.source) {
            return false;
        }
        let texts = self.items.iter().map(|item| format!("Item {}", item.number));
        let labels = |scale: &KeyScale| scale.values.iter().copied().map(value_name).collect();
        let wording = Wording {
            id: score.id.questionnaire().to_owned(),
            language: "en".into(),
            items: texts.collect(),
            labels: self.scales.iter().map(|scale| (scale.id.clone(), labels(scale))).collect(),
            ..Wording::default()
        };
        let Ok(outline) = self.join(&wording) else { return false };
        let source = Source::new(format!("{}.toml", outline.id), outline.to_toml());
        let Some(own) = Catalogue::new(Vec::new()).check(&source).questionnaire else {
            return false;
        };
        let same_item = |item: &Item| {
            own.item(&item.id).is_none_or(|known| values_of(known) == values_of(item))
        };
        own.score(&score.id).is_some_and(|known| {
            known.basis == score.basis
                && known.output == score.output
                && known.better == score.better
                && of.items.iter().all(same_item)
        })
    }

    fn check(&self, wording: &Wording) -> Result<(), KeyProblem> {
        let (expected, found) = (self.items.len(), wording.items.len());
        if expected != found {
            return Err(KeyProblem::ItemCount { expected, found });
        }
        for scale in &self.scales {
            let found = wording.labels.get(&scale.id).map_or(0, Vec::len);
            let expected = scale.values.len();
            if expected != found {
                return Err(KeyProblem::LabelCount { scale: scale.id.clone(), expected, found });
            }
        }
        if let Some(question) = &self.question
            && !question.choices.iter().any(|choice| wording.choice.as_ref() == Some(&choice.id))
        {
            let choices: Vec<&str> =
                question.choices.iter().map(|choice| choice.id.as_str()).collect();
            let (question, choices) = (question.id.clone(), choices.join(", "));
            return Err(KeyProblem::Open { question, choices });
        }
        self.scales.iter().try_for_each(|scale| self.check_ends(scale, wording))
    }

    /// Returns the numbers of a score's reverse-scored items.
    fn reverse(&self, score: &Table, choice: Option<&str>) -> Vec<u32> {
        let own = numbers(score, "reverse");
        let choices = self.question.iter().flat_map(|question| &question.choices);
        let Some(chosen) = choices.into_iter().find(|known| choice == Some(&known.id)) else {
            return own;
        };
        let items = numbers(score, "items");
        own.into_iter()
            .chain(chosen.reverse.iter().copied().filter(|item| items.contains(item)))
            .collect()
    }

    /// Writes a score with item ids in place of numbers.
    fn score(&self, score: &Table, choice: Option<&str>) -> Table {
        let ids = |numbers: Vec<u32>| -> Value {
            numbers.into_iter().map(Self::item_id).map(Value::String).collect::<Vec<_>>().into()
        };
        let mut written = Table::new();
        for (name, value) in score.iter().filter(|(name, _)| *name != "reverse") {
            let value = if name == "items" { ids(numbers(score, "items")) } else { value.clone() };
            written.insert(name.clone(), value);
            let reverse = self.reverse(score, choice);
            if name == "items" && !reverse.is_empty() {
                written.insert("reverse".into(), ids(reverse));
            }
        }
        written
    }

    /// Writes the examples that hold under the choice made.
    fn examples(&self, choice: Option<&str>) -> Vec<Table> {
        let fits =
            |example: &&KeyExample| example.when.as_deref().is_none_or(|when| choice == Some(when));
        let examples = self.examples.iter().filter(fits).map(|example| {
            let ids = self.items.iter().map(|item| Self::item_id(item.number));
            let answers: Table = ids.zip(example.answers.iter().cloned()).collect();
            let expect = Value::Table(example.expect.clone());
            [("answers".to_owned(), Value::Table(answers)), ("expect".to_owned(), expect)]
                .into_iter()
                .collect()
        });
        examples.collect()
    }
}

/// Returns the values of an item's options; none for an item without options.
fn values_of(item: &Item) -> Vec<f64> {
    match &item.kind {
        ItemKind::Scale { options } => options.iter().map(|option| option.value).collect(),
        _ => Vec::new(),
    }
}

fn labelled(scale: &KeyScale, wording: &Wording) -> OutlineScale {
    let labels = wording.labels.get(&scale.id).cloned().unwrap_or_default();
    let options = scale.values.iter().zip(labels);
    OutlineScale {
        id: scale.id.clone(),
        options: options.map(|(value, label)| OutlineOption { value: *value, label }).collect(),
    }
}

/// Reads a list of item numbers.
fn numbers(score: &Table, key: &str) -> Vec<u32> {
    let list = score.get(key).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|value| u32::try_from(value.as_integer()?).ok()).collect()
}

/// Returns a value as a person reads it in a key: `0`, `2.5`.
pub fn value_name(value: f64) -> String {
    number(value).to_string()
}
