"""Presses keys in a terminal that nobody looks at, keeps each screen, and draws them as one moving SVG."""

import html
import os
import pathlib
import subprocess
import sys
import tempfile
import time

PROGRAM, PICTURE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
WIDTH, HEIGHT = 72, 16
# A key, what must be on the screen afterwards, and for how many seconds the picture shows it.
PLAY = [
    (None, "1 of 32", 2.5),
    ("3", "2 of 32", 2.0),
    ("4", "3 of 32", 2.0),
    ("Up", "2 of 32", 2.0),
    ("4", "3 of 32", 2.0),
    ("s", "4 of 32", 2.5),
    ("q", "Left.", 3.5),
]


def record(home):
    """Returns the screens of the play, as lists of lines."""
    environment = {
        "HOME": home,
        "CHECKIN_DATA_DIR": home + "/data",
        "CHECKIN_NOW": "2026-11-20T18:30:00+01:00",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "PATH": os.environ["PATH"],
    }
    subprocess.run([PROGRAM, "config", "set", "weekday", "friday"], env=environment, check=True, capture_output=True)
    tmux = ["tmux", "-f", "/dev/null", "-S", home + "/tmux"]
    size = ["-x", str(WIDTH), "-y", str(HEIGHT)]
    # The terminal stays open for a while after the program, so that its last words can be kept.
    command = ["sh", "-c", '"$0" start; sleep 30', PROGRAM]
    subprocess.run([*tmux, "new-session", "-d", *size, *command], env=environment, check=True)
    try:
        return [screen(tmux, key, awaited) for key, awaited, _ in PLAY]
    finally:
        subprocess.run([*tmux, "kill-server"], check=True)


def screen(tmux, key, awaited):
    """Presses a key and returns the screen once it shows what is awaited."""
    if key:
        subprocess.run([*tmux, "send-keys", key], check=True)
    for _ in range(100):
        time.sleep(0.1)
        shown = subprocess.run([*tmux, "capture-pane", "-p"], check=True, capture_output=True, text=True).stdout
        if awaited in shown:
            return shown.rstrip().splitlines()
    sys.exit(f"`{awaited}` does not appear after {key}:\n{shown}")


def draw(screens):
    """Returns the SVG: one group a screen, each visible in its part of the whole time."""
    seconds = [shown for _, _, shown in PLAY]
    whole, begin = sum(seconds), 0.0
    rules, groups = [], []
    for place, (lines, length) in enumerate(zip(screens, seconds)):
        start, end = (100 * moment / whole for moment in (begin, begin + length))
        begin += length
        before = "" if start == 0 else f"0%{{opacity:0}}{start:.2f}%{{opacity:1}}"
        first = "0%{opacity:1}" if start == 0 else before
        after = "" if end > 99.99 else f"{end:.2f}%{{opacity:0}}"
        rules.append(f"@keyframes s{place}{{{first}{after}100%{{opacity:{0 if after else 1}}}}}")
        rules.append(f".s{place}{{animation:s{place} {whole}s step-end infinite}}")
        texts = "".join(
            f'<text x="16" y="{30 + row * 20}">{html.escape(line, quote=False)}</text>\n'
            for row, line in enumerate(lines)
            if line.strip()
        )
        groups.append(f'<g class="s s{place}">\n{texts}</g>\n')
    still = "@media (prefers-reduced-motion:reduce){.s{animation:none}.s0{opacity:1}}"
    style = "\n".join([".s{opacity:0}", *rules, still])
    height = 30 + max(len(lines) for lines in screens) * 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 {height}" role="img" '
        'aria-label="A check-in: three answers, one step back, one skipped, and leaving">\n'
        f"<style>\n{style}\n</style>\n"
        f'<rect width="640" height="{height}" rx="8" fill="#1c1f24"/>\n'
        '<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="#e6e6e6" xml:space="preserve">\n'
        f"{''.join(groups)}</g>\n</svg>\n"
    )


with tempfile.TemporaryDirectory() as home:
    PICTURE.write_text(draw(record(home)), encoding="utf-8")
