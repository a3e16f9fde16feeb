//! Owns the rules of own items: names, scales, conditions that look back, limits.

use super::super::decode::raw::{RawCondition, RawFile, RawItem, RawKind, RawTest};
use super::super::diagnostic::{Diagnostic, Severity};
use super::super::id::{ItemId, QuestionnaireId};
use super::super::model::{Condition, Item, ItemKind, Limit, Test};
use super::super::nearest::nearest;
use super::include::{Composed, insert_by_place};
use super::{Names, Placed, Recall, report_doubles};

/// How many items a questionnaire may have, included ones counted.
const MOST_ITEMS: usize = 500;

/// Adds the file's own items to the included ones.
pub(super) fn add_own(
    raw: &RawFile,
    id: &QuestionnaireId,
    recall: &Recall,
    composed: &mut Composed,
    problems: &mut Vec<Diagnostic>,
) {
    report_doubles("item", raw.items.iter().filter_map(|item| item.id.as_ref()), problems);
    report_doubles("scale", raw.scales.iter().map(|scale| &scale.id), problems);
    for item in &raw.items {
        if let Some(own) = own_item(item, raw, (id, recall), problems) {
            insert_by_place(&mut composed.items, own, &item.span);
        }
    }
    // Conditions come last: they look back over items of the file and included ones alike.
    let names = raw.items.iter().filter_map(|item| item.id.as_ref());
    let declared: Vec<ItemId> = names.map(|name| ItemId::qualified(id, &name.value)).collect();
    for item in &raw.items {
        add_condition(item, (id, &declared), composed, problems);
    }
    let has_errors = problems.iter().any(|problem| problem.severity == Severity::Error);
    for scale in raw.scales.iter().filter(|_| !has_errors) {
        let used = |item: &RawItem| matches!(&item.kind, Some(RawKind::Scale(name)) if name.value == scale.id.value);
        if !raw.items.iter().any(used) {
            let message = format!("the scale `{}` is not used", scale.id.value);
            problems.push(Diagnostic::warning(message, scale.id.span.clone()));
        }
    }
    if composed.items.len() > MOST_ITEMS {
        let message = format!("{} items are too many; at most {MOST_ITEMS}", composed.items.len());
        let span = raw.id.as_ref().map_or(0..0, |id| id.span.clone());
        problems.push(Diagnostic::error(message, span));
    }
}

fn own_item(
    raw: &RawItem,
    file: &RawFile,
    (id, recall): (&QuestionnaireId, &Recall),
    problems: &mut Vec<Diagnostic>,
) -> Option<Placed> {
    let mut not_applicable = None;
    let kind = match raw.kind.as_ref()? {
        RawKind::Scale(name) => {
            let Some(scale) = file.scales.iter().find(|scale| scale.id.value == name.value) else {
                if file.has_unnamed_scale {
                    return None;
                }
                let known = file.scales.iter().map(|scale| scale.id.value.as_str());
                let message = format!("there is no scale `{}`", name.value);
                problems.push(
                    Diagnostic::error(message, name.span.clone())
                        .with_hint("define it with [[scale]]")
                        .with_nearest(nearest(&name.value, known)),
                );
                return None;
            };
            not_applicable.clone_from(&scale.not_applicable);
            ItemKind::Scale { options: scale.options.clone()? }
        }
        RawKind::Number { min, max, step, unit } => {
            ItemKind::Number { min: *min, max: *max, step: *step, unit: unit.clone() }
        }
        RawKind::YesNo => ItemKind::YesNo,
        RawKind::Many(options) => ItemKind::Many { options: options.clone() },
        RawKind::Text => ItemKind::Text,
    };
    let item = Item {
        id: ItemId::qualified(id, &raw.id.as_ref()?.value),
        text: raw.text.as_ref()?.value.clone(),
        kind,
        not_applicable,
        optional: raw.optional,
        private: raw.private,
        ask_if: None,
        support_if: raw.support_if.as_ref().map(|limit| limit.value),
        recall: recall.text.clone(),
        recall_days: recall.days,
    };
    check_support(raw, &item, problems);
    Some(Placed { item, span: raw.span.clone() })
}

fn check_support(raw: &RawItem, item: &Item, problems: &mut Vec<Diagnostic>) {
    let Some(limit) = &raw.support_if else { return };
    let span = limit.span.clone();
    if matches!(item.kind, ItemKind::Many { .. } | ItemKind::Text) {
        let message = "`support_if` needs an item that is answered by a number or yes or no";
        problems.push(Diagnostic::error(message, span));
    } else if let Some(range) = item.range() {
        let reachable = match limit.value {
            Limit::AtLeast(least) => least <= range.to,
            Limit::AtMost(most) => most >= range.from,
        };
        if !reachable {
            let message = format!(
                "no answer reaches this limit; they go from {} to {}",
                range.from, range.to
            );
            problems.push(Diagnostic::error(message, span));
        }
    }
}

fn add_condition(
    raw: &RawItem,
    (own, declared): (&QuestionnaireId, &[ItemId]),
    composed: &mut Composed,
    problems: &mut Vec<Diagnostic>,
) {
    let (Some(id), Some(raw_condition)) = (&raw.id, &raw.ask_if) else { return };
    let id = ItemId::qualified(own, &id.value);
    let Some(place) = composed.items.iter().position(|placed| placed.item.id == id) else { return };
    let (before, after) = composed.items.split_at(place);
    // Items with mistakes of their own are not among the composed ones.
    let is_broken = |id: &ItemId| composed.items.iter().all(|placed| placed.item.id != *id);
    let broken = declared.iter().filter(|id| is_broken(id)).cloned().collect();
    let view = View { before: Names { own, items: before, declared: broken }, after };
    let condition = view.condition(raw_condition, problems);
    composed.items[place].item.ask_if = condition;
}

/// What an item's condition may look at.
struct View<'a> {
    before: Names<'a>,
    after: &'a [Placed],
}

impl View<'_> {
    fn condition(&self, raw: &RawCondition, problems: &mut Vec<Diagnostic>) -> Option<Condition> {
        match raw {
            RawCondition::Any(parts) => Some(Condition::Any(self.parts(parts, problems)?)),
            RawCondition::All(parts) => Some(Condition::All(self.parts(parts, problems)?)),
            RawCondition::Item { item, tests } => {
                let id = super::item_id(self.before.own, &item.value);
                if self.after.iter().any(|placed| placed.item.id == id) {
                    let message =
                        format!("`{}` comes later; a condition looks back only", item.value);
                    problems.push(
                        Diagnostic::error(message, item.span.clone())
                            .with_hint("move that item before this one"),
                    );
                    return None;
                }
                let earlier = &self.before.item(item, problems)?.item;
                let mut conditions = Vec::new();
                for test in tests {
                    match fitting(test.value, earlier) {
                        Ok(test) => conditions.push(Condition::Item { item: id.clone(), test }),
                        Err(message) => {
                            problems.push(Diagnostic::error(message, test.span.clone()));
                        }
                    }
                }
                match conditions.len() {
                    0 => None,
                    1 => conditions.pop(),
                    _ => Some(Condition::All(conditions)),
                }
            }
        }
    }

    fn parts(
        &self,
        parts: &[RawCondition],
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Vec<Condition>> {
        let parts: Vec<Option<Condition>> =
            parts.iter().map(|part| self.condition(part, problems)).collect();
        parts.into_iter().collect()
    }
}

/// Makes a raw test fit the kind of the item it looks at.
fn fitting(test: RawTest, earlier: &Item) -> Result<Test, String> {
    let id = &earlier.id;
    let truth = |yes: bool| if yes { 1.0 } else { 0.0 };
    let offered = |value: f64| match &earlier.kind {
        ItemKind::Scale { options } | ItemKind::Many { options } => {
            options.iter().any(|option| (option.value - value).abs() < 1e-9)
        }
        ItemKind::YesNo => [0.0, 1.0].contains(&value),
        ItemKind::Number { min, max, .. } => {
            min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max)
        }
        ItemKind::Text => false,
    };
    match (test, &earlier.kind) {
        (RawTest::Answered(answered), _) => Ok(Test::Answered(answered)),
        (_, ItemKind::Text) => {
            Err(format!("`{id}` is free text; it can only be tested with `answered`"))
        }
        (RawTest::AtLeast(_) | RawTest::AtMost(_), ItemKind::Many { .. }) => {
            Err(format!("`{id}` takes several answers; test it with `is`, `is_not` or `answered`"))
        }
        (RawTest::IsYes(yes), ItemKind::YesNo) => Ok(Test::Is(truth(yes))),
        (RawTest::IsNotYes(yes), ItemKind::YesNo) => Ok(Test::IsNot(truth(yes))),
        (RawTest::IsYes(_) | RawTest::IsNotYes(_), _) => {
            Err(format!("`{id}` is not a yes-no item; give a value it offers"))
        }
        (RawTest::AtLeast(value), _) => Ok(Test::AtLeast(value)),
        (RawTest::AtMost(value), _) => Ok(Test::AtMost(value)),
        (RawTest::Is(value) | RawTest::IsNot(value), _) if !offered(value) => {
            Err(format!("`{id}` does not offer the answer {value}"))
        }
        (RawTest::Is(value), _) => Ok(Test::Is(value)),
        (RawTest::IsNot(value), _) => Ok(Test::IsNot(value)),
    }
}
