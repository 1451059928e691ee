# SPDX-License-Identifier: MPL-2.0
"""The frame of a script test: rules with a name, and one line for each.

    @rule("the library exports one function")
    def exports():
        assert exported() == ["component_getFactory"]

    main()

A rule holds when its function returns, fails on any exception, and is left
out when it raises Skip with the reason.
"""
import os
import pathlib
import sys
import traceback

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ.get("BUILD", ROOT / "build"))

_rules = []


class Skip(Exception):
    """Says why a rule could not be tested here."""


def rule(text):
    """Registers a function as the test of a rule."""

    def register(function):
        _rules.append((text, function))
        return function

    return register


def same(got, wanted, what="value"):
    assert got == wanted, "%s is %r, should be %r" % (what, got, wanted)


def _try(text, function):
    try:
        function()
    except Skip as reason:
        return "skip", "skip - %s: %s" % (text, reason)
    except BaseException as error:  # SystemExit, too, is only this rule's end
        if isinstance(error, KeyboardInterrupt):
            raise
        if not isinstance(error, AssertionError):
            traceback.print_exc(file=sys.stdout)
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason = str(error) or last.line
        return "failed", "not ok - %s: %s" % (text, reason)
    return "passed", "ok - %s" % text


def main():
    """Tests every registered rule in order, and ends the program."""
    counts = {"passed": 0, "failed": 0, "skip": 0}
    for text, function in _rules:
        result, line = _try(text, function)
        counts[result] += 1
        print(line, flush=True)
    end = "%(passed)d passed, %(failed)d failed" % counts
    print(end + (", %(skip)d skipped" % counts if counts["skip"] else ""))
    sys.exit(1 if counts["failed"] else 0)
