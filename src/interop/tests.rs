//! What must not be taken silently from tables and from OpenScales. All wording is invented.

use super::{Foreign, Form, FormKind, Outcome, Reading, Wanted, read_foreign};

fn read_as(text: &str, format: Option<Foreign>, wanted: Wanted<'_>) -> Reading {
    match read_foreign(text.as_bytes(), None, format, wanted) {
        Outcome::Read(reading) => reading,
        Outcome::Several(candidates) => panic!("several: {candidates:?}"),
    }
}

fn read(text: &str) -> Reading {
    read_as(text, None, Wanted::default())
}

fn codes(reading: &Reading) -> Vec<(&'static str, Option<&str>)> {
    reading.findings.iter().map(|f| (f.code.name(), f.link.as_deref())).collect()
}

fn links(form: &Form) -> Vec<&str> {
    form.items.iter().map(|item| item.link.as_str()).collect()
}

const DICTIONARY: &str = "field_name,form_name,field_type,field_label,select_choices_or_calculations,text_validation_type_or_show_slider_number,text_validation_min,text_validation_max,field_annotation";

fn dictionary(rows: &[&str]) -> Reading {
    read(&format!("{DICTIONARY}\n{}\n", rows.join("\n")))
}

const CODED: &str = "\"0, Low | 1, Mid | 2, High\"";

#[test]
fn annotations_of_redcap_decide_what_is_asked() {
    let radio = |name: &str, tag: &str| format!("{name},f,radio,Item,{CODED},,,,{tag}");
    let rows = [
        radio("kept", ""),
        radio("hid", "@HIDDEN"),
        radio("ro", "@READONLY-SURVEY"),
        radio("pre", "@DEFAULT='2'"),
        "sum,f,text,Item,,integer,0,9,@CALCTEXT([kept])".to_owned(),
    ];
    let reading = dictionary(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(
        codes(&reading),
        [
            ("E-TYPE-ITEM", Some("hid")),
            ("E-TYPE-ITEM", Some("ro")),
            ("W-INITIAL", Some("pre")),
            ("K-TOTAL", Some("sum"))
        ]
    );
    assert_eq!(links(&reading.form.expect("taken")), ["kept", "pre"]);
}

#[test]
fn a_code_for_no_answer_is_no_value() {
    let row = "a,f,radio,Item,\"0, Low | 1, Mid | 2, High | 99, Refused\",,,,";
    let reading = dictionary(&[row]);
    assert_eq!(codes(&reading), [("K-NOANSWER", Some("a"))]);
    assert_eq!(reading.form.expect("taken").items[0].values(), Some(vec![0.0, 1.0, 2.0]));
    let form = "type,name,label\nselect_one l,a,Item\n";
    let choices = "list_name,name,label\nl,0,Low\nl,1,Mid\nl,2,High\nl,88,Don't know\n";
    let read = read_foreign(form.as_bytes(), Some(choices.as_bytes()), None, Wanted::default());
    let Outcome::Read(reading) = read else { panic!("several") };
    assert_eq!(codes(&reading), [("K-NOANSWER", Some("a"))]);
    assert_eq!(reading.form.expect("taken").items[0].values(), Some(vec![0.0, 1.0, 2.0]));
}

#[test]
fn values_that_stand_for_no_answer_are_told_in_formats_with_weights() {
    let outside = ["A\t0\tA1\t1\tLow\ten\t\t", "A\t0\tA2\t2\tHigh\ten\t\t"];
    let refused = "A\t0\tA3\t9\tRefused\ten\t\t";
    let reading = survey(&["Q\tL\tq1\t1\tItem\ten\t\t", outside[0], outside[1], refused], None);
    assert_eq!(codes(&reading), [("K-NOANSWER", Some("q1"))]);
    assert_eq!(reading.form.expect("taken").items[0].values(), Some(vec![1.0, 2.0]));
    let middle = r#""items": [{"id": "a", "type": "multi", "text_key": "q", "options": [{"text_key": "low", "value": 0}, {"text_key": "dk", "value": 1}, {"text_key": "high", "value": 2}]}]"#;
    let reading = scale(middle);
    assert!(codes(&reading).contains(&("K-NOANSWER", Some("a"))), "a middle is asked about");
    assert_eq!(reading.form.expect("taken").items[0].values(), Some(vec![0.0, 1.0, 2.0]));
    let outside = middle.replace("\"value\": 1}", "\"value\": 99}");
    assert_eq!(scale(&outside).form.expect("taken").items[0].values(), Some(vec![0.0, 2.0]));
}

#[test]
fn an_answer_code_of_limesurvey_that_is_there_twice_is_refused() {
    let again = "A\t0\tA1\t3\tMost\ten\t\t";
    let rows = ["Q\tL\tq1\t1\tItem\ten\t\t", ANSWERS[0], ANSWERS[1], again];
    let rows = [&rows[..], &["Q\tL\tq2\t1\tItem\ten\t\t"], &ANSWERS[..]].concat();
    let reading = survey(&rows, None);
    assert_eq!(codes(&reading), [("E-OPTION", Some("q1"))]);
    assert!(reading.findings[0].reason.contains("`A1` is there twice"), "{:?}", reading.findings);
}

#[test]
fn a_calculation_of_redcap_proposes_its_fields() {
    let radio = |name: &str| format!("{name},f,radio,Item,{CODED},,,,");
    for (written, is_mean) in
        [("\"sum([a],[b])\"", false), ("\"mean([a], [b])\"", true), ("[a] + [b]", false)]
    {
        let reading =
            dictionary(&[&radio("a"), &radio("b"), &format!("t,f,calc,Total,{written},,,,")]);
        assert_eq!(codes(&reading), [("K-TOTAL", Some("t"))]);
        let form = reading.form.expect("taken");
        assert_eq!(form.proposals[0].items, ["a", "b"], "{written}");
        assert_eq!(form.proposals[0].is_mean, is_mean, "{written}");
    }
    for other in ["\"round(sum([a],[b]),0)\"", "\"sum([a],[gone])\"", "[a]*2+[b]"] {
        let reading =
            dictionary(&[&radio("a"), &radio("b"), &format!("t,f,calc,Total,{other},,,,")]);
        assert_eq!(codes(&reading), [("K-TOTAL", Some("t")), ("K-EXPR", Some("t"))], "{other}");
        assert!(reading.form.expect("taken").proposals.is_empty(), "{other}");
    }
}

#[test]
fn a_dictionary_with_semicolons_is_one_too() {
    let text = format!("{}\na;f;radio;Item;0, Low | 1, High;;;;\n", DICTIONARY.replace(',', ";"));
    assert_eq!(links(&read(&text).form.expect("taken")), ["a"]);
}

const CHOICES: &str = "choices,list_name,name,label\nchoices,l,1,Low\nchoices,l,2,High\n";

#[test]
fn an_xlsform_asks_only_what_a_person_sees() {
    let survey = "survey,type,name,label,read_only,disabled,appearance,calculation\n\
        survey,note,n,Read this,,,,\n\
        survey,begin_group,g,Heading,,,,\n\
        survey,select_one l,a,Item,,,,\n\
        survey,end_group,,,,,,\n\
        survey,select_one l,ro,Item,yes,,,\n\
        survey,select_one l,off,Item,,yes,,\n\
        survey,select_one l,hid,Item,,,hidden,\n\
        survey,select_one l,calc,Item,,,,1+1\n\
        survey,select_one l or_other,open,Item,,,,\n\
        survey,begin_group,h,,,,hidden,\n\
        survey,select_one l,in,Item,,,,\n\
        survey,end_group,,,,,,\n";
    let text = format!("{survey}{CHOICES}");
    let reading = read(&text);
    assert_eq!(
        codes(&reading),
        [
            ("E-TYPE-ITEM", Some("ro")),
            ("E-TYPE-ITEM", Some("off")),
            ("E-TYPE-ITEM", Some("hid")),
            ("K-TOTAL", Some("calc")),
            ("E-OPEN", Some("open")),
            ("E-TYPE-ITEM", Some("in")),
            ("W-IGNORED", None)
        ]
    );
    let passed = &reading.findings[6].reason;
    assert!(passed.ends_with("`n`, `g`"), "{passed}");
    assert_eq!(links(&reading.form.expect("taken")), ["a"]);
    let unscored = read_as(&text, None, Wanted { unscored: true, ..Wanted::default() });
    assert!(codes(&unscored).contains(&("E-OPEN", Some("open"))));
    let form = unscored.form.expect("taken");
    assert!(matches!(form.items[1].kind, FormKind::Open(_)), "{:?}", form.items[1]);
}

#[test]
fn the_language_of_an_xlsform_is_that_of_its_column() {
    let survey =
        "type,name,label::English (en),label::Español (es)\nselect_one l,a,Item,Pregunta\n";
    let choices =
        "list_name,name,label::English (en),label::Español (es)\nl,1,Low,Bajo\nl,2,High,\n";
    let read = |language| {
        let wanted = Wanted { language: Some(language), ..Wanted::default() };
        match read_foreign(survey.as_bytes(), Some(choices.as_bytes()), None, wanted) {
            Outcome::Read(reading) => reading,
            Outcome::Several(_) => panic!("several"),
        }
    };
    let spanish = read("es");
    assert_eq!(codes(&spanish), [("W-ABSENT", Some("a"))], "a choice has no label there");
    assert_eq!(spanish.form.expect("taken").language.as_deref(), Some("es"));
    let french = read("fr");
    assert_eq!(codes(&french), [("W-ABSENT", None)]);
    assert_eq!(french.form.expect("taken").language.as_deref(), Some("en"));
}

const SURVEY: &str = "class\ttype/scale\tname\trelevance\ttext\tlanguage\thidden\tarray_filter\n\
    S\t\tlanguage\t\ten\t\t\t\n";

fn survey(rows: &[&str], language: Option<&str>) -> Reading {
    let wanted = Wanted { language, ..Wanted::default() };
    read_as(&format!("{SURVEY}{}\n", rows.join("\n")), None, wanted)
}

const ANSWERS: [&str; 2] = ["A\t0\tA1\t1\tLow\ten\t\t", "A\t0\tA2\t2\tHigh\ten\t\t"];

#[test]
fn hidden_and_filtered_questions_of_limesurvey_are_left() {
    let rows = [
        &["Q\tL\tq1\t1\tItem\ten\t\t"],
        &ANSWERS[..],
        &["Q\tL\tq2\t1\tItem\ten\t1\t"],
        &ANSWERS[..],
        &["Q\tL\tq3\t1\tItem\ten\t\tq1"],
        &ANSWERS[..],
    ]
    .concat();
    let reading = survey(&rows, None);
    assert_eq!(codes(&reading), [("E-TYPE-ITEM", Some("q2")), ("E-BRANCH", Some("q3"))]);
    assert_eq!(links(&reading.form.expect("taken")), ["q1"]);
}

#[test]
fn a_question_of_limesurvey_in_half_a_language_is_left() {
    let german = |name: &str| format!("Q\tL\t{name}\t1\tFrage\tde\t\t");
    let (one, two) = (german("q1"), german("q2"));
    let rows = [
        &["Q\tL\tq1\t1\tItem\ten\t\t"],
        &ANSWERS[..],
        &[one.as_str(), "A\t0\tA1\t1\tTief\tde\t\t", "A\t0\tA2\t2\tHoch\tde\t\t"],
        &["Q\tL\tq2\t1\tItem\ten\t\t"],
        &ANSWERS[..],
        &[two.as_str(), "A\t0\tA1\t1\tTief\tde\t\t"],
    ]
    .concat();
    let reading = survey(&rows, Some("de"));
    assert_eq!(codes(&reading), [("W-ABSENT", Some("q2"))]);
    let form = reading.form.expect("taken");
    assert_eq!((links(&form), form.language.as_deref()), (vec!["q1"], Some("de")));
    let reading = survey(&rows, Some("fr"));
    assert_eq!(codes(&reading), [("W-ABSENT", None)]);
    assert_eq!(reading.form.expect("taken").language.as_deref(), Some("en"));
}

fn scale(definition: &str) -> Reading {
    let texts = r#""en": {"q": "Item", "low": "Low", "mid": "Mid", "high": "High", "dk": "Don't know",
        "system": "How is {system_name}?", "piped": "You said {answer.a}", "odd": "A mis{ko}take"}"#;
    read(&format!(
        "{{\"definition\": {{\"scale_info\": {{\"name\": \"Sheet\", \"code\": \"SCSSF\"}}, {definition}}}, \"translations\": {{{texts}}}}}"
    ))
}

#[test]
fn an_items_own_points_go_before_the_shared_ones() {
    let reading = scale(
        r#""likert_options": {"points": 3, "min": 1, "max": 3, "labels": ["low", "mid", "high"]}, "items": [
        {"id": "own", "type": "likert", "text_key": "q", "likert_points": 11, "likert_min": 0},
        {"id": "ends", "type": "likert", "text_key": "q", "likert_points": 5, "likert_labels": ["low", "high"]},
        {"id": "shared", "type": "likert", "text_key": "q"},
        {"id": "odd", "type": "likert", "text_key": "q", "likert_points": "7"}]"#,
    );
    let form = reading.form.as_ref().expect("taken");
    let values = |place: usize| form.items[place].values().expect("values");
    assert_eq!(values(0), (0..=10).map(f64::from).collect::<Vec<_>>());
    assert_eq!(values(1), [1.0, 2.0, 3.0, 4.0, 5.0]);
    assert_eq!(values(2), [1.0, 2.0, 3.0]);
    let labels = |place: usize| -> Vec<&str> {
        let options = form.items[place].choices().expect("options");
        options.iter().map(|option| option.label.as_str()).collect()
    };
    assert_eq!(labels(0)[..2], ["0", "1"], "three labels do not name eleven points");
    assert_eq!(labels(1), ["Low", "2", "3", "4", "High"]);
    assert_eq!(labels(2), ["Low", "Mid", "High"]);
    assert!(codes(&reading).contains(&("E-OPTION", Some("odd"))), "{:?}", codes(&reading));
    let known = reading.findings.iter().find(|f| f.code.name() == "K-KNOWN").expect("it is known");
    assert!(known.reason.contains("`--key scs-sf`"), "{}", known.reason);
    assert!(
        known.reason.contains("weights of `own`, `shared` are not the key's"),
        "{}",
        known.reason
    );
}

#[test]
fn the_arms_of_a_branch_are_left() {
    let reading = scale(
        r#""likert_options": {"points": 3}, "branches": [{"id": "b", "arms": [{"id": "x", "sections": ["one"]}, {"id": "y", "sections": ["two"]}]}],
        "items": [{"id": "one", "type": "section"}, {"id": "a", "type": "likert", "text_key": "q"},
        {"id": "two", "type": "section"}, {"id": "b", "type": "likert", "text_key": "q"},
        {"id": "three", "type": "section"}, {"id": "c", "type": "likert", "text_key": "q"}]"#,
    );
    let found = codes(&reading);
    assert!(
        found.contains(&("E-BRANCH", Some("a"))) && found.contains(&("E-BRANCH", Some("b"))),
        "{found:?}"
    );
    assert_eq!(links(&reading.form.expect("taken")), ["c"]);
}

#[test]
fn an_item_without_its_coding_is_left_out_where_there_is_one() {
    let likert = |id: &str| format!(r#"{{"id": "{id}", "type": "likert", "text_key": "q"}}"#);
    let with = |score: &str| {
        let items = ["a", "b", "c"].map(likert).join(", ");
        scale(&format!(
            r#""likert_options": {{"points": 3}}, "items": [{items}], "scoring": {{"t": {{"method": "sum_coded", {score}}}}}"#
        ))
    };
    let proposed = |score: &str| {
        let proposal = with(score).form.expect("taken").proposals.pop();
        proposal.map(|proposal| (proposal.items, proposal.reverse))
    };
    let owned = |links: &[&str]| links.iter().map(|link| (*link).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        proposed(r#""items": ["a", "b", "c"], "item_coding": {"a": 1, "b": -1}"#),
        Some((owned(&["a", "b"]), owned(&["b"])))
    );
    let all = Some((owned(&["a", "b", "c"]), Vec::new()));
    assert_eq!(proposed(r#""items": ["a", "b", "c"]"#), all, "a list alone counts all");
    assert_eq!(proposed(r#""items": ["a", "b", "c"], "item_coding": null"#), all);
    for unclear in [r#""items": ["a"], "item_coding": {}"#, r#""items": ["a"], "item_coding": [1]"#]
    {
        assert!(codes(&with(unclear)).contains(&("K-EXPR", Some("t"))), "{unclear}");
    }
}

#[test]
fn what_a_dimension_or_a_gap_decides_is_left() {
    let reading = scale(
        r#""likert_options": {"points": 3}, "dimensions": [{"id": "when", "visible_when": {"item": "a", "operator": "equals", "value": 1}},
        {"id": "off", "selectable": true, "default_enabled": false}, {"id": "on", "selectable": true, "default_enabled": true}],
        "items": [{"id": "read", "type": "inst", "text_key": "q"},
        {"id": "a", "type": "likert", "text_key": "q", "dimension": "on"}, {"id": "b", "type": "likert", "text_key": "q", "dimension": "when"},
        {"id": "c", "type": "likert", "text_key": "q", "dimension": "off"}, {"id": "d", "type": "likert", "text_key": "system"},
        {"id": "e", "type": "likert", "text_key": "piped"}, {"id": "f", "type": "likert", "text_key": "odd"}]"#,
    );
    assert_eq!(
        codes(&reading),
        [
            ("W-IGNORED", Some("read")),
            ("E-BRANCH", Some("b")),
            ("E-BRANCH", Some("c")),
            ("E-TYPE-ITEM", Some("d")),
            ("E-BRANCH", Some("e")),
            ("K-KNOWN", None)
        ]
    );
    assert!(reading.findings[3].reason.ends_with("`{system_name}`"), "{:?}", reading.findings);
    assert_eq!(links(&reading.form.expect("taken")), ["a", "f"]);
}

#[test]
fn the_columns_of_a_grid_count_from_one() {
    let reading = scale(
        r#""items": [{"id": "g", "type": "grid", "text_key": "q", "rows": ["q", "q"], "columns": ["low", "mid", "high"]}]"#,
    );
    assert_eq!(codes(&reading), [("K-KNOWN", None)], "they have values");
    assert_eq!(reading.form.expect("taken").items[1].values(), Some(vec![1.0, 2.0, 3.0]));
}

#[test]
fn a_text_of_limesurvey_that_is_only_read_is_named() {
    let rows = [&["Q\tL\tq1\t1\tItem\ten\t\t"], &ANSWERS[..], &["Q\tX\ttext\t1\tRead\ten\t\t"]];
    assert_eq!(codes(&survey(&rows.concat(), None)), [("W-IGNORED", Some("text"))]);
}
