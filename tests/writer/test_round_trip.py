#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Citations of every kind through files of every format, and what is mended
afterwards. With a number, that many citations: `make round-trip` takes 100."""
import sys

from room import caret, cite, content, kept, office, rule, same
from trip import (STYLE, census, fill, look, refresh, save, standing, tail,
                  through)
import rules

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 24
ROW = "%-22s %10s %6s %6s %9s %6s %7s"
table = [ROW % ("after", "recognised", "text", "look", "property", "right",
                "writes")]


def compare(before, document):
    """How many came back in each respect, and what a refresh says then."""
    after = standing(document)
    known = [t for t in before if t in after]

    def count(key):
        return sum(before[t][key] == after[t][key] for t in known)

    right = sum(after[t]["state"] == "right" for t in known)
    return [len(known), count("text"), count("look"), count("property"), right,
            refresh(document)[1]]


def journey(document, *kinds):
    """Through files one after the other; a row of the table for each."""
    before = standing(document)
    assert len(before) == COUNT, "%d citations" % len(before)
    opened, path = document, ""
    for number, kind in enumerate(kinds):
        opened_before, opened = opened, through(
            opened, kind, "journey%d" % number)
        if opened_before is not document:
            office.close(opened_before)
        path += (" > " if path else "") + kind
        row = compare(before, opened)
        table.append(ROW % (path, *row))
        yield opened, row
    office.close(opened)


def comes_through(*kinds):
    def test(document):
        fill(document, COUNT)
        for _, row in journey(document, *kinds):
            assert row == [COUNT] * 5 + [0], table[-1]
    return test


rule("through ODT, DOCX, ODT and DOCX all come back, right, in their looks")(
    comes_through("odt", "docx", "odt", "docx"))
rule("through FODT all come back, right, in their looks")(
    comes_through("fodt"))
rule("through RTF all come back")(comes_through("rtf", "rtf"))


if __name__ == "__main__":
    with office:
        try:
            rules.main()
        finally:
            print("\n".join(table), file=sys.stderr)
