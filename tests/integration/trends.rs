//! `checkin trends --file`: scores of other origin, judged without the history.

use crate::harness::Harness;

const SCORES: &str = "date,mood,sleep\n\
2026-01-02,20,5\n2026-01-09,22,\n2026-01-16,21,6\n2026-01-30,19,5\n2026-02-06,20,4\n2026-02-13,22,5\n\
2026-02-20,21,6\n2026-02-27,20,5\n2026-03-06,35,5\n2026-03-13,36,4\n2026-03-20,34,6\n2026-03-27,36,5\n\
2026-04-03,35,5\n";

#[test]
fn a_file_of_scores_is_judged() {
    let harness = Harness::new();
    let run =
        harness.checkin(&["trends", "--file", "-", "--range", "10", "40", "--column", "mood"]);
    insta::assert_snapshot!(run.input(SCORES).run().succeeds().snapshot(&harness));
    assert!(!harness.data().exists(), "the history is not touched");
}

#[test]
fn the_json_has_every_documented_key_and_null_for_what_is_absent() {
    let harness = Harness::new();
    let run = harness.checkin(&["trends", "--file", "-", "--range", "0", "40", "--json"]);
    let found = run.input(SCORES).run().succeeds().json();
    assert_eq!(found["format"], 1);
    let series = found["series"].as_array().expect("series");
    assert_eq!(
        (series[0]["name"].as_str(), series[1]["name"].as_str()),
        (Some("mood"), Some("sleep"))
    );
    assert_eq!(series[0]["rows"].as_array().expect("rows").len(), 13);
    assert_eq!(series[1]["rows"].as_array().expect("rows").len(), 12, "an empty cell gives no row");
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value.as_object().expect("an object").keys().cloned().collect()
    };
    for row in series[0]["rows"].as_array().expect("rows") {
        assert_eq!(
            keys(row),
            [
                "date",
                "score",
                "n",
                "segment_start",
                "verdict",
                "phi",
                "z",
                "z_week",
                "split_date",
                "before",
                "after",
                "n_before",
                "n_after",
                "spread",
                "range",
                "earliest_date",
                "latest_date",
                "confirmed",
                "trend",
            ]
        );
        assert_eq!(row["phi"].is_null(), row["n"].as_u64() < Some(6));
    }
    assert_eq!(
        keys(&series[0]["rows"][0]["trend"]),
        ["verdict", "n", "z", "slope_per_4_weeks", "interval"]
    );
    assert_eq!(series[0]["shifts"].as_array().expect("shifts").len(), 1);
    assert_eq!(series[0]["thresholds"]["clear"], 3.75);
}

#[test]
fn of_one_date_the_last_line_counts_and_rows_are_sorted() {
    let harness = Harness::new();
    let text = "date,a\n2026-01-09,50\n2026-01-02,10\n2026-01-09,70\n";
    let run = harness.checkin(&["trends", "--file", "-", "--json"]);
    let rows = run.input(text).run().succeeds().json()["series"][0]["rows"].clone();
    let scores: Vec<f64> =
        rows.as_array().expect("rows").iter().filter_map(|row| row["score"].as_f64()).collect();
    assert_eq!(scores, [10.0, 70.0]);
}

#[test]
fn what_cannot_be_used_is_named_line_by_line() {
    let harness = Harness::new();
    for (name, text, arguments) in [
        ("cells", "date,a\n2026-01-09,many\nsoon,3\n2026-01-16,101\n", vec![]),
        ("no_date", "day,a\n2026-01-09,3\n", vec![]),
        ("column", "date,mood\n2026-01-09,3\n", vec!["--column", "moood"]),
        ("range", "date,mood\n2026-01-09,3\n", vec!["--range", "50", "10"]),
    ] {
        let arguments: Vec<&str> = ["trends", "--file", "-"].into_iter().chain(arguments).collect();
        let outcome = harness.checkin(&arguments).input(text).run();
        assert!([1, 2].contains(&outcome.status));
        insta::assert_snapshot!(name, outcome.snapshot(&harness));
    }
}

/// Twelve usual weeks of self-care, then two of none.
fn a_fall() -> Harness {
    let harness = Harness::new();
    let usual = [3, 2, 3, 3, 2, 3, 2, 3, 3, 2, 3, 3];
    for (week, value) in usual.into_iter().chain([0]).enumerate() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 21).expect("a day")
            + chrono::Days::new(7 * week as u64);
        keep(&harness, &day.to_string(), value);
    }
    harness
}

fn keep(harness: &Harness, day: &str, value: u8) -> crate::harness::Outcome {
    let answers = format!(
        "{{\"answers\": {{\"asked\": {value}, \"limit\": {value}, \"rest\": {value}, \"gave-up\": {}}}}}",
        4 - value
    );
    let run = harness.checkin(&["start", "self-care", "--answers", "-"]);
    run.now(&format!("{day}T18:30:00+01:00")).input(&answers).run().succeeds()
}

#[test]
fn the_end_of_a_check_in_says_what_changed_and_how_sure_that_is() {
    let harness = a_fall();
    let outcome = keep(&harness, "2026-11-20", 0);
    insta::assert_snapshot!(outcome.snapshot(&harness));
    assert!(outcome.stdout.contains("because self-care fell"), "{}", outcome.stdout);
    let judged = harness.checkin(&["trends", "--json"]).run().succeeds().json();
    let judgement = &judged["scores"][0]["judgement"];
    assert_eq!(judgement["row"]["verdict"], "clear_shift");
    let words = judgement["words"][0].as_str().expect("a sentence");
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for command in [vec!["trends"], vec!["report"], vec!["explain"], vec!["status"]] {
        let text = harness.checkin(&command).run().succeeds().stdout;
        assert!(flat(&text).contains(words), "{command:?} says the same: {text}");
    }
}

#[test]
fn a_baseline_begun_by_hand_starts_the_comparison_afresh() {
    let harness = a_fall();
    harness
        .checkin(&["event", "add", "new-role", "--from", "2026-11-10", "--new-baseline"])
        .run()
        .succeeds();
    let judged = harness.checkin(&["trends", "--json"]).run().succeeds().json();
    let row = &judged["scores"][0]["judgement"]["row"];
    assert_eq!((row["verdict"].as_str(), row["n"].as_u64()), (Some("too_early"), Some(1)));
    let text = harness.checkin(&["trends"]).run().succeeds().stdout;
    assert!(text.contains("1 check-in so far, 6 are needed"), "{text}");
}

#[test]
fn a_published_reliability_gives_the_reliable_change_index_beside_the_verdict() {
    let harness = Harness::new();
    let text = "format = 1\nid = \"rel\"\nversion = \"1.0.0\"\ntitle = \"Rel\"\n[[item]]\nid = \"n\"\ntext = \"N?\"\nkind = \"number\"\nmin = 0\nmax = 100\n\
        [[score]]\nid = \"rel\"\nitems = [\"n\"]\nmethod = \"mean\"\nbetter = \"lower\"\nreliability = { alpha = 0.8, sd = 7.5, source = \"Made up\" }\n";
    std::fs::write(harness.home().join("rel.toml"), text).expect("a file");
    harness.checkin(&["questionnaires", "add", "rel.toml"]).run().succeeds();
    for (day, value) in [("2026-11-13", "47.5"), ("2026-11-20", "32.5")] {
        let run = harness
            .checkin(&["start", "rel", "--answers", "-"])
            .now(&format!("{day}T18:30:00+01:00"));
        run.input(&format!("{{\"answers\": {{\"n\": {value}}}}}")).run().succeeds();
    }
    let told = harness.checkin(&["explain"]).run().succeeds().stdout;
    assert!(
        told.contains("Reliable change index (RCI) against the check-in before: -3.16."),
        "{told}"
    );
    assert!(told.contains("Verdict: Too early to say"), "{told}");
}
