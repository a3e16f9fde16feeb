//! What of the answers goes into an export, by what was chosen.

use crate::harness::Harness;

/// Two scores of two items each, one item private, and an item that no score counts.
const WITH_A_PRIVATE_ITEM: &str = r#"format = 1
id = "own"
version = "1.0.0"
title = "Own"
origin = "original"
recall = "In the past seven days"
recall_days = 7
[[scale]]
id = "often"
options = [{ value = 0, label = "Never" }, { value = 1, label = "At times" }, { value = 2, label = "Often" }]
[[item]]
id = "a"
text = "First thing"
scale = "often"
[[item]]
id = "b"
text = "Second thing"
scale = "often"
[[item]]
id = "c"
text = "Third thing"
scale = "often"
[[item]]
id = "d"
text = "Fourth thing"
scale = "often"
private = true
[[item]]
id = "e"
text = "Fifth thing"
scale = "often"
[[score]]
id = "open"
title = "Open score"
items = ["a", "b"]
method = "sum"
better = "lower"
missing = { at_least = 2 }
[[score]]
id = "closed"
title = "Closed score"
items = ["c", "d"]
method = "sum"
better = "lower"
missing = { at_least = 2 }
"#;

/// A history with one check-in of that questionnaire.
fn answered() -> Harness {
    let harness = Harness::new();
    std::fs::write(harness.home().join("own.toml"), WITH_A_PRIVATE_ITEM).expect("a file");
    harness.checkin(&["questionnaires", "add", "own.toml"]).run().succeeds();
    harness.keep("own", "2026-11-20", 1);
    harness
}

/// Returns the first words of the items whose answers a page has.
fn items_shown(harness: &Harness, arguments: &[&str]) -> (Vec<&'static str>, String) {
    let all =
        [&["export", "--yes", "-o", "-", "--format", "md", "--include", "answers"], arguments]
            .concat();
    let page = harness.checkin(&all).run().succeeds().stdout;
    let items = ["First", "Second", "Third", "Fourth", "Fifth"];
    let shown = items.into_iter().filter(|item| page.contains(&format!("{item} thing"))).collect();
    (shown, page)
}

#[test]
fn no_answer_tells_a_private_one_beside_its_score() {
    let harness = answered();
    let (shown, page) = items_shown(&harness, &[]);
    assert_eq!(shown, ["First", "Second", "Fifth"], "{page}");
    assert!(page.contains("The answers behind Closed score are left out"), "{page}");
    let (shown, page) = items_shown(&harness, &["--private", "own.d"]);
    assert_eq!(shown, ["First", "Second", "Third", "Fourth", "Fifth"], "{page}");
    let (shown, page) = items_shown(&harness, &["--without", "own.closed"]);
    assert_eq!(shown, ["First", "Second", "Fifth"], "{page}");
    assert!(!page.contains("The answers behind"), "{page}");
    let bundle = harness.checkin(&[
        "export",
        "--yes",
        "-o",
        "-",
        "--format",
        "fhir",
        "--include",
        "answers",
    ]);
    let bundle = bundle.run().succeeds().stdout;
    assert!(
        bundle.contains("own.a") && !bundle.contains("own.c\"") && !bundle.contains("own.d\""),
        "{bundle}"
    );
}

#[test]
fn scores_that_are_chosen_choose_the_answers_too() {
    let harness = answered();
    harness.keep("support", "2026-11-20", 3);
    let (shown, page) = items_shown(&harness, &["--only", "own.open"]);
    assert_eq!(shown, ["First", "Second"], "{page}");
    assert!(!page.contains("Someone took the time"), "{page}");
}
