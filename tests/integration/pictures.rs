//! `checkin trends` as pictures: line chart, small multiples, calendar, map, and the browser.

use chrono::{Days, NaiveDate};

use crate::harness::Harness;
use crate::pty::{Person, Setting};

/// A year's half of the whole weekly check-in: strain rises after a leave in September and stays high;
/// one week was missed, one check-in came early.
fn half_a_year() -> Harness {
    let harness = Harness::new();
    let first = NaiveDate::from_ymd_opt(2026, 6, 5).expect("a day");
    for week in (0..25u64).filter(|week| ![8, 14, 15].contains(week)) {
        let day = first + Days::new(7 * week) - Days::new(u64::from(week == 5));
        let hard = week > 15;
        let week_place = usize::try_from(week).expect("few weeks");
        let answer = |place: usize| {
            let noise = (week_place * 5 + place * 3).is_multiple_of(4);
            let calm = if place % 4 == 3 { 1 } else { 3 };
            let value = match (16..20).contains(&place) {
                true if hard => 3 + u8::from(noise),
                true => 1 + u8::from(noise),
                false => calm - u8::from(noise),
            };
            // The last item of strain is turned round.
            if place == 19 { (4 - value).to_string() } else { value.to_string() }
        };
        let answers = harness.answers("weekly", answer);
        let run = harness.checkin(&["start", "weekly", "--answers", "-"]);
        run.now(&format!("{day}T18:30:00+01:00")).input(&answers).run().succeeds();
    }
    for event in [
        ["leave", "--from", "2026-09-07", "--to", "2026-09-20"].as_slice(),
        ["incident", "--from", "2026-09-24", "An assault on the ward"].as_slice(),
        ["supervision", "--from", "2026-09-17", "--to", "2026-10-01"].as_slice(),
    ] {
        harness.checkin(&[["event", "add"].as_slice(), event].concat()).run().succeeds();
    }
    harness
}

#[test]
fn every_picture_in_unicode_ascii_and_words() {
    let harness = half_a_year();
    for (name, arguments) in [
        ("small", vec!["trends"]),
        ("chart", vec!["trends", "strain"]),
        ("calendar", vec!["trends", "--view", "calendar"]),
        ("map", vec!["trends", "--view", "map"]),
        ("table", vec!["trends", "--view", "table"]),
    ] {
        let unicode = harness.checkin(&arguments).run().succeeds();
        insta::assert_snapshot!(name, unicode.snapshot(&harness));
        let ascii = harness.checkin(&arguments).env("LANG", "C").run().succeeds();
        assert!(ascii.stdout.is_ascii(), "{}", ascii.stdout);
        insta::assert_snapshot!(format!("{name}_ascii"), ascii.snapshot(&harness));
        let plain: Vec<&str> = arguments.iter().copied().chain(["--plain"]).collect();
        let words = harness.checkin(&plain).run().succeeds();
        assert!(words.stdout.is_ascii(), "{}", words.stdout);
        assert!(!words.stdout.contains("  "), "no layout by blanks: {}", words.stdout);
        insta::assert_snapshot!(format!("{name}_plain"), words.snapshot(&harness));
    }
}

#[test]
fn nine_small_charts_leave_a_line_for_the_prompt_on_80_by_24() {
    let harness = half_a_year();
    let shown = harness.checkin(&["trends"]).run().succeeds().stdout;
    let (words, picture) = shown.split_once("\n\n").expect("words, then pictures");
    assert!(words.contains("Strain: "), "{words}");
    assert_eq!(picture.matches("too early").count() + picture.matches("usual").count(), 10);
    assert!(picture.lines().count() <= 23, "{picture}");
    let widest = shown.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(80), "{shown}");
}

#[test]
fn pictures_fit_the_terminal_from_40_to_200_columns() {
    let harness = half_a_year();
    for columns in [40u16, 60, 120, 200] {
        for arguments in [
            ["trends", "--last", "20"].as_slice(),
            ["trends", "strain", "growth"].as_slice(),
            ["trends", "--view", "calendar"].as_slice(),
            ["trends", "--view", "map"].as_slice(),
        ] {
            let setting = Setting { columns, rows: 200, ..Setting::default() };
            let mut person = Person::sits_down_at(&harness, arguments, &setting);
            assert_eq!(person.leaves(), 0);
            let shown = String::from_utf8_lossy(&person.transcript).into_owned();
            assert!(shown.lines().count() > 3, "{shown}");
            let room = usize::from(columns);
            for line in shown.lines() {
                assert!(line.trim_end().chars().count() <= room, "{columns}: {line}");
            }
        }
    }
}

#[test]
fn the_period_is_chosen_by_weeks_or_days() {
    let harness = half_a_year();
    let period = |arguments: &[&str]| {
        let arguments = [["trends", "--json"].as_slice(), arguments].concat();
        let shown = harness.checkin(&arguments).run().succeeds().json();
        let day = |key: &str| shown[key].as_str().expect("a day").to_owned();
        (day("from"), day("to"), shown)
    };
    let (from, to, _) = period(&["--last", "4"]);
    assert_eq!((from.as_str(), to.as_str()), ("2026-10-30", "2026-11-20"));
    let (from, to, shown) = period(&["--since", "2026-06-10", "--until", "2026-07-31"]);
    assert_eq!((from.as_str(), to.as_str()), ("2026-06-05", "2026-07-31"));
    let strain = shown["scores"].as_array().expect("scores").iter();
    let strain = strain.into_iter().find(|score| score["score"] == "strain.strain");
    let strain = strain.expect("strain");
    let latest = &strain["latest"]["date"];
    assert_eq!(latest, "2026-07-24", "what comes after the last day is left out");
    assert_eq!(strain["judgement"]["row"]["n"], 8, "also of the comparison");
    let points = strain["points"].as_array().expect("points");
    assert_eq!(points.len(), 8);
    assert_eq!(points[5]["overlaps"], true, "it came early");
    assert_eq!(points[6]["overlaps"], false);
    harness.checkin(&["trends", "--since", "2026-11-30"]).run().ends_with(2);
    harness.checkin(&["trends", "--until", "1066-10-14"]).run().ends_with(2);
}

#[test]
fn a_map_without_both_scores_says_what_it_needs() {
    let harness = Harness::new();
    harness.keep("strain", "2026-11-13", 3);
    insta::assert_snapshot!(
        harness.checkin(&["trends", "--view", "map"]).run().ends_with(1).snapshot(&harness)
    );
    let chart = harness.checkin(&["trends", "strain"]).run().succeeds();
    insta::assert_snapshot!("one_check_in", chart.snapshot(&harness));
}

#[test]
fn browsing_moves_between_scores_and_weeks_and_shows_the_answers() {
    let harness = half_a_year();
    let mut person = Person::sits_down(&harness, &["trends", "--browse"]);
    person.sees("All seven resources").sees("score 1 of 9").sees("20 Nov 2026: ");
    person.presses("\x1b[A").sees("Strain (lower is better)").sees("score 9 of 9");
    person.presses("\x1b[D").sees("13 Nov 2026: ");
    person.presses("\x1b[H").sees("5 Jun 2026: ").sees("Too early to say");
    person.presses("\x1b[B").sees("score 1 of 9").sees("5 Jun 2026: ");
    person.presses("\r").sees("support.heard").sees("of 78").sees("week of 5 Jun 2026");
    person.presses("q").sees("score 1 of 9").presses("q");
    assert_eq!(person.leaves(), 0);
    assert!(!person.is_on_alternate_screen() && !person.cursor_is_hidden());
    harness.checkin(&["trends", "--browse"]).run().ends_with(1);
}
