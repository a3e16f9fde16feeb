//! Owns the walk over the items: each is taken, or left with its reasons.

use super::super::finding::{Code, Finding};
use super::super::form::{FormItem, FormKind, Proposal};
use super::super::missing::without_named_no_answers;
use super::super::text::{listed, plain};
use super::Wanted;
use super::element::Element;
use super::expression;
use super::heading::under_headings;
use super::nature::{
    has_initial, is_closed, is_computed, is_conditional, is_elsewhere, is_filled_by_expression,
    malformed, unasked,
};
use super::number::number;
use super::options::{Choice, Trouble, Weight, choices, is_weighted, options};

/// What the walk gives.
pub(super) struct Walked {
    pub(super) items: Vec<FormItem>,
    pub(super) proposals: Vec<Proposal>,
    /// The heading, where all items stand under the same one.
    pub(super) recall: Option<String>,
}

/// What holds for the items of a group.
#[derive(Clone, Default)]
struct Above {
    heading: Option<String>,
    /// Why all items of a group are refused.
    refused: Option<(Code, String)>,
    /// The question that they stand below.
    question: Option<String>,
}

struct Walk<'a, 'f> {
    questionnaire: Element<'a>,
    wanted: Wanted<'a>,
    findings: &'f mut Vec<Finding>,
    taken: Vec<(FormItem, Option<String>)>,
    totals: Vec<Element<'a>>,
    /// The texts that are only read.
    shown: Vec<&'a str>,
    /// The items that stand for another questionnaire.
    elsewhere: Vec<&'a str>,
}

/// Walks over all items.
pub(super) fn walk<'a>(
    questionnaire: Element<'a>,
    wanted: Wanted<'a>,
    findings: &mut Vec<Finding>,
) -> Walked {
    let mut walk = Walk {
        questionnaire,
        wanted,
        findings,
        taken: Vec::new(),
        totals: Vec::new(),
        shown: Vec::new(),
        elsewhere: Vec::new(),
    };
    walk.items(questionnaire, &Above::default());
    let Walk { taken, totals, shown, elsewhere, .. } = walk;
    if !shown.is_empty() {
        let reason = format!("texts to read passed over: {}", listed(shown.into_iter()));
        findings.push(Finding::file(Code::Ignored, reason));
    }
    let proposals = match elsewhere.first() {
        Some(link) => expression::unproposed(&totals, link, findings),
        None => expression::proposals(&totals, questionnaire, &taken, findings),
    };
    let (items, recall) = under_headings(taken);
    Walked { items, proposals, recall }
}

/// What is said of an open question whose options are taken all the same.
const OPEN_TAKEN: &str =
    "it takes an answer beyond its options: only the options are taken, and they are not scored";

/// Returns why nothing in a group is taken, if so.
fn refused(group: Element<'_>) -> Option<(Code, String)> {
    if let Some(key) = malformed(group) {
        return Some((Code::ItemType, format!("its group's `{key}` is not true or false")));
    }
    if is_conditional(group) {
        return Some((Code::Branch, "its group is asked only under a condition".into()));
    }
    let how = unasked(group)?;
    Some((Code::ItemType, format!("its group is {how}, so it is not asked")))
}

pub(super) fn has_options(item: Element<'_>) -> bool {
    let is_choice = matches!(item.word("type"), Some("choice" | "coding" | "open-choice"));
    is_choice || item.has("answerOption") || item.get("answerValueSet").is_some()
}

impl<'a> Walk<'a, '_> {
    fn items(&mut self, parent: Element<'a>, above: &Above) {
        for value in parent.list("item") {
            let item = parent.of(value);
            if is_elsewhere(item) {
                self.elsewhere(item, above);
                continue;
            }
            match item.word("type") {
                // A text to read is no question; what somebody put below one is told and left.
                Some("display") => {
                    self.shown.extend(item.word("linkId"));
                    let question = item.word("linkId").map(str::to_owned);
                    self.items(item, &Above { question, ..above.clone() });
                }
                Some("group") => self.group(item, above),
                _ => self.question(item, above),
            }
        }
    }

    fn say(&mut self, code: Code, item: Element<'_>, reason: impl Into<String>) {
        let link = item.word("linkId").unwrap_or_default();
        self.findings.push(Finding::item(code, link, reason));
    }

    /// An item in whose place the items of another questionnaire come, which is not in the file.
    fn elsewhere(&mut self, item: Element<'a>, above: &Above) {
        let reason = "the items of another questionnaire come in its place; they are not in the file, and nothing is looked up";
        self.say(Code::External, item, reason);
        self.elsewhere.extend(item.word("linkId"));
        let refused = Some((Code::External, "it stands where another questionnaire comes".into()));
        self.items(item, &Above { refused, ..above.clone() });
    }

    fn group(&mut self, group: Element<'a>, above: &Above) {
        let mut inside = Above {
            heading: group.text("text").or_else(|| above.heading.clone()),
            ..above.clone()
        };
        if group.is_true("repeats") {
            self.say(Code::Repeats, group, "a repeating group has no fixed set of items");
            inside.refused = Some((Code::Repeats, "it stands in a repeating group".into()));
        } else if inside.refused.is_none() {
            inside.refused = refused(group);
        }
        self.items(group, &inside);
    }

    fn question(&mut self, item: Element<'a>, above: &Above) {
        let before = self.findings.len();
        if has_initial(item) {
            self.say(
                Code::Initial,
                item,
                "a value filled in beforehand would lead the answer; left out",
            );
        }
        let mut below = above.clone();
        below.question = item.word("linkId").map(str::to_owned);
        if let Some(question) = &above.question {
            let reason = format!("it stands below the question `{question}`");
            self.say(Code::Child, item, reason);
        } else if is_computed(item) {
            self.computed(item, above);
        } else if let Some(kind) = self.kind(item, above) {
            self.take(item, kind, above);
        } else if self.findings.len() == before {
            self.say(Code::ItemType, item, "it is of no kind that is taken");
        }
        self.items(item, &below);
    }

    fn computed(&mut self, item: Element<'a>, above: &Above) {
        self.say(
            Code::Total,
            item,
            "it is computed, so it is not asked; the file's total is no key",
        );
        let is_branch = above.refused.as_ref().is_some_and(|(code, _)| *code == Code::Branch);
        if is_conditional(item) || is_branch {
            self.say(Code::Branch, item, "the computed score stands under a condition");
        }
        self.totals.push(item);
    }

    fn take(&mut self, item: Element<'a>, kind: FormKind, above: &Above) {
        let label = || {
            let code = item.list("code").first()?;
            item.of(code).text("display")
        };
        let link = item.word("linkId").unwrap_or_default();
        let text = item.text("text").or_else(label).unwrap_or_else(|| {
            self.say(Code::Absent, item, "it has no text to ask; its linkId stands for it");
            link.to_owned()
        });
        // A prefix is a number or a letter, which is not translated.
        let text = match item.word("prefix").map(plain) {
            Some(prefix) if !text.starts_with(&prefix) => format!("{prefix} {text}"),
            _ => text,
        };
        if text.chars().count() > 2000 {
            self.say(Code::Limit, item, "its text has more than 2,000 characters");
            return;
        }
        let link = link.to_owned();
        self.taken.push((FormItem { link, text, kind }, above.heading.clone()));
    }

    /// Returns what an item takes, or says why it is left.
    fn kind(&mut self, item: Element<'a>, above: &Above) -> Option<FormKind> {
        let unasked = unasked(item).map(|how| format!("it is {how}, so it is not asked"));
        let malformed = malformed(item).map(|key| format!("its `{key}` is not true or false"));
        if let Some(reason) = unasked.or(malformed) {
            self.say(Code::ItemType, item, reason);
            return None;
        }
        let has_options = has_options(item);
        match item.word("type") {
            Some("choice" | "coding") => self.choice(item, above),
            Some("open-choice") => self.open(item, above),
            Some("integer" | "string" | "date" | "time" | "text" | "decimal") if has_options => {
                self.choice(item, above)
            }
            Some("boolean") => {
                let stays = self.stays(item, above);
                if stays {
                    self.say(Code::NoWeight, item, "yes and no have no weights in the file");
                }
                stays.then_some(FormKind::YesNo)
            }
            Some("integer" | "decimal") => self.number(item, above),
            Some("string" | "text")
                if self.wanted.unscored && !is_conditional(item) && above.refused.is_none() =>
            {
                Some(FormKind::Text)
            }
            Some(other) => {
                let reason = format!("an item of type {} is not scored; left out", plain(other));
                self.say(Code::ItemType, item, reason);
                None
            }
            None => {
                self.say(Code::ItemType, item, "it has no type");
                None
            }
        }
    }

    /// Says what keeps an item that would be scored from being asked every time, once.
    fn stays(&mut self, item: Element<'_>, above: &Above) -> bool {
        let before = self.findings.len();
        if let Some((code, reason)) = &above.refused {
            self.say(*code, item, reason.clone());
        }
        if is_conditional(item) {
            self.say(
                Code::Branch,
                item,
                "it is asked only under a condition; a score needs a fixed set of items",
            );
        }
        if item.extension("sdc-questionnaire-answerOptionsToggleExpression").is_some() {
            self.say(Code::Branch, item, "its options depend on other answers");
        }
        if is_filled_by_expression(item) {
            self.say(Code::Branch, item, "its options come from an expression, which is not run");
        }
        if item.is_true("repeats") && !has_options(item) {
            self.say(Code::Repeats, item, "it takes several answers, whose sum is undefined");
        }
        self.findings.len() == before
    }

    fn open(&mut self, item: Element<'a>, above: &Above) -> Option<FormKind> {
        if self.wanted.unscored {
            self.say(Code::Open, item, OPEN_TAKEN);
            return self.choice(item, above);
        }
        self.say(Code::Open, item, "it takes an answer beyond its options, which has no value; `--unscored` takes the options");
        self.stays(item, above);
        None
    }

    fn choice(&mut self, item: Element<'a>, above: &Above) -> Option<FormKind> {
        let mut stays = self.stays(item, above);
        let constraint = item.word("answerConstraint").filter(|_| !is_closed(item));
        if self.wanted.unscored && constraint.is_some() {
            self.say(Code::Open, item, OPEN_TAKEN);
        } else if let Some(constraint) = constraint {
            let reason = format!(
                "its answerConstraint `{}` allows answers beyond its options, which have no value; `--unscored` takes the options",
                plain(constraint)
            );
            self.say(Code::Open, item, reason);
            stays = false;
        }
        if is_filled_by_expression(item) {
            return None;
        }
        let is_open = item.word("type") == Some("open-choice") || !is_closed(item);
        let (choices, doubt) = match choices(item, self.questionnaire) {
            Ok(found) => found,
            Err(trouble) => {
                let (code, reason) = match trouble {
                    Trouble::Elsewhere(reason) => (Code::ExternalValueSet, reason),
                    Trouble::Unusable(reason) => (Code::Option, reason),
                    Trouble::Beyond(reason) => (Code::Limit, reason),
                };
                self.say(code, item, reason);
                return None;
            }
        };
        if item.is_true("repeats") {
            if !is_weighted(&choices) {
                return stays.then(|| FormKind::Many(options(choices)));
            }
            self.say(
                Code::Repeats,
                item,
                "it takes several weighted answers, whose sum is undefined",
            );
            stays = false;
        }
        if !stays {
            return None;
        }
        if is_open {
            return Some(FormKind::Open(options(choices)));
        }
        if let Some(doubt) = doubt {
            self.say(Code::Partial, item, doubt);
        }
        self.weights(item, &choices);
        let mut options = options(choices);
        for reason in without_named_no_answers(&mut options) {
            self.say(Code::NoAnswer, item, reason);
        }
        Some(FormKind::Choice(options))
    }

    /// Says what is doubtful about the weights of an item that is taken.
    fn weights(&mut self, item: Element<'_>, choices: &[Choice]) {
        let weighted =
            choices.iter().filter(|choice| matches!(choice.weight, Weight::Number(_))).count();
        let unreadable = choices.iter().any(|choice| choice.weight == Weight::Unreadable);
        let disputed = choices.iter().position(|choice| choice.weight == Weight::Disputed);
        let whole = choices.iter().all(|choice| choice.own.is_some());
        if let Some(place) = disputed {
            let reason = format!("option {} has weights that differ; none is taken", place + 1);
            self.say(Code::Partial, item, reason);
        } else if unreadable {
            self.say(Code::Partial, item, "a weight is there that is no number");
        } else if weighted > 0 && weighted < choices.len() {
            self.say(
                Code::Partial,
                item,
                format!("{weighted} of {} options have a weight", choices.len()),
            );
        } else if weighted == 0 && !whole {
            self.say(Code::NoWeight, item, "its options have no weights");
        }
        let differs = |choice: &Choice| match (choice.weight, choice.own) {
            (Weight::Number(weight), Some(own)) => (weight - own).abs() > 1e-9,
            _ => false,
        };
        if choices.iter().any(differs) {
            self.say(
                Code::RepeatKey,
                item,
                "weights differ from the numbers of the options; the weights are taken",
            );
        }
        let values: Vec<f64> =
            options(choices.to_vec()).iter().filter_map(|option| option.value).collect();
        if values.len() > 1 && super::super::form::distinct(values).is_none() {
            self.say(Code::Ties, item, "several options have the same weight");
        }
    }

    fn number(&mut self, item: Element<'_>, above: &Above) -> Option<FormKind> {
        let (kind, passed) = match number(item) {
            Ok(found) => found,
            Err(reason) => {
                self.say(Code::ItemType, item, reason);
                return None;
            }
        };
        if !self.stays(item, above) {
            return None;
        }
        if let Some(reason) = passed {
            self.say(Code::Ignored, item, reason);
        }
        Some(kind)
    }
}
