//! Owns telling response options that stand for no answer, such as `99, Refused`: a score would count their codes.

use super::form::FormOption;

/// What is said of an option for no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// Its label says so, and its code lies outside the run of the others: it can be left out.
    Sure(usize),
    /// Its label says so, and its code follows the run of the others.
    AtEnd(usize),
    /// Its label may say so, and it may be a step all the same: "don't know" in the middle of a scale.
    Inside(usize),
    /// Its code alone looks like it.
    Coded(usize),
}

impl NoAnswer {
    fn place(self) -> usize {
        match self {
            Self::Sure(place) | Self::AtEnd(place) | Self::Inside(place) | Self::Coded(place) => {
                place
            }
        }
    }
}

/// Returns the options that look like none of the scale's steps, in the order of the file.
pub(super) fn no_answers(options: &[FormOption]) -> Vec<NoAnswer> {
    let values: Vec<Option<f64>> = options.iter().map(|option| option.value).collect();
    let outside = outside_the_run(&values);
    let steps: Vec<f64> = options
        .iter()
        .enumerate()
        .filter(|(place, option)| !outside.contains(place) && !says_no_answer(&option.label))
        .filter_map(|(_, option)| option.value)
        .collect();
    let told = |(place, option): (usize, &FormOption)| {
        let is_outside = outside.contains(&place);
        if !says_no_answer(&option.label) {
            return is_outside.then_some(NoAnswer::Coded(place));
        }
        let value = option.value;
        let is_among = |value: f64| {
            steps.iter().any(|step| *step < value) && steps.iter().any(|step| *step > value)
        };
        Some(if is_outside || value.is_some_and(|value| is_beyond(value, &steps)) {
            NoAnswer::Sure(place)
        } else if value.is_some_and(is_among) || may_be_a_step(&option.label) {
            NoAnswer::Inside(place)
        } else {
            NoAnswer::AtEnd(place)
        })
    };
    options.iter().enumerate().filter_map(told).collect()
}

/// Returns whether a value is further from the steps of a scale than these from each other.
fn is_beyond(value: f64, steps: &[f64]) -> bool {
    let mut sorted = steps.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return false };
    let widest = sorted.windows(2).map(|pair| pair[1] - pair[0]).fold(0.0, f64::max);
    sorted.len() > 1 && (value > last + widest + 1e-9 || value < first - widest - 1e-9)
}

/// Takes out what is surely no answer, and the code of what may be none, where codes are taken for values.
/// Returns what is to be said.
pub(super) fn without_no_answers(options: &mut Vec<FormOption>) -> Vec<String> {
    let found = no_answers(options);
    without(options, &found, |_| true)
}

/// Takes out what is surely no answer, where the file gives values for scoring; a value that lies among the
/// others stays. Returns what is to be said.
pub(super) fn without_named_no_answers(options: &mut Vec<FormOption>) -> Vec<String> {
    let mut found = no_answers(options);
    // A value far from the others is as the file means it, and where there is none the person is asked anyway.
    found.retain(|each| {
        !matches!(each, NoAnswer::Coded(_)) && options[each.place()].value.is_some()
    });
    without(options, &found, |each| !matches!(each, NoAnswer::Inside(_)))
}

fn without(
    options: &mut Vec<FormOption>,
    found: &[NoAnswer],
    loses_value: impl Fn(NoAnswer) -> bool,
) -> Vec<String> {
    let mut said = Vec::new();
    for each in found.iter().rev() {
        let option = &mut options[each.place()];
        let code = option.value.map(crate::questionnaire::value_name);
        let name = match code {
            Some(code) => format!("{code}, {}", option.label),
            None => option.label.clone(),
        };
        let reason = if loses_value(*each) {
            option.value = None;
            "looks like no step of the scale; it has no value until you give it"
        } else {
            "may stand for no answer; its value counts as the file gives it"
        };
        if matches!(each, NoAnswer::Sure(_)) && options.len() > 2 {
            options.remove(each.place());
            let reason = "stands for no answer; it is left out, since any item can be skipped";
            said.push(format!("`{name}` {reason}"));
        } else {
            said.push(format!("`{name}` {reason}"));
        }
    }
    said.reverse();
    said
}

/// Returns whether a label says that there is no answer. `Does not apply` alone does; `does not apply at all` is
/// the end of a scale, and `yes, but I don't know which` is an answer, so a long label must begin with it.
fn says_no_answer(label: &str) -> bool {
    const WORDS: [&str; 12] = [
        "refuse",
        "prefer not",
        "rather not",
        "would rather not",
        "don't know",
        "don’t know",
        "do not know",
        "dont know",
        "not applicable",
        "no answer",
        "not answered",
        "declined",
    ];
    const WHOLE: [&str; 9] = [
        "missing",
        "n/a",
        "na",
        "dk",
        "does not apply",
        "doesn't apply",
        "doesn’t apply",
        "does not apply to me",
        "doesn't apply to me",
    ];
    let label = label.to_lowercase();
    let whole = label.trim_matches(|c: char| !c.is_alphanumeric());
    WHOLE.contains(&whole)
        || may_be_a_step(&label)
        || WORDS.iter().any(|word| {
            let is_short = whole.split_whitespace().count() <= 3;
            let said = whole.strip_prefix("i ").unwrap_or(whole);
            said.starts_with(word) || (is_short && said.contains(word))
        })
}

/// Returns whether a label for no answer is that of a step on some scales: of how sure one is, of what is known.
fn may_be_a_step(label: &str) -> bool {
    let label = label.to_lowercase();
    matches!(label.trim(), "unknown" | "not sure")
}

/// Returns the places of values far from the run of the others: beyond five of its largest steps, or the only
/// one below 0 of at least four.
fn outside_the_run(values: &[Option<f64>]) -> Vec<usize> {
    let mut placed: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(place, value)| Some((place, (*value)?))).collect();
    placed.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut outside = Vec::new();
    if placed.len() >= 4 && placed[0].1 < 0.0 && placed[1].1 >= 0.0 {
        outside.push(placed.remove(0).0);
    }
    // Several codes of this kind may follow each other, such as 97, 98, 99.
    let steps: Vec<f64> = placed.windows(2).map(|pair| pair[1].1 - pair[0].1).collect();
    for (place, step) in steps.iter().enumerate() {
        let inner = steps[..place].iter().copied().fold(0.0, f64::max);
        if place > 0 && *step > 5.0 * inner {
            let (below, above) = placed.split_at(place + 1);
            let fewer = if below.len() < above.len() { below } else { above };
            outside.extend(fewer.iter().map(|(place, _)| *place));
            break;
        }
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(options: &[(f64, &str)]) -> Vec<FormOption> {
        let option = |(value, label): &(f64, &str)| FormOption {
            label: (*label).into(),
            value: Some(*value),
            code: Some(*value),
        };
        options.iter().map(option).collect()
    }

    #[test]
    fn codes_for_no_answer_are_told_from_steps() {
        let plain = [(0.0, "A"), (1.0, "B"), (2.0, "C"), (3.0, "D")];
        let with = |more: &[(f64, &'static str)]| no_answers(&list(&[&plain[..], more].concat()));
        assert_eq!(with(&[]), []);
        assert_eq!(with(&[(99.0, "Refused")]), [NoAnswer::Sure(4)]);
        assert_eq!(with(&[(-1.0, "Prefer not to say")]), [NoAnswer::Sure(4)]);
        assert_eq!(
            with(&[(88.0, "Don't know"), (99.0, "E")]),
            [NoAnswer::Sure(4), NoAnswer::Coded(5)]
        );
        assert_eq!(with(&[(4.0, "Not applicable")]), [NoAnswer::AtEnd(4)]);
        assert_eq!(with(&[(1.5, "Don't know")]), [NoAnswer::Inside(4)], "it may be the middle");
        assert_eq!(with(&[(9.0, "I don't know")]), [NoAnswer::Sure(4)]);
        assert_eq!(with(&[(4.0, "Not sure")]), [NoAnswer::Inside(4)]);
        let graded = [(1.0, "Does not apply at all"), (2.0, "Mostly does not apply"), (3.0, "A")];
        assert_eq!(no_answers(&list(&graded)), []);
        assert_eq!(with(&[(4.5, "Much, with missing parts")]), []);
        assert_eq!(with(&[(9.0, "I would rather not say")]), [NoAnswer::Sure(4)]);
        assert_eq!(with(&[(4.0, "Yes, but I don't know which")]), []);
        for steps in [[0.0, 25.0, 50.0, 100.0], [1.0, 2.0, 4.0, 8.0], [-2.0, -1.0, 1.0, 2.0]] {
            let steps = steps.map(|value| (value, "Step"));
            assert_eq!(no_answers(&list(&steps)), [], "{steps:?}");
        }
    }

    #[test]
    fn values_for_scoring_stay_unless_they_lie_outside() {
        let steps = [(0.0, "A"), (1.0, "Not sure"), (2.0, "B"), (20.0, "C"), (98.0, "Refused")];
        let mut options = list(&steps);
        let said = without_named_no_answers(&mut options);
        assert_eq!(said.len(), 2, "{said:?}");
        let left: Vec<Option<f64>> = options.iter().map(|option| option.value).collect();
        assert_eq!(left, [Some(0.0), Some(1.0), Some(2.0), Some(20.0)]);
    }

    #[test]
    fn what_is_surely_no_answer_is_left_out_and_what_may_be_has_no_value() {
        let mut options = list(&[(0.0, "A"), (1.0, "B"), (2.0, "C"), (98.0, "D"), (99.0, "N/A")]);
        let said = without_no_answers(&mut options);
        assert_eq!(said.len(), 2, "{said:?}");
        let left: Vec<(Option<f64>, &str)> =
            options.iter().map(|option| (option.value, option.label.as_str())).collect();
        assert_eq!(left, [(Some(0.0), "A"), (Some(1.0), "B"), (Some(2.0), "C"), (None, "D")]);
    }
}
