"""Records what CPython 3.11 makes of the programs: python3.11 record.py [PATH ...]

Beside NAME.py it writes NAME.out, the standard output, and NAME.end, the exit code and
the last line of standard error. NAME.args has an argument a line, NAME.env a variable a
line, NAME.stdin the standard input. A program whose output depends on the hash seed is
refused.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
LIMIT = 20  # seconds for a program


def beside(program, suffix):
    path = program.with_suffix(suffix)
    return path.read_bytes() if path.exists() else b""


def run(program, seed):
    args = beside(program, ".args").decode().splitlines()
    env = dict(line.split("=", 1) for line in beside(program, ".env").decode().splitlines())
    env |= {"PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-B", program.name, *args],
        input=beside(program, ".stdin"), capture_output=True, cwd=program.parent, env=env, timeout=LIMIT,
    )
    lines = done.stderr.decode().rstrip("\n").split("\n")
    code = done.returncode if done.returncode >= 0 else 128 - done.returncode  # as a shell has it
    return done.stdout, f"{code}\n{lines[-1]}\n".encode(), done.stderr


def record(program):
    out, end, err = run(program, 1)
    for seed in 2, 3:
        if run(program, seed)[:2] != (out, end):
            return f"{program}: differs from run to run"
    program.with_suffix(".out").write_bytes(out)
    program.with_suffix(".end").write_bytes(end)
    if program.parent.name != "errors" and err:
        return f"{program}: note: {end.decode()!r}"
    return None


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit("record with python3.11")
    programs = [Path(p).resolve() for p in sys.argv[1:]] or sorted(PROGRAMS.glob("*/*.py"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        notes = [note for note in pool.map(record, programs) if note]
    print("\n".join(notes))


main()
