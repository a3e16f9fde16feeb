"""Checks FHIR Bundles with fhir.resources and by the rules of R4 that it leaves out.

For every rule a copy of a good Bundle is broken in just that way; a rule that does not notice fails the run.
"""

import copy
import json
import re
import sys

from fhir.resources.R4B.bundle import Bundle
from pydantic import ValidationError

ITEM_TYPES = {
    "group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text",
    "url", "choice", "open-choice", "attachment", "reference", "quantity",
}
OPERATORS = {"exists", "=", "!=", ">", "<", ">=", "<="}
RESPONSE_STATUS = {"in-progress", "completed", "amended", "entered-in-error", "stopped"}
OBSERVATION_STATUS = {
    "registered", "preliminary", "final", "amended", "corrected", "cancelled", "entered-in-error", "unknown",
}
ABSENT = {
    "unknown", "asked-unknown", "temp-unknown", "not-asked", "asked-declined", "masked", "not-applicable",
    "unsupported", "as-text", "error", "not-a-number", "negative-infinity", "positive-infinity",
    "not-performed", "not-permitted",
}
IDENTITY = {"subject", "author", "source", "performer", "encounter", "device", "identifier", "publisher", "contact"}
UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def walk(value, path=""):
    """Gives every value in a tree with its path."""
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from walk(part, f"{path}.{key}")


def resources(bundle, kind):
    return [entry["resource"] for entry in bundle.get("entry", []) if entry["resource"]["resourceType"] == kind]


def values(element, name="value"):
    return [key for key in element if key.startswith(name) and key != name]


def nothing_is_empty(bundle):
    for path, value in walk(bundle):
        if value in ([], {}, None) or isinstance(value, str) and not value.strip():
            yield f"{path} is empty"


def decimals_are_numbers(bundle):
    for path, value in walk(bundle):
        if path.endswith(("Decimal", "valueQuantity.value")) and (isinstance(value, bool) or not isinstance(value, (int, float))):
            yield f"{path} is no number"


def text_has_no_control_characters(bundle):
    for path, value in walk(bundle):
        if isinstance(value, str) and any(ord(c) < 32 and c not in "\t\r\n" for c in value):
            yield f"{path} has a control character"


def entries_have_their_own_url(bundle):
    urls = [entry.get("fullUrl", "") for entry in bundle.get("entry", [])]
    for url in urls:
        if not UUID.fullmatch(url) or urls.count(url) > 1:
            yield f"fullUrl {url}"


def references_resolve(bundle):
    urls = {entry["fullUrl"] for entry in bundle.get("entry", [])}
    for path, value in walk(bundle):
        if path.endswith(".reference") and value not in urls:
            yield f"{path} leads nowhere"


def questionnaires_are_there(bundle):
    known = {f"{each['url']}|{each['version']}": each for each in resources(bundle, "Questionnaire")}
    for response in resources(bundle, "QuestionnaireResponse"):
        if response.get("questionnaire") not in known:
            yield f"the questionnaire {response.get('questionnaire')} is not in the Bundle"


def link_ids_are_unique(bundle):  # que-2
    for form in resources(bundle, "Questionnaire") + resources(bundle, "QuestionnaireResponse"):
        links = [item["linkId"] for item in form.get("item", [])]
        if len(links) != len(set(links)):
            yield "a linkId is there twice"


def items_are_those_asked(bundle):
    forms = {f"{each['url']}|{each['version']}": each for each in resources(bundle, "Questionnaire")}
    for response in resources(bundle, "QuestionnaireResponse"):
        form = forms.get(response.get("questionnaire"), {})
        order = [item["linkId"] for item in form.get("item", [])]
        given = [item["linkId"] for item in response.get("item", [])]
        if given != [link for link in order if link in given]:
            yield "items are unknown or out of order"


def codes_are_bound(bundle):
    for form in resources(bundle, "Questionnaire"):
        if form["status"] not in {"draft", "active", "retired", "unknown"}:
            yield f"status {form['status']}"
        yield from (f"type {item['type']}" for item in form.get("item", []) if item["type"] not in ITEM_TYPES)
    for response in resources(bundle, "QuestionnaireResponse"):
        if response["status"] not in RESPONSE_STATUS:
            yield f"status {response['status']}"
    for observation in resources(bundle, "Observation"):
        if observation["status"] not in OBSERVATION_STATUS:
            yield f"status {observation['status']}"
        for coding in observation.get("dataAbsentReason", {}).get("coding", []):
            if coding["code"] not in ABSENT:
                yield f"reason {coding['code']}"


def options_belong_to_choices(bundle):  # que-5, narrowed to what is written
    for form in resources(bundle, "Questionnaire"):
        for item in form.get("item", []):
            if bool(item.get("answerOption")) != (item["type"] == "choice"):
                yield f"options of {item['linkId']}"


def conditions_are_whole(bundle):  # que-7, que-12, and looking back at an item that is there
    for form in resources(bundle, "Questionnaire"):
        seen = set()
        for item in form.get("item", []):
            conditions = item.get("enableWhen", [])
            if len(conditions) > 1 and "enableBehavior" not in item:
                yield f"{item['linkId']} has no enableBehavior"
            for each in conditions:
                if each["question"] not in seen:
                    yield f"{item['linkId']} looks at {each['question']}"
                if each["operator"] not in OPERATORS or len(values(each, "answer")) != 1:
                    yield f"{item['linkId']} has a condition that is none"
                elif each["operator"] == "exists" and "answerBoolean" not in each:
                    yield f"{item['linkId']} asks whether an answer exists and not yes or no"
            seen.add(item["linkId"])


def answers_hold_one_value(bundle):
    for response in resources(bundle, "QuestionnaireResponse"):
        for item in response.get("item", []):
            for answer in item.get("answer", [{}]):
                if len(values(answer)) != 1:
                    yield f"an answer to {item['linkId']}"


def items_ask_or_group(bundle):  # qrs-1: nothing here is a group
    for response in resources(bundle, "QuestionnaireResponse"):
        for item in response.get("item", []):
            if "answer" not in item or "item" in item:
                yield f"{item['linkId']} is neither"


def answers_are_options(bundle):
    forms = {f"{each['url']}|{each['version']}": each for each in resources(bundle, "Questionnaire")}
    for response in resources(bundle, "QuestionnaireResponse"):
        items = {item["linkId"]: item for item in forms.get(response.get("questionnaire"), {}).get("item", [])}
        for item in response.get("item", []):
            options = [option["valueCoding"] for option in items.get(item["linkId"], {}).get("answerOption", [])]
            for answer in item.get("answer", []):
                if "valueCoding" in answer and answer["valueCoding"] not in options:
                    yield f"an answer to {item['linkId']} is no option"


def a_score_or_the_reason_for_none(bundle):  # obs-6
    for observation in resources(bundle, "Observation"):
        if bool(values(observation)) == ("dataAbsentReason" in observation):
            yield f"{observation['code']['coding'][-1]['code']} has both or neither"


def quantities_have_their_unit(bundle):
    for observation in resources(bundle, "Observation"):
        quantity = observation.get("valueQuantity")
        if quantity and (quantity.get("system"), quantity.get("code")) != ("http://unitsofmeasure.org", "{score}"):
            yield "a quantity without its unit"


def observations_are_survey(bundle):
    for observation in resources(bundle, "Observation"):
        codes = [coding["code"] for category in observation.get("category", []) for coding in category["coding"]]
        if codes != ["survey"] or "effectiveDateTime" not in observation:
            yield "an observation without category or day"


def nobody_is_named(bundle):
    for path, value in walk(bundle):
        if isinstance(value, dict) and IDENTITY & value.keys():
            yield f"{path} names {IDENTITY & value.keys()}"


def a_day_and_no_more(bundle):
    for path, value in walk(bundle):
        if path.endswith(("authored", "effectiveDateTime")) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            yield f"{path} tells the time of day"


def first(bundle, kind, test=lambda resource: True):
    return next(resource for resource in resources(bundle, kind) if test(resource))


def with_items(resource):
    return bool(resource.get("item"))


def break_choice(bundle):
    form = first(bundle, "Questionnaire", with_items)
    del next(item for item in form["item"] if item["type"] == "choice")["answerOption"]


def break_conditions(bundle):
    form = first(bundle, "Questionnaire", lambda form: any(len(i.get("enableWhen", [])) > 1 for i in form.get("item", [])))
    del next(item for item in form["item"] if len(item.get("enableWhen", [])) > 1)["enableBehavior"]


def break_option(bundle):
    for response in resources(bundle, "QuestionnaireResponse"):
        for item in response.get("item", []):
            if "valueCoding" in item["answer"][0]:
                item["answer"][0]["valueCoding"] = {"system": "urn:x", "code": "99"}
                return


def valued(observation):
    return "valueQuantity" in observation


# Each rule with a way to break it.
RULES = [
    (nothing_is_empty, lambda b: first(b, "QuestionnaireResponse", with_items)["item"][0].update(answer=[])),
    (decimals_are_numbers, lambda b: first(b, "Observation", valued)["valueQuantity"].update(value="12")),
    (text_has_no_control_characters, lambda b: first(b, "Questionnaire").update(title="a\u0007b")),
    (entries_have_their_own_url, lambda b: b["entry"][1].update(fullUrl=b["entry"][0]["fullUrl"])),
    (references_resolve, lambda b: first(b, "Observation", lambda o: "derivedFrom" in o)["derivedFrom"][0].update(reference="urn:uuid:0")),
    (questionnaires_are_there, lambda b: first(b, "QuestionnaireResponse").update(questionnaire="urn:x|1")),
    (link_ids_are_unique, lambda b: first(b, "Questionnaire", with_items)["item"].append(first(b, "Questionnaire", with_items)["item"][0])),
    (items_are_those_asked, lambda b: first(b, "QuestionnaireResponse", with_items)["item"].reverse()),
    (codes_are_bound, lambda b: first(b, "QuestionnaireResponse").update(status="done")),
    (options_belong_to_choices, break_choice),
    (conditions_are_whole, break_conditions),
    (answers_hold_one_value, lambda b: first(b, "QuestionnaireResponse", with_items)["item"][0]["answer"].append({})),
    (items_ask_or_group, lambda b: first(b, "QuestionnaireResponse", with_items)["item"][0].update(item=[{"linkId": "x"}])),
    (answers_are_options, break_option),
    (a_score_or_the_reason_for_none, lambda b: first(b, "Observation", valued).update(dataAbsentReason={"text": "x"})),
    (quantities_have_their_unit, lambda b: first(b, "Observation", valued)["valueQuantity"].pop("code")),
    (observations_are_survey, lambda b: first(b, "Observation").pop("category")),
    (nobody_is_named, lambda b: first(b, "Observation").update(subject={"display": "A. Person"})),
    (a_day_and_no_more, lambda b: first(b, "QuestionnaireResponse").update(authored="2026-09-04T18:30:00Z")),
]


def problems(bundle):
    return [f"{rule.__name__}: {problem}" for rule, _ in RULES for problem in rule(bundle)]


def main(paths):
    good = None
    for path in paths:
        with open(path, encoding="utf-8") as file:
            bundle = json.load(file)
        Bundle.model_validate(bundle)
        found = problems(bundle)
        if found:
            sys.exit(f"{path}: " + "\n".join(found[:20]))
        kinds = {kind: len(resources(bundle, kind)) for kind in ("Questionnaire", "QuestionnaireResponse", "Observation")}
        print(f"ok {path}: {kinds}")
        if kinds["QuestionnaireResponse"] and good is None:
            good = bundle
    for rule, spoil in RULES:
        spoiled = copy.deepcopy(good)
        spoil(spoiled)
        if not list(rule(spoiled)):
            sys.exit(f"{rule.__name__} does not notice what it is for")
        print(f"ok {rule.__name__} notices")
    wrong = copy.deepcopy(good)
    del first(wrong, "Observation")["status"]
    try:
        Bundle.model_validate(wrong)
        sys.exit("fhir.resources takes an Observation without a status")
    except ValidationError:
        print("ok fhir.resources notices")
    print(f"{len(paths) + len(RULES) + 1} passed, 0 failed")


main(sys.argv[1:])
