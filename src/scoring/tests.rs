//! Worked examples and properties of scoring.

use proptest::prelude::*;
use semver::Version;

use super::*;
use crate::checkin::response::{Response, Responses};
use crate::questionnaire::{Catalogue, ItemId, Questionnaire, Source};

const HEAD: &str = r#"format = 1
id = "x"
version = "1.0.0"
title = "X"
recall = "In the past week"
[[scale]]
id = "five"
options = [{ value = 0, label = "a" }, { value = 1, label = "b" }, { value = 2, label = "c" }, { value = 3, label = "d" }, { value = 4, label = "e" }]
not_applicable = "no"
[[item]]
id = "one"
text = "One."
scale = "five"
[[item]]
id = "two"
text = "Two."
scale = "five"
[[item]]
id = "three"
text = "Three."
scale = "five"
[[item]]
id = "yes"
text = "Yes?"
kind = "yes-no"
optional = true
"#;

fn questionnaire(scores: &str) -> Questionnaire {
    let source = Source::new("x.toml", format!("{HEAD}{scores}"));
    let checked = Catalogue::new(Vec::new()).check(&source);
    checked.questionnaire.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
}

fn score_lines(lines: &str) -> Questionnaire {
    questionnaire(&format!(
        "[[score]]\nid = \"s\"\nitems = [\"one\", \"two\", \"three\"]\n{lines}\n"
    ))
}

fn answers(numbers: &[Option<f64>]) -> Responses {
    ["one", "two", "three"]
        .into_iter()
        .zip(numbers)
        .map(|(name, number)| {
            let response = number.map_or(Response::Skipped, Response::number);
            (ItemId::new(format!("x.{name}")), response)
        })
        .collect()
}

fn value(questionnaire: &Questionnaire, responses: &Responses) -> Option<f64> {
    let results = score(questionnaire, responses);
    results.last().unwrap().outcome.as_ref().ok().map(|value| value.value.0)
}

#[test]
fn each_method_by_hand() {
    let full = [Some(1.0), Some(2.0), Some(4.0)];
    let gap = [Some(1.0), None, Some(4.0)];
    for (lines, answered, expected) in [
        ("method = \"mean\"", full, Some(7.0 / 3.0)),
        ("method = \"mean\"\nreverse = [\"three\"]", full, Some(1.0)),
        ("method = \"mean\"\noutput = [0, 100]", full, Some(700.0 / 12.0)),
        ("method = \"mean\"\nweights = { three = 2 }", full, Some(11.0 / 4.0)),
        ("method = \"sum\"", full, Some(7.0)),
        ("method = \"sum\"\nweights = { three = 2 }", full, Some(11.0)),
        ("method = \"count\"\ncount = { at_least = 2 }", full, Some(2.0)),
        ("method = \"count\"\ncount = { at_most = 1 }\nreverse = [\"three\"]", full, Some(2.0)),
        ("method = \"mean\"", gap, None),
        ("method = \"mean\"\nmissing = { at_least = 2 }", gap, Some(2.5)),
        ("method = \"sum\"\nmissing = { at_least = 2 }", gap, Some(7.5)),
        ("method = \"sum\"\nmissing = { at_least = 2, prorate = false }", gap, Some(5.0)),
        (
            "method = \"count\"\ncount = { at_least = 2 }\nmissing = { at_least = 1 }",
            gap,
            Some(1.0),
        ),
        ("method = \"mean\"\nmissing = { share = 0.67 }", gap, None),
        ("method = \"mean\"\nmissing = { share = 0.66 }", gap, Some(2.5)),
    ] {
        let found = value(&score_lines(lines), &answers(&answered));
        let same = match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
            (None, None) => true,
            _ => false,
        };
        assert!(same, "{lines}: {found:?}, expected {expected:?}");
    }
}

#[test]
fn optional_and_not_applicable_items_leave_the_denominator_of_a_share() {
    let with_yes = questionnaire(
        "[[score]]\nid = \"s\"\nitems = [\"one\", \"two\", \"yes\"]\nmethod = \"mean\"\noutput = [0, 1]\nmissing = { share = 1 }\n",
    );
    let mut responses = answers(&[Some(4.0)]);
    responses.insert(ItemId::new("x.two"), Response::NotApplicable);
    responses.insert(ItemId::new("x.yes"), Response::Skipped);
    assert_eq!(value(&with_yes, &responses), Some(1.0));
    responses.insert(ItemId::new("x.one"), Response::NotApplicable);
    let outcome = &score(&with_yes, &responses)[0].outcome;
    assert_eq!(outcome, &Err(NoValue::NothingApplies));
}

#[test]
fn a_band_begins_at_its_cut_off_and_rounding_flips_none() {
    let banded = score_lines(
        "method = \"mean\"\noutput = [0, 100]\nmissing = { at_least = 1 }\nbands_source = \"own\"\nbands = [{ from = 0, label = \"low\" }, { from = 33.333333333333336, label = \"mid\" }, { from = 75, label = \"high\" }]",
    );
    let band = |number: f64| {
        band_of(&banded.scores[0], number).map(|place| banded.scores[0].bands[place].label.clone())
    };
    assert_eq!(band(0.0).as_deref(), Some("low"));
    assert_eq!(band(33.0).as_deref(), Some("low"));
    assert_eq!(band(100.0 / 3.0 - 1e-12).as_deref(), Some("mid"));
    assert_eq!(band(75.0).as_deref(), Some("high"));
    assert_eq!(band(100.0).as_deref(), Some("high"));
}

#[test]
fn a_t_score_is_in_units_of_the_norm_sample() {
    let normed =
        score_lines("method = \"sum\"\nt_score = { mean = 6, sd = 2, source = \"made up\" }");
    let results = score(&normed, &answers(&[Some(4.0), Some(4.0), Some(2.0)]));
    let t = results[0].outcome.as_ref().unwrap().t_score.as_ref().unwrap().0;
    assert!((t - 70.0).abs() < 1e-12, "{t}");
}

const SUMMARY: &str = r#"[[score]]
id = "a"
items = ["one", "two"]
method = "mean"
output = [0, 100]
[[score]]
id = "b"
items = ["three"]
method = "sum"
[[score]]
id = "all"
scores = ["a", "b"]
reverse = ["b"]
weights = { a = 3 }
output = [0, 10]
"#;

#[test]
fn a_score_of_scores_takes_each_part_on_its_own_range() {
    let all = questionnaire(SUMMARY);
    // a = 37.5 of 100, b = 3 of 4 turned round: (3 * 0.375 + 0.25) / 4 = 0.34375.
    let responses = answers(&[Some(1.0), Some(2.0), Some(3.0)]);
    assert!((value(&all, &responses).unwrap() - 3.4375).abs() < 1e-12);
    let gap = answers(&[Some(1.0), Some(2.0), None]);
    let results = score(&all, &gap);
    assert_eq!(results[2].outcome, Err(NoValue::PartWithoutValue { part: results[1].id.clone() }));
    assert_eq!((results[2].tally.answered, results[2].tally.of), (2, 3));
}

#[test]
fn an_explanation_is_the_computation_of_the_score() {
    let all = questionnaire(SUMMARY);
    let responses = answers(&[Some(1.0), Some(4.0), Some(0.0)]);
    for result in score(&all, &responses) {
        let explanation = explain(&all, &responses, &result.id).unwrap();
        assert_eq!(explanation.result, result);
        if let Steps::Items { steps, .. } = &explanation.steps {
            let sum: f64 =
                steps.iter().map(|step| step.weight * step.turned.as_ref().unwrap().0).sum();
            let weights: f64 = steps.iter().map(|step| step.weight).sum();
            let raw = result.outcome.unwrap().raw.0;
            assert!((raw - sum / weights).abs() < 1e-12 || (raw - sum).abs() < 1e-12);
        }
    }
}

fn print(questionnaire: &Questionnaire) -> String {
    fingerprint(questionnaire, questionnaire.scores.last().unwrap()).as_str().to_owned()
}

#[test]
fn the_fingerprint_of_a_known_score_stays_what_it_is() {
    let known = score_lines("method = \"mean\"\noutput = [0, 100]\nreverse = [\"three\"]");
    assert_eq!(print(&known), "380722b85e777277eb5b3415fa48576c54be6b54303037b77661ff3d2ef07220");
}

#[test]
fn what_gives_a_score_its_meaning_changes_the_fingerprint() {
    let lines = "method = \"mean\"\noutput = [0, 100]\nreverse = [\"three\", \"two\"]\nmissing = { at_least = 2 }";
    let text =
        format!("{HEAD}[[score]]\nid = \"s\"\nitems = [\"one\", \"two\", \"three\"]\n{lines}\n");
    let of = |text: &str| {
        let checked = Catalogue::new(Vec::new()).check(&Source::new("x.toml", text));
        print(&checked.questionnaire.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics)))
    };
    let original = of(&text);
    for (from, to) in [
        ("Two.", "Too."),
        ("label = \"c\"", "label = \"cc\""),
        ("value = 4", "value = 5"),
        ("[\"three\", \"two\"]", "[\"three\"]"),
        ("method = \"mean\"", "method = \"sum\""),
        ("[0, 100]", "[0, 10]"),
        ("at_least = 2", "at_least = 3"),
        ("In the past week", "In the past month"),
        ("recall = ", "recall_days = 6\nrecall = "),
        ("[\"one\", \"two\", \"three\"]", "[\"two\", \"one\", \"three\"]"),
        ("reverse = ", "weights = { one = 2 }\nreverse = "),
        ("text = \"Three.\"", "text = \"Three.\"\nask_if = { item = \"one\", at_least = 1 }"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(text, changed, "{from}");
        assert_ne!(original, of(&changed), "{from} -> {to}");
    }
    for (from, to) in [
        ("title = \"X\"", "title = \"Y\""),
        ("[\"three\", \"two\"]", "[\"two\", \"three\"]"),
        ("not_applicable = \"no\"", "not_applicable = \"none\""),
        ("label = \"c\"", "label = \"c\", key = \"c\""),
        ("reverse = ", "title = \"S\"\nbetter = \"higher\"\ngroup = \"work\"\nreverse = "),
        ("reverse = ", "bands = [{ from = 0, label = \"l\" }]\nbands_source = \"o\"\nreverse = "),
        ("reverse = ", "weights = { one = 1 }\nreverse = "),
        ("optional = true", "private = true"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(text, changed, "{from}");
        assert_eq!(original, of(&changed), "{from} -> {to}");
    }
}

#[test]
fn composed_and_decomposed_letters_have_one_fingerprint() {
    let with = |text: &str| {
        let lines = format!("{HEAD}[[score]]\nid = \"s\"\nitems = [\"one\"]\nmethod = \"mean\"\n");
        let source = Source::new("x.toml", lines.replace("One.", text));
        print(&Catalogue::new(Vec::new()).check(&source).questionnaire.unwrap())
    };
    assert_eq!(with("caf\u{e9}"), with("cafe\u{301}"));
}

#[test]
fn a_series_goes_on_by_fingerprint_or_by_declaration() {
    let old = score_lines("method = \"mean\"\noutput = [0, 100]\nbetter = \"higher\"");
    let same =
        score_lines("method = \"mean\"\noutput = [0, 100]\nbetter = \"higher\"\ntitle = \"Other\"");
    let declared = "method = \"mean\"\noutput = [0, 100]\nbetter = \"higher\"\ncomparable_with = [\"1.0.0\"]\nmissing = { at_least = 2 }";
    let undeclared = declared.replace("[\"1.0.0\"]", "[\"0.9.0\"]");
    let turned = declared.replace("\"higher\"", "\"lower\"");
    let version = Version::new(1, 0, 0);
    let goes_on = |new: &Questionnaire| {
        let (new_score, old_score) = (&new.scores[0], &old.scores[0]);
        let (new_print, old_print) = (fingerprint(new, new_score), fingerprint(&old, old_score));
        continues((new_score, &new_print), (old_score, &old_print), &version)
    };
    assert!(goes_on(&same));
    assert!(goes_on(&score_lines(declared)));
    assert!(!goes_on(&score_lines(&undeclared)));
    assert!(!goes_on(&score_lines(&turned)));
}

fn some_answers() -> impl Strategy<Value = Vec<Option<f64>>> {
    proptest::collection::vec(proptest::option::weighted(0.8, (0u8..=4).prop_map(f64::from)), 3)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_lies_in_the_range_of_its_score(given in some_answers(), weight in 0.1..9.0f64, method in 0usize..3) {
        let method = ["mean", "sum", "count\"\ncount = { at_least = 2 }\nbetter = \"higher"][method];
        let prorated = score_lines(&format!("method = \"{method}\"\nweights = {{ two = {weight} }}\nreverse = [\"one\"]\noutput = [-3, 11]\nmissing = {{ at_least = 1 }}"));
        if let Some(value) = value(&prorated, &answers(&given)) {
            prop_assert!((-3.0 - 1e-9..=11.0 + 1e-9).contains(&value));
        }
    }

    #[test]
    fn reversing_every_item_mirrors_a_mean(given in some_answers()) {
        let plain = score_lines("method = \"mean\"\nmissing = { at_least = 1 }");
        let turned = score_lines("method = \"mean\"\nmissing = { at_least = 1 }\nreverse = [\"one\", \"two\", \"three\"]");
        let (a, b) = (value(&plain, &answers(&given)), value(&turned, &answers(&given)));
        prop_assert_eq!(a.is_some(), b.is_some());
        if let (Some(a), Some(b)) = (a, b) {
            prop_assert!((a + b - 4.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_missing_answer_is_no_number(first in 0u8..=4, third in 0u8..=4) {
        let plain = score_lines("method = \"mean\"\nmissing = { at_least = 2 }");
        let with_gap = value(&plain, &answers(&[Some(f64::from(first)), None, Some(f64::from(third))]));
        prop_assert!((with_gap.unwrap() - f64::from(first + third) / 2.0).abs() < 1e-12);
    }

    #[test]
    fn scaling_all_weights_changes_no_mean(given in some_answers(), factor in 0.01..50.0f64) {
        let weighted = |a: f64, b: f64| score_lines(&format!("method = \"mean\"\nmissing = {{ at_least = 1 }}\nweights = {{ one = {a}, two = {b}, three = {a} }}"));
        let (a, b) = (value(&weighted(2.0, 3.0), &answers(&given)), value(&weighted(2.0 * factor, 3.0 * factor), &answers(&given)));
        prop_assert_eq!(a.is_some(), b.is_some());
        if let (Some(a), Some(b)) = (a, b) {
            prop_assert!((a - b).abs() < 1e-9);
        }
    }

    #[test]
    fn the_order_of_items_does_not_matter(given in some_answers()) {
        let lines = |items: &str| questionnaire(&format!("[[score]]\nid = \"s\"\nitems = [{items}]\nmethod = \"sum\"\nweights = {{ two = 2.5 }}\nmissing = {{ at_least = 1 }}\n"));
        let (a, b) = (
            value(&lines("\"one\", \"two\", \"three\""), &answers(&given)),
            value(&lines("\"three\", \"one\", \"two\""), &answers(&given)),
        );
        prop_assert_eq!(a.is_some(), b.is_some());
        if let (Some(a), Some(b)) = (a, b) {
            prop_assert!((a - b).abs() < 1e-9);
        }
    }
}

#[test]
fn messages_of_missing_values_say_how_many() {
    let plain = score_lines("method = \"mean\"\nmissing = { at_least = 2 }");
    let results = score(&plain, &answers(&[Some(1.0), None, None]));
    let message = results[0].outcome.as_ref().unwrap_err().to_string();
    assert_eq!(message, "1 of 3 items answered, at least 2 needed");
}
