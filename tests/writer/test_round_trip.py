#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Citations of every kind through files of every format, and what is mended
afterwards. With a number, that many citations: `make round-trip` takes 100."""
import re
import sys

from room import (DATE, EVENT, NAME, SOURCE, TREATY, call, caret, cite, content,
                  kept, office, rule, same, standing as at_rest)
from trip import (FILTERS, NOTE, STYLE, census, fill, in_footnote,
                  in_text_behind_a_note, refresh, save, standing, through)
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


def filled():
    """A document of COUNT citations; written once, then opened again."""
    path = office.directory / "tmp" / "start.odt"
    if not path.exists():
        document = office.new_writer()
        fill(document, COUNT)
        save(document, "odt", "start")
        office.close(document)
    return office.open(path)


def comes_through(*kinds):
    def test():
        document = filled()
        try:
            for _, row in journey(document, *kinds):
                assert row == [COUNT] * 5 + [0], table[-1]
        finally:
            office.close(document)
    return test


rules.rule("through ODT, DOCX, ODT and DOCX all come back, right, in their "
           "looks")(comes_through("odt", "docx", "odt", "docx"))
rules.rule("through FODT all come back, right, in their looks")(
    comes_through("fodt"))
rules.rule("through RTF all come back, right, in their looks")(
    comes_through("rtf", "rtf"))


# Mending


def worn(document, kind="docx", times=2):
    """Four citations after files without an act of ours between: one in the
    text behind the first note of all, which is the writer's, a note, one of the
    same event, and one with a property."""
    in_text_behind_a_note(document, lambda: cite(
        document, id=EVENT, parts=DATE | SOURCE, style=STYLE))
    for values in (dict(id=NOTE), dict(id=NOTE), dict(id=TREATY,
                                                      locator="art. 4")):
        in_footnote(document, lambda: cite(
            document, parts=DATE | SOURCE, style=STYLE, **values))
    refresh(document)
    opened = [document]
    for number in range(times):
        opened.append(through(opened[-1], kind, "worn%d" % number))
    for old in opened[1:-1]:
        office.close(old)
    return opened[-1]


def without_second_note(document):
    """The third is to be rewritten, and it alone."""
    anchor = document.Footnotes.getByIndex(1).Anchor
    anchor.Text.createTextCursorByRange(anchor).setString("")


def worn_rule(text, kind="docx", times=2):
    """A rule about a document that came back so, its second note deleted."""
    def register(function):
        @rule(text)
        def test(document):
            again = worn(document, kind, times)
            try:
                without_second_note(again)
                function(again)
            finally:
                if again is not document:
                    office.close(again)
    return register


def proper(document):
    """Each bookmark has a name of its own, and spans its citation."""
    for citation in census(document):
        assert NAME.fullmatch(citation["name"]), citation["name"]
        anchor = document.Bookmarks.getByName(citation["name"]).Anchor
        same({"text": anchor.String}, {"text": citation["text"]})


@worn_rule("what two DOCX files did is mended when one note is rewritten")
def _(document):
    names = [c["name"] for c in census(document)]
    assert [n for n in names if "_Copy_1 Copy 1" in n], names
    short = [c for c in census(document) if c["note"] == 0][0]
    assert short["state"] == "right", short
    cut = document.Bookmarks.getByName(short["name"]).Anchor.String
    assert cut == short["text"][:-2], cut
    assert refresh(document) == [3, 1, 0, 0]
    proper(document)


@worn_rule("what RTF files did, too", "rtf")
def _(document):
    assert refresh(document) == [3, 1, 0, 0]
    proper(document)


@worn_rule("mending is part of the one step of Undo")
def _(document):
    steps = len(document.UndoManager.getAllUndoActionTitles())
    before = content(document)
    refresh(document)
    after = content(document)
    assert len(document.UndoManager.getAllUndoActionTitles()) == steps + 1
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)
    proper(document)


@worn_rule("any call that throws while it mends leaves the document as it was",
           times=1)
def _(document):
    number, failures = 1, 0
    caret(document).gotoStart(False)
    before = look_at(document)
    while True:
        answer = call(document, "refresh", style=STYLE, fault=number)
        calls = re.match(r"done (\d+)", answer)
        if calls and int(calls.group(1)) < number:
            break
        failures += not calls
        if calls:
            document.UndoManager.undo()
            document.UndoManager.clearRedo()
        caret(document).gotoStart(False)
        try:
            same(look_at(document), before)
        except AssertionError as error:
            raise AssertionError("call %d: %s\n %s" % (
                number, answer, error)) from None
        number += 1
    assert failures > 60, failures


def look_at(document):
    return {k: v for k, v in at_rest(document).items() if k != "modified"}


@worn_rule("a citation that a new paragraph parts is by hand, and is not mended",
           times=0)
def _(document):
    text = [c for c in census(document) if c["note"] == 0][0]
    anchor = document.Bookmarks.getByName(text["name"]).Anchor
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    cursor.goRight(10, False)
    anchor.Text.insertControlCharacter(cursor, 0, False)
    again = through(document, "docx", "parted")
    try:
        assert refresh(again) == [3, 1, 1, 0]
        assert [c["state"] for c in census(again)].count("by hand") == 1
    finally:
        office.close(again)


def dispatch(document, *commands):
    for command in commands:
        office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
            document.CurrentController.Frame, ".uno:" + command, "", 0, ())


def copied(document, **values):
    """One note and its copy behind it, and a note to be rewritten."""
    in_footnote(document, lambda: cite(
        document, id=TREATY, parts=DATE | SOURCE, style=STYLE, **values))
    dispatch(document, "SelectAll", "Copy")
    caret(document).gotoEnd(False)
    dispatch(document, "Paste")
    assert document.Footnotes.Count == 2
    return [c["name"] for c in census(document)]


@rule("a copy in its own document gets a name of its own")
def _(document):
    first, second = copied(document)
    assert second.startswith(first + " Copy"), second
    refresh(document)  # the copy is to be "ibid.", and keeps its tail
    in_footnote(document, lambda: cite(
        document, id=TREATY, parts=DATE | SOURCE, style=STYLE))
    refresh(document)
    names = [c["name"] for c in census(document)]
    assert len(set(names)) == 3 and not [n for n in names if " " in n], names


@rule("a copy with a property goes on sharing that")
def _(document):
    copied(document, locator="art. 4")
    refresh(document)
    assert {c["state"] for c in census(document)} == {"right"}
    assert len(kept(document)) == 1


# Formats


@rule("a DOC file has a warning in the office's language, others have none")
def _(document):
    in_footnote(document, lambda: cite(document, id=TREATY, style=STYLE))
    assert call(document, "warning") == ""
    for kind in FILTERS:
        again = through(document, kind, "format")
        try:
            english = call(again, "warning")
            french = call(again, "warning", words="fr")
        finally:
            office.close(again)
        assert ("DOC file" in english) == (kind == "doc"), (kind, english)
        assert ("format DOC" in french) == (kind == "doc"), (kind, french)


if __name__ == "__main__":
    with office:
        try:
            rules.main()
        finally:
            if COUNT > 24:  # the last line of a test is its count
                print("\n".join(table), file=sys.stderr)
