//! Owns telling response options that stand for no answer, such as `99, Refused`: a score would count their codes.

use super::form::FormOption;

/// What is said of an option for no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// Its label says so, and its code lies outside the run of the others: it can be left out.
    Sure(usize),
    /// Its label or its code alone looks like it.
    Doubtful(usize),
}

/// Returns the options that look like none of the scale's steps, in the order of the file.
pub(super) fn no_answers(options: &[FormOption]) -> Vec<NoAnswer> {
    let values: Vec<Option<f64>> = options.iter().map(|option| option.value).collect();
    let outside = outside_the_run(&values);
    let told = |(place, option): (usize, &FormOption)| match (
        says_no_answer(&option.label),
        outside.contains(&place),
    ) {
        (true, true) => Some(NoAnswer::Sure(place)),
        (false, false) => None,
        _ => Some(NoAnswer::Doubtful(place)),
    };
    options.iter().enumerate().filter_map(told).collect()
}

/// Takes out what is surely no answer, and the value of what may be none. Returns what is to be said.
pub(super) fn without_no_answers(options: &mut Vec<FormOption>) -> Vec<String> {
    let found = no_answers(options);
    let mut said = Vec::new();
    let name = |option: &FormOption| {
        let code = option.value.map(crate::questionnaire::value_name);
        code.map_or_else(|| option.label.clone(), |code| format!("{code}, {}", option.label))
    };
    for each in found.iter().rev() {
        match *each {
            NoAnswer::Sure(place) if options.len() > 2 => {
                let reason = "stands for no answer; it is left out, since any item can be skipped";
                said.push(format!("`{}` {reason}", name(&options[place])));
                options.remove(place);
            }
            NoAnswer::Sure(place) | NoAnswer::Doubtful(place) => {
                let reason = "looks like no step of the scale; it has no value until you give it";
                said.push(format!("`{}` {reason}", name(&options[place])));
                options[place].value = None;
            }
        }
    }
    said.reverse();
    said
}

fn says_no_answer(label: &str) -> bool {
    const WORDS: [&str; 14] = [
        "refuse",
        "prefer not",
        "rather not",
        "don't know",
        "don’t know",
        "do not know",
        "dont know",
        "not applicable",
        "does not apply",
        "doesn't apply",
        "no answer",
        "not answered",
        "declined",
        "missing",
    ];
    let label = label.to_lowercase();
    matches!(label.trim(), "n/a" | "na" | "dk" | "unknown" | "not sure")
        || WORDS.iter().any(|word| label.contains(word))
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
            [NoAnswer::Sure(4), NoAnswer::Doubtful(5)]
        );
        assert_eq!(with(&[(4.0, "Not applicable")]), [NoAnswer::Doubtful(4)]);
        for steps in [[0.0, 25.0, 50.0, 100.0], [1.0, 2.0, 4.0, 8.0], [-2.0, -1.0, 1.0, 2.0]] {
            let steps = steps.map(|value| (value, "Step"));
            assert_eq!(no_answers(&list(&steps)), [], "{steps:?}");
        }
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
