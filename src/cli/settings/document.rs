//! Owns the text of the settings file: how a new one explains itself, and how a value is changed in
//! one that is there, so that the person's own comments and order stay.

use std::fmt::Write as _;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::decode::CONTACT;
use super::{Contact, Form, Origin, SETTINGS, Settings};
use crate::language::message;
use crate::render::text::sentence;

/// Returns a file in which every setting is explained and switched off, so that the defaults hold.
pub(super) fn defaults() -> String {
    let mut text = message!("settings-file-head") + "\n";
    let defaults = Settings::default();
    for setting in &SETTINGS {
        let written = written(setting.form, &defaults.value(setting.key).unwrap_or_default());
        let _ = write!(
            text,
            "\n# {}\n# {}\n# {} = {written}\n",
            sentence(&(setting.about)()),
            message!("settings-file-takes", values = (setting.values)()),
            setting.key
        );
    }
    let _ = write!(
        text,
        "\n# {}\n# passphrase_command = [\"pass\", \"show\", \"checkin\"]\n\
         \n# {}\n# [alias]\n\
         # week = \"trends --view table --last 4\"\n# walked = [\"note\", \"add\", \"Went for a walk\"]\n\
         \n# {}\n# [[contact]]\n# name = \"My supervisor\"\n# contact = \"+353 1 555 0100\"\n\
         # purpose = \"Any weekday\"\n",
        message!("settings-file-passphrase"),
        message!("settings-file-aliases"),
        message!("settings-file-contacts")
    );
    text
}

/// Returns `text` with all that differs between `present`, which it says now, and `wanted`.
pub(super) fn changed(text: &str, present: &Settings, wanted: &Settings) -> String {
    let mut text = text.to_owned();
    for setting in &SETTINGS {
        let origin = wanted.origin(setting.key);
        let (before, after) = (present.value(setting.key), wanted.value(setting.key));
        let was_set = present.origin(setting.key) == Origin::File;
        if was_set && origin == Origin::Default {
            text = switched_off(&text, setting.key);
            continue;
        }
        let is_new = origin == Origin::File && !was_set;
        // What the environment or an option says holds for this run alone.
        let is_lasting = matches!(origin, Origin::File | Origin::Default);
        if is_lasting
            && (before != after || is_new)
            && let Some(after) = after
        {
            text = with_value(&text, setting.key, &written(setting.form, &after));
        }
    }
    if present.contacts != wanted.contacts {
        text = edited(&text, |document| {
            set_contacts(document, &present.contacts, &wanted.contacts);
        });
    }
    text
}

/// Brings the contacts to these. What stays keeps its lines and comments, and what stands before the first
/// one, the settings that are switched off perhaps, stays before it.
fn set_contacts(document: &mut DocumentMut, present: &[Contact], wanted: &[Contact]) {
    let stay: Vec<bool> = present.iter().map(|contact| wanted.contains(contact)).collect();
    let kept = present.iter().zip(&stay).filter(|(_, stays)| **stays).map(|(contact, _)| contact);
    let new = wanted.iter().skip(stay.iter().filter(|stays| **stays).count());
    let is_in_order = !wanted.is_empty() && kept.chain(new.clone()).eq(wanted);
    let tables = document.get_mut(CONTACT).and_then(Item::as_array_of_tables_mut);
    match tables.filter(|tables| is_in_order && tables.len() == present.len()) {
        Some(tables) => keep_contacts(tables, &stay, &contacts(&new.cloned().collect::<Vec<_>>())),
        None => replace_contacts(document, wanted),
    }
}

/// Takes out the contacts that do not stay, each with the comment right above it, and adds new ones.
fn keep_contacts(tables: &mut ArrayOfTables, stay: &[bool], new: &ArrayOfTables) {
    let mut before = String::new();
    for (table, stays) in tables.iter_mut().zip(stay) {
        let own = table.decor().prefix().and_then(|text| text.as_str()).unwrap_or_default();
        if *stays {
            let prefix = std::mem::take(&mut before) + own;
            table.decor_mut().set_prefix(prefix);
        } else {
            before += own.rsplit_once("\n\n").map_or("", |(further, _)| further);
        }
    }
    let mut places = stay.iter();
    tables.retain(|_| places.next().copied().unwrap_or(true));
    for table in new {
        tables.push(table.clone());
    }
    if let Some(last) = tables.iter_mut().last().filter(|_| !before.is_empty()) {
        let own = last.decor().prefix().and_then(|text| text.as_str()).unwrap_or_default();
        let prefix = before + "\n" + own;
        last.decor_mut().set_prefix(prefix);
    }
}

/// Puts these contacts in the place of those that are there, else at the end.
fn replace_contacts(document: &mut DocumentMut, wanted: &[Contact]) {
    let former = document.remove(CONTACT);
    let former = former.as_ref().and_then(Item::as_array_of_tables).and_then(|it| it.get(0));
    let (before, place) = match former {
        Some(first) => {
            let before = first.decor().prefix().and_then(|text| text.as_str());
            (before.unwrap_or_default().to_owned(), first.position())
        }
        None => {
            let rest = document.trailing().as_str().unwrap_or_default().to_owned();
            document.set_trailing("");
            (if document.is_empty() && rest.is_empty() { rest } else { rest + "\n" }, None)
        }
    };
    let mut tables = contacts(wanted);
    match tables.get_mut(0) {
        Some(first) => {
            first.decor_mut().set_prefix(before);
            first.set_position(place);
            document.insert(CONTACT, Item::ArrayOfTables(tables));
        }
        None => {
            let rest = document.trailing().as_str().unwrap_or_default().to_owned();
            document.set_trailing(before + &rest);
        }
    }
}

/// Sets one key: where it stands, else where it is switched off, else at the end of the plain keys.
fn with_value(text: &str, key: &str, written: &str) -> String {
    let is_there = text.parse::<DocumentMut>().is_ok_and(|document| document.contains_key(key));
    let is_switched_off = |line: &&str| line.starts_with(&format!("# {key} ="));
    if !is_there && let Some(line) = plain_keys(text).lines().find(is_switched_off) {
        return text.replacen(line, &format!("{key} = {written}"), 1);
    }
    edited(text, |document| {
        let new = written.parse::<toml_edit::Value>().unwrap_or_else(|_| written.into());
        // In its place, because the comments before a key belong to the key.
        match document.get_mut(key).and_then(Item::as_value_mut) {
            Some(old) => {
                let decor = old.decor().clone();
                *old = new;
                *old.decor_mut() = decor;
            }
            None => {
                document.insert(key, Item::Value(new));
            }
        }
    })
}

/// Returns what stands before the first table: a line behind it would belong to that table.
fn plain_keys(text: &str) -> &str {
    let lines = text.split_inclusive('\n');
    let before = lines.take_while(|line| !line.trim_start().starts_with('['));
    &text[..before.map(str::len).sum()]
}

/// Switches a key off, in the line where it stands.
fn switched_off(text: &str, key: &str) -> String {
    let says = |line: &&str| {
        let rest = line.trim_start().strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    match plain_keys(text).lines().find(says) {
        Some(line) => text.replacen(line, &format!("# {}", line.trim_start()), 1),
        None => edited(text, |document| drop(document.remove(key))),
    }
}

/// Changes the parsed file. It has been read without a mistake, so it parses; else it stays.
fn edited(text: &str, change: impl FnOnce(&mut DocumentMut)) -> String {
    let Ok(mut document) = text.parse::<DocumentMut>() else { return text.to_owned() };
    change(&mut document);
    document.to_string()
}

fn contacts(contacts: &[Contact]) -> ArrayOfTables {
    let mut tables = ArrayOfTables::new();
    for contact in contacts {
        let mut table = Table::new();
        table.insert("name", value(&contact.name));
        table.insert("contact", value(&contact.number));
        if !contact.purpose.is_empty() {
            table.insert("purpose", value(&contact.purpose));
        }
        tables.push(table);
    }
    tables
}

fn written(form: Form, value: &str) -> String {
    match form {
        Form::Text => toml::Value::String(value.to_owned()).to_string(),
        Form::Truth => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::settings::decode::decode;
    use crate::questionnaire::Source;

    fn read(text: &str) -> Settings {
        decode(&Source::new("settings.toml", text))
            .unwrap_or_else(|error| panic!("{text}\n{}", error.display()))
    }

    fn set(text: &str, key: &str, value: &str) -> String {
        let present = read(text);
        let mut wanted = present.clone();
        wanted.set(key, value).unwrap();
        changed(text, &present, &wanted)
    }

    #[test]
    fn the_explained_file_says_the_defaults_switched_off_and_on() {
        let text = defaults();
        assert_eq!(read(&text), Settings::default());
        let on: String = text
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if rest.contains(" = ") || rest.starts_with('[') => format!("{rest}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let switched_on = read(&on);
        for setting in &SETTINGS {
            assert_eq!(switched_on.value(setting.key), Settings::default().value(setting.key));
            assert_eq!(switched_on.origin(setting.key), Origin::File, "{}", setting.key);
        }
        assert_eq!((switched_on.contacts.len(), switched_on.aliases.len()), (1, 2));
    }

    #[test]
    fn a_value_is_set_beside_its_explanation() {
        let text = set(&defaults(), "weekday", "monday");
        let lines: Vec<&str> = text.lines().collect();
        let place = lines.iter().position(|line| *line == "weekday = \"monday\"").unwrap();
        assert!(lines[place - 1].starts_with("# Takes monday"), "{}", lines[place - 1]);
        assert_eq!(lines.len(), defaults().lines().count());
        assert_eq!(read(&set(&text, "weekday", "friday")).value("weekday").unwrap(), "friday");
    }

    #[test]
    fn comments_and_order_of_the_person_stay() {
        let text = "# mine\nplain = true # because\n\nregion = \"ie\"\n\n[alias]\nw = \"trends\" # short\n";
        let changed = set(text, "plain", "false");
        assert_eq!(changed, text.replace("true # because", "false # because"));
        let added = set(text, "weekday", "sunday");
        assert_eq!(read(&added).value("weekday").unwrap(), "sunday");
        assert!(added.contains("# mine") && added.contains("w = \"trends\" # short"), "{added}");
    }

    #[test]
    fn contacts_are_changed_alone() {
        let text = "region = \"ie\" # home\n";
        let present = read(text);
        let contact =
            Contact { name: "A \"B\"".into(), number: "1".into(), purpose: String::new() };
        let wanted = Settings { contacts: vec![contact.clone()], ..present.clone() };
        let with = changed(text, &present, &wanted);
        assert!(with.starts_with(text), "{with}");
        assert_eq!(read(&with).contacts, [contact]);
        assert_eq!(changed(&with, &wanted, &present).trim_end(), text.trim_end());
    }

    /// What a person does to the settings, one after the other.
    fn done(settings: &mut Settings, deed: usize) {
        let contact =
            |name: &str| Contact { name: name.into(), number: "1".into(), purpose: String::new() };
        match deed {
            0 => settings.set("plain", "true").unwrap(),
            1 => settings.set("weekday", "monday").unwrap(),
            2 => settings.set("region", "ie").unwrap(),
            3 => settings.contacts.push(contact("A")),
            4 => settings.contacts.insert(0, contact("B")),
            5 => drop(settings.contacts.pop()),
            6 => settings.contacts.clear(),
            _ => settings.unset("weekday").unwrap(),
        }
    }

    #[test]
    fn whatever_is_done_in_whatever_order_the_file_says_it() {
        let own = "plain = true # mine\n# a word\n[[contact]]\nname = \"C\"\ncontact = \"2\"\n\n[alias]\nw = \"trends\"\n";
        let switched_off = own.replace("plain = true # mine\n", "");
        for begin in [String::new(), defaults(), own.to_owned(), switched_off] {
            for turn in 0..8 * 8 * 8 * 8 {
                let deeds = [turn % 8, turn / 8 % 8, turn / 64 % 8, turn / 512];
                let (mut text, comments) = (begin.clone(), begin.matches('#').count());
                for deed in deeds {
                    let present = read(&text);
                    let mut wanted = present.clone();
                    done(&mut wanted, deed);
                    text = changed(&text, &present, &wanted);
                    let found = read(&text);
                    for setting in &SETTINGS {
                        let key = setting.key;
                        assert_eq!(found.value(key), wanted.value(key), "{deeds:?}: {text}");
                        assert_eq!(found.origin(key), wanted.origin(key), "{deeds:?}: {text}");
                    }
                    assert_eq!(found.contacts, wanted.contacts, "{deeds:?}: {text}");
                    assert_eq!(found.aliases, wanted.aliases, "{deeds:?}: {text}");
                }
                // A setting that was switched off and is set takes its sign away, and no comment goes.
                assert!(text.matches('#').count() + 3 >= comments, "{deeds:?}: {text}");
            }
        }
    }

    #[test]
    fn a_contact_goes_with_its_own_comment_and_no_other() {
        let text = "# first\n\n# my boss\n[[contact]]\nname=\"X\"\ncontact=\"1\" # old\n\n# my friend\n[[contact]]\nname=\"Y\"\ncontact=\"2\" # mine\n\n# the end\n";
        let present = read(text);
        let mut wanted = present.clone();
        wanted.contacts.remove(0);
        let left = changed(text, &present, &wanted);
        assert_eq!(
            left,
            "# first\n# my friend\n[[contact]]\nname=\"Y\"\ncontact=\"2\" # mine\n\n# the end\n"
        );
        let mut wanted = present.clone();
        wanted.contacts.pop();
        let left = changed(text, &present, &wanted);
        assert!(left.starts_with("# first\n\n# my boss\n[[contact]]\nname=\"X\""), "{left}");
        assert!(!left.contains("my friend") && left.ends_with("# the end\n"), "{left}");
    }

    #[test]
    fn a_setting_takes_the_values_it_lists_and_no_other() {
        for setting in SETTINGS.iter().filter(|setting| !setting.choices.is_empty()) {
            for choice in setting.choices {
                let mut settings = Settings::default();
                assert_eq!(settings.set(setting.key, choice), Ok(()), "{}", setting.key);
                assert_eq!(settings.value(setting.key).as_deref(), Some(*choice));
            }
            assert!(Settings::default().set(setting.key, "another").is_err(), "{}", setting.key);
        }
    }
}
