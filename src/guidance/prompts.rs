//! Owns the suggestions and supervision questions and the rule that chooses among them.

use serde::Deserialize;

use crate::questionnaire::ScoreId;

const BUILT_IN: &str = include_str!("../../questionnaires/prompts.toml");

/// All suggestions and questions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompts {
    /// The format of the file, 1.
    pub format: u32,
    /// The prompts in the order of the file.
    #[serde(rename = "prompt")]
    pub prompts: Vec<Prompt>,
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
}

/// A prompt that was chosen, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The prompt's id.
    pub id: String,
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

    /// Chooses one prompt of `kind` for the score that stands out most.
    ///
    /// Only the outer thirds of a range count. The hard side (low where higher is better, high
    /// where lower is better) goes before the good side; the further out goes first; of equal ones
    /// the first named. `turn` (for example the number of the week) moves through the prompts that
    /// fit, so that the same one does not come every week.
    pub fn choose(&self, kind: PromptKind, levels: &[Level<'_>], turn: usize) -> Option<Chosen> {
        let mut best: Option<(bool, f64, Side, &Level<'_>)> = None;
        for level in levels {
            let Some((side, distance)) = outer_third(level.place) else { continue };
            let hard = (side == Side::Low) == level.higher_is_better;
            let is_better = best.is_none_or(|(best_hard, best_distance, ..)| {
                (hard && !best_hard) || (hard == best_hard && distance > best_distance + 1e-9)
            });
            if is_better && self.fitting(kind, level.score, side).next().is_some() {
                best = Some((hard, distance, side, level));
            }
        }
        let (_, _, side, level) = best?;
        let fitting: Vec<&Prompt> = self.fitting(kind, level.score, side).collect();
        let prompt = fitting.get(turn % fitting.len().max(1))?;
        let third = if side == Side::Low { "lower" } else { "upper" };
        Some(Chosen {
            id: prompt.id.clone(),
            text: prompt.text.clone(),
            reason: format!(
                "because {} is in the {third} third of its range",
                level.title.to_lowercase()
            ),
        })
    }

    fn fitting<'a>(
        &'a self,
        kind: PromptKind,
        score: &'a ScoreId,
        side: Side,
    ) -> impl Iterator<Item = &'a Prompt> {
        self.prompts.iter().filter(move |p| p.kind == kind && p.score == *score && p.when == side)
    }
}

/// Returns the side and the distance from the middle (0 to 0.5) of a place in the outer thirds.
fn outer_third(place: f64) -> Option<(Side, f64)> {
    let distance = (place - 0.5).abs();
    if distance < 1.0 / 6.0 - 1e-9 {
        return None;
    }
    Some((if place < 0.5 { Side::Low } else { Side::High }, distance))
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
            })
            .collect();
        Prompts::built_in().choose(PromptKind::Suggestion, &levels, 0)
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
    fn the_edge_of_a_third_counts() {
        assert!(choose(&[("strain.strain", 2.0 / 3.0, false)]).is_some());
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
