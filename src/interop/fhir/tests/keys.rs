//! Weights, totals and what is said beside them.

use super::*;

#[test]
fn doubtful_weights_are_taken_to_be_confirmed() {
    let found = |item: Value| taken(vec![item]);
    let (form, codes) = found(choice("1", [Some(0.0), None, Some(2.0)]));
    assert_eq!(codes, [("K-PARTIAL", Some("1".to_owned()))]);
    assert_eq!(form.items[0].values(), None, "no value is made up");
    let (form, codes) = found(choice("1", [Some(0.0), Some(1.0), Some(1.0)]));
    assert_eq!((codes, form.items[0].values()), (vec![("K-TIES", Some("1".to_owned()))], None));
    let numbers = json!([{"valueInteger": 12, "extension": [{"url": ORDINAL, "valueDecimal": 1}]}, {"valueInteger": 34, "extension": [{"url": ORDINAL, "valueDecimal": 2}]}]);
    let (form, codes) = found(with(weighted("1"), "answerOption", numbers));
    assert_eq!(codes, [("K-REPEATKEY", Some("1".to_owned()))]);
    assert_eq!(form.items[0].values(), Some(vec![1.0, 2.0]), "the weight is preferred");
    let text = json!([{"valueString": "a", "extension": [{"url": ORDINAL, "valueString": "1"}]}, {"valueString": "b"}]);
    let (form, codes) = found(with(weighted("1"), "answerOption", text));
    assert_eq!((codes, form.items[0].values()), (vec![("K-PARTIAL", Some("1".to_owned()))], None));
}

#[test]
fn without_weights_values_are_asked_for_and_codes_are_only_offered() {
    let numbered = json!([{"valueCoding": {"code": "5", "display": "A"}}, {"valueCoding": {"code": "1", "display": "B"}}]);
    let (form, codes) = taken(vec![with(weighted("1"), "answerOption", numbered)]);
    assert_eq!(codes, [("W-NOWEIGHT", Some("1".to_owned()))]);
    assert_eq!((form.items[0].values(), form.items[0].codes()), (None, Some(vec![5.0, 1.0])));
    let (form, codes) = taken(vec![with(
        weighted("1"),
        "answerOption",
        json!([{"valueInteger": 1}, {"valueInteger": 2}]),
    )]);
    assert!(codes.is_empty());
    assert_eq!(form.items[0].values(), Some(vec![1.0, 2.0]), "a whole number is its own value");
    let (form, codes) = taken(vec![json!({"linkId": "1", "type": "boolean", "text": "Item one"})]);
    assert_eq!(
        (codes, &form.items[0].kind),
        (vec![("W-NOWEIGHT", Some("1".to_owned()))], &FormKind::YesNo)
    );
}

#[test]
fn a_prefilled_answer_is_ignored_on_purpose() {
    let item = with(weighted("1"), "initial", json!([{"valueCoding": {"code": "a"}}]));
    assert_eq!(taken(vec![item]).1, [("W-INITIAL", Some("1".to_owned()))]);
}

#[test]
fn a_number_needs_its_limits() {
    let limits = json!([{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0}, {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 10}]);
    let (form, _) = taken(vec![
        json!({"linkId": "1", "type": "integer", "text": "Item one", "extension": limits}),
    ]);
    assert_eq!(
        form.items[0].kind,
        FormKind::Number { min: 0.0, max: 10.0, step: Some(1.0), unit: None }
    );
}

fn total(expression: &str, language: &str) -> Value {
    json!({"linkId": "T", "type": "decimal", "text": "Total", "readOnly": true, "extension": [{"url": CALCULATED, "valueExpression": {"language": language, "expression": expression}}]})
}

#[test]
fn a_total_is_not_asked_and_known_sums_are_proposed() {
    let path = "text/fhirpath";
    for expression in [
        "%resource.repeat(item).answer.weight().sum()",
        "%resource.item.where(linkId != 'T').answer.weight().sum()",
        "(%resource.repeat(item).where(linkId='1').answer.valueCoding.ordinal() | 0).first() + (%resource.repeat(item).where(linkId='2').answer.valueCoding.ordinal() | 0).first()",
    ] {
        let (form, found) = taken(vec![weighted("1"), weighted("2"), total(expression, path)]);
        assert_eq!(found, [("K-TOTAL", Some("T".to_owned()))], "{expression}");
        assert_eq!(form.proposals[0].items, ["1", "2"], "{expression}");
        assert_eq!(form.items.len(), 2);
    }
}

#[test]
fn an_expression_that_is_not_known_or_finds_nothing_is_said() {
    let cases =
        [("ScoreFull", "text/cql"), ("%resource.item.answer.value.sum() / 2", "text/fhirpath")];
    for (expression, language) in cases {
        let (form, found) = taken(vec![weighted("1"), total(expression, language)]);
        assert_eq!(found, [("K-TOTAL", Some("T".to_owned())), ("K-EXPR", Some("T".to_owned()))]);
        assert!(form.proposals.is_empty());
    }
    // Its items sit inside a group, where an expression without `repeat` finds none.
    let group = json!({"linkId": "g", "type": "group", "item": [weighted("1"), weighted("2")]});
    let expression = "%resource.item.where(linkId!='T').answer.weight().sum()";
    let (form, found) = taken(vec![group, total(expression, "text/fhirpath")]);
    assert!(
        found.contains(&("K-EXPR", Some("T".to_owned()))) && form.proposals.is_empty(),
        "{found:?}"
    );
}

/// A variable that is the weight of the answer to `answered` by the options of `link`.
fn weight_variable(name: &str, link: &str, answered: &str, address: &str) -> Value {
    let expression = format!(
        "%questionnaire.item.where(linkId='{link}').answerOption.where(valueCoding.code=%resource.item.where(linkId='{answered}').answer.valueCoding.code).extension.where(url={address}).valueDecimal"
    );
    variable(name, &expression)
}

fn variable(name: &str, expression: &str) -> Value {
    json!({"url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": {"name": name, "language": "text/fhirpath", "expression": expression}})
}

/// Three weighted items and a total over variables.
fn with_variables(expression: &str, variables: &[Value]) -> Reading {
    let items =
        vec![weighted("1"), weighted("2"), weighted("3"), total(expression, "text/fhirpath")];
    read(&with(of(items), "extension", json!(variables)))
}

#[test]
fn a_sum_of_variables_is_proposed() {
    let variables = [
        variable("scoreExt", &format!("'{ORDINAL}'")),
        variable("any", "%a.exists() or %b.exists()"),
        weight_variable("a", "1", "1", "%scoreExt"),
        weight_variable("b", "2", "2", &format!("'{WEIGHT}'")),
    ];
    for expression in [
        "iif(%any, iif(%a.exists(), %a, 0) + iif(%b.exists(), %b, 0), {})",
        "iif(%a.exists() and %b.exists(), %a + %b, {})",
        "%a + %b",
    ] {
        let reading = with_variables(expression, &variables);
        assert_eq!(codes(&reading), [("K-TOTAL", Some("T"))], "{expression}");
        assert_eq!(reading.form.expect("taken").proposals[0].items, ["1", "2"], "{expression}");
    }
}

#[test]
fn a_variable_that_is_no_weight_of_its_own_item_proposes_nothing() {
    let ordinal = format!("'{ORDINAL}'");
    let one = weight_variable("a", "1", "1", &ordinal);
    let minus = one["valueExpression"]["expression"].as_str().expect("an expression");
    let minus = variable("b", &format!("{minus} - 1"));
    for second in [
        weight_variable("b", "2", "3", &ordinal),
        weight_variable("b", "2", "2", "'http://x/y'"),
        weight_variable("b", "2", "2", "%unknown"),
        weight_variable("a", "2", "2", &ordinal),
        minus,
    ] {
        let reading = with_variables("%a + %b", &[one.clone(), second.clone()]);
        assert!(codes(&reading).contains(&("K-EXPR", Some("T"))), "{second}");
        assert!(reading.form.expect("taken").proposals.is_empty(), "{second}");
    }
    let two = weight_variable("b", "2", "2", &ordinal);
    for expression in
        ["iif(%a > 2, %a + %b, {})", "iif(%any, %a + %b, {})", "%a + %a", "%a - %b", "%a + %b * 2"]
    {
        let reading = with_variables(expression, &[one.clone(), two.clone()]);
        assert!(codes(&reading).contains(&("K-EXPR", Some("T"))), "{expression}");
        assert!(reading.form.expect("taken").proposals.is_empty(), "{expression}");
    }
}

#[test]
fn an_expression_of_another_shape_proposes_no_part_of_it() {
    let term = |link: &str, more: &str| {
        format!(
            "(%resource.repeat(item).where(linkId='{link}').answer.valueCoding.ordinal(){more} | 0).first()"
        )
    };
    let (one, two) = (term("1", ""), term("2", ""));
    for expression in [
        format!("{one} - {two}"),
        format!("{} + {two}", term("1", "*2")),
        format!("{} + {two}", term("1", "*-1")),
        format!("{} + {two}", term("1", ".where($this > 1)")),
        format!("{one} - {two} + {}", term("3", "")),
        format!("{one} + {one}"),
        "%resource.item.where(linkId != '2' and linkId != 'T').answer.weight().sum()".to_owned(),
        "%resource.item.where(linkId != '2' or linkId != 'T').answer.weight().sum()".to_owned(),
        "%resource.item.where(linkId != '2').where(linkId != 'T').answer.weight().sum()".to_owned(),
        "%resource.repeat(item).answer.weight().sum() * 2".to_owned(),
    ] {
        let total = total(&expression, "text/fhirpath");
        let (form, found) = taken(vec![weighted("1"), weighted("2"), weighted("3"), total]);
        assert!(found.contains(&("K-EXPR", Some("T".to_owned()))), "{expression}: {found:?}");
        assert!(form.proposals.is_empty(), "{expression}");
    }
}

#[test]
fn a_total_over_an_item_that_was_left_is_not_cut_to_the_rest() {
    let when = json!([{"question": "1", "operator": "=", "answerInteger": 1}]);
    let long = with(weighted("2"), "text", json!("x".repeat(2001)));
    let elsewhere =
        json!({"linkId": "2", "type": "choice", "text": "Item", "answerValueSet": "http://x/set"});
    let sums = [
        "%resource.repeat(item).answer.weight().sum()",
        "%resource.item.where(linkId != 'T').answer.weight().sum()",
        "(%resource.repeat(item).where(linkId='1').answer.valueCoding.ordinal() | 0).first() + (%resource.repeat(item).where(linkId='2').answer.valueCoding.ordinal() | 0).first()",
    ];
    for left in [with(weighted("2"), "enableWhen", when), long, elsewhere] {
        for expression in sums {
            let reading =
                read(&of(vec![weighted("1"), left.clone(), total(expression, "text/fhirpath")]));
            let told = reading.findings.iter().find(|finding| finding.code == Code::Expression);
            assert!(told.is_some_and(|told| told.reason.contains("counts `2`")), "{expression}");
            assert!(reading.form.expect("taken").proposals.is_empty(), "{expression}");
        }
    }
    let unweighted = unweighted("2");
    let (form, _) = taken(vec![weighted("1"), unweighted, total(sums[0], "text/fhirpath")]);
    assert_eq!(form.proposals[0].items, ["1"], "what has no weights adds nothing");
}

#[test]
fn different_values_in_one_total_are_said() {
    let wide = choice("2", [Some(0.0), Some(5.0), Some(9.0)]);
    let (_, found) = taken(vec![
        weighted("1"),
        wide,
        total("%resource.repeat(item).answer.weight().sum()", "text/fhirpath"),
    ]);
    assert!(found.contains(&("W-SCALES", None)), "{found:?}");
}

#[test]
fn translations_are_chosen_by_language() {
    let translation = json!({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [{"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": "Pregunta uno"}]}]});
    let file = of(vec![with(weighted("1"), "_text", translation)]);
    let wanted = Wanted { language: Some("es"), ..Wanted::default() };
    let form = read_as(&file, wanted).form.expect("taken");
    assert_eq!(
        (form.items[0].text.as_str(), form.language.as_deref()),
        ("Pregunta uno", Some("es"))
    );
}

#[test]
fn what_cannot_be_scored_is_taken_where_that_is_wanted() {
    let wanted = Wanted { unscored: true, ..Wanted::default() };
    let file = of(vec![
        json!({"linkId": "1", "type": "text", "text": "Item one"}),
        with(weighted("2"), "type", json!("open-choice")),
    ]);
    let form = read_as(&file, wanted).form.expect("taken");
    assert_eq!(form.items[0].kind, FormKind::Text);
    let FormKind::Open(options) = &form.items[1].kind else { panic!("{:?}", form.items[1]) };
    assert_eq!(options.len(), 3);
    assert!(!form.items[1].is_scorable(), "its weights are no key for other answers");
    let constrained = with(
        with(weighted("2"), "type", json!("coding")),
        "answerConstraint",
        json!("optionsOrString"),
    );
    let form = read_as(&of(vec![weighted("1"), constrained]), wanted).form.expect("taken");
    assert!(matches!(form.items[1].kind, FormKind::Open(_)));
}

#[test]
fn nothing_that_is_computed_or_read_only_is_asked() {
    let calculated = json!([{"url": CALCULATED, "valueExpression": {"language": "text/cql", "expression": "x"}}]);
    let wanted = Wanted { unscored: true, ..Wanted::default() };
    for kind in ["boolean", "string", "text", "choice", "decimal"] {
        let item = |key: &str, value: Value| {
            of(vec![weighted("1"), with(with(weighted("x"), "type", json!(kind)), key, value)])
        };
        let reading = read_as(&item("extension", calculated.clone()), wanted);
        assert!(codes(&reading).contains(&("K-TOTAL", Some("x"))), "{kind}");
        assert_eq!(reading.form.expect("taken").items.len(), 1, "{kind}");
        let reading = read_as(&item("readOnly", json!(true)), wanted);
        let code = if kind == "decimal" { "K-TOTAL" } else { "E-TYPE-ITEM" };
        assert!(codes(&reading).contains(&(code, Some("x"))), "{kind}");
        assert_eq!(reading.form.expect("taken").items.len(), 1, "{kind}");
    }
}

#[test]
fn an_instrument_with_a_key_is_named_and_its_key_is_not_taken() {
    let loinc = |code: &str| json!([{"system": "http://loinc.org", "code": code}]);
    let whole = with(of(vec![weighted("1")]), "code", loinc("44249-1"));
    let by_item = of(vec![with(weighted("1"), "code", loinc("44260-8"))]);
    let by_address = with(of(vec![weighted("1")]), "url", json!("http://loinc.org/q/44249-1"));
    for file in [whole, by_item, by_address] {
        let reading = read(&file);
        assert_eq!(codes(&reading), [("K-KNOWN", None)]);
        assert!(reading.findings[0].reason.contains("`--key phq-9`"));
        assert!(reading.form.expect("taken").proposals.is_empty());
    }
    let other_system = json!([{"system": "urn:x", "code": "44249-1"}]);
    assert!(read(&with(of(vec![weighted("1")]), "code", other_system)).findings.is_empty());
}

#[test]
fn a_language_that_the_file_has_not_is_said() {
    let wanted = Wanted { language: Some("de"), ..Wanted::default() };
    let reading = read_as(&of(vec![weighted("1")]), wanted);
    assert_eq!(codes(&reading), [("W-ABSENT", None)]);
    assert_eq!(reading.form.expect("taken").language.as_deref(), Some("en"));
    let mut silent = of(vec![weighted("1")]);
    silent.as_object_mut().expect("an object").remove("language");
    let form = read_as(&silent, wanted).form.expect("taken");
    assert_eq!(form.language.as_deref(), Some("de"), "the person says what the file does not");
}

#[test]
fn what_is_absent_and_passed_over_is_said() {
    let mut file = of(vec![with(
        weighted("1"),
        "extension",
        json!([{"url": "http://x/StructureDefinition/shiny", "valueBoolean": true}]),
    )]);
    file.as_object_mut().expect("an object").remove("status");
    let reading = read(&file);
    assert!(reading.form.is_some());
    let said: Vec<Code> = reading.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(said, [Code::Absent, Code::Ignored]);
    let address = json!([{"url": "http://x/shiny/", "valueBoolean": true}]);
    let reading = read(&of(vec![with(weighted("1"), "extension", address)]));
    assert_eq!(reading.findings[0].reason, "extensions passed over: http://x/shiny/");
}
