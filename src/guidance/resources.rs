//! Owns the support resources by region; must not decide when they are shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::language::spoken;

const BUILT_IN: &str = include_str!("../../questionnaires/resources.toml");

/// All regions with their resources.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resources {
    /// The format of the file, 1.
    pub format: u32,
    /// The regions.
    #[serde(rename = "region")]
    pub regions: Vec<Region>,
}

/// A country or a group of countries.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// ISO 3166-1 alpha-2 in lower case; `eu` for what holds in the whole European Union.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// What else means this region: countries without one of their own, other short names.
    #[serde(default)]
    pub also: Vec<String>,
    /// What there is, the emergency number first.
    #[serde(rename = "resource")]
    pub resources: Vec<Resource>,
}

/// One place to turn to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Its name.
    pub name: String,
    /// What it is for, one sentence.
    pub purpose: String,
    /// A number or an address.
    pub contact: String,
    /// When it can be reached.
    pub hours: String,
    /// Where this is publicly stated.
    pub source: String,
    /// When that was last compared.
    #[serde(deserialize_with = "toml_date")]
    pub checked: NaiveDate,
    /// What is said of it in other languages, by their tags.
    #[serde(default)]
    pub translated: BTreeMap<String, ResourceWords>,
}

/// What is said of a place to turn to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourceWords {
    /// Its name.
    pub name: String,
    /// What it is for, one sentence.
    pub purpose: String,
    /// When it can be reached.
    pub hours: String,
}

impl Resource {
    /// Returns what is said of it in the person's language, or in English where that is not written down.
    pub fn spoken(&self) -> ResourceWords {
        let Self { name, purpose, hours, .. } = self;
        self.translated.get(spoken().tag()).cloned().unwrap_or_else(|| ResourceWords {
            name: name.clone(),
            purpose: purpose.clone(),
            hours: hours.clone(),
        })
    }
}

impl Resources {
    /// Reads the built-in file.
    ///
    /// # Panics
    /// Never: a test reads the file that is compiled in.
    pub fn built_in() -> Self {
        toml::from_str(BUILT_IN).expect("the built-in resources are read by a test")
    }

    /// Returns the region with this id.
    pub fn region(&self, id: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.id == id)
    }

    /// Returns the region that a country or another short name lies in or means, in any case.
    pub fn region_for(&self, country: &str) -> Option<&Region> {
        let country = country.to_lowercase();
        let means = |region: &&Region| region.id == country || region.also.contains(&country);
        self.regions.iter().find(means)
    }
}

fn toml_date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let date = toml::value::Datetime::deserialize(deserializer)?;
    date.to_string().parse().map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::language::tests::speaking;

    #[test]
    fn a_country_finds_its_region_and_means_no_two() {
        let known = Resources::built_in();
        let id = |country| known.region_for(country).map(|region| region.id.as_str());
        assert_eq!((id("DE"), id("ie"), id("UK")), (Some("eu"), Some("ie"), Some("gb")));
        assert_eq!((id("jp"), id("")), (None, None));
        let names = known.regions.iter().flat_map(|it| it.also.iter().chain([&it.id]));
        let mut names: Vec<_> = names.collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn where_other_languages_are_spoken_the_words_are_in_all_of_them() {
        let known = Resources::built_in();
        for resource in &known.region("eu").unwrap().resources {
            for language in Language::ALL {
                let words = speaking(language, || resource.spoken());
                let is_english = words.purpose == resource.purpose;
                assert_eq!(is_english, language == Language::English, "{}", resource.name);
            }
        }
    }
}
