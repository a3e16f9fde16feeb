//! What must not be passed over without a word: texts, weights in odd places, items that are elsewhere.

use super::*;

const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
const ELSEWHERE: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-subQuestionnaire";

fn reasons<'r>(reading: &'r Reading, code: &str) -> Vec<&'r str> {
    let of_code = reading.findings.iter().filter(|finding| finding.code.name() == code);
    of_code.map(|finding| finding.reason.as_str()).collect()
}

#[test]
fn where_nothing_is_left_each_item_has_its_reason() {
    let several = |link: &str| with(unweighted(link), "repeats", json!(true));
    let reading = read(&of(vec![several("a"), several("b")]));
    assert!(reading.form.is_none());
    assert_eq!(
        codes(&reading),
        [("E-REPEATS", Some("a")), ("E-REPEATS", Some("b")), ("E-NOTHING", None)]
    );
    assert!(reasons(&reading, "E-REPEATS")[0].contains("`--unscored`"), "{:?}", reading.findings);
    let (_, found) = taken(vec![several("a"), weighted("b")]);
    assert_eq!(found, [], "beside an item that can be scored it is taken unscored");
}

#[test]
fn texts_to_read_are_named() {
    let display = |link: &str| json!({"linkId": link, "type": "display", "text": "Read this"});
    let group = json!({"linkId": "g", "type": "group", "item": [display("in"), weighted("a")]});
    let asked = with(weighted("b"), "item", json!([display("help")]));
    let reading = read(&of(vec![display("top"), group, asked]));
    assert_eq!(codes(&reading), [("W-IGNORED", None)]);
    let said = reasons(&reading, "W-IGNORED");
    assert_eq!(said, ["texts to read passed over: `top`, `in`, `help`"]);
}

#[test]
fn weights_beside_simple_values_count() {
    let beside = |key: &str, value: Value, weight: Value| json!({key: value, format!("_{key}"): {"extension": [{"url": ORDINAL, "valueDecimal": weight}]}});
    let with_options = |link: &str, options: Vec<Value>| json!({"linkId": link, "type": "string", "text": format!("Item {link}"), "answerOption": options});
    let words = ["Low", "Mid", "High"]
        .iter()
        .zip([2, 1, 0])
        .map(|(word, weight)| beside("valueString", json!(word), json!(weight)));
    let numbers = (1..=3).map(|own| beside("valueInteger", json!(own), json!(own * 10)));
    let (form, found) = taken(vec![
        with_options("words", words.collect()),
        with(with_options("numbers", numbers.collect()), "type", json!("integer")),
    ]);
    assert_eq!(form.items[0].values(), Some(vec![2.0, 1.0, 0.0]));
    assert_eq!(form.items[1].values(), Some(vec![10.0, 20.0, 30.0]));
    assert_eq!(found, [("K-REPEATKEY", Some("numbers".to_owned()))]);
    // An option's own weight goes before it, and half of them is half a key.
    let mut half = with_options("half", vec![beside("valueString", json!("Low"), json!(0))]);
    half["answerOption"].as_array_mut().expect("options").push(json!({"valueString": "High"}));
    let mut own = weighted("own");
    let shadow = json!({"extension": [{"url": ORDINAL, "valueDecimal": 7}]});
    own["answerOption"][0]["valueCoding"]["_code"] = shadow.clone();
    let mut coding = unweighted("coding");
    coding["answerOption"][0]["valueCoding"]["_display"] = shadow;
    let (form, found) = taken(vec![half, own, coding]);
    assert_eq!(form.items[1].values(), Some(vec![0.0, 1.0, 2.0]));
    assert_eq!(
        found,
        [("K-PARTIAL", Some("half".to_owned())), ("K-PARTIAL", Some("coding".to_owned()))]
    );
}

#[test]
fn a_form_of_parts_that_are_elsewhere_has_no_total() {
    let place = |kind: &str, more: Value| json!({"linkId": "part", "type": kind, "text": "Part", "item": more, "extension": [{"url": ELSEWHERE, "valueCanonical": "http://example.org/q"}]});
    let total = json!({"linkId": "sum", "type": "integer", "text": "Total", "extension": [{"url": CALCULATED, "valueExpression": {"language": "text/fhirpath", "expression": "%resource.repeat(item).answer.weight().sum()"}}]});
    for kind in ["display", "group"] {
        let reading = read(&of(vec![weighted("a"), place(kind, json!([])), total.clone()]));
        assert_eq!(
            codes(&reading),
            [("E-EXTERNAL", Some("part")), ("K-TOTAL", Some("sum")), ("K-EXPR", Some("sum"))]
        );
        assert!(reading.form.expect("taken").proposals.is_empty());
    }
    let reading = read(&of(vec![weighted("a"), place("group", json!([weighted("b")]))]));
    assert_eq!(codes(&reading), [("E-EXTERNAL", Some("part")), ("E-EXTERNAL", Some("b"))]);
    assert_eq!(reading.form.expect("taken").items.len(), 1);
}

#[test]
fn options_that_an_expression_gives_depend_on_more_than_the_file() {
    for name in ["answerExpression", "candidateExpression"] {
        let url =
            format!("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-{name}");
        let extension = json!([{"url": url, "valueExpression": {"language": "text/fhirpath", "expression": "%x"}}]);
        let item =
            json!({"linkId": "e", "type": "choice", "text": "Item e", "extension": extension});
        let reading = read(&of(vec![weighted("a"), item.clone()]));
        assert_eq!(codes(&reading)[0], ("E-BRANCH", Some("e")), "{name}");
        assert!(!codes(&reading).contains(&("E-OPTION", Some("e"))), "{name}");
        leaves(item, "E-BRANCH");
    }
}

#[test]
fn an_expansion_with_less_than_its_value_set_is_doubtful() {
    let concept = |code: &str, weight: i32| json!({"code": code, "display": code, "extension": [{"url": ORDINAL, "valueDecimal": weight}]});
    let (low, mid, high) = (concept("a", 0), concept("b", 1), concept("c", 2));
    let item = json!({"linkId": "1", "type": "choice", "text": "Item", "answerValueSet": "#vs"});
    let file = |listed: Value| {
        let set = json!({"resourceType": "ValueSet", "id": "vs", "expansion": {"contains": listed}, "compose": {"include": [{"system": "urn:x", "concept": [low, mid, high]}]}});
        with(of(vec![item.clone()]), "contained", json!([set]))
    };
    let reading = read(&file(json!([low, high])));
    assert_eq!(codes(&reading), [("K-PARTIAL", Some("1"))]);
    assert!(reasons(&reading, "K-PARTIAL")[0].contains("composed of 3 options"));
    assert_eq!(reading.form.expect("taken").items[0].values(), Some(vec![0.0, 2.0]));
    assert_eq!(codes(&read(&file(json!([low, mid, high])))), []);
}

#[test]
fn limits_and_marks_that_cannot_be_read_are_said() {
    let extension = |name: &str, key: &str, value: Value| json!({"url": format!("http://hl7.org/fhir/StructureDefinition/{name}"), key: value});
    let number = |more: Vec<Value>| {
        let limits = [
            extension("minValue", "valueInteger", json!(0)),
            extension("maxValue", "valueInteger", json!(10)),
        ];
        let all: Vec<Value> = limits.into_iter().chain(more).collect();
        json!({"linkId": "n", "type": "integer", "text": "Item n", "extension": all})
    };
    leaves(number(vec![extension("minValue", "valueInteger", json!(1))]), "E-TYPE-ITEM");
    let same = number(vec![extension("minValue", "valueDecimal", json!(0.0))]);
    assert_eq!(taken(vec![same]).1, []);
    let step = |step: i32| extension("questionnaire-sliderStepValue", "valueInteger", json!(step));
    assert_eq!(taken(vec![number(vec![step(5)])]).1, []);
    let reading = read(&of(vec![number(vec![step(3)])]));
    assert_eq!(codes(&reading), [("W-IGNORED", Some("n"))]);
    assert!(reasons(&reading, "W-IGNORED")[0].contains("does not divide 0 to 10"));
    let hidden = json!([{"url": HIDDEN, "valueString": "true"}]);
    leaves(with(weighted("h"), "extension", hidden), "E-TYPE-ITEM");
}
