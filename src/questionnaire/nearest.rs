//! Owns the search for the known name that a mistyped one was meant to be.

/// Returns the known name nearest to `name`, if it is near enough to be meant.
///
/// The distance is Damerau-Levenshtein; up to a third of the name may differ, at least one
/// character and at most three. Of equally near names the first wins.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (name.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typing_mistake_finds_what_was_meant() {
        assert_eq!(nearest("revrse", ["items", "reverse", "weights"]), Some("reverse"));
        assert_eq!(nearest("itmes", ["items", "reverse"]), Some("items"));
    }

    #[test]
    fn something_else_finds_nothing() {
        assert_eq!(nearest("colour", ["items", "reverse"]), None);
        assert_eq!(nearest("x", ["items", "id"]), None);
    }
}
