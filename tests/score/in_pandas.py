"""The scoring of means and of scores of scores as one would write it in pandas, with the rules that the
built-in questionnaires use: reversal, a least number of answers, a linear output, bands, reasons."""

import json

import pandas


def read(path):
    """One row a check-in, one column an item; skipped and not applicable stay words."""
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    return pandas.DataFrame([line["answers"] for line in lines], index=[line["id"] for line in lines])


def span(definition, item):
    values = [option["value"] for option in next(i for i in definition["items"] if i["id"] == item)["kind"]["options"]]
    return min(values), max(values)


def band(score, value):
    bands = pandas.Series([None] * len(value), index=value.index, dtype=object)
    for each in score.get("bands", []):
        bands[value >= each["from"] - 1e-9] = each["label"]
    return bands


def columns(definition, answers):
    """Returns the columns of each score, whole columns at a time."""
    numbers = answers.apply(pandas.to_numeric, errors="coerce")
    applies = answers.ne("not_applicable")
    found = {}
    for score in definition["scores"]:
        basis, output = score["basis"], score["output"]
        if basis["of"] == "items":
            items = basis["items"]
            low, high = span(definition, items[0])
            part = numbers[items].copy()
            for item in basis.get("reverse", []):
                part[item] = low + high - part[item]
            answered = part.notna().sum(axis=1)
            needed = basis["missing"]["need"]["at_least"]
            raw = part.mean(axis=1).where(answered >= needed)
            value = output["from"] + (raw - low) / (high - low) * (output["to"] - output["from"])
            words = answered.astype(str) + f" of {len(items)} items answered, at least {needed} needed"
            words = words.where(applies[items].any(axis=1), "none of its items applied")
            of = len(items)
        else:
            parts = basis["scores"]
            places = pandas.DataFrame(
                {
                    part: (1 - found[part]["value"] / 100) if part in basis.get("reverse", []) else found[part]["value"] / 100
                    for part in parts
                }
            )
            raw = places.mean(axis=1, skipna=False)
            value = output["from"] + raw * (output["to"] - output["from"])
            answered = sum(found[part]["answered"] for part in parts)
            words = places.isna().idxmax(axis=1).map(lambda part: f"`{part}` has no value")
            of = sum(found[part]["of"] for part in parts)
        found[score["id"]] = {
            "value": value, "raw": raw, "answered": answered, "of": of, "band": band(score, value),
            "reason": words.where(value.isna(), None),
        }
    return found


def number(value):
    return None if value != value else value


def write(definition, found, ids, path):
    head = {"questionnaire": definition["id"], "version": definition["version"]}
    lists = {
        name: (part["value"].tolist(), part["raw"].tolist(), part["answered"].tolist(), part["of"], part["band"].tolist(), part["reason"].tolist())
        for name, part in found.items()
    }
    with open(path, "w", encoding="utf-8") as file:
        for place, check_in in enumerate(ids):
            scores = {}
            for name, (value, raw, answered, of, bands, reason) in lists.items():
                scores[name] = {
                    "value": number(value[place]), "raw": number(raw[place]), "answered": answered[place], "of": of,
                    "band": bands[place], "t_score": None, "reason": reason[place],
                }
            file.write(json.dumps({"id": check_in, **head, "scores": scores}, separators=(",", ":")) + "\n")


def score_frame(definition, answers, scores):
    """Whole columns at once: the fast way in pandas."""
    frame = read(answers)
    write(definition, columns(definition, frame), frame.index.tolist(), scores)


def of_row(definition, spans, row):
    """Returns the scores of one row."""
    found = {}
    for score in definition["scores"]:
        basis, output = score["basis"], score["output"]
        reason = None
        if basis["of"] == "items":
            items = basis["items"]
            low, high = spans[items[0]]
            part = pandas.to_numeric(row[items], errors="coerce")
            for item in basis.get("reverse", []):
                part[item] = low + high - part[item]
            answered, of = int(part.count()), len(items)
            needed = basis["missing"]["need"]["at_least"]
            raw = part.mean() if answered >= needed else None
            place = None if raw is None else (raw - low) / (high - low)
            if raw is None and (row[items] == "not_applicable").all():
                reason = "none of its items applied"
            elif raw is None:
                reason = f"{answered} of {of} items answered, at least {needed} needed"
        else:
            parts = [found[part] for part in basis["scores"]]
            answered, of = sum(part["answered"] for part in parts), sum(part["of"] for part in parts)
            absent = [name for name in basis["scores"] if found[name]["value"] is None]
            raw = None
            if absent:
                reason = f"`{absent[0]}` has no value"
            else:
                turned = basis.get("reverse", [])
                places = [100 - found[name]["value"] if name in turned else found[name]["value"] for name in basis["scores"]]
                raw = pandas.Series(places).mean() / 100
            place = raw
        value = None if raw is None else output["from"] + place * (output["to"] - output["from"])
        labels = [each["label"] for each in score.get("bands", []) if value is not None and value >= each["from"] - 1e-9]
        found[score["id"]] = {
            "value": value, "raw": raw, "answered": answered, "of": of, "band": labels[-1] if labels else None,
            "t_score": None, "reason": reason,
        }
    return found


def score_rows(definition, answers, scores):
    """Row by row with `apply`: the way that follows the key of a questionnaire as it is printed."""
    frame = read(answers)
    spans = {item["id"]: span(definition, item["id"]) for item in definition["items"]}
    head = {"questionnaire": definition["id"], "version": definition["version"]}
    found = frame.apply(lambda row: of_row(definition, spans, row), axis=1)
    with open(scores, "w", encoding="utf-8") as file:
        for check_in, row in found.items():
            file.write(json.dumps({"id": check_in, **head, "scores": row}, separators=(",", ":")) + "\n")
