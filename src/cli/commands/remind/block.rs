//! Owns the marked block that a reminder is in a file of the person's; pure. All else stays as it is.

/// The line before the block.
pub(super) const BEGIN: &str = "# checkin reminder: begin";

/// The line after it.
pub(super) const END: &str = "# checkin reminder: end";

/// Why a block cannot be changed: its first mark is there and its last one is not, or twice.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// Returns what stands in the block, up to the end of the file where its last mark is gone; `None` if there is
/// no block.
pub(super) fn block(text: &str) -> Option<String> {
    let mut lines = text.split_inclusive('\n').skip_while(|line| line.trim_end() != BEGIN);
    lines.next()?;
    Some(lines.take_while(|line| line.trim_end() != END).collect())
}

/// Returns `text` with the block's content replaced by `content`, or put at the end; without
/// content the block goes, and with it the blank line that was put before it.
pub(super) fn with_block(text: &str, content: Option<&str>) -> Result<String, Broken> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let places = |mark: &str| -> Vec<usize> {
        lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.trim_end() == mark)
            .map(|(at, _)| at)
            .collect()
    };
    let (before, after) = match (places(BEGIN).as_slice(), places(END).as_slice()) {
        ([], []) => (text.to_owned(), String::new()),
        ([begin], [end]) if begin < end => (lines[..*begin].concat(), lines[end + 1..].concat()),
        _ => return Err(Broken),
    };
    let Some(content) = content else {
        let before = match before.strip_suffix("\n\n") {
            Some(kept) if block(text).is_some() => format!("{kept}\n"),
            _ => before,
        };
        return Ok(before + &after);
    };
    let gap = match before.as_str() {
        "" => "",
        before if before.ends_with("\n\n") => "",
        before if before.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    Ok(format!("{before}{gap}{BEGIN}\n{content}{END}\n{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_comes_and_goes_without_a_trace() {
        for text in ["", "export A=1\n", "export A=1\n# last\n"] {
            let with = with_block(text, Some("echo due\n")).unwrap();
            assert!(
                with.starts_with(text) && block(&with).as_deref() == Some("echo due\n"),
                "{with}"
            );
            assert_eq!(with_block(&with, None).unwrap(), text);
        }
    }

    #[test]
    fn a_second_installation_replaces_the_first_in_its_place() {
        let first = with_block("a\n", Some("old\n")).unwrap() + "z\n";
        let second = with_block(&first, Some("new\n")).unwrap();
        assert!(second.contains("new\n") && !second.contains("old"), "{second}");
        assert!(second.starts_with("a\n") && second.ends_with("z\n"), "{second}");
        assert_eq!(with_block(&second, None).unwrap(), "a\nz\n");
    }

    #[test]
    fn a_last_line_without_an_end_is_not_joined() {
        let with = with_block("a", Some("x\n")).unwrap();
        assert!(with.starts_with("a\n\n# checkin"), "{with}");
    }

    #[test]
    fn half_a_block_is_left_alone() {
        for text in [
            format!("{BEGIN}\nx\n"),
            format!("{END}\n{BEGIN}\n"),
            format!("{BEGIN}\n{BEGIN}\n{END}\n"),
        ] {
            assert_eq!(with_block(&text, Some("x\n")), Err(Broken), "{text}");
            assert_eq!(with_block(&text, None), Err(Broken), "{text}");
        }
    }
}
