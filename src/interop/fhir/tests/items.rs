//! What is taken and what is left.

use super::*;

#[test]
fn a_weighted_choice_is_taken_with_its_weights() {
    let (form, found) = taken(vec![weighted("1"), choice("2", [Some(2.0), Some(1.0), Some(0.0)])]);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(form.format, "FHIR Questionnaire R4");
    assert_eq!(form.items[0].values(), Some(vec![0.0, 1.0, 2.0]));
    assert_eq!(form.items[1].values(), Some(vec![2.0, 1.0, 0.0]));
    assert!(form.proposals.is_empty(), "weights alone are no key");
}

#[test]
fn weights_are_found_wherever_they_stand_and_the_nearest_wins() {
    let coding = |weight: f64| json!({"code": "a", "display": "A", "extension": [{"url": WEIGHT, "valueDecimal": weight}]});
    let two = |first: Value| {
        json!({"linkId": "1", "type": "coding", "text": "Item one", "answerOption":
            [first, {"valueCoding": {"code": "b", "display": "B", "extension": [{"url": WEIGHT, "valueDecimal": 1}]}}]})
    };
    let own =
        json!({"valueCoding": coding(7.0), "extension": [{"url": ORDINAL, "valueDecimal": 3}]});
    for (first, expected) in [(json!({"valueCoding": coding(7.0)}), 7.0), (own, 3.0)] {
        let (form, _) = taken(vec![two(first)]);
        assert_eq!(form.items[0].values(), Some(vec![expected, 1.0]));
        assert_eq!(form.format, "FHIR Questionnaire R5");
    }
}

#[test]
fn a_contained_value_set_is_read_and_none_is_fetched() {
    let item = |set: &str| json!({"linkId": "1", "type": "choice", "text": "Item one", "answerValueSet": set});
    let weight = |n: f64| json!([{"url": ORDINAL, "valueDecimal": n}]);
    let composed = json!({"resourceType": "ValueSet", "id": "vs", "url": "http://x/vs", "compose": {"include": [{"system": "urn:x", "concept": [
        {"code": "a", "display": "A", "extension": weight(0.0)}, {"code": "b", "display": "B", "extension": weight(1.0)}]}]}});
    let expanded = json!({"resourceType": "ValueSet", "id": "vs", "expansion": {"contains": [
        {"system": "urn:x", "code": "a", "display": "A", "property": [{"code": "itemWeight", "valueDecimal": 0}]},
        {"system": "urn:x", "code": "b", "display": "B", "property": [{"code": "itemWeight", "valueDecimal": 1}]}]}});
    for set in [composed.clone(), expanded] {
        let reading = read(&with(of(vec![item("#vs")]), "contained", json!([set])));
        assert_eq!(reading.form.expect("taken").items[0].values(), Some(vec![0.0, 1.0]));
    }
    let by_url = read(&with(of(vec![item("http://x/vs|1.0")]), "contained", json!([composed])));
    assert!(by_url.form.is_some(), "the set is in the file, whatever it is called by");
    leaves(item("http://terminology.example/vs"), "E-EXTERNAL-VS");
    leaves(item("#missing"), "E-EXTERNAL-VS");
    let by_rule = json!({"resourceType": "ValueSet", "id": "vs", "compose": {"include": [{"system": "urn:x", "filter": [{}]}]}});
    let reading = read(&with(of(vec![item("#vs")]), "contained", json!([by_rule])));
    assert!(codes(&reading).contains(&("E-EXTERNAL-VS", Some("1"))));
}

#[test]
fn files_of_other_kinds_are_refused() {
    refused(&json!({"resourceType": "Patient"}), "E-TYPE");
    refused(&json!({"title": "x"}), "E-TYPE");
    refused(&json!([1]), "E-TYPE");
    refused(&json!({"resourceType": "Questionnaire", "group": {"linkId": "1"}}), "E-TYPE");
    refused(
        &json!({"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Patient"}}]}),
        "E-TYPE",
    );
    refused(
        &of(vec![with(unweighted("1"), "option", json!([{"valueCoding": {"code": "a"}}]))]),
        "E-STU3",
    );
    refused(&of(vec![with(unweighted("1"), "options", json!({"reference": "#x"}))]), "E-STU3");
    let asked = json!([{"question": "1", "hasAnswer": true}]);
    refused(&of(vec![weighted("1"), with(weighted("2"), "enableWhen", asked)]), "E-STU3");
    let old = json!([{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue", "valueDecimal": 1}]);
    refused(&of(vec![with(weighted("1"), "extension", old)]), "E-STU3");
    refused(&with(of(vec![weighted("1")]), "implicitRules", json!("http://x")), "E-MODIFIER");
    let modifier = json!([{"url": "http://x", "valueBoolean": true}]);
    refused(&with(of(vec![weighted("1")]), "modifierExtension", modifier.clone()), "E-MODIFIER");
    refused(&of(vec![with(weighted("1"), "modifierExtension", modifier.clone())]), "E-MODIFIER");
    let of_no_shape = with(of(vec![weighted("1")]), "modifierExtension", modifier[0].clone());
    refused(&of_no_shape, "E-MODIFIER");
    refused(&of(vec![weighted("1"), weighted("1")]), "E-LINKID");
    refused(&of(vec![weighted("1"), json!({"type": "display", "text": "x"})]), "E-LINKID");
    refused(&of(vec![]), "E-NOTHING");
}

#[test]
fn a_bundle_holds_exactly_one_or_one_is_named() {
    let named = |id: &str| with(of(vec![weighted("1")]), "id", json!(id));
    let bundle = |ids: &[&str]| {
        let entries: Vec<Value> = ids.iter().map(|id| json!({"resource": named(id)})).collect();
        json!({"resourceType": "Bundle", "type": "collection", "entry": entries})
    };
    assert!(read(&bundle(&["a"])).form.is_some());
    let two = bundle(&["a", "b"]);
    let Outcome::Several(candidates) = read_fhir(&two, Wanted::default()) else { panic!("one") };
    assert_eq!(candidates.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    let wanted = Wanted { one: Some("b"), ..Wanted::default() };
    assert!(read_as(&two, wanted).form.is_some());
    let unknown = Wanted { one: Some("c"), ..Wanted::default() };
    assert!(matches!(read_fhir(&two, unknown), Outcome::Several(_)));
    // Two of one id go by what tells them apart.
    let mut same = bundle(&["a", "a", "a"]);
    for (place, url) in [(0, "urn:q"), (1, "urn:q"), (2, "urn:r")] {
        same["entry"][place]["resource"]["url"] = json!(url);
    }
    same["entry"][1]["resource"]["version"] = json!("2");
    for wanted in [Wanted::default(), Wanted { one: Some("a"), ..Wanted::default() }] {
        let Outcome::Several(candidates) = read_fhir(&same, wanted) else { panic!("one") };
        let told: Vec<&str> = candidates.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(told, ["#1", "urn:q|2", "urn:r"]);
        for name in told {
            let wanted = Wanted { one: Some(name), ..Wanted::default() };
            assert!(read_as(&same, wanted).form.is_some(), "{name}");
        }
    }
}

#[test]
fn what_a_bundle_says_of_the_questionnaire_holds_for_it() {
    let modifier = json!([{"url": "http://x/y", "valueBoolean": true}]);
    let resource = of(vec![weighted("1")]);
    let bundle = |entries: Vec<Value>| json!({"resourceType": "Bundle", "type": "collection", "entry": entries});
    let entry = json!({"resource": resource});
    let patient = json!({"resource": {"resourceType": "Patient", "modifierExtension": modifier}, "modifierExtension": modifier});
    refused(
        &with(bundle(vec![entry.clone()]), "modifierExtension", modifier.clone()),
        "E-MODIFIER",
    );
    refused(&with(bundle(vec![entry.clone()]), "implicitRules", json!("http://x/y")), "E-MODIFIER");
    refused(
        &bundle(vec![with(entry.clone(), "modifierExtension", modifier.clone())]),
        "E-MODIFIER",
    );
    let request = json!({"method": "PUT", "url": "Questionnaire/x", "modifierExtension": modifier});
    refused(&bundle(vec![with(entry.clone(), "request", request)]), "E-MODIFIER");
    assert!(read(&bundle(vec![patient, entry])).form.is_some(), "another entry is its own matter");
}

#[test]
fn a_value_set_that_is_not_whole_is_refused() {
    let item =
        json!({"linkId": "1", "type": "choice", "text": "Item one", "answerValueSet": "#vs"});
    let codes_of = |content: &str| {
        json!({"resourceType": "CodeSystem", "url": "urn:x", "content": content, "concept": [
        {"code": "a", "display": "A", "concept": [{"code": "b", "display": "B"}]}]})
    };
    let two = json!([{"code": "a", "display": "A"}, {"code": "b", "display": "B"}]);
    let of_set =
        |part: &str, value: Value| json!({"resourceType": "ValueSet", "id": "vs", part: value});
    let composed = |include: Value| of_set("compose", json!({"include": [include]}));
    let read_with =
        |sets: Vec<Value>| read(&with(of(vec![item.clone()]), "contained", json!(sets)));
    let all = composed(json!({"system": "urn:x"}));
    let whole = read_with(vec![all.clone(), codes_of("complete")]);
    assert_eq!(
        whole.form.expect("taken").items[0].choices().map(<[_]>::len),
        Some(2),
        "nested codes count"
    );
    for sets in [
        vec![all.clone(), codes_of("fragment")],
        vec![all],
        vec![of_set("expansion", json!({"total": 3, "contains": two}))],
        vec![composed(json!({"system": "urn:x", "concept": two, "valueSet": ["http://x/other"]}))],
        vec![of_set(
            "compose",
            json!({"include": [{"system": "urn:x", "concept": two}], "exclude": [{"system": "urn:x"}]}),
        )],
    ] {
        let reading = read_with(sets);
        assert!(codes(&reading).contains(&("E-EXTERNAL-VS", Some("1"))), "{:?}", codes(&reading));
    }
    let heading =
        json!({"total": 3, "contains": [{"abstract": true, "display": "All", "contains": two}]});
    assert!(read_with(vec![of_set("expansion", heading)]).form.is_some());
}

#[test]
fn items_that_would_be_scored_and_cannot_are_left() {
    leaves(with(weighted("x"), "repeats", json!(true)), "E-REPEATS");
    leaves(with(weighted("x"), "type", json!("open-choice")), "E-OPEN");
    let open = with(
        with(weighted("x"), "type", json!("coding")),
        "answerConstraint",
        json!("optionsOrString"),
    );
    leaves(open, "E-OPEN");
    let when = json!([{"question": "kept", "operator": "exists", "answerBoolean": true}]);
    leaves(with(weighted("x"), "enableWhen", when), "E-BRANCH");
    let expression =
        json!([{"url": "http://x/sdc-questionnaire-enableWhenExpression", "valueExpression": {}}]);
    leaves(with(weighted("x"), "extension", expression), "E-BRANCH");
    leaves(with(weighted("x"), "answerOption", json!([{"valueString": "one"}])), "E-OPTION");
    leaves(
        with(weighted("x"), "answerOption", json!([{"valueCoding": {}}, {"valueString": "b"}])),
        "E-OPTION",
    );
    leaves(
        with(weighted("x"), "answerOption", json!([option("a", None), option("a", None)])),
        "E-OPTION",
    );
    leaves(json!({"linkId": "x", "type": "choice", "text": "Item x"}), "E-OPTION");
    for kind in [
        "string",
        "text",
        "date",
        "dateTime",
        "time",
        "url",
        "reference",
        "attachment",
        "quantity",
        "integer",
        "decimal",
        "banana",
    ] {
        leaves(json!({"linkId": "x", "type": kind, "text": "Item x"}), "E-TYPE-ITEM");
    }
}

#[test]
fn a_code_of_two_systems_is_two_options() {
    let of_system =
        |system: &str| json!({"valueCoding": {"system": system, "code": "a", "display": system}});
    let item = with(weighted("1"), "answerOption", json!([of_system("urn:x"), of_system("urn:y")]));
    let (form, _) = taken(vec![item]);
    assert_eq!(form.items[0].choices().map(<[_]>::len), Some(2));
}

#[test]
fn what_stands_below_a_question_is_left_but_for_display() {
    let child = with(
        weighted("1"),
        "item",
        json!([weighted("1.1"), {"linkId": "1.2", "type": "display", "text": "x"}]),
    );
    let (form, found) = taken(vec![child]);
    assert_eq!(form.items.len(), 1);
    assert_eq!(found, [("E-CHILD", Some("1.1".to_owned())), ("W-IGNORED", None)]);
    let shown = json!({"linkId": "d", "type": "display", "text": "x", "item": [weighted("d.1")]});
    assert_eq!(
        taken(vec![weighted("1"), shown]).1,
        [("E-CHILD", Some("d.1".to_owned())), ("W-IGNORED", None)]
    );
}

#[test]
fn groups_are_flattened_and_their_conditions_hold_for_what_is_in_them() {
    let group = |items: Value| json!({"linkId": "g", "type": "group", "text": "Over the past days", "item": items});
    let (form, _) =
        taken(vec![group(json!([weighted("1"), group(json!([weighted("2")]))["item"][0]]))]);
    assert_eq!(form.recall.as_deref(), Some("Over the past days"), "a heading over all items");
    let (form, _) = taken(vec![weighted("0"), group(json!([weighted("1")]))]);
    assert_eq!(form.items[1].text, "Over the past days: Item 1 of the sheet");
    let when = json!([{"question": "0", "operator": "=", "answerInteger": 1}]);
    let (form, found) =
        taken(vec![weighted("0"), with(group(json!([weighted("1")])), "enableWhen", when)]);
    assert_eq!(form.items.len(), 1);
    assert_eq!(found, [("E-BRANCH", Some("1".to_owned()))]);
    let (_, found) =
        taken(vec![weighted("0"), with(group(json!([weighted("1")])), "repeats", json!(true))]);
    assert_eq!(found, [("E-REPEATS", Some("g".to_owned())), ("E-REPEATS", Some("1".to_owned()))]);
}
