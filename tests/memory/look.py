"""Runs in gdb: stops the program at its system calls, and searches what it can write to for passphrases and keys."""

import hashlib
import os
import re
from pathlib import Path

import gdb

WORK = Path(os.environ["WORK"])
# What SQLCipher 4 derives keys with, and the number of bytes of its salt.
ROUNDS, SALT = 256_000, 16
# The program's own stack, heap and mappings; none of a test is near this size.
LARGEST = 256 * 2**20


def secrets():
    """The passphrases, the keys that they give the database files now there, and the recovery key."""
    found = {}
    for name in os.environ["PASSPHRASES"].split():
        passphrase = (WORK / name).read_bytes().strip()
        found[f"passphrase {name}"] = passphrase
        for file in (WORK / "data").rglob("history.db"):
            key = hashlib.pbkdf2_hmac("sha512", passphrase, file.read_bytes()[:SALT], ROUNDS, 32)
            place = file.relative_to(WORK)
            found[f"key of {place} by {name}"] = key
            found[f"key of {place} by {name}, in digits"] = key.hex().encode()
    groups = re.findall(r"[0-9A-Z]{4}", (WORK / "recovery").read_text())
    found["recovery key, in groups"] = "-".join(groups).encode()
    # 52 digits of five bits each are the 256 bits of the key and four bits more.
    number = 0
    for digit in "".join(groups)[:52]:
        number = number * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(digit)
    found["recovery key"] = (number >> 4).to_bytes(32, "big")
    return found


def memory(process):
    """What the program can write to, by the address it begins at."""
    with open(f"/proc/{process}/mem", "rb", buffering=0) as file:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            place, modes = line.split()[:2]
            begin, end = (int(edge, 16) for edge in place.split("-"))
            if "w" not in modes or end - begin > LARGEST:
                continue
            try:
                file.seek(begin)
                yield file.read(end - begin)
            except OSError:
                continue


def count(parts, wanted):
    return {name: n for name, secret in wanted.items() if (n := sum(part.count(secret) for part in parts))}


gdb.execute("set pagination off")
gdb.execute("set confirm off")
gdb.execute("set breakpoint pending on")
gdb.execute("catch syscall fcntl")
gdb.execute("catch syscall exit_group")
gdb.execute("run")
before, at_work, last = secrets(), {}, None
EXIT_GROUP = 231
while process := gdb.selected_inferior().pid:
    parts = list(memory(process))
    if int(gdb.parse_and_eval("$orig_rax")) == EXIT_GROUP:
        last = parts
        break
    for name, times in count(parts, before).items():
        at_work[name] = max(at_work.get(name, 0), times)
    gdb.execute("continue", to_string=True)
gdb.execute("kill")

# A change of passphrase makes files, and with them keys, that were not there before.
left = count(last or [], before | secrets())
if last is None:
    verdict = "failed: the end was not reached"
elif not any(name.startswith("passphrase") for name in at_work) or not any(name.startswith("key") for name in at_work):
    verdict = f"failed: nothing found while it worked, so the search is blind: {at_work}"
elif left:
    verdict = f"failed: left in memory at the end: {left}"
else:
    verdict = f"ok {os.environ['NAME']}: {len(at_work)} secrets in memory while it worked, none at the end"
(WORK / "verdict").write_text(verdict + "\n")
