//! Owns the scoring of many check-ins of one questionnaire: what depends on the definition alone is
//! worked out once. The rules and the arithmetic are those of a single check-in; only finding items
//! and scores by name is done beforehand.

use std::collections::BTreeMap;

use super::arithmetic::{Raw, Term, combine, part_place};
use super::compute::value;
use super::missing::lacking;
use super::range::{UNIT, attainable, items_of, score_range, takes_unit_interval};
use super::score::{NoValue, Tally, Value};
use crate::checkin::{Answer, Response, check_response, passes};
use crate::questionnaire::{
    Basis, Condition, Item, ItemId, ItemKind, Method, Missing, Questionnaire, Range, Score,
    ScoreId, Test,
};

/// A questionnaire made ready for many check-ins.
#[derive(Debug)]
pub struct Plan<'q> {
    questionnaire: &'q Questionnaire,
    /// Places of items by qualified id, and by local id for the questionnaire's own.
    places: BTreeMap<String, usize>,
    items: Vec<PlannedItem<'q>>,
    scores: Vec<PlannedScore<'q>>,
}

#[derive(Debug)]
struct PlannedItem<'q> {
    item: &'q Item,
    condition: Option<Asked>,
    /// Which whole numbers from 0 to 63 it offers as options, one bit a number: an answer among them
    /// needs no closer look.
    offered: u64,
}

/// One check-in on its way through a [`Plan`]; kept for the next one, so that nothing is allocated anew.
#[derive(Debug, Default)]
pub struct Sheet {
    /// What came back, by the place of the item; `None` where nothing was given.
    pub responses: Vec<Option<Response>>,
    asked: Vec<bool>,
    scored: Vec<Scored>,
}

/// One score of one check-in, at the place of the score in the definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// How many of its items were answered, and what became of the others.
    pub tally: Tally,
    /// The value, or why there is none.
    pub outcome: Result<Value, NoValue>,
}

/// A condition with the places of its items.
#[derive(Debug)]
enum Asked {
    Any(Vec<Asked>),
    All(Vec<Asked>),
    Item(usize, Test),
}

#[derive(Debug)]
struct PlannedScore<'q> {
    score: &'q Score,
    attainable: Range,
    /// The places of the items that are counted.
    items: Vec<usize>,
    /// What counting gives where every item is answered.
    all_answered: Tally,
    basis: PlannedBasis,
}

#[derive(Debug)]
enum PlannedBasis {
    Items { terms: Vec<PlannedTerm>, unit: bool, method: Method, missing: Missing },
    Parts(Vec<PlannedPart>),
}

#[derive(Debug)]
struct PlannedTerm {
    place: usize,
    range: Range,
    weight: f64,
    reversed: bool,
}

#[derive(Debug)]
struct PlannedPart {
    place: usize,
    id: ScoreId,
    range: Range,
    weight: f64,
    reversed: bool,
}

impl<'q> Plan<'q> {
    /// Makes a questionnaire ready.
    pub fn new(questionnaire: &'q Questionnaire) -> Self {
        let mut places = BTreeMap::new();
        for (place, item) in questionnaire.items.iter().enumerate() {
            if item.id.questionnaire() == questionnaire.id.as_str() {
                places.insert(item.id.local().to_owned(), place);
            }
            places.insert(item.id.as_str().to_owned(), place);
        }
        let (items, scores) = (Vec::new(), Vec::new());
        let mut plan = Self { questionnaire, places, items, scores };
        let planned = |item: &'q Item| PlannedItem {
            item,
            condition: item.ask_if.as_ref().map(|condition| plan.asked(condition)),
            offered: offered(item),
        };
        plan.items = questionnaire.items.iter().map(planned).collect();
        plan.scores = questionnaire.scores.iter().map(|score| plan.planned(score)).collect();
        plan
    }

    /// Returns the questionnaire.
    pub fn questionnaire(&self) -> &'q Questionnaire {
        self.questionnaire
    }

    /// Returns the place of the item with this name, which may be local for the questionnaire's own
    /// items; `likely` is tried first.
    pub fn place(&self, name: &str, likely: usize) -> Option<usize> {
        match self.questionnaire.items.get(likely) {
            Some(item) if item.id.as_str() == name => Some(likely),
            _ => self.places.get(name).copied(),
        }
    }

    /// Makes a sheet empty and fit for this questionnaire.
    pub fn clear(&self, sheet: &mut Sheet) {
        sheet.responses.clear();
        sheet.responses.resize_with(self.questionnaire.items.len(), || None);
        sheet.scored.clear();
    }

    /// Scores a sheet; `None` where its responses do not fit the questionnaire, which
    /// [`crate::checkin::check_responses`] explains.
    pub fn score<'s>(&self, sheet: &'s mut Sheet) -> Option<&'s [Scored]> {
        let Sheet { responses, asked, scored } = sheet;
        asked.clear();
        asked.resize(self.items.len(), true);
        let mut all_answered = true;
        for (place, planned) in self.items.iter().enumerate() {
            if let Some(condition) = &planned.condition {
                asked[place] = condition.holds(responses, asked);
            }
            let fits = match &responses[place] {
                Some(response) => {
                    all_answered &= matches!(response, Response::Answered(_));
                    asked[place] && planned.takes(response)
                }
                None => {
                    all_answered = false;
                    !asked[place] || planned.item.optional
                }
            };
            if !fits {
                return None;
            }
        }
        scored.clear();
        for planned in &self.scores {
            let mut tally = planned.all_answered;
            if !all_answered {
                tally = Tally::default();
                for &place in &planned.items {
                    let optional = self.items[place].item.optional;
                    tally.count(asked[place], responses[place].as_ref(), optional);
                }
            }
            let raw = planned.raw(tally, responses, scored);
            let outcome = raw.map(|raw| value(planned.score, raw, || planned.attainable));
            scored.push(Scored { tally, outcome });
        }
        Some(scored)
    }

    fn item_place(&self, id: &ItemId) -> usize {
        self.places.get(id.as_str()).copied().expect("a checked definition names its own items")
    }

    fn asked(&self, condition: &Condition) -> Asked {
        let all = |parts: &[Condition]| parts.iter().map(|part| self.asked(part)).collect();
        match condition {
            Condition::Any(parts) => Asked::Any(all(parts)),
            Condition::All(parts) => Asked::All(all(parts)),
            Condition::Item { item, test } => Asked::Item(self.item_place(item), *test),
        }
    }

    fn planned(&self, score: &'q Score) -> PlannedScore<'q> {
        let counted = items_of(score, self.questionnaire);
        let basis = match &score.basis {
            Basis::Items { reverse, weights, method, missing, .. } => {
                let term = |item: &&Item| PlannedTerm {
                    place: self.item_place(&item.id),
                    range: item.range().unwrap_or(UNIT),
                    weight: weights.get(&item.id).copied().unwrap_or(1.0),
                    reversed: reverse.contains(&item.id),
                };
                PlannedBasis::Items {
                    terms: counted.iter().map(term).collect(),
                    unit: takes_unit_interval(&counted),
                    method: *method,
                    missing: *missing,
                }
            }
            Basis::Scores { scores, reverse, weights } => {
                let all = &self.questionnaire.scores;
                let part = |id: &ScoreId| {
                    let place = all.iter().position(|part| part.id == *id)?;
                    Some(PlannedPart {
                        place,
                        id: id.clone(),
                        range: score_range(self.questionnaire, &all[place]),
                        weight: weights.get(id).copied().unwrap_or(1.0),
                        reversed: reverse.contains(id),
                    })
                };
                PlannedBasis::Parts(scores.iter().filter_map(part).collect())
            }
        };
        let of = u32::try_from(counted.len()).unwrap_or(u32::MAX);
        PlannedScore {
            score,
            attainable: attainable(score, self.questionnaire),
            all_answered: Tally { of, answered: of, ..Tally::default() },
            items: counted.iter().map(|item| self.item_place(&item.id)).collect(),
            basis,
        }
    }
}

/// Returns the options of an item that are whole numbers from 0 to 63, as bits.
fn offered(item: &Item) -> u64 {
    let ItemKind::Scale { options } = &item.kind else { return 0 };
    options.iter().filter_map(|option| bit(option.value)).sum()
}

impl PlannedItem<'_> {
    /// Returns whether a response fits the item.
    fn takes(&self, response: &Response) -> bool {
        let is_offered = match response {
            Response::Answered(Answer::Number(value)) => {
                bit(value.0).is_some_and(|bit| self.offered & bit != 0)
            }
            _ => false,
        };
        is_offered || check_response(self.item, response).is_ok()
    }
}

fn bit(value: f64) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what does not come back the same is refused"
    )]
    let whole = value as u32;
    (f64::from(whole).to_bits() == value.to_bits() && whole < 64).then(|| 1 << whole)
}

impl PlannedScore<'_> {
    fn raw(
        &self,
        tally: Tally,
        responses: &[Option<Response>],
        scored: &[Scored],
    ) -> Result<Raw, NoValue> {
        match &self.basis {
            PlannedBasis::Items { terms, unit, method, missing } => {
                if let Some(reason) = lacking(*missing, tally) {
                    return Err(reason);
                }
                let terms = terms.iter().map(|term| {
                    let answer = responses[term.place].as_ref().and_then(Response::answer);
                    let number = answer.and_then(Answer::as_number);
                    Term::new(number, (term.range, term.weight), term.reversed, *unit)
                });
                Ok(combine(terms, *method, *missing))
            }
            PlannedBasis::Parts(parts) => {
                let (mut sum, mut all) = (0.0, 0.0);
                for part in parts {
                    let Ok(value) = &scored[part.place].outcome else {
                        return Err(NoValue::PartWithoutValue { part: part.id.clone() });
                    };
                    sum += part.weight * part_place(value.value.0, part.range, part.reversed);
                    all += part.weight;
                }
                Ok(Raw { value: sum / all, prorated: false })
            }
        }
    }
}

impl Asked {
    /// Returns whether it holds; `asked` says of each earlier item whether it is asked.
    fn holds(&self, responses: &[Option<Response>], asked: &[bool]) -> bool {
        match self {
            Asked::Any(parts) => parts.iter().any(|part| part.holds(responses, asked)),
            Asked::All(parts) => parts.iter().all(|part| part.holds(responses, asked)),
            Asked::Item(place, test) => {
                let response = responses[*place].as_ref().filter(|_| asked[*place]);
                passes(*test, response.and_then(Response::answer))
            }
        }
    }
}
