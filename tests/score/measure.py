"""Measures `checkin score weekly` beside pandas, and its memory on ten million lines."""

import json
import os
import platform
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pandas

from in_pandas import score_frame, score_rows

LINES = 100_000
ROWS = 1_000  # of them for the slow way, row by row
MANY = 10_000_000
LIMIT_MIB = 100
ROUNDS = 3


def weekly_items(checkin):
    shown = subprocess.run([checkin, "questionnaires", "show", "weekly", "--json"], check=True, capture_output=True)
    definition = json.loads(shown.stdout)
    return definition, [item["id"] for item in definition["items"]]


def write_answers(path, table, items, lines):
    """Weekly answers of all kinds, as lines of JSON and as CSV: most answered, some skipped, some not applicable
    where it is offered; one line in two hundred cannot be scored."""
    chance = random.Random(1)
    with open(path, "w", encoding="utf-8") as file, open(table, "w", encoding="utf-8", newline="") as rows:
        rows.write(",".join(["id", "date", *items]) + "\n")
        for number in range(lines):
            answers = {item: chance.randrange(5) for item in items}
            if chance.random() < 0.2:
                answers[chance.choice(items)] = "skipped"
            if chance.random() < 0.1:
                answers.update({item: "not_applicable" for item in items if item.startswith("teamwork.")})
            if chance.random() < 0.005:
                item = chance.choice(items)
                chance.choice([lambda: answers.update({item: 9}), lambda: answers.pop(item)])()
            json.dump({"id": number, "date": "2026-09-04", "answers": answers}, file, separators=(",", ":"))
            file.write("\n")
            rows.write(",".join([str(number), "2026-09-04", *(str(answers.get(item, "")) for item in items)]) + "\n")


def timed(work):
    """The shortest of some rounds by the clock, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def run_checkin(checkin, answers, scores, threads, form="ndjson"):
    with open(answers, "rb") as source, open(scores, "wb") as target:
        command = [checkin, "score", "weekly", "--threads", str(threads), "--from", form]
        done = subprocess.run(command, stdin=source, stdout=target, stderr=subprocess.PIPE, check=False)
    # Some lines are wrong on purpose.
    if done.returncode != 1 or b"could not be scored" not in done.stderr:
        sys.exit(f"scoring failed: {done.stderr.decode()}")


def processor_seconds(*run):
    """Processor time of user and system that one process takes on all its threads, which other work on the machine
    does not lengthen much."""
    times = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run_checkin(*run)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def own_processor_seconds(work):
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def same(ours, theirs, lines):
    """Fails unless the first lines of both files hold the same scores, and errors in the same places. Numbers may
    differ by what is lost behind the fifteenth decimal, where pandas ends."""
    failed = 0
    with open(ours, encoding="utf-8") as left, open(theirs, encoding="utf-8") as right:
        for number in range(lines):
            mine, its = json.loads(next(left)), json.loads(next(right))
            if ("error" in mine) and ("error" in its) and mine["id"] == its["id"]:
                failed += 1
                continue
            if mine.keys() != its.keys() or mine["scores"].keys() != its["scores"].keys():
                sys.exit(f"line {number}: {mine} and {its}")
            for name, score in mine["scores"].items():
                other = its["scores"][name]
                for part in ("value", "raw"):
                    one, two = score.pop(part), other.pop(part)
                    if (one is None) != (two is None) or one is not None and abs(one - two) > 1e-9:
                        sys.exit(f"line {number}, {name}, {part}: {one} and {two}")
            if mine != its:
                sys.exit(f"line {number}: {mine} and {its}")
    if failed == 0:
        sys.exit("no line is wrong, so errors were not compared")


def peak_memory(checkin):
    """Sends many lines through one process and returns its peak memory in MiB and the lines that came out."""
    line = b'{"id": 1, "answers": {"support.heard": 1, "support.recognised": 2, "support.understood": 3, "support.alone": 0}}\n'
    block = line * 10_000
    process = subprocess.Popen([checkin, "score", "support"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        for _ in range(MANY // 10_000):
            process.stdin.write(block)
        process.stdin.flush()

    feeder = threading.Thread(target=feed)
    feeder.start()
    lines = 0
    while lines < MANY and (chunk := process.stdout.read1(1 << 20)):
        lines += chunk.count(b"\n")
    feeder.join()
    # Its input is still open, so it is still there to be asked; the peak that the system gives of a process
    # that has ended can be that of its parent.
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])
    process.stdin.close()
    lines += process.stdout.read().count(b"\n")
    if process.wait() != 0:
        sys.exit("scoring failed")
    return peak / 1024, lines


def main(checkin, write):
    definition, items = weekly_items(checkin)
    with tempfile.TemporaryDirectory() as folder:
        answers, ours, theirs = (Path(folder, name) for name in ("answers.ndjson", "ours.ndjson", "theirs.ndjson"))
        table, table_scores = Path(folder, "answers.csv"), Path(folder, "scores.csv")
        few, rows = Path(folder, "few.ndjson"), Path(folder, "rows.ndjson")
        write_answers(answers, table, items, LINES)
        with open(answers, encoding="utf-8") as source, open(few, "w", encoding="utf-8") as target:
            target.writelines(next(source) for _ in range(ROWS))
        size = answers.stat().st_size / LINES
        cores = os.cpu_count() or 1
        core = LINES / processor_seconds(checkin, answers, ours, 1)
        alone = LINES / timed(lambda: run_checkin(checkin, answers, ours, 1))
        shared = LINES / processor_seconds(checkin, answers, ours, cores)
        together = LINES / timed(lambda: run_checkin(checkin, answers, ours, cores))
        csv = LINES / processor_seconds(checkin, table, table_scores, 1, "csv")
        frame = LINES / own_processor_seconds(lambda: score_frame(definition, answers, theirs))
        by_row = ROWS / own_processor_seconds(lambda: score_rows(definition, few, rows))
        same(ours, theirs, LINES)
        same(ours, rows, ROWS)
    memory, lines = peak_memory(checkin)
    if lines != MANY:
        sys.exit(f"{MANY - lines} lines were lost")
    figures = [
        f"{LINES:,} weekly check-ins, {size:.0f} bytes each, NDJSON in and NDJSON out, {cores} cores, "
        f"Python {platform.python_version()}, pandas {pandas.__version__}; the shortest of {ROUNDS} rounds, "
        "in processor time unless said otherwise.",
        "",
        "| | check-ins a second | a core of checkin is |",
        "| --- | ---: | ---: |",
        f"| `checkin score weekly`, 1 thread | {core:,.0f} | |",
        f"| the same, {cores} threads, a core | {shared:,.0f} | |",
        f"| the same, 1 thread, by the clock | {alone:,.0f} | |",
        f"| the same, {cores} threads, by the clock | {together:,.0f} | |",
        f"| the same from CSV to CSV, 1 thread | {csv:,.0f} | |",
        f"| pandas, whole columns at once | {frame:,.0f} | {core / frame:.0f} × |",
        f"| pandas, row by row ({ROWS:,} lines) | {by_row:,.0f} | {core / by_row:.0f} × |",
        "",
        f"The scores of all are the same, and so are the places of errors. {MANY:,} lines through one process: none "
        f"lost, {memory:.0f} MiB at most.",
        "",
    ]
    print("\n".join(figures))
    if write:
        page = Path("docs/score.md")
        before, rest = page.read_text().split("<!-- figures -->\n")
        after = rest.split("<!-- end of figures -->")[1]
        page.write_text(before + "<!-- figures -->\n" + "\n".join(figures) + "<!-- end of figures -->" + after)
    if memory > LIMIT_MIB:
        sys.exit(f"{memory:.0f} MiB is more than {LIMIT_MIB}")
    print("4 passed, 0 failed")


main(os.path.abspath(sys.argv[1]), "--write" in sys.argv[2:])
