"""Scores made-up answers in one process, inside Spark and over DuckDB, and compares the results."""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

PARTITIONS = 7
SKIPPED, NOT_APPLICABLE = "skipped", "not_applicable"

# A line has `error` or `scores`, never both, so an engine that guesses columns from lines that could all be scored
# finds no `error`. These hold for every questionnaire.
SPARK_SCHEMA = (
    "id STRING, error STRING, questionnaire STRING, version STRING, scores MAP<STRING, STRUCT<value: DOUBLE, "
    "raw: DOUBLE, answered: INT, of: INT, band: STRING, t_score: DOUBLE, reason: STRING>>"
)
DUCKDB_COLUMNS = (
    "{id: 'VARCHAR', error: 'VARCHAR', questionnaire: 'VARCHAR', version: 'VARCHAR', scores: "
    "'MAP(VARCHAR, STRUCT(\"value\" DOUBLE, raw DOUBLE, answered INTEGER, \"of\" INTEGER, "
    "band VARCHAR, t_score DOUBLE, reason VARCHAR))'}"
)


def items_of(checkin, questionnaire):
    shown = subprocess.run([checkin, "questionnaires", "show", questionnaire, "--json"], check=True, capture_output=True)
    return [item["id"] for item in json.loads(shown.stdout)["items"]]


def make_answers(path, items, rows, faulty):
    """Made-up answers with skipped and inapplicable ones; if `faulty`, every thousandth line cannot be scored."""
    chance = random.Random(7)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(rows):
            answers = {item: chance.randrange(5) for item in items}
            if chance.random() < 0.3:
                answers[chance.choice(items)] = SKIPPED
            if chance.random() < 0.1:
                answers.update({item: NOT_APPLICABLE for item in items if item.startswith("teamwork.")})
            if faulty and number % 1000 == 999:
                answers[items[0]] = 17
            file.write(json.dumps({"id": f"r{number:08}", "date": "2026-09-04", "answers": answers}) + "\n")


def in_one_process(checkin, answers, faulty):
    with open(answers, "rb") as source:
        done = subprocess.run([checkin, "score", "weekly"], stdin=source, capture_output=True)
    # 1 says that there are lines with an error, which is what faulty answers are to bring about.
    if done.returncode != int(faulty):
        sys.exit(f"checkin ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode().splitlines()


def in_spark(checkin, answers, folder):
    """RDD.pipe gives each partition's lines to a process of its own and takes its lines back."""
    from pyspark.sql import SparkSession

    spark = (
        SparkSession.builder.master("local[2]").appName("checkin")
        .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1").getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    lines = spark.sparkContext.textFile(str(answers), PARTITIONS)
    scored = lines.pipe(f"{checkin} score weekly --threads 1").cache()
    # A process that was killed would leave lines out without an error: the count tells.
    asked, got = lines.count(), scored.count()
    if asked != got:
        sys.exit(f"{asked} lines went in and {got} came out")
    partitions = scored.getNumPartitions()
    # The scores as a partitioned data set, read back through Spark's own reader.
    frame = spark.read.schema(SPARK_SCHEMA).json(scored)
    good = frame.where("error IS NULL").drop("error")
    # Not Snappy, Spark's default: its library takes a machine that also has musl's loader for one without glibc and fails.
    good.write.partitionBy("questionnaire", "version").option("compression", "zstd").parquet(str(folder / "spark"))
    stored = spark.read.parquet(str(folder / "spark"))
    mean = stored.selectExpr("avg(scores['strain.strain'].value)").first()[0]
    result = scored.collect()
    spark.stop()
    return result, partitions, mean


def over_duckdb(checkin, answers, items, folder, faulty):
    """DuckDB holds the answers as a wide table, writes them as CSV, reads the scores and stores them as Parquet."""
    import duckdb

    connection = duckdb.connect()
    columns = ", ".join(f"answers->>'$.\"{item}\"' AS \"{item}\"" for item in items)
    # DuckDB keeps the order of insertion, and so do COPY and checkin.
    connection.execute(
        f"CREATE TABLE answers AS SELECT id, date, {columns} FROM "
        f"read_json('{answers}', format = 'newline_delimited', columns = {{id: 'VARCHAR', date: 'VARCHAR', answers: 'JSON'}})"
    )
    table, scores = folder / "answers.csv", folder / "scores.ndjson"
    connection.execute(f"COPY answers TO '{table}' (HEADER)")
    with open(table, "rb") as source, open(scores, "wb") as target:
        done = subprocess.run([checkin, "score", "weekly", "--from", "csv", "--to", "ndjson"], stdin=source, stdout=target, stderr=subprocess.PIPE)
    if done.returncode != int(faulty):
        sys.exit(f"checkin ended with {done.returncode}: {done.stderr.decode()}")
    connection.execute(
        f"CREATE TABLE scores AS SELECT * FROM read_json('{scores}', format = 'newline_delimited', columns = {DUCKDB_COLUMNS})"
    )
    connection.execute(
        f"COPY (SELECT * EXCLUDE (error) FROM scores WHERE error IS NULL) TO '{folder / 'duckdb'}' "
        "(FORMAT parquet, PARTITION_BY (questionnaire, version))"
    )
    mean = connection.execute(
        f"SELECT avg(scores['strain.strain'].value) FROM read_parquet('{folder / 'duckdb'}/**/*.parquet', hive_partitioning = true)"
    ).fetchone()[0]
    return scores.read_text(encoding="utf-8").splitlines(), mean


def compare(checkin, items, rows, faulty):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        answers = folder / "answers.ndjson"
        make_answers(answers, items, rows, faulty)
        one = in_one_process(checkin, answers, faulty)
        errors = rows // 1000 if faulty else 0
        if len(one) != rows or sum('"error"' in line for line in one) != errors:
            sys.exit(f"{len(one)} lines of {rows}")
        print(f"ok one process: {len(one)} lines, {errors} with an error")
        spark, partitions, spark_mean = in_spark(checkin, answers, folder)
        if partitions < 2 or spark != one:
            sys.exit("Spark differs from one process")
        print(f"ok Spark: the same {len(spark)} lines, byte for byte, from {partitions} processes")
        duckdb, duckdb_mean = over_duckdb(checkin, answers, items, folder, faulty)
        if duckdb != one:
            different = next((pair for pair in zip(one, duckdb) if pair[0] != pair[1]), None)
            sys.exit(f"DuckDB differs from one process: {different}")
        print(f"ok DuckDB: the same {len(duckdb)} lines, byte for byte")
        values = [json.loads(line)["scores"]["strain.strain"]["value"] for line in one if '"error"' not in line]
        values = [value for value in values if value is not None]
        mean = sum(values) / len(values)
        if not all(abs(mean - other) < 1e-9 for other in (spark_mean, duckdb_mean)):
            sys.exit(f"the means differ: {mean}, {spark_mean}, {duckdb_mean}")
        print("ok the scores as Parquet data sets, partitioned by questionnaire and version, hold the same mean")


def main(checkin, rows):
    items = items_of(checkin, "weekly")
    compare(checkin, items, rows, faulty=True)
    compare(checkin, items, rows, faulty=False)
    print("8 passed, 0 failed")


main(str(Path(sys.argv[1]).resolve()), int(sys.argv[2]))
