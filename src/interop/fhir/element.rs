//! Owns looking at one element of a FHIR resource: texts with their translations, extensions.

use serde_json::{Map, Value};

use super::super::text::plain;

/// An element with the language its texts are wanted in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'a> {
    value: &'a Value,
    language: Option<&'a str>,
    /// Whether texts without a translation count as absent.
    is_strict: bool,
}

impl<'a> Element<'a> {
    pub(super) fn new(value: &'a Value, language: Option<&'a str>) -> Self {
        Self { value, language, is_strict: false }
    }

    /// Looks at the same element so that only what is translated is there.
    pub(super) fn translated_only(self) -> Self {
        Self { is_strict: true, ..self }
    }

    /// Looks at a part in the same language.
    pub(super) fn of(self, value: &'a Value) -> Self {
        Self { value, ..self }
    }

    pub(super) fn value(self) -> &'a Value {
        self.value
    }

    pub(super) fn get(self, key: &str) -> Option<&'a Value> {
        self.value.get(key)
    }

    /// Returns the members of a list; anything else has none.
    pub(super) fn list(self, key: &str) -> &'a [Value] {
        self.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// Returns whether a list is there and holds anything.
    pub(super) fn has(self, key: &str) -> bool {
        !self.list(key).is_empty()
    }

    pub(super) fn is_true(self, key: &str) -> bool {
        self.get(key).and_then(Value::as_bool) == Some(true)
    }

    /// Returns a word as it is written, not blank.
    pub(super) fn word(self, key: &str) -> Option<&'a str> {
        self.get(key).and_then(Value::as_str).filter(|word| !word.trim().is_empty())
    }

    /// Returns a text made plain, in the wanted language where the file has it.
    pub(super) fn text(self, key: &str) -> Option<String> {
        let translated = self.language.and_then(|language| self.translation(key, language));
        let own = || self.word(key).filter(|_| !self.is_strict);
        let text = plain(translated.or_else(own)?);
        (!text.is_empty()).then_some(text)
    }

    fn translation(self, key: &str, language: &str) -> Option<&'a str> {
        let shadow = self.get(&format!("_{key}"))?;
        let translations = extensions_of(shadow, "translation");
        translations.into_iter().find_map(|translation| {
            let part = |name: &str, keys: &[&str]| {
                let list = translation.get("extension")?.as_array()?;
                let part = list
                    .iter()
                    .find(|part| part.get("url").and_then(Value::as_str) == Some(name))?;
                keys.iter().find_map(|key| part.get(*key)).and_then(Value::as_str)
            };
            (part("lang", &["valueCode", "valueString"])? == language)
                .then(|| part("content", &["valueString", "valueMarkdown"]))?
        })
    }

    /// Returns the extension with this last segment of its address.
    pub(super) fn extension(self, name: &str) -> Option<&'a Value> {
        extensions_of(self.value, name).into_iter().next()
    }
}

/// Returns the extensions of an element that go by this name.
pub(super) fn extensions_of<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    let list = value.get("extension").and_then(Value::as_array).into_iter().flatten();
    list.filter(|extension| {
        is_named(extension.get("url").and_then(Value::as_str).unwrap_or_default(), name)
    })
    .collect()
}

/// Returns whether an address is that of the extension `name`. What puts a number into an item counts under
/// the standard's own address only; of what keeps an item from being asked, a variant is as good a reason.
pub(super) fn is_named(url: &str, name: &str) -> bool {
    const BASE: &str = "http://hl7.org/fhir/StructureDefinition/";
    if matches!(name, "ordinalValue" | "itemWeight" | "minValue" | "maxValue") {
        return url.strip_prefix(BASE) == Some(name);
    }
    url.contains('/') && last_segment(url) == name
}

/// Returns the part of an address after its last slash.
pub(super) fn last_segment(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or(url)
}

/// Hands every extension in a value to `look`.
pub(super) fn extensions(value: &Value, look: &mut dyn FnMut(&Value)) {
    objects(value, &mut |object| {
        let list = object.get("extension").and_then(Value::as_array).into_iter().flatten();
        list.for_each(&mut *look);
    });
}

/// Hands every object in a value to `look`, with the linkId of the item that it belongs to.
pub(super) fn objects_of_items<'a>(
    value: &'a Value,
    link: Option<&'a str>,
    look: &mut dyn FnMut(&'a Map<String, Value>, Option<&'a str>),
) {
    match value {
        Value::Object(object) => {
            let link = object.get("linkId").and_then(Value::as_str).or(link);
            look(object, link);
            object.values().for_each(|value| objects_of_items(value, link, look));
        }
        Value::Array(values) => {
            for value in values {
                objects_of_items(value, link, look);
            }
        }
        _ => {}
    }
}

/// Hands every object in a value to `look`; the depth was limited when the text was read.
pub(super) fn objects(value: &Value, look: &mut dyn FnMut(&Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            look(object);
            object.values().for_each(|value| objects(value, look));
        }
        Value::Array(values) => values.iter().for_each(|value| objects(value, look)),
        _ => {}
    }
}
