//! Owns the suggestions and supervision questions and the rule that chooses among them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::language::{Language, message, spoken};
use crate::questionnaire::ScoreId;

const BUILT_IN: &str = include_str!("../../questionnaires/prompts.toml");

/// All suggestions and questions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompts {
    /// The format of the file, 1.
    pub format: u32,
    /// Which scores take the prompts of another score: `pulse.support` those of `support.support`.
    #[serde(default)]
    pub shared: BTreeMap<ScoreId, ScoreId>,
    /// The prompts in the order of the file.
    #[serde(rename = "prompt")]
    pub prompts: Vec<Prompt>,
}

/// The words of all prompts in another language, by their ids.
#[derive(Debug, Deserialize)]
struct Translated {
    prompts: BTreeMap<String, String>,
}

/// One suggestion or question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Its id.
    pub id: String,
    /// The score it belongs to.
    pub score: ScoreId,
    /// On which side of the score's range it fits.
    pub when: Side,
    /// Whether it is something to do or something to talk about.
    pub kind: PromptKind,
    /// The words.
    pub text: String,
}

/// The side of a score's range, by its number, whatever direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The lower third, or it fell.
    Low,
    /// The upper third, or it rose.
    High,
}

/// What a prompt is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PromptKind {
    /// A small next step.
    Suggestion,
    /// An open question for supervision.
    Question,
}

/// A score as the rule sees it.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    /// Which score.
    pub score: &'a ScoreId,
    /// Its title.
    pub title: &'a str,
    /// Where its value lies on its range, 0 to 1.
    pub place: f64,
    /// Whether more of it is better.
    pub higher_is_better: bool,
    /// What the verdict says of it.
    pub moved: Option<Moved>,
}

/// A change that a verdict speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Low: it fell; high: it rose.
    pub to: Side,
    /// Whether it is clear, and not only possible.
    pub is_clear: bool,
}

/// How much a score stands out; the order of the fields is the order of importance.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Prominence {
    /// 2: a clear change, 1: a possible one, 0: only its level.
    change: u8,
    /// The hard side goes before the good one.
    is_hard: bool,
    /// Distance from the middle of the range, 0 to 0.5.
    distance: f64,
}

/// A prompt that was chosen, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The prompt's id.
    pub id: String,
    /// The score it was chosen for.
    pub score: ScoreId,
    /// The words.
    pub text: String,
    /// The reason, for example "because self-care is in the lower third of its range".
    pub reason: String,
}

impl Prompts {
    /// Reads the built-in file.
    ///
    /// # Panics
    /// Never: a test reads the file that is compiled in.
    pub fn built_in() -> Self {
        toml::from_str(BUILT_IN).expect("the built-in prompts are read by a test")
    }

    /// Reads the built-in file, with the words in the person's language.
    ///
    /// # Panics
    /// Never: a test reads the files that are compiled in.
    pub fn in_language() -> Self {
        let mut prompts = Self::built_in();
        let translated = match spoken() {
            Language::English => return prompts,
            Language::Spanish => include_str!("../../questionnaires/prompts.es.toml"),
            Language::German => include_str!("../../questionnaires/prompts.de.toml"),
        };
        let translated: Translated =
            toml::from_str(translated).expect("the built-in translations are read by a test");
        for prompt in &mut prompts.prompts {
            if let Some(text) = translated.prompts.get(&prompt.id) {
                prompt.text.clone_from(text);
            }
        }
        prompts
    }

    /// Chooses up to `at_most` prompts of `kind` for the scores that stand out most.
    ///
    /// A verdict goes before a level, a clear one before a possible one; of levels only the outer
    /// thirds of a range count. Then the hard side (low where higher is better, high where lower is
    /// better) goes before the good side, then the further out; of equal ones the first named. Each
    /// score that stands out gives one prompt, in that order; if there are fewer of them than asked
    /// for, they give a second one, and so on. `turn` (for example the number of the week) moves
    /// through the prompts that fit, so that the same one does not come every week.
    pub fn choose(
        &self,
        kind: PromptKind,
        levels: &[Level<'_>],
        turn: usize,
        at_most: usize,
    ) -> Vec<Chosen> {
        let mut ranked: Vec<(Prominence, Side, &Level<'_>)> = levels
            .iter()
            .filter_map(|level| prominence(level).map(|(rank, side)| (rank, side, level)))
            .collect();
        // Stable, so that of equal ones the first named stays first.
        ranked.sort_by(|(a, ..), (b, ..)| b.partial_cmp(a).unwrap_or(Ordering::Equal));
        let mut chosen = Vec::new();
        for round in 0..at_most {
            for (prominence, side, level) in &ranked {
                let fitting: Vec<&Prompt> = self.fitting(kind, level.score, *side).collect();
                if round < fitting.len() && chosen.len() < at_most {
                    let prompt = fitting[(turn + round) % fitting.len()];
                    chosen.push(Chosen {
                        id: prompt.id.clone(),
                        score: level.score.clone(),
                        text: prompt.text.clone(),
                        reason: reason(prominence, *side, level.title),
                    });
                }
            }
        }
        chosen
    }

    fn fitting<'a>(
        &'a self,
        kind: PromptKind,
        score: &'a ScoreId,
        side: Side,
    ) -> impl Iterator<Item = &'a Prompt> {
        let score = self.shared.get(score).unwrap_or(score);
        self.prompts.iter().filter(move |p| p.kind == kind && p.score == *score && p.when == side)
    }
}

/// Returns why a prompt was chosen.
fn reason(prominence: &Prominence, side: Side, title: &str) -> String {
    // In German a title is a noun and stays as it is.
    let title = if spoken() == Language::German { title.to_owned() } else { title.to_lowercase() };
    match (prominence.change, side) {
        (2, Side::Low) => message!("because-fell", title = title),
        (2, Side::High) => message!("because-rose", title = title),
        (1, Side::Low) => message!("because-possibly-fell", title = title),
        (1, Side::High) => message!("because-possibly-rose", title = title),
        (_, Side::Low) => message!("because-low", title = title),
        (_, Side::High) => message!("because-high", title = title),
    }
}

/// Returns how much a score stands out and on which side; `None` in the middle without a verdict.
fn prominence(level: &Level<'_>) -> Option<(Prominence, Side)> {
    let distance = (level.place - 0.5).abs();
    let (change, side) = match level.moved {
        Some(Moved { to, is_clear }) => (if is_clear { 2 } else { 1 }, to),
        None if distance < 1.0 / 6.0 - 1e-9 => return None,
        None if level.place < 0.5 => (0, Side::Low),
        None => (0, Side::High),
    };
    let is_hard = (side == Side::Low) == level.higher_is_better;
    Some((Prominence { change, is_hard, distance }, side))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(places: &[(&str, f64, bool)]) -> Option<Chosen> {
        let ids: Vec<ScoreId> = places.iter().map(|(id, ..)| ScoreId::new(*id)).collect();
        let levels: Vec<Level<'_>> = places
            .iter()
            .zip(&ids)
            .map(|((title, place, higher_is_better), score)| Level {
                score,
                title,
                place: *place,
                higher_is_better: *higher_is_better,
                moved: None,
            })
            .collect();
        Prompts::built_in().choose(PromptKind::Suggestion, &levels, 0, 1).pop()
    }

    #[test]
    fn nothing_is_chosen_in_the_middle_third() {
        assert_eq!(choose(&[("support.support", 0.5, true)]), None);
    }

    #[test]
    fn the_hard_side_goes_before_the_good_side() {
        let chosen =
            choose(&[("growth.growth", 1.0, true), ("stigma.stigma", 0.7, false)]).unwrap();
        assert!(chosen.id.starts_with("stigma-high"), "{chosen:?}");
    }

    #[test]
    fn the_further_out_goes_first() {
        let chosen =
            choose(&[("growth.growth", 0.3, true), ("support.support", 0.1, true)]).unwrap();
        assert!(chosen.id.starts_with("support-low"), "{chosen:?}");
    }

    #[test]
    fn the_pulse_takes_the_prompts_of_its_domains() {
        let chosen = choose(&[("pulse.support", 0.0, true)]).unwrap();
        assert!(chosen.id.starts_with("support-low"), "{chosen:?}");
    }

    #[test]
    fn the_edge_of_a_third_counts() {
        assert!(choose(&[("strain.strain", 2.0 / 3.0, false)]).is_some());
    }

    #[test]
    fn a_verdict_goes_before_a_level_and_a_clear_one_before_a_possible_one() {
        let scores = ["support.support", "growth.growth", "stigma.stigma"].map(ScoreId::new);
        let level = |place: usize, moved| Level {
            score: &scores[place],
            title: "It",
            place: 0.5,
            higher_is_better: place != 2,
            moved,
        };
        let moved = |to, is_clear| Some(Moved { to, is_clear });
        let low = Level { place: 0.0, ..level(0, None) };
        let chosen = |levels: &[Level<'_>]| {
            Prompts::built_in().choose(PromptKind::Question, levels, 0, 1).pop().unwrap()
        };
        let possible = level(2, moved(Side::High, false));
        let found = chosen(&[low, possible]);
        assert_eq!(found.reason, "because it is unusually high, which may be chance");
        let found = chosen(&[low, possible, level(1, moved(Side::High, true))]);
        assert!(found.id.starts_with("growth-high"), "{found:?}");
        assert_eq!(found.reason, "because it rose");
    }

    #[test]
    fn several_are_of_the_scores_that_stand_out_and_of_one_score_if_there_is_no_other() {
        let scores = ["support.support", "growth.growth"].map(ScoreId::new);
        let level = |place: usize, at: f64| Level {
            score: &scores[place],
            title: "It",
            place: at,
            higher_is_better: true,
            moved: None,
        };
        let chosen = |levels: &[Level<'_>], turn| -> Vec<String> {
            let chosen = Prompts::built_in().choose(PromptKind::Suggestion, levels, turn, 3);
            chosen.into_iter().map(|chosen| chosen.id).collect()
        };
        let ids = chosen(&[level(0, 0.2), level(1, 0.1)], 0);
        assert!(ids[0].starts_with("growth-low") && ids[1].starts_with("support-low"), "{ids:?}");
        assert!(ids[2].starts_with("growth-low") && ids[2] != ids[0], "{ids:?}");
        let ids = chosen(&[level(0, 0.2)], 2);
        let distinct: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(distinct.len(), 3, "{ids:?}");
        assert!(chosen(&[level(0, 0.5)], 0).is_empty());
    }

    #[test]
    fn every_domain_has_suggestions_and_questions_on_both_sides() {
        let prompts = Prompts::built_in();
        for domain in [
            "support",
            "emotional-safety",
            "stigma",
            "teamwork",
            "vicarious-resilience",
            "self-care",
            "growth",
            "strain",
        ] {
            let score = ScoreId::new(format!("{domain}.{domain}"));
            for side in [Side::Low, Side::High] {
                assert!(
                    prompts.fitting(PromptKind::Suggestion, &score, side).count() >= 2,
                    "{domain}"
                );
                assert_eq!(
                    prompts.fitting(PromptKind::Question, &score, side).count(),
                    2,
                    "{domain}"
                );
            }
        }
    }
}
