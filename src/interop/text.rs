//! Owns making foreign texts fit: markup and control characters out, names into ids.

use crate::questionnaire::is_hostile;

/// Returns a text on one line, without markup and invisible characters.
pub(super) fn plain(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = tag(rest) {
            words.push(' ');
            rest = after;
        } else if let Some((decoded, after)) = entity(rest) {
            words.push(decoded);
            rest = after;
        } else {
            words.push(if c.is_whitespace() { ' ' } else { c });
            rest = &rest[c.len_utf8()..];
        }
    }
    words.retain(|c| !is_hostile(c));
    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
    // A tag between a word and its punctuation leaves no gap.
    [" .", " ,", " ?", " !", " :", " ;"]
        .into_iter()
        .fold(joined, |text, gap| text.replace(gap, &gap[1..]))
}

/// Returns names from a file as a sentence lists them: `q1`, `q2`.
pub(super) fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("`{}`", plain(name))).collect::<Vec<_>>().join(", ")
}

/// Returns what follows a tag, a comment or a script, if the text begins with one.
fn tag(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        return comment.split_once("-->").map(|(_, after)| after);
    }
    let name = inner.strip_prefix('/').unwrap_or(inner);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (within, after) = inner.split_once('>')?;
    if within.contains('<') {
        return None;
    }
    for block in ["script", "style"] {
        let begins = within.get(..block.len()).is_some_and(|name| name.eq_ignore_ascii_case(block));
        if begins {
            let end = format!("</{block}");
            let close = after.to_ascii_lowercase().find(&end)?;
            return after[close..].split_once('>').map(|(_, after)| after);
        }
    }
    Some(after)
}

/// Returns the character of an entity and what follows it, if the text begins with one.
fn entity(text: &str) -> Option<(char, &str)> {
    let (name, after) = text.strip_prefix('&')?.split_once(';')?;
    if name.len() > 8 {
        return None;
    }
    let decoded = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((decoded, after))
}

/// Makes a local id of a foreign name: lower-case letters, digits and single hyphens, at most 50.
pub(crate) fn slug(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
        if id.len() >= 50 {
            break;
        }
    }
    let id = id.trim_end_matches('-');
    match id.chars().next() {
        None => "item".into(),
        Some(first) if first.is_ascii_digit() => format!("item-{id}"),
        Some(_) => id.to_owned(),
    }
}

/// Makes ids of foreign names, each once: a second `mood` becomes `mood-2`.
pub(super) fn slugs<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for name in names {
        let base = slug(name);
        let mut id = base.clone();
        let mut count = 2;
        while ids.contains(&id) {
            id = format!("{base}-{count}");
            count += 1;
        }
        ids.push(id);
    }
    ids
}

/// Returns whether a text is a language tag that a definition takes.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

/// Cuts a text to at most `most` characters, at a word.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        for (given, expected) in [
            ("<p>Item <b>one</b> of the sheet.</p>", "Item one of the sheet."),
            ("Item&nbsp;two &amp; more\r\n\tof it", "Item two & more of it"),
            ("a < b and c > d", "a < b and c > d"),
            ("<script>alert(1)</script>Item three", "Item three"),
            ("x\u{202e}y\u{200b}z\u{7}", "xyz"),
            ("&#8217;&#x41;&bogus;", "’A&bogus;"),
            ("<", "<"),
            ("<b", "<b"),
        ] {
            assert_eq!(plain(given), expected, "{given}");
        }
    }

    #[test]
    fn ids_are_well_formed_and_differ() {
        let names = ["H1/TS", "1.2", "Ämter", "", "mood", "Mood"];
        assert_eq!(
            slugs(names.into_iter()),
            ["h1-ts", "item-1-2", "mter", "item", "mood", "mood-2"]
        );
    }
}
