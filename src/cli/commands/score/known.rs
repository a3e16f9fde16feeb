//! Owns the texts of scores that were written before: a score has few different values, and working out
//! the shortest text of a number takes longer than finding it here.

use crate::scoring::Scored;

/// How many texts of a score are kept.
const PLACES: usize = 512;

/// Texts of one score of a questionnaire.
#[derive(Debug)]
pub(super) struct KnownTexts(Vec<Option<(Scored, String)>>);

impl KnownTexts {
    /// Knows nothing yet.
    pub(super) fn new() -> Self {
        Self(vec![None; PLACES])
    }

    /// Returns the text of a score, made by `text` if it is not known.
    pub(super) fn find(&mut self, scored: &Scored, text: impl FnOnce() -> String) -> &str {
        let known = &mut self.0[place(scored)];
        if known.as_ref().is_some_and(|(known, _)| !is_written_alike(known, scored)) {
            *known = None;
        }
        let (_, text) = known.get_or_insert_with(|| (scored.clone(), text()));
        text
    }
}

fn place(scored: &Scored) -> usize {
    let bits = scored.outcome.as_ref().map_or(0, |value| value.raw.0.to_bits());
    let bits = bits ^ u64::from(scored.tally.answered);
    // Fibonacci hashing (Knuth 1973): the upper bits of the product are well spread.
    let spread = bits.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let [high, low, ..] = spread.to_be_bytes();
    usize::from(u16::from_be_bytes([high, low]) >> (u16::BITS - PLACES.ilog2()))
}

/// Returns whether two of the same score have the same text: all that is written follows from its raw
/// value and its tally. Bits are compared, since minus zero is not written as zero is.
fn is_written_alike(known: &Scored, scored: &Scored) -> bool {
    known.tally == scored.tally
        && match (&known.outcome, &scored.outcome) {
            (Ok(known), Ok(value)) => known.raw.0.to_bits() == value.raw.0.to_bits(),
            (known, outcome) => known == outcome,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkin::Private;
    use crate::scoring::{NoValue, Tally, Value};

    fn scored(raw: f64, answered: u32) -> Scored {
        let value = Value {
            raw: Private(raw),
            value: Private(raw),
            t_score: None,
            prorated: false,
            band: None,
        };
        Scored { tally: Tally { of: 4, answered, ..Tally::default() }, outcome: Ok(value) }
    }

    #[test]
    fn every_score_has_its_own_text_however_many_there_are() {
        let without = Scored { tally: Tally::default(), outcome: Err(NoValue::NothingApplies) };
        let mut all: Vec<Scored> = (0..4_000).map(|n| scored(f64::from(n) / 7.0, n % 5)).collect();
        all.extend([scored(-0.0, 0), scored(0.0, 0), scored(0.0, 4), without]);
        let mut texts = KnownTexts::new();
        for _ in 0..2 {
            for scored in &all {
                let text = || format!("{scored:?}");
                assert_eq!(texts.find(scored, text), text());
                assert_eq!(texts.find(scored, || "made anew".into()), text());
            }
        }
    }
}
