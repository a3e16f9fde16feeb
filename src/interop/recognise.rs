//! Owns recognising an instrument for which there is a key, by its codes and its names. A key found
//! here is only proposed: whoever imports a file decides.

use super::finding::{Code, Finding};
use super::form::{Form, FormItem};
use super::text::plain;
use crate::questionnaire::Key;

/// LOINC codes of panels, of totals, and of the one item that no shorter form has (LOINC 2.77).
const LOINC: [(&str, &str); 7] = [
    ("44249-1", "phq-9"),
    ("44261-6", "phq-9"),
    ("44260-8", "phq-9"),
    ("55757-9", "phq-2"),
    ("55758-7", "phq-2"),
    ("69737-5", "gad-7"),
    ("70274-6", "gad-7"),
];

/// LOINC codes of the items of an instrument in the order of its key (LOINC 2.77); empty where they are not known.
pub(super) fn item_codes(key: &str) -> &'static [&'static str] {
    const PHQ: [&str; 9] = [
        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
        "44260-8",
    ];
    const GAD: [&str; 7] =
        ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"];
    match key {
        "phq-9" => &PHQ,
        "phq-2" => &PHQ[..2],
        "gad-7" => &GAD,
        _ => &[],
    }
}

/// Returns what is to be said of the keys that a form may be meant for, one finding a key.
pub(super) fn proposed_keys(form: &Form) -> Vec<Finding> {
    known(form).map(|(key, sign)| proposal(form, &key, &sign)).collect()
}

/// Returns the keys that a form may be meant for.
pub fn known_keys(form: &Form) -> Vec<Key> {
    known(form).map(|(key, _)| key).collect()
}

fn known(form: &Form) -> impl Iterator<Item = (Key, String)> {
    Key::names().filter_map(|name| {
        let sign = sign_of(name, form)?;
        Some((Key::find(name)?, sign))
    })
}

/// Returns what a form is known by as the instrument of a key.
fn sign_of(key: &str, form: &Form) -> Option<String> {
    let address = form.source.as_deref().unwrap_or_default();
    let address = address.split(['|', '?', '#']).next().unwrap_or_default();
    let last = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let codes = form.codes.iter().map(String::as_str).chain([last]);
    for code in codes {
        if LOINC.contains(&(code, key)) {
            return Some(format!("LOINC {code}"));
        }
    }
    [form.name.as_str(), form.title.as_str(), last].into_iter().find_map(|name| {
        let (parts, wanted) = (parts(name), parts(key));
        // `SCSSF` is `scs-sf`, and `phq 9` is `phq-9`.
        let wanted = wanted.concat();
        let begins =
            |from: usize| (from..=parts.len()).any(|to| parts[from..to].concat() == wanted);
        (0..parts.len()).any(begins).then(|| format!("`{name}`"))
    })
}

/// Cuts a name into words and numbers: `PHQ9` and `phq-9` are the same.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for c in name.chars() {
        let kind = (c.is_alphanumeric(), c.is_numeric());
        match parts.last_mut() {
            Some(part) if before == Some(kind) && kind.0 => part.extend(c.to_lowercase()),
            _ if kind.0 => parts.push(c.to_lowercase().collect()),
            _ => {}
        }
        before = Some(kind);
    }
    parts
}

fn proposal(form: &Form, key: &Key, sign: &str) -> Finding {
    let without = match protected(key).as_slice() {
        [] => String::new(),
        numbers => format!(
            "; without it item {} is neither private nor leads to the support resources",
            numbers.join(", ")
        ),
    };
    let (title, id) = (&key.title, &key.id);
    let known = format!("{sign} is {title}, for which checkin has a key");
    let differs = match other_values(form, key).as_slice() {
        [] => String::new(),
        links => format!("; the file's weights of {} are not the key's", links.join(", ")),
    };
    Finding::file(Code::Known, format!("{known}: `--key {id}` takes it{without}{differs}"))
}

/// Returns the items whose values are those of none of the key's scales.
fn other_values(form: &Form, key: &Key) -> Vec<String> {
    let sorted = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values
    };
    let of_key: Vec<Vec<f64>> =
        key.scales.iter().map(|scale| sorted(scale.values.clone())).collect();
    let is_other =
        |item: &&FormItem| item.values().is_some_and(|values| !of_key.contains(&sorted(values)));
    form.items.iter().filter(is_other).map(|item| format!("`{}`", plain(&item.link))).collect()
}

/// Returns the numbers of the items that a key keeps private or answers with support.
fn protected(key: &Key) -> Vec<String> {
    let careful = key.items.iter().filter(|item| item.private || item.support_if.is_some());
    careful.map(|item| item.number.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, source: Option<&str>, codes: &[&str]) -> Vec<String> {
        let form = Form {
            name: name.into(),
            source: source.map(str::to_owned),
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
            ..Form::default()
        };
        proposed_keys(&form).into_iter().map(|finding| finding.reason).collect()
    }

    #[track_caller]
    fn proposes(found: &[String], keys: &[&str]) {
        assert_eq!(found.len(), keys.len(), "{found:?}");
        for (reason, key) in found.iter().zip(keys) {
            assert!(reason.contains(&format!("`--key {key}` takes it")), "{reason}");
        }
    }

    #[test]
    fn an_instrument_is_known_by_its_codes_its_address_and_its_names() {
        for code in ["44249-1", "44261-6", "44260-8"] {
            proposes(&found("form", None, &[code]), &["phq-9"]);
        }
        proposes(&found("form", Some("http://loinc.org/q/69737-5|2.1"), &[]), &["gad-7"]);
        let address = "http://hl7.org/fhir/us/core/Questionnaire/phq-2";
        proposes(&found("form", Some(address), &[]), &["phq-2"]);
        for name in
            ["PHQ9", "phq_9", "PHQ 9", "Patient Health Questionnaire (PHQ-9)", "sdc-phq9-form"]
        {
            proposes(&found(name, None, &[]), &["phq-9"]);
        }
        proposes(&found("PHQ-9 and GAD-7", None, &[]), &["phq-9", "gad-7"]);
    }

    #[test]
    fn what_only_looks_alike_is_not_taken_for_it() {
        for name in ["PHQ-15", "PHQ-90", "aphq9", "PSS-14", "scs", "abrs", "form 9", ""] {
            proposes(&found(name, None, &[]), &[]);
        }
        proposes(&found("form", Some("Kroenke 2001, phq-9/15 items"), &["9-44249"]), &[]);
    }

    #[test]
    fn what_the_key_protects_is_said() {
        let about = &found("PHQ-9", None, &[])[0];
        assert!(about.contains("without it item 9 is neither private nor"), "{about}");
        assert!(!found("GAD-7", None, &[])[0].contains("without it"));
    }
}
