//! Owns the state of a check-in under way: which item is asked now, which were answered, back and on.
//! Must not know how an item is shown or where an answer is kept.

use sha2::{Digest, Sha256};

use super::asked::is_asked;
use super::response::{Response, Responses};
use crate::questionnaire::{Item, ItemId, Questionnaire};

/// A check-in under way.
#[derive(Clone, Debug)]
pub struct Session<'q> {
    questionnaire: &'q Questionnaire,
    /// Places in `questionnaire.items`, in the order in which they are asked.
    order: Vec<usize>,
    responses: Responses,
    /// Place in `order`; its length when nothing is open.
    position: usize,
}

/// How far a check-in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The number of the present item among those asked, from 1.
    pub number: usize,
    /// How many items are asked, as far as the answers so far tell.
    pub of: usize,
}

impl<'q> Session<'q> {
    /// Starts or resumes a check-in at its first open item.
    pub fn new(questionnaire: &'q Questionnaire, seed: Option<u64>, responses: Responses) -> Self {
        let order = order(questionnaire, seed);
        let mut session = Self { questionnaire, order, responses, position: 0 };
        session.position = session.first_open().unwrap_or(session.order.len());
        session
    }

    /// Returns the questionnaire that is answered.
    pub fn questionnaire(&self) -> &'q Questionnaire {
        self.questionnaire
    }

    /// Returns the item to show now; `None` once every item asked has a response.
    pub fn current(&self) -> Option<&'q Item> {
        self.order.get(self.position).map(|&place| &self.questionnaire.items[place])
    }

    /// Returns what was answered to `item`, if anything.
    pub fn response(&self, item: &ItemId) -> Option<&Response> {
        self.responses.get(item)
    }

    /// Keeps the response to the current item and goes on to the next item asked.
    ///
    /// After the last one the first open item comes, if an earlier answer has opened one.
    /// The caller has checked that the response fits the item.
    pub fn respond(&mut self, response: Response) {
        if let Some(item) = self.current() {
            self.responses.insert(item.id.clone(), response);
            self.forward();
        }
    }

    /// Goes on without a new answer; does nothing at an item without a response.
    pub fn next(&mut self) {
        if self.current().is_some_and(|item| self.responses.contains_key(&item.id)) {
            self.forward();
        }
    }

    /// Goes back to the item before; returns whether there was one.
    pub fn back(&mut self) -> bool {
        let before = (0..self.position).rev().find(|&place| self.is_asked(place));
        self.position = before.unwrap_or(self.position);
        before.is_some()
    }

    /// Goes to `item` if it is asked; returns whether it is.
    pub fn go_to(&mut self, item: &ItemId) -> bool {
        let place = (0..self.order.len())
            .find(|&place| self.item(place).id == *item && self.is_asked(place));
        self.position = place.unwrap_or(self.position);
        place.is_some()
    }

    /// Returns the number of the present item and of all items asked.
    pub fn progress(&self) -> Progress {
        let asked: Vec<usize> =
            (0..self.order.len()).filter(|&place| self.is_asked(place)).collect();
        let before = asked.iter().filter(|&&place| place < self.position).count();
        Progress { number: (before + 1).min(asked.len()), of: asked.len() }
    }

    /// Returns how many items that are asked have a response.
    pub fn answered(&self) -> usize {
        (0..self.order.len())
            .filter(|&place| self.is_asked(place))
            .filter(|&place| self.responses.contains_key(&self.item(place).id))
            .count()
    }

    /// Returns the items asked, in order.
    pub fn items_asked(&self) -> Vec<&'q Item> {
        (0..self.order.len())
            .filter(|&place| self.is_asked(place))
            .map(|place| self.item(place))
            .collect()
    }

    /// Ends the check-in: the responses to the items that are asked.
    ///
    /// An answer to an item that a later change of mind has closed is left out.
    /// `Err` gives the session back while an item is open.
    pub fn finish(self) -> Result<Responses, Box<Self>> {
        if self.first_open().is_some() {
            return Err(Box::new(self));
        }
        let asked: Vec<ItemId> =
            self.items_asked().into_iter().map(|item| item.id.clone()).collect();
        Ok(self.responses.into_iter().filter(|(item, _)| asked.contains(item)).collect())
    }

    fn item(&self, place: usize) -> &'q Item {
        &self.questionnaire.items[self.order[place]]
    }

    fn is_asked(&self, place: usize) -> bool {
        is_asked(self.item(place), self.questionnaire, &self.responses)
    }

    fn first_open(&self) -> Option<usize> {
        (0..self.order.len()).find(|&place| {
            !self.responses.contains_key(&self.item(place).id) && self.is_asked(place)
        })
    }

    fn forward(&mut self) {
        let next = (self.position + 1..self.order.len()).find(|&place| self.is_asked(place));
        self.position = next.or_else(|| self.first_open()).unwrap_or(self.order.len());
    }
}

/// Returns the places of the items in the order in which they are asked.
///
/// Without a seed, or in a questionnaire that does not shuffle, that is the order of the file.
/// With one, the items of each domain (each part of a composed questionnaire) change places among
/// themselves, in the order of SHA-256(seed ‖ item id). A questionnaire with conditions is never
/// shuffled, since a condition looks back at an earlier item.
fn order(questionnaire: &Questionnaire, seed: Option<u64>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..questionnaire.items.len()).collect();
    let Some(seed) = seed.filter(|_| questionnaire.shuffle) else { return order };
    if questionnaire.items.iter().any(|item| item.ask_if.is_some()) {
        return order;
    }
    let domain = |place: usize| questionnaire.items[place].id.questionnaire();
    let mut from = 0;
    while from < order.len() {
        let length = order[from..].iter().take_while(|&&p| domain(p) == domain(from)).count();
        order[from..from + length].sort_by_cached_key(|&place| {
            let mut hash = Sha256::new_with_prefix(seed.to_be_bytes());
            hash.update(questionnaire.items[place].id.as_str());
            hash.finalize()
        });
        from += length;
    }
    order
}
