//! `checkin export` and `report`: what goes in, what stays out, and that text from outside stays text.

use std::collections::BTreeSet;

use crate::harness::{Harness, Outcome};

const FORMATS: [&str; 7] = ["html", "md", "txt", "csv", "json", "ndjson", "fhir"];

/// A history whose every free text holds a word of its own, and a private item.
fn told() -> Harness {
    told_with(|word| format!("canary-{word}"))
}

fn told_with(text: impl Fn(&str) -> String) -> Harness {
    let harness = Harness::new();
    let definition = format!(
        "format = 1\nid = \"own\"\nversion = \"1.0.0\"\ntitle = {}\n\
         [[item]]\nid = \"open\"\ntext = {}\nkind = \"number\"\nmin = 0\nmax = 100\n\
         [[item]]\nid = \"choice\"\ntext = \"Choice?\"\nkind = \"many\"\noptions = [{{ value = 1, label = {} }}, {{ value = 2, label = \"Other\" }}]\noptional = true\n\
         [[item]]\nid = \"words\"\ntext = \"Words?\"\nkind = \"text\"\noptional = true\n\
         [[item]]\nid = \"secret\"\ntext = \"Secret?\"\nkind = \"text\"\nprivate = true\noptional = true\n\
         [[score]]\nid = \"own\"\ntitle = {}\nitems = [\"open\"]\nmethod = \"mean\"\nbetter = \"higher\"\n",
        quoted(&text("title")),
        quoted(&text("item")),
        quoted(&text("label")),
        quoted(&text("score")),
    );
    std::fs::write(harness.home().join("own.toml"), definition).expect("a file");
    harness.checkin(&["questionnaires", "add", "own.toml"]).run().succeeds();
    for (day, value) in [("2026-11-06", 20), ("2026-11-13", 40), ("2026-11-20", 60)] {
        let answers = serde_json::json!({
            "answers": { "open": value, "choice": [1], "words": { "text": text("answer") }, "secret": { "text": text("secret") } },
            "note": text("note"),
            "notes": { "open": text("item-note"), "secret": text("secret-note") },
            "context": { "client-hours": 12.5 },
        });
        let run = harness.checkin(&["start", "own", "--answers", "-"]);
        run.now(&format!("{day}T18:30:00+01:00")).input(&answers.to_string()).run().succeeds();
    }
    harness
        .checkin(&["event", "add", "incident", "--from", "2026-11-10", "--", &text("event")])
        .run()
        .succeeds();
    harness.checkin(&["step", "add", "--", &text("step")]).run().succeeds();
    harness.checkin(&["note", "add", "--", &text("free-note")]).run().succeeds();
    harness
}

/// A basic TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn export(harness: &Harness, format: &str, arguments: &[&str]) -> Outcome {
    let all = [["export", "--yes", "-o", "-", "--format", format].as_slice(), arguments].concat();
    harness.checkin(&all).run().succeeds()
}

#[test]
fn nothing_unselected_is_in_any_output() {
    let harness = told();
    let words: [(&str, &[&str]); 5] = [
        ("events", &["canary-event"]),
        ("steps", &["canary-step"]),
        ("notes", &["canary-note", "canary-item-note", "canary-free-note"]),
        ("answers", &["canary-answer", "canary-label"]),
        ("context", &["How many hours did you spend with clients?"]),
    ];
    for choice in 0..32_u32 {
        let chosen: BTreeSet<usize> = (0..5).filter(|part| choice >> part & 1 == 1).collect();
        let names: Vec<&str> = chosen.iter().map(|part| words[*part].0).collect();
        let include = if names.is_empty() { "none".to_owned() } else { names.join(",") };
        for format in FORMATS {
            let page = export(&harness, format, &["--include", &include]).stdout;
            for (part, (name, canaries)) in words.iter().enumerate() {
                let has_place = match format {
                    "csv" => false,
                    "fhir" => ["answers", "context"].contains(name),
                    _ => true,
                };
                let wanted = chosen.contains(&part) && has_place;
                for canary in *canaries {
                    let found = flat(&page).contains(canary);
                    assert_eq!(found, wanted, "{name} with {include} as {format}: {page}");
                }
            }
            let says_items = !["csv", "fhir"].contains(&format) || choice >> 3 & 1 == 1;
            assert!(says_items || !page.contains("canary-item\""), "{page}");
            assert!(!page.contains("canary-secret"), "private items go in by name alone: {page}");
        }
    }
    let page =
        export(&harness, "json", &["--include", "answers,notes", "--private", "own.secret"]).stdout;
    assert!(page.contains("canary-secret") && page.contains("canary-secret-note"), "{page}");
    let page = export(&harness, "json", &["--only", "own.own"]).stdout;
    assert!(page.contains("canary-score"), "{page}");
    let none = harness.checkin(&["export", "--yes", "-o", "-", "--without", "own.own"]).run();
    assert!(!none.stdout.contains("canary-score"), "{}", none.stdout);
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that turn or hide text, or speak to a terminal.
const HIDING: [char; 9] =
    ['\u{202e}', '\u{200b}', '\u{1b}', '\u{2066}', '\u{feff}', '\u{2028}', '\u{9b}', '\u{7}', '\0'];

/// Texts that a format could take for more than text.
const HOSTILE: [&str; 60] = [
    // HTML and SVG
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</style><script>1</script>",
    "</title><script>1</script>",
    "]]><x/>",
    "&lt;b&gt;&#60;script&#62;",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//x>",
    "<base href=//x>",
    "<form action=//x><input></form>",
    "<!-- x --><!--[if IE]><script>1</script><![endif]-->",
    "<?xml version=1?><!DOCTYPE x>",
    "<img srcset=//x>",
    "<math><mtext></form><form></math>",
    "{{7*7}}${7*7}<%= 7*7 %>#{7*7}",
    // Markdown
    "[a](http://example.com)",
    "![a](http://example.com/a.png)",
    "[a]: http://example.com",
    "<http://example.com>",
    "<a@example.com>",
    "http://example.com www.example.com",
    "# heading",
    "1. list",
    "2) list",
    "- list",
    "+ list",
    "* list",
    "> quote",
    "| a | b |",
    "`code` **bold** _it_ ~~gone~~",
    "```fence",
    "~~~fence",
    "***",
    "a\\",
    "- [ ] task",
    "<details><summary>x</summary></details>",
    "&copy; &#x3c;b&#x3e;",
    "$x$ and $$y$$",
    "[^1] and [^1]: note",
    // Spreadsheets
    "=1+1",
    "=HYPERLINK(\"http://x\")",
    "@SUM(A1)",
    "+1-1",
    "-2+3+cmd|' /C calc'!A0",
    "%0A=1+1",
    "\"\"\"=1+1",
    "a,b;c\td",
    "|cmd",
    // Terminals and readers
    "a\u{202e}b\u{200b}c\u{1b}[31m",
    "\u{1b}]0;title\u{7}",
    "\u{2066}x\u{2069}\u{feff}",
    "a\u{0}b",
    "x\u{9b}31m",
    "x\u{2028}y\u{2029}z",
    "line\r\nbreak",
];

#[test]
fn text_from_outside_stays_text_in_every_format() {
    // Titles and items of definitions are refused where they hold control characters; words are not.
    for hostile in HOSTILE {
        let is_refused = |c: char| {
            c.is_control() || "\u{202e}\u{200b}\u{2066}\u{2069}\u{feff}\u{2028}\u{2029}".contains(c)
        };
        let title: String = hostile.chars().filter(|c| !is_refused(*c)).chain(['.']).collect();
        let harness = told_with(|word| match word {
            "title" | "item" | "score" | "label" => title.clone(),
            // No argument of a program can hold a zero byte.
            "event" | "step" | "free-note" => hostile.replace('\0', ""),
            _ => hostile.to_owned(),
        });
        let all = ["--include", "events,steps,notes,answers,context"];
        let html = export(&harness, "html", &all).stdout;
        for forbidden in [
            "<script",
            "<img",
            "<svg/",
            "<a ",
            "<link",
            "<meta http-equiv=refresh",
            "<iframe",
            "<form",
            "<base",
            "<math",
            "<!--",
            "<?xml",
            "<details",
            "onerror=alert(1)>",
        ] {
            assert!(!html.contains(forbidden), "{forbidden} from {hostile}");
        }
        assert_eq!(html.matches("<style>").count(), 1);
        assert!(!html.contains(HIDING), "{hostile}");
        markdown_is_inert(&export(&harness, "md", &all).stdout, hostile);
        csv_is_inert(&export(&harness, "csv", &all).stdout);
        for format in ["json", "ndjson", "txt"] {
            let text = export(&harness, format, &all).stdout;
            assert!(!text.contains(HIDING), "{format} of {hostile}");
            let lines: Vec<&str> =
                if format == "ndjson" { text.lines().collect() } else { vec![&text] };
            for line in lines.into_iter().filter(|_| format != "txt") {
                serde_json::from_str::<serde_json::Value>(line).expect("JSON");
            }
        }
    }
}

fn markdown_is_inert(markdown: &str, hostile: &str) {
    let options = pulldown_cmark::Options::all();
    for event in pulldown_cmark::Parser::new_ext(markdown, options) {
        use pulldown_cmark::{Event, Tag};
        let active = matches!(
            &event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Code(_)
                | Event::Start(
                    Tag::Link { .. }
                        | Tag::Image { .. }
                        | Tag::Emphasis
                        | Tag::Strong
                        | Tag::Strikethrough
                        | Tag::CodeBlock(_)
                        | Tag::List(Some(_))
                )
        );
        assert!(!active, "{event:?} from {hostile} in {markdown}");
    }
}

fn csv_is_inert(text: &str) {
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let mut count = 0;
    for row in rows.records() {
        let row = row.expect("a row");
        assert_eq!(row.len(), 12, "{text}");
        for cell in row.iter().filter(|cell| cell.parse::<f64>().is_err()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
        count += 1;
    }
    assert_eq!(count, 3);
}

#[test]
fn the_same_history_and_now_give_the_same_bytes() {
    let harness = told();
    for format in FORMATS {
        let arguments = ["export", "--yes", "-o", "-", "--format", format];
        let here = harness.checkin(&arguments).env("TZ", "Europe/Berlin").run().succeeds().stdout;
        let there =
            harness.checkin(&arguments).env("TZ", "Pacific/Auckland").run().succeeds().stdout;
        assert_eq!(here, there, "{format}");
        assert!(!here.is_empty());
    }
}

#[test]
fn nothing_is_written_without_consent() {
    let harness = told();
    let unasked = harness.checkin(&["export", "--include", "notes"]).run().ends_with(1);
    assert!(unasked.stderr.contains("--yes"), "{}", unasked.stderr);
    let refused = harness.checkin(&["export", "--include", "notes"]).input("1\nn\n").run();
    assert!(refused.stderr.contains("Nothing was written"), "{}", refused.stderr);
    assert!(refused.stderr.contains("canary-note"), "the page is shown first: {}", refused.stderr);
    let written = || std::fs::read_dir(harness.home()).expect("a folder").count();
    let before = written();
    assert_eq!(
        harness.checkin(&["history", "exports", "--json"]).run().json(),
        serde_json::json!([])
    );
    // Weeks, parts, scores, the questions (none here), then yes.
    let agreed = harness.checkin(&["export"]).input("1\n1,2\n\ny\n").run();
    assert!(agreed.stderr.contains("Written: checkin-"), "{}", agreed.stderr);
    assert_eq!(written(), before + 1);
    let exports = harness.checkin(&["history", "exports", "--json"]).run().json();
    assert_eq!(exports[0]["parts"], serde_json::json!(["events", "steps"]));
    assert_eq!(exports[0]["page_format"], "html");
    assert!(!exports.to_string().contains("canary"), "{exports}");
    insta::assert_snapshot!(
        harness.checkin(&["history", "exports"]).run().succeeds().snapshot(&harness)
    );
    let again = harness.checkin(&["export", "--yes"]).run().ends_with(1);
    assert!(again.stderr.contains("`--force` writes over it"), "{}", again.stderr);
    harness.checkin(&["export", "--yes", "--force"]).run().succeeds();
}

#[test]
fn an_html_page_asks_for_nothing_and_runs_nothing() {
    let harness = told();
    let html = export(&harness, "html", &[]).stdout;
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-";
    let head = html.split("<head>").nth(1).expect("a head");
    assert!(head.starts_with(&format!("<meta charset=\"utf-8\">{policy}")), "{head}");
    for outside in
        ["http:", "https:", "//", "url(", "@import", "<script", "<link", "<iframe", "style=\""]
    {
        assert!(!html.contains(outside), "{outside}");
    }
}

#[test]
fn the_page_as_markdown() {
    let harness = told();
    let all = ["--include", "events,steps,notes,answers,context"];
    insta::assert_snapshot!(export(&harness, "md", &all).stdout);
    insta::assert_snapshot!("csv", export(&harness, "csv", &all).stdout);
    insta::assert_snapshot!("txt", export(&harness, "txt", &all).stdout);
}

#[test]
fn a_page_can_begin_where_the_last_one_ended() {
    let harness = told();
    let none = harness.checkin(&["export", "--yes", "--since-last", "-o", "-"]).run().ends_with(1);
    assert!(none.stderr.contains("nothing has been exported yet"), "{}", none.stderr);
    export(&harness, "json", &["--until", "2026-11-12"]);
    let page = export(&harness, "json", &["--since-last"]).json();
    assert_eq!(
        (page["from"].as_str(), page["to"].as_str()),
        (Some("2026-11-13"), Some("2026-11-20"))
    );
    assert_eq!(page["scores"][0]["points"].as_array().expect("points").len(), 2);
}

#[test]
fn questions_are_chosen_written_or_dropped() {
    let harness = Harness::new();
    harness.keep("strain", "2026-11-20", 4);
    let chosen = export(&harness, "json", &[]).json();
    let questions = chosen["questions"].as_array().expect("questions");
    assert!(!questions.is_empty() && questions.len() <= 3, "{questions:?}");
    assert!(questions.iter().all(|question| question["reason"].is_string()));
    let own = export(&harness, "json", &["--question", "Which shifts?"]).json();
    assert_eq!(own["questions"], serde_json::json!([{ "text": "Which shifts?", "reason": null }]));
    let none = export(&harness, "json", &["--no-questions"]).json();
    assert_eq!(none["questions"], serde_json::json!([]));
    // Change the first, drop the others, add none; parts, scores, change them, texts, own, yes.
    let asked = harness.checkin(&["export", "--include", "none", "--format", "md"]);
    let outcome = asked.input("1\n2\nMine\n\n\n\ny\n").run();
    assert!(outcome.stderr.contains("Mine"), "{}", outcome.stderr);
}

#[test]
fn json_is_as_the_schema_says() {
    let text = include_str!("../../docs/page.schema.json");
    let schema = serde_json::from_str(text).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let harness = told();
    harness.keep("weekly", "2026-11-19", 3);
    for day in ["2026-09-04", "2026-09-11", "2026-09-18", "2026-09-25", "2026-10-02", "2026-10-09"]
    {
        harness.keep("strain", day, if day < "2026-10" { 1 } else { 4 });
    }
    for include in ["none", "events,steps", "events,steps,notes,answers,context"] {
        let page = export(&harness, "json", &["--include", include]).json();
        let wrong: Vec<String> =
            validator.iter_errors(&page).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
    let mut page = export(&harness, "json", &[]).json();
    page["scores"][0]["better"] = "more".into();
    page["unknown"] = 1.into();
    assert_eq!(validator.iter_errors(&page).count(), 2, "the validator sees what is wrong");
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_build_without_pdf_says_how_to_get_one() {
    let harness = told();
    let outcome = harness.checkin(&["export", "--yes", "--format", "pdf"]).run().ends_with(1);
    insta::assert_snapshot!("no_pdf", outcome.snapshot(&harness));
}
