//! What is asked, what may be answered, and how a session moves.

use super::*;
use crate::questionnaire::{Catalogue, ItemId, Questionnaire, Source};

const FORM: &str = r#"format = 1
id = "x"
version = "1.0.0"
title = "X"
[[scale]]
id = "three"
options = [{ value = 0, label = "No" }, { value = 1, label = "Some" }, { value = 2, label = "Yes" }]
not_applicable = "None"
[[item]]
id = "a"
text = "A."
scale = "three"
[[item]]
id = "b"
text = "B?"
kind = "yes-no"
ask_if = { item = "a", at_least = 1 }
[[item]]
id = "c"
text = "C?"
kind = "many"
options = [{ value = 5, label = "p" }, { value = 6, label = "q" }]
ask_if = { item = "b", is = true }
[[item]]
id = "d"
text = "D?"
kind = "number"
min = 0
max = 10
step = 2.5
ask_if = { any = [{ item = "c", is = 6 }, { all = [{ item = "a", is_not = 2 }, { item = "b", answered = false }] }] }
[[item]]
id = "e"
text = "E?"
kind = "text"
optional = true
"#;

fn form(text: &str) -> Questionnaire {
    let checked = Catalogue::new(Vec::new()).check(&Source::new("x.toml", text));
    checked.questionnaire.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
}

fn id(name: &str) -> ItemId {
    ItemId::new(format!("x.{name}"))
}

fn many(values: &[f64]) -> Response {
    Response::Answered(Answer::Many(Private(values.to_vec())))
}

fn text(words: &str) -> Response {
    Response::Answered(Answer::Text(Untrusted::new(words)))
}

fn given(pairs: &[(&str, Response)]) -> Responses {
    pairs.iter().map(|(name, response)| (id(name), response.clone())).collect()
}

fn asked(pairs: &[(&str, Response)]) -> String {
    let form = form(FORM);
    let responses = given(pairs);
    form.items
        .iter()
        .filter(|item| is_asked(item, &form, &responses))
        .map(|item| item.id.local())
        .collect()
}

#[test]
fn what_is_asked_follows_from_the_answers_before() {
    let one = || Response::number(1.0);
    for (pairs, expected) in [
        (vec![], "ae"),
        (vec![("a", Response::number(0.0))], "ade"),
        (vec![("a", one())], "abde"),
        (vec![("a", one()), ("b", Response::yes_no(false))], "abe"),
        (vec![("a", one()), ("b", Response::yes_no(true))], "abce"),
        (vec![("a", one()), ("b", Response::yes_no(true)), ("c", many(&[5.0]))], "abce"),
        (vec![("a", one()), ("b", Response::yes_no(true)), ("c", many(&[5.0, 6.0]))], "abcde"),
        (vec![("a", Response::Skipped)], "ae"),
        (vec![("a", Response::NotApplicable)], "ae"),
        (vec![("a", Response::number(2.0)), ("b", Response::Skipped)], "abe"),
        (vec![("a", one()), ("b", Response::Skipped)], "abde"),
    ] {
        assert_eq!(asked(&pairs), expected, "{pairs:?}");
    }
}

#[test]
fn an_answer_to_an_item_that_is_not_asked_counts_for_nothing() {
    // b was answered before a was changed to 0, which closes b and with it c.
    let pairs = [("a", Response::number(0.0)), ("b", Response::yes_no(true)), ("c", many(&[6.0]))];
    assert_eq!(asked(&pairs), "ade");
}

#[test]
fn everything_wrong_is_found() {
    let form = form(FORM);
    let problems = |pairs: &[(&str, Response)]| -> Vec<String> {
        check_responses(&form, &given(pairs)).iter().map(ToString::to_string).collect()
    };
    let a = ("a", Response::number(0.0));
    let d = ("d", Response::number(2.5));
    assert!(problems(&[a.clone(), d.clone()]).is_empty());
    for (pairs, words) in [
        (vec![a.clone()], "`x.d` has no answer"),
        (vec![a.clone(), d.clone(), ("aa", Response::Skipped)], "did you mean `x.a`?"),
        (vec![a.clone(), d.clone(), ("b", Response::yes_no(true))], "`x.b` would not be asked"),
        (vec![a.clone(), ("d", Response::number(2.0))], "a number from 0 to 10 in steps of 2.5"),
        (vec![a.clone(), ("d", Response::number(12.5))], "not one of those allowed"),
        (vec![a.clone(), ("d", Response::number(f64::NAN))], "not one of those allowed"),
        (vec![a.clone(), ("d", Response::NotApplicable)], "does not offer \"not_applicable\""),
        (vec![("a", Response::number(3.0))], "0 No, 1 Some, 2 Yes"),
        (vec![("a", Response::yes_no(true))], "0 No, 1 Some, 2 Yes"),
        (vec![("a", text("no"))], "0 No, 1 Some, 2 Yes"),
        (vec![a.clone(), d.clone(), ("e", Response::number(1.0))], "{\"text\": \"…\"}"),
        (vec![a.clone(), d.clone(), ("e", text(&"x".repeat(20_001)))], "longer than 20,000"),
    ] {
        let found = problems(&pairs);
        assert!(found.iter().any(|found| found.contains(words)), "{words}: {found:?}");
    }
    let yes =
        [("a", Response::number(1.0)), ("b", Response::yes_no(true)), ("c", many(&[5.0, 5.0]))];
    assert!(problems(&yes)[0].contains("names an option twice"));
    let off = [("a", Response::number(1.0)), ("b", Response::yes_no(true)), ("c", many(&[7.0]))];
    assert!(problems(&off)[0].contains("a list of 5 "));
}

#[test]
fn messages_never_hold_the_answer() {
    let form = form(FORM);
    let secret = given(&[("a", text("a secret")), ("e", Response::number(4711.0))]);
    for problem in check_responses(&form, &secret) {
        assert!(!problem.to_string().contains("secret") && !problem.to_string().contains("4711"));
    }
}

#[test]
fn every_form_of_a_response_is_read_back() {
    for response in [
        Response::number(4.0),
        Response::number(-1.5),
        Response::yes_no(false),
        many(&[1.0, 2.5]),
        many(&[]),
        text("words"),
        text(""),
        Response::Skipped,
        Response::NotApplicable,
    ] {
        assert_eq!(Response::from_json(&response.to_json()), Some(response));
    }
    for wrong in
        ["null", "\"later\"", "{}", "{\"text\": 1}", "{\"text\": \"a\", \"b\": 1}", "[\"a\"]"]
    {
        let value = serde_json::from_str(wrong).unwrap();
        assert_eq!(Response::from_json(&value), None, "{wrong}");
    }
}

fn current(session: &Session<'_>) -> Option<String> {
    session.current().map(|item| item.id.local().to_owned())
}

#[test]
fn a_session_moves_on_back_and_over_closed_items() {
    let form = form(FORM);
    let mut session = Session::new(&form, None, Responses::new());
    assert!(!session.back(), "nothing comes before the first");
    session.next();
    assert_eq!(current(&session).as_deref(), Some("a"), "an open item is not passed over");
    session.respond(Response::number(1.0));
    assert_eq!(current(&session).as_deref(), Some("b"));
    session.respond(Response::yes_no(false));
    assert_eq!(current(&session).as_deref(), Some("e"), "c and d are closed");
    assert!(session.back());
    assert_eq!(current(&session).as_deref(), Some("b"));
    session.respond(Response::yes_no(true));
    assert_eq!(current(&session).as_deref(), Some("c"), "the change opens c");
    session.respond(many(&[5.0]));
    session.respond(Response::Skipped);
    assert_eq!(current(&session), None);
    assert_eq!(session.finish().unwrap().len(), 4);
}

#[test]
fn a_session_resumes_at_the_first_open_item_and_counts_what_is_asked() {
    let form = form(FORM);
    let session =
        Session::new(&form, None, given(&[("a", Response::number(1.0)), ("e", Response::Skipped)]));
    assert_eq!(current(&session).as_deref(), Some("b"));
    assert_eq!(session.progress(), Progress { number: 2, of: 4 });
    assert_eq!(session.answered(), 2);
    assert!(session.finish().is_err(), "b is open");
}

#[test]
fn an_answer_that_opens_an_earlier_gap_leads_back_to_it() {
    let form = form(FORM);
    let done = given(&[
        ("a", Response::number(2.0)),
        ("b", Response::yes_no(false)),
        ("e", Response::Skipped),
    ]);
    let mut session = Session::new(&form, None, done);
    assert_eq!(current(&session), None);
    assert!(session.go_to(&id("b")));
    session.respond(Response::yes_no(true));
    assert_eq!(current(&session).as_deref(), Some("c"));
    session.respond(many(&[]));
    session.next();
    assert_eq!(current(&session), None);
}

#[test]
fn answers_to_closed_items_are_left_out_at_the_end() {
    let form = form(FORM);
    let responses = given(&[
        ("a", Response::number(0.0)),
        ("b", Response::yes_no(true)),
        ("d", Response::number(5.0)),
        ("e", text("kept")),
    ]);
    let finished = Session::new(&form, None, responses).finish().unwrap();
    let names: Vec<&str> = finished.keys().map(ItemId::local).collect();
    assert_eq!(names, ["a", "d", "e"]);
}

#[test]
fn shuffling_stays_within_a_domain_and_repeats_with_its_seed() {
    let text = "format = 1\nid = \"x\"\nversion = \"1.0.0\"\ntitle = \"X\"\nshuffle = true\n[[include]]\nfrom = \"support\"\nitems = \"all\"\n[[include]]\nfrom = \"strain\"\nitems = \"all\"\n";
    let form = form(text);
    let order = |seed| -> Vec<String> {
        let session = Session::new(&form, Some(seed), Responses::new());
        session.items_asked().iter().map(|item| item.id.to_string()).collect()
    };
    let plain: Vec<String> = form.items.iter().map(|item| item.id.to_string()).collect();
    assert_eq!(order(1), order(1));
    assert!((0..20).any(|seed| order(seed) != plain));
    for seed in 0..20 {
        let order = order(seed);
        assert!(order[..4].iter().all(|id| id.starts_with("support.")));
        assert!(order[4..].iter().all(|id| id.starts_with("strain.")));
    }
}

mod weeks {
    use chrono::{DateTime, NaiveDate, NaiveTime, Weekday};

    use super::*;

    fn start(weekday: Weekday) -> WeekStart {
        WeekStart { weekday, day_end: NaiveTime::from_hms_opt(4, 0, 0).unwrap() }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_week_is_named_by_the_set_weekday_on_or_before() {
        for (weekday, date, week) in [
            (Weekday::Fri, "2026-11-20", "2026-11-20"),
            (Weekday::Fri, "2026-11-19", "2026-11-13"),
            (Weekday::Mon, "2026-11-22", "2026-11-16"),
            (Weekday::Sun, "2027-01-02", "2026-12-27"),
        ] {
            assert_eq!(start(weekday).week_of(day(date)), day(week));
        }
    }

    #[test]
    fn until_day_end_it_is_still_the_day_before() {
        let at = |text: &str| {
            let now = DateTime::parse_from_rfc3339(text).unwrap();
            Moment::new(now, "Europe/Berlin").day(start(Weekday::Fri))
        };
        assert_eq!(at("2026-11-21T03:59:59+01:00"), day("2026-11-20"));
        assert_eq!(at("2026-11-21T04:00:00+01:00"), day("2026-11-21"));
        assert_eq!(at("2027-01-01T01:00:00-05:00"), day("2026-12-31"), "local time counts");
    }

    #[test]
    fn an_open_leave_covers_every_later_day_and_an_open_incident_one() {
        let event = |kind, to: Option<&str>| Event {
            kind,
            from: day("2026-11-10"),
            to: to.map(day),
            text: None,
            new_baseline: false,
        };
        assert!(event(EventKind::Leave, None).covers(day("2027-03-01")));
        assert!(!event(EventKind::Incident, None).covers(day("2026-11-11")));
        assert!(event(EventKind::Other, Some("2026-11-12")).covers(day("2026-11-12")));
        assert!(!event(EventKind::Leave, Some("2026-11-12")).covers(day("2026-11-13")));
        assert!(!event(EventKind::Leave, None).covers(day("2026-11-09")));
    }
}
