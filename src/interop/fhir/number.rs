//! Owns items that take a number: their limits, step and unit.

use serde_json::Value;

use super::super::form::FormKind;
use super::super::text::{plain, shortened};
use super::element::{Element, extensions_of};

/// Returns the number that an item takes, with what of it was passed over, or why it is left.
pub(super) fn number(item: Element<'_>) -> Result<(FormKind, Option<String>), String> {
    let limit = |name: &'static str| one(item, &[name]).map_err(|written| differs(name, &written));
    let (Some(min), Some(max)) = (limit("minValue")?, limit("maxValue")?) else {
        return Err("a number without minValue and maxValue is not scored; left out".into());
    };
    if min >= max {
        return Err("its minValue is not below its maxValue".into());
    }
    let written = one(item, &["questionnaire-sliderStepValue", "sliderStepValue"]);
    let whole = (item.word("type") == Some("integer")).then_some(1.0);
    let fits = |step: &f64| *step > 0.0 && ((max - min) / step).fract().abs() < 1e-9;
    let step = written.as_ref().ok().copied().flatten().filter(fits);
    let passed = match written {
        Err(written) => Some(differs("sliderStepValue", &written)),
        Ok(Some(given)) if step.is_none() => {
            Some(format!("its sliderStepValue {given} does not divide {min} to {max}; passed over"))
        }
        Ok(_) => None,
    };
    let unit = item.extension("questionnaire-unit").and_then(|unit| unit.get("valueCoding"));
    let unit = unit.and_then(|coding| {
        let coding = item.of(coding);
        coding.text("display").or_else(|| coding.text("code"))
    });
    let unit = unit.filter(|unit| unit.chars().count() <= 200);
    let step = step.or(whole.filter(fits));
    Ok((FormKind::Number { min, max, step, unit }, passed))
}

fn differs(name: &str, written: &[String]) -> String {
    format!("its {name} is no number, or not one number: {}", written.join(", "))
}

/// Returns the number in the extensions of these names; where they say several, or none that can be read, what
/// they say.
fn one(item: Element<'_>, names: &[&str]) -> Result<Option<f64>, Vec<String>> {
    let written: Vec<&Value> =
        names.iter().flat_map(|name| extensions_of(item.value(), name)).collect();
    let number = |extension: &&Value| {
        let value = ["valueDecimal", "valueInteger"].iter().find_map(|key| extension.get(*key));
        value.and_then(Value::as_f64)
    };
    let numbers: Option<Vec<f64>> = written.iter().map(number).collect();
    match numbers.as_deref() {
        Some([]) => Ok(None),
        Some([first, more @ ..]) if more.iter().all(|other| (other - first).abs() < 1e-9) => {
            Ok(Some(*first))
        }
        _ => {
            let told = |extension: &&Value| {
                let mut values = extension.as_object().into_iter().flatten();
                let value = values.find(|(key, _)| key.starts_with("value"));
                let text = value.map_or_else(|| "nothing".into(), |(_, value)| value.to_string());
                shortened(&plain(&text), 60)
            };
            Err(written.iter().map(told).collect())
        }
    }
}
