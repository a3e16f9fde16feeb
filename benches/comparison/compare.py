"""Measures whole processes, in turn, so that what else the machine does meets all of them."""

import datetime
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

CHECKIN, MINIMAL, TOOLS = (os.path.abspath(path) for path in sys.argv[1:4])
SIZES = [52, 520, 10_000]
NOW = "2026-11-20T18:30:00+01:00"
LAST = datetime.date(2026, 11, 20)
PAGE = pathlib.Path("docs/performance.md")


class Bench:
    """A program with so many entries, and its commands by what they do."""

    def __init__(self, name, home, environment, commands, data):
        self.name, self.home, self.commands, self.data = name, home, commands, data
        self.environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), **environment}

    def run(self, deed):
        """Runs a command on the data as it was; returns seconds."""
        command, changes = self.commands[deed]
        if changes:
            kept = self.home / "kept"
            if not kept.exists():
                shutil.copytree(self.data, kept)
            shutil.rmtree(self.data)
            shutil.copytree(kept, self.data)
            # What was copied here shall not be waited for by a program that waits for its own.
            os.sync()
        begun = time.perf_counter()
        done = subprocess.run(command, env=self.environment, cwd=self.home, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        seconds = time.perf_counter() - begun
        if done.returncode not in (0, 3):
            sys.exit(f"{self.name}: {command} failed: {done.stderr.decode()}")
        return seconds


def days(count):
    # So many weeks would begin before 1900, which no import takes for a day of a check-in.
    step = datetime.timedelta(days=7 if count <= 5200 else 4)
    return [LAST - (count - 1 - place) * step for place in range(count)]


def checkin(count, home, encrypted):
    data = home / "data"
    environment = {"CHECKIN_DATA_DIR": str(data), "CHECKIN_NOW": NOW}
    call = [CHECKIN]
    shown = subprocess.run([CHECKIN, "questionnaires", "show", "weekly", "--json"], check=True,
                           capture_output=True, env={"HOME": str(home), **environment}).stdout
    items = [item["id"] for item in json.loads(shown)["items"]]
    rows = [",".join(["date", *items])]
    for week, day in enumerate(days(count)):
        rows.append(",".join([day.isoformat(), *(str((week * 7 + place * 13) % 5) for place in range(len(items)))]))
    table = home / "old.csv"
    table.write_text("\n".join(rows) + "\n")
    answers = home / "answers.json"
    answers.write_text(json.dumps({"answers": {item: 2 for item in items}}))
    run = lambda *words: subprocess.run([*call, *words], check=True, capture_output=True,
                                        env={"HOME": str(home), **environment})
    run("history", "import", str(table), "--questionnaire", "weekly", "--yes")
    if encrypted:
        passphrase = home / "passphrase"
        passphrase.write_text("orbit candle meadow trumpet\n")
        run("protect", "--new-passphrase-file", str(passphrase))
        call = [CHECKIN, "--passphrase-file", str(passphrase)]
    commands = {
        "start-up": ([*call, "--version"], False),
        "is one due?": ([*call, "status", "--due"], False),
        "summary": ([*call, "status"], False),
        "add one": ([*call, "start", "weekly", "--answers", str(answers)], True),
        "list all": ([*call, "history", "list"], False),
        "trends": ([*call, "trends"], False),
        "page": ([*call, "report"], False),
    }
    return Bench("checkin, encrypted" if encrypted else "checkin", home, environment, commands, data)


def minimal(data, home):
    command = [MINIMAL, "minimal", str(data / "history.db")]
    return Bench("minimal program", home, {}, {"start-up": (command, False), "summary": (command, False)}, data)


def jrnl(count, home):
    data = home / "data"
    data.mkdir()
    settings = home / "jrnl.yaml"
    settings.write_text(f"journals:\n  default:\n    journal: {data}/journal.txt\nencrypt: false\nversion: v4.6\n")
    entries = [f"[{day} 18:30] The week of {day}.\nA few words on it.\n" for day in days(count)]
    (data / "journal.txt").write_text("\n".join(entries))
    call = [f"{TOOLS}/jrnl", "--config-file", str(settings)]
    commands = {
        "start-up": ([f"{TOOLS}/jrnl", "--version"], False),
        "summary": ([*call, "-n", "1"], False),
        "add one": ([*call, "Another week."], True),
        "list all": ([*call, "--format", "short"], False),
    }
    return Bench("jrnl", home, {}, commands, data)


def feels(count, home):
    data = home / ".feels"
    data.mkdir()
    (data / "config.json").write_text('{"focus": true, "stress": true, "projects": false, "asciimoji": false}')
    database = sqlite3.connect(data / "data.db")
    database.execute("CREATE TABLE logs (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp TEXT NOT NULL, mood INTEGER"
                     " NOT NULL, focus INTEGER, stress INTEGER, tags TEXT, note TEXT, asciimoji TEXT)")
    database.executemany("INSERT INTO logs (timestamp, mood, focus, stress, note) VALUES (?, ?, ?, ?, ?)",
                         [(f"{day}T18:30:00", week % 5 + 1, week % 4 + 1, week % 3 + 1, "a week")
                          for week, day in enumerate(days(count))])
    database.commit()
    database.close()
    call = [f"{TOOLS}/feels"]
    commands = {
        "start-up": ([*call, "help"], False),
        "summary": ([*call, "stats"], False),
        "list all": ([*call, "logs", "--all"], False),
    }
    return Bench("feels", home, {}, commands, data)


def taskwarrior(count, home):
    data = home / "data"
    data.mkdir()
    (home / "taskrc").write_text(f"data.location={data}\nconfirmation=off\nverbose=nothing\nhooks=off\n")
    environment = {"TASKRC": str(home / "taskrc")}
    tasks = [{"description": f"week {week}", "entry": f"{day:%Y%m%d}T183000Z", "status": "pending"}
             for week, day in enumerate(days(count)) if day.year > 1980]
    while len(tasks) < count:
        tasks.append({**tasks[len(tasks) % 500], "description": f"more {len(tasks)}"})
    subprocess.run(["task", "import", "-"], input=json.dumps(tasks).encode(), check=True, capture_output=True,
                   env={"PATH": os.environ["PATH"], "HOME": str(home), **environment})
    commands = {
        "start-up": (["task", "--version"], False),
        "summary": (["task", "stats"], False),
        "add one": (["task", "add", "another week"], True),
        "list all": (["task", "rc.defaultwidth=100", "all"], False),
    }
    return Bench("Taskwarrior", home, environment, commands, data)


def hledger(count, home):
    data = home / "data"
    data.mkdir()
    journal = data / "journal"
    journal.write_text("\n".join(f"{day} week {week}\n    (support)  {week % 5}\n"
                                 for week, day in enumerate(days(count))))
    call = ["hledger", "-f", str(journal)]
    commands = {
        "start-up": (["hledger", "--version"], False),
        "summary": ([*call, "balance"], False),
        "list all": ([*call, "register"], False),
    }
    return Bench("hledger", home, {}, commands, data)


def measure(benches, deeds, runs):
    """Returns the median of each, in milliseconds; the programs take turns."""
    times = {}
    for deed in deeds:
        able = [bench for bench in benches if deed in bench.commands]
        for bench in able:
            bench.run(deed)
        for _ in range(runs):
            for bench in able:
                times.setdefault((bench.name, deed), []).append(bench.run(deed) * 1000)
    return {key: statistics.median(found) for key, found in times.items()}


def figure(milliseconds):
    return f"{milliseconds:.1f}" if milliseconds < 100 else f"{milliseconds:,.0f}"


def table(count, folder, runs):
    def home(name):
        path = pathlib.Path(folder) / f"{name}-{count}"
        path.mkdir()
        return path

    plain = checkin(count, home("checkin"), False)
    benches = [plain, checkin(count, home("encrypted"), True), minimal(plain.data, home("minimal")),
               jrnl(count, home("jrnl")), feels(count, home("feels")), taskwarrior(count, home("task")),
               hledger(count, home("hledger"))]
    deeds = ["start-up", "is one due?", "summary", "add one", "list all", "trends", "page"]
    found = measure(benches, deeds, runs)
    lines = [f"### {count:,} entries", "", "| milliseconds | " + " | ".join(deeds) + " |",
             "| --- |" + " ---: |" * len(deeds)]
    for bench in benches:
        cells = []
        for deed in deeds:
            value, own = found.get((bench.name, deed)), found[("checkin", deed)]
            if value is None:
                cells.append("")
            elif bench.name == "checkin":
                cells.append(f"**{figure(value)}**")
            else:
                cells.append(f"{figure(value)} ({value / own:.1f}×)")
        lines.append(f"| {bench.name} | " + " | ".join(cells) + " |")
    print("\n".join(lines), flush=True)
    return "\n".join(lines)


def version(*command):
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "TASKRC": "/dev/null"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    return done.stdout.strip().splitlines()[0].strip()


def package(name):
    done = subprocess.run([f"{TOOLS}/pip", "show", name], capture_output=True, text=True)
    return next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("Version:"))


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "an unknown processor"


def main():
    runs = 5 if "--quick" in sys.argv else 21
    with tempfile.TemporaryDirectory() as folder:
        tables = [table(count, folder, runs) for count in SIZES]
    facts = (f"Medians of {runs} runs each, taken in turn, on {os.cpu_count()} cores of {processor()}; "
             f"{version(CHECKIN, '--version')}, {version(f'{TOOLS}/jrnl', '--version')}, "
             f"feels {package('feels')}, Taskwarrior {version('task', '--version')}, "
             f"{version('hledger', '--version')}.")
    print(facts)
    if "--write" in sys.argv:
        begin, end = "<!-- figures -->\n", "<!-- end of figures -->"
        page = PAGE.read_text()
        before, rest = page.split(begin, 1)
        after = rest.split(end, 1)[1]
        PAGE.write_text(before + begin + facts + "\n\n" + "\n\n".join(tables) + "\n" + end + after)


main()
