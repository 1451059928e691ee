#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The binding inside LibreOffice: C calls C, C calls Python, Python calls C,
and all of them back. The component's drivers know the rules; here they are
called, and their lines are added up."""
import pathlib
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "office")]

import uno  # noqa: E402
from com.sun.star.beans import NamedValue  # noqa: E402

import build_component  # noqa: E402
from office import Office  # noqa: E402

TEST = "org.noteverbale.test."
passed = failed = 0


def tell(line):
    """Prints a driver's line and counts it."""
    global passed, failed
    if line.startswith("not ok"):
        failed += 1
    else:
        passed += 1
    print(line, flush=True)


def check(ok, rule, why):
    tell("ok - " + rule if ok else "not ok - %s: %s" % (rule, why))


def job(office, driver, **arguments):
    """What a driver says, a line for each rule. One without a line failed."""
    instance = office.create(TEST + driver)
    return instance.execute(tuple(
        NamedValue(name, value) for name, value in arguments.items()))


def say(office, who, driver, **arguments):
    lines = job(office, driver, **arguments)
    for line in lines:
        mark, rule = line.split(" - ", 1)
        tell("%s - %s: %s" % (mark, who, rule))
    check(lines, who + ": the driver has run", "no line")


def count(office, expected):
    """How many objects of ours are alive. The bridge lets go of the drivers
    of earlier calls in its own time."""
    for _ in range(30):
        line = job(office, "Driver", run="count")[0]
        if line == "ok - %d objects" % expected:
            break
        time.sleep(0.1)
    return line


def test(office):
    first = count(office, 2)
    for _ in range(2):
        say(office, "C calls C", "Driver", run="echo", echo=TEST + "Echo")
        say(office, "C calls C", "Driver", run="anys", echo=TEST + "Echo")
        say(office, "C calls Python", "Driver", run="echo",
            echo=TEST + "PythonEcho")
        say(office, "Python calls C", "PythonDriver")
        say(office, "weak", "Driver", run="weak")
    # The driver that counts, and the factories of the two implementations.
    check(first == "ok - 2 objects", "before, only the driver and its factory"
          " are alive", first)
    last = count(office, 3)
    check(last == "ok - 3 objects", "in the end, only the driver and the two"
          " factories are alive", last)
    say(office, "types", "Driver", run="types")
    say(office, "time", "Driver", run="timers")
    job(office, "Driver", run="hour")


def main():
    office = Office(extension=build_component.build(), ui="headless")
    with office:
        test(office)
        status = office.stop()
    check(status == 0, "the office ends properly while a timer is armed",
          "status %s" % status)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
