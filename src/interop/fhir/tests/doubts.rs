//! What must not be taken silently: weights in doubt, items that nobody is asked, half a translation.

use super::*;

fn said<'r>(reading: &'r Reading, code: &str) -> Vec<(Option<&'r str>, &'r str)> {
    let of_code = reading.findings.iter().filter(|finding| finding.code.name() == code);
    of_code.map(|finding| (finding.link.as_deref(), finding.reason.as_str())).collect()
}

#[test]
fn only_the_weights_of_the_standard_count() {
    let look_alike = "http://vendor.example/display/ordinalValue";
    let mut item = weighted("1");
    for option in item["answerOption"].as_array_mut().expect("options") {
        option["extension"][0]["url"] = json!(look_alike);
    }
    let reading = read(&of(vec![item]));
    let form = reading.form.as_ref().expect("taken");
    assert_eq!(form.items[0].values(), None);
    assert_eq!(codes(&reading), [("W-NOWEIGHT", Some("1")), ("W-IGNORED", None)]);
    assert!(said(&reading, "W-IGNORED")[0].1.contains(look_alike), "{:?}", reading.findings);
}

#[test]
fn of_weights_that_differ_none_is_chosen() {
    let two = |first: &str, second: &str| {
        let both = json!([{"url": first, "valueDecimal": 1}, {"url": second, "valueDecimal": 10}]);
        let mut item = weighted("1");
        item["answerOption"][1]["extension"] = both;
        item
    };
    for (first, second) in [(ORDINAL, WEIGHT), (WEIGHT, ORDINAL), (ORDINAL, ORDINAL)] {
        let (form, found) = taken(vec![two(first, second)]);
        assert_eq!(found, [("K-PARTIAL", Some("1".to_owned()))], "{first} {second}");
        assert_eq!(form.items[0].values(), None, "{first} {second}");
    }
    let mut agreed = two(ORDINAL, WEIGHT);
    agreed["answerOption"][1]["extension"][1]["valueDecimal"] = json!(1);
    let (form, found) = taken(vec![agreed]);
    assert_eq!((found, form.items[0].values()), (vec![], Some(vec![0.0, 1.0, 2.0])));
}

#[test]
fn two_value_sets_of_one_name_are_no_answer() {
    let set = |weight: f64| {
        let concept = |code: &str, weight: f64| json!({"code": code, "display": code, "extension": [{"url": ORDINAL, "valueDecimal": weight}]});
        json!({"resourceType": "ValueSet", "id": "vs", "compose": {"include": [{"system": "urn:x", "concept": [concept("a", 0.0), concept("b", weight)]}]}})
    };
    let item =
        json!({"linkId": "1", "type": "choice", "text": "Item one", "answerValueSet": "#vs"});
    let file = with(of(vec![item]), "contained", json!([set(1.0), set(5.0)]));
    let reading = read(&file);
    assert!(reading.form.is_none());
    assert!(codes(&reading).contains(&("E-OPTION", Some("1"))), "{:?}", codes(&reading));
}

#[test]
fn some_weights_and_some_numbers_are_not_mixed() {
    let options = json!([{"valueInteger": 0}, {"valueInteger": 1, "extension": [{"url": ORDINAL, "valueDecimal": 5}]}, {"valueInteger": 2}]);
    let (form, found) = taken(vec![with(weighted("1"), "answerOption", options)]);
    assert!(found.contains(&("K-PARTIAL", Some("1".to_owned()))), "{found:?}");
    assert_eq!(form.items[0].values(), None);
    assert_eq!(form.items[0].codes(), Some(vec![0.0, 1.0, 2.0]), "they stay as a proposal");
}

#[test]
fn nothing_in_a_hidden_or_read_only_group_is_asked() {
    let hidden = json!([{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}]);
    for (key, value) in [("extension", hidden), ("readOnly", json!(true))] {
        let inner = json!({"linkId": "h", "type": "group", "item": [weighted("2")]});
        let group = json!({"linkId": "g", "type": "group", "item": [weighted("1"), inner]});
        let (form, found) = taken(vec![weighted("kept"), with(group, key, value)]);
        let left = |link: &str| ("E-TYPE-ITEM", Some(link.to_owned()));
        assert_eq!(found, [left("1"), left("2")], "{key}");
        assert_eq!(form.items.len(), 1, "{key}");
    }
}

#[test]
fn an_item_that_is_computed_elsewhere_is_no_question() {
    for url in [
        "http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue",
        "http://ehelse.no/fhir/StructureDefinition/sdf-calculatedExpression",
    ] {
        let limit = |name: &str, value: i64| json!({"url": format!("http://hl7.org/fhir/StructureDefinition/{name}"), "valueInteger": value});
        let item = json!({"linkId": "t", "type": "integer", "text": "Sum", "extension": [{"url": url, "valueString": "x"}, limit("minValue", 0), limit("maxValue", 9)]});
        let (form, found) = taken(vec![weighted("1"), item]);
        assert_eq!(form.items.len(), 1, "{url}");
        assert_eq!(found[0], ("K-TOTAL", Some("t".to_owned())), "{url}");
        assert_eq!(found[1], ("K-EXPR", Some("t".to_owned())), "{url}");
    }
}

#[test]
fn options_that_depend_on_other_answers_are_no_fixed_scale() {
    let toggle = json!([{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression"}]);
    leaves(with(weighted("x"), "extension", toggle), "E-BRANCH");
}

#[test]
fn what_is_malformed_is_left_or_refused() {
    leaves(with(weighted("x"), "repeats", json!("true")), "E-TYPE-ITEM");
    leaves(with(weighted("x"), "answerValueSet", json!("#vs")), "E-OPTION");
    let single = json!({"resourceType": "Questionnaire", "item": weighted("1")});
    refused(&single, "E-TYPE");
    let nested = json!({"linkId": "g", "type": "group", "item": weighted("1")});
    let reading = read(&of(vec![weighted("2"), nested]));
    assert_eq!(codes(&reading), [("E-TYPE", Some("g"))]);
}

#[test]
fn every_item_of_an_old_or_modified_file_is_named() {
    let old = |link: &str| with(weighted(link), "option", json!([{"valueInteger": 1}]));
    let reading = read(&of(vec![old("1"), weighted("2"), old("3")]));
    assert_eq!(codes(&reading), [("E-STU3", Some("1")), ("E-STU3", Some("3"))]);
    let mut option = weighted("1");
    option["answerOption"][0]["modifierExtension"] = json!([{"url": "http://x"}]);
    let item = with(weighted("2"), "modifierExtension", json!([{"url": "http://x"}]));
    let reading = read(&of(vec![option, item]));
    assert_eq!(codes(&reading), [("E-MODIFIER", Some("1")), ("E-MODIFIER", Some("2"))]);
}

#[test]
fn several_dates_without_weights_are_several_answers() {
    let days = json!([{"valueDate": "2020-01-01"}, {"valueDate": "2020-01-02"}]);
    let item = json!({"linkId": "d", "type": "date", "text": "Days", "repeats": true, "answerOption": days});
    let (form, found) = taken(vec![weighted("1"), item]);
    assert!(found.is_empty(), "{found:?}");
    assert!(matches!(form.items[1].kind, FormKind::Many(_)));
}

#[test]
fn an_item_without_a_text_goes_by_its_name() {
    let mut item = weighted("q7");
    item.as_object_mut().expect("an object").remove("text");
    let (form, found) = taken(vec![item]);
    assert_eq!(found, [("W-ABSENT", Some("q7".to_owned()))]);
    assert_eq!(form.items[0].text, "q7");
}

#[test]
fn half_a_translation_is_said_item_by_item() {
    let translation = |text: &str| json!({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [{"url": "lang", "valueCode": "de"}, {"url": "content", "valueString": text}]}]});
    let whole = |link: &str| {
        let mut item = with(weighted(link), "_text", translation("Frage"));
        for option in item["answerOption"].as_array_mut().expect("options") {
            option["valueCoding"]["_display"] = translation("Antwort");
        }
        with(item, "prefix", json!("1."))
    };
    let mut of_options = whole("3");
    of_options["answerOption"][2]["valueCoding"].as_object_mut().expect("it").remove("_display");
    let mut of_text = whole("2");
    of_text.as_object_mut().expect("an object").remove("_text");
    let file = of(vec![whole("1"), of_text, of_options]);
    let wanted = Wanted { language: Some("de"), ..Wanted::default() };
    let reading = read_as(&file, wanted);
    assert_eq!(codes(&reading), [("W-ABSENT", Some("2")), ("W-ABSENT", Some("3"))]);
    assert_eq!(reading.form.expect("taken").language.as_deref(), Some("de"));
    assert!(read(&file).findings.is_empty(), "in its own language nothing is missing");
}

#[test]
fn a_value_set_beside_the_questionnaire_is_not_in_it() {
    let item =
        json!({"linkId": "1", "type": "choice", "text": "Item", "answerValueSet": "http://x/vs"});
    let set = json!({"resourceType": "ValueSet", "url": "http://x/vs"});
    let bundle = json!({"resourceType": "Bundle", "entry": [{"resource": set}, {"resource": of(vec![item])}]});
    let reading = read(&bundle);
    let reason = said(&reading, "E-EXTERNAL-VS")[0].1;
    assert!(reason.contains("the questionnaire does not contain"), "{reason}");
}

#[test]
fn a_weighted_option_for_no_answer_is_no_value() {
    let labelled = |last: &str, weight: f64| {
        let mut item = choice("1", [Some(0.0), Some(1.0), Some(weight)]);
        item["answerOption"][2]["valueCoding"]["display"] = json!(last);
        item
    };
    let (form, found) = taken(vec![labelled("I don't know", 9.0)]);
    assert_eq!(found, [("K-NOANSWER", Some("1".to_owned()))]);
    assert_eq!(form.items[0].values(), Some(vec![0.0, 1.0]));
    let (form, found) = taken(vec![labelled("Don't know", 0.5)]);
    assert_eq!(found, [("K-NOANSWER", Some("1".to_owned()))], "it may be the middle");
    assert_eq!(form.items[0].values(), Some(vec![0.0, 1.0, 0.5]));
    let (form, found) = taken(vec![labelled("Much more", 9.0)]);
    assert_eq!((found.len(), form.items[0].values()), (0, Some(vec![0.0, 1.0, 9.0])));
}

#[test]
fn a_value_set_that_weighs_in_two_ways_has_no_weights() {
    let concept = |code: &str, weight: f64| json!({"code": code, "display": format!("Answer {code}"), "extension": [{"url": ORDINAL, "valueDecimal": weight}]});
    let listed = |code: &str, weight: f64| with(concept(code, weight), "system", json!("urn:x"));
    let set = |second: f64| json!([{"resourceType": "ValueSet", "id": "s", "compose": {"include": [{"system": "urn:x", "concept": [concept("a", 0.0), concept("b", second)]}]}, "expansion": {"contains": [listed("a", 0.0), listed("b", 1.0)]}}]);
    let item = json!({"linkId": "1", "type": "choice", "text": "Item one", "answerValueSet": "#s"});
    let reading = read(&with(of(vec![item.clone()]), "contained", set(1.0)));
    assert!(codes(&reading).is_empty(), "{:?}", codes(&reading));
    let reading = read(&with(of(vec![item]), "contained", set(3.0)));
    assert_eq!(codes(&reading), [("K-PARTIAL", Some("1"))]);
    assert_eq!(reading.form.expect("taken").items[0].values(), None);
}

#[test]
fn a_modifier_is_told_with_its_place() {
    let modifier = json!([{"url": "http://x/not", "valueBoolean": true}]);
    let set = json!([{"resourceType": "ValueSet", "id": "s", "modifierExtension": modifier}]);
    let reading = read(&with(of(vec![weighted("1")]), "contained", set));
    assert_eq!(codes(&reading), [("E-MODIFIER", None)]);
    let reason = &reading.findings[0].reason;
    assert!(reason.starts_with("a modifierExtension below its `contained`"), "{reason}");
}
