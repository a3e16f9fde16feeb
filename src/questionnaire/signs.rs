//! Owns which signs a text may show: what could move a cursor, change colours, or turn or hide text may not.

use std::borrow::Cow;

/// Zero-width non-joiner and joiner: Persian and Indian words and many emoji need them.
const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];

/// Marks of direction that turn nothing but what stands beside them; pasted names have them.
const MARKS: [char; 3] = ['\u{61c}', '\u{200e}', '\u{200f}'];

/// Returns whether a character may not stand in a definition nor reach a terminal: controls, the
/// Bidi_Control characters (Unicode `PropList.txt`), zero-width characters, and the line and
/// paragraph separators.
pub(crate) fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Returns the first hostile character of a text; a joiner within a word of a script that has some is none.
pub(crate) fn first_hostile(text: &str) -> Option<char> {
    around(text).find(|sign| is_hostile(sign.here) && !sign.joins()).map(|sign| sign.here)
}

/// Makes text from outside safe to show: a hostile character becomes a visible escape, line breaks and tabs
/// become spaces, and marks of direction, which are seen nowhere, go. Text is not cut.
pub fn printable(text: &str) -> Cow<'_, str> {
    safe(text, |c| MARKS.contains(&c))
}

/// Makes text safe to show as [`printable`] does, with every hostile character to be seen: where the text is
/// told to have one.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    safe(text, |_| false)
}

fn safe(text: &str, goes: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.chars().any(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for sign in around(text) {
        match sign.here {
            '\n' | '\t' => safe.push(' '),
            c if goes(c) => {}
            c if is_hostile(c) && !sign.joins() => safe.extend(c.escape_unicode()),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// Takes the marks of direction out of a text.
pub(crate) fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !MARKS.contains(c)).collect()
}

/// A character with its neighbours.
struct Sign {
    before: Option<char>,
    here: char,
    after: Option<char>,
}

fn around(text: &str) -> impl Iterator<Item = Sign> {
    let before = std::iter::once(None).chain(text.chars().map(Some));
    let after = text.chars().skip(1).map(Some).chain(std::iter::once(None));
    before.zip(text.chars()).zip(after).map(|((before, here), after)| Sign { before, here, after })
}

impl Sign {
    /// Returns whether it is a joiner between two signs that can be joined.
    fn joins(&self) -> bool {
        let can_join = |neighbour: Option<char>| {
            neighbour.is_some_and(|c| !c.is_ascii() && !c.is_whitespace() && !is_hostile(c))
        };
        JOINERS.contains(&self.here) && can_join(self.before) && can_join(self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_turn_or_hide_text_is_seen() {
        for (text, shown) in [
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("a\u{202e}b", "a\\u{202e}b"),
            ("a\u{200b}b", "a\\u{200b}b"),
            ("pass\u{200d}word", "pass\\u{200d}word"),
            ("a\nb\tc", "a b c"),
            ("\u{200d}\u{915}", "\\u{200d}\u{915}"),
        ] {
            assert_eq!(printable(text), shown);
            assert!(first_hostile(text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn words_and_emoji_that_are_joined_stay_whole() {
        let persian = "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}";
        let nurse = "\u{1f469}\u{200d}\u{2695}\u{fe0f}";
        for text in [persian, nurse, "caf\u{e9}"] {
            assert_eq!((printable(text), first_hostile(text)), (Cow::Borrowed(text), None));
        }
    }

    #[test]
    fn marks_of_direction_go() {
        assert_eq!(printable("Rosa \u{200f}\u{5dc}\u{5d5}\u{5d9}"), "Rosa \u{5dc}\u{5d5}\u{5d9}");
        assert_eq!(without_marks("a\u{200e}b"), "ab");
        assert_eq!(visible("a\u{200e}b"), "a\\u{200e}b");
        assert_eq!(first_hostile("a\u{200f}b"), Some('\u{200f}'));
    }
}
