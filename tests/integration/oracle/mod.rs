//! An independent computation of scores, held against the engine on thousands of random definitions
//! and answer sets.

mod naive;
mod plan;

use checkin::checkin::{Private, Response, Responses, check_responses};
use checkin::questionnaire::{Catalogue, ItemId, Source};
use checkin::scoring::{Plan as Planned, ScoreResult, Sheet, Value, score};

use crate::harness::Harness;
use naive::{Seen, naive, naive_summary};
use plan::{Given, Kind, Plan, Random, file, random_answers, random_plan};

fn responses(plan: &Plan, given: &[Given]) -> Responses {
    let mut responses = Responses::new();
    for (place, given) in given.iter().enumerate() {
        let response = match given {
            Given::Answer(value) if matches!(plan.items[place].kind, Kind::YesNo) => {
                Response::yes_no(*value > 0.5)
            }
            Given::Answer(value) => Response::number(*value),
            Given::Skipped => Response::Skipped,
            Given::NotApplicable => Response::NotApplicable,
            Given::NotAsked | Given::LeftOut => continue,
        };
        responses.insert(ItemId::new(format!("x.i{place}")), response);
    }
    responses
}

/// The plan for many check-ins gives what the computation for one gives, to the last bit.
#[track_caller]
fn planned_equals(plan: &Planned, responses: &Responses, expected: &[ScoreResult]) {
    let mut sheet = Sheet::default();
    plan.clear(&mut sheet);
    for (item, response) in responses {
        let place = plan.place(item.as_str(), 0).expect("an item of the questionnaire");
        sheet.responses[place] = Some(response.clone());
    }
    let scored = plan.score(&mut sheet).expect("responses that fit");
    assert_eq!(scored.len(), expected.len());
    for (scored, expected) in scored.iter().zip(expected) {
        assert_eq!((&scored.tally, &scored.outcome), (&expected.tally, &expected.outcome));
        if let (Ok(scored), Ok(expected)) = (&scored.outcome, &expected.outcome) {
            let bits = |value: &Value| {
                let t_score = value.t_score.as_ref().map(|t| t.0.to_bits());
                (value.raw.0.to_bits(), value.value.0.to_bits(), t_score)
            };
            assert_eq!(bits(scored), bits(expected));
        }
    }
}

#[test]
fn scores_agree_with_an_independent_computation() {
    let catalogue = Catalogue::new(Vec::new());
    let mut seen = Seen::new();
    let mut compared = 0;
    for seed in 0..4_000 {
        let mut random = Random(seed);
        let plan = random_plan(&mut random);
        let text = file(&plan);
        let checked = catalogue.check(&Source::new("x.toml", text.as_str()));
        let questionnaire = checked
            .questionnaire
            .unwrap_or_else(|| panic!("seed {seed}: {:#?}\n{text}", checked.diagnostics));
        let planned = Planned::new(&questionnaire);
        for set in 0..4 {
            let given = random_answers(&mut random, &plan);
            let responses = responses(&plan, &given);
            assert_eq!(check_responses(&questionnaire, &responses), [], "seed {seed}");
            let results = score(&questionnaire, &responses);
            planned_equals(&planned, &responses, &results);
            let parts: Vec<_> =
                plan.scores.iter().map(|score| naive(score, &plan, &given, &mut seen)).collect();
            let mut expected: Vec<Option<f64>> = parts.iter().map(|(value, _)| *value).collect();
            expected.extend(plan.summary.as_ref().map(|summary| naive_summary(summary, &parts)));
            assert_eq!(results.len(), expected.len());
            for (result, expected) in results.iter().zip(expected) {
                let value = result.outcome.as_ref().ok().map(|value| value.value.0);
                let agrees = match (value, expected) {
                    (None, None) => true,
                    (Some(value), Some(expected)) => (value - expected).abs() <= 1e-9,
                    _ => false,
                };
                assert!(
                    agrees,
                    "seed {seed}, set {set}, {}: {value:?}, expected {expected:?}\n{text}",
                    result.id
                );
                compared += 1;
            }
            if plan.summary.is_some() {
                *seen.entry("score of scores").or_insert(0) += 1;
            }
        }
    }
    assert!(compared > 30_000, "{compared}");
    for feature in [
        "missing",
        "reversed",
        "prorated",
        "prorated over mixed ranges",
        "mean of mixed ranges",
        "count",
        "share",
        "optional skipped",
        "not applicable",
        "not asked",
        "score of scores",
        "no value",
    ] {
        let times = seen.get(feature).copied().unwrap_or(0);
        assert!(times > 300, "{feature} occurred {times} times: {seen:?}");
    }
}

#[test]
fn a_changed_answer_would_be_noticed() {
    let catalogue = Catalogue::new(Vec::new());
    let mut noticed = 0;
    for seed in 0..300 {
        let mut random = Random(seed);
        let plan = random_plan(&mut random);
        let questionnaire = catalogue
            .check(&Source::new("x.toml", file(&plan)))
            .questionnaire
            .expect("a questionnaire");
        let given = random_answers(&mut random, &plan);
        let mut wrong = responses(&plan, &given);
        let item = ItemId::new(format!("x.i{}", random.below(plan.items.len())));
        let impossible = [
            Response::number(1e6),
            Response::number(f64::NAN),
            Response::Answered(checkin::checkin::Answer::Many(Private(vec![1.0]))),
        ];
        wrong.insert(item, impossible[random.below(3)].clone());
        noticed += usize::from(!check_responses(&questionnaire, &wrong).is_empty());
        let planned = Planned::new(&questionnaire);
        let mut sheet = Sheet::default();
        planned.clear(&mut sheet);
        for (item, response) in wrong {
            let place = planned.place(item.as_str(), 0).expect("an item of the questionnaire");
            sheet.responses[place] = Some(response);
        }
        assert!(planned.score(&mut sheet).is_none(), "seed {seed}");
    }
    assert_eq!(noticed, 300);
}

/// A line of answers for `checkin score`, ids short for some and qualified for others.
fn line(id: usize, responses: &Responses) -> String {
    let answers: Vec<String> = responses
        .iter()
        .map(|(item, response)| {
            let name = if id.is_multiple_of(2) { item.as_str() } else { item.local() };
            format!("\"{name}\": {}", response.to_json())
        })
        .collect();
    format!("{{\"id\": {id}, \"answers\": {{{}}}}}\n", answers.join(", "))
}

#[test]
fn the_filter_gives_the_scores_of_the_engine_to_the_last_bit() {
    let catalogue = Catalogue::new(Vec::new());
    let mut compared = 0;
    for seed in 10_000..10_060 {
        let mut random = Random(seed);
        let plan = random_plan(&mut random);
        let harness = Harness::new();
        let path = harness.home().join("x.toml");
        std::fs::write(&path, file(&plan)).expect("a file");
        let source = Source::new("x.toml", file(&plan));
        let questionnaire = catalogue.check(&source).questionnaire.expect("a questionnaire");
        let answered: Vec<Responses> =
            (0..20).map(|_| responses(&plan, &random_answers(&mut random, &plan))).collect();
        let lines: String =
            answered.iter().enumerate().map(|(id, responses)| line(id, responses)).collect();
        let path = path.to_str().expect("a path");
        let run = harness.checkin(&["score", path]).input(&lines).run().succeeds();
        for (found, responses) in run.stdout.lines().zip(&answered) {
            let found: serde_json::Value = serde_json::from_str(found).expect("JSON");
            for result in score(&questionnaire, responses) {
                let scored = &found["scores"][result.id.as_str()];
                let expected = result.outcome.as_ref().ok().map(|value| value.value.0.to_bits());
                assert_eq!(scored["value"].as_f64().map(f64::to_bits), expected, "seed {seed}");
                assert_eq!(scored["answered"], result.tally.answered);
                let reason = result.outcome.err().map(|reason| reason.to_string());
                assert_eq!(scored["reason"].as_str(), reason.as_deref());
                compared += 1;
            }
        }
        assert_eq!(run.stdout.lines().count(), answered.len());
    }
    assert!(compared > 2_000, "{compared}");
}
