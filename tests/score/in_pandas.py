"""The work of `checkin score` as one would write it in pandas: lines of JSON in and out, answers checked, and
scores by the rules that the built-in questionnaires use (reversal, a least number of answers, a linear output,
bands, reasons). A line that cannot be scored gets an `error` in its place; its words are not those of checkin."""

import json

import pandas

INFINITY = float("inf")


def read(path):
    """One parsed object a line, an empty one where there is none."""
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            try:
                lines.append(json.loads(line))
            except ValueError:
                lines.append({})
    return lines


def options(item):
    return [option["value"] for option in item["kind"]["options"]]


def check(definition, lines):
    """Returns the answers of good lines, one row a line and one column an item, and what is wrong with the others."""
    frame = pandas.DataFrame([line.get("answers", {}) for line in lines], dtype=object)
    errors = pandas.Series(None, index=frame.index, dtype=object)
    names = [item["id"] for item in definition["items"]]
    for name in frame.columns.difference(names):
        errors[frame[name].notna()] = f"unknown item `{name}`"
    answers = frame.reindex(columns=names)
    allowed = {item["id"]: [*options(item), "skipped"] for item in definition["items"]}
    for item in definition["items"]:
        if "not_applicable" in item:
            allowed[item["id"]].append("not_applicable")
    fits = answers.apply(lambda column: column.isin(allowed[column.name]))
    unfit = ~fits.all(axis=1)
    if unfit.any():
        errors[unfit] = fits[unfit].idxmin(axis=1).map(lambda name: f"`{name}` has no answer that is allowed")
    dates = pandas.Series([line.get("date") for line in lines], dtype=object)
    none = pandas.to_datetime(dates, format="%Y-%m-%d", errors="coerce").isna() & dates.notna()
    errors[none] = "`date` is not a day"
    good = errors.isna()
    return (answers if good.all() else answers[good]), errors[~good].to_dict()


def span(definition, item):
    values = options(next(each for each in definition["items"] if each["id"] == item))
    return min(values), max(values)


def of_items(definition, score, numbers, applies):
    basis, output = score["basis"], score["output"]
    items = basis["items"]
    low, high = span(definition, items[0])
    part = numbers[items]
    reverse = basis.get("reverse", [])
    if reverse:
        part = part.assign(**{item: low + high - part[item] for item in reverse})
    answered = part.count(axis=1)
    needed = basis["missing"]["need"]["at_least"]
    raw = part.mean(axis=1).where(answered >= needed)
    value = output["from"] + (raw - low) / (high - low) * (output["to"] - output["from"])
    found = pandas.DataFrame({"value": value, "raw": raw, "answered": answered, "of": len(items)})
    without = found.index[value.isna()]
    words = answered[without].astype(str) + f" of {len(items)} items answered, at least {needed} needed"
    return found, words.where(applies.loc[without, items].any(axis=1), "none of its items applied")


def of_scores(score, scores):
    basis, output = score["basis"], score["output"]
    reverse = basis.get("reverse", [])
    places = pandas.DataFrame({name: scores[name]["value"] / 100 for name in basis["scores"]})
    if reverse:
        places = places.assign(**{name: 1 - places[name] for name in reverse})
    raw = places.mean(axis=1, skipna=False)
    value = output["from"] + raw * (output["to"] - output["from"])
    answered = sum(scores[name]["answered"] for name in basis["scores"])
    of = sum(scores[name]["of"] for name in basis["scores"])
    found = pandas.DataFrame({"value": value, "raw": raw, "answered": answered, "of": of})
    absent = places[value.isna()].isna()
    words = absent.idxmax(axis=1) if len(absent) else pandas.Series(dtype=object)
    return found, words.map(lambda name: f"`{name}` has no value")


def columns(definition, answers):
    """Returns the columns of each score, whole columns at a time."""
    applies = answers.ne("not_applicable")
    numbers = answers.mask(answers.isin(["skipped", "not_applicable"])).astype(float)
    scores = {}
    for score in definition["scores"]:
        if score["basis"]["of"] == "items":
            found, words = of_items(definition, score, numbers, applies)
        else:
            found, words = of_scores(score, scores)
        found["band"] = None
        if score.get("bands"):
            edges = [band["from"] - 1e-9 for band in score["bands"]]
            labels = [band["label"] for band in score["bands"]]
            found["band"] = pandas.cut(found["value"], [*edges, INFINITY], right=False, labels=labels)
        found["t_score"] = None
        found["reason"] = words.reindex(found.index).astype(object)
        scores[score["id"]] = found
    return scores


def write(definition, lines, texts, errors, path):
    """Writes a line for each line; `texts` are the scores of the good ones as JSON."""
    head = json.dumps({"questionnaire": definition["id"], "version": definition["version"]}, separators=(",", ":"))[1:-1]
    with open(path, "w", encoding="utf-8") as file:
        for place, line in enumerate(lines):
            check_in = json.dumps(line.get("id"))
            if place in errors:
                file.write(f'{{"id":{check_in},"error":{json.dumps(errors[place])}}}\n')
            else:
                file.write(f'{{"id":{check_in},{head},"scores":{{{next(texts)}}}}}\n')


def score_frame(definition, answers, scores):
    """Whole columns at once: the fast way in pandas."""
    lines = read(answers)
    good, errors = check(definition, lines)
    found = columns(definition, good)
    named = []
    for name, frame in found.items():
        rows = frame.to_json(orient="records", lines=True, double_precision=15).splitlines()
        named.append([f'"{name}":{row}' for row in rows])
    write(definition, lines, map(",".join, zip(*named)), errors, scores)


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
    lines = read(answers)
    good, errors = check(definition, lines)
    spans = {item["id"]: span(definition, item["id"]) for item in definition["items"]}
    found = good.apply(lambda row: of_row(definition, spans, row), axis=1)
    texts = (json.dumps(row, separators=(",", ":"))[1:-1] for row in found)
    write(definition, lines, texts, errors, scores)
