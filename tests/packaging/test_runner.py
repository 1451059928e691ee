#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""tests/run counts what fails, above all what does not say that it fails."""
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import ROOT, main, rule, same

# What each program prints and its status, and the counts it is given.
PROGRAMS = {
    "passes": ("2 passed, 0 failed", 0, [2, 0, 0]),
    "skips": ("skip - a rule: no screen\n1 passed, 0 failed, 1 skipped", 0,
              [1, 0, 1]),
    "fails": ("not ok - a rule: why\n1 passed, 1 failed", 1, [1, 1, 0]),
    "is silent": ("", 0, [0, 1, 0]),
    "dies halfway": ("ok - a rule", 139, [0, 1, 0]),
    "passes with a bad status": ("2 passed, 0 failed", 1, [2, 1, 0]),
    "passes in cmocka": ("[  PASSED  ] 3 test(s).", 0, [3, 0, 0]),
    "fails in cmocka": ("[  PASSED  ] 3 test(s).\n[  FAILED  ] 2 test(s), "
                        "listed below:\n[  FAILED  ] a", 2, [3, 2, 0]),
    "passes in two groups": ("[  PASSED  ] 3 test(s).\n"
                             "[  PASSED  ] 1 test(s).", 0, [4, 0, 0]),
}


def run(build, programs):
    """Runs some of PROGRAMS and sums up: the last line and the status."""
    paths = []
    for name in programs:
        output, status, _ = PROGRAMS[name]
        path = pathlib.Path(build) / name.replace(" ", "_")
        path.write_text("#!/bin/sh\ncat <<'END'\n%s\nEND\nexit %d\n" % (
            output, status))
        path.chmod(0o755)
        paths.append(path)
    subprocess.run([ROOT / "tests/run", build + "/results/check", *paths],
                   check=True, stdout=subprocess.DEVNULL)
    return summary(build)


def summary(build):
    done = subprocess.run([ROOT / "tests/run", "--summary", build],
                          stdout=subprocess.PIPE, universal_newlines=True)
    return done.stdout.strip(), done.returncode


def check(name):
    def function():
        with tempfile.TemporaryDirectory() as build:
            passed, failed, skipped = PROGRAMS[name][2]
            line = "%d passed, %d failed" % (passed, failed)
            line += ", %d skipped" % skipped if skipped else ""
            same(run(build, [name]), (line, 1 if failed else 0))

    return function


for name in PROGRAMS:
    rule("a program that %s is counted right" % name)(check(name))


@rule("the counts of several programs are added")
def added():
    with tempfile.TemporaryDirectory() as build:
        same(run(build, ["passes", "skips", "passes in cmocka"]),
             ("6 passed, 0 failed, 1 skipped", 0))


@rule("results of an earlier run are not counted again")
def forgotten():
    with tempfile.TemporaryDirectory() as build:
        run(build, ["fails"])
        same(run(build, ["passes"]), ("2 passed, 0 failed", 0))


@rule("a run in which nothing ran does not pass")
def nothing():
    with tempfile.TemporaryDirectory() as build:
        same(summary(build), ("0 passed, 0 failed", 1))


main()
