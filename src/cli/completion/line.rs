//! Owns the line that is completed: its words, and how bash takes it apart.

use std::ffi::{OsStr, OsString};

/// A command line that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its words; the first is the program's name.
    pub(super) words: Vec<OsString>,
    /// The place of the word that is completed.
    pub(super) at: usize,
}

impl Line {
    /// Takes the words as a shell gives them, and the place of the one that is completed, if it says so.
    pub(super) fn new(words: Vec<OsString>, at: Option<usize>) -> Self {
        let last = words.len().saturating_sub(1);
        Self { at: at.unwrap_or(last).min(last), words }
    }

    /// Takes a text up to the cursor apart, as Nushell gives it.
    pub(crate) fn of_text(text: &str) -> Self {
        let mut words: Vec<OsString> = text.split_whitespace().map(OsString::from).collect();
        if text.ends_with(char::is_whitespace) {
            words.push(OsString::new());
        }
        Self::new(words, None)
    }

    /// Puts together what bash took apart at equals signs (`COMP_WORDBREAKS`), and returns how much
    /// of the completed word bash leaves as it is.
    pub(super) fn rejoined(self) -> (Self, usize) {
        let mut line = Self::default();
        let (mut kept, mut joins) = (0, false);
        for (place, word) in self.words.into_iter().enumerate() {
            let is_sign = word == "=";
            let is_behind_sign = std::mem::replace(&mut joins, is_sign && place > 0);
            match line.words.last_mut().filter(|_| place > 1 && (is_sign || is_behind_sign)) {
                Some(before) => {
                    if place == self.at {
                        kept = before.len() + if is_sign { word.len() } else { 0 };
                    }
                    before.push(word);
                }
                None => line.words.push(word),
            }
            if place == self.at {
                line.at = line.words.len() - 1;
            }
        }
        (line, kept)
    }

    /// Changes the words before the one that is completed, which stays where it is from the end.
    pub(super) fn with_words(
        mut self,
        change: impl Fn(&[OsString]) -> Option<Vec<OsString>>,
    ) -> Self {
        let before = self.at.min(self.words.len());
        if let Some(changed) = change(&self.words[..before]) {
            self.at = changed.len();
            self.words.splice(..before, changed);
        }
        self
    }

    /// Returns the words before the one that is completed which stand behind these, options left out.
    pub(super) fn behind<'a>(&'a self, commands: &[&str]) -> Vec<&'a str> {
        let words = &self.words[..self.at.min(self.words.len())];
        let named = words.iter().filter_map(|word| word.to_str());
        let mut named = named.filter(|word| !word.starts_with('-'));
        for command in commands {
            if !named.by_ref().any(|word| word == *command) {
                return Vec::new();
            }
        }
        named.collect()
    }

    /// Returns the word that is completed.
    pub(super) fn present(&self) -> &str {
        self.words.get(self.at).and_then(|word| OsStr::to_str(word)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &[&str], at: usize) -> Line {
        Line::new(words.iter().map(OsString::from).collect(), Some(at))
    }

    #[test]
    fn what_bash_took_apart_is_one_word_again() {
        for (words, at, expected, place, kept) in [
            (
                vec!["c", "edit", "--set", "a.b", "=", "of"],
                5,
                vec!["c", "edit", "--set", "a.b=of"],
                3,
                4,
            ),
            (vec!["c", "--set", "a.b", "="], 3, vec!["c", "--set", "a.b="], 2, 4),
            (vec!["c", "--set", "=", "a.b", "=", "o"], 5, vec!["c", "--set=a.b=o"], 1, 10),
            (vec!["c", "--view", "=", "t", "x"], 4, vec!["c", "--view=t", "x"], 2, 0),
            (vec!["c", "--set", "a.b=o"], 2, vec!["c", "--set", "a.b=o"], 2, 0),
            (vec!["c", "start", ""], 2, vec!["c", "start", ""], 2, 0),
        ] {
            assert_eq!(line(&words, at).rejoined(), (line(&expected, place), kept), "{words:?}");
        }
    }

    #[test]
    fn words_behind_a_command_are_found_whatever_options_there_are() {
        let typed = line(&["c", "--plain", "config", "set", "weekday", "fr"], 5);
        assert_eq!(typed.behind(&["config", "set"]), ["weekday"]);
        assert_eq!((typed.present(), typed.behind(&["man"])), ("fr", vec![]));
        assert_eq!(Line::of_text("checkin man history ").behind(&["man"]), ["history"]);
    }
}
