"""Scores Parquet that DuckDB wrote, one file and a partitioned folder, and holds what DuckDB and pyarrow read from
the data sets to what the same answers give as NDJSON."""

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pyarrow.dataset

ROWS = 40_000
MANY = 1_000_000
LIMIT_MIB = 100
ITEMS = ["heard", "recognised", "understood", "alone"]
PARTS = ["value", "raw", "answered", "of", "band", "t_score", "reason"]
PLACE = re.compile(r"row \d+ of [^:]+\.parquet: ")

passed = 0


def ok(name, holds, *more):
    global passed
    if not holds:
        sys.exit(f"failed: {name}: {more}")
    passed += 1
    print(f"ok {name}")


def score(checkin, *arguments, **more):
    return subprocess.run([checkin, "score", "support", *map(str, arguments)], capture_output=True, text=True, **more)


def made_up_answers():
    """Answers of all kinds; every thousandth row is one that cannot be scored."""
    chance = random.Random(3)
    rows = []
    for number in range(ROWS):
        answers = {item: chance.randrange(5) for item in ITEMS}
        if number % 5 == 0:
            answers[chance.choice(ITEMS)] = "skipped"
        if number % 9 == 0:
            answers.update({item: "skipped" for item in ITEMS[:3]})
        if number % 1000 == 999:
            answers["alone"] = 9
        rows.append({"id": f"r{number:06}", "date": "2026-09-04", "answers": answers})
    return rows


def write_table(rows, folder):
    """The same answers as a wide table, in one file and in a folder for each clinic."""
    lines = folder / "wide.ndjson"
    wide = ({"id": row["id"], "date": row["date"], **row["answers"]} for row in rows)
    lines.write_text("".join(json.dumps(row) + "\n" for row in wide))
    columns = ", ".join(f"{item}: 'VARCHAR'" for item in ITEMS)
    duckdb.execute(
        f"CREATE TABLE answers AS SELECT id, CAST(date AS DATE) AS date, {', '.join(ITEMS)}, id[6:7] AS clinic "
        f"FROM read_json('{lines}', columns = {{id: 'VARCHAR', date: 'VARCHAR', {columns}}})"
    )
    one, several = folder / "answers.parquet", folder / "answers"
    duckdb.execute(f"COPY (SELECT * EXCLUDE (clinic) FROM answers) TO '{one}' (FORMAT parquet, COMPRESSION zstd)")
    duckdb.execute(f"COPY answers TO '{several}' (FORMAT parquet, PARTITION_BY (clinic))")
    return one, several


def flat(line):
    """A line of scores as a row of the data set, without the place of a bad row."""
    of = line.get("scores", {}).get("support.support", {})
    return (line["id"], line.get("error"), *(of.get(part) for part in PARTS), "support", "1.0.0")


def without_place(row):
    return (row[0], PLACE.sub("", row[1]) if row[1] else row[1], *row[2:])


def in_duckdb(folder):
    parts = ", ".join(f'"support.support.{part}"' for part in PARTS)
    return duckdb.execute(
        f"SELECT id, error, {parts}, questionnaire, version "
        f"FROM read_parquet('{folder}/**/*.parquet', hive_partitioning = true)"
    ).fetchall()


def in_pyarrow(folder):
    table = pyarrow.dataset.dataset(folder, partitioning="hive").to_table()
    names = ["id", "error", *(f"support.support.{part}" for part in PARTS), "questionnaire", "version"]
    return list(zip(*(table[name].to_pylist() for name in names)))


def peak_memory(checkin, source, target):
    """Peak memory in MiB, looked at until the process ends."""
    process = subprocess.Popen([checkin, "score", "support", "--input", source, "--output", target])
    peak = 0
    while process.poll() is None:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        if found := re.search(r"VmHWM:\s+(\d+) kB", status):
            peak = max(peak, int(found[1]))
        time.sleep(0.01)
    if process.returncode != 0 or peak == 0:
        sys.exit(f"scoring many rows ended with {process.returncode}, {peak} kB were seen")
    return peak / 1024


def main(checkin):
    rows = made_up_answers()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        expected = [flat(json.loads(line)) for line in score(checkin, input=lines).stdout.splitlines()]
        one, several = write_table(rows, folder)

        done = score(checkin, "--input", one, "--output", folder / "scores")
        ok("bad rows make the exit code 1", done.returncode == 1 and f"{ROWS // 1000} of {ROWS} rows" in done.stderr, done)
        files = [path.relative_to(folder).as_posix() for path in folder.glob("scores/**/*") if path.is_file()]
        ok("one file in its partition", files == ["scores/questionnaire=support/version=1.0.0/part-00000.parquet"], files)
        found = in_duckdb(folder / "scores")
        ok("no row is lost, none out of place", [row[0] for row in found] == [row["id"] for row in rows])
        ok("DuckDB reads what NDJSON gives, to the last bit", list(map(without_place, found)) == expected)
        bad = [number for number, row in enumerate(found) if row[1]]
        told = [int(re.match(r"row (\d+) of ", found[number][1])[1]) for number in bad]
        ok("bad rows say which they are", told == [number + 1 for number in bad] and len(bad) == ROWS // 1000, told)
        ok("pyarrow reads the same", in_pyarrow(folder / "scores") == found)
        described = duckdb.execute(f"DESCRIBE SELECT * FROM read_parquet('{folder}/scores/**/*.parquet')").fetchall()
        types = {row[0]: row[1] for row in described}
        ok("values are numbers", types["support.support.value"] == "DOUBLE" and types["support.support.of"] == "UINTEGER", types)

        done = score(checkin, "--input", several, "--output", folder / "more")
        ok("a folder of partitions is read", done.returncode == 1 and f"of {ROWS} rows" in done.stderr, done)
        ok("with the same scores", sorted(map(without_place, in_duckdb(folder / "more"))) == sorted(expected))
        done = score(checkin, "--input", one, "--to", "ndjson")
        ok("Parquet to NDJSON", [without_place(flat(json.loads(line))) for line in done.stdout.splitlines()] == expected)
        done = score(checkin, "--output", folder / "of-lines", input=lines)
        ok("NDJSON to Parquet", done.returncode == 1 and in_duckdb(folder / "of-lines") == expected, done.stderr)

        numeric = folder / "numeric.parquet"
        duckdb.execute(
            f"COPY (SELECT CAST(1 AS BIGINT) AS id, TIMESTAMP '2026-09-04 10:00:00' AS date, 4 AS heard, 3.0 AS recognised, "
            f"CAST(2 AS TINYINT) AS understood, CAST(1 AS DOUBLE) AS alone) TO '{numeric}' (FORMAT parquet)"
        )
        done = score(checkin, "--input", numeric, "--output", folder / "numeric")
        row = duckdb.execute(f"SELECT id, \"support.support.value\" FROM '{folder}/numeric/**/*.parquet'").fetchall()
        ok("typed columns are taken and the id keeps its type", done.returncode == 0 and row == [(1, 75.0)], done, row)

        before = (folder / files[0]).read_bytes()
        done = score(checkin, "--input", one, "--output", folder / "scores")
        ok("nothing is written over", done.returncode == 1 and "is there already" in done.stderr, done)
        ok("what was there is as it was", (folder / files[0]).read_bytes() == before)
        done = score(checkin, "--from", "parquet", "--to", "csv", "--input", folder / "wide.ndjson")
        ok("a file of another kind is refused", done.returncode == 1 and "as Parquet" in done.stderr, done)
        with open(one, "rb") as source:
            done = score(checkin, stdin=source)
        ok("Parquet on standard input is told", done.returncode == 1 and "--input FILE" in done.stderr, done)

        many = folder / "many.parquet"
        duckdb.execute(
            f"COPY (SELECT range AS id, range % 5 AS heard, range % 4 AS recognised, range % 3 AS understood, "
            f"range % 2 AS alone FROM range({MANY})) TO '{many}' (FORMAT parquet)"
        )
        memory = peak_memory(checkin, many, folder / "many")
        ok(f"{MANY:,} rows in {memory:.0f} MiB, at most {LIMIT_MIB}", memory <= LIMIT_MIB)
        count = duckdb.execute(f"SELECT count(*), count(error), count(DISTINCT id) FROM '{folder}/many/**/*.parquet'").fetchone()
        ok("each of them has its scores", count == (MANY, 0, MANY), count)
    print(f"{passed} passed, 0 failed")


main(str(Path(sys.argv[1]).resolve()))
