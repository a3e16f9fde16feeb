//! Owns where the headings of groups go.

use super::super::form::FormItem;

/// Puts headings where a definition has room for them: over all items, or before each text.
pub(super) fn under_headings(
    taken: Vec<(FormItem, Option<String>)>,
) -> (Vec<FormItem>, Option<String>) {
    let first = taken.first().and_then(|(_, heading)| heading.clone());
    let shared = first.filter(|first| {
        first.chars().count() <= 200
            && taken.len() > 1
            && taken.iter().all(|(_, heading)| heading.as_ref() == Some(first))
    });
    let with_heading = |(mut item, heading): (FormItem, Option<String>)| {
        if let Some(heading) = heading.filter(|_| shared.is_none()) {
            let gap = if heading.ends_with(['.', ':', '?', '!', '…']) { " " } else { ": " };
            let text = format!("{heading}{gap}{}", item.text);
            if text.chars().count() <= 2000 {
                item.text = text;
            }
        }
        item
    };
    let items = taken.into_iter().map(with_heading).collect();
    (items, shared)
}
